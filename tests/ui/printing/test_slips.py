"""The exchange slips of a plan that was agreed anew: shown, printed and saved with the copies."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from beraad.services.vault import Vault
from beraad.ui.printing.readers import slip_of
from tests.ui.opened_window import DE_WIT
from tests.ui.printing.test_printing import Desk, FilePrinter, text_of


@pytest.fixture
def desk(vault: Vault, qtbot: QtBot) -> Iterator[Desk]:
    """Over De Wit, whose first plan was agreed a second time: Kees calls if grandmother does not."""
    meeting = vault.meeting(DE_WIT, "b1")
    meeting.agreements.change("a2", fallback="Kees belt naar Lisa.")
    meeting.deciding.decide()
    meeting.close()
    desk = Desk(vault, DE_WIT, qtbot)
    yield desk
    desk.dialog.close()
    desk.dialog.deleteLater()


def test_a_slip_stands_below_the_copy_without_a_tick_of_its_own(desk: Desk) -> None:
    told = "oma Ans\nwisselbriefje: het oude papier telt niet meer"
    assert desk.dialog.readers.texts().count(told) == 1
    assert desk.dialog.readers.ticked().count("ans") == 1


def test_the_chosen_slip_is_shown_as_what_it_is(desk: Desk, tmp_path: Path) -> None:
    desk.choose(slip_of("ans"))
    assert "Wisselbriefje voor oma Ans" in desk.said()
    desk.files.answer(tmp_path / "one.pdf")
    desk.dialog.save_shown()
    desk.wait()
    assert "Je oude papier telt niet meer" in text_of((tmp_path / "one.pdf").read_bytes())
    assert desk.files.suggested[0].startswith(f"{DE_WIT}_04_wissel_")


def test_the_slips_come_with_the_copies_in_a_folder_and_at_the_printer(desk: Desk, tmp_path: Path) -> None:
    desk.files.answer(tmp_path / "out")
    desk.dialog.save_all()
    desk.wait()
    saved = {path.name for path in (tmp_path / "out").glob("*_wissel_*.pdf")}
    assert {name.split("_")[1] for name in saved} >= {"02", "04"}
    desk.printers.answer(FilePrinter(tmp_path))
    desk.dialog.print_all()
    desk.wait()
    assert {path.name for path in tmp_path.glob("*_wissel_*.pdf")} == saved


def test_a_first_plan_has_no_slips(vault: Vault, qtbot: QtBot) -> None:
    first = Desk(vault, DE_WIT, qtbot)
    assert not [text for text in first.dialog.readers.texts() if "wisselbriefje" in text]
    first.dialog.close()
    first.dialog.deleteLater()
