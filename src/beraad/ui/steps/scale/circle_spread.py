"""Lowest and highest number per circle, beside the last time."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleScale, ConsoleScore, ConsoleView
from beraad.i18n import _, spoken
from beraad.terms import Circle
from beraad.ui.theme import Theme
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.people import circle_title


class CircleSpread(QWidget):
    """Widget with three small boxes: family, network, professionals."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("space", "small"))
        self._now: dict[Circle, TextLabel] = {}
        self._before: dict[Circle, TextLabel] = {}
        for circle in Circle:
            box = QFrame()
            box.setProperty("role", "panel")
            inside = QVBoxLayout(box)
            gap = theme.size("space", "small")
            inside.setContentsMargins(gap + 4, gap, gap, gap)
            inside.setSpacing(0)
            self._now[circle] = TextLabel(role="heading", wrap=False)
            self._before[circle] = TextLabel(role="small")
            inside.addWidget(TextLabel(circle_title(circle, spoken()), "small"))
            inside.addWidget(self._now[circle])
            inside.addWidget(self._before[circle])
            row.addWidget(box, 1)

    def show_scale(self, view: ConsoleView, scale: ConsoleScale) -> None:
        """Show the spread of this scale."""
        for circle in Circle:
            self._now[circle].setText(_spread(view, scale.scores, circle) or "–")
            before = _spread(view, scale.before, circle)
            self._before[circle].setText(_("vorige keer {spread}").format(spread=before) if before else "")
            self._before[circle].setVisible(bool(before))


def _spread(view: ConsoleView, scores: Iterable[ConsoleScore], circle: Circle) -> str:
    of_circle = {person.id for person in view.people if person.circle is circle}
    values = [item.value for item in scores if item.person in of_circle and item.value is not None]
    if not values:
        return ""
    return str(min(values)) if min(values) == max(values) else f"{min(values)} – {max(values)}"
