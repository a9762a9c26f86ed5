"""One case in the overview."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import _, format_date_short
from beraad.services.attention import attention_of, is_planned
from beraad.services.cases import CaseLine
from beraad.ui.case_words import days_words, family_title, meeting_title, moment_words
from beraad.ui.pages.attention import attention_pill
from beraad.ui.pages.cases.trend import TrendLine
from beraad.ui.pages.colour_mark import ColourMark
from beraad.ui.theme import Theme
from beraad.ui.widgets.card import Card
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.course import colour_label, phase_label

_ROOM_FOR_TREND = 820
_ROOM_FOR_CONTACT = 680


class CaseRow(Card):
    """Colour, name and phase, contact person, meeting, trend, all that asks for attention, and the way in."""

    meeting_requested = Signal(str, str)

    def __init__(self, line: CaseLine, *, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(clickable=True, parent=parent)
        self.line = line
        self.setObjectName(f"case-{line.reference}")
        self._today = today
        self.attention = attention_of(line, today)
        self.open_meeting = QPushButton(_("Beraad openen"), self)
        self.open_meeting.setVisible(self._offers_meeting)
        if self.is_today:
            self.open_meeting.setProperty("role", "primary")
        self._lay_out()
        self._name_for_readers()
        self.open_meeting.clicked.connect(self._on_open_meeting)

    @property
    def _offers_meeting(self) -> bool:
        """Whether its meeting is to come, to be decided, or may be going on: people sign after agreeing."""
        return is_planned(self.line) or self.line.meeting_agreed_on == self._today

    @property
    def is_today(self) -> bool:
        """Whether its meeting is today and still to be decided."""
        starts_at = self.line.meeting_starts_at
        return bool(starts_at and is_planned(self.line) and starts_at[:10] == self._today.isoformat())

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        room = self.width() / Theme.current().scale
        self._trend.setVisible(room >= _ROOM_FOR_TREND)
        self._contact.setVisible(room >= _ROOM_FOR_CONTACT)
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        theme, line = Theme.current(), self.line
        gap = theme.size("space", "large")
        row = FlowLayout(gap=gap)
        row.setContentsMargins(0, theme.size("space", "small"), 0, theme.size("space", "small"))
        row.addWidget(ColourMark(line.colour))
        row.add_growing(_two_lines(family_title(line.family_name), self._course()), round(210 * theme.scale))
        contact = line.contact_person or "—"
        self._contact = TextLabel(_("vaste hulp: {name}").format(name=contact), "soft")
        row.add_growing(self._contact, round(120 * theme.scale))
        row.add_growing(TextLabel(self._meeting_words()), round(150 * theme.scale))
        self._trend = TrendLine(line.trend, fell=bool(line.fell))
        row.addWidget(self._trend)
        end = QWidget()
        end.setFixedWidth(round(190 * theme.scale))
        actions = FlowLayout(end, gap=theme.size("space", "tight"))
        for widget in self._ending():
            actions.addWidget(widget)
        row.addWidget(end)
        self.body.addLayout(row)

    def _ending(self) -> list[QWidget]:
        widgets: list[QWidget] = [self.open_meeting] if self._offers_meeting else []
        return [*widgets, *map(attention_pill, self.attention)]

    def _course(self) -> str:
        line = self.line
        parts = [
            colour_label(line.colour) if line.colour else "",
            phase_label(line.phase) if line.phase else "",
            self._since(),
        ]
        return " · ".join(part for part in parts if part)

    def _since(self) -> str:
        """`sinds 6 jul 2026, 147 dagen`: the day of this phase, and not of the case."""
        began, days = self.line.phase_began, self.line.days_in_phase(self._today)
        if began is None or days is None:
            return ""
        return _("sinds {date}, {days}").format(date=format_date_short(began), days=days_words(days))

    def _meeting_words(self) -> str:
        line = self.line
        if line.meeting is None:
            return _("nog geen beraad")
        if line.agreed_next and not is_planned(line):
            when = moment_words(line.agreed_next_at, self._today)
            return " · ".join(part for part in (when, line.agreed_next_place) if part)
        when = moment_words(line.meeting_starts_at, self._today)
        return f"{when} · {meeting_title(line.meeting_number)}"

    def _name_for_readers(self) -> None:
        line = self.line
        told = [family_title(line.family_name), self._course(), self._meeting_words()]
        told += [item.text for item in self.attention]
        self.setAccessibleName(", ".join(told))
        self.open_meeting.setAccessibleName(
            _("Beraad openen van {name}").format(name=family_title(line.family_name))
        )

    def _on_open_meeting(self) -> None:
        if self.line.meeting:
            self.meeting_requested.emit(self.line.reference, self.line.meeting)


def _two_lines(first: str, second: str) -> QWidget:
    lines = QWidget()
    column = QVBoxLayout(lines)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(TextLabel(first, "strong"))
    column.addWidget(TextLabel(second, "soft"))
    return lines
