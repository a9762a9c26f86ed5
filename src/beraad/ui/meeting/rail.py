"""The left side of the console: the steps, and who is at the table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsolePerson, ConsoleView
from beraad.i18n import _
from beraad.terms import Step
from beraad.ui.meeting.pace import agenda_of
from beraad.ui.meeting.parts.step_page import scrolling
from beraad.ui.theme import Theme
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.step_rail import RailStep, StepRail
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.words import step_title


class MeetingRail(QFrame):
    """Choosing a step; a token with a tick is somebody who had a turn in this step."""

    step_chosen = Signal(object)
    spoken_changed = Signal(str, bool)
    """Id of a person, and whether this person had a turn."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens: dict[str, PersonToken] = {}
        self._shown: tuple[ConsolePerson, ...] | None = None
        self._build()
        self._steps.step_chosen.connect(self.step_chosen)

    @property
    def steps(self) -> StepRail:
        """The steps."""
        return self._steps

    def show_view(
        self, view: ConsoleView, step: Step, visited: frozenset[Step], spoken: frozenset[str]
    ) -> None:
        """Steps with their minutes, and the people in the room."""
        self._steps.set_steps(
            tuple(
                RailStep(
                    item.step,
                    _("{step} (vervalt)").format(step=step_title(item.step))
                    if item.skipped
                    else step_title(item.step),
                    item.planned_minutes,
                    done=item.step in visited or bool(item.spent_minutes),
                )
                for item in agenda_of(view)
            )
        )
        self._steps.set_current(step)
        self._show_table(view.at_table)
        for person, token in self._tokens.items():
            token.set_marked(person in spoken, _("is aan het woord geweest"))

    def _show_table(self, people: tuple[ConsolePerson, ...]) -> None:
        if people == self._shown:
            return
        self._shown = people
        self._table.setText(_("AAN TAFEL · {count}").format(count=len(people)))
        self._flow.clear()
        self._tokens = {}
        for person in people:
            token = PersonToken(
                person.called, person.circle, person_id=person.id, diameter=30, clickable=True
            )
            token.chosen.connect(self._on_token)
            self._tokens[person.id] = token
            self._flow.addWidget(token)
            token.show()

    def _build(self) -> None:
        theme = Theme.current()
        self.setProperty("role", "rail")
        self.setFixedWidth(round(220 * theme.scale))
        inside = QWidget()
        column = QVBoxLayout(inside)
        gap = theme.size("space", "small")
        column.setContentsMargins(gap, theme.size("space", "medium"), gap, gap)
        column.setSpacing(gap)
        self._steps = StepRail()
        self._table = TextLabel(role="caps")
        self._table.setContentsMargins(gap, gap, 0, 0)
        tokens = QWidget()
        tokens.setContentsMargins(gap // 2, 0, 0, 0)
        self._flow = FlowLayout(tokens, gap=theme.size("space", "tight"))
        for widget in (self._steps, self._table, tokens):
            column.addWidget(widget)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def _on_token(self, person: str) -> None:
        self.spoken_changed.emit(person, not self._tokens[person].marked)
