"""Another language or size of text in a meeting: the page is made anew; the meeting and its wall go on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from beraad import i18n
from beraad.settings import Settings
from beraad.store.errors import DiskFull
from beraad.terms import Column, Step
from beraad.ui.console import MeetingPage
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.theme import Theme
from tests.ui.driving import the
from tests.ui.opened_window import DE_WIT, Shell

TYPED = "Sanne belde met de buren"


@pytest.fixture
def page(shell: Shell) -> Iterator[MeetingPage]:
    """A meeting in step 2, with people in the room, and its wall on."""
    shell.window.open_meeting(DE_WIT, "b2")
    page = shell.window.page
    assert isinstance(page, MeetingPage)
    page.model.act(lambda service: service.course.all_present())
    page.model.act(lambda service: service.carrying.keep_the_rest())
    page.go_to(Step.WORRIES)
    page.wall.show()
    yield page
    i18n.set_language("nl")
    Theme.load(Settings().theme).apply(QCoreApplication.instance())  # type: ignore[arg-type]


def _choose(shell: Shell, name: str) -> MeetingPage:
    action = shell.window.menus.actions[name]
    assert action.isEnabled()
    action.trigger()
    page = shell.window.page
    assert isinstance(page, MeetingPage)
    return page


def _words(widget: QWidget) -> set[str]:
    return {button.text() for button in widget.findChildren(QPushButton)}


@pytest.mark.parametrize("name", ["en", "larger"])
def test_what_is_typed_is_offered_again_in_the_new_page(
    shell: Shell, page: MeetingPage, qtbot: QtBot, name: str
) -> None:
    page.steps.of(ColumnsPage).begin(Column.DANGER)
    QTest.keyClicks(page.steps.of(ColumnsPage).column(Column.DANGER).add_statement.field, TYPED)
    after = _choose(shell, name)
    assert after is not page
    assert after.model.step is Step.WORRIES
    assert [draft.text for draft in after.model.drafts] == [TYPED]
    field = after.steps.of(ColumnsPage).column(Column.DANGER).add_statement.field
    qtbot.waitUntil(lambda: field.isVisible() and field.text() == TYPED)
    assert TYPED not in {item.text for item in after.model.view.statements}
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(page)


def test_the_new_page_speaks_the_language_and_so_does_the_wall(shell: Shell, page: MeetingPage) -> None:
    wall = page.wall
    assert "Zorgen" in " ".join(wall.visible_texts())
    after = _choose(shell, "en")
    assert after.wall is wall
    assert "Freeze F8" in _words(after.top_bar)
    assert "Worries" in " ".join(wall.visible_texts())
    assert wall.isVisible()


def test_undo_turns_and_ticks_go_on(shell: Shell, page: MeetingPage) -> None:
    page.model.give_turn("kees")
    page.model.give_turn("ans")
    undoable = page.model.undoable
    after = _choose(shell, "en")
    assert after.model.undoable is undoable
    assert (after.model.turn, after.model.spoken()) == ("ans", frozenset({"kees"}))
    assert {Step.WELCOME, Step.WORRIES} <= after.model.visited
    cards = len(after.model.view.statements)
    after.model.undo()
    assert len(after.model.view.statements) != cards


@pytest.mark.parametrize("frozen", [True, False])
def test_the_wall_stands_still_meanwhile_and_then_as_it_stood(
    shell: Shell, page: MeetingPage, monkeypatch: pytest.MonkeyPatch, frozen: bool
) -> None:
    page.wall.set_frozen(frozen)
    meanwhile: list[bool] = []
    take_over = MeetingPage.take_over

    def looked_at(self: MeetingPage, before: MeetingPage) -> None:
        meanwhile.append(before.wall.frozen)
        take_over(self, before)
        meanwhile.append(before.wall.frozen)

    monkeypatch.setattr(MeetingPage, "take_over", looked_at)
    after = _choose(shell, "larger")
    assert meanwhile == [True, True]
    assert after.wall.frozen is frozen
    assert the(after.top_bar, "Bevries het scherm, F8", QPushButton).isChecked() is frozen, (
        "the bar says how it stands"
    )
    after.model.act(lambda service: service.statements.add(Column.DANGER, "Lisa was bang."))
    assert any("Lisa was bang." in text for text in after.wall.visible_texts()) is not frozen


def test_a_pause_goes_on(shell: Shell, page: MeetingPage) -> None:
    page.pause()
    after = _choose(shell, "larger")
    assert after.model.paused_at is not None
    assert after.wall.calm
    after.pausing.resume()
    assert not after.wall.calm


def test_a_wall_that_was_made_calm_stays_so(shell: Shell, page: MeetingPage) -> None:
    page.wall.show_calm()
    assert _choose(shell, "en").wall.calm


def test_what_could_not_be_written_stays_in_the_page(
    shell: Shell, page: MeetingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_draft: object) -> None:
        raise DiskFull

    monkeypatch.setattr(page.service.drafts, "keep", full)
    page.steps.of(ColumnsPage).begin(Column.DANGER)
    field = page.steps.of(ColumnsPage).column(Column.DANGER).add_statement.field
    QTest.keyClicks(field, TYPED)
    assert _choose(shell, "larger") is page
    assert field.text() == TYPED
    monkeypatch.undo()
    page.model.retry()
