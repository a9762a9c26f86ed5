"""Changes of an act, as undo and redo need them: of a long list only the rows that it changed."""

from __future__ import annotations

import itertools
import operator
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Documents = list[dict[str, Any]]


def _id_of(row: dict[str, Any]) -> Any:
    """Return what identifies a row among its siblings: its id, or its person's."""
    return row["id"] if "id" in row else row["person"]


@dataclass(frozen=True, slots=True)
class PartChanged:
    """Part of the meeting's document, before and after."""

    name: str
    before: Any
    after: Any

    def undone(self, now: Any) -> Any:  # noqa: ARG002 - the form of a change
        """Return the part as it was before."""
        return self.before

    def redone(self, now: Any) -> Any:  # noqa: ARG002 - the form of a change
        """Return the part as it became."""
        return self.after


@dataclass(frozen=True, slots=True)
class RowsChanged:
    """List of rows of which the act replaced `before` by `after`, at `at`.

    A meeting of three hours has thousands of acts and some hundred rows: the whole list before and after each
    act was most of what it kept in memory.
    """

    name: str
    at: int
    before: tuple[dict[str, Any], ...]
    after: tuple[dict[str, Any], ...]

    def undone(self, now: Documents) -> Documents:
        """Return the list as it was before."""
        return self._put(now, self.before)

    def redone(self, now: Documents) -> Documents:
        """Return the list as it became."""
        return self._put(now, self.after)

    def _put(self, now: Documents, rows: tuple[dict[str, Any], ...]) -> Documents:
        # By id, so that what was changed since by something that is not undone can never be taken for these.
        changed = {_id_of(row) for row in (*self.before, *self.after)}
        others = [row for row in now if _id_of(row) not in changed]
        return [*others[: self.at], *rows, *others[self.at :]]


Change = PartChanged | RowsChanged


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    """Yield the differences between two states of a meeting's document."""
    for name, is_now in after.items():
        was = before.get(name)
        if was is not is_now and was != is_now:
            yield _rows(name, was, is_now) or PartChanged(name, was, is_now)


def joined(first: tuple[Change, ...], then: tuple[Change, ...]) -> tuple[Change, ...]:
    """Join two successive changes of whole parts into one; see `PartChanged`."""
    parts: dict[str, PartChanged] = {}
    for change in (*first, *then):
        if isinstance(change, PartChanged):
            begun = parts.get(change.name, change)
            parts[change.name] = PartChanged(change.name, begun.before, change.after)
    return tuple(change for change in parts.values() if change.before != change.after)


def _rows(name: str, was: Any, is_now: Any) -> RowsChanged | None:
    """The rows that changed; None for what is no list of rows that each have an id of their own."""
    if not (_is_list_of_rows(was) and _is_list_of_rows(is_now)):
        return None
    at = _stayed(was, is_now)
    behind = min(_stayed(was[::-1], is_now[::-1]), len(was) - at, len(is_now) - at)
    return RowsChanged(name, at, tuple(was[at : len(was) - behind]), tuple(is_now[at : len(is_now) - behind]))


def _stayed(was: Documents, is_now: Documents) -> int:
    """Return how many rows are the same in both, from the first on."""
    # What stayed is mostly the very same document: no need to compare what it holds.
    others = itertools.compress(itertools.count(), map(operator.is_not, was, is_now))
    return next((at for at in others if was[at] != is_now[at]), min(len(was), len(is_now)))


def _is_list_of_rows(part: Any) -> bool:
    if not isinstance(part, list):
        return False
    try:
        ids = set(map(_id_of, part))
    except (KeyError, TypeError):
        return False
    return len(ids) == len(part) and None not in ids
