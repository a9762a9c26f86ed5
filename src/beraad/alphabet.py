"""Order of names in a Dutch list, and comparison of names without accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

LETTERS: Mapping[str, str] = {
    "ı": "i",
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ħ": "h",
    "ŋ": "n",
    "ŧ": "t",
    "ĸ": "k",
}
"""Letters that Unicode does not decompose, and what is typed for them on a Dutch keyboard."""

_APART = str.maketrans(dict(LETTERS))
_BEFORE = re.compile(
    r"(?:(?:aan|bij|da|das|de|del|della|den|der|des|di|do|dos|du|het|in|la|las|le|les|lo|los|onder|op|over|"
    r"te|ten|ter|thoe|tot|uit|uijt|van|vande|vander|vanden|ver|vom|von|voor|vor|zu|zum|zur)\s+"
    r"|['’‘`´]\s?[nt]\s+|['’‘`´]s[\s-]+|[dl]['’‘`´]\s?)+",
    re.IGNORECASE,
)
"""Words before a family name that stand behind it in a Dutch list: `Wit, de`."""


def folded(text: str) -> str:
    """Return text without capitals, accents, strokes and double spaces: `lukasz yilmaz` for Łukasz Yılmaz."""
    if text.isascii():  # most names, and ten times as fast
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_APART)
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def name_key(name: str) -> tuple[str, str, str]:
    """Return the sorting key of a name in a Dutch list: `de Wit` at W, `'t Hooft` at H, `Łuczak` at L."""
    whole = " ".join(name.split())
    found = _BEFORE.match(whole)
    if found is None or found.end() == len(whole):
        return folded(whole), "", name
    return folded(whole[found.end() :]), folded(found.group()), name
