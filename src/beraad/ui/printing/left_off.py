"""Notice before printing of what is meant for a child but left off its copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from beraad.disclosure.childs_views import ConsoleLeftOff
from beraad.i18n import _, format_list, spoken
from beraad.ui.theme import Theme
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.copies import left_off_sentence


class _Panel(QFrame):
    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setProperty("tone", "amber")
        gap = Theme.current().size("space", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(gap, gap, gap, gap)
        self.words = TextLabel()
        column.addWidget(self.words)

    def say(self, text: str) -> None:
        """Show this text; an empty text hides the panel."""
        self.words.setText(text)
        self.setVisible(bool(text))


class LeftOffPanels:
    """Two notices: `beside` above the shown copy about that copy, `summary` with all children concerned."""

    def __init__(self, found: Sequence[ConsoleLeftOff], called: Mapping[str, str], parent: QWidget) -> None:
        self._found, self._called = found, called
        # They get a parent at once: without one they would be separate windows for a moment.
        self.beside, self.summary = _Panel(parent=parent), _Panel(parent=parent)
        children = [called[child] for child in dict.fromkeys(item.child for item in found)]
        told = _("Niet alles staat op het papier van {names}. Kies de naam om te lezen wat.")
        self.summary.say(told.format(names=format_list(children)) if children else "")
        self.show_for("")

    def show_for(self, reader: str) -> None:
        """Show the notice of this reader's copy."""
        mine = (item for item in self._found if item.child == reader)
        self.beside.say(
            "\n".join(left_off_sentence(item, self._called[item.child], spoken()) for item in mine)
        )
