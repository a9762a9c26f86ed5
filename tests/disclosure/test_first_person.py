"""Sentences about a child as they are told to it, and those that stay as they were agreed."""

import pytest

from beraad.disclosure.first_person import in_first_person

NAMES = ("Lisa de Wit", "Lisa")


@pytest.mark.parametrize(
    ("about", "told"),
    [
        ("Oma Ans belt Lisa elke avond om acht uur.", "Oma Ans belt mij elke avond om acht uur."),
        ("De politie haalt Lisa op.", "De politie haalt mij op."),
        ("Berichten over Lisa gaan via Noor.", "Berichten over mij gaan via Noor."),
        ("Juf Łucja vraagt Lisa en İsmail wat.", "Juf Łucja vraagt mij en İsmail wat."),
        ("Sanne en Lisa slapen bij oma.", "Sanne en ik slapen bij oma."),
        ("Lisa en Sanne zijn op dinsdag bij oma.", "Ik en Sanne zijn op dinsdag bij oma."),
        ("Lisa slaapt bij oma en eet daar.", "Ik slaap bij oma en eet daar."),
        ("Op woensdag gaat Lisa naar oma en slaapt daar.", "Op woensdag ga ik naar oma en slaap daar."),
        ("Dan slaapt Lisa bij oma.", "Dan slaap ik bij oma."),
        ("Als het misgaat, slaapt Lisa bij oma.", "Als het misgaat, slaap ik bij oma."),
        ("Als Lisa bang is, komt oma.", "Als ik bang ben, komt oma."),
        ("Als Lisa wordt opgehaald, belt oma.", "Als ik word opgehaald, belt oma."),
        ("Mark vraagt of Lisa mee wil.", "Mark vraagt of ik mee wil."),
        ("Lisa's tas staat bij oma.", "Mijn tas staat bij oma."),
        ("Elke avond leest Mark Lisa de Wit voor.", "Elke avond leest Mark mij voor."),
    ],
)
def test_a_sentence_about_somebody_is_told_to_this_person(about: str, told: str) -> None:
    assert in_first_person(about, NAMES) == told


@pytest.mark.parametrize(
    "text",
    [
        "Oma haalt Lisa op als zij bang is.",
        "Mama brengt Lisa naar haar bed.",
        "Elke avond belt oma Lisa.",
        "Elisa komt op dinsdag.",
        "Mark gaat naar Kees.",
        "",
    ],
)
def test_where_it_is_not_certain_the_sentence_stays_as_it_was_agreed(text: str) -> None:
    """Who *zij* is would be another one once Lisa is *mij*."""
    assert in_first_person(text, NAMES) == text


@pytest.mark.parametrize(
    ("names", "whose", "about", "told"),
    [
        (("Ben",), ("Bens",), "Bens tas staat bij oma.", "Mijn tas staat bij oma."),
        (("Ben",), ("Bens",), "Mark bewaart Bens tas.", "Mark bewaart mijn tas."),
        (("Ben",), (), "Bens belt oma.", "Bens belt oma."),
        (("Kees",), (), "Kees' tas staat bij oma.", "Mijn tas staat bij oma."),
        (("Kees",), (), "Oma zegt 'Kees' en belt.", "Oma zegt 'mij' en belt."),
    ],
)
def test_what_is_theirs_is_mine(
    names: tuple[str, ...], whose: tuple[str, ...], about: str, told: str
) -> None:
    assert in_first_person(about, names, whose) == told


def test_without_a_name_nobody_is_told() -> None:
    assert in_first_person("Oma belt Lisa.", ()) == "Oma belt Lisa."
