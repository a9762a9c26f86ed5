"""Whom a child may call: chosen with it below the emergency plan, and told where harm may come from one."""

import pytest
from PySide6.QtWidgets import QDialog

from beraad.services.people import CallLine
from beraad.terms import Column, Gap, StatementKind, Step
from beraad.ui.console.finding.open_points import open_points
from beraad.ui.dialogs.childs_paper_form import ChildsPaperForm
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.decide.page import DecidePage
from beraad.ui.steps.emergency.childs_calls import ChildsRow
from tests.ui.opened_console import Console, Opener
from tests.ui.steps.welcome.test_going_on import in_dialog


@pytest.fixture
def row(console: Console) -> ChildsRow:
    """Lisa's row, in step 7 below the emergency plan."""
    console.page.go_to(Step.AGREEMENTS)
    page = console.page.steps.of(AgreementsPage)
    page.show_emergency()
    found = page.emergency.calls.row("lisa")
    assert found is not None
    assert found.isVisible()
    return found


def choose(row: ChildsRow, *people: str) -> list[set[str]]:
    """Choose these in the form, and give whom it offered."""
    offered: list[set[str]] = []

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, ChildsPaperForm)
        editor = dialog.paper.may_call
        for person in people:
            editor.add_button.click()
            choice = editor.lines[-1].person
            offered.append({str(choice.itemData(index)) for index in range(choice.count())})
            choice.setCurrentIndex(choice.findData(person))
            editor.lines[-1].called.setText(f"mijn {person}")
        dialog.accept()

    in_dialog(fill_in)
    row.choose.click()
    return offered


def lisas(console: Console) -> tuple[CallLine, ...]:
    return console.service.course.childs_form("lisa")[0].may_call


def test_one_chooses_with_the_child_and_it_is_kept_and_taken_back(console: Console, row: ChildsRow) -> None:
    assert row.chosen.text() == "Lisa koos nog niemand om te bellen."
    offered = choose(row, "ans", "kees")
    assert all("mark" not in people and "ans" in people for people in offered), "who is feared is not offered"
    assert lisas(console) == (CallLine("ans", "mijn ans"), CallLine("kees", "mijn kees"))
    assert row.chosen.text() == "Lisa mag bellen: mijn ans (oma Ans) en mijn kees (Kees)."
    assert row.warning.isHidden()
    console.model.undo()
    assert lisas(console) == ()
    assert row.chosen.text() == "Lisa koos nog niemand om te bellen."


def test_who_is_feared_since_is_told_there_in_what_is_open_and_lets_itself_be_gone_to(
    console: Console, row: ChildsRow
) -> None:
    choose(row, "ans", "kees")
    fear = StatementKind.DANGER_STATEMENT
    console.model.act(
        lambda meeting: meeting.statements.add(
            Column.DANGER, "Kees kan Lisa slaan.", kind=fear, harm_from=["kees"]
        )
    )
    assert "Van Kees kan gevaar komen. Kees komt niet op het papier van Lisa, tenzij" in row.warning.text()
    assert row.warning.isVisible()
    points = [point for _heading, group in open_points(console.model) for point in group]
    (point,) = (point for point in points if point.words.startswith("Lisa mag Kees bellen"))
    page = console.page.steps.of(AgreementsPage)
    page.leave()
    console.page.go_to(point.step)
    console.page.steps.show_card(point.card)
    assert row.isVisible()
    console.page.go_to(Step.DECIDE_AND_SIGN)
    (gap,) = (gap for gap in console.model.gaps if gap.gap is Gap.CHILD_CALLS_FEARED)
    assert console.page.steps.of(DecidePage).gap_row(gap) is not None
    reasons = {(gap.gap, gap.subject): "Lisa wil het zelf." for gap in console.model.gaps}
    console.model.act(lambda meeting: meeting.deciding.decide(reasons))
    console.page.go_to(Step.AGREEMENTS)
    assert "de reden is opgeschreven" in row.warning.text()


def test_without_a_child_that_gets_a_paper_of_its_own_there_is_nothing(open_console: Opener) -> None:
    console = open_console("IT-2026-021", "b1")
    console.page.go_to(Step.AGREEMENTS)
    page = console.page.steps.of(AgreementsPage)
    page.show_emergency()
    assert not page.emergency.calls.isVisible(), "of Adam no paper goes home"
