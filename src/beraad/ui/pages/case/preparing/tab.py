"""Tab with the meetings to come, and those that were called off."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from beraad.ui.pages.case.case_tab import CaseTab
from beraad.ui.pages.case.meetings import MeetingsToCome
from beraad.ui.pages.case.open_case import OpenCase
from beraad.ui.pages.case.preparing.called_off import CalledOffDialog
from beraad.ui.pages.case.preparing.meeting_forms import MeetingForms
from beraad.ui.widgets.replacing import replace_in


class PreparingTab(CaseTab):
    """Meetings to plan, change, call off or take back."""

    def __init__(self, case: OpenCase, *, parent: QWidget | None = None) -> None:
        super().__init__(case, parent=parent)
        self._forms = MeetingForms(case, over=self)
        # Nothing stands beside the meetings yet.
        self.beside.hide()

    @override
    def refresh(self) -> None:
        view = self._case.view
        meetings = MeetingsToCome(view.meetings, view.agreed_next, today=self._case.today)
        meetings.planning_requested.connect(self.plan_meeting)
        meetings.change_requested.connect(self.change_meeting)
        meetings.calling_off_requested.connect(self.call_off)
        meetings.taking_back_requested.connect(self.take_back)
        meetings.reading_requested.connect(self.read_meeting)
        replace_in(self.main, meetings)

    def plan_meeting(self) -> None:
        """Ask for time, place and people of the next meeting, starting with what was agreed at the table."""
        self._after(self._forms.plan())

    def change_meeting(self, meeting: str) -> None:
        """Ask for another time, place or people of a planned meeting."""
        self._after(self._forms.change(meeting))

    def call_off(self, meeting: str) -> None:
        """Ask for the reason why a planned meeting does not go on."""
        self._after(self._forms.call_off(meeting))

    def take_back(self, meeting: str) -> None:
        """Let a meeting that was called off go on after all."""
        case = self._case
        case.attempt(lambda: case.service.planning.take_back(case.reference, meeting))
        self.changed.emit()

    def read_meeting(self, meeting: str) -> None:
        """Show what was written in a meeting that was called off."""
        CalledOffDialog.show_over(self, self._case.service.content(self._case.reference, meeting))
