"""Readers of a plan: who gets a copy, and who gets none and why."""

from __future__ import annotations

from collections.abc import Collection
from html import escape

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from beraad.codes import NoCopy
from beraad.i18n import _, spoken
from beraad.services.printed import ReaderLine, Withheld
from beraad.terms import Paper
from beraad.ui.theme import Theme
from beraad.words.copies import no_copy_label

FILE = ""
"""Stands for the file of the case in place of a reader's id."""

_CARD = "+"
"""Ends the key of a card; no id of a person holds it."""

_SLIP = "~"
"""Ends the key of an exchange slip; no id of a person holds it."""

_MARK = Qt.ItemDataRole.UserRole + 1
_MARK_COLOUR = Qt.ItemDataRole.UserRole + 2
_WRAPPED = int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
_Index = QModelIndex | QPersistentModelIndex


def card_of(reader: str) -> str:
    """Return the key of the card beside a reader's copy."""
    return reader + _CARD


def slip_of(reader: str) -> str:
    """Return the key of the exchange slip that comes with a reader's copy."""
    return reader + _SLIP


def whose(key: str) -> tuple[str, bool]:
    """Return the reader of a copy, card or slip by its key, and whether it is the card."""
    return key.removesuffix(_CARD).removesuffix(_SLIP), key.endswith(_CARD)


def is_slip(key: str) -> bool:
    """Return True if it is the key of an exchange slip."""
    return key.endswith(_SLIP)


class _TwoLines(QStyledItemDelegate):
    """Item with a tick or a picture, the name in bold, and its state below."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        theme = Theme.current()
        gap, line = theme.size("space", "small"), theme.size("text", "line")
        whole = QRect(option.rect)
        view = self.parent()
        if isinstance(view, QListWidget) and view.currentIndex() == index:
            painter.fillRect(whole, theme.colour("selection"))
        box = whole.adjusted(gap, gap // 2, -gap, -gap // 2)
        mark = QRect(box.left(), box.center().y() - line // 2 + 1, line - 2, line - 2)
        self._paint_mark(painter, mark, index)
        name, _break, standing = str(index.data()).partition("\n")
        words = box.adjusted(line + gap, 0, 0, 0)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(bold=True))
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignTop), shown)
        painter.setPen(theme.colour("soft"))
        painter.setFont(theme.font("small"))
        painter.drawText(words.adjusted(0, line, 0, 0), _WRAPPED, standing)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index, /) -> QSize:
        theme = Theme.current()
        gap, line = theme.size("space", "small"), theme.size("text", "line")
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else 240
        room = QRect(0, 0, width - 3 * gap - line, 9999)
        standing = str(index.data()).partition("\n")[2]
        tall = QFontMetrics(theme.font("small")).boundingRect(room, _WRAPPED, standing).height()
        return QSize(width - gap, line + tall + gap)

    @override
    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index, /
    ) -> bool:
        """Toggle the tick at its painted place, left of the name, not where the style would put it."""
        checkable = bool(model.flags(index) & Qt.ItemFlag.ItemIsUserCheckable)
        if checkable and isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseButtonRelease and self._on_mark(event, option):
                self._toggle(model, index)
                return True
            return False
        if checkable and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            self._toggle(model, index)
            return True
        return False

    @staticmethod
    def _on_mark(event: QMouseEvent, option: QStyleOptionViewItem) -> bool:
        theme = Theme.current()
        slot = theme.size("space", "small") + theme.size("text", "line")
        return event.position().x() - QRect(option.rect).left() <= slot

    @staticmethod
    def _toggle(model: QAbstractItemModel, index: _Index) -> None:
        ticked = _is_ticked(index)
        state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        model.setData(index, state.value, Qt.ItemDataRole.CheckStateRole)

    @staticmethod
    def _paint_mark(painter: QPainter, where: QRect, index: _Index) -> None:
        theme = Theme.current()
        if role := index.data(_MARK):
            theme.paint_icon(painter, QRectF(where), str(role), theme.colour(str(index.data(_MARK_COLOUR))))
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ticked = _is_ticked(index)
        painter.setPen(theme.colour("strong" if ticked else "field_line"))
        painter.setBrush(theme.colour("strong" if ticked else "card"))
        painter.drawRoundedRect(QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if ticked:
            inner = QRectF(where).adjusted(2, 2, -2, -2)
            theme.paint_icon(painter, inner, "saved", theme.colour("on_strong"))
        painter.restore()


def _is_ticked(index: _Index) -> bool:
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked


class ReaderList(QListWidget):
    """List with a tick for each copy to be made; the chosen one is shown."""

    reader_chosen = Signal(str)
    ticked_changed = Signal()

    def __init__(
        self,
        readers: tuple[ReaderLine, ...],
        withheld: tuple[Withheld, ...],
        slips: Collection[str] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        """`slips` are the ids of those who get an exchange slip with their copy."""
        super().__init__(parent)
        self.setAccessibleName(_("Wie krijgt een exemplaar?"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(_TwoLines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        held = {item.person: item for item in withheld}
        for reader in readers:
            self.addItem(_item(reader, held.get(reader.person)))
            if reader.card and reader.person not in held:
                told = _("aparte kaart: komt mee, ligt niet bij het papier")
                self.addItem(_beside(f"{reader.called}\n{told}", card_of(reader.person), "preview"))
            if reader.person in slips:
                told = _("wisselbriefje: het oude papier telt niet meer")
                self.addItem(_beside(f"{reader.called}\n{told}", slip_of(reader.person), "preview"))
        whole = _("Dossier") + "\n" + _("het hele plan, alleen voor uzelf")
        self.addItem(_beside(whole, FILE, "private", "private"))
        self.currentItemChanged.connect(self._on_current)
        self.itemChanged.connect(lambda _item: self.ticked_changed.emit())

    def ticked(self) -> tuple[str, ...]:
        """Return the ids of the readers whose copy will be made."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked and item.data(Qt.ItemDataRole.UserRole) != FILE
        )

    def choose(self, reader: str) -> None:
        """Choose this reader (or FILE)."""
        for row in range(self.count()):
            if self.item(row).data(Qt.ItemDataRole.UserRole) == reader:
                self.setCurrentRow(row)

    def chosen(self) -> str:
        """Return the chosen reader, or FILE."""
        return str(self.currentIndex().data(Qt.ItemDataRole.UserRole) or FILE)

    def texts(self) -> tuple[str, ...]:
        """Return the text of each reader."""
        return tuple(self.item(row).text() for row in range(self.count()))

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.reader_chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))


def _item(reader: ReaderLine, held: Withheld | None) -> QListWidgetItem:
    item = QListWidgetItem(f"{reader.called}\n{_standing(reader, held)}")
    item.setData(Qt.ItemDataRole.UserRole, reader.person)
    # For a name that is longer than the list is wide.
    item.setToolTip(escape(reader.called))
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    if held is None:
        item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
    else:
        item.setFlags(flags)
        leak = held.reason is NoCopy.LEAK
        _mark(item, "leak" if leak else "no_paper", "danger" if leak else "soft")
    return item


def _beside(text: str, key: str, picture: str, colour: str = "soft") -> QListWidgetItem:
    """Return an item without a tick."""
    item = QListWidgetItem(text)
    item.setData(Qt.ItemDataRole.UserRole, key)
    _mark(item, picture, colour)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item


def _mark(item: QListWidgetItem, role: str, colour: str) -> None:
    """Show a picture in place of the tick."""
    item.setData(_MARK, role)
    item.setData(_MARK_COLOUR, colour)


def _standing(reader: ReaderLine, held: Withheld | None) -> str:
    if held is not None:
        note = f": {reader.paper_note}" if held.reason is NoCopy.PAPER and reader.paper_note else ""
        return no_copy_label(held.reason, spoken()) + note
    if reader.paper is Paper.ELSEWHERE:
        return _("niet mee naar huis: {where}").format(where=reader.paper_note or _("ligt ergens anders"))
    return _("op papier")
