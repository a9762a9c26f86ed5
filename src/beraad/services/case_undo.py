"""Undo and redo for the pages of cases, beside a meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from beraad.clock import WallClock
from beraad.codes import ActKind
from beraad.services.acts import Act, Acts
from beraad.services.undo_list import UndoList
from beraad.store.case_rows import CaseRows, RowChange, changes_between
from beraad.store.errors import ChangedElsewhere, StoreError
from beraad.store.store import Store
from beraad.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class _Done:
    act: Act
    changes: tuple[RowChange, ...]
    """Rows to put back, to take it back or, once it was taken back, to do it again."""


class CaseUndo:
    """Acts of one page of cases that can be taken back; it ends with the page, and with the store.

    An act is put back by the rows that it changed, exactly, and only while they are still as it left them.
    """

    def __init__(self, store: Store, clock: WallClock = dt.datetime.now) -> None:
        self._store, self._clock = store, clock
        self._list = UndoList[_Done]()

    @property
    def undoable(self) -> ActKind | None:
        """Act that undo would take back, or None."""
        return act.kind if (act := self._list.undoable) else None

    @property
    def redoable(self) -> ActKind | None:
        """Act that redo would do again, or None."""
        return act.kind if (act := self._list.redoable) else None

    def undo(self) -> ActKind | None:
        """Take the last act back, durably; return it.

        Raises ChangedElsewhere if what it changed is not as it left it: then nothing can be taken back any
        more. Raises what `UnitOfWork.commit` raises.
        """
        return self._put(self._list.undo, ActKind.UNDONE)

    def redo(self) -> ActKind | None:
        """Do the act again that was taken back last, durably; return it. Raises what `undo` raises."""
        return self._put(self._list.redo, ActKind.REDONE)

    def add(self, work: UnitOfWork, act: Act, before: CaseRows) -> None:
        """Add an act that this unit of work just saved; `before` are the rows as they were, by table."""
        try:
            now = work.cases.rows(act.case, before)
        except StoreError:
            # The act is saved; without its rows no undo can go past it.
            self._list.clear()
            return
        if changes := changes_between(before, now):
            self._list.add(_Done(act, changes))

    def _put(self, step: Callable[[Callable[[_Done], _Done]], Act | None], kind: ActKind) -> ActKind | None:
        def put(done: _Done) -> _Done:
            with self._store.unit_of_work() as work:
                Acts(work, self._clock).put_back(kind, done.act, done.changes)
            return replace(done, changes=tuple(change.reversed() for change in done.changes))

        try:
            act = step(put)
        except ChangedElsewhere:
            self._list.clear()
            raise
        return act.kind if act else None
