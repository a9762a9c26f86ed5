"""Rewrite a sentence about somebody for that person: *Oma belt Lisa* becomes *Oma belt mij*.

It reads the short Dutch sentences of a plan. It raises `CannotTell`, with the words that are in the way, if
it is not certain what the person does in a sentence, or to whom a *zij* or an *ik* refers for this reader.
Words in quotes are left as they are.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterator

from beraad.disclosure.watch.dictionary import is_ordinary
from beraad.models.mentions import owning

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_CLAUSE = re.compile(r"[.;:!?\n,()]+")
_WHOSE = re.compile(r"['’]s?$")
_SENTENCE_END = frozenset(".!?\n")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PREPOSITIONS = _set(
    "aan achter behalve bij door langs met naar naast om op over tegen tot tussen uit van via voor zonder"
)
_SUBORDINATE = _set(
    "als dat doordat indien nadat omdat tenzij terwijl totdat voordat waar wanneer zodat zodra zolang"
)
_OPENERS = _set(
    "altijd bij daar daarna dan eerst elke hier iedere in met morgen na nu om op overdag soms tijdens tot"
    " vanaf vandaag van voor zonder 's ’s"
)
_SUBJECTS = _set("ik je jij u we wij jullie hij zij ze men iemand iedereen niemand wie")
_THIRD_PERSON = _set(
    "hij hem zij ze haar hun hen zijn diens z'n z’n d'r d’r haarzelf hemzelf zijzelf hijzelf henzelf"
)
_OBJECTS = _set("hem hen haarzelf hemzelf henzelf")
_OBJECTS_OR_WHOSE = _set("haar hun")
"""Possessives that are also objects: an object where no noun follows."""
_OF_ONE = _set("hem haar")
_DAYS = _set("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag")
_PARTICLES = _set("af mee terug thuis niet ook even vaak weer samen weg morgen daarheen")
_SPEAKER = _set("ik mij me mijn m'n m’n mezelf mijzelf")
"""Words of the sentence's writer; on the copy they would mean its reader."""
_SPEAKERS = _set("we wij ons onze je jij jou jouw u uw jullie")
"""Words that mean others than the reader only where the sentence names the reader too."""
_QUOTED = re.compile(r"(?<!\w)['‘\"“„](?!(?:s|t|n|m|k|r)\b).+?['’\"”“](?!\w)")
_AND = _set("en of")

_THE_SAME = _set(
    "mag kan wil zal moet weet eet zit laat praat let zet rust wacht sport start vecht fluit haat vergeet"
    " schiet was had kon mocht moest ging sliep"
)
_FIRST_PERSON = {verb: verb for verb in _THE_SAME} | {
    "is": "ben",
    "heeft": "heb",
    "gaat": "ga",
    "staat": "sta",
    "doet": "doe",
    "ziet": "zie",
    "slaat": "sla",
    "komt": "kom",
    "wordt": "word",
    "vindt": "vind",
}


class CannotTell(Exception):
    """Failure to tell a text to this person because of these `words` in it."""

    def __init__(self, *words: str) -> None:
        super().__init__(*words)
        self.words = words


@dataclasses.dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    me: bool = False
    """True if it is the person who is told."""
    owns: bool = False
    """True if it says that something is this person's."""
    other: bool = False
    """True if it is somebody else."""

    @property
    def plain(self) -> str:
        return self.text.lower()

    @property
    def is_name(self) -> bool:
        return self.me or self.text[:1].isupper()


def in_first_person(
    text: str, names: Collection[str], whose: Collection[str] = (), *, others: Collection[str] = ()
) -> str:
    """Return the text as it is told to the person with these `names`. Raise CannotTell if it cannot be told.

    `whose` are the possessive forms of a name: Bens. `others` are words, in lower case, for other people.
    """
    words = list(_words(text, names, whose, others))
    changes: dict[tuple[int, int], str] = {}
    for clause in _clauses(text, words):
        for place, word in enumerate(clause):
            if word.me:
                changes |= _told(text, clause, place)
    meant = _meant(text, words, helped=set(changes.values()) == {"mij"})
    changes |= {(word.start, word.end): "mij" for word in meant}
    for (start, end), new in sorted(changes.items(), reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _meant(text: str, words: list[_Word], *, helped: bool) -> Iterator[_Word]:
    """Yield the pronouns that mean this person: *Kees haalt Lisa op en brengt haar naar oma*.

    They do so only where this person is `helped` and does nothing, and no word may be somebody else. Raise
    CannotTell if a pronoun would mean somebody else for this reader, or if it is not certain whom it means.
    """
    told = any(word.me for word in words)
    me, others = False, set[str]()
    for place, word in enumerate(words):
        me |= word.me
        # "Oma Ans" is one.
        if word.other and not (place and words[place - 1].other):
            others.add(word.plain)
        if word.plain in _SPEAKER or (told and word.plain in _SPEAKERS):
            raise CannotTell(word.text)
        if _is_third_person(words, place):
            # The object of a verb is somebody else than its subject.
            is_object = _is_object(text, words, place)
            if helped and is_object and len(others) == 1 and _goes_on_to_help(words, place):
                yield word
            elif me or len(others) < (2 if is_object else 1):
                raise CannotTell(word.text)


def _goes_on_to_help(words: list[_Word], place: int) -> bool:
    """Return True for the form "Kees haalt Lisa op woensdag op en brengt haar": nobody else is in it.

    In any other sentence *haar* could be a mother or a teacher who is no name here.
    """
    before = words[:place]
    me = next((at for at, word in enumerate(before) if word.me), 0)
    if me < 2 or words[place].plain not in _OF_ONE or len(before) < me + 3:
        return False
    helper, verb, *between, joined, again = before[me - 2 : me] + before[me + 1 :]
    small = _PREPOSITIONS | _PARTICLES | _DAYS
    no_verbs = small | _OPENERS | _SUBORDINATE | _AND
    return (
        me - 2 <= 1
        and helper.other
        and joined.plain == "en"
        and all(word.plain in small for word in between)
        and not any(word.plain in no_verbs or _is_somebody(word) for word in (verb, again))
    )


def _is_third_person(words: list[_Word], place: int) -> bool:
    before = words[place - 1] if place else None
    # "als die bang is": but "die in de straat woont" says it of the word before.
    if words[place].plain == "die":
        return before is not None and before.plain in _SUBORDINATE | _AND
    return words[place].plain in _THIRD_PERSON and not _is_verb(words, place)


def _is_object(text: str, words: list[_Word], place: int) -> bool:
    word = words[place]
    if word.plain in _OBJECTS:
        return True
    if word.plain not in _OBJECTS_OR_WHOSE:
        return False
    behind = words[place + 1] if place + 1 < len(words) else None
    if behind is None or _CLAUSE.search(text, word.end, behind.start):
        return True
    small = _PREPOSITIONS | _OPENERS | _PARTICLES | _AND | _SUBORDINATE
    return behind.plain in small or behind.is_name


def _words(
    text: str, names: Collection[str], whose: Collection[str], others: Collection[str]
) -> Iterator[_Word]:
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    for word in _all_words(text, names, whose):
        if not any(start <= word.start < end for start, end in quoted):
            yield dataclasses.replace(word, other=not word.me and _WHOSE.sub("", word.plain) in others)


def _all_words(text: str, names: Collection[str], whose: Collection[str]) -> Iterator[_Word]:
    wanted = sorted((re.escape(name) for name in (*names, *whose) if name.strip()), key=len, reverse=True)
    forms = {form.casefold() for form in whose}
    who = re.compile(rf"(?<!\w)(?:{'|'.join(wanted)})(?!\w)", re.IGNORECASE) if wanted else None
    at = 0
    for found in who.finditer(text) if who else ():
        yield from (
            _Word(word.group(), word.start(), word.end()) for word in _WORD.finditer(text, at, found.start())
        )
        behind = owning(text, found.start(), found.end())
        at = found.end() + len(behind)
        owns = bool(behind) or found.group().casefold() in forms
        yield _Word(text[found.start() : at], found.start(), at, me=True, owns=owns)
    yield from (_Word(word.group(), word.start(), word.end()) for word in _WORD.finditer(text, at))


def _clauses(text: str, words: list[_Word]) -> Iterator[list[_Word]]:
    ends = [found.start() for found in _CLAUSE.finditer(text)] + [len(text)]
    start = 0
    for end in ends:
        yield [word for word in words if start <= word.start < end]
        start = end


def _is_verb(words: list[_Word], place: int) -> bool:
    # "zijn" right behind a group of people is a verb.
    behind_group = place > 2 and _is_somebody(words[place - 1]) and words[place - 2].plain in _AND
    return words[place].plain == "zijn" and behind_group


def _is_somebody(word: _Word) -> bool:
    return word.is_name or word.other


def _told(text: str, clause: list[_Word], place: int) -> dict[tuple[int, int], str]:
    """Return the replacements for a name and the verb that goes with it, by position."""
    word = clause[place]
    if word.owns:
        return {(word.start, word.end): _as_before(text, word, "mijn")}
    first = last = place
    while first >= 2 and clause[first - 1].plain in _AND and _is_somebody(clause[first - 2]):
        first -= 2
    while last + 2 < len(clause) and clause[last + 1].plain in _AND and _is_somebody(clause[last + 2]):
        last += 2
    before = clause[:first]
    here = word.start, word.end
    if before and before[-1].plain in _PREPOSITIONS:
        return {here: "mij"}
    verb = _verb_of(clause, before, last)
    if verb is None:
        return {here: "mij"}
    told = {here: _as_before(text, word, "ik")}
    told |= {(at.start, at.end): "me" if first == last else "ons" for at in clause if at.plain == "zich"}
    if first == last:
        told |= _first_person(verb)
        told |= _joined(clause[clause.index(verb) + 1 :])
    return told


def _verb_of(clause: list[_Word], before: list[_Word], last: int) -> _Word | None:
    """Return the verb of which the person is the subject; None if the person is no subject."""
    after = clause[last + 1 :]
    asks = len(before) > 1 and before[-1].plain == "of" and not before[-2].is_name
    if asks or (before and before[-1].plain in _SUBORDINATE):
        found = [word for word in after if word.plain in _FIRST_PERSON] or after[-1:]
        if not found:
            raise CannotTell(clause[last].text)
        return found[-1]
    if not before or (len(before) == 1 and before[0].plain in {*_AND, "maar", "want"}):
        if not after:
            raise CannotTell(clause[last].text)
        return after[0]
    if len(before) == 1 and _of_me(before[0].plain):
        # "Als het misgaat, slaapt Lisa bij oma."
        return before[0]
    opens = before[0].plain in _OPENERS and len(before) > 1
    others = any(
        word.plain in _SUBJECTS or (_is_somebody(word) and before[place].plain not in _PREPOSITIONS)
        for place, word in enumerate(before[1:])
    )
    return before[-1] if opens and not others else None


def _joined(words: list[_Word]) -> dict[tuple[int, int], str]:
    """Return the replacements for a second verb of the same subject: "gaat naar oma en slaapt daar"."""
    told: dict[tuple[int, int], str] = {}
    for place, word in enumerate(words[:-1]):
        behind = words[place + 1]
        if word.plain in _AND and behind.plain != _of_me(behind.plain):
            told |= _first_person(behind)
    return told


def _first_person(verb: _Word) -> dict[tuple[int, int], str]:
    told = _of_me(verb.plain)
    if told is None:
        raise CannotTell(verb.text)
    return {(verb.start, verb.end): told if verb.text.islower() else told.capitalize()}


def _of_me(verb: str) -> str | None:
    """Return a third-person verb in the first person; None if it may be no such verb."""
    if verb in _FIRST_PERSON:
        return _FIRST_PERSON[verb]
    stem = verb[:-1]
    return stem if verb.endswith("t") and len(verb) > 3 and is_ordinary(stem) else None


def _as_before(text: str, word: _Word, new: str) -> str:
    """Return `new`, with a capital if it begins a sentence."""
    before = text[: word.start].rstrip(" '‘’\"“„")
    return new.capitalize() if not before or before[-1] in _SENTENCE_END else new
