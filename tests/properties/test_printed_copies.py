"""What holds for the views holds for the ink: the texts of a PDF, its metadata and its bookmarks."""

import io

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.disclosure.audience import File, Reader
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.views import PlanView
from beraad.export.copies import copy_for
from beraad.export.pdf import render
from tests.properties.hidden_changes import HiddenChanges
from tests.properties.marked_cases import Document, marked_documents, marks_in, read

SEEDS = st.integers(0, 2**32)


def printed(view: PlanView) -> str:
    """All that can be read out of the PDF of a view, without spacing: a mark may be broken over lines."""
    pdf = pypdf.PdfReader(io.BytesIO(render(copy_for(view)).data))
    words = [page.extract_text() for page in pdf.pages]
    words += [str(pdf.metadata), str(pdf.outline), str(pdf.trailer["/Root"]), str(pdf.attachments)]
    return "".join("".join(words).split())


def prints_what_it_may_and_no_more(document: Document) -> None:
    """Every reader's copy, and the file's, against the marks of the whole case."""
    case = read(document)
    everything = marks_in(document)
    for meeting in case.meetings:
        disclosure = Disclosure(case, meeting)
        for person in case.people:
            view = disclosure.copy(Reader(person.id)).view
            ink = marks_in(printed(view))
            assert ink & everything <= marks_in(view)
            assert all_of_a_copy(view) <= ink
        filed = disclosure.copy(File()).view
        ink = marks_in(printed(filed))
        assert all_of_a_copy(filed) <= ink <= marks_in(filed)
        assert not ink & {mark for note in meeting.notes for mark in marks_in(note.text)}


def all_of_a_copy(view: PlanView) -> set[str]:
    """The marks that must stand on paper: a child's copy is short and has no worries."""
    if view.child:
        # What else it holds gives way where the page is full.
        return marks_in([view.child.name, view.child.calls])
    body = view.body
    parts: list[object] = [[item.what for item in body.agreements], body.emergency]
    columns = (*body.danger, *body.safety, *body.next_steps)
    parts += [columns, [item.what for item in body.ended], [out.signal for out in body.time_outs]]
    parts += [[answer.remark for answer in view.answers]]
    parts += [one.remark for item in body.agreements for one in item.readiness]
    if view.reader is None:
        parts += [[item.question for item in body.scales], [item.details for item in view.contacts]]
    return marks_in(parts)


@pytest.mark.slow
@settings(max_examples=15)
@given(marked_documents())
def test_paper_holds_what_its_reader_may_see_and_nothing_else(document: Document) -> None:
    prints_what_it_may_and_no_more(document)


@pytest.mark.slow
@settings(max_examples=10)
@given(marked_documents(), SEEDS)
def test_paper_is_the_same_to_the_last_byte_whatever_is_hidden(document: Document, seed: int) -> None:
    name = document["people"][0]["id"]
    one, other = read(document), read(HiddenChanges(document, [name], seed).make())
    for before, after in zip(one.meetings, other.meetings, strict=True):
        first, second = (
            render(copy_for(Disclosure(case, meeting).copy(Reader(name)).view)).data
            for case, meeting in ((one, before), (other, after))
        )
        assert first == second


@pytest.mark.long
@settings(max_examples=300)
@given(marked_documents())
def test_paper_of_many_cases_holds_what_its_reader_may_see_and_nothing_else(document: Document) -> None:
    prints_what_it_may_and_no_more(document)
