"""Left side of the console: the steps, the people at the table with the turn, and pausing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleAgendaItem, ConsolePerson
from beraad.i18n import _, spoken
from beraad.terms import Circle
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.pace import agenda_of, usual_agenda
from beraad.ui.steps.shared.step_page import bring_into_sight, scrolling
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.fitting_button import FittingButton
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.laid_out_once import laid_out_once
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.rail_step import RailStep
from beraad.ui.widgets.reading_order import keep_reading_order
from beraad.ui.widgets.step_rail import StepRail
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.meeting import step_title

_WIDE, _SLIM = 220, 66
"""Pixels at 100 %, with words and without."""

_LOWEST = 120
"""Pixels at 100 %: the step one is in, and pausing."""

_AT_TABLE = 24
"""More people sit at few tables; their places are made before a meeting is opened."""


class MeetingRail(QFrame):
    """Rail to choose a step. A token gives the turn and ends it; a tick on it: had a turn in this step."""

    step_chosen = Signal(object)
    move_requested = Signal(object, int)
    """`Step`, and its new place among all, from 0."""
    left_out_requested = Signal(object, bool)
    """`Step`, and True if it is left out."""
    turn_chosen = Signal(str)
    """Id of the person whose token was clicked."""
    next_turn_requested = Signal()
    spoken_changed = Signal(str, bool)
    """Id of a person, and True if this person had a turn."""
    pause_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens: dict[str, PersonToken] = {}
        self._places: list[PersonToken] = []
        """Tokens: the first ones stand for who is at the table; the others wait, hidden."""
        self._shown: tuple[ConsolePerson, ...] | None = None
        self._narrow, self._next_name = False, ""
        self._build()
        self._steps.step_chosen.connect(self.step_chosen)
        self._steps.move_requested.connect(self.move_requested)
        self._steps.left_out_requested.connect(self.left_out_requested)

    @property
    def steps(self) -> StepRail:
        """Rail with the steps."""
        return self._steps

    def token(self, person: str) -> PersonToken | None:
        """Return the token of somebody at the table."""
        return self._tokens.get(person)

    def show_meeting(self, model: MeetingModel) -> None:
        """Show the people in the room, and who has the turn; the steps come with `show_time`."""
        self._show_table(model.in_room)
        spoken, turn = model.spoken(), model.turn
        for person, token in self._tokens.items():
            token.set_marked(person in spoken, _("is aan het woord geweest"))
            token.set_speaking(_("is nu aan het woord") if person == turn else "")
        silent = model.silent
        self._next.setVisible(bool(silent))
        if silent:
            self._next_name = silent[0].called
            self._say_buttons()
        self._pause.setVisible(model.paused_at is None)

    def show_time(self, model: MeetingModel) -> None:
        """Show the steps with their minutes."""
        self._steps.set_steps(tuple(_rail_step(item, model) for item in agenda_of(model.view)))
        if model.step is not self._steps.current:
            self._steps.set_current(model.step)
            self._bring_step_into_sight()

    def menu_for(self, person: str) -> QMenu:
        """Make the menu for somebody's turn; the caller shows it and deletes it."""
        token = self._tokens[person]
        menu = QMenu(self)
        turn = menu.addAction(_("Beurt is klaar") if token.speaking else _("Beurt geven"))
        turn.triggered.connect(lambda: self.turn_chosen.emit(person))
        words = _("Is nog niet aan het woord geweest") if token.marked else _("Is al aan het woord geweest")
        mark = menu.addAction(words)
        mark.setEnabled(not token.speaking)
        mark.triggered.connect(lambda: self.spoken_changed.emit(person, not token.marked))
        return menu

    def set_narrow(self, *, narrow: bool) -> None:
        """Show numbers instead of titles where there is little room; tooltips tell the titles."""
        self.setFixedWidth(round((_SLIM if narrow else _WIDE) * Theme.current().scale))
        self._steps.set_slim(slim=narrow)
        self._table.setVisible(not narrow)
        self._narrow = narrow
        self._say_buttons()

    @override
    def hasHeightForWidth(self) -> bool:
        # What it holds scrolls: no width makes it taller.
        return False

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._bring_step_into_sight()

    def _bring_step_into_sight(self) -> None:
        """With large letters, or in a low window, the last steps stand below the foot of the rail."""
        current = self._steps.current
        here = self._steps.button(current) if current is not None else None
        if here is not None and self.isVisible():
            bring_into_sight(here)

    def _say_buttons(self) -> None:
        """With words where there is room for them."""
        turn = _("Beurt aan {name}").format(name=self._next_name)
        if self._narrow:
            self._next.set_wordings(turn, "")
        else:
            # A long name must not make the rail wider than its room.
            self._next.set_wordings(turn, self._next_name, _("Beurt geven"))
        self._next.setToolTip(
            MeetingKey.TURN.after(_("Geef de beurt aan wie nog niet aan het woord is geweest"))
        )
        self._pause.setText("" if self._narrow else _("Pauze"))
        # A picture that stands before words keeps room for them.
        set_icon(self._next, "speaking", "soft")
        set_icon(self._pause, "pause")

    def _show_table(self, people: tuple[ConsolePerson, ...]) -> None:
        if people == self._shown:
            return
        self._shown = people
        self._table.setText(_("AAN TAFEL · {count}").format(count=len(people)))
        with laid_out_once(self._flow):
            self._seat(people)

    def _seat(self, people: tuple[ConsolePerson, ...]) -> None:
        if len(self._places) < len(people):
            while len(self._places) < len(people):
                self._add_place()
            if (holder := self._flow.parentWidget()) is not None:
                keep_reading_order(holder)
        self._tokens = {person.id: token for person, token in zip(people, self._places, strict=False)}
        for person in people:
            self._tokens[person.id].set_person(person.called, person.circle, person.id, person.letters)
        for place, token in enumerate(self._places):
            token.setVisible(place < len(people))

    def _add_place(self) -> None:
        token = PersonToken("", Circle.FAMILY, diameter=30, clickable=True)
        token.chosen.connect(self.turn_chosen)
        token.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        token.customContextMenuRequested.connect(partial(self._on_menu, token))
        self._places.append(token)
        self._flow.addWidget(token)

    def _build(self) -> None:
        theme = Theme.current()
        self.setProperty("role", "rail")
        # It scrolls: what stands above the step must not be squeezed for all of its steps.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setFixedWidth(round(_WIDE * theme.scale))
        self.setMinimumHeight(round(_LOWEST * theme.scale))
        inside = QWidget()
        column = QVBoxLayout(inside)
        gap = theme.size("space", "small")
        column.setContentsMargins(gap, theme.size("space", "medium"), gap, gap)
        column.setSpacing(gap)
        self._steps = StepRail()
        self._steps.set_steps(tuple(_step(item) for item in usual_agenda()))
        self._table = TextLabel(role="caps")
        self._table.setContentsMargins(gap, gap, 0, 0)
        tokens = QWidget()
        tokens.setContentsMargins(gap // 2, 0, 0, 0)
        self._flow = FlowLayout(tokens, gap=theme.size("space", "tight"))
        for _place in range(_AT_TABLE):
            self._add_place()
        self._next = FittingButton(role="link")
        self._next.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._next.clicked.connect(lambda _checked: self.next_turn_requested.emit())
        for widget in (self._steps, self._table, tokens, self._next):
            column.addWidget(widget)
        column.addStretch(1)
        self._pause = button(_("Pauze"), self.pause_requested.emit)
        pausing = MeetingKey.PAUSE.after(_("Pauze: de klok staat stil en het scherm wordt rustig"))
        self._pause.setAccessibleName(pausing)
        self._pause.setToolTip(pausing)
        foot = QHBoxLayout()
        foot.setContentsMargins(gap, gap, gap, gap)
        foot.addWidget(self._pause)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scrolling(inside), 1)
        outer.addLayout(foot)

    def _on_menu(self, token: PersonToken, at: QPoint) -> None:
        menu = self.menu_for(token.person_id)
        menu.exec(token.mapToGlobal(at))
        menu.deleteLater()


def _rail_step(item: ConsoleAgendaItem, model: MeetingModel) -> RailStep:
    here = item.step is model.step
    spent = item.spent_minutes
    if here:
        spent = (spent or 0) + model.minutes_unkept
    return replace(
        _step(item),
        done=item.step in model.visited or item.spent_minutes is not None,
        # What was only passed through took no time worth saying.
        spent=spent or None,
    )


def _step(item: ConsoleAgendaItem) -> RailStep:
    return RailStep(item.step, step_title(item.step, spoken()), item.planned_minutes, left_out=item.skipped)
