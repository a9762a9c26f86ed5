"""Asks before a meeting is left with something that would be lost."""

from __future__ import annotations

from beraad.i18n import _
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.private_screens import PrivateScreens
from beraad.ui.messages import Messages


def may_leave(model: MeetingModel, private: PrivateScreens, messages: Messages) -> bool:
    """Whether everything was written and every answer given; else the facilitator is asked."""
    if model.unsaved and not _unsaved(messages):
        return False
    return not private.begun or _unfinished(messages)


def _unsaved(messages: Messages) -> bool:
    return messages.ask(
        _("Nog niet alles is opgeslagen"),
        _("Wat u het laatst typte, kon niet worden bewaard. Alles van daarvoor is bewaard."),
        yes=_("Toch sluiten"),
        no=_("Terug"),
        danger=True,
    )


def _unfinished(messages: Messages) -> bool:
    return messages.ask(
        _("Een antwoord is nog niet gegeven"),
        _("Iemand begon aan een antwoord, en gaf het nog niet. Sluit u nu, dan is dat weg."),
        yes=_("Toch sluiten"),
        no=_("Terug"),
        danger=True,
    )
