"""Tells of a number, time or day that is half typed: visible, but not saved until it is whole."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from beraad.ui.meeting.drafting import Drafting
from beraad.ui.widgets.value_fields import NumberBox, ValueBox, is_half_typed


class HalfTyped(QObject):
    """Watcher that lets the line below a page tell of each half-typed box of that page."""

    def __init__(self, drafting: Drafting, *, page: QWidget) -> None:
        super().__init__(page)
        self._drafting, self._page = drafting, page
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not isinstance(new, ValueBox) or not self._page.isAncestorOf(new):
            return
        if new.findChild(_HalfTypedBox, options=Qt.FindChildOption.FindDirectChildrenOnly) is None:
            _HalfTypedBox(self._drafting, new)


class _HalfTypedBox(QObject):
    """Tells of one box. What stands in it changes by typing, and is taken or goes back when it is left."""

    def __init__(self, drafting: Drafting, box: ValueBox) -> None:
        super().__init__(box)
        self._drafting, self._box = drafting, box
        box.lineEdit().textChanged.connect(self._tell)
        box.editingFinished.connect(self._tell)
        if not isinstance(box, NumberBox):
            box.proposal_changed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        self._drafting.show_unkept(self._box, there=is_half_typed(self._box))
