"""Index of the words in all cases, in memory: nothing of it is on disk, so nothing deleted stays there.

SQLite's own full text search keeps deleted words in the file, whatever its settings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Self

import sqlcipher3.dbapi2 as driver
from sqlalchemy import ColumnElement, Select, String, literal, select
from sqlmodel import col

from beraad.alphabet import folded
from beraad.models import Agreement, Case, Meeting, Person, Statement
from beraad.store.unit_of_work import UnitOfWork

MOST = 200
"""Most places that one search returns."""

_TABLE = """
CREATE VIRTUAL TABLE words USING fts5(
    folded, reference UNINDEXED, place UNINDEXED, written UNINDEXED,
    tokenize = "unicode61 remove_diacritics 0", prefix = '1 2 3'
)
"""


@dataclass(frozen=True, slots=True)
class Found:
    """Place where words were found: the case, the path in it, and the text as it is written there."""

    reference: str
    place: str
    """Path into the case, such as `meetings/b1/statements/s3/text`."""
    text: str


class SearchIndex:
    """Index that finds texts in which every searched word begins a word, ignoring case and accents."""

    def __init__(self) -> None:
        self._connection: Any = driver.connect(":memory:")
        self._connection.execute("PRAGMA temp_store = MEMORY")
        self._connection.execute(_TABLE)

    @classmethod
    def of(cls, unit: UnitOfWork) -> Self:
        """Return an index of everything that a unit of work reads."""
        index = cls()
        rows = (
            (folded(text), reference, place, text)
            for query in _QUERIES
            for reference, place, text in unit.cases.read(query)
            if text
        )
        index._connection.executemany("INSERT INTO words VALUES (?, ?, ?, ?)", rows)
        return index

    def find(self, words: str, most: int = MOST) -> tuple[Found, ...]:
        """Return the texts that hold all these words, in the order of the cases; no words, no texts."""
        asked = " ".join(f'"{word}" *' for word in _words(words))
        if not asked:
            return ()
        found = self._connection.execute(
            "SELECT reference, place, written FROM words WHERE words MATCH ? ORDER BY rowid LIMIT ?",
            (asked, most),
        )
        return tuple(Found(*row) for row in found)

    def close(self) -> None:
        """Close the index and forget everything."""
        self._connection.close()


def _words(text: str) -> Iterator[str]:
    """The words as the index takes them apart: what is no letter and no digit stands between two."""
    yield from "".join(sign if sign.isalnum() else " " for sign in folded(text)).split()


Query = Select[tuple[str, str, str]]
"""Query for rows of a reference, a place and a text."""


def _place(*parts: Any) -> ColumnElement[str]:
    place: ColumnElement[str] = literal("", String)
    for part in parts:
        place = place + part
    return place


def _in_cases(*fields: str) -> Iterator[Query]:
    for field in fields:
        text = col(getattr(Case, field))
        yield select(col(Case.reference), literal(field), text).order_by(col(Case.reference))


def _in_people(*fields: str) -> Iterator[Query]:
    for field in fields:
        place = _place("people/", col(Person.id), f"/{field}")
        yield (
            select(col(Case.reference), place, col(getattr(Person, field)))
            .join(Person, col(Person.case_pk) == col(Case.pk))
            .order_by(col(Case.reference), col(Person.position))
        )


def _in_meetings(kind: Any = None, name: str = "", fields: Sequence[str] = ()) -> Iterator[Query]:
    for field in fields:
        inside = (name, col(kind.id), "/") if kind else ()
        place = _place("meetings/", col(Meeting.id), "/", *inside, field)
        query = select(col(Case.reference), place, col(getattr(kind or Meeting, field))).join(
            Meeting, col(Meeting.case_pk) == col(Case.pk)
        )
        order = [col(Case.reference), col(Meeting.position)]
        if kind:
            query = query.join(kind, col(kind.meeting_pk) == col(Meeting.pk))
            order.append(col(kind.position))
        yield query.order_by(*order)


_QUERIES: tuple[Query, ...] = (
    *_in_cases("reference", "family_name", "municipality"),
    *_in_people("name", "called", "organisation"),
    *_in_meetings(fields=("place",)),
    *_in_meetings(Statement, "statements/", ("text",)),
    *_in_meetings(Agreement, "agreements/", ("what", "measured_by", "fallback")),
)
