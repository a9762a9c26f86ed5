"""Cover over a window until the facilitator says that only the right people are looking."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import N_, _
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.announcing import COVER
from beraad.ui.widgets.text_label import TextLabel


class Change(Enum):
    """Event at the screens that led to a cover."""

    OWN_SCREEN_GONE = auto()
    """The screen of this window is gone: its lid was closed, or its cable was removed."""
    MIRRORED = auto()
    """Two screens show the same."""
    SHIFTED = auto()
    """A part of this window is on another screen now."""
    ASKED = auto()
    """The user asked for it, before a screen is connected."""
    PLUGGED_IN = auto()
    """A cable was plugged in: in a moment there is another screen."""
    BARED = auto()
    """The wall over this window goes to another screen, or this window does."""
    IN_THE_ROOM = auto()
    """This window is on the screen that the room looks at, as far as is known."""
    SWAPPED = auto()
    """This window and the wall go to each other's screen."""


_WORDS = {
    Change.OWN_SCREEN_GONE: (
        N_("Het scherm van dit venster is weg"),
        N_("Dit venster staat nu misschien op het scherm van de kamer. Daarom is het afgedekt."),
    ),
    Change.MIRRORED: (
        N_("Twee schermen tonen hetzelfde"),
        N_(
            "De kamer ziet wat u ziet. Kies bij de schermen van uw computer voor ‘uitbreiden’, "
            "niet voor ‘dupliceren’."
        ),
    ),
    Change.SHIFTED: (
        N_("De schermen zijn veranderd"),
        N_("Dit venster kan nu ook op een ander scherm te zien zijn. Daarom is het afgedekt."),
    ),
    Change.ASKED: (
        N_("Dit venster is afgedekt"),
        N_("Sluit het scherm van de kamer nu aan. De kamer ziet niets van dit venster."),
    ),
    Change.PLUGGED_IN: (
        N_("Er komt een scherm bij"),
        N_("Dit venster kan straks ook op dat scherm te zien zijn. Daarom is het afgedekt."),
    ),
    Change.BARED: (
        N_("Het beeld voor de kamer ligt niet meer over dit venster"),
        N_("Wie net naar dit scherm keek, zou nu dit venster zien. Daarom is het afgedekt."),
    ),
    Change.IN_THE_ROOM: (
        N_("Dit lijkt het scherm van de kamer"),
        N_(
            "Op dit scherm stond eerder het beeld voor de kamer. Daarom is dit venster afgedekt. "
            "Hoort het hier niet? Wissel dan de schermen."
        ),
    ),
    Change.SWAPPED: (
        N_("De schermen zijn gewisseld"),
        N_("Dit venster en het beeld voor de kamer staan nu elk op het andere scherm."),
    ),
}


_ROOMY = 300
"""Height in pixels at 100 %, above which there is room for everything."""


class Cover(QWidget):
    """Cover over everything in one window, with the reason.

    The cover itself has the focus, not its button: the user may be typing when it appears. Tab and then Enter
    lift it.
    """

    lifted = Signal()
    swap_wanted = Signal()

    def __init__(self, window: QWidget, change: Change) -> None:
        super().__init__(window)
        self.setObjectName(COVER)
        self._ready, self._can_swap = False, False
        self._extras: tuple[QWidget, ...] = ()
        self._ground = Theme.current().colour("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        # Paint it now, still empty: when Qt paints, the window may be somewhere else. The words are added
        # afterwards. (To repaint the window itself would first wait for its children.)
        self.repaint()
        window.installEventFilter(self)
        self._build()
        self.tell(change)
        self.setFocus()

    def tell(self, change: Change, *, can_swap: bool = False) -> None:
        """Show the reason, and offer to swap if there is another screen."""
        self._can_swap = can_swap
        title, text = _WORDS[change]
        self._title.setText(_(title))
        self._text.setText(_(text))
        self.setAccessibleName(_(title))
        self.setAccessibleDescription(_(text))
        self._make_room()

    def take_key(self, event: QKeyEvent) -> None:
        """Go to the button on Tab, press it on Enter or space directly after; any other key starts again."""
        key = event.key()
        if key == Qt.Key.Key_Tab:
            self.lift.setFocus()
            self._ready = True
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._ready:
            self.lift.click()
        else:
            self._ready = False
            self.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._ground)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._make_room()
        super().resizeEvent(event)

    def _make_room(self) -> None:
        """Hide the less important parts over a small dialog."""
        roomy = self.height() > _ROOMY * Theme.current().scale
        for widget in self._extras:
            widget.setVisible(roomy)
        if self._extras:
            self._swap.setVisible(roomy and self._can_swap)

    def _build(self) -> None:
        theme = Theme.current()
        picture = TextLabel(wrap=False)
        set_icon(picture, "private", "soft")
        self._title = TextLabel(role="title")
        self._text = TextLabel(role="soft")
        question = TextLabel(_("Staat dit venster op een scherm dat alleen u ziet?"))
        self.lift = QPushButton(_("Ja, verder"))
        self.lift.setProperty("role", "primary")
        self._swap = QPushButton(_("Wissel schermen"))
        self._swap.setToolTip(_("Dit venster en het beeld voor de kamer wisselen van scherm (Shift+F11)"))
        # The button has a key of its own: Enter and space are for going on.
        self._swap.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keys = TextLabel(
            _(
                "Tab en dan Enter: verder. B: het scherm van de kamer wordt rustig. "
                "Shift+F11: wissel schermen."
            ),
            "small",
        )
        column = QVBoxLayout(self)
        column.setSpacing(theme.size("space", "medium"))
        column.addStretch(1)
        for widget in (picture, self._title, self._text, question, self.lift, self._swap, keys):
            if isinstance(widget, TextLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                column.addWidget(widget)
            else:
                column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._extras = (picture, self._text, keys)
        self._make_room()
        self.lift.clicked.connect(self.lifted)
        self._swap.clicked.connect(self.swap_wanted)
