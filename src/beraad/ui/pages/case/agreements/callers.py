"""Panel with the people who can be called about the agreements."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from beraad.i18n import _, format_date_weekday, ngettext
from beraad.services.follow_up import Caller
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.panels import panel
from beraad.ui.widgets.text_label import TextLabel


class Callers(QWidget):
    """Round by telephone: everybody who may be asked, with numbers, and how much waits for an answer."""

    call_requested = Signal(object)
    """A `Caller`."""

    def __init__(self, callers: Sequence[Caller], today: dt.date, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        box, self._column = panel(_("Belrondje"))
        around.addWidget(box)
        due = [caller for caller in callers if caller.due]
        if not due:
            self._column.addWidget(TextLabel(_("Alles is gevraagd."), "soft"))
        for caller in sorted(callers, key=lambda caller: not caller.due):
            self._show(caller)

    def _show(self, caller: Caller) -> None:
        line = QFrame()
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        self._column.addWidget(line)
        self._column.addWidget(TextLabel(caller.called, "strong"))
        told = " · ".join(caller.numbers) or _("geen telefoonnummer bekend")
        self._column.addWidget(TextLabel(told, "soft"))
        self._column.addWidget(TextLabel(self._waits(caller), "small"))
        row = FlowLayout()
        call = button(
            _("Bellen") if caller.due else _("Toch bellen"),
            partial(self.call_requested.emit, caller),
            role="primary" if caller.due else "",
            icon="phone",
        )
        call.setAccessibleName(_("{called} bellen").format(called=caller.called))
        row.addWidget(call)
        self._column.addLayout(row)

    def _waits(self, caller: Caller) -> str:
        asked = ngettext("{count} afspraak vragen", "{count} afspraken vragen", caller.due).format(
            count=caller.due
        )
        words = [asked] if caller.due else []
        if caller.call_again_on is not None:
            day = format_date_weekday(caller.call_again_on)
            words.append(_("weer bellen op {day}").format(day=day))
        return " · ".join(words) or _("niets te vragen")
