"""Scans of papers that were signed: reads them on a worker thread, saves them with the answer, shows them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from beraad.disclosure.console_views import ConsoleAnswer
from beraad.errors import BeraadError
from beraad.i18n import _, spoken
from beraad.ui.console.over.private_screens import PrivateScreens
from beraad.ui.console.over.scan_screen import ScanScreen
from beraad.ui.dialogs.files import Files
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.messages import Messages
from beraad.ui.scanning import PATTERN, read_scan, turn_page
from beraad.ui.steps.shared.answer_words import answer_words
from beraad.ui.work import Cancelled, Progress, Work
from beraad.words.errors import sentence


class Scanning(QObject):
    """Handler of the requests for the scan of one person."""

    def __init__(
        self,
        model: MeetingModel,
        *,
        messages: Messages,
        files: Files,
        private: PrivateScreens,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._model, self._messages, self._files, self._private = model, messages, files, private
        self._work = Work(parent)
        self._left = False

    @property
    def busy(self) -> bool:
        """True while something is being read."""
        return self._work.busy

    def add(self, person: str, paths: Sequence[Path] = ()) -> None:
        """Read these files, or ask for files, and attach their pages to the answer on paper."""
        if self._work.busy or self._answer(person) is None:
            return
        chosen = sorted(paths or self._files.to_read_several(_("Scan of foto"), PATTERN), key=_as_counted)
        if not chosen:
            return

        def read(progress: Progress) -> tuple[bytes, ...]:
            return read_scan(chosen, lambda at, of: progress.step(at, of, _page_words(at, of)))

        self._work.run(
            _("De scan wordt gelezen…"),
            read,
            done=lambda pages: self._on_read(person, pages),
            failed=self._on_failed,
        )

    def show(self, person: str) -> None:
        """Show the scan over the console."""
        answer = self._answer(person)
        pages = self._model.ask(lambda meeting: meeting.scans.pages(person))
        if answer is None or pages is None:
            return
        known = next(item for item in self._model.view.people if item.id == person)
        screen = ScanScreen(known.called, self._words(person, answer), pages)
        screen.back_requested.connect(self._private.close_screen)
        screen.turn_requested.connect(lambda number: self._on_turn(person, number, screen))
        screen.more_requested.connect(lambda: self._on_more(person))
        screen.removal_requested.connect(lambda: self._on_removal(person))
        self._private.show_over(screen)

    def leave(self) -> None:
        """Stop as the meeting is left: what is still being read is not saved."""
        self._left = True
        self._work.finish()

    def _words(self, person: str, answer: ConsoleAnswer) -> str:
        known = next(item for item in self._model.view.people if item.id == person)
        words = answer_words(known, answer)
        if answer.outdated:
            return words
        code = self._model.ask(lambda meeting: meeting.deciding.code(person)) or ""
        return f"{words} · " + _("Onderaan het papier moet staan: Plan {code}-…").format(code=code)

    def _answer(self, person: str) -> ConsoleAnswer | None:
        return next((item for item in self._model.answers if item.person == person and item.on_paper), None)

    def _on_read(self, person: str, pages: tuple[bytes, ...]) -> None:
        if not self._left:
            self._model.act(lambda meeting: meeting.scans.add(person, pages))

    def _on_failed(self, error: Exception) -> None:
        if self._left or isinstance(error, Cancelled):
            return
        if not isinstance(error, BeraadError):
            raise error
        self._messages.warn(_("De scan is niet toegevoegd"), sentence(error, spoken()))

    def _on_more(self, person: str) -> None:
        self._private.close_screen()
        self.add(person)

    def _on_turn(self, person: str, number: int, screen: ScanScreen) -> None:
        page = turn_page(screen.page)
        if self._model.act(lambda meeting: meeting.scans.turn(person, number, page)) is not None:
            screen.replace_page(number, page)

    def _on_removal(self, person: str) -> None:
        self._private.close_screen()
        self._model.act(lambda meeting: meeting.scans.remove(person))


def _as_counted(path: Path) -> list[str | int]:
    """For an order of names in which page 2 comes before page 10."""
    parts = re.split("([0-9]+)", path.name.casefold())
    return [int(part) if place % 2 else part for place, part in enumerate(parts)]


def _page_words(at: int, of: int) -> str:
    return _("Blad {number} van {count}").format(number=min(at + 1, of), count=of)
