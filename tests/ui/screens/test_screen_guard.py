"""When screens change, what only the facilitator may see is covered before it can be somewhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from unittest import mock

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QImage, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from beraad.terms import Decision
from beraad.ui.console import MeetingPage
from beraad.ui.console.over.scan_screen import ScanScreen
from beraad.ui.pages.case import CasePage
from beraad.ui.screens.cover import Change, Cover
from beraad.ui.screens.guard import ScreenGuard
from beraad.ui.screens.wall_placement import WallPlacement
from beraad.ui.screens.watch import ScreenWatch
from beraad.ui.theme import Theme
from beraad.ui.widgets.announcing import announce
from tests.scanned import jpeg
from tests.ui.driving import is_there, lift, press
from tests.ui.heard import Heard
from tests.ui.opened_window import DE_WIT, HADDAD, Shell
from tests.ui.paper_screens import PROJECTOR, PaperScreen, PaperWatch, laptop, projector, room
from tests.ui.paper_screens import desk as desk_screen

Key = Qt.Key


class Desk:
    """A window with a field and a shortcut, on a laptop beside a projector."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        column = QVBoxLayout(self.window)
        self.field = QLineEdit()
        column.addWidget(self.field)
        self.pressed: list[str] = []
        shortcut = QShortcut(QKeySequence("Ctrl+Q"), self.window)
        shortcut.activated.connect(lambda: self.pressed.append("Ctrl+Q"))
        self.window.setGeometry(50, 50, 800, 500)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.field.setFocus()
        self.laptop, self.projector = laptop(), projector()
        self.watch = PaperWatch(self.laptop, self.projector)
        self.room = room(self.watch)
        self.guard = ScreenGuard(self.window, self.watch, self.room)
        self.asked: list[str] = []
        self.guard.calm_wanted.connect(lambda: self.asked.append("calm"))
        self.guard.freeze_wanted.connect(lambda: self.asked.append("freeze"))
        self.guard.leave_wanted.connect(lambda: self.asked.append("leave"))

    def type(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys, wherever the focus is."""
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    @property
    def told(self) -> str:
        """What stands on the cover."""
        (cover,) = covers(self.window)
        return "\n".join(label.text() for label in cover.findChildren(QLabel))


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """A window on the laptop."""
    desk = Desk(qtbot)
    yield desk
    lift(desk.window)
    desk.watch.deleteLater()


def covers(window: QWidget) -> list[Cover]:
    """What lies over a window."""
    return [cover for cover in window.findChildren(Cover) if cover.isVisible()]


def colours(window: QWidget) -> set[QColor]:
    """Every colour in the lower third of a window, where a case has cards and a cover has none."""
    QApplication.processEvents()
    picture: QImage = window.grab().toImage()
    rows = range(picture.height() * 3 // 4, picture.height(), 7)
    return {picture.pixelColor(x, y).rgb() for y in rows for x in range(0, picture.width(), 3)}  # type: ignore[misc]


# -- when --------------------------------------------------------------------------------------------


def test_a_cable_that_is_plugged_in_covers_before_there_is_a_screen(desk: Desk) -> None:
    desk.watch.plugged_in.emit()
    assert desk.guard.covered
    assert desk.guard.change is Change.PLUGGED_IN


def test_somebody_may_cover_first(desk: Desk) -> None:
    desk.guard.cover_first()
    assert desk.guard.covered
    assert desk.guard.change is Change.ASKED


def _take_the_own_screen(window: QWidget) -> None:
    (watch,) = window.findChildren(ScreenWatch)
    watch.removed.emit(watch.under(window))


def test_when_the_own_screen_goes_nothing_of_the_case_is_painted(shell: Shell) -> None:
    shell.window.show_case(HADDAD)
    page = shell.window.page
    assert isinstance(page, CasePage)
    page.show_tab(page.people)
    assert len(colours(shell.window)) > 1
    _take_the_own_screen(shell.window)
    assert shell.window.guard.covered
    assert colours(shell.window) == {Theme.current().colour("paper").rgb()}


def test_a_signed_paper_that_is_looked_at_is_covered_too(shell: Shell) -> None:
    shell.window.open_meeting(HADDAD, "b1")
    page = shell.window.page
    assert isinstance(page, MeetingPage)
    page.model.act(lambda meeting: meeting.deciding.answer("yousef", Decision.AGREE, on_paper=True))
    page.model.act(lambda meeting: meeting.scans.add("yousef", [jpeg(3)]))
    page.steps.scanning.show("yousef")
    assert isinstance(page.steps.private.open_screen, ScanScreen)
    assert len(colours(shell.window)) > 1
    _take_the_own_screen(shell.window)
    assert shell.window.guard.covered
    assert colours(shell.window) == {Theme.current().colour("paper").rgb()}


def test_nothing_of_the_window_is_said_aloud_under_the_cover(desk: Desk, heard: Heard) -> None:
    words = "Mark mag het adres van Sanne niet weten."
    announce(desk.field, words)
    assert heard() == [words]
    announce(desk.field, words)
    desk.guard.cover_first()
    announce(desk.field, words)
    assert heard() == [words]
    lift(desk.window)
    announce(desk.field, words)
    assert heard() == [words, words]


def test_the_cover_is_painted_at_once_not_when_the_window_comes_to_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[QRect] = []
    usual = Cover.paintEvent

    def paint(cover: Cover, event: object) -> None:
        painted.append(event.rect())  # type: ignore[attr-defined]
        usual(cover, event)  # type: ignore[arg-type]

    monkeypatch.setattr(Cover, "paintEvent", paint)
    desk.guard.cover(Change.SHIFTED)
    assert painted[0] == desk.window.rect()


def test_the_own_screen_that_goes_is_told(desk: Desk) -> None:
    desk.watch.there.remove(desk.laptop)
    desk.watch.removed.emit(desk.laptop.now)
    assert "Het scherm van dit venster is weg" in desk.told


def test_when_another_screen_goes_one_works_on(desk: Desk) -> None:
    desk.watch.there.remove(desk.projector)
    desk.watch.removed.emit(desk.projector.now)
    assert not desk.guard.covered


def test_a_screen_beside_it_that_comes_leaves_one_at_work(desk: Desk) -> None:
    desk.watch.there.remove(desk.projector)
    desk.watch.there.append(desk.projector)
    desk.watch.added.emit(desk.projector.now)
    assert not desk.guard.covered


def test_screens_that_show_the_same_are_covered_and_told(desk: Desk) -> None:
    desk.projector.rect = QRect(0, 0, 1920, 1080)
    desk.watch.changed.emit()
    assert "Twee schermen tonen hetzelfde" in desk.told
    desk.projector.rect = QRect(PROJECTOR)
    desk.watch.changed.emit()
    assert "De schermen zijn veranderd" in desk.told


def test_a_projector_that_comes_where_the_window_stands_is_covered(desk: Desk) -> None:
    desk.laptop.rect, desk.projector.rect = QRect(1920, 0, 1366, 768), QRect(0, 0, 1920, 1080)
    desk.watch.changed.emit()
    assert "De schermen zijn veranderd" in desk.told


def test_a_screen_that_qt_does_not_know_yet_covers_what_stands_there(desk: Desk) -> None:
    desk.watch.there.remove(desk.projector)
    desk.watch.unknown = [QRect(1366, 0, 1920, 1080)]
    desk.watch.changed.emit()
    assert not desk.guard.covered
    desk.watch.unknown = [QRect(800, 0, 1920, 1080)]
    desk.watch.changed.emit()
    assert desk.guard.covered


def test_a_smaller_screen_that_leaves_a_part_of_the_window_on_the_next_is_covered(desk: Desk) -> None:
    desk.laptop.rect, desk.projector.rect = QRect(0, 0, 640, 480), QRect(640, 0, 1920, 1080)
    desk.watch.changed.emit()
    assert desk.guard.covered


def test_a_window_that_the_wall_lays_bare_is_covered_and_an_older_cover_keeps_its_words(desk: Desk) -> None:
    desk.guard.cover_what_was_under_the_wall()
    assert "Het beeld voor de kamer ligt niet meer over dit venster" in desk.told
    desk.guard.cover(Change.OWN_SCREEN_GONE)
    desk.guard.cover_what_was_under_the_wall()
    assert "Het scherm van dit venster is weg" in desk.told


def _placement(shell: Shell) -> WallPlacement:
    page = shell.window.page
    assert isinstance(page, MeetingPage)
    assert page.wall_screen.placement is not None
    return page.wall_screen.placement


def test_in_a_meeting_the_wall_s_going_covers_the_window(shell: Shell) -> None:
    shell.window.open_meeting(DE_WIT, "b2")
    _placement(shell).about_to_bare.emit()
    assert shell.window.guard.change is Change.BARED
    assert len(covers(shell.window)) == 1


def test_a_window_that_somebody_moves_is_not_covered(desk: Desk) -> None:
    desk.window.move(1500, 60)
    desk.watch.changed.emit()
    assert not desk.guard.covered


# -- on the room's screen ----------------------------------------------------------------------------


def test_a_window_that_comes_on_the_room_s_screen_is_covered_whoever_brought_it(desk: Desk) -> None:
    desk.room.remember(desk.projector.now)
    desk.window.move(300, 60)
    assert not desk.guard.covered
    desk.window.move(1600, 60)
    assert desk.guard.change is Change.IN_THE_ROOM
    assert "Dit lijkt het scherm van de kamer" in desk.told


def test_a_window_of_which_a_part_comes_on_the_room_s_screen_is_covered(desk: Desk) -> None:
    desk.room.remember(desk.projector.now)
    desk.window.move(700, 60)
    assert desk.guard.covered


def test_a_window_that_is_made_as_large_as_its_own_screen_is_not_covered(desk: Desk) -> None:
    # A widget is told of its new size first, and has it at the old place for a moment: seen on X11.
    desk.room.remember(desk.projector.now)
    with mock.patch.object(desk.window, "geometry", return_value=desk.laptop.now.place.translated(9, 0)):
        QApplication.sendEvent(desk.window, QResizeEvent(desk.window.size(), desk.window.size()))
    assert not desk.guard.covered
    desk.window.setGeometry(desk.laptop.now.place.translated(9, 0))
    assert desk.guard.covered, "it reaches onto the room's screen now"


def test_a_window_that_begins_on_the_room_s_screen_is_covered_as_it_shows(qtbot: QtBot) -> None:
    watch = PaperWatch(projector())
    window = QWidget()
    qtbot.addWidget(window)
    guard = ScreenGuard(window, watch, room(watch, "Epson", "M1", "", "HDMI-1"))
    window.show()
    assert guard.change is Change.IN_THE_ROOM
    covers(window)[0].lift.click()
    window.hide()
    window.show()
    assert not guard.covered  # it was said that only the facilitator sees this screen
    watch.deleteLater()


def test_the_cover_offers_to_swap_where_there_is_another_screen_by_button_and_by_key(desk: Desk) -> None:
    desk.guard.swap_wanted.connect(lambda: desk.asked.append("swap"))
    desk.guard.cover(Change.IN_THE_ROOM)
    (cover,) = covers(desk.window)
    press(cover, "Wissel schermen")
    desk.type(Key.Key_F11, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert desk.asked == ["swap", "swap"]
    assert desk.guard.covered
    desk.watch.there.remove(desk.projector)
    desk.guard.cover(Change.IN_THE_ROOM)
    assert not is_there(cover, "Wissel schermen")


def test_in_a_meeting_swapping_covers_first(shell: Shell) -> None:
    shell.window.open_meeting(DE_WIT, "b2")
    _placement(shell).about_to_swap.emit()
    assert shell.window.guard.change is Change.SWAPPED


def _without_places(qtbot: QtBot, *screens: PaperScreen) -> tuple[ScreenGuard, PaperWatch]:
    watch = PaperWatch(*screens, tells_places=False)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return ScreenGuard(window, watch, room(watch)), watch


def test_on_wayland_every_change_of_place_or_size_is_covered(qtbot: QtBot) -> None:
    small, wide = laptop(), projector()
    guard, watch = _without_places(qtbot, small, wide)
    watch.changed.emit()
    assert not guard.covered  # nothing is elsewhere or larger
    watch.move(wide, QRect(1366, 0, 1280, 720))
    assert guard.covered
    watch.deleteLater()


def test_on_wayland_a_screen_that_comes_or_goes_is_covered_too(qtbot: QtBot) -> None:
    small, wide = laptop(), projector()
    for change in (lambda watch: watch.take(wide), lambda watch: watch.bring(desk_screen())):
        guard, watch = _without_places(qtbot, small, wide)
        change(watch)
        assert guard.covered
        watch.deleteLater()


def test_on_wayland_the_only_screen_may_change_as_it_likes(qtbot: QtBot) -> None:
    small = laptop()
    guard, watch = _without_places(qtbot, small)
    watch.move(small, QRect(0, 0, 1280, 720))
    assert not guard.covered
    watch.deleteLater()


def test_on_wayland_a_window_that_the_compositor_puts_on_the_room_s_screen_is_covered(qtbot: QtBot) -> None:
    small, wide = laptop(), projector()
    watch = PaperWatch(small, wide, tells_places=False)
    window, seen_by_the_room = QWidget(), room(watch)
    qtbot.addWidget(window)
    window.show()
    guard = ScreenGuard(window, watch, seen_by_the_room)
    seen_by_the_room.remember(wide.now)
    watch.shows = wide
    QApplication.sendEvent(window, QEvent(QEvent.Type.ScreenChangeInternal))
    assert guard.change is Change.IN_THE_ROOM
    watch.deleteLater()


# -- until when --------------------------------------------------------------------------------------


def test_the_cover_stays_until_somebody_says_so_and_fits_the_window(shell: Shell) -> None:
    shell.window.guard.cover(Change.SHIFTED)
    (cover,) = covers(shell.window)
    shell.window.resize(1200, 700)
    assert cover.size() == shell.window.size()
    cover.lift.click()
    assert not shell.window.guard.covered
    assert covers(shell.window) == []


def test_a_second_change_needs_no_second_answer(desk: Desk) -> None:
    desk.guard.cover(Change.SHIFTED)
    desk.guard.cover(Change.MIRRORED)
    (cover,) = covers(desk.window)
    cover.lift.click()
    assert covers(desk.window) == []


def test_tab_and_enter_lift_it_and_the_focus_is_where_it_was(desk: Desk) -> None:
    desk.guard.cover(Change.SHIFTED)
    desk.type(Key.Key_Tab, Key.Key_Return)
    assert not desk.guard.covered
    assert QApplication.focusWidget() is desk.field


def test_somebody_who_was_typing_does_not_lift_it(desk: Desk) -> None:
    desk.guard.cover(Change.SHIFTED)
    desk.type(Key.Key_E, Key.Key_N, Key.Key_Space, Key.Key_Tab, Key.Key_T, Key.Key_Space, Key.Key_Return)
    assert desk.guard.covered


# -- keys --------------------------------------------------------------------------------------------


def test_no_key_and_no_shortcut_reaches_what_lies_under_it(desk: Desk) -> None:
    desk.type(Key.Key_A)
    desk.type(Key.Key_Q, modifier=Qt.KeyboardModifier.ControlModifier)
    assert (desk.field.text(), desk.pressed) == ("a", ["Ctrl+Q"])
    desk.guard.cover(Change.SHIFTED)
    desk.type(Key.Key_C)
    desk.type(Key.Key_Q, modifier=Qt.KeyboardModifier.ControlModifier)
    desk.field.setFocus()  # whatever the program itself does with the focus
    desk.qtbot.keyClick(desk.field, Key.Key_C)
    assert (desk.field.text(), desk.pressed) == ("a", ["Ctrl+Q"])


def test_the_keys_for_the_wall_work_and_do_only_what_is_safe(desk: Desk) -> None:
    desk.guard.cover(Change.SHIFTED)
    desk.type(Key.Key_B)
    desk.type(Key.Key_Escape, Key.Key_Escape)
    desk.type(Key.Key_F8, Key.Key_F11)
    assert desk.asked == ["calm", "calm", "freeze", "leave"]
    assert desk.guard.covered


def test_in_a_meeting_b_under_the_cover_makes_the_wall_calm_and_leaves_it_so(
    shell: Shell, qtbot: QtBot
) -> None:
    shell.window.open_meeting(DE_WIT, "b2")
    page, wall = shell.window.page, shell.window.wall
    assert isinstance(page, MeetingPage)
    assert wall is not None
    shell.window.guard.cover(Change.SHIFTED)
    for _press in range(2):
        qtbot.keyClick(QApplication.focusWidget() or shell.window, Key.Key_B)
        assert wall.calm
    qtbot.keyClick(QApplication.focusWidget() or shell.window, Key.Key_F8)
    assert wall.frozen
    step = page.model.step
    qtbot.keyClick(
        QApplication.focusWidget() or shell.window, Key.Key_PageDown, Qt.KeyboardModifier.AltModifier
    )
    assert page.model.step is step


# -- what else is open -------------------------------------------------------------------------------


def test_a_dialog_is_covered_with_its_window_and_loses_nothing(
    shell: Shell, in_dialog: Callable[[Callable[[QDialog], None]], list[str]]
) -> None:
    shell.window.show_case(HADDAD)
    page = shell.window.page
    seen: list[int] = []

    def change_screens(dialog: QDialog) -> None:
        shell.window.guard.cover(Change.SHIFTED)
        QApplication.processEvents()
        seen.append(len(covers(dialog)))
        covers(dialog)[0].lift.click()
        assert dialog.isVisible()
        dialog.reject()

    in_dialog(change_screens)
    page.people.change_person("rima")  # type: ignore[attr-defined]
    assert seen == [1]
    assert not shell.window.guard.covered


def test_escape_does_not_close_a_dialog_under_its_cover(desk: Desk) -> None:
    dialog = QDialog(desk.window)
    dialog.resize(400, 200)
    dialog.show()
    desk.guard.cover(Change.SHIFTED)
    desk.qtbot.keyClick(covers(dialog)[0], Key.Key_Escape)
    assert dialog.isVisible()
    dialog.close()
    dialog.deleteLater()


def test_a_dialog_that_opens_meanwhile_is_covered_before_it_is_seen(desk: Desk) -> None:
    desk.guard.cover(Change.SHIFTED)
    dialog = QDialog(desk.window)
    dialog.show()
    assert len(covers(dialog)) == 1
    dialog.close()
    dialog.deleteLater()
    QApplication.processEvents()
    covers(desk.window)[0].lift.click()
    assert not desk.guard.covered


@pytest.mark.qt_log_ignore("grabbing the keyboard")  # the off-screen platform cannot
def test_an_open_menu_is_closed(desk: Desk) -> None:
    menu = QMenu(desk.window)
    menu.addAction("Sanne belt haar zus")
    menu.popup(desk.window.pos())
    assert menu.isVisible()
    desk.guard.cover(Change.SHIFTED)
    assert not menu.isVisible()


@pytest.mark.qt_log_ignore("grabbing the keyboard")  # the off-screen platform cannot
def test_a_menu_that_opens_meanwhile_is_closed(desk: Desk) -> None:
    desk.guard.cover(Change.SHIFTED)
    menu = QMenu(desk.window)
    menu.addAction("Sanne belt haar zus")
    menu.popup(desk.window.pos())
    desk.qtbot.waitUntil(lambda: not menu.isVisible())


def test_over_a_small_dialog_the_cover_says_what_matters(desk: Desk) -> None:
    dialog = QDialog(desk.window)
    dialog.resize(500, 160)
    dialog.show()
    desk.guard.cover(Change.MIRRORED)
    (cover,) = covers(dialog)
    QApplication.processEvents()
    seen = [label.text() for label in cover.findChildren(QLabel) if label.isVisible()]
    assert seen == ["Twee schermen tonen hetzelfde", "Staat dit venster op een scherm dat alleen u ziet?"]
    dialog.close()
    dialog.deleteLater()
