"""Rolling backups: encrypted, whole, each with its key file, and openable like the store itself."""

import datetime as dt
import shutil
from functools import partial
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from beraad.store.errors import BackupFailed, DiskFull, WrongPassphrase
from beraad.store.sqlite import backup, database
from beraad.store.sqlite.backup import KEPT
from beraad.store.sqlite.places import Places, Vault
from beraad.store.store import Store
from tests.inside import backups_in
from tests.store.samples import CHEAP, PASSPHRASE, a_case, make_store, open_store, picture

REFERENCE = "2026-0007"


def backups(store: Store) -> list[Vault]:
    return backups_in(store)


def change(store: Store, municipality: str) -> None:
    with store.unit_of_work() as unit:
        unit.cases.get(REFERENCE).municipality = municipality
        unit.commit()


def put_back(vault: Vault, folder: Path) -> Path:
    """A backup as a data folder of its own."""
    shutil.copytree(vault.folder, Places(folder).live.folder)
    return folder


def test_unlocking_makes_a_backup(data: Path) -> None:
    with open_store(data) as store:
        count = len(backups(store))
        change(store, "Utrecht")
    with open_store(data) as store:
        assert len(backups(store)) == count + 1


def test_unlocking_twice_without_a_change_makes_one(data: Path) -> None:
    with open_store(data) as store:
        before = backups(store)
    with open_store(data) as store:
        assert backups(store) == before


def test_a_backup_opens_with_the_passphrase_and_holds_what_was_saved(store: Store, tmp_path: Path) -> None:
    change(store, "Utrecht")
    store.back_up()
    change(store, "Amersfoort")
    with open_store(put_back(backups(store)[-1], tmp_path / "again")) as again, again.unit_of_work() as unit:
        case = unit.cases.get(REFERENCE)
    assert case.municipality == "Utrecht"
    assert len(case.meetings[0].statements) == 3


def test_only_the_newest_are_kept(store: Store) -> None:
    for number in range(KEPT + 5):
        change(store, f"{number}")
        store.back_up()
    numbers = [int(vault.folder.name[:6]) for vault in backups(store)]
    assert len(numbers) == KEPT
    assert numbers == sorted(numbers)
    assert numbers[-1] - numbers[0] == KEPT - 1


def test_a_clock_set_back_changes_no_order(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    class Earlier(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> "Earlier":
            return cls(1999, 1, 1, tzinfo=tz)

    change(store, "Utrecht")
    monkeypatch.setattr(backup.dt, "datetime", Earlier)
    store.back_up()
    assert "19990101T000000Z" in backups(store)[-1].folder.name


def test_no_word_of_the_case_stands_in_a_backup(store: Store, data: Path) -> None:
    change(store, "Zeldzamegemeente")
    store.back_up()
    content = b"".join(path.read_bytes() for path in (data / "backups").rglob("*") if path.is_file())
    assert b"Zeldzamegemeente" not in content
    assert b"SQLite format" not in content


def test_a_backup_is_for_this_user_alone(store: Store, data: Path) -> None:
    rights = {path: path.stat().st_mode & 0o777 for path in (data / "backups").rglob("*")}
    assert {right for path, right in rights.items() if path.is_file()} == {0o600}
    assert {right for path, right in rights.items() if path.is_dir()} == {0o700}


@pytest.mark.parametrize(("number", "error"), [(28, DiskFull), (13, BackupFailed)])
def test_a_failing_backup_leaves_no_half_one_and_lets_the_store_open(
    data: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[Exception]
) -> None:
    with open_store(data) as store:
        change(store, "Utrecht")
        before = picture(data / "backups").keys()

    def fail(*_args: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(backup, "sync_file", fail)
    with open_store(data) as store:
        assert isinstance(store.backup_trouble, error)
        assert picture(data / "backups").keys() == before
        with store.unit_of_work() as unit:
            assert unit.cases.get(REFERENCE).municipality == "Utrecht"


def test_a_backup_that_cannot_be_read_back_is_not_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = backup._copy

    def spoil(source: object, live: Vault, copy: Vault, key: object) -> None:
        sound(source, live, copy, key)  # type: ignore[arg-type]
        content = bytearray(copy.database.read_bytes())
        content[5000] ^= 1
        copy.database.write_bytes(content)

    change(store, "Utrecht")
    before = backups(store)
    monkeypatch.setattr(backup, "_copy", spoil)
    with pytest.raises(BackupFailed) as caught:
        store.back_up()
    assert caught.value.facts == {"reason": "not_readable"}
    assert backups(store) == before


def test_the_log_of_a_copy_is_in_its_file_before_that_is_closed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All threads of the program would wait while closing writes it there."""
    logs: list[int] = []

    class Closing(driver.Connection):  # type: ignore[misc]  # the driver ships no types
        """Notes how much is left to be written."""

        def close(self) -> None:
            [(_number, _name, path)] = self.execute("PRAGMA database_list").fetchall()
            log = Path(f"{path}-wal")
            logs.append(log.stat().st_size if log.exists() else 0)
            super().close()

    monkeypatch.setattr(database, "connect", partial(database.connect, kind=Closing))
    change(store, "Utrecht")
    store.back_up()
    assert logs == [0, 0], "one closes the new database, one the copy"


def test_what_a_crash_left_of_a_backup_goes(store: Store, data: Path) -> None:
    left = data / "backups" / ".12345678.new"
    left.mkdir()
    change(store, "Utrecht")
    store.back_up()
    assert not left.exists()


def test_a_new_passphrase_holds_for_the_backups_too(store: Store, tmp_path: Path) -> None:
    change(store, "Utrecht")
    store.back_up()
    store.change_passphrase("een andere zin")
    for number, vault in enumerate(backups(store)):
        folder = put_back(vault, tmp_path / f"again{number}")
        with pytest.raises(WrongPassphrase):
            open_store(folder)
        Store.open(folder, "een andere zin", policy=CHEAP).close()


def test_a_new_passphrase_changes_no_byte_of_the_database(store: Store, data: Path, live: Vault) -> None:
    before = live.database.read_bytes()
    store.change_passphrase("een andere zin")
    store.close()
    assert live.database.read_bytes() == before
    with pytest.raises(WrongPassphrase):
        open_store(data)
    Store.open(data, "een andere zin", policy=CHEAP).close()


def test_the_recovery_code_opens_the_store_and_lets_a_passphrase_be_chosen(tmp_path: Path) -> None:
    store, code = Store.create(tmp_path, PASSPHRASE, policy=CHEAP)
    store.close()
    with Store.open_with_recovery(tmp_path, code.lower(), policy=CHEAP) as again:
        again.change_passphrase("een andere zin")
    Store.open(tmp_path, "een andere zin", policy=CHEAP).close()
    Store.open_with_recovery(tmp_path, code, policy=CHEAP).close()


def test_backups_of_another_database_are_left_alone(data: Path, tmp_path: Path) -> None:
    make_store(tmp_path / "other").close()
    foreign = tmp_path / "data" / "backups" / "000900-5-20200101T000000Z"
    shutil.copytree(Places(tmp_path / "other").live.folder, foreign)
    before = picture(foreign)
    with open_store(data) as store:
        for number in range(KEPT + 2):
            change(store, f"{number}")
            store.back_up()
        store.change_passphrase("een andere zin")
        assert foreign not in [vault.folder for vault in backups(store)]
    assert picture(foreign) == before


def test_the_case_of_the_samples_is_in_every_backup(store: Store, tmp_path: Path) -> None:
    with store.unit_of_work() as unit:
        unit.cases.add(a_case("2026-0008"))
        unit.commit()
    store.back_up()
    with open_store(put_back(backups(store)[-1], tmp_path / "again")) as again, again.unit_of_work() as unit:
        assert unit.cases.references() == [REFERENCE, "2026-0008"]
