"""Find the names of institutions, houses and people in a part of a field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beraad.disclosure.watch.addresses import TELLING_STREET
from beraad.disclosure.watch.dictionary import is_name, is_ordinary, is_place
from beraad.disclosure.watch.folding import fold, number_words
from beraad.disclosure.watch.pieces import Holds, Piece
from beraad.disclosure.watch.vocabulary import is_filler, is_kind, is_school, known, lines
from beraad.terms import ContactKind

PLACED = (ContactKind.ADDRESS, ContactKind.SCHOOL, ContactKind.WORK)
"""Kinds of detail that name a place; behind a comma stands its town."""
_MOST_WORDS = 2
"""Most ordinary words in lower case that may be a name: de watermolen."""
_LONGEST_TOWN = 4
_SHORTEST_NAME = 3
_SHORTEST_ACCOUNT = 6
_ROUND_A_WORD = ".,:;'’\"“”‘?!"

Run = tuple[str, list[str]]
"""Ordinary word in front of a name, and the words of the name."""


def names_in(part: str, kind: str | None, label: str = "") -> Iterator[Piece]:
    """Yield the names in a part of a field: words with capitals, or that are no Dutch words.

    `label` is the word in front of a colon. In a part without a name the whole may be one.
    """
    read = list(_runs(_without_faith(part.split())))
    yield from (Piece(Holds.STREET, name[-1]) for _what, name in read if _ends_in_street(name))
    runs = [(what, _without_town(name)) for what, name in read]
    runs = [run for run in runs if not _is_nothing(run[1])]
    said = any(map(is_kind, (*part.split(), label)))
    for what, name in runs:
        content = [word for word in name if not is_filler(word)]
        is_what = is_kind(what or label)
        telling = is_what or len(content) > 1 or name[0].lower() in known("articles")
        person = (what or label).lower().strip(".") in known("kin")
        alone = len(runs) == 1 and (said or kind in PLACED)
        if person and len(content) > 1:
            # By more than a first name: nieuwe vriend: Bram Oosterling.
            yield Piece(Holds.PERSON, " ".join(name), what=what or label)
            continue
        sure = not person and (telling or alone)
        yield Piece(
            Holds.NAME if sure else Holds.PERSON,
            " ".join(name),
            what=what if is_what else "",
            school=kind == ContactKind.SCHOOL or any(map(is_school, part.split())),
            institution=sure
            and what.lower() not in known("platforms")
            and (is_what or said or kind in (ContactKind.SCHOOL, ContactKind.WORK)),
        )
    if not runs and not is_place(part):
        yield from _without_names(part, kind, label)


def says_what_it_is(part: str) -> bool:
    """Return True if the part has a word for a house or an institution, or an article with a capital."""
    found = part.split()
    named = any(map(_is_capital_article, found[:-1]))
    return named or any(is_kind(one) for one in found)


def people_in(part: str) -> Iterator[Piece]:
    """Yield the names in a part that tells with whom somebody is; they are only possible."""
    for piece in names_in(part, None):
        if piece.holds in (Holds.NAME, Holds.PERSON):
            yield Piece(Holds.PERSON, piece.text)


def tells_with_whom(part: str) -> bool:
    """Return True if a part behind an address tells with whom somebody is there: bij tante Gonda."""
    words = part.lower().split()
    return words[0] in known("leads") or not known("kin").isdisjoint(words)


def house_before(front: str, street: str, kind: str | None) -> Iterator[Piece]:
    """Yield the name of a house that runs on into a street without a comma: Villa Rozenhof Eikenlaan 3.

    `front` is the text before the `street`. If nothing says that there is a house, the name is at best
    possible: an Emmalaan may be named after more than one word.
    """
    *words, last = [*filter(is_kind, front.split()[-1:]), *street.split()]
    if not TELLING_STREET.match(fold(last).letters):
        return
    said = bool(words) and (is_kind(words[0]) or _is_capital_article(words[0]))
    # In Huize Valkenhorst Koningin Emmalaan, Koningin belongs to the street.
    while len(words) > 2 * said and _belongs_to_street(words[-1]):
        words = words[:-1]
    own = words[said:]
    if said and not all(map(is_filler, own)) and (is_kind(words[0]) or not all(map(is_ordinary, own))):
        yield from names_in(" ".join(words), kind)
    elif own and not said and not any(map(is_ordinary, own)):
        yield Piece(Holds.PERSON, " ".join(own))


def _is_capital_article(word: str) -> bool:
    return word[:1].isupper() and word.lower() in known("articles")


def _belongs_to_street(word: str) -> bool:
    plain = word.lower().strip(".")
    return plain in known("before_a_street") or plain[:1].isdigit() or is_name(word) or is_filler(word)


def _is_nothing(name: list[str]) -> bool:
    """Return True for a town, a service that everybody may call, or a name without a word of its own."""
    text = " ".join(name)
    return all(map(is_filler, name)) or is_place(text) or text.lower() in lines("public")


def _without_names(part: str, kind: str | None, label: str) -> Iterator[Piece]:
    """Yield what ordinary words may name: a school in lower case (de watermolen), or something unknown."""
    found = part.split()
    what = label if is_kind(label) else ""
    while len(found) > 1 and (is_kind(found[0]) or found[0].lower() in known("leads")):
        what = found[0] if is_kind(found[0]) else what
        found = found[1:]
    content = [word for word in found if not is_filler(word) and word.lower() not in known("leads")]
    if not content or all(map(is_kind, content)) or any(map(str.isdigit, part)):
        return
    if all(word.lower() in known("times") for word in content):
        # It tells a time and no place.
        return
    if is_place(" ".join(content)):
        if what:
            # Gemeente Breda, bakkerij Roosendaal: there may be more than one. There is but one ROC Tilburg.
            yield Piece(Holds.NAME if kind == ContactKind.SCHOOL else Holds.PHRASE, part)
        return
    short = len(content) <= _MOST_WORDS and len(found) <= _MOST_WORDS + 1
    if kind in PLACED and short and (what or kind != ContactKind.WORK):
        yield Piece(Holds.NAME, " ".join(found), what=what)
    elif kind == ContactKind.OTHER:
        yield Piece(Holds.PHRASE, part)


def _runs(found: list[str]) -> Iterator[Run]:
    name: list[str] = []
    what = ""
    for at, word in enumerate(found):
        bare = word.strip(_ROUND_A_WORD)
        behind = found[at + 1 :]
        if is_kind(bare) and not name:
            what = bare
        elif (
            len(name) == 1
            and bare[:1].isupper()
            and bare.lower() in known("articles")
            and is_ordinary(name[0])
        ):
            # Woonboot De Vrouwe Jacoba, Kroeg De Schele Os.
            name, what = [word], name[0]
        elif name and _begins_another(bare, behind):
            yield what, name
            name, what = [], bare
        elif _is_named(bare) and not is_kind(bare):
            name.append(word.strip(':"“”‘?!'))
        elif (
            (name and is_filler(bare) and _goes_on(behind))
            or (not name and _leads_a_name(bare, what) and behind and _is_named(behind[0]))
            or (name and is_kind(bare) and _belongs(bare, name, behind))
        ):
            name.append(word)
        else:
            if name:
                yield what, name
            name, what = [], bare
    if name:
        yield what, name


def _without_faith(found: list[str]) -> list[str]:
    """Return the words without the kind of school in front of its name: Montessori Lyceum Herman Jordan."""
    at = 0
    while at < len(found) and found[at].lower() in known("kinds_of_school"):
        at += 1
    own = at
    while own < len(found) and is_kind(found[own]):
        own += 1
    has_name = own < len(found) and found[own][:1].isupper() and not is_place(found[own])
    return found[at:] if 0 < at < own and has_name else found


def _leads_a_name(word: str, what: str) -> bool:
    """Return True if a name can begin with this word: De Wissel, huis ter Linden."""
    return word.lower() in known("articles") or (word in ("ter", "ten", "den", "der") and is_kind(what))


def _begins_another(word: str, behind: list[str]) -> bool:
    """Return True if another name begins behind this word: juf Anneke van De Vlinder."""
    if word.lower() not in known("begins") or not behind:
        return False
    return behind[0][:1].isupper() and behind[0].lower() in known("articles")


def _belongs(kind: str, name: list[str], behind: list[str]) -> bool:
    """Return True if a word for a kind belongs to the name: Het Oranje Huis, Da Vinci College Breda."""
    ordinary = all(is_filler(word) or is_ordinary(word) for word in name)
    return (kind[:1].isupper() and ordinary) or (_goes_on(behind[:1]) and not is_place(" ".join(behind)))


def _goes_on(behind: list[str]) -> bool:
    """Return True if a name goes on behind a filler word."""
    for word in behind:
        if _is_named(word):
            return True
        if not is_filler(word):
            return False
    return False


def _is_named(word: str) -> bool:
    """Return True if a word is (part of) a name: it has a capital, or is no Dutch word."""
    bare = word.strip(_ROUND_A_WORD)
    if not any(map(str.isalpha, bare)):
        return False
    if bare[:1].isupper():
        return True
    if any(map(str.isdigit, bare)):
        return False
    if is_ordinary(bare) or is_filler(bare) or is_kind(bare) or bare.lower() in known("endings"):
        return False
    return len(bare) >= _SHORTEST_NAME


def _without_town(name: list[str]) -> list[str]:
    """Return a name without the town, the word for its kind, and the kind of firm at its end."""
    while len(name) > 1:
        sizes = range(1, min(_LONGEST_TOWN, len(name) - 1) + 1)
        towns = [size for size in sizes if is_place(" ".join(name[-size:]))]
        left = name[: -max(towns)] if towns else name
        if towns and not all(map(is_filler, left)) and not _is_one_name(name, left):
            name = left
        elif is_kind(name[-1]) and all(is_filler(word) or is_ordinary(word) for word in name[:-1]):
            # Het Oranje Huis is no Oranje.
            break
        elif (
            _ends_in_street(name)
            or name[-1].lower().strip(".") in known("endings")
            or is_filler(name[-1])
            or is_kind(name[-1])
        ):
            name = name[:-1]
        else:
            break
    return name


def _ends_in_street(name: list[str]) -> bool:
    """Return True if a name runs on into a street in small letters: Vrouwe Jacoba zuiderkade."""
    return len(name) > 1 and name[-1].islower() and bool(TELLING_STREET.match(fold(name[-1]).letters))


def _is_one_name(name: list[str], left: list[str]) -> bool:
    """Return True if the last word is a town too but belongs to the name: De Vier Hoeven."""
    bare = [word for word in left if not is_filler(word)]
    if len(bare) == 1 and is_filler(left[-1]) and is_name(bare[0]):
        # Willem van Oranje; who is called Willem is nobody's school.
        return True
    return is_ordinary(name[-1]) and len(bare) == 1 and bare[0].lower() in number_words()


def tells_alone(name: str) -> bool:
    """Return True if the part before the @ tells by itself, and is nobody's name."""
    if any(map(str.isdigit, name)):
        return len(name) >= _SHORTEST_NAME
    words = re.split(r"[._+-]", name)
    listed = [word for word in words if len(word) < _SHORTEST_NAME or is_ordinary(word) or is_name(word)]
    return len(name) >= _SHORTEST_ACCOUNT and len(listed) < len(words)
