"""Parts that every table and every draft shares: row bookkeeping, and the value types of the case file."""

import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any

import sqlalchemy as sa
from annotated_types import Ge, Le
from pydantic import AfterValidator, BeforeValidator, ConfigDict, PlainValidator, Strict
from pydantic.fields import FieldInfo
from sqlalchemy.orm.attributes import set_attribute, set_committed_value
from sqlmodel import JSON, Field, Relationship, SQLModel
from typing_extensions import override

from beraad.readers import FACILITATOR, Readers
from beraad.texts import LONGEST_LINE, LONGEST_TEXT, is_broken, on_lines, on_one_line

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LOCAL_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?", re.ASCII)
_TIME_OF_DAY = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_PERSON_ID = re.compile(r"[a-z0-9_-]{1,40}", re.ASCII)


def rule_of_text(marker: object) -> Callable[[str], str] | None:
    """Return the rule that tidies a text, given the marker of a `Text`, `Line` or `Name`; None for others."""
    rule = getattr(marker, "func", None)
    return rule if rule in (_text, _line, _name) else None


class TooLongError(ValueError):
    """Text with more characters than its kind of field may hold (`limit`)."""

    def __init__(self, limit: int) -> None:
        super().__init__("too_long")
        self.limit = limit


def _date(value: object) -> object:
    if value is None or type(value) is dt.date:
        return value
    if not (isinstance(value, str) and _ISO_DATE.fullmatch(value)):
        raise ValueError("not_a_date")
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise ValueError("not_a_date") from None


def _local_time(value: str) -> str:
    if not _LOCAL_TIME.fullmatch(value):
        raise ValueError("not_a_local_time")
    try:
        dt.datetime.fromisoformat(value)
    except ValueError:
        raise ValueError("not_a_local_time") from None
    return value


def _time_of_day(value: str) -> str:
    if not _TIME_OF_DAY.fullmatch(value):
        raise ValueError("not_a_time")
    return value


def _person_id(value: str) -> str:
    if not _PERSON_ID.fullmatch(value):
        raise ValueError("not_a_person_id")
    return value


def _line(value: str) -> str:
    return _fitting(on_one_line(value), LONGEST_LINE)


def _name(value: str) -> str:
    line = _line(value)
    if not any(character.isprintable() and not character.isspace() for character in line):
        raise ValueError("no_name")
    return line


def _text(value: str) -> str:
    return _fitting(on_lines(value), LONGEST_TEXT)


def _fitting(value: str, longest: int) -> str:
    if len(value) > longest:
        raise TooLongError(longest)
    if is_broken(value):
        raise ValueError("broken_character")
    return value


def _readers(value: object) -> Readers:
    readers = value if isinstance(value, Readers) else Readers.parse(value)
    if readers is None:
        raise ValueError("not_a_group")
    for person in readers.people:
        _person_id(person)
    return readers


Text = Annotated[str, AfterValidator(_text)]
"""Free text on one or more lines, kept as written but for control characters (see `beraad.texts`)."""

Line = Annotated[str, AfterValidator(_line)]
"""Free text on one line: what a field of one line, a row of a table or a file name holds."""

Name = Annotated[str, AfterValidator(_name)]
"""Line with at least one visible character: a name."""

Date = Annotated[dt.date, BeforeValidator(_date)]
"""A calendar day, YYYY-MM-DD."""

LocalTime = Annotated[str, AfterValidator(_local_time)]
"""Local date and time of a meeting: ISO 8601 without offset, kept exactly as written."""

TimeOfDay = Annotated[str, AfterValidator(_time_of_day)]
"""HH:MM, 00:00 to 23:59."""

PersonId = Annotated[str, AfterValidator(_person_id)]
"""Id of somebody among the people of the case."""

Whole = Annotated[int, Strict(), Ge(-(2**53)), Le(2**53)]
"""A whole number that JSON, SQLite and every reader agree on."""

Flag = Annotated[bool, Strict()]

Mark = Annotated[int, Strict(), Ge(1), Le(10)]
"""A mark from 1 to 10."""

ScaleValue = Annotated[int, Strict(), Ge(0), Le(10)]
"""An answer from 0 to 10."""

VisibleToReaders = Annotated[Readers, PlainValidator(_readers)]
"""Readers, or the form in which a case file keeps them; stored in a `ReadersColumn`."""


class ReadersColumn(sa.TypeDecorator[Readers]):
    """Column of readers, kept as in a case file; what is not understood is for the facilitator alone."""

    impl = JSON
    cache_ok = True
    should_evaluate_none = True
    """As for JSON: None is stored as null."""

    @override
    def process_bind_param(self, value: Readers | None, dialect: sa.Dialect) -> Any:
        return None if value is None else value.kept

    @override
    def process_result_value(self, value: Any, dialect: sa.Dialect) -> Readers | None:
        return None if value is None else Readers.parse(value) or FACILITATOR


def codes(enumeration: type) -> Any:
    """Return a column type that stores an enumeration by its code, not by its Python name."""
    return sa.Enum(
        enumeration,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        length=40,
    )


def no_items() -> list[Any]:
    """Return a new empty list, as the default of a row's field.

    Used instead of `list`, because pydantic reads the signature of a factory, and that of `list` is slow to
    parse.
    """
    return []


class Draft(SQLModel):
    """Input before it is a row. `table=True` classes do not validate; drafts do (`model_validate`)."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)  # type: ignore[assignment]

    def values(self) -> dict[str, Any]:
        """Return the value of each attribute, to make a row with."""
        return {name: getattr(self, name) for name in type(self).model_fields}


class Row(SQLModel):
    """Base of stored rows, with their bookkeeping."""

    pk: int | None = Field(default=None, primary_key=True)
    position: int = Field(default=0)
    """Order among its siblings, from 0."""
    spelled_out: list[str] = Field(default_factory=no_items, sa_type=JSON)
    """Optional keys that a case file wrote out though they hold the default: export equals import."""
    row_version: int = Field(default=1)
    """Counted up by every change, so that a stale writer is told instead of winning silently."""

    def __init__(self, **values: Any) -> None:
        """Make a row of these values as they are, with defaults for the fields that are not given.

        Every relation is there at once: reading one never asks the database (`lazy="raise"`). What was not
        given, and every column, is set as if it was loaded: a new row has no history. SQLModel would set each
        value for Pydantic too, which took half of the time in which a case file is read.
        """
        kind = type(self)
        fields, relations = _parts_of(kind)
        for name, field in fields:
            if name in values:
                set_committed_value(self, name, values.pop(name))
            elif not field.is_required():
                set_committed_value(self, name, field.get_default(call_default_factory=True))
        for name, is_list in relations:
            if name in values:
                set_attribute(self, name, values.pop(name))
            else:
                set_committed_value(self, name, [] if is_list else None)
        if values:
            raise TypeError(f"{kind.__name__} has no {', '.join(values)}")

    @property
    def is_spare(self) -> bool:
        """True if the row holds nothing and only stands ready to be filled: a case file leaves it out."""
        return False


@cache
def _parts_of(kind: type[Row]) -> tuple[tuple[tuple[str, FieldInfo], ...], tuple[tuple[str, bool], ...]]:
    """Return the fields of such rows, and their relations with whether each is a list."""
    relations = sa.inspect(kind).relationships
    return tuple(kind.model_fields.items()), tuple((item.key, bool(item.uselist)) for item in relations)


def parent(table: str) -> Any:
    """Return a foreign key to the row that holds this one; both are deleted together."""
    return Field(default=None, foreign_key=f"{table}.pk", ondelete="CASCADE", index=True)


def children(order_by: str) -> Any:
    """Return a relation to an ordered list of rows that live and die with this one; never lazily loaded."""
    return Relationship(
        sa_relationship_kwargs={
            "order_by": f"{order_by}.position",
            "cascade": "all, delete-orphan",
            "lazy": "raise",
            "passive_deletes": False,
        }
    )


def only_child() -> Any:
    """Return a relation to at most one row that lives and dies with this one."""
    return Relationship(
        sa_relationship_kwargs={"uselist": False, "cascade": "all, delete-orphan", "lazy": "raise"}
    )
