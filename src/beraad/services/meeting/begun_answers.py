"""Answers begun and not given: on disk while they are begun, for this person alone."""

from __future__ import annotations

import hashlib
from typing import Any

from beraad.disclosure.signing_views import SigningView
from beraad.disclosure.views import AskingView
from beraad.models import BegunAnswer
from beraad.places import Place
from beraad.services.meeting.begun_rows import begun_at
from beraad.services.meeting.open_rows import OpenRows
from beraad.services.rows import in_order

Chosen = dict[str, Any]
"""Choices and drawing, as JSON holds them; empty: nothing."""


def shown_by(view: SigningView | AskingView | None) -> str:
    """Return the digest of what a screen shows: a begun answer goes on with the same screen only.

    That of the signing screen covers the copy that is read on it, to the last word.
    """
    shows: object = view
    if isinstance(view, SigningView):
        # Only where somebody signs: a meeting is opened, and a store is checked, without any paper.
        from beraad.export.copies import signing_copy  # noqa: PLC0415

        shows = signing_copy(view.plan, view.letters)
    return hashlib.sha256(repr(shows).encode(errors="backslashreplace")).hexdigest()


class BegunAnswers:
    """Saves and returns choices and drawings. This is no act: no view, no wall and no undo knows of it."""

    def __init__(self, open_rows: OpenRows) -> None:
        self._open = open_rows

    def at(self, place: Place, shows: str) -> Chosen:
        """Return what was begun there on a screen that showed this; else nothing."""
        row = begun_at(self._open.meeting, place)
        return dict(row.chosen) if row is not None and row.shows == shows else {}

    def keep(self, place: Place, shows: str, chosen: Chosen) -> None:
        """Save it durably in place of what was there; nothing chosen removes it.

        Raises what `UnitOfWork.commit` raises.
        """
        before = begun_at(self._open.meeting, place)
        if (before is None and not chosen) or (before and (before.shows, before.chosen) == (shows, chosen)):
            return
        with self._open.beside() as meeting:
            row = begun_at(meeting, place)
            if row is None:
                row = BegunAnswer(place=str(place), shows=shows)
                meeting.begun_answers.append(row)
                in_order(meeting.begun_answers)
            row.shows, row.chosen, row.at = shows, dict(chosen), self._open.now()
