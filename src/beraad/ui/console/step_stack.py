"""Middle of the console: one page per step, made when first needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.places import Place
from beraad.step_facts import FACTS, STEP_OF_COLUMN
from beraad.terms import Column, Step
from beraad.ui.console.over.private_screens import PrivateScreens
from beraad.ui.console.over.scanning import Scanning
from beraad.ui.dialogs.files import Files
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.messages import Messages
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.decide.page import DecidePage
from beraad.ui.steps.evaluation.page import EvaluationPage
from beraad.ui.steps.family_time.page import FamilyTimePage
from beraad.ui.steps.scale.page import ScalePage
from beraad.ui.steps.shared.step_page import StepPage
from beraad.ui.steps.welcome.page import WelcomePage
from beraad.ui.theme import Theme
from beraad.ui.widgets.empty_state import EmptyState
from beraad.ui.widgets.reading_order import keep_reading_order

P = TypeVar("P", bound=StepPage)


class StepStack(QStackedWidget):
    """Stack that shows the page of a step, and passes on what pages ask for."""

    print_requested = Signal()
    step_requested = Signal(object)
    point_requested = Signal(object)
    """`OpenPoint` to go to."""

    def __init__(
        self,
        model: MeetingModel,
        messages: Messages,
        screens: QStackedWidget,
        *,
        files: Files,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._messages = model, messages
        self.private = PrivateScreens(model, messages, screens)
        self.scanning = Scanning(model, messages=messages, files=files, private=self.private, parent=self)
        self._pages: dict[Step, Callable[[], StepPage]] = {
            Step.WELCOME: lambda: self.welcome,
            **dict.fromkeys(STEP_OF_COLUMN.values(), lambda: self.columns),
            Step.SCALE: lambda: self.scale,
            Step.FAMILY_TIME: lambda: self.family_time,
            Step.AGREEMENTS: lambda: self.agreements,
            Step.DECIDE_AND_SIGN: lambda: self.decide,
            Step.EVALUATION: lambda: self.evaluation,
        }
        model.changed.connect(self._on_changed)
        # Pages scroll; the widest of them must not make the window wider than the screen.
        self.setMinimumWidth(round(320 * Theme.current().scale))

    @override
    def hasHeightForWidth(self) -> bool:
        # What it holds scrolls: no width makes it taller.
        return False

    @cached_property
    def welcome(self) -> WelcomePage:
        """Page of step 1."""
        return self._added(WelcomePage(self._model, self._messages, parent=self))

    @cached_property
    def columns(self) -> ColumnsPage:
        """Page of steps 2, 3 and 5."""
        return self._added(ColumnsPage(self._model, parent=self))

    @cached_property
    def scale(self) -> ScalePage:
        """Page of step 4."""
        page = self._added(ScalePage(self._model, parent=self))
        page.numbers_requested.connect(self._unless_reading(self.private.give_numbers))
        return page

    @cached_property
    def family_time(self) -> FamilyTimePage:
        """Page of step 6."""
        page = self._added(FamilyTimePage(self._model, parent=self))
        page.cover_requested.connect(self._on_cover_in_family_time)
        return page

    @cached_property
    def agreements(self) -> AgreementsPage:
        """Page of step 7."""
        return self._added(AgreementsPage(self._model, parent=self))

    @cached_property
    def decide(self) -> DecidePage:
        """Page of step 8."""
        page = self._added(DecidePage(self._model, parent=self))
        page.signing_requested.connect(self._unless_reading(self.private.sign))
        page.scan_wanted.connect(self.scanning.add)
        page.scan_requested.connect(self.scanning.show)
        page.show_voice(self.private.voice)
        page.voice_chosen.connect(self.private.speak_in)
        page.step_requested.connect(self.step_requested)
        page.point_requested.connect(self.point_requested)
        return page

    @cached_property
    def evaluation(self) -> EvaluationPage:
        """Page of step 9."""
        page = self._added(EvaluationPage(self._model, parent=self))
        page.marks_requested.connect(self._unless_reading(self.private.mark))
        page.print_requested.connect(self.print_requested)
        return page

    def current(self) -> StepPage:
        """Return the page of the current step."""
        return self.page(self._model.step)

    def page(self, step: Step) -> StepPage:
        """Return the page of this step; make it if needed."""
        return self._pages[step]()

    def open(self, step: Step) -> None:
        """Show the page of this step; of two rooms, only once it was said which one is here.

        The welcome page shows at once: there one says who sits where.
        """
        if self._asks:
            self.setCurrentWidget(self._nobody_known)
            return
        page = self.page(step)
        self.setCurrentWidget(page)
        page.enter(step)

    def leave(self) -> None:
        """Leave the page for another step or room, or none: what is being typed stays a draft."""
        self._model.drafting.rest()
        self.current().leave()

    def begin_statement(self, column: Column) -> None:
        """Begin a card, at the steps with columns."""
        if self._step in STEP_OF_COLUMN.values():
            self.columns.begin(column)

    def toggle_last_plan(self) -> None:
        """Show the last plan beside the columns, or hide it."""
        if self._step in STEP_OF_COLUMN.values():
            self.columns.toggle_last_plan()

    def begin_agreement(self) -> None:
        """Begin an agreement at its step; at the columns, make one for the focused card."""
        if self._step is Step.AGREEMENTS:
            self.agreements.begin()
        elif self._step in STEP_OF_COLUMN.values():
            self.columns.make_agreement()

    def make_goal(self) -> None:
        """Make the focused card a goal."""
        if self._step in STEP_OF_COLUMN.values():
            self.columns.make_goal()

    def read_aloud(self) -> None:
        """Read the agreements aloud, at the steps that hold them."""
        if self._step is Step.AGREEMENTS:
            self.agreements.read_aloud()
        elif self._step is Step.DECIDE_AND_SIGN:
            self.decide.read_aloud()

    def show_card(self, card: Place) -> None:
        """Open the card at a place of this step and focus it; `CASE`: none.

        The place is of a person, statement, agreement, scale question or answer to it, emergency step or
        time-out, or of a text of these.
        """
        if not card or self._asks:
            return
        page = self.current()
        if isinstance(page, WelcomePage):
            page.show_person(card.id)
        elif isinstance(page, ColumnsPage):
            page.open_card(card.id)
        elif isinstance(page, ScalePage):
            page.open_card(card)
        elif isinstance(page, AgreementsPage) and card.kind in ("emergency", "time_out"):
            page.show_emergency(card)
        elif isinstance(page, AgreementsPage):
            page.open_card(card.id)

    @property
    def _asks(self) -> bool:
        """True while nothing can be said at this step, because nobody said which room is here."""
        return self._model.asks_half and not FACTS[self._model.step].seats

    @property
    def _step(self) -> Step | None:
        """The step whose page stands."""
        return None if self._asks else self._model.step

    @cached_property
    def _nobody_known(self) -> QWidget:
        """Stands in place of a page until it was said who is in the room."""
        page = EmptyState(
            _("Zeg eerst wie er in de kamer zit"),
            _("Dan weet het programma voor wie is wat hier gezegd wordt, en wat het scherm mag tonen."),
        )
        self.addWidget(page)
        return page

    def _on_changed(self) -> None:
        stands = self.currentWidget() is self.__dict__.get("_nobody_known")
        if stands is not self._asks:
            self.open(self._model.step)

    def _on_cover_in_family_time(self) -> None:
        self.private.cover(_("Familietijd"), _("Dit scherm is van de gespreksleider."))

    def _unless_reading(self, hand_over: Callable[..., None]) -> Callable[..., None]:
        """While a scan is read nobody else gets the keyboard: how that ends is for the facilitator."""
        return lambda *asked: None if self.scanning.busy else hand_over(*asked)

    def _added(self, page: P) -> P:
        self.addWidget(page)
        # A page comes last of all that stands; the Tab key comes to it where it is seen.
        keep_reading_order(page)
        return page
