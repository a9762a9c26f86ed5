"""A document before ink: a frozen tree of a few kinds of block.

Content is settled here; text is plain, never markup. A block with a title keeps it with the start of its
text; a block without content is never put in a document.
"""

from __future__ import annotations

import dataclasses
from enum import StrEnum

from beraad.terms import Circle

Strokes = tuple[tuple[tuple[float, float], ...], ...]
"""A drawn signature: lines of points (x, y), 0..1 from the top left of the pad."""


class PageStyle(StrEnum):
    """How large the letters are, and how much stands beside each other."""

    NORMAL = "normal"
    LARGE = "large"
    CHILD = "child"


class Tone(StrEnum):
    """What a colour means. The words always say it too."""

    INK = "ink"
    DANGER = "danger"
    SAFETY = "safety"
    NEXT = "next"
    AMBER = "amber_text"


class Emphasis(StrEnum):
    """How a span stands out from its line."""

    PLAIN = "plain"
    STRONG = "strong"
    SOFT = "soft"
    TONED = "toned"
    """Strong, in the tone of its block."""


@dataclasses.dataclass(frozen=True, slots=True)
class Span:
    """A piece of plain text within a line."""

    text: str
    emphasis: Emphasis = Emphasis.PLAIN


Line = tuple[Span, ...]
"""One paragraph. A line feed in its text begins a new line."""


@dataclasses.dataclass(frozen=True, slots=True)
class Head:
    """The top of the first page."""

    title: str
    subtitle: str
    side_label: str = ""
    side_name: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs."""

    lines: tuple[Line, ...]
    title: str = ""
    large: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """Something to do: its number, what, what goes with it, and beside it a number to be dialled."""

    lines: tuple[Line, ...]
    mark: str = ""
    aside: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Panel:
    """A box that nobody overlooks: tinted, or outlined when it is for an emergency."""

    title: str
    tone: Tone
    items: tuple[Item, ...]
    outlined: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Entries:
    """What stands under one small label in a column."""

    label: str
    entries: tuple[tuple[Line, ...], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class TextColumn:
    """One of the columns of a plan."""

    title: str
    tone: Tone
    groups: tuple[Entries, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Columns:
    """Columns beside each other; below each other in large letters."""

    columns: tuple[TextColumn, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class TableRow:
    """A row; a marked one is the reader's own."""

    cells: tuple[tuple[Line, ...], ...]
    marked: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header that is repeated on every page; `shares` are the widths, as parts of their sum.

    In large letters a row becomes a list: the first line of its main cell (the one after the number), the
    other cells with the header's word before them, then the rest of the main cell. `stays_table`: not that.
    """

    title: str
    header: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[TableRow, ...]
    stays_table: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Token:
    """Somebody's answer on the line of a scale."""

    initials: str
    circle: Circle
    value: int


@dataclasses.dataclass(frozen=True, slots=True)
class ScaleChart:
    """The answers on a line from 0 to 10: this time above it, last time open below it."""

    title: str
    zero: str
    ten: str
    tokens: tuple[Token, ...]
    before: tuple[Token, ...]
    before_label: str
    legend: tuple[tuple[Circle | None, str], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class TrendColumn:
    """The answers at one meeting."""

    title: str
    day: str
    tokens: tuple[Token, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class TrendChart:
    """One question over the meetings, from 0 up to 10; `in_words` says the same without a picture."""

    title: str
    zero: str
    ten: str
    columns: tuple[TrendColumn, ...]
    legend: tuple[tuple[Circle | None, str], ...]
    in_words: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Alarm:
    """One number before everything else, as large as nothing else on the page."""

    title: str
    words: str
    number: str


@dataclasses.dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers to be dialled, two beside each other: name and number."""

    title: str
    tone: Tone
    numbers: tuple[tuple[str, str], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Beside:
    """Two boxes beside each other."""

    left: Panel
    right: Panel


@dataclasses.dataclass(frozen=True, slots=True)
class Facts:
    """Short answers beside the word they answer to."""

    title: str
    tone: Tone
    facts: tuple[tuple[str, Line], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Answer:
    """What somebody answered to the plan; `line` leaves room for a pen."""

    name: str
    words: tuple[Line, ...]
    strokes: Strokes = ()
    line: bool = True


@dataclasses.dataclass(frozen=True, slots=True)
class Answers:
    """Everybody's answer, with the signatures as they were drawn."""

    title: str
    note: Line
    """What signing means."""
    answers: tuple[Answer, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Sheet:
    """A scanned page, as large as fits under its title on a page of its own."""

    title: str
    words: Line
    """What belongs to it, such as the day of the signature."""
    jpeg: bytes


@dataclasses.dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a page of its own."""


Block = (
    Head
    | Prose
    | Panel
    | Alarm
    | Numbers
    | Beside
    | Columns
    | Table
    | ScaleChart
    | TrendChart
    | Facts
    | Answers
    | Sheet
    | NewPage
)


@dataclasses.dataclass(frozen=True, slots=True)
class Document:
    """All that is printed. `title` goes into the file's metadata and holds no names."""

    title: str
    language: str
    footer_left: str
    footer_right: str
    """What stands before the page number, e.g. the code of the copy."""
    page_words: str
    """Such as `{page} van {pages}`."""
    blocks: tuple[Block, ...]
    style: PageStyle = PageStyle.NORMAL
    banner: str = ""
    """Said at the top of every page, e.g. that this is not agreed yet."""
    names: tuple[str, ...] = ()
    """Of the people in it: a line does not get its direction from a name."""
    shorter: tuple[tuple[Block, ...], ...] = ()
    """What is printed in place of `blocks` where these take more than a page: the first that takes one."""
