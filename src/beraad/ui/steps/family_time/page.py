"""Family time: the family and its network alone. The console is quiet, the wall shows the minutes left."""

from __future__ import annotations

from typing import Self

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleView
from beraad.i18n import _, ngettext
from beraad.terms import Step
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.pace import agenda_of
from beraad.ui.steps.shared.step_host import StepHost
from beraad.ui.steps.shared.step_page import StepPage, scrolling_column
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.text_label import TextLabel
from beraad.words import headings

_LOOK_EVERY = 5_000


class FamilyTimePage(StepPage):
    """Page with the minutes left, five more on request, and a cover for the laptop, which stays there."""

    cover_requested = Signal()

    def __init__(self, model: MeetingModel, *, parent: QWidget | None = None) -> None:
        super().__init__(model, parent=parent)
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.setObjectName("minutes left")
        self._build()
        self._timer.timeout.connect(self._on_time)

    @classmethod
    @override
    def of(cls, host: StepHost) -> Self:
        page = cls(host.model, parent=host.parent)
        page.cover_requested.connect(
            lambda: host.cover(_(headings.FAMILY_TIME), _("Dit scherm is van de gespreksleider."))
        )
        return page

    @override
    def enter(self, step: Step) -> None:
        self._timer.start()

    @override
    def leave(self) -> None:
        self._timer.stop()

    @override
    def show_view(self, view: ConsoleView) -> None:
        self._show_time()

    def _on_time(self) -> None:
        self.model.renew_wall()
        self._show_time()

    def _show_time(self) -> None:
        left = self.model.minutes_left
        if left >= 0:
            words = ngettext("nog {count} minuut", "nog {count} minuten", left).format(count=left)
        else:
            words = ngettext("{count} minuut over tijd", "{count} minuten over tijd", -left).format(
                count=-left
            )
        self._left.setText(words)
        self._left.set_tone("" if left >= 0 else "amber")

    def _build(self) -> None:
        theme = Theme.current()
        column = scrolling_column(self)
        column.addStretch(2)
        icon = TextLabel()
        icon.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        set_icon(icon, "family_time", "soft")
        self._left = TextLabel(role="title")
        self._left.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(icon)
        for text, role in (
            (_(headings.FAMILY_TIME), "heading"),
            (_("Gezin en netwerk praten samen. De hulpverleners zijn de kamer uit."), "soft"),
        ):
            label = TextLabel(text, role)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addWidget(self._left)
        buttons = QWidget()
        row = FlowLayout(buttons, gap=theme.size("space", "small"), wide=True)
        row.addWidget(button(_("Vijf minuten meer"), self._more))
        cover = button(_("Dek dit scherm af"), self.cover_requested.emit, role="primary", icon="private")
        cover.setToolTip(_("Zolang het gezin en het netwerk alleen zijn. Met Ctrl + Enter komt u terug."))
        row.addWidget(cover)
        beside = QHBoxLayout()
        beside.addStretch(1)
        beside.addWidget(buttons, 100)
        beside.addStretch(1)
        column.addLayout(beside)
        column.addStretch(3)

    def _more(self) -> None:
        step = self.model.step
        planned = next(item.planned_minutes for item in agenda_of(self.model.view) if item.step is step)
        self.model.act(lambda meeting: meeting.course.plan_minutes(step, planned + 5))
