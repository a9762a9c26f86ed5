"""Document before it is drawn: a frozen tree of a few kinds of block.

All content is decided here; text is plain, never markup. A block with a title keeps it with the start of its
text; a block without content is never put in a document.
"""

from __future__ import annotations

import dataclasses
import hashlib
from enum import StrEnum

from beraad.disclosure.views import canonical_json
from beraad.terms import Circle

Strokes = tuple[tuple[tuple[float, float], ...], ...]
"""Drawn signature: lines of points (x, y), 0..1 from the top left of the pad."""


class PageStyle(StrEnum):
    """Styles of a page: size of the letters, and how much is placed side by side."""

    NORMAL = "normal"
    LARGE = "large"
    CHILD = "child"
    FILE = "file"


class Tone(StrEnum):
    """Meanings of colours. The words always say the same."""

    INK = "ink"
    DANGER = "danger"
    SAFETY = "safety"
    NEXT = "next"
    AMBER = "amber_text"


class Emphasis(StrEnum):
    """Emphasis of a span within its line."""

    PLAIN = "plain"
    STRONG = "strong"
    SOFT = "soft"


@dataclasses.dataclass(frozen=True, slots=True)
class Span:
    """Piece of plain text within a line."""

    text: str
    emphasis: Emphasis = Emphasis.PLAIN


Line = tuple[Span, ...]
"""Paragraph. A line feed in its text begins a new line."""


@dataclasses.dataclass(frozen=True, slots=True)
class Head:
    """Head of the first page."""

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


class Mark(StrEnum):
    """Ways to write the number of an item."""

    PLAIN = "plain"
    FULL = "full"
    """White on a disc, for the reader's own items."""
    OPEN = "open"
    """In a ring."""


@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """Item to do: its number, what to do, and its facts.

    `aside` is a number to dial, `whose` its owner. Each fact has a label in front.
    """

    lines: tuple[Line, ...]
    mark: str = ""
    aside: str = ""
    whose: str = ""
    """Owner of the number in `aside`."""
    loud: bool = False
    """True if that number must catch the eye."""
    facts: tuple[tuple[str, Line], ...] = ()
    style: Mark = Mark.PLAIN


@dataclasses.dataclass(frozen=True, slots=True)
class Panel:
    """Prominent box: tinted, or outlined for an emergency."""

    title: str
    tone: Tone
    items: tuple[Item, ...]
    outlined: bool = False
    onward: str = ""
    """Text below the part on the first page, if the box goes on on the next. Without it the box is kept
    together if a page can hold it.
    """


@dataclasses.dataclass(frozen=True, slots=True)
class Listing:
    """Items below each other over the whole width, with a rule between them."""

    title: str
    items: tuple[Item, ...]
    note: str = ""
    """Note under the title."""


@dataclasses.dataclass(frozen=True, slots=True)
class Entries:
    """Entries under one small label in a column."""

    label: str
    entries: tuple[tuple[Line, ...], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class TextColumn:
    """Column of a plan."""

    title: str
    tone: Tone
    groups: tuple[Entries, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Columns:
    """Columns side by side; below each other in large print."""

    columns: tuple[TextColumn, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class TableRow:
    """Row of a table."""

    cells: tuple[tuple[Line, ...], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header that is repeated on every page; `shares` are the widths, as parts of their sum.

    In large print a row becomes a list: the first line of its main cell (the one after the number), the other
    cells with the header's word before them, then the rest of the main cell. With `stays_table` it remains a
    table.
    """

    title: str
    header: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[TableRow, ...]
    stays_table: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Token:
    """Token for somebody's answer on the line of a scale."""

    initials: str
    circle: Circle
    value: int


@dataclasses.dataclass(frozen=True, slots=True)
class ScaleChart:
    """Chart of answers on a line from 0 to 10: this time's above it, last time's, open, below it."""

    title: str
    zero: str
    ten: str
    tokens: tuple[Token, ...]
    before: tuple[Token, ...]
    before_label: str
    legend: tuple[tuple[Circle | None, str], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class OwnScale:
    """One answer on a row of the numbers 0 to 10; without a number only the words."""

    title: str
    value: int | None
    said: tuple[Line, ...]
    zero: str
    ten: str


@dataclasses.dataclass(frozen=True, slots=True)
class TrendColumn:
    """Column of a trend chart: the answers at one meeting."""

    title: str
    day: str
    tokens: tuple[Token, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class TrendChart:
    """Chart of one question over the meetings, from 0 up to 10; `in_words` is the same as text."""

    title: str
    zero: str
    ten: str
    columns: tuple[TrendColumn, ...]
    legend: tuple[tuple[Circle | None, str], ...]
    in_words: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Alarm:
    """Alarm number before everything else, in the largest letters of the page."""

    title: str
    words: str
    number: str


@dataclasses.dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers to dial, two side by side: name and number."""

    title: str
    tone: Tone
    numbers: tuple[tuple[str, str], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Beside:
    """Two boxes side by side."""

    left: Panel
    right: Panel


@dataclasses.dataclass(frozen=True, slots=True)
class EmptyFrame:
    """Empty frame to draw in, `height` points tall; `words` say what it is for."""

    words: str
    height: float


@dataclasses.dataclass(frozen=True, slots=True)
class Facts:
    """Short facts, each with its label in front."""

    title: str
    tone: Tone
    facts: tuple[tuple[str, Line], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Answer:
    """Answer of one person to the plan; `line` leaves room for a pen."""

    name: str
    words: tuple[Line, ...]
    strokes: Strokes = ()
    line: bool = True


@dataclasses.dataclass(frozen=True, slots=True)
class Answers:
    """Answers of all, with the drawn signatures; `words` are answers without one."""

    title: str
    note: Line
    """Meaning of signing."""
    answers: tuple[Answer, ...]
    words: tuple[Line, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Contacts:
    """Contact details: each person, and the numbers and addresses below each other."""

    title: str
    entries: tuple[tuple[Line, tuple[Line, ...]], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Sheet:
    """Scanned page on a page of its own, as large as fits under its title."""

    title: str
    words: Line
    """Words about it, such as the day of the signature."""
    jpeg: bytes


@dataclasses.dataclass(frozen=True, slots=True)
class Replaced:
    """Two drawn sheets: the old one crossed out, the new one beside it, and what to do with each.

    Each sheet holds a word, its number and its day.
    """

    old: tuple[str, str, str]
    new: tuple[str, str, str]
    lines: tuple[Line, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class TearOff:
    """Strip to cut off and keep: boxes to tick, then lines to fill in, each behind its word."""

    title: str
    code: str
    ticks: tuple[str, ...]
    lines: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class NewPage:
    """Break: the next block begins on a new page."""


@dataclasses.dataclass(frozen=True, slots=True)
class Overleaf:
    """Break: the next block goes on the back, never on the first page.

    `if_it_fits`: only if the sheet then holds everything; else it follows on the first page.
    """

    if_it_fits: bool = False


Block = (
    Head
    | Prose
    | Panel
    | Alarm
    | Listing
    | Numbers
    | Beside
    | EmptyFrame
    | Columns
    | Table
    | ScaleChart
    | OwnScale
    | TrendChart
    | Facts
    | Answers
    | Contacts
    | Sheet
    | Replaced
    | TearOff
    | NewPage
    | Overleaf
)


@dataclasses.dataclass(frozen=True, slots=True)
class Document:
    """Document to print. `title` goes into the file's metadata and holds no names."""

    title: str
    language: str
    footer_left: str
    code_words: str
    """Text before the page number, such as `Plan {code}`."""
    signed_code: str
    """Beginning of the code; it changes only with what the reader signs for."""
    page_words: str
    """Page number, such as `{page} van {pages}`."""
    blocks: tuple[Block, ...]
    style: PageStyle = PageStyle.NORMAL
    banner: str = ""
    """Text at the top of every page, e.g. that this is not agreed yet."""
    names: tuple[str, ...] = ()
    """Names of the people in it; a name does not decide the direction of a line."""
    shorter: tuple[tuple[Block, ...], ...] = ()
    """Shorter versions, if `blocks` take more than a page: the first that takes one page is printed."""
    most_pages: int = 0
    """Most pages that it should have: letters are made smaller for this, within what can be read. 0: any."""
    again_words: str = "{title}"
    """Title of a block that goes on on the next page, such as `{title} (vervolg)`."""

    @property
    def code(self) -> str:
        """Short code of this copy, e.g. 7f3a-91c2; its second part depends on all that is printed.

        It does not depend on `names`: these hold people whom the reader may not know of.
        """
        printed = canonical_json(dataclasses.replace(self, names=()))
        return (
            f"{self.signed_code}-{hashlib.sha256(printed.encode(errors='backslashreplace')).hexdigest()[:4]}"
        )

    @property
    def footer_right(self) -> str:
        """Code of the copy, in its words."""
        return self.code_words.format(code=self.code)
