"""Errors of a case file, as codes with facts. The user interface makes the sentences."""

from enum import StrEnum

from beraad.errors import BeraadError

_SHOWN_CHARACTERS = 40


class Cause(StrEnum):
    """Reasons for refusing a case file."""

    MISSING_FILE = "missing_file"
    NOT_A_FILE = "not_a_file"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    NOT_UTF8 = "not_utf8"
    NOT_JSON = "not_json"
    CUT_OFF = "cut_off"
    TOO_DEEP = "too_deep"
    NOT_AN_OBJECT = "not_an_object"
    WRONG_FORMAT = "wrong_format"
    WRONG_VERSION = "wrong_version"
    NEWER_VERSION = "newer_version"
    MISSING_KEY = "missing_key"
    UNKNOWN_KEY = "unknown_key"
    DOUBLE_KEY = "double_key"
    WRONG_TYPE = "wrong_type"
    TOO_LOW = "too_low"
    TOO_HIGH = "too_high"
    TOO_MANY = "too_many"
    TOO_LONG = "too_long"
    NO_NAME = "no_name"
    NOT_A_NUMBER = "not_a_number"
    NUMBER_TOO_LARGE = "number_too_large"
    NOT_A_DATE = "not_a_date"
    NOT_A_LOCAL_TIME = "not_a_local_time"
    NOT_A_TIME = "not_a_time"
    NOT_A_PERSON_ID = "not_a_person_id"
    NOT_A_GROUP = "not_a_group"
    NOT_A_STROKE = "not_a_stroke"
    BROKEN_CHARACTER = "broken_character"
    UNKNOWN_VALUE = "unknown_value"
    UNKNOWN_PERSON = "unknown_person"
    UNKNOWN_STATEMENT = "unknown_statement"
    UNKNOWN_AGREEMENT = "unknown_agreement"
    UNKNOWN_ORIGIN = "unknown_origin"
    UNKNOWN_SCALE = "unknown_scale"
    UNKNOWN_MEETING = "unknown_meeting"
    NOT_UNIQUE = "not_unique"


class CaseFileError(BeraadError):
    """Refusal of a case file; nothing of it was imported.

    Facts: `cause`; `file`, its name; `place`, such as `meetings[1].statements[3].kind` (counted from 0, empty
    for the whole file); and, for the causes that have them, `line` and `column` (from 1), `value` (short and
    printable), `expected`, `allowed`, `limit` and `key`.
    """

    code = "case_file_refused"

    def __init__(self, cause: Cause, place: str = "", **facts: object) -> None:
        super().__init__(cause=cause, place=place, **facts)
        self.cause = cause
        self.place = place


class CaseNotWritten(BeraadError):
    """Failure to write a case file; an older file of that name is untouched.

    Facts: `file`, its name; `reason`, the errno's symbol such as `ENOSPC`.
    """

    code = "case_not_written"


def short(value: object) -> str:
    """Return a value from a file as it can be shown safely: one line, printable, at most 40 characters."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, list | dict):
        return "[…]" if isinstance(value, list) else "{…}"
    text = str(value)
    cut = text if len(text) <= _SHOWN_CHARACTERS else text[: _SHOWN_CHARACTERS - 1] + "…"
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in cut)
