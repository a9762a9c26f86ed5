"""Dialog to find something: a field, and a list of hits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.ui.theme import Theme
from beraad.ui.widgets.announcing import announce
from beraad.ui.widgets.hit_painter import LABEL, HitPainter
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.text_label import TextLabel

_SIZE = (620, 460)
"""Pixels at 100 %."""


class FindDialog(QDialog):
    """Dialog to type words in; arrow keys walk along the hits, the first is marked, Enter accepts."""

    words_typed = Signal(str)

    def __init__(self, title: str, *, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build(title, placeholder)
        self._field.textChanged.connect(self.words_typed)
        self._list.itemActivated.connect(lambda _item: self.accept())
        self._list.itemClicked.connect(lambda _item: self.accept())
        self._list.currentItemChanged.connect(self._on_chosen)

    @property
    def words(self) -> str:
        """Words in the field."""
        return self._field.text()

    @property
    def row(self) -> int | None:
        """Marked row; None without hits."""
        row = self._list.currentRow()
        return row if row >= 0 else None

    def type(self, words: str) -> None:
        """Put these words in the field as if they were typed."""
        self._field.setText(words)

    def show_found(self, found: Sequence[tuple[str, str]], told: str) -> None:
        """Show hits as words and a label each, under a line that tells of them."""
        self._list.clear()
        for words, label in found:
            item = QListWidgetItem(words or _("zonder woorden"))
            item.setData(LABEL, label)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}, {label}")
            self._list.addItem(item)
        if told != self._told.text():
            self._told.setText(told)
            announce(self._told, told)
        if found:
            self._list.setCurrentRow(0)
        else:
            self._on_chosen(None)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        keys, count = Qt.Key, self._list.count()
        if event.key() in (keys.Key_Up, keys.Key_Down) and count:
            way = 1 if event.key() == keys.Key_Down else -1
            self._list.setCurrentRow((self._list.currentRow() + way) % count)
            announce(self._list, self._field.accessibleDescription())
        elif event.key() in (keys.Key_Return, keys.Key_Enter):
            if self.row is not None:
                self.accept()
        else:
            super().keyPressEvent(event)

    def _build(self, title: str, placeholder: str) -> None:
        theme = Theme.current()
        # The task bar shows titles of windows: no words of the case there.
        self.setWindowTitle("Beraad")
        self.setAccessibleName(title)
        self.resize(self._wanted_size())
        column = QVBoxLayout(self)
        wide, gap = theme.size("space", "large"), theme.size("space", "small")
        column.setContentsMargins(wide, wide, wide, wide)
        column.setSpacing(gap)
        column.addWidget(TextLabel(title, "heading"))
        self._field = LineEdit()
        self._field.setPlaceholderText(placeholder)
        self._field.setAccessibleName(title)
        self._told = TextLabel(role="small")
        self._list = QListWidget()
        self._list.setAccessibleName(_("Gevonden"))
        self._list.setItemDelegate(HitPainter(self._list))
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for widget in (self._field, self._told, self._list):
            column.addWidget(widget)

    def _wanted_size(self) -> QSize:
        """Return the size that fits its letters and its parent window."""
        wanted = QSize(*_SIZE) * Theme.current().scale
        over = self.parentWidget()
        return wanted if over is None else wanted.boundedTo(over.window().size() - QSize(60, 60))

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        """Describe the marked hit at the field, which keeps the focus."""
        chosen = str(item.data(Qt.ItemDataRole.AccessibleTextRole)) if item is not None else ""
        self._field.setAccessibleDescription(chosen)
