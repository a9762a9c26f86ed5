"""What one test does in a store that is lent to many reaches no other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from beraad.store.sqlite.database import connect
from beraad.store.sqlite.places import Vault
from tests.inside import key_of
from tests.store.samples import LentStore, a_case, picture


@pytest.fixture
def lent(data: Path) -> Iterator[LentStore]:
    """A store with one case, to lend."""
    lent = LentStore(data)
    yield lent
    lent.close()


def contents(data: Path) -> dict[str, bytes]:
    """Every file but the number of commits, which counts what was taken back too."""
    return {name: kept[0] for name, kept in picture(data).items() if not name.endswith(".count")}


def _references(lent: LentStore) -> list[str]:
    with lent.lend() as store, store.unit_of_work() as unit:
        return unit.cases.references()


def test_what_one_writes_the_next_does_not_find(lent: LentStore) -> None:
    before = _references(lent)
    with lent.lend() as store, store.unit_of_work() as unit:
        unit.cases.add(a_case("2026-0099"))
        unit.commit()
        assert unit.cases.references() == [*before, "2026-0099"]
    assert _references(lent) == before


def test_the_files_are_as_they_were_though_a_unit_was_left_open(lent: LentStore, data: Path) -> None:
    before = contents(data)
    with lent.lend() as store:
        unit = store.unit_of_work()
        unit.cases.add(a_case("2026-0099"))
        unit.commit()
        assert "2026-0099" in unit.cases.references()
    assert contents(data) == before


def test_who_keeps_the_database_open_is_noticed(lent: LentStore, live: Vault) -> None:
    lending = lent.lend()
    somebody = connect(live.database, key_of(lending.__enter__()))
    somebody.execute("SELECT count(*) FROM sqlite_master").fetchone()
    with pytest.raises(AssertionError, match="open"):
        lending.__exit__(None, None, None)
    somebody.close()
    # The log goes with the last who had it open.
    assert not live.wal.exists()
