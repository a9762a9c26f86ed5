"""Sentences about a child as they are told to it, and those that stay as they were agreed."""

import pytest

from beraad.disclosure.first_person import CannotTell, in_first_person

NAMES = ("Lisa de Wit", "Lisa")
OTHERS = frozenset(("oma", "ans", "mark", "sanne", "kees", "noor", "mama"))


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
        ("Elke avond belt oma Lisa.", "Elke avond belt oma mij."),
        ("Als Lisa zich niet veilig voelt, komt oma.", "Als ik me niet veilig voel, komt oma."),
        ("Sanne en Lisa voelen zich thuis.", "Sanne en ik voelen ons thuis."),
        ("Oma wast zich en belt Lisa.", "Oma wast zich en belt mij."),
        ("Als Mark boos is, zegt hij dat niet tegen Lisa.", "Als Mark boos is, zegt hij dat niet tegen mij."),
        ("Mark vraagt Lisa niet: ‘waar is mama?’", "Mark vraagt mij niet: ‘waar is mama?’"),
        ("Kees haalt Lisa op en brengt haar naar oma.", "Kees haalt mij op en brengt mij naar oma."),
        (
            "Oma Ans haalt Lisa op vrijdag op en brengt haar.",
            "Oma Ans haalt mij op vrijdag op en brengt mij.",
        ),
    ],
)
def test_a_sentence_about_somebody_is_told_to_this_person(about: str, told: str) -> None:
    assert in_first_person(about, NAMES, others=OTHERS) == told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Oma haalt Lisa op als zij bang is.", ("zij",)),
        ("Oma haalt Lisa op als die bang is.", ("die",)),
        ("Als zij bang is, haalt oma Lisa op.", ("zij",)),
        ("Als Lisa wil, mag ze bellen.", ("ze",)),
        ("Mama brengt Lisa naar haar bed.", ("haar",)),
        ("Lisa en Mark hebben hun eigen kamer.", ("hun",)),
        ("Lisa belt Kees en helpt haar.", ("haar",)),
        ("Met Kees gaat Lisa mee en vertelt hem alles.", ("hem",)),
        ("Oma haalt Lisa op en Sanne brengt haar.", ("haar",)),
        ("Kees gaat met Lisa naar de buurvrouw en helpt haar.", ("haar",)),
        ("Kees belt Lisa's oma en helpt haar.", ("haar",)),
        ("Kees haalt Lisa en helpt hun.", ("hun",)),
        ("Kees belt juf over Lisa en helpt haar.", ("haar",)),
        ("Kees haalt Lisa bij juf op en belt haar.", ("haar",)),
        ("Kees gaat met Lisa mee en brengt haar.", ("haar",)),
        ("De buurvrouw van Kees haalt Lisa op en Kees belt haar.", ("haar",)),
        ("Elke avond belt tante Lisa.", ("tante",)),
        ("Hij gaat naar Kees.", ("Hij",)),
        ("Oma haalt haar van school.", ("haar",)),
        ("Oma Ans haalt haar op.", ("haar",)),
        ("Mark belt hem.", ("hem",)),
        ("Ik bel Lisa elke avond.", ("Ik",)),
        ("Oma belt mij elke avond.", ("mij",)),
        ("Wij halen Lisa op.", ("Wij",)),
        ("Je belt Lisa elke avond.", ("Je",)),
    ],
)
def test_where_it_is_not_certain_the_sentence_cannot_be_told(text: str, words: tuple[str, ...]) -> None:
    """Who *zij* or *ik* is would be another one on the paper of Lisa."""
    with pytest.raises(CannotTell) as told:
        in_first_person(text, NAMES, others=OTHERS)
    assert told.value.words == words


@pytest.mark.parametrize(
    "text",
    [
        "Elisa komt op dinsdag.",
        "Mark gaat naar Kees.",
        "Als Mark spanning voelt, zegt hij 'time-out' en gaat hij naar Kees.",
        "Mark zegt ‘ik ga even weg’ en loopt naar buiten.",
        "Mark geeft zijn bankpas aan Kees. Kees geeft hem elke vrijdag geld.",
        "Sanne neemt haar telefoon mee.",
        "Oma, die in de straat woont, komt elke avond.",
        "We eten samen.",
        "",
    ],
)
def test_a_sentence_about_others_stays_as_it_was_agreed(text: str) -> None:
    assert in_first_person(text, NAMES, others=OTHERS) == text


@pytest.mark.parametrize(
    ("names", "whose", "about", "told"),
    [
        (("Ben",), ("Bens",), "Bens tas staat bij oma.", "Mijn tas staat bij oma."),
        (("Ben",), ("Bens",), "Mark bewaart Bens tas.", "Mark bewaart mijn tas."),
        (("Ben",), (), "Bens belt oma.", "Bens belt oma."),
        (("Kees",), (), "Kees' tas staat bij oma.", "Mijn tas staat bij oma."),
        (("Kees",), (), "Oma zegt 'Kees' en belt.", "Oma zegt 'Kees' en belt."),
    ],
)
def test_what_is_theirs_is_mine(
    names: tuple[str, ...], whose: tuple[str, ...], about: str, told: str
) -> None:
    assert in_first_person(about, names, whose) == told


def test_without_a_name_nobody_is_told() -> None:
    assert in_first_person("Oma belt Lisa.", ()) == "Oma belt Lisa."
