"""Clipboard of this program: kept out of clipboard histories, and cleared after a while.

All copying passes here. Whatever copies – a key, a menu, a field, a label, or code through `put` – the
clipboard signals it, and this module puts the text there again with hints that ask histories to leave it out.
Nobody can read it in between: the event loop hands it out, and waits until this is done.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit

STAYS = 30_000
"""Milliseconds until copied text is taken off the clipboard."""

_HINTS: dict[str, bytes] = {"x-kde-passwordManagerHint": b"secret"}
"""Hints read by the histories of KDE and GNOME, and by those that follow them on any desktop."""
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
"""Qt's class for data that another program put there.

On X11 `ownsClipboard` reports what Qt was told so far, and stays True if another program took the clipboard
within the same millisecond.
"""
_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
"""Copied text, and (X11, Wayland) text that is only selected: a middle click pastes that."""


def put(text: str) -> None:
    """Copy a text."""
    QGuiApplication.clipboard().setMimeData(_marked(text))


def take_off(text: str) -> None:
    """Clear the clipboard if it holds this text."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.text() == text:
        clipboard.clear()


class ClipboardGuard(QObject):
    """Watcher of the clipboard that clears text copied here, after a while or by `clear`.

    Text that another program put there since is never touched.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._marking = False
        self._ours: dict[QClipboard.Mode, QMimeData] = {}
        self._timers = {mode: self._timer_for(mode) for mode in _MODES}
        self._clipboard.changed.connect(self._on_changed)

    def clear(self) -> None:
        """Clear what was copied here, as the program is locked or closed."""
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
        """Return True if this program caused the change of the clipboard."""
        if _nobody_owns():
            # Without a known owner the text is ours if it is selected here.
            return data.hasFormat(_MARK) or (data.hasText() and data.text() == _selected())
        copied = mode is QClipboard.Mode.Clipboard
        owns = self._clipboard.ownsClipboard() if copied else self._clipboard.ownsSelection()
        return owns and not data.inherits(_FROM_OUTSIDE)

    def _stands_there(self, mode: QClipboard.Mode, ours: QMimeData) -> bool:
        """Return True if the clipboard still holds our text, by the owner that the window system reports."""
        data = self._data(mode)
        return data is ours or (data is not None and _nobody_owns() and data.hasFormat(_MARK))

    def _data(self, mode: QClipboard.Mode) -> QMimeData | None:
        """Return the content; None after the clipboard was emptied."""
        return self._clipboard.mimeData(mode)


def _nobody_owns() -> bool:
    """Return True if Qt knows no owner here: macOS, and platforms that no other program shares."""
    return QGuiApplication.platformName() in ("cocoa", "offscreen", "minimal")


def _marked(text: str) -> QMimeData:
    """Return plain text with the hints that ask histories to leave it out."""
    data = QMimeData()
    data.setText(text)
    for name, value in _HINTS.items():
        data.setData(name, value)
    return data


def _selected() -> str:
    """Return the selected text of the focused widget; empty if there is none."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit | QLabel):
        return field.selectedText()
    if isinstance(field, QTextEdit | QPlainTextEdit):
        return field.textCursor().selection().toPlainText()
    return ""
