"""The bar above the console: which meeting, how the time stands, what the wall shows."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleView
from beraad.i18n import _, format_date_weekday
from beraad.terms import MeetingMode, Step
from beraad.ui.meeting.parts.buttons import button, icon_button
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.pill import Pill
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.words import step_title


class WallState(Enum):
    """What the wall does."""

    OFF = auto()
    LOST = auto()
    """Its screen went, and brings it back by itself."""
    SHOWING = auto()
    FROZEN = auto()
    CALM = auto()


class TopBar(QFrame):
    """Says and offers; decides nothing."""

    leave_requested = Signal()
    wall_requested = Signal()
    freeze_requested = Signal()
    calm_requested = Signal()
    next_requested = Signal()
    half_chosen = Signal(int)
    guide_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow, self._wall_words = False, ("", "")
        self._build()

    def show_meeting(self, view: ConsoleView, half: int | None) -> None:
        """Which meeting this is, and which half of it is in the room."""
        self._family.setText(_("Gezin {name}").format(name=view.family_name))
        parts = [_("{number}e netwerkberaad").format(number=view.number), view.place or ""]
        if view.starts_at:
            parts.append(format_date_weekday(view.starts_at))
        self._meeting.set_words(" · ".join(part for part in parts if part))
        self._halves.setVisible(view.mode is MeetingMode.ALTERNATING)
        for number, choice in self._half_buttons.items():
            choice.setChecked(number == half)

    def show_time(self, words: str) -> None:
        """How the time stands."""
        self._clock.setText(words)

    def show_wall(self, state: WallState, shown: Step) -> None:
        """What the wall does, and the step it shows."""
        title = step_title(shown)
        words, tone = {
            WallState.OFF: (_("Scherm is uit"), ""),
            WallState.LOST: (_("Scherm is weg"), "amber"),
            WallState.SHOWING: (_("Scherm toont: {step}").format(step=title), "safety"),
            WallState.FROZEN: (_("Scherm staat stil: {step}").format(step=title), "next"),
            WallState.CALM: (_("Scherm is rustig"), "amber"),
        }[state]
        dark = state in (WallState.OFF, WallState.LOST)
        self._wall_words = (words, words if dark else title)
        self._say_wall()
        self._pill.set_tone(tone)
        self._wall_on.setVisible(dark)
        self._freeze.setChecked(state is WallState.FROZEN)
        self._calm.setChecked(state is WallState.CALM)

    def set_narrow(self, *, narrow: bool) -> None:
        """Where there is little room, the guide comes on request and words become short."""
        self._narrow = narrow
        self._guide.setVisible(narrow)
        for widget in (self._clock, self._clock_icon, self._meeting):
            widget.setVisible(not narrow)
        self._freeze.setText("F8" if narrow else _("Bevries F8"))
        self._calm.setText("B" if narrow else _("Zwart B"))
        self._say_wall()

    def show_next(self, following: Step | None) -> None:
        """What the button on the right does; at the last step it leaves."""
        self._next.setText(_("Volgende stap →") if following else _("Beraad sluiten"))
        self._next.setToolTip(step_title(following) if following else "")

    def _say_wall(self) -> None:
        words, short = self._wall_words
        self._pill.setText(f"● {short if self._narrow else words}")
        self._pill.setAccessibleName(words)

    def _build(self) -> None:
        theme = Theme.current()
        self.setProperty("role", "bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.size("space", "small"), 8, theme.size("space", "large"), 8)
        row.setSpacing(theme.size("space", "medium"))
        self._family = TextLabel(role="strong", wrap=False)
        self._meeting = _ElidedLabel()
        self._clock_icon = TextLabel(wrap=False)
        set_icon(self._clock_icon, "clock", "soft")
        self._clock = TextLabel(role="soft", wrap=False)
        self._pill = Pill()
        self._pill.setWordWrap(False)
        self._wall_on = button(_("Scherm aan"), self.wall_requested.emit, icon="wall")
        self._freeze = button(_("Bevries F8"), self.freeze_requested.emit, icon="freeze")
        self._freeze.setAccessibleName(_("Bevries het scherm, F8"))
        self._calm = button(_("Zwart B"), self.calm_requested.emit, icon="blank")
        self._calm.setAccessibleName(_("Maak het scherm rustig, B"))
        for choice in (self._freeze, self._calm):
            choice.setCheckable(True)
        self._next = button("", self.next_requested.emit, role="primary")
        row.addWidget(icon_button("back", _("Terug naar de zaak"), self.leave_requested.emit))
        row.addWidget(self._family)
        row.addWidget(self._meeting, 1)
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
        for widget in (self._wall_on, self._freeze, self._calm, self._next):
            row.addWidget(widget)

    def _build_halves(self) -> QWidget:
        self._halves = QWidget()
        row = QHBoxLayout(self._halves)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Theme.current().size("space", "tight"))
        row.addWidget(TextLabel(_("Nu in de kamer:"), "soft", wrap=False))
        self._half_buttons: dict[int, QPushButton] = {}
        for number in (1, 2):
            choice = button(_("groep {number}").format(number=number), partial(self.half_chosen.emit, number))
            choice.setCheckable(True)
            self._half_buttons[number] = choice
            row.addWidget(choice)
        return self._halves


class _ElidedLabel(TextLabel):
    """One line that ends in … where there is no room."""

    def __init__(self) -> None:
        super().__init__(role="soft", wrap=False)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_words(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self._elide()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
