"""Inflected forms of a Dutch word: plurals, diminutives, and forms with an ending.

They follow the rules of spelling. For a word in the dictionary, only forms that are in it too.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from beraad.disclosure.watch.dictionary import is_ordinary
from beraad.disclosure.watch.vocabulary import known

_VOWELS = "aeiouy"
_LONG = re.compile(rf"^(.*?)(aa|ee|oo|uu)([^{_VOWELS}])$")
"""Stems with two vowels that lose one if a vowel follows: boom, bomen."""
_LIGHT = re.compile(rf"^(?:.*[^{_VOWELS}])?[aeiou][^{_VOWELS}wx]$")
"""Stems that double their consonant if a vowel follows: kat, katten."""
_OPEN = re.compile(rf"^(?:.*[^{_VOWELS}])?[aou]$")
"""Stems that double their vowel in front of -tje: paraplu, parapluutje."""
_SOFTER = {"f": "v", "s": "z"}
_HARDER = {soft: hard for hard, soft in _SOFTER.items()}
_SMALL = ("etje", "tje", "pje", "kje", "je")
_SHORTEST_STEM = 2
_SHORTEST_ONE = 4
"""Fewest letters of a word of which an s may make a plural: huis is no plural of hui."""
_STRONG = (("ui", "o"), ("ij", "e"), ("ie", "o"), ("i", "o"), ("e", "o"), ("ee", "o"), ("oe", "o"))
"""Vowels of strong verbs, and of their participles."""
_MORE = {
    one: tuple(more.split())
    for one, more in {
        "kind": "kinderen kinders",
        "ei": "eieren",
        "been": "beenderen",
        "blad": "bladeren bladen blaadje",
        "kalf": "kalveren",
        "lam": "lammeren",
        "lied": "liederen",
        "stad": "steden",
        "schip": "schepen scheepje scheepjes",
        "lid": "leden",
        **{stem: f"{stem}en" for stem in ("dag", "weg", "bad", "slot", "dal", "gebed", "verbod")},
        "glas": "glazen glaasje",
        "pad": "paden paadje",
        "gat": "gaten gaatje",
        "vat": "vaten vaatje",
        "hof": "hoven",
    }.items()
}
"""Plurals that the rules do not give."""


@functools.lru_cache(1_024)
def forms_of(word: str) -> tuple[str, ...]:
    """Return every form of `word` (lower case), this one first."""
    if not word.isalpha():
        return (word,)
    if not is_ordinary(word):
        return (
            word,
            *(word + end for end in ("s",) if not word.endswith(("s", "x", "z"))),
            *small_forms(word),
        )
    stems = (word, *(stem for stem in _stems(word) if is_ordinary(stem)))
    found = [form for stem in stems for form in (stem, *_forms(stem))]
    if is_ordinary(f"{word}d") and word.endswith("en"):
        found += _verb_forms(word)
    found += _of_parted_verb(word)
    found += (word + end for end in ("schap", "heid"))
    listed = (word, *(form for form in found if is_ordinary(form)))
    return tuple(
        dict.fromkeys((*listed, *(before for form in listed for before in _as_spelled_before(form))))
    )


def small_forms(name: str) -> tuple[str, ...]:
    """Return the diminutives of a name, folded: brammetje, joostje, sannetje."""
    if not name.isalpha() or name.endswith("je"):
        return ()
    return tuple(small + many for small in _small(name) for many in ("", "s"))


def _stems(word: str) -> Iterator[str]:
    """Yield the words of which `word` may be a plural, a diminutive or a form with an ending."""
    for end in ("schap", "heid"):
        if word.endswith(end) and len(word) - len(end) >= _SHORTEST_ONE:
            yield word.removesuffix(end)
    one = word.removesuffix("s").removesuffix("'")
    if one != word and len(one) >= _SHORTEST_ONE:
        yield one
    for end in _SMALL:
        if one.endswith(end):
            stem = one.removesuffix(end)
            # koninkje is a little koning, bommetje a little bom, parapluutje a little paraplu.
            yield stem + "g" if end == "kje" else stem
            if stem[-2:-1] == stem[-1:]:
                yield stem[:-1]
    for end in ("en", "e"):
        if word.endswith(end) and len(word) - len(end) >= _SHORTEST_STEM:
            yield from _shut(word.removesuffix(end))


def _shut(stem: str) -> Iterator[str]:
    """Yield a stem as written if nothing follows: boom for bom-en, huis for huiz-en, kat for katt-en."""
    hard = stem[:-1] + _HARDER.get(stem[-1], stem[-1])
    if len(hard) < _SHORTEST_STEM:
        return
    if hard[-1] == hard[-2]:
        yield hard[:-1]
    elif _LIGHT.match(hard):
        yield hard[:-1] + hard[-2] + hard[-1]
        if _syllables(hard) > 1:
            yield hard
    else:
        yield hard


def _forms(stem: str) -> Iterator[str]:
    yield from _MORE.get(stem, ())
    yield from (before + end for before in _opened(stem) for end in ("en", "e"))
    yield from (stem + end for end in ("s", "'s", "n") if end != "n" or stem.endswith("e"))
    yield from (small + many for small in _small(stem) for many in ("", "s"))


def _verb_forms(infinitive: str) -> Iterator[str]:
    for stem in _shut(infinitive.removesuffix("en")):
        yield from (stem + end for end in ("", "t", "de", "den", "te", "ten"))
        yield from (f"ge{stem}", f"ge{stem}t", f"ge{stem}d", f"{stem}d")
    yield from (f"ge{infinitive}", f"{infinitive}d", f"{infinitive}de")
    yield from _strong(infinitive)


def parted(verb: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the prefix of a separable verb (aan of aanvragen), and the forms of the rest."""
    for before in known("prefixes") - known("fixed_prefixes"):
        rest = verb.removeprefix(before)
        if rest != verb and rest.endswith("en") and len(rest) > _SHORTEST_ONE and is_ordinary(rest):
            yield before, forms_of(rest)


def _strong(infinitive: str) -> Iterator[str]:
    """Yield the participles of verbs that change their vowel: duiken, gedoken."""
    for vowel, other in _STRONG:
        if vowel in infinitive:
            yield f"ge{infinitive.replace(vowel, other, 1)}"


def _as_spelled_before(word: str) -> Iterator[str]:
    """Yield the older spelling that many people use: pannekoek for pannenkoek."""
    for found in re.finditer("en", word):
        first, then = word[: found.end()], word[found.end() :]
        if min(len(first), len(then)) > _SHORTEST_STEM and is_ordinary(first) and is_ordinary(then):
            yield first[:-1] + then


def _of_parted_verb(infinitive: str) -> Iterator[str]:
    """Yield the forms of weglopen from those of lopen: wegloopt, weggelopen."""
    for before in known("prefixes"):
        verb = infinitive.removeprefix(before)
        if verb != infinitive and verb.endswith("en") and len(verb) >= _SHORTEST_ONE and is_ordinary(verb):
            yield from (before + form for form in forms_of(verb))


def _opened(stem: str) -> Iterator[str]:
    """Yield a stem as it is written if a vowel follows."""
    soft = _SOFTER.get(stem[-1], stem[-1])
    if long := _LONG.match(stem):
        start, vowel, consonant = long.groups()
        yield from (start + vowel[0] + consonant, start + vowel[0] + soft)
        return
    if _LIGHT.match(stem):
        yield stem + stem[-1]
        if _syllables(stem) == 1:
            return
    yield from (stem, stem[:-1] + soft)


def _small(stem: str) -> Iterator[str]:
    yield from (stem + end for end in ("je", "tje", "pje", "etje"))
    if _LIGHT.match(stem):
        yield f"{stem}{stem[-1]}etje"
    if stem.endswith("ing"):
        yield f"{stem[:-1]}kje"
    if _OPEN.match(stem):
        yield f"{stem}{stem[-1]}tje"


def _syllables(word: str) -> int:
    return len(re.findall(rf"[{_VOWELS}]+", word))
