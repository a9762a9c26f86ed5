"""A backup that is half written or half removed is named by checking, and made anew by unlocking."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from beraad.codes import FindingCode
from beraad.store.checking import check_store
from beraad.store.errors import BackupFailed
from beraad.store.sqlite.places import Places, Vault
from beraad.store.sqlite.restoring import newest_backup, put_back
from tests.store.samples import CHEAP, PASSPHRASE, make_store, open_store, picture

REFERENCE = "2026-0007"


@pytest.fixture
def several(data: Path) -> Path:
    """A closed store with several backups."""
    for town in ("Utrecht", "Amersfoort"):
        with open_store(data) as store:
            with store.unit_of_work() as unit:
                unit.cases.get(REFERENCE).municipality = town
                unit.commit()
            store.back_up()
    assert len(Places(data).backup_folders) >= 3
    return data


def no_bytes(backup: Vault) -> None:
    backup.database.write_bytes(b"")


def one_byte(backup: Vault) -> None:
    backup.database.write_bytes(b"\x00")


def cut_at_a_page(backup: Vault) -> None:
    content = backup.database.read_bytes()
    backup.database.write_bytes(content[: len(content) // 2 // 4096 * 4096])


def cut_in_a_page(backup: Vault) -> None:
    backup.database.write_bytes(backup.database.read_bytes()[:-100])


def first_bytes_only(backup: Vault) -> None:
    backup.database.write_bytes(backup.database.read_bytes()[:50])


def database_gone(backup: Vault) -> None:
    backup.database.unlink()


def everything_gone(backup: Vault) -> None:
    backup.database.unlink()
    backup.key_file.unlink()


def key_file_gone(backup: Vault) -> None:
    backup.key_file.unlink()


def key_file_cut(backup: Vault) -> None:
    backup.key_file.write_bytes(backup.key_file.read_bytes()[:300])


def key_file_empty(backup: Vault) -> None:
    backup.key_file.write_bytes(b"")


def a_file_in_its_place(backup: Vault) -> None:
    shutil.rmtree(backup.folder)
    backup.folder.write_bytes(b"x")


def nothing(_backup: Vault) -> None:
    """The control."""


SPOILING = [
    (no_bytes, FindingCode.EMPTY),
    (one_byte, FindingCode.EMPTY),
    (cut_at_a_page, FindingCode.UNREADABLE),
    (cut_in_a_page, FindingCode.BAD_PAGES),
    (first_bytes_only, FindingCode.BAD_PAGES),
    (database_gone, FindingCode.MISSING),
    (everything_gone, FindingCode.MISSING),
    (key_file_gone, FindingCode.KEY_FILE),
    (key_file_cut, FindingCode.KEY_FILE),
    (key_file_empty, FindingCode.KEY_FILE),
    (a_file_in_its_place, FindingCode.MISSING),
    (nothing, None),
]


@pytest.mark.parametrize("which", [0, -1], ids=["the oldest", "the newest"])
@pytest.mark.parametrize(("spoil", "code"), SPOILING)
def test_checking_names_it_with_all_others_and_unlocking_makes_it_good(
    several: Path, spoil: Callable[[Vault], None], code: FindingCode | None, which: int
) -> None:
    folders = Places(several).backup_folders
    spoil(Vault(folders[which]))
    before = picture(several)
    report = check_store(several, PASSPHRASE, policy=CHEAP)
    assert picture(several) == before
    assert report.database.sound
    assert [backup.name for backup in report.backups] == [folder.name for folder in folders]
    poor = [backup for backup in report.backups if not backup.sound]
    assert [backup.name for backup in poor] == ([folders[which].name] if code else [])
    assert report.sound is (code is None)
    assert code is None or code in [finding.code for finding in poor[0].findings]
    open_store(several).close()
    again = check_store(several, PASSPHRASE, policy=CHEAP)
    assert again.sound
    assert len(again.backups) >= (len(folders) if which == -1 else len(folders) - 1)
    newest = newest_backup(Places(several))
    assert newest is not None
    assert newest.folder.name == again.backups[-1].name


def test_a_bit_that_flipped_in_the_newest_backup_is_found_at_unlocking(several: Path) -> None:
    newest = Vault(Places(several).backup_folders[-1])
    content = bytearray(newest.database.read_bytes())
    content[5 * 4096 + 77] ^= 4
    newest.database.write_bytes(content)
    assert not check_store(several, PASSPHRASE, policy=CHEAP).sound
    open_store(several).close()
    assert check_store(several, PASSPHRASE, policy=CHEAP).sound


def test_a_spoilt_backup_stays_until_there_is_a_whole_one(
    several: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest = Vault(Places(several).backup_folders[-1])
    cut_at_a_page(newest)

    def fail(*_given: object) -> None:
        raise OSError(28, "no")

    monkeypatch.setattr("beraad.store.sqlite.backup.sync_file", fail)
    with open_store(several) as store:
        assert isinstance(store.backup_trouble, BackupFailed) or store.backup_trouble is not None
    assert newest.database.exists()


def test_what_may_be_another_database_without_its_key_file_is_not_removed(
    several: Path, tmp_path: Path
) -> None:
    make_store(tmp_path / "other").close()
    foreign = Places(several).backups / "000900-5-20200101T000000Z"
    shutil.copytree(Places(tmp_path / "other").live.folder, foreign)
    (foreign / "beraad.key").unlink()
    before = picture(foreign)
    assert not check_store(several, PASSPHRASE, policy=CHEAP).sound
    open_store(several).close()
    assert picture(foreign) == before


def test_a_backup_is_put_back_whole_and_what_stood_there_is_put_aside(several: Path) -> None:
    places = Places(several)
    places.live.database.write_bytes(b"")
    before = picture(places.live.folder)
    newest = newest_backup(places)
    assert newest is not None
    put_back(places, newest)
    with open_store(several) as store, store.unit_of_work() as unit:
        assert unit.cases.get(REFERENCE).municipality == "Amersfoort"
    (aside,) = several.glob("database-*")
    assert {name: kept[0] for name, kept in picture(aside).items()} == {
        name: kept[0] for name, kept in before.items()
    }
    assert not list(several.glob(".*.new"))


@pytest.mark.parametrize("step", ["shutil.copyfile", "sync_file", "put_aside"])
def test_putting_back_that_fails_leaves_everything_as_it_was(
    several: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    places = Places(several)
    newest = newest_backup(places)
    assert newest is not None
    before = {name: kept[0] for name, kept in picture(several).items()}

    def fail(*_given: object) -> None:
        raise OSError(28, "no")

    monkeypatch.setattr(f"beraad.store.sqlite.restoring.{step}", fail)
    with pytest.raises(Exception, match="disk_full"):
        put_back(places, newest)
    assert {name: kept[0] for name, kept in picture(several).items()} == before
