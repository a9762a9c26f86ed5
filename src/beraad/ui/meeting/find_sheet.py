"""Dialog that finds something in the meeting."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import _, ngettext
from beraad.ui.meeting.finding import Finder, Hit
from beraad.ui.meeting.hit_painter import LABEL, HitPainter
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.theme import Theme
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.text_label import TextLabel

_SIZE = (620, 460)
"""Pixels at 100 %."""


class FindSheet(QDialog):
    """Dialog to type words in; arrow keys walk along the hits, Enter goes to one."""

    def __init__(self, finder: Finder, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finder = finder
        self._hits: tuple[Hit, ...] = ()
        self._build()
        self._field.textChanged.connect(self._on_typed)
        self._list.itemActivated.connect(lambda _item: self.accept())
        self._list.itemClicked.connect(lambda _item: self.accept())
        self._on_typed("")

    @classmethod
    def ask(cls, model: MeetingModel, *, parent: QWidget) -> Hit | None:
        """Show the dialog; return the hit that was chosen, or None."""
        sheet = cls(Finder(model.view, model.step), parent=parent)
        agreed = sheet.exec() == QDialog.DialogCode.Accepted
        chosen = sheet.chosen() if agreed else None
        sheet.deleteLater()
        return chosen

    def type(self, words: str) -> None:
        """Put these words in the field as if they were typed."""
        self._field.setText(words)

    def chosen(self) -> Hit | None:
        """Return the marked hit, or None."""
        row = self._list.currentRow()
        return self._hits[row] if 0 <= row < len(self._hits) else None

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        keys = Qt.Key
        if event.key() in (keys.Key_Up, keys.Key_Down) and self._hits:
            way = 1 if event.key() == keys.Key_Down else -1
            self._list.setCurrentRow((self._list.currentRow() + way) % len(self._hits))
        elif event.key() in (keys.Key_Return, keys.Key_Enter):
            if self.chosen() is not None:
                self.accept()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        theme = Theme.current()
        # The task bar shows titles of windows: no words of the case there.
        self.setWindowTitle("Beraad")
        self.setAccessibleName(_("Zoeken in dit beraad"))
        self.resize(self._wanted_size())
        column = QVBoxLayout(self)
        wide, gap = theme.size("space", "large"), theme.size("space", "small")
        column.setContentsMargins(wide, wide, wide, wide)
        column.setSpacing(gap)
        column.addWidget(TextLabel(_("Zoeken in dit beraad"), "heading"))
        self._field = LineEdit()
        self._field.setPlaceholderText(_("Een woord of een naam"))
        self._field.setAccessibleName(_("Zoeken in dit beraad"))
        self._count = TextLabel(role="small")
        self._list = QListWidget()
        self._list.setAccessibleName(_("Gevonden"))
        self._list.setItemDelegate(HitPainter(self._list))
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for widget in (self._field, self._count, self._list):
            column.addWidget(widget)

    def _wanted_size(self) -> QSize:
        """As large as its letters ask, and inside the window that it stands over."""
        wanted = QSize(*_SIZE) * Theme.current().scale
        over = self.parentWidget()
        return wanted if over is None else wanted.boundedTo(over.window().size() - QSize(60, 60))

    def _on_typed(self, words: str) -> None:
        self._hits = self._finder.find(words)
        self._list.clear()
        for hit in self._hits:
            item = QListWidgetItem(hit.words or _("zonder woorden"))
            item.setData(LABEL, hit.label)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{hit.words}, {hit.label}")
            self._list.addItem(item)
        if self._hits:
            self._list.setCurrentRow(0)
        told = ngettext("{count} keer gevonden", "{count} keer gevonden", len(self._hits))
        nothing = (
            _("Niets gevonden.") if words.strip() else _("Zoekt in kaarten, afspraken, notities en namen.")
        )
        self._count.setText(told.format(count=len(self._hits)) if self._hits else nothing)
