"""Readers of a detail: the form in which a row keeps them (JSON), and the value in views and windows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from beraad.terms import VisibleTo

EVERYONE_BUT = "everyone_but"
"""Only key of the object by which a row lets everyone see something but these people."""


@dataclass(frozen=True, slots=True)
class EveryoneBut:
    """Everyone of the case, also people added later, except these people, by id: at least one."""

    people: tuple[str, ...]


ReadersChoice = VisibleTo | tuple[str, ...] | EveryoneBut
"""Choice of readers: a group, the ids of these people, or everyone but some."""


def excepted(kept: object) -> tuple[str, ...] | None:
    """Return the ids that an object `{"everyone_but": [...]}` leaves out; None for anything else.

    An object that leaves out nobody, has another key, or names no ids, gives None.
    """
    if not (isinstance(kept, dict) and kept.keys() == {EVERYONE_BUT}):
        return None
    people = kept[EVERYONE_BUT]
    known = isinstance(people, list) and people and all(isinstance(item, str) for item in people)
    return tuple(people) if known else None


def named_in(value: str | tuple[str, ...] | EveryoneBut) -> tuple[str, ...]:
    """Return the ids that a value names: of those who may see something, or of those who may not."""
    if isinstance(value, EveryoneBut):
        return value.people
    return value if isinstance(value, tuple) else ()


def as_kept(value: str | tuple[str, ...] | list[str] | EveryoneBut) -> Any:
    """Return a value as rows keep it: a `VisibleTo` code, a list of ids, or `{"everyone_but": [...]}`."""
    if isinstance(value, EveryoneBut):
        return {EVERYONE_BUT: list(value.people)}
    return list(value) if isinstance(value, tuple | list) else str(value)


def as_value(kept: object) -> str | tuple[str, ...] | EveryoneBut:
    """Return the immutable value for what a row keeps; for anything unknown, the facilitator alone."""
    if isinstance(kept, str):
        return str(kept)
    if isinstance(kept, list):
        return tuple(kept)
    people = excepted(kept)
    return VisibleTo.FACILITATOR.value if people is None else EveryoneBut(people)
