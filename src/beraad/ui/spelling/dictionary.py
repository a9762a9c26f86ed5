"""The words of a language, in a dictionary of Hunspell."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from beraad import assets

if TYPE_CHECKING:
    from hunspell import Hunspell

_MOST = 5
"""Suggestions for one word."""


class Dictionary:
    """Knows words and suggests others. Loading it takes 0.15 s and 20 MB, so it waits until it is asked to.

    `language` is one for which a dictionary ships.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._words: Hunspell | None = None
        self._known: dict[str, bool] = {}

    @property
    def loaded(self) -> bool:
        """Whether it can answer at once."""
        return self._words is not None

    def load(self) -> None:
        """Read the dictionary, once."""
        if self._words is None:
            # Here, so that nothing of it is loaded before somebody writes in a meeting.
            from hunspell import Hunspell  # noqa: PLC0415

            folder = assets.dictionary_path(self._language, "aff").parent
            self._words = Hunspell(self._language, hunspell_data_dir=str(folder))

    def knows(self, word: str) -> bool:
        """Whether this is a word of the language; it is loaded for that."""
        if word not in self._known:
            self._known[word] = self._spelled(word)
        return self._known[word]

    def forget(self) -> None:
        """Hold none of the words that were asked for."""
        self._known.clear()

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant, the likeliest first; takes up to 0.3 s."""
        self.load()
        assert self._words is not None  # noqa: S101 - for the types
        return tuple(self._words.suggest(word)[:_MOST])

    def _spelled(self, word: str) -> bool:
        self.load()
        assert self._words is not None  # noqa: S101 - for the types
        # An abbreviation has its last stop: o.a., enz.
        return bool(self._words.spell(word) or self._words.spell(f"{word}."))


@cache
def dictionary_of(language: str) -> Dictionary | None:
    """The dictionary for a language such as `nl`; None where none ships, or nothing is there to read it."""
    try:
        assets.dictionary_path(language, "aff")
    except FileNotFoundError:
        return None
    # A meeting goes on without it: its wheels are not made for every machine.
    return Dictionary(language) if find_spec("hunspell") else None
