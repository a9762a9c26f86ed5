"""What somebody answered on the signing screen."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.terms import AnswerShows, Decision

Strokes = tuple[tuple[tuple[float, float], ...], ...]
"""Lines of a signature: points (x, y) in 0..1 from the top left of the pad."""

NEEDS_REMARK = frozenset({Decision.AGREE_WITH_REMARK, Decision.DISAGREE, Decision.UNABLE})
"""Answers that say why."""

NEEDS_SIGNATURE = frozenset({Decision.AGREE, Decision.AGREE_WITH_REMARK})
"""Answers that are signed, here or on paper."""


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """One answer to the plan, complete."""

    decision: Decision
    remark: str | None = None
    strokes: Strokes = ()
    on_paper: bool = False
    shows: AnswerShows = AnswerShows.DECISION
    """What others read of it."""


def is_complete(answer: AnswerGiven) -> bool:
    """Whether it says why where it must, and is signed where it must be."""
    if answer.decision in NEEDS_REMARK and not answer.remark:
        return False
    return answer.decision not in NEEDS_SIGNATURE or answer.on_paper or bool(answer.strokes)
