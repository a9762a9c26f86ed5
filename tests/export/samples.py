"""Plans as `disclose` gives them, written by hand after the example cases, and some that nobody hopes for."""

from __future__ import annotations

import dataclasses
import datetime as dt

from beraad.disclosure.views import (
    AgreementView,
    AnswerView,
    AttendanceView,
    CallView,
    ChildView,
    ContactView,
    DetailView,
    EmergencyStepView,
    EndedAgreementView,
    GoView,
    MarksView,
    MeetingHead,
    NextMeetingView,
    PersonView,
    PlanBody,
    PlanView,
    PromiseView,
    ReaderView,
    ScaleView,
    ScoreView,
    StatementView,
    TimeOutView,
    TimingView,
)
from beraad.terms import (
    COLUMN_OF,
    Attendance,
    Circle,
    Column,
    ContactKind,
    Decision,
    MeetingKind,
    MeetingMode,
    ScaleKind,
    StatementKind,
    TimingKind,
)

SANNE = PersonView("Sanne", Circle.FAMILY, "moeder")
MARK = PersonView("Mark", Circle.FAMILY, "vader")
LISA = PersonView("Lisa", Circle.FAMILY, "dochter")
ANS = PersonView("oma Ans", Circle.NETWORK, "oma")
KEES = PersonView("Kees", Circle.NETWORK, "vriend van Mark")
FATIMA = PersonView("Fatima", Circle.PROFESSIONAL, "vast contactpersoon", "Interventieteam")
JOKE = PersonView("Joke", Circle.PROFESSIONAL, "tweede hulpverlener", "Interventieteam")
PETER = PersonView("Peter", Circle.PROFESSIONAL, "wijkagent", "politie Breda")
DE_WIT = (SANNE, MARK, LISA, ANS, KEES, FATIMA, JOKE, PETER)

ALWAYS = TimingView(TimingKind.ALWAYS, dt.date(2026, 10, 5))
EVERY_EVENING = TimingView(
    TimingKind.RECURRING, dt.date(2026, 10, 5), dt.date(2027, 1, 15), "FREQ=DAILY", "20:00"
)
ON_TUESDAY = TimingView(
    TimingKind.RECURRING, dt.date(2026, 10, 13), dt.date(2027, 1, 12), "FREQ=WEEKLY;BYDAY=TU", "10:30"
)


def statement(kind: StatementKind, text: str, *disputed_by: str) -> StatementView:
    return StatementView(COLUMN_OF[kind], kind, text, disputed_by)


_DANGER = (
    statement(StatementKind.HARM, "Op 3 mei sloeg Mark Sanne in de keuken. Sanne had een bloedneus."),
    statement(StatementKind.HARM, "Lisa zag het. Ze verstopte zich op de trap en belde oma."),
    statement(
        StatementKind.DANGER_STATEMENT,
        "Als Mark drinkt en er ruzie komt, kan hij Sanne weer slaan. Dan raken Sanne en Lisa gewond of bang.",
        "Mark",
    ),
    statement(
        StatementKind.DANGER_STATEMENT,
        "Lisa slaapt slecht en durft niet alleen met papa thuis te zijn. "
        "Als dat zo blijft, gaat het op school ook mis.",
    ),
    statement(StatementKind.COMPLICATING_FACTOR, "Mark is zijn werk kwijt en drinkt in het weekend."),
)
_SAFETY = (
    statement(
        StatementKind.EXISTING_SAFETY,
        "Op 20 september liep Mark weg toen hij boos werd en sliep hij bij Kees. Er gebeurde niets.",
    ),
    statement(StatementKind.EXCEPTION, "Twee weekenden zonder drank waren er geen ruzies."),
    statement(StatementKind.RESOURCE, "Lisa kan altijd bij oma Ans terecht."),
    statement(StatementKind.STRENGTH, "Sanne vertelt het nu als er iets is."),
)
_NEXT = (
    statement(StatementKind.BOTTOM_LINE, "Mark en Sanne zijn niet alleen samen als Mark gedronken heeft."),
    statement(StatementKind.AGENCY_GOAL, "Lisa is drie maanden lang niet bij ruzie of geweld geweest."),
    statement(StatementKind.FAMILY_GOAL, "Wij willen weer met z'n drieën eten zonder ruzie."),
    statement(StatementKind.NEXT_STEP, "Lisa weet wie ze mag bellen."),
)
_SCALE = ScaleView(
    ScaleKind.SAFETY,
    "Hoe veilig is het nu voor Lisa?",
    "het geweld gaat vandaag gewoon door",
    "Lisa is veilig en de hulp kan weg",
    (
        ScoreView(LISA, 2, because="ik slaap slecht", spoken_by="oma Ans"),
        ScoreView(SANNE, 5, because="hij is nu twee weken weg geweest"),
        ScoreView(MARK, 7, because="ik ben gestopt"),
        ScoreView(ANS, 3),
        ScoreView(KEES, 5, because="hij komt naar mij toe", one_up="als hij doordeweeks ook niet drinkt"),
        ScoreView(FATIMA, 2, because="het is pas twee weken geleden"),
        ScoreView(JOKE, 2),
    ),
)


def _agreement(
    number: int,
    what: str,
    owners: tuple[PersonView, ...],
    timing: TimingView,
    seen: tuple[str, str],
    fallback: str,
    reader: PersonView | None,
) -> AgreementView:
    names = tuple(owner.called for owner in owners)
    return AgreementView(
        number, what, owners, timing, *seen, fallback, reader in owners, accepted=True, accepted_by=names
    )


def de_wit_body(reader: PersonView | None = None) -> PlanBody:
    return PlanBody(
        danger=_DANGER,
        safety=_SAFETY,
        next_steps=_NEXT,
        scales=(_SCALE,),
        agreements=(
            _agreement(
                1,
                "Als Mark spanning voelt, zegt hij 'time-out' en gaat hij naar Kees.",
                (MARK, KEES),
                ALWAYS,
                ("Kees stuurt Joke een bericht als Mark er is", "Joke"),
                "Sanne belt Kees en gaat met Lisa naar oma Ans",
                reader,
            ),
            _agreement(
                2,
                "Oma Ans belt Lisa elke avond om acht uur.",
                (ANS,),
                EVERY_EVENING,
                ("Lisa zet een kruisje op de kalender", "Kees"),
                "Kees belt",
                reader,
            ),
            _agreement(
                3,
                "Mark gaat op dinsdag naar Novadic-Kentron.",
                (MARK,),
                ON_TUESDAY,
                ("Fatima krijgt bericht van de begeleider", "Fatima"),
                "Fatima belt Mark dezelfde dag",
                reader,
            ),
            _agreement(
                4,
                "Sanne en Lisa slapen het weekend bij oma Ans als Mark gedronken heeft.",
                (SANNE, ANS),
                ALWAYS,
                ("oma Ans belt Fatima", "Fatima"),
                "Sanne belt 112",
                reader,
            ),
        ),
        time_out=TimeOutView(
            signal="de hand omhoog en het woord 'time-out'",
            takes=MARK,
            goes_to="Kees",
            minutes=120,
            returns="hij belt eerst en vraagt of het goed is",
            signs="hij loopt heen en weer en praat harder",
            mine=reader is MARK,
        ),
        emergency=(
            EmergencyStepView(1, "Bij direct gevaar bellen we de politie.", "112"),
            EmergencyStepView(2, "Sanne en Lisa gaan naar oma Ans.", "06 1234 0003"),
            EmergencyStepView(3, "Oma Ans belt Kees. Kees haalt Mark op.", "06 1234 0004"),
            EmergencyStepView(4, "Kees belt Veilig Thuis, dag en nacht.", "0800-2000"),
        ),
    )


def _phone(person: PersonView, number: str, *more: DetailView, fixed: bool = False) -> ContactView:
    return ContactView(person, (DetailView(ContactKind.PHONE, number), *more), fixed)


DE_WIT_CONTACTS = (
    _phone(SANNE, "06 1234 0001", DetailView(ContactKind.ADDRESS, "Vogelstraat 8, Breda")),
    _phone(MARK, "06 1234 0002"),
    _phone(ANS, "06 1234 0003"),
    _phone(KEES, "06 1234 0004"),
    _phone(FATIMA, "076 555 0101", fixed=True),
    _phone(JOKE, "076 555 0102"),
)
DE_WIT_ANSWERS = (
    AnswerView(
        SANNE,
        Decision.AGREE,
        None,
        "2026-10-05T16:24:00",
        strokes=(((0.1, 0.6), (0.3, 0.2), (0.5, 0.7), (0.8, 0.4)),),
    ),
    AnswerView(
        MARK,
        Decision.AGREE_WITH_REMARK,
        "Ik vind dat ik vaker gestopt ben dan hier staat.",
        "2026-10-05T16:26:00",
        strokes=(((0.1, 0.5), (0.9, 0.5)),),
    ),
    AnswerView(
        ANS, Decision.AGREE, None, "2026-10-05T16:27:00", strokes=(((0.2, 0.2), (0.4, 0.8), (0.6, 0.2)),)
    ),
    AnswerView(KEES, Decision.AGREE, None, "2026-10-05T16:28:00", strokes=(((0.2, 0.5), (0.7, 0.3)),)),
    AnswerView(LISA, Decision.UNABLE, "Lisa was al naar buiten; oma vertelt het haar."),
    AnswerView(FATIMA, Decision.AGREE, None, "2026-10-05T16:29:00", on_paper=True),
    AnswerView(JOKE, Decision.DISAGREE, "Ik mis een afspraak over doordeweeks.", "2026-10-05T16:29:00"),
    AnswerView(PETER, Decision.ABSENT),
)


LISAS = ChildView(
    "Lisa",
    (CallView("oma", "06 1234 0003"), CallView("mama", "06 1234 0001"), CallView("Joke", "076 555 0102")),
    (GoView("Mama en ik gaan naar oma."),),
    (
        PromiseView("Oma Ans belt mij elke avond om acht uur.", EVERY_EVENING, ("oma",)),
        PromiseView(
            "Mama en ik slapen het weekend bij oma als papa gedronken heeft.", ALWAYS, ("mama", "oma")
        ),
        PromiseView(
            "Kees brengt mij naar het zwembad.", TimingView(TimingKind.ONCE, dt.date(2026, 11, 4)), ("Kees",)
        ),
    ),
    "Ik wil weer slapen zonder wakker te worden.",
)


def de_wit(reader: PersonView | None = None, *, large: bool = False, child: bool = False) -> PlanView:
    """The plan of De Wit for one reader, or for the file."""
    number = DE_WIT.index(reader) + 1 if reader else 0
    of_the_file = reader is None
    return PlanView(
        reference="IT-2026-014",
        family_name="De Wit",
        meeting=MeetingHead(
            1,
            MeetingKind.FAMILY_NETWORK,
            MeetingMode.TOGETHER,
            "2026-10-05T14:00:00",
            "thuis bij oma Ans",
            "Fatima",
            "2026-10-05T16:20:00",
            tuple(
                AttendanceView(person, Attendance.ABSENT if person is PETER else Attendance.PRESENT)
                for person in DE_WIT
            ),
        ),
        version=1,
        body=de_wit_body(reader),
        contacts=DE_WIT_CONTACTS,
        answers=DE_WIT_ANSWERS,
        next_meeting=NextMeetingView("2026-11-21T14:00:00", "buurthuis De Lucht"),
        reader=ReaderView(reader, number, child, child, large, "nl") if reader else None,
        marks=(MarksView((9, 8, 9, 9, 8, 6)), MarksView((10, 9, 9, 9, 9, None))) if of_the_file else (),
        overrides=(("no_date", "de datum hangt af van de huur"),) if of_the_file else (),
        child=LISAS if child else None,
    )


def concept(view: PlanView) -> PlanView:
    """The same plan before it is agreed."""
    meeting = dataclasses.replace(view.meeting, agreed_at=None)
    return dataclasses.replace(view, meeting=meeting, version=0, answers=())


def with_last_time(view: PlanView) -> PlanView:
    """The same plan with the answers to its scale of the meeting before, and an agreement that was ended."""
    before = tuple(
        ScoreView(person, value) for person, value in ((LISA, 1), (SANNE, 3), (MARK, 6), (KEES, 4), (JOKE, 2))
    )
    scale = dataclasses.replace(view.body.scales[0], before=before)
    ended = EndedAgreementView(
        "Mark slaapt op zondag bij Kees.", (MARK, KEES), dt.date(2026, 11, 21), "het hoeft niet meer"
    )
    body = dataclasses.replace(view.body, scales=(scale,), ended=(ended,))
    return dataclasses.replace(view, body=body)


# -- Haddad: two copies of one plan, for the one who is afraid and the one who is feared -----------

RIMA = PersonView("Rima", Circle.FAMILY, "moeder")
YOUSEF = PersonView("Yousef", Circle.FAMILY, "vader")
SAMIRA = PersonView("Samira", Circle.NETWORK, "zus van Rima")
OMAR = PersonView("Omar", Circle.NETWORK, "broer van Yousef")
NOOR = PersonView("Noor", Circle.PROFESSIONAL, "vast contactpersoon", "Interventieteam")
PIET = PersonView("Piet", Circle.PROFESSIONAL, "tweede hulpverlener", "Interventieteam")


def haddad(reader: PersonView) -> PlanView:
    """The plan of Haddad for Rima, or for Yousef, who may not see where she goes."""
    hers = reader is RIMA
    agreements = [
        _agreement(
            1,
            "Yousef belt en appt Rima niet. Berichten over Adam gaan via Noor.",
            (YOUSEF,),
            ALWAYS,
            ("Rima bewaart berichten en laat ze aan Noor zien", "Noor"),
            "Noor meldt het bij Chantal",
            reader,
        ),
        _agreement(
            2,
            "Omar haalt Yousef op als hij de straat in wil.",
            (OMAR,),
            ALWAYS,
            ("Omar belt Piet", "Piet"),
            "Omar belt 112",
            reader,
        ),
    ]
    emergency = [
        "Bij direct gevaar bellen we de politie.|112",
        "Yousef belt Omar als hij boos wordt.|06 7700 1104",
    ]
    danger = [
        statement(
            StatementKind.HARM,
            "Yousef stond in oktober drie keer 's nachts voor de deur en bonsde op het raam.",
        ),
        statement(StatementKind.COMPLICATING_FACTOR, "Yousef heeft geen vaste woonplek en slaapt slecht."),
    ]
    if hers:
        secret = "Rima en Adam gaan naar Samira als Rima het codewoord 'paraplu' appt."
        agreements.append(
            _agreement(
                3, secret, (RIMA, SAMIRA), ALWAYS, ("Samira belt Noor", "Noor"), "Samira belt 112", reader
            )
        )
        emergency.insert(1, "Rima appt 'paraplu' aan Samira.|06 7700 1103")
        danger.append(
            statement(StatementKind.DANGER_STATEMENT, "Als Yousef weet waar Rima woont, kan hij weer komen.")
        )
    steps = (step.split("|") for step in emergency)
    contacts = [_phone(YOUSEF, "06 7700 1102"), _phone(OMAR, "06 7700 1104"), _phone(NOOR, "0165 555 201")]
    if hers:
        contacts.insert(0, _phone(SAMIRA, "06 7700 1103"))
    people = (RIMA, YOUSEF, SAMIRA, OMAR, NOOR, PIET)
    return PlanView(
        reference="IT-2026-021",
        family_name="Haddad",
        meeting=MeetingHead(
            1,
            MeetingKind.FAMILY_NETWORK,
            MeetingMode.ALTERNATING,
            "2026-11-12T10:00:00",
            "wijkcentrum, twee kamers",
            "Noor",
            "2026-11-12T12:10:00",
            tuple(AttendanceView(person, Attendance.PRESENT) for person in people),
        ),
        version=1,
        body=PlanBody(
            danger=tuple(danger),
            safety=(statement(StatementKind.RESOURCE, "Omar kan met Yousef praten als hij boos is."),),
            next_steps=(
                statement(
                    StatementKind.BOTTOM_LINE, "Yousef komt niet in de straat van Rima en belt haar niet."
                ),
                statement(StatementKind.FAMILY_GOAL, "Adam kan zijn vader zien zonder ruzie."),
            ),
            agreements=tuple(agreements),
            emergency=tuple(EmergencyStepView(n, *step) for n, step in enumerate(steps, start=1)),
        ),
        contacts=tuple(contacts),
        answers=(
            AnswerView(
                RIMA, Decision.AGREE, None, "2026-11-12T12:12:00", strokes=(((0.1, 0.4), (0.8, 0.6)),)
            ),
            AnswerView(
                YOUSEF, Decision.DISAGREE, "Ik wil Adam ook in het weekend zien.", "2026-11-12T12:20:00"
            ),
        ),
        next_meeting=NextMeetingView("2026-12-10T10:00:00", "wijkcentrum, twee kamers"),
        reader=ReaderView(
            reader,
            people.index(reader) + 1,
            child=False,
            plain_language=False,
            large_print=False,
            language="ar",
        ),
    )


# -- what nobody hopes for -------------------------------------------------------------------------


def big(reader: int = 0, statements: int = 60, agreements: int = 40, people: int = 25) -> PlanView:
    """A plan with many people, statements and agreements, for one of them."""
    circles = (Circle.FAMILY, Circle.NETWORK, Circle.PROFESSIONAL)
    everybody = tuple(PersonView(f"Persoon {n:02}", circles[n % 3], f"rol {n}") for n in range(people))
    kinds = list(StatementKind)
    text = "Dit is uitspraak {n}: als er iets gebeurt op een avond, dan gaat iemand naar een ander toe."
    said = [statement(kinds[n % len(kinds)], text.format(n=n)) for n in range(statements)]
    view = de_wit()
    body = PlanBody(
        danger=tuple(item for item in said if item.column is Column.DANGER),
        safety=tuple(item for item in said if item.column is Column.SAFETY),
        next_steps=tuple(item for item in said if item.column is Column.NEXT_STEP),
        scales=(
            ScaleView(
                ScaleKind.SAFETY,
                "Hoe veilig is het?",
                "het kan elk moment misgaan",
                "iedereen is veilig",
                tuple(
                    ScoreView(person, (n * 7) % 11, because=f"reden van persoon {n} om dit te vinden")
                    for n, person in enumerate(everybody)
                ),
                tuple(ScoreView(person, (n * 5) % 11) for n, person in enumerate(everybody)),
            ),
        ),
        agreements=tuple(
            _agreement(
                n + 1,
                f"Afspraak {n}: persoon {n % people} belt elke avond om acht uur en vraagt hoe het ging.",
                (everybody[n % people], everybody[(n + 1) % people]),
                EVERY_EVENING if n % 2 else ON_TUESDAY,
                (f"iemand zet kruisje {n} op de kalender in de keuken", everybody[(n + 2) % people].called),
                f"persoon {(n + 3) % people} belt de volgende dag",
                everybody[reader],
            )
            for n in range(agreements)
        ),
        time_out=view.body.time_out,
        emergency=view.body.emergency,
    )
    strokes = (tuple((i / 40, 0.5 + 0.3 * (-1) ** i * i / 40) for i in range(40)),)
    return dataclasses.replace(
        view,
        meeting=dataclasses.replace(
            view.meeting,
            participants=tuple(AttendanceView(person, Attendance.PRESENT) for person in everybody),
        ),
        body=body,
        contacts=tuple(_phone(person, f"06 5555 {n:04}") for n, person in enumerate(everybody)),
        answers=tuple(
            AnswerView(person, Decision.AGREE, None, "2026-10-05T16:24:00", strokes=strokes)
            for person in everybody
        ),
        reader=ReaderView(
            everybody[reader], reader + 1, child=False, plain_language=False, large_print=False, language="nl"
        ),
        marks=(),
        overrides=(),
    )


ATTACKS = (
    '<img src="/etc/passwd">',
    "<b>Jan",
    "&amp; &lt;",
    "Fam. <Jansen>",
    "</para>",
    "%s {0} {name}",
    "Şahin Łukasz ễ",
    "\\u0041 (haakje) \\",
)
"""Texts that a printer of markup would change, drop or die of."""


def with_texts(texts: tuple[str, ...]) -> PlanView:
    """A plan for Mark in which each text is a statement, an agreement, a remark and a name."""
    view = de_wit(MARK)
    odd = tuple(PersonView(text, Circle.NETWORK, text) for text in texts)
    body = dataclasses.replace(
        view.body,
        danger=tuple(statement(StatementKind.HARM, text) for text in texts),
        agreements=tuple(
            AgreementView(
                n, person.called, (MARK, person), ALWAYS, person.called, person.called, person.called, True
            )
            for n, person in enumerate(odd, start=1)
        ),
        scales=(
            dataclasses.replace(
                view.body.scales[0],
                scores=tuple(ScoreView(person, 3, because=person.called) for person in odd),
            ),
        ),
    )
    answers = tuple(AnswerView(person, Decision.DISAGREE, person.called) for person in odd)
    return dataclasses.replace(view, body=body, answers=answers)
