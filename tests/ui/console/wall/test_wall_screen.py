"""The wall's screen for the facilitator: asked where there is a choice, told where something happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from beraad.ui.console.wall.screen_notice import ScreenNotice
from beraad.ui.console.wall.wall_screen import WallScreen
from beraad.ui.messages import ScriptedMessages
from beraad.ui.projector import WallWindow
from beraad.ui.screens.chooser import ScreenChooser
from beraad.ui.screens.menu import ScreenMenu
from beraad.ui.screens.wall_placement import WallPlacement
from tests.ui.heard import Heard
from tests.ui.paper_screens import LAPTOP, PROJECTOR, PaperScreen, PaperWatch, desk, laptop, projector, room


class PaperWall(WallWindow):
    """The wall, on screens that Qt does not know."""

    stands: object = None

    def setScreen(self, screen: object, /) -> None:  # noqa: N802 - Qt's name
        self.stands = screen

    def setWindowState(self, _state: object, /) -> None:  # noqa: N802 - Qt's name
        """It does not fill the one screen that Qt knows."""


class Table:
    """A console on a laptop, with these other screens."""

    def __init__(self, qtbot: QtBot, *others: PaperScreen) -> None:
        self.console, self.wall = QWidget(), PaperWall()
        for window in (self.console, self.wall):
            qtbot.addWidget(window)
        self.console.setGeometry(20, 20, 900, 600)
        self.console.show()
        self.watch = PaperWatch(laptop(), *others)
        self.placement = WallPlacement(self.wall, self.console, watch=self.watch, room=room(self.watch))
        self.messages = ScriptedMessages()
        self.screen = WallScreen(messages=self.messages, over=self.console)
        self.screen.stand_by(self.placement)
        self.screen.notice.setParent(self.console)


Layer = Callable[..., Table]


@pytest.fixture
def lay(qtbot: QtBot) -> Iterator[Layer]:
    """Lays a table with these other screens."""
    laid: list[Table] = []

    def layer(*others: PaperScreen) -> Table:
        laid.append(Table(qtbot, *others))
        return laid[-1]

    yield layer
    for table in laid:
        table.watch.deleteLater()


def choose(place: int) -> None:
    """Press this button of the chooser as soon as it stands."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ScreenChooser)
        dialog.findChildren(QPushButton)[place].click()

    QTimer.singleShot(0, press)


def test_one_other_screen_needs_no_question(lay: Layer) -> None:
    wide = projector()
    table = lay(wide)
    table.screen.open()
    assert table.wall.stands is wide
    assert table.messages.said == []


def test_with_more_the_facilitator_chooses_once(lay: Layer) -> None:
    wide = projector()
    table = lay(desk(), wide)
    choose(1)
    table.screen.open()
    assert table.wall.stands is wide
    table.placement.close()
    table.screen.open()
    assert table.wall.stands is wide


def test_who_chooses_nothing_gets_no_wall(lay: Layer) -> None:
    table = lay(desk(), projector())
    choose(2)
    table.screen.open()
    assert not table.screen.is_open


@pytest.mark.parametrize(
    ("others", "title"),
    [
        ((), "Er is maar één scherm"),
        ((PaperScreen("HDMI-1", QRect(LAPTOP)),), "Twee schermen tonen hetzelfde"),
    ],
    ids=["one screen", "mirrored"],
)
def test_a_wall_over_the_console_is_said_before_it_opens(
    lay: Layer, others: tuple[PaperScreen, ...], title: str
) -> None:
    table = lay(*others)
    table.messages.answer(False, True)
    table.screen.open()
    assert not table.screen.is_open
    assert table.messages.said[0][1] == title
    assert "Met F11 komt u terug." in table.messages.said[0][2]
    table.screen.open()
    assert table.screen.is_open


COVER = "Eerst dit venster afdekken"


def _button(notice: ScreenNotice, words: str) -> QPushButton:
    (found,) = [made for made in notice.findChildren(QPushButton) if made.text() == words]
    return found


def test_every_change_of_the_wall_s_screen_is_told(lay: Layer) -> None:
    wide = projector()
    table = lay(wide)
    table.screen.open()
    notice = table.screen.notice
    assert notice.words == ""
    table.watch.take(wide)
    assert notice.words.startswith("Het scherm van de kamer is weg.")
    again = projector()
    table.watch.bring(again)
    assert notice.words.startswith("Het scherm van de kamer is terug.")
    table.watch.move(again, QRect(1366, 0, 1280, 720))
    assert notice.words.startswith("Het scherm van de kamer kreeg een andere maat")
    table.watch.move(again, QRect(0, 0, 1280, 720))
    assert notice.words.startswith("Twee schermen tonen hetzelfde.")
    table.watch.move(again, QRect(PROJECTOR))
    assert notice.words.startswith("Het scherm van de kamer is terug.")


def test_a_screen_that_went_is_told_with_the_button_to_cover_first(
    lay: Layer, qtbot: QtBot, heard: Heard
) -> None:
    wide = projector()
    table = lay(wide)
    table.screen.open()
    notice = table.screen.notice
    table.watch.take(wide)
    assert not _button(notice, COVER).isHidden()
    assert heard() == [notice.words]
    with qtbot.waitSignal(notice.cover_wanted):
        _button(notice, COVER).click()
    table.watch.bring(projector())
    assert _button(notice, COVER).isHidden()


def test_a_screen_that_comes_is_told_with_the_button_to_use_it(lay: Layer) -> None:
    table = lay()
    wide = projector()
    table.watch.bring(wide)
    assert table.screen.notice.words.startswith("Er is een scherm bij gekomen.")
    _button(table.screen.notice, "Scherm aan").click()
    assert table.wall.stands is wide
    assert table.screen.notice.words == ""


def test_a_swapped_projector_is_told_and_gets_its_wall_with_the_button(lay: Layer) -> None:
    wide = projector()
    table = lay(wide)
    table.screen.open()
    table.watch.take(wide)
    other = PaperScreen("HDMI-1", QRect(PROJECTOR), "BenQ")
    table.watch.bring(other)
    assert table.screen.notice.words.startswith("Er is een ander scherm aangesloten")
    assert not table.screen.is_open
    _button(table.screen.notice, "Scherm aan").click()
    assert table.wall.stands is other


def test_a_screen_that_came_while_the_wall_lay_over_the_console_is_told_when_it_goes(lay: Layer) -> None:
    table = lay()
    table.messages.answer(True)
    table.screen.open()
    wide = projector()
    table.watch.bring(wide)
    table.placement.close()
    assert table.screen.notice.words.startswith("Er is een scherm bij gekomen.")
    _button(table.screen.notice, "Scherm aan").click()
    assert table.wall.stands is wide


def test_the_menu_offers_the_screens_and_ticks_the_one_in_use(lay: Layer) -> None:
    other = desk()
    table = lay(other, projector())
    choose(0)
    table.screen.open()
    menu = QMenu(table.console)
    ScreenMenu(menu, lambda: table.placement).fill()
    assert [(action.text().split(" · ")[0], action.isChecked()) for action in menu.actions()] == [
        ("Dell M1", True),
        ("Epson M1", False),
        ("", False),
        ("Wissel schermen\tShift+F11", False),
    ]
    menu.actions()[1].trigger()
    assert table.wall.stands is not other


def test_outside_a_meeting_the_menu_says_so(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    ScreenMenu(menu, lambda: None).fill()
    (action,) = menu.actions()
    assert (action.text(), action.isEnabled()) == ("Kan in een beraad", False)
