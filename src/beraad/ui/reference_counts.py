"""Protection of the reference counts of None, True and False under Qt.

PySide6 6.12 is built for a Python in which these are immortal (3.12 and later, PEP 683): it returns them
without counting the reference. Python 3.11 does count, so each call that returns None loses one reference.
After some five thousand calls the interpreter aborts: "deallocating None" (measured: 300 calls of
`setObjectName`, 300 lost). PySide6 6.11.3 counts, but only from 6.12 on is QtPdf a separate package from the
large add-ons.
"""

from __future__ import annotations

import ctypes
import sys

_FOR_EVER = 1 << 40
"""More references than a program could lose in years of use."""


def keep_singletons() -> None:
    """Give the singletons a count that cannot run out; do nothing where they are immortal already."""
    if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
        for singleton in (None, True, False, NotImplemented, ...):
            count = ctypes.c_ssize_t.from_address(id(singleton))
            if count.value < _FOR_EVER:
                count.value += _FOR_EVER
