"""An answer to the plan, as much of it as somebody reads."""

from __future__ import annotations

from beraad.disclosure.views import AnswerView, PersonView
from beraad.models import Answer
from beraad.terms import AnswerShows, Decision


def answer_view(answer: Answer, person: PersonView, reads: AnswerShows, *, outdated: bool) -> AnswerView:
    """Make what stands on a copy whose reader `reads` this of the answer.

    Without the words an agreement with a remark is an agreement: that there is a remark would be told by its
    name. Without the decision there is no signature either, which nobody gives who does not agree. That
    somebody was not there stands in the list of who was.
    """
    decision = Decision(answer.decision)
    shown: Decision | None = decision
    if reads is AnswerShows.DECISION and decision is Decision.AGREE_WITH_REMARK:
        shown = Decision.AGREE
    elif reads is AnswerShows.ANSWERED and decision is not Decision.ABSENT:
        shown = None
    signed = shown is not None
    return AnswerView(
        person,
        shown,
        answer.remark if reads is AnswerShows.WORDS else None,
        answer.answered_at,
        answer.on_paper and signed,
        tuple(tuple((x, y) for x, y in stroke) for stroke in answer.strokes) if signed else (),
        outdated,
    )
