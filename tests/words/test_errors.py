"""Every error of the program has a sentence, whatever facts came with it."""

import ast
from pathlib import Path

import pytest

from beraad.errors import BeraadError
from beraad.exchange import CaseNotWritten
from beraad.i18n import DUTCH, Language
from beraad.languages import LANGUAGES
from beraad.services.errors import CopyLeaks
from beraad.store.errors import FileReplaced, UnknownCase
from beraad.words import errors
from beraad.words.errors import sentence

PACKAGE = Path(__file__).parents[2] / "src" / "beraad"
NEVER_RAISED = {"store", "unexpected"}
"""Codes of classes that others derive from."""
NOT_A_CLASS = {"file_replaced_unsaved"}
"""What is said of `file_replaced` where no copy could be made."""


def codes_in(source: str) -> set[str]:
    """The codes that classes of this module have."""
    classes = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef))
    lines = (line for node in classes for line in node.body if isinstance(line, ast.Assign))
    named = (line for line in lines if ast.unparse(line.targets[0]) == "code")
    return {str(line.value.value) for line in named if isinstance(line.value, ast.Constant)}


def codes() -> set[str]:
    """The codes of all errors of the program."""
    found = [codes_in(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")]
    return set().union(*found) - NEVER_RAISED


def of_code(code: str) -> BeraadError:
    """An error of this code, without any fact."""
    error = BeraadError()
    error.code = code
    return error


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    known = {*errors._SENTENCES, *errors._OF_THEIR_OWN}
    assert codes() == known - NOT_A_CLASS
    assert len(known) > 60, "the control: they are found"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_fact_breaks_no_sentence(language: str) -> None:
    for code in codes() - {"case_file_refused", "case_not_written", "calendar_not_written"}:
        said = sentence(of_code(code), Language(language))
        assert said[0].isupper() or said.startswith("?"), said
        assert code not in said


def test_an_unknown_error_names_its_code() -> None:
    assert "(new_trouble)" in sentence(of_code("new_trouble"), DUTCH)
    assert "niet kent" in sentence(ValueError("x"), DUTCH)


def test_a_long_fact_is_cut() -> None:
    said = sentence(UnknownCase(reference="x" * 1000), DUTCH)
    assert len(said) < 200
    assert "x…" in said


def test_a_sentence_depends_on_a_fact_where_it_must() -> None:
    assert "reddingskopie: rescued-1" in sentence(FileReplaced(rescue="rescued-1"), DUTCH)
    assert "ook geen reddingskopie" in sentence(FileReplaced(rescue=""), DUTCH)
    assert sentence(CopyLeaks(leaks=()), DUTCH).startswith("Dit kan niet worden getoond")


def test_an_error_speaks_the_language_it_is_asked_for() -> None:
    error = CaseNotWritten(file="zaak.json", reason="ENOSPC")
    assert sentence(error, DUTCH) == "„zaak.json” is niet opgeslagen: de schijf van die map is vol."
    assert sentence(error, Language("en")) != sentence(error, DUTCH)
