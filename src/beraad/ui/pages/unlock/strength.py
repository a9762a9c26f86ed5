"""Rough and kind estimate of the strength of a passphrase: a hint, never a verdict."""

from __future__ import annotations

import math
from enum import IntEnum
from itertools import pairwise

SHORTEST = 8
"""Fewest characters. NIST SP 800-63B, 5.1.1.1: at least 8; length counts, rules about signs do not."""

_ENOUGH_BITS = 45
_PLENTY_BITS = 70


class Strength(IntEnum):
    """Strength from refused to good."""

    TOO_SHORT = 0
    WEAK = 1
    FAIR = 2
    GOOD = 3


def strength_of(passphrase: str) -> Strength:
    """Estimate the strength; repeats and runs such as `aaaa` or `1234` count once."""
    if len(passphrase) < SHORTEST:
        return Strength.TOO_SHORT
    bits = _surprises(passphrase) * math.log2(_alphabet(passphrase)) * 0.6
    if bits < _ENOUGH_BITS:
        return Strength.WEAK
    return Strength.FAIR if bits < _PLENTY_BITS else Strength.GOOD


def _surprises(passphrase: str) -> int:
    """Return the number of signs that do not follow from the one before."""
    steps = [ord(now) - ord(before) for before, now in pairwise(passphrase)]
    surprises = 1 + sum(
        step not in (-1, 0, 1) or (index > 0 and step != steps[index - 1] and step != 0)
        for index, step in enumerate(steps)
    )
    return min(surprises, 2 * len(set(passphrase)))


def _alphabet(passphrase: str) -> int:
    size = 0
    for belongs, signs in ((str.islower, 26), (str.isupper, 26), (str.isdigit, 10)):
        size += signs if any(map(belongs, passphrase)) else 0
    return max(2, size + (20 if any(not sign.isalnum() for sign in passphrase) else 0))
