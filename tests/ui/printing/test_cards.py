"""The card beside a paper that others may see: shown, printed along, and told apart from the paper."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from beraad.services.vault import Vault
from beraad.ui.printing.readers import card_of
from tests.ui.opened_window import HADDAD
from tests.ui.printing.test_printing import Desk, FilePrinter, text_of


@pytest.fixture
def desk(vault: Vault, qtbot: QtBot) -> Iterator[Desk]:
    """Over a case in which Yousef may see the paper of Rima."""
    rima = next(item for item in vault.cases().case(HADDAD).people if item.id == "rima")
    vault.cases().save_person(HADDAD, replace(rima, paper_seen_by=("yousef",)))
    desk = Desk(vault, HADDAD, qtbot)
    yield desk
    desk.dialog.close()
    desk.dialog.deleteLater()


def test_a_card_stands_below_its_paper_without_a_tick_of_its_own(desk: Desk) -> None:
    texts = desk.dialog.readers.texts()
    assert texts[1] == "Rima\naparte kaart: komt mee, ligt niet bij het papier"
    assert sum("aparte kaart" in text for text in texts) == 1
    assert desk.dialog.readers.ticked() == ("rima", "yousef", "samira", "omar", "noor", "piet")


def test_the_chosen_card_is_shown_as_what_it_is(desk: Desk, tmp_path: Path) -> None:
    desk.choose(card_of("rima"))
    assert "Aparte kaart van Rima" in desk.said()
    assert desk.dialog.preview.pages() == desk.copies.one("rima", card=True).pages
    desk.files.answer(tmp_path / "one.pdf")
    desk.dialog.save_shown()
    desk.wait()
    assert "paraplu" in text_of((tmp_path / "one.pdf").read_bytes())
    assert desk.files.suggested[0].startswith(f"{HADDAD}_01_kaart_")


def test_paper_and_card_go_to_the_printer_as_two_jobs_and_it_is_said_to_keep_them_apart(
    desk: Desk, tmp_path: Path
) -> None:
    desk.printers.answer(FilePrinter(tmp_path))
    desk.dialog.print_all()
    desk.wait()
    assert len(list(tmp_path.glob("*_01_*.pdf"))) == 2
    assert "Aparte kaart, niet bij het papier bewaren: Rima." in desk.told()
    assert "7 exemplaren zijn naar de printer gestuurd." in desk.told()


def test_a_folder_gets_both(desk: Desk, tmp_path: Path) -> None:
    desk.files.answer(tmp_path / "out")
    desk.dialog.save_all()
    desk.wait()
    assert len(list((tmp_path / "out").glob("*_01_*.pdf"))) == 2
    assert "Aparte kaart, niet bij het papier bewaren: Rima." in desk.told()
