"""Brings one card forward on the wall: finds the focused card, and makes the button for it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from beraad.i18n import _
from beraad.places import Place
from beraad.readers import EVERYONE
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.steps.shared.wall_reasons import why_not_on_wall
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.pill import Pill

_PLACE = "place_on_wall"


def stands_at(card: QWidget, place: Place) -> None:
    """Note on a card which place in the meeting it shows, e.g. statements/s3."""
    # Qt would make a list of a tuple.
    card.setProperty(_PLACE, str(place))


def place_of_focus() -> Place | None:
    """Return the place of the card that has the focus, itself or something in it."""
    widget = QApplication.focusWidget()
    while widget is not None:
        if place := widget.property(_PLACE):
            return Place.parse(str(place))
        widget = widget.parentWidget()
    return None


def card_of_focus() -> Place | None:
    """Return the place of the focused card if that can be brought forward."""
    place = place_of_focus()
    return place if place and place.kind in ("statements", "agreements") else None


def forward_button(model: MeetingModel, place: Place) -> QPushButton:
    """Make the button that brings this card forward, or puts it back among the others."""
    made = button(_("Groot op scherm"), lambda: model.bring_forward(place), icon="wall")
    made.setToolTip(
        MeetingKey.FORWARD.after(_("Alleen deze kaart, groot op het scherm. Nog eens: alles weer"))
    )
    return made


def forward_pills(model: MeetingModel, place: Place) -> list[Pill]:
    """Return a pill if this card is the one brought forward."""
    return [Pill(_("groot op het scherm"), "next")] if model.forward == place else []


def why_not_forward(model: MeetingModel, place: Place) -> str:
    """Say in one sentence why the room may not see this card."""
    view = model.view
    cards = view.statements if place.kind == "statements" else view.agreements
    readers = (item.visible_to for item in cards if item.id == place.id)
    return why_not_on_wall(view, place, next(readers, EVERYONE), model.leaks)
