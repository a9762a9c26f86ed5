"""The register of papers: what was handed out, what is old, and who must still get one."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from beraad import assets
from beraad.disclosure.disclose import Disclosure
from beraad.exchange import read_case_file
from beraad.models import Case, Meeting
from beraad.readers import Readers
from beraad.services.agreed_plan import freeze
from beraad.services.cases import CaseService
from beraad.services.errors import NotThere
from beraad.services.printed import CopyMade
from beraad.services.printing import Copies, PrintingService
from beraad.services.register import ReaderPapers, Register
from beraad.store.store import Store
from beraad.terms import PaperPlace, PaperState
from tests.services.test_exchange_slips import SECOND, calls_later
from tests.store.samples import CHEAP, PASSPHRASE

DE_WIT, HADDAD = "IT-2026-014", "IT-2026-021"
HANDED_ON, BACK_ON = dt.date(2026, 10, 5), dt.date(2026, 12, 4)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Both example cases in a store."""
    store, _code = Store.create(tmp_path / "data", PASSPHRASE, policy=CHEAP)
    with store:
        service = CaseService(store)
        for path in assets.example_cases():
            service.import_file(path)
        yield store


@pytest.fixture
def service(store: Store) -> CaseService:
    """The cases of the store."""
    return CaseService(store)


def hand_out(store: Store, reference: str, *people: str) -> None:
    """Hand out the papers of these people."""
    papers = [(person, False) for person in people]
    PrintingService(store).copies(reference).handing_out.hand_out(papers, HANDED_ON)


def written(store: Store, reference: str, folder: Path) -> tuple[CopyMade, ...]:
    """The copies of a case, as they are written."""
    return PrintingService(store).copies(reference).write_all(folder).copies


def papers_of(service: CaseService, person: str, reference: str = DE_WIT) -> ReaderPapers:
    """What the register says of somebody."""
    return next(one for one in service.register.readers(reference) if one.person == person)


def old_in(case: Case) -> set[str]:
    """Those with an old paper that is still out, in a case that stands in no store."""
    register = Register(lambda _reference: nullcontext(case), lambda _kind, _reference: nullcontext(case))
    return {one.person for one in register.readers(case.reference) if one.old_out}


def test_before_anything_is_handed_out_every_reader_lacks_a_paper(service: CaseService) -> None:
    assert service.register.papers(DE_WIT) == ()
    assert {one.person for one in service.register.readers(DE_WIT) if one.lacks} == {
        line.person for line in Copies(read_case_file(assets.example_case("de-wit"))).readers()
    }


def test_a_paper_that_was_handed_out_is_written_down(
    store: Store, service: CaseService, tmp_path: Path
) -> None:
    hand_out(store, DE_WIT, "ans")
    (paper,) = service.register.papers(DE_WIT)
    assert (paper.person, paper.version, paper.on, paper.where, paper.state) == (
        "ans",
        1,
        HANDED_ON,
        PaperPlace.HOME,
        PaperState.OUT,
    )
    assert paper.code == next(line.code for line in written(store, DE_WIT, tmp_path) if line.person == "ans")
    assert not papers_of(service, "ans").lacks
    assert papers_of(service, "kees").lacks, "control"


def test_it_lies_where_this_person_keeps_paper(store: Store, service: CaseService) -> None:
    hand_out(store, HADDAD, "rima")
    (paper,) = service.register.papers(HADDAD)
    assert (paper.where, paper.where_note) == (PaperPlace.ELSEWHERE, "ligt bij Samira")


def test_a_concept_and_the_copy_for_the_file_are_not_handed_out(store: Store, service: CaseService) -> None:
    PrintingService(store).copies(DE_WIT, "b2").handing_out.hand_out([("ans", False)], HANDED_ON)
    PrintingService(store).copies(DE_WIT).handing_out.hand_out([("", False)], HANDED_ON)
    assert service.register.papers(DE_WIT) == ()


def test_what_came_back_is_out_no_more_and_may_be_out_after_all(store: Store, service: CaseService) -> None:
    hand_out(store, DE_WIT, "ans")
    service.register.set_state(DE_WIT, 0, PaperState.RETURNED, BACK_ON)
    (paper,) = service.register.papers(DE_WIT)
    assert (paper.state, paper.state_on, paper.is_out) == (PaperState.RETURNED, BACK_ON, False)
    assert papers_of(service, "ans").lacks
    service.register.set_state(DE_WIT, 0, PaperState.OUT, BACK_ON)
    (paper,) = service.register.papers(DE_WIT)
    assert (paper.is_out, paper.state_on) == (True, None)


def test_a_paper_is_moved_and_struck(store: Store, service: CaseService) -> None:
    hand_out(store, DE_WIT, "ans", "kees")
    service.register.move(DE_WIT, 0, PaperPlace.WORKER, " bij Joke ")
    service.register.strike(DE_WIT, 1)
    (paper,) = service.register.papers(DE_WIT)
    assert (paper.person, paper.where, paper.where_note) == ("ans", PaperPlace.WORKER, "bij Joke")
    with pytest.raises(NotThere):
        service.register.strike(DE_WIT, 1)


def test_the_register_travels_with_the_case(store: Store, service: CaseService, tmp_path: Path) -> None:
    hand_out(store, DE_WIT, "ans")
    service.export_file(DE_WIT, tmp_path / "zaak.json")
    (row,) = read_case_file(tmp_path / "zaak.json").handed_papers
    assert (row.person, row.on, row.state) == ("ans", HANDED_ON, PaperState.OUT)


def handed_to_everybody(change: Callable[[Meeting], None], *, hidden_from: str = "") -> Case:
    """De Wit, where everybody got paper of the first plan; then the plan was agreed again.

    The second agreement was hidden from somebody from the beginning.
    """
    case = read_case_file(assets.example_case("de-wit"))
    plan = case.current_plan()
    assert plan is not None
    assert plan.agreed_at is not None
    if hidden_from:
        plan.agreements[1].visible_to = Readers.everyone_but(hidden_from)
    del plan.plan_versions[:]
    freeze(Disclosure(case, plan), plan.agreed_at)
    first = Copies(case)
    first.handing_out.hand_out([(line.person, False) for line in first.readers()], HANDED_ON)
    change(plan)
    plan.agreed_at = SECOND
    freeze(Disclosure(case, plan), SECOND)
    return case


def test_a_paper_is_old_for_those_who_get_a_slip_and_for_nobody_else() -> None:
    case = handed_to_everybody(calls_later)
    slips = {line.person for line in Copies(case).slips.lines()}
    assert slips
    assert old_in(case) == slips
    assert old_in(handed_to_everybody(lambda _plan: None)) == set(), "control"


def test_what_is_hidden_from_a_reader_makes_no_paper_of_that_reader_old() -> None:
    assert "kees" not in old_in(handed_to_everybody(calls_later, hidden_from="kees"))
    assert "kees" in old_in(handed_to_everybody(calls_later)), "control"
