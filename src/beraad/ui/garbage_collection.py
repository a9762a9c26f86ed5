"""Control of Python's garbage collector, so that it destroys windows on the GUI thread only.

Objects in a reference cycle, such as a window and its slots, are destroyed on whichever thread happens to
trigger a collection. A job that makes a PDF allocates enough to do so. A window destroyed on its thread waits
for the other thread for ever, or Shiboken frees its data twice and the program ends at a later window (both
measured, PySide6 6.12).
"""

from __future__ import annotations

import gc
from collections.abc import Callable

_MANY = 30_000
"""Number of new objects that trigger a collection; Python's default is 700."""
_holding: set[object] = set()


def collect_seldom() -> None:
    """Make collections about forty times as rare.

    A page of a large meeting makes tens of thousands of objects that stay. By default Python would go through
    all of them again and again, in the middle of a key stroke.
    """
    gc.set_threshold(_MANY, 20, 20)
    if not _holding:
        gc.enable()


def collect_nothing_yet() -> None:
    """Stop collecting until the windows are shown: nearly everything made until then stays."""
    gc.disable()


def hold_collecting() -> Callable[[], None]:
    """Stop collecting until the returned function is called; to call that twice does no harm.

    Call both on the GUI thread, the second when the other thread is past its last step.
    """
    token = object()
    _holding.add(token)
    gc.disable()

    def go_on() -> None:
        _holding.discard(token)
        if not _holding:
            gc.enable()

    return go_on
