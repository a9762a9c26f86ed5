"""Model of the lines of the overview, and the filter for a search."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from typing_extensions import override

from beraad.alphabet import folded
from beraad.services.cases import CaseLine
from beraad.ui.pages.cases.line_words import LineWords, searched_in, words_of

Index = QModelIndex | QPersistentModelIndex

LINE = Qt.ItemDataRole.UserRole
"""Role of the `CaseLine`."""
WORDS = Qt.ItemDataRole.UserRole + 1
"""Role of its `LineWords`."""


class CaseLines(QAbstractListModel):
    """Lines of all cases. The words of a line are made when it is first looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[CaseLine] = ()
        self._today = dt.date.min
        self._words: dict[int, LineWords] = {}
        self._searched: list[str] = []

    def show(self, lines: Sequence[CaseLine], today: dt.date) -> None:
        """Set these lines, as they are on this day."""
        self.beginResetModel()
        self._lines, self._today = lines, today
        self._words, self._searched = {}, []
        self.endResetModel()

    def searched(self) -> Sequence[str]:
        """Return the folded words by which each line is found; they are made at the first search."""
        if not self._searched:
            self._searched = [searched_in(line) for line in self._lines]
        return self._searched

    def rows_of(self, references: Sequence[str | None]) -> list[int]:
        """Return the row of each of these cases; -1 if it is not there."""
        rows = dict.fromkeys(references, -1)
        rows |= {line.reference: row for row, line in enumerate(self._lines) if line.reference in rows}
        return [rows[reference] for reference in references]

    @override
    def rowCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008 - as Qt calls it
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        row = index.row()
        if role == LINE:
            return self._lines[row]
        if role == Qt.ItemDataRole.DisplayRole:  # where typing a letter leads
            return self._lines[row].family_name
        if role == WORDS:
            return self._words_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words_of(row).sentence
        return None

    def _words_of(self, row: int) -> LineWords:
        if row not in self._words:
            self._words[row] = words_of(self._lines[row], self._today)
        return self._words[row]


class FoundLines(QSortFilterProxyModel):
    """Lines that contain all words of a search, in the order of the list."""

    def __init__(self, lines: CaseLines, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._words: list[str] = []
        self.setSourceModel(lines)

    def search(self, text: str) -> None:
        """Show only lines with all these words; without words, all lines."""
        words = folded(text).split()
        if words != self._words:
            self.beginFilterChange()
            self._words = words
            self.endFilterChange()

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: Index, /) -> bool:
        if not self._words:
            return True
        searched = self._lines.searched()[source_row]
        return all(word in searched for word in self._words)
