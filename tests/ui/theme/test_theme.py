"""The theme: tokens, fonts, icons by role, one style sheet."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QFile, QIODevice, QPoint, QSize
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

import beraad.ui
from beraad import assets
from beraad.ui.theme import Theme, set_icon
from beraad.ui.theme.drawings import keep_drawing


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


@pytest.mark.parametrize("make", [QToolButton, QPushButton, lambda: QPushButton("Pauze"), QLabel])
def test_a_picture_grows_with_the_letters(
    qtbot: QtBot, qapp: QApplication, make: Callable[[], QWidget]
) -> None:
    widget = make()
    qtbot.addWidget(widget)
    set_icon(widget, "pause")  # type: ignore[arg-type]

    def size() -> QSize:
        return widget.pixmap().size() if isinstance(widget, QLabel) else widget.iconSize()

    small = size()
    Theme.load(scale=2.0).apply(qapp)
    assert size() == small * 2


def test_the_arrows_of_boxes_grow_with_the_letters(qapp: QApplication) -> None:
    def arrows(scale: float) -> list[int]:
        Theme.load(scale=scale).apply(qapp)
        rules = re.findall(r"::(?:drop-down|(?:up|down)-(?:arrow|button))[^{]*\{([^}]*)\}", qapp.styleSheet())
        return [int(pixels) for rule in rules for pixels in re.findall(r"(?:width|height): (\d+)px", rule)]

    assert len(arrows(1.0)) >= 9
    assert arrows(2.0) == [2 * pixels for pixels in arrows(1.0)]


def test_an_icon_has_the_colour_of_its_token() -> None:
    picture = Theme.current().pixmap("blank", "private", 48).toImage()
    colours = {
        QColor(picture.pixelColor(QPoint(x, y))).name()
        for x in range(48)
        for y in range(48)
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert Theme.current().colour("private").name() in colours


def test_a_drawing_for_the_sheet_is_found_at_its_address(qapp: QApplication) -> None:
    for name, svg in {"één.svg": b"<svg/>", "twee.svg": b"<svg></svg>"}.items():
        file = QFile(keep_drawing(name, svg))
        assert file.open(QIODevice.OpenModeFlag.ReadOnly), name
        assert bytes(file.readAll().data()) == svg
        file.close()


def test_the_sheet_shows_the_tick_of_a_box(qtbot: QtBot, qapp: QApplication) -> None:
    box = QCheckBox("mee")
    qtbot.addWidget(box)
    box.setChecked(True)
    ticked = box.grab().toImage()
    qapp.setStyleSheet(re.sub(r'image: url\(":/[^)]*"\);', "", qapp.styleSheet()))
    without = box.grab().toImage()
    Theme.current().apply(qapp)
    assert ticked != without


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_sun_of_the_calm_picture_is_lighter_than_its_sky(name: str) -> None:
    theme = Theme.load(name)
    assert theme.colour("sun").lightnessF() > 0.95 * theme.colour("next_wash").lightnessF()


@pytest.mark.parametrize("role", ["", "quiet", "link"])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_button_that_cannot_be_pressed_looks_so(
    name: str, role: str, qtbot: QtBot, qapp: QApplication
) -> None:
    """In two rooms, who sits in the other one is asked nothing."""
    Theme.load(name).apply(qapp)
    made = QPushButton("Vraag opnieuw")
    made.setProperty("role", role)
    qtbot.addWidget(made)
    enabled = made.grab().toImage()
    assert made.grab().toImage() == enabled
    made.setEnabled(False)
    assert made.grab().toImage() != enabled
    Theme.load("light").apply(qapp)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_what_is_worse_is_never_paler(name: str) -> None:
    """In the dark theme red looked milder than orange."""
    theme = Theme.load(name)
    red, orange, yellow = (_light(theme.colour(f"case_{word}")) for word in ("red", "orange", "yellow"))
    assert red < orange < yellow
    assert _light(theme.colour("danger")) < 0.85 * _light(theme.colour("amber"))


def _light(colour: QColor) -> float:
    """Relative luminance (WCAG 2.2), 0 to 1."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    straight = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), straight, strict=True))


# A file that is left, to see that one would be noticed.
LEAVES = "from PySide6.QtCore import QTemporaryDir; kept = QTemporaryDir(); kept.setAutoRemove(False); "
PUTS_ON = "from beraad import app; from beraad.settings import Settings; app.make_application(Settings())"


@pytest.mark.parametrize(("before", "left"), [("", 0), (LEAVES, 1)])
def test_a_theme_leaves_no_file_behind(before: str, left: int, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-c", before + PUTS_ON],
        env=os.environ | {"TMPDIR": str(tmp_path)},
        timeout=60,
        check=True,
    )
    assert len(list(tmp_path.iterdir())) == left
