"""Printed recovery code: 120 random bits as six groups of five signs, each group with its own check sign.

The alphabet is Crockford's base 32 (no I, L, O, U); small letters, spaces and hyphens do not matter and
look-alikes are read as meant. The check sign of a group is computed in GF(32), so every single wrong sign,
every swap of two signs in a group and every swap of two groups is noticed, and the person is told in which
group.
"""

from __future__ import annotations

import secrets

from beraad.store.errors import RecoveryCodeMistyped

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 6
DATA_SIGNS = 4
LOOK_ALIKES = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})
FIELD_POLYNOMIAL = 0b100101  # x^5 + x^2 + 1, primitive over GF(2)


def new_recovery_code() -> str:
    """Return a fresh code as it is printed: `7K3QD-…` six times."""
    groups = []
    for number in range(1, GROUPS + 1):
        values = [secrets.randbelow(32) for _ in range(DATA_SIGNS)]
        values.append(_check_value(number, values))
        groups.append("".join(ALPHABET[value] for value in values))
    return "-".join(groups)


def read_recovery_code(typed: str) -> str:
    """Return the code as it was printed, from what somebody typed.

    Raises RecoveryCodeMistyped with the numbers of the groups that hold a slip, or with none if the length is
    wrong.
    """
    signs = "".join(sign for sign in typed.upper() if sign.isalnum()).translate(LOOK_ALIKES)
    width = DATA_SIGNS + 1
    if len(signs) != GROUPS * width:
        raise RecoveryCodeMistyped(groups=[])
    groups = [signs[start : start + width] for start in range(0, len(signs), width)]
    slips = [number for number, group in enumerate(groups, start=1) if not _is_sound(number, group)]
    if slips:
        raise RecoveryCodeMistyped(groups=slips)
    return "-".join(groups)


def _is_sound(number: int, group: str) -> bool:
    values = [ALPHABET.find(sign) for sign in group]
    return -1 not in values and values[-1] == _check_value(number, values[:-1])


def _check_value(number: int, values: list[int]) -> int:
    """Horner's scheme over the group's number and signs: each place weighs a different power of x."""
    total = number
    for value in values:
        total = _times_x(total) ^ value
    return _times_x(total)


def _times_x(value: int) -> int:
    doubled = value << 1
    return doubled ^ FIELD_POLYNOMIAL if doubled & 32 else doubled
