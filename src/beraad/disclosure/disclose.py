"""Disclosure of a case: a case and an audience in, frozen views out. Nothing else may be shown."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Container, Mapping

from beraad.disclosure.answers import answer_view
from beraad.disclosure.audience import Audience, Eye, Facilitator, File, Reader, Room, hears, paper_of
from beraad.disclosure.card import card_beside
from beraad.disclosure.childs_copy import childs_copy, left_off
from beraad.disclosure.childs_views import ConsoleLeftOff
from beraad.disclosure.content import Safe, everything
from beraad.disclosure.document_digest import document_digest
from beraad.disclosure.leaks import Leak, LeakSearch
from beraad.disclosure.paper import adjoining_in, printed
from beraad.disclosure.proof import FILE_DIGEST, Answered, proof_of
from beraad.disclosure.reader_mentions import reader_of
from beraad.disclosure.revisions import revisions_of
from beraad.disclosure.room_scales import RoomScales
from beraad.disclosure.scale_history import scales_over_meetings
from beraad.disclosure.shared_views import SharedViews, ViewMaker
from beraad.disclosure.shown_before import Showing
from beraad.disclosure.signing_views import SigningView
from beraad.disclosure.versions import agreed_at, is_expired, version_of
from beraad.disclosure.view_search import ViewSearch
from beraad.disclosure.views import (
    AnswerView,
    AskingView,
    AttendanceView,
    HistoryView,
    MarksView,
    MeetingHead,
    NextMeetingView,
    PersonView,
    PlanBody,
    PlanView,
    ProofView,
    ReaderView,
    SpreadView,
    WallScaleView,
    canonical_json,
)
from beraad.models import Answer, Case, Meeting, PlanVersion, Scale
from beraad.models.names import told_apart
from beraad.models.person import is_child
from beraad.places import Place
from beraad.terms import (
    IN_THE_ROOM,
    AnswerShows,
    Decision,
    EvaluationItem,
    MeetingKind,
    MeetingMode,
    PlanPart,
    RoomSees,
    Strength,
)

COMMON_DIGEST = "*"
"""Key of the digest of what is for everyone. No id holds a star."""


@dataclasses.dataclass(frozen=True, slots=True)
class Copy:
    """View for one audience, and every leak in its free text. A view with a leak must not be given out."""

    view: PlanView
    leaks: tuple[Leak, ...]
    remarks: tuple[Leak, ...] = ()
    """Possible leaks: asked about, never withheld."""


class Disclosure:
    """One meeting of one case in its present state, and the views of it for each audience.

    Made anew after every change. Pass the `search` on while people, contact details and secrets stay
    the same, so that texts are folded once; pass the state `before`, so that unchanged views stay the
    same objects. `feared` are people whom the case fears now, where the plan is as it once was. `as_agreed`
    returns a meeting with its plan as it was agreed in a version; papers that others may see need it.
    """

    def __init__(
        self,
        case: Case,
        meeting: Meeting,
        search: LeakSearch | None = None,
        before: Disclosure | None = None,
        *,
        feared: Collection[str] = (),
        as_agreed: Callable[[Meeting, PlanVersion], Meeting] | None = None,
    ) -> None:
        self.case = case
        self.meeting = meeting
        self.search = search or LeakSearch(case)
        same = before is not None and before.search is self.search
        self.found: ViewSearch = ViewSearch(self.search, before.found if before and same else None)
        self._base = Place.meeting(meeting.id)
        self._feared = feared
        self._as_agreed = as_agreed
        self._people = {person.id: person for person in case.people}
        self.names = told_apart(case.people)
        """Names by id as the facilitator reads them: told apart among all people of the case."""
        self._maker = ViewMaker(case, meeting, self.found)
        self._made_for: dict[Audience, SharedViews] = {}
        self._digests: dict[str, str] = {}
        self._told_to: dict[str, tuple[Leak, ...]] = {}
        """Leaks in each person's copy, by id."""
        self._earlier: dict[str, Disclosure] = {}

    # -- what an audience gets -------------------------------------------------------------------

    def copy(self, audience: Audience) -> Copy:
        """Return the plan as `audience` may see it, with the leaks in what paper prints of it."""
        return self._searched(self._plan(audience), audience)

    def paper(self, person: str) -> Copy:
        """Return the paper of `person`: the copy, but for what somebody who may see it may not."""
        return self.copy(self._paper_of(person))

    def card(self, person: str) -> Copy | None:
        """Return the card with what this person's paper leaves out; None if it leaves nothing out."""
        reader, paper = Reader(person), self._paper_of(person)
        if not paper.seen_by:
            return None
        views = self._plan(paper), self._plan(reader)
        view = card_beside(*views, self.found, lambda body: self._reader(reader, body))
        return self._searched(view, reader) if view else None

    def _searched(self, view: PlanView, audience: Audience) -> Copy:
        told = self._told_on_paper(view, audience)
        possible = self.search.leaks(told, audience, Strength.POSSIBLE)
        return Copy(view, self.search.leaks(told, audience), possible)

    def _paper_of(self, person: str) -> Reader:
        return paper_of(self._people[person])

    def left_off(self, child: str) -> tuple[ConsoleLeftOff, ...]:
        """Return what is meant for a child and left off its copy; nothing for a reader of another copy."""
        return left_off(self._maker, self._eye(Reader(child)), self._feared)

    def leaks_to(self, person: str, strength: Strength = Strength.CERTAIN) -> tuple[Leak, ...]:
        """Return the leaks that would withhold this person's copy, on paper and screen, or possible ones.

        The result is that of `copy`, but the whole view is made only if a text tells something that this
        person may not have: in most plans no text does.
        """
        reader = Reader(person)
        if not self.search.kept_from(reader):
            return ()
        if person not in self._told_to:
            self._told_to[person] = self._told_on_paper(self._plan(reader, judged=False), reader)
        if not self.search.leaks(self._told_to[person], reader, strength):
            return ()
        return self.search.leaks(self._told_on_paper(self._plan(reader), reader), reader, strength)

    def _told_on_paper(self, view: PlanView, audience: Audience) -> tuple[Leak, ...]:
        """Return what the copy tells that this audience may not have."""
        place_of = self.found.place_of
        return self.found.read(audience, printed(view, place_of), adjoining_in(view, place_of))

    def digest(self, person: str) -> str:
        """Return the SHA-256 (hex) of this person's own view of the plan; it is stored with an answer."""
        if person not in self._digests:
            self._digests[person] = self._digest_of(Reader(person))
        return self._digests[person]

    def document_digest(self, person: str) -> str:
        """Return the SHA-256 (hex) of all that this person's document says.

        That of the document on the signing screen is stored with an answer. Nobody is asked again because of
        it: the next meeting is settled after the answers, and a number that changes is no change of what was
        agreed.
        """
        return document_digest(self._plan(Reader(person), judged=False))

    def is_outdated(self, answer: Answer) -> bool:
        """Return True if this person's own view changed after the answer; False if no digest was kept."""
        digest = self.meeting.answered_for(answer)
        return digest is not None and digest != self.digest(answer.person)

    def digests(self) -> dict[str, str]:
        """Return the digests by person id, and those of the file and of what is for everyone."""
        return {
            FILE_DIGEST: self._digest_of(File()),
            COMMON_DIGEST: self._common_digest(),
            **{person.id: self.digest(person.id) for person in self.case.people},
        }

    def signing(self, person: str, room: Room | None = None) -> tuple[SigningView, tuple[Leak, ...]]:
        """Return the own copy of `person` for the signing screen, with the leaks that forbid showing it.

        It tells who else in this `room` answered; without a room, who of all that are there.
        """
        reader = Reader(person)
        copy = self.copy(reader)
        digests = self.digest(person), document_digest(copy.view)
        return SigningView(copy.view, *digests, self.answered(reader, room)), copy.leaks

    def spreads_without_names(self, scale: Scale, room: Room) -> tuple[SpreadView, ...]:
        """Return what the room would see of the answers to a scale per circle."""
        return self._room_scales(room).without_names(scale)

    def showing(self, scale: str, room: Room, sees: RoomSees) -> Showing | None:
        """Return what the room sees of the answers to a scale, to keep for the next time; None if nothing."""
        item = next((row for row in self.meeting.scales if row.id == scale), None)
        return self._room_scales(room).showing(item, sees) if item is not None else None

    def absent_then(self, scale: Scale, room: Room) -> frozenset[str]:
        """Return the ids of those in the room who did not see what was shown of this question last time."""
        return self._room_scales(room).absent_then(scale)

    def asking(self, scale: str, person: str, room: Room) -> AskingView | None:
        """Return the question for `person` alone, with names as on the wall of this `room`.

        Return None if it is not for this person, or would leak something.
        """
        reader = Reader(person)
        item = next(row for row in self.meeting.scales if row.id == scale)
        if not self._eye(reader).may_see(item.visible_to):
            return None
        people = self._for(room).people
        speakers = tuple(people[one] for one in self.speakers(person, room))
        view = AskingView(item.question, item.zero, item.ten, people[person], speakers)
        leaks = self.found.leaks(view, reader, self._base / Place.scale(scale))
        return None if leaks else view

    def speakers(self, person: str, room: Room) -> tuple[str, ...]:
        """Return the ids of the grown-ups in the room who may speak for `person`, if that is a child."""
        day = self.meeting.day_of_ages
        if not is_child(self._people[person], day):
            return ()
        others = (one for one in self.case.people if one.id in room.people and one.id != person)
        return tuple(one.id for one in others if not is_child(one, day))

    # -- how a plan view is made -----------------------------------------------------------------

    def _plan(self, audience: Audience, *, judged: bool = True) -> PlanView:
        """Return the plan; with `judged` False without what takes digests."""
        meeting = self.meeting
        whole = isinstance(audience, Facilitator | File)
        digests = self._digest_at, self._digest_then
        agreed = agreed_at(meeting, audience, *digests) if judged else self._ever_agreed
        head = MeetingHead(
            number=meeting.number,
            kind=MeetingKind(meeting.kind),
            mode=MeetingMode(meeting.mode),
            starts_at=meeting.starts_at,
            place=meeting.place,
            facilitator=self._for(audience).people[meeting.facilitator].called,
            agreed_at=agreed,
            # Only a copy of an agreed plan names the invited: those who signed and those who did not.
            participants=self.attendance(audience) if whole or self._ever_agreed else (),
            revisions=revisions_of(meeting, audience, agreed, self._for(audience).people) if judged else (),
        )
        body = self.body(audience)
        return PlanView(
            reference=self.case.reference,
            family_name=self.case.family_name,
            meeting=self.found.at(self._base, head),
            version=version_of(self.case, meeting, audience, *digests) if judged else 0,
            body=body,
            contacts=self._for(audience).contacts.seen_by(self._eye(audience)),
            answers=self._answers(audience, judged=judged),
            next_meeting=self.next_meeting(),
            reader=self._reader(audience, body),
            child=childs_copy(self._maker, self._eye(audience), self._feared),
            marks=_marks(self.meeting) if whole else (),
            overrides=tuple((item.gap, item.reason) for item in meeting.overrides) if whole else (),
            proof=_proof(self, self._for(File()).people) if judged and isinstance(audience, File) else None,
            history=self.history(audience),
            expired=judged and is_expired(self.case, self.meeting, audience, *digests),
        )

    def body(
        self,
        audience: Audience,
        *,
        safe: Safe = everything,
        parts: Container[PlanPart] = frozenset(PlanPart),
    ) -> PlanBody:
        """Return the content of the plan for `audience`; see `Content.body`."""
        return self._for(audience).content.body(self._eye(audience), safe=safe, parts=parts)

    def scales(
        self, room: Room, sees: Mapping[str, RoomSees], *, safe: Safe = everything
    ) -> tuple[WallScaleView, ...]:
        """Return the scale questions for the wall; `sees` says by id what the room sees of the answers."""
        shown = [item for item in self.meeting.scales if sees.get(item.id) is RoomSees.ALL]
        eye = self._eye(room)
        named = {
            score.person
            for item in shown
            if eye.may_see(item.visible_to)
            for score in item.scores
            if hears(self.meeting, room, item.id, score.person)
        }
        people = self._maker.of(self._known_to(room) | named).people if named else self._for(room).people
        return tuple(RoomScales(self.case, self.meeting, people, eye).seen(sees, safe))

    def named(self, person: str, room: Room) -> PersonView:
        """Return somebody as the wall of this `room` names this person."""
        return self._for(room).people[person]

    # -- how people are named --------------------------------------------------------------------------

    def _for(self, audience: Audience) -> SharedViews:
        """Return all views with the names as `audience` reads them."""
        if not self._maker.depends:
            return self._maker.of(())
        if audience not in self._made_for:
            self._made_for[audience] = self._maker.of(self._known_to(audience))
        return self._made_for[audience]

    def _known_to(self, audience: Audience) -> frozenset[str]:
        return self._maker.known_to(self._eye(audience), agreed=bool(self._ever_agreed))

    def _room_scales(self, room: Room) -> RoomScales:
        return RoomScales(self.case, self.meeting, self._for(room).people, self._eye(room))

    def _eye(self, audience: Audience) -> Eye:
        return self.search.eye(audience)

    def _answers(self, audience: Audience, *, judged: bool) -> tuple[AnswerView, ...]:
        return tuple(
            self._answer(item, audience, judged and self._is_outdated_for(item, audience))
            for item in self.meeting.answers
        )

    def _answer(self, answer: Answer, audience: Audience, outdated: bool) -> AnswerView:
        made, reads = self._for(audience), _read_by(audience, answer)
        key = answer.person, reads, outdated
        if key not in made.answers:
            view = answer_view(answer, made.people[answer.person], reads, outdated=outdated)
            made.answers[key] = self.found.at(self._base / Place.answer(answer.person), view)
        return made.answers[key]

    def answered(self, audience: Audience, room: Room | None = None) -> tuple[tuple[PersonView, bool], ...]:
        """Return the people in the room, and whether each answered for the plan as it is now.

        It says only what `audience` may know. The room is the audience itself or `room`; without either,
        everybody who is there.
        """
        seen = audience if isinstance(audience, Room) else room
        people = self._for(audience).people
        done = {
            answer.person
            for answer in self.meeting.answers
            if answer.decision != Decision.ABSENT and not self._is_outdated_for(answer, audience)
        }
        return tuple(
            (people[item.person], item.person in done)
            for item in self.meeting.participants
            if item.attendance in IN_THE_ROOM and (seen is None or item.person in seen.people)
        )

    def attendance(self, audience: Audience) -> tuple[AttendanceView, ...]:
        """Return who was invited and who came; for a room, only the people in it."""
        everybody = zip(self._for(audience).attendance, self.meeting.participants, strict=True)
        room = audience.people if isinstance(audience, Room) else None
        return tuple(view for view, item in everybody if room is None or item.person in room)

    def next_meeting(self) -> NextMeetingView | None:
        """Return the time and place of the next meeting; None if there is none."""
        coming = self.case.next_after(self.meeting)
        if coming is None:
            return None
        return self.found.at(self._base / "next_meeting", NextMeetingView(coming.starts_at, coming.place))

    def history(self, audience: Audience) -> tuple[HistoryView, ...]:
        """Return every question that was asked at two meetings or more up to this one.

        Return nothing for an audience that does not see the whole file.
        """
        if not isinstance(audience, Facilitator | File):
            return ()
        return tuple(scales_over_meetings(self.case, self.meeting, self._for(audience).people))

    def _reader(self, audience: Audience, body: PlanBody) -> ReaderView | None:
        person = self._people.get(audience.person) if isinstance(audience, Reader) else None
        if person is None:
            return None
        called = self._for(audience).people[person.id]
        return reader_of(self.case, person, called, self.meeting.day_of_ages, body)

    def at(self, meeting: Meeting) -> Disclosure:
        """Return the disclosure of an earlier meeting of the same case."""
        if meeting.id not in self._earlier:
            self._earlier[meeting.id] = Disclosure(
                self.case, meeting, self.search, feared=self._feared, as_agreed=self._as_agreed
            )
        return self._earlier[meeting.id]

    def _digest_at(self, meeting: Meeting, audience: Audience) -> str:
        return (self if meeting is self.meeting else self.at(meeting)).digest_for(audience)

    def _digest_then(self, meeting: Meeting, version: PlanVersion, audience: Audience) -> str | None:
        """Return the digest of an agreed plan for a reader, or for the file; None if it is not known."""
        if not isinstance(audience, Reader) or audience.alone:
            return version.digests.get(audience.person if isinstance(audience, Reader) else FILE_DIGEST)
        # Who may see a paper is known now, and may not have been when it was agreed.
        then = self._as_agreed(meeting, version) if self._as_agreed else None
        return Disclosure(self.case, then, self.search).digest_for(audience) if then else None

    def digest_for(self, audience: Audience) -> str:
        """Return the SHA-256 (hex) of the content of the plan as `audience` may see it."""
        alone = audience.alone if isinstance(audience, Reader) else None
        return self.digest(alone) if alone else self._digest_of(audience)

    def _digest_of(self, audience: Audience) -> str:
        return self.body(audience).digest(self._in_json)

    def _in_json(self, view: object) -> str:
        """Return the canonical JSON of an item, made once for all readers."""
        placed = self.found.placed(view)
        if placed is None:
            return canonical_json(view)
        if placed.in_json is None:
            placed.in_json = canonical_json(view)
        return placed.in_json

    # -- what changed, as far as an audience may know --------------------------------------------------

    @property
    def _ever_agreed(self) -> str | None:
        """Moment at which this plan or one before it was agreed: then a copy names who has not signed."""
        versions = self.meeting.plan_versions
        return self.meeting.agreed_at or (versions[-1].agreed_at if versions else None)

    def _is_outdated_for(self, answer: Answer, audience: Audience) -> bool:
        """Return `is_outdated`, as far as `audience` may know.

        That somebody else is asked again would tell that something was left out. It is told only if
        something changed that is for everyone.
        """
        own = isinstance(audience, Reader) and audience.alone == answer.person
        if own or isinstance(audience, Facilitator | File):
            return self.is_outdated(answer)
        digest = self.meeting.answered_for(answer)
        versions = [item.digests for item in self.meeting.plan_versions]
        then = [item.get(COMMON_DIGEST) for item in versions if digest and item.get(answer.person) == digest]
        return bool(then) and then[-1] not in (None, self._common_digest())

    def _common_digest(self) -> str:
        if COMMON_DIGEST not in self._digests:
            # An empty room sees what is for everyone and nothing else.
            self._digests[COMMON_DIGEST] = self._digest_of(Room(frozenset()))
        return self._digests[COMMON_DIGEST]


def _read_by(audience: Audience, answer: Answer) -> AnswerShows:
    """Return what `audience` reads of an answer: all of it for its giver, the facilitator and the file."""
    own = isinstance(audience, Reader) and audience.alone == answer.person
    whole = own or isinstance(audience, Facilitator | File)
    return AnswerShows.WORDS if whole else AnswerShows(answer.shows)


def _marks(meeting: Meeting) -> tuple[MarksView, ...]:
    return tuple(
        MarksView(tuple(getattr(item, mark.value) for mark in EvaluationItem)) for item in meeting.evaluations
    )


def _proof(disclosure: Disclosure, people: Mapping[str, PersonView]) -> ProofView | None:
    """Return the proof of the answers to the plan of a disclosure, with the names of `people`."""
    case, meeting = disclosure.case, disclosure.meeting
    answered = {
        item.person: Answered(item, meeting.answered_for(item), outdated=disclosure.is_outdated(item))
        for item in meeting.answers
    }
    there = dict.fromkeys((*(item.person for item in meeting.participants), *answered))
    documents = {person: disclosure.document_digest(person) for person in there}
    papers = {item.id: disclosure.digest_for(paper_of(item)) for item in case.people if item.id in there}
    return proof_of(case, meeting, people, {**disclosure.digests(), **papers}, documents, answered)
