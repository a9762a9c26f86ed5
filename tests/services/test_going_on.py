"""At the door: somebody new comes in, and the meeting goes on in two rooms, or in one again."""

import pytest

from beraad.disclosure.views import canonical_json
from beraad.i18n import DUTCH
from beraad.places import Place
from beraad.readers import FACILITATOR, Readers
from beraad.services.cases import CaseService
from beraad.services.errors import NotValid, StillNeeded
from beraad.services.meeting import ActKind, KeptDraft
from beraad.services.people import ContactLine, PersonLine
from beraad.terms import Attendance, Circle, Column, ContactKind, MeetingMode, Step
from beraad.words.errors import sentence
from tests.services.conftest import DE_WIT, Opened

NUMBER = (ContactLine(ContactKind.PHONE, "06 5550 1234", FACILITATOR),)
SITA = PersonLine("", "Sita Ramdin", "tante Sita", Circle.NETWORK, contact=NUMBER)
ROOMS = {"sanne": 1, "lisa": 1, "mark": 2, "kees": 2, "joke": None}


def test_somebody_new_sits_at_the_table_and_the_own_number_is_watched(opened: Opened) -> None:
    service = opened()
    person = service.course.add_person(SITA)
    found = next(item for item in service.console().people if item.id == person)
    assert (found.called, found.attendance) == ("tante Sita", Attendance.PRESENT)
    service.statements.add(Column.DANGER, "Bel 06 5550 1234.")
    assert any(leak.owner == "tante Sita" for leak in service.leaks())


def test_of_two_rooms_somebody_new_sits_in_the_one_that_is_here(opened: Opened) -> None:
    """In both, what the other room says would be hers to read."""
    service = opened("IT-2026-021", "b1", half=1)
    person = service.course.add_person(SITA)
    assert next(item.room for item in service.console().people if item.id == person) == 1
    service.show_half(2)
    made = service.statements.add(Column.DANGER, "Er werd geschreeuwd.")
    said = next(item for item in service.console().statements if item.id == made)
    assert person not in said.visible_to.people


def test_somebody_new_stays_when_what_was_done_before_is_undone(opened: Opened) -> None:
    service = opened()
    service.statements.add(Column.DANGER, "Er werd geschreeuwd.")
    service.course.attend("mark", Attendance.BY_PHONE)
    person = service.course.add_person(SITA)
    service.undo()
    service.undo()
    assert person in {item.id for item in service.console().people}
    service.redo()
    assert person in {item.id for item in service.console().people if item.attendance is not None}


def test_somebody_on_whom_nothing_hangs_is_removed_and_comes_back_whole(
    opened: Opened, cases: CaseService
) -> None:
    service = opened()
    before = cases.case(DE_WIT).people
    person = service.course.add_person(SITA)
    added, seat = cases.case(DE_WIT).people, service.console().people
    service.course.remove_person(person)
    assert cases.case(DE_WIT).people == before
    assert service.undo() is ActKind.PERSON_REMOVED
    assert (cases.case(DE_WIT).people, service.console().people) == (added, seat)
    service.statements.add(Column.DANGER, "Bel 06 5550 1234.")
    assert any(leak.owner == "tante Sita" for leak in service.leaks()), "the own number is watched again"
    service.undo()
    assert service.redo()
    service.undo()
    assert service.undo() is None, "control: who came in is not undone"


def test_redoing_removes_somebody_again(opened: Opened, cases: CaseService) -> None:
    service = opened()
    before = cases.case(DE_WIT).people
    service.course.remove_person(service.course.add_person(SITA))
    service.undo()
    assert service.redo() is ActKind.PERSON_REMOVED
    assert cases.case(DE_WIT).people == before


def test_somebody_in_a_card_is_not_taken_away_and_it_says_what_hangs(opened: Opened) -> None:
    service = opened()
    person = service.course.add_person(SITA)
    service.statements.add(Column.DANGER, "Er werd geschreeuwd.", by=person)
    for wish in (service.course.leave_out, service.course.remove_person):
        with pytest.raises(StillNeeded) as refused:
            wish(person)
        assert "een kaart (2e beraad)" in sentence(refused.value, DUTCH)
    service.undo()
    service.course.leave_out(person)
    assert service.undoable is ActKind.PERSON_LEFT_OUT


def test_who_does_not_belong_to_this_meeting_stays_in_the_case(opened: Opened) -> None:
    service = opened()
    service.course.leave_out("peter")
    found = {item.id: item.attendance for item in service.console().people}
    assert found["peter"] is None
    with pytest.raises(StillNeeded):
        service.course.remove_person("peter")
    service.undo()
    assert {item.id: item.attendance for item in service.console().people}["peter"] is Attendance.INVITED


def test_who_leads_and_who_is_invited_elsewhere_are_not_taken_away(
    opened: Opened, cases: CaseService
) -> None:
    service = opened()
    with pytest.raises(StillNeeded) as refused:
        service.course.leave_out("fatima")
    assert "wie het gesprek leidt (2e beraad)" in sentence(refused.value, DUTCH)
    person = service.course.add_person(SITA)
    cases.planning.plan(DE_WIT, starts_at=None, place=None, facilitator="fatima", invited=("fatima", person))
    service.close()
    with pytest.raises(StillNeeded) as refused:
        opened().course.remove_person(person)
    assert "wie erbij was (3e beraad)" in sentence(refused.value, DUTCH)


def test_what_was_decided_of_hidden_details_is_undone_though_somebody_came(opened: Opened) -> None:
    service = opened("IT-2026-021", "b1")
    service.statements.add(Column.DANGER, "Hij stond in de Lindestraat 14.")
    leak = service.leaks()[0]
    service.hidden.let_know(leak)
    assert leak.place not in {item.place for item in service.leaks() if item.readers == leak.readers}
    person = service.course.add_person(SITA)
    service.undo()
    assert leak.place in {item.place for item in service.leaks()}
    assert person in {item.id for item in service.console().people}


def test_somebody_without_a_name_does_not_come(opened: Opened) -> None:
    service = opened()
    before = service.console().people
    with pytest.raises(NotValid):
        service.course.add_person(PersonLine("", " ", " ", Circle.NETWORK))
    assert service.console().people == before


def test_in_two_rooms_it_is_asked_which_is_here_and_until_then_nothing_of_either_is_shown(
    opened: Opened,
) -> None:
    service = opened()
    service.course.all_present()
    service.go_to(Step.WORRIES)
    service.change_mode(MeetingMode.ALTERNATING, ROOMS)
    assert service.asks_half
    service.show_half(1)
    service.statements.add(Column.DANGER, "Sanne zegt iets.")
    service.show_half(2)
    assert "Sanne zegt iets." not in canonical_json(service.wall())
    service.show_half(1)
    assert "Sanne zegt iets." in canonical_json(service.wall()), "control"


def test_in_one_room_again_what_one_room_said_stays_with_it(opened: Opened) -> None:
    service = opened()
    service.course.all_present()
    service.go_to(Step.WORRIES)
    service.change_mode(MeetingMode.ALTERNATING, ROOMS)
    service.show_half(1)
    service.statements.add(Column.DANGER, "Sanne zegt iets.")
    service.change_mode(MeetingMode.TOGETHER, {})
    assert (service.asks_half, service.half) == (False, None)
    assert "Sanne zegt iets." not in canonical_json(service.wall())
    service.statements.add(Column.DANGER, "Wij zeggen iets.")
    assert "Wij zeggen iets." in canonical_json(service.wall())


def test_a_room_that_there_is_not_is_refused(opened: Opened) -> None:
    service = opened()
    with pytest.raises(NotValid):
        service.change_mode(MeetingMode.ALTERNATING, {"sanne": 3})
    assert service.console().mode is MeetingMode.TOGETHER


@pytest.mark.parametrize("half", [1, 2])
def test_undone_and_done_again_it_is_asked_again_who_is_here(opened: Opened, half: int) -> None:
    service = opened()
    service.course.all_present()
    service.change_mode(MeetingMode.ALTERNATING, ROOMS)
    service.show_half(half)
    assert service.undo() is ActKind.MODE_CHANGED
    assert (service.console().mode, service.half) == (MeetingMode.TOGETHER, None)
    service.redo()
    assert service.asks_half
    rooms = {item.id: item.room for item in service.console().people}
    assert {person: rooms[person] for person in ROOMS} == ROOMS


def test_undoing_who_is_there_moves_nobody_else(opened: Opened) -> None:
    service = opened()
    service.course.attend("mark", Attendance.PRESENT)
    service.course.sit_in("mark", 2)
    person = service.course.add_person(SITA)
    service.undo()
    found = {item.id: (item.attendance, item.room) for item in service.console().people}
    assert found["mark"] == (Attendance.PRESENT, None)
    assert found[person] == (Attendance.PRESENT, None)


def test_a_goal_made_in_one_room_of_what_is_for_everyone_but_some_is_for_those_of_this_room(
    opened: Opened,
) -> None:
    service = opened()
    service.course.all_present()
    source = service.statements.add(
        Column.DANGER,
        "Er is iets.",
        visible_to=Readers.everyone_but("lisa"),
    )
    service.change_mode(MeetingMode.ALTERNATING, ROOMS | {"ans": 2, "fatima": 2, "peter": 2})
    service.show_half(1)
    goal = service.statements.make_goal(source)
    found = next(item for item in service.console().statements if item.id == goal)
    assert set(found.visible_to.people) == {"sanne", "joke"}


def test_a_draft_keeps_for_whom_it_was_begun(opened: Opened) -> None:
    service = opened()
    draft = KeptDraft(
        Place.parse("statements/new/danger/text"),
        "Er is ie",
        visible_to=Readers.everyone_but("mark"),
    )
    service.drafts.keep(draft)
    service.close()
    assert opened().drafts.at(draft.place) == draft
