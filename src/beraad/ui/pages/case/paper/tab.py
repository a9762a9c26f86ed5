"""Tab with the copies of a case."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.ui.pages.case.case_tab import CaseTab
from beraad.ui.pages.case.open_case import OpenCase
from beraad.ui.widgets.empty_state import EmptyState
from beraad.ui.widgets.replacing import replace_in


class PaperTab(CaseTab):
    """What can be printed for whom."""

    print_requested = Signal(str)
    """A meeting; empty means the plan in force."""

    def __init__(self, case: OpenCase, *, parent: QWidget | None = None) -> None:
        super().__init__(case, parent=parent)
        self.beside.hide()

    @override
    def refresh(self) -> None:
        printable = not all(meeting.called_off for meeting in self._case.view.meetings)
        empty = EmptyState(
            _("Exemplaren op papier"),
            _("Ieder krijgt een eigen exemplaar van het plan, met alleen wat deze persoon mag weten.")
            if printable
            else _("Er is nog geen beraad. Daarna kunt u hier voor ieder een exemplaar printen."),
            action=_("Printen…") if printable else "",
        )
        empty.action_requested.connect(lambda: self.print_requested.emit(""))
        replace_in(self.main, empty)
