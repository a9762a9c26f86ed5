"""The real program on two screens, as a process of its own: a meeting is open, the wall is on the projector.

All that is private is painted in one colour that nothing else has. Speaks over lines: each line is a wish,
each answer one line of JSON. With `unguarded` nothing covers, and the wall does not follow its screen: the
control arm. Another argument is the file with the settings.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from unittest import mock

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from beraad import settings
from beraad.app import example_vault, make_application
from beraad.settings import Settings
from beraad.terms import Step
from beraad.ui import unlocked_pages  # noqa: F401 - before the clock runs
from beraad.ui.console import MeetingPage
from beraad.ui.main_window import MainWindow
from beraad.ui.messages import ScriptedMessages
from beraad.ui.screens.chooser import ScreenChooser
from beraad.ui.screens.guard import ScreenGuard
from beraad.ui.screens.wall_placement import WallPlacement
from tests.ui.driving import lift, pill_of, press

PRIVATE = "fd00f1"
"""Red, green, blue of everything that only the facilitator may see."""

REFERENCE, MEETING = "IT-2026-014", "b2"
SHEET = f"""
* {{ background: #{PRIVATE}; color: #{PRIVATE}; border: 1px solid #{PRIVATE}; }}
Cover, Cover * {{ background: #ffffff; color: #101010; border: 0; }}
"""


class Driver(QObject):
    """Does what the test wishes."""

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        super().__init__()
        self._app, self.window = app, window
        self.dialog: QDialog | None = None
        self.field: QLineEdit | None = None
        self._reader = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._reader.activated.connect(self._on_line)

    def state(self) -> object:
        """What stands where, as the program sees it."""
        wall, console = self.window.wall, self.window.geometry()
        page = self.window.page
        assert isinstance(page, MeetingPage)
        return {
            "console": console.getRect(),
            "covered": self.window.guard.covered,
            "change": self.window.guard.change.name,
            "wall": wall.geometry().getRect() if wall and wall.isVisible() else None,
            "pill": pill_of(page),
            "notice": page.wall_screen.notice.words,
            "screens": {screen.name(): screen.geometry().getRect() for screen in self._app.screens()},
            "sure": page.wall_screen.is_sure,
            "has_keyboard": self.window.isActiveWindow(),
            "on": self.window.screen().name(),
            "asked": isinstance(QApplication.activeModalWidget(), ScreenChooser),
        }

    def choose_nothing(self) -> object:
        """Put the question for a screen away."""
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, ScreenChooser)
        asked.reject()
        return "put away"

    def move_to_the_right(self) -> object:
        """Put the window where it reaches nearly to the right edge of the laptop."""
        self.window.move(120, 40)
        return self.state()

    def press_f11(self) -> object:
        """Press F11 on the wall, that lies over everything."""
        assert self.window.wall is not None
        QTest.keyClick(self.window.wall, Qt.Key.Key_F11)
        return self.state()

    def wall(self) -> object:
        """What the wall's painter makes: its size and a digest of its pixels."""
        wall = self.window.wall
        assert wall is not None
        image = wall.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        pixels = bytes(image.constBits())
        digest = hashlib.sha256(b"".join(pixels[i::4] for i in range(3))).hexdigest()
        return {"size": [image.width(), image.height()], "digest": digest}

    def lift(self) -> object:
        """Say that the right eyes are looking."""
        lift(self.window)
        return self.state()

    def wall_on(self) -> object:
        """Press the button that opens the wall."""
        page = self.window.page
        assert isinstance(page, MeetingPage)
        page.wall_screen.open()
        return self.state()

    def swap(self) -> object:
        """Press the button that swaps the screens."""
        page = self.window.page
        assert isinstance(page, MeetingPage)
        page.wall_screen.swap()
        return self.state()

    def cover_first(self) -> object:
        """Press the button that covers this window before a screen comes."""
        page = self.window.page
        assert isinstance(page, MeetingPage)
        press(page.wall_screen.notice, "Eerst dit venster afdekken")
        self.window.repaint()
        return self.state()

    def wall_off(self) -> object:
        """Take the wall away."""
        page = self.window.page
        assert isinstance(page, MeetingPage)
        page.wall_controls.leave()
        return self.state()

    def write(self) -> object:
        """Begin to write, in an empty field over the console."""
        if self.field is None:
            self.field = QLineEdit(self.window.page)
            self.field.resize(600, 40)
        self.field.clear()
        self.field.show()
        self.field.raise_()
        self.field.setFocus()
        return "begun"

    def written(self) -> object:
        """What stands in the field now, and what the keyboard did to the wall."""
        assert self.field is not None
        assert self.window.wall is not None
        return {
            "text": self.field.text(),
            "calm": self.window.wall.calm,
            "open": self.window.wall.isVisible(),
        }

    def open_dialog(self) -> object:
        """A private dialog over the console."""
        self.dialog = QDialog(self.window)
        self.dialog.setStyleSheet(SHEET)
        self.dialog.resize(600, 400)
        QLineEdit("telefoon van Sanne", self.dialog)
        self.dialog.show()
        return "shown"

    def close_dialog(self) -> object:
        """Put it away."""
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None
        return "closed"

    def _on_line(self) -> None:
        wish = sys.stdin.readline().strip()
        if not wish or wish == "quit":
            self._app.quit()
            return
        wishes: dict[str, Callable[[], object]] = {
            "state": self.state,
            "wall": self.wall,
            "lift": self.lift,
            "wall on": self.wall_on,
            "wall off": self.wall_off,
            "swap": self.swap,
            "cover first": self.cover_first,
            "write": self.write,
            "written": self.written,
            "dialog": self.open_dialog,
            "no dialog": self.close_dialog,
            "no screen": self.choose_nothing,
            "F11": self.press_f11,
            "to the right": self.move_to_the_right,
        }
        say(wishes[wish]())


def say(answer: object) -> None:
    """One line to the test."""
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def main(*, guarded: bool, file: Path | None) -> None:
    """Open everything and obey."""
    chosen = settings.load(file) if file else Settings()
    app = make_application(chosen)
    with example_vault() as vault:
        if not guarded:
            mock.patch.object(ScreenGuard, "cover").start()
            mock.patch.object(WallPlacement, "_look").start()
        # Yes to every question: whether the wall may lie over this window.
        messages = ScriptedMessages([True] * 50)
        window = MainWindow(vault, chosen=chosen, settings_file=file, messages=messages)
        window.resize(1200, 650)
        window.show()
        window.open_meeting(REFERENCE, MEETING)
        page = window.page
        assert isinstance(page, MeetingPage)
        page.model.act(lambda meeting: meeting.course.all_present())
        page.go_to(Step.WORRIES)
        page.setStyleSheet(SHEET)
        driver = Driver(app, window)

        def begin() -> None:
            # In time also where a question stands open.
            QTimer.singleShot(0, lambda: say("ready"))
            page.wall_screen.open()

        QTimer.singleShot(300, begin)
        app.exec()
        driver.close_dialog()
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        window.close()


if __name__ == "__main__":
    arguments = sys.argv[1:]
    files = [Path(argument) for argument in arguments if argument != "unguarded"]
    main(guarded="unguarded" not in arguments, file=files[0] if files else None)
