"""Row of one person at the start: here, by phone, or absent."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsolePerson
from beraad.i18n import _, spoken
from beraad.terms import Attendance, Circle, MeetingMode
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.pill import Pill
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.value_fields import ChoiceBox
from beraad.words.meeting import room_label
from beraad.words.people import attendance_choice, paper_in_short

_NAMES = 130
"""Pixels at 100 % that a name needs beside what is chosen."""


class AttendanceRow(QWidget):
    """Row with a name and three buttons; none pressed means: only invited."""

    attendance_chosen = Signal(str, object)
    """Id of the person, and the `Attendance`."""
    room_chosen = Signal(str, object)
    """Id of the person, and room 1 or 2, or None for both."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person: ConsolePerson | None = None
        self._room: ChoiceBox | None = None
        self._build()

    def show_person(self, person: ConsolePerson, mode: MeetingMode) -> None:
        """Show the saved person."""
        self._person = person
        self._token.set_person(person.called, person.circle, letters=person.letters)
        self._called.setText(person.called)
        # Who is told apart by the relation has it behind the name already.
        told = bool(person.relation) and person.called.endswith(f"({person.relation})")
        parts = ("" if told else person.relation, person.organisation)
        who = " · ".join(part for part in parts if part)
        self._who.setText(who)
        self._who.setVisible(bool(who))
        for attendance, choice in self._choices.items():
            choice.setChecked(person.attendance is attendance)
            choice.setAccessibleName(f"{person.called}: {choice.text()}")
        words = paper_in_short(person.paper, spoken())
        self._paper.setText(words)
        self._paper.setToolTip(person.paper_note or "")
        self._paper.setVisible(bool(words))
        self._show_room(person, mode)

    def _show_room(self, person: ConsolePerson, mode: MeetingMode) -> None:
        if mode is MeetingMode.ALTERNATING and self._room is None:
            self._room = self._make_room()
            self._choosing.insertWidget(0, self._room)
        if self._room is not None:
            self._room.setAccessibleName(_("In welke groep zit {person}?").format(person=person.called))
            self._room.setCurrentIndex(self._room.findData(person.room))
            self._room.setVisible(mode is MeetingMode.ALTERNATING)

    def _build(self) -> None:
        theme = Theme.current()
        gap = theme.size("space", "small")
        line = FlowLayout(self, gap=gap)
        line.setContentsMargins(0, 2, 0, 2)
        who, words = QWidget(), QWidget()
        person = QHBoxLayout(who)
        person.setContentsMargins(0, 0, 0, 0)
        person.setSpacing(gap)
        names = QVBoxLayout(words)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(0)
        self._called, self._who = TextLabel(role="strong"), TextLabel(role="small")
        self._paper = Pill(tone="private")
        names.addWidget(self._called)
        names.addWidget(self._who)
        names.addWidget(self._paper, 0, Qt.AlignmentFlag.AlignLeft)
        self._token = PersonToken("", Circle.FAMILY, diameter=32)
        person.addWidget(self._token)
        person.addWidget(words, 1)
        line.add_growing(who, round(_NAMES * theme.scale))
        choosing = QWidget()
        self._choosing = FlowLayout(choosing, gap=gap, wide=True)
        self._choices: dict[Attendance, QPushButton] = {}
        for attendance in (Attendance.PRESENT, Attendance.BY_PHONE, Attendance.ABSENT):
            says = attendance_choice(attendance, spoken())
            choice = button(says, lambda value=attendance: self._on_choice(value))  # type: ignore[misc]
            choice.setCheckable(True)
            self._choices[attendance] = choice
            self._choosing.addWidget(choice)
        line.addWidget(choosing)

    def _make_room(self) -> ChoiceBox:
        choice = ChoiceBox()
        for room in (1, 2, None):
            choice.addItem(room_label(room, spoken()), room)
        choice.activated.connect(self._on_room)
        return choice

    def _on_choice(self, attendance: Attendance) -> None:
        chosen = attendance if self._choices[attendance].isChecked() else Attendance.INVITED
        if self._person is not None:
            self.attendance_chosen.emit(self._person.id, chosen)

    def _on_room(self, index: int) -> None:
        if self._room is not None and self._person is not None:
            self.room_chosen.emit(self._person.id, self._room.itemData(index))
