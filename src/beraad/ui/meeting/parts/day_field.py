"""Choosing a day, or none."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QWidget

from beraad.i18n import _
from beraad.ui.meeting.parts.buttons import button
from beraad.ui.meeting.parts.moment_fields import OptionalMoment
from beraad.ui.widgets.value_fields import DayBox, is_half_typed


class DayField(OptionalMoment):
    """A day with a calendar to choose from. `suggested` is what it begins with.

    What is typed or clicked in the calendar is told when it is taken over: by Enter, a button, or going on.
    """

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
            on_begin=self._begin,
            on_clear=self._clear_day,
            parent=parent,
        )
        # Behind the cross: nothing that was there moves when it comes.
        self._take = button(_("Neem over"), self._edit.take, role="primary")
        self._take.setAccessibleName(f"{label}: {self._take.text()}")
        self._take.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.add_behind(self._take)
        self._edit.day_told.connect(self._on_changed)
        self._edit.lineEdit().textChanged.connect(self._offer_to_take)
        self._edit.editingFinished.connect(self._offer_to_take)
        self.show_day(None)

    def show_day(self, day: dt.date | None) -> None:
        """Show this without telling anybody."""
        self.show_filled(filled=day is not None)
        self._take.hide()
        if day is not None and self._qdate(day) != self._edit.date():
            self._edit.blockSignals(True)
            self._edit.setDate(self._qdate(day))
            self._edit.blockSignals(False)

    def day(self) -> dt.date | None:
        """What is chosen."""
        if self._edit.isHidden():
            return None
        date = self._edit.date()
        return dt.date(date.year(), date.month(), date.day())

    def _begin(self) -> None:
        self.show_day(self.suggested)
        self.begin_typing()
        self.day_changed.emit(self.suggested)

    def _clear_day(self) -> None:
        self.show_day(None)
        self.day_changed.emit(None)

    def _on_changed(self) -> None:
        self._offer_to_take()
        self.day_changed.emit(self.day())

    def _offer_to_take(self) -> None:
        self._take.setVisible(not self._edit.isHidden() and is_half_typed(self._edit))

    @staticmethod
    def _qdate(day: dt.date) -> QDate:
        return QDate(day.year, day.month, day.day)
