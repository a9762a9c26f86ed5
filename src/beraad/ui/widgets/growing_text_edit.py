"""Text field that is as high as its text."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QTextEdit, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.texts import LONGEST_TEXT, on_lines
from beraad.ui.theme import Theme
from beraad.ui.widgets.draft_strip import DraftStrip
from beraad.ui.widgets.dropped_files import holds_file
from beraad.ui.widgets.length_limit import LengthLimit

_USUAL = QSize(20, 12)
"""Pixels the style sheet puts around the words, until the real number is known."""

_MOST = 40


class GrowingTextEdit(QTextEdit):
    """Field for plain text on several lines. Tab goes to the next field.

    `typed` is emitted at every change by the user, and not by `set_text`. `entered` is Ctrl+Enter; with
    `enter_finishes` also Enter, and then Shift+Enter is the new line. Text stops growing at `longest`
    characters, and is never cut.
    """

    typed = Signal()
    entered = Signal()
    place_requested = Signal()
    """Sent by a click on the link in the line that says that the words wait."""
    discard_requested = Signal()
    menu_opens = Signal(QMenu, int)
    """The context menu, before it shows, and the position in the text at which it opens."""

    def __init__(
        self,
        text: str = "",
        *,
        label: str,
        placeholder: str = "",
        role: str = "",
        enter_finishes: bool = False,
        longest: int = LONGEST_TEXT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._height = 0
        self._strip: DraftStrip | None = None
        self._measured: tuple[tuple[object, ...], int] = ((), 0)
        self._around_then = _USUAL
        self._enter_finishes, self._limit = enter_finishes, LengthLimit(self, longest)
        self._build(label, placeholder, role)
        self._connect()
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show this text without a signal. The cursor keeps its place in a field with the focus."""
        if text == self.text():
            return
        at = self.textCursor().position()
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self._limit.stands(len(self.text()))
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(text)) if self.hasFocus() else len(text))
        self.setTextCursor(cursor)
        self.updateGeometry()

    def text(self) -> str:
        """Text in the field now."""
        return self.toPlainText()

    @property
    def waits(self) -> bool:
        """True while the field says that its words were not placed."""
        return self._strip is not None and not self._strip.isHidden()

    def set_waiting(self, *, waits: bool) -> None:
        """Show or hide the line under the words that says that they were not placed."""
        if waits is self.waits:
            return
        if self._strip is None:
            self._strip = DraftStrip(_("Enter") if self._enter_finishes else _("Ctrl+Enter"), parent=self)
            self._strip.place_requested.connect(self.place_requested)
            self._strip.discard_requested.connect(self.discard_requested)
        self._strip.setVisible(waits)
        self._place_strip()
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        width = super().sizeHint().width()
        return QSize(width, self.heightForWidth(self.width() or width))

    @override
    def minimumSizeHint(self) -> QSize:
        around = self._around().height() + self._strip_height(self.width())
        return QSize(60, self.fontMetrics().lineSpacing() + around)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        # Cached: a layout asks several times, and each answer lays out the whole text twice.
        around = self._around()
        key = width, around.toTuple(), self.document().revision(), self.font().key()
        if key != self._measured[0]:
            self._measured = key, self._height_for(width, around)
        return self._measured[1] + self._strip_height(width)

    def _height_for(self, width: int, around: QSize) -> int:
        document = self.document()
        shown = document.textWidth()
        # Without the blocker the field would set its text at its own width again before it is measured.
        with QSignalBlocker(document.documentLayout()):
            document.setTextWidth(max(1, width - around.width()))
            height = document.size().height()
            document.setTextWidth(shown)
        return round(height) + around.height()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._place_strip()
        # Only now are the style sheet's margins known. With less room the words take more lines,
        # and the last line would stand below the edge.
        if (around := self._around()) != self._around_then:
            self._around_then = around
            self.updateGeometry()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = event.modifiers()
        asked = self._enter_finishes or held & Qt.KeyboardModifier.ControlModifier
        if enter and asked and not held & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        at = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        menu = self.createStandardContextMenu()
        self.menu_opens.emit(menu, at.position())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        corner = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        menu.popup(corner if by_key else event.globalPos())

    @override
    def canInsertFromMimeData(self, source: QMimeData, /) -> bool:
        # A drop that a field refuses goes to the widget below: a scan is dropped on a row.
        return super().canInsertFromMimeData(source) and not holds_file(source)

    @override
    def insertFromMimeData(self, source: QMimeData, /) -> None:
        words = on_lines(source.text())
        standing = len(self.text()) - len(self.textCursor().selectedText())
        if self._limit.takes(source, words, standing):
            self.insertPlainText(words)

    def _build(self, label: str, placeholder: str, role: str) -> None:
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(label)
        self.setPlaceholderText(placeholder)
        if role:
            self.setProperty("role", role)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(2)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _connect(self) -> None:
        self.textChanged.connect(self._on_text_changed)

    def _on_text_changed(self) -> None:
        if (length := len(self.text())) > self._limit.most:
            self._take_back()
            return
        self._limit.typed(length)
        self.typed.emit()
        # Announce only a changed height, so that the layout around the field rests during typing.
        if (height := self.heightForWidth(self.width())) != self._height:
            self._height = height
            self.updateGeometry()

    def _take_back(self) -> None:
        """Remove from before the cursor what was typed and does not fit."""
        cursor = self.textCursor()
        cursor.joinPreviousEditBlock()
        while len(self.text()) > self._limit.most and not cursor.atStart():
            cursor.deletePreviousChar()
        self._limit.full()
        cursor.endEditBlock()

    def _around(self) -> QSize:
        """Return the pixels of frame and padding that the style sheet adds."""
        self.ensurePolished()
        around = self.size() - self.viewport().size() - QSize(0, self.viewportMargins().bottom())
        # While hidden, the field is resized before its viewport: the difference means nothing then.
        fits = 0 <= around.width() < _MOST and 0 < around.height() < _MOST
        return around if fits else self._around_then

    def _strip_height(self, width: int) -> int:
        """Return the height of the line that says that the words wait, at this width; 0 if it is hidden."""
        if self._strip is None or not self.waits:
            return 0
        edge = Theme.current().size("space", "small")
        return self._strip.heightForWidth(max(1, width - 2 * edge)) + edge // 2

    def _place_strip(self) -> None:
        """Place that line below the words, at full width inside the frame."""
        height, edge = self._strip_height(self.width()), Theme.current().size("space", "small")
        if self.viewportMargins().bottom() != height:
            self.setViewportMargins(0, 0, 0, height)
        if self._strip is not None and self.waits:
            self._strip.setGeometry(edge, self.height() - height, self.width() - 2 * edge, height - edge // 2)
