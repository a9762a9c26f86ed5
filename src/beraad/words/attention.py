"""Words for what asks for attention in a case."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.codes import AttentionKind
from beraad.i18n import Language


def attention_label(kind: AttentionKind, count: int, people: Sequence[str], _: Language) -> str:
    """Return it in a few words, with how many of it there are, and the names of whom it is about."""
    match kind:
        case AttentionKind.PLAN_CHANGED:
            words = _("plan veranderd, nog niet opnieuw vastgesteld")
        case AttentionKind.ANSWERS_MISSING:
            words = _.ngettext("{count} antwoord ontbreekt", "{count} antwoorden ontbreken", count)
        case AttentionKind.SCORE_FELL:
            words = _("cijfer gezakt: {people}")
        case AttentionKind.PAST_END:
            words = _.ngettext("{count} einddatum voorbij", "{count} einddata voorbij", count)
        case AttentionKind.CHECK_OVERDUE:
            words = _.ngettext("{count} afspraak nakijken", "{count} afspraken nakijken", count)
        case AttentionKind.NO_MEETING:
            words = _("nog geen beraad gepland")
        case AttentionKind.NEXT_NOT_PLANNED:
            words = _("beraad nog niet gepland")
        case AttentionKind.NO_NEXT_MEETING:
            words = _("geen volgend beraad gepland")
        case AttentionKind.NOT_AGREED:
            words = _("beraad nog niet vastgesteld")
    return words.format(count=count, people=_.listed(people))
