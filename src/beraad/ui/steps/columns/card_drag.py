"""Dragging of cards with the mouse, within a column and to another one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget
from shiboken6 import isValid
from typing_extensions import override

from beraad.terms import Column
from beraad.ui.steps.columns.statement_card import StatementCard
from beraad.ui.steps.columns.statement_column import StatementColumn
from beraad.ui.theme import Theme

_SCROLL_EVERY = 40
"""Milliseconds between two steps of scrolling while a card is held at an edge."""


class CardDrag(QObject):
    """Carries a card under the mouse over the columns of `page`; a line shows where it would come.

    A press without a move is a click. Escape puts the card back.
    """

    dropped = Signal(str, object, object, QPoint)
    """Id, the `Column`, the id it comes in front of (None: the end), and the place on the screen."""

    def __init__(self, page: QWidget, columns: Mapping[Column, StatementColumn]) -> None:
        super().__init__(page)
        self._page, self._columns = page, columns
        self._card: StatementCard | None = None
        self._from: QPoint | None = None
        self._at = QPoint()
        self._ghost: QLabel | None = None
        self._line = QFrame(page)
        self._line.setProperty("role", "drop")
        self._line.hide()
        self._scroll = QTimer(self, interval=_SCROLL_EVERY)
        self._scroll.timeout.connect(self._on_scroll)

    def watch(self, card: StatementCard) -> None:
        """Let this card be dragged."""
        card.face.pressed.connect(partial(self._on_press, card))

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        deal: Callable[[QMouseEvent], bool] | None = {
            QEvent.Type.MouseMove: self._on_move,
            QEvent.Type.MouseButtonRelease: self._on_release,
        }.get(event.type())
        if deal is not None and isinstance(event, QMouseEvent):
            return deal(event)
        if self._ghost is not None and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._stop()
            return True
        return False

    def _on_press(self, card: StatementCard, at: QPoint) -> None:
        if card.editor is None:
            self._stop()
            self._card, self._from = card, at
            # Only while it is held: a hundred cards would tell of each of their events.
            card.face.installEventFilter(self)

    def _on_move(self, event: QMouseEvent) -> bool:
        card, start = self._card, self._from
        if card is None or start is None or not isValid(card):
            return False
        at = event.globalPosition().toPoint()
        if self._ghost is None:
            if (at - start).manhattanLength() < QApplication.startDragDistance():
                return False
            self._lift(card)
        self._carry(at)
        return True

    def _on_release(self, event: QMouseEvent) -> bool:
        carried, card = self._ghost is not None, self._card
        at = event.globalPosition().toPoint()
        target = self._target(at) if carried else None
        self._stop()
        if carried and card is not None and isValid(card) and target is not None:
            column, before, _line = target
            self.dropped.emit(card.statement.id, column, before, at)
        return carried

    def _on_scroll(self) -> None:
        target = self._target(self._at)
        if target is not None:
            widget = self._columns[target[0]]
            widget.scroll_along(widget.mapFromGlobal(self._at))
            self._carry(self._at)

    def _lift(self, card: StatementCard) -> None:
        """Show a picture of the card under the mouse; the card itself stays until it is put down."""
        self._ghost = ghost = QLabel(self._page)
        ghost.setPixmap(card.grab())
        ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        ghost.adjustSize()
        ghost.show()
        card.setFocus()
        self._scroll.start()

    def _carry(self, at: QPoint) -> None:
        self._at = at
        ghost = self._ghost
        if ghost is None:
            return
        ghost.move(self._page.mapFromGlobal(at) + QPoint(8, 8))
        target = self._target(at)
        self._line.setVisible(target is not None)
        if target is not None:
            column, _before, height = target
            widget = self._columns[column]
            corner = widget.mapTo(self._page, QPoint(0, height))
            thick = Theme.current().size("space", "tight")
            self._line.setGeometry(corner.x(), corner.y() - thick - 1, widget.width() - 2 * thick, thick)
            self._line.raise_()
        ghost.raise_()

    def _target(self, at: QPoint) -> tuple[Column, str | None, int] | None:
        """The column under a place on the screen, what a card would come in front of, and at what height."""
        for column, widget in self._columns.items():
            inside = widget.mapFromGlobal(at)
            if widget.isVisible() and widget.rect().contains(inside):
                before, height = widget.place_at(inside)
                return column, before, height
        return None

    def _stop(self) -> None:
        if self._card is not None and isValid(self._card):
            self._card.face.removeEventFilter(self)
        self._card = self._from = None
        self._scroll.stop()
        self._line.hide()
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None
