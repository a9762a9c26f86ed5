"""The main window: puts the pages together and wires them; what they do is theirs.

The pages behind the lock are loaded when they are first needed, so that the unlock page stands before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QMenuBar, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from beraad.errors import BeraadError
from beraad.i18n import _
from beraad.services.vault import Vault
from beraad.settings import CALM_AFTER, LOCK_AFTER, Settings
from beraad.ui.choices import Choices
from beraad.ui.copied import Copied
from beraad.ui.day_watch import DayWatch
from beraad.ui.dialogs.about import tell_about
from beraad.ui.dialogs.files import Files
from beraad.ui.lock_watch import LockWatch
from beraad.ui.locking import Locking
from beraad.ui.meeting_aside import MeetingAside
from beraad.ui.menus import Menus
from beraad.ui.messages import Messages
from beraad.ui.own_screens import OwnScreens
from beraad.ui.pages.unlock import UnlockPage
from beraad.ui.screen_menu import ScreenMenu
from beraad.ui.sentence_guard import SentenceGuard
from beraad.ui.store_watch import StoreWatch
from beraad.ui.widgets.keyboard import press_focused
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.work import Work

if TYPE_CHECKING:
    from beraad.ui.behind_lock import (
        CasePage,
        CasesPage,
        MeetingPage,
        Printers,
        ReadyConsole,
        WallWindow,
    )

T = TypeVar("T")

_SMALLEST = QSize(960, 600)


class MainWindow(QMainWindow):
    """One page at a time: unlocking, the cases, a case, its meeting. It just closes: all is saved."""

    def __init__(
        self,
        vault: Vault,
        *,
        chosen: Settings,
        settings_file: Path | None = None,
        messages: Messages | None = None,
        files: Files | None = None,
        printers: Printers | None = None,
        today: Callable[[], dt.date] = dt.date.today,
        note: str = "",
    ) -> None:
        super().__init__()
        SentenceGuard.begin()
        self._vault = vault
        self.choices = Choices(chosen, settings_file, parent=self)
        self._messages = messages or Messages(self)
        self._files = files or Files(self)
        self._printers = printers
        self._today = today
        self.day_watch = DayWatch(today, parent=self)
        self._guide_folder = settings_file.parent if settings_file else None
        self._work = Work(self)
        self._wall: WallWindow | None = None
        self._page = QWidget()
        self._had_focus: QWidget | None = None
        self._cases: CasesPage | None = None
        self._case: CasePage | None = None
        self._meeting: MeetingPage | None = None
        self._aside: MeetingAside | None = None
        self._ready: ReadyConsole | None = None
        self._copied = Copied(self)
        self._locking = Locking(self, self._work)
        self.lock_watch = LockWatch(
            self,
            unlocked=lambda: self._unlocked,
            after=lambda: self.choices.chosen.lock_after,
        )
        self.store_watch = StoreWatch(vault, busy=lambda: self._work.busy, parent=self)
        self._again: Callable[[], None] = self._show_start
        self._go_back: Callable[[], None] = self._show_cases
        self._screens = OwnScreens(self, self.choices)
        self.guard = self._screens.guard
        self._build(note)
        self._screens.place.restore(chosen.window)
        self.choices.anew_wanted.connect(self._on_anew_wanted)
        self.choices.changed.connect(self._on_choice_changed)
        self._work.busy_changed.connect(self._on_busy_changed)
        self.day_watch.turned.connect(self._on_day_turned)
        self.lock_watch.lock_wanted.connect(self.lock)
        self.store_watch.swapped.connect(self.lock)
        self._locking.way_clear.connect(self._on_way_clear)
        self._again()

    @property
    def page(self) -> QWidget:
        """The page that stands: UnlockPage, CasesPage, CasePage or MeetingPage."""
        return self._page

    @property
    def wall(self) -> WallWindow | None:
        """The wall of the open meeting; of one behind the lock, while it stands on a screen."""
        if self._wall is not None and self._aside is not None and not self._wall.isVisible():
            return None
        return self._wall

    # -- where to go ---------------------------------------------------------------------------------

    def show_cases(self) -> None:
        """Go to the list of cases; an open meeting is left first, with everything kept."""
        if self._leave_meeting():
            self._show_cases()

    def show_case(self, reference: str) -> None:
        """Go to a case; an open meeting is left first, with everything kept."""
        if self._leave_meeting():
            self._show_case(reference)

    def open_meeting(self, reference: str, meeting: str) -> None:
        """Open a meeting for the facilitator, with its wall."""
        if not self._leave_meeting():
            return
        from beraad.ui import behind_lock  # noqa: PLC0415

        try:
            service = self._vault.meeting(reference, meeting)
        except BeraadError as error:
            self._messages.warn(_("Dit beraad gaat niet open"), behind_lock.sentence(error))
            return
        page = self._consoles().take()
        self._wall = page.wall
        page.open(service, self._screens.place_wall(self._wall))
        self._wall.set_turning(self.choices.chosen.wall_turns)
        self._wall.turning_changed.connect(self.choices.turn_pages)
        page.steps.private.speak_in(self.choices.chosen.voice)
        page.steps.private.voice_chosen.connect(self.choices.address)
        page.steps.private.handed_over.connect(lambda _away: self._show_what_can_be_done())
        page.wall_screen.notice.cover_wanted.connect(self.guard.cover_first)
        self.guard.calm_wanted.connect(page.calm_wall)
        self.guard.freeze_wanted.connect(page.freeze_wall)
        self.guard.leave_wanted.connect(page.leave_wall)
        page.wall_watched.connect(lambda watched: self._screens.awake.set(on=watched))
        page.closed.connect(lambda: self._on_meeting_closed(reference))
        page.print_requested.connect(self.print_copies)
        self._show(page, lambda: None)
        self._meeting = page
        self._show_what_can_be_done()

    def print_copies(self, reference: str, meeting: str = "") -> None:
        """Show the copies of the plan in force, or of one meeting."""
        from beraad.ui import behind_lock  # noqa: PLC0415

        try:
            copies = self._vault.printing().copies(reference, meeting or None)
        except BeraadError as error:
            self._messages.warn(_("Er is niets om te printen"), behind_lock.sentence(error))
            return
        printers = self._printers or behind_lock.Printers()
        behind_lock.PrintDialog.show_over(
            copies, messages=self._messages, files=self._files, printers=printers, parent=self
        )

    def lock(self) -> None:
        """Close the store, and ask for the passphrase before anything is shown again.

        It leads back to where one was. The backup is made beside the windows.
        """
        if self._unlocked:
            self._locking.begin()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent, /) -> None:
        if self._unlocked and self.store_watch.look():
            # What became of the cases is said first; closing again closes.
            event.ignore()
            return
        if not self._leave_meeting():
            event.ignore()
            return
        if self._work.busy:
            # It ends first, and what came of it is told.
            self._work.finish()
            QTimer.singleShot(0, self, self.close)
            event.ignore()
            return
        if isinstance(self._page, UnlockPage):
            self._page.clear()
        self._let_ready_go()
        self._copied.clear()
        self._vault.lock()
        self._screens.awake.stop()
        self.choices.stand(self._screens.place.told())
        super().closeEvent(event)

    # -- pages ---------------------------------------------------------------------------------------

    def _show_start(self) -> None:
        if self._vault.unlocked:
            self._show_cases()
        else:
            self._show_unlock()

    def _show_unlock(self) -> None:
        page = UnlockPage(self._vault, self._work)
        page.unlocked.connect(self._on_unlocked)
        page.code_print_requested.connect(self._print_code)
        if self._aside is not None:
            page.add_foot(self._aside.bar())
            page.escaped_twice.connect(self._aside.calm)
        self._show(page, self._show_unlock)
        self._let_ready_go()

    @property
    def _unlocked(self) -> bool:
        """Whether something may stand in the window that is not for everybody's eyes."""
        return self._vault.unlocked and not isinstance(self._page, UnlockPage)

    def _on_way_clear(self, form_closed: bool) -> None:
        """Nothing stands over the window any more: lock now."""
        self._copied.clear()
        self._go_back = self._way_back(form_closed=form_closed)
        if self._meeting is not None:
            self._aside = MeetingAside(
                self._meeting,
                calm_after=lambda: self.choices.chosen.calm_after,
                parent=self,
            )
        self._show_unlock()
        self._do(_("De zaken worden vergrendeld…"), self._vault.lock, lambda _result: self._ask_passphrase())

    def _ask_passphrase(self) -> None:
        """The store is closed: the form may be filled in."""
        if isinstance(self._page, UnlockPage):
            self._page.begin()

    def _way_back(self, *, form_closed: bool) -> Callable[[], None]:
        """What leads back here after unlocking."""
        if self._meeting is not None:
            back = self._come_back
        else:
            reference = self._case.reference if self._case is not None else ""
            back = (lambda: self._show_case(reference)) if reference else self._show_cases

        def go() -> None:
            back()
            if form_closed:
                self._messages.tell(
                    _("Een venster is gesloten"),
                    _("Bij het vergrendelen stond een venster open. Wat u daarin typte, is niet bewaard."),
                )

        return go

    def _on_unlocked(self) -> None:
        back, self._go_back = self._go_back, self._show_cases
        try:
            back()
        except BeraadError:
            # It is not there any more: another program had the store meanwhile.
            self._drop_aside()
            self._show_cases()
        self._tell_notices()

    def _tell_notices(self) -> None:
        """What unlocking found beside the cases, or missing from them."""
        if notices := self._vault.notices:
            from beraad.ui import behind_lock  # noqa: PLC0415

            told = "\n\n".join(map(behind_lock.sentence, notices))
            self._messages.warn(_("Bij het ontgrendelen viel iets op"), told)

    def _come_back(self) -> None:
        """The meeting goes on where it was."""
        aside = self._aside
        if aside is not None:
            page = aside.come_back(self._vault.come_back)
            self._aside = None
            self._show(page, lambda: None)
            self._meeting = page
            self._show_what_can_be_done()

    def _show_cases(self) -> None:
        from beraad.ui import behind_lock  # noqa: PLC0415

        page = behind_lock.CasesPage(
            self._vault.cases(),
            messages=self._messages,
            files=self._files,
            work=self._work,
            today=self._today(),
        )
        page.case_requested.connect(self._show_case)
        page.meeting_requested.connect(self.open_meeting)
        page.print_requested.connect(self.print_copies)
        self._show(page, self._show_cases)
        self._cases = page
        self._show_what_can_be_done()
        self._consoles().expect(page)

    def _show_case(self, reference: str) -> None:
        from beraad.ui import behind_lock  # noqa: PLC0415

        page = behind_lock.CasePage(
            self._vault.cases(),
            reference,
            messages=self._messages,
            files=self._files,
            work=self._work,
            today=self._today(),
        )
        page.back_requested.connect(self._show_cases)
        page.meeting_requested.connect(self.open_meeting)
        page.print_requested.connect(self.print_copies)
        self._show(page, lambda: self._show_case(reference))
        self._case = page
        self._show_what_can_be_done()
        self._consoles().expect(page)

    def _show(self, page: QWidget, again: Callable[[], None]) -> None:
        """Put a page in place of the one that stood; `again` makes it anew in another language or size."""
        old, self._page, self._again = self._page, page, again
        self._cases = self._case = self._meeting = None
        page.setProperty("role", "page")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column.replaceWidget(old, page)
        page.show()
        old.hide()
        if self._aside is not None and old is self._aside.page:
            # In no window: nothing that looks into this one, such as a screen reader, finds it.
            old.setParent(None)
        else:
            old.deleteLater()
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        self.menus.allow(
            unlocked=self._vault.unlocked and not isinstance(self._page, UnlockPage),
            case=self._case is not None,
            cases=self._cases is not None,
            anew=self._meeting is None and self._aside is None,
            handed_over=self._meeting is not None and self._meeting.steps.private.open_screen is not None,
        )

    # -- the meeting ---------------------------------------------------------------------------------

    def _consoles(self) -> ReadyConsole:
        from beraad.ui import behind_lock  # noqa: PLC0415

        if self._ready is None:
            self._ready = behind_lock.ReadyConsole(
                self._holder, messages=self._messages, files=self._files, guide_folder=self._guide_folder
            )
        return self._ready

    def _let_ready_go(self) -> None:
        if self._ready is not None:
            self._ready.let_go()

    def _leave_meeting(self) -> bool:
        """Close an open meeting; False when somebody would rather stay, because something was not saved.

        While a participant has the laptop the facilitator is asked for first, and nothing is left.
        """
        if self._meeting is not None and self._meeting.steps.private.ask_for_facilitator():
            return False
        if self._aside is not None:
            if self._aside.may_close():
                self._drop_aside()
        elif self._meeting is not None:
            self._meeting.close_meeting()
        return self._wall is None

    def _on_meeting_closed(self, reference: str) -> None:
        self._drop_wall()
        self._show_case(reference)

    def _drop_aside(self) -> None:
        if self._aside is not None:
            self._aside.drop()
            self._aside = None
        self._drop_wall()

    def _drop_wall(self) -> None:
        if self._wall is not None:
            self._wall.close()
            self._wall.deleteLater()
            self._wall = None
        self._screens.drop_wall()

    # -- building ------------------------------------------------------------------------------------

    def _build(self, note: str) -> None:
        # The task bar shows titles of windows: no words of a case there.
        self.setWindowTitle("Beraad")
        self.setMinimumSize(_SMALLEST)
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        if note:
            self._column.addWidget(_note(note))
        self._column.addWidget(self._page, 1)
        self.setCentralWidget(self._holder)
        self._build_menus()

    def _build_menus(self) -> None:
        self.setMenuBar(QMenuBar())
        self.menus = Menus(self.menuBar(), self.choices.chosen)
        ScreenMenu(self.menus.wall_screens, lambda: self._screens.placement)
        wishes: dict[str, Callable[[], object]] = {
            "new_case": self._on_new_case,
            "import": self._on_import,
            "export": self._on_export,
            "print": self._on_print,
            "code": self._on_code,
            "lock": self.lock,
            "quit": self.close,
            "search": self._on_search,
            "back": self._on_back,
            "light": lambda: self.choices.look("light"),
            "dark": lambda: self.choices.look("dark"),
            "larger": lambda: self.choices.write_larger(1),
            "smaller": lambda: self.choices.write_larger(-1),
            "usual": lambda: self.choices.write_larger(0),
            "nl": lambda: self.choices.speak("nl"),
            "en": lambda: self.choices.speak("en"),
            "keys": self.show_keys,
            "guide": self._on_guide,
            "about": lambda: tell_about(self._messages),
        }
        for minutes in LOCK_AFTER:
            wishes[f"lock_after {minutes}"] = partial(self.choices.lock_after, minutes)
        for minutes in CALM_AFTER:
            wishes[f"calm_after {minutes}"] = partial(self.choices.calm_after, minutes)
        for name, wish in wishes.items():
            self.menus.actions[name].triggered.connect(lambda _checked=False, do=wish: do())
        # While somebody answers on this screen there are no menus; this key works all the same.
        self.addAction(self.menus.actions["lock"])

    def show_keys(self) -> None:
        """Show what can be done without a mouse."""
        from beraad.ui import behind_lock  # noqa: PLC0415

        behind_lock.show_keys(self, everywhere_first=True)

    # -- slots ---------------------------------------------------------------------------------------

    def _on_busy_changed(self, busy: bool) -> None:
        """While something is done to the cases nothing else is; the keyboard goes back to where it was."""
        if busy:
            self._had_focus = self._page.focusWidget()
        self.menuBar().setEnabled(not busy)
        self._page.setEnabled(not busy)
        if not busy and self._had_focus is not None and isValid(self._had_focus):
            self._had_focus.setFocus()

    def _on_anew_wanted(self) -> None:
        self._build_menus()
        self._let_ready_go()
        self._again()

    def _on_day_turned(self) -> None:
        """What a page says of the day – today, ages, what is due – is said anew."""
        if self._cases is not None:
            self._cases.show_day(self.day_watch.day)
        elif self._case is not None:
            self._case.show_day(self.day_watch.day)
        elif self._meeting is not None:
            self._meeting.model.refresh()

    def _on_choice_changed(self) -> None:
        self.menus.show_chosen(self.choices.chosen)

    def _on_new_case(self) -> None:
        self.show_cases()
        if self._cases is not None:
            self._cases.new_case()

    def _on_import(self) -> None:
        self.show_cases()
        if self._cases is not None:
            self._cases.import_case()

    def _on_export(self) -> None:
        if self._case is not None:
            self._case.export()

    def _on_search(self) -> None:
        if self._cases is not None:
            self._cases.search()

    def _on_print(self) -> None:
        if self._case is not None:
            self.print_copies(self._case.reference)

    def _on_back(self) -> None:
        if self._case is not None:
            self.show_cases()

    def _on_guide(self) -> None:
        from beraad.ui import behind_lock  # noqa: PLC0415

        behind_lock.offer_own_guide(self._guide_folder, self._messages, self._files)

    def _on_code(self) -> None:
        from beraad.ui import behind_lock  # noqa: PLC0415

        behind_lock.RecoveryCodeDialog.show_over(
            self._vault, self._work, messages=self._messages, print_code=self._print_code, parent=self
        )

    def _print_code(self, code: str) -> None:
        from beraad.ui import behind_lock  # noqa: PLC0415

        printers = self._printers or behind_lock.Printers()
        if not printers.any:
            self._messages.tell(
                _("Er is geen printer"),
                _("Schrijf de code over op papier, of kopieer hem naar een veilige plek."),
            )
            return
        printer = printers.choose(self)
        if printer is not None:
            title = _("De code wordt geprint…")
            self._do(title, lambda: behind_lock.print_code(printer, code), self._on_code_printed)

    def _on_code_printed(self, printed: bool) -> None:
        if not printed:
            self._messages.warn(
                _("De code is niet geprint"), _("De printer nam de bladzijde niet aan. Schrijf de code over.")
            )

    def _do(self, title: str, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do something beside the windows of which nobody expects that it fails."""

        def failed(error: Exception) -> None:
            raise error

        self._work.run(title, lambda _progress: job(), done=done, failed=failed, cancellable=False)


def load_pages() -> None:
    """Load the pages behind the lock; may run beside the windows, before anybody asks."""
    from beraad.ui import behind_lock  # noqa: F401, PLC0415 - to be there when asked for


def _note(text: str) -> QFrame:
    """A line over every page: this is an example."""
    bar = QFrame()
    bar.setProperty("role", "bar")
    row = QHBoxLayout(bar)
    row.setContentsMargins(16, 4, 16, 4)
    row.addWidget(TextLabel(text, "small", tone="amber"))
    return bar
