"""Data of one step on the rail."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.terms import Step


@dataclass(frozen=True, slots=True)
class RailStep:
    """One step on the rail; `minutes` planned, and whole minutes `spent` so far (None: not begun)."""

    step: Step
    title: str
    minutes: int
    done: bool = False
    spent: int | None = None
    left_out: bool = False

    @property
    def late(self) -> int:
        """Minutes over the plan; negative if fewer were needed; 0 if the step was not begun."""
        return 0 if self.spent is None else self.spent - self.minutes
