"""Plans that count no more: which there were, who was asked, and that each page says so."""

import io

import pypdf
import pytest

from beraad.services.errors import NoMeeting
from beraad.services.printing import PrintingService
from beraad.store.store import Store
from tests.services.conftest import DE_WIT, HADDAD, Opened
from tests.services.test_deciding import FOR_RIMA, change_hidden


def test_a_case_with_one_plan_has_no_old_versions(store: Store) -> None:
    assert PrintingService(store).old_versions(DE_WIT).lines() == ()


def test_an_old_version_says_what_it_said_and_on_every_page_that_it_counts_no_more(
    store: Store, opened: Opened
) -> None:
    service = opened(DE_WIT, "b1")
    service.agreements.change("a2", fallback="Kees belt naar Lisa.")
    service.deciding.decide()
    versions = PrintingService(store).old_versions(DE_WIT)
    (old,) = versions.lines()
    assert (old.version, old.meeting, old.agreed_at) == (1, 1, "2026-10-05T16:20:00")
    assert {"Sanne", "Mark", "oma Ans"} <= {*old.asked}
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(versions.one(old.place).data)).pages]
    assert all("Vervallen: er is een nieuwere versie" in page for page in pages)
    assert "Kees belt naar Lisa." not in " ".join(" ".join(pages).split())
    now = PrintingService(store).copies(DE_WIT).for_the_file()
    assert "Kees belt naar Lisa." in " ".join(
        " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(now.data)).pages).split()
    )
    assert versions.name_for(old.place) == "IT-2026-014_plan_2026-10-05_vervallen.pdf"


def test_a_plan_that_was_agreed_again_without_a_change_is_no_other_version(
    store: Store, opened: Opened
) -> None:
    service = opened(DE_WIT, "b1")
    service.deciding.decide()
    assert PrintingService(store).old_versions(DE_WIT).lines() == ()


def test_asked_about_a_later_version_are_those_whose_own_plan_changed(store: Store, opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    change_hidden(service)
    service.deciding.decide()
    service.agreements.change("a1", fallback="Noor belt Chantal")
    service.deciding.decide()
    second, first = PrintingService(store).old_versions(HADDAD).lines()
    assert (second.version, first.version) == (2, 1)
    assert len(second.asked) == len(set(FOR_RIMA)) < len(first.asked)


def test_the_plan_in_force_is_no_old_version(store: Store) -> None:
    with pytest.raises(NoMeeting):
        PrintingService(store).old_versions(DE_WIT).document(1)
