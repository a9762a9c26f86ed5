"""What in a case asks for attention: the one most pressing thing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from beraad.i18n import _, ngettext
from beraad.services.cases import CaseLine
from beraad.terms import Phase

_OVER = frozenset({Phase.CLOSED, Phase.ENDED_EARLY})


@dataclass(frozen=True, slots=True)
class Attention:
    """A few words, and the tone of their pill (danger, amber, or nothing)."""

    text: str
    tone: str = ""


def attention_of(line: CaseLine, today: dt.date) -> Attention | None:
    """The most pressing thing of a case; None where nothing asks for anything."""
    return None if line.phase in _OVER else next(_found(line, today), None)


def _found(line: CaseLine, today: dt.date) -> Iterator[Attention]:
    """What asks for attention, the most pressing first."""
    if line.agreed and line.to_answer:
        count = line.to_answer
        words = ngettext("{count} antwoord ontbreekt", "{count} antwoorden ontbreken", count)
        yield Attention(words.format(count=count), "danger")
    if len(line.trend) > 1 and line.trend[-1] < line.trend[-2]:
        yield Attention(_("schaal gezakt"), "amber")
    if line.meeting is None:
        yield Attention(_("nog geen beraad gepland"), "amber")
    elif not is_planned(line):
        yield Attention(_("geen volgend beraad gepland"))
    elif line.meeting_starts_at and line.meeting_starts_at[:10] < today.isoformat():
        yield Attention(_("beraad nog niet vastgesteld"), "amber")


def is_planned(line: CaseLine) -> bool:
    """Whether the meeting of this line is still to come or to be decided."""
    return line.meeting is not None and not line.meeting_agreed
