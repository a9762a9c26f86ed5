"""Six marks of one attendee, on a screen that nobody else looks at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from beraad.export.wording import label
from beraad.i18n import _
from beraad.terms import EvaluationItem
from beraad.ui.meeting.parts.buttons import button
from beraad.ui.theme import Theme
from beraad.ui.widgets.score_pad import ScorePad
from beraad.ui.widgets.text_label import TextLabel


class MarksScreen(QWidget):
    """Nameless; each mark 1-10 or left open."""

    marks_given = Signal(object)
    """Six numbers or None, in the order of `EvaluationItem`."""
    later_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page = theme.size("space", "page")
        across = QHBoxLayout(self)
        across.setContentsMargins(page, page, page, page)
        outer = QVBoxLayout()
        across.addStretch(1)
        across.addLayout(outer)
        across.addStretch(1)
        outer.setSpacing(theme.size("space", "large"))
        outer.addStretch(1)
        outer.addWidget(TextLabel(_("Hoe vond je dit gesprek?"), "title"))
        outer.addWidget(
            TextLabel(
                _("1 is heel slecht, 10 is heel goed. Je naam staat er niet bij. Overslaan mag."), "soft"
            )
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(page)
        grid.setVerticalSpacing(theme.size("space", "medium"))
        self._pads: list[ScorePad] = []
        for row, item in enumerate(EvaluationItem):
            words = label(item)
            pad = ScorePad(label=words, lowest=1, declinable=False)
            grid.addWidget(TextLabel(words.capitalize(), "heading", wrap=False), row, 0)
            grid.addWidget(pad, row, 1)
            self._pads.append(pad)
        outer.addLayout(grid)
        row_of_buttons = QHBoxLayout()
        row_of_buttons.addWidget(button(_("Later"), self.later_requested.emit, role="quiet"))
        row_of_buttons.addWidget(button(_("Klaar"), self._on_done, role="primary"))
        row_of_buttons.addStretch(1)
        outer.addLayout(row_of_buttons)
        outer.addStretch(2)
        self.setFocusProxy(self._pads[0])

    def pad(self, item: EvaluationItem) -> ScorePad:
        """The numbers of one question."""
        return self._pads[list(EvaluationItem).index(item)]

    def _on_done(self) -> None:
        self.marks_given.emit(tuple(pad.value() for pad in self._pads))
