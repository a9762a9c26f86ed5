"""What to look for in a text when a contact detail or a phrase is hidden: every reasonable spelling of it."""

from __future__ import annotations

import dataclasses
import enum
import re
import unicodedata
from collections.abc import Iterator

from beraad.disclosure.folding import Folded, fold
from beraad.terms import ContactKind

_SHORTEST_PHRASE = 4
_SHORTEST_NUMBER = 6
_WHOLE_NUMBER = 10
_WITH_COUNTRY = 13
"""From this many characters on, what follows is another number or an hour."""
_DUTCH_NUMBER = 9
"""Digits of a Dutch number without its 0."""

_STREET_AND_NUMBER = re.compile(
    r"^(?P<street>.*?[^\W\d_].*?)[\s,.]*?(?:\bn(?:umme)?r\.?\s*)?(?P<number>\d+)\s*[a-zA-Z]?\b.*$"
)
_NUMBER_AND_STREET = re.compile(r"^(?P<number>\d+)\s*[a-zA-Z]?[\s,]+(?P<street>\D+)$")
_KINDS_OF_STREET = (
    "straat|str|laan|ln|weg|wg|plein|pln|dijk|hof|kade|singel|gracht|pad|steeg|dreef|plantsoen|markt|park|ring|baan"
    "|wal|burg"
)
_TELLING_STREET = re.compile(rf"^\w{{3,}}(?:{_KINDS_OF_STREET})$")
_SHORT_FOR = (("straat", "str"), ("laan", "ln"), ("plein", "pln"), ("weg", "wg"))
_BEFORE_A_NUMBER = ("", "nr", "nummer", "no", "huisnr", "huisnummer", "op", "opnr", "opnummer")
_POSTCODE = re.compile(r"\b\d{4}[\s-]?[A-Z]{2}\b", re.IGNORECASE)
_WHAT_IT_IS = re.compile(
    "basisschool|school|obs|cbs|rkbs|pcb|college|lyceum|kinderdagverblijf|kdv|kinderopvang|peuterspeelzaal|bso"
    "|bakkerij|slagerij|supermarkt|winkel|restaurant|café|cafe|kapper|kapsalon|garage|ziekenhuis|verpleeghuis"
    "|zorgcentrum|hotel|fabriek|kantoor|bedrijf|firma|stichting"
)
_ARTICLES = frozenset(("de", "het", "'t", "’t", "den"))
_TELLING_NAME = 6
"""A name of one word is looked for without its article from this many letters on."""


class Edge(enum.IntEnum):
    """What may not stand right beside a needle, because it would be another number, street or word."""

    FREE = enum.auto()
    NO_DIGIT = enum.auto()
    NO_LETTER = enum.auto()
    APART = enum.auto()

    def broken_by(self, neighbour: str) -> bool:
        """Whether this neighbour, joined to the needle, makes it something else."""
        if self is Edge.FREE:
            return False
        return self is Edge.APART or neighbour.isdigit() is (self is Edge.NO_DIGIT)


@dataclasses.dataclass(frozen=True, slots=True)
class Needle:
    """One thing to look for, folded, and what it must stand apart from."""

    letters: str
    before: Edge = Edge.APART
    after: Edge = Edge.APART
    number: bool = False
    """Letters that look like digits count as digits."""
    shape: tuple[bool, ...] = ()
    """Of a phrase: where its own words begin."""

    def found_in(self, text: Folded) -> bool:
        """Whether it occurs in `text`."""
        letters = text.numbers if self.number else text.letters
        start = letters.find(self.letters)
        while start >= 0:
            if self._stands(text, start, start + len(self.letters)):
                return True
            start = letters.find(self.letters, start + 1)
        return False

    def _stands(self, text: Folded, start: int, end: int) -> bool:
        joined = text.joined
        runs_on = end < len(joined) and joined[end]
        if joined[start] and self.before.broken_by(text.letters[start - 1]):
            return False
        if runs_on and self.after.broken_by(text.letters[end]):
            return False
        # A phrase may stand inside a longer word, but is not read out of two (de urenlijst: deur).
        parted = any(
            was and not now for was, now in zip(self.shape[1:], joined[start + 1 : end], strict=False)
        )
        return not (parted and (joined[start] or runs_on))


@dataclasses.dataclass(frozen=True, slots=True)
class Sign:
    """A code without a letter or a digit, such as a picture of an umbrella."""

    signs: str
    letters = ""
    """None: no text is too short to hold it."""
    number = False

    def found_in(self, text: Folded) -> bool:
        """Whether it occurs in `text`."""
        return self.signs in text.signs


def needles_for(kind: str, value: str) -> tuple[Needle | Sign, ...]:
    """What to look for when a contact detail of this kind is hidden; nothing for an empty one."""
    return tuple(dict.fromkeys(_needles(kind, value)))


def needles_for_phrase(value: str) -> tuple[Needle | Sign, ...]:
    """What to look for when a phrase is hidden; nothing for an empty one."""
    return tuple(_phrase(value))


def _needles(kind: str, value: str) -> Iterator[Needle | Sign]:
    match kind:
        case ContactKind.PHONE:
            numbers = _numbers_in(value)
            yield from (item for number in numbers for item in _phone(number)) if numbers else _apart(value)
        case ContactKind.ADDRESS:
            yield from _address(value)
        case ContactKind.SCHOOL | ContactKind.WORK:
            yield from _institution(value)
        case ContactKind.EMAIL:
            yield from _email(value)
        case _:
            # Of another kind nobody knows what it is: it may be a number or an address.
            yield from _phrase(value)
            yield from (item for item in _phones(value) if len(item.letters) >= _DUTCH_NUMBER - 1)


# -- telephone numbers ----------------------------------------------------------------------------


def _phones(value: str) -> Iterator[Needle]:
    for number in _numbers_in(value):
        yield from _phone(number)


def _numbers_in(value: str) -> tuple[str, ...]:
    """The telephone numbers in a detail ("06 7700 1101 of 0165 555 201"), each as digits, + kept."""
    plain = "".join(_digit_or_same(character) for character in unicodedata.normalize("NFKC", value))
    numbers: list[str] = []
    current, last_end = "", 0
    for group in re.finditer(r"\+?\d+", plain):
        between = plain[last_end : group.start()]
        goes_on = not re.search(r"[^\W_]|[,;+|]", between) and not group.group().startswith("+")
        if not goes_on or len(current) >= (
            _WITH_COUNTRY if current.startswith(("+", "00")) else _WHOLE_NUMBER
        ):
            numbers.append(current)
            current = ""
        current += group.group()
        last_end = group.end()
    numbers.append(current)
    return tuple(number for number in numbers if len(number) >= _SHORTEST_NUMBER)


def _digit_or_same(character: str) -> str:
    if unicodedata.category(character) == "Cf":
        return ""
    digit = unicodedata.digit(character, None)
    return character if digit is None else str(digit)


def _phone(number: str) -> Iterator[Needle]:
    """The part of a number that its spellings share: +31 6…, 0031 6…, +31 (0)6… and 06… are one."""
    abroad = number.startswith(("+", "00"))
    digits = number.lstrip("+0")
    if digits.startswith("31") and (abroad or len(digits) > _DUTCH_NUMBER + 1):
        digits, abroad = digits[2:].lstrip("0"), False
    if len(digits) < _SHORTEST_NUMBER:
        yield Needle(digits, number=True)
        return
    yield Needle(digits, Edge.FREE, Edge.FREE, number=True)
    if abroad and len(digits) >= _WHOLE_NUMBER:
        # How long the code of the country is nobody says; the end of the number is the same at home.
        yield Needle(digits[-8:], Edge.FREE, Edge.FREE, number=True)
    elif len(digits) == _DUTCH_NUMBER and digits.startswith("6"):
        # Everybody's mobile number begins with 06: it is left out in talking.
        yield Needle(digits[1:], Edge.FREE, Edge.FREE, number=True)
    elif len(digits) == _DUTCH_NUMBER:
        # Without the code of the town (two or three digits after the 0), as neighbours say it.
        yield Needle(digits[-7:], number=True)
        yield Needle(digits[-6:], number=True)


# -- addresses ------------------------------------------------------------------------------------


def _address(value: str) -> Iterator[Needle]:
    found = False
    for part in map(str.strip, re.split(r"[,;|()\n]", value)):
        match = _STREET_AND_NUMBER.match(part) or _NUMBER_AND_STREET.match(part)
        if match or _TELLING_STREET.match(fold(part).letters):
            found = True
            yield from _street(match["street"], fold(match["number"]).letters) if match else _street(part, "")
    if not found:
        yield from _apart(value)
    for postcode in _POSTCODE.findall(unicodedata.normalize("NFKC", value)):
        yield Needle(fold(postcode).letters, after=Edge.NO_LETTER)


def _street(street: str, number: str) -> Iterator[Needle]:
    """A street and number, either way round; and the street alone where its name ends on what it is."""
    for name in _spellings(street):
        if number:
            # "Lindestraat 1" is not "Lindestraat 14": a digit may not run on. A letter behind it may.
            yield from (Needle(name + word + number, after=Edge.NO_DIGIT) for word in _BEFORE_A_NUMBER)
            yield Needle(number + name, before=Edge.NO_DIGIT, after=Edge.NO_LETTER)
        if _TELLING_STREET.match(name):
            yield Needle(name, after=Edge.FREE)


def _spellings(street: str) -> Iterator[str]:
    """The folded street, short for it, and its last word where that says enough (Koningin Emmalaan)."""
    last = fold(street.rpartition(" ")[2]).letters
    for name in dict.fromkeys((fold(street).letters, last if _TELLING_STREET.match(last) else "")):
        if name:
            yield name
            for whole, short in _SHORT_FOR:
                if name.endswith(whole):
                    yield name.removesuffix(whole) + short
                elif name.endswith(short):
                    yield name.removesuffix(short) + whole


# -- names ----------------------------------------------------------------------------------------


def _institution(value: str) -> Iterator[Needle]:
    """The name of a school or work place, with and without the word for what it is; an address in it too."""
    name, *rest = re.split(r"[,;|()\n]|\s[-–]\s", value)
    yield from _apart(name)
    words = name.split()
    while words and (_WHAT_IT_IS.fullmatch(words[0].casefold().strip(".")) or words[0][:1].islower()):
        words = words[1:]
    # "basisschool De Linde" is also told by "De Linde"; one word may be a town, found everywhere.
    if len(words) >= 2:
        yield from _apart(" ".join(words))
    if len(words) == 2 and words[0].casefold() in _ARTICLES and len(words[1]) >= _TELLING_NAME:
        yield from _apart(words[1])
    for part in map(str.strip, rest):
        if part[:1].isupper() and _STREET_AND_NUMBER.match(part):
            yield from _address(part)


def _email(value: str) -> Iterator[Needle]:
    yield from _apart(value)
    name, at, domain = value.partition("@")
    if at:
        for word in ("at", "apenstaartje"):
            yield from _apart(name + word + domain)


def _apart(value: str) -> Iterator[Needle]:
    if letters := fold(value).letters:
        yield Needle(letters)


def _phrase(value: str) -> Iterator[Needle | Sign]:
    """A phrase is found inside longer words too (paraplu in paraplubak), unless it is very short."""
    folded = fold(value)
    if folded.letters:
        edge = Edge.APART if len(folded.letters) < _SHORTEST_PHRASE else Edge.FREE
        yield Needle(folded.letters, edge, edge, shape=folded.joined)
    elif folded.signs:
        yield Sign(folded.signs)
