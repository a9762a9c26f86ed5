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


_A_LINE = 0.03
"""How far a line of a signature reaches at least, as part of the width of the pad; a tap reaches less."""
_HIGH = 0.3
"""Height of the pad as part of its width."""


def is_drawn(strokes: Strokes) -> bool:
    """Whether any of these is a line: a tap is no signature, nor are many."""
    return any(_reach(stroke) >= _A_LINE for stroke in strokes)


def _reach(stroke: tuple[tuple[float, float], ...]) -> float:
    """How far it goes from side to side or from top to foot, as part of the width of the pad."""
    across = [x for x, _y in stroke] or [0.0]
    down = [y for _x, y in stroke] or [0.0]
    return max(max(across) - min(across), (max(down) - min(down)) * _HIGH)


def is_complete(answer: AnswerGiven) -> bool:
    """Whether it says why where it must, and is signed where it must be."""
    if answer.decision in NEEDS_REMARK and not answer.remark:
        return False
    return answer.decision not in NEEDS_SIGNATURE or answer.on_paper or is_drawn(answer.strokes)
