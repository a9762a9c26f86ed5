"""Of a text its words are kept as they were written; control codes are not words."""

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.texts import is_broken, on_lines, on_one_line, set_in

TEXTS = st.text(st.characters(exclude_categories=("Cs",)))


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("een\r\ntwee\rdrie", "een\ntwee\ndrie"),
        ("een\vtwee\fdrie\x85vier", "een\ntwee\ndrie\nvier"),
        ("a\x00b\x07c\x1bd\x7fe\x9bf", "abcdef"),
        ("\teen\n\n  twee  ", "\teen\n\n  twee  "),
        ("\ufeff\u202e\u200d\u00ad\u2028", "\ufeff\u202e\u200d\u00ad\u2028"),
    ],
)
def test_a_text_keeps_its_lines_and_loses_its_control_codes(written: str, kept: str) -> None:
    assert on_lines(written) == kept


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("bij oma,\nachterom", "bij oma, achterom"),
        ("een \r\n\r\n  twee\tdrie", "een twee drie"),
        ("een\u2028twee\u2029drie\vvier", "een twee drie vier"),
        ("\nIT-2026-014\r\n", "IT-2026-014"),
        ("\x00IT\x00-1", "IT-1"),
        ("  twee  spaties ", "  twee  spaties "),
    ],
)
def test_a_text_of_one_line_folds_its_line_breaks(written: str, kept: str) -> None:
    assert on_one_line(written) == kept


@given(TEXTS)
def test_what_is_kept_stays_as_it_is(text: str) -> None:
    for kept in (on_lines, on_one_line):
        assert kept(kept(text)) == kept(text)


@given(TEXTS)
def test_one_line_is_one_line(text: str) -> None:
    assert len(on_one_line(text).splitlines()) <= 1


def test_half_a_character_is_broken() -> None:
    assert is_broken("a\ud83d")
    assert not is_broken("\U0001f600")


@pytest.mark.parametrize(
    ("sentence", "text", "whole"),
    [
        ("naar {text}, 30 minuten", "zijn broer.", "naar zijn broer, 30 minuten"),
        ("naar {text}.", "zijn hand omhoog.", "naar zijn hand omhoog."),
        ("{text}. En dan?", "Wie belt?", "Wie belt? En dan?"),
        ("{text}, en dan?", "Wie belt?", "Wie belt?, en dan?"),
        ("{text}.", "eerst nog …", "eerst nog …"),
        ("{text}.", "eerst nog...", "eerst nog..."),
        ("{text}, dan", "eerst nog...", "eerst nog..., dan"),
        ("{text} en dan", "Hij belt.", "Hij belt. en dan"),
        ("„{text}”, zei hij", "Hij belt.", "„Hij belt.”, zei hij"),
        ("Naar {text}", "zijn broer.", "Naar zijn broer."),
        ("{text}.", "zijn broer", "zijn broer."),
        ("{text}.", "", "."),
    ],
)
def test_a_text_in_a_sentence_of_ours_ends_in_one_mark(sentence: str, text: str, whole: str) -> None:
    assert set_in(sentence, text=text) == whole


WRITTEN = {"place", "where", "signal", "returns", "zero", "ten", "words", "how", "fallback", "what", "remark"}
"""Fields of sentences that hold what somebody wrote."""
OURS = {"{file}, regel {number}", "In {place}: {cause}. U ziet nu de gewone tekst."}
"""Of those, what holds words of the program all the same."""


def test_what_somebody_wrote_is_never_put_before_a_mark_in_another_way() -> None:
    assert _doubled("x = _('naar {place}, {long}').format(place=1)") == ["naar {place}, {long}"]
    source = Path(__file__).parents[1] / "src" / "beraad"
    found = {text for path in source.rglob("*.py") for text in _doubled(path.read_text("utf-8"))}
    assert found - OURS == set()


def _doubled(code: str) -> list[str]:
    """Sentences set in by `str.format` in which a mark follows on what somebody wrote."""
    calls = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call))
    made = (
        call.func.value.args[0].value
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == "format"
        and isinstance(call.func.value, ast.Call)
        and call.func.value.args
        and isinstance(call.func.value.args[0], ast.Constant)
        and isinstance(call.func.value.args[0].value, str)
    )
    mark = re.compile(rf"\{{({'|'.join(sorted(WRITTEN))})\}}[.,;:]")
    return [text for text in made if mark.search(text)]
