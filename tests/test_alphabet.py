"""The order of names in a Dutch list, and what a search finds."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.alphabet import LETTERS, folded, name_key

IN_ORDER = (
    "Aalders",
    "van den Berg",
    "Berg, de",
    "Çelik",
    "d'Ancona",
    "van Dam",
    "Đurić",
    "Æbelø",
    "El Amrani",
    "Gökçe",
    "’s-Gravesande",
    "'t Hooft",
    "Jansen",
    "Łuczak",
    "Lum",
    "van der Meer",
    "Ørsted",
    "in ’t Veld",
    "de Wit",
    "Wit",
    "van Zanten",
    "Żółć",
)


def test_what_stands_before_a_name_stands_behind_it_in_a_list() -> None:
    for left, right in itertools.pairwise(["van Dam", "Jansen", "'t Lam", "Maas", "de Wit", "van der Zee"]):
        assert name_key(left) < name_key(right)


@pytest.mark.parametrize(
    ("name", "stands_at"),
    [
        ("de Wit", "wit"),
        ("De Wit", "wit"),
        ("van der Meer", "meer"),
        ("Van  de Ven", "ven"),
        ("'t Hooft", "hooft"),
        ("’t Hooft", "hooft"),
        ("in ’t Veld", "veld"),
        ("van ’t Hof", "hof"),
        ("'s-Gravesande", "gravesande"),
        ("d'Ancona", "ancona"),
        ("von Habsburg", "habsburg"),
        ("Łuczak", "luczak"),
        ("Ørsted", "orsted"),
        ("Đurić", "duric"),
        ("Æbelø", "aebelo"),
        ("Strauß", "strauss"),
        ("Yılmaz", "yilmaz"),
        ("İpek", "ipek"),
        ("El Amrani", "el amrani"),
        ("Vandenberg", "vandenberg"),
        ("van", "van"),
        ("de", "de"),
        ("", ""),
    ],
)
def test_a_name_stands_where_one_looks_for_it(name: str, stands_at: str) -> None:
    assert name_key(name)[0] == stands_at


def test_a_list_comes_out_in_the_same_order_however_it_was() -> None:
    want = sorted(IN_ORDER, key=name_key)
    for seed in range(20):
        mixed = list(IN_ORDER)
        random.Random(seed).shuffle(mixed)
        assert sorted(mixed, key=name_key) == want
    assert want.index("Wit") < want.index("de Wit") < want.index("van Zanten") < want.index("Żółć")
    assert want.index("Łuczak") < want.index("Lum") < want.index("van der Meer")


@given(st.text())
def test_folding_twice_is_folding_once_and_spaces_and_capitals_make_no_difference(text: str) -> None:
    once = folded(text)
    assert folded(once) == once
    assert folded(f"  {text} ") == once


@given(st.text(st.characters(codec="ascii")))
def test_letters_that_need_no_folding_are_folded_by_the_same_rules(text: str) -> None:
    """The short way for them: an accent, which is left out, takes the long one."""
    assert folded(f"{text}\u0301") == folded(text)


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_that_is_not_taken_apart_is_found_by_one_that_is_on_the_keyboard(letter: str) -> None:
    assert folded(letter).isascii()
    assert folded(letter.upper()) == folded(letter) or letter in "ıĸ"
