"""`beraad compare`: what the papers of two people betray by lying together."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence

from beraad.disclosure.side_by_side import Betrayal
from beraad.i18n import _, spoken
from beraad.paths import Folders
from beraad.places import Place
from beraad.services.printing import Copies, copies_from_file
from beraad.verbs.case_given import case_file
from beraad.verbs.opening import unlocked
from beraad.verbs.telling import tell
from beraad.words.copies import not_in_paper_label
from beraad.words.remarks import place_label

_GAP = "  "


def compare_papers(wish: argparse.Namespace, folders: Folders) -> int:
    """Print which items stand in one of two papers and not in the other.

    As JSON: a list of objects with `place` (a path into the case), `in` and `not_in` (ids), and `why`.
    """
    if path := case_file(wish):
        return _tell(copies_from_file(path), wish)
    with unlocked(wish, folders) as vault:
        return _tell(vault.printing().copies(wish.case), wish)


def _tell(copies: Copies, wish: argparse.Namespace) -> int:
    one, other = wish.readers
    found = copies.betrayals(one, other)
    items = [
        {"place": str(item.place), "in": item.held_by, "not_in": item.lacked_by, "why": item.why.value}
        for item in found
    ]
    return tell(wish, items, _in_words(found, copies.names))


def _in_words(found: Sequence[Betrayal], names: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of a table with a betrayal a line; one sentence if there is none.

    It names places and kinds, and no text of the plan: others may see the terminal. `names` are the names the
    plan uses, by id.
    """
    if not found:
        yield _("Naast elkaar verraden deze twee papieren niets.")
        return
    rows = [
        (_("Wat"), _("Wel bij"), _("Niet bij"), _("Waarom niet"), _("Plek")),
        *(_row(item, names) for item in found),
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield _GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _row(item: Betrayal, names: Mapping[str, str]) -> tuple[str, ...]:
    why = not_in_paper_label(item.why, spoken())
    return _what(item.place, names), names[item.held_by], names[item.lacked_by], why, str(item.place)


def _what(place: Place, names: Mapping[str, str]) -> str:
    if place.kind == "people":
        return _("telefoon of e-mail van {name}").format(name=names[place.id])
    return place_label(place, spoken())
