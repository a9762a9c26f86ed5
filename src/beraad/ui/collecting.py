"""Python's collector takes windows away on the thread of the windows alone.

What nobody holds any more but what holds itself, as a window and its slots do, goes when Python collects: on
whichever thread makes the object that is one too many. A job that makes a PDF makes many. A window that is
taken away on its thread waits for the other one for ever, or what Shiboken knows of it is freed twice and the
program ends at some later window (both measured, PySide6 6.12).
"""

from __future__ import annotations

import gc
from collections.abc import Callable

_MANY = 30_000
"""New objects after which Python looks for what nobody holds; by itself it does after 700."""
_holding: set[object] = set()


def collect_seldom() -> None:
    """Collect some forty times as seldom.

    A page of a large meeting makes tens of thousands of objects that stay. By its own measure Python would go
    through all of them again and again, in the middle of a key stroke.
    """
    gc.set_threshold(_MANY, 20, 20)
    if not _holding:
        gc.enable()


def collect_nothing_yet() -> None:
    """Collect nothing until the windows stand: nearly all that is made until then stays."""
    gc.disable()


def hold_collecting() -> Callable[[], None]:
    """Collect nothing until what this gives is called; calling that twice does no harm.

    Call both on the thread of the windows, the second when the other thread is past its last step.
    """
    token = object()
    _holding.add(token)
    gc.disable()

    def go_on() -> None:
        _holding.discard(token)
        if not _holding:
            gc.enable()

    return go_on
