"""Two rooms, one plan: what one room says is for that room, until the facilitator releases it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from beraad.disclosure.audience import Reader, may_see
from beraad.disclosure.console_views import ConsoleTimeOut
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.views import WallView, canonical_json
from beraad.places import Place
from beraad.readers import EVERYONE, FACILITATOR, PROFESSIONALS, Readers
from beraad.services.cases import CaseService
from beraad.services.meeting import ActKind, MeetingService
from beraad.services.printing import Copies
from beraad.terms import (
    Attendance,
    CarryKind,
    CarryOver,
    Column,
    MeetingMode,
    RoomSees,
    Said,
    Step,
)
from tests.inside import rows_of
from tests.services.conftest import HADDAD, Opened

ROOM_1, ROOM_2 = ("rima", "samira", "noor", "agent"), ("yousef", "omar", "piet")
FOR_1, FOR_2 = Readers.only(*ROOM_1), Readers.only(*ROOM_2)
SAID = "Sanne slaapt slecht in het weekend."

Say = Callable[[MeetingService, str], object]


def time_out(service: MeetingService, text: str) -> None:
    service.emergency.remove_time_out()
    service.emergency.begin_time_out("rima")
    begun = next(iter(service.console().time_outs), None)
    assert begun is not None
    service.emergency.set_time_out(
        ConsoleTimeOut(text, "rima", "de tuin", 60, "met een appje", None, begun.visible_to)
    )


def own_words(service: MeetingService, text: str, said: Said = Said.BECAUSE) -> None:
    """Rima, of the first room, says something with her number; the question is for everyone."""
    scale = service.scales.add("Hoe gaat het?", "slecht", "goed", visible_to=EVERYONE)
    service.scales.give(scale, "rima", 4, **{said.value: text})
    service.scales.keep(scale, "rima", said)


KINDS: dict[str, tuple[Say, Step, Place]] = {
    "a card": (
        lambda it, text: it.statements.add(Column.DANGER, text),
        Step.WORRIES,
        Place.statement("snew"),
    ),
    "an agreement": (
        lambda it, text: it.agreements.add(text),
        Step.AGREEMENTS,
        Place.agreement("anew"),
    ),
    "an emergency step": (
        lambda it, text: it.emergency.add(text),
        Step.AGREEMENTS,
        Place.emergency_step(5),
    ),
    "a time-out": (time_out, Step.AGREEMENTS, Place.time_out(1)),
    "a question": (
        lambda it, text: it.scales.add(text, "niet", "heel"),
        Step.SCALE,
        Place.scale("vnew"),
    ),
    "own words with a number": (own_words, Step.GOING_WELL, Place.statement("snew")),
    "what would be one higher": (
        lambda it, text: own_words(it, text, Said.ONE_UP),
        Step.WHAT_MUST_HAPPEN,
        Place.statement("snew"),
    ),
}
"""How a room says something, at which step the wall shows it, and where it then stands."""


def test_a_step_of_a_case_file_that_counts_otherwise_is_released_and_no_other(haddad: MeetingService) -> None:
    """R on the first step must not let the other room read the second."""
    with rows_of(haddad).act(ActKind.EMERGENCY_CHANGED) as meeting:
        first, second, *_rest = sorted(meeting.emergency, key=lambda row: row.order)
        first.order, second.order = 0, 1
        first.visible_to = second.visible_to = FOR_1
    view = haddad.console()
    assert [(item.place, item.words) for item in view.waiting] == [
        (Place.emergency_step(1), view.emergency[0].text),
        (Place.emergency_step(2), view.emergency[1].text),
    ]
    haddad.rooms.release([Place.emergency_step(1)])
    assert haddad.console().emergency[0].visible_to == EVERYONE
    assert haddad.console().emergency[1].visible_to == FOR_1


def all_sit_together(service: MeetingService) -> None:
    with rows_of(service).act(ActKind.MEETING_CHANGED) as meeting:
        meeting.mode = MeetingMode.TOGETHER.value
    service.rooms.half = None


def wall(service: MeetingService, half: int, step: Step) -> WallView:
    service.show_half(half)
    service.go_to(step)
    return service.wall()


def tells(service: MeetingService, half: int, step: Step, text: str) -> bool:
    return text in canonical_json(wall(service, half, step))


def copies_that_tell(service: MeetingService, text: str) -> set[str]:
    """Whose copy holds it: of the plan as it stands on disk."""
    desk = rows_of(service)
    disclosure = Disclosure(desk.case, desk.meeting)
    return {
        person.id
        for person in desk.case.people
        if text in canonical_json(disclosure.copy(Reader(person.id)).view)
    }


@pytest.fixture
def haddad(opened: Opened) -> MeetingService:
    """An alternating meeting in which everybody sits in a room."""
    return opened(HADDAD, "b1")


def readers(service: MeetingService, place: Place) -> Readers:
    view = service.console()
    if place.kind == "time_out":
        return view.time_outs[0].visible_to
    if place.kind == "emergency":
        return view.emergency[int(place.id) - 1].visible_to
    return next(item.visible_to for item in getattr(view, place.kind) if item.id == place.id)


# -- what one room says does not reach the other -------------------------------------------------------


@pytest.mark.usefixtures("same_id")
@pytest.mark.parametrize("kind", KINDS)
def test_what_one_room_says_is_on_no_wall_or_paper_of_the_other_until_it_is_released(
    haddad: MeetingService, kind: str
) -> None:
    say, step, place = KINDS[kind]
    say(haddad, SAID)
    assert readers(haddad, place) == FOR_1
    assert tells(haddad, 1, step, SAID)
    assert not tells(haddad, 2, step, SAID)
    # Who said it has the own words on the own copy in any case.
    assert copies_that_tell(haddad, SAID) == set(ROOM_1)
    assert haddad.rooms.release([place]) == 1
    assert tells(haddad, 1, step, SAID)
    assert tells(haddad, 2, step, SAID)
    assert copies_that_tell(haddad, SAID) >= {*ROOM_1, *ROOM_2}


@pytest.mark.parametrize("kind", KINDS)
def test_with_readers_for_everyone_the_other_room_would_have_it(haddad: MeetingService, kind: str) -> None:
    """The control: without the rooms the same search finds it on the other wall and in the other copies."""
    all_sit_together(haddad)
    say, step, _place = KINDS[kind]
    say(haddad, SAID)
    assert tells(haddad, 2, step, SAID)
    assert copies_that_tell(haddad, SAID) >= set(ROOM_2)


@pytest.mark.usefixtures("same_id")
@pytest.mark.parametrize("kind", KINDS)
def test_what_waits_is_listed_and_a_release_is_undone_by_name(haddad: MeetingService, kind: str) -> None:
    say, _step, place = KINDS[kind]
    say(haddad, SAID)
    (item,) = haddad.console().waiting
    assert (item.place, item.words, item.half, item.readers) == (place, SAID, 1, ROOM_1)
    haddad.rooms.release([place])
    assert haddad.console().waiting == ()
    assert haddad.undo() is ActKind.RELEASED
    assert haddad.console().waiting == (item,)
    assert haddad.redo() is ActKind.RELEASED
    assert readers(haddad, place) == EVERYONE


def test_the_paper_of_the_other_room_holds_it_when_it_is_released(
    haddad: MeetingService, tmp_path: Path
) -> None:
    for kind in KINDS:
        KINDS[kind][0](haddad, SAID)
    assert on_paper(haddad, tmp_path / "before") == {"rima", "samira", "noor"}
    haddad.rooms.release([item.place for item in haddad.console().waiting])
    assert on_paper(haddad, tmp_path / "after") == {"rima", "samira", "noor", "yousef", "omar", "piet"}


def on_paper(service: MeetingService, folder: Path) -> set[str]:
    """Whose printed copy tells it; the agent's is withheld, and Adam gets none."""
    folder.mkdir()
    printed = Copies(rows_of(service).case, "b1").write_all(folder)
    return {
        item.person or "file"
        for item in printed.copies
        if SAID in " ".join(page.extract_text() for page in PdfReader(folder / item.file).pages)
    }


def test_several_are_released_in_one_act(haddad: MeetingService) -> None:
    for kind in ("a card", "an agreement", "an emergency step"):
        KINDS[kind][0](haddad, SAID)
    first, second, third = (item.place for item in haddad.console().waiting)
    assert haddad.rooms.release([first, third]) == 2
    assert [item.place for item in haddad.console().waiting] == [second]
    haddad.undo()
    assert len(haddad.console().waiting) == 3


def test_where_all_sit_together_what_is_said_is_for_everyone_and_nothing_waits(opened: Opened) -> None:
    service = opened()
    service.statements.add(Column.DANGER, SAID)
    service.emergency.add(SAID)
    view = service.console()
    assert {view.statements[-1].visible_to, view.emergency[-1].visible_to, view.readers_now} == {EVERYONE}
    assert view.waiting == ()


def test_said_where_nobody_sits_it_is_for_the_facilitator_alone(haddad: MeetingService) -> None:
    for person in ROOM_2:
        haddad.course.attend(person, Attendance.ABSENT)
    haddad.show_half(2)
    haddad.statements.add(Column.DANGER, SAID)
    assert haddad.console().statements[-1].visible_to == FACILITATOR
    assert not copies_that_tell(haddad, SAID)


def test_what_somebody_chose_is_no_default(haddad: MeetingService) -> None:
    for_noor = haddad.statements.add(Column.DANGER, SAID, visible_to=Readers.only("noor"))
    haddad.emergency.add(SAID, visible_to=PROFESSIONALS)
    for_nobody = haddad.statements.add(Column.DANGER, SAID, visible_to=FACILITATOR)
    assert haddad.console().waiting == ()
    places = (Place.statement(for_noor), Place.emergency_step(5), Place.statement(for_nobody))
    assert haddad.rooms.release(places) == 0
    assert [readers(haddad, place) for place in places] == [Readers.only("noor"), PROFESSIONALS, FACILITATOR]
    assert haddad.undoable is ActKind.DANGER_ADDED


@pytest.mark.parametrize("at_once", [True, False])
def test_what_was_chosen_for_fewer_waits_for_nothing_when_the_others_leave(
    haddad: MeetingService, *, at_once: bool
) -> None:
    few = ("rima", "samira")
    for_few = Readers.only(*few)
    if at_once:
        card = haddad.statements.add(Column.DANGER, SAID, visible_to=for_few)
    else:
        card = haddad.statements.add(Column.DANGER, SAID)
        haddad.statements.change(card, visible_to=for_few)
    for person in ROOM_1:
        if person not in few:
            haddad.course.attend(person, Attendance.ABSENT)
    assert haddad.room.people == set(few)
    assert haddad.console().waiting == ()
    assert haddad.rooms.release([Place.statement(card)]) == 0
    assert readers(haddad, Place.statement(card)) == for_few
    # The control: what those two say now does wait.
    haddad.statements.add(Column.DANGER, "Dit zeggen zij nu.")
    assert "Dit zeggen zij nu." in [item.words for item in haddad.console().waiting]


# -- until somebody says who is in the room ------------------------------------------------------------


@pytest.fixture
def reopened(opened: Opened) -> Callable[[], MeetingService]:
    """The same meeting once more, in which nobody said yet which half is there."""
    return lambda: opened(HADDAD, "b1", half=None)


@pytest.mark.parametrize("half", [1, 2])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.startswith(("own", "what would"))])
def test_what_either_half_said_is_on_no_wall_until_it_is_said_which_one_is_there(
    haddad: MeetingService, reopened: Callable[[], MeetingService], kind: str, half: int
) -> None:
    say, step, _place = KINDS[kind]
    haddad.show_half(half)
    say(haddad, SAID)
    again = reopened()
    assert again.asks_half
    again.go_to(step)
    assert SAID not in canonical_json(again.wall())
    assert tells(again, half, step, SAID), "the control: to its own half it is shown"
    assert not again.asks_half


def test_until_then_the_wall_shows_what_is_for_everyone(reopened: Callable[[], MeetingService]) -> None:
    again = reopened()
    again.go_to(Step.WORRIES)
    readers = {item.text: item.visible_to for item in again.console().statements}
    shown = [item.text for item in again.wall().danger]
    assert shown
    assert {readers[text] for text in shown} == {EVERYONE}


@pytest.mark.usefixtures("same_id")
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_said_before_that_is_for_the_facilitator_alone(
    reopened: Callable[[], MeetingService], kind: str
) -> None:
    again = reopened()
    say, _step, place = KINDS[kind]
    say(again, SAID)
    assert readers(again, place) == FACILITATOR
    assert again.console().waiting == (), "it is of no room, and no release lets it go by mistake"
    # The own words with a number are on the own copy in any case.
    assert copies_that_tell(again, SAID) <= {"rima"}


@pytest.mark.parametrize("sees", [RoomSees.ALL, RoomSees.WORDS])
def test_before_that_no_answer_and_no_turn_comes_on_the_wall(
    reopened: Callable[[], MeetingService], sees: RoomSees
) -> None:
    again = reopened()
    scale = again.scales.add("Hoe gaat het?", "slecht", "goed", visible_to=EVERYONE)
    again.scales.give(scale, "rima", 2, because=SAID)
    again.go_to(Step.SCALE)
    again.reveal(scale, sees)
    again.give_turn("rima")
    assert again.turn is None
    for private in ("Rima", SAID):
        assert private not in canonical_json(again.wall())
    again.show_half(1)
    assert again.room_sees(scale) is RoomSees.NOTHING, "what was pressed before does not come by itself"
    again.reveal(scale, sees)
    assert ("Rima" if sees is RoomSees.ALL else SAID) in canonical_json(again.wall())


def test_as_long_as_nobody_was_given_a_room_it_stays_asked(haddad: MeetingService) -> None:
    """Everybody would sit in both, and what Rima says in one room would be for Yousef too."""
    rooms = {person.id: person.room for person in haddad.console().people}
    for person in rooms:
        haddad.course.sit_in(person, None)
    haddad.show_half(1)
    assert haddad.asks_half
    said = haddad.statements.add(Column.DANGER, SAID)
    assert readers(haddad, Place.statement(said)) == FACILITATOR
    haddad.course.sit_in("rima", 1)
    haddad.course.sit_in("yousef", 2)
    assert haddad.half == 1, "the control: as it was said"
    said = haddad.statements.add(Column.DANGER, "En nu?")
    assert "yousef" not in readers(haddad, Place.statement(said)).people


def test_where_all_sit_together_nothing_is_asked(opened: Opened) -> None:
    assert not opened(half=None).asks_half


# -- which room it waits for ---------------------------------------------------------------------------


def test_what_each_room_said_waits_for_the_other(haddad: MeetingService) -> None:
    haddad.statements.add(Column.DANGER, "één")
    haddad.show_half(2)
    second = haddad.statements.add(Column.DANGER, "twee")
    assert [(item.words, item.half) for item in haddad.console().waiting] == [("één", 1), ("twee", 2)]
    assert haddad.console().waits_in(Place.statement(second)) == 2


def test_it_still_waits_when_somebody_came_in_later(haddad: MeetingService) -> None:
    haddad.statements.add(Column.DANGER, SAID)
    haddad.course.sit_in("omar", 1)
    haddad.course.attend("samira", Attendance.ABSENT)
    assert [item.half for item in haddad.console().waiting] == [1]


def test_what_everybody_of_the_other_room_may_see_does_not_wait(haddad: MeetingService) -> None:
    haddad.statements.add(Column.DANGER, SAID)
    for person in ROOM_2:
        haddad.course.sit_in(person, None)
    # The same people, now in both rooms: nobody is left who may not see it but does not sit here.
    assert haddad.console().waiting == ()


def test_the_plan_of_before_does_not_wait_though_not_everybody_may_see_it(haddad: MeetingService) -> None:
    """Three agreements and cards of the example are for Rima's side, which is no room."""
    assert any(item.visible_to.are_named for item in haddad.console().statements)
    assert haddad.console().waiting == ()


# -- what is made of something -------------------------------------------------------------------------


def test_a_goal_or_an_agreement_keeps_the_readers_of_the_card_it_came_from(haddad: MeetingService) -> None:
    card = haddad.statements.add(Column.DANGER, SAID, visible_to=Readers.only("noor", "piet"))
    goal, agreement = haddad.statements.make_goal(card), haddad.agreements.add_for(card)
    for place in (Place.statement(goal), Place.agreement(agreement)):
        assert readers(haddad, place) == Readers.only("noor", "piet")


def test_what_one_room_makes_of_a_card_for_everyone_waits(haddad: MeetingService) -> None:
    card = haddad.statements.add(Column.DANGER, SAID, visible_to=EVERYONE)
    goal, agreement = haddad.statements.make_goal(card), haddad.agreements.add_for(card)
    for place in (Place.statement(goal), Place.agreement(agreement)):
        assert readers(haddad, place) == FOR_1


def test_own_words_are_for_the_room_of_who_said_them_whichever_is_there_now(haddad: MeetingService) -> None:
    scale = haddad.scales.add("Hoe gaat het?", "slecht", "goed", visible_to=EVERYONE)
    haddad.scales.give(scale, "yousef", 8, because=SAID)
    haddad.scales.keep(scale, "yousef", Said.BECAUSE)  # while the first room is there
    assert haddad.console().statements[-1].visible_to == FOR_2


def test_own_words_reach_nobody_who_may_not_see_the_question(haddad: MeetingService) -> None:
    scale = haddad.scales.add("Hoe gaat het?", "slecht", "goed", visible_to=PROFESSIONALS)
    haddad.scales.give(scale, "noor", 8, because=SAID)
    haddad.scales.keep(scale, "noor", Said.BECAUSE)
    said = haddad.console().statements[-1].visible_to
    case = rows_of(haddad).case
    assert said.people == tuple(one for one in ROOM_1 if may_see(case, PROFESSIONALS, Reader(one)))


def test_who_does_an_agreement_still_sees_it(haddad: MeetingService) -> None:
    agreement = haddad.agreements.add(SAID)
    haddad.agreements.change(agreement, visible_to=Readers.only(*ROOM_1, "yousef"), owners=["yousef"])
    assert [item.place for item in haddad.console().waiting] == [Place.agreement(agreement)]
    assert copies_that_tell(haddad, SAID) == {*ROOM_1, "yousef"}


# -- what goes on from the last plan -------------------------------------------------------------------


@pytest.fixture
def second(cases: CaseService, opened: Opened) -> MeetingService:
    """The second meeting of Haddad, in the same two rooms."""
    planned = cases.planning.plan(
        HADDAD,
        starts_at="2026-12-03T10:00:00",
        place=None,
        facilitator="noor",
        invited=[*ROOM_1, *ROOM_2],
        mode=MeetingMode.ALTERNATING,
    )
    service = opened(HADDAD, planned)
    for half, people in ((1, ROOM_1), (2, ROOM_2)):
        for person in people:
            service.course.attend(person, Attendance.PRESENT)
            service.course.sit_in(person, half)
    return service


def test_what_stays_or_stops_is_for_whom_it_was(second: MeetingService) -> None:
    kept = second.carrying.carry(CarryKind.STATEMENT, "s1", CarryOver.KEPT)
    ended = second.carrying.carry(CarryKind.AGREEMENT, "a1", CarryOver.ENDED, "Het is klaar.")
    assert readers(second, Place.statement(kept)) == EVERYONE
    assert readers(second, Place.agreement(ended)) == EVERYONE


def test_what_changes_gets_other_words_and_those_are_of_the_room_and_of_who_does_it(
    second: MeetingService,
) -> None:
    second.show_half(2)
    statement = second.carrying.carry(CarryKind.STATEMENT, "s1", CarryOver.CHANGED)
    assert readers(second, Place.statement(statement)) == FOR_2
    second.carrying.carry(CarryKind.EMERGENCY_STEP, "0", CarryOver.CHANGED)
    assert readers(second, Place.emergency_step(1)) == FOR_2
    second.show_half(1)
    agreement = second.carrying.carry(CarryKind.AGREEMENT, "a1", CarryOver.CHANGED)
    assert readers(second, Place.agreement(agreement)) == Readers.only(*ROOM_1, "yousef"), (
        "who does it sits in the other"
    )
    assert [item.half for item in second.console().waiting] == [2, 1, 2]


def test_what_changes_and_was_for_some_stays_for_those(second: MeetingService) -> None:
    statement = second.carrying.carry(CarryKind.STATEMENT, "s2", CarryOver.CHANGED)
    assert readers(second, Place.statement(statement)) == Readers.only(
        "rima", "samira", "noor", "piet", "agent"
    )


# -- what a release would tell -------------------------------------------------------------------------


@pytest.mark.usefixtures("same_id")
def test_a_hidden_detail_is_pointed_out_before_it_is_released_and_kept_from_the_wall_after(
    haddad: MeetingService,
) -> None:
    told = "Rima woont op Lindestraat 14."
    haddad.statements.add(Column.DANGER, told)
    place = Place.statement("snew")
    (leak,) = haddad.rooms.would_tell(place)
    assert leak.owner == "Rima"
    assert {"Yousef", "Omar"} <= set(leak.reaches)
    haddad.rooms.release([place])
    assert not tells(haddad, 2, Step.WORRIES, "Lindestraat")
    assert any(item.place.of_meeting.is_within(place) for item in haddad.withheld())
    assert haddad.rooms.would_tell(place) == (), "it waits no more"


def test_a_release_that_tells_nothing_too_much_points_nothing_out(haddad: MeetingService) -> None:
    haddad.statements.add(Column.DANGER, SAID)
    assert haddad.rooms.would_tell(Place.statement("snew")) == ()


# -- the answers to a scale ----------------------------------------------------------------------------


@pytest.fixture
def answered(haddad: MeetingService, same_id: None) -> MeetingService:
    """A question for everyone; Rima gave a 2, Samira a 3, Yousef a 9."""
    scale = haddad.scales.add("Hoe gaat het?", "slecht", "goed", visible_to=EVERYONE)
    for person, value in (("rima", 2), ("samira", 3), ("yousef", 9)):
        haddad.scales.give(scale, person, value, because=f"om {person}")
    haddad.go_to(Step.SCALE)
    return haddad


@pytest.mark.parametrize("sees", [RoomSees.ALL, RoomSees.WORDS])
def test_a_room_sees_no_answer_of_the_other_until_that_is_released(
    answered: MeetingService, sees: RoomSees
) -> None:
    answered.reveal("vnew", sees)
    before = canonical_json(answered.wall())
    # The control: the own room is there.
    assert ("Rima" if sees is RoomSees.ALL else "om rima") in before
    assert "Yousef" not in before
    assert "om yousef" not in before
    answered.release_scores("vnew", released=True)
    assert answered.room_sees("vnew") is RoomSees.NOTHING, "another choice is looked at first"
    answered.reveal("vnew", sees)
    assert ("Yousef" if sees is RoomSees.ALL else "om yousef") in canonical_json(answered.wall())


def test_per_circle_counts_the_numbers_of_this_room_alone(answered: MeetingService) -> None:
    answered.reveal("vnew", RoomSees.CIRCLES)
    (shown,) = answered.wall().scales
    assert shown.spreads == (), "two numbers of this room are too few, whatever the other room gave"
    (scale,) = (item for item in answered.console().scales if item.id == "vnew")
    assert (scale.without_names, scale.heard) == ((), {"rima", "samira"})
    answered.release_scores("vnew", released=True)
    answered.reveal("vnew", RoomSees.CIRCLES)
    (shown,) = answered.wall().scales
    assert [(item.lowest, item.highest) for item in shown.spreads] == [(2, 9)]


def test_what_was_released_is_not_when_the_other_half_comes_in(answered: MeetingService) -> None:
    answered.release_scores("vnew", released=True)
    answered.show_half(2)
    answered.reveal("vnew")
    (shown,) = answered.wall().scales
    assert [person.called for person, _value in shown.given] == ["Yousef"]


def test_a_number_of_the_other_room_leaves_what_is_shown_as_it_is(answered: MeetingService) -> None:
    answered.reveal("vnew")
    before = answered.wall()
    answered.scales.score("vnew", "omar", 0)
    assert answered.wall() == before
    answered.scales.score("vnew", "rima", 0)
    assert answered.room_sees("vnew") is RoomSees.NOTHING


@pytest.mark.parametrize("taken_back", [False, True])
def test_what_was_released_of_a_question_is_of_no_question_that_comes_in_its_place(
    answered: MeetingService, taken_back: bool
) -> None:
    answered.release_scores("vnew", released=True)
    answered.scales.remove("vnew")
    if taken_back:
        answered.undo()
    else:
        # The same id, with an answer of the other room again.
        assert answered.scales.add("Hoe gaat het?", "slecht", "goed", visible_to=EVERYONE) == "vnew"
        answered.scales.score("vnew", "yousef", 9)
        answered.scales.score("vnew", "rima", 2)
    answered.reveal("vnew")
    assert "Rima" in canonical_json(answered.wall())
    assert "Yousef" not in canonical_json(answered.wall())


def test_who_sits_down_in_a_room_does_not_find_its_answers_on_the_wall(answered: MeetingService) -> None:
    answered.reveal("vnew")
    assert "Rima" in canonical_json(answered.wall())
    answered.course.sit_in("omar", 1)
    assert answered.room_sees("vnew") is RoomSees.NOTHING
