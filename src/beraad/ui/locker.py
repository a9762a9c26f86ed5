"""Locking of the main window, the request for the passphrase, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from beraad.errors import BeraadError
from beraad.i18n import _, spoken
from beraad.services.vault import Vault
from beraad.ui.clipboard import ClipboardGuard
from beraad.ui.locking import Locking
from beraad.ui.messages import Messages
from beraad.ui.open_meeting import OpenMeeting
from beraad.ui.page_frame import PageFrame
from beraad.ui.pages.unlock import UnlockPage
from beraad.ui.work import Work
from beraad.words.errors import sentence

WayBack = Callable[[], None]
"""Callback that shows a page again."""


class Locker(QObject):
    """Switch between the unlock page and all else. The backup is made on a worker thread."""

    code_print_requested = Signal(str)
    """The recovery code."""
    locks = Signal()
    """Emitted before the store is closed: nothing may read it any more."""

    def __init__(
        self,
        window: QWidget,
        frame: PageFrame,
        vault: Vault,
        work: Work,
        *,
        messages: Messages,
        meeting: OpenMeeting,
        way_back: Callable[[], WayBack],
        home: WayBack,
    ) -> None:
        """`way_back` is called if no meeting is open; `home` is for when that leads nowhere any more."""
        super().__init__(window)
        self._frame, self._vault, self._work = frame, vault, work
        self._messages, self._meeting = messages, meeting
        self._way_back, self._home = way_back, home
        self._clipboard_guard = ClipboardGuard(window)
        self._locking = Locking(window, work)
        self._locking.way_clear.connect(self._on_way_clear)
        self._go_back = home

    @property
    def unlocked(self) -> bool:
        """True while the window may show what is not for everybody's eyes."""
        return self._vault.unlocked and not isinstance(self._frame.page, UnlockPage)

    def lock(self) -> None:
        """Close the store, and ask for the passphrase before anything is shown again."""
        if self.unlocked:
            self._locking.begin()

    def show_unlock(self) -> None:
        """Show the unlock page in the frame."""
        page = UnlockPage(self._vault, self._work)
        page.unlocked.connect(self._on_unlocked)
        page.code_print_requested.connect(self.code_print_requested)
        aside = self._meeting.aside
        if aside is not None:
            page.add_foot(aside.bar())
            page.escaped_twice.connect(aside.calm)
        self._frame.show_page(page, self.show_unlock, kept=aside.page if aside is not None else None)
        self._meeting.let_ready_go()

    def close(self) -> None:
        """Clear the passphrase field and the clipboard, and close the store."""
        if isinstance(self._frame.page, UnlockPage):
            self._frame.page.clear()
        self._meeting.let_ready_go()
        self._clipboard_guard.clear()
        self.locks.emit()
        self._vault.lock()

    def _on_way_clear(self, form_closed: bool) -> None:
        """Lock now that nothing is open over the window any more."""
        self._clipboard_guard.clear()
        back = self._meeting.come_back if self._meeting.is_open else self._way_back()
        self._go_back = partial(self._go, back, form_closed=form_closed)
        self._meeting.stand_aside()
        self.locks.emit()
        self.show_unlock()
        title = _("De zaken worden vergrendeld…")
        self._work.run_or_raise(title, self._vault.lock, lambda _result: self._ask_passphrase())

    def _ask_passphrase(self) -> None:
        """Let the form be filled in, as the store is closed."""
        if isinstance(self._frame.page, UnlockPage):
            self._frame.page.begin()

    def _go(self, back: WayBack, *, form_closed: bool) -> None:
        back()
        if form_closed:
            self._messages.tell(
                _("Een venster is gesloten"),
                _("Bij het vergrendelen stond een venster open. Wat u daarin typte, is niet bewaard."),
            )

    def _on_unlocked(self) -> None:
        back, self._go_back = self._go_back, self._home
        try:
            back()
        except BeraadError:
            # The page is gone: another program used the store meanwhile.
            self._meeting.drop()
            self._home()
        self._tell_notices()

    def _tell_notices(self) -> None:
        """Tell what unlocking found beside the cases, or missing from them."""
        if notices := self._vault.notices:
            told = "\n\n".join(sentence(notice, spoken()) for notice in notices)
            self._messages.warn(_("Bij het ontgrendelen viel iets op"), told)
