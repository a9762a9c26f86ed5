"""Of the answers to a scale the wall holds what the facilitator chose to show, and nothing of the rest."""

import itertools
import json
from typing import Any

import pytest

from beraad.disclosure.audience import Room
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.spreads import circles_together
from beraad.disclosure.views import WallScaleView, WallView
from beraad.disclosure.wall import wall_of
from beraad.terms import Circle, RoomSees, Step
from tests.disclosure.small_cases import Document, detail, document, meeting, person, read

FAMILY, NETWORK, WORKERS = ("rima", "yousef", "omar"), ("samira", "piet"), ("noor", "eva")
CIRCLE_OF = {
    **dict.fromkeys(FAMILY, "family"),
    **dict.fromkeys(NETWORK, "network"),
    **dict.fromkeys(WORKERS, "professional"),
}
THEN = dict(zip(CIRCLE_OF, (2, 7, 4, 3, 5, 2, 3), strict=True))
NOW = dict(zip(CIRCLE_OF, (3, 8, 6, 5, 6, 4, 4), strict=True))


def scores(numbers: dict[str, int | None]) -> list[Document]:
    """An answer each, with words of the own; None would rather not say."""
    return [
        {
            "person": name,
            "value": number,
            "declined": number is None,
            "because": f"reden {CIRCLE_OF[name]}",
            "one_up": "meer rust",
        }
        for name, number in numbers.items()
    ]


def asked(numbers: dict[str, int | None], then: dict[str, int | None] | None = None, **more: Any) -> Document:
    """A case in which the same question was asked twice."""
    question = {"id": "v1", "kind": "safety", "question": "Hoe veilig?", "zero": "niet", "ten": "heel"}
    here = {"participants": [{"person": name, "attendance": "present"} for name in CIRCLE_OF]}
    first = meeting(scales=[{**question, "scores": scores({**THEN, **(then or {})})}], **here)
    second = {
        **meeting(scales=[{**question, "scores": scores({**numbers}), **more}], **here),
        "id": "b2",
        "number": 2,
    }
    everybody = [person(name, circle) for name, circle in CIRCLE_OF.items()]
    first["shown_answers"] = [shown("all")]
    return document(first, second, people=everybody, version=2)


def shown(sees: str, *circles: list[str], **more: Any) -> Document:
    """That a room saw this of the answers of then: by default everybody's, and everybody was there."""
    everybody = list(CIRCLE_OF)
    row = {"scale": "v1", "sees": sees, "circles": list(circles)}
    return {**row, "given_by": everybody, "shown_to": everybody, **more}


def then_saw(*rows: Document, now: dict[str, int | None] | None = None) -> Document:
    """The same case, in which the room saw this the last time."""
    content = asked({**NOW, **(now or {})})
    content["meetings"][0]["shown_answers"] = list(rows)
    return content


def before(content: Document, sees: RoomSees, room: Room | None = None) -> list[tuple[int, int] | None]:
    """What stands of the last time beside each spread."""
    (view,) = wall(content, sees, room or EVERYBODY).scales
    return [item.before for item in view.spreads]


EVERYBODY = Room(frozenset(CIRCLE_OF))


def wall(content: Document, sees: RoomSees, room: Room = EVERYBODY) -> WallView:
    """The wall at the scale, of the second meeting."""
    case = read(content)
    disclosure = Disclosure(case, case.meetings[1])
    return wall_of(disclosure, Step.SCALE, room, {"v1": sees}).view


def scale(content: Document, sees: RoomSees) -> WallScaleView:
    """The question on it."""
    (view,) = wall(content, sees).scales
    return view


def test_all_shows_who_gave_which_number_and_the_spread_of_each_circle() -> None:
    view = scale(asked({**NOW, "eva": None}), RoomSees.ALL)
    assert {item.called: number for item, number in view.given} == {
        name.capitalize(): number for name, number in NOW.items() if name != "eva"
    }
    assert view.declined == 1
    assert [(item.lowest, item.highest, item.before) for item in view.spreads] == [
        (3, 8, (2, 7)),
        # Of two numbers of then, with names beside them, one could be told apart.
        (5, 6, None),
        (4, 4, None),
    ]
    assert (view.because, view.one_up) == ((), ())


def test_per_circle_shows_no_spread_of_fewer_than_three_numbers() -> None:
    spreads = scale(asked({**NOW}), RoomSees.CIRCLES).spreads
    assert [(item.circles, item.lowest, item.highest, item.before) for item in spreads] == [
        ((Circle.FAMILY,), 3, 8, (2, 7)),
        ((Circle.NETWORK, Circle.PROFESSIONAL), 4, 6, (2, 5)),
    ]


def test_per_circle_shows_last_time_only_if_three_gave_a_number_then() -> None:
    content = asked({**NOW}, {"rima": None, "piet": None})
    spreads = scale(content, RoomSees.CIRCLES).spreads
    assert [item.before for item in spreads] == [None, (2, 3)]


@pytest.mark.parametrize(
    ("counts", "together"),
    [
        ((3, 3, 3), ["family", "network", "professional"]),
        ((3, 1, 2), ["family", "network+professional"]),
        ((3, 1, 1), ["family+network+professional"]),
        ((4, 1, 3), ["family", "network+professional"]),
        ((3, 0, 4), ["family", "professional"]),
        ((1, 1, 1), ["family+network+professional"]),
        ((2, 0, 0), []),
        ((0, 0, 0), []),
    ],
)
def test_circles_with_too_few_numbers_go_together(counts: tuple[int, ...], together: list[str]) -> None:
    groups = circles_together(dict(zip(Circle, counts, strict=True)))
    assert ["+".join(group) for group in groups] == together


def test_behind_every_spread_without_names_stand_at_least_three_numbers() -> None:
    for counts in itertools.product(range(6), repeat=3):
        of = dict(zip(Circle, counts, strict=True))
        groups = circles_together(of)
        assert all(sum(of[circle] for circle in group) >= 3 for group in groups)
        shown = [circle for group in groups for circle in group]
        assert len(shown) == len(set(shown))
        assert sum(counts) < 3 or {circle for circle in Circle if of[circle]} <= set(shown)


def test_own_words_come_without_number_or_name_in_an_order_that_is_nobodys() -> None:
    one = scale(asked({**NOW}), RoomSees.WORDS)
    assert one.because == (*["reden family"] * 3, *["reden network"] * 2, *["reden professional"] * 2)
    assert (one.given, one.spreads, one.declined) == ((), (), 0)


def test_nothing_shows_the_question_alone() -> None:
    assert scale(asked({**NOW}), RoomSees.NOTHING) == WallScaleView("Hoe veilig?", "niet", "heel")


def test_the_wall_is_the_same_whatever_numbers_it_may_not_show() -> None:
    """Nothing and own words: every number is another, or was not said, now and the last time."""
    one = asked({**NOW})
    other = asked({name: 10 - number for name, number in NOW.items()}, {"rima": 9, "omar": None})
    silent = asked(dict.fromkeys(NOW), dict.fromkeys(NOW))
    for sees in (RoomSees.NOTHING, RoomSees.WORDS):
        assert wall(one, sees) == wall(other, sees) == wall(silent, sees)
    # Per circle: who of it gave which number, and every number between the lowest and the highest.
    swapped = asked({**NOW, "rima": 8, "yousef": 5, "omar": 3, "samira": 4, "noor": 6, "piet": 6, "eva": 5})
    assert wall(one, RoomSees.CIRCLES) == wall(swapped, RoomSees.CIRCLES)


def test_those_numbers_do_make_a_difference_where_they_are_shown() -> None:
    """Without this, the test above could be about nothing."""
    one, other = asked({**NOW}), asked({**NOW, "rima": 4})
    assert wall(one, RoomSees.ALL) != wall(other, RoomSees.ALL)
    assert wall(one, RoomSees.CIRCLES) != wall(other, RoomSees.CIRCLES)


def test_the_wall_with_numbers_is_the_same_whatever_was_said() -> None:
    one, other = asked({**NOW}), json.loads(json.dumps(asked({**NOW})).replace("reden", "want"))
    for sees in (RoomSees.NOTHING, RoomSees.ALL, RoomSees.CIRCLES):
        assert wall(one, sees) == wall(other, sees)
    assert wall(one, RoomSees.WORDS) != wall(other, RoomSees.WORDS)


def test_words_that_would_tell_too_much_stay_away_alone_and_are_told() -> None:
    content = asked({**NOW})
    content["people"][0]["contact"] = [detail("address", "Lindestraat 14")]
    content["meetings"][1]["scales"][0]["scores"][2]["because"] = "Ze is veilig op Lindestraat 14."
    case = read(content)
    shown = wall_of(
        Disclosure(case, case.meetings[1]),
        Step.SCALE,
        Room(frozenset(CIRCLE_OF)),
        {"v1": RoomSees.WORDS},
    )
    assert [len(view.because) for view in shown.view.scales] == [6]
    assert "Lindestraat" not in repr(shown.view)
    assert {str(leak.place) for leak in shown.withheld} == {"meetings/b2/scales/v1/scores/omar/because"}


def test_a_question_that_is_not_for_the_room_is_not_on_the_wall_whatever_was_chosen() -> None:
    content = asked({**NOW}, visible_to=["noor"])
    assert all(wall(content, sees).scales == () for sees in RoomSees)


def test_last_time_is_not_beside_it_if_that_was_not_for_the_room() -> None:
    content = asked({**NOW})
    content["meetings"][0]["scales"][0]["visible_to"] = ["noor"]
    for sees in (RoomSees.ALL, RoomSees.CIRCLES):
        assert {item.before for item in scale(content, sees).spreads} == {None}


# -- the last time ---------------------------------------------------------------------------------------

PER_CIRCLE = ["family"], ["network", "professional"]


def test_what_the_room_saw_per_circle_stands_beside_the_same_circles() -> None:
    assert before(then_saw(shown("circles", *PER_CIRCLE)), RoomSees.CIRCLES) == [(2, 7), (2, 5)]


def test_circles_that_were_taken_together_do_not_come_apart() -> None:
    content = then_saw(shown("circles", *PER_CIRCLE))
    assert before(content, RoomSees.ALL) == [(2, 7), None, None]


def test_a_circle_that_was_merged_with_few_others_does_not_come_apart() -> None:
    content = asked(NOW, {"samira": None, "eva": None})
    given = [name for name in CIRCLE_OF if name not in ("samira", "eva")]
    merged = shown("circles", ["family", "network", "professional"], given_by=given)
    content["meetings"][0]["shown_answers"] = [merged]
    assert before(content, RoomSees.ALL) == [None, None, None]
    content["meetings"][0]["shown_answers"] = [shown("all", given_by=given)]
    assert before(content, RoomSees.ALL)[0] == (2, 7), "the control"


def test_of_circles_that_are_taken_together_now_the_whole_is_seen_if_each_was() -> None:
    few = {"yousef": None, "omar": None, "samira": None, "eva": None}
    for row in (shown("circles", *PER_CIRCLE), shown("all")):
        assert before(then_saw(row, now=few), RoomSees.CIRCLES) == [(2, 7)], "all circles together"


@pytest.mark.parametrize("rows", [[], [shown("words")], [shown("nothing")]])
def test_where_no_numbers_were_shown_there_is_nothing_of_the_last_time(rows: list[Document]) -> None:
    for sees in RoomSees:
        assert set(before(then_saw(*rows), sees)) <= {None}


def test_a_version_1_file_does_not_say_what_was_shown() -> None:
    content = then_saw()
    del content["meetings"][0]["shown_answers"]
    content["version"] = 1
    for sees in RoomSees:
        assert set(before(content, sees)) <= {None}


@pytest.mark.parametrize("left_out", CIRCLE_OF)
def test_whoever_did_not_see_it_then_does_not_see_it_now(left_out: str) -> None:
    there = [name for name in CIRCLE_OF if name != left_out]
    content = then_saw(shown("circles", *PER_CIRCLE, shown_to=there))
    assert before(content, RoomSees.CIRCLES) == [None, None]
    assert before(content, RoomSees.CIRCLES, Room(frozenset(there))) == [(2, 7), (2, 5)], "the control"
    case = read(content)
    disclosure = Disclosure(case, case.meetings[1])
    (scale,) = case.meetings[1].scales
    assert disclosure.absent_then(scale, EVERYBODY) == {left_out}, "the facilitator is told"
    assert disclosure.absent_then(scale, Room(frozenset(there))) == set()


def test_an_empty_room_sees_nothing_of_it() -> None:
    assert set(before(then_saw(shown("all")), RoomSees.ALL, Room(frozenset()))) == {None}


def test_an_answer_that_was_not_in_it_is_not_in_it_now() -> None:
    some = [name for name in CIRCLE_OF if name != "yousef"]
    assert before(then_saw(shown("all", given_by=some)), RoomSees.CIRCLES) == [None, (2, 5)]


def test_who_is_in_another_circle_by_now_is_not_told_apart() -> None:
    content = then_saw(shown("circles", *PER_CIRCLE))
    for item in content["people"]:
        if item["circle"] == "network":
            item["circle"] = "professional"
    assert set(before(content, RoomSees.ALL)) == {None}
    assert set(before(content, RoomSees.CIRCLES)) == {None}


def test_the_wall_is_the_same_whatever_numbers_of_then_the_room_did_not_see() -> None:
    """Within what was taken together anybody may have given any of them."""
    saw = shown("circles", *PER_CIRCLE)
    one = then_saw(saw)
    for numbers in (
        {"rima": 7, "yousef": 3, "omar": 2},
        {"samira": 2, "noor": 5, "piet": 4, "eva": 2},
        {"samira": 5, "piet": 5, "noor": 2, "eva": 2},
    ):
        other = then_saw(saw)
        for answer in other["meetings"][0]["scales"][0]["scores"]:
            answer["value"] = numbers.get(answer["person"], answer["value"])
        for sees in RoomSees:
            assert wall(one, sees) == wall(other, sees), (numbers, sees)
    other = then_saw(saw)
    other["meetings"][0]["scales"][0]["scores"][0]["value"] = 1
    assert wall(one, RoomSees.CIRCLES) != wall(other, RoomSees.CIRCLES), "the control"


def test_nothing_of_then_makes_a_difference_where_nothing_was_shown() -> None:
    one, other = then_saw(), then_saw()
    for answer in other["meetings"][0]["scales"][0]["scores"]:
        answer["value"] = 10 - answer["value"]
    for sees in RoomSees:
        assert wall(one, sees) == wall(other, sees)


# -- two rooms -----------------------------------------------------------------------------------------

OTHER_ROOM = ("yousef", "omar", "piet", "eva")
THIS_ROOM = frozenset(CIRCLE_OF) - frozenset(OTHER_ROOM)


def alternating(numbers: dict[str, int | None], then: dict[str, int | None] | None = None) -> Document:
    """The same, in two rooms."""
    content = asked(numbers, then)
    content["meetings"][1]["mode"] = "alternating"
    for seat in content["meetings"][1]["participants"]:
        seat["room"] = 2 if seat["person"] in OTHER_ROOM else 1
    return content


def another_answer_of_the_other_room() -> tuple[Document, Document]:
    """The same meeting twice: in the second the other room gave other numbers, now and then, and words."""
    one = alternating({**NOW, "samira": None})
    changed = {**NOW, "samira": None, "yousef": 0, "omar": 10, "piet": None, "eva": 0}
    other = alternating(changed, {"yousef": 10, "omar": 0, "piet": 9, "eva": 10})
    for answer in other["meetings"][1]["scales"][0]["scores"]:
        if answer["person"] in OTHER_ROOM:
            answer["because"] = f"dat zegt {answer['person']}"
    return one, other


def test_of_two_rooms_the_wall_is_the_same_whatever_was_answered_in_the_other() -> None:
    one, other = another_answer_of_the_other_room()
    for sees in RoomSees:
        assert wall(one, sees, Room(THIS_ROOM)) == wall(other, sees, Room(THIS_ROOM)), sees


def test_of_two_rooms_the_own_answers_are_shown_and_those_of_the_other_when_released() -> None:
    """Without this, the test above could be about nothing."""
    one, other = another_answer_of_the_other_room()
    (view,) = wall(one, RoomSees.ALL, Room(THIS_ROOM)).scales
    assert {person.called for person, _value in view.given} == {"Rima", "Noor"}
    assert view.declined == 1
    released = Room(THIS_ROOM, frozenset({"v1"}))
    for sees in (RoomSees.ALL, RoomSees.CIRCLES, RoomSees.WORDS):
        assert wall(one, sees, released) != wall(other, sees, released), sees


def test_a_question_is_asked_only_of_who_may_see_it() -> None:
    case = read(asked({**NOW}, visible_to=["rima"]))
    disclosure = Disclosure(case, case.meetings[1])
    room = Room(frozenset(CIRCLE_OF))
    assert disclosure.asking("v1", "rima", room) is not None  # the control
    assert disclosure.asking("v1", "yousef", room) is None


def test_nothing_counts_as_shown_of_a_question_that_the_room_may_not_see() -> None:
    hidden, seen = (
        Disclosure(case := read(asked(NOW, visible_to=readers)), case.meetings[1])
        for readers in (["noor", "eva"], "everyone")
    )
    assert hidden.showing("v1", EVERYBODY, RoomSees.ALL) is None
    assert seen.showing("v1", EVERYBODY, RoomSees.ALL) is not None, "the control"
