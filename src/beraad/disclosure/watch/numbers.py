"""Patterns for every reasonable way to write or say a number: of a telephone, a house, a postcode."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from beraad.disclosure.watch.figures import is_public
from beraad.disclosure.watch.folding import number_words
from beraad.disclosure.watch.patterns import Doubt, Edge, TextPattern
from beraad.terms import Strength

_SHORTEST_NUMBER = 6
_DUTCH = 31
_DUTCH_NUMBER = 9
"""Number of digits of a Dutch number without its 0."""
_LAST_DIGITS = 4
_FIRST_DIGITS = 6
_MOST_OF_NUMBER = 8
_MOST = 4
"""Most digits of a number that is said as one number or two; a telephone number is read by its digits."""
_SAID_ONE_BY_ONE = 3


def telephone(value: str) -> Iterator[TextPattern]:
    """Yield the part of a number that its spellings share: +31 6…, 0031 6…, +31 (0)6… and 06… are one."""
    if is_public(value):
        return
    country, digits = national(value)
    if len(digits) < _SHORTEST_NUMBER:
        yield TextPattern("".join(filter(str.isdigit, value)), number=True)
        return
    yield TextPattern(digits, Edge.FREE, Edge.FREE, number=True)
    if country != _DUTCH:
        # Country codes differ in length; the end of the number is the same with and without one.
        if len(digits) > _DUTCH_NUMBER - 1:
            yield TextPattern(digits[-8:], Edge.FREE, Edge.FREE, number=True)
    elif len(digits) == _DUTCH_NUMBER and digits.startswith("6"):
        # Everybody's mobile number begins with 06: it is left out in talking.
        yield TextPattern(digits[1:], Edge.FREE, Edge.FREE, number=True)
    elif len(digits) == _DUTCH_NUMBER:
        # Without the code of the town (two or three digits after the 0), as neighbours say it.
        yield TextPattern(digits[-7:], number=True)
        yield TextPattern(digits[-6:], number=True)


def part_of_number(number: str) -> tuple[tuple[str, tuple[TextPattern, ...]], ...]:
    """Return the beginning and the end of a telephone number, as shown, with patterns: only possible."""
    country, digits = national(number)
    if len(digits) < _DUTCH_NUMBER - 1 or is_public(number):
        return ()
    whole = f"0{digits}" if country == _DUTCH else digits
    begins = tuple(part_of(whole[:length]) for length in range(_FIRST_DIGITS - 1, _MOST_OF_NUMBER + 1))
    long = tuple(ends_of(whole, _LAST_DIGITS + 1, len(whole) - 2))
    parts = [(whole[:_FIRST_DIGITS], begins), (whole[-_FIRST_DIGITS:], long)]
    if whole[-_LAST_DIGITS:][:2] not in ("19", "20"):
        # Else rather a year.
        parts.append((whole[-_LAST_DIGITS:], (part_of(whole[-_LAST_DIGITS:]),)))
    return tuple(parts)


def national(number: str) -> tuple[int, str]:
    """Return the code of the country and the digits behind it, without a 0. The number is not validated."""
    # Tables of all countries, loaded when the first case with a telephone number is.
    import phonenumbers  # noqa: PLC0415

    digits = "".join(character for character in number if character.isdigit() or character == "+")
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    elif digits.startswith("31") and len(digits) > _DUTCH_NUMBER + 1:
        digits = f"+{digits}"
    try:
        parsed = phonenumbers.parse(digits, "NL")
    except phonenumbers.NumberParseException:
        return _DUTCH, digits.lstrip("+0")
    return parsed.country_code or _DUTCH, str(parsed.national_number).lstrip("0")


def postcode(letters: str) -> Iterator[TextPattern]:
    """Yield patterns for a postcode, folded, also with its digits in words."""
    yield TextPattern(letters, Edge.NO_DIGIT, Edge.NO_LETTER)
    yield from (TextPattern(words + letters[4:]) for words in in_words(letters[:4]))


def ends_of(digits: str, shortest: int, longest: int) -> Iterator[TextPattern]:
    """Yield patterns for the last `shortest` to `longest` digits of a number; each is only possible."""
    yield from (part_of(digits[-length:]) for length in range(shortest, longest + 1))


def part_of(digits: str) -> TextPattern:
    """Return a pattern for a part of a number, which may be of another number as well."""
    return TextPattern(digits, number=True, strength=Strength.POSSIBLE, doubt=Doubt.PART)


@functools.lru_cache(512)
def in_words(digits: str) -> tuple[str, ...]:
    """Return the ways to say a number of at most four digits: vierenveertigzeventien, viervierenzo."""
    if not digits.isdigit() or len(digits) > _MOST:
        return ()
    found = [_words().get(digits, ""), *(_pairs(digits) if len(digits) >= _SAID_ONE_BY_ONE else ())]
    if len(digits) >= _SAID_ONE_BY_ONE or digits.startswith("0"):
        found.append("".join(_words()[digit] for digit in digits))
    return tuple(dict.fromkeys(filter(None, found)))


def _pairs(digits: str) -> tuple[str, ...]:
    """Return a number said in hundreds and in pairs: four hundred and seventeen, forty-four seventeen."""
    first, last = digits[:-2], digits[-2:]
    front = _words().get(first, "")
    behind = _words().get(str(int(last)), "") if last != "00" else ""
    if not front:
        return ()
    between = "nul" if last.startswith("0") and behind else ""
    hundreds = "honderd" if first == "1" else f"{front}honderd"
    return (front + between + behind, hundreds + behind)


@functools.cache
def _words() -> dict[str, str]:
    return {number: word for word, number in number_words().items()}
