"""Answer of somebody on the signing screen."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.terms import AnswerShows, Decision

Strokes = tuple[tuple[tuple[float, float], ...], ...]
"""Lines of a signature: points (x, y) in 0..1 from the top left of the pad."""

NEEDS_REMARK = frozenset({Decision.AGREE_WITH_REMARK, Decision.DISAGREE, Decision.UNABLE})
"""Answers that need a reason."""

NEEDS_SIGNATURE = frozenset({Decision.AGREE, Decision.AGREE_WITH_REMARK})
"""Answers that are signed, here or on paper."""


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """Answer to the plan."""

    decision: Decision
    remark: str | None = None
    strokes: Strokes = ()
    on_paper: bool = False
    shows: AnswerShows = AnswerShows.DECISION
    """Part of the answer that others read."""


_A_LINE = 0.03
"""Least extent of a line of a signature, as part of the width of the pad; a tap is smaller."""
_HIGH = 0.3
"""Height of the pad as part of its width."""


def is_drawn(strokes: Strokes) -> bool:
    """Return True if any of these is a line: a tap is no signature, nor are many."""
    return any(_reach(stroke) >= _A_LINE for stroke in strokes)


def _reach(stroke: tuple[tuple[float, float], ...]) -> float:
    """Return the larger of its width and height, as part of the width of the pad."""
    across = [x for x, _y in stroke] or [0.0]
    down = [y for _x, y in stroke] or [0.0]
    return max(max(across) - min(across), (max(down) - min(down)) * _HIGH)


def is_complete(answer: AnswerGiven) -> bool:
    """Return True if it has the reason and the signature that it needs."""
    if answer.decision in NEEDS_REMARK and not answer.remark:
        return False
    return answer.decision not in NEEDS_SIGNATURE or answer.on_paper or is_drawn(answer.strokes)
