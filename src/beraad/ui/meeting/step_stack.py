"""The middle of the console: one page a step, made when it is first needed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from beraad.terms import Column, Step
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.pages.agreements import AgreementsPage
from beraad.ui.meeting.pages.columns import COLUMN_OF_STEP, ColumnsPage
from beraad.ui.meeting.pages.decide import DecidePage
from beraad.ui.meeting.pages.evaluation import EvaluationPage
from beraad.ui.meeting.pages.family_time import FamilyTimePage
from beraad.ui.meeting.pages.scale import ScalePage
from beraad.ui.meeting.pages.welcome import WelcomePage
from beraad.ui.meeting.parts.step_page import StepPage
from beraad.ui.meeting.private_screens import PrivateScreens
from beraad.ui.messages import Messages
from beraad.ui.theme import Theme


class StepStack(QStackedWidget):
    """Shows the page of a step and passes on what pages ask for."""

    print_requested = Signal()
    step_requested = Signal(object)

    def __init__(
        self,
        model: MeetingModel,
        messages: Messages,
        screens: QStackedWidget,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self.private = PrivateScreens(model, messages, screens)
        self.welcome, self.columns, self.scale = WelcomePage(model), ColumnsPage(model), ScalePage(model)
        self.family_time, self.agreements = FamilyTimePage(model), AgreementsPage(model)
        self.decide, self.evaluation = DecidePage(model), EvaluationPage(model)
        self._pages: dict[Step, StepPage] = {
            Step.WELCOME: self.welcome,
            **dict.fromkeys(COLUMN_OF_STEP, self.columns),
            Step.SCALE: self.scale,
            Step.FAMILY_TIME: self.family_time,
            Step.AGREEMENTS: self.agreements,
            Step.DECIDE_AND_SIGN: self.decide,
            Step.EVALUATION: self.evaluation,
        }
        for page in dict.fromkeys(self._pages.values()):
            self.addWidget(page)
        # Pages scroll; the widest of them must not make the window wider than the screen.
        self.setMinimumWidth(round(420 * Theme.current().scale))
        self._connect()

    def current(self) -> StepPage:
        """The page that is looked at."""
        return self._pages[self._model.step]

    def open(self, step: Step) -> None:
        """Show the page of this step."""
        page = self._pages[step]
        self.setCurrentWidget(page)
        page.enter(step)

    def begin_statement(self, column: Column) -> None:
        """Begin a card, where the columns stand."""
        if self.current() is self.columns:
            self.columns.begin(column)

    def begin_agreement(self) -> None:
        """Begin an agreement, where the agreements stand."""
        if self.current() is self.agreements:
            self.agreements.begin()

    def _connect(self) -> None:
        self.decide.signing_requested.connect(self.private.sign)
        self.decide.step_requested.connect(self.step_requested)
        self.evaluation.marks_requested.connect(self.private.mark)
        self.evaluation.print_requested.connect(self.print_requested)
