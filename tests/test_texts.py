"""Of a text its words are kept as they were written; control codes are not words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.texts import is_broken, on_lines, on_one_line

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
