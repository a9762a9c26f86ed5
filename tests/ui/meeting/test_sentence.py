"""Somebody types on where no field has the keyboard: nothing is placed, and the room sees nothing of it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from beraad.terms import Column, Step
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.sentence_guard import SentenceGuard
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.scale.page import ScalePage
from beraad.ui.steps.welcome.page import WelcomePage
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.score_pad import ScorePad
from tests.ui.driving import in_sight, the
from tests.ui.opened_console import Console, chord

SENTENCE = "Dan pak ik Lisa om 3 uur op, zei hij."


def _named(where: QWidget, name: str, kind: type[QWidget] = QAbstractButton) -> QWidget:
    return next(
        item for item in where.findChildren(kind) if item.accessibleName() == name and item.isVisible()
    )


def _present(console: Console) -> QWidget:
    return _named(console.page.steps.of(WelcomePage), "Sanne: aanwezig")


def _token(console: Console) -> QWidget:
    return next(item for item in console.page.rail.findChildren(PersonToken) if item.isVisible())


def _owner(console: Console) -> QWidget:
    console.model.act(lambda meeting: meeting.carrying.keep_the_rest())
    console.page.go_to(Step.AGREEMENTS)
    console.page.steps.of(AgreementsPage).open_card(console.model.view.agreements[0].id)
    picker = _named(console.page.steps.of(AgreementsPage), "Wie doet het?", PersonPicker)
    return next(item for item in picker.findChildren(QAbstractButton) if item.text() == "Kees")


PLACES: dict[str, Callable[[Console], QWidget]] = {"present": _present, "turn": _token, "owner": _owner}


def _type(widget: QWidget, words: str) -> None:
    widget.setFocus()
    for letter in words:
        QTest.keyClick(QApplication.focusWidget() or widget, letter)


def _seen(console: Console) -> tuple[object, ...]:
    return console.model.view, console.model.wall_view, console.model.turn


@pytest.mark.parametrize("place", PLACES)
def test_a_sentence_does_nothing(console: Console, qtbot: QtBot, place: str) -> None:
    widget = PLACES[place](console)
    before = _seen(console)
    _type(widget, SENTENCE)
    assert _seen(console) == before


@pytest.mark.parametrize("place", PLACES)
def test_without_the_guard_a_space_in_it_presses(
    console: Console, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setattr(SentenceGuard, "_takes", lambda *_event: False)
    widget = PLACES[place](console)
    before = _seen(console)
    _type(widget, "k ")
    assert _seen(console) != before


@pytest.mark.parametrize("key", [" ", "\r"], ids=["space", "enter"])
def test_space_and_enter_by_themselves_press(console: Console, qtbot: QtBot, key: str) -> None:
    _type(_token(console), key)
    assert console.model.turn == "sanne"


def test_another_key_or_the_mouse_ends_the_sentence(console: Console, qtbot: QtBot) -> None:
    token = _token(console)
    _type(token, "ja ")
    QTest.keyClick(token, Qt.Key.Key_Shift)
    _type(token, " ")
    assert console.model.turn is None
    QTest.keyClick(token, Qt.Key.Key_Home)
    _type(token, " ")
    assert console.model.turn == "sanne"
    _type(token, "ja")
    QTest.mouseClick(token, Qt.MouseButton.RightButton, pos=QPoint(1, 1))
    _type(token, " ")
    assert console.model.turn is None


def test_in_a_field_a_space_is_a_space(console: Console, qtbot: QtBot) -> None:
    console.page.go_to(Step.WORRIES)
    chord(console.page, MeetingKey.DANGER)
    adding = console.page.steps.of(ColumnsPage).column(Column.DANGER).add_statement
    _type(adding.field, SENTENCE)
    assert adding.field.text() == SENTENCE


# -- digits ----------------------------------------------------------------------------------------------


@pytest.fixture
def pad(console: Console) -> ScorePad:
    """Lisa is asked for her number."""
    console.page.go_to(Step.SCALE)
    scale = str(console.model.act(lambda meeting: meeting.scales.add("Hoe veilig?", "niet", "heel")))
    panel = console.page.steps.of(ScalePage).panel(scale)
    assert panel is not None
    panel.ask("lisa")
    assert panel.entry is not None
    (found,) = in_sight(panel.entry, ScorePad)
    return found


def _score(console: Console) -> list[int | None]:
    return [score.value for score in console.model.view.scales[-1].scores]


@pytest.mark.parametrize(("typed", "number"), [("3", 3), ("10", 10), ("1", 1), ("0", 0), ("13", 3)])
def test_a_digit_goes_to_its_number_and_enter_takes_it(
    console: Console, pad: ScorePad, qtbot: QtBot, typed: str, number: int
) -> None:
    _type(pad, typed)
    assert _score(console) == []
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert _score(console) == [number]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert _score(console) == [number], "once more lets nothing go"
    chord(console.page, MeetingKey.REDO)
    QTest.keyClick(console.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _score(console) == []


def test_digits_elsewhere_do_nothing(console: Console, pad: ScorePad, qtbot: QtBot) -> None:
    before = _seen(console)
    _type(the(console.page.top_bar, "Volgende stap →", QPushButton), "1 2 3 456")
    assert _seen(console) == before
    assert not any(column.is_open for column in _forms(console))


def _forms(console: Console) -> list[object]:
    return [console.page.steps.of(ColumnsPage).column(column).add_statement for column in Column]
