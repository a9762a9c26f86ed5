"""Meeting console, put together from its parts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleView
from beraad.errors import BeraadError
from beraad.i18n import _, language, spoken
from beraad.services.meeting import MeetingService
from beraad.step_facts import FIRST_STEP
from beraad.terms import Step
from beraad.ui.console.bars.concept_again import ConceptAgain
from beraad.ui.console.bars.notice_bar import NoticeBar
from beraad.ui.console.bars.pausing import Pausing
from beraad.ui.console.bars.save_reporter import SaveReporter
from beraad.ui.console.bars.status_line import StatusLine
from beraad.ui.console.bars.top_bar import TopBar
from beraad.ui.console.console_wishes import ConsoleWishes
from beraad.ui.console.guide.guide import Guide
from beraad.ui.console.guide.guide_texts import guide_texts
from beraad.ui.console.keys_sheet import show_keys
from beraad.ui.console.leaving import may_leave
from beraad.ui.console.narrow_layout import NarrowLayout
from beraad.ui.console.navigation import Navigation
from beraad.ui.console.over.room_question import RoomQuestion
from beraad.ui.console.pages_ahead import PagesAhead
from beraad.ui.console.rail import MeetingRail
from beraad.ui.console.step_stack import StepStack
from beraad.ui.console.wall.forwarding import Forwarding
from beraad.ui.console.wall.wall_controls import WallControls
from beraad.ui.console.wall.wall_guard import WallGuard
from beraad.ui.console.wall.wall_screen import WallScreen
from beraad.ui.dialogs.files import Files
from beraad.ui.meeting.draft_keeper import DraftKeeper
from beraad.ui.meeting.drafting import Drafting
from beraad.ui.meeting.half_typed import HalfTyped
from beraad.ui.meeting.keys import OF_STEPS, KeyWatch, MeetingKey, ShortcutTable, add_shortcuts
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.pace import pace_of, pace_words
from beraad.ui.messages import Messages
from beraad.ui.projector import WallWindow
from beraad.ui.screens.wall_placement import WallPlacement
from beraad.ui.sentence_guard import SentenceGuard
from beraad.ui.spelling import Spelling
from beraad.ui.steps.shared.step_page import settle_layouts
from beraad.ui.when_released import WhenReleased
from beraad.ui.widgets.keyboard import press_focused
from beraad.words.errors import sentence

_CLOCK_EVERY = 15_000
"""Milliseconds between two looks at the clock."""


class MeetingPage(QWidget):
    """Page with one meeting for the facilitator, and its wall, which follows it.

    It is built before a meeting is opened in it, so that opening only has to fill it.
    """

    closed = Signal()
    wall_watched = Signal(bool)
    """True when the room has a wall to look at: it is on, and the meeting is not paused."""
    print_requested = Signal(str, str)
    """Reference of the case and id of the meeting; an empty id means the plan in force."""

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
        self._closing, self._froze = False, False
        self.model = MeetingModel(messages=messages, parent=self)
        self.model.drafting = Drafting(DraftKeeper(self.model, messages), parent=self)
        HalfTyped(self.model.drafting, page=self)
        self._clock = QTimer(self, interval=_CLOCK_EVERY)
        self._clock.setObjectName("clock")
        self._build()
        self._connect()
        self._make_shortcuts()

    def make_ready(self, size: QSize) -> None:
        """Style and lay out the page before a meeting is opened, in its size on the screen."""
        self.steps.setCurrentWidget(self.steps.page(FIRST_STEP))
        self.resize(size)
        self.grab()

    def open(self, service: MeetingService, placement: WallPlacement | None = None) -> None:
        """Begin with a meeting, once; with a `placement` its wall can be put on a screen."""
        self._begin(service, placement)
        self.pausing.offer_to_go_on()

    def take_over(self, before: MeetingPage) -> None:
        """Take over the meeting and the wall of another page, instead of `open`; that page ends."""
        before.steps.leave()
        before.end()
        self.model.remember(before.model)
        self.wall_guard.take_over(before.wall_guard)
        self._begin(before.service, before.wall_screen.placement)
        self.pausing.take_over(before.pausing)

    def _begin(self, service: MeetingService, placement: WallPlacement | None) -> None:
        self.service = service
        self.wall_screen.stand_by(placement)
        self.model.open(service)
        self.wall_controls.begin(service.step)
        self._show(self.model.view)
        self.steps.open(self.model.step)
        self.save_reporter.begin()
        self._clock.start()
        self.ahead.begin()

    def close_meeting(self) -> None:
        """Leave the meeting: everything typed is saved, the wall goes quiet."""
        if self._closing:
            return
        self.steps.leave()
        if not self.may_close():
            return
        self.end()
        self.wall.forget()
        try:
            self.service.close()
        except BeraadError as error:
            # Only the minutes of the last step are not kept; the meeting closes all the same.
            self._messages.warn(_("Niet opgeslagen"), sentence(error, spoken()))
        self.closed.emit()

    def end(self) -> None:
        """Stop everything of the meeting that runs in this page."""
        self._closing = True
        self.model.drafting.stop()
        self.spelling.rest()
        self.steps.scanning.leave()
        self._clock.stop()
        self.ahead.stop()

    def stand_aside(self) -> None:
        """Let go of the store while the program is locked; typed text is saved, the wall is frozen."""
        self.ahead.stop()
        self.spelling.rest()
        self.model.stand_aside()
        self._froze = not self.wall.frozen
        self.wall.set_frozen(True)

    def come_back(self, take_up: Callable[[MeetingService], None]) -> None:
        """Go on where one was, with the store that `take_up` opens; raises what `take_up` raises."""
        self.model.come_back(take_up)
        if self._froze:
            self.wall.set_frozen(False)
        self.ahead.begin()

    def pause(self) -> None:
        """Pause the meeting, from wherever that is asked."""
        self.pausing.pause()
        self.wall_controls.show_state()

    def may_close(self) -> bool:
        """Return True if everything was written, or if the facilitator closes all the same."""
        return may_leave(self.model, self._messages)

    def drop(self) -> None:
        """Leave the meeting while the program is locked."""
        self._closing = True
        self._clock.stop()
        self.wall.forget()

    def go_to(self, step: Step) -> None:
        """Go to a step; going back loses nothing."""
        self.steps.leave()
        self.model.go_to(step)

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self.wall_controls.show_state()
        self.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not press_focused(self.window(), event):
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self.narrow_layout.fit(self.width())
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
        self.wall_controls = WallControls(self.model, self.wall, self.wall_screen, self.top_bar)
        self.forwarding = Forwarding(self.model, self._messages)
        self.pausing = Pausing(self.model, self.wall, self.notice)
        self.concept = ConceptAgain(self.model)
        self.screens = QStackedWidget()
        self.steps = StepStack(self.model, self._messages, self.screens, files=self._files)
        self.save_reporter = SaveReporter(self.model, self.status.save_state)
        self.navigation = Navigation(self.model, self.steps, self.guide, parent=self)
        self.wishes = ConsoleWishes(
            self.model,
            self.steps,
            top_bar=self.top_bar,
            question=self.question,
            rail=self.rail,
            guide=self.guide,
            status=self.status,
        )
        self.narrow_layout = NarrowLayout(
            top_bar=self.top_bar, rail=self.rail, guide=self.guide, step=self.steps, status=self.status
        )
        above = (self.top_bar, self.question, self.notice, self.concept, self.wall_screen.notice)
        console = _laid_out(above, (self.rail, self.steps, self.guide), self.status)
        self.screens.addWidget(console)
        # Not what somebody else types on this laptop: that is on another of these screens.
        self.spelling = Spelling(
            console,
            known=lambda: self.model.ask(lambda meeting: meeting.vocabulary.words()) or frozenset(),
            add=lambda word: self.model.keep(lambda meeting: meeting.vocabulary.add(word)),
            parent=self,
        )
        self.ahead = PagesAhead(self.model, self.steps, first=self.spelling.make_ready, parent=self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.screens)

    def _connect(self) -> None:
        self.model.changed.connect(self._show)
        self.model.step_changed.connect(self._on_step_changed)
        self.steps.currentChanged.connect(self._on_page_changed)
        self._clock.timeout.connect(WhenReleased(self._show_time, parent=self).ask)
        self.top_bar.leave_requested.connect(self.close_meeting)
        self.top_bar.next_requested.connect(self.navigation.next_step)
        self.top_bar.waiting_requested.connect(self.navigation.show_waiting)
        self.top_bar.time_left_out.connect(self.status.set_time_shown)
        self.status.keys_requested.connect(lambda: show_keys(self))
        self.steps.print_requested.connect(self._on_print)
        self.wall_controls.watched.connect(self.wall_watched)
        watch = KeyWatch(self)
        watch.escaped_twice.connect(self.wall.show_calm)
        self.rail.step_chosen.connect(self.go_to)
        for asking in (self.steps, self.pausing, self.concept, self.navigation):
            asking.step_requested.connect(self.go_to)
        self.rail.pause_requested.connect(self.pausing.pause)
        self.pausing.room_left.connect(self.steps.leave)
        self.navigation.close_requested.connect(self.close_meeting)

    def _make_shortcuts(self) -> None:
        table: ShortcutTable = (
            ((QKeySequence.StandardKey.Undo,), self.model.undo),
            ((MeetingKey.REDO,), self.model.redo),
            ((MeetingKey.FREEZE,), self.wall_controls.toggle_freeze),
            ((MeetingKey.WALL,), self.wall_screen.toggle),
            ((MeetingKey.SWAP,), self.wall_screen.swap),
            ((MeetingKey.CALM,), self.wall_controls.calm),
            ((MeetingKey.SHOW_AGAIN,), self.wall.end_calm),
            ((MeetingKey.FORWARD,), self.forwarding.bring_forward),
            ((MeetingKey.NEXT_PAGE,), self.wall.next_page),
            ((MeetingKey.PAGE_BEFORE,), self.wall.previous_page),
            ((MeetingKey.RELEASE,), self.forwarding.release),
            ((MeetingKey.WAITING,), self.navigation.show_waiting),
            (("Ctrl+Right", "Alt+PgDown"), self.navigation.next_step),
            (("Ctrl+Left", "Alt+PgUp"), self.navigation.step_before),
            *(((key,), partial(self.wishes.press, key)) for key in OF_STEPS),
            ((MeetingKey.TURN,), self.model.give_next_turn),
            ((MeetingKey.PAUSE,), self.pausing.toggle),
            ((QKeySequence.StandardKey.Find,), self.navigation.find),
            ((MeetingKey.SPELLING,), self.spelling.suggest_next),
            ((MeetingKey.SHEET,), lambda: show_keys(self)),
        )
        # Somebody who answers on this screen must not steer the meeting with a key.
        add_shortcuts(self, table, unless=lambda: self.screens.currentIndex() > 0)

    def _show(self, view: ConsoleView) -> None:
        model = self.model
        # Who is in the room is asked whatever else goes wrong.
        self.question.show_meeting(model)
        self.top_bar.show_meeting(view, model.half)
        self.top_bar.show_next(self.navigation.following(1))
        self.rail.show_meeting(model)
        self.guide.show_meeting(model)
        self.status.show_undo(model.undoable_words)
        self.concept.show_meeting(view)
        # It is announced too; on the page itself, where the keyboard begins, it can be heard again.
        self.setAccessibleDescription(self.question.words())
        self.wall_controls.show_state()
        # Last, as it brings the step into sight: all that moves finds its place then, once.
        self._show_time()
        settle_layouts()

    def _show_time(self) -> None:
        pace = pace_of(self.model.view, self.model.step, self.model.minutes_unkept)
        for line in (self.top_bar, self.status):
            line.show_time(pace_words(pace))
        self.rail.show_time(self.model)

    def _on_step_changed(self, step: Step) -> None:
        self.narrow_layout.show_step()
        self.steps.open(step)
        if not self.rail.isAncestorOf(QApplication.focusWidget() or self):
            # Otherwise Qt hands the focus on to some button when the page it was on goes.
            self.setFocus()

    def _on_page_changed(self) -> None:
        """Keep the focus when the page is replaced, e.g. by the question which half is in the room."""
        focus = QApplication.focusWidget()
        if focus is not None and (self.steps.isAncestorOf(focus) or self.question.isAncestorOf(focus)):
            self.setFocus()

    def _on_print(self) -> None:
        view = self.model.view
        # While it is being changed nobody takes the concept home: what is handed out is the plan in force.
        self.print_requested.emit(view.reference, "" if view.changed_since_agreed else view.meeting)


class _Console(QWidget):
    """Is never lower than its lines of words are at this width, with some of what stands between them."""

    @override
    def minimumSizeHint(self) -> QSize:
        least, layout = super().minimumSizeHint(), self.layout()
        if layout is not None and layout.hasHeightForWidth():
            least = least.expandedTo(QSize(0, layout.totalMinimumHeightForWidth(self.width())))
        return least

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


def _laid_out(
    above: tuple[QWidget, ...], middle: tuple[QWidget, QWidget, QWidget], below: QWidget
) -> QWidget:
    """Lines over each other, and between them three parts beside each other, the second as wide as it can."""
    row = QHBoxLayout()
    row.setSpacing(0)
    left, centre, right = middle
    row.addWidget(left)
    row.addWidget(centre, 1)
    row.addWidget(right)
    console = _Console()
    column = QVBoxLayout(console)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for line in above:
        column.addWidget(line)
    column.addLayout(row, 1)
    column.addWidget(below)
    return console
