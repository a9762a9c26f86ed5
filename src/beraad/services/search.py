"""Finds words in all cases, for the facilitator: names, references, places, statements and agreements."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from beraad.i18n import _
from beraad.store.search import MOST, Found, SearchIndex
from beraad.store.store import Store
from beraad.texts import on_one_line

__all__ = ["Found", "found_in_json", "found_in_words", "search"]


def search(store: Store, words: str) -> tuple[Found, ...]:
    """Return the texts in which every one of these words begins a word, in the order of the references."""
    with store.unit_of_work() as work:
        index = SearchIndex.of(work)
    try:
        return index.find(words)
    finally:
        index.close()


def found_in_json(found: tuple[Found, ...]) -> str:
    """Return a JSON list of objects: `reference`, `place` (a path into the case), `text`."""
    return json.dumps([asdict(item) for item in found], indent=2)


def found_in_words(found: tuple[Found, ...]) -> Iterator[str]:
    """Yield a line per place, with its case; one sentence if nothing was found, or more than is shown."""
    for item in found:
        yield f"{item.reference}  {on_one_line(item.text)}"
    if not found:
        yield _("Niets gevonden. Zoek op iets anders.")
    if len(found) == MOST:
        yield _("Er is nog meer. Zoek op meer woorden.")
