"""Connected screens, their places, and signals for every change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize, Signal
from PySide6.QtGui import QGuiApplication, QScreen, QWindow
from PySide6.QtWidgets import QWidget

from beraad.ui.screens.identity import Screen, ScreenIdentity

if TYPE_CHECKING:
    from beraad.ui.screens.x_monitors import XMonitors


class ScreenWatch(QObject):
    """Screens as Qt reports them, corrected by the X server if there is one.

    `removed` is emitted before Qt moves the windows that were there.
    """

    removed = Signal(object)
    added = Signal(object)
    """A screen that went, or came: a Screen."""
    plugged_in = Signal()
    """A cable was plugged in and the desktop does not use it yet. Only an X server reports this."""
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
        """Return the screens that show something now."""
        found = [self._told(screen) for screen in QGuiApplication.screens()]
        if self._server is None or not (places := self._server.places):
            return found
        return [screen for screen in found if screen.name in places]

    def of_qt(self, screen: Screen) -> QScreen | None:
        """Return Qt's object for this screen, or None. Use it at once and do not keep it."""
        every = QGuiApplication.screens()
        same = [known for known in every if ScreenIdentity.of(known) == screen.identity]
        return next(iter(same), None)

    def newest(self, own: Screen) -> list[QRect]:
        """Return the places of screens that the X server reports and Qt does not yet.

        They already show what stands there; Qt follows a hundredth of a second later. The places are in
        pixels as large as those of `own`.
        """
        if self._server is None:
            return []
        known = {screen.name() for screen in QGuiApplication.screens()}
        places = self._server.places.items()
        return [_in_pixels_of_windows(place, own.ratio) for name, place in places if name not in known]

    @property
    def knows_windows(self) -> bool:
        """True if the place of a window on the desktop is known: Wayland reports only its screen."""
        return not QGuiApplication.platformName().startswith("wayland")

    def under(self, widget: QWidget) -> Screen:
        """Return the screen that shows the middle of this widget's window.

        This may differ from Qt's answer: after a lid was closed and opened Qt still names the screen that
        stayed. If the middle is on no screen it is Qt's answer, which may be a screen that is gone.
        """
        middle = place_of(widget).center()
        told = self._told(widget.window().screen())
        if not self.knows_windows:
            return told
        # Of two screens that show the same, prefer the one that Qt names.
        for screen in sorted(self.screens(), key=lambda screen: screen != told):
            if screen.place.contains(middle):
                return screen
        return told

    def _told(self, screen: QScreen) -> Screen:
        """Return Qt's data of a screen, with its place corrected by the X server."""
        ratio, place = screen.devicePixelRatio(), screen.geometry()
        if self._server is not None and (real := self._server.places.get(screen.name())) is not None:
            place = _in_pixels_of_windows(real, ratio)
        return Screen(ScreenIdentity.of(screen), place, ratio)

    def _find_server(self) -> XMonitors | None:
        if QGuiApplication.platformName() != "xcb":
            return None
        from beraad.ui.screens.x_monitors import XMonitors  # noqa: PLC0415 - where there is an X server only

        try:
            server = XMonitors(self)
        except OSError:
            return None
        server.changed.connect(self.changed)
        server.plugged_in.connect(self.plugged_in)
        self.destroyed.connect(server.close)
        return server

    def _ask(self) -> None:
        # A signal of Qt may arrive before that of the server.
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
    """Return the place of this widget's window.

    The window is asked, not the widget: when place and size change at once, as for a window that fills its
    screen, the widget has for a moment the new size at the old place, and seems to reach onto the next
    screen.
    """
    window = widget.window()
    handle: QWindow | None = window.windowHandle()
    return window.geometry() if handle is None else handle.geometry()


def _in_pixels_of_windows(place: QRect, ratio: float) -> QRect:
    return QRect(place.topLeft(), QSize(round(place.width() / ratio), round(place.height() / ratio)))
