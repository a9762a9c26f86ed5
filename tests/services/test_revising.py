"""A telephone call changes an agreement: what is recorded, who is asked again, and what the papers say."""

import datetime as dt
import io
import json

import pypdf
import pytest

from beraad.exchange import read_case, write_case
from beraad.services.cases import CaseService
from beraad.services.errors import NoMeeting, NotValid, UnknownPerson
from beraad.services.printing import PrintingService
from beraad.store.store import Store
from beraad.terms import RevisionHow, Step
from tests.services.conftest import DE_WIT, HADDAD, Clock, Opened
from tests.services.test_deciding import change_hidden, outdated

CALLED = dt.date(2026, 11, 19)


@pytest.fixture
def cases(store: Store, clock: Clock) -> CaseService:
    """The cases, by the clock of the tests."""
    return CaseService(store, lambda: clock().date(), clock)


def text_of(data: bytes) -> str:
    """Every word of a PDF, on one line."""
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages).split())


def test_the_plan_in_force_opens_at_its_agreements(cases: CaseService, opened: Opened) -> None:
    meeting = cases.revising.begin(DE_WIT, RevisionHow.PHONE, CALLED, ["ans"])
    assert meeting == "b1"
    stopped = opened(DE_WIT, meeting).course.stopped_at()
    assert stopped is not None
    assert stopped[0] is Step.AGREEMENTS


def test_only_those_are_asked_whose_own_plan_changed_and_only_they_get_a_slip(
    store: Store, cases: CaseService, opened: Opened, clock: Clock
) -> None:
    service = opened(HADDAD, cases.revising.begin(HADDAD, RevisionHow.PHONE, CALLED, ["rima"]))
    clock.later(minutes=10)
    change_hidden(service)
    service.deciding.decide()
    asked = outdated(service)
    service.close()
    copies = PrintingService(store).copies(HADDAD)
    slips = {line.person for line in copies.slips.lines()}
    assert "rima" in slips
    assert slips <= asked
    assert "yousef" not in asked
    told = "bijgewerkt na een telefoongesprek op 19 november 2026"
    assert told in text_of(copies.one("rima").data)
    assert told not in text_of(copies.one("yousef").data)
    file = text_of(copies.for_the_file().data)
    assert "19 november 2026, telefoon, met Rima" in file


def test_who_was_consulted_stands_on_nobodys_paper(
    store: Store, cases: CaseService, opened: Opened, clock: Clock
) -> None:
    service = opened(DE_WIT, cases.revising.begin(DE_WIT, RevisionHow.TALK, CALLED, ["kees"]))
    clock.later(minutes=10)
    service.agreements.change("a2", fallback="Noor komt langs.")
    service.deciding.decide()
    service.close()
    told = text_of(PrintingService(store).copies(DE_WIT).one("ans").data)
    assert "bijgewerkt na een gesprek op 19 november 2026" in told
    assert "met Kees" not in told.partition("Mijn vaste contact")[0]


def test_a_revision_goes_out_and_in_again(store: Store, cases: CaseService) -> None:
    cases.revising.begin(DE_WIT, RevisionHow.TALK, CALLED, ["ans", "kees"])
    with store.unit_of_work() as work:
        written = write_case(work.cases.get(DE_WIT))
    (kept,) = json.loads(written)["meetings"][0]["revisions"]
    assert kept == {
        "on": "2026-11-19",
        "how": "talk",
        "consulted": ["ans", "kees"],
        "begun_at": "2026-11-19T10:00:00",
    }
    assert write_case(read_case(written, "again.json")) == written


def test_what_cannot_be_recorded_changes_nothing(cases: CaseService, store: Store) -> None:
    for day, consulted, refused in (
        (CALLED, [], NotValid),
        (CALLED, ["nobody"], UnknownPerson),
        (dt.date(2026, 10, 4), ["ans"], NotValid),
        (dt.date(2026, 11, 20), ["ans"], NotValid),
    ):
        with pytest.raises(refused):
            cases.revising.begin(DE_WIT, RevisionHow.PHONE, day, consulted)
    with store.unit_of_work() as work:
        assert work.cases.get(DE_WIT).meetings[0].revisions == []
    reference = new_case(cases)
    with pytest.raises(NoMeeting):
        cases.revising.begin(reference, RevisionHow.PHONE, CALLED, ["ans"])


def new_case(cases: CaseService) -> str:
    """A case in which nothing was agreed."""
    cases.create("NW-1", "Nieuw")
    return "NW-1"
