"""Text field of one line, whatever is pasted, which says when something does not fit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from beraad.texts import LONGEST_LINE, on_one_line
from beraad.ui.widgets.dropped_files import holds_file
from beraad.ui.widgets.length_limit import LengthLimit


class LineEdit(QLineEdit):
    """One line of at most `longest` characters; `keeps` reduces pasted text to what is kept of it.

    A longer text that was there before is shown whole, and never cut.
    """

    def __init__(
        self,
        text: str = "",
        *,
        longest: int = LONGEST_LINE,
        keeps: Callable[[str], str] = on_one_line,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._limit, self._longest, self._keeps = LengthLimit(self, longest), longest, keeps
        self.inputRejected.connect(self._limit.full)
        self.textChanged.connect(self._on_text_changed)
        self.setText(text)

    @override
    def setText(self, text: str | None, /) -> None:
        line = self._keeps(text or "")
        # Qt counts a character beyond U+FFFF as two, and cuts off a text over the maximum.
        self.setMaxLength(max(self._longest, len(line.encode("utf-16-le", "replace")) // 2))
        self._limit.stands(len(line))
        super().setText(line)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and not self.isReadOnly():
            self._on_paste()
            return
        super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self._on_paste)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    @override
    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        # A drop that a field refuses goes to the widget below.
        if holds_file(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    @override
    def dropEvent(self, event: QDropEvent, /) -> None:
        if self._fits(event.mimeData(), 0):
            super().dropEvent(event)
        else:
            event.ignore()

    def _on_paste(self) -> None:
        source = QGuiApplication.clipboard().mimeData()
        if self._fits(source, len(self.selectedText())):
            self.insert(self._keeps(source.text()))

    def _on_text_changed(self, text: str) -> None:
        line = self._keeps(text)
        if text == line:
            self._limit.typed(len(text))
            return
        at = len(self._keeps(text[: self.cursorPosition()]))
        self.setText(line)
        self.setCursorPosition(at)

    def _fits(self, source: QMimeData, selected: int) -> bool:
        return self._limit.takes(source, self._keeps(source.text()), len(self.text()) - selected)
