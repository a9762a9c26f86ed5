"""Open one case of a store, to read it or for one act; no other case is looked at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from beraad.clock import WallClock
from beraad.codes import ActKind
from beraad.models import Case
from beraad.places import Place
from beraad.services.acts import Acts
from beraad.services.case_undo import CaseUndo
from beraad.store.case_rows import no_rows
from beraad.store.store import Store


@contextmanager
def reading(store: Store, reference: str) -> Iterator[Case]:
    """Open a case to read. Raises UnknownCase."""
    with store.unit_of_work() as work:
        yield work.cases.get(reference)


@contextmanager
def keeping(store: Store, reference: str, clock: WallClock = dt.datetime.now) -> Iterator[Case]:
    """Open a case to change drafts, which is no act; they are kept on leaving.

    Raises UnknownCase, and what a commit raises.
    """
    with store.unit_of_work() as work:
        acts = Acts(work, clock)
        yield work.cases.get(reference)
        acts.keep()


@contextmanager
def changing(
    store: Store,
    kind: ActKind,
    reference: str,
    clock: WallClock = dt.datetime.now,
    undo: CaseUndo | None = None,
) -> Iterator[Case]:
    """Open a case for one act, which is kept on leaving, and added to `undo`.

    Raises UnknownCase, and what a commit raises.
    """
    with store.unit_of_work() as work:
        case, before = work.cases.get(reference), no_rows()

        def note(_places: tuple[Place, ...]) -> None:
            nonlocal before
            if undo is not None:
                before = work.rows_before(reference)

        with Acts(work, clock).act(kind, case, follow=note) as doing:
            yield case
        if undo is not None and doing.act is not None:
            undo.add(work, doing.act, before)
