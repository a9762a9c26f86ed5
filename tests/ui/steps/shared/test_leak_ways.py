"""A text that tells too much says so with its words, and offers the ways out: typing, and under Nog open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from beraad.places import Place
from beraad.terms import Column, Step
from beraad.ui.console.finding.open_points import open_points
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.steps.columns.add_statement import AddStatement
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.decide.leak_row import LeakRow
from beraad.ui.steps.decide.page import DecidePage
from beraad.ui.steps.shared.leak_ways import LeakWays
from tests.ui.driving import timer
from tests.ui.opened_console import Console, chord, texts

NUMBER = "Bel Peter op 076 555 0103."


@pytest.fixture
def worries(console: Console) -> Console:
    """In step 2, with nothing of the last plan left to ask; Peter's number is hidden from the others."""
    console.service.carrying.keep_the_rest()
    console.page.go_to(Step.WORRIES)
    return console


def _type(console: Console, qtbot: QtBot, text: str) -> AddStatement:
    chord(console.page, MeetingKey.DANGER)
    adding = console.page.steps.of(ColumnsPage).column(Column.DANGER).add_statement
    qtbot.keyClicks(adding.field, text)
    qtbot.waitUntil(lambda: not timer(adding, "pause").isActive())
    return adding


def _links(widget: QWidget) -> dict[str, object]:
    return {link.text(): link for ways in widget.findChildren(LeakWays) for link in ways.links}


def _place(console: Console, qtbot: QtBot, text: str) -> str:
    adding = _type(console, qtbot, text)
    qtbot.keyClick(adding.field, Qt.Key.Key_Return)
    return console.model.view.column(Column.DANGER)[-1].id


def test_while_typing_only_those_who_may_know_can_be_chosen_in_one_click(
    worries: Console, qtbot: QtBot
) -> None:
    adding = _type(worries, qtbot, NUMBER)
    assert "076 555 0103" in adding.field.accessibleDescription()
    _links(adding)["Alleen voor wie het mag weten"].click()
    # Nobody is reached any more. Rows that go are let go of a turn later.
    qtbot.waitUntil(lambda: _links(adding) == {})
    qtbot.keyClick(adding.field, Qt.Key.Key_Return)
    card = worries.model.view.column(Column.DANGER)[-1]
    assert card.text == NUMBER
    assert card.visible_to.are_named
    assert "mark" not in card.visible_to.people


def test_a_leak_stands_under_what_is_open_with_the_way_there(worries: Console, qtbot: QtBot) -> None:
    assert not _told_points(worries), "the control: nothing told before"
    card = _place(worries, qtbot, NUMBER)
    (point,) = _told_points(worries)
    assert (point.step, point.card) == (Step.WORRIES, Place.statement(card))
    assert "076 555 0103" in point.words
    worries.page.go_to(Step.DECIDE_AND_SIGN)
    decide = worries.page.steps.of(DecidePage)
    (row,) = [row for row in decide.findChildren(LeakRow) if row.isVisible()]
    assert "076 555 0103" in texts(row)
    _links(row)["Ga erheen"].click()
    assert worries.model.step is Step.WORRIES


def test_letting_somebody_know_takes_the_leak_away_and_undo_brings_it_back(
    worries: Console, qtbot: QtBot
) -> None:
    _place(worries, qtbot, NUMBER)
    worries.page.go_to(Step.DECIDE_AND_SIGN)
    (row,) = worries.page.steps.of(DecidePage).findChildren(LeakRow)
    (know,) = [link for words, link in _links(row).items() if "weten" in words and "Alleen" not in words]
    know.click()
    assert _told_points(worries) == []
    worries.model.undo()
    assert len(_told_points(worries)) == 1


def test_a_placed_card_is_kept_to_those_who_may_know(worries: Console, qtbot: QtBot) -> None:
    _place(worries, qtbot, NUMBER)
    worries.page.go_to(Step.DECIDE_AND_SIGN)
    (row,) = worries.page.steps.of(DecidePage).findChildren(LeakRow)
    _links(row)["Alleen voor wie het mag weten"].click()
    assert _told_points(worries) == []
    readers = worries.model.view.column(Column.DANGER)[-1].visible_to
    assert readers.are_named
    assert "mark" not in readers.people


def test_a_yes_withholds_and_can_be_taken_back(worries: Console, qtbot: QtBot) -> None:
    _place(worries, qtbot, "Het nummer eindigt op 0103.")
    worries.page.go_to(Step.DECIDE_AND_SIGN)
    decide = worries.page.steps.of(DecidePage)
    assert worries.service.leaks() == (), "the control: only asked about"
    (row,) = [row for row in decide.findChildren(LeakRow) if row.isVisible()]
    _links(row)["Ja, dit gaat daarover"].click()
    assert len(worries.service.leaks()) == 1
    (row,) = [row for row in decide.findChildren(LeakRow) if row.isVisible()]
    assert "Ja, dit gaat daarover" not in _links(row)
    _links(row)["Dit gaat over iets anders"].click()
    assert worries.service.leaks() == ()
    assert _told_points(worries) == []


def _told_points(console: Console) -> list:
    return [
        point
        for heading, points in open_points(console.model)
        if heading == "Wat niet iedereen mag weten"
        for point in points
    ]
