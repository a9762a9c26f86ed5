"""Conversion of who may see something, between the form of the services and that of the picker."""

from __future__ import annotations

from beraad.disclosure.console_views import VisibleToValue
from beraad.readers import EveryoneBut, ReadersChoice
from beraad.terms import VisibleTo
from beraad.ui.widgets.visible_to_picker import VisibleToPicker


def to_picker(value: VisibleToValue) -> ReadersChoice:
    """Return a group, the ids of people, or everyone but some."""
    return VisibleTo(value) if isinstance(value, str) else value


def from_picker(picker: VisibleToPicker, before: VisibleToValue) -> VisibleToValue:
    """Return the choice as services take it, in the order of `before` if the people are the same.

    If nobody is chosen yet it is the facilitator alone.
    """
    value = picker.visibility()
    if isinstance(value, tuple):
        if isinstance(before, tuple) and set(before) == set(value):
            return before
        return value or VisibleTo.FACILITATOR.value
    if isinstance(value, EveryoneBut):
        same = isinstance(before, EveryoneBut) and set(before.people) == set(value.people)
        return before if same else value
    return value.value
