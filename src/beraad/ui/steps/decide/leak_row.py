"""Row of one text of the plan that tells, or may tell, somebody too much, with the ways out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleLeak, ConsoleView
from beraad.terms import Strength
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.steps.shared.leak_ways import LeakWays
from beraad.ui.steps.shared.wall_reasons import leak_words
from beraad.ui.theme import Theme
from beraad.ui.widgets.text_label import TextLabel


class LeakRow(QFrame):
    """Row that says which words tell whose detail to whom; red if withheld, amber if only possible."""

    go_requested = Signal(object)
    """`ConsoleLeak` whose text to go to."""

    def __init__(self, model: MeetingModel, leak: ConsoleLeak, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setProperty("tone", "amber" if leak.strength is Strength.POSSIBLE else "danger")
        gap = Theme.current().size("space", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(gap + 4, gap, gap, gap)
        column.setSpacing(Theme.current().size("space", "tight"))
        self._words = TextLabel()
        self.ways = LeakWays(model, leak, leads_there=True)
        self.ways.go_requested.connect(lambda: self.go_requested.emit(leak))
        column.addWidget(self._words)
        column.addWidget(self.ways)

    def show_leak(self, view: ConsoleView, leak: ConsoleLeak) -> None:
        """Show the leak in the words of the plan as it stands."""
        words = leak_words(view, leak)
        self._words.setText(words)
        # Each row has the same links: who listens must hear of which row they are.
        for link in self.ways.links:
            link.setAccessibleName(f"{link.text()}: {words}")
