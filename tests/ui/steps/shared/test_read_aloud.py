"""Reading aloud: one agreement at a time, large, the same on the console and on the wall."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from beraad.readers import EVERYONE, PROFESSIONALS
from beraad.terms import Step
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.decide.page import DecidePage
from beraad.ui.steps.shared.read_aloud import ReadAloud
from tests.ui.driving import in_sight
from tests.ui.opened_console import Console, chord, texts

SECRET = "Joke rijdt elke avond langs."


@pytest.fixture(params=[Step.AGREEMENTS, Step.DECIDE_AND_SIGN])
def aloud(console: Console, request: pytest.FixtureRequest, qtbot: QtBot) -> ReadAloud:
    """Begun with its key, at each step that holds agreements."""
    console.service.carrying.keep_the_rest()
    secret = console.service.agreements.add(SECRET)
    console.service.agreements.change(secret, visible_to=PROFESSIONALS)
    console.page.go_to(request.param)
    console.wall.show()
    console.page.activateWindow()
    qtbot.waitUntil(console.page.isActiveWindow)
    chord(console.page, MeetingKey.READ_ALOUD)
    steps = console.page.steps
    page = steps.of(AgreementsPage) if request.param is Step.AGREEMENTS else steps.of(DecidePage)
    return page.aloud


def _read(aloud: ReadAloud) -> str:
    """The words in the largest letters."""
    (found,) = [item for item in in_sight(aloud, QLabel) if item.property("role") == "display"]
    return found.text()


def _whats(console: Console) -> list[str]:
    return [item.what for item in console.model.wall_view.agreements]


def test_a_key_begins_with_the_first_and_the_wall_shows_the_same(console: Console, aloud: ReadAloud) -> None:
    first, second = _whats(console)[:2]
    assert first in texts(aloud)
    shown = " ".join(console.wall.visible_texts())
    assert first in shown
    assert second not in shown


def test_arrows_and_page_keys_turn_over_and_space_does_not(
    console: Console, aloud: ReadAloud, qtbot: QtBot
) -> None:
    whats = _whats(console)
    assert QApplication.focusWidget() is aloud
    for key, at in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_PageDown, 2),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_PageUp, 0),
        (Qt.Key.Key_PageUp, 0),
        (Qt.Key.Key_Space, 0),
    ):
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert whats[at] in texts(aloud)
        assert whats[at] in " ".join(console.wall.visible_texts())


def test_what_the_room_may_not_hear_is_passed_over_and_named_with_why(
    console: Console, aloud: ReadAloud, qtbot: QtBot
) -> None:
    for _agreement in range(12):
        assert SECRET not in _read(aloud)
        assert SECRET not in " ".join(console.wall.visible_texts())
        qtbot.keyClick(aloud, Qt.Key.Key_Right)
    assert "Niet voorlezen" in texts(aloud)
    assert SECRET in texts(aloud)
    assert "alleen hulpverleners" in texts(aloud)


def test_a_door_that_lets_it_pass_is_noticed(console: Console, aloud: ReadAloud, qtbot: QtBot) -> None:
    """The control: shown to everyone, it is read like the others."""
    secret = next(item.id for item in console.model.view.agreements if item.what == SECRET)
    console.model.act(lambda meeting: meeting.agreements.change(secret, visible_to=EVERYONE))
    for _agreement in range(12):
        qtbot.keyClick(aloud, Qt.Key.Key_Right)
    assert _read(aloud) == SECRET
    assert SECRET in " ".join(console.wall.visible_texts())
    console.model.act(lambda meeting: meeting.agreements.change(secret, visible_to=PROFESSIONALS))
    assert _read(aloud) == _whats(console)[0]
    assert SECRET not in " ".join(console.wall.visible_texts())


def test_escape_stops_and_the_wall_shows_all_again(console: Console, aloud: ReadAloud, qtbot: QtBot) -> None:
    qtbot.keyClick(aloud, Qt.Key.Key_Escape)
    assert not aloud.isVisible()
    assert console.model.wall_view.aloud is None
    assert _whats(console)[1] in " ".join(console.wall.visible_texts())


def test_another_step_stops_it(console: Console, aloud: ReadAloud) -> None:
    console.page.go_to(Step.EVALUATION)
    console.page.go_to(Step.AGREEMENTS)
    assert aloud.reading == ""
    assert console.model.wall_view.aloud is None


def test_nobody_reads_aloud_what_is_not_there(console: Console, qtbot: QtBot) -> None:
    console.page.go_to(Step.AGREEMENTS)
    assert console.model.view.agreements == ()
    chord(console.page, MeetingKey.READ_ALOUD)
    assert console.page.steps.of(AgreementsPage).aloud.reading == ""


@pytest.mark.parametrize("step", [Step.AGREEMENTS, Step.DECIDE_AND_SIGN])
def test_agreements_that_all_ended_are_not_offered_to_read_aloud(
    console: Console, qtbot: QtBot, step: Step
) -> None:
    console.service.carrying.keep_the_rest()
    console.model.refresh()
    console.page.go_to(step)
    page = console.page.steps.current()
    offer = next(it for it in page.findChildren(QPushButton) if it.text().startswith("Voorlezen"))
    assert offer.isEnabled(), "the control: they run"
    for item in console.model.view.agreements:
        console.model.act(lambda meeting, item=item: meeting.agreements.end(item.id, "Dit lukt nu zo."))
    assert not offer.isEnabled()
    chord(console.page, MeetingKey.READ_ALOUD)
    assert console.model.wall_view.aloud is None
