"""Theme tokens (colours) and icon roles that stand for terms of the method."""

from __future__ import annotations

from beraad.terms import Column, ContactKind


def column_tone(column: Column) -> str:
    """Return the name of a column's colour token, which is also that of its icon."""
    return {Column.DANGER: "danger", Column.SAFETY: "safety", Column.NEXT_STEP: "next"}[column]


def contact_kind_icon(kind: ContactKind) -> str:
    """Return the icon role of a contact detail."""
    return {
        ContactKind.PHONE: "phone",
        ContactKind.EMAIL: "email",
        ContactKind.ADDRESS: "address",
        ContactKind.SCHOOL: "child",
        ContactKind.WORK: "professional",
        ContactKind.OTHER: "info",
    }[kind]
