"""List of the cases, however many there are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.services.cases import CaseLine
from beraad.ui.pages.cases.case_lines import LINE, WORDS, CaseLines, FoundLines, Index
from beraad.ui.pages.cases.line_words import LineWords
from beraad.ui.pages.cases.row_painter import RowPainter, meeting_button
from beraad.ui.sentence_guard import IS_SEARCHED
from beraad.ui.theme import set_styled

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_GOING = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Place of the user in the list."""

    chosen: str | None = None
    """Reference of the chosen case."""
    top: str | None = None
    """Reference of the first visible case."""
    above: int = 0
    """Pixels of it that are scrolled away."""


class CaseList(QListView):
    """Lines that match a search. Arrows go from one to the next, Enter or a click opens the case.

    The Tab key leads from a line to its button *Beraad openen*. In the chosen line the button is a widget,
    for the keyboard and a screen reader. In the others it is painted, for the mouse.
    """

    case_requested = Signal(str)
    meeting_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = CaseLines(self)
        self._found = FoundLines(self._lines, self)
        self._painter = RowPainter(self)
        self._pressed = QPoint()
        self._build()
        self._connect()

    @property
    def count(self) -> int:
        """Number of cases that match the search."""
        return self._found.rowCount()

    def show_lines(self, lines: Sequence[CaseLine], today: dt.date) -> None:
        """Show these cases. The place in the list stays, as far as its cases are still there."""
        place = self.place()
        self._lines.show(lines, today)
        self.go_to(place)

    def search(self, text: str) -> None:
        """Show the cases with these words and go to the first; without words show all, at the chosen one."""
        self._found.search(text)
        if text.strip() and self.count:
            self.setCurrentIndex(self._found.index(0, 0))
        self._lay_out()
        self.scrollTo(self.currentIndex())

    def place(self) -> ListPlace:
        """Return the place of the user in the list."""
        top = self.indexAt(QPoint(1, 1))
        return ListPlace(
            _reference(self.currentIndex()),
            _reference(top),
            -self.visualRect(top).top() if top.isValid() else 0,
        )

    def go_to(self, place: ListPlace) -> None:
        """Restore a place in the list."""
        rows = self._lines.rows_of((place.chosen, place.top))
        chosen, top = (self._found.mapFromSource(self._lines.index(row)) for row in rows)
        if chosen.isValid():
            self.setCurrentIndex(chosen)
        self._lay_out()
        if top.isValid():
            self.scrollTo(top, QAbstractItemView.ScrollHint.PositionAtTop)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + place.above)

    def go_in(self) -> None:
        """Focus the list, on the chosen line or else the first."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._found.index(0, 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_chosen(self) -> None:
        """Open the chosen case."""
        if (reference := _reference(self.currentIndex())) is not None:
            self.case_requested.emit(reference)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.maximumHeight())

    # -- events --------------------------------------------------------------------------------------

    @override
    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        self._place_button()

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_button()

    @override
    def scrollContentsBy(self, across: int, down: int, /) -> None:
        super().scrollContentsBy(across, down)
        self._place_button()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        # Reserve the width of the scroll bar always, so that the rows are the same with and without it.
        bar = self.verticalScrollBar().sizeHint().width()
        self._painter.layout.fit(self.width() - 2 * self.frameWidth() - bar)
        self._bound_height()
        super().resizeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _OPENING:
            self.open_chosen()
            return
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Pass the keys that move in the list on to it, also if its button has the focus."""
        if watched is self._button and isinstance(event, QKeyEvent) and event.key() in _GOING:
            if event.type() is QEvent.Type.KeyPress:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
                self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    # -- inside --------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setProperty(IS_SEARCHED, True)
        self._button = meeting_button(self.viewport(), today=False)
        self._button.hide()
        self._button.installEventFilter(self)
        self.setModel(self._found)
        self.setItemDelegate(self._painter)
        self.setProperty("role", "rows")
        self.setAccessibleName(_("Zaken"))
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def _connect(self) -> None:
        self.clicked.connect(self._on_clicked)
        self._button.clicked.connect(lambda: self._open_meeting(self.currentIndex()))

    def _on_clicked(self, index: QModelIndex) -> None:
        words: LineWords = index.data(WORDS)
        if self._painter.layout.button(words, self.visualRect(index)).contains(self._pressed):
            self._open_meeting(index)
        else:
            self.open_chosen()

    def _open_meeting(self, index: QModelIndex) -> None:
        line: CaseLine = index.data(LINE)
        if line.meeting is not None:
            self.meeting_requested.emit(line.reference, line.meeting)

    def _lay_out(self) -> None:
        """Lay out every line now, so that the list can scroll to one."""
        self._bound_height()
        self.executeDelayedItemsLayout()

    def _bound_height(self) -> None:
        """Set the height between one row and all rows."""
        row, frame = self._painter.layout.height, 2 * self.frameWidth()
        self.setMinimumHeight(row + frame)
        self.setMaximumHeight(row * max(self.count, 1) + frame)
        self.updateGeometry()

    def _place_button(self) -> None:
        index = self.currentIndex()
        words: LineWords | None = index.data(WORDS)
        if words is None or not words.offers_meeting:
            if self._button.hasFocus():
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._button.hide()
            return
        set_styled(self._button, "role", "primary" if words.is_today else "")
        self._button.setAccessibleName(_("Beraad openen van {name}").format(name=words.title[0]))
        self._button.setGeometry(self._painter.layout.button(words, self.visualRect(index)))
        self._button.show()


def _reference(index: Index) -> str | None:
    line: CaseLine | None = index.data(LINE)
    return None if line is None else line.reference
