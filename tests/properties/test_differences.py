"""The difference between two plans tells a reader nothing of what this reader may not see."""

import copy

from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.disclosure.audience import Reader
from beraad.disclosure.disclose import Disclosure
from beraad.export.difference import difference_for_home, whole_difference
from beraad.i18n import DUTCH
from beraad.models import Case, PlanVersion
from beraad.services.agreed_plan import freeze
from beraad.services.differences import Changed, Differences
from tests.properties.hidden_changes import HiddenChanges
from tests.properties.marked_cases import Document, marked_documents, marks_in, read

SEEDS = st.integers(0, 2**32)
FIRST, SECOND = "2026-11-12T12:00:00", "2026-12-03T11:00:00"


def readers(document: Document) -> list[str]:
    """Everybody of the case."""
    return [person["id"] for person in document["people"]]


def agreed_twice(first: Document, second: Document) -> Case:
    """The second case, in the first meeting of which the plan of the first was agreed before its own."""
    old, case = read(first), read(second)
    for held, when in ((old, FIRST), (case, SECOND)):
        meeting = held.meetings[0]
        meeting.agreed_at = when
        del meeting.plan_versions[:], held.meetings[1:]
        if held is case:
            kept = old.meetings[0].plan_versions[0]
            then = PlanVersion(agreed_at=kept.agreed_at, digests=kept.digests, content=kept.content)
            meeting.plan_versions.append(then)
        freeze(Disclosure(held, meeting), when)
    return case


def changed_for(case: Case, reader: str) -> Changed | None:
    """What changed for somebody."""
    return Differences(case, Disclosure(case, case.meetings[0])).for_reader(Reader(reader))


def visibly_changed(document: Document) -> Document:
    """The document, in which everyone can see a new step."""
    other = copy.deepcopy(document)
    step = {"order": 1, "text": "q99999q", "visible_to": "everyone"}
    other["meetings"][0]["emergency"] = [step, *other["meetings"][0]["emergency"]]
    return other


@settings(max_examples=25)
@given(marked_documents(), SEEDS)
def test_a_change_that_a_reader_may_not_see_is_no_difference(document: Document, seed: int) -> None:
    for name in readers(document):
        other = HiddenChanges(document, [name], seed).make()
        assert changed_for(agreed_twice(document, other), name) is None


@settings(max_examples=25)
@given(marked_documents())
def test_a_change_that_everyone_may_see_is_a_difference(document: Document) -> None:
    case = agreed_twice(document, visibly_changed(document))
    found = {name: changed_for(case, name) for name in readers(document)}
    told = [item for item in found.values() if item is not None and item.now.child is None]
    grown_ups = [name for name in readers(document) if not _is_child(case, name)]
    assert len(told) == len(grown_ups)
    for changed in told:
        assert "q99999q" in marks_in(repr(tuple(whole_difference(changed.difference, DUTCH))))
        assert "q99999q" in marks_in(repr(tuple(difference_for_home(changed.difference, DUTCH))))


@settings(max_examples=25)
@given(marked_documents(), SEEDS)
def test_what_is_told_does_not_depend_on_what_the_reader_may_not_see(document: Document, seed: int) -> None:
    for name in readers(document):
        visible = visibly_changed(document)
        mine = changed_for(agreed_twice(document, visible), name)
        theirs = changed_for(agreed_twice(document, HiddenChanges(visible, [name], seed).make()), name)
        if mine is None or theirs is None:
            assert mine is theirs
        else:
            assert mine.difference == theirs.difference


@settings(max_examples=25)
@given(marked_documents())
def test_a_difference_tells_what_stands_in_one_of_both_documents(document: Document) -> None:
    case = agreed_twice(document, visibly_changed(document))
    for name in readers(document):
        changed = changed_for(case, name)
        if changed is None:
            continue
        told = marks_in(repr(tuple(whole_difference(changed.difference, DUTCH))))
        assert set(told) <= {*marks_in(repr(changed.before)), *marks_in(repr(changed.now))}


def _is_child(case: Case, name: str) -> bool:
    disclosure = Disclosure(case, case.meetings[0])
    return disclosure.copy(Reader(name)).view.child is not None
