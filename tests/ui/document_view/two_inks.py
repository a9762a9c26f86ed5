"""The texts of a document on screen and in the ink of its PDF, laid beside each other."""

from __future__ import annotations

import io
import random
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pypdf
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from beraad.disclosure.audience import File, Reader
from beraad.disclosure.views import PlanView
from beraad.export.copies import copy_for, full_plan, signing_copy
from beraad.export.document import Answers, Document, EmptyFrame, Panel, Table
from beraad.export.in_lines import words
from beraad.export.pdf import render
from beraad.ui.document_view import DocumentView
from beraad.ui.widgets.chart_picture import ChartPicture
from tests.properties import marked_cases
from tests.properties.marked_cases import MARK
from tests.properties.test_paper_order import disclosures

WITH_A_CHILD = 12
"""The seed of a case with a child's copy, agreements that say what to do if they fail, and answers."""

WITH_NUMBERS = 16
"""The seed of a case with numbers on a scale and a signature."""

_ON_A_LINE = "012345678910"
"""The numbers of a scale: on screen they are painted."""


def a_case(seed: int) -> marked_cases.Document:
    """A case of a few people with a mark in every text."""
    return marked_cases.Author(random.Random(seed), 4, 1, 4).case()


def not_the_same_in_two() -> list[str]:
    """What is not the same on a few papers on which everything stands that these have."""
    return [*not_the_same(a_case(WITH_A_CHILD)), *not_the_same_in_the_file(a_case(WITH_NUMBERS))]


def not_the_same(case: marked_cases.Document) -> list[str]:
    """What one ink says of somebody's copy and the other does not.

    Answers to a plan are no part of what somebody answers for, and only paper has them. What a child's page
    has no room for stands on screen.
    """
    found = []
    for _content, disclosure in disclosures(case):
        for person in disclosure.case.people:
            view = disclosure.copy(Reader(person.id)).view
            missing, left = _lay_beside(view)
            found += [block.title for block in signing_copy(view).blocks if isinstance(block, Answers)]
            if view.child is None:
                found += missing
            found += [piece for piece in left.split("¦") if piece]
    return found


def not_the_same_in_the_file(case: marked_cases.Document) -> list[str]:
    """What one ink says of the copy for the file and the other does not, in whatever order.

    On screen a table is a list of its rows.
    """
    found = []
    for _content, disclosure in disclosures(case):
        paper = full_plan(disclosure.copy(File()).view)
        ink, over = _in_ink(paper), _over_columns(paper)
        for said in sorted(map(_squeezed, on_screen(paper)), key=len, reverse=True):
            word = next((one for one in over if one and said.startswith(one) and said not in ink), "")
            text = said.removeprefix(word)
            if text not in ink:
                found.append(said)
            ink = ink.replace(text, "¦", 1)
        left = _without(ink, paper)
        for word in sorted(over, key=len, reverse=True):
            left = left.replace(word, "")
        found += [piece for piece in left.split("¦") if piece]
    return found


def on_screen(document: Document) -> list[str]:
    """Every text on screen, in the order in which a screen reader finds it, with those that are painted."""
    view = DocumentView(document, large=True)
    try:
        return list(texts_of(view))
    finally:
        view.deleteLater()


def texts_of(view: QWidget) -> Iterator[str]:
    """The texts of labels and of pictures of charts."""
    for widget in view.findChildren(QWidget):
        if isinstance(widget, QLabel) and widget.text():
            yield widget.text()
        elif isinstance(widget, ChartPicture):
            for text in ET.fromstring(widget.svg).iter("{http://www.w3.org/2000/svg}text"):  # noqa: S314
                yield text.text or ""


def places(view: QWidget, width: int) -> list[tuple[str, QPoint]]:
    """The same with where each stands when the view is so many pixels wide."""
    view.resize(width, max(view.heightForWidth(width), 1))
    view.show()
    QApplication.processEvents()
    view.hide()
    labels = [label for label in view.findChildren(QLabel) if label.text()]
    return [(label.text(), label.mapTo(view, QPoint())) for label in labels]


def _lay_beside(view: PlanView) -> tuple[list[str], str]:
    """The texts on screen that do not stand in the ink in this order, and the ink that no text on screen is.

    Paper writes the words over the columns of a table once; on screen they stand before each cell.
    """
    paper, screen = copy_for(view), signing_copy(view)
    ink, over = _in_ink(paper), _over_columns(screen)
    missing, left, at = [], "", 0
    for said in map(_squeezed, on_screen(screen)):
        text, found = said, ink.find(said, at)
        if found < 0 and (word := next((one for one in over if one and said.startswith(one)), "")):
            text = said.removeprefix(word)
            found = ink.find(text, at)
        if found < 0:
            missing.append(said)
            continue
        left += ink[at:found] + "¦"
        at = found + len(text)
    return missing, _without(left + ink[at:], paper)


def _over_columns(document: Document) -> set[str]:
    """The words over the columns of its tables."""
    return {_squeezed(word) for block in document.blocks if isinstance(block, Table) for word in block.header}


def _in_ink(document: Document) -> str:
    """All that is printed of a document, page after page, without the foot of each page and its banner."""
    pdf = pypdf.PdfReader(io.BytesIO(render(document).data))
    foot, banner = _squeezed(document.footer_left), _squeezed(document.banner)
    pages = (_squeezed(page.extract_text()) for page in pdf.pages)
    return banner + "".join((text.rpartition(foot)[0] or text).removeprefix(banner) for text in pages)


def _without(left: str, paper: Document) -> str:
    """What is left of the ink without what only paper says."""
    for text in _only_on_paper(paper):
        left = left.replace(_squeezed(text), "")
    for answers in (block for block in paper.blocks if isinstance(block, Answers)):
        lines = [line for answer in answers.answers for line in answer.words] + [*answers.words]
        said = {answer.name for answer in answers.answers} | set(map(words, lines))
        marks = {mark for text in said for mark in MARK.findall(text)}
        before, begin, after = left.partition(_squeezed(answers.title + words(answers.note)))
        here, end, rest = after.partition("¦")
        if begin and set(MARK.findall(here)) <= marks:
            left = before + end + rest
    return re.sub(r"¦·+", "¦", left)


def _only_on_paper(paper: Document) -> Iterator[str]:
    yield _ON_A_LINE
    yield "Er is nog meer beloofd. Vraag het maar."
    for block in paper.blocks:
        match block:
            case Table():
                yield "".join(block.header)
            case EmptyFrame():
                yield block.words
            case Panel():
                yield block.onward or " "
        if title := getattr(block, "title", ""):
            yield paper.again_words.format(title=title)


def _squeezed(text: str) -> str:
    """A text without spaces, and without the colon that one ink writes behind a label and the other not."""
    return re.sub(r"[\s:]", "", text)
