"""Read what a field holds, whatever its kind: numbers, addresses, accounts and names."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from beraad.disclosure.watch.addresses import address_in, is_street
from beraad.disclosure.watch.dictionary import is_place
from beraad.disclosure.watch.folding import as_digits
from beraad.disclosure.watch.names import (
    PLACED,
    house_before,
    names_in,
    people_in,
    says_what_it_is,
    tells_alone,
    tells_with_whom,
)
from beraad.disclosure.watch.pieces import Holds, Piece
from beraad.disclosure.watch.vocabulary import known
from beraad.terms import ContactKind

_SHORTEST_NUMBER = 6
_WHOLE_NUMBER = 10
_WITH_COUNTRY = 13
"""Number of characters from which on more digits are another number or an hour."""

_EMAIL = re.compile(r"[\w.+'-]*\w@\w[\w-]*(?:\.[\w-]+)*")
_SPOKEN_AT = re.compile(
    r"(?<=\w)\s*(?:[\[(]at[\])]|\bat\b|\bapenstaart(?:je)?\b)\s*(?=\w+\.\w)", re.IGNORECASE
)
_AT = re.compile(r"(?<!\w)@(\w[\w.]+\w)")
_ON_PLATFORM = r"\b(?:{})\b\s*(?:account)?\s*[:=-]?\s+@?([^\s,;|()/]+)(?=\s*(?:$|[,;|()/]))"
_HAS_DIGIT = re.compile(r"[^\W\d_].*\d|\d.*[^\W\d_]")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2} ?[A-Z]{4}(?: ?\d){10}\b", re.IGNORECASE)
_PLATE = re.compile(r"\b(?=[A-Z\d-]*\d)(?=[A-Z\d-]*[A-Z])[A-Z\d]{1,3}-[A-Z\d]{2,3}-[A-Z\d]{1,3}\b")
_CODE = re.compile(r"(?<![\w#])(?=[^\s,;]*\d)(?=[^\s,;]*[^\W\d_])[^\W_][\w.#-]{3,}\w(?!\w)")
_PIN = re.compile(
    r"\b(?:code|pincode|pin|kluis|kluisje|slot|wachtwoord|toegangscode)\b\D{0,4}(\d{4,6})\b", re.IGNORECASE
)
_POSTCODE = re.compile(r"(?<!\d)(?<!\d[ -])([1-9]\d{3}(?:[\s-]?[A-Z]{2}|[a-z]{2}))\b[^,;|()\n]*")
"""Pattern for a postcode and the town behind it."""
_AND_ANOTHER = re.compile(r"((?<!\d)0(?:[\s.()-]?\d){8,9})\s?/\s?(\d{1,3})(?!\d)")
"""Pattern for two numbers that differ at the end: 06 78330951/52."""
_SPLIT = re.compile(
    r"[,;|()\[\]\n•]|\s[-–/+]\s(?=[^\W\d_]|\d)|\s+of\s+|(?<=\D)/(?=\D)"
    # Kerkweg 3 en Lindestraat 14
    r"|(?<=\d)\s+(?:en|&)\s+(?=[^\W\d_])|(?<=\d)/(?=[^\W\d_]{3})"
)
_LIKE_DIGITS = r"(?<!\w)[\dOoIiLl]+(?!\w)"
_MEANT_AS_NUMBER = re.compile(rf"(?<![\w@.])\+?{_LIKE_DIGITS}(?:[\s.()/-]{{1,3}}{_LIKE_DIGITS})*(?![\w@])")
"""Pattern for digits with letters between them that look like digits: 06 77OO 11O1."""
_LABEL = re.compile(r"^\s*([^\W\d][^:@\d]{0,30}):\s+")


def pieces_in(kind: str | None, value: str) -> Iterator[Piece]:
    """Yield everything that a field of this kind holds (None: a secret phrase), the surest first."""
    plain = rest = "".join(map(_plain, unicodedata.normalize("NFKC", value)))
    rest = _SPOKEN_AT.sub("@", rest)
    rest = _MEANT_AS_NUMBER.sub(lambda run: _as_number(run[0], kind), rest)
    if kind == ContactKind.EMAIL and "@" not in rest:
        words = re.findall(r"[^\s,;():/]+", rest)
        if len(words) == 1:
            yield Piece(Holds.ACCOUNT, words[0])
            return
        yield from (
            Piece(Holds.ACCOUNT, word) for word in words if _HAS_DIGIT.search(word) and tells_alone(word)
        )
    for pattern, holds in _known_by_form(kind):
        # The name is the part behind the colon: live:rima.h_2.
        found = (match[match.lastindex or 0] for match in pattern.finditer(rest))
        yield from (Piece(holds, text.rpartition(":")[2]) for text in found)
        # Put a separator in place of the match, so that the texts on either side stay apart.
        rest = pattern.sub(" ; ", rest)
    for match in _AND_ANOTHER.finditer(rest):
        one = re.sub(r"\D", "", match[1])
        yield Piece(Holds.NUMBER, one[: -len(match[2])] + match[2])
    numbers = list(_numbers_in(rest, kind))
    yield from (Piece(Holds.NUMBER, rest[start:end].strip()) for start, end in numbers)
    for start, end in reversed(numbers):
        rest = f"{rest[:start]} ; {rest[end:]}"
    # A phrase is what nobody knows: beside a number it only says what that is.
    yield from (piece for piece in _parts(kind, rest) if piece.holds is not Holds.PHRASE or rest == plain)


@cache
def _known_by_form(kind: str | None) -> tuple[tuple[re.Pattern[str], Holds], ...]:
    """Return the patterns of what is known by its form alone, in the order in which they are read."""
    platforms = "|".join(sorted(known("platforms")))
    found = (
        (_EMAIL, Holds.EMAIL),
        (_AT, Holds.ACCOUNT),
        (re.compile(_ON_PLATFORM.format(platforms), re.IGNORECASE), Holds.ACCOUNT),
        (_POSTCODE, Holds.POSTCODE),
        (_IBAN, Holds.CODE),
        (_PLATE, Holds.CODE),
    )
    return (*found, (_CODE, Holds.CODE), (_PIN, Holds.CODE)) if kind in (ContactKind.OTHER, None) else found


def _plain(character: str) -> str:
    if unicodedata.category(character) == "Cf":
        return ""
    digit = unicodedata.digit(character, None)
    return character if digit is None else str(digit)


def _as_number(run: str, kind: str | None) -> str:
    """Return the run with look-alike letters as digits, if it makes a telephone number; else unchanged."""
    read = as_digits(run.lower())
    digits = re.sub(r"\D", "", read)
    typed = sum(map(str.isdigit, run))
    begins = read.startswith(("+", "0")) and len(digits) >= _WHOLE_NUMBER - 1
    short = kind == ContactKind.PHONE and len(digits) >= _SHORTEST_NUMBER
    return read if (begins or short) and typed * 2 >= len(digits) else run


def _numbers_in(text: str, kind: str | None) -> Iterator[tuple[int, int]]:
    """Yield the start and end of the telephone numbers in a field (06 7700 1101 of 0165 555 201)."""
    found: list[tuple[int, int, str]] = []
    for group in re.finditer(r"\+?\d+", text):
        if found:
            start, end, digits = found[-1]
            between = text[end : group.start()]
            goes_on = not re.search(r"[^\W_]|[,;+|]", between) and not group.group().startswith("+")
            whole = len(digits) >= (_WITH_COUNTRY if digits.startswith(("+", "00")) else _WHOLE_NUMBER)
            if goes_on and not whole:
                found[-1] = start, group.end(), digits + group.group()
                continue
        found.append((group.start(), group.end(), group.group()))
    shortest = _shortest(kind, text, max((len(digits) for _, _, digits in found), default=0))
    yield from ((start, end) for start, end, digits in found if len(digits) >= shortest)


def _shortest(kind: str | None, text: str, longest: int) -> int:
    """Return the least number of digits that make a telephone number in such a field."""
    if kind in PLACED:
        # Plein 1940 12 is a house.
        return _WHOLE_NUMBER - 1
    if kind == ContactKind.PHONE and longest < _SHORTEST_NUMBER and not any(map(str.isalpha, text)):
        return 1
    # An hour or a house number beside a number, or in words, is none.
    return _SHORTEST_NUMBER


def _parts(kind: str | None, rest: str) -> Iterator[Piece]:
    """Yield what stands in the parts of a field between commas and the like."""
    has_address = False
    start = 0
    for index, end in enumerate((*_SPLIT.finditer(rest), None)):
        part, bracket = rest[start : end.start() if end else None], start > 0 and rest[start - 1] in "(["
        start = end.end() if end else start
        label = _LABEL.match(part)
        what = label[1].split()[-1] if label else ""
        text = part[label.end() :].strip() if label else part.strip()
        if not text or is_place(text):
            continue
        # The part behind the comma counts as the town.
        later = kind in PLACED and (index > 0 or has_address) and not label
        behind = later and not says_what_it_is(text)
        if address := address_in(text, kind):
            has_address = True
            front, piece = address
            yield from names_in(front, kind) if says_what_it_is(front) else ()
            yield from house_before(front, piece.text, kind)
            yield piece
            if behind_it := re.search(rf"\b{piece.number}\s?[-/]\s?(\d{{1,3}})\b", text):
                # Zwanenbeemd 42-17 is written 4217 too.
                yield dataclasses.replace(piece, number=piece.number + behind_it[1])
        elif not behind and is_street(text):
            # A stop or a place to meet is told by its street alone.
            named = kind == ContactKind.OTHER and what and what.lower() not in ("adres", "straat", "woont")
            yield Piece(Holds.NAME if named else Holds.STREET, text)
        elif not behind:
            yield from names_in(text, kind, what)
        elif bracket or tells_with_whom(text):
            # Kerkweg 3 (bij tante Gonda): no town is told so.
            yield from people_in(text)
