"""Text fit for paper."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from beraad.export.plain_text import plain


@given(st.text())
def test_what_is_fit_once_is_fit_for_good(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.text())
def test_nothing_that_can_be_seen_is_left_out(text: str) -> None:
    composed = unicodedata.normalize("NFC", plain(text))
    seen = [char for char in unicodedata.normalize("NFC", text) if unicodedata.category(char)[0] in "LNSP"]
    assert [char for char in composed if unicodedata.category(char)[0] in "LNSP"] == seen


def test_letters_are_composed() -> None:
    assert plain("e\u0301") == "\u00e9"


def test_a_tab_is_a_space_and_every_line_end_a_line_feed() -> None:
    assert plain("a\tb\r\nc\rd\u2028e\x0bf") == "a b\nc\nd\ne\nf"


def test_the_joiners_of_persian_stay() -> None:
    assert plain("می\u200cخواهم") == "می\u200cخواهم"


def test_half_of_a_pair_stays_to_be_printed_as_its_code() -> None:
    assert plain("\ud83d") == "\ud83d"
