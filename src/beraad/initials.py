"""Letters that stand for people where there is no room for a name."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterable

_SHORT, _LONG = 2, 4
"""Fewest and most letters from one word."""


def initials_of(name: str) -> str:
    """Return two letters of the last word of the name that the plan uses, without words in brackets."""
    return _from_last(name, _SHORT)


def initials_apart(names: Iterable[str]) -> dict[str, str]:
    """Return the letters of each of `names`, by name, such that no two are equal.

    They are two letters, or where these would be equal more letters of the word, or those of two words, or a
    number: the first way that works for all of them. Give only names that the same reader sees: letters that
    depend on somebody else would reveal that there is another person.
    """
    all_names = tuple(dict.fromkeys(names))
    usual = {name: initials_of(name) for name in all_names}
    count = Counter(map(str.casefold, usual.values()))
    taken = {key for key, number in count.items() if number == 1}
    letters = dict(usual)
    for clash in (key for key, number in count.items() if number > 1):
        group = [name for name in all_names if usual[name].casefold() == clash]
        found = _apart(group, taken)
        letters |= found
        taken |= {value.casefold() for value in found.values()}
    return letters


def _apart(group: list[str], taken: set[str]) -> dict[str, str]:
    for way in _WAYS:
        letters = {name: way(name) for name in group}
        keys = {value.casefold() for value in letters.values()}
        if len(keys) == len(group) and not keys & taken:
            return letters
    used = set(taken)
    letters = {}
    for name in group:
        numbered = (f"{initials_of(name)}{number}" for number in itertools.count(1))
        letters[name] = next(value for value in numbered if value.casefold() not in used)
        used.add(letters[name].casefold())
    return letters


def _from_last(name: str, most: int) -> str:
    words = name.partition(" (")[0].split()
    return words[-1][:most].capitalize() if words else "?"


def _from_two(name: str) -> str:
    """Return the first letters of the last word and of the words in brackets, or else of the first word."""
    called, _bracket, behind = name.partition(" (")
    other = behind or " ".join(called.split()[:-1])
    return (_from_last(name, 1) + other[:1].upper()) if other else ""


_WAYS: tuple[Callable[[str], str], ...] = (
    lambda name: _from_last(name, _SHORT + 1),
    _from_two,
    lambda name: _from_last(name, _LONG),
)
