"""What printing made, what it withheld and why, and the list of it that stands beside the copies."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum

from beraad.disclosure.childs_views import ConsoleLeftOff
from beraad.disclosure.console_views import ConsoleLeak
from beraad.services.unwritable import Unwritable


class Reason(StrEnum):
    """Why somebody gets no copy."""

    LEAK = "leak"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class CopyMade:
    """One printed copy; `file` is its name in the folder."""

    person: str
    called: str
    file: str
    pages: int
    code: str
    take_home: bool = True
    """Whether this paper may go home; else it waits somewhere else."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """Somebody who gets no copy, why, and the place in the case that decides it."""

    person: str
    called: str
    reason: Reason
    where: str
    leaks: tuple[ConsoleLeak, ...] = ()


@dataclass(frozen=True, slots=True)
class Remarked:
    """A text in somebody's copy that may tell what this person may not know; the copy was made."""

    person: str
    where: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Removed:
    """An older copy that was taken out of the folder; `file` is the name that it had."""

    person: str
    file: str


@dataclass(frozen=True, slots=True)
class Printed:
    """What was made and what was withheld."""

    reference: str
    agreed_at: str | None
    """The last of the dates on these readers' copies: of a change that is for others it says nothing."""
    copies: tuple[CopyMade, ...]
    withheld: tuple[Withheld, ...]
    remarks: tuple[Remarked, ...] = ()
    removed: tuple[Removed, ...] = ()
    unwritable: tuple[Unwritable, ...] = ()
    left_off: tuple[ConsoleLeftOff, ...] = ()
    """What is meant for a child and does not stand on its copy."""
    cancelled: bool = False

    @property
    def not_home(self) -> tuple[str, ...]:
        """Names of those whose paper may not go home."""
        return tuple(item.called for item in self.copies if not item.take_home)

    @property
    def leaked(self) -> bool:
        """Whether a leak withheld a copy."""
        return any(item.reason is Reason.LEAK for item in self.withheld)


def listing(printed: Printed) -> bytes:
    """What copies.json holds: for the facilitator alone."""
    document = {
        "reference": printed.reference,
        "agreed_at": printed.agreed_at,
        "copies": [
            {
                "person": item.person,
                "file": item.file,
                "pages": item.pages,
                "code": item.code,
                "take_home": item.take_home,
            }
            for item in printed.copies
        ],
        "withheld": [
            {"person": item.person, "reason": item.reason.value, "where": item.where}
            for item in printed.withheld
        ],
        "remarks": [
            {"person": item.person, "where": item.where, "words": list(item.words)}
            for item in printed.remarks
        ],
        "unwritable": [{"text": item.text, "person": item.person} for item in printed.unwritable],
        "left_off": [
            {"person": item.child, "where": item.place, "why": item.why.value, "words": list(item.words)}
            for item in printed.left_off
        ],
        "removed": [{"person": item.person, "file": item.file} for item in printed.removed],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
