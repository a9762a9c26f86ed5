"""Digest of all that stands in the document of one reader."""

from __future__ import annotations

import hashlib

from beraad.disclosure.sheet import Sheet
from beraad.disclosure.views import ChildView, PlanView, canonical_json


def document_digest(view: PlanView) -> str:
    """Return the SHA-256 (64 hex digits) of all that the copy of the view's reader says.

    It covers the plan, the numbers, the next meeting and, for a child, whom it may call and its own words.
    Left out is what stands there because of answers and digests: the answers themselves, the version and the
    day of it. Left out is also how it is said: the language and the size of the letters.

    Raise ValueError if the view has no reader.
    """
    said = _on_sheet(Sheet(view)) if view.child is None else _childs(view, view.child)
    return hashlib.sha256(canonical_json(said).encode(errors="backslashreplace")).hexdigest()


def _on_sheet(sheet: Sheet) -> tuple[object, ...]:
    """Return what a sheet says. A detail that it does not print, such as an address, is not in it."""
    fixed = sheet.fixed if sheet.fixed_number else None
    return (
        sheet.person.called,
        sheet.view.body,
        sheet.view.next_meeting,
        (fixed.person.called, sheet.fixed_number) if fixed else None,
        tuple(step.whose.called if step.whose else None for step in sheet.steps),
        tuple((contact.person, details) for contact, details in sheet.numbers),
    )


def _childs(view: PlanView, child: ChildView) -> tuple[object, ...]:
    """Return what a child's page says: of the next meeting the day alone."""
    coming = view.next_meeting
    return child, coming.starts_at[:10] if coming and coming.starts_at else None
