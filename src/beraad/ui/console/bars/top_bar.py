"""Bar above the console: which meeting, how the time stands, what the wall shows."""

from __future__ import annotations

from enum import Enum, IntEnum, auto
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleView
from beraad.i18n import _, format_date_weekday, spoken
from beraad.terms import MeetingMode, Step
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.steps.shared.release_line import waiting_words
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.buttons import button, icon_button
from beraad.ui.widgets.elided_label import ElidedLabel
from beraad.ui.widgets.fitting_button import size_with
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.pill import Pill
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.case import family_title
from beraad.words.meeting import step_title


class WallState(Enum):
    """State of the wall."""

    OFF = auto()
    LOST = auto()
    """Its screen is gone; the wall comes back by itself when that does."""
    SHOWING = auto()
    FROZEN = auto()
    CALM = auto()
    UNSURE = auto()
    """It was put on its screen, and the window system has not confirmed that yet."""


class _Words(IntEnum):
    """Amount of words in the bar; each next value is narrower."""

    FULL = auto()
    SHORT = auto()
    PICTURES = auto()


class TopBar(QFrame):
    """Bar that shows and offers, and decides nothing; in little room it uses fewer words, never cut ones."""

    leave_requested = Signal()
    wall_requested = Signal()
    swap_requested = Signal()
    freeze_requested = Signal()
    calm_requested = Signal()
    next_requested = Signal()
    half_chosen = Signal(int)
    waiting_requested = Signal()
    """Emitted to show what one room said and has not released to the other."""
    guide_requested = Signal()
    time_left_out = Signal(bool)
    """True if there is no room for the time here: then it is shown elsewhere."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._below, self._has_halves = False, False
        self._said: _Words | None = None
        self._wall_words, self._offers_wall = ("", "", ""), False
        self._following: Step | None = None
        self._fitted: tuple[object, ...] = ()
        self._build()

    def show_meeting(self, view: ConsoleView, half: int | None) -> None:
        """Show which meeting this is, and which half of it is in the room."""
        self._family.set_words(family_title(view.family_name, spoken()))
        which = _("{number}e netwerkberaad").format(number=view.number)
        day = format_date_weekday(view.starts_at) if view.starts_at else ""
        # With little room the place goes first: everybody sits there.
        self._meeting.set_words(_dotted(which, view.place or "", day), _dotted(which, day), day, "")
        self._has_halves = view.mode is MeetingMode.ALTERNATING
        self._halves.setVisible(self._has_halves)
        for number, choice in self._half_buttons.items():
            choice.setChecked(number == half)
        self._show_button(self._waiting, there=bool(view.waiting))
        self._waiting.setText(waiting_words(view))
        self._fit()

    def show_time(self, words: str) -> None:
        """Show how the time stands against the plan."""
        self._clock.setText(words)
        self._fit()

    def show_wall(self, state: WallState, shown: Step, *, can_swap: bool = False) -> None:
        """Show what the wall does, its step, and whether its screen can be swapped."""
        title = step_title(shown, spoken())
        words, short, tone = {
            WallState.OFF: (_("Scherm is uit"), _("uit"), ""),
            WallState.LOST: (_("Scherm is weg"), _("weg"), "amber"),
            WallState.SHOWING: (_("Scherm toont: {step}").format(step=title), _("aan"), "safety"),
            WallState.FROZEN: (_("Scherm staat stil: {step}").format(step=title), _("stil"), "next"),
            WallState.CALM: (_("Scherm is rustig"), _("rustig"), "amber"),
            WallState.UNSURE: (_("Scherm: even kijken of het goed staat"), _("even kijken"), "amber"),
        }[state]
        self._wall_words = (words, short, "…" if state is WallState.UNSURE else short)
        self._pill.setAccessibleName(words)
        self._pill.setToolTip(words)
        self._pill.set_tone(tone)
        self._offers_wall = state in (WallState.OFF, WallState.LOST)
        self._show_button(self._wall_on, there=self._offers_wall)
        self._show_button(self._swap, there=can_swap)
        self._freeze.setChecked(state is WallState.FROZEN)
        self._calm.setChecked(state is WallState.CALM)
        # Its letter makes the wall calm and never brings it back.
        again = MeetingKey.SHOW_AGAIN.after(_("Scherm weer tonen")) if state is WallState.CALM else ""
        self._calm.setToolTip(again or _("Maak het scherm rustig, b"))
        self._calm.setAccessibleDescription(again)
        self._fit()

    def set_narrow(self, *, narrow: bool) -> None:
        """Offer a button for the guide where there is no room for the guide itself."""
        self._show_button(self._guide, there=narrow)
        self._fit()

    def show_next(self, following: Step | None) -> None:
        """Show the step that the button on the right goes to; at the last step it leaves."""
        self._following = following
        self._next.setToolTip(step_title(following, spoken()) if following else "")
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as it can be with few words: what it says now must not keep the window wide."""
        size = super().minimumSizeHint()
        margins = self._lines.contentsMargins()
        narrowest = self._needed(_Words.PICTURES) + margins.left() + margins.right()
        return QSize(min(size.width(), narrowest), size.height())

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_button(self, shown: QAbstractButton, *, there: bool) -> None:
        """Show it or not. The keyboard does not go on to the next one: Enter would freeze the wall."""
        if not there and self.window().focusWidget() is shown:
            self.setFocus()
        shown.setVisible(there)

    def _fit(self) -> None:
        """Say it in full where that fits, and in as few words as it takes where it does not."""
        said = self._words(_Words.FULL)
        parts = (self._guide, self._swap, *said, self._halves)
        seen = (
            self.width(),
            self.isVisible(),
            Theme.current().scale,
            self._offers_wall,
            *said.values(),
            self._clock.text(),
            self._family.words,
            self._waiting.text(),
            self._waiting.isHidden(),
            *(part.isHidden() for part in parts),
        )
        if seen == self._fitted:
            return
        self._fitted = seen
        margins = self._lines.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        needed = self._needed(_Words.FULL)
        groups = self._row.spacing() + self._halves.sizeHint().width() if self._has_halves else 0
        fitting = (much for much in _Words if self._needed(much) <= room)
        # What comes and goes with the words may need room as well: looked at again once they are said.
        for much in (*fitting, _Words.PICTURES):
            self._say(much)
            if self._needed(much) <= room:
                break
        # The groups get a line of their own before anything is said shortly. The day is no reason for it:
        # that line is taken from the step, and from the notes.
        self._place_halves(below=needed + groups > room)

    def _needed(self, much: _Words) -> int:
        """Pixels that all the words but the groups take, when it says so much.

        Nothing is shown for it: Qt would lay out the whole window anew.
        """
        said = self._words(much)
        short = much > _Words.FULL
        if short and self._offers_wall:
            del said[self._pill]
        buttons = (self._back, self._guide, self._swap, *said)
        shown = [part for part in buttons if part is self._pill or not part.isHidden()]
        needed = [_width_with(part, said.get(part)) for part in shown]
        if short:
            needed += [1]  # of the family, which ends in … then
        else:
            tight = Theme.current().size("space", "tight")
            needed += [self._clock_icon.sizeHint().width() + tight + self._clock.sizeHint().width()]
            needed += [self._family.needed, 0]  # the meeting takes what is left
        return sum(needed) + _spacing(much) * (len(needed) - 1)

    def _words(self, much: _Words) -> dict[QLabel | QAbstractButton, str]:
        short, pictures = much > _Words.FULL, much is _Words.PICTURES
        return {
            self._pill: f"● {self._wall_words[much - 1]}",
            self._wall_on: "" if pictures else _("Scherm aan"),
            self._freeze: "" if pictures else "F8" if short else _("Bevries F8"),
            self._calm: "" if pictures else MeetingKey.CALM.words if short else _("Rustig b"),
            self._next: self._next_words(few=pictures),
        }

    def _next_words(self, *, few: bool = False) -> str:
        if self._following:
            return _("Volgende →") if few else _("Volgende stap →")
        return _("Sluiten") if few else _("Beraad sluiten")

    def _say(self, much: _Words) -> None:
        short = much > _Words.FULL
        for widget in (self._clock, self._clock_icon, self._meeting):
            widget.setVisible(not short)
        # Where the wall can be switched on, that button says that it is off.
        self._pill.setVisible(not (short and self._offers_wall))
        if much is not self._said:
            self._said = much
            self._row.setSpacing(_spacing(much))
            self.time_left_out.emit(short)
        for part, words in self._words(much).items():
            part.setText(words)
        # A picture that stands before words keeps room for them.
        for made, picture in ((self._wall_on, "wall"), (self._freeze, "freeze"), (self._calm, "blank")):
            set_icon(made, picture)
        self._next.setAccessibleName(self._next_words())
        self._family.setMinimumWidth(1 if short else self._family.needed)

    def _place_halves(self, *, below: bool) -> None:
        """Put the groups in the line with all else, or in a line of their own."""
        if below is self._below:
            return
        self._below = below
        self._row.removeWidget(self._halves)
        self._lines.removeWidget(self._halves)
        # Its words begin where the picture above them does.
        beside = (self._back.sizeHint().width() - self._back.iconSize().width()) // 2
        self._halves.setContentsMargins(beside if below else 0, 0, 0, 0)
        if below:
            self._lines.addWidget(self._halves)
        else:
            self._row.insertWidget(self._row.indexOf(self._meeting) + 1, self._halves)
        self._order_halves(self._next if below else self._back)

    def _order_halves(self, before: QWidget) -> None:
        """Let the Tab key come to the groups after `before`."""
        if self._halves.window() is not self.window():
            return
        for button_of_half in (*self._half_buttons.values(), self._waiting):
            QWidget.setTabOrder(before, button_of_half)
            before = button_of_half

    def _build(self) -> None:
        theme = Theme.current()
        self.setProperty("role", "bar")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(theme.size("space", "small"), 8, theme.size("space", "large"), 8)
        self._lines.setSpacing(theme.size("space", "small"))
        self._row = row = QHBoxLayout()
        self._lines.addLayout(row)
        row.setSpacing(_spacing(_Words.FULL))
        self._family = ElidedLabel("strong")
        self._meeting = ElidedLabel("soft")
        self._clock_icon = TextLabel(wrap=False)
        set_icon(self._clock_icon, "clock", "soft")
        self._clock = TextLabel(role="soft", wrap=False)
        self._pill = Pill()
        self._pill.setWordWrap(False)
        self._wall_on = button(_("Scherm aan"), self.wall_requested.emit, icon="wall")
        self._wall_on.setAccessibleName(_("Scherm aan"))
        self._wall_on.setToolTip(_("Scherm aan"))
        self._swap = icon_button("swap", _("Wissel schermen (Shift+F11)"), self.swap_requested.emit)
        self._swap.hide()
        self._freeze = button(_("Bevries F8"), self.freeze_requested.emit, icon="freeze")
        self._freeze.setAccessibleName(_("Bevries het scherm, F8"))
        self._freeze.setToolTip(_("Bevries het scherm, F8"))
        self._calm = button(_("Rustig b"), self.calm_requested.emit, icon="blank")
        self._calm.setAccessibleName(_("Maak het scherm rustig, b"))
        for choice in (self._freeze, self._calm):
            choice.setCheckable(True)
        self._next = button("", self.next_requested.emit, role="primary")
        self._back = icon_button("back", _("Terug naar de zaak"), self.leave_requested.emit)
        row.addWidget(self._back)
        row.addWidget(self._family, 1)
        row.addWidget(self._meeting, 50)
        row.addWidget(self._build_halves())
        clock = QHBoxLayout()
        clock.setSpacing(theme.size("space", "tight"))
        clock.addWidget(self._clock_icon)
        clock.addWidget(self._clock)
        row.addLayout(clock)
        self._guide = icon_button("hint", _("Gids tonen of verbergen"), self.guide_requested.emit)
        self._guide.hide()
        row.addWidget(self._guide)
        row.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignVCenter)
        for widget in (self._wall_on, self._swap, self._freeze, self._calm, self._next):
            row.addWidget(widget)

    def _build_halves(self) -> QWidget:
        self._halves = QWidget()
        row = FlowLayout(self._halves, gap=Theme.current().size("space", "tight"), wide=True)
        row.addWidget(TextLabel(_("Nu in de kamer:"), "soft", wrap=False))
        self._half_buttons: dict[int, QPushButton] = {}
        for number in (1, 2):
            choice = button(_("groep {number}").format(number=number), partial(self.half_chosen.emit, number))
            choice.setCheckable(True)
            choice.setAccessibleName(_("Nu in de kamer: groep {number}").format(number=number))
            self._half_buttons[number] = choice
            row.addWidget(choice)
        self._waiting = button("…", self.waiting_requested.emit, role="link", icon="private")
        self._waiting.setToolTip(_("Wat nog niet is vrijgegeven aan de andere kamer (Ctrl+R)"))
        row.addWidget(self._waiting)
        return self._halves


def _spacing(much: _Words) -> int:
    return Theme.current().size("space", "tight" if much is _Words.PICTURES else "medium")


def _width_with(part: QLabel | QAbstractButton, words: str | None) -> int:
    """Return how wide `part` would be with other words, in pixels."""
    # Before it was ever shown the style sheet has not reached it yet.
    part.ensurePolished()
    if words is None:
        return part.sizeHint().width()
    if isinstance(part, QPushButton):
        # Words beside a picture take a gap too, which a picture alone has not.
        return size_with(part, words).width()
    metrics, now = part.fontMetrics(), part.text()
    return part.sizeHint().width() + metrics.horizontalAdvance(words) - metrics.horizontalAdvance(now)


def _dotted(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
