"""Cases come whole, changes are kept by a commit and by nothing else."""

from pathlib import Path

import pytest
from sqlalchemy import event, func, select

from beraad.i18n import DUTCH
from beraad.models import Case
from beraad.store.errors import (
    ChangedElsewhere,
    DatabaseDamaged,
    DatabaseNotReadable,
    RuleBroken,
    UnknownCase,
)
from beraad.store.sqlite.places import Vault
from beraad.store.store import Store
from beraad.words.errors import sentence
from tests.inside import engine_of
from tests.store.samples import a_case, a_statement, open_store

REFERENCE = "2026-0007"


def municipality(store: Store) -> str | None:
    with store.unit_of_work() as unit:
        return unit.cases.get(REFERENCE).municipality


def test_a_case_comes_with_everything_below_it(store: Store) -> None:
    with store.unit_of_work() as unit:
        case = unit.cases.get(REFERENCE)
    meeting = case.meetings[0]
    assert [statement.id for statement in meeting.statements] == ["s0", "s1", "s2"]
    assert meeting.agreements[0].readiness[0].willingness == 9
    assert meeting.agreements[0].timing.kind == "always"
    assert meeting.agreements[0].ended is None
    assert case.people[0].contact[0].value == "06 12345678"
    assert case.registration is None


def test_reading_on_after_loading_asks_the_database_nothing(store: Store) -> None:
    asked: list[str] = []
    with store.unit_of_work() as unit:
        case = unit.cases.get(REFERENCE)
        event.listen(engine_of(store), "before_cursor_execute", lambda *args: asked.append(args[2]))
        _read_everything(case)
        assert asked == []
        unit.cases.references()
        assert asked


def _read_everything(row: object) -> None:
    for relation in type(row).__mapper__.relationships:  # type: ignore[attr-defined]
        value = getattr(row, relation.key)
        for child in value if isinstance(value, list) else [value]:
            if child is not None:
                _read_everything(child)


def test_a_missing_case_is_said(store: Store) -> None:
    with store.unit_of_work() as unit, pytest.raises(UnknownCase) as caught:
        unit.cases.get("2026-9999")
    assert caught.value.facts == {"reference": "2026-9999"}


def test_a_reference_that_no_database_can_hold_is_of_no_case(store: Store) -> None:
    """A shell gives bytes that are no UTF-8 as half of a surrogate pair."""
    with store.unit_of_work() as unit:
        assert not unit.cases.has("\udcff")
        for ask in (unit.cases.get, unit.cases.whole):
            with pytest.raises(UnknownCase):
                ask("\udcff")


def test_references_are_sorted(store: Store) -> None:
    with store.unit_of_work() as unit:
        for reference in ("2026-0009", "2025-0001"):
            unit.cases.add(a_case(reference))
        unit.commit()
        assert unit.cases.references() == ["2025-0001", REFERENCE, "2026-0009"]


def test_a_commit_is_seen_by_the_next_unit(store: Store) -> None:
    with store.unit_of_work() as unit:
        unit.cases.get(REFERENCE).municipality = "Utrecht"
        assert unit.changed
        unit.commit()
        assert not unit.changed
    assert municipality(store) == "Utrecht"


def test_without_a_commit_nothing_is_kept(store: Store) -> None:
    with store.unit_of_work() as unit:
        unit.cases.get(REFERENCE).municipality = "Utrecht"
    assert municipality(store) is None


def test_an_exception_keeps_nothing(store: Store) -> None:
    def fail_halfway() -> None:
        with store.unit_of_work() as unit:
            unit.cases.get(REFERENCE).municipality = "Utrecht"
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    assert municipality(store) is None


def test_rolling_back_shows_what_is_on_disk(store: Store) -> None:
    with store.unit_of_work() as unit:
        case = unit.cases.get(REFERENCE)
        case.municipality = "Utrecht"
        case.meetings[0].statements.append(a_statement(7))
        unit.rollback()
        assert case.municipality is None
        assert len(case.meetings[0].statements) == 3


def test_a_unit_stays_open_for_a_meeting_and_commits_each_edit(store: Store) -> None:
    unit = store.unit_of_work()
    meeting = unit.cases.get(REFERENCE).meetings[0]
    for position in range(3, 20):
        meeting.statements.append(a_statement(position))
        unit.commit()
        with store.unit_of_work() as other:
            assert len(other.cases.get(REFERENCE).meetings[0].statements) == position + 1
    del meeting.statements[0]
    unit.commit()
    unit.close()
    with store.unit_of_work() as other:
        assert [row.id for row in other.cases.get(REFERENCE).meetings[0].statements][:2] == ["s1", "s2"]


def test_an_open_unit_that_read_before_another_wrote_can_still_write(store: Store) -> None:
    with store.unit_of_work() as long, store.unit_of_work() as short:
        case = long.cases.get(REFERENCE)
        short.cases.add(a_case("2026-0008"))
        short.commit()
        case.municipality = "Utrecht"
        long.commit()
    assert municipality(store) == "Utrecht"


def test_an_open_unit_that_only_read_pins_nothing_in_the_log(store: Store, live: Vault) -> None:
    with store.unit_of_work() as reader, store.unit_of_work() as writer:
        reader.cases.get(REFERENCE)
        writer.cases.add(a_case("2026-0008"))
        writer.commit()
        with engine_of(store).connect() as connection:
            raw = connection.connection.dbapi_connection
            raw.rollback()  # type: ignore[union-attr]
            answer = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()  # type: ignore[union-attr]
        assert answer[0] == 0
        assert live.wal.stat().st_size == 0


def test_who_changes_what_another_changed_is_told_and_sees_what_is_on_disk(store: Store) -> None:
    with store.unit_of_work() as one, store.unit_of_work() as other:
        mine, theirs = one.cases.get(REFERENCE), other.cases.get(REFERENCE)
        theirs.municipality = "Utrecht"
        other.commit()
        mine.municipality = "Amersfoort"
        with pytest.raises(ChangedElsewhere):
            one.commit()
        assert mine.municipality == "Utrecht"
        mine.municipality = "Amersfoort"
        one.commit()
    assert municipality(store) == "Amersfoort"


def test_two_who_change_different_rows_do_not_hinder_each_other(store: Store) -> None:
    with store.unit_of_work() as one, store.unit_of_work() as other:
        mine, theirs = one.cases.get(REFERENCE), other.cases.get(REFERENCE)
        mine.municipality = "Utrecht"
        theirs.people[0].called = "oma"
        one.commit()
        other.commit()
    with store.unit_of_work() as unit:
        case = unit.cases.get(REFERENCE)
    assert (case.municipality, case.people[0].called) == ("Utrecht", "oma")


def test_each_change_counts_the_version_of_its_row_up(store: Store) -> None:
    with store.unit_of_work() as unit:
        case = unit.cases.get(REFERENCE)
        assert case.row_version == 1
        case.municipality = "Utrecht"
        unit.commit()
        assert (case.row_version, case.people[0].row_version) == (2, 1)


def test_a_reference_that_exists_is_refused_and_the_unit_goes_on(store: Store) -> None:
    with store.unit_of_work() as unit:
        unit.cases.add(a_case())
        with pytest.raises(RuleBroken):
            unit.commit()
        unit.cases.add(a_case("2026-0008"))
        unit.commit()
        assert unit.cases.references() == [REFERENCE, "2026-0008"]


def test_removing_a_case_removes_every_row_of_it(store: Store) -> None:
    with store.unit_of_work() as unit:
        unit.cases.remove(unit.cases.get(REFERENCE))
        unit.commit()
        assert unit.cases.references() == []
    with engine_of(store).connect() as connection:
        left = {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in Case.metadata.sorted_tables
        }
    assert set(left.values()) == {0}


def test_a_commit_without_changes_writes_nothing(store: Store, live: Vault) -> None:
    with store.unit_of_work() as unit:
        case = unit.cases.get(REFERENCE)
        before = live.wal.read_bytes()
        case.family_name = str(case.family_name)
        unit.commit()
        assert live.wal.read_bytes() == before


def test_what_was_loaded_can_be_read_after_the_unit_closed(store: Store) -> None:
    with store.unit_of_work() as unit:
        case = unit.cases.get(REFERENCE)
        case.municipality = "Utrecht"
        unit.commit()
    store.close()
    assert (case.municipality, case.meetings[0].statements[0].id) == ("Utrecht", "s0")


def test_closing_the_store_closes_its_units(store: Store, data: Path) -> None:
    unit = store.unit_of_work()
    unit.cases.get(REFERENCE).municipality = "Utrecht"
    store.close()
    with pytest.raises(RuntimeError):
        store.unit_of_work()
    with open_store(data) as again:
        assert municipality(again) is None


def test_damage_met_while_reading_is_said_to_be_damage(data: Path, live: Vault) -> None:
    with open_store(data) as store:
        content = bytearray(live.database.read_bytes())
        for page in range(1, len(content) // 4096):
            content[page * 4096 + 500] ^= 1
        engine_of(store).dispose()  # else it would be read from memory
        live.database.write_bytes(content)
        with pytest.raises(DatabaseDamaged), store.unit_of_work() as unit:
            unit.cases.get(REFERENCE)


def test_a_database_without_what_is_read_cannot_be_read(store: Store) -> None:
    """It was said that it could not be written."""
    with store.unit_of_work() as unit:
        unit.raw.execute("ALTER TABLE people RENAME TO nobody")
        with pytest.raises(DatabaseNotReadable) as caught:
            unit.cases.get(REFERENCE)
    assert "kunnen niet worden gelezen" in sentence(caught.value, DUTCH)
    assert "geschreven" not in sentence(caught.value, DUTCH)
