"""Whatever is handed out, revised and brought back: the register and the slips say the same."""

import datetime as dt
from contextlib import nullcontext

from hypothesis import given, settings
from hypothesis import strategies as st

from beraad import assets
from beraad.disclosure.disclose import Disclosure
from beraad.exchange import read_case_file
from beraad.models import Case, Meeting
from beraad.readers import EVERYONE, Readers
from beraad.services.agreed_plan import freeze
from beraad.services.overview import line_of
from beraad.services.printing import Copies
from beraad.services.register import Register
from beraad.terms import PaperState

PEOPLE = ("sanne", "mark", "ans", "kees")
DAY = dt.date(2026, 12, 1)

HAND_OUT = st.tuples(st.just("hand out"), st.sampled_from(PEOPLE))
BRING_BACK = st.tuples(st.just("bring back"), st.integers(0, 5))
REVISE = st.tuples(
    st.just("revise"),
    st.none() | st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True),
)


def begun() -> tuple[Case, Meeting]:
    """De Wit with one plan that was agreed."""
    case = read_case_file(assets.example_case("de-wit"))
    plan = case.current_plan()
    assert plan is not None
    assert plan.agreed_at is not None
    del plan.plan_versions[:]
    freeze(Disclosure(case, plan), plan.agreed_at)
    return case, plan


def revise(case: Case, plan: Meeting, hidden_from: list[str] | None, number: int) -> None:
    """Change a step of the emergency plan that some may not see, and agree again."""
    step = plan.emergency[-1]
    step.visible_to = Readers.everyone_but(*hidden_from) if hidden_from else EVERYONE
    step.text = f"Bel Fatima, poging {number}."
    plan.agreed_at = f"2026-12-{number + 1:02d}T10:00:00"
    freeze(Disclosure(case, plan), plan.agreed_at)


@settings(max_examples=15)
@given(st.lists(st.one_of(HAND_OUT, BRING_BACK, REVISE), min_size=2, max_size=8))
def test_a_paper_is_old_exactly_where_a_slip_calls_it_back(happenings: list[tuple[str, object]]) -> None:
    case, plan = begun()
    register = Register(lambda _reference: nullcontext(case), lambda _kind, _reference: nullcontext(case))
    for number, (what, about) in enumerate(happenings, start=1):
        if what == "hand out":
            Copies(case).handing_out.hand_out([(str(about), False)], DAY)
        elif what == "revise":
            assert about is None or isinstance(about, list)
            revise(case, plan, about, number)
        elif case.handed_papers:
            assert isinstance(about, int)
            place = about % len(case.handed_papers)
            register.set_state(case.reference, place, PaperState.RETURNED, DAY)
    line = line_of(case)
    readers = register.readers(case.reference)
    assert line.old_papers == sum(len(reader.old_out) for reader in readers)
    if case.handed_papers:
        assert line.papers_to_give == sum(reader.lacks for reader in readers)
    slips = {line.person: line for line in Copies(case).slips.lines()}
    for reader in register.readers(case.reference):
        for paper in reader.papers:
            slip = slips.get(paper.person)
            assert paper.old == (slip is not None and paper.version <= slip.old_version)
            assert paper.old == (paper.version != reader.version)
        out = [paper for paper in reader.papers if paper.is_out]
        assert set(reader.old_out) == {paper for paper in out if paper.old}
        if reader.in_plan and reader.why_none is None:
            assert reader.lacks == all(paper.old for paper in out)


def test_a_revision_makes_papers_old() -> None:
    case, plan = begun()
    Copies(case).handing_out.hand_out([("ans", False)], DAY)
    register = Register(lambda _reference: nullcontext(case), lambda _kind, _reference: nullcontext(case))
    assert not any(paper.old for paper in register.papers(case.reference))
    revise(case, plan, ["kees"], 1)
    assert [paper.old for paper in register.papers(case.reference)] == [True], "control"
