"""Meetings of a case: those that were or will be held, and the plans for those to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from beraad.i18n import _, ngettext, spoken
from beraad.services.cases import MeetingLine
from beraad.services.planning import AgreedNext
from beraad.terms import MeetingMode
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.pill import Pill
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.case import meeting_title, moment_label
from beraad.words.meeting import meeting_kind_label


class _Meetings(QFrame):
    """Box with a heading and a part for each meeting, the newest first."""

    def __init__(self, heading: str, *, today: dt.date, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        theme = Theme.current()
        large = theme.size("space", "large")
        self._today = today
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(large, large, large, large)
        self._column.setSpacing(theme.size("space", "small"))
        self._column.addWidget(SectionHeading(heading, icon="meeting"))

    def _show(self, meeting: MeetingLine, buttons: Iterable[QPushButton]) -> None:
        head = QHBoxLayout()
        head.addWidget(TextLabel(meeting_title(meeting.number, spoken()), "strong", wrap=False))
        head.addWidget(Pill(*_how_it_stands(meeting)))
        head.addStretch(1)
        self._column.addLayout(head)
        when = moment_label(meeting.starts_at, self._today, spoken())
        self._column.addWidget(TextLabel(" · ".join(part for part in (when, meeting.place) if part)))
        self._column.addWidget(TextLabel(_about(meeting), "small"))
        if meeting.why_called_off:
            self._column.addWidget(TextLabel(_("Waarom: {why}").format(why=meeting.why_called_off), "small"))
        if meeting.called_off and meeting.has_content:
            self._column.addWidget(TextLabel(_("Wat er al in stond, is bewaard. Het is geen plan."), "small"))
        row = FlowLayout(gap=Theme.current().size("space", "small"))
        for button in buttons:
            row.addWidget(button)
        self._column.addLayout(row)
        self._rule()

    def _rule(self) -> None:
        rule = QFrame()
        rule.setProperty("role", "line")
        self._column.addWidget(rule)


class HeldMeetings(_Meetings):
    """Each meeting that goes on or went on, with buttons to open and print it; below, the earlier plans."""

    meeting_requested = Signal(str)
    print_requested = Signal(str)
    versions_requested = Signal()
    revising_requested = Signal()

    def __init__(
        self, meetings: tuple[MeetingLine, ...], *, today: dt.date, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Beraden"), today=today, parent=parent)
        held = [item for item in reversed(meetings) if not item.called_off]
        if not held:
            self._column.addWidget(
                TextLabel(_("Er is nog geen beraad. Onder Voorbereiden plant u het eerste."), "soft")
            )
        newest = next((item.id for item in held if item.agreed_at is None), None)
        for meeting in held:
            self._show(meeting, self._buttons(meeting, primary=meeting.id == newest))
        if any(meeting.was_agreed for meeting in held):
            revise = QPushButton(_("Afspraken bijwerken zonder beraad…"))
            revise.setObjectName("revise")
            revise.clicked.connect(self.revising_requested)
            self._column.addWidget(revise)
        if sum(meeting.versions for meeting in meetings) > 1:
            older = QPushButton(_("Eerdere versies van het plan…"))
            older.setObjectName("old-versions")
            set_icon(older, "open")
            older.clicked.connect(self.versions_requested)
            self._column.addWidget(older)

    def _buttons(self, meeting: MeetingLine, *, primary: bool) -> Iterator[QPushButton]:
        title, id_ = meeting_title(meeting.number, spoken()), meeting.id
        open_ = _button(_("Beraad openen"), _("{meeting} openen").format(meeting=title))
        open_.setObjectName(f"meeting-{id_}")
        if primary:
            open_.setProperty("role", "primary")
        open_.clicked.connect(lambda: self.meeting_requested.emit(id_))
        yield open_
        if meeting.agreed_at is not None:
            print_ = _button(_("Printen…"), _("{meeting} printen").format(meeting=title))
            set_icon(print_, "print")
            print_.clicked.connect(lambda: self.print_requested.emit(id_))
            yield print_


class MeetingsToCome(_Meetings):
    """Each meeting without a plan, with buttons to change it and call it off; those called off; a new one."""

    planning_requested = Signal()
    change_requested = Signal(str)
    calling_off_requested = Signal(str)
    taking_back_requested = Signal(str)
    reading_requested = Signal(str)

    def __init__(
        self,
        meetings: tuple[MeetingLine, ...],
        agreed_next: AgreedNext | None = None,
        *,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Beraden die komen"), today=today, parent=parent)
        self._show_agreed(agreed_next)
        to_come = [item for item in reversed(meetings) if item.called_off or not item.was_agreed]
        for meeting in to_come:
            self._show(meeting, self._buttons(meeting))
        if not (to_come or agreed_next):
            self._column.addWidget(TextLabel(_("Er is geen beraad gepland."), "soft"))
        self.plan = QPushButton(_("Nieuw beraad plannen…"))
        set_icon(self.plan, "calendar")
        self._column.addWidget(self.plan)
        self.plan.clicked.connect(self.planning_requested)

    def _show_agreed(self, coming: AgreedNext | None) -> None:
        """Show what was agreed at the table about the next meeting, if nobody planned it yet."""
        if coming is None:
            return
        when = moment_label(coming.starts_at, self._today, spoken())
        words = " · ".join(part for part in (when, coming.place) if part)
        self._column.addWidget(TextLabel(_("Volgende keer, aan tafel afgesproken"), "strong"))
        self._column.addWidget(TextLabel(words))
        self._column.addWidget(TextLabel(_("Dit beraad is nog niet gepland."), "small"))
        self._rule()

    def _buttons(self, meeting: MeetingLine) -> Iterator[QPushButton]:
        title, id_ = meeting_title(meeting.number, spoken()), meeting.id
        if meeting.called_off:
            back = _button(_("Toch laten doorgaan"), _("{meeting} toch laten doorgaan").format(meeting=title))
            back.setObjectName(f"meeting-{id_}")
            back.clicked.connect(lambda: self.taking_back_requested.emit(id_))
            yield back
            if meeting.has_content:
                read = _button(_("Lezen…"), _("Lezen wat in het {meeting} staat").format(meeting=title))
                read.clicked.connect(lambda: self.reading_requested.emit(id_))
                yield read
            return
        change = _button(_("Wijzigen…"), _("{meeting} wijzigen").format(meeting=title))
        change.clicked.connect(lambda: self.change_requested.emit(id_))
        yield change
        off = _button(_("Afzeggen…"), _("{meeting} afzeggen").format(meeting=title))
        off.clicked.connect(lambda: self.calling_off_requested.emit(id_))
        yield off


def _button(words: str, told: str) -> QPushButton:
    button = QPushButton(words)
    button.setAccessibleName(told)
    return button


def _how_it_stands(meeting: MeetingLine) -> tuple[str, str]:
    """Return the words of the pill for a meeting's state, and its tone."""
    if meeting.called_off:
        return _("afgezegd"), "amber"
    if meeting.agreed_at is not None:
        return _("vastgesteld"), "safety"
    if meeting.was_agreed:
        return _("veranderd, nog niet opnieuw vastgesteld"), "amber"
    return _("nog niet vastgesteld"), ""


def _about(meeting: MeetingLine) -> str:
    count = len(meeting.participants)
    parts = [
        meeting_kind_label(meeting.kind, spoken()),
        _("pendelend") if meeting.mode is MeetingMode.ALTERNATING else "",
        ngettext("{count} persoon", "{count} mensen", count).format(count=count),
    ]
    return " · ".join(part for part in parts if part)
