"""Output on the terminal: nothing in it controls the terminal, and a failed write stops nothing."""

from __future__ import annotations

import io
import os
import sys
import unicodedata
from contextlib import suppress
from typing import TextIO

_JOINERS = "\u200c\u200d"


def prepare() -> None:
    """Let the streams escape what they cannot write, and redirect closed ones to nowhere.

    Otherwise the next opened file would get the number of a closed stream, and the output as its contents.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(line: str) -> bool:
    """Write a line to the output; return True if it was written."""
    return _write(sys.stdout, visible(line) + "\n")


def warn(line: str) -> bool:
    """Write a line about what went wrong; return True if it was written."""
    return _write(sys.stderr, visible(line) + "\n")


def say_lines(lines: str) -> None:
    """Write text of our own with line breaks, such as help."""
    for line in lines.splitlines():
        say(line)


def warn_lines(lines: str) -> None:
    """Write text of our own with line breaks about what went wrong."""
    for line in lines.splitlines():
        warn(line)


def count(line: str, *, last: bool) -> None:
    """Write progress over the line before; nothing if the stream is no terminal."""
    if sys.stderr is not None and sys.stderr.isatty():
        _write(sys.stderr, "\r" + visible(line) + ("\n" if last else ""))


def visible(text: str) -> str:
    """Return `text` with control codes, line breaks, direction marks and half characters escaped."""
    if text.isprintable():
        return text
    return "".join(char if _shows(char) else char.encode("unicode_escape").decode("ascii") for char in text)


def _shows(char: str) -> bool:
    return char.isprintable() or char in _JOINERS or unicodedata.category(char) == "Zs"


def _write(stream: TextIO | None, text: str) -> bool:
    # Python has no stream if it was closed, or for a windowed program on Windows.
    if stream is None:
        return False
    try:
        stream.write(text)
        stream.flush()
    except (OSError, ValueError):
        _lead_nowhere(stream)
        return False
    return True


def _lead_nowhere(stream: TextIO) -> None:
    """Redirect a stream whose reader is gone or whose disk is full, so that it cannot fail again at exit."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
        stream.flush()
