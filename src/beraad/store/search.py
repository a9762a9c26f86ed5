"""Index of the words in all cases, in memory: nothing of it is on disk, so nothing deleted stays there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, bindparam, literal, select
from sqlmodel import col

from beraad.models import Agreement, Case, Meeting, Person, Statement
from beraad.places import Place, below
from beraad.store.sqlite.word_index import IndexedCase, IndexedText, WordIndex, words_of
from beraad.store.unit_of_work import UnitOfWork

MOST = 200
"""Most places that one search returns."""

_AT_ONCE = 100
"""Number of cases that are read together; between two such groups the reading can be stopped."""


@dataclass(frozen=True, slots=True)
class Found:
    """Place where words were found: the case, the path in it, and the text as it is written there."""

    reference: str
    family_name: str
    place: Place
    """Place of the text, such as `meetings/b1/statements/s3/text`."""
    meeting: int | None
    """Number of the meeting; None outside a meeting."""
    text: str


class SearchIndex:
    """Index that finds texts in which every searched word begins a word, ignoring case and accents.

    Names come before other texts, and within these the newest case first. One thread at a time may use it.
    """

    def __init__(self) -> None:
        self._words = WordIndex()

    def read(
        self,
        unit: UnitOfWork,
        keys: Collection[int] | None = None,
        tell: Callable[[int, int], None] = lambda _at, _of: None,
    ) -> None:
        """Read these cases (all, without `keys`) into the index, in place of their former texts.

        `tell` is called with the number of cases read, and of all; an exception from it stops the reading.
        Raises DatabaseDamaged.
        """
        if keys is None:
            keys = [row[0] for row in unit.cases.read(_KEYS)]
        wanted = sorted(keys)
        for begin in range(0, len(wanted), _AT_ONCE):
            tell(begin, len(wanted))
            together = wanted[begin : begin + _AT_ONCE]
            self._words.replace(together, _read(unit, together))
        tell(len(wanted), len(wanted))

    def find(self, words: str, most: int = MOST) -> tuple[Found, ...]:
        """Return the texts that hold all these words; no words, no texts."""
        found = self._words.find(words, most)
        return tuple(
            Found(reference, family, Place.parse(place), meeting, text)
            for reference, family, place, meeting, text in found
        )

    def close(self) -> None:
        """Close the index and forget everything; a second call does nothing."""
        self._words.close()


def _read(unit: UnitOfWork, keys: Sequence[int]) -> list[IndexedCase]:
    """Return these cases with their names and texts, as far as they are there."""
    texts: dict[int, list[IndexedText]] = {key: [] for key in keys}

    def put(
        key: int, place: str, text: str | None, *, meeting: int | None = None, name: bool = False
    ) -> None:
        if text:
            texts[key].append(IndexedText(place, meeting, text, name))

    cases: list[IndexedCase] = []
    for key, reference, family, municipality in unit.cases.read(_CASES.params(keys=keys)):
        cases.append(IndexedCase(key, reference, family, texts[key]))
        put(key, "reference", reference, name=True)
        put(key, "family_name", family, name=True)
        put(key, "municipality", municipality)
    for key, place, name, called, organisation in unit.cases.read(_PEOPLE.params(keys=keys)):
        put(key, below(place, "name"), name, name=True)
        # Lisa is found as Lisa de Wit already.
        if called and not set(words_of(called)) <= set(words_of(name)):
            put(key, below(place, "called"), called, name=True)
        put(key, below(place, "organisation"), organisation)
    for query, *fields in _IN_MEETINGS:
        for key, place, number, *written in unit.cases.read(query.params(keys=keys)):
            for field, text in zip(fields, written, strict=True):
                put(key, below(place, field), text, meeting=number)
    return cases


def _place(*parts: Any) -> ColumnElement[str]:
    """Return the text form of a place, of which some parts are columns."""
    place: ColumnElement[str] = literal(parts[0])
    for part in parts[1:]:
        place = place + "/" + part
    return place


def _in_meetings(kind: Any, name: str, *fields: str) -> tuple[Any, ...]:
    """Return a query for a list of the meetings, newest meeting first, and the names of its texts."""
    place = _place("meetings", col(Meeting.id), name, col(kind.id))
    query = (
        select(col(Meeting.case_pk), place, col(Meeting.number), *(getattr(kind, field) for field in fields))
        .join(Meeting, col(kind.meeting_pk) == col(Meeting.pk))
        .where(_of_keys(col(Meeting.case_pk)))
        .order_by(col(Meeting.position).desc(), col(kind.position))
    )
    return query, *fields


def _of_keys(column: Any) -> Any:
    return column.in_(bindparam("keys", expanding=True))


_KEYS: Any = select(col(Case.pk))
_CASES: Any = select(col(Case.pk), col(Case.reference), col(Case.family_name), col(Case.municipality)).where(
    _of_keys(col(Case.pk))
)
_PEOPLE: Any = (
    select(
        col(Person.case_pk),
        _place("people", col(Person.id)),
        col(Person.name),
        col(Person.called),
        col(Person.organisation),
    )
    .where(_of_keys(col(Person.case_pk)))
    .order_by(col(Person.position))
)
_PLACES: Any = (
    select(col(Meeting.case_pk), _place("meetings", col(Meeting.id)), col(Meeting.number), col(Meeting.place))
    .where(_of_keys(col(Meeting.case_pk)))
    .order_by(col(Meeting.position).desc())
)
_IN_MEETINGS: tuple[tuple[Any, ...], ...] = (
    (_PLACES, "place"),
    _in_meetings(Statement, "statements", "text"),
    _in_meetings(Agreement, "agreements", "what", "measured_by", "fallback"),
)
