"""A whole case, taken out of one store and given to another: nothing of it is left behind, or changed."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session
from sqlmodel import SQLModel

from beraad.models import OVERVIEW_LINES, Case, Meeting
from beraad.models.base import ReadersColumn
from beraad.readers import Readers
from beraad.store import whole_case
from beraad.store.errors import ChangedElsewhere, RuleBroken, UnknownCase
from beraad.store.store import Store
from beraad.store.whole_case import tables_of_a_case, whole_of
from tests.inside import engine_of
from tests.properties.marked_cases import Document, marked_documents, read
from tests.store.samples import CHEAP, PASSPHRASE, a_case

KEYS = {"pk", "case_pk", "meeting_pk", "person_pk", "agreement_pk", "scale_pk", "row_version"}


@pytest.fixture(scope="module")
def two_stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    """Two stores, without a case."""
    folder = tmp_path_factory.mktemp("two")
    here, _code = Store.create(folder / "here", PASSPHRASE, policy=CHEAP)
    there, _code = Store.create(folder / "there", PASSPHRASE, policy=CHEAP)
    with here, there:
        yield here, there


@pytest.fixture
def here_and_there(two_stores: tuple[Store, Store]) -> tuple[Store, Store]:
    for store in two_stores:
        empty(store)
    return two_stores


def empty(store: Store) -> None:
    with engine_of(store).begin() as connection:
        connection.execute(sa.delete(Case))


def add(store: Store, case: Case) -> None:
    with store.unit_of_work() as unit:
        unit.cases.add(case)
        unit.commit()


def carry(here: Store, there: Store, reference: str) -> None:
    with here.unit_of_work() as unit:
        whole = unit.cases.whole(reference)
    with there.unit_of_work() as unit:
        unit.cases.replace(whole)
        unit.commit()


def held(store: Store) -> dict[str, Counter[str]]:
    """How often each row stands in each table, without keys: read past what is tested."""
    with engine_of(store).connect() as connection:
        return {
            table.name: Counter(
                repr([(name, value) for name, value in row.items() if name not in KEYS])
                for row in connection.execute(sa.select(table)).mappings()
            )
            for table in SQLModel.metadata.sorted_tables
            if table is not OVERVIEW_LINES
        }


def differing(here: Store, there: Store) -> list[str]:
    there_held = held(there)
    return [name for name, rows in held(here).items() if rows != there_held[name]]


def fill_the_rest(store: Store, chance: Random) -> None:
    """Some rows in every table that holds none of the case yet, above all what no case file knows."""
    with engine_of(store).begin() as connection:
        for table in tables_of_a_case():
            if connection.scalar(sa.select(sa.func.count()).select_from(table)):
                continue
            (key,) = table.foreign_keys
            for above in connection.scalars(sa.select(key.column)).all():
                for at in range(chance.randint(1, 2)):
                    values = {
                        column.name: value_for(column, chance) for column in table.c if column.name != "pk"
                    }
                    connection.execute(sa.insert(table), {**values, "position": at, key.parent.name: above})


def value_for(column: sa.Column[Any], chance: Random) -> object:
    """A value of its type."""
    if isinstance(column.type, sa.Enum):
        return chance.choice([*column.type.enum_class])
    made: dict[type, object] = {
        sa.JSON: ["p1"],
        ReadersColumn: Readers.only("p1"),
        sa.Integer: chance.randint(1, 9),
        sa.Boolean: chance.random() < 0.5,
        sa.Date: dt.date(2026, 3, 2),
        sa.LargeBinary: chance.randbytes(300),
    }
    for kind, value in made.items():
        if isinstance(column.type, kind):
            return value
    return f"{column.name} {chance.random()}"


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(marked_documents())
def test_a_new_case_is_written_as_sqlalchemy_writes_it(
    two_stores: tuple[Store, Store], document: Document
) -> None:
    here, there = two_stores
    for store in two_stores:
        empty(store)
    add(here, read(document))
    with Session(engine_of(there)) as session:
        session.add(read(document))
        session.commit()
    assert differing(here, there) == []
    with here.unit_of_work() as unit:
        case = unit.cases.get(document["reference"])
        assert unit.cases.whole(case.reference) == whole_of(case)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(marked_documents(), st.integers(0, 2**32))
def test_a_case_is_the_same_in_another_store(
    two_stores: tuple[Store, Store], document: Document, seed: int
) -> None:
    here, there = two_stores
    for store in two_stores:
        empty(store)
    case = read(document)
    reference = case.reference
    add(here, case)
    fill_the_rest(here, Random(seed))
    assert all(held(here).values()), "a table without a row proves nothing"
    add(there, a_case())
    add(there, read({**document, "family_name": "Anders"}))
    carry(here, there, reference)
    with here.unit_of_work() as unit, there.unit_of_work() as other:
        assert other.cases.whole(reference) == unit.cases.whole(reference)
        assert other.cases.get("2026-0007").meetings[0].statements
        other.cases.remove(other.cases.get("2026-0007"))
        other.commit()
    assert differing(here, there) == []


@pytest.mark.parametrize(
    "left_behind",
    ["scan_pages", "scans", "plan_versions", "carry_decisions", "text_drafts", "begun_answers", "scores"],
)
def test_a_table_that_is_left_behind_is_seen(
    here_and_there: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch, left_behind: str
) -> None:
    """The control of the test above."""
    here, there = here_and_there
    case = a_case()
    add(here, case)
    fill_the_rest(here, Random(1))
    known = tables_of_a_case()
    monkeypatch.setattr(
        whole_case, "tables_of_a_case", lambda: tuple(table for table in known if table.name != left_behind)
    )
    carry(here, there, "2026-0007")
    assert differing(here, there) == [left_behind]


def test_every_table_but_the_lines_of_the_overview_is_of_a_case() -> None:
    left = set(SQLModel.metadata.sorted_tables) - set(tables_of_a_case())
    assert left == {OVERVIEW_LINES}


def test_who_had_the_former_case_open_cannot_write_over_the_new_one(
    here_and_there: tuple[Store, Store],
) -> None:
    here, there = here_and_there
    add(here, a_case())
    add(there, a_case())
    with there.unit_of_work() as late:
        meeting: Meeting = late.cases.get("2026-0007").meetings[0]
        carry(here, there, "2026-0007")
        meeting.statements[0].text = "Geschreven over wat er niet meer is."
        with pytest.raises(ChangedElsewhere):
            late.commit()
    assert differing(here, there) == []


def test_what_is_not_committed_or_refused_changes_nothing(here_and_there: tuple[Store, Store]) -> None:
    here, there = here_and_there
    add(here, a_case())
    add(there, a_case())
    before = held(there)
    with here.unit_of_work() as unit:
        unit.cases.get("2026-0007").family_name = "Anders"
        unit.commit()
        whole = unit.cases.whole("2026-0007")
    with there.unit_of_work() as unit:
        unit.cases.replace(whole)
        assert unit.changed
        unit.rollback()
        assert not unit.changed
        unit.commit()
    assert held(there) == before
    with there.unit_of_work() as unit:
        unit.cases.replace(whole)
        unit.cases.add(a_case())
        with pytest.raises(RuleBroken):
            unit.commit()
    assert held(there) == before


def test_the_unit_that_replaces_reads_the_new_case_and_search_hears_of_it(
    here_and_there: tuple[Store, Store],
) -> None:
    here, there = here_and_there
    add(here, a_case())
    add(there, a_case())
    with here.unit_of_work() as unit:
        unit.cases.get("2026-0007").family_name = "Anders"
        unit.commit()
        whole = unit.cases.whole("2026-0007")
    there.take_changed()
    with there.unit_of_work() as unit:
        unit.cases.get("2026-0007").family_name = "Dit telt niet meer"
        unit.cases.replace(whole)
        unit.commit()
        case = unit.cases.get("2026-0007")
        assert case.family_name == "Anders"
        assert case.pk in there.take_changed()


def test_a_case_that_is_not_there_has_nothing_to_give(
    here_and_there: tuple[Store, Store], tmp_path: Path
) -> None:
    with here_and_there[0].unit_of_work() as unit, pytest.raises(UnknownCase):
        unit.cases.whole("niet hier")
