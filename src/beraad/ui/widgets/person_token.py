"""Round token with somebody's initials."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from beraad.i18n import spoken
from beraad.initials import initials_of
from beraad.terms import Circle
from beraad.ui.theme import Theme
from beraad.ui.theme.theme import face
from beraad.words.people import circle_title

_RINGS = {
    Circle.FAMILY: Qt.PenStyle.NoPen,
    Circle.NETWORK: Qt.PenStyle.SolidLine,
    Circle.PROFESSIONAL: Qt.PenStyle.DotLine,
}


class PersonToken(QAbstractButton):
    """Initials on the colour of the circle. Name and circle are given on hover and to a screen reader.

    `letters` replace the initials if somebody else has the same ones.

    With `clickable` it is a button that emits the id of its person. `set_marked` puts a tick on it (has
    spoken, has answered).
    """

    chosen = Signal(str)

    def __init__(
        self,
        called: str,
        circle: Circle,
        *,
        person_id: str = "",
        letters: str = "",
        diameter: int = 28,
        clickable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.person_id = person_id
        self._called, self._circle, self._letters = called, circle, letters
        self._diameter = round(diameter * Theme.current().scale)
        self._marked, self._marked_means = False, ""
        self._speaking = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if clickable else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        if clickable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._connect()
        self._retranslate()

    def set_person(self, called: str, circle: Circle, person_id: str = "", letters: str = "") -> None:
        """Show another person."""
        self.person_id = person_id
        if (called, circle, letters) != (self._called, self._circle, self._letters):
            self._called, self._circle, self._letters = called, circle, letters
            self._retranslate()
            self.update()

    def set_marked(self, marked: bool, means: str = "") -> None:
        """Put a tick on the token or take it off; `means` is given to a screen reader and on hover."""
        if (marked, means) == (self._marked, self._marked_means):
            return
        self._marked, self._marked_means = marked, means
        self._retranslate()
        self.update()

    @property
    def marked(self) -> bool:
        """True while there is a tick on it."""
        return self._marked

    def set_speaking(self, means: str) -> None:
        """Show that it is this person's turn, in the words `means`; an empty string ends it."""
        if means == self._speaking:
            return
        self._speaking = means
        self._retranslate()
        self.update()

    @property
    def speaking(self) -> bool:
        """True while it is this person's turn."""
        return bool(self._speaking)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._diameter + 4, self._diameter + 4)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(2, 2, self._diameter, self._diameter)
        paint_token(painter, disc, self._letters or initials_of(self._called), self._circle, theme)
        if self._speaking:
            _paint_badge(painter, disc, theme, "speaking", "next")
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("next"), 3))
            painter.drawEllipse(disc.adjusted(-0.5, -0.5, 0.5, 0.5))
        elif self._marked:
            _paint_badge(painter, disc, theme, "saved", "safety")
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawEllipse(disc.adjusted(-1, -1, 1, 1))
        painter.end()

    def _connect(self) -> None:
        self.clicked.connect(self._on_clicked)

    def _retranslate(self) -> None:
        said = f"{self._called}, {circle_title(self._circle, spoken())}"
        if self._speaking:
            said = f"{said}, {self._speaking}"
        elif self._marked and self._marked_means:
            said = f"{said}, {self._marked_means}"
        self.setAccessibleName(said)
        self.setToolTip(escape(said))

    def _on_clicked(self) -> None:
        if self.focusPolicy() != Qt.FocusPolicy.NoFocus:
            self.chosen.emit(self.person_id)


def paint_token(painter: QPainter, disc: QRectF, initials: str, circle: Circle, theme: Theme) -> None:
    """Draw a token into a square in the painter's own pixels, from a cache of pictures."""
    ratio = painter.transform().m11() * painter.device().devicePixelRatioF()
    painter.drawPixmap(disc.topLeft(), _picture(initials, circle, round(disc.width()), ratio, theme))


def _draw(painter: QPainter, disc: QRectF, initials: str, circle: Circle, theme: Theme) -> None:
    """Draw the initials on the circle's colour, and a ring for people who do not see colours.

    The family has no ring, the network a solid one, professionals a dotted one.
    """
    letters = theme.colour("on_circle")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(circle.value))
    painter.drawEllipse(disc)
    if (line := _RINGS[circle]) is not Qt.PenStyle.NoPen:
        inside = disc.height() * 0.08
        painter.setPen(QPen(letters, max(1.0, disc.height() / 26), line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc.adjusted(inside, inside, -inside, -inside))
    painter.setPen(letters)
    painter.setFont(face(disc.height() * 0.8 / max(2, len(initials)), bold=True))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, initials)


@lru_cache(maxsize=256)
def _picture(initials: str, circle: Circle, diameter: int, ratio: float, theme: Theme) -> QPixmap:
    """Return the picture of a token. The cache is limited and holds initials, no names."""
    picture = QPixmap(QSize(diameter, diameter) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw(painter, QRectF(0, 0, diameter, diameter), initials, circle, theme)
    painter.end()
    return picture


def _paint_badge(painter: QPainter, disc: QRectF, theme: Theme, icon: str, ground: str) -> None:
    side = disc.height() * 0.45
    badge = QRectF(disc.right() - side + 2, disc.bottom() - side + 2, side, side)
    painter.setPen(QPen(theme.colour("card"), 1.5))
    painter.setBrush(theme.colour(ground))
    painter.drawEllipse(badge)
    theme.paint_icon(painter, badge.adjusted(2, 2, -2, -2), icon, theme.colour("card"))
