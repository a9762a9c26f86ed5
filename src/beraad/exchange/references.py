"""Check a case file's references: every id that is used exists, and no two objects share one."""

from collections.abc import Iterator
from typing import Any

from beraad.codes import Cause
from beraad.exchange.errors import CaseFileError, short
from beraad.exchange.structure import Shape, shape_of
from beraad.models import Case
from beraad.readers import EVERYONE_BUT, Readers
from beraad.texts import on_one_line

PEOPLE_KEYS = frozenset(
    (
        "about",
        "accepted_by",
        "by",
        "checked_by",
        "consulted",
        "contact_person",
        "disputed_by",
        "facilitator",
        "from",
        "given_by",
        "note_taker",
        "owners",
        "paper_seen_by",
        "person",
        "said_by",
        "shown_to",
        "spoken_by",
        "takes",
        "visible_to",
        "workers",
    )
)
"""Keys whose value is the id of a person, or a list of them, in any object."""

_ONE_OF_EACH = {
    "people": ("id",),
    "meetings": ("id", "number"),
    "statements": ("id",),
    "scales": ("id",),
    "agreements": ("id",),
    "participants": ("person",),
    "answers": ("person",),
    "scores": ("person",),
    "readiness": ("person",),
    "may_call": ("person",),
}
"""Keys in which no two objects of a list may be equal, by list."""


def check_references(document: dict[str, Any]) -> None:
    """Raise CaseFileError at the first id that is used twice or that does not exist.

    The document has been through the drafts already, so that every value is of its type. Ids are compared as
    they are kept.
    """
    known = _known_ids(document)
    for shape, item, place in _objects(shape_of(Case), document, ""):
        for key in shape.keys:
            if key.name in _ONE_OF_EACH:
                _check_unique(item.get(key.name, []), f"{place}{key.name}", _ONE_OF_EACH[key.name])
            elif key.name in known:
                ids, cause = known[key.name]
                for where, value in named_ids(key.name, item.get(key.name), f"{place}{key.name}"):
                    if on_one_line(value) not in ids:
                        raise CaseFileError(cause, where, value=short(value))


def _known_ids(document: dict[str, Any]) -> dict[str, tuple[frozenset[str], Cause]]:
    """Return by key the ids that it may name, and the cause for any other. Plans refer to earlier plans."""
    people = frozenset(person["id"] for person in document["people"])
    meetings = frozenset(on_one_line(meeting["id"]) for meeting in document["meetings"])
    statements, scales, agreements = (
        frozenset(
            on_one_line(item["id"]) for meeting in document["meetings"] for item in meeting.get(kind, [])
        )
        for kind in ("statements", "scales", "agreements")
    )
    return dict.fromkeys(PEOPLE_KEYS, (people, Cause.UNKNOWN_PERSON)) | {
        "covers": (statements, Cause.UNKNOWN_STATEMENT),
        "agreement": (agreements, Cause.UNKNOWN_AGREEMENT),
        "origin": (statements | agreements, Cause.UNKNOWN_ORIGIN),
        "scale": (scales, Cause.UNKNOWN_SCALE),
        "meeting": (meetings, Cause.UNKNOWN_MEETING),
        "origin_meeting": (meetings, Cause.UNKNOWN_MEETING),
    }


def _objects(shape: Shape, item: dict[str, Any], prefix: str) -> Iterator[tuple[Shape, dict[str, Any], str]]:
    """Yield every object of the file with its shape, and the place before its keys."""
    yield shape, item, prefix
    for key in shape.keys:
        value = item.get(key.name)
        if key.child is None or value is None:
            continue
        place = f"{prefix}{key.name}"
        nested = (
            [(f"{place}[{index}].", child) for index, child in enumerate(value)]
            if key.many
            else [(f"{place}.", value)]
        )
        for inner, child in nested:
            yield from _objects(shape_of(key.child), child, inner)


def named_ids(name: str, value: Any, place: str) -> list[tuple[str, str]]:
    """Return the ids that a key of `PEOPLE_KEYS` (or another key of ids) names, with the place of each."""
    if isinstance(value, dict) and (readers := Readers.parse(value)) is not None:
        value, place = list(readers.people), f"{place}.{EVERYONE_BUT}"
    if isinstance(value, list):
        return [(f"{place}[{index}]", item) for index, item in enumerate(value)]
    if value is None or name in ("visible_to", "from"):  # here a text is a group or a day, not a person
        return []
    return [(place, value)]


def _check_unique(items: list[dict[str, Any]], place: str, keys: tuple[str, ...]) -> None:
    for key in keys:
        seen: set[object] = set()
        for index, item in enumerate(items):
            value = on_one_line(item[key]) if isinstance(item[key], str) else item[key]
            if value in seen:
                raise CaseFileError(Cause.NOT_UNIQUE, f"{place}[{index}].{key}", value=short(value))
            seen.add(value)
