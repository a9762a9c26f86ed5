"""A plan that was agreed says what it said, whatever changed in the case since."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from beraad.codes import ActKind
from beraad.disclosure.audience import File
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.views import PlanBody
from beraad.models.gaps import to_review
from beraad.models.plan_changes import ChangeKind, PlanChange
from beraad.readers import FACILITATOR
from beraad.services.agreed_plan import AgreedPlan, agreed_plans, as_agreed
from beraad.services.cases import CaseService, PersonLine
from beraad.services.errors import CopyLeaks
from beraad.services.meeting import MeetingService
from beraad.services.one_case import changing
from beraad.services.printing import PrintingService
from beraad.store.store import Store
from beraad.terms import CarryOver, Circle, Column, PlanPart
from tests.inside import rows_of
from tests.services.conftest import DE_WIT, Clock, Opened
from tests.services.test_printing import text_of


def printed(store: Store) -> tuple[str, str, str]:
    """What three papers of the plan in force say: of somebody in it, of a child, and of the file."""
    copies = PrintingService(store).copies(DE_WIT)
    return (
        text_of(copies.one("mark").data),
        text_of(copies.one("lisa").data),
        text_of(copies.for_the_file().data),
    )


def plan_of(store: Store, meeting: str = "b1") -> tuple[AgreedPlan, ...]:
    """The plans that were agreed in a meeting."""
    with store.unit_of_work() as work:
        found = work.cases.get(DE_WIT).meeting(meeting)
        assert found is not None
        return agreed_plans(found)


def rename(store: Store, person: str, **names: str) -> None:
    """Somebody gets another name, on the page of the case."""
    cases = CaseService(store)
    line = next(item for item in cases.case(DE_WIT).people if item.id == person)
    cases.save_person(DE_WIT, replace(line, **names))


def renamed(store: Store, _opened: Opened) -> None:
    """Kees and grandmother are called otherwise."""
    rename(store, "kees", called="Cornelis", name="Cornelis de Boer", relation="zwager")
    rename(store, "ans", called="Johanna")


def somebody_came(store: Store, _opened: Opened) -> None:
    """Somebody who is called as nobody else, with a number for everyone of which nobody said so."""
    CaseService(store).save_person(DE_WIT, PersonLine("", "Bea Buur", "Bea", Circle.NETWORK))


def another_kees_came(store: Store, _opened: Opened) -> None:
    """Somebody came into the case who is called as somebody in the plan."""
    CaseService(store).save_person(DE_WIT, PersonLine("", "Kees Bakker", "Kees", Circle.NETWORK))


def met_again(store: Store, opened: Opened) -> None:
    """At a later meeting something was said and carried over, and nothing agreed yet."""
    service = opened(meeting="b2")
    service.statements.add(Column.DANGER, "Er is iets nieuws.")
    service.carrying.keep_the_rest()
    service.close()


def changed(store: Store, opened: Opened) -> None:
    """The plan itself is being changed in its own meeting."""
    service = opened(meeting="b1")
    service.agreements.change("a2", fallback="Dan bellen we de politie van Breda.")
    service.statements.add(Column.DANGER, "Er is iets nieuws.")
    service.close()


CHANGES = (renamed, somebody_came, another_kees_came, met_again, changed)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_it_prints_the_same_text_after_the_case_changed(
    change: Callable[[Store, Opened], None], store: Store, opened: Opened
) -> None:
    before, plans = printed(store), plan_of(store)
    change(store, opened)
    assert printed(store) == before
    assert plan_of(store) == plans


def test_after_all_of_it_too(store: Store, opened: Opened) -> None:
    before, plans = printed(store), plan_of(store)
    for change in CHANGES:
        change(store, opened)
    assert printed(store) == before
    assert plan_of(store) == plans


def test_agreed_again_it_says_the_new_names_and_the_first_plan_still_the_old(
    store: Store, opened: Opened
) -> None:
    before = printed(store)
    renamed(store, opened)
    service = opened(meeting="b1")
    assert service.console().changed_since_agreed, "who is named otherwise is asked about"
    service.deciding.decide({(gap.gap, gap.subject): "later" for gap in service.gaps()})
    service.close()
    assert "Cornelis" in printed(store)[0]
    assert "Cornelis" not in before[0]
    first, second = plan_of(store)
    assert "Cornelis" not in first.names
    assert "Cornelis" in second.names


def test_what_changes_no_name_leaves_the_plan_agreed(store: Store, opened: Opened) -> None:
    rename(store, "kees", paper_note="ligt bij Joke")
    somebody_came(store, opened)
    assert not opened(meeting="b1").console().changed_since_agreed
    assert not CaseService(store).line(DE_WIT).changed_since_agreed


def test_where_somebody_is_called_alike_nobody_is_asked_again(store: Store, opened: Opened) -> None:
    service = opened(meeting="b1")
    view = service.deciding.signing("mark")
    answers = service.answers()
    service.close()
    another_kees_came(store, opened)
    service = opened(meeting="b1")
    assert service.console().agreed_at
    assert "Kees Bakker" in rows_of(service).disclosure.names.values(), "control"
    assert service.answers() == answers
    assert service.deciding.signing("mark") == view
    service.close()
    assert not CaseService(store).line(DE_WIT).changed_since_agreed


def test_who_is_not_in_it_may_be_called_otherwise(store: Store) -> None:
    cases = CaseService(store)
    bea = cases.save_person(DE_WIT, PersonLine("", "Bea Buur", "Bea", Circle.NETWORK))
    rename(store, bea, called="Beatrix")
    assert not cases.line(DE_WIT).changed_since_agreed
    assert "Bea" not in plan_of(store)[0].names, "nor is the name kept"


def test_a_copy_that_would_tell_what_is_hidden_since_is_not_made(store: Store, opened: Opened) -> None:
    """How to reach Kees is in a step of the plan, and not for Mark any more."""
    renamed(store, opened)
    assert printed(store), "control"
    with changing(store, ActKind.PERSON_CHANGED, DE_WIT) as case:
        kees = case.person("kees")
        assert kees is not None
        for item in kees.contact:
            item.visible_to = FACILITATOR
    with pytest.raises(CopyLeaks):
        PrintingService(store).copies(DE_WIT).one("mark")


def test_a_proof_without_names_is_read_with_those_of_now(store: Store, opened: Opened) -> None:
    with changing(store, ActKind.PERSON_CHANGED, DE_WIT) as case:
        row = case.meetings[0].plan_versions[0]
        content = json.loads(row.content)
        del content["people"]
        row.content = json.dumps(content)
    renamed(store, opened)
    assert not CaseService(store).line(DE_WIT).changed_since_agreed
    assert "Cornelis" in printed(store)[0]


def test_the_last_plan_is_read_as_it_was_agreed(store: Store, opened: Opened) -> None:
    def said() -> tuple[list[str], list[str]]:
        service = opened(meeting="b2")
        last = service.last_plan()
        service.close()
        assert last is not None
        owners = [owner.called for item in last.plan.agreements for owner in item.owners]
        return [item.text for item in last.plan.danger], owners

    before = said()
    changed(store, opened)
    renamed(store, opened)
    assert said() == before


def test_what_goes_on_is_asked_of_the_plan_as_it_was_agreed(store: Store, opened: Opened) -> None:
    before = opened(meeting="b2")
    asked = [(item.kind, item.subject, item.text) for item in before.console().carry]
    missing = {gap.subject for gap in before.gaps()}
    before.close()
    service = opened(meeting="b1")
    service.agreements.change("a2", what="Kees belt elke dag.")
    service.agreements.remove("a4")
    service.statements.add(Column.DANGER, "Er is iets nieuws.")
    service.close()
    service = opened(meeting="b2")
    assert [(item.kind, item.subject, item.text) for item in service.console().carry] == asked
    assert {gap.subject for gap in service.gaps()} == missing
    words = {item.id: item.what for item in rows_of(service).case.meetings[0].agreements}
    assert words["a2"] == "Kees belt elke dag.", "control"
    assert "a4" not in words, "control"
    service.carrying.keep_the_rest()
    agreed = json.loads(plan_of(store)[0].plan)
    kept = {item["what"] for item in agreed["agreements"] if not item.get("ended")}
    assert kept <= {item.what for item in rows_of(service).meeting.agreements}
    assert service.console().carry == ()
    # Nor is it asked where nobody wrote down that it was, as in a case file.
    rows_of(service).meeting.carry_decisions.clear()
    left = to_review(rows_of(service).case, rows_of(service).meeting, rows_of(service).last_plan)
    assert {item.id for item in left} & {"a2", "a4"} == set()
    service.close()


def test_what_changes_in_an_earlier_meeting_changes_no_later_plan(
    store: Store, opened: Opened, clock: Clock
) -> None:
    def told(*, live: bool = False) -> tuple[PlanBody, int]:
        with store.unit_of_work() as work:
            case = work.cases.get(DE_WIT)
            found = (case, case.meetings[1]) if live else as_agreed(case, case.meetings[1])
            view = Disclosure(*found).copy(File()).view
            return view.body, view.version

    service = opened(meeting="b2")
    service.carrying.keep_the_rest()
    scale = rows_of(service).case.meetings[0].scales[0]
    asked = service.scales.add(scale.question, scale.zero, scale.ten)
    service.scales.score(str(asked), "mark", 7)
    decide(service)
    service.close()
    before, papers = told(), printed(store)
    assert before == told(live=True)
    service = opened(meeting="b1")
    service.scales.score(scale.id, "mark", 1)
    service.close()
    assert told(live=True) != before, "control"
    assert (told(), printed(store)) == (before, papers)
    clock.later(days=1)
    service = opened(meeting="b1")
    decide(service)
    service.close()
    assert told(live=True)[1] != before[1], "control"
    assert (told(), printed(store)) == (before, papers)


def test_every_plan_of_a_meeting_stays_readable(store: Store, opened: Opened) -> None:
    changed(store, opened)
    service = opened(meeting="b1")
    service.deciding.decide({(gap.gap, gap.subject): "later" for gap in service.gaps()})
    service.close()
    first, second = plan_of(store)
    assert (first.number, second.number) == (1, 2)
    assert first != second
    with store.unit_of_work() as work:
        case = work.cases.get(DE_WIT)
        then, plan = first.in_case(case)
        assert (then is not case, plan.agreed_at, len(plan.plan_versions)) == (True, first.agreed_at, 1)
        assert "Er is iets nieuws." not in [item.text for item in plan.statements]
        now = as_agreed(case, case.meetings[0])
        assert now == (case, case.meetings[0]), "agreed, and nobody is called otherwise"


# -- one beside another ----------------------------------------------------------------------------------


def since(store: Store, later: AgreedPlan, earlier: AgreedPlan) -> list[PlanChange]:
    """What is another in the later plan."""
    with store.unit_of_work() as work:
        return list(later.since(earlier, work.cases.get(DE_WIT)))


def decide(service: MeetingService) -> None:
    """Agree, whatever lacks."""
    service.deciding.decide({(gap.gap, gap.subject): "later" for gap in service.gaps()})


def test_nothing_is_another_than_itself(store: Store) -> None:
    (plan,) = plan_of(store)
    assert since(store, plan, plan) == []


def test_what_is_new_changed_and_gone_in_one_meeting(store: Store, opened: Opened) -> None:
    service = opened(meeting="b1")
    words = service.console().agreements[1].what
    service.statements.add(Column.DANGER, "Er is iets nieuws.")
    service.agreements.change("a2", what="Kees belt elke dag.")
    service.emergency.remove(0)
    gone = [item.text for item in rows_of(service).meeting.emergency]
    decide(service)
    service.close()
    first, second = plan_of(store)
    found = since(store, second, first)
    assert PlanChange(ChangeKind.NEW, PlanPart.STATEMENTS, None, "Er is iets nieuws.") in found
    assert PlanChange(ChangeKind.CHANGED, PlanPart.AGREEMENTS, words, "Kees belt elke dag.") in found
    (step,) = [item for item in found if item.part is PlanPart.EMERGENCY]
    assert (step.kind, step.now) == (ChangeKind.ENDED, None)
    assert step.before not in gone
    assert len(found) == 3
    back = [(item.kind, item.before, item.now) for item in since(store, first, second)]
    assert (ChangeKind.ENDED, "Er is iets nieuws.", None) in back


def test_what_goes_on_in_a_later_meeting_is_followed_though_its_id_is_another(
    store: Store, opened: Opened
) -> None:
    service = opened(meeting="b2")
    last = rows_of(service).case.meetings[0]
    ended, changed_one = (item for item in last.agreements[:2])
    told: dict[str, Any] = {ended.id: ended.what, changed_one.id: changed_one.what}
    service.carrying.carry("agreement", ended.id, CarryOver.ENDED, "niet meer nodig")
    new = service.carrying.carry("agreement", changed_one.id, CarryOver.CHANGED)
    assert new != changed_one.id
    service.agreements.change(str(new), what="Kees belt elke dag.")
    service.carrying.keep_the_rest()
    decide(service)
    before = {item.question for item in last.scales}
    asked = {item.question for item in rows_of(service).meeting.scales}
    service.close()
    (first,), (second,) = plan_of(store), plan_of(store, "b2")
    found = since(store, second, first)
    agreements = [item for item in found if item.part is PlanPart.AGREEMENTS]
    assert PlanChange(ChangeKind.ENDED, PlanPart.AGREEMENTS, told[ended.id], told[ended.id]) in agreements
    kept = PlanChange(ChangeKind.CHANGED, PlanPart.AGREEMENTS, told[changed_one.id], "Kees belt elke dag.")
    assert kept in agreements
    assert not [item for item in agreements if item.now is None], "what goes on is not gone"
    scales = {item.before or item.now for item in found if item.part is PlanPart.SCALES}
    assert scales <= before ^ asked
