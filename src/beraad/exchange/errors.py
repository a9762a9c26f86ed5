"""Errors of a case file, as codes with facts; `words.case_file` has the sentences."""

from beraad.codes import Cause
from beraad.errors import BeraadError

_SHOWN_CHARACTERS = 40


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
