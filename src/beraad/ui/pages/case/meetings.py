"""The meetings of a case, the newest first."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from beraad.i18n import _, ngettext
from beraad.services.cases import MeetingLine
from beraad.terms import MeetingMode
from beraad.ui.case_words import meeting_kind_label, meeting_title, moment_words
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.pill import Pill
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.ui.widgets.text_label import TextLabel


class Meetings(QFrame):
    """Each meeting with when, where and how it stands; opening, printing, and planning the next."""

    meeting_requested = Signal(str)
    print_requested = Signal(str)
    planning_requested = Signal()

    def __init__(
        self, meetings: tuple[MeetingLine, ...], *, today: dt.date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        theme = Theme.current()
        large = theme.size("space", "large")
        self._today = today
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(large, large, large, large)
        self._column.setSpacing(theme.size("space", "small"))
        self._column.addWidget(SectionHeading(_("Beraden"), icon="meeting"))
        if not meetings:
            self._column.addWidget(TextLabel(_("Er is nog geen beraad."), "soft"))
        newest = next((meeting.id for meeting in reversed(meetings) if not meeting.agreed_at), None)
        for meeting in reversed(meetings):
            self._show(meeting, primary=meeting.id == newest)
            rule = QFrame()
            rule.setProperty("role", "line")
            self._column.addWidget(rule)
        self.plan = QPushButton(_("Nieuw beraad plannen…"))
        set_icon(self.plan, "calendar")
        self._column.addWidget(self.plan)
        self.plan.clicked.connect(self.planning_requested)

    def _show(self, meeting: MeetingLine, *, primary: bool) -> None:
        head = QHBoxLayout()
        head.addWidget(TextLabel(meeting_title(meeting.number), "strong", wrap=False))
        agreed = meeting.agreed_at is not None
        head.addWidget(
            Pill(_("vastgesteld") if agreed else _("nog niet vastgesteld"), "safety" if agreed else "")
        )
        head.addStretch(1)
        self._column.addLayout(head)
        when = moment_words(meeting.starts_at, self._today)
        self._column.addWidget(TextLabel(" · ".join(part for part in (when, meeting.place) if part)))
        self._column.addWidget(TextLabel(_about(meeting), "small"))
        row = QHBoxLayout()
        open_ = QPushButton(_("Beraad openen"))
        open_.setAccessibleName(_("{meeting} openen").format(meeting=meeting_title(meeting.number)))
        if primary:
            open_.setProperty("role", "primary")
        open_.clicked.connect(lambda: self.meeting_requested.emit(meeting.id))
        row.addWidget(open_)
        if agreed:
            print_ = QPushButton(_("Printen…"))
            print_.setAccessibleName(_("{meeting} printen").format(meeting=meeting_title(meeting.number)))
            set_icon(print_, "print")
            print_.clicked.connect(lambda: self.print_requested.emit(meeting.id))
            row.addWidget(print_)
        row.addStretch(1)
        self._column.addLayout(row)


def _about(meeting: MeetingLine) -> str:
    count = meeting.participants
    parts = [
        meeting_kind_label(meeting.kind),
        _("pendelend") if meeting.mode is MeetingMode.ALTERNATING else "",
        ngettext("{count} persoon", "{count} mensen", count).format(count=count),
    ]
    return " · ".join(part for part in parts if part)
