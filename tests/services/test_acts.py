"""An act says what was done, where, whose it was and when; what follows from it is settled in one place."""

import pytest

from beraad.codes import ActKind
from beraad.i18n import DUTCH
from beraad.models import Case, Secret, Statement
from beraad.places import Place
from beraad.readers import FACILITATOR
from beraad.services.acts import CHANGE_NO_CASE, NOT_UNDONE, PLAN_PARTS, Act, Acts, OpenPlan, hides
from beraad.services.cases import CaseService
from beraad.services.meeting import MeetingService
from beraad.services.overview import RULES
from beraad.store.store import Store
from beraad.store.unit_of_work import UnitOfWork
from beraad.terms import Column, Decision, StatementKind
from beraad.words.acts import act_label
from tests.inside import rows_of
from tests.services.conftest import HADDAD, Clock, Opened

BESIDE_A_MEETING = {
    ActKind.CASE_MADE,
    ActKind.CASE_IMPORTED,
    ActKind.COLOUR_GIVEN,
    ActKind.SECRETS_CHANGED,
    ActKind.WORKERS_CHANGED,
    ActKind.PERSON_CHANGED,
    ActKind.LETTERS_CHOSEN,
    ActKind.MEETING_PLANNED,
    ActKind.MEETING_CALLED_OFF,
    ActKind.MEETING_RESTORED,
}
TAKE_BACK = {ActKind.UNDONE, ActKind.REDONE}


def agreed(case: Case) -> list[bool]:
    return [meeting.agreed_at is not None for meeting in case.meetings]


def is_stale(store: Store) -> bool:
    """Whether the line of the case has to be made anew."""
    with store.unit_of_work() as unit:
        return unit.overview_lines.read(RULES, reference=HADDAD)[0][1] is None


def change_a_statement(work: UnitOfWork, clock: Clock, plan: OpenPlan | None = None) -> Act | None:
    case = work.cases.get(HADDAD)
    with Acts(work, clock).act(ActKind.DANGER_CHANGED, case, person="rima", plan=plan) as doing:
        case.meetings[0].statements[0].text = "Anders."
    return doing.act


def test_an_act_says_what_was_done_where_whose_it_was_and_when(store: Store, clock: Clock) -> None:
    with store.unit_of_work() as work:
        meeting = work.cases.get(HADDAD).meetings[0]
        act = change_a_statement(work, clock)
        here = Place.meeting(meeting.id)
        place = here / Place.statement(meeting.statements[0].id)
    # The plan is a concept again: that is of the meeting.
    assert act == Act(ActKind.DANGER_CHANGED, HADDAD, (place, here), "rima", f"{clock():%Y-%m-%dT%H:%M:%S}")


def break_off(work: UnitOfWork, clock: Clock) -> None:
    case = work.cases.get(HADDAD)
    with Acts(work, clock).act(ActKind.DANGER_CHANGED, case):
        case.meetings[0].statements[0].text = "Anders."
        raise ZeroDivisionError


def test_of_what_breaks_off_nothing_is_kept(store: Store, clock: Clock) -> None:
    with store.unit_of_work() as work, pytest.raises(ZeroDivisionError):
        break_off(work, clock)
    with store.unit_of_work() as work:
        assert work.cases.get(HADDAD).meetings[0].statements[0].text != "Anders."


def test_an_agreed_plan_is_a_concept_again_whoever_changes_a_part_of_it(store: Store, clock: Clock) -> None:
    with store.unit_of_work() as work:
        assert agreed(work.cases.get(HADDAD)) == [True], "the control: it was"
        change_a_statement(work, clock)
    with store.unit_of_work() as work:
        assert agreed(work.cases.get(HADDAD)) == [False]


@pytest.mark.parametrize("other", [ActKind.PERSON_CHANGED, ActKind.PLAN_DECIDED])
def test_it_stays_agreed_where_no_part_changed_or_it_is_being_agreed(
    store: Store, clock: Clock, other: ActKind
) -> None:
    with store.unit_of_work() as work:
        case = work.cases.get(HADDAD)
        with Acts(work, clock).act(other, case):
            case.people[0].paper_note = "ligt bij Noor"
            if other is ActKind.PLAN_DECIDED:
                case.people[0].called = "iemand"
                case.meetings[0].statements[0].text = "Anders."
        assert agreed(case) == [True]


def test_it_is_a_concept_again_too_where_somebody_in_it_got_another_name(store: Store, clock: Clock) -> None:
    with store.unit_of_work() as work:
        case = work.cases.get(HADDAD)
        with Acts(work, clock).act(ActKind.PERSON_CHANGED, case):
            case.people[0].called = "iemand"
        assert agreed(case) == [False]


def test_a_row_that_says_nothing_leaves_the_open_plan_agreed(store: Store, clock: Clock) -> None:
    with store.unit_of_work() as work:
        case = work.cases.get(HADDAD)
        same = dict.fromkeys(PLAN_PARTS, "as they were")
        plan = OpenPlan(case.meetings[0], same, lambda _places: same)
        with Acts(work, clock).act(ActKind.DANGER_ADDED, case, plan=plan):
            spare = Statement(id="s99", position=99, column=Column.DANGER, kind=StatementKind.HARM, text="")
            case.meetings[0].statements.append(spare)
        assert agreed(case) == [True]
        change_a_statement(work, clock, OpenPlan(case.meetings[0], {}, lambda _places: same))
        assert agreed(case) == [False], "the control: a part is another than before"


def test_with_every_act_the_line_of_the_case_is_stale(store: Store, cases: CaseService, clock: Clock) -> None:
    cases.line(HADDAD)
    assert not is_stale(store), "the control: it was made"
    with store.unit_of_work() as work:
        change_a_statement(work, clock)
    assert is_stale(store)


def tell_a_secret(service: MeetingService) -> None:
    with rows_of(service).act(ActKind.NOTE_CHANGED) as meeting:
        text = meeting.statements[0].text
        rows_of(service).case.secrets.append(Secret(text=text, visible_to=FACILITATOR))


def test_what_is_hidden_is_searched_anew_by_what_changed_whatever_the_act_is_called(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    search, leaks = rows_of(service).disclosure.search, service.leaks()
    service.course.note(0, "let op")
    assert rows_of(service).disclosure.search is search, "the control: nothing hidden changed"
    tell_a_secret(service)
    assert rows_of(service).disclosure.search is not search
    assert len(service.leaks()) > len(leaks)


@pytest.mark.parametrize(
    ("place", "hidden"),
    [
        ("people/rima/contact", True),
        ("people/rima", True),
        ("secrets", True),
        ("leak_decisions", True),
        ("", False),
        ("phases", False),
        ("meetings/b1/statements/s1", False),
        ("meetings/b1/drafts", False),
    ],
)
def test_what_the_search_for_leaks_looks_for_is_known_by_its_place(place: str, hidden: bool) -> None:
    assert hides((Place.parse(place),)) is hidden


def test_every_act_that_a_meeting_can_take_back_has_words() -> None:
    for kind in set(ActKind) - BESIDE_A_MEETING - NOT_UNDONE - CHANGE_NO_CASE - TAKE_BACK:
        assert act_label(kind, DUTCH)


def test_to_take_an_act_back_and_to_do_it_again_are_acts_at_the_same_places(
    opened: Opened, kept: list[Act]
) -> None:
    service = opened(HADDAD, "b1")
    service.deciding.answer("rima", Decision.AGREE, on_paper=True)
    service.statements.change(rows_of(service).meeting.statements[0].id, text="Anders.")
    service.undo()
    service.redo()
    service.undo()
    service.undo()
    assert [act.kind for act in kept] == [
        ActKind.ANSWERED,
        ActKind.DANGER_CHANGED,
        ActKind.UNDONE,
        ActKind.REDONE,
        ActKind.UNDONE,
        ActKind.UNDONE,
    ]
    answered, changed, *taken_back, last = kept
    assert changed.places
    for act in taken_back:
        assert set(changed.places) <= set(act.places)
        assert act.person == ""
    assert set(answered.places) <= set(last.places)
    assert last.person == "rima"


def test_a_plan_that_is_taken_back_to_how_it_was_agreed_is_agreed_again(opened: Opened) -> None:
    """The control: were a concept made of what undo touches, it would stay one."""
    service = opened(HADDAD, "b1")
    service.statements.change(rows_of(service).meeting.statements[0].id, text="Anders.")
    assert agreed(rows_of(service).case) == [False]
    service.undo()
    assert agreed(rows_of(service).case) == [True]
