"""Console around the page of a step, as the page may use it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from beraad.terms import Step
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.open_point import OpenPoint
from beraad.ui.messages import Messages
from beraad.words.answers import Voice


@dataclass(frozen=True, slots=True)
class StepHost:
    """Requests that a page makes to the console; people and scale questions go by id."""

    parent: QWidget
    """Widget that holds the pages."""
    model: MeetingModel
    messages: Messages
    sign: Callable[[str], None]
    """Hand the laptop to a person, to read the own copy and answer."""
    give_numbers: Callable[[str], None]
    """Hand the laptop round, for a number from everybody to a scale question."""
    mark: Callable[[], None]
    """Hand the laptop round, for marks for the meeting."""
    cover: Callable[[str, str], None]
    """Cover the console with words, and a note below them."""
    add_scan: Callable[[str, Sequence[Path]], None]
    """Read files as the scan of what a person signed; without files, ask for them."""
    show_scan: Callable[[str], None]
    """Show the scan of what a person signed."""
    voice: Callable[[], Voice]
    """Return the grammatical person in which the signing screen speaks."""
    speak_in: Callable[[str], None]
    print_copies: Callable[[], None]
    go_to: Callable[[Step], None]
    show_point: Callable[[OpenPoint], None]
    """Go to an open point."""
