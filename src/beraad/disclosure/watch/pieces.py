"""Pieces: the things that a field can hold."""

from __future__ import annotations

import dataclasses
import enum


class Holds(enum.Enum):
    """Kinds of piece."""

    NUMBER = enum.auto()
    EMAIL = enum.auto()
    ACCOUNT = enum.auto()
    CODE = enum.auto()
    """Code of letters and digits, such as a number plate."""
    POSTCODE = enum.auto()
    ADDRESS = enum.auto()
    STREET = enum.auto()
    NAME = enum.auto()
    """Name of an institution, a house, or somebody by more than one name."""
    PERSON = enum.auto()
    """Single name of a person: many texts hold it that are about something else."""
    PHRASE = enum.auto()
    """Ordinary words of unknown meaning."""


@dataclasses.dataclass(frozen=True, slots=True)
class Piece:
    """One thing that a field holds; for an address `text` is the street."""

    holds: Holds
    text: str
    number: str = ""
    what: str = ""
    """Word for its kind in front of a name, as the field has it."""
    school: bool = False
    """True for the name of a school: it is then also a name with that word behind it."""
    institution: bool = False
    """True for the name of an institution: then any part of it that is no ordinary word tells it."""
