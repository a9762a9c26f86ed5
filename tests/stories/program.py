"""The program as somebody meets it: its window, its wall, and the boxes with which it asks."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from beraad import assets
from beraad.services.vault import Vault
from beraad.settings import Settings
from beraad.store.keys import KeyPolicy
from beraad.ui.console import MeetingPage
from beraad.ui.dialogs.files import ScriptedFiles
from beraad.ui.main_window import MainWindow
from beraad.ui.messages import ScriptedMessages
from beraad.ui.pages.case import CasePage
from beraad.ui.pages.cases import CasesPage
from beraad.ui.pages.unlock import UnlockPage
from beraad.ui.printing import PrintDialog
from beraad.ui.projector import WallWindow
from tests.store.samples import CHEAP
from tests.stories.watching import Titles, Witness
from tests.ui.driving import is_working, open_meeting, press, press_step, texts, timer, type_into

PASSPHRASE = "vier losse woorden hier"
CONSOLE, WALL = (1366, 768), (1920, 1080)


class Program:
    """One run of Beraad on one data folder; `start_again` closes it and opens it anew.

    `used` gives a folder of a computer on which one of the example cases was read in.
    """

    def __init__(self, folder: Path, today: dt.date, qtbot: QtBot, used: Callable[[str], Path]) -> None:
        self.folder, self._today, self.qtbot, self._used = folder, today, qtbot, used
        self._now = dt.datetime.combine(today, dt.time(14, 0))
        self._policy: KeyPolicy | None = None
        self.messages, self.files = ScriptedMessages(), ScriptedFiles()
        self.witnesses: list[Witness] = []
        self._titles: set[str] = set()
        self.start()

    def start(self) -> None:
        """Start the program."""
        self._watch = Titles()
        self.vault = Vault(self.folder / "data", policy=self._policy, clock=lambda: self._now)
        self.window = MainWindow(
            self.vault,
            chosen=Settings(),
            messages=self.messages,
            files=self.files,
            today=lambda: self._today,
            settings_file=self.folder / "settings.toml",
        )
        self.window.resize(*CONSOLE)
        with self.qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    def close(self) -> None:
        """Close the window; all is saved."""
        closed = self.window.close()
        self.window.deleteLater()
        self.vault.lock()
        self._watch.end()
        self._titles |= self._watch.seen
        assert closed, "the window stayed open"

    def start_again(self) -> None:
        """Close the program and start it anew on the same folder."""
        self.close()
        self.start()

    # -- where one is --------------------------------------------------------------------------------

    @property
    def wall(self) -> WallWindow:
        """What the room looks at."""
        assert self.window.wall is not None
        return self.window.wall

    @property
    def page(self) -> UnlockPage | CasesPage | CasePage | MeetingPage:
        """What stands in the window."""
        page = self.window.page
        assert isinstance(page, UnlockPage | CasesPage | CasePage | MeetingPage)
        return page

    def wait_for(self, kind: type) -> None:
        """Wait until a page of this kind stands and is seen: Qt shows it a turn after it was put there."""

        def stands() -> bool:
            return isinstance(self.window.page, kind) and self.window.page.isVisible()

        self.qtbot.waitUntil(stands)

    def wait_for_words(self, words: str) -> None:
        """Wait until these words can be read in the window."""
        self.qtbot.waitUntil(lambda: words in texts(self.window))

    def said_last(self) -> tuple[str, str, str]:
        """The last box: kind, title, text."""
        return self.messages.said[-1]

    def answer(self, *answers: bool | Path) -> None:
        """What will be answered to the next questions (yes or no) and to the next file dialog."""
        for answer in answers:
            if isinstance(answer, Path):
                self.files.answer(answer)
            else:
                self.messages.answer(answer)

    @property
    def titles(self) -> set[str]:
        """What the task bar showed of any window until now."""
        return self._titles | self._watch.seen

    @property
    def log(self) -> str:
        """Everything in the log."""
        return "\n".join(path.read_text("utf-8") for path in (self.folder / "logs").glob("*"))

    def on_disk(self) -> bytes:
        """Everything in the data folder, as somebody reads it who finds the disk."""
        return b"".join(path.read_bytes() for path in (self.folder / "data").rglob("*") if path.is_file())

    # -- the way in ----------------------------------------------------------------------------------

    def make_a_store(self) -> str:
        """Choose a passphrase, keep the recovery code and go on; gives the code."""
        type_into(self.page, "Wachtzin", PASSPHRASE)
        type_into(self.page, "Nog een keer", PASSPHRASE)
        press(self.page, "Beginnen")
        self.wait_for_words("Bewaar deze herstelcode")
        page = self.page
        assert isinstance(page, UnlockPage)
        code = page.code_form.code.text().replace("\n", "-")
        press(self.page, "Ik heb de code bewaard")
        press(self.page, "Verder")
        self.wait_for(CasesPage)
        return code

    def begin_with(self, name: str) -> None:
        """On a computer on which this example case was read in before: give the passphrase, see the cases.

        A guess at it costs next to nothing: for stories that are not about the way in.
        """
        self.close()
        shutil.copytree(self._used(name), self.folder / "data")
        self._policy = CHEAP
        self.start()
        self.unlock()

    def sit_down(self) -> None:
        """The next meeting of the De Wit family: opened, the wall switched on, everybody there."""
        self.begin_with("de-wit")
        open_meeting(self.page)
        self.switch_the_wall_on()
        press(self.page, "Iedereen is er")

    def keep_the_last_plan(self) -> None:
        """All that was said and agreed last time stays; ends at deciding."""
        for step in ("Zorgen", "Wat gaat goed", "Wat moet er gebeuren", "Afspraken"):
            press_step(self.page, step)
            press(self.page, "Alles blijft")
        press(self.page, "Noodplan en time-out · nog 5")
        press(self.page, "Alles blijft")
        press_step(self.page, "Vaststellen en tekenen")

    def unlock(self) -> None:
        """Give the passphrase."""
        type_into(self.page, "Wachtzin", PASSPHRASE)
        press(self.page, "Openen")
        self.wait_for(CasesPage)

    def read_in(self, name: str) -> None:
        """Read in one of the example cases."""
        (path,) = [path for path in assets.example_cases() if path.stem == name]
        self.answer(path)
        count = len(self.messages.said)
        press(self.page, "Zaak inlezen…")
        self.qtbot.waitUntil(lambda: len(self.messages.said) > count)
        assert self.said_last()[1] == "De zaak is ingelezen"

    # -- the meeting ---------------------------------------------------------------------------------

    def pass_minutes(self, minutes: int) -> None:
        """Time goes by, and the console looks at the clock, as it does every quarter of a minute."""
        self._now += dt.timedelta(minutes=minutes)
        if isinstance(self.page, MeetingPage):
            timer(self.page, "clock").timeout.emit()

    def switch_the_wall_on(self) -> None:
        """Put the wall on the projector, and seat a witness before it."""
        page = self.page
        assert isinstance(page, MeetingPage)
        self.witnesses.append(Witness(self.wall, page))
        self.answer(True)
        press(page, "Scherm aan")
        self.wall.resize(*WALL)
        self.go_to_the_window()

    def go_to_the_window(self) -> None:
        """The off-screen platform has no window manager that goes back to the window by itself."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def ever_seen_by(self, *people: str) -> list[str]:
        """Everything that stood on a wall while one of these people could look; nobody named: ever."""
        return [text for witness in self.witnesses for text in witness.seen_by(*people)]

    # -- paper ---------------------------------------------------------------------------------------

    @property
    def print_dialog(self) -> PrintDialog:
        """The print dialog that stands over the window, when it has made what it shows."""
        (dialog,) = [item for item in self.window.findChildren(PrintDialog) if item.isVisible()]
        self.qtbot.waitUntil(lambda: not is_working(dialog))
        return dialog

    def save_the_copies(self, folder: Path) -> None:
        """Write all copies that are ticked into a folder."""
        count = len(self.messages.said)
        self.answer(folder)
        press(self.print_dialog, "Opslaan in map…")
        self.qtbot.waitUntil(lambda: len(self.messages.said) > count)

    def close_the_print_dialog(self) -> None:
        """Done printing."""
        press(self.print_dialog, "Sluiten")
        self.go_to_the_window()
