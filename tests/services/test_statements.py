"""Cards become goals and agreements, and move: what they keep, and who learns of it."""

from collections.abc import Iterator

import pytest

from beraad.disclosure.audience import File, Reader
from beraad.models.gaps import uncovered
from beraad.readers import PROFESSIONALS, Readers
from beraad.services.errors import NotValid
from beraad.services.meeting import ActKind, MeetingService
from beraad.store.store import Store
from beraad.terms import Column, StatementKind, Step
from tests.inside import rows_of
from tests.services.conftest import DE_WIT, Clock


@pytest.fixture
def meeting(store: Store) -> Iterator[MeetingService]:
    """The second meeting of the De Wit family, with the cards of the first."""
    service = MeetingService(store, DE_WIT, "b2", Clock())
    service.carrying.keep_the_rest()
    service.course.all_present()
    yield service
    service.close()


def _ids(meeting: MeetingService, column: Column) -> list[str]:
    return [item.id for item in meeting.console().column(column)]


def _row(meeting: MeetingService, key: str):
    return next(item for item in rows_of(meeting).meeting.statements if item.id == key)


def test_a_goal_keeps_words_giver_and_origin(meeting: MeetingService) -> None:
    source = meeting.statements.add(Column.DANGER, "Lisa is bang.", by="sanne", about=("lisa",))
    goal = _row(meeting, meeting.statements.make_goal(source))
    assert (goal.text, goal.by, goal.about, goal.origin) == ("Lisa is bang.", "sanne", ["lisa"], source)
    assert goal.kind == StatementKind.FAMILY_GOAL


def test_what_a_professional_said_becomes_a_goal_of_the_agencies(meeting: MeetingService) -> None:
    source = meeting.statements.add(Column.DANGER, "Lisa is bang.", by="fatima")
    assert _row(meeting, meeting.statements.make_goal(source)).kind == StatementKind.AGENCY_GOAL


def test_what_must_happen_becomes_the_goal_itself(meeting: MeetingService) -> None:
    source = meeting.statements.add(Column.NEXT_STEP, "Rust.", StatementKind.NEXT_STEP, by="sanne")
    count = len(meeting.console().statements)
    assert meeting.statements.make_goal(source) == source
    assert _row(meeting, source).kind == StatementKind.FAMILY_GOAL
    assert len(meeting.console().statements) == count
    assert meeting.undoable is ActKind.GOAL_MADE


@pytest.mark.parametrize("readers", [PROFESSIONALS, Readers.only("sanne", "ans")])
def test_a_goal_is_for_who_may_read_where_it_came_from(meeting: MeetingService, readers: Readers) -> None:
    source = meeting.statements.add(Column.DANGER, "Zij slaapt elders.", visible_to=readers)
    meeting.statements.make_goal(source)
    meeting.go_to(Step.WHAT_MUST_HAPPEN)
    assert "Zij slaapt elders." not in str(meeting.wall())


def test_the_wall_shows_a_goal_that_came_from_what_everybody_may_read(meeting: MeetingService) -> None:
    source = meeting.statements.add(Column.DANGER, "Zij slaapt elders.")
    meeting.statements.make_goal(source)
    meeting.go_to(Step.WHAT_MUST_HAPPEN)
    assert "Zij slaapt elders." in [item.text for item in meeting.wall().next_steps]


def test_an_agreement_is_for_who_may_read_where_it_came_from(meeting: MeetingService) -> None:
    source = meeting.statements.add(
        Column.NEXT_STEP,
        "De tas staat bij Ans.",
        StatementKind.NEXT_STEP,
        visible_to=Readers.only("sanne", "ans"),
    )
    key = meeting.agreements.add_for(source)
    (made,) = [item for item in meeting.console().agreements if item.id == key]
    assert (made.what, made.covers, made.visible_to) == (
        "De tas staat bij Ans.",
        (source,),
        Readers.only("sanne", "ans"),
    )
    meeting.go_to(Step.AGREEMENTS)
    assert "De tas staat" not in str(meeting.wall())


def test_a_worry_lends_an_agreement_no_words(meeting: MeetingService) -> None:
    source = meeting.statements.add(Column.DANGER, "Mark sloeg.", StatementKind.DANGER_STATEMENT)
    key = meeting.agreements.add_for(source)
    (made,) = [item for item in meeting.console().agreements if item.id == key]
    assert (made.what, made.covers) == ("", (source,))


def test_a_goal_is_not_answered_by_the_agreement_of_the_worry_it_came_from(meeting: MeetingService) -> None:
    source = meeting.statements.add(Column.DANGER, "Mark sloeg.", StatementKind.DANGER_STATEMENT)
    goal = meeting.statements.make_goal(source)
    meeting.statements.change(goal, kind=StatementKind.BOTTOM_LINE)
    meeting.agreements.add_for(source)
    assert goal in uncovered(rows_of(meeting).meeting)
    (shown,) = [item for item in meeting.console().statements if item.id == goal]
    assert shown.covered_by == 0


def test_a_card_is_put_in_front_of_another(meeting: MeetingService) -> None:
    first, second, third, *rest = _ids(meeting, Column.DANGER)
    meeting.statements.place(third, Column.DANGER, before=first)
    assert _ids(meeting, Column.DANGER) == [third, first, second, *rest]


def test_a_card_is_put_at_the_end_of_its_column(meeting: MeetingService) -> None:
    first, *rest = _ids(meeting, Column.DANGER)
    meeting.statements.place(first, Column.DANGER)
    assert _ids(meeting, Column.DANGER) == [*rest, first]


def test_a_card_is_put_in_another_column_as_a_kind_of_that_column(meeting: MeetingService) -> None:
    first, *_rest = _ids(meeting, Column.DANGER)
    there = _ids(meeting, Column.SAFETY)
    meeting.statements.place(first, Column.SAFETY, before=there[1], kind=StatementKind.EXCEPTION)
    assert _ids(meeting, Column.SAFETY) == [there[0], first, *there[1:]]
    assert meeting.undo() is ActKind.DANGER_MOVED
    assert _ids(meeting, Column.DANGER)[0] == first


def test_another_column_asks_for_a_kind(meeting: MeetingService) -> None:
    first, *_rest = before = _ids(meeting, Column.DANGER)
    with pytest.raises(NotValid):
        meeting.statements.place(first, Column.SAFETY)
    with pytest.raises(NotValid):
        meeting.statements.place(first, Column.SAFETY, kind=StatementKind.HARM)
    assert _ids(meeting, Column.DANGER) == before


def test_the_last_plan_can_be_read_beside_this_one(meeting: MeetingService) -> None:
    last = meeting.last_plan()
    assert last is not None
    assert last.starts_at == "2026-10-05T14:00:00"
    assert last.plan.danger


def test_a_first_meeting_has_no_last_plan(store: Store) -> None:
    service = MeetingService(store, DE_WIT, "b1", Clock())
    assert service.last_plan() is None
    service.close()


def _every_view(meeting: MeetingService) -> list[object]:
    """The wall, and every copy, the file's too."""
    disclosure = rows_of(meeting).disclosure
    readers = [File(), *(Reader(person.id) for person in disclosure.case.people)]
    return [meeting.wall(), *(disclosure.copy(reader).view for reader in readers)]


def test_from_whom_harm_may_come_is_kept_and_reaches_no_view(meeting: MeetingService) -> None:
    key = meeting.statements.add(
        Column.DANGER, "Het kan weer misgaan.", StatementKind.DANGER_STATEMENT, about=("sanne",)
    )
    meeting.go_to(Step.WORRIES)
    before = _every_view(meeting)
    meeting.statements.change(key, harm_from=("mark",))
    assert _row(meeting, key).from_ == ["mark"]
    assert meeting.console().column(Column.DANGER)[-1].harm_from == ("mark",)
    assert _every_view(meeting) == before
    meeting.statements.change(key, disputed_by=("mark",))
    assert _every_view(meeting) != before, "the control: who sees it otherwise is seen"


def test_who_may_be_harmed_is_never_from_whom_harm_may_come(meeting: MeetingService) -> None:
    key = meeting.statements.add(
        Column.DANGER, "Het kan misgaan.", StatementKind.DANGER_STATEMENT, about=("sanne", "mark")
    )
    meeting.statements.change(key, harm_from=("mark",))
    assert (_row(meeting, key).about, _row(meeting, key).from_) == (["sanne"], ["mark"])
    meeting.statements.change(key, about=("mark",))
    assert (_row(meeting, key).about, _row(meeting, key).from_) == (["mark"], [])
