"""Panel beside the cases: the meetings of this week, and the copies to hand out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from beraad.i18n import _, ngettext, spoken
from beraad.services.attention import is_planned
from beraad.services.cases import CaseLine
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.case import family_title, meeting_title, moment_label

_DAYS = 7
MOST = 8
"""Most meetings or plans that are named; the others are counted."""


class ThisWeek(QFrame):
    """Meetings from today for seven days, and the plans that can be printed for everybody."""

    print_requested = Signal(str)

    def __init__(self, lines: Sequence[CaseLine], *, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        theme = Theme.current()
        large = theme.size("space", "large")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(large, large, large, large)
        self._column.setSpacing(theme.size("space", "small"))
        self._column.addWidget(SectionHeading(_("Deze week"), icon="calendar"))
        self._show_meetings(_soon(lines, today), today)
        printable = [line for line in lines if line.agreed and line.copies]
        if printable:
            rule = QFrame()
            rule.setProperty("role", "line")
            self._column.addWidget(rule)
            self._column.addWidget(SectionHeading(_("Uit te delen"), icon="print"))
            for line in printable[:MOST]:
                self._show_copies(line)
            self._show_more(len(printable))
        self._column.addStretch(1)

    def _show_meetings(self, soon: Sequence[CaseLine], today: dt.date) -> None:
        if not soon:
            self._column.addWidget(TextLabel(_("Geen beraad deze week."), "soft"))
        for line in soon[:MOST]:
            when = moment_label(line.meeting_starts_at, today, spoken())
            self._column.addWidget(TextLabel(when[:1].upper() + when[1:], "strong"))
            told = (
                f"{family_title(line.family_name, spoken())} · {meeting_title(line.meeting_number, spoken())}"
            )
            self._column.addWidget(TextLabel(told))
        self._show_more(len(soon))

    def _show_copies(self, line: CaseLine) -> None:
        count = ngettext("{count} exemplaar", "{count} exemplaren", line.copies).format(count=line.copies)
        self._column.addWidget(TextLabel(f"{family_title(line.family_name, spoken())}: {count}"))
        button = QPushButton(_("Printen voor iedereen…"))
        set_icon(button, "print")
        button.setAccessibleName(
            _("Printen voor iedereen van {name}").format(name=family_title(line.family_name, spoken()))
        )
        button.clicked.connect(lambda: self.print_requested.emit(line.reference))
        self._column.addWidget(button)

    def _show_more(self, count: int) -> None:
        if count > MOST:
            self._column.addWidget(TextLabel(_("en nog {count}").format(count=count - MOST), "soft"))


def _soon(lines: Sequence[CaseLine], today: dt.date) -> list[CaseLine]:
    """Return the meetings of seven days, soonest first, which is not the order of the list."""
    first, until = today.isoformat(), (today + dt.timedelta(days=_DAYS)).isoformat()
    planned = [
        (line.meeting_starts_at, line) for line in lines if is_planned(line) and line.meeting_starts_at
    ]
    soon = [(starts_at, line) for starts_at, line in planned if first <= starts_at[:10] < until]
    return [line for _starts_at, line in sorted(soon, key=lambda one: one[0])]
