"""What in a case asks for attention."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from beraad.i18n import _, format_list, ngettext
from beraad.services.cases import CaseLine
from beraad.terms import OVER


@dataclass(frozen=True, slots=True)
class Attention:
    """A few words, and the tone of their pill (danger, amber, or nothing)."""

    text: str
    tone: str = ""


def attention_of(line: CaseLine, today: dt.date) -> tuple[Attention, ...]:
    """What asks for attention, the most pressing first; nothing in a case that is over."""
    return () if line.phase in OVER else tuple(_found(line, today))


def _found(line: CaseLine, today: dt.date) -> Iterator[Attention]:
    if line.changed_since_agreed:
        yield Attention(_("plan veranderd, nog niet opnieuw vastgesteld"), "amber")
    if line.agreed and line.to_answer:
        count = line.to_answer
        words = ngettext("{count} antwoord ontbreekt", "{count} antwoorden ontbreken", count)
        yield Attention(words.format(count=count), "danger")
    if line.fell:
        yield Attention(_("cijfer gezakt: {people}").format(people=format_list(line.fell)), "danger")
    if line.past_end:
        count = line.past_end
        words = ngettext("{count} einddatum voorbij", "{count} einddata voorbij", count)
        yield Attention(words.format(count=count), "amber")
    if line.to_check:
        count = line.to_check
        words = ngettext("{count} afspraak nakijken", "{count} afspraken nakijken", count)
        yield Attention(words.format(count=count), "amber")
    if line.meeting is None:
        yield Attention(_("nog geen beraad gepland"), "amber")
    elif not is_planned(line):
        words = _("beraad nog niet gepland") if line.agreed_next else _("geen volgend beraad gepland")
        yield Attention(words, "amber" if line.agreed_next else "")
    elif line.meeting_starts_at and line.meeting_starts_at[:10] < today.isoformat():
        yield Attention(_("beraad nog niet vastgesteld"), "amber")


def is_planned(line: CaseLine) -> bool:
    """Whether the meeting of this line is still to come or to be decided."""
    return line.meeting is not None and not line.meeting_agreed
