"""Story of two papers of one plan that will lie together: what they betray is seen, and made safe."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from beraad.ui.pages.case.people.person_card import PersonCard
from beraad.ui.printing.readers import card_of
from tests.stories.haddad import NEVER_FOR_YOUSEF, a_copy_keeps_quiet, nobody_learns
from tests.stories.paper import Copy
from tests.stories.program import Program
from tests.stories.watching import told
from tests.ui.driving import (
    click,
    click_line,
    in_sight,
    in_the_dialog,
    open_line,
    pick,
    press,
    press_tab,
    texts,
)

pytestmark = pytest.mark.slow


def test_the_papers_of_rima_and_yousef_are_made_safe(program: Program, tmp_path: Path) -> None:
    program.begin_with("haddad")
    open_line(program.page, "Gezin Haddad")
    side_by_side_they_show_that_a_step_is_missing(program, tmp_path / "first")
    who_looks_at_his_paper_is_said_and_the_pair_is_named(program)
    who_looks_at_hers_is_said_and_nothing_is_betrayed_any_more(program, tmp_path / "safe")


def side_by_side_they_show_that_a_step_is_missing(program: Program, folder: Path) -> None:
    press_tab(program.page, "Overzicht")
    press(program.page, "1e beraad printen")
    assert "Naast elkaar" not in texts(program.print_dialog), "her paper lies with Samira, as far as is known"
    program.save_the_copies(folder)
    program.close_the_print_dialog()
    assert (steps_on(paper_of("01", folder)), steps_on(paper_of("02", folder))) == (4, 3)
    assert told(NEVER_FOR_YOUSEF, [paper_of("01", folder).text]), "control: her paper holds what is hers"


def who_looks_at_his_paper_is_said_and_the_pair_is_named(program: Program) -> None:
    can_be_seen_by(program, "yousef", "Rima")
    press_tab(program.page, "Overzicht")
    press(program.page, "1e beraad printen")
    dialog = program.print_dialog
    assert "Naast elkaar verraden papieren iets: Rima en Yousef." in texts(dialog)
    click_line(dialog, "Rima")
    said = texts(program.print_dialog)
    assert "Wel op het papier van Rima en niet op dat van Yousef: „Rima appt 'paraplu' aan Samira.”" in said
    assert "Vul bij Rima in dat Yousef het papier kan zien." in said
    program.close_the_print_dialog()


def who_looks_at_hers_is_said_and_nothing_is_betrayed_any_more(program: Program, folder: Path) -> None:
    can_be_seen_by(program, "rima", "Yousef")
    press_tab(program.page, "Overzicht")
    press(program.page, "1e beraad printen")
    assert "Naast elkaar" not in texts(program.print_dialog)
    program.print_dialog.readers.choose(card_of("rima"))
    assert "Aparte kaart van Rima" in texts(program.print_dialog)
    program.save_the_copies(folder)
    assert "Aparte kaart, niet bij het papier bewaren: Rima." in program.said_last()[2]
    program.close_the_print_dialog()
    hers, his = paper_of("01", folder), paper_of("02", folder)
    assert (steps_on(hers), steps_on(his)) == (3, 3)
    a_copy_keeps_quiet(hers, NEVER_FOR_YOUSEF)
    card = Copy(next(folder.glob("*_01_kaart_*.pdf")))
    assert steps_on(card) == 4
    assert told(NEVER_FOR_YOUSEF, [card.text]), "what is hers is not lost"
    nobody_learns(NEVER_FOR_YOUSEF, [card.name, card.metadata])


def can_be_seen_by(program: Program, person: str, name: str) -> None:
    """Say in the form of a person who can see the paper."""

    def fill_in(dialog: QDialog) -> None:
        pick(dialog, "Wie kan dit papier zien?", name)
        press(dialog, "Opslaan")

    press_tab(program.page, "Mensen")
    (card,) = [item for item in in_sight(program.page, PersonCard) if item.person.id == person]
    with in_the_dialog(fill_in):
        click(card)


def paper_of(number: str, folder: Path) -> Copy:
    """The paper of a person of the case."""
    return Copy(next(folder.glob(f"IT-2026-021_{number}_2*.pdf")))


def steps_on(copy: Copy) -> int:
    """How many steps for when it goes wrong stand in a paper, numbered without a gap."""
    part = copy.part("Als het misgaat", "Dit doe ik")
    numbers = [int(number) for number in re.findall(r"(?<!\S)(\d) (?=[A-Z])", part)]
    assert numbers == list(range(1, len(numbers) + 1))
    return len(numbers)
