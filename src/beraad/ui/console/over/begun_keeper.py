"""Saves what a participant chooses and draws within moments, until the answer is given."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from beraad.places import Place
from beraad.services.meeting.begun_answers import Chosen
from beraad.ui.console.over.marks_screen import MarksScreen
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.scoring import ScorePage
from beraad.ui.signing import SigningScreen

Answering = SigningScreen | ScorePage | MarksScreen
"""Screens on which somebody gives one answer."""


class BegunKeeper(QObject):
    """Keeper of what was chosen on one screen; puts back what was begun before the program ended.

    It is deleted with its screen, or once everything is written. A failed write is tried again.
    """

    def __init__(self, model: MeetingModel, screen: Answering, place: Place, shows: str) -> None:
        """Watch `screen`: `place` names the answer, `shows` is the digest of what the screen shows."""
        super().__init__(screen)
        self._model, self._screen, self.at, self._shows = model, screen, place, shows
        self._chosen: Chosen = {}
        self._dropped = False
        self.resumed = self._resume()
        """True if an answer begun before was found and put back on the screen."""
        screen.changed.connect(self._on_changed)

    def keep(self) -> None:
        """Write what is chosen and drawn."""
        if self._dropped:
            self._chosen = {}
        elif isValid(self._screen):
            self._chosen = self._screen.chosen()
        written = self._model.keep(lambda meeting: meeting.begun.keep(self.at, self._shows, self._chosen))
        if written:
            self.setParent(self._screen if isValid(self._screen) else None)
        else:
            # Its screen may be gone by the time that it can be written.
            self.setParent(self._model.drafting)
            self._model.drafting.keep_later(self)

    def drop(self) -> None:
        """Throw away what was begun: somebody wants to begin anew, or not at all."""
        self._dropped = True
        self.keep()

    def _resume(self) -> bool:
        chosen = self._model.ask(lambda meeting: meeting.begun.at(self.at, self._shows))
        if chosen:
            self._screen.go_on_with(chosen)
        return bool(chosen)

    def _on_changed(self) -> None:
        self._model.drafting.on_typed(self)


def drop_begun(screen: QWidget) -> None:
    """Throw away what was begun on this screen."""
    for keeper in screen.findChildren(BegunKeeper):
        keeper.drop()
