"""Find the people whom a text names, and those who do something in it. Pure functions of the words.

It expects text as people write it in a plan: short main clauses in Dutch. A mistake here costs a question
too many or too few to the facilitator; nothing is hidden or shown because of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from beraad.alphabet import folded
from beraad.models.person import Person

_WORD = re.compile(r"[^\W_]+")
_OWNS = re.compile(r"['’](?:s(?!\w)|(?!\w))", re.IGNORECASE)
"""Pattern for the ending of a possessive name: Lisa's, Ans'."""
_HISSING = ("s", "x", "z", "ß")
_QUOTES = ("'", "‘", "’")
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
"""Prepositions: a name behind one does not act."""

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
"""Words that are a subject themselves, so that a name behind the verb is not."""

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
"""Words that, behind an article, begin a moment ("de volgende dag belt …") and not an actor."""

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
    """Word of a clause, or a name that may be several words; `people` are those whom it may mean.

    `owns`: it is a possessive; an owner does nothing by owning.
    """

    word: str
    people: tuple[str, ...] = ()
    owns: bool = False


class Mentions:
    """Finder of the people whom a text names: by whole name, by name in the plan, or by first name.

    Possessive names count too: Marks telefoon, Lisa's tas, Ans' huis. A first name or a name in the plan that
    several people share names none of them. `others` are further names; a word that is one of those names
    nobody else.
    """

    def __init__(self, people: Sequence[Person], others: Iterable[str] = ()) -> None:
        spellings = [_spellings(person) for person in people]
        shared = Counter(name for names in spellings for name in names)
        self._ids = [person.id for person in people]
        self._by_name = {
            name: person.id
            for person, names in zip(people, spellings, strict=True)
            for name in names
            if shared[name] == 1
        }
        names = {*shared, *map(_words, others)}
        self._whose = {
            form: person
            for name, person in self._by_name.items()
            if (form := _genitive(name)) and form not in names
        }
        # Alle is a name, and alles is an ordinary word.
        self._small = {form for person in people for form in map(_genitive, _small_spellings(person))}
        self._longest = max((len(name) for name in self._by_name), default=1)
        self._begins = {name[0] for name in (*self._by_name, *self._whose) if name}

    def named_in(self, text: str, *, owning: bool = True) -> list[str]:
        """Return the ids of those whom the text names, in the order of the case.

        If not `owning`, leave out those who only own something in it: Yousefs broer is not Yousef.
        """
        folded = text.casefold()
        if not any(word in folded for word in self._begins):
            return []  # Nearly every text that is looked at for one person.
        tokens = (token for token in self._tokens(text) if owning or not token.owns)
        found = {token.people[0] for token in tokens if token.people}
        return [person for person in self._ids if person in found]

    def acting_in(self, text: str) -> list[str]:
        """Return the ids of those who do something in the text, in the order of the case.

        "Lisa belt oma" and "Dan belt Lisa" name Lisa; "oma haalt Lisa op" and "Lisa slaapt bij oma" do not.
        """
        found: set[str] = set()
        for clause in _CLAUSE.split(text):
            for part in _parts(list(self._tokens(clause))):
                found.update(_actors(part))
        return [person for person in self._ids if person in found]

    def _tokens(self, text: str) -> Iterator[_Token]:
        found = list(_WORD.finditer(text))
        words = [word.group().casefold() for word in found]
        place = 0
        while place < len(words):
            token, length = self._token(words[place : place + self._longest], found[place].group())
            end = place + length
            if token.people and (behind := owning(text, found[place].start(), found[end - 1].end())):
                token, end = replace(token, owns=True), end + (len(behind) > 1)
            yield token
            place = end

    def _token(self, words: Sequence[str], first: str) -> tuple[_Token, int]:
        """Return the longest name with which these words begin, or the first word; and its number of words.

        `first` is the first word as it was written.
        """
        for length in range(len(words), 0, -1):
            name = tuple(words[:length])
            if person := self._by_name.get(name):
                return _Token(" ".join(name), (person,)), length
            person = self._whose.get(name)
            if person and (first[0].isupper() or name in self._small):
                return _Token(" ".join(name), (person,), owns=True), length
        return _Token(words[0]), 1


def genitive(name: str) -> str | None:
    """Return the possessive form of a name if it has no apostrophe: Marks, Sannes; else None.

    A full vowel takes 's (Lisa's), a hissing letter an apostrophe alone (Ans').
    """
    last = folded(name)[-2:]
    vowel = last[-1:] in ("a", "i", "o", "u") or (last[-1:] == "y" and last[:1] not in tuple("aeou"))
    return f"{name}s" if last and last[-1].isalpha() and not vowel and last[-1] not in _HISSING else None


def _genitive(name: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of the possessive form; empty if there is none."""
    last = genitive(name[-1]) if name else None
    return (*name[:-1], last) if last else ()


def owning(text: str, start: int, end: int) -> str:
    """Return the possessive ending behind the name: 's, or an apostrophe that closes no quotation."""
    found = _OWNS.match(text, end)
    if found is None or (len(found.group()) == 1 and not text[:end].casefold().endswith(_HISSING)):
        return ""
    return "" if text[:start].endswith(_QUOTES) else found.group()


def _spellings(person: Person) -> set[tuple[str, ...]]:
    whole, called = _words(person.name), _words(person.called)
    return {name for name in (whole, called, whole[:1]) if name}


def _small_spellings(person: Person) -> set[tuple[str, ...]]:
    """Return the spellings that begin with a small letter: oma Ans."""
    ways = (person.name, person.called)
    return {_words(way) for way in ways if (found := _WORD.search(way)) and not found.group()[0].isupper()}


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.group().casefold() for word in _WORD.finditer(text))


def _parts(tokens: list[_Token]) -> Iterator[list[_Token]]:
    """Yield the main clauses: "and" begins a new one, except between two names or where the verb goes on."""
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
    """Return the actors of one main clause: the first person whom it names, and those joined by "and"."""
    if len(part) > 1 and part[0].word in _ARTICLES and part[1].word not in _TIMES and not part[1].people:
        return ()
    of_condition = bool(part) and part[0].word in _IF and sum(bool(token.people) for token in part) > 1
    for place, token in enumerate(part):
        before = part[place - 1].word if place else ""
        if token.word in _OTHER_SUBJECTS and not of_condition:
            return ()
        if not token.people or before in _BEFORE_OTHERS:
            continue
        if of_condition or token.owns:
            of_condition = False
            continue
        actors, end = [*token.people], place + 1
        while end + 1 < len(part) and _goes_on(part[end], part[end + 1]):
            actors += part[end + 1].people
            end += 2
        return () if _cared_for(part, before, end) else tuple(actors)
    return ()


def _goes_on(joint: _Token, behind: _Token) -> bool:
    """Return True if somebody else is joined by "and"."""
    return joint.word in _AND and bool(behind.people) and not behind.owns


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
