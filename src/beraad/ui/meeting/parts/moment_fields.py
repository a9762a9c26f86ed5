"""Shared by the fields for a day and for a time: empty until one chooses, and empty again on request."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from beraad.i18n import _, language
from beraad.ui.meeting.parts.buttons import button, icon_button
from beraad.ui.theme import Theme


class OptionalMoment(QWidget):
    """A button to choose with; once chosen, the field itself and a cross.

    Whoever comes to the field types from its `first_part` on (its place in the display format); a click
    in a field that one is in already goes to the part that was clicked.
    """

    def __init__(
        self,
        field: QDateTimeEdit,
        *,
        label: str,
        choose: str,
        first_part: int,
        on_begin: Callable[[], None],
        on_clear: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._field, self._first_part, self._just_entered = field, first_part, False
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
        self._row = row
        field.installEventFilter(self)
        # Clicks in the text come to the line inside the field.
        for line in field.findChildren(QLineEdit):
            line.installEventFilter(self)

    def add_behind(self, widget: QWidget) -> None:
        """Put a widget behind all else, hidden."""
        widget.hide()
        self._row.insertWidget(self._row.count() - 1, widget)

    def show_filled(self, *, filled: bool) -> None:
        """Show the field, or the button to choose with."""
        self._choose.setVisible(not filled)
        self._field.setVisible(filled)
        self._clear.setVisible(filled)

    def begin_typing(self) -> None:
        """The keyboard in the field, with the part selected that is typed first."""
        self._field.setFocus()
        self._select(self._first_part)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus() and watched is self._field:
            self._just_entered = event.reason() is Qt.FocusReason.MouseFocusReason
            if event.reason() is Qt.FocusReason.TabFocusReason:
                # Qt selects a part of its own after this.
                QTimer.singleShot(0, self._field, lambda: self._select(self._first_part))
        elif event.type() == QEvent.Type.MouseButtonRelease and watched is not self._field:
            # Without a selected part Qt puts what is typed beside what stands there.
            self._select(self._first_part if self._just_entered else self._field.currentSectionIndex())
            self._just_entered = False
        return False

    def _select(self, part: int) -> None:
        self._field.setCurrentSectionIndex(part)
        self._field.setSelectedSection(self._field.currentSection())
