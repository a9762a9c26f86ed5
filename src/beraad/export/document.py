"""A document before ink: a frozen tree of a few kinds of block.

Content is settled here; text is plain, never markup. A block with a title keeps it with the start of its
text; a block without content is never put in a document.
"""

from __future__ import annotations

import dataclasses
import hashlib
from enum import StrEnum

from beraad.disclosure.views import canonical_json
from beraad.terms import Circle

Strokes = tuple[tuple[tuple[float, float], ...], ...]
"""A drawn signature: lines of points (x, y), 0..1 from the top left of the pad."""


class PageStyle(StrEnum):
    """How large the letters are, and how much stands beside each other."""

    NORMAL = "normal"
    LARGE = "large"
    CHILD = "child"
    FILE = "file"


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


class Mark(StrEnum):
    """How the number of an item is written."""

    PLAIN = "plain"
    FULL = "full"
    """White on a disc: the reader's own."""
    OPEN = "open"
    """In a ring."""


@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """Something to do: its number, what, and what goes with it.

    Beside it stands a number to be dialled, with whose it is. Each fact answers to the word before it.
    """

    lines: tuple[Line, ...]
    mark: str = ""
    aside: str = ""
    whose: str = ""
    """Whose number stands aside."""
    loud: bool = False
    """Whether that number must be seen at once."""
    facts: tuple[tuple[str, Line], ...] = ()
    style: Mark = Mark.PLAIN


@dataclasses.dataclass(frozen=True, slots=True)
class Panel:
    """A box that nobody overlooks: tinted, or outlined when it is for an emergency."""

    title: str
    tone: Tone
    items: tuple[Item, ...]
    outlined: bool = False
    onward: str = ""
    """Said below what fits on the first page, where the box goes on behind it. Without it the box is kept
    together as far as a page can hold it."""


@dataclasses.dataclass(frozen=True, slots=True)
class Listing:
    """Items below each other over the whole width, with a rule between them."""

    title: str
    items: tuple[Item, ...]
    note: str = ""
    """Said under the title."""


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
    """A row."""

    cells: tuple[tuple[Line, ...], ...]


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
class OwnScale:
    """One answer on a row of the numbers 0 to 10; without a number only the words."""

    title: str
    value: int | None
    said: tuple[Line, ...]
    zero: str
    ten: str


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
class EmptyFrame:
    """Room for a pencil, so many points tall; `words` say what for."""

    words: str
    height: float


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
    """Everybody's answer, with the signatures as they were drawn; `words` are those without one."""

    title: str
    note: Line
    """What signing means."""
    answers: tuple[Answer, ...]
    words: tuple[Line, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Contacts:
    """How people are reached: who, and below each other the ways."""

    title: str
    entries: tuple[tuple[Line, tuple[Line, ...]], ...]


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


@dataclasses.dataclass(frozen=True, slots=True)
class Overleaf:
    """What follows stands on the back, never on the first page.

    `if_it_fits`: only where the sheet then holds everything; else it follows on the first page.
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
    | NewPage
    | Overleaf
)


@dataclasses.dataclass(frozen=True, slots=True)
class Document:
    """All that is printed. `title` goes into the file's metadata and holds no names."""

    title: str
    language: str
    footer_left: str
    code_words: str
    """What stands before the page number, such as `Plan {code}`."""
    signed_code: str
    """How the code begins: it stays while what the reader signs for stays."""
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
    most_pages: int = 0
    """So many pages it should have at most: letters are made smaller for it, within what can be read."""
    again_words: str = "{title}"
    """Such as `{title} (vervolg)`: the title of what goes on on a next page."""

    @property
    def code(self) -> str:
        """Short code of this copy, e.g. 7f3a-91c2: all that is printed changes its second part.

        Not the names by which a line does not turn: they are those of people whom the reader may not know of.
        """
        printed = canonical_json(dataclasses.replace(self, names=()))
        return (
            f"{self.signed_code}-{hashlib.sha256(printed.encode(errors='backslashreplace')).hexdigest()[:4]}"
        )

    @property
    def footer_right(self) -> str:
        """The code in its words."""
        return self.code_words.format(code=self.code)
