"""Main window, which creates the pages and connects them.

The pages behind the lock are loaded when they are first needed, so that the unlock page shows sooner.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenuBar, QWidget
from typing_extensions import override

from beraad.services.vault import Vault
from beraad.settings import Settings
from beraad.ui.backup_keeper import BackupKeeper
from beraad.ui.case_pages import CasePages
from beraad.ui.choices import Choices
from beraad.ui.day_watch import DayWatch
from beraad.ui.dialogs.about import tell_about
from beraad.ui.dialogs.files import Files
from beraad.ui.dialogs.manual import Manual
from beraad.ui.index_keeper import IndexKeeper
from beraad.ui.lock_watch import LockWatch
from beraad.ui.locker import Locker
from beraad.ui.menus import Menus
from beraad.ui.messages import Messages
from beraad.ui.open_meeting import OpenMeeting
from beraad.ui.page_frame import PageFrame
from beraad.ui.print_actions import PrintActions
from beraad.ui.screens.menu import ScreenMenu
from beraad.ui.screens.own_screens import OwnScreens
from beraad.ui.sentence_guard import SentenceGuard
from beraad.ui.sleep_notice import SleepNotice
from beraad.ui.store_watch import StoreWatch
from beraad.ui.undo_menu import Undoing, UndoMenu
from beraad.ui.widgets.keyboard import press_focused
from beraad.ui.work import Work

if TYPE_CHECKING:
    from beraad.ui.unlocked_pages import Printers, WallWindow

_SMALLEST = QSize(640, 340)


class MainWindow(QMainWindow):
    """One page at a time: unlocking, the cases, a case, its meeting. It closes unasked: all is saved."""

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
        self.day_watch = DayWatch(today, parent=self)
        self._guide_folder = settings_file.parent if settings_file else None
        self._work = Work(self)
        self.index = IndexKeeper(self, vault)
        self._frame = PageFrame(note)
        self._pages = CasePages(
            self._frame, vault, self._work, messages=self._messages, files=self._files, today=today
        )
        self.backups = BackupKeeper(
            self,
            vault,
            messages=self._messages,
            may_tell=lambda: self._pages.on_list or self._pages.on_case,
        )
        self._watch_and_lock()
        self._print_actions = PrintActions(
            self,
            vault,
            self._work,
            messages=self._messages,
            files=self._files,
            printers=printers,
            today=today,
        )
        self._print_actions.copies_closed.connect(self._pages.refresh_case)
        self._build()
        self._screens.place.restore(chosen.window)
        self._connect()
        self._show_start()

    @property
    def page(self) -> QWidget:
        """Page that is shown: UnlockPage, CasesPage, CasePage or MeetingPage."""
        return self._frame.page

    @property
    def wall(self) -> WallWindow | None:
        """Wall of the open meeting; while the program is locked, only if it is on a screen."""
        return self._meeting.wall

    # -- where to go ---------------------------------------------------------------------------------

    def show_cases(self) -> None:
        """Leave an open meeting, with everything saved, and show the list of cases."""
        if self._meeting.leave():
            self._pages.show_list()

    def show_case(self, reference: str) -> None:
        """Leave an open meeting, with everything saved, and show a case."""
        if self._meeting.leave():
            self._pages.show_case(reference)

    def open_meeting(self, reference: str, meeting: str) -> None:
        """Open a meeting for the facilitator, with its wall."""
        if self._meeting.leave():
            # They take turns with what the room waits for.
            self.backups.stop()
            self.index.stop()
            self._meeting.open(reference, meeting)

    def print_copies(self, reference: str, meeting: str = "") -> None:
        """Show the copies of the plan in force, or of one meeting."""
        undoing = self._pages.undoing
        self._print_actions.show_copies(reference, meeting, undoing.acts if undoing is not None else None)
        if undoing is not None:
            undoing.refresh()

    def show_keys(self) -> None:
        """Show what can be done without a mouse."""
        from beraad.ui import unlocked_pages  # noqa: PLC0415

        unlocked_pages.show_keys(self, everywhere_first=True)

    def lock(self) -> None:
        """Close the store, and ask for the passphrase before anything is shown again.

        Unlocking leads back to the same page. The backup is made on a worker thread.
        """
        self._locker.lock()

    def end(self) -> None:
        """Close because the system asks for it: without a question, and with all windows hidden first.

        What was typed is saved. A person who has the laptop to answer on it sees the window close, and never
        the console.
        """
        for window in QApplication.topLevelWidgets():
            window.hide()
        self._meeting.stand_aside()
        self._work.finish()
        self._stop()
        QApplication.exit()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent, /) -> None:
        if not self._may_close():
            event.ignore()
            return
        self._stop()
        super().closeEvent(event)

    # -- building ------------------------------------------------------------------------------------

    def _watch_and_lock(self) -> None:
        """Set up the screens, the meeting on them, and the lock."""
        self.lock_watch = LockWatch(
            self,
            unlocked=lambda: self._locker.unlocked,
            after=lambda: self.choices.chosen.lock_after,
        )
        self.sleep_notice = SleepNotice(self)
        self.store_watch = StoreWatch(self._vault, busy=lambda: self._work.busy, parent=self)
        self._screens = OwnScreens(self, self.choices)
        self.guard = self._screens.guard
        self._meeting = OpenMeeting(
            self._frame,
            self._vault,
            screens=self._screens,
            choices=self.choices,
            messages=self._messages,
            files=self._files,
            guide_folder=self._guide_folder,
        )
        self._locker = Locker(
            self,
            self._frame,
            self._vault,
            self._work,
            messages=self._messages,
            meeting=self._meeting,
            way_back=self._pages.way_back,
            home=self._pages.show_list,
        )

    def _build(self) -> None:
        # The task bar shows titles of windows: no words of a case there.
        self.setWindowTitle("Beraad")
        self.setMinimumSize(_SMALLEST)
        self.setCentralWidget(self._frame)
        self._build_menus()

    def _build_menus(self) -> None:
        self.setMenuBar(QMenuBar())
        self.menus = Menus(self.menuBar(), self.choices.chosen)
        ScreenMenu(self.menus.wall_screens, lambda: self._screens.placement)
        UndoMenu(self.menus.undo, self._undoing)
        self.menus.connect_choices(self.choices)
        self.menus.connect_wishes(
            {
                "new_case": self._on_new_case,
                "import": self._on_import,
                "export": self._pages.export,
                "calendar": self._pages.save_calendar,
                "print": self._pages.print_plan,
                "code": self._print_actions.offer_code,
                "lock": self.lock,
                "quit": self.close,
                "search": lambda: self._pages.search_all(self.index),
                "search_list": self._pages.search_list,
                "back": self._on_back,
                "manual": lambda: Manual.show_over(self),
                "keys": self.show_keys,
                "guide": self._on_guide,
                "about": lambda: tell_about(self._messages),
            }
        )
        # While somebody answers on this screen the menus are hidden; this key works all the same.
        self.addAction(self.menus.actions["lock"])

    def _connect(self) -> None:
        self.choices.anew_wanted.connect(self._on_anew_wanted)
        self.choices.changed.connect(self._on_choice_changed)
        self._work.busy_changed.connect(self._on_busy_changed)
        self.day_watch.turned.connect(self._on_day_turned)
        self.lock_watch.lock_wanted.connect(self.lock)
        self._pages.shown.connect(self.sleep_notice.begin)
        self.sleep_notice.falls_asleep.connect(self.lock_watch.lock)
        self.store_watch.swapped.connect(self.lock)
        self._locker.locks.connect(self.index.stop)
        self._locker.locks.connect(self.backups.stop)
        self._locker.code_print_requested.connect(self._print_actions.print_code)
        self._frame.changed.connect(self._show_what_can_be_done)
        self._pages.shown.connect(self._on_cases_shown)
        self._pages.meeting_requested.connect(self.open_meeting)
        self._pages.print_requested.connect(self.print_copies)
        self._pages.versions_requested.connect(self._print_actions.show_old_versions)
        self._meeting.handed_over.connect(self._show_what_can_be_done)
        self._meeting.closed.connect(self._pages.show_case)
        self._meeting.print_requested.connect(self.print_copies)

    # -- pages ---------------------------------------------------------------------------------------

    def _show_start(self) -> None:
        if self._vault.unlocked:
            self._pages.show_list()
        else:
            self._locker.show_unlock()

    def _show_what_can_be_done(self) -> None:
        self.menus.allow(
            unlocked=self._locker.unlocked,
            case=self._pages.on_case,
            cases=self._pages.on_list,
            anew=self._meeting.aside is None,
            handed_over=self._meeting.is_handed_over,
        )

    def _undoing(self) -> Undoing | None:
        meeting = self._meeting.page
        return meeting.model if meeting is not None else self._pages.undoing

    def _stop(self) -> None:
        self._locker.close()
        self.backups.finish()
        self._screens.awake.stop()
        self.choices.stand(self._screens.place.told())

    def _may_close(self) -> bool:
        if self._locker.unlocked and self.store_watch.look():
            # First tell what happened to the cases; a second attempt closes.
            return False
        if not self._meeting.leave():
            return False
        if self._work.busy:
            # Let the job end and report its outcome first.
            self._work.finish()
            QTimer.singleShot(0, self, self.close)
            return False
        return True

    # -- slots ---------------------------------------------------------------------------------------

    def _on_cases_shown(self, page: QWidget) -> None:
        self._show_what_can_be_done()
        self._meeting.expect(page)
        self.backups.make_soon()
        self.index.catch_up_soon()

    def _on_busy_changed(self, busy: bool) -> None:
        self._frame.set_busy(busy)
        self.menuBar().setEnabled(not busy)

    def _on_anew_wanted(self) -> None:
        self._build_menus()
        self._meeting.let_ready_go()
        self._frame.show_again()

    def _on_day_turned(self) -> None:
        """Update what a page says of the day – today, ages, what is due."""
        self._pages.show_day(self.day_watch.day)
        if self._meeting.page is not None:
            self._meeting.page.model.refresh()

    def _on_choice_changed(self) -> None:
        self.menus.show_chosen(self.choices.chosen)

    def _on_new_case(self) -> None:
        self.show_cases()
        self._pages.new_case()

    def _on_import(self) -> None:
        self.show_cases()
        self._pages.import_case()

    def _on_back(self) -> None:
        if self._pages.on_case:
            self.show_cases()

    def _on_guide(self) -> None:
        from beraad.ui import unlocked_pages  # noqa: PLC0415

        unlocked_pages.offer_own_guide(self._guide_folder, self._messages, self._files)
