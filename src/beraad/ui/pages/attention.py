"""Tone of the pill for something that asks for attention, by how urgent it is."""

from beraad.codes import AttentionKind
from beraad.services.attention import Attention
from beraad.ui.widgets.pill import Pill

_TONES = dict.fromkeys(AttentionKind, "amber") | {
    AttentionKind.ANSWERS_MISSING: "danger",
    AttentionKind.SCORE_FELL: "danger",
    AttentionKind.NO_NEXT_MEETING: "",
}


def tone_of(item: Attention) -> str:
    """Return the tone that says how urgent it is."""
    return _TONES[item.kind]


def attention_pill(item: Attention) -> Pill:
    """Return a pill with its few words."""
    return Pill(item.text, tone_of(item))
