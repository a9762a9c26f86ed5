"""How pressing what asks for attention is, as the tone of its pill."""

from beraad.services.attention import Attention, AttentionKind
from beraad.ui.widgets.pill import Pill

_TONES = dict.fromkeys(AttentionKind, "amber") | {
    AttentionKind.ANSWERS_MISSING: "danger",
    AttentionKind.SCORE_FELL: "danger",
    AttentionKind.NO_NEXT_MEETING: "",
}


def tone_of(item: Attention) -> str:
    """Give the tone that says how pressing it is."""
    return _TONES[item.kind]


def attention_pill(item: Attention) -> Pill:
    """A pill with its few words."""
    return Pill(item.text, tone_of(item))
