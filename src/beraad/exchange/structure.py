"""Structure of a case file, derived from the models: keys are a draft's fields and a row's children."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from typing import Any

from sqlalchemy import inspect

from beraad.models import (
    Agreement,
    Answer,
    Case,
    Check,
    ContactDetail,
    Meeting,
    NextMeeting,
    Note,
    Person,
    PhaseEntry,
    Row,
    Scale,
    Secret,
    Statement,
)
from beraad.models.base import Draft
from beraad.readers import Readers
from beraad.terms import CheckResult

_ORDER: dict[type[Row], str] = {
    Case: "reference family_name municipality opened_on phases colours workers contact_person registration"
    " selection people secrets meetings checks help_evaluation leak_decisions known_words"
    " handed_papers",
    Person: "id name called birth_date circle relation organisation contact language plain_language"
    " large_print interpreter paper paper_note paper_seen_by may_call own_words own_words_may_be_read"
    " in_letters call_again_on",
    Meeting: "id number kind mode starts_at place facilitator note_taker participants agenda overrides"
    " statements scales shown_answers agreements time_out more_time_outs emergency notes drafts"
    " agreed_at answers evaluations next_meeting cancelled_at cancelled_why revisions",
    Check: "agreement on result note by meeting said_by visible_to next_on corrected",
    Scale: "id kind question zero ten visible_to scores",
    Agreement: "id what owners timing measured_by checked_by fallback covers visible_to accepted_by readiness"
    " origin origin_meeting ended",
}
"""Keys, in the order of the schema, of objects that hold others; all others follow their draft."""

_SINCE_2 = {
    Agreement: {"origin_meeting"},
    Answer: {"shows", "document"},
    Case: {"leak_decisions", "known_words", "handed_papers"},
    Check: {"meeting", "said_by", "visible_to", "next_on", "corrected"},
    ContactDetail: {"watch_also", "watch_not"},
    Meeting: {"shown_answers", "more_time_outs", "drafts", "cancelled_at", "cancelled_why", "revisions"},
    NextMeeting: {"mode"},
    PhaseEntry: {"why", "client_safe", "network_safe", "workers_safe"},
    Person: {
        "paper_seen_by",
        "may_call",
        "own_words",
        "own_words_may_be_read",
        "in_letters",
        "call_again_on",
    },
    Secret: {"watch_also", "watch_not"},
    Statement: {"from", "origin_meeting"},
}
"""Keys that version 2 of the case file added."""

VALUES_SINCE_2: dict[type[Row], dict[str, frozenset[StrEnum]]] = {
    Check: {"result": frozenset({CheckResult.DID_NOT_OCCUR})}
}
"""Values that version 2 added to keys of version 1."""

_REQUIRED_CHILDREN = {
    (Case, "people"),
    (Case, "meetings"),
    (Meeting, "participants"),
    (Scale, "scores"),
    (Agreement, "timing"),
}
_ABSENT_BUT_NEVER_NULL = {(Case, "registration"), (Case, "selection"), (Note, "by")}


@dataclass(frozen=True)
class Key:
    """Key of an object in the file."""

    name: str
    attribute: str
    """Attribute of the row: `from` is a word of Python's own, so a phase keeps it in `from_`."""
    required: bool
    nullable: bool
    """False if null is refused though the models would hold it; a draft decides about its other fields."""
    default: Any
    child: type[Row] | None = None
    """Table of the nested objects that this key holds."""
    many: bool = False
    """True if the nested objects are in a list."""


@dataclass(frozen=True)
class Shape:
    """Kind of object in the file: the draft that checks it, and its keys in the order of the file."""

    draft: type[Draft]
    keys: tuple[Key, ...]

    @cached_property
    def fields(self) -> tuple[Key, ...]:
        """Keys with plain values."""
        return tuple(key for key in self.keys if key.child is None)

    @cached_property
    def children(self) -> tuple[Key, ...]:
        """Keys with nested objects."""
        return tuple(key for key in self.keys if key.child is not None)


@cache
def shape_of(row: type[Row]) -> Shape:
    """Return the shape of the objects that a table holds."""
    draft = next(base for base in row.__bases__ if issubclass(base, Draft))
    keys = {key.name: key for key in (*_fields(row, draft), *_children(row))}
    order = _ORDER[row].split() if row in _ORDER else list(keys)
    return Shape(draft, tuple(keys[name] for name in order))


@cache
def names_in(row: type[Row], version: int) -> frozenset[str]:
    """Return every key that an object of this table may have in a case file of this version."""
    names = frozenset(key.name for key in shape_of(row).keys)
    return names if version > 1 else names - _SINCE_2.get(row, frozenset())


def _fields(row: type[Row], draft: type[Draft]) -> Iterator[Key]:
    for attribute, field in draft.model_fields.items():
        required = field.is_required()
        default = None if required else field.get_default(call_default_factory=True)
        yield Key(
            name=field.alias or attribute,
            attribute=attribute,
            required=required,
            nullable=(row, attribute) not in _ABSENT_BUT_NEVER_NULL,
            default=default.kept if isinstance(default, Readers) else default,
        )


def _children(row: type[Row]) -> Iterator[Key]:
    """Yield the relations to rows that a draft describes; rows without a draft are the program's own."""
    for relation in inspect(row).relationships:
        child = relation.mapper.class_
        if issubclass(child, Draft):
            required = (row, relation.key) in _REQUIRED_CHILDREN
            many = bool(relation.uselist)
            yield Key(
                name=relation.key,
                attribute=relation.key,
                required=required,
                nullable=not (many or required or (row, relation.key) in _ABSENT_BUT_NEVER_NULL),
                default=[] if many else None,
                child=child,
                many=many,
            )
