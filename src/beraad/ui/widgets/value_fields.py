"""Fields for a choice, a number, a day and a time, changed only by a click or a key, not by the wheel."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QPalette,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QDateTimeEdit,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QTimeEdit,
)
from typing_extensions import override

from beraad.ui.theme import Theme
from beraad.ui.widgets.calendar import Calendar
from beraad.ui.widgets.day_text import day_in
from beraad.ui.widgets.focus_moves import has_moved_within_page

if TYPE_CHECKING:
    _Box = QDateTimeEdit
else:
    # A class can have only one Qt base: each kind of box adds its own.
    _Box = object

_OPEN = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, *_OPEN)
_CHOOSE = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
_DAY = re.compile("[0-9]|[0-2][0-9]|3[01]")
_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


_NOT_BY_WHEEL = Qt.FocusPolicy.StrongFocus
"""Focus policy: else the wheel would focus the field, and so place what is typed elsewhere."""

_WIDEST = 290
"""Largest width in pixels at 100 %."""


class ChoiceBox(QComboBox):
    """List to choose one from, after opening it with a click, space or an arrow.

    It is as wide as its choices, up to a limit; longer ones end in …. In a narrow place it is as wide as the
    present choice. Closed, it leaves the wheel to the page, and no letter chooses the first item that begins
    with it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(_NOT_BY_WHEEL)
        self.currentIndexChanged.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return self._narrowed(super().sizeHint())

    @override
    def minimumSizeHint(self) -> QSize:
        size, metrics = super().minimumSizeHint(), self.fontMetrics()
        if self.isEditable():
            return self._narrowed(size)
        widths = [metrics.horizontalAdvance(self.itemText(place)) for place in range(self.count())]
        present = metrics.horizontalAdvance(self.currentText() or self.placeholderText())
        return self._narrowed(size - QSize(max(0, max(widths, default=0) - present), 0))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0 and not self.isEditable():
            option.currentText = self.placeholderText()
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def _narrowed(self, size: QSize) -> QSize:
        """Return the size within the limit, so that names that people wrote do not widen the page."""
        return size.boundedTo(QSize(round(_WIDEST * Theme.current().scale), size.height()))

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        held = event.modifiers() & _HELD
        chooses = event.key() in _CHOOSE or bool(event.text().strip())
        if event.key() in _OPEN and not held:
            self.showPopup()
        elif chooses and not held and not self.isEditable():
            event.ignore()
        else:
            super().keyPressEvent(event)


_COMES_BACK = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Reasons of losing the focus after which it comes back, such as the closing of a calendar."""


def _comes_back(event: QEvent) -> bool:
    return isinstance(event, QFocusEvent) and event.reason() in _COMES_BACK


class _ToldWhole(_Box):
    """Box that takes a half-typed value only at Enter, an arrow, or going on to something of its page.

    Qt also takes it when the box is hidden, or the window or page changes; this box then restores the old
    value. It does so in `event`, since a filter would be called while Qt destroys the box, which ends the
    program. The wheel scrolls the page.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(_NOT_BY_WHEEL)
        self.setKeyboardTracking(False)

    def take_back(self) -> None:
        """Restore the value from before the typing."""
        raise NotImplementedError

    @override
    def event(self, event: QEvent, /) -> bool:
        left = event.type() == QEvent.Type.FocusOut and not has_moved_within_page(self)
        if left or event.type() in (QEvent.Type.Hide, QEvent.Type.Close):
            self.take_back()
        return super().event(event)

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()


class _Proposing(_ToldWhole):
    """Field for a moment that the program may propose: it has no value until somebody takes it.

    A proposal ends where a half-typed value would be restored.
    """

    told = Signal()
    """The user set another moment."""
    proposal_changed = Signal()
    """A proposal appeared or ended."""
    proposal_left = Signal()
    """Nobody took the proposal, and the focus or the page has gone."""

    def __init__(self) -> None:
        super().__init__()
        self._is_proposed = False

    @property
    def is_proposed(self) -> bool:
        """True while the moment is a proposal that nobody took yet."""
        return self._is_proposed

    def propose(self, *, proposed: bool = True) -> None:
        """Set whether the moment in the field is a proposal."""
        if proposed is not self._is_proposed:
            self._is_proposed = proposed
            self.proposal_changed.emit()

    def take(self) -> None:
        """Take the moment in the field, as Enter does."""
        with self._taking():
            self.interpretText()

    @contextmanager
    def _taking(self) -> Iterator[None]:
        """Emit a proposal that is taken unchanged inside the context; Qt emits only changed moments."""
        untouched = self.text() == self.textFromDateTime(self.dateTime())
        yield
        if self._is_proposed and untouched:
            self._tell()

    def _tell(self) -> None:
        self.propose(proposed=False)
        self.told.emit()

    @override
    def event(self, event: QEvent, /) -> bool:
        goes = event.type() == QEvent.Type.FocusOut and not _comes_back(event)
        if goes and has_moved_within_page(self):
            with self._taking():
                handled = super().event(event)
        else:
            handled = super().event(event)
        if self._is_proposed and (goes or event.type() in (QEvent.Type.Hide, QEvent.Type.Close)):
            self.proposal_left.emit()
        return handled

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _TAKES:
            with self._taking():
                super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)


class NumberBox(_ToldWhole, QSpinBox):
    """Whole number, emitted when complete: at Enter, an arrow, or going on. The wheel scrolls the page."""

    @override
    def take_back(self) -> None:
        self.setValue(self.value())


class DayBox(_Proposing, QDateEdit):
    """Day, emitted when complete: at Enter, an arrow, or going on. The wheel scrolls the page.

    It is typed in parts as in Qt, or as a whole over the day that stands there: 30-11-2026, 30 nov. A day
    clicked in the calendar is shown as if it had been typed: visible, but not emitted yet.
    """

    def __init__(self) -> None:
        super().__init__()
        self._before: QDate | None = None
        """Day that stood there when the calendar was opened, while it is open."""
        self._clicked: QDate | None = None
        """Day that was clicked in the calendar, until it is taken or left."""
        self._typed = ""
        """Text typed since the focus came to the number of the day."""
        self._whole = False
        """True while that text stands in the field instead of a day in parts."""
        self.dateChanged.connect(self._on_date_changed)

    @override
    def take(self) -> None:
        super().take()
        self._begin_anew()

    @override
    def event(self, event: QEvent, /) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.FocusIn:
            self._show_clicked()
        elif event.type() in (QEvent.Type.Hide, QEvent.Type.Close) or (
            event.type() == QEvent.Type.FocusOut and not _comes_back(event)
        ):
            self._clicked = None
        return handled

    @override
    def take_back(self) -> None:
        self.setDateTime(self.dateTime())
        self._begin_anew()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        self._clicked = None
        held = event.modifiers() & _HELD
        typed = event.text() if event.text().isprintable() and not held else ""
        pasted = (
            QApplication.clipboard().text().strip() if event.matches(QKeySequence.StandardKey.Paste) else ""
        )
        if pasted and self._day_in(pasted):
            self._show_whole(pasted)
        elif typed and self._is_typed_whole(typed):
            self._show_whole(self._typed + typed)
        elif self._whole and event.key() == Qt.Key.Key_Backspace:
            self._show_whole(self._typed[:-1])
        else:
            if not self._whole:
                self._typed = self._typed + typed if typed else ""
            if typed.isdigit() and self.lineEdit().selectedText().isalpha():
                self._go_to_number()
            super().keyPressEvent(event)
            if event.key() in _TAKES:
                self._begin_anew()

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        if self.calendarPopup() and not self.findChild(Calendar):
            calendar = Calendar()
            calendar.opened.connect(self._on_calendar_opened)
            calendar.closed.connect(self._on_calendar_closed)
            self.setCalendarWidget(calendar)
        super().mousePressEvent(event)

    @override
    def validate(self, text: str, position: int, /) -> tuple[QValidator.State, str, int]:
        if self._whole:
            state = QValidator.State.Acceptable if self._day_in(text) else QValidator.State.Intermediate
            return state, text, position
        return super().validate(text, position)

    @override
    def dateTimeFromText(self, text: str, /) -> QDateTime:
        day = self._day_in(text) if self._whole else None
        return (
            QDateTime(QDate(day.year, day.month, day.day), self.time())
            if day
            else super().dateTimeFromText(text)
        )

    @override
    def fixup(self, text: str, /) -> str:
        # An invalid day is restored; Qt would turn 31 November into the 30th.
        return text if self._whole else super().fixup(text)

    def _is_typed_whole(self, typed: str) -> bool:
        """Return True if the text typed so far cannot be the number of a day."""
        line = self.lineEdit()
        if line.selectedText() == line.text():
            self._typed = ""
            return typed.isalnum()
        if not self._typed and self.currentSection() != QDateEdit.Section.DaySection:
            return self._whole
        return self._whole or (self._typed.isdigit() and not _DAY.fullmatch(self._typed + typed))

    def _go_to_number(self) -> None:
        """Move from the name of the day, where Qt ignores digits, to its number."""
        if self.currentSectionIndex() == 0 and self.displayFormat().startswith("ddd"):
            self.setCurrentSectionIndex(1)
            self.setSelectedSection(self.currentSection())

    def _show_whole(self, text: str) -> None:
        self._whole, self._typed = True, text
        line = self.lineEdit()
        # Without the signal of a moved cursor, after which Qt takes the value as complete.
        line.blockSignals(True)
        line.setText(text)
        line.blockSignals(False)
        line.textChanged.emit(text)

    def _on_date_changed(self) -> None:
        self._begin_anew()
        if self._before is None:
            self._clicked = None
            self._tell()

    def _on_calendar_opened(self) -> None:
        self._before = self.date()

    def _on_calendar_closed(self) -> None:
        """Restore the day that was there, and show the clicked one in its place as typed words."""
        before, clicked = self._before, self.date()
        if before is not None and clicked != before:
            self.setDate(before)
            self._clicked = clicked
            QTimer.singleShot(0, self, self._show_clicked)
        self._before = None

    def _show_clicked(self) -> None:
        """Show the clicked day, if the focus is back in the field."""
        if self._clicked is not None and self.hasFocus():
            self._show_whole(self.locale().toString(self._clicked, self.displayFormat()))
            self._typed = ""  # what is typed next comes in its place

    def _begin_anew(self) -> None:
        self._whole, self._typed = False, ""

    def _day_in(self, text: str) -> dt.date | None:
        day = self.date()
        return day_in(text, dt.date(day.year(), day.month(), day.day()))


class TimeBox(_Proposing, QTimeEdit):
    """Time of day, emitted when complete: at Enter, an arrow, or going on. The wheel scrolls the page."""

    def __init__(self) -> None:
        super().__init__()
        self.timeChanged.connect(self._tell)

    @override
    def take_back(self) -> None:
        self.setDateTime(self.dateTime())


ValueBox = NumberBox | DayBox | TimeBox


def is_half_typed(box: ValueBox) -> bool:
    """Return True if the text differs from that of the value, or is a proposal not taken."""
    if isinstance(box, NumberBox):
        whole = f"{box.prefix()}{box.textFromValue(box.value())}{box.suffix()}"
    elif box.is_proposed:
        return True
    else:
        whole = box.textFromDateTime(box.dateTime())
    return box.lineEdit().text() != whole
