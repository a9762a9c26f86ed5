"""Rows to a case file: what was read comes out equal, and an edit changes no more than itself."""

import datetime as dt
import errno
import json
from collections.abc import Callable, Iterable
from enum import Enum
from pathlib import Path
from typing import Any

from beraad.exchange.errors import CaseNotWritten, short
from beraad.exchange.reading import FORMAT, VERSION
from beraad.exchange.structure import Key, shape_of
from beraad.models import Case, Meeting, Row
from beraad.paths import replace_file


def case_document(case: Case) -> dict[str, Any]:
    """The case as the plain values of a case file. Every relation of the case must be loaded."""
    return {"format": FORMAT, "version": VERSION, **_document(case)}


def meeting_document(meeting: Meeting) -> dict[str, Any]:
    """The meeting as the plain values that stand under `meetings` in a case file."""
    return _document(meeting)


class MeetingDocuments:
    """`meeting_document`, over and over while a meeting goes on: only what changed is written anew.

    What comes out shares the documents of rows that stayed the same with what came out before: read it, do
    not change it.
    """

    def __init__(self) -> None:
        # By identity; the rows are kept, so that no other comes in their place.
        self._written: dict[int, tuple[Row, dict[str, Any]]] = {}

    def forget(self, rows: Iterable[object]) -> None:
        """These rows changed."""
        for row in rows:
            self._written.pop(id(row), None)

    def of(self, meeting: Meeting) -> dict[str, Any]:
        """The meeting as it stands."""
        known, self._written = self._written, {}
        return _document(meeting, lambda row: self._once(row, known))

    def _once(self, row: Row, known: dict[int, tuple[Row, dict[str, Any]]]) -> dict[str, Any]:
        same = id(row) in known
        for child in _children(row):
            self._once(child, known)
            same = same and self._written[id(child)] is known.get(id(child))
        entry = known[id(row)] if same else (row, _document(row, lambda child: self._written[id(child)][1]))
        self._written[id(row)] = entry
        return entry[1]


def write_case(case: Case) -> bytes:
    """The case file: UTF-8 JSON, keys in the order of the schema."""
    text = json.dumps(case_document(case), ensure_ascii=False, indent=1, allow_nan=False)
    return f"{text}\n".encode()


def write_case_file(case: Case, path: Path | str) -> None:
    """Put the case file at `path` whole, or leave what was there and raise CaseNotWritten."""
    path = Path(path)
    content = write_case(case)
    try:
        replace_file(path, content)
    except (OSError, ValueError) as error:
        number = error.errno if isinstance(error, OSError) else errno.EINVAL
        reason = errno.errorcode.get(number or 0, "")
        raise CaseNotWritten(file=short(path.name or str(path)), reason=reason) from None


def _document(row: Row, child: Callable[[Row], dict[str, Any]] | None = None) -> dict[str, Any]:
    """One object: what is required, what differs from its default, and what its file wrote out anyway.

    `child` gives the documents of the rows it holds, where something knows them already.
    """
    document = {}
    for key in shape_of(type(row)).keys:
        value = _plain(key, getattr(row, key.attribute), child or _document)
        if key.required or value != key.default or key.name in row.spelled_out:
            document[key.name] = value
    return document


def _children(row: Row) -> Iterable[Row]:
    for key in shape_of(type(row)).children:
        value = getattr(row, key.attribute)
        yield from value if key.many else () if value is None else (value,)


def _plain(key: Key, value: Any, child: Callable[[Row], dict[str, Any]]) -> Any:
    if key.child is None:
        return _plain_value(value)
    if key.many:
        return [child(row) for row in value]
    return None if value is None else child(value)


def _plain_value(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain_value(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, dt.date) else value
