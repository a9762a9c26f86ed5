"""A made-up case as large as they come: 25 attendees, 60 or more statements, 40 agreements."""

from typing import Any

PEOPLE, STATEMENTS, AGREEMENTS = 25, 60, 40
KINDS = (
    ("danger", "harm"),
    ("danger", "danger_statement"),
    ("safety", "existing_safety"),
    ("safety", "strength"),
    ("next_step", "bottom_line"),
    ("next_step", "family_goal"),
)
WORDS = (
    "Op maandag liep iemand boos weg en kwam pas laat terug.",
    "De buurvrouw zag het licht aan en belde meteen de wijkagent.",
    "Als er weer ruzie komt, kunnen de kinderen schrikken of gewond raken.",
    "Twee weken lang at iedereen samen zonder ruzie.",
    "Oma haalt de kinderen op vrijdag uit school en belt daarna.",
)


def document(statements: int = STATEMENTS) -> dict[str, Any]:
    """The case, as a case file holds it; an eighth of everything is for some people only."""
    people = [_person(number) for number in range(PEOPLE)]
    ids = [person["id"] for person in people]
    return {
        "format": "beraad-case",
        "version": 1,
        "reference": "BENCH-1",
        "family_name": "Voorbeeld",
        "people": people,
        "meetings": [
            {
                "id": "b1",
                "number": 1,
                "kind": "family_network",
                "mode": "together",
                "starts_at": "2026-11-21T14:00:00",
                "facilitator": ids[-1],
                "participants": [{"person": person, "attendance": "present"} for person in ids],
                "statements": [_statement(number, ids) for number in range(statements)],
                "scales": [
                    {
                        "id": "v1",
                        "kind": "safety",
                        "question": "Hoe veilig is het nu?",
                        "zero": "het gaat vandaag mis",
                        "ten": "iedereen is veilig",
                        "scores": [
                            {"person": person, "value": number % 11, "because": WORDS[number % 5]}
                            for number, person in enumerate(ids)
                        ],
                    }
                ],
                "agreements": [_agreement(number, ids) for number in range(AGREEMENTS)],
                "emergency": [
                    {"order": 1, "text": "Bij direct gevaar bellen we de politie.", "number": "112"},
                    {"order": 2, "text": "Veilig Thuis is dag en nacht bereikbaar.", "number": "0800-2000"},
                ],
                "agreed_at": "2026-11-21T16:00:00",
                "answers": [
                    {
                        "person": person,
                        "decision": "agree",
                        "answered_at": "2026-11-21T16:10:00",
                        "strokes": [[[x / 40, (x * 7 % 40) / 40] for x in range(41)]],
                    }
                    for person in ids
                ],
                "next_meeting": {"starts_at": "2027-01-15T14:00:00", "place": "buurthuis"},
            }
        ],
    }


def _person(number: int) -> dict[str, Any]:
    circle = ("family", "network", "professional")[number % 3]
    return {
        "id": f"p{number}",
        "name": f"Persoon {number} Voorbeeld",
        "called": f"Naam{number}",
        "circle": circle,
        "relation": "tante",
        "contact": [
            {"kind": "phone", "value": f"06 55{number:02d} {number:04d}", "visible_to": "everyone"},
            {"kind": "address", "value": f"Dorpsstraat {100 + number}, Breda", "visible_to": "professionals"},
            {"kind": "work", "value": f"bakkerij De Vlaai{number}", "visible_to": "facilitator"},
        ],
    }


def _statement(number: int, ids: list[str]) -> dict[str, Any]:
    column, kind = KINDS[number % len(KINDS)]
    statement = {
        "id": f"s{number}",
        "column": column,
        "kind": kind,
        "text": f"{WORDS[number % 5]} {WORDS[(number + 1) % 5]}",
        "by": ids[number % PEOPLE],
    }
    return statement | ({"visible_to": ids[::2]} if number % 8 == 0 else {})


def _agreement(number: int, ids: list[str]) -> dict[str, Any]:
    owner, second = ids[number % PEOPLE], ids[(number * 2) % PEOPLE]
    agreement = {
        "id": f"a{number}",
        "what": WORDS[number % 5],
        "owners": sorted({owner, second}),
        "timing": {
            "kind": "recurring",
            "starts_on": "2026-11-21",
            "ends_on": "2027-05-01",
            "rule": "FREQ=WEEKLY;BYDAY=TU",
            "at": "10:30",
        },
        "measured_by": WORDS[(number + 2) % 5],
        "checked_by": ids[-1],
        "fallback": WORDS[(number + 3) % 5],
        "covers": [f"s{number}"],
        "accepted_by": sorted({owner, second}),
        "readiness": [{"person": owner, "willingness": 8, "confidence": 7, "capacity": 7}],
    }
    return agreement | ({"visible_to": "professionals"} if number % 8 == 0 else {})
