"""The pages of later steps are made ahead, out of sight; going there shows what is true then."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from beraad.terms import Column, Decision, Step
from beraad.ui.console import pages_ahead
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.decide.page import DecidePage
from beraad.ui.steps.shared.step_page import StepPage
from beraad.ui.steps.table import PAGES
from beraad.ui.steps.welcome.page import WelcomePage
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.text_label import TextLabel
from tests.ui.driving import timer
from tests.ui.opened_console import HADDAD, Console, Opener, texts

LATER = set(PAGES.values()) - {WelcomePage}
"""Pages that nobody sees when a meeting is opened."""


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits half a second between two parts."""
    monkeypatch.setattr(pages_ahead, "IDLE", 5)


def stand(console: Console) -> set[type[StepPage]]:
    return LATER & {type(page) for page in console.page.steps.findChildren(StepPage)}


def all_made(console: Console, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not console.page.ahead.busy)


def labels(page: QWidget) -> str:
    """Of a page that nobody sees yet."""
    return "\n".join(item.text() for item in page.findChildren(TextLabel))


def test_a_moment_after_opening_every_page_stands_and_none_is_seen(console: Console, qtbot: QtBot) -> None:
    focus = QApplication.focusWidget()
    all_made(console, qtbot)
    assert stand(console) == LATER
    agreements = console.page.steps.of(AgreementsPage)
    assert "Oma Ans belt Lisa elke avond" in labels(agreements)
    assert not agreements.isVisible()
    assert agreements.size() == console.page.steps.size()
    assert console.page.steps.current().isVisible()
    assert QApplication.focusWidget() is focus


def test_what_is_said_after_a_page_was_made_stands_on_it(console: Console, qtbot: QtBot) -> None:
    all_made(console, qtbot)
    console.model.act(lambda meeting: meeting.statements.add(Column.DANGER, "Dit kwam er later bij."))
    assert "Dit kwam er later bij." not in labels(console.page.steps.of(ColumnsPage)), "it was made before"
    console.page.go_to(Step.WORRIES)
    assert "Dit kwam er later bij." in texts(console.page.steps)


def test_while_nobody_said_which_room_is_here_none_is_made(open_console: Opener, qtbot: QtBot) -> None:
    console = open_console(HADDAD, "b1", half=None)
    assert console.model.asks_half
    qtbot.wait(100)
    assert stand(console) == set()
    console.model.show(lambda meeting: meeting.show_half(1))
    all_made(console, qtbot)
    assert stand(console) == LATER


def test_while_somebody_types_none_is_made(console: Console, qtbot: QtBot) -> None:
    console.page.go_to(Step.WORRIES)
    console.page.steps.of(ColumnsPage).begin(Column.DANGER)
    field = QApplication.focusWidget()
    assert isinstance(field, GrowingTextEdit)
    timer(console.page.ahead, "idle").stop()
    before = stand(console)
    qtbot.keyClicks(field, "Mark sloeg")
    for _part in range(20):
        timer(console.page.ahead, "idle").timeout.emit()
    assert stand(console) == before
    qtbot.waitUntil(lambda: not console.model.drafting.typing)
    for _part in range(20):
        timer(console.page.ahead, "idle").timeout.emit()
    assert stand(console) == LATER


def test_while_somebody_signs_on_this_screen_none_is_made(console: Console, qtbot: QtBot) -> None:
    console.page.go_to(Step.DECIDE_AND_SIGN)
    console.service.carrying.keep_the_rest()
    console.service.deciding.decide({(gap.gap, gap.subject): "Komt later." for gap in console.model.gaps})
    console.model.refresh()
    row = console.page.steps.of(DecidePage).answer_row("sanne")
    assert row
    row.sign_button.click()
    signing = console.page.steps.private.open_screen
    assert signing is not None
    before = stand(console)
    qtbot.wait(100)
    assert stand(console) == before
    console.model.act(lambda meeting: meeting.deciding.answer("mark", Decision.AGREE, on_paper=True))
    qtbot.wait(100)
    assert stand(console) == before


def test_a_closed_meeting_makes_no_more(open_console: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages_ahead, "IDLE", 10_000)
    console = open_console()
    assert console.page.ahead.busy
    console.close()
    assert not console.page.ahead.busy
