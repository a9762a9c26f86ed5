"""Many changes in a layout with one layout pass."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout


@contextmanager
def laid_out_once(layout: QLayout) -> Iterator[None]:
    """Suspend layout inside the context: Qt would lay out the whole window for each widget that is shown."""
    holder = layout.parentWidget()
    whole = holder.layout() if holder is not None else None
    if whole is None or not whole.isEnabled():
        yield
        return
    whole.setEnabled(False)
    try:
        yield
    finally:
        whole.setEnabled(True)
