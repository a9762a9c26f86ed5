"""Pages of the cases in the main window: the list, and one case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from beraad.errors import BeraadError
from beraad.i18n import _, spoken
from beraad.services.vault import Vault
from beraad.ui.dialogs.files import Files
from beraad.ui.messages import Messages
from beraad.ui.page_frame import PageFrame
from beraad.ui.pages.unlock import UnlockPage
from beraad.ui.work import Work
from beraad.words.errors import sentence

if TYPE_CHECKING:
    from beraad.services.case_undo import CaseUndo
    from beraad.services.search import Part
    from beraad.ui.index_keeper import IndexKeeper
    from beraad.ui.pages.cases import CasesPlace
    from beraad.ui.pages.undo_line import UndoLine
    from beraad.ui.unlocked_pages import CasePage, CasesPage


class CasePages(QObject):
    """Controller that shows the list or a case in the frame, and passes on the requests of the page."""

    shown = Signal(QWidget)
    """Page that is shown now."""
    meeting_requested = Signal(str, str)
    """Reference of the case, id of the meeting."""
    print_requested = Signal(str, str)
    """Reference of the case, id of the meeting; an empty id stands for the plan in force."""
    versions_requested = Signal(str)
    """Reference of the case of which the earlier versions of the plan are asked for."""

    def __init__(
        self,
        frame: PageFrame,
        vault: Vault,
        work: Work,
        *,
        messages: Messages,
        files: Files,
        today: Callable[[], dt.date],
    ) -> None:
        super().__init__(frame)
        self._frame, self._vault, self._work = frame, vault, work
        self._messages, self._files, self._today = messages, files, today
        self._list: CasesPage | None = None
        self._place: CasesPlace | None = None
        self._case: CasePage | None = None
        self._tab: tuple[str, int] | None = None
        """Tab that the user left a case at, by the reference of that case."""
        self._undo: tuple[str, CaseUndo] | None = None
        """List of acts of the page that is shown, by the reference of its case; empty for the list."""
        self._own: QWidget | None = None
        """Page that this controller showed last."""
        frame.changed.connect(self._on_page_changed)

    @property
    def on_list(self) -> bool:
        """True while the list is shown."""
        return self._list is not None

    @property
    def on_case(self) -> bool:
        """True while a case is shown."""
        return self._case is not None

    @property
    def undoing(self) -> UndoLine | None:
        """Undo and redo of the page that is shown; None if it is neither."""
        page = self._list or self._case
        return page.undoing if page is not None else None

    def show_list(self) -> None:
        """Show the list in the frame, at the place where the user left it."""
        from beraad.ui import unlocked_pages  # noqa: PLC0415

        undo = self._undo_of("")
        page = unlocked_pages.CasesPage(
            self._vault.cases(undo),
            messages=self._messages,
            files=self._files,
            work=self._work,
            today=self._today(),
            undo=undo,
        )
        page.case_requested.connect(self.show_case)
        self._show(page, self.show_list)
        if self._place is not None:
            page.go_to(self._place)
        self._list = page
        self.shown.emit(page)

    def show_case(self, reference: str, part: Part | None = None) -> None:
        """Show a case in the frame, at a part of it; raises BeraadError if there is no such case."""
        from beraad.ui import unlocked_pages  # noqa: PLC0415

        undo = self._undo_of(reference)
        page = unlocked_pages.CasePage(
            self._vault.cases(undo),
            reference,
            messages=self._messages,
            files=self._files,
            work=self._work,
            today=self._today(),
            undo=undo,
        )
        page.back_requested.connect(self.show_list)
        page.versions_requested.connect(self.versions_requested)
        if self._tab is not None and self._tab[0] == reference:
            page.show_tab(self._tab[1])
        self._show(page, lambda: self.show_case(reference))
        self._case = page
        self.shown.emit(page)
        if part is not None:
            page.go_to(part)

    def way_back(self) -> Callable[[], None]:
        """Return a callback that leads back to the present page, or else to the list."""
        if self._case is None:
            return self.show_list
        reference = self._case.reference
        return lambda: self.show_case(reference)

    def show_day(self, day: dt.date) -> None:
        """Update what the page says of the day: today, ages, what is due."""
        if self._list is not None:
            self._list.show_day(day)
        elif self._case is not None:
            self._case.show_day(day)

    def refresh_case(self) -> None:
        """Read the case that is shown again: papers of it may have been handed out."""
        if self._case is not None:
            self._case.refresh()

    def new_case(self) -> None:
        """Start a new case, if the list is shown."""
        if self._list is not None:
            self._list.new_case()

    def import_case(self) -> None:
        """Read a case from a file, if the list is shown."""
        if self._list is not None:
            self._list.import_case()

    def search_list(self) -> None:
        """Search in the list, if it is shown."""
        if self._list is not None:
            self._list.search()

    def search_all(self, index: IndexKeeper) -> None:
        """Ask for words to find in all cases, and show the place that was chosen."""
        from beraad.ui import unlocked_pages  # noqa: PLC0415

        page = self._list or self._case
        if page is None or self._work.busy:
            return
        if (found := unlocked_pages.CaseSearchDialog.ask(index, parent=page)) is None:
            return
        try:
            self.show_case(found.reference, unlocked_pages.found_in(found))
        except BeraadError as error:
            self._messages.warn(_("Deze zaak gaat niet open"), sentence(error, spoken()))

    def export(self) -> None:
        """Write the case that is shown to a file."""
        if self._case is not None:
            self._case.export()

    def save_calendar(self) -> None:
        """Save the moments of the case that is shown, or of all while the list is shown."""
        from beraad.ui import unlocked_pages  # noqa: PLC0415

        if self.on_list or self._case is not None:
            references = () if self._case is None else (self._case.reference,)
            saving = unlocked_pages.CalendarSaving(self._messages, self._files, self._work)
            saving.save(self._vault.cases(), references)

    def print_plan(self) -> None:
        """Print the plan in force of the case that is shown."""
        if self._case is not None:
            self.print_requested.emit(self._case.reference, "")

    def _show(self, page: CasesPage | CasePage, again: Callable[[], None]) -> None:
        page.meeting_requested.connect(self.meeting_requested)
        page.print_requested.connect(self._on_print)
        self._own = page
        self._frame.show_page(page, again)

    def _undo_of(self, reference: str) -> CaseUndo:
        """Return the list of acts for a page: the same one if the page is only made again."""
        if self._undo is None or self._undo[0] != reference:
            self._undo = reference, self._vault.case_undo()
        return self._undo[1]

    def _on_print(self, reference: str, meeting: str = "") -> None:
        self.print_requested.emit(reference, meeting)

    def _on_page_changed(self) -> None:
        if self._list is not None:
            self._place = self._list.place()
        if self._case is not None:
            self._tab = self._case.reference, self._case.tab
        if isinstance(self._frame.page, UnlockPage):
            # Forget the search: nobody may see it before the passphrase.
            self._place = None
        if self._frame.page is not self._own:
            # The case was left, or the store is locked.
            self._undo = self._own = None
        self._list = self._case = None
