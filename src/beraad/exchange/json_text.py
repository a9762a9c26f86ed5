"""Parse the bytes of a file to plain JSON values, or refuse them with a position. Knows nothing of cases."""

import json
import math
from pathlib import Path
from stat import S_ISREG
from typing import Any

from beraad.codes import Cause
from beraad.exchange.errors import CaseFileError

LARGEST_FILE = 20_000_000
"""Largest size in bytes. A case of a whole course with signatures has a few hundred thousand."""

_LONGEST_WHOLE_NUMBER = 19
"""Most digits of a number: 2**53 and some to spare. A longer one is refused before Python reads it."""


class DoubledObject(dict[str, Any]):
    """JSON object with `key` more than once; refused as soon as its place is known."""

    key = ""


def file_bytes(path: Path) -> bytes:
    """Return the content of an ordinary file of at most `LARGEST_FILE` bytes, or raise CaseFileError."""
    try:
        state = path.stat()
        if not S_ISREG(state.st_mode):
            raise CaseFileError(Cause.NOT_A_FILE)
        if state.st_size > LARGEST_FILE:
            raise CaseFileError(Cause.TOO_LARGE, limit=LARGEST_FILE)
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        # A path with a NUL in it is a ValueError: no file can have that name.
        raise CaseFileError(Cause.MISSING_FILE) from None
    except OSError:
        raise CaseFileError(Cause.UNREADABLE) from None


def parsed(data: bytes) -> Any:
    """Return the JSON value in UTF-8 `data`, with or without byte order mark.

    Raise CaseFileError with line and column. Numbers that JSON or Python cannot hold become NaN or infinity,
    so that the draft refuses them with their place. An object with a key twice becomes a `DoubledObject`.
    """
    if len(data) > LARGEST_FILE:
        raise CaseFileError(Cause.TOO_LARGE, limit=LARGEST_FILE)
    text = _decoded(data)
    if not text.strip():
        raise CaseFileError(Cause.EMPTY)
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_whole_number,
            parse_constant=lambda _name: math.nan,
        )
    except json.JSONDecodeError as error:
        cause = Cause.CUT_OFF if _stops_short(text, error) else Cause.NOT_JSON
        raise CaseFileError(cause, line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise CaseFileError(Cause.TOO_DEEP) from None


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        cut_off = error.reason == "unexpected end of data"
        line_start = data.rfind(b"\n", 0, error.start) + 1
        raise CaseFileError(
            Cause.CUT_OFF if cut_off else Cause.NOT_UTF8,
            line=data.count(b"\n", 0, error.start) + 1,
            column=len(data[line_start : error.start].decode("utf-8", "replace")) + 1,
        ) from None


def _stops_short(text: str, error: json.JSONDecodeError) -> bool:
    text = text.strip()
    if error.msg == "Extra data":
        return False
    return error.pos >= len(text) or (text.startswith(("{", "[")) and not text.endswith(("}", "]")))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) == len(pairs):
        return result
    doubled = DoubledObject(result)
    seen: set[str] = set()
    doubled.key = next(key for key, _value in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
    return doubled


def _whole_number(digits: str) -> float:
    return int(digits) if len(digits) <= _LONGEST_WHOLE_NUMBER else math.inf
