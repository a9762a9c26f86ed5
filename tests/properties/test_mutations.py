"""Each guard is missed when it is taken away; `make mutations` prints the table."""

import pytest

from beraad.disclosure.audience import may_see
from tests.properties.mutations import HALVES, ROOM, Mutation, applied, fails, filters, mutations, noticed_by


@pytest.mark.slow
@pytest.mark.parametrize("mutation", list(mutations()), ids=lambda mutation: mutation.name)
def test_a_guard_that_is_taken_away_is_missed(mutation: Mutation) -> None:
    assert noticed_by(mutation)


def test_every_question_who_may_see_is_tried() -> None:
    assert len(list(filters())) >= 6


def test_a_mutation_is_gone_afterwards() -> None:
    """Otherwise every later test would run on a broken program."""
    before = may_see.__code__
    (mutation,) = (item for item in mutations() if item.name == "an empty room sees everything")
    with applied(mutation):
        assert may_see.__code__ != before
    assert may_see.__code__ is before


def test_on_the_program_as_it_is_nothing_fails() -> None:
    assert not fails(HALVES)
    assert not fails(ROOM)
