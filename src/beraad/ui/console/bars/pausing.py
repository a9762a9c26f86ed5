"""Pauses a meeting and goes on: within a meeting, or where it stopped another day."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from beraad.i18n import _, format_date_weekday, format_time, spoken
from beraad.terms import MeetingMode
from beraad.ui.console.bars.notice_bar import NoticeBar
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.projector import WallWindow
from beraad.words.meeting import step_title


class Pausing(QObject):
    """Handler that stops the clock and makes the wall calm; says so in `bar`, and offers to go on."""

    room_left = Signal()
    """Emitted when those who sit here may go and others come: save what is being written now."""
    step_requested = Signal(object)

    def __init__(self, model: MeetingModel, wall: WallWindow, bar: NoticeBar) -> None:
        super().__init__(bar)
        self._model, self._wall, self._bar = model, wall, bar
        self._made_calm = False
        model.step_changed.connect(self._on_step_changed)

    def toggle(self) -> None:
        """Pause, or go on."""
        if self._model.paused_at is None:
            self.pause()
        else:
            self.resume()

    def pause(self) -> None:
        """Stop the clock and the turn, and show the calm picture on the wall."""
        # The picture first: it must not wait for anything.
        self._made_calm = not self._wall.calm
        self._wall.show_calm()
        # By what was read last: behind the lock nobody can read the meeting.
        if self._model.view.mode is MeetingMode.ALTERNATING:
            self.room_left.emit()
        self._model.show(lambda meeting: meeting.pause())
        self._say()

    def take_over(self, before: Pausing) -> None:
        """Go on with a pause that began in another page of this meeting."""
        self._made_calm = before._made_calm
        self._say()

    def _say(self) -> None:
        if (since := self._model.paused_at) is not None:
            self._bar.say(
                _("Pauze sinds {time} uur. De klok staat stil en het scherm is rustig.").format(
                    time=format_time(since)
                ),
                _("Verder gaan"),
                self.resume,
                icon="pause",
                closable=False,
            )

    def resume(self) -> None:
        """Let the clock go on, and show the step again if the pause had made the wall calm."""
        self._model.show(lambda meeting: meeting.resume())
        self._bar.put_away()
        if self._made_calm:
            self._wall.end_calm()
        self._made_calm = False

    def offer_to_go_on(self) -> None:
        """Offer to go on at the step where the meeting was left before, if that is another one."""
        stopped = self._model.stopped_at
        if stopped is None or stopped[0] is self._model.step:
            return
        step, at = stopped
        words = _("Dit beraad stopte bij „{step}”, {day} om {time} uur.").format(
            step=step_title(step, spoken()), day=format_date_weekday(at), time=format_time(at)
        )
        self._bar.say(
            words,
            _("Daar verder gaan"),
            lambda: self.step_requested.emit(step),
            icon="resume",
            closable=True,
        )

    def _on_step_changed(self) -> None:
        if self._model.paused_at is None:
            self._bar.put_away()
