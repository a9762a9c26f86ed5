"""What is said at the second meeting of the De Wit family, and how a story reads their wall."""

from __future__ import annotations

import re

from tests.stories.program import Program
from tests.stories.watching import on_the_wall, told

WORRIES_THEN = {
    "hit": "Op 3 mei sloeg Mark Sanne in de keuken. Sanne had een bloedneus.",
    "stairs": "Lisa zag het. Ze verstopte zich op de trap en belde oma.",
    "drink": (
        "Als Mark drinkt en er ruzie komt, kan hij Sanne weer slaan. Dan raken Sanne en Lisa gewond of bang."
    ),
    "sleep": (
        "Lisa slaapt slecht en durft niet alleen met papa thuis te zijn. Als dat zo blijft, "
        "gaat het op school ook mis."
    ),
    "work": "Mark is zijn werk kwijt en drinkt in het weekend.",
    "car": "Sanne zei na afloop dat ze in augustus een nacht in de auto sliep.",
}
WORK_NOW = "Mark zoekt werk en drinkt alleen nog op zaterdag."
BIRTHDAY = "Op 14 november dronk Mark bij een verjaardag. Sanne en Lisa gingen naar oma Ans."
NO_WORK = "Als Mark geen werk vindt, komt er weer ruzie over geld."
BORROWS = "Kees zei apart dat Mark weer geld leent."
PATROL = "De wijkagent rijdt in december elke nacht door de straat."
WELL_THEN = (
    "Op 20 september liep Mark weg toen hij boos werd en sliep hij bij Kees. Er gebeurde niets.",
    "Twee weekenden zonder drank waren er geen ruzies.",
    "Lisa kan altijd bij oma Ans terecht.",
    "Sanne vertelt het nu als er iets is.",
)
RANG = "Kees belde zaterdag uit zichzelf."
NO_VIOLENCE = "Sinds 20 september is er geen geweld geweest."
MUST_THEN = (
    "Mark en Sanne zijn niet alleen samen als Mark gedronken heeft.",
    "Lisa is drie maanden lang niet bij ruzie of geweld geweest.",
    "Wij willen weer met z'n drieën eten zonder ruzie.",
    "Lisa weet wie ze mag bellen.",
)
CALLS_OR_SLEEPS = "Lisa weet wie ze mag bellen en waar ze mag slapen."

TIME_OUT = "Als Mark spanning voelt, zegt hij 'time-out' en gaat hij naar Kees."
GRAN_CALLS_THEN = "Oma Ans belt Lisa elke avond om acht uur."
GRAN_CALLS = "Oma Ans belt Lisa elke avond om half acht."
TUESDAY = "Mark gaat op dinsdag naar Novadic-Kentron."
STOPPED = "Mark gaat nu naar een groep in Breda."
WEEKEND = "Sanne en Lisa slapen het weekend bij oma Ans als Mark gedronken heeft."
BY_A_CHILD = "Lisa probeert op woensdag zelf naar oma Ans te lopen."
FETCHES = "Kees haalt Lisa op woensdag op en brengt haar naar oma Ans."
FETCHES_ME = "Kees haalt mij op woensdag op en brengt mij naar oma Ans."
"""As the copy of Lisa has it."""
CAR_STEP = "Joke haalt Sanne en Lisa met de auto op."

NOTE = "Sanne keek weer naar Mark voor ze antwoord gaf."
SCORE_REASON = "ik heb een plan gemaakt"
HELPS = "Fatima regelt een kinderzitje"
LET_STAND = "werk bespreken we in januari met de gemeente"
REMARK = "Ik wil volgende keer langer praten."
LISA_WHY = "Lisa speelt buiten; oma vertelt het haar."
PETERS_NUMBER, SCHOOL = "076 555 0103", "De Linde"

FOR_THE_FACILITATOR = (WORRIES_THEN["car"], BORROWS, NOTE)
"""Nobody else ever reads these."""
FOR_PROFESSIONALS = (PATROL, PETERS_NUMBER, SCHOOL)
NOT_FOR_THE_WALL = (
    *FOR_THE_FACILITATOR,
    *FOR_PROFESSIONALS,
    SCORE_REASON,
    HELPS,
    LET_STAND,
    REMARK,
    LISA_WHY,
)

AT_TABLE = ("Sanne", "Mark", "Lisa", "oma Ans", "Kees", "Fatima", "Joke")
SCORES = {"Sanne": 6, "Mark": 8, "Lisa": 3, "oma Ans": 5, "Fatima": 4, "Joke": 4}

FRAME = re.compile(
    r"Gezin De Wit|Stap \d van 9 · .+|Bladzijde \d van \d|Zorgen|Wat gaat goed|Wat moet er gebeuren"
)
LABEL = re.compile(
    r"(wat er is gebeurd|waar we bang voor zijn|maakt het moeilijker|veiligheid|toen ging het goed|kracht"
    r"|wat helpt|bodemeis: dit moet|doel van de hulpverlening|doel van het gezin|volgende stap)"
    r"( · Mark ziet dit anders)?"
)


def worries_now() -> tuple[str, ...]:
    return WORRIES_THEN["hit"], WORK_NOW, WORRIES_THEN["drink"], WORRIES_THEN["sleep"], BIRTHDAY, NO_WORK


def well_now() -> tuple[str, ...]:
    return WELL_THEN[0], WELL_THEN[2], "Sanne vertelt het meteen als er iets is.", NO_VIOLENCE


def must_now() -> tuple[str, ...]:
    return MUST_THEN[0], MUST_THEN[1], CALLS_OR_SLEEPS


def everything_now() -> tuple[str, ...]:
    return *worries_now(), *well_now(), RANG, *must_now()


def the_wall_shows(program: Program, *must: str) -> tuple[str, ...]:
    """Read the wall: this stands there, and nothing that is not for everybody; gives all texts."""
    seen = on_the_wall(program.wall)
    missing = [text for text in must if not any(text in item for item in seen)]
    assert not missing, f"not on the wall: {missing}; there is {seen}"
    learnt = told(NOT_FOR_THE_WALL, seen)
    assert learnt == [], f"told: {learnt}"
    return seen


def columns_show(program: Program, *statements: str) -> tuple[str, ...]:
    """The wall shows exactly these statements, each with its kind, and nowhere who said it."""
    seen = the_wall_shows(program, *statements)
    rest = [text for text in seen if text not in statements and not FRAME.fullmatch(text)]
    labels = [text for text in rest if LABEL.fullmatch(text)]
    assert rest == labels, f"neither a statement nor its label: {set(rest) - set(labels)}"
    return seen


def nobody_sees_a_number(program: Program) -> None:
    """Before the reveal: the question, both ends and the empty line; no initials, no spread."""
    seen = the_wall_shows(program, "Hoe veilig is het nu voor Lisa?", "Iedereen kiest zelf een cijfer.")
    assert [text for text in seen if text.isdigit()] == [str(number) for number in range(11)]
    assert len(seen) == 4 + 11, seen
