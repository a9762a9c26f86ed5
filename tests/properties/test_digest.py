"""The digest with which somebody answers covers what the own copy says of the plan."""

import json
import random
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.disclosure.audience import Reader
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.paper import printed
from tests.properties.marked_cases import MARK, Author, Document, read

OTHER = "q99999q"
AFTER_IT = ("answers", "next_meeting", "participants")
"""Stand in a meeting and are no part of its plan: they change without anybody being asked again."""


def marks_of_the_plan(disclosure: Disclosure, person: str) -> Iterator[str]:
    """The marks of the plan that the copy of `person` says."""
    view = disclosure.copy(Reader(person)).view
    for run in printed(view, disclosure.found.place_of):
        room, _meeting, part, *_rest = (*run.place.split("/"), "", "", "")
        if room == "meetings" and part not in AFTER_IT:
            yield from MARK.findall(run.text.lower())


@settings(max_examples=40)
@given(st.integers(0, 2**32), st.randoms(use_true_random=False))
def test_another_word_of_the_plan_on_a_copy_is_another_digest(seed: int, chance: random.Random) -> None:
    document = Author(random.Random(seed), 4, 1, 4).case()
    case = read(document)
    for place, meeting in enumerate(case.meetings):
        disclosure = Disclosure(case, meeting)
        for person in case.people:
            marks = sorted(set(marks_of_the_plan(disclosure, person.id)))
            for mark in chance.sample(marks, min(2, len(marks))):
                assert digest(document, place, person.id, mark) != disclosure.digest(person.id)


def digest(document: Document, meeting: int, person: str, mark: str) -> str:
    """The digest of somebody's own plan with another word in place of `mark`."""
    case = read(json.loads(json.dumps(document).replace(mark, OTHER)))
    return Disclosure(case, case.meetings[meeting]).digest(person)


def test_a_word_that_is_not_of_the_plan_leaves_the_digest() -> None:
    document = Author(random.Random(12), 4, 1, 4).case()
    case = read(document)
    (meeting,) = case.meetings
    person = case.people[0].id
    assert digest(document, 0, person, document["reference"]) == Disclosure(case, meeting).digest(person)
