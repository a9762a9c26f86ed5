"""Point of a meeting that is still open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from beraad.places import CASE, Place
from beraad.terms import Step


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Open point: its words, the step where it belongs, and the place of its card; `CASE`: it has none."""

    words: str
    step: Step
    card: Place = CASE


PointGroup = tuple[str, Iterable[OpenPoint]]
"""Heading, and the points under it."""

WAITING = CASE / "waiting"
"""Placeholder card that stands for all that waits until it is released to the other room."""
