"""Answer of somebody on the signing screen."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.answer_rules import is_signed, says_why
from beraad.terms import AnswerShows, Decision

Strokes = tuple[tuple[tuple[float, float], ...], ...]
"""Lines of a signature: points (x, y) in 0..1 from the top left of the pad."""


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """Answer to the plan."""

    decision: Decision
    remark: str | None = None
    strokes: Strokes = ()
    on_paper: bool = False
    shows: AnswerShows = AnswerShows.DECISION
    """Part of the answer that others read."""

    @property
    def is_complete(self) -> bool:
        """True if it has the reason and the signature that it needs."""
        return says_why(self.decision, self.remark) and is_signed(
            self.decision, self.strokes, on_paper=self.on_paper
        )
