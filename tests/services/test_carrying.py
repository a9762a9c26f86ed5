"""What stood in the last plan goes on, is changed or ends; what it covers goes with it."""

import pytest

from beraad.disclosure.audience import Reader
from beraad.models import Agreement, Statement, Timing
from beraad.services.errors import MustBeEnded, NotThere
from beraad.services.meeting import ActKind, MeetingService
from beraad.terms import CarryKind, CarryOver, CheckResult, Column, StatementKind, TimingKind
from tests.inside import rows_of
from tests.services.conftest import DE_WIT, HADDAD, Opened


def left(service: MeetingService) -> set[tuple[CarryKind, str]]:
    """What is still asked about."""
    return {(item.kind, item.subject) for item in service.console().carry}


def origin(service: MeetingService, kind: str, name: str) -> str | None:
    """Where something came from."""
    row = next(item for item in getattr(rows_of(service).meeting, kind) if item.id == name)
    return row.origin  # type: ignore[no-any-return]


def test_a_first_meeting_has_nothing_to_carry_over(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    assert left(service) == set()
    assert service.carrying.keep_the_rest() == 0
    with pytest.raises(NotThere):
        service.carrying.carry(CarryKind.STATEMENT, "s1", CarryOver.KEPT)


def test_everything_of_the_last_plan_is_asked_about_once(opened: Opened) -> None:
    service = opened()
    assert len(left(service)) == 14 + 4 + 1 + 4
    service.carrying.carry(CarryKind.STATEMENT, "s1", CarryOver.KEPT)
    assert (CarryKind.STATEMENT, "s1") not in left(service)


def test_what_is_kept_has_a_new_id_and_says_where_it_came_from(opened: Opened) -> None:
    service = opened()
    statement = service.carrying.carry(CarryKind.STATEMENT, "s1", CarryOver.KEPT)
    agreement = service.carrying.carry(CarryKind.AGREEMENT, "a1", CarryOver.KEPT)
    assert statement != "s1"
    assert agreement != "a1"
    assert origin(service, "statements", str(statement)) == "s1"
    assert origin(service, "agreements", str(agreement)) == "a1"
    assert service.console().agreements[0].accepted_by != ()


def test_a_statement_that_ended_is_not_in_the_new_plan(opened: Opened) -> None:
    service = opened()
    assert service.carrying.carry(CarryKind.STATEMENT, "s1", CarryOver.ENDED) is None
    assert service.console().statements == ()
    assert (CarryKind.STATEMENT, "s1") not in left(service)


def test_an_agreement_that_ended_is_said_to_have_ended(opened: Opened) -> None:
    service = opened()
    service.carrying.carry(CarryKind.AGREEMENT, "a1", CarryOver.ENDED, " niet meer nodig ")
    (shown,) = service.console().agreements
    assert shown.ended
    assert shown.ended_because is not None
    assert shown.ended_because.strip() == "niet meer nodig"


def test_who_accepted_the_old_words_is_asked_about_the_new(opened: Opened) -> None:
    service = opened()
    service.carrying.carry(CarryKind.AGREEMENT, "a1", CarryOver.CHANGED)
    assert service.console().agreements[0].accepted_by == ()


@pytest.mark.parametrize("statements_first", [True, False])
def test_what_an_agreement_covers_goes_with_it_in_either_order(
    opened: Opened, statements_first: bool
) -> None:
    service = opened()
    covered = next(item for item in rows_of(service).case.meetings[0].agreements if item.id == "a1").covers
    assert covered
    acts = [(CarryKind.STATEMENT, name) for name in covered]
    acts.insert(len(acts) if statements_first else 0, (CarryKind.AGREEMENT, "a1"))
    for kind, name in acts:
        service.carrying.carry(kind, name, CarryOver.KEPT)
    (agreement,) = service.console().agreements
    assert {origin(service, "statements", name) for name in agreement.covers} == set(covered)


def test_time_out_and_emergency_steps_go_on_in_their_order(opened: Opened) -> None:
    service = opened()
    service.carrying.keep_the_rest()
    shown, before = service.console(), rows_of(service).case.meetings[0]
    assert len(shown.time_outs) == 1
    assert [item.text for item in shown.emergency] == [item.text for item in before.emergency]
    assert len(shown.statements) == 14
    assert left(service) == set()


def test_only_some_of_the_last_plan_can_be_kept_at_once(opened: Opened) -> None:
    service = opened()
    assert (
        service.carrying.keep_the_rest({(CarryKind.STATEMENT, "s2"), (CarryKind.TIME_OUT, "time_out")}) == 2
    )
    assert len(left(service)) == 14 + 4 + 1 + 4 - 2


def test_the_last_plan_itself_stays_as_it_was(opened: Opened) -> None:
    service = opened()
    before = rows_of(service).case.meetings[0].agreements[0].what
    service.carrying.keep_the_rest()
    agreement = service.console().agreements[0].id
    service.agreements.change(agreement, what="iets anders")
    assert rows_of(service).case.meetings[0].agreements[0].what == before


def test_undo_asks_about_it_again(opened: Opened) -> None:
    service = opened()
    before = left(service)
    service.carrying.keep_the_rest()
    service.undo()
    assert left(service) == before
    assert service.console().agreements == ()


def test_a_statement_of_this_meeting_keeps_its_agreement_when_an_older_one_of_the_same_id_comes_over(
    opened: Opened,
) -> None:
    service = opened()
    meeting = rows_of(service).meeting
    with rows_of(service).act(ActKind.DANGER_ADDED):
        own = Statement(id="s1", column=Column.DANGER, kind=StatementKind.HARM, text="van nu")
        timing = Timing(kind=TimingKind.ALWAYS)
        meeting.statements.append(own)
        meeting.agreements.append(Agreement(id="a9", what="…", owners=[], covers=["s1"], timing=timing))
    service.carrying.carry(CarryKind.STATEMENT, "s1", CarryOver.KEPT)
    assert next(item for item in meeting.agreements if item.id == "a9").covers == ["s1"]


def test_removing_what_others_refer_to_is_forgotten_everywhere_and_undo_brings_it_back(
    opened: Opened,
) -> None:
    second = opened()
    name = second.carrying.carry(CarryKind.STATEMENT, "s1", CarryOver.KEPT)
    assert name
    second.close()
    first = opened(meeting="b1")
    first.statements.remove("s1")
    later = rows_of(first).case.meetings[1].statements[0]
    assert later.origin is None
    first.undo()
    assert later.origin == "s1"


@pytest.mark.parametrize("agreement", ["a3", "a4"], ids=["checked", "agreed and never checked"])
def test_what_goes_on_from_the_last_plan_is_ended_and_printed_so_and_not_removed(
    opened: Opened, agreement: str
) -> None:
    service = opened()
    kept = service.carrying.carry(CarryKind.AGREEMENT, agreement, CarryOver.KEPT)
    assert kept
    assert kept != agreement, "control: it has an id of its own"
    with pytest.raises(MustBeEnded):
        service.agreements.remove(kept)
    service.agreements.end(kept, "Het lukt zo.")
    owner = next(item for item in service.console().agreements if item.id == kept).owners[0]
    printed = rows_of(service).disclosure.copy(Reader(owner)).view.body.ended
    assert [item.because for item in printed] == ["Het lukt zo."]
    with pytest.raises(MustBeEnded):
        service.agreements.remove(kept)


def test_what_is_new_in_this_plan_can_be_removed_and_what_came_from_it_forgets_it(opened: Opened) -> None:
    service = opened()
    kept = service.carrying.carry(CarryKind.AGREEMENT, "a1", CarryOver.KEPT)
    new = service.agreements.add("Ans belt.")
    with rows_of(service).act(ActKind.DANGER_ADDED) as meeting:
        meeting.statements.append(
            Statement(
                id="s99",
                column=Column.DANGER,
                kind=StatementKind.HARM,
                text="…",
                origin=new,
                origin_meeting="b2",
            )
        )
    service.agreements.remove(new)
    assert [item.id for item in service.console().agreements] == [kept]
    assert origin(service, "statements", "s99") is None
    assert kept
    assert origin(service, "agreements", kept) == "a1", "control: what came from another keeps its origin"
    service.undo()
    assert origin(service, "statements", "s99") == new


def test_removing_one_of_two_of_the_same_id_leaves_what_came_from_the_other(opened: Opened) -> None:
    service = opened()
    kept = service.carrying.carry(CarryKind.AGREEMENT, "a1", CarryOver.KEPT)
    statement = service.carrying.carry(CarryKind.STATEMENT, "s1", CarryOver.KEPT)
    assert kept
    assert statement
    with rows_of(service).act(ActKind.AGREEMENT_ADDED) as meeting:
        timing = Timing(kind=TimingKind.ALWAYS)
        meeting.agreements.append(Agreement(id="a1", what="…", owners=[], timing=timing))
        meeting.statements.append(
            Statement(id="s1", column=Column.DANGER, kind=StatementKind.HARM, text="van nu")
        )
    service.agreements.remove("a1")
    service.statements.remove("s1")
    assert (origin(service, "agreements", kept), origin(service, "statements", statement)) == ("a1", "s1")


def test_what_an_agreement_covers_is_not_taken_for_a_goal_of_this_meeting(opened: Opened) -> None:
    service = opened()
    statements = rows_of(service).meeting.statements
    name = next(item for item in rows_of(service).case.meetings[0].agreements if item.id == "a1").covers[0]
    with rows_of(service).act(ActKind.DANGER_ADDED):
        for key, origins in ((name, {}), ("s99", {"origin": name, "origin_meeting": "b2"})):
            statements.append(
                Statement(id=key, column=Column.DANGER, kind=StatementKind.HARM, text="…", **origins)
            )
    service.carrying.carry(CarryKind.AGREEMENT, "a1", CarryOver.KEPT)
    (agreement,) = service.console().agreements
    assert name in agreement.covers
    assert "s99" not in agreement.covers


def test_what_came_of_an_agreement_since_is_asked_first_where_it_was_not_kept(opened: Opened) -> None:
    """The example has a check "niet" of the third agreement alone; statements have no checks."""
    asked = [item for item in opened(DE_WIT, "b2").console().carry if item.kind is CarryKind.AGREEMENT]
    assert [(item.subject, len(item.checks)) for item in asked] == [
        ("a3", 2),
        ("a1", 1),
        ("a2", 1),
        ("a4", 0),
    ]
    newest = asked[0].checks[0]
    assert (newest.result, newest.note) == (
        CheckResult.NOT_KEPT,
        "geen benzine; Kees rijdt de volgende keer mee",
    )
    assert asked[0].repeated is None
