"""`beraad search`: words in all cases."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing

from beraad.i18n import _
from beraad.paths import Folders
from beraad.services.search import MOST, Found
from beraad.texts import on_one_line
from beraad.verbs.opening import unlocked
from beraad.verbs.telling import tell


def search_cases(wish: argparse.Namespace, folders: Folders) -> int:
    """Print where in all cases these words occur.

    As JSON: a list of objects with `reference`, `place` (a path into the case) and `text`.
    """
    with unlocked(wish, folders) as vault:
        with closing(vault.search.catch_up()) as read:
            read()
        found = vault.search.find(" ".join(wish.words), MOST)
    items = [{"reference": item.reference, "place": str(item.place), "text": item.text} for item in found]
    return tell(wish, items, _in_words(found))


def _in_words(found: tuple[Found, ...]) -> Iterator[str]:
    """Yield a line per place, with its case; one sentence if nothing was found, or more than is shown."""
    for item in found:
        yield f"{item.reference}  {on_one_line(item.text)}"
    if not found:
        yield _("Niets gevonden. Zoek op iets anders.")
    if len(found) == MOST:
        yield _("Er is nog meer. Zoek op meer woorden.")
