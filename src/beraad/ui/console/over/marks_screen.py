"""Evaluation by one attendee: six marks, on a screen that nobody else looks at."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import _, spoken
from beraad.terms import EvaluationItem
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.score_pad import ScorePad
from beraad.ui.widgets.scroll_column import ScrollColumn
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.meeting import evaluation_label

_SCROLL_BAR = 12
"""Pixels kept free for one."""


class MarksScreen(QWidget):
    """Nameless form; each mark is 1-10 or left open."""

    marks_given = Signal(object)
    """Six numbers or None, in the order of `EvaluationItem`."""
    later_requested = Signal()
    changed = Signal()
    """Emitted when a mark was chosen or cleared."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page = theme.size("space", "page")
        inside = QWidget()
        filled = QVBoxLayout(self)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.addWidget(ScrollColumn(inside))
        across = QHBoxLayout(inside)
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
        self._grid = grid = QGridLayout()
        grid.setHorizontalSpacing(page)
        grid.setVerticalSpacing(theme.size("space", "medium"))
        self._pads: list[ScorePad] = []
        self._questions: list[TextLabel] = []
        self._below = False
        for row, item in enumerate(EvaluationItem):
            words = evaluation_label(item, spoken())
            pad = ScorePad(label=words, lowest=1, declinable=False)
            question = TextLabel(words.capitalize(), "heading")
            grid.addWidget(question, 2 * row, 0)
            self._questions.append(question)
            grid.addWidget(pad, 2 * row, 1)
            self._pads.append(pad)
            pad.score_changed.connect(self.changed)
        outer.addLayout(grid)
        row_of_buttons = QHBoxLayout()
        row_of_buttons.addWidget(button(_("Later"), self.later_requested.emit, role="quiet"))
        row_of_buttons.addWidget(button(_("Klaar"), self._on_done, role="primary"))
        row_of_buttons.addStretch(1)
        outer.addLayout(row_of_buttons)
        outer.addStretch(2)
        self.setFocusProxy(self._pads[0])

    @property
    def shows(self) -> None:
        """None: nothing of the plan stands here; it is the same for everybody."""
        return

    @property
    def begun(self) -> bool:
        """True if a mark was chosen."""
        return any(pad.value() is not None for pad in self._pads)

    def chosen(self) -> dict[str, Any]:
        """Return the marks so far, as JSON holds them; empty if there are none."""
        return {"marks": [pad.value() for pad in self._pads]} if self.begun else {}

    def go_on_with(self, chosen: dict[str, Any]) -> None:
        """Show the marks that `chosen` returned before."""
        for pad, mark in zip(self._pads, chosen["marks"], strict=True):
            pad.set_score(mark)

    def pad(self, item: EvaluationItem) -> ScorePad:
        """Return the number pad of one question."""
        return self._pads[list(EvaluationItem).index(item)]

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Put each question on one line where there is room for that beside the numbers."""
        around = 3 * self._grid.horizontalSpacing() + _SCROLL_BAR
        room = self.width() - around - self._pads[0].sizeHint().width()
        for question in self._questions:
            question.ensurePolished()
        self._put_pads(below=room < max(item.minimumSizeHint().width() for item in self._questions))
        longest = max(item.fontMetrics().horizontalAdvance(item.text()) for item in self._questions)
        self._grid.setColumnMinimumWidth(0, max(0, min(longest + 2, room)))
        super().resizeEvent(event)

    def _put_pads(self, *, below: bool) -> None:
        """Put the numbers under their question, where there is no room for them beside it."""
        if below is self._below:
            return
        self._below = below
        for row, pad in enumerate(self._pads):
            self._grid.removeWidget(pad)
            if below:
                self._grid.addWidget(pad, 2 * row + 1, 0, 1, 2)
            else:
                self._grid.addWidget(pad, 2 * row, 1)

    def _on_done(self) -> None:
        self.marks_given.emit(tuple(pad.value() for pad in self._pads))
