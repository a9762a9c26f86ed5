"""Lists texts that were typed and not placed: in words, with the step and the card where they wait."""

from __future__ import annotations

from collections.abc import Iterator

from beraad.i18n import _, spoken
from beraad.places import CASE, NEW, Place
from beraad.services.meeting import KeptDraft
from beraad.step_facts import AGREEING, STEP_OF_COLUMN, STEP_OF_KIND
from beraad.terms import CarryKind, Column, PlanPart, Step
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.open_point import OpenPoint
from beraad.words.meeting import step_title

_KINDS_WITH_CARD = frozenset(PlanPart)

_END = 24
"""Characters named of each end of a text."""


def waiting_texts(model: MeetingModel) -> Iterator[OpenPoint]:
    """Yield every text that waits, in the order in which they were begun."""
    for draft in model.drafts:
        step = _step_of(model, draft)
        words = _("„{text}” – {step}").format(text=_both_ends(draft.text), step=step_title(step, spoken()))
        yield OpenPoint(words, step, _card_of(draft))


def _both_ends(text: str) -> str:
    """Return the beginning and the end of a text: what was typed last mostly stands at the end."""
    words = " ".join(text.split())
    if len(words) <= 2 * _END:
        return words
    begins, ends = words[:_END], words[-_END:]
    return " ".join((begins.rpartition(" ")[0] or begins, "…", ends.partition(" ")[2] or ends))


def _step_of(model: MeetingModel, draft: KeptDraft) -> Step:
    kind, item, *rest = *draft.place, ""
    if kind == "statements":
        column = Column(rest[0]) if item == NEW else None
        known = (one.column for one in model.view.statements if one.id == item)
        return STEP_OF_COLUMN[column or next(known, Column.DANGER)]
    if kind == "carry" and item == CarryKind.STATEMENT:
        asked = (one.column for one in model.view.carry if (one.kind, one.subject) == (item, rest[0]))
        return STEP_OF_COLUMN[next(asked, None) or Column.DANGER]
    return STEP_OF_KIND.get(draft.place.kind, AGREEING)


def _card_of(draft: KeptDraft) -> Place:
    """As `StepStack.show_card` takes it; `CASE`: the page shows it by itself."""
    has_card = draft.place.kind in _KINDS_WITH_CARD and draft.place.id != NEW
    return draft.place if has_card else CASE
