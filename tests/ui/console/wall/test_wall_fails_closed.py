"""Whatever goes wrong on the way to the wall: the room sees the calm picture, the console goes on."""

import pytest
from pytestqt.qtbot import QtBot

from beraad.terms import Column, Step
from beraad.ui.meeting.keys import MeetingKey
from tests.ui.opened_console import HADDAD, Console, Opener, chord, press, texts

STEPS = (
    "beraad.services.meeting.wall_of",
    "beraad.services.meeting.withheld_from",
    "beraad.services.meeting.MeetingService.wall",
    "beraad.services.meeting.MeetingService.withheld",
    "beraad.ui.projector.wall_window.compose",
    "beraad.ui.projector.wall_window.changed_area",
    "beraad.ui.projector.wall_window._only_new_card",
    "beraad.ui.projector.wall_window._whole",
    "beraad.ui.projector.wall_window.paint",
    "beraad.ui.projector.painter._pages",
    "beraad.ui.projector.painter.with_page_numbers",
    "beraad.ui.projector.painter.with_turn",
    "beraad.ui.projector.painter._reach",
    "beraad.ui.projector.columns.head",
    "beraad.ui.projector.columns._card",
    "beraad.ui.projector.columns.fill_pages",
    "beraad.ui.projector.blocks.CardBlock.place",
    "beraad.ui.projector.marks.Words.draw",
    "beraad.ui.projector.marks.PlacedWords.paint",
    "beraad.ui.projector.marks.Panel.paint",
)
"""Every step between the case and the wall, from the door to the pen."""

TOLD = "Het beeld voor de kamer ging mis."
NEW = "Op 4 mei riep Mark op straat."


class Broken(RuntimeError):
    """Some mistake of ours."""


def _break(*_args: object, **_kwargs: object) -> None:
    raise Broken


@pytest.fixture
def worries(console: Console, qtbot: QtBot) -> Console:
    """The worries on a wall that stands on a screen."""
    console.page.go_to(Step.WORRIES)
    with qtbot.waitExposed(console.wall):
        console.wall.show()
    console.page.activateWindow()
    qtbot.waitUntil(console.page.isActiveWindow)
    assert console.wall.visible_texts()
    return console


@pytest.mark.usefixtures("errors_expected")
@pytest.mark.parametrize("step", STEPS)
def test_the_wall_is_calm_and_the_console_says_so(
    worries: Console, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    if step.endswith("withheld_from"):
        # Reached only where a text is withheld.
        worries.service.statements.add(Column.DANGER, "Bel Peter: 076-5550103.")
    with monkeypatch.context() as broken:
        broken.setattr(step, _break)
        worries.model.act(lambda meeting: meeting.statements.add(Column.DANGER, NEW))
        assert worries.wall.visible_texts() == ()
        qtbot.waitUntil(lambda: TOLD in worries.page.wall_screen.notice.words)
        assert worries.wall.calm
        assert NEW in {item.text for item in worries.model.view.statements}, "the console has it"
        assert NEW in texts(worries.page.steps)
    press(worries.page.top_bar, "Rustig b")
    assert NEW in worries.wall.visible_texts(), "the control: nothing else kept it away"
    assert worries.page.wall_screen.notice.words == ""


@pytest.mark.usefixtures("errors_expected")
@pytest.mark.parametrize("step", STEPS)
def test_nothing_that_guards_the_room_is_skipped(
    open_console: Opener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Who is in the room is asked, and a picture of who was there does not stand still."""
    console = open_console(HADDAD, "b1")
    console.page.go_to(Step.WORRIES)
    console.service.statements.add(Column.DANGER, "Rima zegt dit.")
    console.model.refresh()
    console.wall.show()
    press(console.page.top_bar, "Bevries F8")
    assert console.wall.frozen
    assert "Rima zegt dit." in console.wall.visible_texts()
    monkeypatch.setattr(step, _break)
    console.model.show(lambda meeting: meeting.show_half(None))
    assert console.page.question.isVisible()
    assert not console.page.steps.current().isVisible()
    assert not console.wall.frozen
    assert "Rima zegt dit." not in console.wall.visible_texts()


@pytest.mark.usefixtures("errors_expected")
def test_where_even_the_calm_picture_goes_wrong_the_wall_is_empty(
    worries: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("beraad.ui.projector.marks.PlacedWords.paint", _break)
    monkeypatch.setattr("beraad.ui.projector.marks.Calm.paint", _break)
    worries.model.act(lambda meeting: meeting.statements.add(Column.DANGER, NEW))
    picture = worries.wall.grab().toImage()
    colours = {
        picture.pixel(x, y) for x in range(0, picture.width(), 16) for y in range(0, picture.height(), 16)
    }
    assert len(colours) == 1
    assert worries.wall.visible_texts() == ()


@pytest.mark.usefixtures("errors_expected")
def test_what_went_wrong_while_it_was_calm_shows_nothing_old_afterwards(
    worries: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = worries.wall.visible_texts()
    with monkeypatch.context() as broken:
        broken.setattr("beraad.services.meeting.wall_of", _break)
        worries.page.go_to(Step.AGREEMENTS)
        press(worries.page.top_bar, "Rustig b")
        assert worries.wall.visible_texts() == ()
        assert worries.wall.calm
    press(worries.page.top_bar, "Rustig b")
    assert worries.wall.visible_texts()
    assert not set(before[2:]) & set(worries.wall.visible_texts())


@pytest.mark.parametrize("way", ["B", "pause"])
def test_a_new_card_while_calm_on_the_second_page(worries: Console, qtbot: QtBot, way: str) -> None:
    """An index of a page that the calm picture has not: all behind it was skipped."""
    for number in range(30):
        worries.service.statements.add(Column.DANGER, f"Op dag {number} liep iemand boos weg.")
    worries.model.refresh()
    worries.wall.next_page()
    assert worries.wall.page > 1
    chord(worries.page, MeetingKey.CALM if way == "B" else MeetingKey.PAUSE)
    worries.model.act(lambda meeting: meeting.statements.add(Column.DANGER, NEW))
    assert worries.wall.visible_texts() == ()
    if way == "B":
        press(worries.page.top_bar, "Rustig b")
    else:
        press(worries.page.notice, "Verder gaan")
    assert NEW in worries.wall.visible_texts(), "the page on which the new card stands"
    assert worries.page.wall_screen.notice.words == ""
