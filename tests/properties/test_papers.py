"""A paper that others may see: nothing of it depends on what one of them may not see, and nothing is lost."""

import copy
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.side_by_side import items_on
from beraad.export.copies import copy_for
from tests.properties.hidden_changes import HiddenChanges
from tests.properties.marked_cases import Author, Document, marked_documents, marks_in, read

SEEDS = st.integers(0, 2**32)


def with_seer(document: Document) -> tuple[Document, list[str]]:
    """The same case, in which the last person may see the paper of the first; and these two, by id."""
    document = copy.deepcopy(document)
    names = [person["id"] for person in document["people"]]
    document["people"][0]["paper_seen_by"] = [names[-1]]
    return document, list(dict.fromkeys([names[0], names[-1]]))


@given(marked_documents(), SEEDS)
def test_a_paper_is_the_same_whatever_somebody_who_may_see_it_may_not_see(
    document: Document, seed: int
) -> None:
    nothing_moves(document, seed)


@pytest.mark.long
@settings(max_examples=3_000)
@given(marked_documents(), SEEDS)
def test_many_papers_are_the_same_whatever_somebody_who_may_see_them_may_not_see(
    document: Document, seed: int
) -> None:
    nothing_moves(document, seed)


def nothing_moves(document: Document, seed: int) -> None:
    """The paper of the first person in two cases that differ in what the last may not see."""
    document, both = with_seer(document)
    one, other = read(document), read(HiddenChanges(document, both, seed).make())
    for before, after in zip(one.meetings, other.meetings, strict=True):
        first = Disclosure(one, before).paper(both[0]).view
        second = Disclosure(other, after).paper(both[0]).view
        assert first == second
        assert copy_for(first) == copy_for(second)


@given(marked_documents())
def test_what_does_not_stand_in_the_paper_stands_on_the_card(document: Document) -> None:
    document, both = with_seer(document)
    case = read(document)
    for meeting in case.meetings:
        disclosure = Disclosure(case, meeting)
        place_of = disclosure.found.place_of
        paper, card = disclosure.paper(both[0]), disclosure.card(both[0])
        whole = read(document)
        whole.people[0].paper_seen_by = []
        alone = Disclosure(whole, whole.meetings[case.meetings.index(meeting)])
        on_paper = {*items_on(case, paper.view, place_of)}
        on_card = {*items_on(case, card.view, place_of)} if card else set()
        assert {*items_on(whole, alone.paper(both[0]).view, alone.found.place_of)} == on_paper | on_card


def test_papers_differ_by_who_may_see_them() -> None:
    """Without this, the tests above could be about nothing."""
    document, both = with_seer(Author(random.Random(5), 4, 1, 5).case())
    case = read(document)
    disclosure = Disclosure(case, case.meetings[0])
    card = disclosure.card(both[0])
    assert card is not None
    assert marks_in(card.view.body) - marks_in(disclosure.paper(both[0]).view.body)
