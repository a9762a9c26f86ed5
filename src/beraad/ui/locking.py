"""Preparation of a lock: covers the window, closes what is open over it, waits for what is running."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QThread, QTimer, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QProgressDialog,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from beraad.i18n import _
from beraad.ui.widgets.announcing import COVER
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.work import Work

_AGAIN = 50
"""Milliseconds between two tries."""


class Locking(QObject):
    """Preparation that emits `way_clear` when no dialog, menu, drag or job is left.

    A dialog that waits for an answer gets "no". The code that opened it goes on only after the present events
    are handled; until then the window is covered.
    """

    way_clear = Signal(bool)
    """True if a form was closed in which the user had typed something."""

    def __init__(self, window: QWidget, work: Work) -> None:
        super().__init__(window)
        self._window, self._work = window, work
        self._cover: LockCover | None = None
        self._form_closed = False
        self._timer = QTimer(self, interval=_AGAIN, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    @property
    def preparing(self) -> bool:
        """True while the lock is being prepared."""
        return self._cover is not None

    def begin(self) -> None:
        """Lock, at once if nothing is in the way. A second call meanwhile does nothing."""
        if self.preparing:
            return
        self._cover = LockCover(self._window)
        self._go_on()

    def _go_on(self) -> None:
        if _nested() and QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            QDrag.cancel()
        closed = _close_popups() + self._close_dialogs()
        if closed or self._work.busy or _nested():
            # The code that waited for an answer goes on now, and may open another dialog.
            self._timer.start()
            return
        form_closed, self._form_closed = self._form_closed, False
        self.way_clear.emit(form_closed)
        if self._cover is not None:
            # Remove it last: without it the keyboard would go to a field of the page that was shown.
            self._cover.hide()
            self._cover.deleteLater()
            self._cover = None

    def _close_dialogs(self) -> int:
        dialogs = _dialogs()[::-1]
        for dialog in dialogs:
            self._form_closed |= _is_begun(dialog)
            dialog.reject()
            # Hide a dialog that refuses to close, too.
            dialog.hide()
        return len(dialogs)


class LockCover(QWidget):
    """Cover over the whole window during a lock; keys typed meanwhile are discarded."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName(COVER)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        words = TextLabel(_("De zaken worden vergrendeld…"), "title")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(words)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        # With this reason the field does not lose the focus to its own page, which would place its text.
        self.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False


def _dialogs() -> list[QDialog]:
    """Return the visible dialogs in order of creation, without progress dialogs, which end with their job."""
    return [
        window
        for window in QApplication.topLevelWidgets()
        if isinstance(window, QDialog) and window.isVisible() and not isinstance(window, QProgressDialog)
    ]


def _is_begun(dialog: QDialog) -> bool:
    """Return True if the user typed something in this form."""
    return bool(dialog.property("form")) and (
        any(field.isModified() for field in dialog.findChildren(QLineEdit))
        or any(field.document().isModified() for field in dialog.findChildren(QTextEdit))
    )


def _nested() -> bool:
    """Return True if a nested event loop, such as that of a dialog, is still running."""
    return QThread.currentThread().loopLevel() > 1


def _close_popups() -> int:
    closed = 0
    while (popup := QApplication.activePopupWidget()) is not None:
        closed += 1
        if not popup.close():
            popup.hide()
            break
    return closed
