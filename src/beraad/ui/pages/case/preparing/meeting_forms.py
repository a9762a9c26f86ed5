"""Forms for a meeting to come: to plan, change or call it off."""

from __future__ import annotations

import dataclasses
import datetime as dt

from PySide6.QtWidgets import QWidget

from beraad.i18n import _, spoken
from beraad.services.cases import CaseView, MeetingLine
from beraad.services.planning import AgreedNext
from beraad.terms import Circle, MeetingKind, MeetingMode
from beraad.texts import set_in
from beraad.ui.dialogs.call_off import CallOffDialog
from beraad.ui.dialogs.plan_meeting import PlanMeetingDialog, PlannedMeeting
from beraad.ui.pages.case.open_case import OpenCase
from beraad.ui.widgets.person_choice import PersonChoice
from beraad.words.case import meeting_title, moment_label


class MeetingForms:
    """Forms over the page of a case that save themselves. Each returns what was saved, or None."""

    def __init__(self, case: OpenCase, *, over: QWidget) -> None:
        self._planning, self._reference = case.service.planning, case.reference
        self._case, self._over = case, over

    def plan(self) -> PlannedMeeting | None:
        """Plan a new meeting; the form starts with what was agreed at the table about it."""
        case, today = self._case.view, self._case.today
        facilitators = self._facilitators()
        if not facilitators:
            return None
        agreed = case.agreed_next
        # A past day is never proposed.
        past = agreed is None or (agreed.starts_at or "")[:10] < today.isoformat()
        return PlanMeetingDialog.ask(
            self._plan,
            people=self._case.people(),
            facilitators=facilitators,
            first=PlannedMeeting(
                starts_at=None if agreed is None or past else agreed.starts_at,
                place=agreed.place if agreed else None,
                facilitator=case.contact_person or "",
                invited=tuple(person.id for person in case.people),
                kind=MeetingKind.FAMILY_NETWORK,
                mode=agreed.mode if agreed else _last_mode(case),
            ),
            agreed=_agreed_words(agreed, today),
            today=today,
            parent=self._over,
        )

    def change(self, meeting: str) -> PlannedMeeting | None:
        """Change a planned meeting, in the same form."""
        line = self._line(meeting)
        return PlanMeetingDialog.ask(
            lambda wish: self._planning.change(self._reference, meeting, **dataclasses.asdict(wish)),
            people=self._case.people(),
            facilitators=self._facilitators(),
            first=PlannedMeeting(
                line.starts_at, line.place, line.facilitator, line.participants, line.kind, line.mode
            ),
            today=self._case.today,
            changes=True,
            parent=self._over,
        )

    def call_off(self, meeting: str) -> str | None:
        """Call a meeting off; return the reason, maybe empty."""
        line, today = self._line(meeting), self._case.today
        return CallOffDialog.ask(
            lambda why: self._planning.call_off(self._reference, meeting, why),
            when=f"{meeting_title(line.number, spoken())} · {moment_label(line.starts_at, today, spoken())}",
            has_content=line.has_content,
            parent=self._over,
        )

    def _plan(self, wish: PlannedMeeting) -> None:
        self._planning.plan(self._reference, **dataclasses.asdict(wish))

    def _line(self, meeting: str) -> MeetingLine:
        return next(item for item in self._case.view.meetings if item.id == meeting)

    def _facilitators(self) -> tuple[PersonChoice, ...]:
        """Return the people who may lead; tell the user if there is nobody."""
        facilitators = self._case.people(Circle.PROFESSIONAL)
        if not facilitators:
            self._case.messages.tell(
                _("Er is nog geen hulpverlener"),
                _("Iemand van de hulpverleners leidt het gesprek. Voeg eerst een hulpverlener toe."),
            )
        return facilitators


def _last_mode(case: CaseView) -> MeetingMode:
    """Return the last meeting's mode: people who were not safe in one room must not share it by default."""
    last = max(case.meetings, key=lambda meeting: meeting.number, default=None)
    return MeetingMode.TOGETHER if last is None else last.mode


def _agreed_words(agreed: AgreedNext | None, today: dt.date) -> str:
    if agreed is None:
        return ""
    when = moment_label(agreed.starts_at, today, spoken())
    words = " · ".join(part for part in (when, agreed.place) if part)
    return set_in(_("Aan tafel afgesproken: {words}."), words=words)
