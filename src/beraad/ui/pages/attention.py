"""Pill for something that asks for attention: its words, and its tone by how urgent it is."""

from beraad.codes import AttentionKind
from beraad.i18n import spoken
from beraad.services.attention import Attention
from beraad.ui.widgets.pill import Pill
from beraad.words.attention import attention_label

_TONES = dict.fromkeys(AttentionKind, "amber") | {
    AttentionKind.PAPER_OLD: "danger",
    AttentionKind.ANSWERS_MISSING: "danger",
    AttentionKind.NOT_KEPT_TWICE: "danger",
    AttentionKind.SCORE_FELL: "danger",
    AttentionKind.NO_NEXT_MEETING: "",
}


def attention_words(item: Attention) -> str:
    """Return its few words."""
    return attention_label(item.kind, item.count, item.people, spoken())


def tone_of(item: Attention) -> str:
    """Return the tone that says how urgent it is."""
    return _TONES[item.kind]


def attention_pill(item: Attention) -> Pill:
    """Return the pill."""
    return Pill(attention_words(item), tone_of(item))
