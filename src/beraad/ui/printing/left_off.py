"""Notice before printing of what is meant for a child but left off its copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from beraad.disclosure.childs_views import ConsoleLeftOff
from beraad.i18n import _, format_list, spoken
from beraad.ui.printing.notice_panel import NoticePanel
from beraad.words.copies import left_off_sentence


class LeftOffPanels:
    """Two notices: `beside` above the shown copy about that copy, `summary` with all children concerned."""

    def __init__(self, found: Sequence[ConsoleLeftOff], called: Mapping[str, str], parent: QWidget) -> None:
        self._found, self._called = found, called
        # They get a parent at once: without one they would be separate windows for a moment.
        self.beside, self.summary = NoticePanel(parent=parent), NoticePanel(parent=parent)
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
