"""Base of the fields for a day and for a time: empty until one chooses, and empty again on request."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from beraad.i18n import _, spoken
from beraad.ui.theme import Theme
from beraad.ui.when_released import WhenReleased
from beraad.ui.widgets.buttons import button, icon_button
from beraad.ui.widgets.value_fields import DayBox, TimeBox, is_half_typed


class OptionalMoment(QWidget):
    """Button to choose with; once chosen, the field itself and a cross to empty it.

    It begins with a proposal. A proposal, or a click in a calendar, is only told when it is taken over: by
    Enter, a button, or going on.

    Entering the field selects its `first_part` (place in the display format) for typing; a click in a field
    that has the focus already goes to the part that was clicked.
    """

    def __init__(
        self,
        field: DayBox | TimeBox,
        *,
        label: str,
        choose: str,
        first_part: int,
        propose: Callable[[], None],
        on_clear: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._field, self._first_part, self._just_entered = field, first_part, False
        field.setAccessibleName(label)
        # Numbers and names of days as the program speaks, and one telling for one choice.
        field.setLocale(QLocale(spoken().locale))
        field.setKeyboardTracking(False)
        self._propose = propose
        self._choose = button(choose, self._begin)
        self._choose.setAccessibleName(f"{label}: {choose}")
        self._clear = icon_button("close", _("{label}: leegmaken").format(label=label), on_clear)
        # A click on it is no going on, which would take over what it throws away.
        self._clear.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Behind the cross: nothing that was there moves when it comes.
        self._take = button(_("Neem over"), field.take, role="primary")
        self._take.setAccessibleName(f"{label}: {self._take.text()}")
        self._take.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._take.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Theme.current().size("space", "tight"))
        for widget in (self._choose, field, self._clear, self._take):
            row.addWidget(widget)
        row.addStretch(1)
        # What comes and goes moves what stands behind it: not under a pressed button.
        self._offer_to_take = WhenReleased(self._show_take, parent=self).ask
        self._let_go = WhenReleased(self._clear_proposed, parent=self).ask
        field.lineEdit().textChanged.connect(self._offer_to_take)
        field.editingFinished.connect(self._offer_to_take)
        field.proposal_changed.connect(self._offer_to_take)
        field.proposal_left.connect(self._on_left)
        field.installEventFilter(self)
        # Clicks in the text come to the line inside the field.
        for line in field.findChildren(QLineEdit):
            line.installEventFilter(self)

    @property
    def is_chosen(self) -> bool:
        """True while it holds a moment that somebody chose or took over."""
        return not self._field.isHidden() and not self._field.is_proposed

    def show_filled(self, *, filled: bool) -> None:
        """Show the field, or the button to choose with; a proposal stays to be taken."""
        if not filled and self._field.is_proposed:
            return
        self._field.propose(proposed=False)
        self._show_field(shown=filled)

    def clear(self) -> bool:
        """Empty it without emitting a signal; return False if it only held a proposal."""
        chosen = self.is_chosen
        self._field.propose(proposed=False)
        self._show_field(shown=False)
        return chosen

    def _show_field(self, *, shown: bool) -> None:
        self._choose.setVisible(not shown)
        self._field.setVisible(shown)
        self._clear.setVisible(shown)
        self._show_take()

    def _begin(self) -> None:
        self._propose()
        # Before the keyboard goes there: what it leaves may be placed, and the page shown anew.
        self._field.propose()
        self.begin_typing()

    def _on_left(self) -> None:
        # After what hides the field is done with it.
        QTimer.singleShot(0, self, self._let_go)

    def _clear_proposed(self) -> None:
        if self._field.is_proposed:
            self.clear()

    def _show_take(self) -> None:
        self._take.setVisible(not self._field.isHidden() and is_half_typed(self._field))

    def begin_typing(self) -> None:
        """Focus the field, with the part selected that is typed first."""
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
