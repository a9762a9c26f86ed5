"""Scripts with a font of their own, and the letters of each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

SCRIPTS: Mapping[str, tuple[range, ...]] = {
    "Arabic": (
        range(0x0600, 0x0700),
        range(0x0750, 0x0780),
        range(0x08A0, 0x0900),
        range(0xFB50, 0xFE00),
        range(0xFE70, 0xFF00),
    ),
    "Armenian": (range(0x0530, 0x0590), range(0xFB13, 0xFB18)),
    "Devanagari": (range(0x0900, 0x0980),),
    "Ethiopic": (range(0x1200, 0x13A0),),
    "Georgian": (range(0x10A0, 0x1100), range(0x1C90, 0x1CC0), range(0x2D00, 0x2D30)),
    "Gurmukhi": (range(0x0A00, 0x0A80),),
    "Hebrew": (range(0x0590, 0x0600), range(0xFB1D, 0xFB50)),
    "Thai": (range(0x0E00, 0x0E80),),
}
"""Letters of a script, by code point, by Noto's name of the script."""

_STARTS = sorted((span.start, span.stop, name) for name, spans in SCRIPTS.items() for span in spans)
_FIRST = [start for start, _stop, _name in _STARTS]


def script_of(char: str) -> str:
    """Return the script whose font draws `char`; empty if Noto Sans itself draws it, or no font does."""
    at = bisect_right(_FIRST, ord(char)) - 1
    if at < 0:
        return ""
    _start, stop, name = _STARTS[at]
    return name if ord(char) < stop else ""
