"""Write rows to a case file: a case that was read comes out equal, and an edit changes only itself."""

import datetime as dt
import errno
import json
import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from beraad.exchange.errors import CaseNotWritten, short
from beraad.exchange.reading import FORMAT, VERSION
from beraad.exchange.structure import shape_of
from beraad.models import Case, Meeting, Person, Row
from beraad.paths import replace_file
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
    """Cache for repeated calls of `meeting_document` for one meeting: only changed rows are written anew.

    A result shares the documents of unchanged rows with earlier results: read it, do not change it.
    """

    def __init__(self) -> None:
        self._written: dict[int, _Written] = {}
        """Documents by `id()` of the rows of the meeting."""
        self._holder: dict[int, int] = {}
        """Row of the meeting that holds another row, both by `id()`."""
        self._lists: dict[str, tuple[list[Row], list[dict[str, Any]]]] = {}
        self._place_of: dict[int, tuple[str, int]] = {}
        """List in which a row of the meeting stands, and its index, by `id()`."""
        self._last: dict[str, Any] | None = None
        """Last result, as far as it is still valid."""
        self._stale: dict[str, set[int]] = {}
        """Lists of `_last` with changed rows, and the indices of these rows."""

    def forget(self, rows: Iterable[object]) -> bool:
        """Note that these rows changed; pass the meeting too if a row was added to a list of it or removed.

        Return True if each row stands in a list of the meeting, and nothing else has to be written anew.
        """
        for row in rows:
            top = self._holder.get(id(row), id(row))
            if top in self._place_of:
                name, place = self._place_of[top]
                self._stale.setdefault(name, set()).add(place)
            else:
                # The meeting itself, in whose lists one may have come or gone, or a row seen for the first
                # time: all is looked at.
                self._last = None
            self._let_go(top)
        return self._last is not None

    def of(self, meeting: Meeting) -> dict[str, Any]:
        """Return the document of the meeting as it is now."""
        if self._last is None:
            self._last = _document(meeting, self._once, self._all_once)
        else:
            self._last = {**self._last, **{name: self._again(name) for name in self._stale}}
        self._stale = {}
        return dict(self._last)

    def _again(self, name: str) -> list[dict[str, Any]]:
        """Return the documents of a list in which rows changed, and none were added or removed."""
        rows, known = self._lists[name]
        documents = known.copy()
        for place in self._stale[name]:
            documents[place] = self._once(rows[place])
        self._lists[name] = rows, documents
        return documents

    def _all_once(self, name: str, rows: list[Row]) -> list[dict[str, Any]]:
        """Return the documents of a list of the meeting: the same list object if nothing in it changed."""
        known = self._lists.get(name)
        if known is not None:
            before, documents = known
            if len(before) == len(rows) and all(map(operator.is_, before, rows)) and self._has(rows):
                return documents
            stay = set(map(id, rows))
            for row in before:
                if id(row) not in stay:
                    self._let_go(id(row))
                    self._place_of.pop(id(row), None)
        same = {item.get("id"): item for item in known[1]} if known is not None else {}
        documents = [self._once(row, same) for row in rows]
        self._lists[name] = list(rows), documents
        self._place_of.update((id(row), (name, place)) for place, row in enumerate(rows))
        return documents

    def _has(self, rows: list[Row]) -> bool:
        return all(id(row) in self._written for row in rows)

    def _once(self, row: Row, same: Mapping[object, dict[str, Any]] = MappingProxyType({})) -> dict[str, Any]:
        entry = self._written.get(id(row))
        if entry is None:
            document = _document(row)
            # An undo makes new rows with equal content: without this a long meeting would keep every copy.
            known = same.get(document.get("id"))
            entry = _Written(row, tuple(_inside(row)), known if known == document else document)
            self._written[id(row)] = entry
            self._holder.update((id(inner), id(row)) for inner in entry.inside)
        return entry.document

    def _let_go(self, row: int) -> None:
        entry = self._written.pop(row, None)
        for inner in entry.inside if entry else ():
            self._holder.pop(id(inner), None)


@dataclass(frozen=True, slots=True)
class _Written:
    """Document with its rows, which are kept so that no other row gets their `id()`."""

    row: Row
    inside: tuple[Row, ...]
    document: dict[str, Any]


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
    child: Callable[[Row], dict[str, Any]] | None = None,
    children: Callable[[str, list[Row]], list[dict[str, Any]]] | None = None,
) -> dict[str, Any]:
    """Return one object: its required keys, those that differ from their default, and those spelled out.

    `child` and `children` give the documents of a row and of a list that it holds, if these are known
    already.
    """
    document = {}
    for key in shape_of(type(row)).keys:
        value = getattr(row, key.attribute)
        if key.child is None:
            value = _plain_value(value)
        elif key.many:
            value = [inner for inner in value if not inner.is_spare]
            value = children(key.name, value) if children else [_document(inner) for inner in value]
        elif value is not None:
            value = (child or _document)(value)
        if key.required or value != key.default or key.name in row.spelled_out:
            document[key.name] = value
    return document


def _inside(row: Row) -> Iterator[Row]:
    """Yield every row that this one holds, and the rows in those."""
    for key in shape_of(type(row)).children:
        value = getattr(row, key.attribute)
        for inner in value if key.many else () if value is None else (value,):
            yield inner
            yield from _inside(inner)


def _plain_value(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain_value(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Readers):
        return value.kept
    return value.isoformat() if isinstance(value, dt.date) else value
