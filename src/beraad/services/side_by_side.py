"""Betrayals of two papers that lie together, in words or as JSON for another program."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from beraad.disclosure.side_by_side import Betrayal, Why
from beraad.i18n import N_, _
from beraad.services.printing import Copies
from beraad.services.sentences import place_words

_WHY = {
    Why.HIDDEN: N_("mag dit niet zien"),
    Why.CHILDS_COPY: N_("krijgt een exemplaar voor kinderen"),
    Why.NO_ANSWER: N_("gaf hier geen antwoord"),
}
_GAP = "  "


@dataclass(frozen=True, slots=True)
class Compared:
    """Betrayals of two papers; `names` are the names the plan uses, by id."""

    betrayals: tuple[Betrayal, ...]
    names: Mapping[str, str]

    def in_json(self) -> str:
        """Return a JSON list of objects: `place` (a path into the case), `in`, `not_in` (ids), `why`."""
        found = [
            {"place": item.place, "in": item.held_by, "not_in": item.lacked_by, "why": item.why.value}
            for item in self.betrayals
        ]
        return json.dumps(found, indent=2)

    def in_words(self) -> Iterator[str]:
        """Yield the lines of a table with a betrayal a line; one sentence if there is none.

        It names places and kinds, and no text of the plan: others may see the terminal.
        """
        if not self.betrayals:
            yield _("Naast elkaar verraden deze twee papieren niets.")
            return
        rows = [
            (_("Wat"), _("Wel bij"), _("Niet bij"), _("Waarom niet"), _("Plek")),
            *map(self._row, self.betrayals),
        ]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            yield _GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()

    def _row(self, item: Betrayal) -> tuple[str, ...]:
        held_by, lacked_by = self.names[item.held_by], self.names[item.lacked_by]
        return self._what(item.place), held_by, lacked_by, _(_WHY[item.why]), item.place

    def _what(self, place: str) -> str:
        kind, person, *_rest = place.split("/")
        if kind == "people":
            return _("telefoon of e-mail van {name}").format(name=self.names[person])
        return place_words(place)


def compared(copies: Copies, readers: Sequence[str]) -> Compared:
    """Return what the papers of two people (ids) betray side by side. Raises UnknownPerson."""
    one, other = readers
    return Compared(copies.betrayals(one, other), copies.names)
