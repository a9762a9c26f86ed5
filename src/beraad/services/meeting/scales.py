"""Wishes about scale questions and the answers to them."""

from __future__ import annotations

from dataclasses import dataclass

from beraad.codes import ActKind
from beraad.disclosure.audience import Room, hears
from beraad.disclosure.views import AskingView
from beraad.models import Scale, Score, ShownAnswers, Statement
from beraad.places import Place
from beraad.readers import Readers
from beraad.services.errors import NotValid
from beraad.services.meeting.begun_rows import given
from beraad.services.meeting.open_rows import OpenRows
from beraad.services.meeting.statements import ADDED
from beraad.services.meeting.two_rooms import TwoRooms
from beraad.services.rows import blank_to_none, found, in_order, new_id
from beraad.terms import COLUMN_OF, RoomSees, Said, ScaleKind, StatementKind

KIND_OF_SAID = {Said.BECAUSE: StatementKind.EXISTING_SAFETY, Said.ONE_UP: StatementKind.NEXT_STEP}
"""Kind of statement that somebody's own words become; the facilitator can change it afterwards."""

SaidAt = tuple[str, str, Said]
"""Scale, person, and which of this person's words."""

ShownScores = frozenset[tuple[object, ...]]
"""Scores of a question, as far as the room sees them, compared to notice that one changed."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Person (id) to ask a question, with what this person sees of it."""

    person: str
    view: AskingView
    answered: bool
    speakers: tuple[str, ...]
    """Ids of those who may speak for this person, as in the view."""


class Scales:
    """Service that asks questions from 0 to 10 and takes everybody's score."""

    def __init__(self, open_rows: OpenRows, rooms: TwoRooms) -> None:
        self._open, self._rooms = open_rows, rooms
        self._kept: dict[SaidAt, str] = {}
        """Own words that became a statement, and the id of that."""
        self.released: frozenset[str] = frozenset()
        """Questions for which answers of the other room may be shown in this one; not saved."""

    def add(
        self,
        question: str,
        zero: str,
        ten: str,
        kind: ScaleKind = ScaleKind.SAFETY,
        visible_to: Readers | None = None,
    ) -> str:
        """Ask a question; both end points are in words. Return its id.

        Without readers it is for everyone, or of two rooms for the one in which it is asked.
        """
        with self._open.act(ActKind.SCALE_ADDED) as meeting:
            row = Scale(
                id=new_id("v"),
                kind=kind,
                question=question.strip(),
                zero=zero.strip(),
                ten=ten.strip(),
                visible_to=self._rooms.readers(visible_to),
            )
            meeting.scales.append(row)
            in_order(meeting.scales)
            # One that was removed may have had this id: nothing was released of the new one.
            self.released -= {row.id}
            return row.id

    def change(
        self,
        scale: str,
        *,
        question: str | None = None,
        zero: str | None = None,
        ten: str | None = None,
        visible_to: Readers | None = None,
    ) -> None:
        """Change the fields that are given."""
        with self._open.act(ActKind.SCALE_CHANGED) as meeting:
            row = found(meeting.scales, scale)
            for name, value in (("question", question), ("zero", zero), ("ten", ten)):
                if value is not None:
                    setattr(row, name, value.strip())
            if visible_to is not None:
                row.visible_to = self._rooms.chosen(row.visible_to, visible_to)

    def remove(self, scale: str) -> None:
        """Remove a question with its answers. After undo, answers of another room are not released."""
        self.released -= {scale}
        with self._open.act(ActKind.SCALE_REMOVED) as meeting:
            meeting.scales.remove(found(meeting.scales, scale))
            in_order(meeting.scales)
            meeting.shown_answers = [row for row in meeting.shown_answers if row.scale != scale]

    def score(
        self,
        scale: str,
        person: str,
        value: int | None,
        *,
        declined: bool = False,
        spoken_by: str | None = None,
    ) -> None:
        """Save somebody's score: 0-10, or declined ("zeg ik liever niet"), or None to take it back."""
        _check(value)
        with self._open.act(ActKind.SCORE_GIVEN):
            self._write(scale, person, value, declined=declined, spoken_by=spoken_by)

    def give(
        self,
        scale: str,
        person: str,
        value: int | None,
        *,
        declined: bool = False,
        spoken_by: str | None = None,
        because: str | None = None,
        one_up: str | None = None,
    ) -> None:
        """Save a whole score at once, in place of an earlier one; see `score` and `explain`."""
        _check(value)
        with self._open.act(ActKind.SCORE_GIVEN):
            row = self._write(scale, person, value, declined=declined, spoken_by=spoken_by)
            row.because = blank_to_none(because)
            row.one_up = blank_to_none(one_up)
        for said in Said:
            # Other words, which may become a statement anew.
            self._kept.pop((scale, person, said), None)

    def explain(
        self, scale: str, person: str, *, because: str | None = None, one_up: str | None = None
    ) -> None:
        """Save why the number is not lower, and what would be one higher."""
        with self._open.act(ActKind.SCORE_GIVEN):
            row = self._score(scale, person)
            if because is not None:
                row.because = blank_to_none(because)
            if one_up is not None:
                row.one_up = blank_to_none(one_up)

    def keep(self, scale: str, person: str, said: Said) -> str | None:
        """Make a statement of somebody's own words, for whoever may see the question; return its id.

        Of two rooms it is for those of them in the room in which this person sits, until it is released.

        The reason why it is no lower goes well; what would be one higher is a next step. Return None if
        nothing was said, or if it was done already.
        """
        row: Scale = found(self._open.meeting.scales, scale)
        text = next((getattr(item, said.value) for item in row.scores if item.person == person), None)
        if not text or (scale, person, said) in self.kept:
            return None
        kind = KIND_OF_SAID[said]
        with self._open.act(ADDED[COLUMN_OF[kind]]) as meeting:
            made = Statement(
                id=new_id("s"),
                column=COLUMN_OF[kind],
                kind=kind,
                text=text.strip(),
                by=person,
                visible_to=self._rooms.own_words(row.visible_to, person),
            )
            meeting.statements.append(made)
            in_order(meeting.statements)
            name = str(made.id)
        self._kept[scale, person, said] = name
        return name

    @property
    def kept(self) -> frozenset[SaidAt]:
        """Own words that are a statement of this meeting now: made here, or found there word for word."""
        statements = {row.id: row for row in self._open.meeting.statements}
        literally = {(row.column, row.by, row.text) for row in statements.values()}
        return frozenset(
            (scale.id, score.person, said)
            for scale in self._open.meeting.scales
            for score in scale.scores
            for said in Said
            if self._kept.get((scale.id, score.person, said)) in statements
            or (
                COLUMN_OF[KIND_OF_SAID[said]],
                score.person,
                (getattr(score, said.value) or "").strip(),
            )
            in literally
        )

    def askings(self, scale: str, room: Room) -> tuple[Asking, ...]:
        """Return who in the room can be asked on a screen of their own, in the order of the table.

        Left out is who may not see the question, or to whom its words would tell too much.
        """
        row: Scale = found(self._open.meeting.scales, scale)
        disclosure = self._open.disclosure
        answered = {item.person for item in row.scores if item.value is not None or item.declined}
        asked = (
            (item.person, disclosure.asking(scale, item.person, room))
            for item in self._open.meeting.participants
            if item.person in room.people
        )
        return tuple(
            Asking(person, view, person in answered, disclosure.speakers(person, room))
            for person, view in asked
            if view is not None
        )

    def shown_scores(self, scale: str, sees: RoomSees, room: Room) -> ShownScores:
        """Return what `room` would see of the scores under `sees`; nothing for a question that is gone."""
        meeting = self._open.meeting
        row = next((item for item in meeting.scales if item.id == scale), None)
        all_scores = row.scores if row is not None else ()
        scores = [item for item in all_scores if hears(meeting, room, scale, item.person)]
        match sees:
            case RoomSees.NOTHING:
                return frozenset()
            case RoomSees.WORDS:
                said = ((item.person, item.because, item.one_up) for item in scores)
                return frozenset(item for item in said if any(item[1:]))
            case RoomSees.ALL | RoomSees.CIRCLES:
                given = ((item.person, item.value, item.declined) for item in scores)
                return frozenset(item for item in given if item[1] is not None or item[2])

    def keep_shown(self, scale: str, sees: RoomSees, room: Room) -> None:
        """Save what a room sees of the scores, before it does: next time it sees no more of them."""
        showing = self._open.disclosure.showing(scale, room, sees)
        if showing is None:
            return
        row = ShownAnswers(
            scale=scale,
            sees=sees,
            circles=[list(group) for group in showing.circles],
            given_by=list(showing.given_by),
            shown_to=[seat.person for seat in self._open.meeting.participants if seat.person in room.people],
        )
        if any(_same_showing(row, kept) for kept in self._open.meeting.shown_answers):
            return
        row.at = self._open.now()
        with self._open.act(ActKind.ANSWERS_SHOWN) as meeting:
            meeting.shown_answers.append(row)
            in_order(meeting.shown_answers)

    def _write(
        self, scale: str, person: str, value: int | None, *, declined: bool, spoken_by: str | None
    ) -> Score:
        row = self._score(scale, person)
        row.value = None if declined else value
        row.declined = declined
        row.spoken_by = spoken_by
        given(self._open.meeting, Place.score(scale, person))
        return row

    def _score(self, scale: str, person: str) -> Score:
        row: Scale = found(self._open.meeting.scales, scale)
        for score in row.scores:
            if score.person == person:
                return score
        score = Score(person=person)
        row.scores.append(score)
        in_order(row.scores)
        return score


def _same_showing(one: ShownAnswers, other: ShownAnswers) -> bool:
    return all(
        getattr(one, name) == getattr(other, name)
        for name in ("scale", "sees", "circles", "given_by", "shown_to")
    )


def _check(value: int | None) -> None:
    if value is not None and not 0 <= value <= 10:
        raise NotValid(field="value", cause="out_of_range")
