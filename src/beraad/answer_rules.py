"""Rules of an answer to the plan: which answers say why, which are signed, and what a signature is."""

from __future__ import annotations

from collections.abc import Sequence

from beraad.terms import Decision

NEEDS_REMARK = frozenset({Decision.AGREE_WITH_REMARK, Decision.DISAGREE, Decision.UNABLE})
"""Answers that say why."""

NEEDS_SIGNATURE = frozenset({Decision.AGREE, Decision.AGREE_WITH_REMARK})
"""Answers that are signed, here or on paper."""

Strokes = Sequence[Sequence[Sequence[float]]]
"""Lines of a signature: points (x, y) in 0..1 from the top left of the pad."""

_A_LINE = 0.03
"""Smallest reach of a line of a signature, as part of the width of the pad; a tap reaches less."""
_HIGH = 0.3
"""Height of the pad as part of its width."""


def says_why(decision: Decision, remark: str | None) -> bool:
    """Return whether the answer has the remark that it needs, if it needs one."""
    return decision not in NEEDS_REMARK or bool(remark and remark.strip())


def is_signed(decision: Decision, strokes: Strokes, *, on_paper: bool) -> bool:
    """Return whether the answer has the signature that it needs, drawn or on paper, if it needs one."""
    return decision not in NEEDS_SIGNATURE or on_paper or is_drawn(strokes)


def is_drawn(strokes: Strokes) -> bool:
    """Return whether any of these is a line: a tap is no signature, nor are many."""
    return any(_reach(stroke) >= _A_LINE for stroke in strokes)


def _reach(stroke: Sequence[Sequence[float]]) -> float:
    """Extent from side to side or from top to foot, as part of the width of the pad."""
    across = [x for x, _y in stroke] or [0.0]
    down = [y for _x, y in stroke] or [0.0]
    return max(max(across) - min(across), (max(down) - min(down)) * _HIGH)
