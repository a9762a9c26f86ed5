"""The sheet that proves it: read back from the file's copy, and in nobody else's."""

import dataclasses
import io
import re

import pypdf
import pytest

from beraad import assets
from beraad.disclosure.audience import Facilitator, File, Reader
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.views import PlanView
from beraad.exchange import read_case_file
from beraad.export.copies import copy_for, full_plan
from beraad.export.pdf import render
from beraad.models import Answer, Case
from beraad.terms import Decision
from tests.export.reading import squeezed

TITLE = "Bewijs bij het plan"


@pytest.fixture
def case() -> Case:
    """De Wit; at the plan in force Ans signed on the screen, Mark with a remark on paper, Lisa could not."""
    case = read_case_file(assets.example_case("de-wit"))
    meeting = case.current_plan()
    assert meeting
    disclosure = Disclosure(case, meeting)
    wave = [[[0.1, 0.2], [0.8, 0.6]]]
    meeting.answers = [
        Answer(person="ans", decision=Decision.AGREE, strokes=wave, answered_at="2026-10-05T15:42:00"),
        Answer(
            person="mark",
            decision=Decision.AGREE_WITH_REMARK,
            remark="Ik wil langer praten.",
            on_paper=True,
            answered_at="2026-10-07T00:00:00",
        ),
        Answer(
            person="lisa",
            decision=Decision.UNABLE,
            remark="Was te moe.",
            answered_at="2026-10-05T15:50:00",
        ),
    ]
    for answer in meeting.answers:
        answer.digest = disclosure.digest(answer.person)
        if not answer.on_paper:
            answer.document = disclosure.document_digest(answer.person)
    return case


def plan(case: Case, audience: File | Reader | Facilitator | None = None) -> PlanView:
    meeting = case.current_plan()
    assert meeting
    return Disclosure(case, meeting).copy(audience or File()).view


def pages(view: PlanView) -> list[str]:
    reader = pypdf.PdfReader(io.BytesIO(render(copy_for(view)).data))
    return [page.extract_text() for page in reader.pages]


def proof(view: PlanView) -> str:
    """The text from the sheet on; it begins a page."""
    read = pages(view)
    first = next(at for at, text in enumerate(read) if text.lstrip().startswith(TITLE))
    return "\n".join(read[first:])


def test_it_begins_a_page_of_its_own_in_the_copy_for_the_file(case: Case) -> None:
    assert sum(text.lstrip().startswith(TITLE) for text in pages(plan(case))) == 1
    assert not pages(plan(case))[0].lstrip().startswith(TITLE)


def test_it_holds_the_digest_of_every_readers_own_document_in_full(case: Case) -> None:
    meeting = case.current_plan()
    assert meeting
    disclosure = Disclosure(case, meeting)
    text = squeezed(proof(plan(case)))
    assert disclosure.digest_for(File()) in text
    for item in meeting.participants:
        assert disclosure.document_digest(item.person) in text


def test_the_codes_are_those_at_the_foot_of_the_copies(case: Case) -> None:
    meeting = case.current_plan()
    assert meeting
    text = proof(plan(case))
    for item in meeting.participants:
        assert f"Plan {plan(case, Reader(item.person)).signed_code}-…" in text


def test_it_says_what_each_answered_when_and_how(case: Case) -> None:
    text = re.sub(r"\s+", " ", proof(plan(case)))
    for words in (
        "5 oktober 2026 om 15:42 uur getekend op het scherm",
        "akkoord, met een opmerking",
        "Ik wil langer praten.",
        "7 oktober 2026 op papier getekend",
        "kon niet antwoorden Was te moe.",
        "gezegd, niet getekend",
        "nog geen antwoord",
        "aanwezig",
    ):
        assert words in text, words
    assert "00:00 uur" not in text


def test_an_answer_to_an_earlier_document_is_said_with_its_digest(case: Case) -> None:
    meeting = case.current_plan()
    assert meeting
    before = Disclosure(case, meeting).document_digest("ans")
    assert "antwoordde op:" not in proof(plan(case)), "control"
    for agreement in meeting.agreements:
        agreement.what += " Ook op zondag."
    text = proof(plan(case))
    assert "voor een eerdere versie" in text
    assert "antwoordde op:" in text
    assert before in squeezed(text)
    assert Disclosure(case, meeting).document_digest("ans") in squeezed(text)


def test_another_next_date_is_said_by_the_digest_and_asks_nobody_again(case: Case) -> None:
    meeting = case.current_plan()
    assert meeting
    assert meeting.next_meeting
    before = Disclosure(case, meeting).document_digest("ans")
    meeting.next_meeting.starts_at = "2026-12-24T10:00:00"
    text = proof(plan(case))
    assert "voor een eerdere versie" not in text
    assert before in squeezed(text)
    assert Disclosure(case, meeting).document_digest("ans") in squeezed(text)


def test_of_an_answer_on_paper_the_digest_of_the_plan_is_said(case: Case) -> None:
    meeting = case.current_plan()
    assert meeting
    text = proof(plan(case))
    assert text.count("antwoordde op het plan:") == 1
    assert Disclosure(case, meeting).digest("mark") in squeezed(text)


def test_gaps_that_were_let_stand_are_there_with_the_reason(case: Case) -> None:
    view = dataclasses.replace(plan(case), overrides=(("no_check", "dat doet Joke maandag"),))
    assert "dat doet Joke maandag" in proof(view)


def test_nobody_else_gets_it(case: Case) -> None:
    for person in case.people:
        view = plan(case, Reader(person.id))
        assert view.proof is None
        assert not any(TITLE in text for text in pages(view))
    assert plan(case, Facilitator()).proof is None


def test_before_anything_was_agreed_or_answered_there_is_none(case: Case) -> None:
    meeting = case.meetings[-1]
    assert not meeting.was_agreed
    assert Disclosure(case, meeting).copy(File()).view.proof is None
    assert TITLE not in str(full_plan(Disclosure(case, meeting).copy(File()).view))
