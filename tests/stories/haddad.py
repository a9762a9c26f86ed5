"""Who may know what of the Haddad family, and how a story looks whether somebody learns more."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from tests.stories.paper import Copy
from tests.stories.watching import told

RIMAS_PHONE, RIMAS_STREET, RIMAS_WORK = "06 7700 1101", "Lindestraat", "Van Hees"
SAMIRAS_PHONE, SAMIRAS_ADDRESS, SAMIRAS_TOWN = "06 7700 1103", "Kade 77", "Bergen op Zoom"
SCHOOL, CODEWORD, NOTE = "Watermolen", "paraplu", "AWARE"

WHERE_SHE_LIVES = "Als Yousef weet waar Rima woont, kan hij weer komen."
PICKED_UP = "Samira haalde Rima en Adam op 2 november op toen het dreigend werd."
TO_SAMIRA = (
    "Rima en Adam gaan naar Samira als Rima het codewoord 'paraplu' appt. De tas staat klaar bij Samira."
)
POLICE_COMES = "De politie komt altijd meteen als Rima of Samira belt."
TELLS_SAMIRA = "Rima appt 'paraplu' aan Samira."
FOR_RIMAS_SIDE = (WHERE_SHE_LIVES, PICKED_UP, TO_SAMIRA, POLICE_COMES)
"""Statements and agreements for Rima, Samira, Noor, Piet and Chantal."""

DETAILS = (RIMAS_PHONE, RIMAS_STREET, RIMAS_WORK, SAMIRAS_PHONE, SAMIRAS_ADDRESS, SAMIRAS_TOWN, SCHOOL)
NEVER_FOR_YOUSEF = (*DETAILS, CODEWORD, NOTE, "codewoord", *FOR_RIMAS_SIDE, "De tas staat klaar")
"""Neither Yousef nor his brother Omar may learn any of this, on the wall, on paper or by a slip."""

NAMES = ("Haddad", "Karimi", "Rima", "Yousef", "Adam", "Samira", "Omar", "Noor", "Piet", "Chantal")
"""What no file name, title of a window, metadata or log may hold."""


def nobody_learns(facts: Iterable[str], texts: Iterable[str]) -> None:
    """AssertionError with what was told."""
    learnt = told(facts, texts)
    assert learnt == [], f"told: {learnt}"


def a_copy_keeps_quiet(copy: Copy, facts: Iterable[str]) -> None:
    """Neither its words nor anything about the file tell these facts; and the file is nobody's by name."""
    nobody_learns(facts, [copy.text])
    nobody_learns([*facts, *NAMES], [copy.name, copy.metadata])
    assert re.fullmatch(r"IT-2026-021_\d\d_\d{4}-\d\d-\d\d\.pdf", copy.name), copy.name


def a_folder_keeps_quiet(folder: Path, facts: Iterable[str]) -> None:
    """Not the names of its files, nor the list beside them, tell these facts."""
    listing = [path.read_text("utf-8") for path in folder.glob("*.json")]
    nobody_learns(facts, [*(path.name for path in folder.iterdir()), *listing])


def nothing_around_it_tells(titles: Iterable[str], log: str) -> None:
    """Titles of windows are the program's name and no more; the log knows no person and no fact."""
    assert set(titles) == {"Beraad"}, titles
    nobody_learns([*NEVER_FOR_YOUSEF, *NAMES], [log])
