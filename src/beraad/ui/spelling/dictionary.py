"""Words of a language, from a Hunspell dictionary."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from beraad import assets

if TYPE_CHECKING:
    from hunspell import Hunspell

_MOST = 5
"""Most suggestions for one word."""


class Dictionary:
    """Dictionary that checks words and suggests others, loaded at first use (0.15 s and 20 MB).

    `language` is one for which a dictionary ships.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._words: Hunspell | None = None
        self._known: dict[str, bool] = {}

    @property
    def loaded(self) -> bool:
        """True if it can answer at once."""
        return self._words is not None

    def load(self) -> None:
        """Load the dictionary, unless it is loaded."""
        if self._words is None:
            # Loaded here: it is needed only once somebody writes in a meeting.
            from hunspell import Hunspell  # noqa: PLC0415

            folder = assets.dictionary_path(self._language, "aff").parent
            self._words = Hunspell(self._language, hunspell_data_dir=str(folder))

    def knows(self, word: str) -> bool:
        """Return True if this is a word of the language. Loads the dictionary if needed."""
        if word not in self._known:
            self._known[word] = self._spelled(word)
        return self._known[word]

    def forget(self) -> None:
        """Forget the words that were looked up."""
        self._known.clear()

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return words that may have been meant, the likeliest first; takes up to 0.3 s."""
        self.load()
        assert self._words is not None  # noqa: S101 - for the types
        return tuple(self._words.suggest(word)[:_MOST])

    def _spelled(self, word: str) -> bool:
        self.load()
        assert self._words is not None  # noqa: S101 - for the types
        # An abbreviation keeps its last stop: o.a., enz.
        return bool(self._words.spell(word) or self._words.spell(f"{word}."))


@cache
def dictionary_of(language: str) -> Dictionary | None:
    """Return the dictionary of a language such as `nl`; None if none ships or Hunspell is not installed."""
    try:
        assets.dictionary_path(language, "aff")
    except FileNotFoundError:
        return None
    # A meeting works without it: its wheels are not built for every machine.
    return Dictionary(language) if find_spec("hunspell") else None
