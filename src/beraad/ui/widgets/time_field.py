"""Field to choose a time of day, or none."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QWidget

from beraad.i18n import _
from beraad.ui.widgets.moment_fields import OptionalMoment
from beraad.ui.widgets.value_fields import TimeBox


class TimeField(OptionalMoment):
    """Field for HH:MM, 00:00 to 23:59; `suggested` is the time it proposes."""

    time_changed = Signal(object)
    """HH:MM, or None."""

    def __init__(self, *, label: str, parent: QWidget | None = None) -> None:
        self._edit = TimeBox()
        self._edit.setDisplayFormat("HH:mm")
        self._edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.suggested = "20:00"
        super().__init__(
            self._edit,
            label=label,
            choose=_("Kies een tijd"),
            first_part=0,
            propose=lambda: self.show_time(self.suggested),
            on_clear=self._clear_time,
            parent=parent,
        )
        self._edit.told.connect(self._on_changed)
        self.show_time(None)

    def show_time(self, at: str | None) -> None:
        """Show this time without emitting a signal."""
        self.show_filled(filled=at is not None)
        if at is not None and at != self._edit.time().toString("HH:mm"):
            self._edit.blockSignals(True)
            self._edit.setTime(QTime.fromString(at, "HH:mm"))
            self._edit.blockSignals(False)

    def time(self) -> str | None:
        """Return the chosen time as HH:MM, or None."""
        return None if not self.is_chosen else self._edit.time().toString("HH:mm")

    def _clear_time(self) -> None:
        if self.clear():
            self.time_changed.emit(None)

    def _on_changed(self) -> None:
        self.time_changed.emit(self.time())
