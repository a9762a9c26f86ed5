"""Covers what only the facilitator may see when screens come, go or begin to show the same.

Closing the lid of a laptop makes Qt move its windows to the projector, as they are. A window is told of a
screen that goes before it is moved: in that moment the cover is painted.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.text_label import TextLabel


class Cover(QWidget):
    """Lies over everything in a window until somebody says that the right eyes are looking."""

    lifted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        theme = Theme.current()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        picture = TextLabel(wrap=False)
        set_icon(picture, "private", "soft")
        title = TextLabel(_("De schermen zijn veranderd"), "title", wrap=False)
        text = TextLabel(_("Staat dit venster op een scherm dat alleen u ziet?"), "soft", wrap=False)
        self.lift = QPushButton(_("Ja, verder"))
        self.lift.setProperty("role", "primary")
        column = QVBoxLayout(self)
        column.setSpacing(theme.size("space", "medium"))
        column.addStretch(1)
        for widget in (picture, title, text, self.lift):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        window.installEventFilter(self)
        self.lift.clicked.connect(self.lifted)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.lift.setFocus()
        # Now, not when Qt comes to it: the window may be somewhere else by then.
        window.repaint()

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False


class ScreenGuard(QObject):
    """Watches the screens for one window and the dialogs over it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._covers: list[Cover] = []
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._on_screen_removed)
            app.screenAdded.connect(self._on_screen_added)
            app.primaryScreenChanged.connect(self.look)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self.look)

    @property
    def covered(self) -> bool:
        """Whether the cover lies over the window now."""
        return bool(self._covers)

    def cover(self) -> None:
        """Cover the window and its dialogs at once."""
        dialogs = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog)]
        under = {cover.parentWidget() for cover in self._covers}
        for window in (self._window, *dialogs):
            if window.isVisible() and window not in under:
                cover = Cover(window)
                cover.lifted.connect(self._on_lifted)
                self._covers.append(cover)

    def look(self) -> None:
        """Cover the window where another screen shows the same place."""
        own: QScreen | None = self._window.screen()
        if own is None:
            self.cover()
            return
        others = [screen.geometry() for screen in QGuiApplication.screens() if screen is not own]
        if any(other.intersects(own.geometry()) for other in others):
            self.cover()

    def _on_screen_removed(self, screen: QScreen) -> None:
        if screen is self._window.screen():
            self.cover()

    def _on_screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.look)
        self.look()

    def _on_lifted(self) -> None:
        covers, self._covers = self._covers, []
        for cover in covers:
            cover.hide()
            cover.deleteLater()
