"""The readers of a plan: who gets a copy, and who gets none and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from beraad.i18n import _
from beraad.services.printing import ReaderLine, Reason, Withheld
from beraad.terms import Paper
from beraad.ui.theme import Theme

FILE = ""
"""Stands for the file of the case, where a reader's id would be."""


class ReaderList(QListWidget):
    """A tick for each copy that will be made; the one that is chosen is shown."""

    reader_chosen = Signal(str)
    ticked_changed = Signal()

    def __init__(
        self,
        readers: tuple[ReaderLine, ...],
        withheld: tuple[Withheld, ...],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Wie krijgt een exemplaar?"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(True)
        self.setSpacing(2)
        held = {item.person: item for item in withheld}
        for reader in readers:
            self.addItem(_item(reader, held.get(reader.person)))
        dossier = QListWidgetItem(_("Dossier") + "\n" + _("het hele plan, alleen voor uzelf"))
        dossier.setData(Qt.ItemDataRole.UserRole, FILE)
        dossier.setIcon(Theme.current().icon("private", "private"))
        dossier.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.addItem(dossier)
        self.currentItemChanged.connect(self._on_current)
        self.itemChanged.connect(lambda _item: self.ticked_changed.emit())

    def ticked(self) -> tuple[str, ...]:
        """Ids of the readers whose copy will be made."""
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

    def texts(self) -> tuple[str, ...]:
        """What is said of each reader."""
        return tuple(self.item(row).text() for row in range(self.count()))

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.reader_chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))


def _item(reader: ReaderLine, held: Withheld | None) -> QListWidgetItem:
    item = QListWidgetItem(f"{reader.called}\n{_standing(reader, held)}")
    item.setData(Qt.ItemDataRole.UserRole, reader.person)
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    if held is None:
        item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
    else:
        item.setFlags(flags)
        leak = held.reason is Reason.LEAK
        item.setIcon(Theme.current().icon("leak" if leak else "no_paper", "danger" if leak else "soft"))
    return item


def _standing(reader: ReaderLine, held: Withheld | None) -> str:
    if held is not None:
        if held.reason is Reason.LEAK:
            return _("wordt niet gemaakt: er staat iets in wat deze persoon niet mag weten")
        note = f": {reader.paper_note}" if reader.paper_note else ""
        return _("geen papier") + note
    if reader.paper is Paper.ELSEWHERE:
        return _("niet mee naar huis: {where}").format(where=reader.paper_note or _("ligt ergens anders"))
    return _("op papier")
