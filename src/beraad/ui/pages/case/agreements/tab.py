"""Tab with the agreements that run, whom to call about them, and the round while it goes on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.places import Place
from beraad.services.follow_up import Caller, CheckWish, Followed, Question
from beraad.terms import CheckResult
from beraad.ui.pages.case.agreements.callers import Callers
from beraad.ui.pages.case.agreements.check_dialog import CheckDialog
from beraad.ui.pages.case.agreements.followed_card import FollowedCard
from beraad.ui.pages.case.agreements.kept_note import NoteAt
from beraad.ui.pages.case.agreements.round_panel import RoundPanel
from beraad.ui.pages.case.case_tab import CaseTab
from beraad.ui.pages.case.open_case import OpenCase
from beraad.ui.widgets.empty_state import EmptyState
from beraad.ui.widgets.reading_order import keep_reading_order
from beraad.ui.widgets.replacing import replace_in

_BESIDE = 380
"""Width in pixels at 100 % of what stands beside the agreements."""


class AgreementsTab(CaseTab):
    """Running agreements on the left; whom to call, or the round, on the right."""

    def __init__(self, case: OpenCase, *, parent: QWidget | None = None) -> None:
        # Above the agreements, the round is in sight where there is no room beside them.
        super().__init__(case, beside=_BESIDE, beside_first=True, parent=parent)
        self._service, self._reference = case.service.follow_up, case.reference
        self._round: RoundPanel | None = None

    @property
    def in_round(self) -> bool:
        """True while somebody is on the telephone."""
        return self._round is not None

    @override
    def refresh(self) -> None:
        # A round that goes on stays as it is.
        followed = self._service.followed(self._reference)
        cards = [FollowedCard(item, self._case.today) for item in followed]
        for card in cards:
            card.check_requested.connect(self.ask_check)
            card.correction_requested.connect(self.ask_correction)
        if not cards:
            self._round = None
            empty = EmptyState(
                _("Nog geen afspraken"),
                _("Afspraken komen uit het beraad. Als het plan is vastgesteld, staan ze hier."),
            )
            replace_in(self.main, empty)
            replace_in(self.beside)
            return
        replace_in(self.main, *cards)
        if self._round is None:
            callers = Callers(self.callers(), self._case.today)
            callers.call_requested.connect(self.call)
            replace_in(self.beside, callers)
        keep_reading_order(self)

    def callers(self) -> tuple[Caller, ...]:
        """Return everybody who can be called about the agreements."""
        return self._service.callers(self._reference, self._case.today)

    def call(self, caller: Caller) -> None:
        """Begin a round with somebody on the telephone."""
        questions = self._service.round(self._reference, caller.person)
        self._round = RoundPanel(
            caller,
            questions,
            keep=partial(self._keep, caller),
            note_at=lambda question: self._note_at(question.meeting, _asked(question, caller)),
            put_off=self._put_off,
            people=self._case.people(),
            today=self._case.today,
        )
        # Not while its own button is still being pressed.
        self._round.ended.connect(self._end_round, Qt.ConnectionType.QueuedConnection)
        replace_in(self.beside, self._round)
        self._round.begin()

    def ask_check(self, followed: Followed) -> None:
        """Ask what came of one agreement, outside a round."""
        wish = CheckWish(self._case.today, CheckResult.KEPT)
        at = self._reference, followed.meeting, followed.agreement
        note = self._note_at(followed.meeting, Place.check(followed.agreement))
        self._ask(followed.what, wish, note, lambda wanted: self._service.check(*at, wanted, ends=note.place))

    def ask_correction(self, followed: Followed, number: int) -> None:
        """Ask what a check should have said."""
        line = next(line for line in followed.checks if line.number == number)
        said = line.result, line.note or "", line.said_by, line.visible_to, line.next_on
        note = self._note_at(followed.meeting, Place.check(followed.agreement, corrects=number))
        self._ask(
            followed.what,
            CheckWish(line.on or self._case.today, *said),
            note,
            lambda wanted: self._service.correct(self._reference, number, wanted, ends=note.place),
        )

    # -- keeping -------------------------------------------------------------------------------------

    def _ask(self, what: str, wish: CheckWish, note: NoteAt, save: Callable[[CheckWish], None]) -> None:
        people = self._case.people()
        if CheckDialog.ask(save, what=what, wish=wish, note_at=note, people=people, parent=self):
            self.changed.emit()
        else:
            # A note may have been begun, or taken away.
            self.refresh()

    def _note_at(self, meeting: str, place: Place) -> NoteAt:
        drafts = self._case.service.note_drafts
        found = drafts.at(self._reference, meeting, place)
        return NoteAt(place, found, partial(drafts.keep, self._reference, meeting))

    def _keep(self, caller: Caller, question: Question, wish: CheckWish) -> bool:
        at = self._reference, question.meeting, question.agreement
        # An answer without a note leaves one that was begun before: only its writer throws words away.
        ends = _asked(question, caller) if wish.note else None
        return self._attempt(lambda: self._service.check(*at, wish, ends=ends))

    def _put_off(self, person: str, on: dt.date | None) -> bool:
        return self._attempt(lambda: self._service.call_again(self._reference, person, on))

    def _attempt(self, wish: Callable[[], None]) -> bool:
        """Return True if it is saved; what was answered stays on the screen if it is not."""
        saved = self._case.attempt(wish)
        if saved:
            self.changed.emit()
        return saved

    def _end_round(self) -> None:
        self._round = None
        self.refresh()


def _asked(question: Question, caller: Caller) -> Place:
    """Return the place of a note about what is asked: each who is called has an own one."""
    return Place.check(question.agreement, asked=caller.person)
