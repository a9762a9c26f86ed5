"""Makes room on a narrow console: first the rail shrinks, then the guide goes."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from beraad.ui.console.bars.status_line import StatusLine
from beraad.ui.console.bars.top_bar import TopBar
from beraad.ui.console.guide.guide import Guide
from beraad.ui.console.rail import MeetingRail
from beraad.ui.theme import Theme

_NARROW, _NO_GUIDE = 1_230, 1_080
"""Pixels at 100 %: below these first the rail, then the guide makes room for the step."""


class NarrowLayout(QObject):
    """Layout of a console for its width; the guide can be shown all the same."""

    def __init__(
        self, *, top_bar: TopBar, rail: MeetingRail, guide: Guide, step: QWidget, status: StatusLine
    ) -> None:
        super().__init__(guide)
        self._top_bar, self._rail, self._guide, self._step, self._status = top_bar, rail, guide, step, status
        self._narrow = False
        top_bar.guide_requested.connect(self.toggle_guide)

    def fit(self, width: int) -> None:
        """Fit everything to this width of the console in pixels."""
        room = width / Theme.current().scale
        self._rail.set_narrow(narrow=room < _NARROW)
        self._status.set_narrow(narrow=room < _NARROW)
        narrow = room < _NO_GUIDE
        if narrow is not self._narrow:
            self._narrow = narrow
            self.show_step()
            self._top_bar.set_narrow(narrow=narrow)

    def show_step(self) -> None:
        """Show the page of the step, with the guide beside it where there is room."""
        self._show_guide(shown=not self._narrow)

    def toggle_guide(self) -> None:
        """Show the guide, or hide it."""
        self._show_guide(shown=self._guide.isHidden())

    def _show_guide(self, *, shown: bool) -> None:
        """Beside the page of the step, or, where there is no room for both, in its place."""
        alone = shown and self._narrow
        self._guide.set_wide(wide=alone)
        self._guide.setVisible(shown)
        self._step.setVisible(not alone)
