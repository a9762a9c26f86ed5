"""The code at the foot of a copy: what changes on the copy changes it, and nothing else does."""

from collections.abc import Callable
from typing import Any

import pytest

from beraad.disclosure.audience import Reader
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.views import PlanView
from tests.disclosure.small_cases import agreement, detail, document, meeting, people, read

Change = Callable[[dict[str, Any]], None]


def a_document() -> dict[str, Any]:
    """Noor may be called by Yousef; Rima's number is not for him."""
    plan = meeting(
        agreements=[agreement("a1", "Noor belt.", ("noor",))],
        agreed_at="2026-11-12T12:00:00",
        answers=[{"person": "rima", "decision": "agree"}],
        next_meeting={"starts_at": "2026-12-10T10:00:00", "place": "wijkcentrum"},
    )
    known = people(
        noor=[detail("phone", "076 555 0101", "everyone")], rima=[detail("phone", "06 7700 1101", ["noor"])]
    )
    return document(plan, people=known)


def copy_after(change: Change) -> PlanView:
    """Yousef's copy."""
    content = a_document()
    change(content)
    case = read(content)
    return Disclosure(case, case.meetings[0]).copy(Reader("yousef")).view


def nothing(_content: dict[str, Any]) -> None:
    """No change."""


def the_number(content: dict[str, Any]) -> None:
    """Noor has another number."""
    content["people"][2]["contact"][0]["value"] = "076 555 0199"


def an_answer(content: dict[str, Any]) -> None:
    """Rima does not agree."""
    content["meetings"][0]["answers"][0]["decision"] = "disagree"


def the_next_date(content: dict[str, Any]) -> None:
    """A day later."""
    content["meetings"][0]["next_meeting"]["starts_at"] = "2026-12-11T10:00:00"


def an_agreement(content: dict[str, Any]) -> None:
    """Something else."""
    content["meetings"][0]["agreements"][0]["what"] = "Noor belt elke dag."


def a_number_kept_from_him(content: dict[str, Any]) -> None:
    """Rima has another number."""
    content["people"][0]["contact"][0]["value"] = "06 7700 1199"


@pytest.mark.parametrize("change", [the_number, an_answer, the_next_date])
def test_what_changes_on_a_copy_changes_its_code_and_not_what_was_signed_for(change: Change) -> None:
    before, after = copy_after(nothing), copy_after(change)
    assert after.code != before.code
    assert after.signed_code == before.signed_code
    assert after.code.startswith(f"{after.signed_code}-")


def test_another_agreement_changes_what_is_signed_for() -> None:
    assert copy_after(an_agreement).signed_code != copy_after(nothing).signed_code


def test_what_the_reader_may_not_see_changes_nothing() -> None:
    assert copy_after(a_number_kept_from_him).code == copy_after(nothing).code
