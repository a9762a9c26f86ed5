"""Find a street with its number in a part of a field."""

from __future__ import annotations

import re

from beraad.disclosure.watch.dictionary import is_ordinary, is_place
from beraad.disclosure.watch.folding import fold
from beraad.disclosure.watch.pieces import Holds, Piece
from beraad.disclosure.watch.vocabulary import is_kind, known
from beraad.terms import ContactKind

_KINDS_OF_STREET = (
    "straat|str|laan|ln|weg|wg|plein|pln|dijk|hof|kade|singel|gracht|pad|steeg|dreef|plantsoen|markt|park|ring"
    "|baan|wal|burg|strasse|street|road|avenue|lei|vest|boulevard|allee|erf|hoek|veld|berg|brink|kamp|akker|weide"
)
TELLING_STREET = re.compile(rf"^\w{{3,}}(?:{_KINDS_OF_STREET})$")
"""Pattern for a folded word that says that it is a street."""
_SURE_STREET = re.compile(
    r"^\w{3,}(?:straat|str|laan|weg|plein|dijk|singel|gracht|steeg|dreef|plantsoen|strasse)$"
)
_BEHIND_STREET = re.compile(
    r"^(?P<before>.*?[^\W\d_].*?)[\s,.]*?(?:\b(?:nr|no|nummer|huisnummer|huisnr)\b\.?\s*)?(?<!\w)(?P<number>\d+)"
    r"\s?(?:[a-z]|bis|hs|zw)?\b(?!\s*\d).*$",
    re.IGNORECASE,
)
_RIGHT_BEHIND_STREET = re.compile(r"^(?P<before>.*?[^\W\d_]{4,})(?P<number>\d+)[a-z]?\b.*$", re.IGNORECASE)
_NUMBER_FIRST = re.compile(r"^(?P<number>\d+)\s?[a-z]?[\s,]+(?P<street>[^\d]+)$", re.IGNORECASE)
_LONGEST_NUMBER = 3
"""Most digits of a house number in front of a street; with more it is a foreign postcode."""
_MOST_WORDS = 2
"""Most ordinary words in lower case that may be a street: kade, oude markt."""
_MOST_OF_STREET = 4


def address_in(part: str, kind: str | None) -> tuple[str, Piece] | None:
    """Return the text in front of a street and number, and the address itself; None if there is none."""
    if first := _NUMBER_FIRST.match(part):
        street = first["street"].strip(" .")
        town = len(first["number"]) > _LONGEST_NUMBER or is_place(street)
        if (
            not town
            and _may_be_street(street.split(), kind)
            and not (street.islower() and is_ordinary(street))
        ):
            return "", Piece(Holds.ADDRESS, street, first["number"])
    match = _BEHIND_STREET.match(part) or _RIGHT_BEHIND_STREET.match(part)
    if match is None:
        return None
    before = match["before"].split()
    street_words = _street_at_end(before)
    behind = part[match.end("number") :].strip(" .,")
    if not street_words:
        return None
    in_town = _is_named(street_words[-1]) and is_place(behind)
    if not (in_town or _may_be_street(street_words, kind)):
        return None
    front = before[: len(before) - len(street_words)]
    return " ".join(front), Piece(Holds.ADDRESS, " ".join(street_words), match["number"])


def is_street(part: str) -> bool:
    """Return True if a part without a number is the name of a street, by its last word."""
    found = part.split()
    return 0 < len(found) <= _MOST_OF_STREET and bool(_SURE_STREET.match(fold(found[-1]).letters))


def _street_at_end(found: list[str]) -> list[str]:
    """Return the name of a street that ends here, without the words before it (zij zit op Kerkweg)."""
    capitals = any(word[:1].isupper() for word in found)
    start = len(found)
    while start > 0:
        word = found[start - 1]
        last = start == len(found)
        named = word[:1].isupper() or word[:1] in "'’" or word[:1].isdigit()
        joins = not last and word.lower() in known("joins")
        plain = not capitals and word.lower() not in known("leads") and not is_kind(word)
        if not (last or named or joins or plain) or (last and word.lower() in known("leads")):
            break
        start -= 1
    street = found[start:]
    while len(street) > 1 and (
        street[0].lower() in known("leads") or street[0] in known("articles") - {"'t", "’t"}
    ):
        street = street[1:]
    return street


def _is_named(word: str) -> bool:
    return word[:1].isupper() and word.lower() not in known("not_streets") | known("kin")


def _may_be_street(street: list[str], kind: str | None) -> bool:
    last = street[-1].strip(".")
    if last.lower() == "postbus":
        return True
    if not any(map(str.isalpha, last)):
        # Plein 1940, 12.
        last = street[0]
    if not any(map(str.isalpha, last)) or last.lower() in known("not_streets") | known("kin"):
        return False
    if TELLING_STREET.match(fold(last).letters) or last.lower() in _KINDS_OF_STREET.split("|"):
        return True
    capital = any(word[:1].isupper() for word in street)
    if kind == ContactKind.ADDRESS:
        return capital or len(street) <= _MOST_WORDS or not is_ordinary(last)
    if kind in (ContactKind.SCHOOL, ContactKind.WORK):
        return capital
    return last[:1].isupper() and not is_ordinary(last)
