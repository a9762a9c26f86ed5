"""Question for two rooms with one plan: which half is here, before anything of either is shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleView
from beraad.i18n import _, format_list
from beraad.step_facts import FACTS
from beraad.terms import Attendance
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.announcing import announce
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.keyboard import walk
from beraad.ui.widgets.text_label import TextLabel
from beraad.words import headings

_LARGE = 1.4
"""Text size, 1.0 = 100 %, from which a laptop has few lines."""


class RoomQuestion(QFrame):
    """Question that is hidden where all sit together, and once answered; it blocks nothing."""

    half_chosen = Signal(int)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self.hide()

    def show_meeting(self, model: MeetingModel) -> None:
        """Ask while nobody said which half is there, with who sits in each."""
        asks, told = model.asks_half, self.words()
        self.setVisible(asks)
        if asks:
            self._ask(model.view, at_welcome=FACTS[model.step].seats)
        if self.words() != told:
            announce(self, self.words(), urgent=True)

    def words(self) -> str:
        """Return the question; empty while it is hidden."""
        return "" if self.isHidden() else f"{self._question.text()} {self._why.text()}"

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        row = tuple(self._choices.values())
        keys = Qt.Key
        walked = walk(event, row, back=keys.Key_Up, on=keys.Key_Down)
        if not walked and not walk(event, row, back=keys.Key_Left, on=keys.Key_Right):
            super().keyPressEvent(event)

    def _ask(self, view: ConsoleView, *, at_welcome: bool) -> None:
        # Also who is not here yet: a meeting may go on another day, before anybody came in.
        expected = [it for it in view.people if it.attendance not in (None, Attendance.ABSENT)]
        apart = any(person.room is not None for person in expected)
        for half, choice in self._choices.items():
            there = [person.called for person in expected if apart and person.room in (half, None)]
            people = format_list(there) if there else _(headings.NOBODY_YET)
            self._people[half].setText(people)
            choice.setAccessibleName(
                _("Nu in de kamer: groep {number}, {people}").format(number=half, people=people)
            )
        self._why.setText(_why(apart=apart, at_welcome=at_welcome))
        self.setAccessibleName(self.words())

    def _build(self) -> None:
        theme = Theme.current()
        self.setProperty("role", "panel")
        self.setProperty("tone", "amber")
        outer = QHBoxLayout(self)
        wide, gap = theme.size("space", "large"), theme.size("space", "small")
        outer.setContentsMargins(wide, gap, wide, gap)
        outer.setSpacing(theme.size("space", "medium"))
        picture = TextLabel(wrap=False)
        set_icon(picture, "meeting", "amber_text")
        self._question = TextLabel(_("Wie zit er nu in de kamer?"), "heading")
        self._why = TextLabel()
        self._choices: dict[int, QPushButton] = {}
        self._people: dict[int, TextLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.size("space", "medium"))
        grid.setVerticalSpacing(theme.size("space", "tight"))
        for half in (1, 2):
            words = _("Groep {number}").format(number=half)
            choice = button(words, partial(self.half_chosen.emit, half), role="primary")
            self._choices[half], self._people[half] = choice, TextLabel()
            # With large letters beside each other: there is more room across than down.
            row, place = (0, 2 * half) if theme.scale >= _LARGE else (half, 0)
            grid.addWidget(choice, row, place)
            grid.addWidget(self._people[half], row, place + 1)
            grid.setColumnStretch(place + 1, 1)
        column = QVBoxLayout()
        column.setSpacing(gap)
        column.addWidget(self._question)
        column.addWidget(self._why)
        column.addLayout(grid)
        outer.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(column, 1)


def _why(*, apart: bool, at_welcome: bool) -> str:
    kept = _("Tot u kiest, toont het scherm alleen wat iedereen mag zien. Druk op Ctrl+1 of Ctrl+2.")
    if apart:
        return kept
    if at_welcome:
        return _("Geef hieronder eerst iedereen een groep.") + " " + kept
    return _("Nog niemand heeft een groep. Dat doet u bij Welkom.") + " " + kept
