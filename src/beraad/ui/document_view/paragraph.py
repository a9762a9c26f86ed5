"""Show one line of a document as a label."""

from __future__ import annotations

from collections.abc import Collection
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from beraad.export.direction import NUMBER, from_right, is_from_right
from beraad.export.document import Emphasis, Line
from beraad.export.in_lines import words
from beraad.export.plain_text import plain
from beraad.ui.theme import Theme
from beraad.ui.widgets.text_label import TextLabel, breakable

_TO_RIGHT, _TO_LEFT = "\u200e", "\u200f"
"""Give a line its direction, whatever its first letter is."""
_RIGHTWARDS, _LEFTWARDS, _END = "\u2066", "\u2067", "\u2069"
"""Begin and end a piece that is read in its own direction."""


class ParagraphLabel(TextLabel):
    """Label of plain text that wraps, with the emphasis of its spans and in the direction of its words.

    `names` (words of names) tell no direction. What people wrote is never taken for markup.
    """

    def __init__(
        self,
        line: Line,
        role: str = "body",
        *,
        tone: str = "",
        names: Collection[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        self._pieces = [(plain(span.text), span.emphasis) for span in line]
        self._names = names
        super().__init__(plain(words(line)), role, tone=tone, parent=parent)
        self._draw()

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        """Put the text in the label with marks of direction and emphasis; `text()` stays without these."""
        turned = [from_right(text, self._names) for text, _ in self._pieces]
        texts = [text for text, _ in self._pieces]
        before = ""
        if any(is_from_right(letter) for text in texts for letter in text):
            # A label before an answer is in the language of the document, and so is the line.
            before = _TO_LEFT if True in turned and False not in turned else _TO_RIGHT
            texts = [_isolated(text, to_left=bool(side)) for text, side in zip(texts, turned, strict=True)]
        emphases = [emphasis for _, emphasis in self._pieces]
        if set(emphases) <= {Emphasis.PLAIN}:
            QLabel.setText(self, before + "".join(map(breakable, texts)))
            return
        self.setTextFormat(Qt.TextFormat.RichText)
        html = "".join(
            _marked(breakable(text), emphasis) for text, emphasis in zip(texts, emphases, strict=True)
        )
        QLabel.setText(self, before + html)


def _isolated(text: str, *, to_left: bool) -> str:
    """Return a piece in its own direction; its numbers keep theirs."""
    inside = NUMBER.sub(lambda found: f"{_RIGHTWARDS}{found[0]}{_END}", text)
    return f"{_LEFTWARDS if to_left else _RIGHTWARDS}{inside}{_END}"


def _marked(text: str, emphasis: Emphasis) -> str:
    html = escape(text).replace("\n", "<br>").replace("  ", " &nbsp;")
    match emphasis:
        case Emphasis.STRONG:
            return f"<b>{html}</b>"
        case Emphasis.SOFT:
            return f'<span style="color:{Theme.current().colour("soft").name()}">{html}</span>'
        case Emphasis.PLAIN:
            return html
