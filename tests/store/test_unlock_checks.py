"""What a crash, a restore by copying or a program that synchronises left is seen at unlocking, and told."""

import os
import shutil
from pathlib import Path

import pytest

from beraad.codes import FindingCode
from beraad.store.checking import check_store
from beraad.store.errors import ConflictCopies, EditsMissing, LogSetAside, RescueStands, StoreError
from beraad.store.sqlite import unlock_checks
from beraad.store.sqlite.places import Places, Vault
from beraad.store.sqlite.restoring import newest_backup, put_back
from beraad.store.store import Store
from tests.store.samples import CHEAP, PASSPHRASE, open_store, picture

REFERENCE = "2026-0007"


def edit(store: Store, times: int) -> None:
    with store.unit_of_work() as unit:
        for number in range(times):
            unit.cases.get(REFERENCE).municipality = f"stad {number}"
            unit.commit()


@pytest.fixture
def crashed(data: Path, tmp_path: Path) -> Path:
    """As a crash leaves a data folder: four edits stand in the write-ahead log only."""
    with open_store(data) as store:
        edit(store, 4)
        return Path(shutil.copytree(data, tmp_path / "crashed"))


def told(folder: Path) -> list[tuple[type[StoreError], dict[str, object]]]:
    with open_store(folder) as store:
        return [(type(notice), notice.facts) for notice in store.notices]


def test_edits_that_went_with_the_log_are_counted_and_told(crashed: Path) -> None:
    live = Places(crashed).live
    live.wal.unlink()
    before = picture(crashed)
    report = check_store(crashed, PASSPHRASE, policy=CHEAP)
    assert picture(crashed) == before
    assert not report.sound
    assert [(it.code, it.facts) for it in report.database.findings] == [
        (FindingCode.EDITS_MISSING, {"count": 4})
    ]
    assert told(crashed) == [(EditsMissing, {"count": 4})]


def test_what_is_missing_is_told_until_something_is_saved(crashed: Path) -> None:
    Places(crashed).live.wal.unlink()
    assert told(crashed) != []
    with open_store(crashed) as store:
        assert store.notices != ()
        edit(store, 1)
    assert told(crashed) == []


def test_a_log_that_lost_its_end_is_told_too(crashed: Path) -> None:
    live = Places(crashed).live
    log = live.wal.read_bytes()
    live.wal.write_bytes(log[: len(log) // 2])
    ((kind, facts),) = told(crashed)
    assert kind is EditsMissing
    assert facts["count"] in (1, 2, 3)


def test_after_an_ordinary_crash_nothing_is_missing_and_nothing_is_told(crashed: Path) -> None:
    """The control."""
    assert check_store(crashed, PASSPHRASE, policy=CHEAP).sound
    assert told(crashed) == []


def test_after_a_backup_was_put_back_nothing_is_said_to_be_missing(crashed: Path) -> None:
    places = Places(crashed)
    backup = newest_backup(places)
    assert backup is not None
    put_back(places, backup)
    assert told(crashed) == []


def test_a_count_that_cannot_be_read_or_written_keeps_nothing_shut(crashed: Path) -> None:
    count = Places(crashed).live.count_file
    for content in (b"", b"x", b"\xff" * 50, b"00 12"):
        count.write_bytes(content)
        assert told(crashed) == []
    count.unlink()
    count.mkdir()
    with open_store(crashed) as store:
        edit(store, 1)


def test_a_log_of_the_database_that_stood_here_before_is_not_applied_to_another(crashed: Path) -> None:
    """As a swap and a crash leave it: else a sound database is a damaged one."""
    places = Places(crashed)
    backup = newest_backup(places)
    assert backup is not None
    places.live.database.write_bytes(backup.database.read_bytes())
    log = places.live.wal.read_bytes()
    notices = told(crashed)
    assert [kind for kind, _facts in notices] == [LogSetAside, EditsMissing]
    (aside,) = places.live.folder.glob("*-wal.left-*")
    assert aside.read_bytes() == log
    assert notices[0][1] == {"file": aside.name}
    with open_store(crashed) as store, store.unit_of_work() as unit:
        assert unit.cases.get(REFERENCE).municipality is None


@pytest.mark.parametrize(
    "name",
    [
        "beraad (conflicted copy 2026-11-30).db",
        "beraad (Joke's conflicted copy 2026-11-30).db",
        "beraad (Conflicterende kopie van laptop 2026-11-30).db",
        "beraad (Exemplaar in conflict van Joke 2026-11-30).key",
        "beraad.sync-conflict-20261130-101112-ABCDEFG.db",
        "beraad (conflicted copy 2026-11-30 101112).db",
        "beraad_conflict-20261130-101112.db",
        "beraad-LAPTOP-JOKE.db",
        "beraad (1).db",
        "beraad 2.db",
        "beraad - Copy.db",
        "beraad - kopie.db",
        "beraad.sync-conflict-20261130-101112-ABCDEFG.db-wal",
        "beraad (1).key",
    ],
)
def test_a_copy_of_a_program_that_synchronises_is_named(name: str, data: Path) -> None:
    (Places(data).live.folder / name).write_bytes(b"x")
    assert told(data) == [(ConflictCopies, {"files": [name]})]


@pytest.mark.parametrize(
    "name",
    ["database (conflicted copy 2026-11-30)", "database 2", "database (1)", "database.sync-conflict-1"],
)
def test_a_copy_of_the_folder_is_named(name: str, data: Path) -> None:
    (data / name).mkdir()
    assert told(data) == [(ConflictCopies, {"files": [name]})]


def test_what_belongs_there_is_no_copy(data: Path) -> None:
    """The control."""
    with open_store(data) as store:
        edit(store, 1)
        names = {path.name for path in Places(data).live.folder.iterdir()}
        assert names == {
            "beraad.db",
            "beraad.db-wal",
            "beraad.db-shm",
            "beraad.key",
            "beraad.lock",
            "beraad.count",
        }
        assert unlock_checks.conflict_copies(Places(data)) == []
    (data / "database-20261130-101112-abcd").mkdir()
    (Places(data).live.folder / "beraad.db-wal.left-01234567").write_bytes(b"x")
    assert told(data) == []


def test_a_rescue_copy_that_was_not_put_back_is_named(data: Path) -> None:
    backup = newest_backup(Places(data))
    assert backup is not None
    shutil.copytree(backup.folder, data / "rescued-20261130-101112-abcd")
    assert told(data) == [(RescueStands, {"folders": ["rescued-20261130-101112-abcd"]})]


def test_what_was_copied_there_is_durable_before_anything_is_written(
    crashed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A restore by copying syncs nothing: the first write must not overtake what it builds on."""
    live = Places(crashed).live
    synced: list[str] = []
    at_first_write: list[list[str]] = []
    sync = os.fsync

    def seen(descriptor: int) -> None:
        synced.append(Path(f"/proc/self/fd/{descriptor}").readlink().name)
        sync(descriptor)

    begin = Store._begin

    def first_write(store: Store, revision: str | None) -> None:
        at_first_write.append(list(synced))
        begin(store, revision)

    content = live.database.read_bytes()
    monkeypatch.setattr(os, "fsync", seen)
    monkeypatch.setattr(Store, "_begin", first_write)
    with open_store(crashed):
        pass
    assert set(at_first_write[0]) >= {"beraad.db", "beraad.db-wal", "beraad.key", "database", crashed.name}
    assert live.database.read_bytes()[:16] == content[:16]


def test_a_folder_that_cannot_be_synced_is_not_written_to(
    crashed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path) -> None:
        raise OSError(5, "no")

    before = {name: kept[0] for name, kept in picture(crashed).items()}
    monkeypatch.setattr(unlock_checks, "sync_file", fail)
    with pytest.raises(StoreError):
        open_store(crashed)
    assert {name: kept[0] for name, kept in picture(crashed).items()} == before


def test_the_log_of_a_vault_is_known(crashed: Path) -> None:
    assert unlock_checks.has_log(Places(crashed).live)
    assert not unlock_checks.has_log(Vault(crashed))
