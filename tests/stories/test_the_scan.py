"""Oma Ans was not there. She signs at home, on paper; the paper comes back, and what was scanned of it."""

import io
from pathlib import Path

import pypdf
import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit

from beraad.demo.player import signature
from beraad.demo.signed_paper import signed_paper
from beraad.ui.console import MeetingPage
from beraad.ui.console.over.scan_screen import ScanScreen
from tests.stories.paper import Copy, copies_in
from tests.stories.program import Program
from tests.stories.watching import on_the_wall
from tests.ui.driving import (
    choose,
    click_line,
    in_sight,
    is_there,
    key,
    open_line,
    press,
    press_step,
    texts,
    type_into,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True),
]

TELEPHONE = "Telefoon van oma Ans"


def test_the_signed_sheet_of_who_was_absent_is_scanned_in_later(program: Program, tmp_path: Path) -> None:
    the_plan_is_agreed_without_oma_ans(program)
    taken_home = her_copy_is_printed(program, tmp_path / "copies")
    photograph = she_signs_at_home_and_takes_a_photograph(taken_home, tmp_path / "foto.jpg")
    days_later_her_answer_and_her_paper_come_in(program, photograph)
    the_facilitator_looks_at_it_and_the_room_does_not(program)
    taken_away_by_mistake_it_comes_back(program)
    it_is_printed_in_the_copy_for_the_file(program, photograph, tmp_path / "dossier.pdf")
    it_is_not_in_her_own_copy_nor_in_anybody_elses(program, tmp_path / "again")
    who_finds_the_disk_finds_none_of_it(program, photograph)


def the_plan_is_agreed_without_oma_ans(program: Program) -> None:
    program.sit_down()
    page = program.page
    press(page, "oma Ans: afwezig")
    program.keep_the_last_plan()
    asked = [field.accessibleName() for field in in_sight(page, QTextEdit)]
    for gap in (name for name in asked if name.endswith("waarom mag dit zo blijven?")):
        type_into(page, gap, "Dat spraken we zo af.")
    press(page, "Vaststellen")
    assert "nog niet · afwezig" in texts(page)
    assert not is_there(page, "oma Ans: een scan van het papier erbij")


def her_copy_is_printed(program: Program, folder: Path) -> Copy:
    press_step(program.page, "Evaluatie en vervolg")
    press(program.page, "Exemplaren printen …")
    program.save_the_copies(folder)
    program.close_the_print_dialog()
    return copies_in(folder)["oma Ans"]


def she_signs_at_home_and_takes_a_photograph(copy: Copy, path: Path) -> Path:
    """Turned, as telephones do, and with what a telephone writes down."""
    sheet = Image.open(io.BytesIO(signed_paper(copy.data, signature(7))))
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, TELEPHONE
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 35.0, 0.0), 3: "E", 4: (4.0, 46.0, 0.0)})
    sheet.transpose(Image.Transpose.ROTATE_90).save(path, "JPEG", quality=90, exif=exif)
    assert TELEPHONE.encode() in path.read_bytes()
    return path


def days_later_her_answer_and_her_paper_come_in(program: Program, photograph: Path) -> None:
    program.start_again()
    program.unlock()
    open_line(program.page, "Gezin De Wit")
    press(program.page, "2e beraad openen")
    program.switch_the_wall_on()
    page = program.page
    press_step(page, "Vaststellen en tekenen")
    press(page, "oma Ans: anders, zoals op papier of niet nu")
    choose(page, "Wat antwoordt oma Ans?", "akkoord · papier")
    program.answer(photograph)
    press(page, "Bewaar, en scan erbij …")
    program.wait_for_words("Scan bekijken (1 blad)")
    assert is_there(page, "Ctrl+Z maakt ongedaan: Scan toegevoegd")


def the_facilitator_looks_at_it_and_the_room_does_not(program: Program) -> None:
    page = program.page
    assert isinstance(page, MeetingPage)
    before = program.wall.grab().toImage()
    press(page, "oma Ans: de scan van het papier bekijken")
    screen = page.steps.private.open_screen
    assert isinstance(screen, ScanScreen)
    assert "Op papier getekend door oma Ans" in texts(page)
    key(page, Qt.Key.Key_Plus)
    assert screen.view.large
    assert screen.view.page_size.height() > screen.view.page_size.width(), "it stands upright"
    assert program.wall.grab().toImage() == before
    assert "scan" not in " ".join(on_the_wall(program.wall)).casefold()
    key(page, Qt.Key.Key_Escape)
    assert not is_there(page, "Weghalen")


def taken_away_by_mistake_it_comes_back(program: Program) -> None:
    page = program.page
    press(page, "oma Ans: de scan van het papier bekijken")
    press(page, "Weghalen")
    assert is_there(page, "oma Ans: een scan van het papier erbij")
    press(page, "Ctrl+Z maakt ongedaan: Scan weggehaald")
    assert is_there(page, "oma Ans: de scan van het papier bekijken")


def it_is_printed_in_the_copy_for_the_file(program: Program, photograph: Path, path: Path) -> None:
    press_step(program.page, "Evaluatie en vervolg")
    press(program.page, "Exemplaren printen …")
    click_line(program.print_dialog, "Dossier")
    program.answer(path)
    press(program.print_dialog, "Opslaan als…")
    program.close_the_print_dialog()
    last = pypdf.PdfReader(path).pages[-1]
    assert "Getekend door oma Ans, blad 1 van 1" in last.extract_text()
    (printed,) = last.images
    paper = Image.open(photograph).convert("RGB").transpose(Image.Transpose.ROTATE_270)
    shown = Image.open(io.BytesIO(printed.data)).convert("RGB")
    assert shown.size == paper.size == (1240, 1754)
    assert max(ImageStat.Stat(ImageChops.difference(shown, paper)).mean) < 3
    assert TELEPHONE.encode() not in printed.data


def it_is_not_in_her_own_copy_nor_in_anybody_elses(program: Program, folder: Path) -> None:
    press(program.page, "Exemplaren printen …")
    program.save_the_copies(folder)
    program.close_the_print_dialog()
    copies = copies_in(folder)
    assert "oma Ans" in copies
    assert copies["oma Ans"].says("op papier")
    for copy in copies.values():
        assert [len(page.images) for page in pypdf.PdfReader(io.BytesIO(copy.data)).pages] == [0] * len(
            pypdf.PdfReader(io.BytesIO(copy.data)).pages
        )


def who_finds_the_disk_finds_none_of_it(program: Program, photograph: Path) -> None:
    disk = program.on_disk()
    assert len(disk) > 100_000
    for known in (b"JFIF", TELEPHONE.encode(), photograph.name.encode()):
        assert known not in disk
        assert known.decode() not in program.log
