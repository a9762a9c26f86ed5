"""Sentences for codes."""

import pytest

from beraad import i18n
from beraad.disclosure.console_views import ConsoleLeak
from beraad.services.sentences import leak_sentence
from beraad.terms import ContactKind


def leak(*reaches: str, place: str = "meetings/b1/statements/u1/text") -> ConsoleLeak:
    return ConsoleLeak(place, "Rima", ContactKind.ADDRESS.value, reaches)


def test_what_one_person_may_not_know_is_said_of_one() -> None:
    said = leak_sentence(leak("Omar"))
    assert said == "In uitspraak u1 staat het adres van Rima; dat mag Omar niet weten."


def test_what_several_people_may_not_know_is_said_of_several() -> None:
    assert "dat mogen Omar en Yousef niet weten." in leak_sentence(leak("Omar", "Yousef"))


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("place", ["meetings/b1/statements/u1/text", "meetings/b1/time_out/place", "case"])
def test_it_is_a_sentence_in_every_language(language: str, place: str) -> None:
    i18n.set_language(language)
    said = leak_sentence(leak("Omar", place=place))
    assert said[0].isupper(), said
    assert said.endswith("."), said
