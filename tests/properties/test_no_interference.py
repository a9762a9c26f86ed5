"""Two cases that differ only in what an audience may not see are one and the same to it, to the last byte."""

import copy
import itertools
import random
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from beraad.disclosure.audience import Facilitator, File, Reader, Room
from beraad.disclosure.console import answers, console
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.wall import wall_of
from beraad.exchange import write_case
from beraad.export.copies import copy_for
from beraad.models import BegunAnswer, Case, PlanVersion, Scan
from beraad.terms import RoomSees, Step
from tests.properties.hidden_changes import HiddenChanges
from tests.properties.marked_cases import Author, Document, marked_documents, marks_in, read

SEEDS = st.integers(0, 2**32)


def readers(document: Document) -> list[str]:
    """Everybody of the case."""
    return [person["id"] for person in document["people"]]


def pairs(one: Case, other: Case) -> Iterator[tuple[Disclosure, Disclosure]]:
    """Each meeting in both cases."""
    for first, second in zip(one.meetings, other.meetings, strict=True):
        yield Disclosure(one, first), Disclosure(other, second)


@given(marked_documents(), SEEDS)
def test_a_copy_does_not_depend_on_what_its_reader_may_not_see(document: Document, seed: int) -> None:
    for name in readers(document):
        other = HiddenChanges(document, [name], seed).make()
        for before, after in pairs(read(document), read(other)):
            mine, theirs = before.copy(Reader(name)).view, after.copy(Reader(name)).view
            assert mine == theirs
            assert copy_for(mine).code == copy_for(theirs).code
            assert before.digest(name) == after.digest(name)
            assert before.signing(name) == after.signing(name)


@given(marked_documents(), SEEDS)
def test_the_wall_does_not_depend_on_what_the_room_may_not_see(document: Document, seed: int) -> None:
    everybody = readers(document)
    for who in ([], everybody[:1], everybody[1:], everybody):
        other = HiddenChanges(document, who, seed, wall=True).make()
        for before, after in pairs(read(document), read(other)):
            modes = [dict.fromkeys((scale.id for scale in before.meeting.scales), one) for one in RoomSees]
            for step, sees in itertools.product(Step, modes):
                room = Room(frozenset(who))
                assert wall_of(before, step, room, sees) == wall_of(after, step, room, sees)


def _asked_again(chance: random.Random) -> Document:
    """One question for everyone at two meetings, and what was seen of its answers the first time."""
    author = Author(chance, 6, 2, 1)
    document = author.case()
    for person in document["people"]:
        person["circle"] = chance.choice(("family", "family", "network"))
    question = {**author.scale("v1"), "visible_to": "everyone"}
    for meeting in document["meetings"]:
        given = [{"person": name, "value": chance.randrange(11)} for name in author.several(author.people)]
        meeting["scales"] = [{**question, "scores": given}]
        meeting["shown_answers"] = [author.shown(meeting["scales"][0])]
    return document


@given(SEEDS)
def test_the_wall_does_not_depend_on_numbers_of_before_that_the_room_did_not_see(seed: int) -> None:
    chance = random.Random(seed)
    document = _asked_again(chance)
    everybody = readers(document)
    for who in (everybody[:1], everybody[1:], everybody):
        other = copy.deepcopy(document)
        first, last = other["meetings"]
        seen = _numbers_seen(first, first["scales"][0], who, apart=last["mode"] == "alternating")
        for answer in first["scales"][0]["scores"]:
            if answer["person"] not in seen:
                answer["value"] = chance.choice((None, *range(11)))
        _first, (before, after) = pairs(read(document), read(other))
        for sees in RoomSees:
            room, shown = Room(frozenset(who)), {"v1": sees}
            assert wall_of(before, Step.SCALE, room, shown) == wall_of(after, Step.SCALE, room, shown)


def _numbers_seen(meeting: Document, scale: Document, who: list[str], *, apart: bool) -> set[str]:
    """Whose numbers all of these people saw, in whatever way; of two rooms, only what is theirs."""
    seen: set[str] = set()
    for row in meeting["shown_answers"]:
        theirs = not apart or set(row["given_by"]) <= set(who)
        if row["scale"] == scale["id"] and set(who) <= set(row["shown_to"]) and theirs:
            seen |= set(row["given_by"]) if row["sees"] in ("all", "circles") else set()
    return seen


@given(marked_documents(), SEEDS)
def test_a_hidden_change_agreed_later_leaves_version_date_and_answers_as_they_were(
    document: Document, seed: int
) -> None:
    for meeting in document["meetings"]:
        meeting["agreed_at"] = "2026-11-12T12:00:00"
    for name in readers(document):
        one = read(document)
        _freeze(one, "2026-11-12T12:00:00")
        _answer(one)
        other = read(HiddenChanges(document, [name], seed).make())
        for was, now in zip(one.meetings, other.meetings, strict=True):
            now.plan_versions = [
                PlanVersion(agreed_at=item.agreed_at, digests=item.digests) for item in was.plan_versions
            ]
            for before, after in zip(was.answers, now.answers, strict=True):
                after.digest = before.digest
        waiting = [item.copy(Reader(name)).view for item in _with_agreed_at(other, None)]
        _freeze(other, "2026-12-24T09:00:00")
        agreed = [item.copy(Reader(name)).view for item in _with_agreed_at(other, "2026-12-24T09:00:00")]
        first = [Disclosure(one, meeting).copy(Reader(name)).view for meeting in one.meetings]
        assert agreed == first
        assert waiting == first


@given(marked_documents(), SEEDS)
def test_scans_of_what_was_signed_on_paper_are_in_the_copy_for_the_file_and_nowhere_else(
    document: Document, seed: int
) -> None:
    for meeting in document["meetings"]:
        answers = meeting.setdefault("answers", [])
        answers[:] = [{**item, "on_paper": seed % 2 == place % 2} for place, item in enumerate(answers)]
    plain, scanned = read(document), read(document)
    for meeting in scanned.meetings:
        meeting.scans = [
            Scan(
                person=item.person,
                digest=item.digest,
                added_at="2026-11-12T12:00:00",
                pages=["5ca" * 21 + "9"],
            )
            for item in meeting.answers
        ]
    for before, after in pairs(plain, scanned):
        for name in readers(document):
            assert before.copy(Reader(name)) == after.copy(Reader(name))
            assert before.signing(name) == after.signing(name)
            assert before.digest(name) == after.digest(name)
        room = Room(frozenset(readers(document)))
        for step in Step:
            assert wall_of(before, step, room, {}) == wall_of(after, step, room, {})
        assert before.copy(Facilitator()) == after.copy(Facilitator())
        proof = after.copy(File()).view.proof
        shown = sum(bool(line.scan) for line in proof.lines) if proof else 0
        assert shown == sum(item.on_paper for item in after.meeting.answers)


@given(marked_documents(), SEEDS)
def test_what_somebody_began_to_answer_is_in_no_view_and_in_no_case_file(
    document: Document, seed: int
) -> None:
    plain, begun = read(document), read(document)
    for meeting in begun.meetings:
        meeting.begun_answers = [
            BegunAnswer(
                place=f"answers/{name}", shows="", chosen={"decision": "agree", "strokes": [[[seed, 1]]]}
            )
            for name in readers(document)
        ]
    for before, after in pairs(plain, begun):
        assert after.meeting.begun_answers, "the control"
        for audience in (*map(Reader, readers(document)), Facilitator(), File()):
            assert before.copy(audience) == after.copy(audience)
        for name in readers(document):
            assert before.signing(name) == after.signing(name)
            assert before.digest(name) == after.digest(name)
        room = Room(frozenset(readers(document)))
        for step in Step:
            assert wall_of(before, step, room, {}) == wall_of(after, step, room, {})
        assert console(before, room) == console(after, room)
        assert tuple(answers(before)) == tuple(answers(after))
    assert write_case(plain) == write_case(begun)


@given(marked_documents(), SEEDS)
def test_the_changes_that_nobody_notices_are_really_there(document: Document, seed: int) -> None:
    """Without this, the tests above could be about nothing."""
    name = readers(document)[0]
    other = HiddenChanges(copy.deepcopy(document), [name], seed).make()
    assert marks_in(other) - marks_in(document)


def _freeze(case: Case, moment: str) -> None:
    for disclosure in _with_agreed_at(case, moment):
        version = PlanVersion(agreed_at=moment, digests=disclosure.digests())
        disclosure.meeting.plan_versions.append(version)


def _answer(case: Case) -> None:
    for meeting in case.meetings:
        for answer in meeting.answers:
            answer.digest = Disclosure(case, meeting).digest(answer.person)


def _with_agreed_at(case: Case, moment: str | None) -> list[Disclosure]:
    for meeting in case.meetings:
        meeting.agreed_at = moment
    return [Disclosure(case, meeting) for meeting in case.meetings]
