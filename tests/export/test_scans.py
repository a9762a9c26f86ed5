"""The scanned sheet: read back as a picture from the copy for the file, and from nobody else's."""

import io

import pdfplumber
import pypdf
import pytest
from PIL import Image, ImageChops, ImageStat

from beraad import assets
from beraad.disclosure.audience import File, Reader
from beraad.disclosure.disclose import Disclosure
from beraad.exchange import read_case_file
from beraad.export.copies import copy_for, full_plan
from beraad.export.pdf import render
from beraad.models import Answer, Case, Meeting, Scan
from beraad.terms import Decision
from tests.scanned import jpeg

PAGES = {"1" * 64: jpeg(1), "2" * 64: jpeg(2), "3" * 64: jpeg(3, (1169, 827))}
TITLE = "Getekend door Mark, blad "


@pytest.fixture
def case() -> Case:
    """De Wit; Mark and Ans signed the plan in force on paper, and both sheets were scanned."""
    case = read_case_file(assets.example_case("de-wit"))
    meeting = plan_of(case)
    disclosure = Disclosure(case, meeting)
    meeting.answers = [
        Answer(
            person=person,
            decision=Decision.AGREE,
            on_paper=True,
            answered_at="2026-10-07T00:00:00",
            digest=disclosure.digest(person),
        )
        for person in ("mark", "ans")
    ]
    meeting.scans = [
        Scan(person=item.person, digest=item.digest, added_at="2026-10-09T09:00:00", pages=pages)
        for item, pages in zip(meeting.answers, (["2" * 64, "1" * 64], ["3" * 64]), strict=True)
    ]
    return case


def plan_of(case: Case) -> Meeting:
    """The plan in force."""
    meeting = case.current_plan()
    assert meeting
    return meeting


def filed(case: Case) -> pypdf.PdfReader:
    """The copy for the file."""
    view = Disclosure(case, plan_of(case)).copy(File()).view
    return pypdf.PdfReader(io.BytesIO(render(full_plan(view, PAGES)).data))


def pictures(page: pypdf.PageObject) -> list[bytes]:
    """The pictures on a page, as they are in the file."""
    return [item.data for item in page.images]


def differ(one: bytes, other: bytes) -> float:
    """How much two pictures of one size differ, 0 to 255."""
    first, second = (Image.open(io.BytesIO(data)).convert("RGB") for data in (one, other))
    assert first.size == second.size
    return max(ImageStat.Stat(ImageChops.difference(first, second)).mean)


def test_every_page_of_it_is_a_page_after_the_proof_with_the_very_picture(case: Case) -> None:
    pdf = filed(case)
    texts = [page.extract_text() for page in pdf.pages]
    assert "Bewijs bij het plan" in "".join(texts[-5:-3])
    assert "Getekend door Mark, blad 1 van 2" in texts[-3]
    assert "Getekend door Mark, blad 2 van 2" in texts[-2]
    assert "Getekend door oma Ans, blad 1 van 1" in texts[-1]
    for page, identity in zip(pdf.pages[-3:], ("2" * 64, "1" * 64, "3" * 64), strict=True):
        (picture,) = pictures(page)
        assert differ(picture, PAGES[identity]) < 1
    (first,) = pictures(pdf.pages[-3])
    assert differ(first, PAGES["1" * 64]) > 2, "the control: another page would be seen"


def test_the_proof_says_that_there_is_one_and_the_page_says_what_it_is(case: Case) -> None:
    texts = [" ".join(page.extract_text().split()) for page in filed(case).pages]
    assert any("op papier getekend scan: 2 bladen, hierna" in text for text in texts)
    code = Disclosure(case, plan_of(case)).copy(Reader("mark")).view.signed_code
    assert (
        f"op papier getekend, 7 oktober 2026 · onderaan het papier hoort te staan: Plan {code}-…" in texts[-3]
    )


def test_a_sheet_for_an_earlier_version_is_said_to_be_one(case: Case) -> None:
    for agreement in plan_of(case).agreements:
        agreement.what += " Ook op zondag."
    text = " ".join(filed(case).pages[-3].extract_text().split())
    assert "voor een eerdere versie" in text
    assert "hoort te staan" not in text


def test_a_page_that_is_not_there_is_said_and_the_rest_is_printed(case: Case) -> None:
    view = Disclosure(case, plan_of(case)).copy(File()).view
    pdf = pypdf.PdfReader(io.BytesIO(render(full_plan(view, {"1" * 64: PAGES["1" * 64]})).data))
    assert "Dit blad is niet gevonden." in pdf.pages[-3].extract_text()
    assert len(pictures(pdf.pages[-2])) == 1


@pytest.mark.parametrize("size", [(200, 1754), (1240, 1754), (1754, 1240), (1754, 60)])
def test_it_stays_between_its_words_and_the_foot(case: Case, size: tuple[int, int]) -> None:
    """Also under the words that say that this is a concept."""
    plan_of(case).agreed_at = None
    view = Disclosure(case, plan_of(case)).copy(File()).view
    data = render(full_plan(view, dict.fromkeys(PAGES, jpeg(4, size)))).data
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages[-3:]:
            (picture,) = page.images
            words = {word["text"]: word for word in page.extract_words()}
            assert words["papier"]["bottom"] < picture["top"]
            assert picture["bottom"] < words["alleen"]["top"]
            assert words["alleen"]["x0"] - 1 <= picture["x0"] < picture["x1"] < page.width - 30


def test_no_attendee_has_a_picture_or_a_byte_of_it(case: Case) -> None:
    """To the last byte the same copy as without any scan; the copy for the file is another."""
    plain = {person.id: copy_of(case, person.id) for person in case.people}
    assert not any(pictures(page) for data in plain.values() for page in opened_pdf(data).pages)
    whole = render(copy_for(Disclosure(case, plan_of(case)).copy(File()).view)).data
    plan_of(case).scans = []
    assert {person.id: copy_of(case, person.id) for person in case.people} == plain
    assert render(copy_for(Disclosure(case, plan_of(case)).copy(File()).view)).data != whole


def copy_of(case: Case, person: str) -> bytes:
    """Somebody's copy."""
    return render(copy_for(Disclosure(case, plan_of(case)).copy(Reader(person)).view)).data


def opened_pdf(data: bytes) -> pypdf.PdfReader:
    """A PDF, to be read."""
    return pypdf.PdfReader(io.BytesIO(data))
