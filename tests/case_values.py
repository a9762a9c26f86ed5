"""Hypothesis strategies for the single values of a case file: texts, codes, moments, ids, pen strokes."""

from enum import StrEnum
from typing import Any

from hypothesis import strategies as st

Strategy = st.SearchStrategy[Any]

NASTY_TEXTS = (
    "",
    " ",
    "\x00",
    "Sanne\x00de Wit",
    "\ufeffbegin",
    "\u202edraaiom\u202c",
    "👩‍👧‍👦",
    "e\u0301 is é",
    "Łukasz Şağıroğlu",
    "ريما حداد",
    "Fam. <Jansen> & <b>Jan",
    "=1+1",
    "'; DROP TABLE cases; --",
    'aan"haling\\s\\u0000tekens',
    "regel een\nregel twee\r\n\tregel drie",
    "\u2028\u2029\x7f\x85",
    "\U0010ffff\ufffe",
    "Lindestraat 14, Roosendaal",
    "+31 6 7700 1101",
)


def nasty_texts() -> st.SearchStrategy[str]:
    """Any text that UTF-8 can hold, and often one that has broken programs before."""
    anything = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
    return st.sampled_from(NASTY_TEXTS) | anything


def named(text: str) -> str:
    """The text, with something that can be seen."""
    return text if any(sign.isprintable() and not sign.isspace() for sign in text) else f"{text}x"


def codes(enumeration: type[StrEnum]) -> st.SearchStrategy[str]:
    """The code of a member, as a case file spells it."""
    return st.sampled_from([member.value for member in enumeration])


def dates() -> st.SearchStrategy[str]:
    """Any day, 29 February among them."""
    return st.just("2024-02-29") | st.dates().map(lambda day: day.isoformat())


def local_times() -> st.SearchStrategy[str]:
    """A local date and time in one of its spellings: to the minute, the second or its fractions."""
    spellings = ("minutes", "seconds", "milliseconds", "microseconds")
    return st.builds(
        lambda moment, spelling: moment.isoformat(timespec=spelling),
        st.datetimes(),
        st.sampled_from(spellings),
    )


def times_of_day() -> st.SearchStrategy[str]:
    """HH:MM."""
    return st.times().map(lambda time: f"{time:%H:%M}")


def person_ids() -> st.SearchStrategy[str]:
    """What a case file may call a person."""
    usual = st.sampled_from(("sanne", "mark", "oma-ans", "p_1", "everyone", "0"))
    return usual | st.text("abcxyz019_-", min_size=1, max_size=40)


def null_or(strategy: Strategy) -> Strategy:
    """A value that may be null."""
    return st.none() | strategy


def often_default(strategy: Strategy, default: object) -> Strategy:
    """A value that is its default more often than chance, so that defaults are spelled out too."""
    return st.just(default) | strategy


def strokes() -> Strategy:
    """Pen strokes with whole numbers, fractions and the smallest of them."""
    number = st.sampled_from((0, 1, 0.0, 1.0, -0.0, 0.1, 5e-324)) | st.floats(0, 1)
    return st.lists(st.lists(st.tuples(number, number).map(list), max_size=4), max_size=3)
