"""Card of an agreement that runs: whose it is, who looks at it, and what came of it so far."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from beraad.i18n import _, format_date_weekday, format_list
from beraad.services.follow_up import CheckLine, Followed, is_due
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import button, icon_button
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.pill import Pill
from beraad.ui.widgets.result_mark import result_mark
from beraad.ui.widgets.text_label import TextLabel

_SHOWN = 4
"""Number of checks that stand there at first; a button shows the earlier ones."""


class FollowedCard(QFrame):
    """Agreement with its last checks, newest first."""

    check_requested = Signal(object)
    """A `Followed`."""
    correction_requested = Signal(object, int)
    """A `Followed`, and the number of a check."""

    def __init__(self, followed: Followed, today: dt.date, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._followed, self._today = followed, today
        self.setProperty("role", "panel")
        theme = Theme.current()
        gap = theme.size("space", "large")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(gap, gap, gap, gap)
        self._column.setSpacing(theme.size("space", "tight"))
        self._column.addWidget(TextLabel(followed.what, "strong"))
        self._column.addWidget(TextLabel(self._whose(), "soft"))
        self._column.addLayout(self._marks())
        newest = tuple(reversed(followed.checks))
        for check in newest[:_SHOWN]:
            self._column.addWidget(self._line(check))
        self._earlier = [self._line(check) for check in newest[_SHOWN:]]
        for line in self._earlier:
            self._column.addWidget(line)
            line.hide()
        self._column.addLayout(self._buttons())

    def _whose(self) -> str:
        followed = self._followed
        owners = format_list(followed.owners) or _("van niemand")
        looks = _("kijkt: {called}").format(called=followed.checked_by) if followed.checked_by else ""
        return " · ".join(part for part in (owners, looks) if part)

    def _marks(self) -> FlowLayout:
        row, look = FlowLayout(), self._followed.look
        if look.by is not None and look.by < self._today:
            row.addWidget(Pill(_("te laat gevraagd"), "danger"))
        elif is_due(look, self._today):
            row.addWidget(Pill(_("nu vragen"), "amber"))
        elif look.on is not None:
            row.addWidget(Pill(_("vragen op {day}").format(day=format_date_weekday(look.on))))
        if self._followed.looks_at_own:
            row.addWidget(Pill(_("kijkt naar de eigen afspraak"), "amber"))
        if repeated := self._followed.repeated:
            note, count = repeated
            row.addWidget(Pill(_("{count} keer niet: {note}").format(count=count, note=note), "danger"))
        if self._followed.begun:
            row.addWidget(Pill(_("een notitie wacht"), "amber"))
        if not self._followed.checks:
            row.addWidget(Pill(_("nog niet gevraagd")))
        return row

    def _line(self, check: CheckLine) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        day = format_date_weekday(check.on) if check.on else _("geen dag")
        row.addWidget(TextLabel(day, "small", wrap=False))
        row.addWidget(result_mark(check.result), 0, Qt.AlignmentFlag.AlignVCenter)
        words = [check.note or ""]
        if check.called and check.own_word:
            words.append(_("zei {called} zelf").format(called=check.called))
        elif check.called:
            words.append(_("zei {called}").format(called=check.called))
        if check.corrected:
            words.append(_("verbeterd"))
        row.addWidget(
            TextLabel(" · ".join(filter(None, words)), "small", tone="amber" if check.own_word else ""), 1
        )
        says = _("Antwoord van {day} verbeteren: {what}").format(day=day, what=self._followed.what)
        row.addWidget(
            icon_button("edit", says, partial(self.correction_requested.emit, self._followed, check.number))
        )
        return line

    def _buttons(self) -> FlowLayout:
        row = FlowLayout()
        asked = button(_("Opschrijven hoe het ging…"), partial(self.check_requested.emit, self._followed))
        asked.setAccessibleName(f"{asked.text()} {self._followed.what}")
        row.addWidget(asked)
        if self._earlier:
            self._more = button(_("Eerdere antwoorden"), self._show_earlier, role="quiet")
            row.addWidget(self._more)
        return row

    def _show_earlier(self) -> None:
        for line in self._earlier:
            line.show()
        self._more.hide()
