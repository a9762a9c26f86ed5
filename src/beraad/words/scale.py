"""Words for a scale question: what the room sees of the answers, and what becomes of what was said."""

from __future__ import annotations

from beraad.i18n import N_, Language
from beraad.terms import RoomSees, Said

_CHOICES = {
    RoomSees.ALL: N_("Alles, met naam"),
    RoomSees.CIRCLES: N_("Per kring"),
    RoomSees.WORDS: N_("Alleen eigen woorden"),
}
_SEEN = {
    RoomSees.NOTHING: N_("De kamer ziet nu alleen de vraag."),
    RoomSees.ALL: N_("De kamer ziet nu alle cijfers."),
    RoomSees.CIRCLES: N_("De kamer ziet nu per kring het laagste en het hoogste cijfer."),
    RoomSees.WORDS: N_("De kamer leest nu wat mensen erbij zeiden."),
}
_ASKED = {
    Said.BECAUSE: N_("Waarom niet lager?"),
    Said.ONE_UP: N_("Eén hoger:"),
}
_TO_COLUMN = {
    Said.BECAUSE: N_("Naar Wat gaat goed"),
    Said.ONE_UP: N_("Naar Wat moet er gebeuren"),
}
_IN_COLUMN = {
    Said.BECAUSE: N_("Staat bij Wat gaat goed"),
    Said.ONE_UP: N_("Staat bij Wat moet er gebeuren"),
}


def room_sees_label(sees: RoomSees, _: Language) -> str:
    """Return what the room can be shown, as a choice."""
    return _(_CHOICES[sees])


def room_sees_sentence(sees: RoomSees, _: Language) -> str:
    """Return what the room sees now."""
    return _(_SEEN[sees])


def said_question(said: Said, _: Language) -> str:
    """Return the question to which somebody said this with a number."""
    return _(_ASKED[said])


def said_to_column(said: Said, _: Language) -> str:
    """Return the column to which these words can be brought."""
    return _(_TO_COLUMN[said])


def said_in_column(said: Said, _: Language) -> str:
    """Return the column in which these words stand."""
    return _(_IN_COLUMN[said])
