"""What is copied in this program: kept out of clipboard histories, and taken off the clipboard again.

There is one door. Whatever copies – a key, a menu, a field, a label, or code through `put` – the clipboard
tells of it, and what this program put there is put there once more with what asks histories to leave it out.
Nobody can read it in between: it is handed out by the event loop, which waits until this is done.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit

STAYS = 30_000
"""Milliseconds."""

_HINTS: dict[str, bytes] = {"x-kde-passwordManagerHint": b"secret"}
"""Read by the histories of KDE and GNOME, and by those that follow them on any desktop."""
if sys.platform == "win32":
    # learn.microsoft.com/windows/win32/dataxchg/clipboard-formats: present, or a DWORD that is 0.
    _HINTS |= {
        f'application/x-qt-windows-mime;value="{name}"': bytes(4)
        for name in (
            "ExcludeClipboardContentFromMonitorProcessing",
            "CanIncludeInClipboardHistory",
            "CanUploadToCloudClipboard",
        )
    }

_MARK = "x-kde-passwordManagerHint"
_FROM_OUTSIDE = "QInternalMimeData"
"""Qt's class of what another program put there. On X11 `ownsClipboard` says what Qt was told so far, and goes
on saying yes when another program took the clipboard within the same millisecond."""
_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
"""Copied, and (X11, Wayland) merely selected: a middle click pastes that."""


def put(text: str) -> None:
    """Copy a text."""
    QGuiApplication.clipboard().setMimeData(_marked(text))


def take_off(text: str) -> None:
    """Take this text off the clipboard, if it is what stands there."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.text() == text:
        clipboard.clear()


class Copied(QObject):
    """Watches the clipboard. `clear` takes off what was copied here, and so does the time.

    What another program put there since is never touched.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._marking = False
        self._ours: dict[QClipboard.Mode, QMimeData] = {}
        self._timers = {mode: self._timer_for(mode) for mode in _MODES}
        self._clipboard.changed.connect(self._on_changed)

    def clear(self) -> None:
        """Take off what was copied here: the program is locked or closed."""
        for mode in _MODES:
            self._take_off(mode)

    def _on_changed(self, mode: QClipboard.Mode) -> None:
        if self._marking or mode not in self._timers:
            return
        data = self._data(mode)
        if data is None or not self._was_put_here(mode, data):
            self._ours.pop(mode, None)
            self._timers[mode].stop()
            return
        if not data.hasFormat(_MARK):
            data = _marked(data.text())
            self._marking = True
            try:
                self._clipboard.setMimeData(data, mode)
            finally:
                self._marking = False
        self._ours[mode] = data
        self._timers[mode].start()

    def _take_off(self, mode: QClipboard.Mode) -> None:
        self._timers[mode].stop()
        ours = self._ours.pop(mode, None)
        if ours is not None and self._stands_there(mode, ours):
            self._clipboard.clear(mode)

    def _timer_for(self, mode: QClipboard.Mode) -> QTimer:
        timer = QTimer(self, interval=STAYS, singleShot=True)
        timer.timeout.connect(lambda: self._take_off(mode))
        return timer

    def _was_put_here(self, mode: QClipboard.Mode, data: QMimeData) -> bool:
        """Whether it is by this program that what is there has changed."""
        if _nobody_owns():
            # It is ours as it was selected here.
            return data.hasFormat(_MARK) or (data.hasText() and data.text() == _selected())
        copied = mode is QClipboard.Mode.Clipboard
        owns = self._clipboard.ownsClipboard() if copied else self._clipboard.ownsSelection()
        return owns and not data.inherits(_FROM_OUTSIDE)

    def _stands_there(self, mode: QClipboard.Mode, ours: QMimeData) -> bool:
        """Whether what is there now is still ours: who owns it is asked of the window system itself."""
        data = self._data(mode)
        return data is ours or (data is not None and _nobody_owns() and data.hasFormat(_MARK))

    def _data(self, mode: QClipboard.Mode) -> QMimeData | None:
        """What is there; nothing at all after it was emptied."""
        return self._clipboard.mimeData(mode)


def _nobody_owns() -> bool:
    """Whether Qt knows no owner here: macOS, and platforms that no other program shares."""
    return QGuiApplication.platformName() in ("cocoa", "offscreen", "minimal")


def _marked(text: str) -> QMimeData:
    """Plain text, with what asks histories to leave it out."""
    data = QMimeData()
    data.setText(text)
    for name, value in _HINTS.items():
        data.setData(name, value)
    return data


def _selected() -> str:
    """What is selected where the keyboard is."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit | QLabel):
        return field.selectedText()
    if isinstance(field, QTextEdit | QPlainTextEdit):
        return field.textCursor().selection().toPlainText()
    return ""
