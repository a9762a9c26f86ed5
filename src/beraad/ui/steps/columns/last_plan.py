"""Read-only plan of the last meeting, beside the columns."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from beraad.export.plan_to_read import whole_plan
from beraad.i18n import _, format_date_long, spoken
from beraad.services.meeting_content import LastPlan
from beraad.ui.document_view import DocumentView
from beraad.ui.steps.shared.step_page import scrolling
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import icon_button
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.ui.widgets.text_label import TextLabel


class LastPlanPanel(QFrame):
    """Every statement and agreement of the last plan, as sentences that cannot be changed."""

    close_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        theme = Theme.current()
        gap = theme.size("space", "medium")
        self._heading = SectionHeading(_("Vorig plan"))
        self._close = icon_button("close", _("Vorig plan weg (v)"), self.close_requested.emit)
        self._heading.add_beside(self._close, right=True)
        self._when = TextLabel(role="small")
        self._reading = DocumentView()
        column = QVBoxLayout(self)
        column.setContentsMargins(gap, theme.size("space", "small"), 1, 1)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self._when)
        column.addSpacing(theme.size("space", "small"))
        column.addWidget(scrolling(self._reading), 1)
        self.setAccessibleName(_("Vorig plan, alleen om te lezen"))

    def focus_close(self) -> None:
        """Focus the button that closes the plan."""
        self._close.setFocus()

    def show_plan(self, last: LastPlan) -> None:
        """Show this plan, of an earlier meeting."""
        when = _("Van {day} · alleen om te lezen").format(day=format_date_long(str(last.starts_at)[:10]))
        self._when.setText(when if last.starts_at else _("Alleen om te lezen"))
        self._reading.show_document(whole_plan(last.plan, spoken()))
