"""What stands beside each other on the wall is read together: a number may stand half on the next card."""

from typing import Any

import pytest

from beraad.disclosure.audience import Reader, Room
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.wall import places_on_wall, wall_of
from beraad.places import Place
from beraad.terms import Step
from tests.disclosure.small_cases import agreement, case, detail, meeting, people, statement

FIRST, LAST = "Bel 06 7700", "1101 is het."
HIDDEN = {"rima": [detail("phone", "06 7700 1101", ["noor"])]}
ROOM = Room(frozenset({"rima", "yousef"}))


def scale(name: str, question: str) -> dict[str, Any]:
    return {
        "id": name,
        "kind": "safety",
        "question": question,
        "zero": "",
        "ten": "",
        "scores": [{"person": "yousef", "value": None, "declined": True}],
        "visible_to": "everyone",
    }


def time_out(signal: str) -> dict[str, Any]:
    return {"signal": signal, "takes": "rima", "goes_to": "buiten", "minutes": 20, "returns": "Samen eten."}


LISTS: dict[str, tuple[Step, dict[str, Any]]] = {
    "statements/s2": (Step.WORRIES, {"statements": [statement("s1", FIRST), statement("s2", LAST)]}),
    "agreements/a2": (Step.AGREEMENTS, {"agreements": [agreement("a1", FIRST), agreement("a2", LAST)]}),
    "emergency/2": (
        Step.AGREEMENTS,
        {"emergency": [{"order": 1, "text": FIRST}, {"order": 2, "text": LAST}]},
    ),
    "scales/v2": (Step.SCALE, {"scales": [scale("v1", FIRST), scale("v2", LAST)]}),
}


def at_the_door(contacts: dict[str, Any], plan: dict[str, Any]) -> Disclosure:
    made = case(meeting(**plan), people=people(**contacts))
    return Disclosure(made, made.meetings[0])


OVER_TWO: dict[str, tuple[Step, dict[str, Any]]] = {
    "statements/s2": (
        Step.WORRIES,
        {"statements": [statement("s2", LAST, column="safety", kind="strength"), statement("s1", FIRST)]},
    ),
    "statements/s3": (
        Step.WHAT_MUST_HAPPEN,
        {
            "statements": [
                statement("s1", FIRST, column="safety", kind="strength"),
                statement("s3", LAST, column="next_step", kind="next_step"),
            ]
        },
    ),
    "emergency/1": (
        Step.AGREEMENTS,
        {"agreements": [agreement("a1", FIRST)], "emergency": [{"order": 1, "text": LAST}]},
    ),
    "time_out": (Step.DECIDE_AND_SIGN, {"agreements": [agreement("a1", FIRST)], "time_out": time_out(LAST)}),
}
"""One list of the wall ends with the first half, and the next begins with the other."""


@pytest.mark.parametrize("place", OVER_TWO)
def test_what_two_lists_tell_together_does_not_stand_there(place: str) -> None:
    step, plan = OVER_TWO[place]
    wall = wall_of(at_the_door(HIDDEN, plan), step, ROOM)
    assert [str(leak.place) for leak in wall.withheld] == [f"meetings/b1/{place}"]
    assert FIRST in repr(wall.view)
    assert LAST not in repr(wall.view)
    control = wall_of(at_the_door({}, plan), step, ROOM)
    assert control.withheld == ()
    assert LAST in repr(control.view)


@pytest.mark.parametrize("place", LISTS)
def test_two_items_that_tell_it_together_do_not_stand_together(place: str) -> None:
    step, plan = LISTS[place]
    door = at_the_door(HIDDEN, plan)
    wall = wall_of(door, step, ROOM)
    assert [str(leak.place) for leak in wall.withheld] == [f"meetings/b1/{place}"]
    assert FIRST in repr(wall.view)
    assert LAST not in repr(wall.view)
    assert Place.parse(place) not in places_on_wall(door, ROOM)
    assert door.copy(Reader("yousef")).leaks, "paper is withheld too"


@pytest.mark.parametrize("place", LISTS)
def test_the_same_items_stand_there_where_they_tell_nothing(place: str) -> None:
    step, plan = LISTS[place]
    door = at_the_door({}, plan)
    wall = wall_of(door, step, ROOM)
    assert wall.withheld == ()
    assert LAST in repr(wall.view)
    assert Place.parse(place) in places_on_wall(door, ROOM)


def test_what_is_kept_back_is_read_with_nothing() -> None:
    hidden = {"visible_to": ["noor"]}
    cards = [statement("s1", FIRST), statement("s2", LAST), statement("s3", LAST), statement("s4", "Klaar.")]
    door = at_the_door(HIDDEN, {"statements": [cards[0] | hidden, *cards[1:]]})
    assert wall_of(door, Step.WORRIES, ROOM).withheld == (), "nobody here reads the first half"
    door = at_the_door(HIDDEN, {"statements": cards})
    kept = [str(leak.place) for leak in wall_of(door, Step.WORRIES, ROOM).withheld]
    assert kept == ["meetings/b1/statements/s2", "meetings/b1/statements/s3"]


def test_three_cards_tell_it_as_two_do() -> None:
    cards = [statement("s1", "Bel 06"), statement("s2", "7700"), statement("s3", "1101")]
    wall = wall_of(at_the_door(HIDDEN, {"statements": cards}), Step.WORRIES, ROOM)
    assert [str(leak.place) for leak in wall.withheld] == ["meetings/b1/statements/s3"]


def test_a_card_put_forward_is_one_that_stands() -> None:
    step, plan = LISTS["statements/s2"]
    wall = wall_of(at_the_door(HIDDEN, plan), step, ROOM, forward=Place.statement("s2"))
    assert wall.view.forward is None


@pytest.mark.parametrize("cut", range(2, 11))
def test_wherever_it_is_cut_the_wall_and_the_signing_screen_keep_what_paper_keeps(cut: int) -> None:
    number = "06 7700 1101"
    halves = f"Bel {number[:cut]}", f"{number[cut:]} is het."
    for step, plan in (
        (Step.WORRIES, {"statements": [statement("s1", halves[0]), statement("s2", halves[1])]}),
        (Step.AGREEMENTS, {"agreements": [agreement("a1", halves[0]), agreement("a2", halves[1])]}),
    ):
        door = at_the_door(HIDDEN, plan)
        assert door.copy(Reader("yousef")).leaks, "the control"
        assert door.signing("yousef")[1]
        assert wall_of(door, step, ROOM).withheld
