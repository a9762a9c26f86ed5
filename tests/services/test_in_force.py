"""While an agreed plan is being changed, what was agreed is looked at wherever the plan in force is meant."""

import datetime as dt

from beraad.readers import FACILITATOR
from beraad.services.cases import CaseService
from beraad.services.printing import PrintingService
from beraad.store.store import Store
from beraad.terms import CarryOver, Column, ContactKind
from tests.services.conftest import DE_WIT, Opened
from tests.services.test_printing import text_of

LONG_AFTER = dt.date(2026, 12, 24)


def test_gaps_are_those_of_the_plan_in_force_and_of_the_concept_where_that_is_asked_for(
    opened: Opened, cases: CaseService
) -> None:
    opened(meeting="b1").agreements.change("a1", fallback="")
    assert cases.gaps(DE_WIT).gaps == ()
    assert [gap.gap for gap in cases.gaps(DE_WIT, "b1").gaps] == ["no_fallback"]


def test_what_was_decided_about_the_last_plan_is_not_asked_for_again_in_the_plan_in_force(
    opened: Opened, cases: CaseService
) -> None:
    meeting = opened()
    subjects = [(gap.gap, gap.subject) for gap in meeting.gaps()]
    meeting.carrying.carry("statement", subjects[0][1], CarryOver.ENDED)
    meeting.carrying.keep_the_rest()
    meeting.deciding.decide({(gap.gap, gap.subject): "later" for gap in meeting.gaps()})
    agreed = cases.gaps(DE_WIT).gaps
    meeting.statements.add(Column.DANGER, "Er is iets nieuws.")
    assert cases.gaps(DE_WIT).gaps == agreed


def test_the_overview_counts_and_looks_at_the_plan_in_force(opened: Opened, store: Store) -> None:
    cases = CaseService(store, today=lambda: LONG_AFTER)
    before = cases.line(DE_WIT)
    assert before.copies, "control"
    overdue = before.to_check(LONG_AFTER)
    assert overdue, "control"
    meeting = opened(meeting="b1")
    meeting.agreements.remove("a4")
    meeting.statements.add(Column.DANGER, "Er is iets nieuws.")
    now, copies = cases.line(DE_WIT), PrintingService(store).copies(DE_WIT)
    assert now.copies == len(copies.readers()) - len(copies.withheld()) == before.copies
    assert (now.agreed, now.to_check(LONG_AFTER), now.to_answer) == (True, overdue, before.to_answer)
    assert (before.changed_since_agreed, now.changed_since_agreed) == (False, True)


def test_a_meeting_of_which_the_plan_is_being_changed_is_none_that_is_to_come(
    opened: Opened, cases: CaseService
) -> None:
    opened(meeting="b1").statements.add(Column.DANGER, "Er is iets nieuws.")
    assert cases.line(DE_WIT).meeting == "b2"


def test_a_copy_that_a_name_in_letters_would_spoil_is_not_counted(store: Store, cases: CaseService) -> None:
    before = cases.line(DE_WIT).copies
    with store.unit_of_work() as work:
        case = work.cases.get(DE_WIT)
        kees, sanne = case.person("kees"), case.person("sanne")
        assert kees is not None
        assert sanne is not None
        sanne.contact[0].kind, sanne.contact[0].visible_to = ContactKind.PHONE, FACILITATOR
        kees.in_letters = sanne.contact[0].value
        work.commit()
    copies = PrintingService(store).copies(DE_WIT)
    assert cases.line(DE_WIT).copies == len(copies.readers()) - len(copies.withheld()) < before


def test_what_is_no_part_of_the_plan_stands_in_it_as_it_is_now(opened: Opened, store: Store) -> None:
    meeting = opened(meeting="b1")
    meeting.course.meet_again("2026-12-03T09:30:00", "de bibliotheek")
    meeting.course.mark((3, 3, 3, 3, 3, 3))
    copies = PrintingService(store).copies(DE_WIT)
    agreed = text_of(copies.one("mark").data), text_of(copies.for_the_file().data)
    meeting.statements.add(Column.DANGER, "Er is iets nieuws.")
    copies = PrintingService(store).copies(DE_WIT)
    assert copies.is_being_changed
    assert (text_of(copies.one("mark").data), text_of(copies.for_the_file().data)) == agreed
    assert "de bibliotheek" in agreed[0], "control"
