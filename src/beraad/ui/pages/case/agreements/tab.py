"""Tab with the agreements that run, whom to call about them, and the round while it goes on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.errors import BeraadError
from beraad.i18n import _, spoken
from beraad.services.cases import CaseService
from beraad.services.follow_up import Caller, CheckWish, Followed, Question
from beraad.terms import CheckResult
from beraad.ui.messages import Messages
from beraad.ui.pages.case.agreements.callers import Callers
from beraad.ui.pages.case.agreements.check_dialog import CheckDialog
from beraad.ui.pages.case.agreements.followed_card import FollowedCard
from beraad.ui.pages.case.agreements.round_panel import RoundPanel
from beraad.ui.theme import Theme
from beraad.ui.widgets.empty_state import EmptyState
from beraad.ui.widgets.person_choice import PersonChoice
from beraad.ui.widgets.reading_order import keep_reading_order
from beraad.ui.widgets.replacing import replace_in
from beraad.words.errors import sentence

_ROOM_FOR_TWO = 900
"""Width in pixels at 100 % from which the people to call stand beside the agreements."""
_BESIDE = 380


class AgreementsTab(QWidget):
    """Running agreements on the left; whom to call, or the round, on the right."""

    changed = Signal()
    """Something was written down: the rest of the page says the same."""

    def __init__(
        self,
        service: CaseService,
        reference: str,
        *,
        people: Callable[[], tuple[PersonChoice, ...]],
        messages: Messages,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._service, self._reference, self._messages = service.follow_up, reference, messages
        self._people, self._today = people, today
        self._round: RoundPanel | None = None
        gap = Theme.current().size("space", "wide")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        small = Theme.current().size("space", "small")
        self._columns.setContentsMargins(0, small, small, 0)
        self._columns.setSpacing(gap)
        self._main, self._beside = QWidget(), QWidget()
        for widget in (self._main, self._beside):
            column = QVBoxLayout(widget)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(Theme.current().size("space", "medium"))
        self._columns.addWidget(self._main, 1)
        self._columns.addWidget(self._beside)
        self.refresh()

    @property
    def in_round(self) -> bool:
        """True while somebody is on the telephone."""
        return self._round is not None

    def show_day(self, today: dt.date) -> None:
        """Show it for another day."""
        self._today = today

    def refresh(self) -> None:
        """Read the agreements again. A round that goes on stays as it is."""
        followed = self._service.followed(self._reference)
        cards = [FollowedCard(item, self._today) for item in followed]
        for card in cards:
            card.check_requested.connect(self.ask_check)
            card.correction_requested.connect(self.ask_correction)
        if not cards:
            self._round = None
            empty = EmptyState(
                _("Nog geen afspraken"),
                _("Afspraken komen uit het beraad. Als het plan is vastgesteld, staan ze hier."),
            )
            replace_in(self._main, empty)
            replace_in(self._beside)
            return
        replace_in(self._main, *cards)
        if self._round is None:
            callers = Callers(self.callers(), self._today)
            callers.call_requested.connect(self.call)
            replace_in(self._beside, callers)
        keep_reading_order(self)

    def callers(self) -> tuple[Caller, ...]:
        """Return everybody who can be called about the agreements."""
        return self._service.callers(self._reference, self._today)

    def call(self, caller: Caller) -> None:
        """Begin a round with somebody on the telephone."""
        questions = self._service.round(self._reference, caller.person)
        self._round = RoundPanel(
            caller,
            questions,
            keep=self._keep,
            put_off=self._put_off,
            people=self._people(),
            today=self._today,
        )
        # Not while its own button is still being pressed.
        self._round.ended.connect(self._end_round, Qt.ConnectionType.QueuedConnection)
        replace_in(self._beside, self._round)
        self._round.begin()

    def ask_check(self, followed: Followed) -> None:
        """Ask what came of one agreement, outside a round."""
        wish = CheckWish(self._today, CheckResult.KEPT)
        at = self._reference, followed.meeting, followed.agreement
        self._ask(followed.what, wish, lambda wanted: self._service.check(*at, wanted))

    def ask_correction(self, followed: Followed, number: int) -> None:
        """Ask what a check should have said."""
        line = next(line for line in followed.checks if line.number == number)
        said = line.result, line.note or "", line.said_by, line.visible_to, line.next_on
        self._ask(
            followed.what,
            CheckWish(line.on or self._today, *said),
            lambda wanted: self._service.correct(self._reference, number, wanted),
        )

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        theme = Theme.current()
        wide = self.width() >= _ROOM_FOR_TWO * theme.scale
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if way is not self._columns.direction():
            # Above the agreements, the round is in sight where there is no room beside them.
            self._columns.setDirection(way)
            self._columns.removeWidget(self._beside)
            self._columns.insertWidget(1 if wide else 0, self._beside)
            keep_reading_order(self)
        self._beside.setMaximumWidth(round(_BESIDE * theme.scale) if wide else self.width())
        self._beside.setMinimumWidth(self._beside.maximumWidth() if wide else 0)
        super().resizeEvent(event)

    # -- keeping -------------------------------------------------------------------------------------

    def _ask(self, what: str, wish: CheckWish, save: Callable[[CheckWish], None]) -> None:
        if CheckDialog.ask(save, what=what, wish=wish, people=self._people(), parent=self):
            self.changed.emit()

    def _keep(self, question: Question, wish: CheckWish) -> bool:
        at = self._reference, question.meeting, question.agreement
        return self._attempt(lambda: self._service.check(*at, wish))

    def _put_off(self, person: str, on: dt.date | None) -> bool:
        return self._attempt(lambda: self._service.call_again(self._reference, person, on))

    def _attempt(self, wish: Callable[[], None]) -> bool:
        """Return True if it is saved; else say why not: what was answered stays on the screen."""
        try:
            wish()
        except BeraadError as error:
            self._messages.warn(_("Dit is niet opgeslagen"), sentence(error, spoken()))
            return False
        self.changed.emit()
        return True

    def _end_round(self) -> None:
        self._round = None
        self.refresh()
