"""Write rows to a case file: a case that was read comes out equal, and an edit changes only itself."""

import datetime as dt
import errno
import json
from collections.abc import Callable, Iterable
from enum import Enum
from operator import attrgetter
from pathlib import Path
from typing import Any

from beraad.exchange.errors import CaseNotWritten, short
from beraad.exchange.reading import FORMAT, VERSION
from beraad.exchange.structure import shape_of
from beraad.models import Case, Meeting, Person, Row
from beraad.paths import replace_file
from beraad.places import Place
from beraad.readers import Readers


def case_document(case: Case) -> dict[str, Any]:
    """Return the case as the plain values of a case file. Every relation of the case must be loaded."""
    return {"format": FORMAT, "version": VERSION, **_document(case)}


def meeting_document(meeting: Meeting) -> dict[str, Any]:
    """Return the meeting as the plain values under `meetings` in a case file."""
    return _document(meeting)


def person_document(person: Person) -> dict[str, Any]:
    """Return the person as the plain values under `people` in a case file."""
    return _document(person)


class MeetingDocuments:
    """Cache for repeated calls of `meeting_document` for one meeting: only what changed is written anew.

    A result shares the documents of unchanged rows, and unchanged lists, with earlier results: read it, do
    not change it.
    """

    def __init__(self) -> None:
        self._lists: dict[str, tuple[list[object], list[dict[str, Any]]]] = {}
        """Keys and documents of the rows in each list of the meeting."""
        self._stale: dict[str, set[str]] = {}
        """Lists in which something changed, and the ids of the rows; an empty one stands for all."""

    def forget(self, places: Iterable[Place]) -> None:
        """Note that something changed, came or went at these places of the meeting, e.g. statements/s3."""
        for place in places:
            self._stale.setdefault(place.kind, set()).add(place.id)

    def of(self, meeting: Meeting) -> dict[str, Any]:
        """Return the document of the meeting as it is now."""
        document = _document(meeting, self._list)
        self._stale.clear()
        return document

    def _list(self, name: str, rows: list[Row]) -> list[dict[str, Any]]:
        """Return the documents of a list of the meeting: the same list object if nothing in it changed."""
        before, stale = self._lists.get(name), self._stale.get(name)
        if before is not None and stale is None:
            return before[1]
        rows = _written(rows)
        keys = _keys(rows)
        known = dict(zip(*before, strict=True)) if before and len(set(keys)) == len(keys) else {}
        stale = stale or set()
        documents = []
        for key, row in zip(keys, rows, strict=True):
            document = known.get(key)
            if document is None or key in stale or "" in stale:
                written = _document(row)
                # An undo makes new rows with equal content: a long meeting would keep every copy.
                document = document if document == written else written
            documents.append(document)
        self._lists[name] = keys, documents
        return documents


def _keys(rows: list[Row]) -> list[object]:
    """Return what tells the rows of a list apart: their ids, their people, or else their places."""
    name = next((name for name in ("id", "person") if rows and hasattr(rows[0], name)), None)
    return [*map(attrgetter(name), rows)] if name else [*range(len(rows))]


def _written(rows: list[Row]) -> list[Row]:
    """Return the rows of a list that a case file holds."""
    return [row for row in rows if not row.is_spare]


def write_case(case: Case) -> bytes:
    """Return the case file: UTF-8 JSON, keys in the order of the schema."""
    text = json.dumps(case_document(case), ensure_ascii=False, indent=1, allow_nan=False)
    return f"{text}\n".encode()


def write_case_file(case: Case, path: Path | str) -> None:
    """Write the case file to `path` whole; if that fails, leave the old file and raise CaseNotWritten."""
    path = Path(path)
    content = write_case(case)
    try:
        replace_file(path, content)
    except (OSError, ValueError) as error:
        number = error.errno if isinstance(error, OSError) else errno.EINVAL
        reason = errno.errorcode.get(number or 0, "")
        raise CaseNotWritten(file=short(path.name or str(path)), reason=reason) from None


def _document(
    row: Row,
    children: Callable[[str, list[Row]], list[dict[str, Any]]] | None = None,
) -> dict[str, Any]:
    """Return one object: its required keys, those that differ from their default, and those spelled out.

    `children` gives the documents of a list that it holds, where some may be known already.
    """
    document = {}
    for key in shape_of(type(row)).keys:
        value = getattr(row, key.attribute)
        if key.child is None:
            value = _plain_value(value)
        elif key.many:
            value = children(key.name, value) if children else [*map(_document, _written(value))]
        elif value is not None:
            value = _document(value)
        if key.required or value != key.default or key.name in row.spelled_out:
            document[key.name] = value
    return document


def _plain_value(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain_value(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Readers):
        return value.kept
    return value.isoformat() if isinstance(value, dt.date) else value
