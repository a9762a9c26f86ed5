"""Five lamps that say how complete an agreement is."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from beraad.i18n import _, spoken
from beraad.terms import Lamp
from beraad.ui.theme import Theme
from beraad.words.gaps import lamp_title


class SmartLamps(QWidget):
    """Lamps S M A R T. On is a full square, off a dashed outline: never by colour alone."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._missing: Mapping[Lamp, tuple[str, ...]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_missing({})

    def set_missing(self, missing: Mapping[Lamp, tuple[str, ...]]) -> None:
        """Set what each lamp still lacks, in words; a lamp that lacks nothing is on."""
        self._missing = {lamp: words for lamp, words in missing.items() if words}
        on = "".join(lamp.value for lamp in Lamp if lamp not in self._missing)
        lacking = "; ".join(f"{lamp.value}: {', '.join(words)}" for lamp, words in self._missing.items())
        self.setAccessibleName(
            _("SMART: {on} in orde. Nog nodig: {lacking}").format(on=on or "–", lacking=lacking)
            if lacking
            else _("SMART: alles in orde")
        )
        self.update()

    def is_on(self, lamp: Lamp) -> bool:
        """Return True if a lamp lacks nothing."""
        return lamp not in self._missing

    @override
    def sizeHint(self) -> QSize:
        side, gap = self._measure()
        return QSize(5 * side + 4 * gap, side)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small", bold=True))
        for lamp in Lamp:
            box = self._box(lamp).adjusted(1, 1, -1, -1)
            if self.is_on(lamp):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("safety"))
            else:
                painter.setPen(QPen(theme.colour("soft"), 1, Qt.PenStyle.DashLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)
            painter.setPen(theme.colour("card" if self.is_on(lamp) else "soft"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, lamp.value)
        painter.end()

    @override
    def event(self, event: QEvent, /) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = event.pos().toPointF()
            lamp = next((lamp for lamp in Lamp if self._box(lamp).contains(at)), None)
            QToolTip.showText(event.globalPos(), self._words(lamp) if lamp else "", self)
            return True
        return super().event(event)

    def _words(self, lamp: Lamp) -> str:
        lines = (lamp_title(lamp, spoken()), *self._missing.get(lamp, (_("In orde."),)))
        return "<br>".join(escape(line) for line in lines)

    def _box(self, lamp: Lamp) -> QRectF:
        side, gap = self._measure()
        return QRectF(list(Lamp).index(lamp) * (side + gap), 0, side, side)

    @staticmethod
    def _measure() -> tuple[int, int]:
        theme = Theme.current()
        return theme.size("text", "line") + 4, theme.size("space", "tight")
