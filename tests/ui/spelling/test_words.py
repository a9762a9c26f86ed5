"""What is spelled in a text, and what the dictionary says of it."""

import pytest

from beraad.ui.spelling.dictionary import Dictionary, dictionary_of
from beraad.ui.spelling.words import pieces, words_in


@pytest.fixture(scope="module")
def dutch() -> Dictionary:
    found = dictionary_of("nl")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mark belt, elke avond.", ["Mark", "belt", "elke", "avond"]),
        ("„Ik bel 's avonds” (om 20:00 uur)", ["Ik", "bel", "avonds", "om", "uur"]),
        ("Mail sanne@voorbeeld.nl of 06-12340001", ["Mail", "of"]),
        ("Zie www.veiligthuis.nl/breda, GGZ en AWARE", ["Zie", "en"]),
        ("Novadic-Kentron, o.a. time-out/rust", ["Novadic-Kentron", "o.a"]),
        ("Sanne’s zus", ["Sanne’s", "zus"]),
        ("5e keer, 3x, b2", ["keer"]),
        ("", []),
    ],
)
def test_numbers_codes_and_addresses_have_no_spelling(text: str, words: list[str]) -> None:
    found = list(words_in(text))
    assert [word for _at, word in found] == words
    assert all(text[at:].startswith(word) for at, word in found)


def test_a_word_has_parts() -> None:
    assert pieces("Novadic-Kentron") == ("Novadic", "Kentron")
    assert pieces("Sanne’s") == ("Sanne",)


@pytest.mark.parametrize("word", ["afspraak", "veiligheidsplan", "time-out", "één", "baby's", "o.a"])
def test_dutch_words_are_known(dutch: Dictionary, word: str) -> None:
    assert dutch.knows(word)


@pytest.mark.parametrize(
    ("wrong", "meant"), [("politieburo", "politiebureau"), ("afspreaken", "afspraken"), ("gaatt", "gaat")]
)
def test_what_is_misspelled_is_not_known_and_something_is_suggested(
    dutch: Dictionary, wrong: str, meant: str
) -> None:
    assert not dutch.knows(wrong)
    assert meant in dutch.suggestions(wrong)
    assert len(dutch.suggestions(wrong)) <= 5


def test_a_language_without_a_dictionary_has_none() -> None:
    assert dictionary_of("en") is None
