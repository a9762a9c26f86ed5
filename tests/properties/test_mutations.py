"""Each guard is missed when it is taken away; `make mutations` prints the table."""

import pytest

from tests.properties.mutations import Mutation, filters, mutations, noticed_by, source_of


@pytest.mark.slow
@pytest.mark.parametrize("mutation", list(mutations()), ids=lambda mutation: mutation.name)
def test_a_guard_that_is_taken_away_is_missed(mutation: Mutation) -> None:
    assert noticed_by(mutation)


def test_every_question_who_may_see_is_tried() -> None:
    assert len(list(filters())) >= 10


@pytest.mark.slow
def test_a_mutation_is_gone_afterwards() -> None:
    """Otherwise every later test would run on a broken program; and an unchanged one is missed by nobody."""
    first = next(filters())
    assert noticed_by(first)
    unchanged = Mutation("nothing", first.module, source_of(first.module), first.first)
    assert noticed_by(unchanged) is None
