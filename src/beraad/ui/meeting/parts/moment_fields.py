"""Shared by the fields for a day and for a time: empty until one chooses, and empty again on request."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QWidget

from beraad.i18n import _, language
from beraad.ui.meeting.parts.buttons import button, icon_button
from beraad.ui.theme import Theme


class OptionalMoment(QWidget):
    """A button to choose with; once chosen, the field itself and a cross."""

    def __init__(
        self,
        field: QDateTimeEdit,
        *,
        label: str,
        choose: str,
        on_begin: Callable[[], None],
        on_clear: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._field = field
        field.setAccessibleName(label)
        # Numbers and names of days as the program speaks, and one telling for one choice.
        field.setLocale(QLocale("nl_NL" if language() == "nl" else "en_GB"))
        field.setKeyboardTracking(False)
        self._choose = button(choose, on_begin)
        self._choose.setAccessibleName(f"{label}: {choose}")
        self._clear = icon_button("close", _("{label}: leegmaken").format(label=label), on_clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Theme.current().size("space", "tight"))
        for widget in (self._choose, field, self._clear):
            row.addWidget(widget)
        row.addStretch(1)

    def show_filled(self, *, filled: bool) -> None:
        """Show the field, or the button to choose with."""
        self._choose.setVisible(not filled)
        self._field.setVisible(filled)
        self._clear.setVisible(filled)
