"""Find hours and lengths in a text, in words or digits, that differ from the chosen ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

_UP_TO_FIFTEEN = (
    *("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf"),
    *("twaalf", "dertien", "veertien", "vijftien"),
)
_NUMBERS = {word: number for number, word in enumerate(_UP_TO_FIFTEEN)} | {
    "één": 1,
    "twintig": 20,
    "dertig": 30,
    "veertig": 40,
    "vijfenveertig": 45,
    "zestig": 60,
    "negentig": 90,
}
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_CLOCK = re.compile(
    rf"""\b(?:
        (?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)(?:\s*uur)?
        | (?P<half>half)\s+(?P<half_of>{_NUMBER})(?:\s+uur)?
        | (?P<words>{_NUMBER})\s*uur
    )(?!\w)(?:\s+(?P<part>'s\s+(?:ochtends|morgens|middags|avonds|nachts)))?""",
    re.IGNORECASE | re.VERBOSE,
)
_LENGTH = re.compile(
    rf"""(?<![\d.:,])\b(?:
        (?P<one_half>anderhalf\s+uur) | (?P<half>(?:een\s+)?half\s*uur) | (?P<quarter>een\s+kwartier)
        | (?P<quarters>{_NUMBER})\s+kwartier
        | (?P<hours>{_NUMBER})\s*(?:uur|uren)(?:\s+en\s+(?P<and_minutes>{_NUMBER})\s*minuten)?
        | (?P<minutes>{_NUMBER})\s*(?:minuut|minuten|min\b)
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_CLOCK_FOLLOWS = re.compile(r"\b(?:om|rond|tegen|vanaf|tot|voor|na|sinds)\s+$", re.IGNORECASE)
"""Pattern for words before an hour of the clock; `drie uur` alone is a length."""
_NO_LENGTH = re.compile(r"\b(?:om|rond|tegen|vanaf|tot|voor|sinds)\s+$", re.IGNORECASE)
"""Pattern for those of them that never stand before a length."""
_DAY, _NOON, _HOUR = 24 * 60, 12 * 60, 60


def other_hours(text: str, at: str) -> Iterator[str]:
    """Yield the words in `text` that say another hour of the clock than `at` (HH:MM).

    Without a part of the day `negen uur` is 9:00 and 21:00.
    """
    hour, minute = map(int, at.split(":"))
    chosen = hour * _HOUR + minute
    for match in _CLOCK.finditer(text):
        bare = match["words"] and not match["part"] and not _CLOCK_FOLLOWS.search(text[: match.start()])
        said = None if bare else _clock(match)
        around = _NOON if said is not None and _is_open(match, said) else _DAY
        if said is not None and (chosen - said) % around:
            yield match[0].strip()


def other_lengths(text: str, minutes: int) -> Iterator[str]:
    """Yield the words in `text` that say another length of time than `minutes`."""
    for match in _LENGTH.finditer(text):
        if not _NO_LENGTH.search(text[: match.start()]) and _length(match) != minutes:
            yield match[0].strip()


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS[words.lower()]


def _clock(match: re.Match[str]) -> int | None:
    """Return minutes since midnight; None if it is no hour of the clock."""
    if match["hour"]:
        hour, minute = int(match["hour"]), int(match["minute"])
    elif match["half"]:
        hour, minute = _number(match["half_of"]) - 1, 30
    else:
        hour, minute = _number(match["words"]), 0
    if hour > _DAY // _HOUR:
        return None
    part = (match["part"] or "").lower()
    later = hour < _NOON // _HOUR and part.endswith(("middags", "avonds"))
    return (hour * _HOUR + minute + (_NOON if later else 0)) % _DAY


def _is_open(match: re.Match[str], said: int) -> bool:
    """Return True if it may be before noon or after."""
    return not match["part"] and not (match["hour"] or "").startswith("0") and said <= _NOON


def _length(match: re.Match[str]) -> int:
    if match["one_half"]:
        return 90
    if match["half"]:
        return 30
    if match["quarter"]:
        return 15
    if match["quarters"]:
        return 15 * _number(match["quarters"])
    if match["minutes"]:
        return _number(match["minutes"])
    more = match["and_minutes"]
    return _HOUR * _number(match["hours"]) + (_number(more) if more else 0)
