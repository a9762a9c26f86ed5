"""Words for what asks for attention in a case."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.codes import AttentionKind
from beraad.i18n import N_, Language

_PLAIN = {
    AttentionKind.PLAN_CHANGED: N_("plan veranderd, nog niet opnieuw vastgesteld"),
    AttentionKind.MONITORED_A_YEAR: N_("monitoring bijna een jaar of langer"),
    AttentionKind.NO_MEETING: N_("nog geen beraad gepland"),
    AttentionKind.NEXT_NOT_PLANNED: N_("beraad nog niet gepland"),
    AttentionKind.NO_NEXT_MEETING: N_("geen volgend beraad gepland"),
    AttentionKind.NOT_AGREED: N_("beraad nog niet vastgesteld"),
}


def attention_label(kind: AttentionKind, count: int, people: Sequence[str], _: Language) -> str:
    """Return it in a few words, with how many of it there are, and the names of whom it is about."""
    match kind:
        case AttentionKind.ANSWERS_MISSING:
            words = _.ngettext("{count} antwoord ontbreekt", "{count} antwoorden ontbreken", count)
        case AttentionKind.PAPER_OLD:
            words = _.ngettext("{count} oud papier niet terug", "{count} oude papieren niet terug", count)
        case AttentionKind.PAPER_TO_GIVE:
            words = _.ngettext("{count} exemplaar nog geven", "{count} exemplaren nog geven", count)
        case AttentionKind.NOT_KEPT_TWICE:
            words = _.ngettext(
                "{count} afspraak 2 keer niet nagekomen", "{count} afspraken 2 keer niet nagekomen", count
            )
        case AttentionKind.WORKERS_MISSING:
            words = _.ngettext(
                "{count} vaste hulpverlener ontbreekt", "{count} vaste hulpverleners ontbreken", count
            )
        case AttentionKind.SCORE_FELL:
            words = _("cijfer gezakt: {people}")
        case AttentionKind.PAST_END:
            words = _.ngettext("{count} einddatum voorbij", "{count} einddata voorbij", count)
        case AttentionKind.CHECK_OVERDUE:
            words = _.ngettext("{count} afspraak nakijken", "{count} afspraken nakijken", count)
        case _other:
            words = _(_PLAIN[kind])
    return words.format(count=count, people=_.listed(people))
