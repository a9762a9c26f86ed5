"""Result of printing: copies, copies withheld and why, and the list of them beside the copies."""

from __future__ import annotations

import json
from dataclasses import dataclass

from beraad.codes import NoCopy
from beraad.disclosure.childs_views import ConsoleLeftOff
from beraad.disclosure.console_views import ConsoleLeak
from beraad.places import Place
from beraad.services.unwritable import Unwritable
from beraad.terms import Paper


@dataclass(frozen=True, slots=True)
class ReaderLine:
    """Reader in the print dialog."""

    person: str
    called: str
    paper: Paper
    paper_note: str | None
    card: bool = False
    """True if a part of what this person may see stands on a separate card: others may see the paper."""


@dataclass(frozen=True, slots=True)
class CopyMade:
    """One printed copy; `file` is its name in the folder."""

    person: str
    called: str
    file: str
    pages: int
    code: str
    take_home: bool = True
    """True if this paper may go home; else it waits somewhere else."""
    card: bool = False
    """True if it is the separate card beside a paper that others may see."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """Person who gets no copy, why, and the place in the case that decides it."""

    person: str
    called: str
    reason: NoCopy
    where: Place
    leaks: tuple[ConsoleLeak, ...] = ()


@dataclass(frozen=True, slots=True)
class Remarked:
    """Text in somebody's copy that may tell what this person may not know; the copy was made."""

    person: str
    where: Place
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Removed:
    """Older copy that was removed from the folder; `file` is the name that it had."""

    person: str
    file: str


@dataclass(frozen=True, slots=True)
class Printed:
    """Copies that were made and that were withheld."""

    reference: str
    agreed_at: str | None
    """Last of the dates on these readers' copies: a change that is for others does not count."""
    copies: tuple[CopyMade, ...]
    withheld: tuple[Withheld, ...]
    remarks: tuple[Remarked, ...] = ()
    removed: tuple[Removed, ...] = ()
    unwritable: tuple[Unwritable, ...] = ()
    left_off: tuple[ConsoleLeftOff, ...] = ()
    """Items meant for a child that are left off its copy."""
    cancelled: bool = False

    @property
    def not_home(self) -> tuple[str, ...]:
        """Names of those whose paper may not go home."""
        return tuple(item.called for item in self.copies if not item.take_home and not item.card)

    @property
    def with_card(self) -> tuple[str, ...]:
        """Names of those who have a separate card beside their paper."""
        return tuple(item.called for item in self.copies if item.card)

    @property
    def leaked(self) -> bool:
        """True if a leak withheld a copy."""
        return any(item.reason is NoCopy.LEAK for item in self.withheld)


def listing(printed: Printed) -> bytes:
    """Return the content of copies.json: for the facilitator alone."""
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
                **({"card": True} if item.card else {}),
            }
            for item in printed.copies
        ],
        "withheld": [
            {"person": item.person, "reason": item.reason.value, "where": str(item.where)}
            for item in printed.withheld
        ],
        "remarks": [
            {"person": item.person, "where": str(item.where), "words": list(item.words)}
            for item in printed.remarks
        ],
        "unwritable": [{"text": item.text, "person": item.person} for item in printed.unwritable],
        "left_off": [
            {"person": item.child, "where": str(item.place), "why": item.why.value, "words": list(item.words)}
            for item in printed.left_off
        ],
        "removed": [{"person": item.person, "file": item.file} for item in printed.removed],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
