"""Answer of one person to a scale question on the own screen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NumberGiven:
    """Number (0-10), or None with `declined`, and this person's words."""

    value: int | None
    declined: bool = False
    speaker: int | None = None
    """Person who spoke for a child, as the place among the view's speakers."""
    because: str = ""
    one_up: str = ""
