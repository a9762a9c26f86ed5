"""The tab with the papers of a case: what is out, what is old, what became of it."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from beraad.terms import PaperPlace, PaperState
from beraad.ui.pages.case import CasePage
from beraad.ui.pages.case.paper.move_dialog import MoveDialog
from tests.ui.driving import press, press_tab, texts
from tests.ui.opened_window import DE_WIT, TODAY, Shell
from tests.ui.pages.case.test_case import InDialog, case_page


@pytest.fixture
def page(shell: Shell) -> CasePage:
    """The papers of De Wit, of whom two people have theirs."""
    copies = shell.vault.printing().copies(DE_WIT)
    copies.handing_out.hand_out([("ans", False), ("kees", False)], dt.date(2026, 10, 5))
    page = case_page(shell, DE_WIT)
    press_tab(page, "Papier")
    return page


def states(shell: Shell) -> list[tuple[str, PaperState, dt.date | None]]:
    """Whose papers are written down, and what became of them."""
    papers = shell.vault.cases().register.papers(DE_WIT)
    return [(paper.person, paper.state, paper.state_on) for paper in papers]


def test_before_anything_was_handed_out_it_says_how_to_begin(shell: Shell) -> None:
    page = case_page(shell, DE_WIT)
    press_tab(page, "Papier")
    assert "Nog niets uitgedeeld" in texts(page)
    wanted: list[str] = []
    page.print_requested.connect(lambda _reference, meeting: wanted.append(meeting))
    press(page.paper, "Printen…")
    assert wanted == [""]


def test_it_names_who_has_which_paper_and_who_lacks_one(page: CasePage) -> None:
    said = texts(page)
    assert "versie 1 · 5 okt 2026 · thuis" in said
    assert "Nog een exemplaar geven aan" in said
    to_do = texts(page.paper.beside)
    assert "Sanne" in to_do
    assert "oma Ans" not in to_do


def test_a_paper_comes_back_and_undo_puts_it_out_again(shell: Shell, page: CasePage) -> None:
    press(page, "oma Ans, versie 1: teruggekregen")
    assert states(shell) == [("ans", PaperState.RETURNED, TODAY), ("kees", PaperState.OUT, None)]
    assert "teruggekregen 21 nov 2026" in texts(page)
    assert "oma Ans" in texts(page.paper.beside)
    page.undoing.undo()
    assert states(shell)[0] == ("ans", PaperState.OUT, None)


def test_a_paper_that_was_not_handed_out_is_struck(shell: Shell, page: CasePage) -> None:
    press(page, "Kees, versie 1: niet uitgedeeld")
    assert [person for person, _state, _on in states(shell)] == ["ans"]
    page.undoing.undo()
    assert [person for person, _state, _on in states(shell)] == ["ans", "kees"]


def test_it_is_written_down_where_a_paper_lies(
    shell: Shell, page: CasePage, in_dialog: InDialog, qapp: QApplication
) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, MoveDialog)
        dialog.where.setCurrentIndex(dialog.where.findData(PaperPlace.WORKER.value))
        dialog.note.setText("bij Fatima")
        dialog.accept()

    done = in_dialog(fill)
    press(page, "Kees, versie 1: ligt ergens anders")
    qapp.processEvents()
    assert done == ["MoveDialog"]
    paper = shell.vault.cases().register.papers(DE_WIT)[1]
    assert (paper.where, paper.where_note) == (PaperPlace.WORKER, "bij Fatima")
    assert "bij Fatima" in texts(page)
