"""When a commit fails, the disk is asked what became of it, and the person is told that."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, event

from beraad.store.errors import (
    DiskFull,
    NotSaved,
    SavedAfterAll,
    StoreError,
    StoreNotWritable,
    UnknownOutcome,
)
from beraad.store.sqlite.database import connect, open_engine
from beraad.store.sqlite.places import Vault
from beraad.store.store import Store
from tests.inside import engine_of, key_of
from tests.store.samples import CHEAP, PASSPHRASE, a_case, a_statement, open_store

resource = pytest.importorskip("resource", reason="a limit on the size of files is a thing of Unix")

REFERENCE = "2026-0007"


def fail_at_commit(store: Store, before_failing: Callable[[Connection], None]) -> None:
    """Let the next COMMIT report a failure, once."""

    def fail(connection: Connection) -> None:
        event.remove(engine_of(store), "commit", fail)
        before_failing(connection)
        raise driver.OperationalError("disk I/O error: Zeldzamenaam")

    event.listen(engine_of(store), "commit", fail)


def keep_nothing(_connection: Connection) -> None:
    """The commit never reaches the disk."""


def keep_all(connection: Connection) -> None:
    """The commit reaches the disk, and is reported as failed all the same."""
    raw = connection.connection.dbapi_connection
    assert raw is not None
    raw.commit()


def test_a_failed_commit_that_kept_nothing_says_so_and_shows_the_disk(store: Store) -> None:
    with store.unit_of_work() as unit:
        case = unit.cases.get(REFERENCE)
        case.municipality = "Utrecht"
        case.meetings[0].statements.append(a_statement(3))
        fail_at_commit(store, keep_nothing)
        with pytest.raises(NotSaved):
            unit.commit()
        assert case.municipality is None
        assert len(case.meetings[0].statements) == 3


def test_the_unit_goes_on_after_a_failed_commit(store: Store) -> None:
    with store.unit_of_work() as unit:
        case = unit.cases.get(REFERENCE)
        case.municipality = "Utrecht"
        fail_at_commit(store, keep_nothing)
        with pytest.raises(NotSaved):
            unit.commit()
        case.municipality = "Amersfoort"
        unit.commit()
    with store.unit_of_work() as other:
        assert other.cases.get(REFERENCE).municipality == "Amersfoort"


def test_a_failed_commit_that_was_kept_says_so_and_shows_the_disk(store: Store) -> None:
    with store.unit_of_work() as unit:
        case = unit.cases.get(REFERENCE)
        case.municipality = "Utrecht"
        case.meetings[0].statements.append(a_statement(3))
        fail_at_commit(store, keep_all)
        with pytest.raises(SavedAfterAll):
            unit.commit()
        assert case.municipality == "Utrecht"
        assert [row.id for row in case.meetings[0].statements] == ["s0", "s1", "s2", "s3"]
        case.meetings[0].statements[3].text = "Anders."
        unit.commit()


def test_when_the_disk_cannot_be_asked_the_outcome_is_unknown(store: Store, live: Vault) -> None:
    def lose_the_disk(_connection: Connection) -> None:
        for path in (live.database, live.wal):
            path.write_bytes(b"")

    with store.unit_of_work() as unit:
        unit.cases.get(REFERENCE).municipality = "Utrecht"
        fail_at_commit(store, lose_the_disk)
        with pytest.raises(UnknownOutcome) as caught:
            unit.commit()
    assert "Zeldzamenaam" not in f"{caught.value} {caught.value.facts}"
    assert caught.value.facts.keys() == {"reason", "reading"}


def test_a_failed_commit_of_a_new_case_keeps_no_trace_of_it(store: Store) -> None:
    with store.unit_of_work() as unit:
        unit.cases.add(a_case("2026-0008"))
        fail_at_commit(store, keep_nothing)
        with pytest.raises(NotSaved):
            unit.commit()
        assert unit.cases.references() == [REFERENCE]
        unit.cases.add(a_case("2026-0008"))
        unit.commit()
        assert unit.cases.references() == [REFERENCE, "2026-0008"]


def test_a_database_that_may_not_grow_is_a_full_disk(store: Store) -> None:
    @event.listens_for(engine_of(store), "checkout")
    def no_growth(raw: driver.Connection, _record: object, _proxy: object) -> None:
        raw.execute("PRAGMA max_page_count = 1")

    with store.unit_of_work() as unit:
        case = unit.cases.get(REFERENCE)
        for number in range(3, 40):
            case.meetings[0].statements.append(a_statement(number, "x" * 3_900))
        with pytest.raises(DiskFull):
            unit.commit()
        assert len(case.meetings[0].statements) == 3


@pytest.mark.parametrize(
    ("trouble", "expected"),
    [("PRAGMA max_page_count = 8", DiskFull), ("PRAGMA query_only = ON", StoreNotWritable)],
)
def test_a_first_store_that_cannot_be_filled_says_why(
    trouble: str, expected: type[StoreError], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing was of another version, and no backup lies there: neither is said."""

    def hampered(*arguments: object, **options: object) -> Engine:
        engine = open_engine(*arguments, **options)  # type: ignore[arg-type]
        event.listen(engine, "checkout", lambda raw, *_others: raw.execute(trouble))
        return engine

    monkeypatch.setattr("beraad.store.building.open_engine", hampered)
    with pytest.raises(expected):
        Store.create(tmp_path / "data", PASSPHRASE, policy=CHEAP)
    assert list((tmp_path / "data").iterdir()) == []


def test_a_write_that_fails_loses_nothing_that_was_saved(data: Path) -> None:
    """The operating system refuses every write beyond a size: as an I/O error in the middle of a commit."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    saved, failed = 0, 0
    with open_store(data) as store, store.unit_of_work() as unit:
        case = unit.cases.get(REFERENCE)
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, hard))
            while not failed:
                case.municipality = f"{saved + 1} stad"
                for row in case.meetings[0].statements:
                    row.text = f"{saved + 1} " + "x" * 3_900
                try:
                    unit.commit()
                except NotSaved:
                    failed += 1
                else:
                    saved += 1
            assert str(case.municipality).startswith(f"{saved} ")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert saved > 0
    with open_store(data) as again, again.unit_of_work() as unit:
        assert str(unit.cases.get(REFERENCE).municipality).startswith(f"{saved} ")


FILL = """
import errno, os, shutil, sys
from pathlib import Path
from beraad.store.errors import DiskFull, SavedAfterAll, StoreError
from tests.store.samples import open_store
small, kept = Path(sys.argv[1]), Path(sys.argv[2])
shutil.copytree(kept, small / "data")
saved = 0
with open_store(small / "data") as store, store.unit_of_work() as unit:
    case = unit.cases.get("2026-0007")
    # What is left of the disk, but for some pages, goes to somebody else.
    free = os.statvfs(small)
    (small / "filler").write_bytes(bytes(max(0, free.f_bavail * free.f_bsize - 400_000)))
    outcomes = set()
    for number in range(1, 200):
        case.municipality = f"{number} stad"
        case.meetings[0].statements[0].text = f"{number} " + "x" * 3_900
        try:
            unit.commit()
        except SavedAfterAll:
            saved = number
            outcomes.add("SavedAfterAll")
        except StoreError as error:
            outcomes.add(type(error).__name__)
            assert int(str(case.municipality).split()[0]) == saved
            break
        else:
            saved = number
print(saved, *outcomes)
(small / "filler").unlink()
with open_store(small / "data") as store, store.unit_of_work() as unit:
    assert int(unit.cases.get("2026-0007").municipality.split()[0]) == saved
print("all there")
"""


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="a small disk is mounted by root only"
)
def test_a_disk_that_is_really_full_loses_nothing_that_was_saved(data: Path, tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    command = 'mount -t tmpfs -o size=3m tmpfs "$0" || exit 77; exec "$1" -c "$2" "$0" "$3"'
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", command, str(small), sys.executable, FILL, str(data)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    if done.returncode in (1, 77) and ("unshare" in done.stderr or "mount" in done.stderr):
        pytest.skip("no disk may be mounted here")
    assert done.returncode == 0, done.stderr
    assert "DiskFull" in done.stdout
    assert done.stdout.endswith("all there\n")


def test_a_commit_counts_itself_within_its_transaction(store: Store, live: Vault) -> None:
    def counted() -> int:
        raw = connect(live.database, key_of(store))
        try:
            return int(raw.execute("PRAGMA user_version").fetchone()[0])
        finally:
            raw.close()

    before = counted()
    with store.unit_of_work() as unit:
        case = unit.cases.get(REFERENCE)
        case.municipality = "Utrecht"
        unit.commit()
        assert counted() == before + 1
        case.municipality = "Amersfoort"
        fail_at_commit(store, keep_nothing)
        with pytest.raises(StoreError):
            unit.commit()
        assert counted() == before + 1
