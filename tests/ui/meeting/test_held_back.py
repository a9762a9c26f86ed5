"""The room does not read along while something is written."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from beraad.places import Place
from beraad.readers import EVERYONE, FACILITATOR, PROFESSIONALS
from beraad.terms import Attendance, Column, Step
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.scale.page import ScalePage, examples
from beraad.ui.widgets.readers_picker import ReadersPicker
from tests.ui.driving import in_sight
from tests.ui.opened_console import HADDAD, Console, Opener


def test_who_may_see_a_card_is_said_before_enter(console: Console, qtbot: QtBot) -> None:
    console.page.go_to(Step.WORRIES)
    adding = console.page.steps.of(ColumnsPage).column(Column.DANGER).add_statement
    adding.begin()
    (readers,) = in_sight(adding, ReadersPicker)
    readers.set_readers(FACILITATOR)
    qtbot.keyClicks(adding.field, "Zij sliep in de auto.")
    seen: list[str] = []
    console.page.model.changed.connect(
        lambda _view: seen.extend(item.text for item in console.page.model.wall_view.danger)
    )
    qtbot.keyClick(adding.field, Qt.Key.Key_Return)
    card = console.page.model.view.column(Column.DANGER)[-1]
    assert (card.text, card.visible_to) == ("Zij sliep in de auto.", FACILITATOR)
    assert not console.page.model.is_on_wall(Place.statement(card.id))
    assert "Zij sliep in de auto." not in seen
    adding.finish()
    adding.begin()
    assert readers.readers() == EVERYONE


def test_a_question_of_last_time_comes_back_for_those_who_might_see_it(console: Console) -> None:
    """Who might not see the question then must not see the numbers now."""
    page = console.page
    page.go_to(Step.SCALE)
    earlier = replace(page.model.view.earlier_scales[0], visible_to=PROFESSIONALS)
    offered = examples(replace(page.model.view, earlier_scales=(earlier,)))
    page.steps.of(ScalePage)._ask(offered[0])
    asked = page.model.view.scales[-1]
    assert (asked.question, asked.visible_to) == (earlier.question, PROFESSIONALS)
    assert page.model.wall_view.scales == ()


def test_what_is_said_where_nobody_sits_yet_is_for_the_facilitator_alone(
    open_console: Opener, qtbot: QtBot
) -> None:
    """Of two rooms: for everybody it would reach the other one."""
    console = open_console(HADDAD, "b1")
    for person in console.model.view.at_table:
        console.service.course.attend(person.id, Attendance.ABSENT)
    console.model.refresh()
    assert (console.model.half, console.model.in_room) == (None, ())
    console.page.go_to(Step.WORRIES)
    adding = console.page.steps.of(ColumnsPage).column(Column.DANGER).add_statement
    adding.begin()
    qtbot.keyClicks(adding.field, "Dit zei zij alleen hier.")
    qtbot.keyClick(adding.field, Qt.Key.Key_Return)
    assert console.model.view.column(Column.DANGER)[-1].visible_to == FACILITATOR
    console.page.go_to(Step.AGREEMENTS)
    console.page.steps.of(AgreementsPage).begin()
    assert console.model.view.agreements[-1].visible_to == FACILITATOR
