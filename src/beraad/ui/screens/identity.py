"""Identity of a screen, as values: a QScreen may be deleted with any widget that was asked for it.

`QWidget.screen()` makes its widget the owner of what it returns: when a dialog is deleted, every reference to
that QScreen is dead. So a screen is kept as a value, and looked up when Qt needs it (`ScreenWatch.of_qt`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen


@dataclass(frozen=True)
class ScreenIdentity:
    """Data by which a screen is recognised: what it says of itself, and its connector."""

    maker: str
    model: str
    serial: str
    connector: str

    @classmethod
    def of(cls, screen: QScreen) -> ScreenIdentity:
        """Return the identity of this screen."""
        return cls(screen.manufacturer(), screen.model(), screen.serialNumber(), screen.name())

    @classmethod
    def read(cls, parts: tuple[str, ...]) -> ScreenIdentity | None:
        """Return the identity from its four texts in `parts`; None if `parts` is not an identity."""
        return cls(*parts) if len(parts) == 4 else None

    def likeness(self, other: ScreenIdentity) -> int:
        """Return how likely this is the same screen: 0 not, 1 same connector, 2 same data, 3 both.

        A screen that says who it is may come back on another connector. One without data is known by its
        connector.
        """
        mine, theirs = astuple(self)[:3], astuple(other)[:3]
        same_place = self.connector == other.connector
        if mine != theirs:
            return 0
        return (2 if any(mine) else 0) + (1 if same_place else 0)


@dataclass(frozen=True, eq=False)
class Screen:
    """One screen as it was when it was asked for. Two are equal if their identities are."""

    identity: ScreenIdentity
    place: QRect
    """Place and size, in window pixels."""
    ratio: float = 1.0
    """Pixels of the screen in one pixel of a window."""

    @property
    def name(self) -> str:
        """Name of the connector."""
        return self.identity.connector

    def is_in(self, screens: Sequence[Screen]) -> bool:
        """Return True if this screen is among these."""
        return any(self == screen for screen in screens)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Screen) and self.identity == other.identity

    def __hash__(self) -> int:
        return hash(self.identity)


def most_like(
    identity: ScreenIdentity | None, screens: Sequence[Screen], own: Screen | None
) -> Screen | None:
    """Return the most similar screen, or None if there is none.

    All screens are compared. Our own (`own`) counts only if no other is as similar. If several others are
    equally similar the result is None. Of two of the same make the connector decides.
    """
    if identity is None:
        return None
    likeness = {screen: identity.likeness(screen.identity) for screen in screens}
    best = max(likeness.values(), default=0)
    found = [screen for screen in screens if best and likeness[screen] == best]
    found = [screen for screen in found if screen != own] or found
    return found[0] if len(found) == 1 else None
