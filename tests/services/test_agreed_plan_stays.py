"""Whatever is wished, a plan that was agreed says to everybody what it said."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from beraad.disclosure.audience import Facilitator as Whole
from beraad.disclosure.audience import Reader
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.views import PlanBody
from beraad.services.agreed_plan import agreed_plans
from beraad.services.cases import CaseService
from beraad.services.meeting import MeetingService
from beraad.store.store import Store
from tests.services.conftest import Clock
from tests.services.test_undo import LENGTHS, MEETINGS, SEEDS, put
from tests.services.wishes import Facilitator
from tests.store.samples import CHEAP, PASSPHRASE


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for all examples; each puts a case of its own in it."""
    opened, _code = Store.create(tmp_path_factory.mktemp("shelf") / "data", PASSPHRASE, policy=CHEAP)
    with opened:
        yield opened


def told(shelf: Store, reference: str) -> dict[str, PlanBody]:
    """What the plan that came with the case says to each person, and all of it."""
    with shelf.unit_of_work() as work:
        case = work.cases.get(reference)
        plan = agreed_plans(case.meetings[0])[0]
        disclosure = Disclosure(*plan.in_case(case))
        frozen = case.meetings[0].plan_versions[0].digests
        for person in case.people:
            if person.id in frozen:
                assert disclosure.digest(person.id) == frozen[person.id], person.id
        readers = {person.id: disclosure.body(Reader(person.id)) for person in case.people}
        return {**readers, "": disclosure.body(Whole())}


def rename(shelf: Store, reference: str, facilitator: Facilitator) -> None:
    """Some of those in the case get another name."""
    cases = CaseService(shelf)
    for number, line in enumerate(cases.case(reference).people):
        if facilitator.chance.random() < 0.3:
            cases.save_person(reference, replace(line, called=f"Anders {number}", relation="iemand"))


@settings(max_examples=12, phases=(Phase.reuse, Phase.generate))  # a seed does not shrink
@given(seed=SEEDS, length=LENGTHS, name=st.sampled_from(sorted(MEETINGS)), last=st.booleans())
def test_whatever_is_wished_an_agreed_plan_says_what_it_said(
    shelf: Store, tmp_path_factory: pytest.TempPathFactory, seed: int, length: int, name: str, last: bool
) -> None:
    reference = put(shelf, tmp_path_factory.getbasetemp(), name)
    before = told(shelf, reference)
    service = MeetingService(shelf, reference, MEETINGS[name][-1 if last else 0], Clock())
    facilitator = Facilitator(service, seed)
    for _ in range(length):
        facilitator.wish(facilitator.all_wishes)
    service.close()
    rename(shelf, reference, facilitator)
    after = told(shelf, reference)
    assert {who: said for who, said in after.items() if who in before} == {
        who: said for who, said in before.items() if who in after
    }
