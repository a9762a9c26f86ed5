"""Telephone numbers: which are the same, and which are nobody's own."""

import pytest

from beraad.models.telephone import holds_public_number, is_public, same_number


@pytest.mark.parametrize("number", ["06-12 34 00 03", "+31 6 1234 0003", "0031612340003", "(06) 12340003"])
def test_a_number_is_the_same_however_it_is_written(number: str) -> None:
    assert same_number(number) == same_number("0612340003")
    assert same_number(number) != same_number("0612340004")


def test_what_is_no_number_is_compared_by_its_digits() -> None:
    assert same_number("toestel 12") == same_number("12")


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("112", True),
        ("0800-2000", True),
        ("0900 8844", True),
        ("14 0164", True),
        ("116 111", True),
        ("06 1234 0003", False),
        ("076 555 0101", False),
        ("", False),
    ],
)
def test_public_numbers_are_nobodys_own(number: str, public: bool) -> None:
    assert is_public(number) is public
    assert holds_public_number(f"Mark belt {number}.") is public
