"""Between what a service says about who may see something and what the picker shows."""

from __future__ import annotations

from beraad.disclosure.console_views import VisibleToValue
from beraad.terms import VisibleTo
from beraad.ui.widgets.visible_to_picker import VisibleToPicker


def to_picker(value: VisibleToValue) -> VisibleTo | tuple[str, ...]:
    """A group, or the ids of people."""
    return value if isinstance(value, tuple) else VisibleTo(value)


def from_picker(picker: VisibleToPicker, before: VisibleToValue) -> VisibleToValue:
    """As services take it, in the order of `before` where the people are the same.

    Nobody chosen yet means the facilitator alone.
    """
    value = picker.visibility()
    if isinstance(value, tuple):
        if isinstance(before, tuple) and set(before) == set(value):
            return before
        return value or VisibleTo.FACILITATOR.value
    return value.value
