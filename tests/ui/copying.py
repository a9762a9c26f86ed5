"""A program with a clipboard, told by lines what to do; each is answered by one line.

`watching` as its argument makes it look after what it copies, as Beraad does.
"""

from __future__ import annotations

import json
import sys
import threading

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from beraad.ui.clipboard import ClipboardGuard

MODES = {"copied": QClipboard.Mode.Clipboard, "selected": QClipboard.Mode.Selection}


class Ears(QObject):
    """Hears lines, on a thread of its own."""

    heard = Signal(str)

    def listen(self) -> None:
        """Until there is nothing more to hear."""
        for line in sys.stdin:
            self.heard.emit(line.rstrip("\n"))
        self.heard.emit("end")


class Program:
    """One field."""

    def __init__(self, *, watching: bool) -> None:
        self.field = QLineEdit()
        self.field.resize(400, 40)
        self.field.show()
        self.copied = ClipboardGuard() if watching else None

    def do(self, line: str) -> None:
        """One wish."""
        wish, _space, rest = line.partition(" ")
        if wish in ("copy", "select"):
            # Without a key or the mouse Qt does not know what time it is; at an older time than the other
            # copied the X server refuses it.
            while _text(MODES["copied" if wish == "copy" else "selected"]) != rest:
                QTest.qWait(1)
                self._copy(rest) if wish == "copy" else self._select(rest)
        elif wish == "clear" and self.copied is not None:
            self.copied.clear()
        elif wish == "end":
            QApplication.exit()
            return
        say(_state() if wish == "read" else {})

    def _copy(self, text: str) -> None:
        self.field.setText(text)
        self.field.selectAll()
        self.field.copy()

    def _select(self, text: str) -> None:
        """With the mouse: only that puts something in the selection."""
        self.field.setText(text)
        at = self.field.rect().center()
        at.setX(20)
        QTest.mousePress(self.field, Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(self.field, Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseRelease(self.field, Qt.MouseButton.LeftButton, pos=at)


def _text(mode: QClipboard.Mode) -> str:
    data = QGuiApplication.clipboard().mimeData(mode)
    return data.text() if data is not None else ""


def _state() -> dict[str, object]:
    clipboard = QGuiApplication.clipboard()
    found = {}
    for name, mode in MODES.items():
        data = clipboard.mimeData(mode)
        found[name] = {"text": data.text(), "formats": data.formats()} if data is not None else None
    return found


def say(words: dict[str, object]) -> None:
    """Answer."""
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def main() -> int:
    """Until told to end."""
    app = QApplication(sys.argv[:1])
    program = Program(watching="watching" in sys.argv)
    ears = Ears()
    ears.heard.connect(program.do)
    threading.Thread(target=ears.listen, daemon=True).start()
    say({})
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
