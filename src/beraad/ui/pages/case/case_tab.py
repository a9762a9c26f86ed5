"""Base of the tabs of a case."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from beraad.ui.pages.case.open_case import OpenCase
from beraad.ui.widgets.two_columns import TwoColumns


class CaseTab(TwoColumns):
    """Two columns about one case, filled by `refresh` when they are first shown and after each change."""

    changed = Signal()
    """Something was saved: the whole page says it."""

    def __init__(
        self, case: OpenCase, *, beside: int = 330, beside_first: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(beside=beside, beside_first=beside_first, parent=parent)
        self._case = case

    def refresh(self) -> None:
        """Show the case as it was read last."""
        raise NotImplementedError

    def _after(self, asked: object | None) -> None:
        """Tell the page after a form that saved something; None means that it was cancelled."""
        if asked is not None:
            self.changed.emit()
