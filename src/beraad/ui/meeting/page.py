"""The meeting console, put together."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleLeak, ConsoleView
from beraad.errors import BeraadError
from beraad.i18n import _, language
from beraad.services.meeting import MeetingService
from beraad.services.sentences import leak_sentence, sentence
from beraad.terms import Column, Step
from beraad.ui.dialogs.files import Files
from beraad.ui.meeting.draft_keeper import DraftKeeper
from beraad.ui.meeting.drafting import Drafting
from beraad.ui.meeting.going import Going
from beraad.ui.meeting.guide import Guide
from beraad.ui.meeting.guide_texts import guide_texts
from beraad.ui.meeting.keys import KeyWatch, MeetingKey, ShortcutTable, add_shortcuts
from beraad.ui.meeting.keys_sheet import show_keys
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.pace import following, pace_of, pace_words
from beraad.ui.meeting.pages_ahead import PagesAhead
from beraad.ui.meeting.parts.concept_again import ConceptAgain
from beraad.ui.meeting.parts.forward import card_of_focus, place_of_focus, why_not_forward
from beraad.ui.meeting.parts.notice_bar import NoticeBar
from beraad.ui.meeting.parts.room_question import RoomQuestion
from beraad.ui.meeting.parts.step_page import settle_layouts
from beraad.ui.meeting.pausing import Pausing
from beraad.ui.meeting.rail import MeetingRail
from beraad.ui.meeting.saved_told import SavedTold
from beraad.ui.meeting.status_line import StatusLine
from beraad.ui.meeting.step_stack import StepStack
from beraad.ui.meeting.top_bar import TopBar, WallState
from beraad.ui.meeting.wall_guard import WallGuard
from beraad.ui.meeting.wall_screen import WallScreen
from beraad.ui.messages import Messages
from beraad.ui.pressed import WhenReleased
from beraad.ui.projector import WallPlacement, WallWindow
from beraad.ui.sentence_guard import SentenceGuard
from beraad.ui.theme import Theme
from beraad.ui.widgets.keyboard import press_focused

_NARROW, _NO_GUIDE = 1_230, 1_080
"""Pixels at 100 %: below these first the rail, then the guide makes room for the step."""

_CLOCK_EVERY = 15_000
"""Milliseconds between two looks at the clock."""


class MeetingPage(QWidget):
    """One meeting for the facilitator, and its wall, which follows it.

    A console stands before any meeting is opened in it, so that this takes no longer than filling it.
    """

    closed = Signal()
    wall_watched = Signal(bool)
    """Whether the room has a wall to look at now: it is on, and the meeting is not paused."""
    print_requested = Signal(str, str)
    """Reference of the case, id of the meeting."""

    def __init__(
        self,
        *,
        messages: Messages,
        wall: WallWindow,
        files: Files | None = None,
        guide_folder: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        SentenceGuard.begin()
        self._messages, self._files = messages, files or Files(self)
        self.wall = wall
        self.wall_screen = WallScreen(messages=messages, over=self)
        self._guide_texts = guide_texts(language(), guide_folder)
        self._closing, self._narrow, self._watched, self._froze = False, False, False, False
        self._wall_step = Step.WELCOME
        self.model = MeetingModel(messages=messages, parent=self)
        self.model.drafting = Drafting(DraftKeeper(self.model, messages), parent=self)
        self._clock = QTimer(self, interval=_CLOCK_EVERY)
        self._build()
        self._connect()
        self._make_shortcuts()

    def make_ready(self, size: QSize) -> None:
        """Dress and lay out what stands before a meeting is opened, in its size on the screen."""
        self.steps.setCurrentWidget(self.steps.welcome)
        self.resize(size)
        self.grab()

    def open(self, service: MeetingService, placement: WallPlacement | None = None) -> None:
        """Begin with a meeting, once; with a `placement` its wall can be put on a screen."""
        self._service = service
        self.wall_screen.stand_by(placement)
        self.model.open(service)
        self._wall_step = service.step
        self._show(self.model.view)
        self.steps.open(self.model.step)
        self.told.begin()
        self._clock.start()
        self.ahead.begin()
        self.pausing.offer_to_go_on()

    def close_meeting(self) -> None:
        """Leave the meeting: everything typed is kept, the wall goes quiet."""
        if self._closing:
            return
        self.steps.leave()
        if not self.may_close():
            return
        self._closing = True
        self.model.drafting.stop()
        self.steps.scanning.leave()
        self._clock.stop()
        self.ahead.stop()
        self.wall.forget()
        try:
            self._service.close()
        except BeraadError as error:
            # Only the minutes of the last step are not kept; the meeting closes all the same.
            self._messages.warn(_("Niet opgeslagen"), sentence(error))
        self.closed.emit()

    def stand_aside(self) -> None:
        """Let go of the store while the program is locked; what was typed is kept, the wall stands still."""
        self.ahead.stop()
        self.model.stand_aside()
        self._froze = not self.wall.frozen
        self.wall.set_frozen(True)

    def come_back(self, take_up: Callable[[MeetingService], None]) -> None:
        """Go on where one was, with the store that `take_up` gives; raises what that raises."""
        self.model.come_back(take_up)
        if self._froze:
            self.wall.set_frozen(False)
        self.ahead.begin()

    def pause(self) -> None:
        """Pause, from wherever that is asked."""
        self.pausing.pause()
        self._show_wall()

    def may_close(self) -> bool:
        """Whether everything was written and every answer given; else somebody is asked."""
        if self.model.unsaved and not self._leave_unsaved():
            return False
        return not self.steps.private.begun or self._leave_unfinished()

    def drop(self) -> None:
        """Leave the meeting while the program is locked."""
        self._closing = True
        self._clock.stop()
        self.wall.forget()

    def go_to(self, step: Step) -> None:
        """Go to a step; going back loses nothing."""
        self.steps.leave()
        self.model.go_to(step)

    def calm_wall(self) -> None:
        """Make the wall calm, from wherever that is asked; nothing brings it back but the facilitator."""
        self.wall.show_calm()

    def freeze_wall(self) -> None:
        """Let the wall stand still."""
        self.wall.set_frozen(True)
        self._show_wall()

    def leave_wall(self) -> None:
        """Take the wall away."""
        self.wall.left.emit()

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._show_wall()
        self.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not press_focused(self.window(), event):
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        room = self.width() / Theme.current().scale
        self.rail.set_narrow(narrow=room < _NARROW)
        self.status.set_narrow(narrow=room < _NARROW)
        narrow = room < _NO_GUIDE
        if narrow is not self._narrow:
            self._narrow = narrow
            self._show_guide(shown=not narrow)
            self.top_bar.set_narrow(narrow=narrow)
        super().resizeEvent(event)

    def _build(self) -> None:
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(_("Beraad"))
        self.top_bar, self.rail, self.status = TopBar(), MeetingRail(), StatusLine()
        self.guide = Guide(self.wall, self._guide_texts, self.model.drafting)
        self.question, self.notice = RoomQuestion(), NoticeBar()
        self.wall_guard = WallGuard(self.model, self.wall, self.wall_screen.notice)
        self.pausing = Pausing(self.model, self.wall, self.notice)
        self.concept = ConceptAgain(self.model)
        self.screens = QStackedWidget()
        self.steps = StepStack(self.model, self._messages, self.screens, files=self._files)
        self.told = SavedTold(self.model, self.status.save_state)
        self.going = Going(self.model, self.steps, self.guide, parent=self)
        self.ahead = PagesAhead(self.model, self.steps, parent=self)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.steps, 1)
        middle.addWidget(self.guide)
        console = QWidget()
        column = QVBoxLayout(console)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.question)
        column.addWidget(self.notice)
        column.addWidget(self.concept)
        column.addWidget(self.wall_screen.notice)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self.screens.addWidget(console)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.screens)

    def _connect(self) -> None:
        self.model.changed.connect(self._show)
        self.model.forward_refused.connect(self._on_forward_refused)
        self.model.released_though_told.connect(self._on_released_though_told)
        self.model.step_changed.connect(self._on_step_changed)
        self._clock.timeout.connect(WhenReleased(self._show_time, parent=self).ask)
        self.top_bar.leave_requested.connect(self.close_meeting)
        self.top_bar.wall_requested.connect(self.wall_screen.open)
        self.top_bar.swap_requested.connect(self.wall_screen.swap)
        self.top_bar.freeze_requested.connect(self._toggle_freeze)
        self.top_bar.calm_requested.connect(self._toggle_calm)
        self.top_bar.next_requested.connect(self._on_next)
        self.top_bar.guide_requested.connect(lambda: self._show_guide(shown=self.guide.isHidden()))
        for asking in (self.top_bar, self.question):
            asking.half_chosen.connect(self._on_half)
        self.top_bar.waiting_requested.connect(self.going.show_waiting)
        self.top_bar.time_left_out.connect(self.status.set_time_shown)
        self._connect_rail()
        self.guide.note_changed.connect(self._on_note)
        self.status.undo_requested.connect(self.model.undo)
        self.status.keys_requested.connect(self._show_keys)
        self.status.save_state.retry_requested.connect(self.model.retry)
        self.steps.print_requested.connect(self._on_print)
        self.steps.step_requested.connect(self.go_to)
        self.wall.changed.connect(self._show_wall)
        self.wall.calm_requested.connect(self.calm_wall)
        self.wall.freeze_requested.connect(self._toggle_freeze)
        self.wall_screen.changed.connect(self._show_wall)
        watch = KeyWatch(self)
        watch.escaped_twice.connect(self.wall.show_calm)

    def _connect_rail(self) -> None:
        self.rail.step_chosen.connect(self.go_to)
        self.rail.move_requested.connect(self._on_step_moved)
        self.rail.left_out_requested.connect(self._on_left_out)
        self.rail.turn_chosen.connect(self.model.give_turn)
        self.rail.next_turn_requested.connect(self.model.give_next_turn)
        self.rail.spoken_changed.connect(self._on_spoken)
        self.rail.pause_requested.connect(self.pausing.pause)
        self.pausing.step_requested.connect(self.go_to)
        self.pausing.room_left.connect(self.steps.leave)
        self.concept.step_requested.connect(self.go_to)
        self.going.step_requested.connect(self.go_to)
        self.going.close_requested.connect(self.close_meeting)

    def _make_shortcuts(self) -> None:
        table: ShortcutTable = (
            ((QKeySequence.StandardKey.Undo,), self.model.undo),
            ((MeetingKey.REDO,), self.model.redo),
            ((MeetingKey.FREEZE,), self._toggle_freeze),
            ((MeetingKey.WALL,), self.wall_screen.toggle),
            ((MeetingKey.SWAP,), self.wall_screen.swap),
            ((MeetingKey.CALM,), self.calm_wall),
            ((MeetingKey.SHOW_AGAIN,), self.wall.end_calm),
            ((MeetingKey.FORWARD,), self._bring_forward),
            ((MeetingKey.NEXT_PAGE,), self.wall.next_page),
            ((MeetingKey.PAGE_BEFORE,), self.wall.previous_page),
            ((MeetingKey.RELEASE,), self._release),
            ((MeetingKey.WAITING,), self.going.show_waiting),
            (("Ctrl+Right", "Alt+PgDown"), self._on_next),
            (("Ctrl+Left", "Alt+PgUp"), self._on_previous),
            ((MeetingKey.DANGER,), lambda: self._on_number(1, Column.DANGER)),
            ((MeetingKey.SAFETY,), lambda: self._on_number(2, Column.SAFETY)),
            ((MeetingKey.NEXT_STEPS,), lambda: self.steps.begin_statement(Column.NEXT_STEP)),
            ((MeetingKey.AGREEMENT,), self.steps.begin_agreement),
            ((MeetingKey.GOAL,), self.steps.make_goal),
            ((MeetingKey.LAST_PLAN,), self.steps.toggle_last_plan),
            ((MeetingKey.READ_ALOUD,), self.steps.read_aloud),
            ((MeetingKey.TURN,), self.model.give_next_turn),
            ((MeetingKey.PAUSE,), self.pausing.toggle),
            ((QKeySequence.StandardKey.Find,), self.going.find),
            ((MeetingKey.SHEET,), self._show_keys),
        )
        # Somebody who answers on this screen must not steer the meeting with a key.
        add_shortcuts(self, table, unless=lambda: self.screens.currentIndex() > 0)

    def _show(self, view: ConsoleView) -> None:
        model = self.model
        # Who is in the room is asked whatever else goes wrong.
        self.question.show_meeting(model)
        self.top_bar.show_meeting(view, model.half)
        self.top_bar.show_next(self._following(1))
        self.rail.show_meeting(model)
        self.guide.show_meeting(model)
        self.status.show_undo(model.undoable, model.undoable_of)
        self.concept.show_meeting(view)
        # It is announced too; on the page itself, where the keyboard begins, it can be heard again.
        self.setAccessibleDescription(self.question.words())
        self._show_wall()
        # Last, as it brings the step into sight: all that moves finds its place then, once.
        self._show_time()
        settle_layouts()

    def _show_guide(self, *, shown: bool) -> None:
        """Beside the page of the step, or, where there is no room for both, in its place."""
        alone = shown and self._narrow
        self.guide.set_wide(wide=alone)
        self.guide.setVisible(shown)
        self.steps.setVisible(not alone)

    def _show_time(self) -> None:
        pace = pace_of(self.model.view, self.model.step, self.model.minutes_unkept)
        for line in (self.top_bar, self.status):
            line.show_time(pace_words(pace))
        self.rail.show_time(self.model)

    def _show_wall(self) -> None:
        state = WallState.SHOWING
        if self.wall_screen.is_open and not self.wall_screen.is_sure:
            state = WallState.UNSURE
        elif self.wall.calm:
            state = WallState.CALM
        elif self.wall.frozen:
            state = WallState.FROZEN
        elif not self.wall_screen.is_open:
            state = WallState.LOST if self.wall_screen.lost else WallState.OFF
        shown = self._wall_step if self.wall.frozen else self.model.step
        self._wall_step = shown
        placed = self.wall_screen.placement is not None and self.wall_screen.is_open
        watched = placed and self.model.paused_at is None
        if watched is not self._watched:
            self._watched = watched
            self.wall_watched.emit(watched)
        self.top_bar.show_wall(state, shown, can_swap=placed and self.wall_screen.can_swap)

    def _on_step_changed(self, step: Step) -> None:
        self._show_guide(shown=not self._narrow)
        self.steps.open(step)
        if not self.rail.isAncestorOf(QApplication.focusWidget() or self):
            # Otherwise Qt hands the focus on to some button when the page it was on goes.
            self.setFocus()

    def _on_next(self) -> None:
        if (step := self._following(1)) is not None:
            self.go_to(step)
        else:
            self.going.call_last()

    def _on_previous(self) -> None:
        if (before := self._following(-1)) is not None:
            self.go_to(before)

    def _following(self, way: int) -> Step | None:
        return following(self.model.view, self.model.step, way)

    def _on_number(self, number: int, column: Column) -> None:
        """Which half is in the room, while that is asked; else a card in this column."""
        if self.model.asks_half:
            self._on_half(number)
        else:
            self.steps.begin_statement(column)

    def _on_half(self, half: int) -> None:
        # What is being written was said in the room that is left: it is a draft for those who sat there.
        self.steps.leave()
        self.model.show(lambda meeting: meeting.show_half(half))

    def _on_spoken(self, person: str, spoken: bool) -> None:
        self.model.mark_spoken(person, spoken=spoken)

    def _on_step_moved(self, step: Step, place: int) -> None:
        self.model.act(lambda meeting: meeting.table.move_step(step, place))

    def _on_left_out(self, step: Step, left_out: bool) -> None:
        self.model.act(lambda meeting: meeting.table.skip(step, skipped=left_out))

    def _on_note(self, place: int, text: str, goes_on: bool) -> None:
        wish = partial(_write_note, place, text, goes_on)
        self.model.act(wish, seen=not goes_on)

    def _on_print(self) -> None:
        self.print_requested.emit(self.model.view.reference, self.model.view.meeting)

    def _show_keys(self) -> None:
        show_keys(self)

    def _toggle_freeze(self) -> None:
        if self.model.aside:
            return
        self.wall.set_frozen(not self.wall.frozen)
        self._show_wall()

    def _toggle_calm(self) -> None:
        if self.wall.calm and not self.model.aside:
            self.wall.end_calm()
        else:
            self.wall.show_calm()

    def _on_forward_refused(self, place: str) -> None:
        self._messages.tell(_("Niet op het scherm gezet"), why_not_forward(self.model, place))

    def _bring_forward(self) -> None:
        """The card that has the focus alone on the wall, and back."""
        self.model.bring_forward(card_of_focus() or self.model.forward)

    def _release(self) -> None:
        """What has the focus is for the other room too."""
        if (place := place_of_focus()) is not None:
            self.model.release(place)

    def _on_released_though_told(self, leaks: tuple[ConsoleLeak, ...]) -> None:
        told = " ".join(leak_sentence(leak, _("deze tekst")) for leak in leaks)
        kept_from = _("Zolang dat er staat, komt het niet op het scherm en niet op papier voor die mensen.")
        self._messages.tell(_("Vrijgegeven, maar let op"), f"{told} {kept_from}")

    def _leave_unfinished(self) -> bool:
        return self._messages.ask(
            _("Een antwoord is nog niet gegeven"),
            _("Iemand begon aan een antwoord, en gaf het nog niet. Sluit u nu, dan is dat weg."),
            yes=_("Toch sluiten"),
            no=_("Terug"),
            danger=True,
        )

    def _leave_unsaved(self) -> bool:
        return self._messages.ask(
            _("Nog niet alles is opgeslagen"),
            _("Wat u het laatst typte, kon niet worden bewaard. Alles van daarvoor is bewaard."),
            yes=_("Toch sluiten"),
            no=_("Terug"),
            danger=True,
        )


def _write_note(place: int, text: str, goes_on: bool, meeting: MeetingService) -> None:
    meeting.table.note(place, text, goes_on=goes_on)
