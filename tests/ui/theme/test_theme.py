"""The theme: tokens, fonts, icons by role, one style sheet."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

import beraad.ui
from beraad import assets
from beraad.ui.theme import Theme, set_icon


@pytest.mark.parametrize("name", ["light", "dark"])
def test_both_themes_can_be_put_on(name: str, qapp: QApplication) -> None:
    Theme.load(name).apply(qapp)
    assert Theme.current().name == name
    assert "$" not in qapp.styleSheet()


def test_no_colour_stands_in_code() -> None:
    for path in Path(beraad.ui.__file__).parent.rglob("*.py"):
        assert re.findall(r"#[0-9A-Fa-f]{6}\b", path.read_text("utf-8")) == [], path.name


def test_an_unknown_token_is_refused() -> None:
    with pytest.raises(KeyError):
        Theme.load().colour("mauve")


def test_words_stand_in_the_typeface_that_ships() -> None:
    assert QFontInfo(Theme.current().font()).family() == "Noto Sans"


def test_sizes_grow_with_the_scale() -> None:
    assert Theme.load(scale=2.0).size("text", "body") == 2 * Theme.load().size("text", "body")


def test_every_role_of_an_icon_can_be_drawn() -> None:
    for role in assets.icon_roles():
        assert not Theme.current().icon(role).isNull(), role


def test_another_theme_draws_the_icons_that_stand_anew(qtbot: QtBot, qapp: QApplication) -> None:
    button, label = QPushButton(), QLabel()
    for widget in (button, label):
        qtbot.addWidget(widget)
        set_icon(widget, "danger", "ink")
    light = label.pixmap().toImage(), button.icon().pixmap(20).toImage()
    Theme.load("dark").apply(qapp)
    dark = label.pixmap().toImage(), button.icon().pixmap(20).toImage()
    assert light[0] != dark[0]
    assert light[1] != dark[1]


def test_an_icon_has_the_colour_of_its_token() -> None:
    picture = Theme.current().pixmap("blank", "private", 48).toImage()
    colours = {
        QColor(picture.pixelColor(QPoint(x, y))).name()
        for x in range(48)
        for y in range(48)
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert Theme.current().colour("private").name() in colours
