"""Lines of the overview are kept beside the cases, and are always those of the cases as they are."""

from collections.abc import Callable

import pytest
from sqlalchemy import event

from beraad.models import Case
from beraad.services import overview
from beraad.services.cases import CaseService
from beraad.services.meeting import MeetingService
from beraad.services.overview import CaseLine, kept_lines, line_of
from beraad.store.errors import StoreNotWritable
from beraad.store.overview_lines import OverviewLines
from beraad.store.store import Store
from beraad.store.unit_of_work import UnitOfWork
from beraad.terms import Colour, Column
from tests.services.wishes import Facilitator

DE_WIT, HADDAD = "IT-2026-014", "IT-2026-021"


@pytest.fixture
def loaded(store: Store) -> Callable[[], list[str]]:
    """The cases that reading the overview loads, by reference."""

    def read() -> list[str]:
        seen: list[str] = []

        def note(case: Case, _context: object) -> None:
            seen.append(case.reference)

        event.listen(Case, "load", note)
        try:
            kept_lines(store)
        finally:
            event.remove(Case, "load", note)
        return seen

    return read


def fresh(store: Store) -> list[CaseLine]:
    """The line of every case, made of the case as it is on disk."""
    with store.unit_of_work() as work:
        return [line_of(work.cases.get(item)) for item in work.cases.references()]


def kept(store: Store) -> list[CaseLine]:
    """What the overview says, by reference."""
    return sorted(kept_lines(store), key=lambda line: line.reference)


def test_a_list_loads_no_case_that_did_not_change(
    store: Store, cases: CaseService, loaded: Callable[[], list[str]]
) -> None:
    assert loaded() == []
    cases.colour(HADDAD, Colour.GREEN)
    assert loaded() == [HADDAD], "control: what changed is made anew"
    assert loaded() == []
    assert kept(store) == fresh(store)


def test_what_a_meeting_changes_makes_its_line_stale(
    store: Store, opened: Callable[..., MeetingService], loaded: Callable[[], list[str]]
) -> None:
    meeting = opened()
    meeting.statements.add(Column.DANGER, "Mark sloeg de deur kapot.")
    assert loaded() == [DE_WIT]
    made = str(meeting.statements.add(Column.DANGER, "Er was nog iets."))
    assert loaded() == [DE_WIT]
    meeting.statements.change(made, text="Er was nog iets anders.")
    assert loaded() == [DE_WIT], "a text alone is written past the ORM"


@pytest.mark.parametrize("seed", range(3))
def test_after_any_wishes_the_lines_are_those_of_the_cases(
    store: Store, opened: Callable[..., MeetingService], seed: int
) -> None:
    facilitator = Facilitator(opened(), seed)
    for _turn in range(6):
        for _wish in range(5):
            facilitator.wish(facilitator.all_wishes)
        assert kept(store) == fresh(store)


def test_a_line_that_is_not_marked_would_be_seen(
    store: Store, cases: CaseService, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = OverviewLines.write
    monkeypatch.setattr(
        OverviewLines, "write", lambda self, connection, _changed: write(self, connection, ())
    )
    cases.colour(HADDAD, Colour.GREEN)
    assert kept(store) != fresh(store)


def test_other_rules_make_every_line_anew(
    store: Store, loaded: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview, "RULES", overview.RULES + 1)
    assert set(loaded()) == {DE_WIT, HADDAD}
    assert loaded() == []


def test_lines_that_cannot_be_kept_are_told_all_the_same(
    store: Store, cases: CaseService, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases.colour(HADDAD, Colour.GREEN)

    def refuse(_self: UnitOfWork) -> None:
        raise StoreNotWritable(file="beraad.db", reason="read_only")

    monkeypatch.setattr(UnitOfWork, "commit", refuse)
    lines = {line.reference: line for line in kept(store)}
    assert lines[HADDAD].colour is Colour.GREEN
    assert len(lines) == 2


def test_a_case_that_goes_takes_its_line_along(store: Store) -> None:
    with store.unit_of_work() as work:
        work.cases.remove(work.cases.get(HADDAD))
        work.commit()
    assert [line.reference for line in kept(store)] == [DE_WIT]
    with store.unit_of_work() as work:
        assert work.overview_lines.read(overview.RULES, HADDAD) == []
