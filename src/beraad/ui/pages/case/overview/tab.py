"""Tab with how a case stands: its meetings, its numbers over time, its course."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from beraad.i18n import spoken
from beraad.services.course import CourseView, PhaseLine, PhaseWish
from beraad.terms import Colour
from beraad.ui.dialogs.revise import ReviseDialog, RevisionWish
from beraad.ui.pages.case.case_tab import CaseTab
from beraad.ui.pages.case.meetings import HeldMeetings
from beraad.ui.pages.case.open_case import OpenCase
from beraad.ui.pages.case.overview.course_panel import CoursePanel
from beraad.ui.pages.case.overview.phase_dialog import PhaseDayDialog, PhaseDialog
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
        meetings.revising_requested.connect(self._on_revising)
        charts = self._case.service.scales_over_time(self._case.reference, spoken())
        replace_in(self.main, meetings, *((ScalesOverTime(charts),) if charts else ()))
        course = CoursePanel(view, self._course())
        course.colour_chosen.connect(self._on_colour)
        # Not while its own button is still being pressed.
        course.phase_requested.connect(self.change_phase, Qt.ConnectionType.QueuedConnection)
        course.correction_requested.connect(self.correct_phase, Qt.ConnectionType.QueuedConnection)
        replace_in(self.beside, course)

    def change_phase(self) -> None:
        """Ask for the next phase."""
        case = self._case

        def save(wish: PhaseWish) -> None:
            case.service.course.move(case.reference, wish)

        if PhaseDialog.ask(save, self._course(), today=case.today, parent=self):
            self.changed.emit()

    def correct_phase(self, line: PhaseLine) -> None:
        """Ask for the day on which a phase began."""
        case = self._case

        def save(on: dt.date | None) -> None:
            case.service.course.correct(case.reference, line.number, on)

        if PhaseDayDialog.ask(save, line, parent=self):
            self.changed.emit()

    def _course(self) -> CourseView:
        return self._case.service.course.course(self._case.reference)

    def _on_revising(self) -> None:
        """Ask how, when and with whom the plan is revised, and open it at its agreements."""
        begun: list[str] = []

        def save(wish: RevisionWish) -> None:
            reference, revising = self._case.reference, self._case.service.revising
            begun.append(revising.begin(reference, wish.how, wish.on, wish.consulted))

        wish = ReviseDialog.ask(save, people=self._case.people(), today=self._case.today, parent=self)
        if wish is not None and begun:
            self.meeting_requested.emit(begun[-1])

    def _on_colour(self, colour: Colour) -> None:
        self._case.attempt(lambda: self._case.service.colour(self._case.reference, colour))
        self.changed.emit()
