"""Gives the wall each new picture, unfreezes it when others come in, and tells when a picture fails."""

from __future__ import annotations

from PySide6.QtCore import QObject

from beraad.disclosure.views import WallView
from beraad.i18n import _
from beraad.ui.console.wall.screen_notice import ScreenNotice
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.projector import WallWindow


class WallGuard(QObject):
    """Guard of the wall: a frozen picture is only for those who were there; a failed one is for nobody."""

    def __init__(self, model: MeetingModel, wall: WallWindow, notice: ScreenNotice) -> None:
        super().__init__(notice)
        self._model, self._wall, self._notice = model, wall, notice
        self._half: int | None = None
        self._room: frozenset[str] = frozenset()
        self._told = False
        model.wall_changed.connect(self._on_wall_changed)
        model.minutes_told.connect(wall.tell_minutes)
        model.wall_failed.connect(wall.fail_closed)
        wall.view_wanted.connect(model.renew_wall)
        wall.failed.connect(self._on_failed)
        wall.changed.connect(self._on_picture)

    def take_over(self, before: WallGuard) -> None:
        """Take over from another guard of this wall for whom its picture is."""
        self._half, self._room, self._told = before._half, before._room, before._told

    def _on_wall_changed(self, view: WallView) -> None:
        half, room = self._model.half, self._model.room
        # Whoever comes in sees what is shown now. Where nobody said who is there, it may be anybody.
        same = half == self._half and room <= self._room and (bool(room) or not self._room)
        self._half, self._room = half, room
        self._wall.show_view(view, thaw=not same)

    def _on_failed(self) -> None:
        self._told = True
        self._notice.say(
            _(
                "Het beeld voor de kamer ging mis. De kamer ziet nu het rustige beeld. "
                "Kies ‘Rustig’ om het opnieuw te proberen."
            )
        )

    def _on_picture(self) -> None:
        if self._told and not self._wall.calm:
            self._told = False
            self._notice.hide()
