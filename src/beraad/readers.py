"""Readers of an item or a detail, as a value, and the form in which rows and case files keep it."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.terms import VisibleTo

EVERYONE_BUT = "everyone_but"
"""Only key of the object by which a case file lets everyone see something but these people."""


@dataclass(frozen=True, slots=True)
class Readers:
    """Readers of something; the facilitator always is one.

    Everyone, professionals, the facilitator alone, these people by id (`only`), or everyone of the case,
    also people added later, but these (`everyone_but`).
    """

    group: VisibleTo | None
    """Group; None for people by id."""
    people: tuple[str, ...] = ()
    """Ids that it names: of the readers, or, of everyone, of those who are left out."""

    @classmethod
    def only(cls, *people: str) -> Readers:
        """Return these people, each once; the facilitator alone if there are none."""
        return cls(None, tuple(dict.fromkeys(people))) if people else FACILITATOR

    @classmethod
    def everyone_but(cls, *people: str) -> Readers:
        """Return everyone but these people."""
        return cls(VisibleTo.EVERYONE, people)

    @classmethod
    def parse(cls, kept: object) -> Readers | None:
        """Return the readers that a row or a case file keeps; None for what is not understood.

        That is a `VisibleTo` code, a list of ids, or an object `{"everyone_but": [...]}` with at least one.
        """
        if isinstance(kept, str):
            return _GROUPS.get(kept)
        if isinstance(kept, dict) and kept.keys() == {EVERYONE_BUT}:
            people = kept[EVERYONE_BUT]
            return cls(VisibleTo.EVERYONE, tuple(people)) if _are_ids(people) and people else None
        return cls(None, tuple(kept)) if isinstance(kept, list) and _are_ids(kept) else None

    @property
    def kept(self) -> str | list[str] | dict[str, list[str]]:
        """Form in which a row or a case file keeps it; see `parse`."""
        if self.group is None:
            return list(self.people)
        return {EVERYONE_BUT: list(self.people)} if self.people else self.group.value

    @property
    def are_named(self) -> bool:
        """True if these are people by id, also if there are none."""
        return self.group is None

    @property
    def left_out(self) -> tuple[str, ...]:
        """Ids of those who are left out of everyone."""
        return () if self.group is None else self.people

    def include(self, person: str, *, professional: bool) -> bool:
        """Return True if this person, by id, is among them."""
        if self.group is VisibleTo.EVERYONE:
            return person not in self.people
        if self.group is VisibleTo.PROFESSIONALS:
            return professional
        return person in self.people

    def same_as(self, other: Readers) -> bool:
        """Return True if both are the same people, in whatever order they are named."""
        return self.group is other.group and {*self.people} == {*other.people}

    def __deepcopy__(self, _memo: object) -> Readers:
        # It does not change, and every new row has a default.
        return self


EVERYONE = Readers(VisibleTo.EVERYONE)
PROFESSIONALS = Readers(VisibleTo.PROFESSIONALS)
FACILITATOR = Readers(VisibleTo.FACILITATOR)

_GROUPS: dict[str, Readers] = {group.value: Readers(group) for group in VisibleTo}


def _are_ids(people: object) -> bool:
    return isinstance(people, list) and all(isinstance(item, str) for item in people)
