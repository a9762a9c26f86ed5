"""What keeps a plan from being complete: each gap with and without, and the reasons that let it stand."""

import datetime as dt

import pytest

from beraad.models import (
    Agreement,
    CarryDecision,
    Case,
    ContactDetail,
    EmergencyStep,
    Ending,
    MayCall,
    Meeting,
    MoreTimeOut,
    NextMeeting,
    Override,
    Participant,
    Person,
    PlanVersion,
    Readiness,
    Statement,
    TimeOut,
    Timing,
)
from beraad.models.gaps import EMERGENCY_PLAN, GapFound, gaps, last_plan, open_gaps, to_review, uncovered
from beraad.places import Place
from beraad.readers import FACILITATOR, Readers
from beraad.terms import (
    Attendance,
    CarryKind,
    CarryOver,
    Circle,
    Column,
    ContactKind,
    Gap,
    MeetingKind,
    Paper,
    StatementKind,
    TimingKind,
)

DAY = dt.date(2026, 11, 12)
MORNING = "2026-11-12T10:00:00"


def a_statement(name: str, kind: StatementKind = StatementKind.DANGER_STATEMENT, **more: object) -> Statement:
    """Something that must be covered."""
    column = Column.NEXT_STEP if kind is StatementKind.BOTTOM_LINE else Column.DANGER
    return Statement(id=name, column=column, kind=kind, text="…", **more)


def an_agreement(name: str = "a1", **more: object) -> Agreement:
    """A complete agreement of oma's."""
    values = {
        "owners": ["oma"],
        "accepted_by": ["oma"],
        "measured_by": "we horen het",
        "checked_by": "oma",
        "fallback": "oma belt",
        "timing": Timing(kind=TimingKind.ALWAYS, starts_on=DAY),
        "readiness": [Readiness(person="oma", willingness=9, confidence=9, capacity=9)],
        **more,
    }
    return Agreement(**{"id": name, "what": "Oma belt.", **values})


def a_meeting(name: str = "b1", number: int = 1, **more: object) -> Meeting:
    """A meeting of the day."""
    meeting = Meeting(
        id=name, number=number, kind=MeetingKind.FAMILY_NETWORK, starts_at=MORNING, facilitator="oma"
    )
    for key, value in more.items():
        setattr(meeting, key, value)
    return meeting


def a_case(*meetings: Meeting) -> Case:
    """Oma and Adam, eight years old."""
    oma = Person(id="oma", name="Ans", called="oma", circle=Circle.NETWORK)
    adam = Person(
        id="adam", name="Adam", called="Adam", circle=Circle.FAMILY, birth_date=dt.date(2018, 8, 30)
    )
    return Case(reference="T-1", family_name="De Wit", people=[oma, adam], meetings=list(meetings))


def found_in(*meetings: Meeting) -> list[tuple[Gap, str]]:
    """The gaps of the last of these meetings."""
    return [(item.gap, item.subject) for item in gaps(a_case(*meetings), meetings[-1])]


@pytest.mark.parametrize(
    ("kind", "gap"),
    [
        (StatementKind.DANGER_STATEMENT, Gap.UNCOVERED_DANGER),
        (StatementKind.BOTTOM_LINE, Gap.UNCOVERED_BOTTOM_LINE),
    ],
)
def test_what_must_be_covered_and_is_not_is_a_gap(kind: StatementKind, gap: Gap) -> None:
    assert found_in(a_meeting(statements=[a_statement("s1", kind, by="oma")])) == [(gap, "s1")]
    statements = [a_statement("s1", kind, by="oma")]
    assert found_in(a_meeting(statements=statements, agreements=[an_agreement(covers=["s1"])])) == []


@pytest.mark.parametrize(
    ("kind", "by", "asked"),
    [
        (StatementKind.BOTTOM_LINE, None, True),
        (StatementKind.BOTTOM_LINE, "oma", False),
        (StatementKind.DANGER_STATEMENT, None, False),
    ],
)
def test_a_bottom_line_of_nobody_is_a_gap(kind: StatementKind, by: str | None, asked: bool) -> None:
    statements = [a_statement("s1", kind, by=by)]
    plan = a_meeting(statements=statements, agreements=[an_agreement(covers=["s1"])])
    assert found_in(plan) == ([(Gap.NO_ASKER, "s1")] if asked else [])
    plan.overrides = [Override(gap="no_asker", subject="s1", reason="dat zoekt Noor uit")]
    assert open_gaps(a_case(plan), plan) == ()


@pytest.mark.parametrize("kind", [StatementKind.HARM, StatementKind.COMPLICATING_FACTOR])
def test_other_worries_need_no_agreement(kind: StatementKind) -> None:
    assert found_in(a_meeting(statements=[a_statement("s1", kind)])) == []


def test_an_agreement_that_was_ended_covers_nothing_and_lacks_nothing() -> None:
    ended = an_agreement(covers=["s1"], owners=[], ended=Ending(on=DAY))
    plan = a_meeting(statements=[a_statement("s1")], agreements=[ended])
    assert found_in(plan) == [(Gap.UNCOVERED_DANGER, "s1")]


def test_what_was_carried_over_is_covered_under_its_old_id_too() -> None:
    plan = a_meeting(statements=[a_statement("s9", origin="s1")], agreements=[an_agreement(covers=["s1"])])
    assert uncovered(plan) == ()


@pytest.mark.parametrize(
    ("change", "gap", "who"),
    [
        ({"owners": [], "accepted_by": []}, Gap.NO_OWNER, ()),
        ({"measured_by": None}, Gap.NO_CHECK, ()),
        ({"checked_by": None}, Gap.NO_CHECK, ()),
        ({"timing": Timing(kind=TimingKind.ALWAYS)}, Gap.NO_DATE, ()),
        ({"accepted_by": []}, Gap.NOT_ACCEPTED, ("oma",)),
        ({"what": " "}, Gap.NO_TEXT, ()),
        ({"readiness": []}, Gap.READINESS_UNKNOWN, ("oma",)),
        (
            {"readiness": [Readiness(person="oma", willingness=9, confidence=9)]},
            Gap.READINESS_UNKNOWN,
            ("oma",),
        ),
        (
            {"readiness": [Readiness(person="oma", willingness=9, confidence=5, capacity=9)]},
            Gap.READINESS_LOW,
            ("oma",),
        ),
        ({"timing": Timing(kind=TimingKind.RECURRING, starts_on=DAY, rule="FREQ=DAILY")}, Gap.NO_END, ()),
        (
            {"timing": Timing(kind=TimingKind.ALWAYS, starts_on=DAY, ends_on=dt.date(2026, 1, 1))},
            Gap.ENDS_BEFORE_START,
            (),
        ),
        ({"fallback": None}, Gap.NO_FALLBACK, ()),
    ],
)
def test_each_gap_of_an_agreement_names_it_and_the_people(
    change: dict[str, object], gap: Gap, who: tuple[str, ...]
) -> None:
    plan = a_meeting(agreements=[an_agreement(**change)])
    assert gaps(a_case(plan), plan) == (GapFound(gap, Place.agreement("a1"), who),)
    whole = a_meeting(agreements=[an_agreement()])
    assert gaps(a_case(whole), whole) == ()


@pytest.mark.parametrize("kind", list(TimingKind))
def test_what_comes_back_has_an_end_also_where_a_next_meeting_is_agreed(kind: TimingKind) -> None:
    """The next meeting is a day to look again, and no end: it is a reason to let the gap stand."""
    rule = "FREQ=DAILY" if kind is TimingKind.RECURRING else None
    agreement = an_agreement(timing=Timing(kind=kind, starts_on=DAY, rule=rule))
    plan = a_meeting(agreements=[agreement], next_meeting=NextMeeting(starts_at="2026-12-01T10:00:00"))
    assert found_in(plan) == ([(Gap.NO_END, "a1")] if kind is TimingKind.RECURRING else [])
    agreement.timing.ends_on = dt.date(2026, 12, 31)
    assert found_in(plan) == []


def test_a_child_that_carries_safety_is_a_gap() -> None:
    owned = an_agreement(
        owners=["adam"],
        accepted_by=["adam"],
        readiness=[Readiness(person="adam", willingness=9, confidence=9, capacity=9)],
    )
    plan = a_meeting(agreements=[owned])
    assert gaps(a_case(plan), plan) == (GapFound(Gap.CHILD_CARRIES_SAFETY, Place.agreement("a1"), ("adam",)),)


# -- children with a task of the grown-ups ----------------------------------------------------------


def of_plan(**more: object) -> tuple[GapFound, ...]:
    """The gaps of a plan with a complete agreement, unless it says otherwise."""
    plan = a_meeting(**{"agreements": [an_agreement()], **more})
    return gaps(a_case(plan), plan)


def a_time_out(takes: str) -> dict[str, object]:
    """What a time-out of this person holds."""
    return {"signal": "hand", "takes": takes, "goes_to": "Kees", "minutes": 60, "returns": "belt"}


@pytest.mark.parametrize(("who", "found"), [("adam", True), ("oma", False)])
def test_a_child_that_checks_is_a_gap(who: str, found: bool) -> None:
    expected = (GapFound(Gap.CHILD_CHECKS, Place.agreement("a1"), ("adam",)),) if found else ()
    assert of_plan(agreements=[an_agreement(checked_by=who)]) == expected


@pytest.mark.parametrize(("fallback", "found"), [("Adam belt 112.", True), ("Oma haalt Adam op.", False)])
def test_a_child_that_has_to_do_something_when_it_fails_is_a_gap(fallback: str, found: bool) -> None:
    expected = (GapFound(Gap.CHILD_FALLBACK, Place.agreement("a1"), ("adam",)),) if found else ()
    assert of_plan(agreements=[an_agreement(fallback=fallback)]) == expected


def test_a_child_with_a_task_in_the_emergency_plan_is_a_gap_of_that_step() -> None:
    steps = [EmergencyStep(order=5, text="Adam belt de politie."), EmergencyStep(order=2, text="Oma belt.")]
    assert of_plan(emergency=steps) == (GapFound(Gap.CHILD_IN_EMERGENCY, Place.emergency_step(2), ("adam",)),)


def test_a_child_that_is_called_in_an_emergency_has_a_task_too() -> None:
    steps = [EmergencyStep(order=1, text="We bellen op.", number="06 1234 0008")]
    plan = a_meeting(agreements=[an_agreement()], emergency=steps)
    expected = GapFound(Gap.CHILD_IN_EMERGENCY, Place.emergency_step(1), ("adam",))
    assert gaps(with_numbers(plan, adam="0612340008"), plan) == (expected,)
    assert gaps(with_numbers(plan, oma="0612340008"), plan) == ()


def test_a_child_that_takes_a_time_out_is_a_gap_of_that_time_out() -> None:
    first, second = TimeOut(**a_time_out("oma")), MoreTimeOut(**a_time_out("adam"))
    found = of_plan(time_out=first, more_time_outs=[second])
    assert found == (GapFound(Gap.CHILD_TAKES_TIME_OUT, Place.time_out(2), ("adam",)),)
    assert of_plan(time_out=TimeOut(**a_time_out("adam")))[0].subject == "time_out"


def test_in_a_meeting_without_a_date_a_child_is_as_old_as_today() -> None:
    assert of_plan(starts_at=None, agreements=[an_agreement(checked_by="adam")]) == (
        GapFound(Gap.CHILD_CHECKS, Place.agreement("a1"), ("adam",)),
    )


# -- who is left if it goes wrong -------------------------------------------------------------------


def with_numbers(meeting: Meeting, **numbers: str) -> Case:
    """The case with a telephone number for each of these people, and papa."""
    case = a_case(meeting)
    case.people.append(Person(id="papa", name="Piet", called="papa", circle=Circle.FAMILY))
    for person in case.people:
        if person.id in numbers:
            person.contact = [ContactDetail(kind=ContactKind.PHONE, value=numbers[person.id])]
    return case


def in_danger(**more: object) -> Meeting:
    """A plan against papa's anger, covered by oma."""
    danger = a_statement("s1", about=["adam"], from_=["papa"])
    return a_meeting(statements=[danger], **{"agreements": [an_agreement(covers=["s1"])], **more})


@pytest.mark.parametrize(
    ("fallback", "left"),
    [
        ("Papa belt.", True),
        ("We bellen papa.", True),
        ("Adam gaat naar papa.", True),
        ("Papa of oma belt.", False),
        ("Papa belt 112.", False),
        ("Papa belt Veilig Thuis: 0800-2000.", False),
        ("We gaan naar de buren.", False),
    ],
)
def test_a_fallback_on_who_is_feared_alone_is_a_gap(fallback: str, left: bool) -> None:
    plan = in_danger(agreements=[an_agreement(covers=["s1"], fallback=fallback)])
    expected = (GapFound(Gap.ONLY_FEARED_LEFT, Place.agreement("a1"), ("papa",)),) if left else ()
    assert gaps(with_numbers(plan), plan) == expected


def test_of_whom_harm_may_come_is_not_asked_for_yet_nobody_is_feared() -> None:
    plan = in_danger(agreements=[an_agreement(covers=["s1"], fallback="Papa belt.")])
    plan.statements[0].from_ = None
    assert gaps(with_numbers(plan), plan) == ()


@pytest.mark.parametrize(
    ("numbers", "left"),
    [
        (["112", "06 1234 0001"], True),
        (["06-12340001"], True),
        (["06 1234 0001", "06 1234 0003"], False),
        (["06 1234 0001", "06 9999 9999"], False),
        (["112"], False),
    ],
)
def test_where_every_number_is_of_who_is_feared_that_is_a_gap(numbers: list[str], left: bool) -> None:
    steps = [EmergencyStep(order=at, text="We bellen.", number=one) for at, one in enumerate(numbers)]
    plan = in_danger(emergency=steps)
    case = with_numbers(plan, papa="06 1234 0001", oma="06 1234 0003")
    assert gaps(case, plan) == ((GapFound(Gap.ONLY_FEARED_LEFT, EMERGENCY_PLAN, ("papa",)),) if left else ())


@pytest.mark.parametrize(
    ("text", "number", "differs"),
    [
        ("Papa belt oma.", "06 1234 0009", True),
        ("Papa belt oma.", "+31 6 12340003", False),
        ("Papa belt oma.", "112", False),
        ("We bellen.", "06 1234 0009", False),
        ("Adam mag bellen.", "06 1234 0009", False),
    ],
)
def test_a_number_that_is_not_of_whom_the_step_names_is_a_gap(text: str, number: str, differs: bool) -> None:
    plan = a_meeting(emergency=[EmergencyStep(order=1, text=text, number=number)])
    expected = (GapFound(Gap.NUMBER_DIFFERS, Place.emergency_step(1), ("oma",)),) if differs else ()
    assert gaps(with_numbers(plan, oma="06-12 34 00 03"), plan) == expected


# -- whom to call -----------------------------------------------------------------------------------


def with_contact(number_for: object, **more: object) -> Case:
    """Oma, Kees and Adam at the table, with Noor as fixed contact, whose number is for these."""
    at_table = [
        Participant(person=who, attendance=Attendance.PRESENT) for who in ("oma", "kees", "adam", "noor")
    ]
    case = a_case(a_meeting(participants=at_table))
    kees = Person(**{"id": "kees", "name": "Kees", "called": "Kees", "circle": Circle.NETWORK, **more})
    noor = Person(id="noor", name="Noor", called="Noor", circle=Circle.PROFESSIONAL)
    details = {} if number_for is None else {ContactKind.PHONE: number_for}
    noor.contact = [
        ContactDetail(kind=kind, value="1", visible_to=Readers.parse(whom) or FACILITATOR)
        for kind, whom in {ContactKind.EMAIL: "everyone", **details}.items()
    ]
    case.people += [kees, noor]
    case.contact_person = "noor"
    return case


@pytest.mark.parametrize(
    ("number_for", "without"),
    [
        ("everyone", ()),
        (["oma", "kees"], ()),
        (["oma"], ("kees",)),
        ("professionals", ("oma", "kees")),
        ("facilitator", ("oma", "kees")),
        (None, ("oma", "kees")),
    ],
)
def test_a_copy_without_a_number_of_the_fixed_contact_is_a_gap(
    number_for: object, without: tuple[str, ...]
) -> None:
    """A child calls whom it chose itself, and has no fixed contact on its copy."""
    case = with_contact(number_for)
    expected = (GapFound(Gap.NO_CONTACT_NUMBER, Place.person("noor"), without),) if without else ()
    assert gaps(case, case.meetings[0]) == expected
    case.meetings[0].overrides = [Override(gap="no_contact_number", subject="noor", reason="ze mailen")]
    assert open_gaps(case, case.meetings[0]) == ()


def test_who_gets_no_paper_and_a_case_without_a_fixed_contact_lack_no_number() -> None:
    without_paper = with_contact(["oma"], paper=Paper.NO)
    assert gaps(without_paper, without_paper.meetings[0]) == ()
    case = with_contact(None)
    case.contact_person = None
    assert gaps(case, case.meetings[0]) == ()


def with_calls(*chosen: str, feared_at: int = 0, **more: object) -> Case:
    """Two meetings; Adam chose these to call, and papa is feared since one of the meetings."""
    first, second = a_meeting(id="b0", number=0), a_meeting(number=2)
    case = a_case(first)
    case.meetings.append(second)
    case.meetings[feared_at].statements = [a_statement("s9", from_=["papa"])]
    case.meetings[feared_at].agreements = [an_agreement("a9", covers=["s9"])]
    adam = case.person("adam")
    assert adam is not None
    adam.may_call = [MayCall(person=who) for who in chosen]
    for name, value in more.items():
        setattr(adam, name, value)
    return case


def calls_feared(case: Case, meeting: int) -> tuple[GapFound, ...]:
    found = gaps(case, case.meetings[meeting])
    return tuple(item for item in found if item.gap is Gap.CHILD_CALLS_FEARED)


@pytest.mark.parametrize("feared_at", [0, 1])
@pytest.mark.parametrize("asked_at", [0, 1])
def test_a_child_that_may_call_who_is_feared_is_a_gap_whichever_meeting_named_the_fear(
    feared_at: int, asked_at: int
) -> None:
    case = with_calls("oma", "papa", feared_at=feared_at)
    expected = GapFound(Gap.CHILD_CALLS_FEARED, Place.person("adam") / "may_call" / "papa", ("papa",))
    assert calls_feared(case, asked_at) == (expected,)
    reason = Override(gap="child_calls_feared", subject="may_call:adam:papa", reason="Adam wil het zelf")
    case.meetings[asked_at].overrides = [reason]
    assert expected not in open_gaps(case, case.meetings[asked_at])
    reason.subject = "may_call:adam:oma"
    assert expected in open_gaps(case, case.meetings[asked_at]), "the reason is about this person"


@pytest.mark.parametrize(
    ("chosen", "more"),
    [
        (("oma",), {}),
        ((), {}),
        (("papa",), {"paper": Paper.NO}),
        (("papa",), {"birth_date": dt.date(2010, 1, 1)}),
    ],
)
def test_who_is_not_chosen_or_stands_on_no_paper_is_no_gap(
    chosen: tuple[str, ...], more: dict[str, object]
) -> None:
    assert calls_feared(with_calls(*chosen, **more), 1) == ()


# -- the last plan --------------------------------------------------------------------------------


def the_last_plan(**more: object) -> Meeting:
    """An agreed plan with one of everything."""
    return a_meeting(
        agreed_at=MORNING,
        statements=[a_statement("s1", StatementKind.HARM)],
        agreements=[an_agreement("a1"), an_agreement("a2", ended=Ending(on=DAY))],
        time_out=TimeOut(signal="stop", takes="oma", goes_to="tuin", minutes=30, returns="bellen"),
        emergency=[EmergencyStep(order=1, text="bel"), EmergencyStep(order=2, text="loop weg")],
        **more,
    )


def test_everything_of_the_last_plan_is_asked_about_but_what_was_ended() -> None:
    subjects = to_review(case := a_case(the_last_plan(), a_meeting("b2", 2)), case.meetings[1])
    assert [(item.kind, item.id) for item in subjects] == [
        (CarryKind.STATEMENT, "s1"),
        (CarryKind.AGREEMENT, "a1"),
        (CarryKind.TIME_OUT, "time_out"),
        (CarryKind.EMERGENCY_STEP, "0"),
        (CarryKind.EMERGENCY_STEP, "1"),
    ]


def test_what_was_decided_about_is_not_asked_again() -> None:
    second = a_meeting(
        "b2",
        2,
        carry_decisions=[
            CarryDecision(kind=CarryKind.STATEMENT, subject="s1", decision=CarryOver.ENDED),
            CarryDecision(kind=CarryKind.TIME_OUT, subject="time_out", decision=CarryOver.KEPT),
        ],
    )
    left = {item.id for item in to_review(a_case(the_last_plan(), second), second)}
    assert left == {"a1", "0", "1"}


def test_what_says_where_it_came_from_is_not_asked_again() -> None:
    second = a_meeting("b2", 2, agreements=[an_agreement("a7", origin="a1")])
    assert (Gap.NOT_REVIEWED, "a1") not in found_in(the_last_plan(), second)
    assert (Gap.NOT_REVIEWED, "s1") in found_in(the_last_plan(), second)


def test_at_a_first_meeting_there_is_nothing_to_ask_about() -> None:
    case = a_case(a_meeting(), a_meeting("b2", 2))
    assert [to_review(case, meeting) for meeting in case.meetings] == [(), ()]


def test_a_plan_that_was_agreed_and_changed_since_is_the_last_plan_all_the_same() -> None:
    changed = the_last_plan(plan_versions=[PlanVersion(agreed_at=MORNING)])
    changed.agreed_at = None
    case = a_case(changed, a_meeting("b2", 2))
    assert last_plan(case, case.meetings[1]) is changed


def test_a_plan_that_was_agreed_and_changed_since_stays_the_plan_in_force() -> None:
    first = the_last_plan()
    changed = a_meeting("b2", 2, plan_versions=[PlanVersion(agreed_at=MORNING)])
    assert a_case(first, changed, a_meeting("b3", 3)).current_plan() is changed


# -- reasons --------------------------------------------------------------------------------------


def test_a_reason_lets_one_gap_of_one_thing_stand() -> None:
    plan = a_meeting(statements=[a_statement("s1"), a_statement("s2")])
    plan.overrides = [Override(gap=Gap.UNCOVERED_DANGER.value, subject="s1", reason="komt volgende keer")]
    case = a_case(plan)
    assert [item.subject for item in open_gaps(case, plan)] == ["s2"]
    assert [item.subject for item in gaps(case, plan)] == ["s1", "s2"]


def test_a_reason_for_another_gap_lets_nothing_stand() -> None:
    plan = a_meeting(statements=[a_statement("s1")])
    plan.overrides = [Override(gap=Gap.NO_CHECK.value, subject="s1", reason="…")]
    assert len(open_gaps(a_case(plan), plan)) == 1


@pytest.mark.parametrize(
    ("place", "subject"),
    [
        (Place.statement("s3"), "s3"),
        (Place.agreement("a1"), "a1"),
        (Place.emergency_step(2), "emergency-2"),
        (EMERGENCY_PLAN, "emergency"),
        (Place.time_out(1), "time_out"),
        (Place.time_out(2), "time_out-2"),
        (Place.person("noor"), "noor"),
        (Place.person("adam") / "may_call" / "papa", "may_call:adam:papa"),
        (Place.carried(CarryKind.EMERGENCY_STEP, "0"), "0"),
    ],
)
def test_a_reason_is_kept_under_the_name_that_case_files_know(place: Place, subject: str) -> None:
    assert GapFound(Gap.NO_TEXT, place).subject == subject
