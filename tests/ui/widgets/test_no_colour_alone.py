"""Whoever cannot tell colours apart sees every state all the same: drawn in black and white they differ."""

import dataclasses
import datetime as dt
from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from beraad.disclosure.views import AttendanceView, PersonView
from beraad.terms import Attendance, Circle, Column, Lamp, RoomSees, Step
from beraad.ui.projector import WallWindow
from beraad.ui.theme import Theme
from beraad.ui.widgets.card import Card
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.rail_step import RailStep
from beraad.ui.widgets.save_state import SaveState
from beraad.ui.widgets.smart_lamps import SmartLamps
from beraad.ui.widgets.step_rail import StepRail
from tests.ui.projector.conftest import AGREEMENTS, DANGER, NEXT, SAFETY, WAITING, step

Make = Callable[[], QWidget]


@pytest.fixture(autouse=True)
def _black_and_white(qapp: QApplication) -> None:
    """Every colour that words or pictures have is black, every ground and what stands on black is white."""
    light = Theme.load()
    white = {"paper", "card", "selection"}
    colours = {
        name: "white" if name in white or name.startswith("on_") or name.endswith("_wash") else "black"
        for name in light._colours
    }
    Theme("black and white", colours, light._sizes).apply(qapp)


def _token(circle: Circle, *, marked: bool = False, speaking: str = "") -> Make:
    def make() -> QWidget:
        token = PersonToken("Joke", circle)
        token.set_marked(marked)
        token.set_speaking(speaking)
        return token

    return make


def _saved(how: str) -> Make:
    def make() -> QWidget:
        state = SaveState()
        if how == "saved":
            state.set_saved(dt.time(14, 38))
        elif how == "failed":
            state.set_failed()
        return state

    return make


def _lamp(*missing: Lamp) -> Make:
    def make() -> QWidget:
        lamps = SmartLamps()
        lamps.set_missing(dict.fromkeys(missing, ("wie?",)))
        return lamps

    return make


def _step(*, current: bool = False, done: bool = False, spent: int | None = None, left: bool = False) -> Make:
    def make() -> QWidget:
        rail = StepRail()
        here = RailStep(Step.WELCOME, "Welkom", 10, done=done, spent=spent, left_out=left)
        rail.set_steps((here, RailStep(Step.WORRIES, "Zorgen", 20)))
        rail.set_current(Step.WELCOME if current else Step.WORRIES)
        rail.resize(220, rail.sizeHint().height())
        return rail

    return make


def _wall(of: Step, **content: object) -> Make:
    def make() -> QWidget:
        wall = WallWindow()
        wall.resize(960, 540)
        wall.show()
        wall.show_view(step(of, **content))
        return wall

    return make


def _named(circle: Circle) -> PersonView:
    return PersonView("Joke", circle)


STATES: dict[str, list[Make]] = {
    "circles": [_token(circle) for circle in Circle],
    "turns": [
        _token(Circle.FAMILY, marked=marked, speaking=turn) for marked, turn in ((0, ""), (1, ""), (0, "nu"))
    ],
    "saving": [_saved(how) for how in ("pending", "saved", "failed")],
    "lamps": [_lamp(), *(_lamp(lamp) for lamp in Lamp)],
    "steps": [
        _step(),
        _step(current=True),
        _step(done=True, spent=10),
        _step(done=True, spent=14),
        _step(done=True, spent=6),
        _step(left=True),
    ],
    "who answered, on the wall": [
        _wall(Step.DECIDE_AND_SIGN, agreements=AGREEMENTS, answered=((_named(Circle.FAMILY), answered),))
        for answered in (True, False)
    ],
    "who is there, on the wall": [
        _wall(Step.WELCOME, people=(AttendanceView(_named(Circle.FAMILY), how),))
        for how in (Attendance.PRESENT, Attendance.BY_PHONE)
    ],
    "whose number, on the wall": [
        _wall(
            Step.SCALE,
            scales=(dataclasses.replace(WAITING, sees=RoomSees.ALL, given=((_named(circle), 5),)),),
        )
        for circle in Circle
    ],
    "what is talked about, on the wall": [
        _wall(Step.WORRIES, focus=column, danger=DANGER, safety=SAFETY, next_steps=NEXT) for column in Column
    ],
}


def _pictures(makers: list[Make], qtbot: QtBot) -> list[QImage]:
    pictures = []
    for make in makers:
        widget = make()
        qtbot.addWidget(widget)
        pictures.append(widget.grab().toImage())
    return pictures


@pytest.mark.parametrize("kind", STATES)
def test_no_two_states_look_the_same_without_colours(kind: str, qtbot: QtBot) -> None:
    alike = [pair for pair in combinations(_pictures(STATES[kind], qtbot), 2) if pair[0] == pair[1]]
    assert alike == []


def test_what_differs_by_its_colour_alone_is_noticed(qtbot: QtBot) -> None:
    one, other = _pictures([lambda: Card("Zorg", tone="danger"), lambda: Card("Zorg", tone="safety")], qtbot)
    assert one == other


def test_a_card_says_in_a_word_what_its_edge_says_in_a_colour(qtbot: QtBot) -> None:
    makers: list[Make] = [
        lambda: Card("Zorg", tone="danger", kind="gevaar"),
        lambda: Card("Zorg", tone="safety", kind="veiligheid"),
    ]
    one, other = _pictures(makers, qtbot)
    assert one != other
