"""Words that many readers do not know are not used in what the program says to them."""

import re

import pytest
from babel.messages.extract import extract_from_dir

from tests.test_translations import SOURCE

HARD = ("bekentenis", "contactgegeven", "uiten")
"""Found on a screen or on paper by who read it as a child, or with few words of Dutch."""


SAID_NO_MORE = ("Je mag iets anders zien", "broer.,", "omhoog..")
"""Sentences that somebody stumbled over."""


def _sentences() -> list[str]:
    found = extract_from_dir(str(SOURCE))
    return [
        text
        for _file, _line, message, _comments, _context in found
        for text in ((message,) if isinstance(message, str) else message)
    ]


def _with(word: str, sentences: list[str]) -> list[str]:
    return [text for text in sentences if re.search(rf"\b{word}(s|en)?\b", text, re.IGNORECASE)]


@pytest.mark.parametrize("word", HARD)
def test_a_word_that_was_too_hard_does_not_come_back(word: str) -> None:
    assert _with(word, _sentences()) == []


@pytest.mark.parametrize("said", SAID_NO_MORE)
def test_a_sentence_that_somebody_stumbled_over_does_not_come_back(said: str) -> None:
    assert [text for text in _sentences() if said.casefold() in text.casefold()] == []


def test_a_hard_word_would_be_found() -> None:
    assert _with("uiten", ["zorgen kunnen uiten", "sluiten"]) == ["zorgen kunnen uiten"]
    assert _sentences()
