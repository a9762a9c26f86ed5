"""Card: one thing on paper, with a coloured edge."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.ui.theme import Theme
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.text_label import TextLabel

_EDGE = 4


class Card(QFrame):
    """Text with a small label below it, tokens before the label and pills behind it.

    `tone` colours the edge (danger, safety, next, private, amber; without it there is no edge); `wash`
    colours the ground too. More widgets go into `body`. With `clickable` it takes the focus and emits
    `opened` on a click, Enter or space.
    """

    opened = Signal()
    pressed = Signal(QPoint)
    """The left button went down at this place on the screen."""

    def __init__(
        self,
        text: str = "",
        *,
        lead: str = "",
        kind: str = "",
        tone: str = "",
        wash: bool = False,
        clickable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone, self._wash, self._clickable = tone, wash, clickable
        self._kind = TextLabel(role="small", wrap=False)
        self._build()
        self.set_text(text, lead=lead)
        self.set_foot(kind=kind)
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_text(self, text: str, *, lead: str = "") -> None:
        """Set the words of the card; `lead` stands before them in bold."""
        if lead:
            self._text.setTextFormat(Qt.TextFormat.RichText)
            self._text.setText(f"<b>{escape(lead)}</b> {escape(text)}")
        else:
            self._text.setTextFormat(Qt.TextFormat.PlainText)
            self._text.setText(text)
        self._text.setVisible(bool(text or lead))
        self.setAccessibleName(f"{lead} {text}".strip())

    def set_tone(self, tone: str, *, wash: bool = False) -> None:
        """Set the colour of the edge, and whether the ground is coloured too."""
        self._tone, self._wash = tone, wash
        self.update()

    def set_foot(
        self, *, tokens: Iterable[QWidget] = (), kind: str = "", pills: Iterable[QWidget] = ()
    ) -> None:
        """Replace the row below the text: tokens, the small label, pills or other small widgets.

        The row wraps to a next line where it is too narrow.
        """
        wanted = (*tokens, self._kind, *pills)
        self._kind.setText(kind)
        self.setAccessibleDescription(kind)
        self._foot_row.clear(keep=wanted)
        for widget in wanted:
            self._foot_row.addWidget(widget)
        self._kind.setVisible(bool(kind))
        self._foot.setVisible(len(wanted) > 1 or bool(kind))

    @property
    def body(self) -> QVBoxLayout:
        """Layout for more widgets, between the text and the small label."""
        return self._body

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        theme = Theme.current()
        focused = self._clickable and self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("focus" if focused else "line"), 2 if focused else 1)
        half = pen.widthF() / 2
        shape = QPainterPath()
        radius = theme.size("radius", "card")
        shape.addRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        ground = f"{self._tone}_wash" if self._wash and self._tone else "card"
        painter.fillPath(shape, theme.colour(ground))
        if self._tone:
            painter.save()
            painter.setClipPath(shape)
            painter.fillRect(QRectF(0, 0, _EDGE * theme.scale, self.height()), theme.colour(self._tone))
            painter.restore()
        painter.strokePath(shape, pen)
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(event.globalPosition().toPoint())
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._clickable and event.button() == Qt.MouseButton.LeftButton and inside:
            self.opened.emit()
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if self._clickable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        theme = Theme.current()
        medium, small = theme.size("space", "medium"), theme.size("space", "small")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(medium + _EDGE, small, medium, small)
        outer.setSpacing(theme.size("space", "tight"))
        self._text = TextLabel()
        outer.addWidget(self._text)
        self._body = QVBoxLayout()
        self._body.setSpacing(small)
        outer.addLayout(self._body)
        self._foot = QWidget()
        self._foot_row = FlowLayout(self._foot, gap=small)
        outer.addWidget(self._foot)
