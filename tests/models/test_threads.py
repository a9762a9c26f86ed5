"""An agreement, statement, question or time-out is known again at each meeting, whatever a file says."""

import copy
import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.models import Agreement, Case, Check, EmergencyStep, Meeting, Scale, Statement, TimeOut, Timing
from beraad.models.gaps import CarrySubject, to_review
from beraad.models.threads import Part, Threads, askings, goes_on_unchanged
from beraad.terms import (
    CarryKind,
    CheckResult,
    Column,
    MeetingKind,
    ScaleKind,
    StatementKind,
    TimingKind,
)

DAYS = [dt.date(2026, month, 1) for month in (1, 2, 3, 4)]


def an_agreement(name: str, origin: str | None = None, there: str | None = None) -> Agreement:
    """An agreement that came from `origin`, which stands in the meeting `there`."""
    timing = Timing(kind=TimingKind.ALWAYS)
    return Agreement(id=name, what="…", owners=[], origin=origin, origin_meeting=there, timing=timing)


def a_statement(name: str, origin: str | None = None, there: str | None = None) -> Statement:
    """A worry that came from `origin`, which stands in the meeting `there`."""
    column, kind = Column.DANGER, StatementKind.HARM
    return Statement(id=name, column=column, kind=kind, text="…", origin=origin, origin_meeting=there)


def a_check(agreement: str, meeting: str | None, on: dt.date | None = None) -> Check:
    """A check, in the words of a case file."""
    return Check(agreement=agreement, meeting=meeting, on=on, result=CheckResult.KEPT)


def a_case(*rows: list[Part], checks: list[Check] | None = None, agreed: bool = True) -> Case:
    """A case with a meeting for each list of rows; the last one is not agreed."""
    meetings = [
        Meeting(
            id=f"b{number}",
            number=number,
            kind=MeetingKind.FAMILY_NETWORK,
            facilitator="ans",
            starts_at=f"{DAYS[number - 1]}T10:00",
            agreed_at=f"{DAYS[number - 1]}T12:00:00" if agreed and number < len(rows) else None,
            statements=[item for item in items if isinstance(item, Statement)],
            agreements=[item for item in items if isinstance(item, Agreement)],
        )
        for number, items in enumerate(rows, start=1)
    ]
    return Case(reference="x", family_name="x", meetings=meetings, checks=checks or [])


def names(stands: list[tuple[Meeting, Part]]) -> list[str]:
    """Where it stands, e.g. b1/a1."""
    return [f"{meeting.id}/{row.id}" for meeting, row in stands]


def thread(case: Case, number: int, place: int = 0) -> list[str]:
    """The thread of one agreement of meeting `number`."""
    meeting = case.meetings[number - 1]
    return names(Threads(case).thread(meeting, meeting.agreements[place]))


THREE = [an_agreement("a1")], [an_agreement("a5", "a1", "b1")], [an_agreement("a9", "a5", "b2")]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_agreement_is_followed_from_wherever_one_stands(number: int) -> None:
    assert thread(a_case(*copy.deepcopy(THREE)), number) == ["b1/a1", "b2/a5", "b3/a9"]


@pytest.mark.parametrize("there", [None, "b9"], ids=["no meeting", "a meeting that does not have it"])
def test_without_its_meeting_an_origin_stands_in_the_newest_before(there: str | None) -> None:
    case = a_case([an_agreement("a1")], [an_agreement("a1")], [an_agreement("a9", "a1", there)])
    assert thread(case, 3) == ["b2/a1", "b3/a9"]


def test_a_meeting_that_is_named_counts_though_a_newer_one_has_the_id_too() -> None:
    case = a_case([an_agreement("a1")], [an_agreement("a1")], [an_agreement("a9", "a1", "b1")])
    assert thread(case, 3) == ["b1/a1", "b3/a9"]
    assert thread(case, 2) == ["b2/a1"]


def test_where_two_came_from_one_each_is_a_thread_and_the_one_leads_to_both() -> None:
    fork: list[Part] = [an_agreement("a5", "a1", "b1"), an_agreement("a6", "a1", "b1")]
    case = a_case([an_agreement("a1")], fork)
    assert thread(case, 2) == ["b1/a1", "b2/a5"]
    assert thread(case, 2, 1) == ["b1/a1", "b2/a6"]
    assert sorted(thread(case, 1)) == ["b1/a1", "b2/a5", "b2/a6"]


@pytest.mark.parametrize(
    "rows",
    [
        ([an_agreement("a1", "a1", "b1")],),
        ([an_agreement("a1", "a2", "b1"), an_agreement("a2", "a1", "b1")],),
        ([an_agreement("a1", "a2", "b2")], [an_agreement("a2")]),
        ([an_agreement("a1", "s1", "b1"), a_statement("s1")],),
        ([a_statement("s1")], [an_agreement("a1", "s1", "b1")]),
    ],
    ids=["itself", "each other", "from a later meeting", "from a worry", "from an earlier worry"],
)
def test_what_did_not_go_on_from_an_earlier_meeting_stands_alone(rows: tuple[list[Part], ...]) -> None:
    number = 2 if len(rows) > 1 and not isinstance(rows[0][0], Agreement) else 1
    case = a_case(*copy.deepcopy(rows))
    assert thread(case, number) == [f"b{number}/a1"]


def test_origins_in_a_circle_end() -> None:
    case = a_case(
        [an_agreement("a1", "a3", "b3")], [an_agreement("a2", "a1", "b1")], [an_agreement("a3", "a2", "b2")]
    )
    assert thread(case, 2) == ["b1/a1", "b2/a2", "b3/a3"]


# -- checks and removing ---------------------------------------------------------------------------


def test_a_check_counts_at_every_meeting_of_its_agreement_and_for_no_other_of_the_same_id() -> None:
    checks = [a_check("a1", "b1"), a_check("a1", "b2")]
    case = a_case([an_agreement("a1")], [an_agreement("a1"), an_agreement("a5", "a1", "b1")], checks=checks)
    first, second = case.meetings
    other, same = second.agreements
    threads = Threads(case)
    assert threads.checks(second, same) == threads.checks(first, first.agreements[0]) == checks[:1]
    assert threads.checks(second, other) == checks[1:]


@pytest.mark.parametrize(("on", "meeting"), [(DAYS[0], "b1"), (DAYS[1], "b2"), (DAYS[2], "b2"), (None, "b2")])
@pytest.mark.parametrize("named", [None, "b3"], ids=["no meeting", "a meeting that does not have it"])
def test_a_check_without_its_meeting_means_the_newest_on_or_before_its_day(
    on: dt.date | None, meeting: str, named: str | None
) -> None:
    case = a_case([an_agreement("a1")], [an_agreement("a1")], [])
    meant = Threads(case).meeting_of(a_check("a1", named, on))
    assert meant is not None
    assert meant.id == meeting


def test_a_check_of_what_is_nowhere_means_no_meeting() -> None:
    assert Threads(a_case([])).meeting_of(a_check("a1", "b1")) is None


def ended(case: Case, number: int) -> bool:
    """Whether the first agreement of meeting `number` has to be ended."""
    meeting = case.meetings[number - 1]
    return Threads(case).must_be_ended(meeting, meeting.agreements[0])


def test_what_goes_on_from_an_agreed_plan_or_was_checked_is_ended() -> None:
    rows = [an_agreement("a1")], [an_agreement("a5", "a1", "b1")]
    assert ended(a_case(*copy.deepcopy(rows)), 2)
    assert not ended(a_case(*copy.deepcopy(rows), agreed=False), 2), "control"
    assert ended(a_case(*copy.deepcopy(rows), agreed=False, checks=[a_check("a1", "b1")]), 2)
    assert not ended(a_case([an_agreement("a1")], [an_agreement("a5")]), 2), "control: a new one"


def test_what_was_agreed_and_goes_on_in_a_later_meeting_is_ended_in_its_own_too() -> None:
    assert ended(a_case([an_agreement("a1")], [an_agreement("a5", "a1", "b1")]), 1)
    assert not ended(a_case([an_agreement("a1")], []), 1), "control: only this plan holds it"


# -- the last plan ---------------------------------------------------------------------------------


def left(case: Case) -> set[CarrySubject]:
    """What of the last plan the last meeting has to ask about."""
    return set(to_review(case, case.meetings[-1]))


def test_an_id_of_another_meeting_takes_nothing_of_the_last_plan() -> None:
    asked = CarrySubject(CarryKind.STATEMENT, "s1")
    assert left(a_case([a_statement("s1")], [a_statement("s1"), a_statement("s2", "s1", "b2")])) == {asked}
    assert left(a_case([a_statement("s1")], [a_statement("s2", "s1", "b1")])) == set(), "control"


def test_an_agreement_takes_no_statement_of_the_same_id() -> None:
    both: list[Part] = [a_statement("x"), an_agreement("x")]
    case = a_case(both, [an_agreement("a5", "x", "b1")])
    assert left(case) == {CarrySubject(CarryKind.STATEMENT, "x")}


def test_a_meeting_without_a_plan_in_between_is_passed_over() -> None:
    case = a_case(*copy.deepcopy(THREE))
    case.meetings[1].agreed_at = None
    assert left(case) == set()


def a_time_out(takes: str = "mark", signal: str = "rood") -> TimeOut:
    """A time-out."""
    return TimeOut(takes=takes, signal=signal, goes_to="de schuur", minutes=20, returns="koffie")


def test_what_has_no_origin_goes_on_in_the_same_words_of_the_same_person() -> None:
    assert goes_on_unchanged(a_time_out(), [a_time_out("sanne"), a_time_out()])
    assert not goes_on_unchanged(a_time_out(), [a_time_out("sanne"), a_time_out(signal="groen")])
    step = EmergencyStep(order=1, text="Bel 112", number="112")
    assert goes_on_unchanged(step, [EmergencyStep(order=4, text="Bel 112", number="112")])
    assert not goes_on_unchanged(step, [EmergencyStep(order=1, text="Bel oma", number="112")])


def test_a_file_from_elsewhere_is_not_asked_about_a_time_out_and_steps_that_go_on() -> None:
    case = a_case([], [])
    first, second = case.meetings
    first.time_out, first.emergency = a_time_out(), [EmergencyStep(order=1, text="Bel 112", number="112")]
    assert len(left(case)) == 2, "control"
    second.time_out, second.emergency = a_time_out(), [EmergencyStep(order=1, text="Bel 112", number="112")]
    assert left(case) == set()


def test_a_question_is_followed_by_its_words_and_once_a_meeting() -> None:
    case = a_case([], [], [])
    words = [("Hoe veilig?", "Hoe gaat het?"), ("Hoe veilig is het nu?",), ("Hoe veilig?", "Hoe veilig?")]
    for meeting, questions in zip(case.meetings, words, strict=True):
        meeting.scales = [
            Scale(id=f"v{place}", kind=ScaleKind.SAFETY, question=question, zero="0", ten="10")
            for place, question in enumerate(questions)
        ]
    times = askings(case, case.meetings[-1])
    assert [[held.number for held, _scale in asked] for asked in times] == [[1, 3], [1], [2]]


# -- whatever a case file says ---------------------------------------------------------------------

IDS = st.sampled_from(["x1", "x2", "x3"])
"""Few ids, so that they stand in several meetings, as statements and agreements."""
ORIGINS = st.tuples(st.none() | IDS, st.sampled_from([None, "b1", "b2", "b3", "b4"]))


@st.composite
def tangles(draw: st.DrawFn) -> Case:
    """Meetings of which the rows came from anything: themselves, each other, later ones, what is nowhere."""
    meetings = [
        [
            make(name, *draw(ORIGINS))
            for make in (a_statement, an_agreement)
            for name in draw(st.lists(IDS, max_size=3, unique=True))
        ]
        for _number in range(draw(st.integers(1, 4)))
    ]
    checks = draw(st.lists(st.builds(a_check, IDS, st.sampled_from([None, "b1", "b2", "b3"]))))
    return a_case(*meetings, checks=checks)


def every(case: Case) -> list[tuple[Meeting, Part]]:
    """Every statement and agreement with its meeting."""
    return [
        (meeting, row)
        for meeting in case.meetings
        for rows in (meeting.statements, meeting.agreements)
        for row in rows
    ]


@given(tangles())
def test_every_thread_ends_and_goes_from_meeting_to_meeting(case: Case) -> None:
    threads = Threads(case)
    for meeting, row in every(case):
        found = threads.thread(meeting, row)
        assert (meeting, row) in found
        assert {type(item) for _then, item in found} == {type(row)}
        before = [then.number for then, _item in [(meeting, row), *threads.came_from(meeting, row)]]
        assert all(later > earlier for later, earlier in pairwise(before))


@given(tangles())
def test_two_that_follow_each_other_are_of_each_others_thread(case: Case) -> None:
    threads = Threads(case)
    found = {(then.id, id(row)): threads.thread(then, row) for then, row in every(case)}
    for then, row in every(case):
        for other, item in found[then.id, id(row)]:
            assert any(one is row for _meeting, one in found[other.id, id(item)])


@given(tangles())
def test_every_check_counts_once_for_each_agreement_of_its_thread_and_nowhere_else(case: Case) -> None:
    threads = Threads(case)
    for meeting in case.meetings:
        for row in meeting.agreements:
            stands = {(then.id, item.id) for then, item in threads.thread(meeting, row)}
            counted = threads.checks(meeting, row)
            for check in case.checks:
                meant = threads.meeting_of(check)
                of_it = meant is not None and (meant.id, check.agreement) in stands
                assert sum(one is check for one in counted) == of_it


@given(st.lists(st.booleans(), min_size=3, max_size=6), st.data())
def test_a_chain_is_one_thread_where_its_meetings_are_named_and_where_they_are_not(
    said: list[bool], data: st.DataObject
) -> None:
    rows: list[list[Part]] = []
    before: str | None = None
    for number, says in enumerate(said, start=1):
        name = data.draw(IDS)
        rows.append([an_agreement(name, before, f"b{number - 1}" if says and before else None)])
        before = name
    case = Case(
        reference="x",
        family_name="x",
        meetings=[
            Meeting(id=f"b{number}", number=number, kind=MeetingKind.FAMILY_NETWORK, facilitator="a")
            for number in range(1, len(rows) + 1)
        ],
    )
    for meeting, items in zip(case.meetings, rows, strict=True):
        meeting.agreements = [item for item in items if isinstance(item, Agreement)]
    for number in range(1, len(rows) + 1):
        assert len(thread(case, number)) == len(rows)
