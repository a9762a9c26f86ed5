"""Point of a meeting that is still open."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.terms import Step


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Open point: its words, the step where it belongs, and the id of its card."""

    words: str
    step: Step
    card: str = ""
