"""Words around a find in a text."""

from __future__ import annotations

from beraad.disclosure.watch.dictionary import is_ordinary
from beraad.disclosure.watch.folding import Folded
from beraad.disclosure.watch.vocabulary import known

_LINKS = ("", "s", "e", "en", "n")


def words_round(text: Folded, start: int, end: int) -> tuple[str, str]:
    """Return the word before these letters and the word behind them."""
    at, before = 0, ""
    for word in text.words:
        if at >= end:
            return before, word
        if at + len(word) <= start:
            before = word
        at += len(word)
    return before, ""


def rest_of_word(text: Folded, start: int, end: int) -> tuple[str, str]:
    """Return the rest of the word before these letters and behind them."""
    at = 0
    before = after = ""
    for word in text.words:
        if at <= start < at + len(word):
            before = word[: start - at]
        if at < end <= at + len(word):
            after = word[end - at :]
        at += len(word)
    return before, after


def is_part(rest: str) -> bool:
    """Return True if this can be part of a compound: regen- in regenparaplu, -bak in paraplubak."""
    stems = (rest.removesuffix(link) for link in _LINKS if rest.endswith(link))
    heads = (rest.removeprefix(link) for link in _LINKS if rest.startswith(link))
    return rest in _LINKS or (
        rest not in known("prefixes")
        and any(
            len(part) > 2 and part not in known("prefixes") and is_ordinary(part) for part in (*stems, *heads)
        )
    )


def is_place_to_be(text: Folded, start: int, end: int) -> bool:
    """Return True if these words stand where a place does: bij de wissel, not: de wissel van de wacht."""
    if text.known_to_tell:
        return True
    before = _words_before(text, start)
    if before and before[-1] in known("articles") - {"een"} | {"ons", "onze"}:
        before = before[:-1]
        if not before:
            return end == len(text.letters)
    elif not before:
        return end == len(text.letters)
    return before[-1] in known("places_before")


def _words_before(text: Folded, start: int) -> list[str]:
    at, found = 0, []
    for word in text.words:
        at += len(word)
        if at > start:
            break
        found.append(word)
    return found[-2:]


def is_of_person(text: Folded, start: int, end: int) -> bool:
    """Return True if this is a person's name: mevrouw Anker-Vos."""
    before = _words_before(text, start)
    double = end < len(text.letters) and "-" in text.between(end - 1, end) and text.is_capital(end)
    return bool(before and before[-1] in known("kin")) or double
