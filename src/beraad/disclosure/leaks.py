"""Searches free text for contact details and phrases that the audience may not have.

A hidden fact also leaks through a sentence. Text and details are folded first – case, accents, spacing and
punctuation go, digits of any script become 0-9 – so that "+31 6 77…" finds "06 77…" and "lindestraat  14"
finds "Lindestraat 14".
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterable, Iterator

from beraad.disclosure.audience import Audience, may_see
from beraad.models import Case
from beraad.terms import ContactKind

_SPECIAL = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŋ": "n"}
)
_STREET_AND_NUMBER = re.compile(
    r"^(?P<street>.*?[^\W\d_].*?)[\s,.]*?(?:\bn(?:umme)?r\.?\s*)?(?P<number>\d+)\s*(?P<addition>[a-zA-Z]?\b.*)$"
)
_TELLING_STREET = re.compile(
    r"^\w{3,}(?:straat|laan|weg|plein|dijk|hof|kade|singel|gracht|pad|steeg|dreef|plantsoen|markt|park|ring|baan|wal|burg)$"
)
_POSTCODE = re.compile(r"\b\d{4}\s?[A-Z]{2}\b", re.IGNORECASE)
_NAME_IN_CASE = {"call": "number"}
"""Fields that a view names otherwise than the case file."""
_SHORTEST_PHRASE = 4
_SHORTEST_NUMBER = 6
_DUTCH_NUMBER = 9


@dataclasses.dataclass(frozen=True, slots=True)
class Folded:
    """Letters and digits of a text, and whether each stands right behind the one before it."""

    letters: str
    joined: tuple[bool, ...]


def fold(text: str) -> Folded:
    """Fold `text`: NFKD, case, accents, spacing and punctuation gone, special letters spelled out."""
    letters: list[str] = []
    joined: list[bool] = []
    adjacent = False
    for character in unicodedata.normalize("NFKD", text).casefold().translate(_SPECIAL):
        if character.isalnum():
            digit = unicodedata.digit(character, None)
            letters.append(character if digit is None else str(digit))
            joined.append(adjacent)
            adjacent = True
        elif unicodedata.category(character) not in ("Mn", "Me", "Cf", "Cc") or character in "\n\t\r":
            adjacent = False
    # A special letter may fold to two; `joined` runs along with the letters.
    return Folded("".join(letters), tuple(joined))


@dataclasses.dataclass(frozen=True, slots=True)
class Needle:
    """One thing to look for, folded; the flags say where it must stand apart from its neighbours."""

    letters: str
    apart_before: bool
    apart_after: bool

    def found_in(self, text: Folded) -> bool:
        """Whether it occurs in `text`."""
        start = text.letters.find(self.letters)
        while start >= 0:
            end = start + len(self.letters)
            before = self.apart_before and text.joined[start]
            after = self.apart_after and end < len(text.letters) and text.joined[end]
            if not (before or after):
                return True
            start = text.letters.find(self.letters, start + 1)
        return False


@dataclasses.dataclass(frozen=True, slots=True)
class Hidden:
    """Something that not everybody may have: a contact detail (`owner`, `kind`) or a phrase (`kind` None)."""

    owner: str | None
    kind: ContactKind | None
    visible_to: object = dataclasses.field(hash=False)
    needles: tuple[Needle, ...]
    place: str
    """Where in the case it stands, e.g. people/rima/contact/1."""


@dataclasses.dataclass(frozen=True, slots=True)
class Leak:
    """A text that would tell the audience what it may not have."""

    place: str
    """Which text, as a path in the case, e.g. meetings/b1/agreements/a4/what."""
    hidden: Hidden


class LeakSearch:
    """Everything hidden in one case, and which of it each text tells. Texts are folded once."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._hidden = tuple(_hidden_in(case))
        self._told: dict[str, tuple[Hidden, ...]] = {}

    def told_by(self, text: str, audience: Audience) -> tuple[Hidden, ...]:
        """What `text` tells that `audience` may not have. People always may have their own details."""
        told = self._told.get(text)
        if told is None:
            folded = fold(text)
            told = tuple(item for item in self._hidden if any(n.found_in(folded) for n in item.needles))
            self._told[text] = told
        return tuple(
            item
            for item in told
            if not may_see(
                self._case, item.visible_to, audience, frozenset((item.owner,) if item.owner else ())
            )
        )

    def leaks(self, texts: Iterable[tuple[str, str]], audience: Audience) -> tuple[Leak, ...]:
        """Leaks in (place, text) pairs."""
        return tuple(Leak(place, hidden) for place, text in texts for hidden in self.told_by(text, audience))


def _hidden_in(case: Case) -> Iterator[Hidden]:
    for person in case.people:
        for index, detail in enumerate(person.contact):
            needles = tuple(dict.fromkeys(_needles(detail.kind, detail.value)))
            place = f"people/{person.id}/contact/{index + 1}"
            yield Hidden(person.id, ContactKind(detail.kind), detail.visible_to, needles, place)
    for index, secret in enumerate(case.secrets):
        needles = tuple(_phrase(secret.text))
        yield Hidden(None, None, secret.visible_to, needles, f"secrets/{index + 1}")


def _needles(kind: str, value: str) -> Iterator[Needle]:
    match kind:
        case ContactKind.PHONE:
            yield from _phone(value)
        case ContactKind.ADDRESS:
            yield from _address(value)
        case ContactKind.SCHOOL | ContactKind.WORK:
            yield from _institution(value)
        case ContactKind.EMAIL:
            yield from _apart(value)
        case _:
            # Of another kind nobody knows what it is: it may be a number or an address.
            yield from _phrase(value)
            if len(_digits(value)) >= _DUTCH_NUMBER:
                yield from _phone(value)


def _digits(value: str) -> str:
    return "".join(character for character in fold(value).letters if character in "0123456789")


def _phone(value: str) -> Iterator[Needle]:
    """The part of a number that its spellings share: +31 6…, 0031 6…, +31 (0)6… and 06… are one."""
    digits = _digits(value)
    if len(digits) < _SHORTEST_NUMBER:
        yield from _apart(value)
        return
    national = digits.removeprefix("00")
    if national.startswith("31") and len(national) > _DUTCH_NUMBER:
        national = national[2:]
    national = national.lstrip("0")
    if len(national) >= _SHORTEST_NUMBER:
        yield Needle(national, apart_before=False, apart_after=False)


def _address(value: str) -> Iterator[Needle]:
    for part in re.split(r"[,;\n]", value):
        if match := _STREET_AND_NUMBER.match(part.strip()):
            street, number, addition = match["street"], match["number"], match["addition"]
            if street_letters := fold(street).letters:
                letters = street_letters + number
                # "Lindestraat 1" is not "Lindestraat 14": a digit must not run on. An addition may.
                yield Needle(letters, apart_before=True, apart_after=True)
                for spelled in ("nr", "nummer", "no"):
                    yield Needle(street_letters + spelled + number, apart_before=True, apart_after=True)
                if addition.strip():
                    yield Needle(letters + fold(addition).letters, apart_before=True, apart_after=True)
                yield from (
                    Needle(letters + letter, apart_before=True, apart_after=True) for letter in "abcdefgh"
                )
                if _TELLING_STREET.match(street_letters):
                    yield Needle(street_letters, apart_before=True, apart_after=False)
        for postcode in _POSTCODE.findall(part):
            yield from _apart(postcode)
    yield from _apart(value)


def _institution(value: str) -> Iterator[Needle]:
    """The name of a school or work place, with and without the word for what it is; an address in it too."""
    name, *rest = re.split(r"[,;\n]", value)
    yield from _apart(name)
    words = name.split()
    generic = 0
    while generic < len(words) and words[generic][:1].islower():
        generic += 1
    # "basisschool De Linde" is also told by "De Linde"; one word alone would be found everywhere.
    if 0 < generic <= len(words) - 2:
        yield from _apart(" ".join(words[generic:]))
    for part in rest:
        if part.strip()[:1].isupper() and _STREET_AND_NUMBER.match(part.strip()):
            yield from _address(part)


def _apart(value: str) -> Iterator[Needle]:
    if letters := fold(value).letters:
        yield Needle(letters, apart_before=True, apart_after=True)


def _phrase(value: str) -> Iterator[Needle]:
    """A phrase is found inside longer words too (paraplu in paraplubak), unless it is very short."""
    if letters := fold(value).letters:
        short = len(letters) < _SHORTEST_PHRASE
        yield Needle(letters, apart_before=short, apart_after=short)


def texts_in(
    view: object, places: dict[str, str], path: str = "", place: str = ""
) -> Iterator[tuple[str, str]]:
    """Every text in a view, with the place in the case that it comes from.

    It walks the whole view, so that a field added later is searched without anybody thinking of it.
    """
    here = places.get(path)
    if here is not None:
        place = here
    if isinstance(view, str):
        # Codes are texts too, but ours: only what people wrote can leak.
        if type(view) is str and view:
            yield place, view
    elif dataclasses.is_dataclass(view):
        for field in dataclasses.fields(view):
            inner = f"{path}.{field.name}" if path else field.name
            name = _NAME_IN_CASE.get(field.name, field.name)
            yield from texts_in(getattr(view, field.name), places, inner, f"{place}/{name}")
    elif isinstance(view, tuple):
        for index, item in enumerate(view):
            yield from texts_in(item, places, f"{path}[{index}]", place)
