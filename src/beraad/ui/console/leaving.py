"""Asks before a meeting is left while something would be lost."""

from __future__ import annotations

from beraad.i18n import _
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.messages import Messages


def may_leave(model: MeetingModel, messages: Messages) -> bool:
    """Return True if everything was written, or if the facilitator leaves all the same.

    An answer that somebody began is written too, and waits for this person.
    """
    return not model.unsaved or messages.ask(
        _("Nog niet alles is opgeslagen"),
        _("Wat u het laatst typte, kon niet worden bewaard. Alles van daarvoor is bewaard."),
        yes=_("Toch sluiten"),
        no=_("Terug"),
        danger=True,
    )
