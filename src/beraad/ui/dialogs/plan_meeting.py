"""Asks when, where and with whom the next meeting is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.terms import MeetingKind, MeetingMode
from beraad.ui.case_words import meeting_kind_label, meeting_mode_label
from beraad.ui.dialogs.form_dialog import FormDialog
from beraad.ui.theme import Theme
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.person_choice import PersonChoice
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.value_fields import ChoiceBox, DayBox, TimeBox

_LETTERS = 12
"""Narrowest list of choices, in letters."""


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """When (local ISO text to the second, or not known), where, and with whom."""

    starts_at: str | None
    place: str | None
    facilitator: str
    invited: tuple[str, ...]
    kind: MeetingKind
    mode: MeetingMode


class PlanMeetingDialog(FormDialog):
    """The next meeting; everybody of the case is invited until somebody is left out."""

    def __init__(
        self,
        save: Callable[[PlannedMeeting], None],
        *,
        people: tuple[PersonChoice, ...],
        facilitators: tuple[PersonChoice, ...],
        facilitator: str | None,
        today: dt.date,
        mode: MeetingMode = MeetingMode.TOGETHER,
        parent: QWidget | None = None,
    ) -> None:
        """`mode` is what it begins with."""
        super().__init__(_("Nieuw beraad plannen"), _("Plannen"), width=660, height=660, parent=parent)
        self._save = save
        self._make(today)
        self.mode.setCurrentIndex(self.mode.findData(mode.value))
        chosen = (facilitator,) if facilitator else ()
        self.facilitator = PersonPicker(facilitators, chosen, label=_("Gespreksleider"), single=True)
        everybody = tuple(person.id for person in people)
        self.invited = PersonPicker(people, everybody, label=_("Wie komt er?"))
        self._arrange()
        self.no_date.toggled.connect(self._on_no_date)

    @classmethod
    def ask(
        cls,
        save: Callable[[PlannedMeeting], None],
        *,
        people: tuple[PersonChoice, ...],
        facilitators: tuple[PersonChoice, ...],
        facilitator: str | None,
        today: dt.date,
        mode: MeetingMode = MeetingMode.TOGETHER,
        parent: QWidget | None = None,
    ) -> PlannedMeeting | None:
        """The meeting once `save` took it; None when it was called off."""
        dialog = cls(
            save,
            people=people,
            facilitators=facilitators,
            facilitator=facilitator,
            today=today,
            mode=mode,
            parent=parent,
        )
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        wish = dialog.wish() if accepted else None
        dialog.deleteLater()
        return wish

    def wish(self) -> PlannedMeeting:
        """What is filled in now."""
        date, time = self.date.date(), self.time.time()
        starts_at = f"{date.toString('yyyy-MM-dd')}T{time.toString('HH:mm')}:00"
        return PlannedMeeting(
            starts_at=None if self.no_date.isChecked() else starts_at,
            place=self.place.text().strip() or None,
            facilitator=self.facilitator.chosen()[0],
            invited=self.invited.chosen(),
            kind=MeetingKind(str(self.kind.currentData())),
            mode=MeetingMode(str(self.mode.currentData())),
        )

    @override
    def objection(self) -> str:
        return "" if self.facilitator.chosen() else _("Kies wie het gesprek leidt.")

    @override
    def save(self) -> None:
        self._save(self.wish())

    def _make(self, today: dt.date) -> None:
        week_later = today + dt.timedelta(days=7)
        self.date = DayBox()
        self.date.setDate(QDate(week_later.year, week_later.month, week_later.day))
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("ddd d MMM yyyy")
        self.time = TimeBox()
        self.time.setTime(QTime(14, 0))
        self.time.setDisplayFormat("HH:mm")
        for line in self.time.findChildren(QLineEdit):
            # The sheet's padding does not reach the line inside a field with arrows.
            line.setTextMargins(Theme.current().size("space", "small"), 0, 0, 0)
        self.no_date = QCheckBox(_("De datum is nog niet bekend"))
        self.place = LineEdit()
        # As narrow as the form, however long a choice is: else the words around it get too little room.
        self.kind, self.mode = _narrow(), _narrow()
        for kind in MeetingKind:
            self.kind.addItem(meeting_kind_label(kind), kind.value)
        for mode in MeetingMode:
            self.mode.addItem(meeting_mode_label(mode), mode.value)
        for choice in (self.kind, self.mode):
            # As wide as the column: with large letters the longest choice would make the form too wide.
            choice.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(_LETTERS)

    def _arrange(self) -> None:
        left, right = self.add_pair()
        self.add_field(_("Dag"), self.date, into=left)
        self.add_field(_("Tijd"), self.time, into=right)
        self.form.addWidget(self.no_date)
        self.add_field(_("Plaats"), self.place)
        left, right = self.add_pair()
        self.add_field(_("Soort"), self.kind, into=left)
        hint = _("Is één kamer niet veilig voor iedereen? Kies dan pendelend.")
        self.add_field(_("Hoe"), self.mode, hint, into=right)
        self.add_field(_("Wie leidt het gesprek?"), self.facilitator)
        self.add_field(_("Wie komt er?"), self.invited)

    def _on_no_date(self, unknown: bool) -> None:
        self.date.setEnabled(not unknown)
        self.time.setEnabled(not unknown)


def _narrow() -> ChoiceBox:
    box = ChoiceBox()
    box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box
