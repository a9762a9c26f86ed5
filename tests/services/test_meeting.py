"""What an open meeting shows and refuses: the wall, the half in the room, owners, limits, minutes."""

import datetime as dt
import re

import pytest

from beraad.disclosure.console_views import ConsoleTimeOut, ConsoleTiming
from beraad.errors import BeraadError
from beraad.places import Place
from beraad.readers import EVERYONE, FACILITATOR, PROFESSIONALS, Readers
from beraad.services.errors import MustBeEnded, NoMeeting, NotThere, NotValid, OwnerCannotSee, UnknownPerson
from beraad.services.meeting import ActKind
from beraad.terms import (
    Attendance,
    Column,
    EvaluationItem,
    RoomSees,
    StatementKind,
    Step,
    TimingKind,
)
from tests.services.conftest import DE_WIT, HADDAD, Clock, Opened

IN_ROOM_ONE = {"rima", "samira", "noor", "agent"}
IN_ROOM_TWO = {"yousef", "omar", "piet"}


def test_an_unknown_meeting_is_told(opened: Opened) -> None:
    with pytest.raises(NoMeeting):
        opened(DE_WIT, "b9")


# -- the wall -------------------------------------------------------------------------------------


def test_in_an_alternating_meeting_the_half_that_is_here_is_the_room(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    assert service.room.people == IN_ROOM_ONE
    service.show_half(2)
    assert service.room.people == IN_ROOM_TWO


def test_the_wall_of_each_half_shows_what_that_half_may_see(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    service.go_to(Step.WORRIES)
    first = [item.text for item in service.wall().danger]
    service.show_half(2)
    second = [item.text for item in service.wall().danger]
    assert any("weet waar Rima woont" in text for text in first)
    assert not any("weet waar Rima woont" in text for text in second)
    assert set(second) < set(first)


def test_answers_are_hidden_until_they_are_shown_and_again_when_the_other_half_comes_in(
    opened: Opened,
) -> None:
    service = opened()
    scale = service.scales.add("Hoe veilig?", "niet", "heel")
    service.course.all_present()
    service.scales.score(scale, "mark", 7)
    service.go_to(Step.SCALE)
    assert service.wall().scales[0].given == ()
    service.reveal(scale)
    assert [number for _person, number in service.wall().scales[0].given] == [7]
    service.show_half(2)
    assert service.room_sees(scale) is RoomSees.NOTHING
    service.reveal(scale)
    service.reveal(scale, RoomSees.NOTHING)
    assert service.wall().scales[0].given == ()


def test_what_would_tell_somebody_in_the_room_too_much_is_kept_from_the_wall_and_told(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    service.show_half(2)
    service.go_to(Step.WORRIES)
    slip = service.statements.add(Column.DANGER, "Rima woont nu op Lindestraat 14.")
    assert not any("Lindestraat" in item.text for item in service.wall().danger)
    (told,) = service.withheld()
    assert (str(told.place), told.owner) == (f"meetings/b1/statements/{slip}/text", "Rima")
    assert Place.statement(slip) not in service.on_wall()
    assert Place.statement("s1") in service.on_wall()


def test_who_comes_in_late_takes_what_this_person_may_not_see_off_the_wall(opened: Opened) -> None:
    service = opened()
    service.go_to(Step.WORRIES)
    text = service.statements.add(Column.DANGER, "alleen voor Sanne en Fatima")
    service.statements.change(text, visible_to=Readers.only("sanne", "fatima"))
    for name in ("sanne", "fatima"):
        service.course.attend(name, Attendance.PRESENT)
    assert len(service.wall().danger) == 1
    service.course.attend("mark", Attendance.BY_PHONE)
    assert service.wall().danger == ()


# -- refusals change nothing ------------------------------------------------------------------------


def test_an_owner_who_could_not_see_the_agreement_is_refused(opened: Opened) -> None:
    service = opened()
    agreement = service.agreements.add("Kees haalt Mark op.")
    service.agreements.change(agreement, visible_to=Readers.only("sanne", "fatima"))
    before = service.console()
    with pytest.raises(OwnerCannotSee) as refused:
        service.agreements.change(agreement, owners=["mark"])
    assert refused.value.facts == {"called": "Mark"}
    assert service.console() == before


def test_an_agreement_cannot_be_hidden_from_its_owner(opened: Opened) -> None:
    service = opened()
    agreement = service.agreements.add("Kees haalt Mark op.")
    service.agreements.change(agreement, owners=["kees"])
    for hidden in (PROFESSIONALS, FACILITATOR, Readers.only("mark")):
        with pytest.raises(OwnerCannotSee):
            service.agreements.change(agreement, visible_to=hidden)
    service.agreements.change(agreement, visible_to=Readers.only("mark", "kees"))


def test_a_professional_may_own_what_professionals_see(opened: Opened) -> None:
    service = opened()
    agreement = service.agreements.add("Fatima belt.")
    service.agreements.change(agreement, owners=["fatima"], visible_to=PROFESSIONALS)
    assert service.console().agreements[0].owners == ("fatima",)


def test_who_no_longer_owns_it_neither_accepted_it_nor_is_ready_for_it(opened: Opened) -> None:
    service = opened()
    agreement = service.agreements.add("Iemand belt.")
    service.agreements.change(agreement, owners=["kees", "ans"])
    for person in ("kees", "ans"):
        service.agreements.accept(agreement, person)
        service.agreements.ready(agreement, person, willingness=8, confidence=8, capacity=8)
    service.agreements.change(agreement, owners=["ans"])
    (shown,) = service.console().agreements
    assert shown.accepted_by == ("ans",)
    assert [item.person for item in shown.readiness] == ["ans"]


def test_a_yes_can_be_taken_back(opened: Opened) -> None:
    service = opened()
    agreement = service.agreements.add("Ans belt.")
    service.agreements.change(agreement, owners=["ans"])
    service.agreements.accept(agreement, "ans")
    service.agreements.accept(agreement, "ans", yes=False)
    assert service.console().agreements[0].accepted_by == ()


def test_an_agreement_that_was_checked_is_ended_and_not_removed(opened: Opened) -> None:
    service = opened(DE_WIT, "b1")
    with pytest.raises(MustBeEnded):
        service.agreements.remove("a1")
    service.agreements.end("a1", "  ", dt.date(2026, 11, 2))
    shown = next(item for item in service.console().agreements if item.id == "a1")
    assert (shown.ended, shown.ended_on, shown.ended_because) == (True, dt.date(2026, 11, 2), None)


@pytest.mark.parametrize(
    "timing",
    [
        ConsoleTiming(TimingKind.ONCE, dt.date(2026, 12, 2), dt.date(2026, 12, 1)),
        ConsoleTiming(TimingKind.ONCE, at="acht uur"),
        ConsoleTiming(TimingKind.ONCE, at="24:00"),
    ],
)
def test_a_time_that_is_none_is_refused(opened: Opened, timing: ConsoleTiming) -> None:
    service = opened()
    agreement = service.agreements.add("Ans belt.")
    before = service.console()
    with pytest.raises(NotValid):
        service.agreements.change(agreement, what="Ans belt niet.", timing=timing)
    assert service.console() == before


def test_values_out_of_range_are_refused(opened: Opened) -> None:
    service = opened()
    scale = service.scales.add("Hoe veilig?", "niet", "heel")
    agreement = service.agreements.add("Ans belt.")
    refused = [
        lambda: service.scales.score(scale, "mark", 11),
        lambda: service.scales.score(scale, "mark", -1),
        lambda: service.agreements.ready(agreement, "ans", willingness=11, confidence=None, capacity=None),
        lambda: service.course.plan_minutes(Step.WELCOME, -1),
        lambda: service.course.plan_minutes(Step.WELCOME, 24 * 60 + 1),
        lambda: service.course.sit_in("mark", 3),
        lambda: service.course.mark([11] * len(EvaluationItem)),
        lambda: service.course.mark([5]),
        lambda: service.course.meet_again("morgen", None),
        lambda: service.emergency.set_time_out(_time_out(minutes=0)),
        lambda: service.emergency.set_time_out(_time_out(minutes=7 * 24 * 60 + 1)),
        lambda: service.statements.add(Column.SAFETY, "…", StatementKind.HARM),
    ]
    before = service.console()
    for wish in refused:
        with pytest.raises(NotValid):
            wish()
    assert service.console() == before


def test_what_is_not_there_is_told(opened: Opened) -> None:
    service = opened()
    wishes = [
        lambda: service.statements.change("s99", text="x"),
        lambda: service.agreements.end("a99", None),
        lambda: service.scales.remove("v99"),
        lambda: service.emergency.remove(0),
        lambda: service.emergency.change(-1, text="x"),
    ]
    for wish in wishes:
        with pytest.raises(NotThere):
            wish()
    with pytest.raises(UnknownPerson):
        service.course.attend("niemand", Attendance.PRESENT)


def test_every_refusal_has_a_code(opened: Opened) -> None:
    with pytest.raises(BeraadError) as refused:
        opened().statements.remove("s99")
    assert refused.value.code == "not_there"


# -- small wishes -----------------------------------------------------------------------------------


def test_a_statement_of_another_kind_goes_to_that_column(opened: Opened) -> None:
    service = opened()
    name = service.statements.add(Column.DANGER, " Er is ruzie. ")
    service.statements.change(name, kind=StatementKind.STRENGTH)
    (shown,) = service.console().statements
    assert (shown.column, shown.text) == (Column.SAFETY, "Er is ruzie.")


def test_statements_move_among_those_of_their_own_column(opened: Opened) -> None:
    service = opened()
    first, between, last = (
        service.statements.add(column, "…") for column in (Column.DANGER, Column.SAFETY, Column.DANGER)
    )
    service.statements.move(last, -5)
    assert [item.id for item in service.console().column(Column.DANGER)] == [last, first]
    assert [item.id for item in service.console().column(Column.SAFETY)] == [between]


def test_emergency_steps_keep_their_order(opened: Opened) -> None:
    service = opened()
    for text in ("een", "twee", "drie"):
        service.emergency.add(text)
    service.emergency.move(2, -2)
    service.emergency.remove(1)
    assert [(item.index, item.text) for item in service.console().emergency] == [(0, "drie"), (1, "twee")]


def test_an_id_never_comes_again_nor_on_another_computer(opened: Opened) -> None:
    """Counted ones did: what was removed left its number, and two copies of a case counted alike."""
    service = opened()
    ids = [service.statements.add(Column.DANGER, "…")]
    service.statements.remove(ids[0])
    ids += [service.statements.add(Column.DANGER, "…") for _time in range(50)]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch("s[0-9a-f]{10}", made) for made in ids)
    assert re.fullmatch("a[0-9a-f]{10}", service.agreements.add("…"))


def test_a_note_is_written_changed_and_removed(opened: Opened) -> None:
    service = opened()
    service.course.note(0, "een")
    service.course.note(7, "twee")
    service.course.note(0, " ")
    assert service.console().notes == ("twee",)


def test_who_was_not_invited_is_once_there(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    service.course.attend("adam", Attendance.PRESENT)
    assert service.console().person("adam").attendance is Attendance.PRESENT


def test_undo_names_what_it_takes_back(opened: Opened) -> None:
    service = opened()
    assert service.undoable is None
    assert service.undo() is None
    service.statements.add(Column.DANGER, "…")
    assert service.undoable is ActKind.DANGER_ADDED
    assert service.undo() is ActKind.DANGER_ADDED
    assert service.redoable is ActKind.DANGER_ADDED
    service.course.note(0, "x")
    assert service.redoable is None


def test_a_wish_that_changes_nothing_is_nothing_to_take_back(opened: Opened) -> None:
    service = opened()
    name = service.statements.add(Column.DANGER, "…")
    service.statements.change(name, text="…")
    service.undo()
    assert service.console().statements == ()


# -- minutes ----------------------------------------------------------------------------------------


def spent(service: object) -> dict[Step, int | None]:
    """The minutes of each step that took any."""
    return {item.step: item.spent_minutes for item in service.console().agenda if item.spent_minutes}  # type: ignore[attr-defined]


def test_whole_minutes_are_counted_for_the_step_that_was_left(opened: Opened, clock: Clock) -> None:
    service = opened()
    clock.later(minutes=7, seconds=59)
    service.go_to(Step.WORRIES)
    clock.later(minutes=3)
    assert service.minutes_here() == 3
    service.go_to(Step.WELCOME)
    clock.later(minutes=2)
    service.close()
    assert spent(opened()) == {Step.WELCOME: 9, Step.WORRIES: 3}


def test_going_to_the_step_one_is_at_counts_nothing_twice(opened: Opened, clock: Clock) -> None:
    service = opened()
    clock.later(minutes=5)
    service.go_to(Step.WELCOME)
    clock.later(minutes=5)
    service.go_to(Step.WORRIES)
    assert spent(service) == {Step.WELCOME: 10}


def test_undo_gives_no_minutes_back(opened: Opened, clock: Clock) -> None:
    service = opened()
    service.course.plan_minutes(Step.WELCOME, 12)
    service.course.skip(Step.FAMILY_TIME, skipped=True)
    clock.later(minutes=5)
    service.go_to(Step.WORRIES)
    assert service.undo() is ActKind.STEP_LEFT_OUT
    assert spent(service) == {Step.WELCOME: 5}
    service.redo()
    assert spent(service) == {Step.WELCOME: 5}


def _time_out(minutes: int) -> ConsoleTimeOut:
    return ConsoleTimeOut("stop", "mark", "Kees", minutes, "bellen", None, EVERYONE)
