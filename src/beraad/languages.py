"""Languages of the program: a language is added here, and with its catalogue in `resources/locale`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LanguageFacts:
    """Facts of a language."""

    name: str
    """Its own name, for a user who cannot read the present language."""
    locale: str
    """Locale of its dates and numbers, and of the words of Qt."""


SOURCE = "nl"
"""Code of the language of the sentences in the code, which needs no catalogue."""

LANGUAGES: Mapping[str, LanguageFacts] = {
    SOURCE: LanguageFacts("Nederlands", "nl_NL"),
    "en": LanguageFacts("English", "en_GB"),
}
"""Facts of each language, by its ISO 639-1 code."""
