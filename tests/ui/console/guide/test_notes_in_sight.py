"""The private notes stand in sight, whatever the guide says above them."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from beraad.terms import Step
from beraad.ui.steps.shared.step_page import settle_layouts
from tests.ui.opened_console import Console


def write(console: Console, *notes: str) -> None:
    for place, note in enumerate(notes):
        console.model.act(lambda meeting, at=place, text=note: meeting.table.note(at, text))
    settle_layouts()


def is_seen(widget: QWidget) -> bool:
    """All of it: no edge of what it stands in cuts it."""
    seen = widget.visibleRegion().boundingRect()
    return not widget.isHidden() and seen == QRect(QPoint(0, 0), widget.size())


@pytest.mark.parametrize("step", tuple(Step))
def test_the_field_for_a_note_is_seen_at_every_step_on_a_small_laptop(console: Console, step: Step) -> None:
    console.page.resize(1366, 712)
    console.page.go_to(step)
    settle_layouts()
    field = console.page.guide._notes.field(0)
    assert field
    assert is_seen(field)


def test_with_many_notes_the_field_for_the_next_is_seen_and_the_opening_words_too(
    console: Console, qtbot: QtBot
) -> None:
    console.page.resize(1366, 712)
    console.page.go_to(Step.AGREEMENTS)
    write(console, *(f"Let op {count}: vraag in de pauze hoe het met haar gaat." for count in range(6)))
    guide = console.page.guide
    empty = guide._notes.field(6)
    assert empty
    qtbot.waitUntil(lambda: is_seen(empty))
    assert is_seen(guide._opening)


def test_a_note_that_is_found_comes_into_sight_among_many(console: Console, qtbot: QtBot) -> None:
    console.page.resize(1366, 712)
    write(console, *(f"Let op {count}: vraag in de pauze hoe het met haar gaat." for count in range(6)))
    first = console.page.guide._notes.field(0)
    assert first
    assert not is_seen(first)
    console.page.guide.show_note(0)
    qtbot.waitUntil(lambda: is_seen(first))
    assert first.hasFocus()


def test_where_there_is_little_height_the_notes_scroll_with_the_rest_and_come_back(
    console: Console, qtbot: QtBot
) -> None:
    guide = console.page.guide
    write(console, "Eerst met Lisa.")
    field = guide._notes.field(0)
    assert field
    console.page.resize(1366, 500)
    qtbot.waitUntil(lambda: guide._area.isAncestorOf(field))
    assert field.isVisible()
    console.page.resize(1366, 768)
    qtbot.waitUntil(lambda: guide._notes_panel.isAncestorOf(field))
    assert is_seen(field)


def test_a_long_note_is_seen_whole_also_after_it_stood_in_the_guide(console: Console, qtbot: QtBot) -> None:
    write(console, "Rima heeft een knop voor alarm. Dit staat nergens op papier.")
    field = console.page.guide._notes.field(0)
    assert field
    for height in (500, 768):
        console.page.resize(1366, height)
        settle_layouts()
    qtbot.waitUntil(lambda: field.height() == field.heightForWidth(field.width()))
    assert is_seen(field)


def test_many_reasons_why_texts_are_not_on_the_wall_scroll_and_leave_the_guide_its_room(
    console: Console, qtbot: QtBot
) -> None:
    console.page.resize(1366, 712)
    guide = console.page.guide
    field = guide._notes.field(0)
    assert field
    reasons = (f"In tekst {count} staat een nummer dat niemand mag zien." for count in range(20))
    guide._withheld.setText("\n".join(reasons))
    guide._withheld_box.show()
    settle_layouts()
    bar = guide._reasons.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=5_000)
    assert guide._withheld.height() <= guide._reasons.height() + bar.maximum()
    assert guide._reasons.height() < guide.height() / 4
    assert is_seen(guide._opening)
    assert is_seen(field)
    guide._withheld.setText("In een tekst staat een nummer.")
    qtbot.waitUntil(lambda: bar.maximum() == 0, timeout=5_000)
    assert is_seen(guide._withheld)
