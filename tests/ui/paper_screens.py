"""Screens that a test brings along: they speak like Qt's and are nowhere."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from beraad.ui.screen_watch import ScreenWatch

LAPTOP, PROJECTOR = QRect(0, 0, 1366, 768), QRect(1366, 0, 1920, 1080)
DESK = QRect(-1920, 0, 1920, 1080)


class PaperScreen:
    """Speaks like a QScreen."""

    def __init__(self, name: str, place: QRect, maker: str = "") -> None:
        self._name, self.rect, self._maker = name, place, maker

    def name(self) -> str:
        return self._name

    def manufacturer(self) -> str:
        return self._maker

    def model(self) -> str:
        return "M1" if self._maker else ""

    def serialNumber(self) -> str:  # noqa: N802 - Qt's name
        return ""

    def geometry(self) -> QRect:
        return self.rect


def laptop() -> PaperScreen:
    return PaperScreen("eDP-1", QRect(LAPTOP))


def projector() -> PaperScreen:
    return PaperScreen("HDMI-1", QRect(PROJECTOR), "Epson")


def desk() -> PaperScreen:
    return PaperScreen("DP-2", QRect(DESK), "Dell")


class PaperWatch(ScreenWatch):
    """A watch over such screens."""

    def __init__(self, *screens: PaperScreen) -> None:
        super().__init__()
        self.there = list(screens)
        self.unknown: list[QRect] = []
        """Where the server tells of a screen that Qt does not know yet."""

    def screens(self) -> list[PaperScreen]:  # type: ignore[override]
        return self.there

    def place(self, screen: PaperScreen) -> QRect:  # type: ignore[override]
        return screen.rect

    def newest(self, own: PaperScreen) -> list[QRect]:  # type: ignore[override]
        return self.unknown

    def under(self, widget: QWidget) -> PaperScreen:  # type: ignore[override]
        middle = widget.window().geometry().center()
        return next((screen for screen in self.there if screen.rect.contains(middle)), self.there[0])

    def take(self, screen: PaperScreen) -> None:
        """A screen goes."""
        self.there.remove(screen)
        self.removed.emit(screen)

    def bring(self, screen: PaperScreen) -> None:
        """A screen comes."""
        self.there.append(screen)
        self.added.emit(screen)

    def move(self, screen: PaperScreen, place: QRect) -> None:
        """A screen is elsewhere, or larger, or smaller."""
        screen.rect = place
        self.changed.emit()
