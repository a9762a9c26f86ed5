"""What takes a minute begins first, whoever gets it."""

import pytest

from tests.conftest import begun_first

TESTS = ["a", "b", "LONG", "c", "d", "e", "LONGER", "f", "g", "LONGEST"]


@pytest.mark.parametrize(
    ("workers", "order"),
    [
        (1, "LONG LONGER LONGEST a b c d e f g"),
        (2, "LONG LONGEST a b c LONGER d e f g"),
        (4, "LONG a LONGER b LONGEST c d e f g"),
        (12, "LONG LONGER LONGEST a b c d e f g"),
    ],
)
def test_each_share_begins_with_some_of_them(workers: int, order: str) -> None:
    assert begun_first(TESTS, str.isupper, workers) == order.split()


def test_without_any_the_order_stays() -> None:
    assert begun_first(TESTS, lambda _test: False, 3) == TESTS
