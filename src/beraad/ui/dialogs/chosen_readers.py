"""Readers that were chosen in a form."""

from __future__ import annotations

from beraad.readers import FACILITATOR, Readers
from beraad.ui.widgets.readers_picker import ReadersPicker


def chosen_readers(picker: ReadersPicker, before: Readers) -> Readers:
    """Return the choice, or `before` if the people are the same, in its order.

    If nobody is chosen yet it is the facilitator alone.
    """
    now = picker.readers() or FACILITATOR
    return before if now.same_as(before) else now
