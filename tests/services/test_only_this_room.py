"""Of two rooms nobody of the other one is offered, named or opened on a screen in this one."""

import pytest

from beraad.services.errors import NotInThisRoom
from beraad.services.meeting import MeetingService
from beraad.terms import Attendance, Decision, MeetingMode, Step
from tests.inside import rows_of
from tests.services.conftest import HADDAD, Opened

ROOMS = {1: ("rima", "samira", "noor", "agent"), 2: ("yousef", "omar", "piet")}
CALLED = {1: {"Rima", "Samira", "Noor", "Chantal"}, 2: {"Yousef", "Omar", "Piet"}}
each_room = pytest.mark.parametrize("half", [1, 2])


@pytest.fixture
def asked(opened: Opened) -> MeetingService:
    """An agreed plan for which nobody answered yet."""
    service = opened(HADDAD, "b1", half=None)
    rows_of(service).meeting.answers.clear()
    return service


@each_room
def test_the_turn_to_sign_goes_round_this_room(asked: MeetingService, half: int) -> None:
    asked.show_half(half)
    signed = [asked.deciding.next_to_sign()]
    while (last := signed[-1]) is not None:
        asked.deciding.answer(last, Decision.AGREE, on_paper=True)
        signed.append(asked.deciding.next_to_sign(last))
    # Chantal's own screen would tell her too much: she is passed over.
    assert signed == [*(name for name in ROOMS[half] if name != "agent"), None]


def test_after_yousef_nobody_of_the_other_group_is_asked(asked: MeetingService) -> None:
    asked.show_half(2)
    assert asked.deciding.next_to_sign("yousef") == "omar"
    for name in ("omar", "piet"):
        asked.deciding.answer(name, Decision.AGREE, on_paper=True)
    assert asked.deciding.next_to_sign("yousef") is None
    rows_of(asked).meeting.mode = MeetingMode.TOGETHER
    assert asked.deciding.next_to_sign("yousef") == "samira", "the control: in one room she is asked"


@pytest.mark.parametrize("half", [1, 2, None])
def test_no_signing_screen_of_the_other_room_opens(asked: MeetingService, half: int | None) -> None:
    """While nobody said who is here, nobody's does."""
    asked.show_half(half)
    for number, people in ROOMS.items():
        for name in people:
            if number != half:
                with pytest.raises(NotInThisRoom):
                    asked.deciding.signing(name)
    if half is not None:
        view = asked.deciding.signing(ROOMS[half][0])
        assert {person.called for person, _done in view.answered} == CALLED[half]


def test_in_one_room_whoever_was_invited_can_sign(asked: MeetingService) -> None:
    rows_of(asked).meeting.mode = MeetingMode.TOGETHER
    asked.course.attend("omar", Attendance.ABSENT)
    assert asked.deciding.signing("omar").plan.reader is not None


@each_room
def test_the_wall_names_only_this_room_as_having_answered(asked: MeetingService, half: int) -> None:
    asked.show_half(half)
    asked.go_to(Step.DECIDE_AND_SIGN)
    assert {person.called for person, _done in asked.wall().answered} == CALLED[half]


@each_room
def test_a_number_is_asked_of_this_room_alone(asked: MeetingService, half: int) -> None:
    asked.show_half(half)
    scale = asked.scales.add("Hoe veilig is het nu?", "niet", "heel")
    askings = asked.scales.askings(scale, asked.room)
    assert [item.person for item in askings] == list(ROOMS[half])
    asked.course.attend("adam", Attendance.PRESENT)
    named = {
        person.called for item in asked.scales.askings(scale, asked.room) for person in item.view.speakers
    }
    assert named <= CALLED[half]


@each_room
def test_nobody_of_the_other_room_has_the_turn(asked: MeetingService, half: int) -> None:
    asked.show_half(half)
    for name in ROOMS[3 - half]:
        asked.give_turn(name)
        assert asked.turn is None
        assert asked.wall().turn is None
    asked.give_turn(ROOMS[half][0])
    assert asked.wall().turn is not None, "the control"
