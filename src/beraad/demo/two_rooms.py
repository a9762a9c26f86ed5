"""Example of a few minutes of an alternating meeting, with words of one room that wait for release."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from beraad.places import Place
from beraad.services.meeting import MeetingService
from beraad.terms import Column, RoomSees, Step
from beraad.ui.console import MeetingPage
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.columns.page import ColumnsPage

REFERENCE, MEETING = "IT-2026-021", "b1"
"""The first meeting of the Haddad family, who are made up; everybody sits in a room."""


def play_two_rooms(page: MeetingPage, grab: Callable[[str], None]) -> None:
    """Play a room that says something at each step, seen from here, from the other room, and in the list."""
    model = page.model
    grab("console-wie-in-de-kamer")
    page.go_to(Step.WORRIES)
    grab("console-wie-in-de-kamer-stap")
    model.show(lambda meeting: meeting.show_half(1))
    card = model.act(
        lambda meeting: meeting.statements.add(Column.DANGER, "Adam slaapt slecht na het weekend.", by="rima")
    )
    model.act(lambda meeting: meeting.statements.add(Column.SAFETY, "Samira haalt Adam op dinsdag op."))
    grab("console-kamer-kaarten")
    page.steps.of(ColumnsPage).open_card(str(card))
    grab("console-kamer-kaart")
    page.go_to(Step.SCALE)
    scale = str(
        model.act(
            lambda meeting: meeting.scales.add(
                "Hoe ver zijn we met wat we samen willen?",
                "er is nog niets begonnen",
                "het is zoals wij het willen",
            )
        )
    )
    for person, number in (("rima", 3), ("samira", 5), ("noor", 4)):
        model.act(partial(_answer, scale=scale, person=person, number=number))
    model.show(lambda meeting: meeting.reveal(scale, RoomSees.CIRCLES))
    grab("console-kamer-schaal")
    page.go_to(Step.AGREEMENTS)
    model.act(lambda meeting: meeting.agreements.add("Samira belt Rima elke avond om negen uur."))
    grab("console-kamer-afspraken")
    model.act(lambda meeting: meeting.emergency.add("Rima gaat naar de buurvrouw op nummer 12.", "112"))
    page.steps.of(AgreementsPage).show_emergency(Place.emergency_step(5))
    grab("console-kamer-noodplan")
    page.steps.of(AgreementsPage).leave()
    model.show(lambda meeting: meeting.show_half(2))
    page.go_to(Step.WORRIES)
    grab("console-andere-kamer")
    # Show the remark on a text that tells too much, before it is released.
    model.act(lambda meeting: meeting.statements.change(str(card), text="Rima woont nu op Lindestraat 14."))
    page.navigation.show_waiting()
    grab("console-vrijgeven")
    page.steps.private.close_screen()


def _answer(meeting: MeetingService, *, scale: str, person: str, number: int) -> None:
    meeting.scales.score(scale, person, number)
