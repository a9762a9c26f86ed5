"""What somebody signs on screen is what this person's paper says, word by word and in that order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.properties.mutations import Mutation, applied, on_screen
from tests.ui.document_view.two_inks import (
    a_case,
    not_the_same,
    not_the_same_in_the_file,
    not_the_same_in_two,
)


@pytest.mark.slow
@settings(max_examples=10)
@given(st.integers(0, 2**32).map(a_case))
def test_the_screen_says_what_paper_says(case: dict[str, object]) -> None:
    assert not_the_same(case) == []


@pytest.mark.slow
@settings(max_examples=10)
@given(st.integers(0, 2**32).map(a_case))
def test_the_screen_says_of_the_copy_for_the_file_what_paper_says(case: dict[str, object]) -> None:
    assert not_the_same_in_the_file(case) == []


@pytest.mark.parametrize("mutation", list(on_screen()), ids=lambda mutation: mutation.name)
def test_where_the_screen_says_something_else_it_is_seen(mutation: Mutation) -> None:
    assert not_the_same_in_two() == []
    with applied(mutation):
        assert not_the_same_in_two() != []
