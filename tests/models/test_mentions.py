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


def people(*names: str) -> Mentions:
    """Those who are called so; each the id of its own name."""
    return Mentions([Person(id=name, name=name, called=name, circle=Circle.FAMILY) for name in names])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Mark", "Marks telefoon ligt bij Kees."),
        ("Mark", "MARKS TELEFOON"),
        ("Mark", "Mark's telefoon"),
        ("Mark Jansen", "Mark Jansens auto staat klaar."),
        ("Mark Jansen", "Marks auto"),
        ("Sanne", "Sannes moeder belt."),
        ("Sanne", "bij Sanne’s moeder"),
        ("Ans", "Ans' huis"),
        ("Ans", "in Ans’ huis"),
        ("oma Ans", "naar oma Ans' huis"),
        ("Beatrix", "Beatrix' tuin"),
        ("Inez", "Inez' fiets"),
        ("Lisa", "Lisa's tas"),
        ("Willy", "Willy's kamer"),
        ("Joey", "Joeys kamer"),
        ("René", "Renés sleutel"),
        ("Josch", "Joschs jas"),
        ("mam", "mams telefoon"),
    ],
)
def test_whose_something_is_is_named_too(name: str, text: str) -> None:
    assert people(name, "Peter").named_in(text) == [name]
    assert people(name, "Peter").acting_in(f"{text} belt") == [], "who has something does nothing by that"


@pytest.mark.parametrize(
    ("names", "text", "named"),
    [
        (("Mark", "Marks"), "Marks belt", ["Marks"]),
        (("Mark", "Marks"), "Mark belt", ["Mark"]),
        (("Mark", "Marks"), "Marks' telefoon", ["Marks"]),
        (("An", "Ans"), "Ans huis", ["Ans"]),
        (("An", "Ans"), "Ans' huis", ["Ans"]),
        (("Mark",), "Markus belt op de markt over marks en Marksen", []),
        (("Lisa",), "Lisas tas", []),
        (("Kees",), "Keess fiets", []),
        (("Alle",), "Ik zeg alles tegen de juf.", []),
        (("Alle",), "Alles telefoon", ["Alle"]),
        (("",), "s", []),
    ],
)
def test_a_name_that_begins_another_is_not_that_one(
    names: tuple[str, ...], text: str, named: list[str]
) -> None:
    assert people(*names).named_in(text) == named


def test_what_is_the_name_of_another_is_the_genitive_of_nobody() -> None:
    mark = Person(id="mark", name="Mark", called="Mark", circle=Circle.FAMILY)
    assert Mentions([mark], others=("Marks",)).named_in("Marks belt") == []
    assert Mentions([mark], others=("Marks",)).named_in("Mark belt") == ["mark"]


def test_two_of_one_name_have_no_genitive() -> None:
    assert FAMILY.named_in("Jans telefoon") == []
    assert FAMILY.named_in("Jan Smits telefoon") == ["jan"]


@pytest.mark.parametrize(
    "text", ["Lisa belt 112.", "'Lisa' belt de politie", "Sanne en Lisa bellen Marks moeder"]
)
def test_a_quotation_mark_takes_no_task_away(text: str) -> None:
    assert "lisa" in FAMILY.acting_in(text)


def test_who_is_joined_to_somebody_by_and_acts_but_not_by_what_is_theirs() -> None:
    assert FAMILY.acting_in("Sanne en Lisa's moeder bellen") == ["sanne"]
    assert FAMILY.acting_in("Als Marks moeder komt, belt Lisa Sanne") == ["lisa"]
    assert FAMILY.acting_in("Als Marks moeder komt belt Lisa Sanne") == ["lisa"]


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
