"""Decide whether a child may read a text of the plan, and word the text for the child."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from beraad.disclosure.first_person import CannotTell, in_first_person
from beraad.disclosure.watch.dictionary import is_ordinary
from beraad.models import Case, Person
from beraad.models.mentions import Mentions, genitive
from beraad.terms import LeftOff

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_WHOSE = re.compile(r"['’]s$", re.IGNORECASE)
_BEGINS = re.compile(r"(?:^|[.!?:;\n])[\s'\"‘’“”„(]*$")
_THE_CHILDREN = re.compile(r"\bde kinderen\b", re.IGNORECASE)
_THE_CHILDREN_GO = re.compile(r"^De kinderen (?=gaan|mogen|kunnen|slapen)")
_THEY = re.compile(r"\b(?:zij|ze|hun|hen)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[.;:!?\n,()]+|\b(?:als|wanneer|zodra|indien|omdat|want|maar|totdat|nadat|voordat)\b", re.IGNORECASE
)
_TO_OR_WITH = re.compile(r"\b(?:naar|bij|met)\b", re.IGNORECASE)
_PERSONS = frozenset(("oma", "opa", "oom", "tante", "broer", "zus", "juf", "meester", "kinderen", "ouders"))
_PERSONS |= {"buurman", "buurvrouw", "buren", "politie"}
"""Words for people to whom a later *zij* or *hij* can refer."""
_KIN = {"vader": ("papa", "pappa", "pap"), "moeder": ("mama", "mamma", "mam")}


class Unfit(Exception):
    """Refusal of a text that is not for this child: the reason, and the words that are in the way."""

    def __init__(self, why: LeftOff, words: Sequence[str] = ()) -> None:
        super().__init__(why, *words)
        self.why, self.words = why, tuple(words)


class ChildsWords:
    """Reader of the texts of a plan for a child who knows the people with the ids `known`."""

    def __init__(self, case: Case, child: Person, known: Collection[str], feared: Collection[str]) -> None:
        self._child = child
        self._mentions = Mentions([person for person in case.people if person.id in known])
        called = dict.fromkeys((child.name, child.called, child.name.partition(" ")[0]))
        self._names = tuple(name for name in called if self._mentions.named_in(name) == [child.id])
        self._shared = {name.lower() for name in called if name.strip() and name not in self._names}
        self._called = _any_of(sorted(called, key=len, reverse=True))
        us = rf"(?:de kinderen|{self._called.pattern})"
        self._before_me = re.compile(rf"\s+en\s+{us}", re.IGNORECASE)
        self._behind_me = re.compile(rf"{us}\s+en\s+(?:\w+\s+)?$", re.IGNORECASE)
        whose = map(genitive, self._names)
        self._whose = tuple(form for form in whose if form and self._mentions.named_in(form) == [child.id])
        names = [name for person in case.people for name in (person.name, person.called)]
        self._words = set(_words_of(*names, *_genitives(names)))
        relations = {word for person in case.people for word in _words_of(person.relation or "")[:1]}
        parents = {*_KIN, *(word for kin in _KIN.values() for word in kin)}
        self._others = (self._words | relations | parents | _PERSONS) - {*_words_of(child.name, child.called)}
        self._organisations = _any_of(person.organisation or "" for person in case.people)
        self._feared = _any_of(
            name for person in case.people if person.id in feared for name in _called_by_anybody(case, person)
        )
        name = re.escape(case.family_name.strip())
        before, behind = r"(?:(?<!\w)(\w+)\s+|\s*)(?<!\w)", r"(s|['’]s|['’](?!\w))?(?!\w)"
        self._family = re.compile(f"{before}{name}{behind}", re.IGNORECASE)
        self._has_family = bool(case.family_name.strip())

    def is_about(self, text: str) -> bool:
        """Return True if a text names this child, or the children."""
        return self._child.id in self._mentions.named_in(text) or _THE_CHILDREN.search(text) is not None

    def told(self, text: str) -> str:
        """Return the text as it is told to the child. Raise Unfit if it is not for this child."""
        plain = self.without_family(text)
        if found := self._organisations.search(plain):
            raise Unfit(LeftOff.ORGANISATION, (found.group(),))
        if unknown := self._unknown_in(plain):
            raise Unfit(LeftOff.UNKNOWN_NAME, unknown)
        if self._child.id in self._mentions.acting_in(text):
            raise Unfit(LeftOff.TASK, (self._child.called,))
        for found in self._called.finditer(plain):
            if found.group().lower() in self._shared:
                # Nobody can tell whether it is this child.
                raise Unfit(LeftOff.NOT_TOLD, (found.group(),))
        try:
            return in_first_person(plain.strip(), self._names, self._whose, others=self._others)
        except CannotTell as error:
            raise Unfit(LeftOff.NOT_TOLD, error.words) from None

    def require_no_fear(self, text: str, *, anywhere: bool) -> None:
        """Raise Unfit for a text that sends the child to somebody who is feared.

        With `anywhere`, raise it for every text that names somebody who is feared.
        """
        parts = [text] if anywhere else [part for part in _CLAUSE.split(text) if self.is_about(part)]
        for part in parts:
            for found in self._feared.finditer(part):
                if anywhere or self._goes_with(part, found):
                    raise Unfit(LeftOff.FEARED, (found.group(),))

    def _goes_with(self, text: str, found: re.Match[str]) -> bool:
        """Return True if somebody goes to the person found here, or if this person goes with the child."""
        before, after = text[: found.start()], text[found.end() :]
        return bool(
            _TO_OR_WITH.search(before) or self._behind_me.search(before) or self._before_me.match(after)
        )

    def without_family(self, text: str) -> str:
        """Return the text without the family's name; unchanged if nothing else would be left."""
        return self._family.sub(_first_name, text).strip() or text if self._has_family else text

    def _unknown_in(self, text: str) -> tuple[str, ...]:
        """Return the names that are nobody's in this case: each may be that of an institution."""
        found = (word.group() for word in WORD.finditer(text) if self._may_be_institution(word, text))
        return tuple(dict.fromkeys(found))

    def _may_be_institution(self, found: re.Match[str], text: str) -> bool:
        word = _WHOSE.sub("", found.group())
        if not word[0].isupper() or all(part.lower() in self._words for part in re.split(r"-", word)):
            return False
        if len(word) > 1 and word.isupper():
            return True
        # At the start of a sentence an ordinary word with a capital is no name.
        return not (_BEGINS.search(text[: found.start()]) and is_ordinary(word.lower()))


def as_we(text: str) -> str:
    """Return the text with a leading *De kinderen* turned into *Wij* where they go somewhere.

    Return it unchanged if a *zij* or the like is in it.
    """
    return text if _THEY.search(text) else _THE_CHILDREN_GO.sub("Wij ", text)


def _called_by_anybody(case: Case, person: Person) -> Iterator[str]:
    """Yield every name of somebody: their own, what children call them, and what they are to the family."""
    chosen = (one for child in case.people for one in child.may_call if one.person == person.id)
    names = (person.name, person.called, person.name.partition(" ")[0], *(one.called or "" for one in chosen))
    yield from names
    yield from _genitives(names)
    relation = (person.relation or "").strip()
    yield relation
    yield from _KIN.get(relation.partition(" ")[0].lower(), ())


def _genitives(names: Sequence[str]) -> Iterator[str]:
    """Yield the possessive forms of names: Marks, of Mark Jansen too."""
    for whole in names:
        for name in (whole, whole.partition(" ")[0]):
            yield genitive(name) or ""


def _first_name(found: re.Match[str]) -> str:
    """Return the first name of a whole name: Mark for Mark Jansen, and Marks for Mark Jansens."""
    before, whose = found[1] or "", found[2] or ""
    return before + whose if before[:1].isupper() else before


def _any_of(names: Collection[str] | Iterator[str]) -> re.Pattern[str]:
    """Return a pattern that finds each of these as whole words; without any it matches nothing."""
    wanted = "|".join(re.escape(name.strip()) for name in dict.fromkeys(names) if name.strip())
    return re.compile(rf"(?<!\w)(?:{wanted})(?!\w)" if wanted else r"(?!)", re.IGNORECASE)


def _words_of(*names: str) -> list[str]:
    return [word.lower() for name in names for word in WORD.findall(name)]
