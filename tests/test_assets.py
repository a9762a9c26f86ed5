"""What ships with the program."""

import ast
import json
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from beraad import assets
from beraad.terms import Circle

FACES = ("NotoSans-Regular", "NotoSans-Italic", "NotoSans-SemiBold", "NotoSans-Bold")
ARABIC = ("NotoSansArabic-Regular", "NotoSansArabic-Bold")
SCRIPTS = ("Armenian", "Devanagari", "Ethiopic", "Georgian", "Gurmukhi", "Hebrew", "Thai")
OTHERS = tuple(f"NotoSans{script}-{weight}" for script in SCRIPTS for weight in ("Regular", "Bold"))
THEMES = ("light", "dark")


@pytest.mark.parametrize("name", FACES)
def test_a_face_writes_the_names_of_the_netherlands(name: str) -> None:
    """Turkish, Polish, Vietnamese, Greek and Cyrillic names as well as Dutch ones."""
    known = TTFont(assets.font_path(name)).getBestCmap()
    assert [letter for letter in "ĳéëïçşğıİŁżễđȘΓЖ’–…€" if ord(letter) not in known] == []


@pytest.mark.parametrize("name", ARABIC)
def test_an_arabic_face_writes_arabic(name: str) -> None:
    known = TTFont(assets.font_path(name)).getBestCmap()
    assert [letter for letter in "ريماحدادپچگ" if ord(letter) not in known] == []


def test_the_faces_of_other_scripts_are_small_and_their_licence_names_them() -> None:
    licence = (assets.root() / "fonts" / "OFL.txt").read_text("utf-8")
    assert [script for script in SCRIPTS if script not in licence] == []
    assert sum(assets.font_path(name).stat().st_size for name in OTHERS) < 1_000_000
    known = {path.stem for path in (assets.root() / "fonts").glob("*.ttf")}
    assert known == {*FACES, *ARABIC, *OTHERS}


@pytest.mark.parametrize("name", FACES + ARABIC + OTHERS)
def test_a_face_is_a_plain_one_that_paper_can_embed(name: str) -> None:
    font = TTFont(assets.font_path(name))
    assert "fvar" not in font
    assert "glyf" in font


def test_every_role_has_a_picture_and_every_picture_a_role() -> None:
    folder = assets.root() / "icons"
    roles = assets.icon_roles()
    assert {assets.icon_path(role) for role in roles} == set(folder.glob("*.svg"))


def _texts_of_the_windows() -> set[str]:
    windows = Path(assets.__file__).parent / "ui"
    trees = (ast.parse(path.read_text("utf-8")) for path in windows.rglob("*.py"))
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_role_is_asked_for_by_the_windows() -> None:
    """By its word; a heading over people asks for their circle."""
    asked = _texts_of_the_windows() | {circle.value for circle in Circle}
    assert set(assets.icon_roles()) - asked == set()


def test_a_role_that_nobody_asks_for_would_be_seen() -> None:
    assert "unicorn" not in _texts_of_the_windows()


def test_every_picture_takes_the_colour_of_its_text() -> None:
    for role in assets.icon_roles():
        picture = ET.fromstring(assets.icon_path(role).read_text("utf-8"))  # noqa: S314 - our own files
        assert picture.get("stroke") == "currentColor", role


def test_an_unknown_role_is_an_error() -> None:
    with pytest.raises(KeyError):
        assets.icon_path("unicorn")


def test_an_unknown_face_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        assets.font_path("Helvetica")


def test_the_examples_are_case_files() -> None:
    names = [path.stem for path in assets.example_cases()]
    assert names == ["de-wit", "haddad"]
    for name in names:
        assert json.loads(assets.example_case(name).read_text("utf-8"))["format"] == "beraad-case"


def test_the_schema_of_the_case_file_ships() -> None:
    assert json.loads(assets.case_schema().read_text("utf-8"))["$schema"]


def test_what_ships_from_others_comes_with_its_licence() -> None:
    assert "SIL OPEN FONT LICENSE" in (assets.root() / "fonts" / "OFL.txt").read_text("utf-8")
    assert "ISC License" in (assets.root() / "icons" / "LICENSE.txt").read_text("utf-8")


def _contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21, of two colours as `#RRGGBB`; WCAG 2.2, definition of relative luminance."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _theme(name: str) -> dict[str, dict]:
    return tomllib.loads(assets.theme_path(name).read_text("utf-8"))


def test_the_measure_of_contrast_is_the_one_of_the_standard() -> None:
    """Black on white is 21, a colour on itself 1, and #777777 on white is known to miss 4.5 by a hair."""
    assert _contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert _contrast("#A8432B", "#A8432B") == pytest.approx(1)
    assert 4.4 < _contrast("#777777", "#FFFFFF") < 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("section", "least"), [("pairs", 4.5), ("shapes", 3.0)])
def test_everything_can_be_read_on_what_it_stands_on(name: str, section: str, least: float) -> None:
    theme = _theme(name)
    colour = theme["colour"]
    assert [
        f"{front} on {back}"
        for front, backs in theme[section].items()
        for back in backs
        if _contrast(colour[front], colour[back]) < least
    ] == []


@pytest.mark.parametrize("name", THEMES)
def test_every_colour_but_line_is_part_of_a_checked_pair(name: str) -> None:
    """`line` only parts what already stands apart, and `selection` is a ground."""
    theme = _theme(name)
    checked = {*theme["pairs"], *theme["shapes"]}
    checked.update(
        back for section in ("pairs", "shapes") for backs in theme[section].values() for back in backs
    )
    assert set(theme["colour"]) - checked == {"line"}


def test_both_themes_have_the_same_tokens() -> None:
    light, dark = (_theme(name) for name in THEMES)
    assert set(light["colour"]) == set(dark["colour"])
    assert (light["pairs"], light["shapes"]) == (dark["pairs"], dark["shapes"])


@pytest.mark.long
def test_an_installed_wheel_finds_its_own_resources(tmp_path: Path) -> None:
    """Built and unpacked far from the checkout, with only that folder on the path."""
    checkout = Path(__file__).parents[1]
    pip = [sys.executable, "-m", "pip", "--quiet"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", tmp_path, checkout], check=True)
    (wheel,) = tmp_path.glob("beraad-*.whl")
    target = tmp_path / "installed"
    subprocess.run([*pip, "install", "--no-deps", "--target", target, wheel], check=True)
    probe = (
        f"import sys; sys.path.insert(0, {str(target)!r})\n"
        "from beraad import assets, i18n\n"
        "i18n.set_language('en')\n"
        "print(assets.font_path('NotoSans-Regular'), i18n._('Zorgen'), len(assets.example_cases()))"
    )
    found = subprocess.run(
        [sys.executable, "-c", probe], check=True, capture_output=True, text=True, cwd=tmp_path
    ).stdout
    assert found.split() == [str(target / "beraad/_resources/fonts/NotoSans-Regular.ttf"), "Worries", "2"]
