"""The printed recovery code can be typed by hand, and a slip is found with its group."""

import contextlib
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beraad.store.errors import RecoveryCodeMistyped
from beraad.store.recovery_code import ALPHABET, new_recovery_code, read_recovery_code

CODE = "M0MHZ-4B4FW-2E71B-91SJJ-FF37F-DGPR3"  # made once, with a 0 and a 1 in it, for all workers alike


def slips_in(typed: str) -> object:
    with pytest.raises(RecoveryCodeMistyped) as caught:
        read_recovery_code(typed)
    return caught.value.facts["groups"]


def test_a_code_is_six_groups_of_five_signs() -> None:
    assert [len(group) for group in CODE.split("-")] == [5] * 6


def test_two_codes_differ() -> None:
    assert new_recovery_code() != new_recovery_code()


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        CODE.lower(),
        CODE.replace("-", " "),
        CODE.replace("-", ""),
        f"  {CODE}\n",
        CODE.replace("0", "O"),
    ],
)
def test_case_spaces_hyphens_and_look_alikes_do_not_matter(typed: str) -> None:
    assert read_recovery_code(typed) == CODE


def test_every_single_wrong_sign_is_found_in_its_group() -> None:
    for place, sign in itertools.product(range(len(CODE)), ALPHABET):
        if CODE[place] not in ("-", sign):
            assert slips_in(CODE[:place] + sign + CODE[place + 1 :]) == [place // 6 + 1]


def test_every_swap_of_two_signs_in_a_group_is_found() -> None:
    for group, (one, other) in itertools.product(range(6), itertools.combinations(range(5), 2)):
        signs = list(CODE)
        first, second = group * 6 + one, group * 6 + other
        if signs[first] != signs[second]:
            signs[first], signs[second] = signs[second], signs[first]
            assert slips_in("".join(signs)) == [group + 1]


def test_two_groups_in_the_wrong_order_are_found() -> None:
    for one, other in itertools.combinations(range(6), 2):
        groups = CODE.split("-")
        groups[one], groups[other] = groups[other], groups[one]
        assert slips_in("-".join(groups)) == [one + 1, other + 1]


@pytest.mark.parametrize("typed", ["", CODE[:-1], CODE + "7", CODE + "-" + CODE])
def test_a_wrong_length_names_no_group(typed: str) -> None:
    assert slips_in(typed) == []


@given(st.text(max_size=60))
def test_whatever_is_typed_is_answered(typed: str) -> None:
    with contextlib.suppress(RecoveryCodeMistyped):
        read_recovery_code(typed)
