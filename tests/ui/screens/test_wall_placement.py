"""The wall stands where the room looks, follows its screen, goes and comes back with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from beraad.terms import Step
from beraad.ui.projector import WallWindow
from beraad.ui.screens.chooser import ScreenChooser
from beraad.ui.screens.identity import Screen
from beraad.ui.screens.wall_placement import Placed, WallPlacement, other_screens
from beraad.ui.screens.watch import ScreenWatch
from beraad.ui.screens.words import screen_words
from tests.ui.paper_screens import (
    DESK,
    LAPTOP,
    PROJECTOR,
    PaperScreen,
    PaperWatch,
    desk,
    laptop,
    projector,
    room,
)
from tests.ui.projector.conftest import VIEWS


@pytest.mark.parametrize(
    ("screens", "own", "others"),
    [
        ([LAPTOP], 0, []),
        ([LAPTOP, PROJECTOR], 0, [1]),
        ([LAPTOP, PROJECTOR], 1, [0]),
        ([LAPTOP, LAPTOP], 0, []),
        ([LAPTOP, QRect(0, 0, 1920, 1080)], 0, []),
        ([LAPTOP, LAPTOP, PROJECTOR], 0, [2]),
        ([LAPTOP, PROJECTOR, DESK], 0, [1, 2]),
    ],
    ids=[
        "one",
        "two",
        "console on the projector",
        "mirrored",
        "mirrored in another size",
        "three",
        "a choice",
    ],
)
def test_the_room_may_look_at_a_screen_that_shows_nothing_of_the_facilitators(
    screens: list[QRect], own: int, others: list[int]
) -> None:
    assert other_screens(screens, own) == others


class PaperWall(WallWindow):
    """The wall, on screens that Qt does not know."""

    stands: object = None

    def setScreen(self, screen: object, /) -> None:  # noqa: N802 - Qt's name
        self.stands = screen

    def setWindowState(self, _state: object, /) -> None:  # noqa: N802 - Qt's name
        """It does not fill the one screen that Qt knows."""


class Table:
    """A console on a laptop, its wall, and the screens."""

    def __init__(self, *screens: PaperScreen, remembered: tuple[str, ...] = ()) -> None:
        self.console, self.wall = QWidget(), PaperWall()
        self.console.setGeometry(20, 20, 900, 600)
        self.console.show()
        self.wall.show_view(VIEWS[Step.WORRIES])
        self.watch = PaperWatch(*screens)
        self.room = room(self.watch, *remembered)
        self.placement = WallPlacement(self.wall, self.console, watch=self.watch, room=self.room)
        self.chosen: list[tuple[str, ...]] = []
        self.room.chosen.connect(self.chosen.append)

    def close(self) -> None:
        for window in (self.wall, self.console):
            window.close()
            window.deleteLater()
        self.watch.deleteLater()


Layer = Callable[..., Table]


@pytest.fixture
def lay(qtbot: QtBot) -> Iterator[Layer]:
    """Lays a table with these screens."""
    laid: list[Table] = []

    def layer(*screens: PaperScreen, remembered: tuple[str, ...] = ()) -> Table:
        laid.append(Table(*screens, remembered=remembered))
        return laid[-1]

    yield layer
    for table in laid:
        table.close()


def test_with_two_screens_the_wall_fills_the_other_and_it_is_remembered(lay: Layer) -> None:
    wide = projector()
    table = lay(laptop(), wide)
    assert table.placement.open() is Placed.OTHER_SCREEN
    assert table.wall.stands is wide
    assert table.wall.geometry() == PROJECTOR
    assert table.chosen == [("Epson", "M1", "", "HDMI-1")]


def test_with_more_screens_the_remembered_one_is_taken_on_whatever_connector(lay: Layer) -> None:
    wide = projector()
    table = lay(laptop(), desk(), wide, remembered=("Epson", "M1", "", "DP-9"))
    table.placement.open()
    assert table.wall.stands is wide


def test_with_more_screens_and_none_remembered_somebody_has_to_choose(lay: Layer) -> None:
    table = lay(laptop(), desk(), projector())
    assert table.placement.known() is None


def test_another_screen_in_its_stead_does_not_replace_what_was_remembered(lay: Layer) -> None:
    other = desk()
    table = lay(laptop(), other, remembered=("Epson", "M1", "", "HDMI-1"))
    table.placement.open()
    assert table.wall.stands is other
    assert table.chosen == []


def test_an_open_wall_goes_to_the_screen_that_is_chosen(lay: Layer) -> None:
    wide = projector()
    table = lay(laptop(), desk(), wide, remembered=("Dell", "M1", "", "DP-2"))
    table.placement.open()
    table.placement.choose(wide.now)
    assert table.wall.stands is wide
    assert table.chosen == [("Epson", "M1", "", "HDMI-1")]


def test_a_screen_that_goes_takes_the_wall_and_brings_it_back(lay: Layer, qtbot: QtBot) -> None:
    wide = projector()
    table = lay(laptop(), wide)
    table.placement.open()
    with qtbot.waitSignal(table.placement.screen_lost):
        table.watch.take(wide)
    assert table.wall.visible_texts() == ()
    assert table.placement.lost
    again = projector()
    with qtbot.waitSignal(table.placement.screen_back):
        table.watch.bring(again)
    assert table.wall.stands is again
    assert not table.placement.lost


def test_a_lost_wall_does_not_take_the_place_of_the_console(lay: Layer) -> None:
    wide = projector()
    table = lay(laptop(), wide)
    table.placement.open()
    table.watch.take(wide)
    table.watch.changed.emit()
    assert not table.placement.is_open


def test_another_screen_that_goes_leaves_the_wall(lay: Layer) -> None:
    wide, other = projector(), desk()
    table = lay(laptop(), wide, other, remembered=("Epson", "M1", "", "HDMI-1"))
    table.placement.open()
    table.watch.take(other)
    assert table.placement.is_open
    assert not table.placement.lost


def test_a_wall_that_was_closed_does_not_come_back_by_itself_but_the_screen_is_told(
    lay: Layer, qtbot: QtBot
) -> None:
    wide = projector()
    table = lay(laptop(), wide)
    table.placement.open()
    table.placement.close()
    table.watch.take(wide)
    with qtbot.waitSignal(table.placement.screen_found):
        table.watch.bring(projector())
    assert not table.placement.is_open


def test_another_size_or_place_of_the_screen_refits_the_wall(lay: Layer, qtbot: QtBot) -> None:
    wide = projector()
    table = lay(laptop(), wide)
    table.placement.open()
    with qtbot.waitSignal(table.placement.refitted):
        table.watch.move(wide, QRect(1366, 0, 1280, 720))
    assert table.wall.geometry() == QRect(1366, 0, 1280, 720)


def test_screens_that_begin_to_show_the_same_lose_the_wall_until_they_no_longer_do(lay: Layer) -> None:
    wide = projector()
    table = lay(laptop(), wide)
    table.placement.open()
    table.watch.move(wide, QRect(0, 0, 1920, 1080))
    assert not table.placement.is_open
    assert table.placement.expected() is Placed.MIRRORED
    table.watch.move(wide, QRect(PROJECTOR))
    assert table.wall.stands is wide


def test_when_the_lid_closes_the_wall_stays_over_the_console(lay: Layer) -> None:
    small, wide = laptop(), projector()
    table = lay(small, wide)
    table.placement.open()
    wide.rect = QRect(0, 0, 1920, 1080)
    table.watch.take(small)
    assert table.wall.geometry() == QRect(0, 0, 1920, 1080)
    assert table.placement.is_open


def test_when_the_lid_opens_the_console_goes_home_and_the_wall_stays(lay: Layer) -> None:
    small, wide = laptop(), projector()
    table = lay(small, wide)
    table.placement.open()
    wide.rect = QRect(0, 0, 1920, 1080)
    table.watch.take(small)
    small.rect = QRect(1920, 0, 1366, 768)
    table.watch.bring(small)
    assert table.wall.stands is wide
    assert table.watch.under(table.console) == small.now


def test_a_console_that_was_put_on_the_projector_makes_room_for_the_wall(lay: Layer) -> None:
    small, wide = laptop(), projector()
    table = lay(small, wide)
    table.placement.open()
    table.watch.take(wide)
    small.rect, wide.rect = QRect(1920, 0, 1366, 768), QRect(0, 0, 1920, 1080)
    table.watch.bring(wide)
    assert table.wall.stands is wide
    assert table.watch.under(table.console) == small.now


def test_on_one_screen_the_wall_covers_it_and_a_key_leads_back(lay: Layer, qtbot: QtBot) -> None:
    table = lay(laptop())
    assert table.placement.open() is Placed.SAME_SCREEN
    assert table.wall.size() == LAPTOP.size()
    qtbot.keyClick(table.wall, Qt.Key.Key_F11)
    assert not table.placement.is_open


def test_the_room_s_projector_takes_the_wall_off_the_console_which_is_told_first(lay: Layer) -> None:
    small = laptop()
    table = lay(small, remembered=("Epson", "M1", "", "HDMI-1"))
    table.placement.open()
    stood: list[object] = []
    table.placement.about_to_bare.connect(lambda: stood.append(table.wall.stands))
    wide = projector()
    table.watch.bring(wide)
    assert table.wall.stands is wide
    assert stood == [small]


def test_a_screen_that_nobody_chose_leaves_the_wall_over_the_console_and_is_told(
    lay: Layer, qtbot: QtBot
) -> None:
    table = lay(laptop())
    table.placement.open()
    with qtbot.waitSignal(table.placement.screen_found):
        table.watch.bring(projector())
    assert table.wall.geometry() == LAPTOP


def test_a_projector_that_was_swapped_gets_no_wall_by_itself_and_is_told(lay: Layer, qtbot: QtBot) -> None:
    wide = projector()
    table = lay(laptop(), wide)
    table.placement.open()
    table.watch.take(wide)
    with qtbot.waitSignal(table.placement.screen_found):
        table.watch.bring(PaperScreen("HDMI-1", QRect(PROJECTOR), "BenQ"))
    assert not table.placement.is_open
    assert table.placement.lost


def test_of_a_swapped_projector_and_the_room_s_own_the_wall_comes_back_on_its_own(lay: Layer) -> None:
    wide = projector()
    table = lay(laptop(), wide)
    table.placement.open()
    table.watch.take(wide)
    table.watch.bring(desk())
    again = projector()
    table.watch.bring(again)
    assert table.wall.stands is again


def test_a_screen_that_stands_in_today_brings_its_wall_back_as_well(lay: Layer) -> None:
    other = desk()
    table = lay(laptop(), other, remembered=("Epson", "M1", "", "HDMI-1"))
    table.placement.open()
    table.watch.take(other)
    again = desk()
    table.watch.bring(again)
    assert table.wall.stands is again


def test_the_lid_may_close_and_open_beside_a_screen_that_stands_in_today(lay: Layer) -> None:
    small, other = laptop(), desk()
    table = lay(small, other, remembered=("Epson", "M1", "", "HDMI-1"))
    table.placement.open()
    other.rect = QRect(0, 0, 1920, 1080)
    table.watch.take(small)
    small.rect = QRect(1920, 0, 1366, 768)
    table.watch.bring(small)
    assert table.wall.stands is other
    assert table.watch.under(table.console) == small.now


def test_a_console_that_is_sent_to_another_screen_is_told_before_it_goes(lay: Layer) -> None:
    small, wide = laptop(), projector()
    table = lay(small, wide)
    table.placement.open()
    wide.rect = QRect(0, 0, 1920, 1080)
    table.watch.take(small)
    was_at: list[Screen] = []
    table.placement.about_to_bare.connect(lambda: was_at.append(table.watch.under(table.console)))
    table.watch.bring(desk())
    assert was_at == [wide.now]


def test_mirrored_screens_that_were_accepted_lead_the_wall_to_the_room_s_one_when_they_part(
    lay: Layer,
) -> None:
    wide = PaperScreen("HDMI-1", QRect(LAPTOP))
    table = lay(laptop(), wide)
    table.placement.open()
    table.watch.move(wide, QRect(PROJECTOR))
    assert table.wall.stands is wide


def test_mirrored_screens_are_covered_only_when_that_was_asked_for(lay: Layer) -> None:
    table = lay(laptop(), PaperScreen("HDMI-1", QRect(LAPTOP)))
    assert table.placement.open() is Placed.MIRRORED
    table.watch.changed.emit()
    assert table.placement.is_open


def test_a_wall_that_the_window_system_closes_is_left_as_well(lay: Layer) -> None:
    table = lay(laptop(), projector())
    table.placement.open()
    table.wall.close()
    assert table.placement.stands is None


def _twins() -> tuple[PaperScreen, PaperScreen]:
    """Two monitors of one make that give no serial number: the console's, and the room's."""
    return PaperScreen("DP-1", QRect(LAPTOP), "Dell"), PaperScreen("DP-2", QRect(PROJECTOR), "Dell")


@pytest.mark.parametrize("connector", ["DP-2", "DP-7"], ids=["the same connector", "another connector"])
def test_of_two_monitors_of_one_make_the_wall_comes_back_on_the_room_s(lay: Layer, connector: str) -> None:
    own, wide = _twins()
    table = lay(own, wide)
    table.placement.open()
    table.watch.take(wide)
    again = PaperScreen(connector, QRect(PROJECTOR), "Dell")
    table.watch.bring(again)
    assert table.wall.stands is again
    assert table.watch.under(table.console) == own.now


def test_the_console_s_screen_is_not_taken_for_the_room_s_when_that_goes(lay: Layer) -> None:
    own, wide = _twins()
    table = lay(own, wide)
    table.placement.open()
    assert table.room.among_all(own.now) == wide.now
    table.watch.take(wide)
    assert table.room.among_all(own.now) is None
    table.placement.choose(own.now)
    assert table.room.among_all(own.now) == own.now


def test_of_two_that_are_as_like_the_room_s_screen_none_is_taken_unasked(lay: Layer, qtbot: QtBot) -> None:
    own, wide = _twins()
    table = lay(own, wide)
    table.placement.open()
    table.watch.take(wide)
    table.watch.there.append(PaperScreen("DP-7", QRect(DESK), "Dell"))
    with qtbot.waitSignal(table.placement.screen_found):
        table.watch.bring(PaperScreen("DP-8", QRect(PROJECTOR), "Dell"))
    assert not table.placement.is_open
    assert table.placement.known() is None


def test_a_console_on_the_room_s_screen_makes_opening_the_wall_a_question(lay: Layer) -> None:
    small = PaperScreen("eDP-1", QRect(PROJECTOR))
    table = lay(
        PaperScreen("HDMI-1", QRect(LAPTOP), "Epson"), small, remembered=("Epson", "M1", "", "HDMI-1")
    )
    assert table.placement.known() is None
    table.room.forget_for_today()
    assert table.placement.known() == small.now


def test_the_wall_and_the_console_change_places_and_that_is_remembered(lay: Layer, qtbot: QtBot) -> None:
    small, wide = laptop(), projector()
    table = lay(small, wide)
    table.placement.open()
    stood: list[object] = []
    table.placement.about_to_swap.connect(lambda: stood.append(table.wall.stands))
    assert table.placement.swap()
    assert stood == [wide]
    assert table.wall.stands is small
    assert table.wall.size() == LAPTOP.size()
    assert table.watch.under(table.console) == wide.now
    assert table.chosen[-1] == ("", "", "", "eDP-1")


def test_a_console_without_an_open_wall_goes_to_the_other_screen_as_well(lay: Layer) -> None:
    small, wide = laptop(), projector()
    table = lay(small, wide)
    assert table.placement.swap()
    assert not table.placement.is_open
    assert table.watch.under(table.console) == wide.now
    assert table.placement.known() == small.now


def test_with_one_screen_there_is_nothing_to_change_places_with(lay: Layer, qtbot: QtBot) -> None:
    table = lay(laptop())
    table.placement.open()
    with qtbot.assertNotEmitted(table.placement.about_to_swap):
        assert not table.placement.swap()
    assert table.placement.is_open


def test_a_lid_that_opens_sends_the_console_to_the_screen_it_came_from(lay: Layer) -> None:
    small, wide = laptop(), projector()
    table = lay(small, wide)
    table.placement.open()
    wide.rect = QRect(0, 0, 1920, 1080)
    table.watch.take(small)
    small.rect = QRect(1920, 0, 1366, 768)
    table.watch.there.append(desk())
    table.watch.bring(small)
    assert table.watch.under(table.console) == small.now


def test_only_a_wall_over_the_console_takes_the_keyboard(lay: Layer) -> None:
    beside, over = lay(laptop(), projector()), lay(laptop())
    for table in (beside, over):
        table.placement.open()
    deaf = Qt.WindowType.WindowDoesNotAcceptFocus
    assert beside.wall.windowFlags() & deaf
    assert beside.wall.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not over.wall.windowFlags() & deaf
    assert not over.wall.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_a_screen_is_called_by_its_name_its_size_and_its_side() -> None:
    assert screen_words(projector().now, LAPTOP) == "Epson M1 · 1920 × 1080 · rechts van dit scherm"
    assert screen_words(desk().now, LAPTOP) == "Dell M1 · 1920 × 1080 · links van dit scherm"
    silent = PaperScreen("HDMI-1", QRect(0, -1080, 1920, 1080))
    assert screen_words(silent.now, LAPTOP) == "HDMI-1 · 1920 × 1080 · boven dit scherm"


def test_the_chooser_has_a_button_for_each_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    screens = [desk().now, projector().now]
    pressed: list[str] = []

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ScreenChooser)
        buttons = dialog.findChildren(QPushButton)
        pressed.extend(button.text() for button in buttons)
        buttons[1].click()

    QTimer.singleShot(0, press)
    assert ScreenChooser.ask(screens, LAPTOP, over=window) == screens[1]
    assert pressed[0].startswith("Dell M1")
    assert pressed[2] == "Annuleren"


def test_the_real_watch_knows_the_screen_under_a_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    watch = ScreenWatch(window)
    own = watch.under(window)
    assert watch.of_qt(own) is QGuiApplication.primaryScreen()
    assert own.place == QGuiApplication.primaryScreen().geometry()
