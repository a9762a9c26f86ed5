"""Screens over the console: those that a participant gets, and a few of the facilitator's."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid

from beraad.i18n import _
from beraad.places import Place
from beraad.services.meeting.begun_answers import shown_by
from beraad.services.meeting.begun_rows import MARKS
from beraad.services.meeting.scales import Asking
from beraad.terms import Said
from beraad.ui.console.over.begun_keeper import BegunKeeper, drop_begun
from beraad.ui.console.over.cover_page import CoverPage
from beraad.ui.console.over.marks_screen import MarksScreen
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.messages import Messages
from beraad.ui.scoring import NumberGiven, ScorePage, ScoringScreen
from beraad.ui.signing import AnswerGiven, SigningScreen
from beraad.ui.steps.shared.draft_field import DraftField
from beraad.ui.widgets.reading_order import keep_reading_order
from beraad.words.answers import Voice

Lent = SigningScreen | ScoringScreen | MarksScreen
"""Screens that a participant gets to see."""


class PrivateScreens(QObject):
    """Puts a screen on top of the console, and takes it away with its answer.

    Every screen of a participant ends on a cover: nobody sees the console, or the answer of another, in
    between. From the cover, only the facilitator's key leads to the console.
    """

    voice_chosen = Signal(str)
    """Grammatical person in which the signing screen speaks from now on: first or second."""
    handed_over = Signal(bool)
    """True if a screen lies over the console now: others than the facilitator may have the keyboard."""

    def __init__(self, model: MeetingModel, messages: Messages, screens: QStackedWidget) -> None:
        super().__init__(screens)
        self._model, self._messages, self._screens = model, messages, screens
        self._came_from: QWidget | None = None
        self._lent: tuple[str, Lent] | None = None
        """Key of what a participant does, and the screen: kept until after the cover came over it."""
        self._unfinished: dict[str, Lent] = {}
        """Screens begun and taken back before the answer was given, by what they are for."""
        self._voice = Voice.SECOND

    @property
    def voice(self) -> Voice:
        """Grammatical person in which the signing screen speaks."""
        return self._voice

    def speak_in(self, voice: str) -> None:
        """Let the signing screen speak in the `first` or the `second` person."""
        if voice != self._voice:
            self._voice = Voice(voice)
            self.voice_chosen.emit(voice)

    @property
    def open_screen(self) -> QWidget | None:
        """Screen that lies over the console now, or None."""
        return self._screens.currentWidget() if self._screens.currentIndex() > 0 else None

    # -- what a participant gets -----------------------------------------------------------------------

    def sign(self, person: str) -> None:
        """Let somebody read their own part and answer; if that would tell too much, only say so."""
        view = self._model.ask(lambda meeting: meeting.deciding.signing(person))
        if view is None:
            return

        def make() -> SigningScreen:
            screen = SigningScreen(view, voice=self._voice)
            # What this person writes is kept while it is written, and offered to this person again.
            DraftField(self._model.drafting, screen.remark, Place.answer(person) / "remark").show("")
            screen.answer_given.connect(lambda answer: self._on_answer(person, answer, view.document))
            screen.later_requested.connect(lambda: self.pass_on(person))
            BegunKeeper(self._model, screen, Place.answer(person), shown_by(view))
            return screen

        self._begin(f"sign:{person}", make, shows=view)

    def give_numbers(self, scale: str) -> None:
        """Let everybody in the room who may see the question take the keyboard and give a number."""
        askings = self._model.ask(lambda meeting: meeting.scales.askings(scale, meeting.room))
        if not askings:
            told = _("Er is nog niemand in de kamer die deze vraag mag zien.")
            self._messages.tell(_("Niemand om te vragen"), told)
            return
        views = tuple(asking.view for asking in askings)
        answered = frozenset(place for place, asking in enumerate(askings) if asking.answered)

        def make() -> ScoringScreen:
            screen = ScoringScreen(views, answered)
            screen.taken.connect(
                lambda page, place: self._on_taken(scale, askings[place], page, screen, make)
            )
            screen.number_given.connect(
                lambda place, given: self._on_number(scale, askings[place], given),
            )
            screen.taken_back.connect(self.take_back)
            return screen

        self._begin(f"scale:{scale}", make, shows=views)

    def mark(self) -> None:
        """Let somebody give six marks."""

        def make() -> MarksScreen:
            screen = MarksScreen()
            BegunKeeper(self._model, screen, MARKS, shown_by(None))
            screen.marks_given.connect(self._on_marks)
            screen.later_requested.connect(lambda: self._leave_marks(screen))
            return screen

        self._begin("marks", make, shows=None)

    def pass_on(self, after: str) -> None:
        """Cover the console with a page that names who of this room signs after `after`."""
        following = self._model.ask(lambda meeting: meeting.deciding.next_to_sign(after))
        # The room reads it: this person is named as on its wall.
        person = self._model.ask(lambda meeting: meeting.deciding.named(following)) if following else None
        if following is None or person is None:
            self._cover(CoverPage(_("Geef de laptop terug aan de gespreksleider.")))
            return
        page = CoverPage(
            _("Geef de laptop aan {name}.").format(name=person.called),
            person=person,
            go_on=_("Ik ben {name}").format(name=person.called),
        )
        page.go_on_requested.connect(lambda: self.sign(following))
        self._cover(page)

    # -- covers, and screens of the facilitator's ------------------------------------------------------

    def cover(self, words: str, note: str = "") -> None:
        """Cover the console while the facilitator is away from it."""
        self._cover(CoverPage(words, note=note))

    def show_over(self, screen: QWidget) -> None:
        """Put a screen for the facilitator alone over the console, until `close_screen`."""
        self._lent = None
        self._open(screen)

    def close_screen(self) -> None:
        """Close a screen of the facilitator's; any other screen is replaced by the cover."""
        if isinstance(self.open_screen, CoverPage):
            return
        if self._lent is None:
            self.take_back()
        else:
            self._cover(CoverPage(_("Geef de laptop terug aan de gespreksleider.")))

    def ask_for_facilitator(self) -> bool:
        """Return True, and ask for the facilitator, if only they may close the window or leave now.

        The screen of a participant stays as it is, under a cover, and can be gone on with.
        """
        screen = self.open_screen
        if screen is None or (self._lent is None and not isinstance(screen, CoverPage)):
            return False
        between = isinstance(screen, ScoringScreen) and screen.score_page is None
        if self._lent is not None and screen is self._lent[1] and not between:
            screen = self._offer(*self._lent, _("Geef de laptop aan de gespreksleider."))
        if isinstance(screen, CoverPage | ScoringScreen):
            screen.ask_for_facilitator()
        return True

    def take_back(self) -> None:
        """Go back to the console: the facilitator has the laptop. An answer that was begun is kept."""
        screen = self.open_screen
        lent, self._lent = self._lent, None
        self._screens.setCurrentIndex(0)
        if lent is not None and lent[1] is not screen and lent[1].begun:
            self._unfinished[lent[0]] = lent[1]
        elif lent is not None and lent[1] is not screen:
            self._forget(lent[1])
        self._forget(screen)
        self.handed_over.emit(False)
        # Left to Qt the keyboard would go to the first button: the way out of the meeting.
        before, self._came_from = self._came_from, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    # -- inside ----------------------------------------------------------------------------------------

    def _begin(self, purpose: str, make: Callable[[], Lent], *, shows: object) -> None:
        """Lend a screen. Where somebody began with one that shows the same, this person may go on first."""
        begun = self._unfinished.pop(purpose, None)
        if begun is None or begun.shows != shows:
            self._forget(begun)
            begun = make()
            if not any(keeper.resumed for keeper in begun.findChildren(BegunKeeper)):
                self._lend(purpose, begun)
                return
        self._offer_again(purpose, begun, make)

    def _offer_again(self, purpose: str, begun: Lent, make: Callable[[], Lent]) -> None:
        """Offer what was begun to who has the laptop now, and show nothing of it before that is chosen."""

        def begin_anew() -> None:
            drop_begun(begun)
            self._lend(purpose, make())
            self._forget(begun)

        words = _("Er is een antwoord begonnen, en nog niet gegeven.")
        page = self._offer(purpose, begun, words, anew=_("Opnieuw beginnen"))
        page.anew_requested.connect(begin_anew)

    def _lend(self, purpose: str, screen: Lent) -> None:
        self._lent = purpose, screen
        self._open(screen)

    def _cover(self, page: CoverPage) -> None:
        """Put a cover there in place of what stood; the way back is the facilitator's key."""
        self._lent = None
        page.taken_back.connect(self.take_back)
        self._open(page)

    def _offer(self, purpose: str, begun: Lent, words: str, anew: str = "") -> CoverPage:
        """A cover over what somebody began, from which this person can go on."""
        self._lent = purpose, begun
        self._hold(begun)
        had_keyboard = begun.focusWidget()
        page = CoverPage(
            words, note=_("Wat is ingevuld, blijft staan."), go_on=_("Verder met mijn antwoord"), anew=anew
        )
        page.taken_back.connect(self.take_back)
        page.go_on_requested.connect(lambda: self._open(begun, had_keyboard))
        self._open(page)
        return page

    def _open(self, screen: QWidget, keyboard: QWidget | None = None) -> None:
        before = self.open_screen
        if before is None:
            self._came_from = QApplication.focusWidget()
        self._hold(screen)
        self._screens.setCurrentWidget(screen)
        keep_reading_order(screen)
        (keyboard or screen).setFocus()
        self.handed_over.emit(True)
        # Only now: the console is not looked at in between. What a cover lies over stays.
        if before is not screen and (self._lent is None or before is not self._lent[1]):
            self._forget(before)

    def _hold(self, screen: QWidget) -> None:
        if self._screens.indexOf(screen) < 0:
            self._screens.addWidget(screen)

    def _forget(self, screen: QWidget | None) -> None:
        if screen is not None:
            self._model.drafting.keep_all()
            self._screens.removeWidget(screen)
            screen.deleteLater()

    def _on_answer(self, person: str, answer: AnswerGiven, document: str) -> None:
        self._model.drafting.take(
            Place.answer(person) / "remark",
            Place.answer(person),
            by=lambda meeting: meeting.deciding.answer(
                person,
                answer.decision,
                remark=answer.remark,
                strokes=answer.strokes,
                on_paper=answer.on_paper,
                shows=answer.shows,
                document=document,
            ),
        )
        self.pass_on(person)

    def _on_taken(
        self, scale: str, asking: Asking, page: ScorePage, screen: ScoringScreen, make: Callable[[], Lent]
    ) -> None:
        """Keep the number and own words. The page begins empty: who takes it may be somebody else.

        What this person began before the program ended is offered, and shown when that is chosen.
        """
        place = Place.score(scale, asking.person)
        keeper = BegunKeeper(self._model, page, place, shown_by(asking.view))
        page.back_requested.connect(keeper.drop)
        for said, field in page.words.items():
            draft = DraftField(self._model.drafting, field, place / said)
            page.back_requested.connect(partial(_drop_typed, draft))
            if keeper.resumed:
                draft.show("")
        if keeper.resumed:
            self._offer_again(f"scale:{scale}", screen, make)

    def _on_number(self, scale: str, asking: Asking, given: NumberGiven) -> None:
        speaker = asking.speakers[given.speaker] if given.speaker is not None else None
        place = Place.score(scale, asking.person)
        self._model.drafting.take(
            place,
            *(place / said for said in Said),
            by=lambda meeting: meeting.scales.give(
                scale,
                asking.person,
                given.value,
                declined=given.declined,
                spoken_by=speaker,
                because=given.because,
                one_up=given.one_up,
            ),
        )
        self._model.mark_spoken(asking.person)

    def _on_marks(self, marks: tuple[int | None, ...]) -> None:
        if all(mark is None for mark in marks):
            self._pass_marks_on(_("Er is niets ingevuld en niets bewaard."))
        else:
            self._model.drafting.take(MARKS, by=lambda meeting: meeting.course.mark(marks))
            self._pass_marks_on(_("Dank je wel."))

    def _leave_marks(self, screen: MarksScreen) -> None:
        """They bear no name: nobody could tell to whom to offer them again."""
        drop_begun(screen)
        self._pass_marks_on()

    def _pass_marks_on(self, note: str = "") -> None:
        page = CoverPage(_("Geef de laptop door."), note=note, go_on=_("Ik geef ook cijfers"))
        page.go_on_requested.connect(self.mark)
        self._cover(page)


def _drop_typed(draft: DraftField) -> None:
    """Drop what was typed on this page; what a crash left is not shown here, and may be somebody else's."""
    if draft.waits:
        draft.drop()
