"""The sentence about a leak."""

import pytest

from beraad.disclosure.console_views import ConsoleLeak
from beraad.i18n import DUTCH, Language
from beraad.languages import LANGUAGES
from beraad.places import Place
from beraad.terms import ContactKind
from beraad.words.remarks import leak_sentence


def leak(*reaches: str, place: str = "meetings/b1/statements/u1/text") -> ConsoleLeak:
    return ConsoleLeak(Place.parse(place), "Rima", ContactKind.ADDRESS.value, reaches)


def test_what_one_person_may_not_know_is_said_of_one() -> None:
    said = leak_sentence(leak("Omar"), DUTCH)
    assert said == "In uitspraak u1 staat het adres van Rima; dat mag Omar niet weten."


def test_what_several_people_may_not_know_is_said_of_several() -> None:
    assert "dat mogen Omar en Yousef niet weten." in leak_sentence(leak("Omar", "Yousef"), DUTCH)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", ["meetings/b1/statements/u1/text", "meetings/b1/time_out/place", "case"])
def test_it_is_a_sentence_in_every_language(language: str, place: str) -> None:
    said = leak_sentence(leak("Omar", place=place), Language(language))
    assert said[0].isupper(), said
    assert said.endswith("."), said
