"""For any case and any reader or room: nothing hidden is in the view, and everything visible is."""

import itertools
from collections.abc import Iterator
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from beraad.disclosure.audience import Facilitator, File, Reader, Room, room_of
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.views import PlanView
from beraad.disclosure.wall import wall_of
from beraad.models import Case
from beraad.terms import RoomSees, Step
from tests.properties import oracle
from tests.properties.marked_cases import (
    Document,
    Slot,
    any_marked_document,
    marked_documents,
    marks_in,
    read,
)
from tests.properties.oracle import Oracle


def marks_at(slots: Iterator[Slot]) -> set[str]:
    """The marks that stand in these slots."""
    return marks_in([item[key] for item, key in slots])


def disclosures(document: Document) -> Iterator[tuple[Document, Disclosure]]:
    """Each meeting of a case, as the file holds it and at the door."""
    case = read(document)
    for content, meeting in zip(document["meetings"], case.meetings, strict=True):
        yield content, Disclosure(case, meeting)


def ids(case: Case) -> list[str]:
    """Everybody of the case."""
    return [person.id for person in case.people]


@given(marked_documents() | any_marked_document())
def test_a_copy_holds_exactly_the_texts_that_its_reader_may_see(document: Document) -> None:
    for meeting, disclosure in disclosures(document):
        for name in ids(disclosure.case):
            copy = disclosure.copy(Reader(name))
            assert marks_in(copy.view) == marks_at(Oracle(document, meeting, [name]).copy()), name
            assert copy.leaks == ()


@given(marked_documents())
def test_of_an_answer_others_read_what_was_chosen_and_the_file_all_of_it(document: Document) -> None:
    for meeting, disclosure in disclosures(document):
        given = meeting.get("answers", [])
        for who in (*([name] for name in ids(disclosure.case)), None):
            oracle = Oracle(document, meeting, who)
            view = disclosure.copy(File() if who is None else Reader(who[0])).view
            for item, shown in zip(given, view.answers, strict=True):
                assert shown.decision == oracle.decision(item)
                signed = shown.decision is not None
                assert bool(shown.strokes) is (bool(item["strokes"]) and signed)
                assert shown.on_paper is (item["on_paper"] and signed)


@given(marked_documents())
def test_the_file_holds_everything_of_the_plan_and_no_notes(document: Document) -> None:
    for meeting, disclosure in disclosures(document):
        shown = marks_in(disclosure.copy(File()).view)
        assert shown == marks_at(Oracle(document, meeting, None).copy())
        assert not shown & marks_in(meeting.get("notes", []))
        assert marks_in(disclosure.copy(Facilitator()).view) == shown


@given(marked_documents())
def test_marks_gaps_let_stand_and_scales_over_time_are_for_the_file_alone(document: Document) -> None:
    for meeting, disclosure in disclosures(document):
        for name in ids(disclosure.case):
            view = disclosure.copy(Reader(name)).view
            assert (view.marks, view.overrides, view.history) == ((), (), ())
        filed = disclosure.copy(File()).view
        assert len(filed.marks) == len(meeting.get("evaluations", []))
        assert len(filed.overrides) == len(meeting.get("overrides", []))


@given(marked_documents(), st.data())
def test_the_wall_holds_exactly_what_everybody_in_the_room_may_see(
    document: Document, data: st.DataObject
) -> None:
    for meeting, disclosure in disclosures(document):
        some = data.draw(st.sets(st.sampled_from(ids(disclosure.case))), label="room")
        sees = {
            item.id: data.draw(st.sampled_from(RoomSees), label="sees") for item in disclosure.meeting.scales
        }
        agreements = [item.id for item in disclosure.meeting.agreements]
        aloud = data.draw(st.sampled_from(["", *agreements]), label="read aloud")
        for who in (some, set(), set(ids(disclosure.case))):
            for step in Step:
                wall = wall_of(disclosure, step, Room(frozenset(who)), sees, aloud=aloud)
                expected = marks_at(Oracle(document, meeting, sorted(who)).wall(step, sees))
                assert marks_in(wall.view) == expected, (step, who)
                assert wall.withheld == ()


@given(marked_documents())
def test_what_the_wall_holds_everybody_in_the_room_has_in_the_own_copy(document: Document) -> None:
    for content, disclosure in disclosures(document):
        room = room_of(disclosure.meeting)
        oracle = Oracle(document, content, sorted(room.people))
        # Who sits there is seen; the copy of a plan that was not agreed yet names nobody who was invited.
        here = {one for name in room.people for one in marks_at(oracle.person(name))}
        # Who gave which number, and words without a name, are for the room alone: no paper holds them.
        on_paper = (RoomSees.NOTHING, RoomSees.CIRCLES)
        modes = [dict.fromkeys((item.id for item in disclosure.meeting.scales), one) for one in on_paper]
        copies = [marks_in(disclosure.copy(Reader(name)).view) for name in room.people]
        for step, sees in itertools.product(Step, modes):
            shown = marks_in(wall_of(disclosure, step, room, sees).view)
            assert all(shown - here <= copy for copy in copies), step


@given(marked_documents())
def test_in_the_room_are_those_present_or_by_phone_and_in_this_half(document: Document) -> None:
    for meeting, disclosure in disclosures(document):
        for half in (None, 1, 2):
            expected = set(oracle.room_of(meeting, half))
            assert room_of(disclosure.meeting, half).people == expected


@given(marked_documents())
def test_numbers_have_no_gap_and_agreements_for_everyone_carry_the_same_in_every_copy(
    document: Document,
) -> None:
    for meeting, disclosure in disclosures(document):
        common = [
            item["what"]
            for item in meeting.get("agreements", [])
            if item.get("visible_to", "everyone") == "everyone" and not item.get("ended")
        ]
        views = [disclosure.copy(Reader(name)).view for name in ids(disclosure.case)]
        for view in (*views, disclosure.copy(File()).view):
            assert _numbers(view) == list(range(1, len(view.body.agreements) + 1))
            assert [item.what for item in view.body.agreements][: len(common)] == common
            assert [step.number for step in view.body.emergency] == list(
                range(1, len(view.body.emergency) + 1)
            )


def _numbers(view: PlanView) -> list[int]:
    return [item.number for item in view.body.agreements]


@given(marked_documents())
def test_every_item_stands_once_and_in_the_order_of_the_case(document: Document) -> None:
    for meeting, disclosure in disclosures(document):
        for name in ids(disclosure.case):
            body = disclosure.copy(Reader(name)).view.body
            seen = Oracle(document, meeting, [name])
            for column, shown in (
                ("danger", body.danger),
                ("safety", body.safety),
                ("next_step", body.next_steps),
            ):
                expected = [item["text"] for item in seen.visible("statements") if item["column"] == column]
                assert [item.text for item in shown] == expected
            ordered = sorted(seen.visible("emergency"), key=lambda step: step["order"])
            assert [item.text for item in body.emergency] == [item["text"] for item in ordered]
            assert [item.question for item in body.scales] == [
                item["question"] for item in seen.visible("scales")
            ]


@given(marked_documents())
def test_an_answer_that_was_declined_shows_no_number(document: Document) -> None:
    for _meeting, disclosure in disclosures(document):
        for audience in (*map(Reader, ids(disclosure.case)), File()):
            for scale in disclosure.copy(audience).view.body.scales:
                for score in (*scale.scores, *scale.before):
                    assert not (score.declined and score.value is not None)


def time_outs(meeting: Document) -> list[Document]:
    """The first, if there is one, and the others."""
    return [out for out in (meeting.get("time_out"), *meeting.get("more_time_outs", [])) if out]


@given(marked_documents())
def test_what_a_reader_owns_or_takes_is_marked_as_the_readers_own(document: Document) -> None:
    for meeting, disclosure in disclosures(document):
        for name in ids(disclosure.case):
            body = disclosure.copy(Reader(name)).view.body
            own = {item["what"] for item in meeting.get("agreements", []) if name in item["owners"]}
            running = {item.what for item in body.agreements}
            assert {item.what for item in body.agreements if item.mine} == own & running
            takes = {out["signal"]: out["takes"] for out in time_outs(meeting)}
            for out in body.time_outs:
                assert out.mine is (takes[out.signal] == name)


@given(marked_documents(), st.randoms(use_true_random=False))
def test_one_door_gives_every_reader_what_a_door_of_the_own_would(document: Document, order: Random) -> None:
    for _meeting, shared in disclosures(document):
        people = ids(shared.case)
        order.shuffle(people)
        for name in people:
            own = Disclosure(shared.case, shared.meeting)
            assert shared.copy(Reader(name)) == own.copy(Reader(name))
            room = Room(frozenset(people[: people.index(name)]))
            for step in Step:
                assert wall_of(shared, step, room) == wall_of(own, step, room)
        assert shared.copy(File()) == Disclosure(shared.case, shared.meeting).copy(File())
