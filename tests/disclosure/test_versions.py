"""A plan that a later one took the place of says so to whom it is another plan, and to nobody else."""

from typing import Any

import pytest

from beraad.disclosure.audience import File, Reader
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.views import PlanView
from beraad.export.copies import copy_for
from beraad.models import Case, Meeting, PlanVersion
from tests.disclosure.small_cases import agreement, case, meeting

FOR_RIMA = ["rima", "noor"]
RIMA, YOUSEF, THE_FILE = Reader("rima"), Reader("yousef"), File()


def a_meeting(name: str, number: int, tas: str, **more: Any) -> Meeting:
    """A plan with one agreement for everyone and one that Yousef may not see."""
    return meeting(
        id=name,
        number=number,
        agreements=[
            agreement("a1", "Noor belt.", ("noor",)),
            agreement("a2", tas, ("rima",), visible_to=FOR_RIMA),
        ],
        **more,
    )


def two_plans(tas: str, *, agreed: bool = True) -> Case:
    """The second plan holds another agreement about the bag, where `tas` differs."""
    first = a_meeting("b1", 1, "De tas staat klaar.", agreed_at="2026-11-12T12:00:00")
    second = a_meeting("b2", 2, tas, agreed_at="2026-12-12T12:00:00" if agreed else None)
    return case(first, second)


def first_copy(content: Case, reader: Reader | File) -> PlanView:
    """The copy of the first plan."""
    return Disclosure(content, content.meetings[0]).copy(reader).view


@pytest.mark.parametrize(("reader", "expired"), [(RIMA, True), (THE_FILE, True), (YOUSEF, False)])
def test_it_is_said_to_whom_the_later_plan_is_another(reader: Reader | File, expired: bool) -> None:
    assert first_copy(two_plans("De tas staat bij Samira."), reader).expired is expired
    assert not first_copy(two_plans("De tas staat klaar."), reader).expired


@pytest.mark.parametrize("reader", [RIMA, YOUSEF, THE_FILE])
def test_a_later_plan_that_is_not_agreed_took_no_place(reader: Reader | File) -> None:
    assert not first_copy(two_plans("De tas staat bij Samira.", agreed=False), reader).expired


def test_the_last_plan_is_not_expired() -> None:
    content = two_plans("De tas staat bij Samira.")
    assert not Disclosure(content, content.meetings[1]).copy(RIMA).view.expired


def test_what_changed_since_the_later_plan_was_agreed_is_not_agreed_yet() -> None:
    content = two_plans("De tas staat klaar.")
    later = content.meetings[1]
    later.plan_versions.append(
        PlanVersion(agreed_at=str(later.agreed_at), digests=Disclosure(content, later).digests())
    )
    later.agreed_at = None
    later.agreements[1].what = "De tas staat bij Samira."
    assert not first_copy(content, RIMA).expired


def test_who_is_told_nothing_sees_no_trace_of_the_later_plan() -> None:
    with_change, without = two_plans("De tas staat bij Samira."), two_plans("De tas staat klaar.")
    alone = case(a_meeting("b1", 1, "De tas staat klaar.", agreed_at="2026-11-12T12:00:00"))
    copies = [first_copy(content, YOUSEF) for content in (with_change, without, alone)]
    assert copies[0] == copies[1]
    assert {copy_for(copy).code for copy in copies} == {copy_for(copies[2]).code}
