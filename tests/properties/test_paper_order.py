"""What is searched of a copy is what its paper prints, text by text and in that order, and nothing else."""

import io
import random
from collections.abc import Iterator

import pypdf
from hypothesis import given, settings

from beraad.disclosure.audience import Reader
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.paper import printed
from beraad.disclosure.views import PlanView
from beraad.export.copies import copy_for
from beraad.export.document import (
    Alarm,
    Answers,
    Beside,
    Block,
    Columns,
    Contacts,
    Document,
    EmptyFrame,
    Facts,
    Head,
    Item,
    Line,
    Listing,
    Numbers,
    Overleaf,
    OwnScale,
    PageStyle,
    Panel,
    Prose,
    Table,
)
from beraad.export.pdf import render
from tests.properties import marked_cases
from tests.properties.marked_cases import MARK, Author, any_marked_document, marked_documents, marks_in, read
from tests.properties.oracle import Oracle


@given(marked_documents() | any_marked_document())
def test_the_search_reads_a_copy_as_its_paper_prints_it(document: marked_cases.Document) -> None:
    for content, disclosure in disclosures(document):
        for person in disclosure.case.people:
            view = disclosure.copy(Reader(person.id)).view
            searched = [run.text for run in printed(view, disclosure.found.place_of)]
            # The reference stands in the name of the file, before all but a child's copy.
            name_of_file = [] if view.child else [view.reference]
            paper = [*name_of_file, *texts_of(copy_for(view))]
            assert marks_in_order(searched) == marks_in_order(paper)
            seen = Oracle(document, content, [person.id]).paper()
            assert marks_in(searched) == marks_in([item[key] for item, key in seen])


@settings(max_examples=10)
@given(marked_documents())
def test_ink_comes_in_the_order_that_is_searched(document: marked_cases.Document) -> None:
    """A text that is printed and not searched fails, and one that is drawn in another place."""
    for _content, disclosure in disclosures(document):
        for person in disclosure.case.people:
            view = disclosure.copy(Reader(person.id)).view
            if view.child:
                continue  # what its page has no room for is searched and not drawn
            searched = [run.text for run in printed(view, disclosure.found.place_of)][1:]
            name = MARK.findall(person.called)
            ink = [mark for mark in inked(view) if mark not in name]
            assert ink == [mark for mark in marks_in_order(searched) if mark not in name]


def test_a_text_that_is_printed_and_not_searched_is_seen() -> None:
    document = Author(random.Random(3), 4, 1, 4).case()
    missed = 0
    for _content, disclosure in disclosures(document):
        for person in disclosure.case.people:
            view = disclosure.copy(Reader(person.id)).view
            if view.child:
                continue  # what its page has no room for is searched and not drawn
            searched = [run.text for run in printed(view, disclosure.found.place_of)][1:]
            for left_out in range(len(searched)):
                some = [*searched[:left_out], *searched[left_out + 1 :]]
                missed += marks_in_order(some) != inked(view)
    assert missed > 50


def inked(view: PlanView) -> list[str]:
    """Every mark of the PDF of a view in the order of its ink, but for the foot of each page."""
    pdf = pypdf.PdfReader(io.BytesIO(render(copy_for(view)).data))
    foot = "alleenvoor"
    texts = ("".join(page.extract_text().split()) for page in pdf.pages)
    return [mark for text in texts for mark in MARK.findall((text.rpartition(foot)[0] or text).lower())]


def disclosures(document: marked_cases.Document) -> Iterator[tuple[marked_cases.Document, Disclosure]]:
    """Each meeting of a case, as the file holds it and at the door."""
    case = read(document)
    for content, meeting in zip(document["meetings"], case.meetings, strict=True):
        yield content, Disclosure(case, meeting)


def marks_in_order(texts: list[str]) -> list[str]:
    """Every mark, in the order of these texts."""
    return [mark for text in texts for mark in MARK.findall(text.lower())]


def texts_of(document: Document) -> Iterator[str]:
    """The texts of a document as somebody reads it from the first to the last page."""
    yield document.title
    for block in document.blocks:
        if isinstance(block, Overleaf):
            continue
        yield from texts_in(block, as_lists=document.style is not PageStyle.NORMAL)


def texts_in(block: Block, *, as_lists: bool) -> Iterator[str]:
    """The texts of a block from top to bottom."""
    match block:
        case Head():
            yield from (block.title, block.subtitle, block.side_label, block.side_name)
        case Prose():
            yield from map(words, block.lines)
        case Panel() | Listing():
            yield from (text for item in block.items for text in texts_in_item(item))
        case Alarm() | Numbers() | Beside() | EmptyFrame():
            yield from texts_for_a_child(block)
        case Columns():
            groups = (group for column in block.columns for group in column.groups)
            yield from (words(line) for group in groups for entry in group.entries for line in entry)
        case Table():
            yield from texts_in_table(block, as_lists=as_lists and not block.stays_table)
        case _:
            yield from texts_on_the_back(block)


def texts_on_the_back(block: Block) -> Iterator[str]:
    """The texts of what follows the plan."""
    match block:
        case OwnScale():
            ends = (block.zero, block.ten) if block.value is not None else ()
            yield from (block.title, *map(words, block.said), *ends)
        case Contacts():
            yield from (words(line) for who, ways in block.entries for line in (who, *ways))
        case Facts():
            yield from (words(line) for _, line in block.facts)
        case Answers():
            yield from (text for item in block.answers for text in (item.name, *map(words, item.words)))
            yield from map(words, block.words)
        case _:
            raise TypeError(type(block).__name__)


def texts_for_a_child(block: Alarm | Numbers | Beside | EmptyFrame) -> Iterator[str]:
    """The texts of the blocks that only a child's copy has."""
    match block:
        case Alarm():
            yield from (block.title, block.words, block.number)
        case Numbers():
            yield from (text for entry in block.numbers for text in entry)
        case Beside():
            yield from texts_in(block.left, as_lists=False)
            yield from texts_in(block.right, as_lists=False)
        case EmptyFrame():
            yield block.words


def texts_in_item(item: Item) -> Iterator[str]:
    """What it is, whose number it is and the number, and then its facts."""
    yield from (*map(words, item.lines), item.whose, item.aside)
    yield from (words(line) for _, line in item.facts)


def texts_in_table(table: Table, *, as_lists: bool) -> Iterator[str]:
    """The cells of each row; in a list the rest of the main cell comes last."""
    for row in table.rows:
        cells = list(row.cells)
        if as_lists:
            main = cells.pop(0 if table.header[0] else 1)
            cells = [main[:1], *cells, main[1:]]
        yield from (words(line) for cell in cells for line in cell)


def words(line: Line) -> str:
    """A line as plain text."""
    return "".join(span.text for span in line)
