"""Acts that can be taken back, and those that can be done again: for a meeting and for the pages of cases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from beraad.services.acts import Act


class Listed(Protocol):
    """Act, with what it takes to put it back."""

    @property
    def act(self) -> Act:
        """Act as it was saved."""


T = TypeVar("T", bound=Listed)


class UndoList(Generic[T]):
    """List from which the newest act is taken back first, and done again as long as nothing new is done."""

    def __init__(self) -> None:
        self._done: list[T] = []
        self._undone: list[T] = []

    @property
    def done(self) -> Sequence[T]:
        """Acts that can be taken back, the oldest first."""
        return self._done

    @property
    def undoable(self) -> Act | None:
        """Act that undo would take back, or None."""
        return self._done[-1].act if self._done else None

    @property
    def redoable(self) -> Act | None:
        """Act that redo would do again, or None."""
        return self._undone[-1].act if self._undone else None

    def add(self, done: T) -> None:
        """Add the newest act: what was taken back before it cannot be done again."""
        self._done.append(done)
        self._undone.clear()

    def drop_last(self) -> None:
        """Forget the newest act, as another holds it too or nothing is left of it."""
        self._done.pop()

    def undo(self, put: Callable[[T], T]) -> Act | None:
        """Take the newest act back with `put`, which returns what redo needs of it; return the act.

        What `put` raises leaves the list as it was.
        """
        return _step(self._done, self._undone, put)

    def redo(self, put: Callable[[T], T]) -> Act | None:
        """Do the act again that was taken back last, with `put`; see `undo`."""
        return _step(self._undone, self._done, put)

    def forget_through(self, is_lost: Callable[[T], bool]) -> None:
        """Forget each act that is lost, and all that can be reached only by way of it."""
        for acts in (self._done, self._undone):
            newest = next((at for at in range(len(acts), 0, -1) if is_lost(acts[at - 1])), 0)
            del acts[:newest]

    def clear(self) -> None:
        """Forget everything."""
        self._done.clear()
        self._undone.clear()


def _step(source: list[T], target: list[T], put: Callable[[T], T]) -> Act | None:
    if not source:
        return None
    done = put(source[-1])
    source.pop()
    target.append(done)
    return done.act
