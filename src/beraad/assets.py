"""Paths of the shipped files: fonts, icons, themes, catalogues, dictionaries and example cases.

The folder `resources/` stands beside `src/` in a checkout, and inside the package in an installed wheel.
"""

import tomllib
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_IN_WHEEL = _PACKAGE / "_resources"
_IN_CHECKOUT = _PACKAGE.parent.parent / "resources"


@cache
def root() -> Path:
    """Return the folder with all shipped files; FileNotFoundError if the installation is broken."""
    for folder in (_IN_WHEEL, _IN_CHECKOUT):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(_IN_WHEEL)


def font_path(name: str) -> Path:
    """Return the TrueType file of a face by its name, such as `NotoSans-Regular`."""
    return _existing(root() / "fonts" / f"{name}.ttf")


def icon_path(role: str) -> Path:
    """Return the SVG of a role such as `danger` or `save`; KeyError for a role that is not in icons.toml."""
    return _existing(root() / "icons" / f"{icon_roles()[role]}.svg")


@cache
def icon_roles() -> dict[str, str]:
    """Return role of an icon → its picture, from icons.toml. Windows use roles, never pictures."""
    with (root() / "icons" / "icons.toml").open("rb") as file:
        return {str(role): str(picture) for role, picture in tomllib.load(file)["roles"].items()}


def theme_path(name: str) -> Path:
    """Return the tokens of a theme (`light` or `dark`), or the `sizes` that both share."""
    return _existing(root() / "themes" / f"{name}.toml")


def locale_dir() -> Path:
    """Return the folder of gettext catalogues."""
    return root() / "locale"


def qt_words_dir() -> Path:
    """Return the folder with translations of words that Qt's own catalogues leave in English."""
    return root() / "qt"


def guide_path(language: str) -> Path:
    """Return the shipped guide for the facilitator in a language; in Dutch where it has none."""
    shipped = root() / "guide" / f"{language}.txt"
    return shipped if shipped.is_file() else _existing(root() / "guide" / "nl.txt")


def manual_path() -> Path:
    """Return the manual in Markdown, in Dutch; FileNotFoundError if the installation is broken."""
    shipped = root() / "handleiding.md"
    return shipped if shipped.is_file() else _existing(root().parent / "docs" / "handleiding.md")


def dictionary_path(name: str, form: str = "txt") -> Path:
    """Return a list of words by its name, such as `dutch-words`."""
    return _existing(root() / "dictionaries" / f"{name}.{form}")


def example_case(name: str) -> Path:
    """Return the case file of an example by its name, such as `de-wit`."""
    return _existing(root() / "cases" / f"{name}.json")


def example_cases() -> tuple[Path, ...]:
    """Return every example case, in alphabetical order, without the schema beside them."""
    return tuple(sorted(path for path in (root() / "cases").glob("*.json") if "." not in path.stem))


def case_schema(version: int | None = None) -> Path:
    """Return the JSON schema of the case file, in the present or an earlier version."""
    return _existing(root() / "cases" / (f"case-{version}.schema.json" if version else "case.schema.json"))


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise FileNotFoundError(path)
    return path
