"""One step of the plan for today: whether it is held, and how long."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleAgendaItem
from beraad.i18n import _, spoken
from beraad.step_facts import FACTS
from beraad.ui.theme import Theme
from beraad.ui.widgets.value_fields import NumberBox
from beraad.words.meeting import step_title


class AgendaRow(QWidget):
    """Row with a tick to hold the step, and its minutes."""

    minutes_chosen = Signal(object, int)
    """`Step`, and its minutes."""
    held_chosen = Signal(object, bool)
    """`Step`, and True if it is held."""

    def __init__(self, item: ConsoleAgendaItem, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        step = item.step
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Theme.current().size("space", "small"))
        self._held = QCheckBox(step_title(step, spoken()))
        self._held.setEnabled(not FACTS[step].seats)
        self._minutes = NumberBox()
        self._minutes.setRange(0, 24 * 60)
        self._minutes.setSingleStep(5)
        self._minutes.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._minutes.setSuffix(_(" min"))
        self._minutes.setAccessibleName(_("{step}: minuten").format(step=step_title(step, spoken())))
        row.addWidget(self._held, 1)
        row.addWidget(self._minutes)
        self.show_item(item)
        self._held.clicked.connect(lambda held: self.held_chosen.emit(step, held))
        self._minutes.valueChanged.connect(lambda minutes: self.minutes_chosen.emit(step, minutes))

    def show_item(self, item: ConsoleAgendaItem) -> None:
        """Show the saved step."""
        self._held.setChecked(not item.skipped)
        self._minutes.setEnabled(not item.skipped)
        self._minutes.blockSignals(True)
        self._minutes.setValue(item.planned_minutes)
        self._minutes.blockSignals(False)
