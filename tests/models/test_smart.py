"""Every rule of an agreement: what is said when it is not kept, and silence when it is."""

import datetime as dt

import pytest

from beraad.models import Agreement, Meeting, Participant, Person, Readiness, Statement, Timing
from beraad.models.smart import (
    VAGUE_WORDS,
    at_table,
    carries_safety,
    children_who_carry,
    lacks,
    not_accepted,
    vague_words,
)
from beraad.terms import (
    GAP_OF,
    LAMPS_OUT,
    Attendance,
    Circle,
    Column,
    Lack,
    Lamp,
    MeetingKind,
    StatementKind,
    TimingKind,
)

DAY = dt.date(2026, 11, 12)


def a_meeting(**attendance: Attendance) -> Meeting:
    """A meeting where oma is at the table."""
    there = attendance or {"oma": Attendance.PRESENT}
    meeting = Meeting(id="b1", number=1, kind=MeetingKind.FAMILY_NETWORK, starts_at=None, facilitator="noor")
    meeting.participants = [Participant(person=name, attendance=how) for name, how in there.items()]
    return meeting


def complete() -> Agreement:
    """An agreement that lacks nothing."""
    return Agreement(
        id="a1",
        what="Oma belt elke avond om acht uur.",
        owners=["oma"],
        measured_by="Sanne hoort de telefoon",
        checked_by="noor",
        fallback="Oma belt Noor",
        accepted_by=["oma"],
        timing=Timing(kind=TimingKind.ALWAYS, starts_on=DAY),
        readiness=[Readiness(person="oma", willingness=9, confidence=8, capacity=6)],
    )


def lacking(**changes: object) -> tuple[Lack, ...]:
    """What the complete agreement lacks once this is changed."""
    agreement = complete()
    for name, value in changes.items():
        setattr(agreement, name, value)
    return lacks(agreement, at_table(a_meeting()))


def test_a_complete_agreement_lacks_nothing() -> None:
    assert lacking() == ()


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_without_words_nobody_knows_what(text: str) -> None:
    assert lacking(what=text) == (Lack.NO_TEXT,)


def test_without_an_owner_nobody_does_it() -> None:
    assert lacking(owners=[], accepted_by=[], readiness=[]) == (Lack.NO_OWNER,)


@pytest.mark.parametrize("measure", [None, "", "  "])
def test_without_a_measure_nobody_notices(measure: str | None) -> None:
    assert lacking(measured_by=measure) == (Lack.NO_MEASURE,)


def test_somebody_checks() -> None:
    assert lacking(checked_by=None) == (Lack.NO_CHECKER,)


def test_an_owner_who_did_not_say_yes_is_named() -> None:
    assert lacking(accepted_by=[]) == (Lack.NOT_ACCEPTED,)
    agreement = complete()
    agreement.owners = ["oma", "kees"]
    assert not_accepted(agreement) == ("kees",)


@pytest.mark.parametrize("how", [Attendance.INVITED, Attendance.ABSENT])
def test_an_agreement_pinned_on_somebody_absent_stays_open(how: Attendance) -> None:
    agreement = complete()
    agreement.accepted_by = []
    found = lacks(agreement, at_table(a_meeting(oma=how, noor=Attendance.PRESENT)))
    assert Lack.OWNER_NOT_AT_TABLE in found


@pytest.mark.parametrize("how", [Attendance.PRESENT, Attendance.BY_PHONE])
def test_who_is_there_or_by_phone_is_at_the_table(how: Attendance) -> None:
    agreement = complete()
    agreement.accepted_by = []
    assert lacks(agreement, at_table(a_meeting(oma=how))) == (Lack.NOT_ACCEPTED,)


def test_who_said_yes_before_need_not_be_at_the_table() -> None:
    assert lacks(complete(), at_table(a_meeting(noor=Attendance.PRESENT))) == ()


def test_before_anybody_came_in_nobody_is_missed() -> None:
    agreement = complete()
    agreement.accepted_by = []
    assert Lack.OWNER_NOT_AT_TABLE not in lacks(agreement, at_table(a_meeting(oma=Attendance.INVITED)))


@pytest.mark.parametrize("part", ["willingness", "confidence", "capacity"])
def test_each_of_the_three_is_asked(part: str) -> None:
    agreement = complete()
    setattr(agreement.readiness[0], part, None)
    assert lacks(agreement, at_table(a_meeting())) == (Lack.READINESS_UNKNOWN,)


def test_every_owner_is_asked() -> None:
    assert lacking(readiness=[]) == (Lack.READINESS_UNKNOWN,)


@pytest.mark.parametrize("part", ["willingness", "confidence", "capacity"])
@pytest.mark.parametrize(("value", "low"), [(0, True), (5, True), (6, False), (10, False)])
def test_below_six_is_low(part: str, value: int, low: bool) -> None:
    agreement = complete()
    setattr(agreement.readiness[0], part, value)
    assert lacks(agreement, at_table(a_meeting())) == ((Lack.LOW_WITHOUT_HELP,) if low else ())


@pytest.mark.parametrize(("remark", "helped"), [("Kees rijdt mee.", True), ("", False), ("  ", False)])
def test_a_low_value_is_fine_with_a_remark_on_what_helps(remark: str, helped: bool) -> None:
    agreement = complete()
    agreement.readiness[0].capacity, agreement.readiness[0].remark = 3, remark
    assert lacks(agreement, at_table(a_meeting())) == (() if helped else (Lack.LOW_WITHOUT_HELP,))


def test_an_agreement_has_a_first_day() -> None:
    assert lacking(timing=Timing(kind=TimingKind.ALWAYS)) == (Lack.NO_START,)


def test_what_comes_back_has_a_rule_and_a_last_day() -> None:
    bare = Timing(kind=TimingKind.RECURRING, starts_on=DAY)
    assert lacking(timing=bare) == (Lack.NO_END, Lack.NO_RULE)
    whole = Timing(kind=TimingKind.RECURRING, starts_on=DAY, ends_on=DAY, rule="FREQ=DAILY")
    assert lacking(timing=whole) == ()


@pytest.mark.parametrize("last", ["UNTIL=20261231", "UNTIL=20261231T225959Z", "COUNT=10"])
def test_a_rule_may_say_itself_when_it_ends(last: str) -> None:
    timing = Timing(kind=TimingKind.RECURRING, starts_on=DAY, rule=f"FREQ=DAILY;{last}")
    assert lacking(timing=timing) == ()


@pytest.mark.parametrize(
    "ending", [{"ends_on": DAY - dt.timedelta(days=1)}, {"rule": "FREQ=DAILY;UNTIL=20200101"}]
)
@pytest.mark.parametrize("kind", [TimingKind.RECURRING, TimingKind.ALWAYS])
def test_an_end_lies_behind_the_beginning(kind: TimingKind, ending: dict[str, object]) -> None:
    timing = Timing(**{"kind": kind, "starts_on": DAY, "rule": "FREQ=DAILY", **ending})
    assert lacking(timing=timing) == (Lack.ENDS_BEFORE_START,)


def test_an_end_in_utc_is_a_day_here() -> None:
    """Ten in the evening in UTC is the next day here in summer."""
    rule = "FREQ=DAILY;UNTIL=20260730T220000Z"
    timing = Timing(kind=TimingKind.RECURRING, starts_on=dt.date(2026, 7, 31), rule=rule)
    assert lacking(timing=timing) == ()


def test_once_and_always_need_no_last_day() -> None:
    for kind in (TimingKind.ONCE, TimingKind.ALWAYS):
        assert lacking(timing=Timing(kind=kind, starts_on=DAY)) == ()


@pytest.mark.parametrize("fallback", [None, "", " "])
def test_what_if_it_fails_is_asked(fallback: str | None) -> None:
    assert lacking(fallback=fallback) == (Lack.NO_FALLBACK,)


@pytest.mark.parametrize("lack", Lack)
def test_each_lack_puts_out_its_own_lamp_and_no_other(lack: Lack) -> None:
    assert len(LAMPS_OUT[lack]) == (3 if lack is Lack.NO_OWNER else lack is not Lack.NO_FALLBACK)


def test_without_an_owner_nobody_said_yes_and_nobody_was_asked_whether_it_can_be_done() -> None:
    out = {lamp for lack in lacking(owners=[], accepted_by=[], readiness=[]) for lamp in LAMPS_OUT[lack]}
    assert set(Lamp) - out == {Lamp.MEASURABLE, Lamp.TIMED}


def test_what_if_it_fails_belongs_to_no_letter() -> None:
    assert [lack for lack in Lack if not LAMPS_OUT[lack]] == [Lack.NO_FALLBACK]
    assert set().union(*LAMPS_OUT.values()) == set(Lamp)


def test_what_puts_out_a_lamp_is_a_gap_of_the_plan() -> None:
    assert set(GAP_OF) == set(Lack)


# -- vague words ----------------------------------------------------------------------------------


@pytest.mark.parametrize("word", VAGUE_WORDS)
def test_a_vague_word_is_pointed_out_where_it_stands(word: str) -> None:
    text = f"Mark gaat {word.upper()} bellen."
    found = vague_words(text)
    assert word in [item.word for item in found]
    assert all(text[item.start : item.end].casefold() == item.word for item in found)


@pytest.mark.parametrize(
    "text",
    [
        "Mark belt Sanne op dinsdag om acht uur.",
        "Verbeteren, uitproberen en vermeerderen zijn andere woorden.",
        "Het meertje en het beterschapskaartje.",
        "",
    ],
)
def test_a_word_that_only_looks_vague_is_let_pass(text: str) -> None:
    assert vague_words(text) == ()


def test_vague_words_come_in_the_order_of_the_text() -> None:
    assert [item.word for item in vague_words("Soms proberen, misschien vaker.")] == [
        "soms",
        "proberen",
        "misschien",
        "vaker",
    ]


# -- children -------------------------------------------------------------------------------------


def a_child(born: dt.date | None) -> dict[str, Person]:
    """Adam, who owns the agreement."""
    return {"adam": Person(id="adam", name="Adam", called="Adam", circle=Circle.FAMILY, birth_date=born)}


def owned_by_adam(kind: StatementKind | None, column: Column = Column.DANGER) -> tuple[Agreement, Meeting]:
    """An agreement of Adam's that covers one statement of this kind, or none."""
    meeting = a_meeting(adam=Attendance.PRESENT)
    if kind:
        meeting.statements = [Statement(id="s1", column=column, kind=kind, text="…")]
    return Agreement(id="a1", what="…", owners=["adam"], covers=["s1"] if kind else []), meeting


@pytest.mark.parametrize(
    ("born", "carries"),
    [
        (dt.date(2008, 11, 13), True),  # eighteen tomorrow
        (dt.date(2008, 11, 12), False),  # eighteen today
        (None, False),
    ],
)
def test_a_child_is_under_eighteen_on_the_day(born: dt.date | None, carries: bool) -> None:
    agreement, meeting = owned_by_adam(StatementKind.DANGER_STATEMENT)
    assert children_who_carry(agreement, meeting, a_child(born), DAY) == (("adam",) if carries else ())


@pytest.mark.parametrize(
    ("kind", "column", "carries"),
    [
        (StatementKind.HARM, Column.DANGER, True),
        (StatementKind.DANGER_STATEMENT, Column.DANGER, True),
        (StatementKind.BOTTOM_LINE, Column.NEXT_STEP, True),
        (None, Column.DANGER, True),  # nobody said what it covers
        (StatementKind.FAMILY_GOAL, Column.NEXT_STEP, False),
        (StatementKind.STRENGTH, Column.SAFETY, False),
    ],
)
def test_a_child_may_own_what_carries_no_safety(
    kind: StatementKind | None, column: Column, carries: bool
) -> None:
    agreement, meeting = owned_by_adam(kind, column)
    found = children_who_carry(agreement, meeting, a_child(dt.date(2018, 1, 1)), DAY)
    assert found == (("adam",) if carries else ())


def test_an_agreement_about_danger_and_a_goal_carries_safety() -> None:
    agreement = Agreement(id="a1", what="…", owners=[], covers=["s1", "s2"])
    assert carries_safety(agreement, {"s1": (Column.SAFETY, False), "s2": (Column.DANGER, False)})
