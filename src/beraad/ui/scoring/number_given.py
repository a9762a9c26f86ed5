"""What somebody answered to a scale question on the own screen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NumberGiven:
    """A number (0-10), or None with `declined`; and what this person said with it."""

    value: int | None
    declined: bool = False
    speaker: int | None = None
    """Who spoke for a child: the place among the view's speakers."""
    because: str = ""
    one_up: str = ""
