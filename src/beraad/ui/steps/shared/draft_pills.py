"""Mark on a closed card: something was typed in it and not placed."""

from __future__ import annotations

from beraad.i18n import _
from beraad.places import Place
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.widgets.pill import Pill


def draft_pills(model: MeetingModel, place: Place) -> list[Pill]:
    """Return one pill if a draft waits at this place in the meeting, e.g. statements/s3; else none."""
    return [Pill(_("nog niet geplaatst"), "amber")] if model.has_draft(place) else []
