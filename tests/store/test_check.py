"""Checking reads every page, names what is wrong, and changes no byte."""

import shutil
from pathlib import Path

import pytest

from beraad.codes import FindingCode
from beraad.store.checking import check_store
from beraad.store.errors import WrongPassphrase
from beraad.store.keys import DataKey, KeyFile
from beraad.store.sqlite.check import Report, inspect
from beraad.store.sqlite.database import PAGE_BYTES, connect
from beraad.store.sqlite.places import Vault
from tests.store.samples import CHEAP, PASSPHRASE, open_store, picture


@pytest.fixture
def key(live: Vault) -> DataKey:
    return KeyFile.read(live.key_file).unlock(PASSPHRASE, CHEAP)


def checked(data: Path) -> Report:
    return check_store(data, PASSPHRASE, policy=CHEAP)


def flip(path: Path, page: int, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[(page - 1) * PAGE_BYTES + place] ^= 1 << (place % 8)
    path.write_bytes(content)


def test_a_sound_store_is_sound_and_every_page_was_read(data: Path, live: Vault) -> None:
    before = picture(data)
    report = checked(data)
    assert report.sound
    assert report.database.pages == live.database.stat().st_size // PAGE_BYTES
    assert report.database.revision == report.newest_revision
    assert len(report.backups) >= 1
    assert picture(data) == before


def test_a_flipped_bit_is_noticed_in_every_page(live: Vault, key: DataKey) -> None:
    sound = live.database.read_bytes()
    pages = len(sound) // PAGE_BYTES
    for page in range(1, pages + 1):
        place = (page * 1_237) % PAGE_BYTES
        # The first 16 bytes of the first page are the salt: without it no page can be read.
        flip(live.database, page, max(place, 16))
        spoilt = live.database.read_bytes()
        assert inspect(live, key).bad_pages == (page,)
        assert live.database.read_bytes() == spoilt
        live.database.write_bytes(sound)
    assert inspect(live, key).sound


@pytest.mark.parametrize("place", [0, 16, 100, 4_000, 4_031, 4_032, 4_048, PAGE_BYTES - 1])
def test_every_part_of_a_page_counts(live: Vault, key: DataKey, place: int) -> None:
    """Contents, initialisation vector, checksum and what is unused beside them."""
    flip(live.database, 3, place)
    assert inspect(live, key).bad_pages == (3,)


def test_a_flipped_bit_in_the_salt_is_noticed(live: Vault, key: DataKey) -> None:
    flip(live.database, 1, 3)
    assert not inspect(live, key).sound


def test_a_file_cut_at_any_page_is_noticed(live: Vault, key: DataKey) -> None:
    sound = live.database.read_bytes()
    for length in range(PAGE_BYTES, len(sound), PAGE_BYTES):
        live.database.write_bytes(sound[:length])
        assert not inspect(live, key, thorough=False).sound, length
    live.database.write_bytes(sound)
    assert inspect(live, key, thorough=False).sound


def test_a_file_cut_within_a_page_is_noticed(live: Vault, key: DataKey) -> None:
    live.database.write_bytes(live.database.read_bytes()[:-1])
    assert not inspect(live, key).sound


def test_two_pages_changed_places_are_noticed(live: Vault, key: DataKey) -> None:
    content = live.database.read_bytes()
    pages = [content[start : start + PAGE_BYTES] for start in range(0, len(content), PAGE_BYTES)]
    pages[4], pages[5] = pages[5], pages[4]
    live.database.write_bytes(b"".join(pages))
    assert inspect(live, key).bad_pages == (5, 6)


def test_rows_without_their_parent_are_noticed(live: Vault, key: DataKey, data: Path) -> None:
    connection = connect(live.database, key)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM cases")
    connection.close()
    findings = {finding.code: finding.facts for finding in checked(data).database.findings}
    assert findings == {FindingCode.BROKEN_REFERENCES: {"tables": ["meetings", "people"]}}


def test_a_damaged_backup_is_named_and_the_database_stays_sound(data: Path) -> None:
    damaged = max((data / "backups").iterdir())
    flip(damaged / "beraad.db", 2, 50)
    before = picture(data)
    report = checked(data)
    assert report.database.sound
    assert not report.sound
    assert [backup.name for backup in report.backups if not backup.sound] == [damaged.name]
    assert picture(data) == before


def test_a_backup_without_its_key_file_is_named(data: Path) -> None:
    backup = max((data / "backups").iterdir())
    (backup / "beraad.key").unlink()
    findings = [finding.code for found in checked(data).backups for finding in found.findings]
    assert findings == [FindingCode.KEY_FILE]


def test_a_wrong_passphrase_checks_nothing(data: Path) -> None:
    with pytest.raises(WrongPassphrase):
        check_store(data, "anders", policy=CHEAP)


@pytest.fixture
def crashed(data: Path, tmp_path: Path) -> Path:
    """A data folder as a crash leaves it: the last edits stand in the write-ahead log only."""
    folder = tmp_path / "crashed"
    with open_store(data) as store:
        with store.unit_of_work() as unit:
            unit.cases.get("2026-0007").municipality = "Utrecht"
            unit.commit()
        shutil.copytree(data, folder)
    return folder


def test_after_a_crash_checking_changes_nothing_and_cries_no_wolf(crashed: Path) -> None:
    assert (crashed / "database" / "beraad.db-wal").stat().st_size > 0
    before = picture(crashed)
    assert checked(crashed).sound
    assert picture(crashed) == before


def test_after_a_crash_damage_under_the_log_is_noticed(crashed: Path) -> None:
    database = crashed / "database" / "beraad.db"
    flip(database, database.stat().st_size // PAGE_BYTES, 50)
    before = picture(crashed)
    assert not checked(crashed).sound
    assert picture(crashed) == before


def test_after_a_crash_the_last_edit_is_there(crashed: Path) -> None:
    with open_store(crashed) as store, store.unit_of_work() as unit:
        assert unit.cases.get("2026-0007").municipality == "Utrecht"
