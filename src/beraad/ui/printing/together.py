"""Notice before printing of what papers betray that may lie together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from beraad.codes import NotInPaper
from beraad.disclosure.side_by_side import Betrayal
from beraad.i18n import _, spoken
from beraad.ui.printing.notice_panel import NoticePanel
from beraad.words.copies import together_summary

_MOST = 4
"""Most texts that are named of each two papers."""
_LETTERS = 60
"""Most letters of each."""


class TogetherPanels:
    """Two notices: `beside` above the shown copy about that copy, `summary` with the pairs concerned."""

    def __init__(self, found: Sequence[Betrayal], called: Mapping[str, str], parent: QWidget) -> None:
        self._called = called
        self._sides: dict[tuple[str, str], list[Betrayal]] = {}
        """Betrayals by the holder and the one who lacks them."""
        for item in found:
            self._sides.setdefault((item.held_by, item.lacked_by), []).append(item)
        # They get a parent at once: without one they would be separate windows for a moment.
        self.beside, self.summary = NoticePanel(parent=parent), NoticePanel(parent=parent)
        pairs = dict.fromkeys(item.pair for item in found)
        names = [(called[one], called[other]) for one, other in pairs]
        chosen = _("Kies een naam om te lezen wat.")
        self.summary.say(f"{together_summary(names, spoken())} {chosen}" if names else "")
        self.show_for("")

    def show_for(self, reader: str) -> None:
        """Show the notice of this reader's copy."""
        sides = (self._words(*side) for side in self._sides if reader in side)
        self.beside.say("\n".join(line for lines in sides for line in lines))

    def _words(self, holder: str, lacker: str) -> Iterator[str]:
        """Yield what stands in one paper and not in the other, and what can be done about it."""
        found, names = self._sides[holder, lacker], (self._called[holder], self._called[lacker])
        told = _("Wel op het papier van {holder} en niet op dat van {lacker}: {texts}")
        texts = [f"„{_short(item.text)}”" for item in found[:_MOST]]
        if len(found) > _MOST:
            texts.append(_("en nog {count}").format(count=len(found) - _MOST))
        yield told.format(holder=names[0], lacker=names[1], texts=", ".join(texts))
        if any(item.why is NotInPaper.HIDDEN for item in found):
            way = _("Vul bij {holder} in dat {lacker} het papier kan zien. Dan komt dit op een aparte kaart.")
            yield way.format(holder=names[0], lacker=names[1])
        else:
            way = _(
                "Bij {lacker} staat dit op de aparte kaart. Wie het papier van {lacker} ziet, ziet misschien "
                "ook dat van {holder}. Vul dat in bij {holder}."
            )
            yield way.format(holder=names[0], lacker=names[1])


def _short(text: str) -> str:
    return text if len(text) <= _LETTERS else f"{text[:_LETTERS].rstrip()}…"
