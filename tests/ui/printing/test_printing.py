"""Paper: who gets a copy, seeing it, keeping it, printing it, and what is withheld."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from typing_extensions import override

from beraad.services.vault import Vault
from beraad.terms import Column
from beraad.ui.dialogs.files import ScriptedFiles
from beraad.ui.messages import ScriptedMessages
from beraad.ui.printing import PrintDialog
from beraad.ui.printing.code_sheet import print_code
from beraad.ui.printing.printers import ScriptedPrinters
from beraad.ui.printing.readers import FILE
from beraad.ui.printing.sheets import NotPrinted, Sheets, open_pdf, print_all
from beraad.ui.work import Cancelled
from tests.ui.driving import can_be_pressed, is_working, press
from tests.ui.opened_window import DE_WIT, HADDAD, Shell


class FilePrinter(QPrinter):
    """A printer whose jobs come out as files, named as the queue would show them."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setResolution(60)
        self._folder = folder

    @override
    def setDocName(self, name: str, /) -> None:
        super().setDocName(name)
        self.setOutputFileName(str(self._folder / f"{name}.pdf"))


class Desk:
    """The print dialog over a case, with scripted answers."""

    def __init__(self, vault: Vault, reference: str, qtbot: QtBot) -> None:
        self.messages, self.files = ScriptedMessages(), ScriptedFiles()
        self.printers = ScriptedPrinters()
        self.qtbot = qtbot
        self.copies = vault.printing().copies(reference)
        self.dialog = PrintDialog(
            self.copies, messages=self.messages, files=self.files, printers=self.printers
        )
        self.dialog.show()
        self.wait()

    def wait(self) -> None:
        """Until nothing is being made any more."""
        self.qtbot.waitUntil(lambda: not is_working(self.dialog))

    def choose(self, reader: str) -> None:
        self.dialog.readers.choose(reader)
        self.wait()

    def said(self) -> str:
        """Everything the dialog says in labels."""
        return "\n".join(
            label.text() for label in self.dialog.findChildren(QLabel) if label.isVisibleTo(self.dialog)
        )

    def told(self) -> str:
        """The last box."""
        return self.messages.said[-1][2]


@pytest.fixture
def desk(vault: Vault, qtbot: QtBot) -> Iterator[Desk]:
    """Over the case with both ex-partners, one leak and one without paper."""
    desk = Desk(vault, HADDAD, qtbot)
    yield desk
    desk.dialog.close()
    desk.dialog.deleteLater()


def text_of(pdf: bytes) -> str:
    """Every word of a PDF."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)


# -- before ------------------------------------------------------------------------------------------


def test_each_reader_is_listed_with_how_it_stands(desk: Desk) -> None:
    listed = dict(text.split("\n") for text in desk.dialog.readers.texts())
    assert listed["Yousef"] == "op papier"
    assert listed["Rima"] == "niet mee naar huis: ligt bij Samira"
    assert listed["Adam"].startswith("geen papier")
    assert listed["Chantal"].startswith("wordt niet gemaakt")


def test_who_gets_none_cannot_be_ticked(desk: Desk) -> None:
    assert desk.dialog.readers.ticked() == ("rima", "yousef", "samira", "omar", "noor", "piet")


def test_a_leak_is_said_before_anything_is_printed(desk: Desk) -> None:
    assert "het telefoonnummer van Samira" in desk.said()
    assert "Chantal" in desk.said()


def test_what_a_childs_copy_leaves_off_is_said_before_printing_and_beside_that_copy(
    vault: Vault, qtbot: QtBot
) -> None:
    desk = Desk(vault, DE_WIT, qtbot)
    told = "„Mark gaat op dinsdag naar Novadic-Kentron.” (zo heet niemand in deze zaak: Novadic-Kentron)"
    assert "Niet alles staat op het papier van Lisa." in desk.said()
    assert told not in desk.said()
    desk.choose("lisa")
    assert told in desk.said()
    desk.choose("mark")
    assert told not in desk.said()
    desk.dialog.close()
    desk.dialog.deleteLater()


def test_the_chosen_copy_is_shown_page_by_page(desk: Desk) -> None:
    desk.choose("yousef")
    assert desk.dialog.preview.pages() == desk.copies.one("yousef").pages
    assert "Exemplaar voor Yousef" in desk.said()


def test_of_several_choices_in_a_row_the_last_is_shown(desk: Desk, tmp_path: Path) -> None:
    for reader in ("yousef", "samira", "omar"):
        desk.dialog.readers.choose(reader)
    desk.qtbot.waitUntil(lambda: can_be_pressed(desk.dialog, "Dit exemplaar opslaan"))
    assert "Exemplaar voor Omar" in desk.said()
    desk.files.answer(tmp_path / "shown.pdf")
    desk.dialog.save_shown()
    desk.wait()
    assert (tmp_path / "shown.pdf").read_bytes() == desk.copies.one("omar").data


def test_instead_of_a_leaking_copy_stands_why_there_is_none(desk: Desk) -> None:
    desk.choose("agent")
    assert desk.dialog.preview.pages() == 0
    assert "het telefoonnummer van Samira" in desk.dialog.preview.words()
    assert not can_be_pressed(desk.dialog, "Alleen dit printen…")


def test_somebody_without_paper_is_shown_no_paper(desk: Desk) -> None:
    desk.choose("adam")
    assert desk.dialog.preview.pages() == 0
    assert "Adam krijgt geen papier" in desk.dialog.preview.words()
    assert not can_be_pressed(desk.dialog, "Dit exemplaar opslaan")


def test_the_whole_plan_is_shown_apart(desk: Desk) -> None:
    desk.choose(FILE)
    assert desk.dialog.preview.pages() == desk.copies.for_the_file().pages
    assert FILE not in desk.dialog.readers.ticked()


def test_a_click_on_the_tick_takes_it_off(desk: Desk, qtbot: QtBot) -> None:
    readers = desk.dialog.readers
    where = readers.visualItemRect(readers.item(1))
    where.setWidth(24)
    qtbot.mouseClick(readers.viewport(), Qt.MouseButton.LeftButton, pos=where.center())
    assert "yousef" not in readers.ticked()
    desk.wait()


def test_where_the_list_is_taller_than_its_room_the_dialog_follows_the_arrows(
    desk: Desk, qtbot: QtBot
) -> None:
    readers, room = desk.dialog.readers, desk.dialog.area.viewport()
    desk.dialog.resize(300, desk.dialog.minimumHeight())

    def seen() -> bool:
        row = readers.visualItemRect(readers.currentItem())
        return room.rect().contains(readers.viewport().mapTo(room, row.center()))

    qtbot.waitUntil(lambda: readers.height() > room.height())
    for _step in range(readers.count() - 1):
        qtbot.keyClick(readers, Qt.Key.Key_Down)
        assert seen()
    assert desk.dialog.area.verticalScrollBar().value() > 0


def test_the_space_bar_takes_a_tick_off_and_puts_it_back(desk: Desk, qtbot: QtBot) -> None:
    desk.choose("omar")
    qtbot.keyClick(desk.dialog.readers, Qt.Key.Key_Space)
    assert "omar" not in desk.dialog.readers.ticked()
    assert "5 exemplaren" in desk.said()
    qtbot.keyClick(desk.dialog.readers, Qt.Key.Key_Space)
    assert "omar" in desk.dialog.readers.ticked()


# -- a folder ----------------------------------------------------------------------------------------


def test_every_copy_goes_into_the_folder_and_what_is_withheld_is_said(desk: Desk, tmp_path: Path) -> None:
    desk.files.answer(tmp_path / "out")
    desk.dialog.save_all()
    desk.wait()
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 6
    kind, _title, told = desk.messages.said[-1]
    assert kind == "warn"
    assert "6 exemplaren staan in de map." in told
    assert "het telefoonnummer van Samira" in told
    assert "Adam krijgt geen papier" in told
    assert "Niet mee naar huis: Rima." in told


def test_older_copies_go_and_are_named_also_of_who_gets_none(desk: Desk, tmp_path: Path) -> None:
    # Rima is the first of the case, and Adam, who gets no paper, the third.
    old = [f"{HADDAD}_0{number}_2025-01-01.pdf" for number in (1, 3)]
    for name in old:
        (tmp_path / name).write_text("x")
    desk.files.answer(tmp_path)
    desk.dialog.save_all()
    desk.wait()
    assert not [name for name in old if (tmp_path / name).exists()]
    assert f"2 oudere exemplaren zijn uit de map gehaald: {', '.join(old)}." in desk.told()


def test_only_the_ticked_are_written(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    desk.choose("omar")
    qtbot.keyClick(desk.dialog.readers, Qt.Key.Key_Space)
    desk.files.answer(tmp_path / "out")
    desk.dialog.save_all()
    desk.wait()
    listing = json.loads((tmp_path / "out" / "copies.json").read_text())
    assert [copy["person"] for copy in listing["copies"]] == ["rima", "yousef", "samira", "noor", "piet"]


def test_a_folder_that_takes_nothing_is_said(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    desk.files.answer(tmp_path / "file")
    desk.dialog.save_all()
    desk.wait()
    assert desk.messages.said[-1][:2] == ("warn", "Niet alles is opgeslagen")


def test_one_copy_is_kept_under_a_name_without_names(desk: Desk, tmp_path: Path) -> None:
    desk.choose("yousef")
    desk.files.answer(tmp_path / "one.pdf")
    desk.dialog.save_shown()
    desk.wait()
    assert (tmp_path / "one.pdf").read_bytes() == desk.copies.one("yousef").data
    assert "ousef" not in desk.files.suggested[0]
    assert desk.files.suggested[0].startswith(HADDAD)


def test_without_a_leak_the_box_is_no_warning(vault: Vault, qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(vault, DE_WIT, qtbot)
    desk.files.answer(tmp_path / "out")
    desk.dialog.save_all()
    desk.wait()
    assert desk.messages.said[-1][:2] == ("tell", "Klaar")
    desk.dialog.close()
    desk.dialog.deleteLater()


def test_while_a_newer_plan_is_being_written_the_dialog_says_which_one_this_is(
    vault: Vault, qtbot: QtBot
) -> None:
    words = "Dit is het plan zoals het is vastgesteld"
    before = Desk(vault, DE_WIT, qtbot)
    assert words not in before.said()
    meeting = vault.meeting(DE_WIT, "b1")
    meeting.statements.add(Column.DANGER, "Er is iets nieuws.")
    meeting.close()
    desk = Desk(vault, DE_WIT, qtbot)
    assert words in desk.said()
    assert "concept" not in desk.said()
    for one in (before, desk):
        one.dialog.close()
        one.dialog.deleteLater()


# -- a printer ---------------------------------------------------------------------------------------


def test_all_copies_are_printed_each_as_a_job_of_its_own(desk: Desk, tmp_path: Path) -> None:
    desk.printers.answer(FilePrinter(tmp_path))
    desk.dialog.print_all()
    desk.wait()
    printed = sorted(tmp_path.glob("*.pdf"))
    assert len(printed) == 6
    pages = [len(pypdf.PdfReader(path).pages) for path in printed]
    assert pages == [desk.copies.one(person).pages for person in desk.dialog.readers.ticked()]
    assert not [path for path in printed if "Rima" in path.name]
    assert "6 exemplaren zijn naar de printer gestuurd." in desk.told()
    assert "het telefoonnummer van Samira" in desk.told()
    assert "Niet mee naar huis: Rima." in desk.told()


def handed_out(desk: Desk) -> list[str]:
    """Whose papers are out by the register."""
    return [
        row.person
        for line in desk.copies.readers()
        for row in desk.copies.handing_out.already_out(line.person)
    ]


def test_what_is_printed_to_hand_out_is_written_down_and_said_at_the_next_print(
    desk: Desk, tmp_path: Path
) -> None:
    desk.printers.answer(FilePrinter(tmp_path))
    desk.dialog.print_shown()
    desk.wait()
    assert handed_out(desk) == ["rima"]
    assert "Al uitgedeeld: versie 1" in desk.said()
    desk.choose("yousef")
    assert "Al uitgedeeld" not in desk.said()


def test_what_is_not_to_be_handed_out_is_not_written_down(desk: Desk, tmp_path: Path) -> None:
    press(desk.dialog, "Deze exemplaren deel ik uit. Beraad schrijft op wie welk papier heeft.")
    desk.printers.answer(FilePrinter(tmp_path))
    desk.dialog.print_shown()
    desk.wait()
    assert [*tmp_path.glob("*.pdf")]
    assert handed_out(desk) == []


def test_copies_in_a_folder_are_written_down_and_the_plan_for_the_file_is_not(
    desk: Desk, tmp_path: Path
) -> None:
    desk.files.answer(tmp_path / "map")
    desk.dialog.save_all()
    desk.wait()
    assert handed_out(desk) == ["rima", "yousef", "samira", "omar", "noor", "piet"]
    desk.choose(FILE)
    desk.files.answer(tmp_path / "dossier.pdf")
    desk.dialog.save_shown()
    desk.wait()
    assert len(handed_out(desk)) == 6


def test_one_copy_can_be_printed_alone(desk: Desk, tmp_path: Path) -> None:
    desk.choose("yousef")
    desk.printers.answer(FilePrinter(tmp_path))
    desk.dialog.print_shown()
    desk.wait()
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    assert desk.told() == "1 exemplaar is naar de printer gestuurd."


def test_the_whole_plan_is_printed_only_when_it_is_shown(desk: Desk, tmp_path: Path) -> None:
    desk.choose(FILE)
    desk.printers.answer(FilePrinter(tmp_path))
    desk.dialog.print_shown()
    desk.wait()
    (printed,) = tmp_path.glob("*.pdf")
    assert "plan" in printed.name


def test_without_a_printer_the_folder_is_pointed_out(desk: Desk) -> None:
    desk.printers.present = False
    desk.dialog.print_all()
    assert desk.messages.said[-1][1] == "Er is geen printer"
    assert "map" in desk.told()


def test_calling_off_the_printer_prints_nothing(desk: Desk) -> None:
    desk.printers.answer(None)
    desk.dialog.print_all()
    assert desk.messages.said == []


def a_copy(desk: Desk, person: str) -> Sheets:
    """Somebody's copy as sheets."""
    return Sheets(person, desk.copies.one(person).data)


def test_a_printed_page_looks_like_the_page_that_was_made(desk: Desk, tmp_path: Path) -> None:
    """The ink of both stands in the same places, compared as small grey pictures."""
    sheets = a_copy(desk, "yousef")
    print_all(FilePrinter(tmp_path), [lambda: sheets])
    made, _made_memory = open_pdf(sheets.data)
    printed, _printed_memory = open_pdf((tmp_path / "yousef.pdf").read_bytes())
    for page in range(made.pageCount()):
        first, second = on_paper(made, page), on_paper(printed, page)
        places = [(x, y) for x in range(first.width()) for y in range(first.height())]
        far = [
            place
            for place in places
            if abs(first.pixelColor(*place).lightness() - second.pixelColor(*place).lightness()) > 60
        ]
        assert len(far) < len(places) * 0.02
        assert any(first.pixelColor(*place).lightness() < 200 for place in places)


def test_a_page_is_printed_upright_whatever_the_printer_stood_for(desk: Desk, tmp_path: Path) -> None:
    printer = FilePrinter(tmp_path)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    print_all(printer, [lambda: a_copy(desk, "yousef")])
    (printed,) = tmp_path.glob("*.pdf")
    for page in pypdf.PdfReader(printed).pages:
        assert page.mediabox.width < page.mediabox.height
        assert page.rotation == 0


def on_paper(document: QPdfDocument, page: int) -> QImage:
    """A page as a small picture on white paper."""
    size = document.pagePointSize(page).toSize()
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, document.render(page, size))
    painter.end()
    return paper.scaled(
        size / 8, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told_with_how_many_it_took(desk: Desk, tmp_path: Path) -> None:
    printer = FilePrinter(tmp_path / "no such folder")
    with pytest.raises(NotPrinted) as caught:
        print_all(printer, [lambda: a_copy(desk, "yousef")])
    assert caught.value.facts == {"printed": 0, "total": 1}


def test_stopping_leaves_whole_copies_only(desk: Desk, tmp_path: Path) -> None:
    def stop_at_the_second(at: int, _of: int) -> None:
        if at == 1:
            raise Cancelled

    makers = [lambda: a_copy(desk, "yousef"), lambda: a_copy(desk, "omar")]
    with pytest.raises(Cancelled):
        print_all(FilePrinter(tmp_path), makers, stop_at_the_second)
    (printed,) = tmp_path.glob("*.pdf")
    assert len(pypdf.PdfReader(printed).pages) == desk.copies.one("yousef").pages


def test_what_is_no_pdf_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="not a PDF"):
        open_pdf(b"no pdf")


def test_the_recovery_code_comes_out_whole(tmp_path: Path, qtbot: QtBot) -> None:
    printer = FilePrinter(tmp_path)
    assert print_code(printer, "7K3QD-ABCDE-12345-FGHJK-ZZZZZ-99999")
    assert "7K3QD-ABCDE-12345-FGHJK-ZZZZZ-99999" in text_of((tmp_path / "Beraad.pdf").read_bytes())


# -- from the window ---------------------------------------------------------------------------------


def test_ctrl_p_on_a_case_shows_its_copies(shell: Shell, qtbot: QtBot) -> None:
    shell.window.show_case(DE_WIT)
    shell.window.menus.actions["print"].trigger()
    dialog = shell.window.findChild(PrintDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: not is_working(dialog))
    assert dialog.windowTitle() == "Beraad"
    dialog.close()


def test_a_case_without_a_meeting_has_nothing_to_print_and_says_so(shell: Shell) -> None:
    shell.vault.cases().create("IT-9", "Jansen")
    shell.window.print_copies("IT-9")
    assert shell.messages.said[0][1] == "Er is niets om te printen"
