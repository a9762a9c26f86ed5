"""The screens that stand over the console for one person's eyes: signing, numbers, marks, a scan."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid

from beraad.disclosure.views import PersonView
from beraad.i18n import _
from beraad.services.meeting.scales import Asking
from beraad.ui.meeting.marks_screen import MarksScreen
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.messages import Messages
from beraad.ui.scoring import NumberGiven, ScoringScreen
from beraad.ui.signing import AnswerGiven, PassOn, SigningScreen, Voice
from beraad.ui.widgets.reading_order import keep_reading_order


class PrivateScreens(QObject):
    """Puts one on top of the console, and takes it away with its answer.

    After somebody signed, the laptop goes round over a page that shows nothing: the console never stands open
    before who just signed, nor somebody's plan before the person before.
    """

    voice_chosen = Signal(str)
    """In which person the signing screen speaks from now on: first or second."""
    handed_over = Signal(bool)
    """Whether a screen lies over the console now: not the facilitator alone may have the keyboard."""

    def __init__(self, model: MeetingModel, messages: Messages, screens: QStackedWidget) -> None:
        super().__init__(screens)
        self._model, self._messages, self._screens = model, messages, screens
        self._came_from: QWidget | None = None
        self._voice = Voice.SECOND

    @property
    def voice(self) -> Voice:
        """In which person the signing screen speaks."""
        return self._voice

    def speak_in(self, voice: str) -> None:
        """Let the signing screen speak in the `first` or the `second` person."""
        if voice != self._voice:
            self._voice = Voice(voice)
            self.voice_chosen.emit(voice)

    @property
    def open_screen(self) -> QWidget | None:
        """What stands over the console now."""
        return self._screens.currentWidget() if self._screens.currentIndex() > 0 else None

    def sign(self, person: str) -> None:
        """Let somebody read the own part and answer. Told, and not opened, where that would tell too much."""
        view = self._model.ask(lambda meeting: meeting.deciding.signing(person))
        if view is None:
            return
        screen = SigningScreen(view, voice=self._voice)
        screen.answer_given.connect(lambda answer: self._on_answer(person, answer))
        screen.later_requested.connect(lambda: self.pass_on(person))
        self._open(screen)

    def give_numbers(self, scale: str) -> None:
        """Let everybody in the room who may see the question take the keyboard and give a number."""
        askings = self._model.ask(lambda meeting: meeting.scales.askings(scale, meeting.room))
        if not askings:
            told = _("Er is nog niemand in de kamer die deze vraag mag zien.")
            self._messages.tell(_("Niemand om te vragen"), told)
            return
        answered = frozenset(place for place, asking in enumerate(askings) if asking.answered)
        screen = ScoringScreen(tuple(asking.view for asking in askings), answered)
        screen.number_given.connect(
            lambda place, given: self._on_number(scale, askings[place], given),
        )
        screen.later_requested.connect(self.close_screen)
        self._open(screen)

    def mark(self) -> None:
        """Let somebody give six marks."""
        screen = MarksScreen()
        screen.marks_given.connect(self._on_marks)
        screen.later_requested.connect(self.close_screen)
        self._open(screen)

    def show_over(self, screen: QWidget) -> None:
        """Put a screen of the caller's over the console, until `close_screen`."""
        self._open(screen)

    def close_screen(self) -> None:
        """Back to the console."""
        screen = self.open_screen
        self._screens.setCurrentIndex(0)
        self._drop(screen)
        self.handed_over.emit(False)
        # Left to Qt the keyboard would go to the first button: the way out of the meeting.
        before, self._came_from = self._came_from, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def pass_on(self, after: str) -> None:
        """Put the page that shows nothing there: it names who signs after this one."""
        following = self._model.ask(lambda meeting: meeting.deciding.next_to_sign(after))
        person = next((item for item in self._model.view.people if item.id == following), None)
        screen = PassOn(PersonView(person.called, person.circle) if person else None)
        if person:
            screen.next_ready.connect(lambda: self.sign(person.id))
        screen.back_requested.connect(self.close_screen)
        self._open(screen)

    def _open(self, screen: QWidget) -> None:
        before = self.open_screen
        if before is None:
            self._came_from = QApplication.focusWidget()
        self._screens.addWidget(screen)
        self._screens.setCurrentWidget(screen)
        keep_reading_order(screen)
        screen.setFocus()
        self.handed_over.emit(True)
        # Only now: the console is not looked at in between.
        self._drop(before)

    def _drop(self, screen: QWidget | None) -> None:
        if screen is not None:
            self._screens.removeWidget(screen)
            screen.deleteLater()

    def _on_answer(self, person: str, answer: AnswerGiven) -> None:
        self._model.act(
            lambda meeting: meeting.deciding.answer(
                person,
                answer.decision,
                remark=answer.remark,
                strokes=answer.strokes,
                on_paper=answer.on_paper,
            )
        )
        self.pass_on(person)

    def _on_number(self, scale: str, asking: Asking, given: NumberGiven) -> None:
        speaker = asking.speakers[given.speaker] if given.speaker is not None else None
        self._model.act(
            lambda meeting: meeting.scales.give(
                scale,
                asking.person,
                given.value,
                declined=given.declined,
                spoken_by=speaker,
                because=given.because,
                one_up=given.one_up,
            )
        )
        self._model.mark_spoken(asking.person)

    def _on_marks(self, marks: tuple[int | None, ...]) -> None:
        if all(mark is None for mark in marks):
            self._messages.tell(_("Geen cijfers"), _("Er is niets ingevuld en niets bewaard."))
        else:
            self._model.act(lambda meeting: meeting.table.mark(marks))
        self.close_screen()
