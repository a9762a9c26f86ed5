"""Words for a revision of the plan without a full meeting."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.i18n import N_, Language
from beraad.terms import RevisionHow

_HOW = {
    RevisionHow.PHONE: N_("telefoon"),
    RevisionHow.TALK: N_("gesprek"),
}
_AFTER = {
    RevisionHow.PHONE: N_("bijgewerkt na een telefoongesprek op {day}"),
    RevisionHow.TALK: N_("bijgewerkt na een gesprek op {day}"),
}


def revision_how_label(how: RevisionHow, _: Language) -> str:
    """Return the word for a way in which a plan is revised."""
    return _(_HOW[how])


def revised_after(how: RevisionHow, day: str, _: Language) -> str:
    """Return what a reader's copy says beside the day on which its plan was agreed; the day is in words."""
    return _(_AFTER[how]).format(day=day)


def revision_in_full(how: RevisionHow, day: str, consulted: Sequence[str], _: Language) -> str:
    """Return a revision for the file: day in words, how, and who was consulted."""
    told = f"{day}, {_(_HOW[how])}"
    return _("{told}, met {names}").format(told=told, names=_.listed(list(consulted))) if consulted else told
