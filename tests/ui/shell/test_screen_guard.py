"""When screens change, what only the facilitator may see is covered before it can be somewhere else."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from beraad.ui.screen_guard import Cover, ScreenGuard
from beraad.ui.theme import Theme
from tests.ui.shell.conftest import HADDAD, Shell


class OtherScreen:
    """A screen that the window does not stand on."""

    def __init__(self, where: QRect) -> None:
        self._where = where

    def geometry(self) -> QRect:
        """Where it is on the desktop."""
        return self._where


def covers(window: QWidget) -> list[Cover]:
    """What lies over a window."""
    return [cover for cover in window.findChildren(Cover) if cover.isVisible()]


def colours(window: QWidget) -> set[QColor]:
    """Every colour in the lower third of a window, where a case has cards and a cover has none."""
    QApplication.processEvents()
    picture: QImage = window.grab().toImage()
    rows = range(picture.height() * 2 // 3, picture.height(), 7)
    return {picture.pixelColor(x, y).rgb() for y in rows for x in range(0, picture.width(), 3)}  # type: ignore[misc]


def test_when_the_own_screen_goes_nothing_of_the_case_is_painted(shell: Shell) -> None:
    shell.window.show_case(HADDAD)
    assert len(colours(shell.window)) > 1
    shell.window.guard._on_screen_removed(shell.window.screen())
    assert shell.window.guard.covered
    assert colours(shell.window) == {Theme.current().colour("paper").rgb()}


def test_when_another_screen_goes_one_works_on(shell: Shell) -> None:
    shell.window.guard._on_screen_removed(OtherScreen(QRect()))  # type: ignore[arg-type]
    assert not shell.window.guard.covered


def test_a_screen_that_shows_the_same_covers_the_window(shell: Shell, monkeypatch: object) -> None:
    own = shell.window.screen()
    guard = shell.window.guard
    beside = OtherScreen(own.geometry().translated(own.geometry().width(), 0))
    with_screens(monkeypatch, [own, beside])
    guard.look()
    assert not guard.covered
    with_screens(monkeypatch, [own, OtherScreen(own.geometry())])
    guard.look()
    assert guard.covered


def with_screens(monkeypatch: object, screens: list[object]) -> None:
    """Let Qt tell of these screens."""
    import beraad.ui.screen_guard as room  # noqa: PLC0415

    fake = type("Gui", (), {"screens": staticmethod(lambda: screens)})
    monkeypatch.setattr(room, "QGuiApplication", fake)  # type: ignore[attr-defined]


def test_the_cover_stays_until_somebody_says_so_and_fits_the_window(shell: Shell, qtbot: QtBot) -> None:
    shell.window.guard.cover()
    (cover,) = covers(shell.window)
    shell.window.resize(1200, 700)
    assert cover.size() == shell.window.size()
    cover.lift.click()
    assert not shell.window.guard.covered
    assert covers(shell.window) == []


def test_a_second_change_needs_no_second_answer(shell: Shell) -> None:
    shell.window.guard.cover()
    shell.window.guard.cover()
    (cover,) = covers(shell.window)
    cover.lift.click()
    assert covers(shell.window) == []


def test_a_dialog_is_covered_with_its_window_and_loses_nothing(
    shell: Shell, in_dialog: Callable[[Callable[[QDialog], None]], list[str]]
) -> None:
    shell.window.show_case(HADDAD)
    page = shell.window.page
    seen: list[int] = []

    def change_screens(dialog: QDialog) -> None:
        shell.window.guard.cover()
        QApplication.processEvents()
        seen.append(len(covers(dialog)))
        covers(dialog)[0].lift.click()
        assert dialog.isVisible()
        dialog.reject()

    in_dialog(change_screens)
    page.change_person("rima")  # type: ignore[attr-defined]
    assert seen == [1]
    assert not shell.window.guard.covered


def test_a_window_of_its_own_is_guarded_too(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    guard = ScreenGuard(window)
    guard._on_screen_removed(window.screen())
    assert guard.covered
