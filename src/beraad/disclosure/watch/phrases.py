"""Patterns for a secret phrase: its forms, its words in another order, a verb in two parts."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator

from beraad.disclosure.watch.dictionary import is_ordinary
from beraad.disclosure.watch.folding import fold
from beraad.disclosure.watch.inflections import forms_of, parted, small_forms
from beraad.disclosure.watch.patterns import Doubt, Edge, Pattern, SignPattern, TextPattern, WordsPattern
from beraad.disclosure.watch.vocabulary import is_filler, known
from beraad.terms import Strength

_SHORTEST_PHRASE = 4
_SHORTEST_ALONE = 6
"""Fewest letters of a phrase's only telling word that tells it alone."""
_MANY_WORDS = 3
_MOST_FORMS = 200
"""Most combinations of forms that are looked for, for a phrase of many words."""
_SHORT_MONTHS = {
    "januari": ("januari", "jan"), "februari": ("februari", "feb"), "maart": ("maart", "mrt"),
    "april": ("april", "apr"), "juni": ("juni", "jun"), "juli": ("juli", "jul"),
    "augustus": ("augustus", "aug"), "september": ("september", "sep", "sept"),
    "oktober": ("oktober", "okt"), "november": ("november", "nov"), "december": ("december", "dec"),
}  # fmt: skip


def phrase(value: str) -> tuple[Pattern, ...]:
    """Return patterns for a secret phrase in all forms; in a longer word (paraplubak) it is possible."""
    return tuple(dict.fromkeys(_phrase(value)))


def _phrase(value: str) -> Iterator[Pattern]:
    folded = fold(value)
    if not folded.letters:
        if folded.signs:
            yield SignPattern(folded.signs)
        return
    words = [word for word in re.split(r"[^\w'’]+", value.lower()) if fold(word).letters]
    yield _in_text(folded.letters, folded.joined, len(folded.words))
    if len(words) == 1 and value.strip()[:1].isupper():
        # A name has its small forms, whatever the dictionary says of the word: Brammetje.
        yield from (_in_text(form, (), 1) for form in small_forms(words[0]) if not is_ordinary(form))
    if len(words) > 1 and words[0] in known("secret_labels"):
        # Codewoord paraplu is told by paraplu.
        yield from _phrase(" ".join(words[1:]))
    yield from _whatever_the_order(words)
    while len(words) > 1 and words[0] in known("leading"):
        words = words[1:]
    forms = [_SHORT_MONTHS.get(word) or _forms_in_phrase(word) for word in words]
    for spelled in itertools.islice(itertools.product(*forms), _MOST_FORMS):
        form = fold(" ".join(spelled))
        pattern = _in_text(form.letters, form.joined, 1 if len(words) == 1 else len(form.words))
        shorter = len(form.letters) < min(_SHORTEST_PHRASE, len(folded.letters))
        # An ijsje is ijs, and most ijs is none.
        yield dataclasses.replace(pattern, strength=Strength.POSSIBLE) if shorter else pattern
    telling = [word for word in words if not _says_nothing(word)]
    if len(telling) > 1:
        yield WordsPattern(
            tuple(frozenset(fold(form).letters for form in forms_of(word)) for word in telling)
        )
    elif (
        len(words) > 1 and telling and len(telling[0]) >= _SHORTEST_ALONE and telling[0] not in known("times")
    ):
        # Aangifte doen is told by aangifte.
        yield from (_in_text(fold(form).letters, (), 1) for form in forms_of(telling[0]))


def _forms_in_phrase(word: str) -> tuple[str, ...]:
    return (word,) if word in known("leads") else forms_of(word.replace("’", "'"))


def _whatever_the_order(words: list[str]) -> Iterator[Pattern]:
    """Yield patterns for the phrase in another order: a question as a statement, a verb in two parts."""
    inner = words
    while inner and inner[0] in known("empty_words"):
        inner = inner[1:]
    while inner and inner[-1] in known("empty_words"):
        inner = inner[:-1]
    letters = fold(" ".join(inner))
    if _MANY_WORDS <= len(inner) < len(words) and any(not _says_nothing(word) for word in inner):
        yield _in_text(letters.letters, letters.joined, len(inner))
    telling = [word for word in words if not _says_nothing(word)]
    for verb in telling:
        for before, forms in parted(verb):
            rest = [
                frozenset(fold(form).letters for form in forms_of(word)) for word in telling if word != verb
            ]
            both = (frozenset(fold(form).letters for form in forms), frozenset({before}))
            yield WordsPattern((*rest, *both), Strength.CERTAIN if rest else Strength.POSSIBLE)


def _says_nothing(word: str) -> bool:
    return is_filler(word) or any(word in known(name) for name in ("leads", "leading", "empty_words"))


def _in_text(letters: str, shape: tuple[bool, ...], words: int) -> TextPattern:
    edge = Edge.APART if len(letters) < _SHORTEST_PHRASE else Edge.FREE
    doubt = Doubt.LONGER_WORD if words == 1 else Doubt.NONE
    return TextPattern(letters, edge, edge, shape=shape, doubt=doubt)
