"""Patterns for every reasonable way to write down what a field holds."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator

from beraad.disclosure.watch.accounts import account, email
from beraad.disclosure.watch.addresses import TELLING_STREET
from beraad.disclosure.watch.dictionary import is_name, is_ordinary
from beraad.disclosure.watch.folding import fold
from beraad.disclosure.watch.numbers import in_words, postcode, telephone
from beraad.disclosure.watch.patterns import Doubt, Edge, HousePattern, Pattern, TextPattern
from beraad.disclosure.watch.pieces import Holds, Piece
from beraad.disclosure.watch.vocabulary import is_filler, is_kind, is_school, known, lines
from beraad.models.mentions import genitive
from beraad.terms import Strength

_SHORTEST_NAME = 4
"""Fewest letters of a name that a part of it tells."""
_MANY_WORDS = 3
_SHORTEST_PART = 5

_SHORT_FOR = (
    ("straat", "str"),
    ("laan", "ln"),
    ("plein", "pln"),
    ("plein", "pl"),
    ("weg", "wg"),
    ("strasse", "str"),
    ("plantsoen", "plants"),
    ("plantsoen", "plnts"),
    ("singel", "sngl"),
    ("gracht", "gr"),
    ("steenweg", "stwg"),
)
_SHORT_BEFORE_A_NUMBER = (("laan", "l"), ("straat", "st"), ("weg", "w"))
"""Short forms of a street that count only with a house number."""
_NAMED_AFTER = "straat|laan|weg|plein|plantsoen|singel|dreef|hof"
_SHORT_IN_FRONT = (("noorder", "nrd"), ("zuider", "zdr"), ("ooster", "oostr"), ("nieuwe", "nwe"))
_TITLES = {
    "st": ("sint", "st"),
    "sint": ("sint", "st"),
    "mgr": ("monseigneur", "mgr"),
    "monseigneur": ("monseigneur", "mgr"),
    "burg": ("burgemeester", "burg"),
    "burgemeester": ("burgemeester", "burg", "bgm"),
    "dr": ("dr", "dokter", "doctor"),
    "prof": ("prof", "professor"),
    "professor": ("professor", "prof"),
    "ds": ("ds", "dominee"),
    "past": ("past", "pastoor"),
    "pastoor": ("pastoor", "past"),
    "kon": ("kon", "koningin", "koning"),
    "koningin": ("koningin", "kon"),
    "pres": ("pres", "president"),
    "president": ("president", "pres"),
    "gen": ("gen", "generaal"),
    "generaal": ("generaal", "gen"),
    "gr": ("gr", "grote"),
    "koning": ("koning", "kon"),
    "prins": ("prins", "pr"),
    "prinses": ("prinses", "pr"),
    "i": ("i", "1"),
    "ii": ("ii", "2"),
    "iii": ("iii", "3"),
    "iv": ("iv", "4"),
    "": ("", "en"),
    "en": ("en", ""),
    "v": ("v", "van"),
    "van": ("van", "v"),
    "vd": ("vd", "vande", "vander", "vanden"),
    "vrouwe": ("vrouwe", "vr"),
    "nieuwe": ("nieuwe", "nwe"),
    "postbus": ("postbus", "pb", "pobox"),
    "gebr": ("gebr", "gebroeders"),
    "gebroeders": ("gebroeders", "gebr"),
}
_NOT_TITLES = ("vrouwe", "nieuwe", "postbus", "", "en", "i", "ii", "iii", "iv", "v", "van", "vd", "gr")
_OF_THE = re.compile(r"^['’‘`]?s-(?=\w{4})", re.IGNORECASE)
"""Pattern for the beginning of 's-Heerenbergseweg."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_ORDINALS = {
    "1e": "eerste", "2e": "tweede", "3e": "derde", "4e": "vierde",
    "1ste": "eerste", "2de": "tweede", "3de": "derde", "4de": "vierde",
}  # fmt: skip
_INSTITUTION = re.compile(
    r"^(.{3,}?)-?(school|college|lyceum|gymnasium|kliniek|ziekenhuis|kerk|moskee|huis|opvang)$"
)


def spellings_of(piece: Piece) -> tuple[Pattern, ...]:
    """Return the patterns for one thing that a field holds."""
    found: Iterator[Pattern]
    match piece.holds:
        case Holds.NUMBER:
            found = telephone(piece.text)
        case Holds.EMAIL:
            found = email(piece.text)
        case Holds.ACCOUNT | Holds.CODE:
            found = account(piece.text)
        case Holds.POSTCODE:
            found = postcode(fold(piece.text).letters)
        case Holds.ADDRESS:
            found = _address(piece.text, fold(piece.number).letters)
        case Holds.STREET:
            found = _street_alone(piece.text)
        case Holds.NAME:
            found = _name(piece)
        case Holds.PERSON if piece.what:
            found = _person(piece.text.split())
        case Holds.PERSON | Holds.PHRASE:
            found = _possible(piece.text)
    return tuple(dict.fromkeys(found))


# -- addresses ------------------------------------------------------------------------------------


def _address(street: str, number: str) -> Iterator[HousePattern]:
    """Yield patterns for a street and number, in either order."""
    spelled = in_words(number)
    for name, ordinary in _spellings(street):
        yield HousePattern(name, number, spelled, ordinary)
        for long, short in _SHORT_BEFORE_A_NUMBER:
            stem = name.removesuffix(long)
            if stem != name and len(stem) >= _SHORTEST_PART:
                yield HousePattern(stem + short, number, spelled, ordinary)
    first, *others = street.split()
    if others and fold(first).letters in _TITLES.keys() - set(_NOT_TITLES):
        # The Pastoor Vroomensstraat is also told so: bij pastoor Vroomens op 61.
        person = re.sub(rf"(?:{_NAMED_AFTER})$", "", fold(" ".join(others)).letters)
        yield from (HousePattern(title + person, number, spelled) for title in _short_and_long(first))


def street_alone(street: str) -> tuple[TextPattern, ...]:
    """Return patterns for the name of a street without its number: possible. None for plek or plek 12."""
    if street.lower() in known("not_streets"):
        return ()
    if street.islower() and is_ordinary(street) and not TELLING_STREET.match(f"xxx{street}"):
        return ()
    return tuple(dict.fromkeys(_street_alone(street)))


def _street_alone(street: str) -> Iterator[TextPattern]:
    for name, ordinary in _spellings(street):
        after = Edge.FREE if TELLING_STREET.match(name) else Edge.APART
        doubt = Doubt.ORDINARY if ordinary else Doubt.NONE
        yield TextPattern(name, after=after, strength=Strength.POSSIBLE, doubt=doubt)


def _spellings(street: str) -> Iterator[tuple[str, bool]]:
    """Yield the folded street, its short forms and its telling end; True with those of ordinary words."""
    whole = street.split()
    parts = [whole]
    if len(whole) > 1:
        # Koningin Emmalaan is the Emmalaan too, and the 2e Hugo de Grootstraat the Hugo de Grootstraat.
        parts += [whole[1:]] if whole[0].lower() in _ORDINALS or whole[0].lower() in known("articles") else []
        parts += [whole[-1:]] if TELLING_STREET.match(fold(whole[-1]).letters) else []
    if genitive_article := _OF_THE.match(street):
        parts += [street[genitive_article.end() :].split()]
    for part in parts:
        # The word zandweg always means a street; markt and oude markt do not.
        telling = TELLING_STREET.match(fold(part[-1]).letters)
        ordinary = not telling and all(is_ordinary(word.strip(".'’")) or is_filler(word) for word in part)
        spelled = map("".join, itertools.product(*map(_short_and_long, part)))
        for name in dict.fromkeys(also for one in spelled for also in _sounds_like(one)):
            yield name, ordinary
            for long, short in _SHORT_FOR:
                if name.endswith(long):
                    yield name.removesuffix(long) + short, ordinary
                elif name.endswith(short):
                    yield name.removesuffix(short) + long, ordinary


def _short_and_long(word: str) -> tuple[str, ...]:
    letters = fold(word).letters
    if letters in _ORDINALS:
        return letters, _ORDINALS[letters]
    if word.lower() != (german := word.lower().translate(_UMLAUTS)):
        # Kölner is Kolner to who has no such key, and Koelner to who is German.
        return letters, fold(german).letters
    return _TITLES.get(letters, (letters,))


def _sounds_like(name: str) -> Iterator[str]:
    """Yield a folded name, and its common other spellings: ysselmeer, Churchillaan."""
    yield name
    for other in (name.replace("ij", "y"), re.sub(r"(.)\1\1", r"\1\1", name)):
        if other != name:
            yield other
    for long, short in _SHORT_IN_FRONT:
        if name.startswith(long) and len(name) > len(long):
            yield short + name.removeprefix(long)


# -- names ----------------------------------------------------------------------------------------


def _name(piece: Piece) -> Iterator[TextPattern]:
    """Yield patterns for the name of a school, work place or house, with its kind and without."""
    words = [word for word in piece.text.split() if fold(word).letters or word == "&"]
    content = words
    while len(content) > 1 and is_filler(content[0]):
        content = content[1:]
    yield from _called(content, surely=True)
    if is_kind(content[0]) and len(content) > 1:
        # ROC Tilburg is the ROC in Tilburg.
        yield from (_apart(content[0], between, *content[1:]) for between in ("in", "te", "van"))
    for own in (words, words[1:] if is_kind(words[0]) else []):
        if len(own) > 1 and any(is_filler(word) and word.lower() not in known("articles") for word in own):
            # Van Hees is no hees, in small letters neither; Huis ter Linden is ter Linden.
            yield _apart(*own)
    if piece.what:
        # With what it is in front of it: that name, however it is written.
        yield from (_apart(piece.what, *part) for part in (words, content))
    yield from (_apart("school", *part) for part in (words, content) if is_school(piece.what))
    for what in _same_kind(piece.what.lower()):
        yield from (_apart(what, *part) for part in (words, content))
    yield from _parts_that_tell(piece, content)
    if len(content) >= _MANY_WORDS and not any(map(is_filler, content)) and not is_ordinary(content[0]):
        yield TextPattern(fold(content[0]).letters, strength=Strength.POSSIBLE)
    if len(content) > 1:
        initials = "".join(word[0] for word in content if word[0].isupper() and not is_filler(word))
        if len(initials) > 1:
            yield TextPattern(fold(initials).letters, strength=Strength.POSSIBLE, doubt=Doubt.ALL_CAPITALS)


def _same_kind(what: str) -> Iterator[str]:
    """Yield other words for a kind, in front of its name: montessori for a montessorischool."""
    if what.removesuffix("school") in known("kinds_of_school"):
        yield what.removesuffix("school")
    for one, other in (("club", "vereniging"), ("vereniging", "club")):
        if what.endswith(one) and what != one:
            yield what.removesuffix(one) + other


def _parts_that_tell(piece: Piece, content: list[str]) -> Iterator[TextPattern]:
    """Yield patterns for the name of a school or the like without its title and without its kind."""
    if piece.school:
        spelled = itertools.product(*map(_short_and_long, content))
        yield from (TextPattern("".join((*words, "school"))) for words in spelled)
    if piece.institution and len(content) > 1:
        # Mencia de Mendoza is the Mencia.
        for word in (content[0], content[-1]):
            if len(word) >= _SHORTEST_PART and not (is_ordinary(word) or is_name(word) or is_kind(word)):
                yield dataclasses.replace(_apart(word), doubt=Doubt.SPELLED_APART)
                yield from (_apart(word, "school") for _ in range(piece.school))
    for line in lines("aliases"):
        whole, _colon, short = line.partition(": ")
        if fold(whole).letters == fold(" ".join(content)).letters:
            yield TextPattern(short, doubt=Doubt.ALL_CAPITALS)
    yield from _without_title(content)
    if len(content) > 1:
        # The Prinses Beatrixschool is the Beatrixschool.
        own = (word for word in content if _INSTITUTION.match(word.lower()) and not is_ordinary(word))
        yield from (_apart(word) for word in own)
    if match := _INSTITUTION.match(content[-1].lower()):
        # The Newmancollege is the Newman.
        stem = [*content[:-1], content[-1][: len(match[1])]]
        yield from _stem(stem, surely=len(stem) > 1 or not _is_anybody(stem))
        if len(stem) > 1 and fold(stem[0]).letters in ("st", "sint"):
            # The Sint Franciscusschool is de Franciscus.
            yield from _stem(stem[1:], surely=False, saint=True)


def _without_title(content: list[str]) -> Iterator[TextPattern]:
    """Yield patterns for a name without the title in it: of Mgr. Frencken, and of Gebr. Stokkel."""
    titles = [word for word in content if fold(word).letters in _TITLES.keys() - set(_NOT_TITLES)]
    bare = [word for word in content if word not in titles]
    if titles and bare:
        # Mgr. Frencken is the Frencken; Sint Jozef is not every Jozef.
        saint = any(fold(word).letters in ("st", "sint") for word in titles)
        brothers = any(fold(word).letters.startswith("gebr") for word in titles)
        yield from _stem(bare, surely=not ((saint or brothers) and _is_anybody(bare)), saint=saint)
        yield from _possible(" ".join(bare)) if brothers else ()


def _stem(words: list[str], *, surely: bool, saint: bool = False) -> Iterator[TextPattern]:
    """Yield patterns for a part of an institution's name; a person's name needs an article: het Vondel."""
    if surely:
        yield from _called(words, surely=True)
        return
    doubt = Doubt.CAPITALS if is_ordinary(words[0]) else Doubt.NONE
    for article in ("het", "de"):
        yield dataclasses.replace(_apart(article, *words), doubt=doubt, capitals=(len(article),))
    if is_ordinary(words[0]) and not (saint or is_name(words[0])):
        yield from _called(words, surely=False)


def _is_anybody(words: list[str]) -> bool:
    """Return True for one word that many texts hold: a first name, or a word too short to tell."""
    one = words[0]
    return len(words) == 1 and (is_name(one) or is_ordinary(one) or len(one) < _SHORTEST_NAME)


def _called(words: list[str], *, surely: bool) -> Iterator[TextPattern]:
    """Yield patterns for a name; if its words are ordinary ones, it counts only with capitals."""
    ordinary = all(is_ordinary(word.strip("'’.")) for word in words)
    strength = Strength.CERTAIN if surely else Strength.POSSIBLE
    for spelled in itertools.product(*map(_short_and_long, words)):
        starts = itertools.accumulate((len(word) for word in spelled[:-1]), initial=0)
        capitals = tuple(start for start, word in zip(starts, words, strict=True) if word[:1].isupper()) or (
            0,
        )
        doubt = Doubt.CAPITALS if ordinary else Doubt.NONE
        yield from (
            TextPattern(letters + more, strength=strength, doubt=doubt, capitals=capitals)
            for letters in _sounds_like("".join(spelled))
            for more in ("", "s")
        )


def _apart(*values: str) -> TextPattern:
    return TextPattern("".join(fold(value).letters for value in values))


def _person(names: list[str]) -> Iterator[TextPattern]:
    """Yield patterns for a first and last name: sure together, possible by the last name alone."""
    last = names[1:]
    yield from _called(names, surely=True)
    yield _apart(names[0][:1], *last)
    if len("".join(last)) >= _SHORTEST_PART:
        yield from _possible(" ".join(last))
        yield _apart("meneer", *last)
        yield _apart("mevrouw", *last)


def _possible(value: str) -> Iterator[TextPattern]:
    for way in (value, genitive(value)):
        if way and (letters := fold(way).letters):
            yield TextPattern(letters, strength=Strength.POSSIBLE)
