"""One thing of a meeting that is open."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.terms import Step


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One thing that is open: in words, the step where it belongs, and the card (id) it is about."""

    words: str
    step: Step
    card: str = ""
