"""Full text index in memory, with SQLite's FTS5, which on disk keeps deleted words whatever is set."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

import sqlcipher3.dbapi2 as driver

from beraad.alphabet import folded

_BITS = 20
"""Bits of an id that number the texts of a case; the bits above are the key of the case."""

_WORD = re.compile(r"[^\W_]+")

_TABLES = """
PRAGMA temp_store = MEMORY;
CREATE TABLE cases (pk INTEGER PRIMARY KEY, reference TEXT, family_name TEXT);
CREATE TABLE items (id INTEGER PRIMARY KEY, place TEXT, meeting INTEGER, written TEXT);
CREATE VIRTUAL TABLE names USING fts5(
    words, content = '', contentless_delete = 1, detail = none, tokenize = ascii, prefix = '1 2 3'
);
CREATE VIRTUAL TABLE texts USING fts5(
    words, content = '', contentless_delete = 1, detail = none, tokenize = ascii, prefix = '1 2 3'
);
"""
_FIND = """
SELECT reference, family_name, place, meeting, written FROM {table}
CROSS JOIN items ON items.id = {table}.rowid CROSS JOIN cases ON cases.pk = {table}.rowid >> 20
WHERE {table} MATCH ? ORDER BY {table}.rowid DESC LIMIT ?
"""
_ADD = "INSERT INTO {table} (rowid, words) VALUES (?, ?)"
_DROP = "DELETE FROM {table} WHERE rowid IN (SELECT id FROM items WHERE id BETWEEN ? AND ?)"


class IndexedText(NamedTuple):
    """Text of a case: its path, the number of its meeting, the text, and whether it is a name."""

    place: str
    meeting: int | None
    written: str
    is_name: bool


class IndexedCase(NamedTuple):
    """Case with its texts, in the order in which a search returns them."""

    key: int
    reference: str
    family_name: str
    texts: Sequence[IndexedText]


class WordIndex:
    """Index that finds texts in which every searched word begins a word, ignoring case and accents.

    Names come before other texts, and within these the highest key first. One thread at a time may use it.
    """

    def __init__(self) -> None:
        self._connection: Any = driver.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._connection.executescript(_TABLES)

    def replace(self, keys: Collection[int], cases: Sequence[IndexedCase]) -> None:
        """Forget the cases with these keys, and take in `cases`."""
        items = sorted(_numbered(cases))
        run, run_many = self._connection.execute, self._connection.executemany
        run("BEGIN")
        for key in keys:
            inside = key << _BITS, ((key + 1) << _BITS) - 1
            for table in ("names", "texts"):
                run(_DROP.format(table=table), inside)
            run("DELETE FROM items WHERE id BETWEEN ? AND ?", inside)
            run("DELETE FROM cases WHERE pk = ?", (key,))
        run_many("INSERT INTO cases VALUES (?, ?, ?)", [case[:3] for case in cases])
        run_many("INSERT INTO items VALUES (?, ?, ?, ?)", ((id_, *item[:3]) for id_, item in items))
        for table, of_names in (("names", True), ("texts", False)):
            rows = (
                (id_, " ".join(words_of(item.written))) for id_, item in items if item.is_name is of_names
            )
            run_many(_ADD.format(table=table), rows)
        run("COMMIT")

    def find(self, words: str, most: int) -> list[tuple[str, str, str, int | None, str]]:
        """Return at most `most` texts with all words: reference, family name, place, meeting, text."""
        asked = " ".join(f'"{word}" *' for word in words_of(words))
        found: list[Any] = []
        for table in ("names", "texts") if asked else ():
            found += self._connection.execute(_FIND.format(table=table), (asked, most - len(found)))
        return found

    def close(self) -> None:
        """Close the index and forget everything; a second call does nothing."""
        self._connection.close()


def words_of(text: str) -> list[str]:
    """Return the folded words of a text; signs that are no letter and no digit separate them."""
    return _WORD.findall(folded(text))


def _numbered(cases: Sequence[IndexedCase]) -> Iterator[tuple[int, IndexedText]]:
    """Iterate over the texts with their ids; the first text of a case has its highest id."""
    last = (1 << _BITS) - 1
    for case in cases:
        for at, text in enumerate(case.texts):
            yield (case.key << _BITS) | (last - at), text
