"""Which of the screens there are now is the one that the room looked at."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from beraad.ui.screens.identity import Screen, ScreenIdentity, most_like
from beraad.ui.screens.watch import ScreenWatch

EPSON = ScreenIdentity("Epson", "EB-X49", "X8AB", "HDMI-1")
SILENT = ScreenIdentity("", "", "", "HDMI-1")


@pytest.mark.parametrize(
    ("known", "found", "likeness"),
    [
        (EPSON, EPSON, 3),
        (EPSON, ScreenIdentity("Epson", "EB-X49", "X8AB", "DP-2"), 2),
        (EPSON, ScreenIdentity("Epson", "EB-X49", "other", "HDMI-1"), 0),
        (EPSON, SILENT, 0),
        (SILENT, SILENT, 1),
        (SILENT, ScreenIdentity("", "", "", "DP-2"), 0),
    ],
    ids=[
        "the same",
        "another connector",
        "another of its kind",
        "says nothing now",
        "by connector",
        "neither",
    ],
)
def test_a_screen_is_known_again_by_what_it_says_and_else_by_its_connector(
    known: ScreenIdentity, found: ScreenIdentity, likeness: int
) -> None:
    assert known.likeness(found) == likeness


def _screen(identity: ScreenIdentity) -> Screen:
    return Screen(identity, QRect())


def _dell(connector: str) -> Screen:
    return _screen(ScreenIdentity("Dell", "U2415", "", connector))


OWN, ROOM, THIRD, OTHER = _dell("DP-1"), _dell("DP-2"), _dell("DP-3"), _screen(EPSON)


@pytest.mark.parametrize(
    ("known", "screens", "found"),
    [
        (ROOM, [OWN, ROOM], ROOM),
        (ROOM, [ROOM, OWN, THIRD], ROOM),
        (ROOM, [OWN, THIRD], THIRD),
        (ROOM, [OWN, THIRD, _dell("DP-4")], None),
        (ROOM, [OWN, OTHER], OWN),
        (ROOM, [OWN], OWN),
        (OWN, [OWN, ROOM], OWN),
        (OTHER, [OWN, ROOM], None),
        (OTHER, [], None),
        (None, [OWN, ROOM], None),
    ],
    ids=[
        "the connector decides",
        "also among three",
        "our own only if no other is as like",
        "two others as like: asked",
        "our own as nothing else is like it",
        "our own alone",
        "our own by its connector",
        "none like it",
        "no screen",
        "nothing known",
    ],
)
def test_the_room_s_screen_is_looked_for_among_all(
    known: Screen | None, screens: list[Screen], found: Screen | None
) -> None:
    assert most_like(known.identity if known else None, screens, OWN) == found


def test_a_screen_that_is_kept_outlives_the_dialog_that_was_asked_for_it(qtbot: QtBot) -> None:
    dialog = QDialog()
    watch = ScreenWatch()
    kept = watch.under(dialog)
    of_qt = dialog.screen()
    dialog.deleteLater()
    qtbot.waitUntil(lambda: not _is_alive(of_qt))  # the control: what Qt gave is gone
    assert kept == watch.screens()[0]
    assert watch.of_qt(kept) is QGuiApplication.primaryScreen()
    watch.deleteLater()


def _is_alive(screen: object) -> bool:
    from shiboken6 import isValid  # noqa: PLC0415

    return isValid(screen)
