"""A click lands on what lay under the pointer, also where leaving a field redraws the page."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from beraad.terms import Column, Step
from beraad.ui import when_released
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.shared.step_page import bring_into_sight, settle_layouts
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from tests.ui.driving import the
from tests.ui.opened_console import Console

LONG = "Mark was agressief en belt voortaan eerst. Peter is te bereiken op 076-5550103, ook laat. " * 3
_LEFT, _PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def chip(widget: QWidget, called: str) -> QAbstractButton:
    return next(
        item
        for item in widget.findChildren(QAbstractButton)
        if item.accessibleName().startswith(called) and item.isVisible()
    )


def middle(target: QWidget) -> QPoint:
    return target.mapTo(target.window(), target.rect().center())


def click(target: QWidget) -> None:
    """Press and let go at one place of the window, as the window system tells it."""
    handle, at = target.window().windowHandle(), middle(target)
    QTest.mousePress(handle, _LEFT, _PLAIN, at)
    for _turn in range(4):
        QApplication.processEvents()
    QTest.mouseRelease(handle, _LEFT, _PLAIN, at)


def _agreement(console: Console) -> tuple[GrowingTextEdit, QWidget, str]:
    console.model.act(lambda meeting: meeting.carrying.keep_the_rest())
    console.page.go_to(Step.AGREEMENTS)
    made = str(console.model.act(lambda meeting: meeting.agreements.add("Mark belt.")))
    console.page.steps.of(AgreementsPage).open_card(made)
    card = console.page.steps.of(AgreementsPage).card(made)
    assert card is not None
    assert card.editor is not None
    what = card.editor.findChild(GrowingTextEdit)
    assert what is not None
    bring_into_sight(chip(card.editor, "Mark,"))
    settle_layouts()
    return what, card.editor, made


def test_a_click_on_mark_makes_mark_the_owner(console: Console, qtbot: QtBot) -> None:
    what, editor, made = _agreement(console)
    what.setFocus()
    what.setPlainText(LONG)
    settle_layouts()
    click(chip(editor, "Mark,"))
    (kept,) = [item for item in console.model.view.agreements if item.id == made]
    assert kept.owners == ("mark",)
    assert kept.what == LONG.strip()


def test_a_card_that_is_being_added_leaves_what_is_pressed_where_it_lies(
    console: Console, qtbot: QtBot
) -> None:
    console.model.act(lambda meeting: meeting.carrying.keep_the_rest())
    console.page.go_to(Step.WORRIES)
    columns = console.page.steps.of(ColumnsPage)
    columns.begin(Column.DANGER)
    adding = columns.column(Column.DANGER).add_statement
    adding.field.setPlainText(LONG)
    settle_layouts()
    button = the(columns.column(Column.SAFETY), "Iets goeds toevoegen", QPushButton)
    click(button)
    assert columns.column(Column.SAFETY).add_statement.is_open
    qtbot.waitUntil(lambda: not adding.is_open)


def test_the_console_shows_what_was_kept_when_the_button_is_up(console: Console, qtbot: QtBot) -> None:
    """The store and the room have it at once."""
    what, editor, made = _agreement(console)
    what.setFocus()
    told: list[object] = []
    console.model.changed.connect(told.append)
    handle, at = editor.window().windowHandle(), middle(chip(editor, "Mark,"))
    QTest.mousePress(handle, _LEFT, _PLAIN, at)
    console.model.act(lambda meeting: meeting.agreements.change(made, what=LONG))
    assert [item.what for item in console.model.view.agreements if item.id == made] == [LONG.strip()]
    assert told == []
    QTest.mouseRelease(handle, _LEFT, _PLAIN, QPoint(1, 1))
    qtbot.waitUntil(lambda: len(told) == 1)


def test_redrawn_at_once_the_click_would_be_lost(
    console: Console, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(when_released, "is_pressed", lambda: False)
    what, editor, made = _agreement(console)
    what.setFocus()
    what.setPlainText(LONG)
    settle_layouts()
    click(chip(editor, "Mark,"))
    (kept,) = [item for item in console.model.view.agreements if item.id == made]
    assert kept.what == LONG.strip()
    assert kept.owners == ()
