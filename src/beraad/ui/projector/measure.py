"""Sizes on the wall as parts of its height: letters of 1/34 of it can be read from five metres."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF

LETTERS = 34
"""Height of the wall divided by the height of the smallest letters."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Size of a wall in pixels, with the sizes derived from it."""

    width: float
    height: float

    @classmethod
    def of(cls, size: QSizeF) -> Measure:
        """Return the measure of a wall of this size, at least 1 by 1 pixel."""
        return cls(max(1.0, size.width()), max(1.0, size.height()))

    @property
    def unit(self) -> float:
        """Height of the smallest letters in pixels; gaps are measured in it too."""
        return self.height / LETTERS

    def letters(self, times: float = 1.0) -> float:
        """Return the height in whole pixels of letters of so many units, at least one unit."""
        return math.ceil(self.unit * max(1.0, times))

    @property
    def upright(self) -> bool:
        """True if the wall is higher than wide; then nothing stands beside something else."""
        return self.width < self.height

    @property
    def left(self) -> float:
        """Width in pixels of the margin at both sides."""
        return 2.2 * self.unit

    @property
    def content(self) -> QRectF:
        """Room for the content of a step: below the head, above the page number."""
        top, bottom = (8.2 if self.upright else 4.6) * self.unit, self.height - 2.4 * self.unit
        return QRectF(self.left, top, self.width - 2 * self.left, bottom - top)
