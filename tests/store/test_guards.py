"""What cannot be opened is refused by its own name, and refusing changes nothing on disk."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from beraad.codes import StoreState
from beraad.store.checking import check_store
from beraad.store.errors import (
    DatabaseDamaged,
    DatabaseEmpty,
    DatabaseGone,
    DatabaseNotEncrypted,
    DatabaseTooNew,
    EmptyPassphrase,
    KeyFileDamaged,
    KeyFileMissing,
    OnlyBackups,
    StoreError,
    StoreExists,
    StoreMissing,
    StoreNotWritable,
    WrongPassphrase,
    WrongRecoveryCode,
)
from beraad.store.keys import DataKey, KeyFile
from beraad.store.recovery_code import new_recovery_code
from beraad.store.sqlite.database import connect
from beraad.store.sqlite.places import Places, Vault
from beraad.store.sqlite.state import store_state
from beraad.store.store import Store
from tests.inside import engine_of
from tests.store.samples import CHEAP, PASSPHRASE, make_store, open_store, picture


def remove_database(vault: Vault) -> None:
    vault.database.unlink()


def empty_database(vault: Vault) -> None:
    vault.database.write_bytes(b"")


def one_byte_database(vault: Vault) -> None:
    vault.database.write_bytes(b"\x00")


def two_byte_database(vault: Vault) -> None:
    vault.database.write_bytes(b"\x00\x00")


def plain_database(vault: Vault) -> None:
    vault.database.unlink()
    connection = driver.connect(str(vault.database))
    connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
    connection.commit()
    connection.close()


def random_database(vault: Vault) -> None:
    vault.database.write_bytes(os.urandom(8 * 4096))


def short_database(vault: Vault) -> None:
    vault.database.write_bytes(vault.database.read_bytes()[:100])


def database_of_another_key(vault: Vault) -> None:
    other = Places(vault.folder.parent.with_name("other"))
    make_store(other.data).close()
    vault.database.write_bytes(other.live.database.read_bytes())


def remove_key_file(vault: Vault) -> None:
    vault.key_file.unlink()


def spoil_key_file(vault: Vault) -> None:
    vault.key_file.write_bytes(b"{}")


def newer_database(vault: Vault) -> None:
    connection = connect(vault.database, key_of(vault))
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


def nothing(_vault: Vault) -> None:
    """The control: the same steps on a sound store."""


def key_of(vault: Vault) -> DataKey:
    return KeyFile.read(vault.key_file).unlock(PASSPHRASE, CHEAP)


@pytest.mark.parametrize(
    ("spoil", "error", "state"),
    [
        (remove_database, DatabaseGone, StoreState.DATABASE_MISSING),
        (empty_database, DatabaseEmpty, StoreState.DATABASE_EMPTY),
        (one_byte_database, DatabaseEmpty, StoreState.DATABASE_EMPTY),
        (two_byte_database, DatabaseDamaged, StoreState.PRESENT),
        (plain_database, DatabaseNotEncrypted, StoreState.DATABASE_NOT_ENCRYPTED),
        (remove_key_file, KeyFileMissing, StoreState.KEY_FILE_MISSING),
        (spoil_key_file, KeyFileDamaged, StoreState.KEY_FILE_DAMAGED),
        (random_database, DatabaseDamaged, StoreState.PRESENT),
        (short_database, DatabaseDamaged, StoreState.PRESENT),
        (database_of_another_key, DatabaseDamaged, StoreState.PRESENT),
        (newer_database, DatabaseTooNew, StoreState.PRESENT),
        (nothing, None, StoreState.PRESENT),
    ],
)
def test_what_is_wrong_has_its_own_name_and_every_file_stays_as_it_was(
    live: Vault, data: Path, spoil: Callable[[Vault], None], error: type[StoreError] | None, state: StoreState
) -> None:
    spoil(live)
    before = picture(data)
    assert store_state(data) is state
    assert picture(data) == before
    if error is None:
        open_store(data).close()
        return
    with pytest.raises(error):
        open_store(data)
    assert picture(data) == before


def test_a_wrong_passphrase_changes_nothing(data: Path) -> None:
    before = picture(data)
    for attempt in range(100):
        with pytest.raises(WrongPassphrase):
            Store.open(data, f"poging {attempt}", policy=CHEAP)
    assert picture(data) == before
    open_store(data).close()


def test_a_wrong_recovery_code_changes_nothing(data: Path) -> None:
    before = picture(data)
    with pytest.raises(WrongRecoveryCode):
        Store.open_with_recovery(data, new_recovery_code(), policy=CHEAP)
    assert picture(data) == before


def test_opening_where_nothing_is_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        Store.open(tmp_path / "data", PASSPHRASE, policy=CHEAP)
    with pytest.raises(StoreMissing):
        check_store(tmp_path / "data", PASSPHRASE, policy=CHEAP)
    assert store_state(tmp_path / "data") is StoreState.ABSENT
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "spoil", [nothing, remove_database, empty_database, remove_key_file, spoil_key_file, random_database]
)
def test_creating_refuses_where_anything_stands(
    live: Vault, data: Path, spoil: Callable[[Vault], None]
) -> None:
    spoil(live)
    before = picture(data)
    with pytest.raises(StoreExists):
        Store.create(data, PASSPHRASE, policy=CHEAP)
    assert picture(data) == before


def put_aside(vault: Vault) -> None:
    vault.folder.rename(vault.folder.with_name("database.oud"))


def put_elsewhere(vault: Vault) -> None:
    shutil.rmtree(vault.folder)


def put_aside_without_backups(vault: Vault) -> None:
    put_aside(vault)
    shutil.rmtree(vault.folder.with_name("backups"))


@pytest.mark.parametrize("move", [put_aside, put_elsewhere, put_aside_without_backups])
def test_a_new_store_beside_what_is_left_of_one_is_made_only_when_somebody_was_asked(
    live: Vault, data: Path, move: Callable[[Vault], None]
) -> None:
    move(live)
    before = picture(data)
    assert store_state(data) is StoreState.ONLY_BACKUPS
    with pytest.raises(OnlyBackups):
        Store.create(data, PASSPHRASE, policy=CHEAP)
    with pytest.raises(OnlyBackups):
        open_store(data)
    assert picture(data) == before
    kept = {name: there[0] for name, there in before.items()}
    Store.create(data, PASSPHRASE, policy=CHEAP, anew=True)[0].close()
    after = {name: there[0] for name, there in picture(data).items()}
    assert {name: after.get(name) for name in kept} == kept
    open_store(data).close()


def test_a_folder_whose_database_went_is_put_aside_when_somebody_begins_anew(live: Vault, data: Path) -> None:
    key_file = live.key_file.read_bytes()
    remove_database(live)
    Store.create(data, PASSPHRASE, policy=CHEAP, anew=True)[0].close()
    (aside,) = data.glob("database-*")
    assert (aside / "beraad.key").read_bytes() == key_file
    open_store(data).close()


@pytest.mark.parametrize("spoil", [empty_database, plain_database, remove_key_file, random_database])
def test_nothing_but_a_database_that_is_gone_is_put_aside_for_a_new_store(
    live: Vault, data: Path, spoil: Callable[[Vault], None]
) -> None:
    spoil(live)
    before = picture(data)
    with pytest.raises(StoreExists):
        Store.create(data, PASSPHRASE, policy=CHEAP, anew=True)
    assert picture(data) == before


def test_creating_with_an_empty_passphrase_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(EmptyPassphrase):
        Store.create(tmp_path / "data", " ", policy=CHEAP)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("step", ["new_database", "schema.upgrade", "sync_file", "sync_folder"])
def test_a_failure_while_creating_leaves_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_args: object, **_named: object) -> None:
        raise OSError(13, "no")

    monkeypatch.setattr(f"beraad.store.building.{step}", fail)
    with pytest.raises(StoreNotWritable):
        Store.create(tmp_path / "data", PASSPHRASE, policy=CHEAP)
    assert list((tmp_path / "data").iterdir()) == []
    monkeypatch.undo()
    Store.create(tmp_path / "data", PASSPHRASE, policy=CHEAP)[0].close()


def test_what_a_crash_left_while_creating_is_no_store_and_goes(tmp_path: Path) -> None:
    left = tmp_path / "data" / ".database-00000000.new"
    left.mkdir(parents=True)
    (left / "beraad.db").write_bytes(b"half")
    assert store_state(tmp_path / "data") is StoreState.ABSENT
    Store.create(tmp_path / "data", PASSPHRASE, policy=CHEAP)[0].close()
    assert sorted(path.name for path in (tmp_path / "data").iterdir()) == ["backups", "database"]


def test_a_store_is_made_in_an_existing_data_folder_with_other_things_in_it(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("")
    (tmp_path / "database").mkdir()
    Store.create(tmp_path, PASSPHRASE, policy=CHEAP)[0].close()
    open_store(tmp_path).close()


def test_a_protected_database_is_refused_before_the_first_edit_would_fail(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = picture(data)
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path).name != "beraad.db")
    with pytest.raises(StoreNotWritable):
        open_store(data)
    assert picture(data) == before


def test_a_refusal_makes_no_lock_file(live: Vault, data: Path) -> None:
    live.lock_file.unlink()
    random_database(live)
    before = set(picture(data))
    with pytest.raises(DatabaseDamaged):
        open_store(data)
    assert set(picture(data)) == before


def test_everything_is_for_this_user_alone(data: Path) -> None:
    with open_store(data) as store:
        with store.unit_of_work() as unit:
            unit.cases.get("2026-0007").family_name = "De Vries"
            unit.commit()
        rights = {
            str(path.relative_to(data)): path.stat().st_mode & 0o777 for path in [data, *data.rglob("*")]
        }
    assert "database/beraad.db-wal" in rights
    assert {rights[name] for name in rights if (data / name).is_dir()} == {0o700}
    assert {right for name, right in rights.items() if "beraad." in name} == {0o600}


def test_no_word_of_the_case_stands_on_disk(store: Store, data: Path) -> None:
    with store.unit_of_work() as unit:
        unit.cases.get("2026-0007").family_name = "Zeldzamenaam"
        unit.commit()
    everything = b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())
    assert b"Zeldzamenaam" not in everything
    assert b"SQLite format" not in everything
    assert b"2026-0007" not in everything


def test_the_pragmas_are_those_of_the_promise(store: Store) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2}
    with engine_of(store).connect() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in wanted}
    assert found == wanted


def test_an_error_of_the_driver_holds_no_contents(store: Store) -> None:
    with store.unit_of_work() as unit:
        case = unit.cases.get("2026-0007")
        case.family_name = None  # type: ignore[assignment]
        case.municipality = "Zeldzamegemeente"
        with pytest.raises(StoreError) as caught:
            unit.commit()
    chain = f"{caught.value!r} {caught.value.facts} {caught.value.__cause__}"
    assert "Zeldzamegemeente" not in chain
    assert "CONSTRAINT" in chain
