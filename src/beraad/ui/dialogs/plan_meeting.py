"""Dialog for time, place and people of the next meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget
from typing_extensions import override

from beraad.clock import not_on_sunday
from beraad.i18n import _, spoken
from beraad.terms import MeetingKind, MeetingMode
from beraad.ui.dialogs.form_dialog import FormDialog, hint_label
from beraad.ui.theme import Theme
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.person_choice import PersonChoice
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.value_fields import ChoiceBox, DayBox, TimeBox
from beraad.words.meeting import meeting_kind_label, meeting_mode_title

_LETTERS = 12
"""Narrowest list of choices, in letters."""


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """Time (local ISO text to the second, None if not known), place and people."""

    starts_at: str | None
    place: str | None
    facilitator: str
    """Id of the facilitator; empty while nobody is chosen."""
    invited: tuple[str, ...]
    kind: MeetingKind
    mode: MeetingMode


class PlanMeetingDialog(FormDialog):
    """Meeting to come: a new one, or one that is planned already."""

    def __init__(
        self,
        save: Callable[[PlannedMeeting], None],
        *,
        people: tuple[PersonChoice, ...],
        facilitators: tuple[PersonChoice, ...],
        first: PlannedMeeting,
        today: dt.date,
        agreed: str = "",
        changes: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`first` holds the first values; `agreed` says what was agreed at the table about the meeting.

        Without a date it offers one a week from now; if it `changes` a meeting, the date stays unknown.
        """
        heading = _("Beraad wijzigen") if changes else _("Nieuw beraad plannen")
        super().__init__(
            heading, _("Bewaren") if changes else _("Plannen"), width=660, height=660, parent=parent
        )
        self._save = save
        self._make(today)
        self.facilitator = PersonPicker(
            facilitators,
            (first.facilitator,) if first.facilitator else (),
            label=_("Gespreksleider"),
            single=True,
        )
        self.invited = PersonPicker(people, first.invited, label=_("Wie komt er?"))
        self._arrange(agreed)
        self.no_date.toggled.connect(self._on_no_date)
        self._fill(first, unknown=changes and first.starts_at is None)

    @classmethod
    def ask(
        cls,
        save: Callable[[PlannedMeeting], None],
        *,
        people: tuple[PersonChoice, ...],
        facilitators: tuple[PersonChoice, ...],
        first: PlannedMeeting,
        today: dt.date,
        agreed: str = "",
        changes: bool = False,
        parent: QWidget | None = None,
    ) -> PlannedMeeting | None:
        """Return the meeting once `save` accepted it; None if the user cancelled."""
        dialog = cls(
            save,
            people=people,
            facilitators=facilitators,
            first=first,
            today=today,
            agreed=agreed,
            changes=changes,
            parent=parent,
        )
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        wish = dialog.wish() if accepted else None
        dialog.deleteLater()
        return wish

    def wish(self) -> PlannedMeeting:
        """Return what is filled in now."""
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
        week_later = not_on_sunday(today + dt.timedelta(days=7))
        self.date = DayBox()
        self.date.setDate(QDate(week_later.year, week_later.month, week_later.day))
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("ddd d MMM yyyy")
        self.time = TimeBox()
        self.time.setTime(QTime(14, 0))
        self.time.setDisplayFormat("HH:mm")
        for line in self.time.findChildren(QLineEdit):
            # The padding of the style sheet does not apply to the line inside a field with arrows.
            line.setTextMargins(Theme.current().size("space", "small"), 0, 0, 0)
        self.no_date = QCheckBox(_("De datum is nog niet bekend"))
        self.place = LineEdit()
        # The width of the form must not depend on the longest choice, or the labels get too little room.
        self.kind, self.mode = _narrow(), _narrow()
        for kind in MeetingKind:
            self.kind.addItem(meeting_kind_label(kind, spoken()), kind.value)
        for mode in MeetingMode:
            self.mode.addItem(meeting_mode_title(mode, spoken()), mode.value)
        for choice in (self.kind, self.mode):
            # As wide as the column: with large letters the longest choice would make the form too wide.
            choice.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(_LETTERS)

    def _fill(self, first: PlannedMeeting, *, unknown: bool) -> None:
        if first.starts_at:
            day, _separator, at = first.starts_at.partition("T")
            self.date.setDate(QDate.fromString(day, "yyyy-MM-dd"))
            self.time.setTime(QTime.fromString(at[:5], "HH:mm"))
        self.no_date.setChecked(unknown)
        self.place.setText(first.place or "")
        self.kind.setCurrentIndex(self.kind.findData(first.kind.value))
        self.mode.setCurrentIndex(self.mode.findData(first.mode.value))

    def _arrange(self, agreed: str) -> None:
        if agreed:
            self.form.addWidget(hint_label(agreed))
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
