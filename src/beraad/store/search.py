"""Index of the words in all cases, in memory: nothing of it is on disk, so nothing deleted stays there.

SQLite's own full text search keeps deleted words in the file, whatever is asked of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import sqlcipher3.dbapi2 as driver
from sqlalchemy import ColumnElement, bindparam, literal, select
from sqlmodel import col

from beraad.alphabet import folded
from beraad.models import Agreement, Case, Meeting, Person, Statement
from beraad.store.unit_of_work import UnitOfWork

MOST = 200
"""Most places that one search returns."""

_AT_ONCE = 100
"""Number of cases that are read together; between two such groups the reading can be stopped."""

_BITS = 20
"""Bits of an id in the index that say the place in a case; those above are the key of the case."""

_TABLES = """
PRAGMA temp_store = MEMORY;
PRAGMA secure_delete = ON;
CREATE TABLE cases (pk INTEGER PRIMARY KEY, reference TEXT, family_name TEXT);
CREATE TABLE items (id INTEGER PRIMARY KEY, place TEXT, meeting INTEGER, written TEXT);
CREATE VIRTUAL TABLE names USING fts5(
    words, content = '', contentless_delete = 1, detail = none, tokenize = ascii, prefix = '1 2 3'
);
CREATE VIRTUAL TABLE texts USING fts5(
    words, content = '', contentless_delete = 1, detail = none, tokenize = ascii, prefix = '1 2 3'
);
"""

_WORD = re.compile(r"[^\W_]+")

_FIND = """
SELECT reference, family_name, place, meeting, written FROM {table}
CROSS JOIN items ON items.id = {table}.rowid CROSS JOIN cases ON cases.pk = {table}.rowid >> 20
WHERE {table} MATCH ? ORDER BY {table}.rowid DESC LIMIT ?
"""
_ADD = "INSERT INTO {table} (rowid, words) VALUES (?, ?)"
_DROP = "DELETE FROM {table} WHERE rowid IN (SELECT id FROM items WHERE id BETWEEN ? AND ?)"


@dataclass(frozen=True, slots=True)
class Found:
    """Place where words were found: the case, the path in it, and the text as it is written there."""

    reference: str
    family_name: str
    place: str
    """Path into the case, such as `meetings/b1/statements/s3/text`."""
    meeting: int | None
    """Number of the meeting; None outside a meeting."""
    text: str


class _Item(NamedTuple):
    """Text of a case, as it is read."""

    place: str
    meeting: int | None
    text: str
    is_name: bool


class SearchIndex:
    """Index that finds texts in which every searched word begins a word, ignoring case and accents.

    Names come before other texts, and within these the newest case first. One thread at a time may use it.
    """

    def __init__(self) -> None:
        self._connection: Any = driver.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._connection.executescript(_TABLES)

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
            self._replace(unit, wanted[begin : begin + _AT_ONCE])
        tell(len(wanted), len(wanted))

    def find(self, words: str, most: int = MOST) -> tuple[Found, ...]:
        """Return the texts that hold all these words; no words, no texts."""
        asked = " ".join(f'"{word}" *' for word in _words(words))
        if not asked:
            return ()
        found: list[Found] = []
        for table in ("names", "texts"):
            query = _FIND.format(table=table)
            found += [Found(*row) for row in self._connection.execute(query, (asked, most - len(found)))]
        return tuple(found)

    def close(self) -> None:
        """Close the index and forget everything; a second call does nothing."""
        self._connection.close()

    def _replace(self, unit: UnitOfWork, keys: Sequence[int]) -> None:
        cases, items = _read(unit, keys)
        run, run_many = self._connection.execute, self._connection.executemany
        run("BEGIN")
        for key in keys:
            inside = key << _BITS, ((key + 1) << _BITS) - 1
            for table in ("names", "texts"):
                run(_DROP.format(table=table), inside)
            run("DELETE FROM items WHERE id BETWEEN ? AND ?", inside)
            run("DELETE FROM cases WHERE pk = ?", (key,))
        run_many("INSERT INTO cases VALUES (?, ?, ?)", cases)
        run_many("INSERT INTO items VALUES (?, ?, ?, ?)", ((id_, *item[:3]) for id_, item in items))
        for table, of_names in (("names", True), ("texts", False)):
            rows = ((id_, " ".join(_words(item.text))) for id_, item in items if item.is_name is of_names)
            run_many(_ADD.format(table=table), rows)
        run("COMMIT")


def _read(
    unit: UnitOfWork, keys: Sequence[int]
) -> tuple[list[tuple[int, str, str]], list[tuple[int, _Item]]]:
    """Return key, reference and family name of each case, and the texts by ascending id.

    In a case the first text has the highest id, as results are sorted down.
    """
    cases: list[tuple[int, str, str]] = []
    texts: dict[int, list[_Item]] = {}
    for pk, reference, family, municipality in unit.cases.read(_CASES.params(keys=keys)):
        cases.append((pk, reference, family))
        texts[pk] = [_Item("reference", None, reference, True), _Item("family_name", None, family, True)]
        if municipality:
            texts[pk].append(_Item("municipality", None, municipality, False))
    for pk, place, name, called, organisation in unit.cases.read(_PEOPLE.params(keys=keys)):
        texts[pk].append(_Item(f"{place}/name", None, name, True))
        # Lisa is found as Lisa de Wit already.
        if called and not set(_words(called)) <= set(_words(name)):
            texts[pk].append(_Item(f"{place}/called", None, called, True))
        if organisation:
            texts[pk].append(_Item(f"{place}/organisation", None, organisation, False))
    for query, *fields in _IN_MEETINGS:
        for pk, place, number, *written in unit.cases.read(query.params(keys=keys)):
            texts[pk] += [
                _Item(f"{place}/{field}", number, text, False)
                for field, text in zip(fields, written, strict=True)
                if text
            ]
    last = (1 << _BITS) - 1
    return cases, sorted(
        ((pk << _BITS) | (last - at), item) for pk, items in texts.items() for at, item in enumerate(items)
    )


def _words(text: str) -> list[str]:
    """Return the folded words of a text; signs that are no letter and no digit separate them."""
    return _WORD.findall(folded(text))


def _place(*parts: Any) -> ColumnElement[str]:
    place: ColumnElement[str] = literal(parts[0])
    for part in parts[1:]:
        place = place + part
    return place


def _in_meetings(kind: Any, name: str, *fields: str) -> tuple[Any, ...]:
    """Return a query for a list of the meetings, newest meeting first, and the names of its texts."""
    place = _place("meetings/", col(Meeting.id), f"/{name}/", col(kind.id))
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
        _place("people/", col(Person.id)),
        col(Person.name),
        col(Person.called),
        col(Person.organisation),
    )
    .where(_of_keys(col(Person.case_pk)))
    .order_by(col(Person.position))
)
_PLACES: Any = (
    select(
        col(Meeting.case_pk), _place("meetings/", col(Meeting.id)), col(Meeting.number), col(Meeting.place)
    )
    .where(_of_keys(col(Meeting.case_pk)))
    .order_by(col(Meeting.position).desc())
)
_IN_MEETINGS: tuple[tuple[Any, ...], ...] = (
    (_PLACES, "place"),
    _in_meetings(Statement, "statements", "text"),
    _in_meetings(Agreement, "agreements", "what", "measured_by", "fallback"),
)
