"""Service for cases: see them, make, change, import and export them, and plan meetings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from beraad.alphabet import name_key
from beraad.codes import ActKind
from beraad.disclosure.leaks import LeakSearch
from beraad.exchange import read_case_file, write_case_file
from beraad.i18n import Language
from beraad.models import (
    Case,
    ColourMark,
    PhaseEntry,
    Secret,
)
from beraad.models.case import CaseDraft, PhaseEntryDraft
from beraad.models.person import SecretDraft
from beraad.readers import Readers
from beraad.services.acts import Acts, record
from beraad.services.agreed_plan import freeze_on_arrival
from beraad.services.calling import feared_in
from beraad.services.case_undo import CaseUndo
from beraad.services.course import Course
from beraad.services.drafts import checked
from beraad.services.errors import NotValid, ReferenceTaken, UnknownMeeting, UnknownPerson
from beraad.services.follow_up import FollowUp
from beraad.services.meeting_content import MeetingContent, content_of, has_content
from beraad.services.note_drafts import NoteDrafts
from beraad.services.one_case import changing, keeping, reading
from beraad.services.overview import CaseLine, kept_lines, put_line, rebuild_lines
from beraad.services.people import (
    ContactLine,
    PersonLine,
    person_line,
    put_person,
    remove_person,
    require_free,
)
from beraad.services.planning import AgreedNext, Planning, agreed_next
from beraad.services.revising import Revising
from beraad.services.watching import not_watched
from beraad.store.case_rows import no_rows
from beraad.store.errors import UnknownCase
from beraad.store.store import Store
from beraad.terms import (
    OVER,
    Colour,
    ColourMoment,
    MeetingKind,
    MeetingMode,
    Phase,
)
from beraad.texts import on_one_line

if TYPE_CHECKING:
    from beraad.services.charts import ScaleOverTime
    from beraad.services.gap_list import GapList
    from beraad.services.register import Register

__all__ = [
    "CaseLine",
    "CaseService",
    "CaseView",
    "ContactLine",
    "MeetingLine",
    "PersonLine",
    "SecretLine",
]


@dataclass(frozen=True, slots=True)
class SecretLine:
    """Phrase that may reach nobody else."""

    text: str
    visible_to: Readers
    why: str | None
    watch_also: tuple[str, ...] = ()
    watch_not: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """Meeting in the list of a case."""

    id: str
    number: int
    kind: MeetingKind
    mode: MeetingMode
    starts_at: str | None
    place: str | None
    agreed_at: str | None
    was_agreed: bool
    """True also if the plan changed since, and waits to be agreed again."""
    called_off: bool
    why_called_off: str | None
    has_content: bool
    """True if anything stands in it already."""
    versions: int
    """Number of plans that were agreed in it."""
    facilitator: str
    participants: tuple[str, ...]
    """Ids of those invited."""


@dataclass(frozen=True, slots=True)
class CaseView:
    """Case as its page shows it."""

    reference: str
    family_name: str
    municipality: str | None
    opened_on: dt.date | None
    phase: Phase | None
    phase_began: dt.date | None
    colour: Colour | None
    workers: tuple[str, ...]
    contact_person: str | None
    people: tuple[PersonLine, ...]
    feared: tuple[str, ...]
    """Ids of those from whom harm may come, as a danger statement of any meeting says."""
    secrets: tuple[SecretLine, ...]
    meetings: tuple[MeetingLine, ...]
    agreed_next: AgreedNext | None
    """Next meeting as agreed at the table, while it is not planned."""


class CaseService:
    """Service for the cases in the store; each wish is one transaction."""

    def __init__(
        self,
        store: Store,
        today: Callable[[], dt.date] = dt.date.today,
        now: Callable[[], dt.datetime] = dt.datetime.now,
        *,
        undo: CaseUndo | None = None,
    ) -> None:
        """With `undo`, each act that changes a case is added to it, so that it can be taken back."""
        self._store, self._undo = store, undo
        self._today, self._now = today, now
        self.planning = Planning(self._changing, now)
        self.course = Course(self._reading, self._changing, today)
        self.follow_up = FollowUp(self._reading, self._changing, now)
        self.note_drafts = NoteDrafts(self._reading, lambda reference: keeping(store, reference, now), now)
        self.revising = Revising(self._changing, now)

    @cached_property
    def register(self) -> Register:
        """Register of the papers that were handed out."""
        from beraad.services.register import Register  # noqa: PLC0415 - loads what prints

        return Register(lambda reference: reading(self._store, reference), self._changing)

    # -- seeing --------------------------------------------------------------------------------------

    def overview(self) -> tuple[CaseLine, ...]:
        """Return a line for every case: those that are over last; next meeting first, then by name."""
        return tuple(sorted(kept_lines(self._store), key=_place_in_list))

    def rebuild_overview(self) -> int:
        """Make the line of every case anew; return how many. Raises what saving raises."""
        return rebuild_lines(self._store)

    def line(self, reference: str) -> CaseLine:
        """Return the line of one case. Raises UnknownCase."""
        for line in kept_lines(self._store, reference):
            return line
        raise UnknownCase(reference=reference)

    def case(self, reference: str) -> CaseView:
        """Return one case whole. Raises UnknownCase."""
        with reading(self._store, reference) as case:
            return _view(case)

    def content(self, reference: str, meeting: str) -> MeetingContent:
        """Return the contents of a meeting, to read. Raises UnknownCase, UnknownMeeting."""
        with reading(self._store, reference) as case:
            if (found := case.meeting(meeting)) is None:
                raise UnknownMeeting(meeting=meeting)
            return content_of(case, found)

    def gaps(self, reference: str, meeting: str | None = None) -> GapList:
        """Return the gaps of a plan; see `gap_list`. Raises UnknownCase, NoMeeting, UnknownMeeting."""
        from beraad.services.gap_list import gap_list  # noqa: PLC0415 - the command line alone asks for it

        with reading(self._store, reference) as case:
            return gap_list(case, meeting)

    # -- in and out ----------------------------------------------------------------------------------

    def import_file(self, path: Path) -> str:
        """Import a case file, all or nothing; return its reference. Raises CaseFileError, ReferenceTaken."""
        return self.add(read_case_file(path))

    def add(self, case: Case) -> str:
        """Save a case that was read; return its reference. Raises ReferenceTaken."""
        reference = case.reference
        with self._store.unit_of_work() as work:
            if work.cases.has(reference):
                raise ReferenceTaken(reference=reference)
            search = LeakSearch(case)
            freeze_on_arrival(case, search)
            put_line(work, case, search)
            act = Acts(work, self._now).add(ActKind.CASE_IMPORTED, case)
            if self._undo is not None:
                self._undo.add(work, act, no_rows())
        return reference

    def not_watched(self, reference: str) -> tuple[str, ...]:
        """Return who has a detail that says there is none: to be told after an import. Raises UnknownCase."""
        with reading(self._store, reference) as case:
            return not_watched(case)

    def scales_over_time(self, reference: str, language: Language) -> tuple[ScaleOverTime, ...]:
        """Return every scale question that was asked twice or more, as a chart for the worker alone."""
        from beraad.services.charts import scales_over_time  # noqa: PLC0415 - loads what prints

        with reading(self._store, reference) as case:
            return scales_over_time(case, language)

    def export_file(self, reference: str, path: Path) -> int:
        """Write a case file; never a partial one. Raises UnknownCase, CaseNotWritten.

        Return how many scans of signed papers are left out: a case file has no place for them.
        """
        with reading(self._store, reference) as case:
            write_case_file(case, path)
            record(self._store, ActKind.CASE_EXPORTED, reference, clock=self._now)
            return sum(len(meeting.scans) for meeting in case.meetings)

    def save_calendar(self, out: Path, references: Sequence[str], language: Language) -> int:
        """Write the moments of these cases, or of all, for a calendar program; see `write_calendar`."""
        from beraad.services.calendars import write_calendar  # noqa: PLC0415 - loads what writes calendars

        return write_calendar(self._store, references, out, language, self._now().astimezone())

    # -- making and changing -------------------------------------------------------------------------

    def create(self, reference: str, family_name: str, municipality: str | None = None) -> None:
        """Make an empty case in its intensive phase, opened today. Raises ReferenceTaken, NotValid."""
        for field, value in (("reference", reference), ("family_name", family_name)):
            if not on_one_line(value).strip():
                raise NotValid(field=field, cause="missing")
        draft = checked(
            CaseDraft,
            reference=reference.strip(),
            family_name=family_name.strip(),
            municipality=(municipality or "").strip() or None,
            opened_on=self._today(),
        )
        with self._store.unit_of_work() as work:
            if work.cases.has(draft.reference):
                raise ReferenceTaken(reference=draft.reference)
            case = Case(**draft.values())
            phase = checked(PhaseEntryDraft, phase=Phase.INTENSIVE, from_=self._today())
            case.phases = [PhaseEntry(**phase.values())]
            Acts(work, self._now).add(ActKind.CASE_MADE, case)

    def colour(self, reference: str, colour: Colour) -> None:
        """Give the case a colour code today; the first is the one at the start."""
        with self._changing(ActKind.COLOUR_GIVEN, reference) as case:
            moment = ColourMoment.OTHER if case.colours else ColourMoment.START
            mark = ColourMark(colour=colour, on=self._today(), moment=moment, position=len(case.colours))
            case.colours.append(mark)

    def save_person(self, reference: str, wish: PersonLine) -> str:
        """Add (empty id) or change a person with all contact details; return the id. Raises NotValid."""
        with self._changing(ActKind.PERSON_CHANGED if wish.id else ActKind.PERSON_ADDED, reference) as case:
            return put_person(case, wish)

    def save_secrets(self, reference: str, wishes: Sequence[SecretLine]) -> None:
        """Replace the phrases that may reach nobody else."""
        drafts = [
            checked(
                SecretDraft,
                text=item.text.strip(),
                visible_to=item.visible_to,
                why=item.why,
                watch_also=list(item.watch_also),
                watch_not=list(item.watch_not),
            )
            for item in wishes
            if item.text.strip()
        ]
        with self._changing(ActKind.SECRETS_CHANGED, reference) as case:
            case.secrets = [Secret(**item.values(), position=n) for n, item in enumerate(drafts)]

    def save_workers(self, reference: str, workers: Sequence[str], contact_person: str | None) -> None:
        """Set the two fixed workers, and which of them is the family's fixed contact person."""
        with self._changing(ActKind.WORKERS_CHANGED, reference) as case:
            for person in (*workers, *((contact_person,) if contact_person else ())):
                if case.person(person) is None:
                    raise UnknownPerson(person=person)
            case.workers, case.contact_person = list(workers), contact_person

    def may_remove(self, reference: str, person: str) -> None:
        """Check that nothing refers to somebody. Raises UnknownPerson, StillNeeded."""
        with reading(self._store, reference) as case:
            require_free(case, person)

    def remove_person(self, reference: str, person: str) -> None:
        """Remove somebody to whom nothing refers, with their details. Raises UnknownPerson, StillNeeded."""
        with self._changing(ActKind.PERSON_REMOVED, reference) as case:
            remove_person(case, person)

    # -- inside --------------------------------------------------------------------------------------

    def _reading(self, reference: str) -> AbstractContextManager[Case]:
        return reading(self._store, reference)

    def _changing(self, kind: ActKind, reference: str) -> AbstractContextManager[Case]:
        return changing(self._store, kind, reference, self._now, self._undo)


def _view(case: Case) -> CaseView:
    return CaseView(
        reference=case.reference,
        family_name=case.family_name,
        municipality=case.municipality,
        opened_on=case.opened_on,
        phase=Phase(case.phases[-1].phase) if case.phases else None,
        phase_began=case.phases[-1].from_ if case.phases else None,
        colour=Colour(case.colours[-1].colour) if case.colours else None,
        workers=tuple(case.workers),
        contact_person=case.contact_person,
        people=tuple(map(person_line, case.people)),
        feared=feared_in(case),
        secrets=tuple(map(_secret_line, case.secrets)),
        meetings=tuple(
            MeetingLine(
                item.id,
                item.number,
                MeetingKind(item.kind),
                MeetingMode(item.mode),
                item.starts_at,
                item.place,
                item.agreed_at,
                item.was_agreed,
                item.is_called_off,
                item.cancelled_why if item.is_called_off else None,
                has_content(item),
                len(item.plan_versions),
                item.facilitator,
                tuple(seat.person for seat in item.participants),
            )
            for item in case.meetings
        ),
        agreed_next=agreed_next(case),
    )


def _secret_line(item: Secret) -> SecretLine:
    watched = tuple(item.watch_also), tuple(item.watch_not)
    return SecretLine(item.text, item.visible_to, item.why, *watched)


def _place_in_list(line: CaseLine) -> tuple[bool, str, tuple[str, str, str]]:
    return line.phase in OVER, line.meeting_starts_at or "9999", name_key(line.family_name)
