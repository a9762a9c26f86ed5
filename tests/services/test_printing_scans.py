"""Scanned sheets come out of the store for the copy of the file, and for no other."""

import io
from collections.abc import Collection, Mapping
from pathlib import Path

import pypdf
import pytest
from typing_extensions import override

from beraad.models import Meeting
from beraad.services.case_origin import FromFile
from beraad.services.meeting import MeetingService
from beraad.services.printing import Copies, PrintingService
from beraad.store.store import Store
from beraad.terms import Decision
from tests.scanned import jpeg
from tests.services.conftest import HADDAD, Opened


@pytest.fixture
def scanned(opened: Opened) -> MeetingService:
    """Yousef's sheet of two pages was scanned."""
    service = opened(HADDAD, "b1")
    service.deciding.answer("yousef", Decision.AGREE, on_paper=True)
    service.scans.add("yousef", [jpeg(1), jpeg(2)])
    return service


def pictures(data: bytes) -> int:
    """How many pictures there are in a PDF."""
    return sum(len(page.images) for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def test_the_copy_for_the_file_holds_every_page(scanned: MeetingService, store: Store) -> None:
    assert pictures(PrintingService(store).copies(HADDAD).for_the_file().data) == 2


def test_no_copy_in_the_folder_of_copies_holds_one(
    scanned: MeetingService, store: Store, tmp_path: Path
) -> None:
    printed = PrintingService(store).copies(HADDAD).write_all(tmp_path)
    assert "yousef" in {item.person for item in printed.copies}
    assert [pictures(path.read_bytes()) for path in tmp_path.glob("*.pdf")] == [0] * len(printed.copies)


def test_pages_are_asked_for_when_the_file_is_made_and_not_before(
    scanned: MeetingService, store: Store, tmp_path: Path
) -> None:
    asked: list[Collection[str]] = []

    class Asked(FromFile):
        @override
        def pages(self, meeting: Meeting, identities: Collection[str]) -> Mapping[str, bytes]:
            asked.append(identities)
            return {}

    with store.unit_of_work() as work:
        copies = Copies(work.cases.get(HADDAD), None, Asked())
    copies.readers()
    copies.one("yousef")
    copies.write_all(tmp_path)
    assert asked == []
    copies.for_the_file()
    assert [len(identities) for identities in asked] == [2]


def test_what_was_taken_away_is_printed_no_more(scanned: MeetingService, store: Store) -> None:
    scanned.scans.remove("yousef")
    assert pictures(PrintingService(store).copies(HADDAD).for_the_file().data) == 0
