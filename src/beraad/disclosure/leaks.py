"""Search free text for contact details and phrases that the audience may not have.

A hidden fact also leaks through a sentence. `watch` says what is searched for: words of two strengths, each
with every way to write it. A *certain* find is withheld; a *possible* one is asked about, and the answer
is kept with the case, by text and detail. docs/disclosure.md lists what this search does not find.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence

from beraad.disclosure.audience import Audience, Eye, Reader
from beraad.disclosure.watch.folding import Folded, as_digits, fold
from beraad.disclosure.watch.patterns import HousePattern, Pattern, SignPattern, WordsPattern
from beraad.disclosure.watch.words import People, WatchWord, watch_words
from beraad.models import Case
from beraad.places import Place
from beraad.readers import Readers
from beraad.terms import ContactKind, Strength

_FIRST_LETTERS = 4
"""Number of first letters by which what is searched for is looked up."""
_DIGITS = re.compile(rf"[0-9]{{{_FIRST_LETTERS},}}")
_REMEMBERED = 2_000
"""Number of texts of which the result is kept: the largest plan has a few hundred."""
_END = 60
"""Letters at either end of a text: nothing that is split over two texts is longer."""
_ROUND_A_TEXT = 4
"""Largest number of neighbours with which a text is searched."""
_SHARED = (ContactKind.ADDRESS, ContactKind.SCHOOL)
"""Details that people share who live or learn together. A phone number with two people is a typing error."""


@dataclasses.dataclass(frozen=True, slots=True)
class Hidden:
    """Hidden contact detail (`owner`, `kind`) or secret phrase (`kind` None): not everybody may have it."""

    owner: str | None
    kind: ContactKind | None
    visible_to: Readers = dataclasses.field(hash=False)
    watched: tuple[WatchWord, ...] = dataclasses.field(hash=False)
    """Words that tell it; none for a placeholder (geen, onbekend)."""
    place: Place
    """Place in the case, e.g. people/rima/contact/1."""
    value: str = ""
    """Value as it is stored; a decision about a text refers to the detail by it."""
    known_to: frozenset[str] = frozenset()
    """Ids of the people whose own detail it is: people who live together have one address."""


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """Something hidden that a text tells, how surely, and the words that tell it."""

    hidden: Hidden
    strength: Strength
    words: tuple[str, ...]
    """Words as they stand in the text, each once."""
    answered: bool = False
    """True if it is certain only because the facilitator said so."""


@dataclasses.dataclass(frozen=True, slots=True)
class Leak:
    """Text that would tell the audience what it may not have; a possible leak is only a remark."""

    place: Place
    """Place of the text in the case, e.g. meetings/b1/agreements/a4/what; of the item if it takes two."""
    hidden: Hidden
    strength: Strength = Strength.CERTAIN
    words: tuple[str, ...] = ()
    """Words of the text that tell it, as they are written there."""
    text: str = dataclasses.field(default="", repr=False)
    """Whole text; a decision refers to the text by it."""
    answered: bool = False
    """True if it is certain only because the facilitator said so."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Ends:
    """Beginning and end of a folded text, where something split over two texts stands."""

    first: str
    last: str
    first_digits: str
    last_digits: str

    @classmethod
    def of(cls, text: Folded) -> _Ends:
        """Return the ends of this text."""
        digits = "".join(filter(str.isdigit, text.letters))
        return cls(text.letters[:_END], text.letters[-_END:], digits[:_END], digits[-_END:])


class _Sought:
    """Index, by first letters, of all that is searched for; most of it need not be tried on a text."""

    def __init__(self, hidden: tuple[Hidden, ...]) -> None:
        self._hidden = hidden
        self._begins: dict[str, list[tuple[int, Pattern]]] = {}
        self._numbers: dict[str, list[tuple[int, Pattern]]] = {}
        """Patterns for numbers, by all their digits: many begin with the same ones."""
        self._always: list[tuple[int, Pattern]] = []
        """Patterns that are too short to index."""
        for index, item in enumerate(hidden):
            for pattern in (pattern for word in item.watched for pattern in word.patterns):
                if isinstance(pattern, SignPattern | WordsPattern) or len(pattern.letters) < _FIRST_LETTERS:
                    self._always.append((index, pattern))
                elif pattern.number:
                    self._numbers.setdefault(pattern.letters, []).append((index, pattern))
                else:
                    self._begins.setdefault(pattern.letters[:_FIRST_LETTERS], []).append((index, pattern))
        self._lengths = sorted({len(number) for number in self._numbers})

    def found_in(self, text: Folded) -> tuple[Told, ...]:
        """Return what this text tells, in the order of the case."""
        letters = text.letters
        begins = {letters[at : at + _FIRST_LETTERS] for at in range(len(letters) - _FIRST_LETTERS + 1)}
        near = [tried for begin in begins & self._begins.keys() for tried in self._begins[begin]]
        # Numbers are looked for in letters read as digits too, and with words in between.
        for digits in (text.numbers, *(numbers.read for numbers in text.digits)):
            near += (tried for _, number in self._numbers_in(digits) for tried in self._numbers[number])
        found: dict[int, dict[Strength, list[str]]] = {}
        for index, pattern in (*self._always, *near):
            if hit := pattern.found_in(text):
                written = text.written(hit.start, hit.end) if hit.end else text.text.strip()
                found.setdefault(index, {}).setdefault(hit.strength, []).append(written)
        return tuple(self._told(index, found[index]) for index in sorted(found))

    def _numbers_in(self, digits: str) -> Iterator[tuple[int, str]]:
        """Yield the position and the digits of each known number in these digits."""
        for run in _DIGITS.finditer(digits):
            for length in self._lengths:
                for at in range(run.start(), run.end() - length + 1):
                    if (number := digits[at : at + length]) in self._numbers:
                        yield at, number

    def may_span(self, ends: Sequence[_Ends]) -> bool:
        """Return True if something could begin in the first text and end in another: a quick check."""
        first, *others = ends
        letters = first.last + "".join(one.first for one in others)
        digits = first.last_digits + "".join(one.first_digits for one in others)
        inside = len(first.last)
        return (
            self._spans(letters, inside)
            or self._number_spans(as_digits(letters), inside)
            or self._number_spans(digits, len(first.last_digits))
        )

    def _number_spans(self, digits: str, boundary: int) -> bool:
        if not digits[boundary - 1 : boundary + 1].isdigit():
            return False
        return any(at < boundary < at + len(number) for at, number in self._numbers_in(digits))

    def _spans(self, letters: str, boundary: int) -> bool:
        near = range(min(len(letters), boundary + HousePattern.reach))
        parts = [letters[at : at + _FIRST_LETTERS] for at in near]
        if self._begins.keys().isdisjoint(parts):
            return False
        return any(
            pattern.spans(letters, at, boundary)
            for at, part in enumerate(parts)
            for _, pattern in self._begins.get(part, ())
        )

    def _told(self, index: int, found: dict[Strength, list[str]]) -> Told:
        strength = Strength.CERTAIN if Strength.CERTAIN in found else Strength.POSSIBLE
        words = sorted(dict.fromkeys(found[strength]), key=len)
        # "Lindestraat 14" says it; that "Lindestraat" does too need not be said.
        own = [word for at, word in enumerate(words) if not any(word in other for other in words[at + 1 :])]
        return Told(self._hidden[index], strength, tuple(own))


class LeakSearch:
    """Search of texts for everything hidden in one case. Each text is folded once."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._hidden = _with_who_knows(tuple(_hidden_in(case)))
        self._sought = _Sought(self._hidden)
        self._decided: dict[str, dict[str, bool]] = {}
        """Facilitator's answers, by text and by hidden value: whether the text is about it."""
        for item in case.leak_decisions:
            self._decided.setdefault(item.text.strip(), {})[item.detail] = item.is_about
        self._told: dict[str, tuple[Told, ...]] = {}
        self._ends: dict[str, _Ends] = {}
        self._across: dict[tuple[str, ...], tuple[Told, ...]] = {}
        self._eyes: dict[Audience, Eye] = {}
        self._kept: dict[Audience, frozenset[int]] = {}

    def told_by(self, text: str, audience: Audience) -> tuple[Hidden, ...]:
        """Return what `text` surely tells that `audience` may not have. People may have their own details."""
        kept = self.kept_from(audience)
        return tuple(
            item.hidden
            for item in self.told(text)
            if item.strength is Strength.CERTAIN and id(item.hidden) in kept
        )

    def told(self, text: str) -> tuple[Told, ...]:
        """Return what `text` tells that somebody may not have, surely or possibly."""
        told = self._told.get(text)
        if told is None:
            if len(self._told) >= _REMEMBERED:
                # Three hours of typing make many texts; those that still stand are folded once more.
                self._told.clear()
                self._ends.clear()
            folded = fold(text)
            self._ends[text] = _Ends.of(folded)
            told = self._told[text] = tuple(self._search(folded))
        return told

    def told_across(self, texts: tuple[str, ...]) -> tuple[Told, ...]:
        """Return what adjoining texts surely tell together, and none of them alone."""
        told = self._across.get(texts)
        if told is None:
            if len(self._across) >= _REMEMBERED * _ROUND_A_TEXT:
                self._across.clear()
            certain = [one for one in self._searched_as_one(texts) if one.strength is Strength.CERTAIN]
            # A detail that one text possibly tells, they may surely tell together.
            alone = {
                id(one.hidden)
                for text in (texts if certain else ())
                for one in self.told(text)
                if one.strength is Strength.CERTAIN
            }
            told = tuple(one for one in certain if id(one.hidden) not in alone)
            self._across[texts] = told
        return told

    def _searched_as_one(self, texts: tuple[str, ...]) -> Iterator[Told]:
        ends: list[_Ends] = []
        for text in texts:
            self.told(text)
            ends.append(self._ends[text])
        if self._sought.may_span(ends):
            yield from self._search(fold("\n".join(texts)))

    def _search(self, folded: Folded) -> Iterator[Told]:
        """Search, and apply the facilitator's answers to "Gaat dit over …?"."""
        answers = self._decided.get(folded.text.strip(), {})
        for one in self._sought.found_in(folded):
            if one.strength is Strength.CERTAIN or one.hidden.value not in answers:
                yield one
        if True in answers.values():
            known = dataclasses.replace(folded, known_to_tell=True)
            for one in self._sought.found_in(known):
                if one.strength is Strength.POSSIBLE and answers.get(one.hidden.value):
                    yield dataclasses.replace(one, strength=Strength.CERTAIN, answered=True)

    def leaks(
        self, told: Iterable[Leak], audience: Audience, strength: Strength = Strength.CERTAIN
    ) -> tuple[Leak, ...]:
        """Return those of `told` that `audience` may not have.

        An item as a whole is listed only if none of its texts is.
        """
        found: list[Leak] = []
        if told == ():
            # Nearly every text of a plan, and all of them are asked about at each edit.
            return ()
        kept = self.kept_from(audience)
        for leak in told:
            if leak.strength is strength and id(leak.hidden) in kept:
                same = (one for one in found if one.hidden is leak.hidden)
                if not any(one.place.is_within(leak.place) for one in same):
                    found.append(leak)
        return tuple(found)

    def reached_by(self, leak: Leak, reader: Reader) -> Iterator[str]:
        """Yield the ids of those who would learn from this reader's copy what they may not know."""
        for person in (reader.person, *sorted(reader.seen_by)):
            if id(leak.hidden) in self.kept_from(Reader(person)):
                yield person

    def eye(self, audience: Audience) -> Eye:
        """Return the eye of this audience; it remembers its answers as long as the people stay the same."""
        if audience not in self._eyes:
            self._eyes[audience] = Eye(self._case, audience)
        return self._eyes[audience]

    def kept_from(self, audience: Audience) -> frozenset[int]:
        """Return the `id()` of each hidden detail that `audience` may not have."""
        if audience not in self._kept:
            eye = self.eye(audience)
            self._kept[audience] = frozenset(
                id(item) for item in self._hidden if not eye.may_see(item.visible_to, item.known_to)
            )
        return self._kept[audience]


def _hidden_in(case: Case) -> Iterator[Hidden]:
    people = People.called(name for person in case.people for name in (person.name, person.called))
    for person in case.people:
        for index, detail in enumerate(person.contact, start=1):
            place = Place.contact(person.id, index)
            also, struck = detail.watch_also, detail.watch_not
            watched = watch_words(detail.kind, detail.value, also, struck, people)
            kind = ContactKind(detail.kind)
            yield Hidden(person.id, kind, detail.visible_to, watched, place, detail.value)
    for index, secret in enumerate(case.secrets, start=1):
        watched = watch_words(None, secret.text, secret.watch_also, secret.watch_not, people)
        yield Hidden(None, None, secret.visible_to, watched, Place.secret(index), secret.text)


def _with_who_knows(hidden: tuple[Hidden, ...]) -> tuple[Hidden, ...]:
    """Return each detail with the people whose own it is: its owner, and others with the same detail."""
    shared = [(item, _patterns(item)) for item in hidden if item.kind in _SHARED and item.owner]
    known = {id(item): frozenset((item.owner,) if item.owner else ()) for item in hidden}
    for item, own in shared:
        others = (other.owner for other, patterns in shared if other.kind is item.kind and patterns >= own)
        known[id(item)] = frozenset(filter(None, (item.owner, *others)))
    return tuple(dataclasses.replace(item, known_to=known[id(item)]) for item in hidden)


def _patterns(item: Hidden) -> frozenset[Pattern]:
    return frozenset(pattern for word in item.watched for pattern in word.patterns)
