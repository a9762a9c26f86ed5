"""SMART rules of one agreement, and the words that make one vague. Pure functions that return codes.

Source of all rules: the working method of the netwerkberaad (Specific, Measurable, Accepted, Realistic,
Timed, each with a plain meaning).
"""

import datetime as dt
import re
from dataclasses import dataclass

from beraad.models.agreement import Agreement, Readiness
from beraad.models.meeting import Meeting
from beraad.models.person import Person, is_child
from beraad.recurring import last_day
from beraad.terms import (
    IN_THE_ROOM,
    LOW_READINESS_BELOW,
    MUST_BE_COVERED,
    Column,
    Lack,
    TimingKind,
)

VAGUE_WORDS = (
    "proberen",
    "probeert",
    "probeer",
    "beter",
    "zo veel mogelijk",
    "zoveel mogelijk",
    "zo snel mogelijk",
    "zo goed mogelijk",
    "waar mogelijk",
    "indien mogelijk",
    "vaker",
    "minder",
    "meer",
    "misschien",
    "eventueel",
    "binnenkort",
    "regelmatig",
    "af en toe",
    "soms",
    "ons best",
    "mijn best",
    "zijn best",
    "haar best",
    "hun best",
    "rekening houden",
    "streven",
    "streeft",
)
"""Words that promise nothing anybody can see (the method names *proberen*, *beter*, *zo veel mogelijk*)."""

_VAGUE = re.compile(r"\b(?:" + "|".join(re.escape(word) for word in VAGUE_WORDS) + r")\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class VagueWord:
    """Vague word and its position: `text[start:end]`."""

    word: str
    start: int
    end: int


def vague_words(text: str) -> tuple[VagueWord, ...]:
    """Return the vague words in `text`, in order.

    Reason: an agreement that nobody can see kept or broken protects nobody.
    """
    return tuple(VagueWord(hit.group().casefold(), *hit.span()) for hit in _VAGUE.finditer(text))


def at_table(meeting: Meeting) -> frozenset[str]:
    """Return the ids of those who came, in the room or by phone."""
    return frozenset(item.person for item in meeting.participants if item.attendance in IN_THE_ROOM)


def lacks(agreement: Agreement, here: frozenset[str]) -> tuple[Lack, ...]:
    """Return what `agreement` lacks, in the order of the lamps, with these people `here`; empty if complete.

    - S: what exactly, and who. Reason: everybody must know who does what.
    - M: how the others notice, and who checks. Reason: otherwise nobody knows whether it is safe.
    - A: every owner said yes at the table. Reason: what is pinned on somebody absent stays open.
    - R: willingness, confidence and capacity of each owner known, and none below 6 without a remark on
      what helps. Reason: an agreement somebody cannot keep is false safety.
    - T: from when, until when, how often. Reason: without a date nothing can be checked. What comes back
      ends on a day, by its rule or after a number of times; an end lies behind the beginning.
    - And what if it fails. Reason: the plan is for the day it goes wrong.
    """
    found: list[Lack] = []
    if not agreement.what.strip():
        found.append(Lack.NO_TEXT)
    if not agreement.owners:
        found.append(Lack.NO_OWNER)
    if not _filled(agreement.measured_by):
        found.append(Lack.NO_MEASURE)
    if not agreement.checked_by:
        found.append(Lack.NO_CHECKER)
    if not_accepted(agreement):
        found.append(Lack.NOT_ACCEPTED)
    if here and not here.issuperset(not_accepted(agreement)):
        found.append(Lack.OWNER_NOT_AT_TABLE)
    found.extend(_readiness_lacks(agreement))
    found.extend(_timing_lacks(agreement))
    if not _filled(agreement.fallback):
        found.append(Lack.NO_FALLBACK)
    return tuple(found)


def not_accepted(agreement: Agreement) -> tuple[str, ...]:
    """Return the ids of owners who did not say yes yet.

    Reason: nobody has to answer for a promise that somebody else made for them.
    """
    return tuple(owner for owner in agreement.owners if owner not in agreement.accepted_by)


def carries_safety(agreement: Agreement, statements: dict[str, tuple[Column, bool]]) -> bool:
    """Return True if somebody's safety depends on this agreement.

    It does if the agreement covers something of the danger column or a bottom line, or if nobody said what it
    covers. `statements` maps ids to (column, must be covered).
    """
    covered = [statements[item] for item in agreement.covers if item in statements]
    return not covered or any(column == Column.DANGER or must for column, must in covered)


def children_who_carry(
    agreement: Agreement, meeting: Meeting, people: dict[str, Person], day: dt.date
) -> tuple[str, ...]:
    """Return the ids of owners under 18 on `day` of an agreement that carries safety.

    Reason: a child is never the owner of an agreement that carries safety; that is the grown-ups' task.
    """
    owners = tuple(owner for owner in agreement.owners if is_child(people.get(owner), day))
    if not owners:
        return ()
    statements = {item.id: (Column(item.column), item.kind in MUST_BE_COVERED) for item in meeting.statements}
    return owners if carries_safety(agreement, statements) else ()


def _filled(text: str | None) -> bool:
    return bool(text and text.strip())


def readiness_unknown(agreement: Agreement) -> tuple[str, ...]:
    """Return the ids of owners of whom willingness, confidence or capacity is not known."""
    known = _readiness_of(agreement)
    return tuple(owner for owner in agreement.owners if owner not in known or None in _three(known[owner]))


def low_without_help(agreement: Agreement) -> tuple[str, ...]:
    """Return the ids of owners with a low value and no remark on what helps."""
    known = _readiness_of(agreement)
    return tuple(
        owner
        for owner in agreement.owners
        if owner in known and _is_low(known[owner]) and not _filled(known[owner].remark)
    )


def _readiness_of(agreement: Agreement) -> dict[str, Readiness]:
    return {item.person: item for item in agreement.readiness}


def _readiness_lacks(agreement: Agreement) -> list[Lack]:
    found = []
    if readiness_unknown(agreement):
        found.append(Lack.READINESS_UNKNOWN)
    if low_without_help(agreement):
        found.append(Lack.LOW_WITHOUT_HELP)
    return found


def _three(item: Readiness) -> tuple[int | None, int | None, int | None]:
    return item.willingness, item.confidence, item.capacity


def _is_low(item: Readiness) -> bool:
    return any(value is not None and value < LOW_READINESS_BELOW for value in _three(item))


def _timing_lacks(agreement: Agreement) -> list[Lack]:
    timing = agreement.timing
    found = []
    if timing.starts_on is None:
        found.append(Lack.NO_START)
    last = timing.ends_on or last_day(timing.rule, timing.at)
    if timing.kind == TimingKind.RECURRING:
        if last is None and not _counted(timing.rule):
            found.append(Lack.NO_END)
        if not _filled(timing.rule):
            found.append(Lack.NO_RULE)
    if timing.starts_on is not None and last is not None and last < timing.starts_on:
        found.append(Lack.ENDS_BEFORE_START)
    return found


def _counted(rule: str | None) -> bool:
    """Return True if a rule says how many times."""
    return bool(re.search(r"(?:^|;)COUNT=\d", rule or "", re.IGNORECASE))
