"""Whom a text names, and who of them does something in it."""

import pytest

from beraad.models import Person
from beraad.models.mentions import Mentions
from beraad.terms import Circle

FAMILY = Mentions(
    [
        Person(id=id_, name=name, called=called, circle=Circle.FAMILY)
        for id_, name, called in (
            ("sanne", "Sanne de Wit", "Sanne"),
            ("mark", "Mark Jansen", "Mark"),
            ("lisa", "Lisa Jansen", "Lisa"),
            ("ans", "Ans de Wit-Bakker", "oma Ans"),
            ("jan", "Jan Smit", "Jan"),
            ("jan2", "Jan Vos", "Jan"),
        )
    ]
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Oma Ans belt Mark Jansen.", ["mark", "ans"]),
        ("ANS belt", ["ans"]),
        ("Lisa's moeder", ["lisa"]),
        ("Markt en lisabon", []),
        ("Jan belt", []),
        ("Jan Vos belt", ["jan2"]),
        ("", []),
    ],
)
def test_people_are_named_by_what_they_are_called_the_whole_or_the_first_name(
    text: str, named: list[str]
) -> None:
    assert FAMILY.named_in(text) == named


@pytest.mark.parametrize(
    "text",
    [
        "Lisa belt 112.",
        "Dan belt Lisa de politie",
        "Sanne en Lisa bellen oma Ans",
        "Sanne, Lisa en Mark bellen",
        "Oma Ans belt en Lisa loopt naar de buren",
        "Lisa gaat naar buiten en belt de politie",
        "De volgende dag belt Lisa oma Ans",
        "Bij ruzie neemt Lisa de telefoon",
        "Als Mark drinkt, belt Lisa Sanne",
        "Als Mark drinkt belt Lisa Sanne",
        "Lukt het niet: Lisa.",
    ],
)
def test_a_child_that_does_something_acts(text: str) -> None:
    assert "lisa" in FAMILY.acting_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Oma Ans haalt Lisa op",
        "Lisa slaapt bij oma Ans",
        "Sanne en Lisa gaan naar oma Ans.",
        "Sanne belt Mark en gaat met Lisa naar oma Ans",
        "De buurvrouw haalt Lisa op",
        "Lisa wordt opgehaald door oma Ans",
        "Wij bellen Lisa",
        "Lisa mag oma bellen",
        "Lisa's oma belt",
        "Samen met Lisa belt Sanne",
        "Er belt iemand",
        "",
    ],
)
def test_a_child_that_is_cared_for_does_not_act(text: str) -> None:
    assert "lisa" not in FAMILY.acting_in(text)
