"""Which screens there are, where they are, and word of every change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize, Signal
from PySide6.QtGui import QGuiApplication, QScreen, QWindow
from PySide6.QtWidgets import QWidget

from beraad.ui.screen_identity import Screen, ScreenIdentity

if TYPE_CHECKING:
    from beraad.ui.x_monitors import XMonitors


class ScreenWatch(QObject):
    """The screens as Qt tells of them, put right by the X server where there is one.

    `removed` comes before Qt moves the windows that stood there.
    """

    removed = Signal(object)
    added = Signal(object)
    """A screen that went, or came: a Screen."""
    plugged_in = Signal()
    """Something was plugged in; the desktop did nothing with it yet. Told by an X server only."""
    changed = Signal()
    """Another screen is the first, or a screen is larger, smaller or elsewhere, or went."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = self._find_server()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._on_removed)
            app.screenAdded.connect(self._on_added)
            app.primaryScreenChanged.connect(self._on_changed)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._on_changed)

    def screens(self) -> list[Screen]:
        """The screens that show something now."""
        found = [self._told(screen) for screen in QGuiApplication.screens()]
        if self._server is None or not (places := self._server.places):
            return found
        return [screen for screen in found if screen.name in places]

    def of_qt(self, screen: Screen) -> QScreen | None:
        """This screen for Qt, looked up now: use it at once and keep it nowhere."""
        every = QGuiApplication.screens()
        same = [known for known in every if ScreenIdentity.of(known) == screen.identity]
        return next(iter(same), None)

    def newest(self, own: Screen) -> list[QRect]:
        """Where screens are that the server tells of and Qt does not yet.

        They show already what stands there; Qt comes to them a hundredth of a second later. Told in pixels as
        large as those of `own`.
        """
        if self._server is None:
            return []
        known = {screen.name() for screen in QGuiApplication.screens()}
        places = self._server.places.items()
        return [_in_pixels_of_windows(place, own.ratio) for name, place in places if name not in known]

    @property
    def knows_windows(self) -> bool:
        """Whether it is known where on the desktop a window is: Wayland tells its screen and no more."""
        return not QGuiApplication.platformName().startswith("wayland")

    def under(self, widget: QWidget) -> Screen:
        """The screen that shows the middle of this widget's window.

        Not always what Qt says: after a lid was closed and opened it still names the screen that stayed.
        Where the middle is on no screen it is what Qt says, which may be a screen that is gone.
        """
        middle = place_of(widget).center()
        told = self._told(widget.window().screen())
        if not self.knows_windows:
            return told
        # Of two that show the same, the one that Qt says.
        for screen in sorted(self.screens(), key=lambda screen: screen != told):
            if screen.place.contains(middle):
                return screen
        return told

    def _told(self, screen: QScreen) -> Screen:
        """What Qt tells of a screen, its place put right by the server."""
        ratio, place = screen.devicePixelRatio(), screen.geometry()
        if self._server is not None and (real := self._server.places.get(screen.name())) is not None:
            place = _in_pixels_of_windows(real, ratio)
        return Screen(ScreenIdentity.of(screen), place, ratio)

    def _find_server(self) -> XMonitors | None:
        if QGuiApplication.platformName() != "xcb":
            return None
        from beraad.ui.x_monitors import XMonitors  # noqa: PLC0415 - where there is an X server only

        try:
            server = XMonitors(self)
        except OSError:
            return None
        server.changed.connect(self.changed)
        server.plugged_in.connect(self.plugged_in)
        self.destroyed.connect(server.close)
        return server

    def _ask(self) -> None:
        # What Qt tells may be heard before what the server tells.
        if self._server is not None:
            self._server.ask()

    def _on_removed(self, screen: QScreen) -> None:
        self._ask()
        self.removed.emit(self._told(screen))

    def _on_added(self, screen: QScreen) -> None:
        self._ask()
        screen.geometryChanged.connect(self._on_changed)
        self.added.emit(self._told(screen))

    def _on_changed(self) -> None:
        self._ask()
        self.changed.emit()


def place_of(widget: QWidget) -> QRect:
    """Where this widget's window stands.

    Asked of the window, not of the widget: when place and size change at once, as a window is made as large
    as its screen, the widget has for a moment the new size at the old place, and seems to reach onto the
    next screen.
    """
    window = widget.window()
    handle: QWindow | None = window.windowHandle()
    return window.geometry() if handle is None else handle.geometry()


def _in_pixels_of_windows(place: QRect, ratio: float) -> QRect:
    return QRect(place.topLeft(), QSize(round(place.width() / ratio), round(place.height() / ratio)))
