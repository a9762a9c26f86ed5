"""Finds words in all cases, for the facilitator: names, references, places, statements and agreements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from beraad.codes import FoundIn
from beraad.store.search import MOST, Found, SearchIndex
from beraad.store.store import Store
from beraad.store.unit_of_work import UnitOfWork

__all__ = ["MOST", "CaseSearch", "CatchUp", "Found", "Part", "found_in"]

Tell = Callable[[int, int], None]
"""Callback for the number of cases read, and of all; an exception from it stops the reading."""


@dataclass(frozen=True, slots=True)
class Part:
    """Part of a case to go to; `id` is of a person or of a meeting, and empty for the case."""

    kind: FoundIn
    id: str = ""


def found_in(item: Found) -> Part:
    """Return the part of its case in which a text stands."""
    match item.place:
        case ("people", person, _field):
            return Part(FoundIn.PERSON, person)
        case ("meetings", meeting, "statements", *_rest):
            return Part(FoundIn.STATEMENT, meeting)
        case ("meetings", meeting, "agreements", *_rest):
            return Part(FoundIn.AGREEMENT, meeting)
        case ("meetings", meeting, _field):
            return Part(FoundIn.MEETING, meeting)
        case _:
            return Part(FoundIn.CASE)


class CaseSearch:
    """Search in all cases of one store, with an index that is held in memory."""

    def __init__(self, store: Store) -> None:
        self._store, self._index = store, SearchIndex()
        self._filled = False

    @property
    def is_current(self) -> bool:
        """True if the index holds what the store holds."""
        return self._filled and not self._store.has_changed

    def catch_up(self) -> CatchUp:
        """Return the job that reads the changed cases into the index; the first one reads all cases.

        The job may run on a worker thread; do not search meanwhile. Raises what opening a unit of work
        raises.
        """
        unit = self._store.unit_of_work()
        keys = self._store.take_changed()
        filled, self._filled = self._filled, False
        return CatchUp(self._index, unit, keys if filled else None, self._finish)

    def find(self, words: str, most: int) -> tuple[Found, ...]:
        """Return the texts in which every one of these words begins a word, at most `most`.

        Names first, then other texts; in both the newest case first.
        """
        return self._index.find(words, most)

    def close(self) -> None:
        """Close the index and forget everything."""
        self._filled = False
        self._index.close()

    def _finish(self) -> None:
        self._filled = True


class CatchUp:
    """Job that reads cases into the index; the index counts as empty until the job succeeds."""

    def __init__(
        self, index: SearchIndex, unit: UnitOfWork, keys: set[int] | None, finish: Callable[[], None]
    ) -> None:
        self._index, self._unit, self._keys, self._finish = index, unit, keys, finish

    def __call__(self, tell: Tell = lambda _at, _of: None) -> None:
        """Read the cases. Raises DatabaseDamaged, and what `tell` raises."""
        self._index.read(self._unit, self._keys, tell)
        self._finish()

    def close(self) -> None:
        """Close the unit of work; call it on the thread that made the job."""
        self._unit.close()
