"""Read a case file into rows, each checked by its draft, all or nothing; report the first problem."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from beraad.codes import Cause
from beraad.exchange.errors import CaseFileError, short
from beraad.exchange.json_text import DoubledObject, file_bytes, parsed
from beraad.exchange.references import check_references
from beraad.exchange.structure import VALUES_SINCE_2, Shape, names_in, shape_of
from beraad.exchange.version_1 import complete
from beraad.models import Case, Meeting, Person, Row
from beraad.models.base import TooLongError
from beraad.readers import EVERYONE_BUT, Readers
from beraad.texts import MOST_ITEMS, MOST_PEOPLE

FORMAT = "beraad-case"
VERSION = 2
"""Version that is written. Every version before it can always be read."""

R = TypeVar("R", bound=Row)

_EXPECTED = {
    "string_type": "text",
    "int_type": "whole_number",
    "bool_type": "yes_or_no",
    "list_type": "list",
}
_LIMITS = {
    "greater_than_equal": (Cause.TOO_LOW, "ge"),
    "less_than_equal": (Cause.TOO_HIGH, "le"),
    "too_long": (Cause.TOO_MANY, "max_length"),
}


def read_case_file(path: Path | str) -> Case:
    """Return the case in a file, as rows that are not stored yet.

    A CaseFileError names file, place and cause.
    """
    path = Path(path)
    with _named(path.name or str(path)):
        return _case(file_bytes(path))


def read_case(data: bytes, name: str) -> Case:
    """Return the case in `data`, as rows that are not stored yet; `name` is the file's name in an error."""
    with _named(name):
        return _case(data)


def read_meeting(document: dict[str, Any]) -> Meeting:
    """Return the meeting in a document that this program made; its references are not checked."""
    return _row(Meeting, document, "", VERSION)


def read_person(document: dict[str, Any]) -> Person:
    """Return the person in a document that this program made; its references are not checked."""
    return _row(Person, document, "", VERSION)


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Add the name of the file to a refusal."""
    try:
        yield
    except CaseFileError as error:
        error.facts["file"] = short(name)
        raise


def _case(data: bytes) -> Case:
    document = _object(parsed(data), "")
    version = _version_of(document)
    content = {name: value for name, value in document.items() if name not in ("format", "version")}
    case = _row(Case, content, "", version)
    check_references(content)
    if version == 1:
        complete(case)
    return case


def _version_of(document: dict[str, Any]) -> int:
    if document.get("format") != FORMAT:
        raise CaseFileError(Cause.WRONG_FORMAT, "format")
    if "version" not in document:
        raise CaseFileError(Cause.MISSING_KEY, "version")
    version = document["version"]
    if type(version) is not int:
        raise CaseFileError(Cause.WRONG_TYPE, "version", expected="whole_number")
    if not 1 <= version <= VERSION:
        cause = Cause.NEWER_VERSION if version > VERSION else Cause.WRONG_VERSION
        raise CaseFileError(cause, "version", value=short(version))
    return version


def _row(kind: type[R], value: object, place: str, version: int, position: int = 0) -> R:
    shape = shape_of(kind)
    document = _object(value, place)
    _check_keys(shape, names_in(kind, version), document, place)
    if version == 1:
        _check_values(kind, document, place)
    spelled_out = [
        key.name
        for key in shape.keys
        if not key.required and key.name in document and document[key.name] == key.default
    ]
    values = _fields(shape, document, place, version)
    for key in shape.keys:
        if key.child is not None and key.name in document:
            read = _rows if key.many else _row_or_none
            values[key.attribute] = read(key.child, document[key.name], _inside(place, key.name), version)
    return kind(position=position, spelled_out=spelled_out, **values)


def _object(value: object, place: str) -> dict[str, Any]:
    if isinstance(value, DoubledObject):
        raise CaseFileError(Cause.DOUBLE_KEY, _inside(place, short(value.key)), key=short(value.key))
    if isinstance(value, dict):
        return value
    if not place:
        raise CaseFileError(Cause.NOT_AN_OBJECT)
    raise CaseFileError(Cause.WRONG_TYPE, place, expected="object")


def _check_keys(shape: Shape, names: frozenset[str], document: dict[str, Any], place: str) -> None:
    for name in document:
        if name not in names:
            raise CaseFileError(Cause.UNKNOWN_KEY, _inside(place, short(name)), key=short(name))
    for key in shape.keys:
        if key.required and key.name not in document:
            raise CaseFileError(Cause.MISSING_KEY, _inside(place, key.name), key=key.name)
        if not key.nullable and key.name in document and document[key.name] is None:
            expected = "text" if key.child is None else "list" if key.many else "object"
            raise CaseFileError(Cause.WRONG_TYPE, _inside(place, key.name), expected=expected)


def _check_values(kind: type[Row], document: dict[str, Any], place: str) -> None:
    """Refuse a value that no file of version 1 can have."""
    for name, added in VALUES_SINCE_2.get(kind, {}).items():
        value = document.get(name)
        if isinstance(value, str) and value in added:
            allowed = ", ".join(item for item in type(next(iter(added))) if item not in added)
            raise CaseFileError(
                Cause.UNKNOWN_VALUE, _inside(place, name), value=short(value), allowed=allowed
            )


def _fields(shape: Shape, document: dict[str, Any], place: str, version: int) -> dict[str, Any]:
    given = {key.name: document[key.name] for key in shape.fields if key.name in document}
    _check_lengths(given, place)
    if version == 1 and isinstance(value := given.get("visible_to"), dict):
        raise CaseFileError(Cause.NOT_A_GROUP, _inside(place, "visible_to"), value=short(value))
    try:
        draft = shape.draft.model_validate(given)
    except ValidationError as error:
        raise _refusal(error.errors(include_url=False)[0], place) from None
    return {key.attribute: getattr(draft, key.attribute) for key in shape.fields}


def _check_lengths(given: dict[str, Any], place: str) -> None:
    for name, value in given.items():
        if isinstance(value, list):
            _check_length(value, _inside(place, name))
        elif isinstance(value, dict) and (readers := Readers.parse(value)) is not None:
            _check_length(list(readers.people), f"{_inside(place, name)}.{EVERYONE_BUT}")
            _object(value, _inside(place, name))


def _check_length(value: list[Any], place: str) -> None:
    most = MOST_PEOPLE if place == "people" else MOST_ITEMS
    if len(value) > most:
        raise CaseFileError(Cause.TOO_MANY, place, limit=most)


def _rows(kind: type[Row], value: object, place: str, version: int) -> list[Row]:
    if not isinstance(value, list):
        raise CaseFileError(Cause.WRONG_TYPE, place, expected="list")
    _check_length(value, place)
    return [_row(kind, item, f"{place}[{index}]", version, index) for index, item in enumerate(value)]


def _row_or_none(kind: type[Row], value: object, place: str, version: int) -> Row | None:
    return None if value is None else _row(kind, value, place, version)


def _refusal(problem: ErrorDetails, place: str) -> CaseFileError:
    """Return the refusal for what a draft did not accept, as a `Cause`."""
    for step in problem["loc"]:
        place = f"{place}[{step}]" if isinstance(step, int) else _inside(place, step)
    kind, value, context = problem["type"], problem["input"], problem.get("ctx", {})
    if isinstance(value, float) and not math.isfinite(value):
        return CaseFileError(Cause.NOT_A_NUMBER if math.isnan(value) else Cause.NUMBER_TOO_LARGE, place)
    if kind in _EXPECTED:
        return CaseFileError(Cause.WRONG_TYPE, place, expected=_EXPECTED[kind])
    if kind in _LIMITS:
        cause, limit = _LIMITS[kind]
        return CaseFileError(cause, place, value=short(value), limit=context[limit])
    if kind == "enum":
        allowed = str(context["expected"]).replace("'", "").replace(" or ", ", ")
        return CaseFileError(Cause.UNKNOWN_VALUE, place, value=short(value), allowed=allowed)
    reason = context.get("error")
    # The text itself is never shown: it holds a family's words.
    if isinstance(reason, TooLongError):
        return CaseFileError(Cause.TOO_LONG, place, limit=reason.limit, value=str(len(value)))
    cause = Cause.BROKEN_CHARACTER if kind == "string_unicode" else Cause(str(reason))
    return CaseFileError(cause, place, **({} if cause is Cause.BROKEN_CHARACTER else {"value": short(value)}))


def _inside(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
