"""Case files as they come from a table: eight people, eight agreements, sentences as people write them.

`normal_plans` draws one; `large_families` draws families of fifteen with twenty agreements.
"""

import json
import random
from typing import Any

from hypothesis import strategies as st

from beraad.exchange import read_case
from beraad.models import Case

Document = dict[str, Any]

PEOPLE = (
    ("sanne", "Sanne de Wit", "Sanne", "family", "moeder"),
    ("mark", "Mark Jansen", "Mark", "family", "vader"),
    ("daan", "Daan Jansen", "Daan", "family", "zoon"),
    ("ans", "Ans Bakker", "oma Ans", "network", "oma"),
    ("kees", "Kees Vermeer", "Kees", "network", "vriend van Mark"),
    ("fatima", "Fatima El Idrissi", "Fatima", "professional", "vast contactpersoon"),
    ("joke", "Joke de Groot", "Joke", "professional", "tweede hulpverlener"),
    ("peter", "Peter Smits", "Peter", "professional", "wijkagent"),
)
MORE = (
    ("zeynep", "Zeynep Çelikoğlu", "tante Zeynep", "family", "tante"),
    ("burak", "Burak Yılmaz", "oom Burak", "network", "oom"),
    ("agnieszka", "Agnieszka Wiśniewska", "buurvrouw Agnieszka", "network", "buurvrouw"),
    ("roos", "Roos van den Berg-Oosterhuis", "Roos", "family", "dochter"),
    ("tarik", "Tarik El Amrani", "Tarik", "professional", "behandelaar"),
    ("juf", "Łucja Żółkiewska", "juf Łucja", "professional", "leerkracht groep 5"),
    ("hans", "Hans Smit", "buurman Hans", "network", "buurman"),
)

_DOES = (
    "belt {} elke avond om acht uur",
    "gaat op dinsdag naar de praatgroep en {} rijdt mee",
    "haalt Daan op vrijdag om vijf uur op bij {}",
    "geeft de sleutel van het huis aan {}",
    "slaapt in het weekend bij {} als er gedronken is",
    "stuurt {} een bericht als het laat wordt",
    "drinkt doordeweeks niet en zegt dat zondag tegen {}",
    "gaat elke week met {} langs bij de woningcorporatie over de huur",
)
_MEASURED = (
    "{} zet een kruisje op de kalender",
    "{} stuurt een bericht als het gelukt is",
    "{} krijgt bericht van de begeleider",
    "{} belt en vraagt hoe het ging",
)
_FALLBACK = (
    "{} belt dezelfde dag",
    "{} gaat langs en vraagt wat er is",
    "dan komt {} om te helpen",
    "{} belt de politie",
)
_STEPS = (
    "{} en Daan gaan naar buiten.",
    "{} belt oma Ans.",
    "{} komt Mark halen.",
    "{} belt Veilig Thuis, dag en nacht.",
)
_STATEMENTS = {
    "harm": "Op 3 mei sloeg {} op de tafel en gooide een bord kapot. {} schrok erg.",
    "danger_statement": "Als {} drinkt en er ruzie komt, kan dat weer gebeuren. Dan raakt {} gewond of bang.",
    "complicating_factor": "Er zijn schulden en {} is zijn werk kwijt.",
    "existing_safety": "Op 20 september liep {} weg en sliep bij {}. Er gebeurde niets.",
    "exception": "Twee weekenden zonder drank waren er geen ruzies.",
    "strength": "{} vertelt het nu als er iets is.",
    "resource": "Daan kan altijd bij {} terecht.",
    "bottom_line": "{} en {} zijn niet alleen samen als er gedronken is.",
    "agency_goal": "Daan is drie maanden lang niet bij ruzie of geweld geweest.",
    "family_goal": "Wij willen weer met z'n drieën eten zonder ruzie.",
    "next_step": "{} vraagt of er plek is bij de jongerengroep.",
}
_COLUMNS = {
    "danger": ("harm", "danger_statement", "complicating_factor"),
    "safety": ("existing_safety", "exception", "strength", "resource"),
    "next_step": ("bottom_line", "agency_goal", "family_goal", "next_step"),
}


class Table:
    """Writes the plan that somebody at the table would have."""

    def __init__(self, seed: int, people: tuple[tuple[str, ...], ...], agreements: int) -> None:
        self.chance = random.Random(seed)
        self.who = people
        self.agreements = agreements

    def case(self) -> Document:
        """The whole case file, the plan agreed and answered."""
        people = [self.person(*one) for one in self.who]
        return {
            "format": "beraad-case",
            "version": 2,
            "reference": "IT-2026-077",
            "family_name": "Vogelenzang",
            "contact_person": "fatima",
            "workers": ["fatima", "joke"],
            "people": people,
            "meetings": [self.meeting()],
        }

    def person(self, name: str, whole: str, called: str, circle: str, relation: str) -> Document:
        """Somebody with a number, some with an address or a school, a few who read large letters."""
        number = [one[0] for one in self.who].index(name)
        contact = [{"kind": "phone", "value": f"06 5500 01{number:02}", "visible_to": "everyone"}]
        if name == "sanne":
            contact.append({"kind": "address", "value": "Vogelstraat 8, Breda", "visible_to": "everyone"})
        if name == "daan":
            contact = [{"kind": "school", "value": "basisschool De Linde", "visible_to": "everyone"}]
        return {
            "id": name,
            "name": whole,
            "called": called,
            "circle": circle,
            "relation": relation,
            "organisation": "politie Breda" if name == "peter" else None,
            "birth_date": {"daan": "2011-04-12", "roos": "2017-02-02"}.get(name, "1980-05-05"),
            "large_print": name not in ("daan", "roos") and self.chance.random() < 0.2,
            "plain_language": name not in ("daan", "roos") and self.chance.random() < 0.1,
            "contact": contact,
        }

    def meeting(self) -> Document:
        """One beraad with everything of a plan."""
        names = [one[0] for one in self.who]
        kinds = [(column, kind) for column, kinds in _COLUMNS.items() for kind in kinds]
        return {
            "id": "b1",
            "number": 1,
            "kind": "family_network",
            "mode": "together",
            "starts_at": "2026-10-05T14:00:00",
            "place": "buurthuis De Lucht",
            "facilitator": "fatima",
            "participants": [
                {"person": name, "attendance": "absent" if name == "peter" else "present"} for name in names
            ],
            "statements": [
                {
                    "id": f"s{number}",
                    "column": column,
                    "kind": kind,
                    "text": self.about(_STATEMENTS[kind]),
                    "disputed_by": ["mark"] if kind == "danger_statement" else [],
                }
                for number, (column, kind) in enumerate(kinds)
            ],
            "scales": [
                {
                    "id": "v1",
                    "kind": "safety",
                    "question": "Hoe veilig is het nu voor Daan?",
                    "zero": "het geweld gaat vandaag gewoon door",
                    "ten": "Daan is veilig en de hulp kan weg",
                    "scores": [
                        {"person": name, "value": self.chance.randrange(11), "because": "het is pas kort"}
                        for name in names
                        if self.chance.random() < 0.8
                    ],
                }
            ],
            "agreements": [self.agreement(number) for number in range(1, self.agreements + 1)],
            "time_out": self.time_out("mark"),
            "more_time_outs": [self.time_out("sanne")] if self.chance.random() < 0.3 else [],
            "emergency": [
                {"order": 1, "text": "Bij direct gevaar bellen we de politie.", "number": "112"},
                *(
                    {
                        "order": number,
                        "text": self.about(text),
                        "number": "0800-2000" if "Thuis" in text else f"06 5500 010{number}",
                    }
                    for number, text in enumerate(_STEPS, start=2)
                ),
            ],
            "agreed_at": "2026-10-05T16:20:00",
            "answers": [
                self.answer(name) for name in names if name != "peter" and self.chance.random() < 0.8
            ],
            "next_meeting": {"starts_at": "2026-11-21T14:00:00", "place": "buurthuis De Lucht"},
        }

    def agreement(self, number: int) -> Document:
        """One that everyone may read, or some."""
        owner, *others = self.some(2)
        what = f"{self.called(owner)} {self.about(self.chance.choice(_DOES))}."
        owners = [owner, *(others if self.chance.random() < 0.3 else [])]
        readers = self.some(4) if self.chance.random() < 0.15 else "everyone"
        timing = self.chance.choice(
            (
                {"kind": "always", "starts_on": "2026-10-05"},
                {
                    "kind": "recurring",
                    "starts_on": "2026-10-13",
                    "ends_on": "2027-01-12",
                    "rule": "FREQ=WEEKLY;BYDAY=TU",
                    "at": "10:30",
                },
                {
                    "kind": "recurring",
                    "starts_on": "2026-10-05",
                    "ends_on": "2027-01-15",
                    "rule": "FREQ=DAILY",
                },
                {"kind": "once", "starts_on": "2026-12-09", "at": "10:00"},
            )
        )
        return {
            "id": f"a{number}",
            "what": what[:1].upper() + what[1:],
            "owners": owners,
            "timing": timing,
            "measured_by": self.about(self.chance.choice(_MEASURED)),
            "checked_by": self.one(),
            "fallback": self.about(self.chance.choice(_FALLBACK)),
            "accepted_by": owners if self.chance.random() < 0.9 else [],
            "readiness": [
                {
                    "person": owners[0],
                    "willingness": 8,
                    "confidence": 5,
                    "capacity": 4,
                    "remark": f"hulp {number}",
                }
            ]
            if self.chance.random() < 0.3
            else [],
            "visible_to": readers,
        }

    def time_out(self, takes: str) -> Document:
        """Somebody's own."""
        return {
            "signs": f"{self.called(takes)} loopt heen en weer en praat harder",
            "signal": f"de hand omhoog en het woord 'stop {takes}'",
            "takes": takes,
            "goes_to": self.called(self.one()),
            "minutes": 120,
            "returns": "eerst bellen en vragen of het goed is",
        }

    def answer(self, name: str) -> Document:
        """Signed on the screen, on paper, or not at all."""
        drawn = self.chance.random() < 0.6
        return {
            "person": name,
            "decision": self.chance.choice(("agree", "agree", "agree_with_remark", "disagree")),
            "remark": "Ik vind dat ik vaker gestopt ben dan hier staat." if name == "mark" else None,
            "answered_at": "2026-10-05T16:26:00",
            "on_paper": not drawn,
            "strokes": [[[0.1, 0.5], [0.9, 0.5]]] if drawn else [],
        }

    def about(self, text: str) -> str:
        """The sentence with names in it."""
        return text.format(*(self.called(name) for name in self.some(text.count("{}"))))

    def called(self, name: str) -> str:
        """What the plan calls somebody."""
        return next(one[2] for one in self.who if one[0] == name)

    def one(self) -> str:
        """Somebody."""
        return self.chance.choice(self.who)[0]

    def some(self, count: int) -> list[str]:
        """So many different people."""
        return [one[0] for one in self.chance.sample(self.who, count)]


def normal_plans() -> st.SearchStrategy[Document]:
    """Eight people and eight agreements."""
    return st.integers(0, 2**32).map(lambda seed: Table(seed, PEOPLE, 8).case())


def large_families() -> st.SearchStrategy[Document]:
    """Fifteen people and twenty agreements."""
    return st.integers(0, 2**32).map(lambda seed: Table(seed, (*PEOPLE, *MORE), 20).case())


def read(document: Document) -> Case:
    """A document as rows."""
    return read_case(json.dumps(document).encode(), "table.json")
