"""What is searched of a copy is what its paper prints, text by text and in that order, and nothing else."""

from collections.abc import Iterator

from hypothesis import given

from beraad.disclosure.audience import Reader
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.paper import printed
from beraad.export.copies import copy_for
from beraad.export.document import (
    Alarm,
    Answers,
    Beside,
    Block,
    Columns,
    Document,
    Facts,
    Head,
    Line,
    Numbers,
    PageStyle,
    Panel,
    Prose,
    ScaleChart,
    Table,
)
from tests.properties import marked_cases
from tests.properties.marked_cases import MARK, any_marked_document, marked_documents, marks_in, read
from tests.properties.oracle import Oracle


@given(marked_documents() | any_marked_document())
def test_the_search_reads_a_copy_as_its_paper_prints_it(document: marked_cases.Document) -> None:
    for content, disclosure in disclosures(document):
        for person in disclosure.case.people:
            view = disclosure.copy(Reader(person.id)).view
            searched = [run.text for run in printed(view, disclosure.found.place_of)]
            assert marks_in_order(searched) == marks_in_order(list(texts_of(copy_for(view))))
            paper = Oracle(document, content, [person.id]).paper()
            assert marks_in(searched) == marks_in([item[key] for item, key in paper])


def disclosures(document: marked_cases.Document) -> Iterator[tuple[marked_cases.Document, Disclosure]]:
    """Each meeting of a case, as the file holds it and at the door."""
    case = read(document)
    for content, meeting in zip(document["meetings"], case.meetings, strict=True):
        yield content, Disclosure(case, meeting)


def marks_in_order(texts: list[str]) -> list[str]:
    """Every mark, in the order of these texts."""
    return [mark for text in texts for mark in MARK.findall(text)]


def texts_of(document: Document) -> Iterator[str]:
    """The texts of a document as somebody reads it from the first to the last page."""
    yield document.title
    for block in document.blocks:
        yield from texts_in(block, as_lists=document.style is not PageStyle.NORMAL)


def texts_in(block: Block, *, as_lists: bool) -> Iterator[str]:
    """The texts of a block from top to bottom."""
    match block:
        case Head():
            yield from (block.title, block.subtitle, block.side_label, block.side_name)
        case Prose():
            yield from map(words, block.lines)
        case Panel():
            yield from (text for item in block.items for text in (*map(words, item.lines), item.aside))
        case Alarm() | Numbers() | Beside():
            yield from texts_for_a_child(block)
        case Columns():
            groups = (group for column in block.columns for group in column.groups)
            yield from (words(line) for group in groups for entry in group.entries for line in entry)
        case Table():
            yield from texts_in_table(block, as_lists=as_lists and not block.stays_table)
        case ScaleChart():
            yield from (block.title, block.zero, block.ten)
        case Facts():
            yield from (words(line) for _, line in block.facts)
        case Answers():
            yield from (text for item in block.answers for text in (item.name, *map(words, item.words)))
        case _:
            raise TypeError(type(block).__name__)


def texts_for_a_child(block: Alarm | Numbers | Beside) -> Iterator[str]:
    """The texts of the blocks that only a child's copy has."""
    match block:
        case Alarm():
            yield from (block.title, block.words, block.number)
        case Numbers():
            yield from (text for entry in block.numbers for text in entry)
        case Beside():
            yield from texts_in(block.left, as_lists=False)
            yield from texts_in(block.right, as_lists=False)


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
