"""Tells in the line below the console if everything was saved."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QObject

from beraad.ui.meeting.model import MeetingModel
from beraad.ui.widgets.save_state import SaveState


class SaveReporter(QObject):
    """Handler that says "saved" only when every character typed is on disk."""

    def __init__(self, model: MeetingModel, line: SaveState) -> None:
        super().__init__(line)
        self._model, self._line = model, line
        self._failed = False
        self._at = dt.datetime.now()  # noqa: DTZ005 - the clock on the wall
        model.saved.connect(self._on_saved)
        model.failed.connect(self._on_failed)
        model.drafting.state_changed.connect(self._tell)
        model.drafting.changed.connect(self._tell)

    def begin(self) -> None:
        """Say that all is saved: a meeting was opened, from disk."""
        self._on_saved(dt.datetime.now())  # noqa: DTZ005 - the clock on the wall

    def _on_saved(self, at: dt.datetime) -> None:
        self._failed, self._at = self._model.unsaved and self._failed, at
        self._tell()

    def _on_failed(self) -> None:
        self._failed = True
        self._line.set_failed()

    def _tell(self) -> None:
        self._failed = self._failed and self._model.unsaved
        if self._failed or self._model.aside:
            # Until it could be written: typing on changes nothing about it.
            return
        if self._model.drafting.typing:
            self._line.set_pending()
        else:
            half_typed = self._model.drafting.half_typed
            self._line.set_saved(self._at, waits=bool(self._model.drafts), half_typed=half_typed)
