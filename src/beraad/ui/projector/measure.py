"""Sizes on the wall, all out of its height: letters of at least 1/34 of it read from five metres."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF

LETTERS = 34
"""Smallest letters: this part of the height of the wall."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A wall of so many pixels."""

    width: float
    height: float

    @classmethod
    def of(cls, size: QSizeF) -> Measure:
        """The measure of a wall of this size."""
        return cls(max(1.0, size.width()), max(1.0, size.height()))

    @property
    def unit(self) -> float:
        """The height of the smallest letters; gaps are measured in it too."""
        return self.height / LETTERS

    def letters(self, times: float = 1.0) -> float:
        """Whole pixels for letters of so many units, never smaller than the smallest."""
        return math.ceil(self.unit * max(1.0, times))

    @property
    def upright(self) -> bool:
        """Whether the wall is higher than wide: then nothing stands beside something else."""
        return self.width < self.height

    @property
    def left(self) -> float:
        """The margin at both sides."""
        return 2.2 * self.unit

    @property
    def content(self) -> QRectF:
        """Where a step shows what it holds: under the head, over the page number."""
        top, bottom = (8.2 if self.upright else 4.6) * self.unit, self.height - 2.4 * self.unit
        return QRectF(self.left, top, self.width - 2 * self.left, bottom - top)
