"""Picker of the statements an agreement answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleStatement, ConsoleView
from beraad.i18n import _, spoken
from beraad.terms import Column
from beraad.ui.theme import Theme
from beraad.ui.widgets.keyed_rows import KeyedRows
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.wrapping_check_box import WrappingCheckBox
from beraad.words.plan import kind_label

_LONGEST = 90


class CoversPicker(QWidget):
    """Worries and what must happen, to tick; statements that must be covered stand first."""

    covers_changed = Signal(object)
    """Tuple of ids."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._covers: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Theme.current().size("space", "tight") // 2)
        self._empty = TextLabel(_("Er staan nog geen zorgen of stappen."), "soft")
        self._column.addWidget(self._empty)
        self._boxes: KeyedRows[ConsoleStatement, QCheckBox] = KeyedRows(
            self._column, key=lambda item: item.id, make=self._make, show=self._show
        )

    def show_covers(self, view: ConsoleView, covers: tuple[str, ...]) -> None:
        """Show these as ticked without emitting a signal."""
        self._covers = covers
        offered = [item for item in view.statements if item.column is not Column.SAFETY]
        offered.sort(key=lambda item: (not item.must_be_covered, item.column is not Column.DANGER))
        self._boxes.show(offered)
        self._empty.setVisible(not offered)

    def _make(self, item: ConsoleStatement) -> QCheckBox:
        box = WrappingCheckBox()
        box.clicked.connect(lambda checked, key=item.id: self._on_clicked(key, checked=checked))
        return box

    def _show(self, box: QCheckBox, item: ConsoleStatement) -> None:
        words = f"{kind_label(item.kind, spoken())}: {item.text}"
        short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
        box.setText(short.replace("&", "&&"))
        box.setAccessibleName(words)
        box.setChecked(item.id in self._covers)

    def _on_clicked(self, key: str, *, checked: bool) -> None:
        others = tuple(item for item in self._covers if item != key)
        self.covers_changed.emit((*others, key) if checked else others)
