"""The private notes stand in sight, whatever the guide says above them."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from beraad.terms import Column, Step
from beraad.ui.steps.shared.step_page import settle_layouts
from tests.ui.driving import in_sight, note_fields
from tests.ui.opened_console import Console


def write(console: Console, *notes: str) -> None:
    for place, note in enumerate(notes):
        console.model.act(lambda meeting, at=place, text=note: meeting.course.note(at, text))
    settle_layouts()


def is_seen(widget: QWidget) -> bool:
    """All of it: no edge of what it stands in cuts it."""
    seen = widget.visibleRegion().boundingRect()
    return not widget.isHidden() and seen == QRect(QPoint(0, 0), widget.size())


OPENING = "Zo begint u"


def below(guide: QWidget, title: str) -> QLabel:
    """The words under a small title."""
    labels = in_sight(guide, QLabel)
    return labels[[item.text() for item in labels].index(title) + 1]


def area_of(widget: QWidget) -> QScrollArea | None:
    """What it scrolls in."""
    holder = widget.parentWidget()
    while holder is not None and not isinstance(holder, QScrollArea):
        holder = holder.parentWidget()
    return holder


@pytest.mark.parametrize("step", tuple(Step))
def test_the_field_for_a_note_is_seen_at_every_step_on_a_small_laptop(console: Console, step: Step) -> None:
    console.page.resize(1366, 712)
    console.page.go_to(step)
    settle_layouts()
    field = note_fields(console.page.guide)[0]
    assert is_seen(field)


def test_with_many_notes_the_field_for_the_next_is_seen_and_the_opening_words_too(
    console: Console, qtbot: QtBot
) -> None:
    console.page.resize(1366, 712)
    console.page.go_to(Step.AGREEMENTS)
    write(console, *(f"Let op {count}: vraag in de pauze hoe het met haar gaat." for count in range(6)))
    guide = console.page.guide
    empty = note_fields(guide)[6]
    qtbot.waitUntil(lambda: is_seen(empty))
    assert is_seen(below(guide, OPENING))


def test_a_note_that_is_found_comes_into_sight_among_many(console: Console, qtbot: QtBot) -> None:
    console.page.resize(1366, 712)
    write(console, *(f"Let op {count}: vraag in de pauze hoe het met haar gaat." for count in range(6)))
    first = note_fields(console.page.guide)[0]
    assert not is_seen(first)
    console.page.guide.show_note(0)
    qtbot.waitUntil(lambda: is_seen(first))
    assert first.hasFocus()


def test_where_there_is_little_height_the_notes_scroll_with_the_rest_and_come_back(
    console: Console, qtbot: QtBot
) -> None:
    guide = console.page.guide
    write(console, "Eerst met Lisa.")
    field = note_fields(guide)[0]
    console.page.resize(1366, 500)
    qtbot.waitUntil(lambda: area_of(field) is area_of(below(guide, OPENING)))
    assert field.isVisible()
    console.page.resize(1366, 768)
    qtbot.waitUntil(lambda: area_of(field) is not area_of(below(guide, OPENING)))
    assert is_seen(field)


def test_a_long_note_is_seen_whole_also_after_it_stood_in_the_guide(console: Console, qtbot: QtBot) -> None:
    write(console, "Rima heeft een knop voor alarm. Dit staat nergens op papier.")
    field = note_fields(console.page.guide)[0]
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
    field = note_fields(guide)[0]
    reasons = (f"In tekst {count} staat een nummer dat niemand mag zien." for count in range(20))
    console.page.go_to(Step.WORRIES)
    console.model.act(lambda meeting: meeting.statements.add(Column.DANGER, "Bel Peter: 076-5550103."))
    withheld = below(guide, "Niet op het scherm gezet")
    withheld.setText("\n".join(reasons))
    settle_layouts()
    area = area_of(withheld)
    assert area is not None
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=5_000)
    assert withheld.height() <= area.height() + bar.maximum()
    assert area.height() < guide.height() / 4
    assert is_seen(below(guide, OPENING))
    assert is_seen(field)
    withheld.setText("In een tekst staat een nummer.")
    qtbot.waitUntil(lambda: bar.maximum() == 0, timeout=5_000)
    assert is_seen(withheld)
