"""The backup at unlocking can be made after it, on another thread, while somebody works."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from beraad.store.keys import KeyFile
from beraad.store.sqlite import backup
from beraad.store.sqlite.check import inspect
from beraad.store.sqlite.places import Vault
from beraad.store.store import Store
from tests.inside import backups_in, key_of
from tests.patience import MINUTE
from tests.store.samples import CHEAP, PASSPHRASE, open_store

REFERENCE = "2026-0007"
SECONDS = MINUTE / 1000


@pytest.fixture
def changed(data: Path) -> Path:
    """A store with an edit that is in no backup."""
    with open_store(data) as store:
        change(store, "Utrecht")
    return data


@pytest.fixture
def store(changed: Path) -> Iterator[Store]:
    with Store.open(changed, PASSPHRASE, policy=CHEAP, back_up_later=True) as store:
        yield store


@pytest.fixture
def beside() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as pool:
        yield pool


def change(store: Store, municipality: str) -> None:
    with store.unit_of_work() as unit:
        unit.cases.get(REFERENCE).municipality = municipality
        unit.commit()


def backups(store: Store) -> list[Vault]:
    return backups_in(store)


class Held:
    """A backup that is copied, and then waits."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.copied, self.go_on = threading.Event(), threading.Event()
        real: Callable[..., None] = backup._copy

        def copy(*given: object) -> None:
            real(*given)
            self.copied.set()
            assert self.go_on.wait(SECONDS)

        monkeypatch.setattr(backup, "_copy", copy)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    return Held(monkeypatch)


def begun(store: Store, held: Held, beside: ThreadPoolExecutor) -> Future[None]:
    """The job, as far as the copy."""
    running = beside.submit(store.backup_job())
    assert held.copied.wait(SECONDS)
    return running


def test_unlocking_leaves_the_backup_to_the_job(changed: Path, beside: ThreadPoolExecutor) -> None:
    with Store.open(changed, PASSPHRASE, policy=CHEAP, back_up_later=True) as store:
        before = len(backups(store))
        assert store.backup_waits
        beside.submit(store.backup_job()).result(SECONDS)
        assert not store.backup_waits
        assert len(backups(store)) == before + 1
        assert store.backup_trouble is None
    with open_store(changed) as store:
        assert not store.backup_waits, "the control: at once"
        assert len(backups(store)) == before + 1


def test_an_edit_is_saved_while_the_backup_is_made(
    store: Store, held: Held, beside: ThreadPoolExecutor
) -> None:
    running = begun(store, held, beside)
    change(store, "Amersfoort")
    held.go_on.set()
    running.result(SECONDS)
    assert inspect(backups(store)[-1], key_of(store)).sound
    before = len(backups(store))
    store.back_up()
    assert len(backups(store)) == before + 1, "the edit is in the next one"


def test_closing_waits_for_the_backup(store: Store, held: Held, beside: ThreadPoolExecutor) -> None:
    running = begun(store, held, beside)
    threading.Timer(0.2, held.go_on.set).start()
    store.close()
    assert held.go_on.is_set()
    running.result(SECONDS)


def test_a_job_that_begins_after_closing_does_nothing(store: Store) -> None:
    before, job = len(backups(store)), store.backup_job()
    store.close()
    job()
    assert len(backups(store)) == before


def test_a_backup_in_the_making_opens_with_the_new_passphrase_alone(
    store: Store, held: Held, beside: ThreadPoolExecutor
) -> None:
    running = begun(store, held, beside)
    threading.Timer(0.2, held.go_on.set).start()
    store.change_passphrase("een heel andere zin")
    running.result(SECONDS)
    assert [KeyFile.read(one.key_file) == store._key_file for one in backups(store)] == [True] * len(
        backups(store)
    )


def test_the_job_reads_the_newest_backup_and_makes_one_for_a_damaged(
    changed: Path, beside: ThreadPoolExecutor
) -> None:
    with open_store(changed) as store:
        newest = backups(store)[-1]
    content = bytearray(newest.database.read_bytes())
    content[5000] ^= 1
    newest.database.write_bytes(content)
    with Store.open(changed, PASSPHRASE, policy=CHEAP, back_up_later=True) as store:
        beside.submit(store.backup_job()).result(SECONDS)
        assert not newest.folder.exists()
        assert inspect(backups(store)[-1], key_of(store)).sound


def test_why_there_is_none_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: object) -> None:
        raise OSError(28, "no")

    monkeypatch.setattr(backup, "sync_file", fail)
    store.backup_job()()
    assert store.backup_trouble is not None
    assert store.backup_trouble.code == "disk_full"
