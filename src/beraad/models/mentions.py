"""Whom a text names, and who of them does something in it. Pure functions of the words.

A text is read as people write in a plan: short main clauses in Dutch. What is read wrong here is a question
too many or too few to the facilitator; nothing is hidden or shown because of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beraad.models.person import Person

_WORD = re.compile(r"[^\W_]+")
_CLAUSE = re.compile(r"[.;:!?\n,()]+")

_BEFORE_OTHERS = frozenset(
    [
        "aan",
        "achter",
        "bij",
        "door",
        "langs",
        "met",
        "naar",
        "naast",
        "om",
        "op",
        "over",
        "samen",
        "tegen",
        "tot",
        "uit",
        "van",
        "via",
        "voor",
        "zonder",
    ]
)
"""Prepositions: who stands behind one does not act."""

_OTHER_SUBJECTS = frozenset(
    [
        "ik",
        "je",
        "jij",
        "u",
        "we",
        "wij",
        "jullie",
        "hij",
        "zij",
        "ze",
        "men",
        "iemand",
        "iedereen",
        "niemand",
        "wie",
        "politie",
        "ouders",
        "buren",
        "hulpverleners",
    ]
)
"""Words that act themselves, so that a name behind the verb does not."""

_ARTICLES = frozenset(["de", "het", "een", "mijn", "jouw", "uw", "zijn", "haar", "ons", "onze", "hun"])
_TIMES = frozenset(
    [
        "dag",
        "dagen",
        "week",
        "weken",
        "avond",
        "nacht",
        "ochtend",
        "middag",
        "keer",
        "weekend",
        "maand",
        "uur",
        "eerste",
        "tweede",
        "volgende",
        "zelfde",
    ]
)
"""Behind an article these begin a moment ("de volgende dag belt …") and not somebody who acts."""

_IS_DONE_TO = frozenset(
    [
        "wordt",
        "worden",
        "mag",
        "mogen",
        "kan",
        "kunnen",
        "krijgt",
        "krijgen",
        "is",
        "zijn",
        "heeft",
        "hebben",
        "weet",
        "weten",
        "gaat",
        "gaan",
        "slaapt",
        "slapen",
        "blijft",
        "blijven",
        "logeert",
        "logeren",
        "eet",
        "eten",
        "speelt",
        "spelen",
        "woont",
        "wonen",
        "komt",
        "komen",
    ]
)
"""Verbs with which a child is cared for, or may do something, and has no task."""

_AND = frozenset(("en", "of"))
_IF = frozenset(("als", "wanneer", "zodra", "indien", "nadat"))


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of a clause, or a name that may be several words; `people` are those whom it may be."""

    word: str
    people: tuple[str, ...] = ()


class Mentions:
    """Those whom a text names: by the whole name, by what the plan calls them, or by a first name.

    A first name, or what the plan calls somebody, that several people share names none of them.
    """

    def __init__(self, people: Sequence[Person]) -> None:
        spellings = [_spellings(person) for person in people]
        shared = Counter(name for names in spellings for name in names)
        self._ids = [person.id for person in people]
        self._by_name = {
            name: person.id
            for person, names in zip(people, spellings, strict=True)
            for name in names
            if shared[name] == 1
        }
        self._longest = max((len(name) for name in self._by_name), default=0)

    def named_in(self, text: str) -> list[str]:
        """Ids of those whom the text names, in the order of the case."""
        found = {token.people[0] for token in self._tokens(text) if token.people}
        return [person for person in self._ids if person in found]

    def acting_in(self, text: str) -> list[str]:
        """Ids of those who do something in the text, in the order of the case.

        "Lisa belt oma" and "Dan belt Lisa" name Lisa; "oma haalt Lisa op" and "Lisa slaapt bij oma" do not.
        """
        found: set[str] = set()
        for clause in _CLAUSE.split(text):
            for part in _parts(list(self._tokens(clause))):
                found.update(_actors(part))
        return [person for person in self._ids if person in found]

    def _tokens(self, text: str) -> Iterator[_Token]:
        words = [word.group().casefold() for word in _WORD.finditer(text)]
        place = 0
        while place < len(words):
            for length in range(min(self._longest, len(words) - place), 0, -1):
                name = tuple(words[place : place + length])
                if person := self._by_name.get(name):
                    yield _Token(" ".join(name), (person,))
                    place += length
                    break
            else:
                yield _Token(words[place])
                place += 1


def _spellings(person: Person) -> set[tuple[str, ...]]:
    whole, called = _words(person.name), _words(person.called)
    return {name for name in (whole, called, whole[:1]) if name}


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.group().casefold() for word in _WORD.finditer(text))


def _parts(tokens: list[_Token]) -> Iterator[list[_Token]]:
    """The main clauses: "and" begins a new one, but not between two names, nor where the verb goes on."""
    part: list[_Token] = []
    for place, token in enumerate(tokens):
        behind = tokens[place + 1] if place + 1 < len(tokens) else _Token("")
        begins = bool(behind.people) or behind.word in _OTHER_SUBJECTS
        if token.word in _AND and part and not part[-1].people and begins:
            yield part
            part = []
        elif token.word == "dan" and part and part[-1].word in _AND:
            yield part[:-1]
            part = [token]
        else:
            part.append(token)
    yield part


def _actors(part: list[_Token]) -> tuple[str, ...]:
    """Who acts in one main clause: the first whom it names, and who is joined to that by "and"."""
    if len(part) > 1 and part[0].word in _ARTICLES and part[1].word not in _TIMES and not part[1].people:
        return ()
    of_condition = bool(part) and part[0].word in _IF and sum(bool(token.people) for token in part) > 1
    for place, token in enumerate(part):
        before = part[place - 1].word if place else ""
        if token.word in _OTHER_SUBJECTS and not of_condition:
            return ()
        if not token.people or before in _BEFORE_OTHERS or _word_at(part, place + 1) == "s":
            continue
        if of_condition:
            of_condition = False
            continue
        actors, end = [*token.people], place + 1
        while end + 1 < len(part) and part[end].word in _AND and part[end + 1].people:
            actors += part[end + 1].people
            end += 2
        return () if _cared_for(part, before, end) else tuple(actors)
    return ()


def _cared_for(part: list[_Token], before: str, end: int) -> bool:
    verb = _word_at(part, end)
    if before not in _IS_DONE_TO and verb not in _IS_DONE_TO:
        return False
    # "Lisa gaat naar oma en belt de politie": the second verb is a task again.
    joined = (
        part[place + 1].word
        for place, token in enumerate(part[:-1])
        if place >= end and token.word in _AND and not part[place + 1].people
    )
    return all(verb in _IS_DONE_TO or not verb.endswith(("t", "en")) for verb in joined)


def _word_at(part: list[_Token], place: int) -> str:
    return part[place].word if place < len(part) else ""
