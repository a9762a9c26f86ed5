"""One vocabulary: below the edges nothing knows the user's language, and words take theirs as an argument."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "beraad"

SPEAK_NO_LANGUAGE = ("disclosure", "exchange", "export", "models", "services", "store", "words")
OF_NO_USER = {"DUTCH", "LANGUAGES", "Language", "N_"}
"""Names of `i18n` that are the same for every user."""


def of_the_user(source: str) -> list[str]:
    """The names that this module takes from `i18n` and that follow the language of the user."""
    names = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == "beraad.i18n":
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "beraad":
            names += [alias.name for alias in node.names if alias.name == "i18n"]
        elif isinstance(node, ast.Import):
            names += [alias.name for alias in node.names if alias.name == "beraad.i18n"]
    return [name for name in names if name not in OF_NO_USER]


def test_below_the_edges_nothing_reads_the_language_of_the_user() -> None:
    modules = [module for room in SPEAK_NO_LANGUAGE for module in (PACKAGE / room).rglob("*.py")]
    found = {
        module.relative_to(PACKAGE).as_posix(): names
        for module in modules
        if (names := of_the_user(module.read_text("utf-8")))
    }
    assert found == {}
    assert len(modules) > len(SPEAK_NO_LANGUAGE), "the control: the rooms are there"


@pytest.mark.parametrize(
    "line",
    [
        "from beraad.i18n import Language, _",
        "from beraad.i18n import ngettext",
        "from beraad.i18n import spoken",
        "from beraad.i18n import language",
        "from beraad.i18n import format_list",
        "from beraad import i18n, terms",
        "import beraad.i18n as languages",
        "def late():\n    from beraad.i18n import _",
    ],
)
def test_the_language_of_the_user_would_be_seen(line: str) -> None:
    assert len(of_the_user(line)) == 1


# -- the language is an argument -------------------------------------------------------------------


def without_language(source: str) -> Iterator[str]:
    """The public functions of a module of words that do not take the language last."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            last = node.args.args[-1:]
            if [ast.unparse(argument) for argument in last] != ["_: Language"] or node.args.kwonlyargs:
                yield node.name


def test_every_function_of_words_takes_the_language_last() -> None:
    modules = [*(PACKAGE / "words").glob("*.py")]
    assert [name for module in modules for name in without_language(module.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "function",
    [
        "def f(kind: Kind) -> str: ...",
        "def f(_: Language, kind: Kind) -> str: ...",
        "def f(_: Language, *, kind: Kind) -> str: ...",
        "def f() -> str: ...",
    ],
)
def test_a_function_without_a_language_would_be_seen(function: str) -> None:
    assert list(without_language(function)) == ["f"]
