"""A copy is in the language of its reader, whatever language the windows speak."""

from __future__ import annotations

import ast
import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from beraad import i18n
from beraad.disclosure.views import PlanView
from beraad.export.copies import copy_for
from beraad.export.in_letters import texts_of
from beraad.export.pdf import render
from beraad.i18n import DUTCH, Language
from tests.export import samples
from tests.export.reading import read, squeezed, text_of

MARK, LISA = samples.de_wit(samples.MARK), samples.de_wit(samples.LISA, child=True)
TO_BE_FILLED = re.compile(r"(Plan )?\{\w+\}")
"""What holds no word, or one that is spelt the same in Dutch and English."""


def reads(view: PlanView, language: str) -> PlanView:
    """The same reader, who reads another language."""
    assert view.reader is not None
    return dataclasses.replace(view, reader=dataclasses.replace(view.reader, language=language))


@pytest.mark.parametrize("view", [MARK, LISA, samples.de_wit()], ids=["grown-up", "child", "file"])
def test_the_language_of_the_windows_changes_no_letter(view: PlanView) -> None:
    before = copy_for(view)
    i18n.set_language("en")
    assert copy_for(view) == before


def test_the_language_of_the_windows_changes_no_byte() -> None:
    before = render(copy_for(MARK)).data
    i18n.set_language("en")
    assert render(copy_for(MARK)).data == before


def test_who_reads_english_gets_english_words_around_what_people_said() -> None:
    document = copy_for(reads(MARK, "en"))
    paper = squeezed(text_of(document))
    assert document.title == "My plan"
    for words in ("If it goes wrong", "What I do", "for Mark", "only for Mark", "of 2"):
        assert squeezed(words) in paper, words
    assert "bladzijde" not in paper
    assert all(squeezed(item.what) in paper for item in MARK.body.agreements)
    assert read(document).trailer["/Root"]["/Lang"] == "en"


def test_a_child_who_reads_english_gets_an_english_copy() -> None:
    paper = squeezed(text_of(copy_for(reads(LISA, "en"))))
    assert squeezed("It is not your fault.") in paper
    assert "schuld" not in paper


@pytest.mark.parametrize("view", [MARK, LISA], ids=["grown-up", "child"])
def test_nothing_of_ours_stays_dutch_on_an_english_copy(view: PlanView) -> None:
    assert in_dutch(view, Language("en")) == []


def test_a_sentence_that_stayed_dutch_would_be_seen() -> None:
    assert "Mijn plan" in in_dutch(MARK, DUTCH)


def in_dutch(view: PlanView, language: Language) -> list[str]:
    """Texts of a copy in a language that its Dutch twin has too and that nobody said."""
    said = " ".join((view.signed_code, *texts_of(view)))
    dutch = set(texts_of(copy_for(reads(view, "nl"))))
    texts = dict.fromkeys(texts_of(copy_for(reads(view, language.code))))
    return [
        text
        for text in texts
        if text in dutch
        and any(letter.isalpha() for letter in text)
        and text.strip(" .·‘’") not in said
        and not TO_BE_FILLED.fullmatch(text)
    ]


@pytest.mark.parametrize("tag", ["ar", "pl", "x-onbekend", "", "nl-BE"])
def test_a_language_that_is_not_spoken_is_dutch(tag: str) -> None:
    assert copy_for(reads(MARK, tag)) == copy_for(reads(MARK, "nl"))


@pytest.mark.parametrize("tag", ["en", "en-GB", "EN", "en_US"])
def test_a_language_is_known_by_its_first_part(tag: str) -> None:
    assert Language.of(tag) == Language("en")


def test_what_is_signed_for_has_one_code_in_every_language() -> None:
    assert copy_for(reads(MARK, "en")).signed_code == copy_for(MARK).signed_code


# -- nothing of paper asks which language the windows speak ----------------------------------------

PAPER = sorted((Path(__file__).parents[2] / "src" / "beraad" / "export").rglob("*.py"))
HANDED_ON = {"Language", "DUTCH", "N_"}
"""All that paper may know of `i18n`: nothing that speaks by itself."""


def speaks_by_itself(source: str) -> Iterator[str]:
    """What a module takes from `i18n` beside these, and where it gives the name of its language away."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name in ("beraad.i18n", "gettext"))
        elif isinstance(node, ast.ImportFrom) and node.module in ("beraad", "gettext"):
            yield from (name.name for name in node.names if name.name in ("i18n", "gettext"))
        elif isinstance(node, ast.ImportFrom) and node.module == "beraad.i18n":
            yield from (name.name for name in node.names if name.name not in HANDED_ON)
        elif isinstance(node, ast.FunctionDef) and any(arg.arg == "_" for arg in node.args.args):
            inside = (name for name in ast.walk(node) if isinstance(name, ast.Name) and name.id == "_")
            yield from ("_ =" for name in inside if isinstance(name.ctx, ast.Store))


@pytest.mark.parametrize("path", PAPER, ids=lambda path: path.name)
def test_paper_speaks_the_language_that_it_is_given(path: Path) -> None:
    assert list(speaks_by_itself(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "from beraad.i18n import _",
        "from beraad.i18n import N_, spoken",
        "from beraad import i18n",
        "import beraad.i18n",
        "import gettext",
        "def title(_: Language) -> str:\n    for _ in range(2):\n        pass",
    ],
)
def test_speaking_by_itself_would_be_seen(source: str) -> None:
    assert list(speaks_by_itself(source))
