"""Views of the answers to the plan, cut down to what a reader may read."""

from __future__ import annotations

from beraad.disclosure.views import AnswerView, PersonView
from beraad.models import Answer
from beraad.terms import AnswerShows, Decision


def answer_view(answer: Answer, person: PersonView, reads: AnswerShows, *, outdated: bool) -> AnswerView:
    """Return `answer` as it is shown on a copy of whose answers the reader `reads` this much.

    Without the words, an agreement with a remark becomes an agreement: its name would tell that there is a
    remark. Without the decision there is no signature either, because only somebody who agrees signs. An
    absence is always shown: the list of those present tells it anyway.
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
