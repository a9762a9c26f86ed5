"""Step 5: a card is a next step unless somebody chose, and who asks for a bottom line is asked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from beraad.i18n import DUTCH
from beraad.terms import Circle, Column, Gap, StatementKind, Step
from beraad.ui.console.finding.open_points import open_points
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.steps.columns.add_statement import AddStatement
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.columns.statement_fields import StatementFields
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.words.people import circle_title
from tests.ui.driving import in_sight, the
from tests.ui.opened_console import Console, texts


@pytest.fixture
def adding(console: Console) -> AddStatement:
    """The form for a new card of what must happen."""
    console.page.go_to(Step.WHAT_MUST_HAPPEN)
    console.page.steps.press(MeetingKey.NEXT_STEPS)
    forms = console.page.steps.of(ColumnsPage).findChildren(AddStatement)
    return next(form for form in forms if form.is_open)


def place(form: AddStatement, qtbot: QtBot, words: str) -> None:
    qtbot.keyClicks(form.field, words)
    qtbot.keyClick(form.field, Qt.Key.Key_Return)


def choose(form: AddStatement, kind: StatementKind) -> None:
    (fields,) = form.findChildren(StatementFields)
    fields.set_kind(kind)
    fields.kind_chosen.emit()


def test_a_card_is_a_next_step_unless_something_else_is_chosen_for_it(
    console: Console, adding: AddStatement, qtbot: QtBot
) -> None:
    place(adding, qtbot, "Mark belt de huisarts.")
    choose(adding, StatementKind.BOTTOM_LINE)
    place(adding, qtbot, "Mark komt niet in huis.")
    place(adding, qtbot, "Ans past op.")
    kinds = [item.kind for item in console.model.view.statements][-3:]
    assert kinds == [StatementKind.NEXT_STEP, StatementKind.BOTTOM_LINE, StatementKind.NEXT_STEP]


def test_without_a_window_it_is_one_too(console: Console) -> None:
    console.service.statements.add(Column.NEXT_STEP, "Mark belt de huisarts.")
    assert console.service.console().statements[-1].kind is StatementKind.NEXT_STEP


def test_of_a_bottom_line_it_is_asked_who_asks_for_it(
    console: Console, adding: AddStatement, qtbot: QtBot
) -> None:
    assert "Wie zegt dit?" in texts(adding)
    choose(adding, StatementKind.BOTTOM_LINE)
    assert "Wie eist dit?" in texts(adding)
    offered = [
        chip.accessibleName()
        for chip in in_sight(the(adding, "Wie eist dit?", PersonPicker), QAbstractButton)
    ]
    assert {name.rpartition(", ")[2] for name in offered} == {circle_title(Circle.PROFESSIONAL, DUTCH)}
    assert any("(Interventieteam)" in name for name in offered), "with the organisation"
    place(adding, qtbot, "Mark komt niet in huis.")
    assert "wie eist dit?" in texts(console.page.steps.of(ColumnsPage))
    made = console.model.view.statements[-1]
    (gap,) = [gap for gap in console.model.gaps if gap.gap is Gap.NO_ASKER]
    assert (gap.subject, gap.step) == (made.id, Step.WHAT_MUST_HAPPEN)
    points = [point for _title, section in open_points(console.model) for point in section]
    assert any("wie deze bodemeis stelt" in point.words for point in points)
    console.model.act(lambda meeting: meeting.statements.change(made.id, by="joke"))
    assert "wie eist dit?" not in texts(console.page.steps.of(ColumnsPage))
    assert Gap.NO_ASKER not in [gap.gap for gap in console.model.gaps], "mark and gap agree"
