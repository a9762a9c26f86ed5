"""Welcome: who is here, how we talk, how long it takes, and who gets a copy."""

from __future__ import annotations

from functools import partial
from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleAgendaItem, ConsolePerson, ConsoleView
from beraad.i18n import _, format_list
from beraad.places import Place
from beraad.services.cases import PersonLine
from beraad.services.meeting import MeetingService
from beraad.terms import Attendance, Circle, MeetingMode, Paper, Step
from beraad.texts import set_in
from beraad.ui.dialogs.person import PersonDialog
from beraad.ui.dialogs.rooms import Rooms, RoomsDialog
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.pace import agenda_of, usual_agenda
from beraad.ui.messages import Messages
from beraad.ui.steps.shared.people import choice, everybody
from beraad.ui.steps.shared.step_host import StepHost
from beraad.ui.steps.shared.step_page import StepPage, scrolling_column
from beraad.ui.steps.welcome.agenda_row import AgendaRow
from beraad.ui.steps.welcome.attendance_row import AttendanceRow
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.keyed_rows import KeyedRows
from beraad.ui.widgets.panels import panel
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.ui.widgets.text_label import TextLabel
from beraad.words import headings

_BESIDE = 860
"""Pixels at 100 %: below this the plan for today stands under the people."""
_BESIDE_WITH_ROOMS = 1_050

_AT_TABLE = 12
"""So many people sit at most tables; their rows stand before the meeting is opened."""


class WelcomePage(StepPage):
    """Page with the people on the left and the plan for today on the right."""

    def __init__(self, model: MeetingModel, messages: Messages, *, parent: QWidget | None = None) -> None:
        super().__init__(model, parent=parent)
        self._messages = messages
        self._with_rooms = False
        self._build()

    @classmethod
    @override
    def of(cls, host: StepHost) -> Self:
        return cls(host.model, host.messages, parent=host.parent)

    @override
    def show_view(self, view: ConsoleView) -> None:
        self._with_rooms = view.mode is MeetingMode.ALTERNATING
        self._turn()
        self._mode.setText(_("Verder in één kamer…") if self._with_rooms else _("Verder in twee kamers…"))
        invited = [person for person in view.people if person.attendance is not None]
        others = [person for person in view.people if person.attendance is None]
        self._rows.show(invited)
        waiting = any(person.attendance is Attendance.INVITED for person in invited)
        self._all_here.setVisible(waiting)
        self._others.set_people(tuple(map(choice, others)))
        self._others.set_chosen(())
        self._known_box.setVisible(bool(others))
        agenda = agenda_of(view)
        self._agenda.show(agenda)
        minutes = sum(item.planned_minutes for item in agenda if not item.skipped)
        self._total.setText(
            _("Samen {hours} uur en {minutes} minuten").format(hours=minutes // 60, minutes=minutes % 60)
        )
        self._copies.setText(_copies(invited))

    @override
    def show_card(self, card: Place) -> None:
        area, row = self.findChild(QScrollArea), self._rows.get(card.id)
        if area is not None and row is not None:
            area.ensureWidgetVisible(row)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._turn()
        super().resizeEvent(event)

    def _turn(self) -> None:
        """Beside each other where there is room for both."""
        needed = _BESIDE_WITH_ROOMS if self._with_rooms else _BESIDE
        narrow = self.width() < needed * Theme.current().scale
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _build(self) -> None:
        theme = Theme.current()
        column = scrolling_column(self)
        head = SectionHeading(_(headings.WELCOME), large=True)
        self._all_here = button(
            _("Iedereen is er"),
            lambda: self.model.act(lambda meeting: meeting.course.all_present()),
            role="primary",
        )
        self._mode = button("", self._on_mode_wished)
        head.add_beside(self._mode, right=True)
        head.add_beside(self._all_here, right=True)
        column.addWidget(head)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(theme.size("space", "large"))
        self._row.addLayout(self._build_people(), 3)
        self._row.addLayout(self._build_today(), 2)
        column.addLayout(self._row)
        column.addStretch(1)

    def _build_people(self) -> QVBoxLayout:
        theme = Theme.current()
        column = QVBoxLayout()
        column.setSpacing(theme.size("space", "medium"))
        box, inside = panel(_("Wie is er?"))
        self._rows: KeyedRows[ConsolePerson, AttendanceRow] = KeyedRows(
            inside,
            key=lambda person: person.id,
            make=lambda _person: self._make_row(),
            show=lambda row, person: row.show_person(person, self.model.view.mode),
            offset=1,
        )
        self._rows.stand_by(self._make_row() for _place in range(_AT_TABLE))
        self._others = PersonPicker(label=_("Er is nog iemand bij"), single=True)
        self._others.chosen_changed.connect(self._on_invited)
        self._known_box = QWidget()
        others = QVBoxLayout(self._known_box)
        others.setContentsMargins(0, 0, 0, 0)
        others.addWidget(TextLabel(_("Er is nog iemand bij"), "small"))
        others.addWidget(self._others)
        inside.addWidget(self._known_box)
        new = button(_("Iemand die nieuw is…"), self._on_new_wished, icon="add")
        self._away = button(_("Iemand weghalen…"), self._on_away_wished, role="quiet")
        verbs = FlowLayout(gap=theme.size("space", "small"))
        verbs.addWidget(new)
        verbs.addWidget(self._away)
        inside.addLayout(verbs)
        column.addWidget(box)
        box, inside = panel(_("Wie krijgt een exemplaar?"))
        self._copies = TextLabel()
        inside.addWidget(self._copies)
        column.addWidget(box)
        column.addStretch(1)
        return column

    def _build_today(self) -> QVBoxLayout:
        theme = Theme.current()
        column = QVBoxLayout()
        column.setSpacing(theme.size("space", "medium"))
        box, inside = panel(_("Hoe we praten"))
        for rule in _rules():
            inside.addWidget(TextLabel(f"· {rule}"))
        column.addWidget(box)
        box, inside = panel(_("Vandaag"))
        inside.setSpacing(theme.size("space", "tight"))
        self._agenda: KeyedRows[ConsoleAgendaItem, AgendaRow] = KeyedRows(
            inside, key=lambda item: item.step, make=self._make_agenda_row, show=AgendaRow.show_item, offset=1
        )
        self._agenda.show(usual_agenda())
        self._total = TextLabel(role="soft")
        inside.addWidget(self._total)
        column.addWidget(box)
        column.addStretch(1)
        return column

    def _make_row(self) -> AttendanceRow:
        row = AttendanceRow()
        row.attendance_chosen.connect(self._on_attendance)
        row.room_chosen.connect(self._on_room)
        return row

    def _make_agenda_row(self, item: ConsoleAgendaItem) -> AgendaRow:
        row = AgendaRow(item)
        row.minutes_chosen.connect(self._on_minutes)
        row.held_chosen.connect(self._on_held)
        return row

    def _on_attendance(self, person: str, attendance: Attendance) -> None:
        self.model.act(lambda meeting: meeting.course.attend(person, attendance))

    def _on_invited(self, people: tuple[str, ...]) -> None:
        if people:
            self.model.act(lambda meeting: meeting.course.attend(people[0], Attendance.PRESENT))

    def _on_away_wished(self) -> None:
        """Offer to take each from this meeting, or from the case: refused while something hangs on it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for person in self.model.view.people:
            if person.attendance is not None:
                of = menu.addMenu(person.called.replace("&", "&&"))
                for words, wish in (
                    (_("Niet bij dit beraad"), partial(_leave_out, person.id)),
                    (_("Uit de zaak verwijderen"), partial(_remove, person.id)),
                ):
                    of.addAction(words).triggered.connect(lambda _checked, wish=wish: self.model.act(wish))
        menu.popup(self._away.mapToGlobal(self._away.rect().bottomLeft()))

    def _on_new_wished(self) -> None:
        """Ask for somebody whom the case does not know yet; the meeting goes on behind the form."""
        with self.model.drafting.form_over(self):
            asked = PersonDialog.ask(
                lambda wish: self.model.try_to(lambda meeting: meeting.course.add_person(wish)),
                person=PersonLine("", "", "", Circle.NETWORK),
                people=everybody(self.model.view),
                parent=self,
            )
        if asked is not None and asked.another:
            self._on_new_wished()

    def _on_mode_wished(self) -> None:
        if not self._with_rooms:
            here = [
                person
                for person in self.model.view.people
                if person.attendance not in (None, Attendance.ABSENT)
            ]
            RoomsDialog.ask(
                lambda rooms: self._go_on(MeetingMode.ALTERNATING, rooms),
                people=tuple(map(choice, here)),
                rooms={person.id: person.room for person in here},
                parent=self,
            )
        elif self._messages.ask(
            _("Verder in één kamer?"),
            _(
                "Iedereen zit dan bij elkaar en ziet hetzelfde scherm. Wat in één kamer gezegd is, "
                "blijft voor die kamer. Is één kamer veilig voor iedereen?"
            ),
            yes=_("Ja, verder in één kamer"),
            danger=True,
        ):
            self._go_on(MeetingMode.TOGETHER, {})

    def _go_on(self, mode: MeetingMode, rooms: Rooms) -> None:
        self.model.try_to(lambda meeting: meeting.change_mode(mode, rooms))

    def _on_room(self, person: str, room: int | None) -> None:
        self.model.act(lambda meeting: meeting.course.sit_in(person, room))

    def _on_minutes(self, step: Step, minutes: int) -> None:
        self.model.act(lambda meeting: meeting.course.plan_minutes(step, minutes))

    def _on_held(self, step: Step, held: bool) -> None:
        self.model.act(lambda meeting: meeting.course.skip(step, skipped=not held))


def _leave_out(person: str, meeting: MeetingService) -> None:
    meeting.course.leave_out(person)


def _remove(person: str, meeting: MeetingService) -> None:
    meeting.course.remove_person(person)


def _rules() -> tuple[str, ...]:
    return (
        _("Eén praat tegelijk. Iedereen komt aan de beurt."),
        _("We zeggen wat iemand deed, niet wat iemand is."),
        _("Je mag het er niet mee eens zijn. Dat schrijven we erbij."),
        _("Wordt het te veel? Dan nemen we pauze."),
        _("Alleen wat iedereen hier mag weten, komt op het scherm."),
        _("Het plan blijft bewaard. De eigen notities van de gespreksleider ziet niemand anders."),
    )


def _copies(invited: list[ConsolePerson]) -> str:
    """Say who takes paper home, who does not, and where it waits."""
    takes = [person.called for person in invited if person.paper is Paper.YES]
    lines = (
        [_("Ieder krijgt een eigen exemplaar: {people}.").format(people=format_list(takes))] if takes else []
    )
    none = [person.called for person in invited if person.paper is Paper.NO]
    if none:
        lines.append(_("Geen papier mee naar huis: {people}.").format(people=format_list(none)))
    for person in invited:
        if person.paper is Paper.ELSEWHERE:
            where = person.paper_note or _("ligt ergens anders klaar")
            lines.append(set_in(_("Van {person}: {where}."), person=person.called, where=where))
    return "\n".join(lines)
