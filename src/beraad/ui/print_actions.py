"""Printing from the main window: the copies of a plan, and the recovery code."""

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
from beraad.ui.work import Work
from beraad.words.errors import sentence

if TYPE_CHECKING:
    from beraad.services.case_undo import CaseUndo
    from beraad.ui.unlocked_pages import Printers


class PrintActions(QObject):
    """Dialogs over `window` for what can be printed, and printing of the code."""

    copies_closed = Signal()
    """The copies are shown no more: some may have been handed out."""

    def __init__(
        self,
        window: QWidget,
        vault: Vault,
        work: Work,
        *,
        messages: Messages,
        files: Files,
        printers: Printers | None,
        today: Callable[[], dt.date],
    ) -> None:
        super().__init__(window)
        self._window, self._vault, self._work = window, vault, work
        self._messages, self._files, self._printers, self._today = messages, files, printers, today

    def show_copies(self, reference: str, meeting: str = "", undo: CaseUndo | None = None) -> None:
        """Show the copies of the plan in force, or of one meeting.

        What is answered before they are shown can be taken back by `undo`.
        """
        from beraad.ui import unlocked_pages  # noqa: PLC0415

        try:
            copies = self._vault.printing(undo).copies(reference, meeting or None)
        except BeraadError as error:
            self._messages.warn(_("Er is niets om te printen"), sentence(error, spoken()))
            return
        dialog = unlocked_pages.PrintDialog.show_over(
            copies,
            messages=self._messages,
            files=self._files,
            printers=self._found_printers(),
            today=self._today,
            parent=self._window,
        )
        if dialog is not None:
            dialog.finished.connect(self.copies_closed)

    def show_old_versions(self, reference: str) -> None:
        """Show the plans of a case that count no more."""
        from beraad.ui import unlocked_pages  # noqa: PLC0415

        unlocked_pages.OldVersionsDialog.show_over(
            self._vault.printing().old_versions(reference),
            messages=self._messages,
            files=self._files,
            printers=self._found_printers(),
            parent=self._window,
        )

    def offer_code(self) -> None:
        """Show or replace the recovery code, after the passphrase is typed again."""
        from beraad.ui import unlocked_pages  # noqa: PLC0415

        unlocked_pages.RecoveryCodeDialog.show_over(
            self._vault,
            self._work,
            messages=self._messages,
            print_code=self.print_code,
            parent=self._window,
        )

    def print_code(self, code: str) -> None:
        """Print this code on the printer that the user chooses."""
        from beraad.ui import unlocked_pages  # noqa: PLC0415

        printers = self._found_printers()
        if not printers.any:
            self._messages.tell(
                _("Er is geen printer"),
                _("Schrijf de code over op papier, of kopieer hem naar een veilige plek."),
            )
            return
        printer = printers.choose(self._window)
        if printer is not None:
            title = _("De code wordt geprint…")
            self._work.run_or_raise(
                title, lambda: unlocked_pages.print_code(printer, code), self._on_code_printed
            )

    def _found_printers(self) -> Printers:
        from beraad.ui import unlocked_pages  # noqa: PLC0415

        return self._printers or unlocked_pages.Printers()

    def _on_code_printed(self, printed: bool) -> None:
        if not printed:
            self._messages.warn(
                _("De code is niet geprint"), _("De printer nam de bladzijde niet aan. Schrijf de code over.")
            )
