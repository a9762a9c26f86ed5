"""A unit of work tells the places of a case in which something changed."""

from collections.abc import Callable

import pytest

from beraad.models import Agreement, Case, PhaseEntry, Readiness, Timing
from beraad.store.store import Store
from beraad.terms import Phase, TimingKind
from tests.store.samples import a_statement


def change_a_value(case: Case) -> None:
    case.meetings[0].statements[1].text = "Anders."


def set_it_to_what_it_was(case: Case) -> None:
    case.meetings[0].statements[1].text = str(case.meetings[0].statements[1].text)


def add_a_row(case: Case) -> None:
    case.meetings[0].statements.append(a_statement(3))


def remove_a_row(case: Case) -> None:
    del case.meetings[0].statements[2]


def add_what_holds_more(case: Case) -> None:
    timing = Timing(kind=TimingKind.ALWAYS)
    case.meetings[0].agreements.append(
        Agreement(id="a2", position=1, what="Bellen.", owners=["ans"], timing=timing)
    )


def change_what_an_agreement_holds(case: Case) -> None:
    case.meetings[0].agreements[0].readiness[0].willingness = 3


def put_another_in_its_place(case: Case) -> None:
    agreement = case.meetings[0].agreements[0]
    agreement.timing = Timing(kind=TimingKind.ALWAYS)
    agreement.readiness = [Readiness(person="ans", willingness=1, confidence=1, capacity=1)]


def change_details_of_somebody(case: Case) -> None:
    case.people[0].contact[0].value = "06 87654321"


def change_the_meeting_and_the_case(case: Case) -> None:
    case.family_name, case.meetings[0].place = "De Wit", "Buurthuis"


def begin_a_phase(case: Case) -> None:
    case.phases.append(PhaseEntry(phase=Phase.INTENSIVE, from_=None))


@pytest.mark.parametrize(
    ("change", "places"),
    [
        (change_a_value, {"meetings/m1/statements/s1"}),
        (set_it_to_what_it_was, set()),
        (add_a_row, {"meetings/m1/statements/s3"}),
        (remove_a_row, {"meetings/m1/statements/s2"}),
        (add_what_holds_more, {"meetings/m1/agreements/a2"}),
        (change_what_an_agreement_holds, {"meetings/m1/agreements/a1/readiness/ans"}),
        (put_another_in_its_place, {f"meetings/m1/agreements/a1/{it}" for it in ("timing", "readiness/ans")}),
        (change_details_of_somebody, {"people/ans/contact"}),
        (change_the_meeting_and_the_case, {"", "meetings/m1"}),
        (begin_a_phase, {"phases"}),
    ],
)
def test_a_change_is_told_by_its_place(
    store: Store, change: Callable[[Case], None], places: set[str]
) -> None:
    with store.unit_of_work() as unit:
        change(unit.cases.get("2026-0007"))
        assert set(map(str, unit.places)) == places
        unit.rollback()
        assert unit.places == ()
