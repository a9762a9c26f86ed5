"""Field to choose a day, or none."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from beraad.i18n import _
from beraad.ui.widgets.moment_fields import OptionalMoment
from beraad.ui.widgets.value_fields import DayBox


class DayField(OptionalMoment):
    """Field for a day, with a calendar; `suggested` is the day it proposes."""

    day_changed = Signal(object)
    """A `datetime.date`, or None."""

    def __init__(self, *, label: str, parent: QWidget | None = None) -> None:
        self._edit = DayBox()
        self._edit.setCalendarPopup(True)
        self._edit.setDisplayFormat("ddd d MMM yyyy")
        self.suggested = dt.date(2026, 1, 1)
        super().__init__(
            self._edit,
            label=label,
            choose=_("Kies een dag"),
            # Not the name of the day: in it the arrow keys stop at Sunday.
            first_part=1,
            propose=lambda: self.show_day(self.suggested),
            on_clear=self._clear_day,
            parent=parent,
        )
        self._edit.told.connect(self._on_changed)
        self.show_day(None)

    def show_day(self, day: dt.date | None) -> None:
        """Show this day without emitting a signal."""
        self.show_filled(filled=day is not None)
        if day is not None and self._qdate(day) != self._edit.date():
            self._edit.blockSignals(True)
            self._edit.setDate(self._qdate(day))
            self._edit.blockSignals(False)

    def day(self) -> dt.date | None:
        """Return the chosen day, or None."""
        if not self.is_chosen:
            return None
        date = self._edit.date()
        return dt.date(date.year(), date.month(), date.day())

    def _clear_day(self) -> None:
        if self.clear():
            self.day_changed.emit(None)

    def _on_changed(self) -> None:
        self._offer_to_take()
        self.day_changed.emit(self.day())

    @staticmethod
    def _qdate(day: dt.date) -> QDate:
        return QDate(day.year, day.month, day.day)
