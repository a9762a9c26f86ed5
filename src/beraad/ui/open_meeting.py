"""The meeting that is open in the main window: its page, its wall, and both while the program is locked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from beraad.errors import BeraadError
from beraad.i18n import _, spoken
from beraad.services.vault import Vault
from beraad.ui.choices import Choices
from beraad.ui.dialogs.files import Files
from beraad.ui.locked_meeting import LockedMeeting
from beraad.ui.messages import Messages
from beraad.ui.page_frame import PageFrame
from beraad.ui.screens.own_screens import OwnScreens
from beraad.words.errors import sentence

if TYPE_CHECKING:
    from beraad.ui.unlocked_pages import MeetingPage, ReadyConsole, WallWindow


class OpenMeeting(QObject):
    """Controller that opens one meeting in the frame, sets it aside during a lock, and leaves it."""

    closed = Signal(str)
    """Reference of the case."""
    print_requested = Signal(str, str)
    """Reference of the case, id of the meeting."""
    handed_over = Signal(bool)
    """True if somebody else now has the laptop, to answer on it."""

    def __init__(
        self,
        frame: PageFrame,
        vault: Vault,
        *,
        screens: OwnScreens,
        choices: Choices,
        messages: Messages,
        files: Files,
        guide_folder: Path | None,
    ) -> None:
        super().__init__(frame)
        self._frame, self._vault = frame, vault
        self._screens, self._choices = screens, choices
        self._messages, self._files, self._guide_folder = messages, files, guide_folder
        self._page: MeetingPage | None = None
        self._wall: WallWindow | None = None
        self._aside: LockedMeeting | None = None
        self._ready: ReadyConsole | None = None
        choices.changed.connect(self._on_choice_changed)

    @property
    def page(self) -> MeetingPage | None:
        """Its page, while it is in the window."""
        return None if self._aside is not None else self._page

    @property
    def aside(self) -> LockedMeeting | None:
        """The meeting while the program is locked, else None."""
        return self._aside

    @property
    def is_open(self) -> bool:
        """True while a meeting is open, visible or behind the lock."""
        return self._page is not None

    @property
    def is_handed_over(self) -> bool:
        """True while somebody else has the laptop, to answer on it."""
        page = self.page
        return page is not None and page.steps.private.open_screen is not None

    @property
    def wall(self) -> WallWindow | None:
        """Its wall; of a meeting behind the lock, only while it is on a screen."""
        if self._wall is not None and self._aside is not None and not self._wall.isVisible():
            return None
        return self._wall

    def expect(self, place: QWidget) -> None:
        """Prepare a console, as a meeting may be opened soon in place of this page."""
        self._consoles().expect(place)

    def let_ready_go(self) -> None:
        """Drop the prepared console."""
        if self._ready is not None:
            self._ready.let_go()

    def open(self, reference: str, meeting: str) -> None:
        """Open a meeting for the facilitator, with its wall. One that was open was left before."""
        try:
            service = self._vault.meeting(reference, meeting)
        except BeraadError as error:
            self._messages.warn(_("Dit beraad gaat niet open"), sentence(error, spoken()))
            return
        page = self._consoles().take()
        self._wall = page.wall
        page.open(service, self._screens.place_wall(self._wall))
        self._wall.set_turning(self._choices.chosen.wall_turns)
        self._wall.turning_changed.connect(self._choices.turn_pages)
        self._connect(page, reference)
        self._show(page)

    def make_anew(self) -> None:
        """Rebuild the page in another language or size; the wall is frozen meanwhile.

        Typed text becomes a draft, and the open meeting goes on. Nothing happens if something could not be
        written.
        """
        from beraad.ui import unlocked_pages  # noqa: PLC0415

        before, wall = self.page, self._wall
        if before is None or wall is None or self.is_handed_over:
            return
        before.model.drafting.rest()
        if before.model.unsaved:
            return
        stood_still = wall.frozen
        wall.set_frozen(True)
        page = unlocked_pages.MeetingPage(
            messages=self._messages,
            wall=wall,
            files=self._files,
            guide_folder=self._guide_folder,
            parent=self._frame,
        )
        page.hide()
        page.take_over(before)
        self._connect(page, page.model.view.reference)
        self._show(page)
        wall.draw_anew()
        wall.set_frozen(stood_still)
        # The page was made while the wall was frozen, and would still say so.
        page.wall_controls.show_state()

    def leave(self) -> bool:
        """Close an open meeting; False if the user stays because something was not saved.

        While a participant has the laptop it asks for the facilitator first, and leaves nothing.
        """
        page = self.page
        if page is not None and page.steps.private.ask_for_facilitator():
            return False
        if self._aside is not None:
            if self._aside.may_close():
                self.drop()
        elif page is not None:
            page.close_meeting()
        return self._wall is None

    def stand_aside(self) -> None:
        """Release the store, as the program is being locked; `aside` keeps the page meanwhile."""
        if self._page is not None and self._aside is None:
            self._aside = LockedMeeting(
                self._page, calm_after=lambda: self._choices.chosen.calm_after, parent=self
            )

    def come_back(self) -> None:
        """Go on where it was, after unlocking; raises the errors of `Vault.come_back`."""
        if self._aside is not None:
            aside, page = self._aside, self._aside.come_back(self._vault.come_back)
            self._aside = None
            self._show(page)
            aside.give_keyboard_back()

    def drop(self) -> None:
        """Leave a meeting behind the lock for good."""
        if self._aside is not None:
            self._aside.drop()
            self._aside = self._page = None
        self._drop_wall()

    def _connect(self, page: MeetingPage, reference: str) -> None:
        choices, guard = self._choices, self._screens.guard
        page.steps.private.speak_in(choices.chosen.voice)
        page.spelling.set_wanted(wanted=choices.chosen.spelling)
        page.steps.private.voice_chosen.connect(choices.address)
        page.steps.private.handed_over.connect(self.handed_over)
        page.wall_screen.notice.cover_wanted.connect(guard.cover_first)
        guard.calm_wanted.connect(page.wall_controls.calm)
        guard.freeze_wanted.connect(page.wall_controls.freeze)
        guard.leave_wanted.connect(page.wall_controls.leave)
        page.wall_watched.connect(lambda watched: self._screens.awake.set(on=watched))
        page.closed.connect(lambda: self._on_closed(reference))
        page.print_requested.connect(self.print_requested)

    def _show(self, page: MeetingPage) -> None:
        self._page = page
        self._frame.show_page(page, self.make_anew)

    def _consoles(self) -> ReadyConsole:
        from beraad.ui import unlocked_pages  # noqa: PLC0415

        if self._ready is None:
            self._ready = unlocked_pages.ReadyConsole(
                self._frame, messages=self._messages, files=self._files, guide_folder=self._guide_folder
            )
        return self._ready

    def _on_choice_changed(self) -> None:
        if self.page is not None:
            self.page.spelling.set_wanted(wanted=self._choices.chosen.spelling)

    def _on_closed(self, reference: str) -> None:
        self._page = None
        self._drop_wall()
        self.closed.emit(reference)

    def _drop_wall(self) -> None:
        if self._wall is not None:
            self._wall.close()
            self._wall.deleteLater()
            self._wall = None
        self._screens.drop_wall()
