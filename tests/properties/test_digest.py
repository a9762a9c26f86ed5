"""The digests with which somebody answers cover what the own copy says: one its plan, the other all of it."""

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.disclosure.audience import Reader
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.paper import printed
from beraad.places import COPY, Place
from tests.disclosure.small_cases import detail, meeting, people, read
from tests.disclosure.small_cases import document as a_document
from tests.properties.marked_cases import MARK, Author, Document
from tests.properties.marked_cases import read as read_marked

OTHER = "q99999q"
AFTER_IT = ("answers", "next_meeting", "participants")
"""Stand in a meeting and are no part of its plan: they change without anybody being asked again."""
ANSWERS = ("answers", "participants")
"""Answers of others: no part of the document that somebody answers for."""


def marks_of_the_plan(disclosure: Disclosure, person: str) -> Iterator[str]:
    """The marks of the plan that the copy of `person` says."""
    for place, mark in marks_of_the_document(disclosure, person):
        room, _meeting, part, *_rest = (*place, "", "", "")
        if room == "meetings" and part not in AFTER_IT:
            yield mark


def marks_of_the_document(disclosure: Disclosure, person: str) -> Iterator[tuple[Place, str]]:
    """The marks that the copy of `person` says, but for what others answered, each with its place."""
    view = disclosure.copy(Reader(person)).view
    for run in printed(view, disclosure.found.place_of):
        part = run.place.of_meeting.kind
        # The reference stands in the name of the file alone.
        signed = part in ANSWERS or run.place.is_within(COPY / "meeting" / "participants")
        if not signed and run.place != COPY / "reference":
            yield from ((run.place, mark) for mark in MARK.findall(run.text.lower()))


@settings(max_examples=40)
@given(st.integers(0, 2**32), st.randoms(use_true_random=False))
def test_another_word_of_the_plan_on_a_copy_is_another_digest(seed: int, chance: random.Random) -> None:
    document = Author(random.Random(seed), 4, 1, 4).case()
    case = read_marked(document)
    for place, held in enumerate(case.meetings):
        disclosure = Disclosure(case, held)
        for person in case.people:
            marks = sorted(set(marks_of_the_plan(disclosure, person.id)))
            for mark in chance.sample(marks, min(2, len(marks))):
                assert changed(document, place, mark).digest(person.id) != disclosure.digest(person.id)


@settings(max_examples=40)
@given(st.integers(0, 2**32), st.randoms(use_true_random=False))
def test_another_word_of_a_copy_is_another_digest_of_the_document(seed: int, chance: random.Random) -> None:
    document = Author(random.Random(seed), 4, 1, 4).case()
    case = read_marked(document)
    for place, held in enumerate(case.meetings):
        disclosure = Disclosure(case, held)
        for person in case.people:
            marks = sorted(set(marks_of_the_document(disclosure, person.id)))
            before = disclosure.document_digest(person.id)
            for where, mark in chance.sample(marks, min(2, len(marks))):
                assert changed(document, place, mark).document_digest(person.id) != before, where


def changed(document: Document, meeting: int, mark: str) -> Disclosure:
    """The same meeting with another word in place of `mark`."""
    case = read_marked(json.loads(json.dumps(document).replace(mark, OTHER)))
    return Disclosure(case, case.meetings[meeting])


def test_a_word_that_is_not_on_the_copy_leaves_the_digests() -> None:
    document = Author(random.Random(12), 4, 1, 4).case()
    case = read_marked(document)
    (held,) = case.meetings
    person, before = case.people[0].id, Disclosure(case, held)
    after = changed(document, 0, document["reference"])
    assert after.digest(person) == before.digest(person)
    assert after.document_digest(person) == before.document_digest(person)


# -- one thing at a time ---------------------------------------------------------------------------------


def a_family(*, to_noor: str = "076 555 0101", at: str = "2026-12-10T10:00:00", **child: Any) -> Disclosure:
    """Noor may be called by everybody, also by Adam, who is a child; her address is printed nowhere."""
    home = child.pop("home", "Markt 2, Breda")
    known = people(
        noor=[detail("phone", to_noor, "everyone"), detail("address", home, "everyone")],
    )
    adam = {"id": "adam", "name": "Adam", "called": "Adam", "circle": "family", "birth_date": "2018-08-30"}
    calls = {"may_call": [{"person": "noor"}], **child}
    plan = meeting(agreed_at="2026-11-12T12:00:00", next_meeting={"starts_at": at, "place": "wijkcentrum"})
    case = read({**a_document(plan, people=[*known, {**adam, **calls}]), "version": 2})
    return Disclosure(case, case.meetings[0])


@pytest.mark.parametrize("reader", ["yousef", "adam"])
@pytest.mark.parametrize("change", [{"to_noor": "076 555 0199"}, {"at": "2026-12-11T10:00:00"}])
def test_a_number_and_the_next_date_are_of_the_document_and_not_of_the_plan(
    change: dict[str, Any], reader: str
) -> None:
    before, after = a_family(), a_family(**change)
    assert after.document_digest(reader) != before.document_digest(reader)
    assert after.digest(reader) == before.digest(reader)


@pytest.mark.parametrize(
    "change",
    [{"may_call": []}, {"may_call": [{"person": "noor", "called": "juf"}]}, {"own_words": "Ik ben er."}],
)
def test_whom_a_child_may_call_and_what_it_said_is_of_its_own_document_alone(change: dict[str, Any]) -> None:
    said = {"own_words": "Ik slaap niet.", "own_words_may_be_read": True}
    before, after = a_family(**said), a_family(**{**said, **change})
    assert after.document_digest("adam") != before.document_digest("adam")
    assert after.document_digest("yousef") == before.document_digest("yousef")


@pytest.mark.parametrize("reader", ["yousef", "adam"])
def test_an_address_that_no_copy_prints_is_of_no_document(reader: str) -> None:
    assert a_family(home="Markt 3, Breda").document_digest(reader) == a_family().document_digest(reader)


def test_a_child_reads_the_day_of_the_next_meeting_and_not_the_hour() -> None:
    later = a_family(at="2026-12-10T11:00:00")
    assert later.document_digest("adam") == a_family().document_digest("adam")
    assert later.document_digest("yousef") != a_family().document_digest("yousef")
