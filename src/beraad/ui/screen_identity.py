"""What a screen is known by. Values only: a QScreen may go with any widget that was asked for it.

`QWidget.screen()` makes its widget the owner of what it gives: when a dialog goes, every kept reference to
that QScreen is dead. So a screen is kept as a value, and looked up when Qt needs it (`ScreenWatch.of_qt`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen


@dataclass(frozen=True)
class ScreenIdentity:
    """By what a screen is known again: what it says of itself, and the connector it is on."""

    maker: str
    model: str
    serial: str
    connector: str

    @classmethod
    def of(cls, screen: QScreen) -> ScreenIdentity:
        """What this screen says."""
        return cls(screen.manufacturer(), screen.model(), screen.serialNumber(), screen.name())

    @classmethod
    def read(cls, parts: tuple[str, ...]) -> ScreenIdentity | None:
        """The identity that `parts` (its four texts) hold; None where they hold none."""
        return cls(*parts) if len(parts) == 4 else None

    def likeness(self, other: ScreenIdentity) -> int:
        """How sure it is that this is the same screen: 0 not, 1 by its connector alone, 3 entirely.

        A screen that says who it is may come back on another connector. One that says nothing is known by its
        connector.
        """
        mine, theirs = astuple(self)[:3], astuple(other)[:3]
        same_place = self.connector == other.connector
        if mine != theirs:
            return 0
        return (2 if any(mine) else 0) + (1 if same_place else 0)


@dataclass(frozen=True, eq=False)
class Screen:
    """One screen as it was when it was asked for. Two are the same when their identity is."""

    identity: ScreenIdentity
    place: QRect
    """Where it is and how large, in the pixels of windows."""
    ratio: float = 1.0
    """Pixels of the screen in one pixel of a window."""

    @property
    def name(self) -> str:
        """The connector."""
        return self.identity.connector

    def is_in(self, screens: Sequence[Screen]) -> bool:
        """Whether this screen is among these."""
        return any(self == screen for screen in screens)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Screen) and self.identity == other.identity

    def __hash__(self) -> int:
        return hash(self.identity)


def most_like(
    identity: ScreenIdentity | None, screens: Sequence[Screen], own: Screen | None
) -> Screen | None:
    """The screen that is this one, as far as can be known.

    All screens are compared. Our own (`own`) counts only where no other is as like; of several others that
    are as like none is taken: None, as where nothing is like it. Of two of one make the connector decides.
    """
    if identity is None:
        return None
    likeness = {screen: identity.likeness(screen.identity) for screen in screens}
    best = max(likeness.values(), default=0)
    found = [screen for screen in screens if best and likeness[screen] == best]
    found = [screen for screen in found if screen != own] or found
    return found[0] if len(found) == 1 else None
