"""The things that a field can hold."""

from __future__ import annotations

import dataclasses
import enum


class Holds(enum.Enum):
    """What a piece of a field is."""

    NUMBER = enum.auto()
    EMAIL = enum.auto()
    ACCOUNT = enum.auto()
    CODE = enum.auto()
    """A mark of letters and digits, such as a number plate."""
    POSTCODE = enum.auto()
    ADDRESS = enum.auto()
    STREET = enum.auto()
    NAME = enum.auto()
    """Of an institution, a house, or somebody by more than one name."""
    PERSON = enum.auto()
    """One name alone: many texts hold it that are about something else."""
    PHRASE = enum.auto()
    """Ordinary words of which nobody knows what they are."""


@dataclasses.dataclass(frozen=True, slots=True)
class Piece:
    """One thing that a field holds; of an address `text` is the street."""

    holds: Holds
    text: str
    number: str = ""
    what: str = ""
    """In front of a name: the word for what it is, as the field has it."""
    school: bool = False
    """Whether it is the name of a school: then it is one with that word behind it too."""
    institution: bool = False
    """Whether it is the name of an institution: then a part of it that is no ordinary word tells it."""
