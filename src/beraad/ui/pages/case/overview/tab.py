"""Tab with how a case stands: its meetings, its numbers over time, its course."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from beraad.i18n import spoken
from beraad.terms import Colour
from beraad.ui.pages.case.case_tab import CaseTab
from beraad.ui.pages.case.meetings import HeldMeetings
from beraad.ui.pages.case.open_case import OpenCase
from beraad.ui.pages.case.overview.course_panel import CoursePanel
from beraad.ui.pages.case.overview.scales_over_time import ScalesOverTime
from beraad.ui.widgets.replacing import replace_in


class OverviewTab(CaseTab):
    """Meetings and numbers on the left, the course on the right."""

    meeting_requested = Signal(str)
    print_requested = Signal(str)
    versions_requested = Signal()

    def __init__(self, case: OpenCase, *, parent: QWidget | None = None) -> None:
        super().__init__(case, parent=parent)

    @override
    def refresh(self) -> None:
        view = self._case.view
        meetings = HeldMeetings(view.meetings, today=self._case.today)
        meetings.meeting_requested.connect(self.meeting_requested)
        meetings.print_requested.connect(self.print_requested)
        meetings.versions_requested.connect(self.versions_requested)
        charts = self._case.service.scales_over_time(self._case.reference, spoken())
        replace_in(self.main, meetings, *((ScalesOverTime(charts),) if charts else ()))
        course = CoursePanel(view)
        course.colour_chosen.connect(self._on_colour)
        replace_in(self.beside, course)

    def _on_colour(self, colour: Colour) -> None:
        self._case.attempt(lambda: self._case.service.colour(self._case.reference, colour))
        self.changed.emit()
