"""Saves and places drafts in the open meeting."""

from __future__ import annotations

from beraad.i18n import _
from beraad.places import NEW, Place
from beraad.services.meeting import KeptDraft, MeetingService
from beraad.ui.meeting.drafting import Wish
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.messages import Messages


class DraftKeeper:
    """Implementation of `drafting.Keeper` on the open meeting."""

    def __init__(self, model: MeetingModel, messages: Messages) -> None:
        self._model, self._messages = model, messages

    def find_draft(self, place: Place) -> KeptDraft | None:
        """Return the draft at this place."""
        return self._model.ask(lambda meeting: meeting.drafts.at(place))

    def keep_draft(self, draft: KeptDraft) -> bool:
        """Save the draft at once; the wall and the plan do not show it."""
        return self._model.keep(lambda meeting: meeting.drafts.keep(draft))

    def place_drafts(self, places: tuple[Place, ...], wish: Wish, *, waits: bool) -> bool:
        """Run `wish`, which places the drafts, as one act."""

        def place(meeting: MeetingService) -> bool:
            meeting.drafts.place(places, lambda: wish(meeting))
            return True

        return self._model.act(place, waits=waits) is not None

    def discard_draft(self, place: Place) -> None:
        """Throw the draft away, as an act that undo takes back."""
        self._model.act(lambda meeting: meeting.drafts.discard(place))

    def may_place(self, place: Place, *, ask: bool) -> bool:
        """Return True if the draft may be placed in this room.

        A change begun in the other room is placed here only if `ask` is set and the facilitator agrees.
        A new text may always be placed: it keeps the readers for whom it was begun.
        """
        new = place.id == NEW
        if new or not self._model.ask(lambda meeting: meeting.drafts.is_from_elsewhere(place)):
            return True
        return ask and self._messages.ask(
            _("In de andere kamer geschreven"),
            _("Dit is niet in deze kamer begonnen. Als u het plaatst, leest wie hier zit het ook."),
            yes=_("Toch plaatsen"),
            no=_("Laat staan"),
        )
