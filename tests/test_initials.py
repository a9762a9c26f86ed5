"""Letters for people: two, and other ones where two people would have the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.initials import initials_apart, initials_of


@pytest.mark.parametrize(
    ("names", "letters"),
    [
        (("Sanne", "Mark"), ("Sa", "Ma")),
        (("Sanne", "Saskia"), ("San", "Sas")),
        (("Sanne", "Sanna", "Mark"), ("Sa1", "Sa2", "Ma")),
        (("Jan (opa)", "Jan (buurman)"), ("JO", "JB")),
        (("oma Ans", "tante Ans"), ("AO", "AT")),
        (("Marieke", "Marianne"), ("Ma1", "Ma2")),
        (("Marieke", "Martine"), ("Mari", "Mart")),
        (("", "?"), ("?1", "?2")),
    ],
)
def test_letters_are_told_apart(names: tuple[str, ...], letters: tuple[str, ...]) -> None:
    found = initials_apart(names)
    assert tuple(found[name] for name in names) == letters


@given(st.lists(st.text("SaskinM (o)1", min_size=1, max_size=12), unique=True, max_size=12))
def test_no_two_have_the_same(names: list[str]) -> None:
    letters = [value.casefold() for value in initials_apart(names).values()]
    assert len(set(letters)) == len(names)


def test_who_clashes_with_nobody_keeps_two_letters_whoever_else_is_there() -> None:
    found = initials_apart(("Sanne", "Saskia", "Mark", "Ans"))
    assert (found["Mark"], found["Ans"]) == (initials_of("Mark"), initials_of("Ans"))


def test_letters_do_not_depend_on_who_is_not_among_them() -> None:
    """The control is the first test: with Saskia there they are others."""
    assert initials_apart(("Sanne", "Mark"))["Sanne"] == "Sa"
