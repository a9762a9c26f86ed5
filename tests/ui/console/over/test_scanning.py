"""The scan of a signed paper: from its file to the row, to a screen of its own, and away again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QThreadPool, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from beraad.i18n import DUTCH
from beraad.terms import Attendance, Column, Decision, ScaleKind, StatementKind, Step
from beraad.ui.console.over.scan_screen import ScanScreen
from beraad.ui.scanning import read_scan
from beraad.ui.steps.decide.answer_row import AnswerRow
from beraad.ui.steps.decide.page import DecidePage
from beraad.ui.steps.evaluation.page import EvaluationPage
from beraad.ui.steps.scale.page import ScalePage
from beraad.ui.theme import Theme
from beraad.ui.widgets.day_field import DayField
from beraad.words.acts import act_label
from tests.scanned import sheet, written
from tests.ui.driving import in_sight, moment, the
from tests.ui.opened_console import Console, press, texts


@pytest.fixture
def agreed(console: Console) -> DecidePage:
    """Agreed; Peter was not there, and signed on paper later."""
    console.service.carrying.keep_the_rest()
    console.service.course.attend("peter", Attendance.ABSENT)
    console.service.deciding.decide({(gap.gap, gap.subject): "komt later" for gap in console.model.gaps})
    console.page.go_to(Step.DECIDE_AND_SIGN)
    console.model.act(lambda meeting: meeting.deciding.answer("peter", Decision.AGREE, on_paper=True))
    return console.page.steps.of(DecidePage)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A scan of two pages."""
    path = tmp_path / "papier.tif"
    path.write_bytes(written(sheet(1), "TIFF", save_all=True, append_images=[sheet(2)]))
    return path


def row_of(page: DecidePage, person: str = "peter") -> AnswerRow:
    """Somebody's row."""
    row = page.answer_row(person)
    assert row
    return row


def read(console: Console, qtbot: QtBot) -> None:
    """Wait until nothing is being read any more, and the window has the keyboard back from the progress."""
    qtbot.waitUntil(lambda: not console.page.steps.scanning.busy and _has_keyboard(console))


def _has_keyboard(console: Console) -> bool:
    return console.page.isActiveWindow() or not console.page.isVisible()


def add(console: Console, page: DecidePage, path: Path, qtbot: QtBot) -> None:
    """Choose this file for Peter."""
    console.files.answer(path)
    press(row_of(page), "Scan erbij …")
    read(console, qtbot)


def screen_of(console: Console) -> ScanScreen:
    """What stands over the console."""
    screen = console.page.steps.private.open_screen
    assert isinstance(screen, ScanScreen)
    return screen


def drag(row: AnswerRow, *urls: QUrl, drop: bool = True) -> bool:
    """Drag this over a row and let it go; gives whether the row would have it."""
    data = QMimeData()
    data.setUrls(list(urls))
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    over = QDragEnterEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, none)
    over.ignore()
    if row.acceptDrops():
        QApplication.sendEvent(row, over)
    if over.isAccepted() and drop:
        QApplication.sendEvent(row, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, none))
    return over.isAccepted()


def agree_on_something_else(console: Console) -> None:
    """Change what everybody reads, and agree again: who answered is asked anew."""
    console.model.act(
        lambda meeting: meeting.statements.add(Column.SAFETY, "Kees belt.", StatementKind.EXISTING_SAFETY)
    )
    gaps = {(gap.gap, gap.subject): "komt later" for gap in console.model.gaps}
    console.model.act(lambda meeting: meeting.deciding.decide(gaps))


def test_a_page_that_lies_is_turned_where_it_is_looked_at_and_stays_so(
    console: Console, agreed: DecidePage, paper: Path, qtbot: QtBot
) -> None:
    add(console, agreed, paper, qtbot)
    press(row_of(agreed), "Scan bekijken (2 bladen)")
    screen = screen_of(console)
    screen.show_page(1)
    before = console.service.scans.pages("peter")
    tall = screen.view.page_size
    press(screen, "Draaien")
    assert screen.at == 1
    assert (screen.view.page_size.width() > screen.view.page_size.height()) == (tall.height() > tall.width())
    assert console.service.scans.pages("peter") == (before[0], screen.page)
    assert screen.page != before[1]
    assert act_label(console.model.undoable, DUTCH) == "Blad van een scan gedraaid"
    press(screen, "Draaien")
    assert screen.view.page_size == tall
    screen.show_page(0)
    screen.show_page(1)
    assert console.service.scans.pages("peter") == (before[0], screen.page)


# -- adding -------------------------------------------------------------------------------------------


def test_a_scan_that_is_chosen_stands_on_the_row(
    console: Console, agreed: DecidePage, paper: Path, qtbot: QtBot
) -> None:
    add(console, agreed, paper, qtbot)
    assert "Scan bekijken (2 bladen)" in texts(row_of(agreed))
    assert "Scan erbij …" not in texts(row_of(agreed))
    assert len(console.service.scans.pages("peter")) == 2
    assert act_label(console.model.undoable, DUTCH) == "Scan toegevoegd"
    assert console.messages.said == []


def test_only_who_signed_on_paper_has_a_scan(console: Console, agreed: DecidePage) -> None:
    assert "Scan erbij …" in texts(row_of(agreed))
    console.model.act(
        lambda meeting: meeting.deciding.answer("sanne", Decision.AGREE, strokes=[[[0.1, 0.1], [0.9, 0.9]]])
    )
    for person in ("sanne", "mark"):
        assert "Scan" not in texts(row_of(agreed, person))
        assert not row_of(agreed, person).acceptDrops()


def test_called_off_nothing_is_added(console: Console, agreed: DecidePage, qtbot: QtBot) -> None:
    console.files.answer(None)
    press(row_of(agreed), "Scan erbij …")
    assert not console.page.steps.scanning.busy
    assert "Scan erbij …" in texts(row_of(agreed))


def test_files_can_be_dropped_on_the_row_and_more_on_it_later(
    console: Console, agreed: DecidePage, paper: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    assert drag(row_of(agreed), QUrl.fromLocalFile(str(paper)))
    read(console, qtbot)
    (tmp_path / "nog.png").write_bytes(written(sheet(3), "PNG"))
    assert drag(row_of(agreed), QUrl.fromLocalFile(str(tmp_path / "nog.png")))
    read(console, qtbot)
    assert "Scan bekijken (3 bladen)" in texts(row_of(agreed))


def test_of_a_file_that_is_dropped_a_copy_is_taken_also_where_it_was_to_be_moved(
    console: Console, agreed: DecidePage, paper: Path, qtbot: QtBot
) -> None:
    """A file manager that hears that it was moved throws the only scan away."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(paper))])
    offered = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    shift, left = Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton
    for kind in (QDragEnterEvent, QDropEvent):
        event = kind(QPointF(9, 9), offered, data, left, shift)  # type: ignore[call-overload]
        assert event.proposedAction() is Qt.DropAction.MoveAction
        QApplication.sendEvent(row_of(agreed), event)
        assert event.isAccepted()
        assert event.dropAction() is Qt.DropAction.CopyAction
    read(console, qtbot)


def _says_where(row: AnswerRow) -> bool:
    return any(line.property("role") == "drop" for line in in_sight(row, QFrame))


def test_while_it_is_dragged_over_the_row_a_line_says_where_it_goes(agreed: DecidePage, paper: Path) -> None:
    row = row_of(agreed)
    assert drag(row, QUrl.fromLocalFile(str(paper)), drop=False)
    assert _says_where(row)
    drag(row, QUrl.fromLocalFile(str(paper)))
    assert not _says_where(row)


def test_what_is_no_file_of_this_computer_is_not_taken(agreed: DecidePage, paper: Path) -> None:
    row = row_of(agreed)
    assert not drag(row, QUrl("https://example.org/scan.pdf"))
    assert not drag(row, QUrl.fromLocalFile(str(paper)), QUrl("https://example.org/scan.pdf"))
    assert not drag(row)


def test_what_cannot_be_read_is_told_and_nothing_is_added(
    console: Console, agreed: DecidePage, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "brief.doc").write_bytes(b"geen beeld")
    add(console, agreed, tmp_path / "brief.doc", qtbot)
    kind, title, text = console.messages.said[-1]
    assert (kind, title) == ("warn", "De scan is niet toegevoegd")
    assert text.startswith("brief.doc is geen scan die Beraad kan lezen. Er is niets toegevoegd.")
    assert "Scan erbij …" in texts(row_of(agreed))


def test_while_it_is_read_nobody_else_gets_the_keyboard(
    console: Console, agreed: DecidePage, tmp_path: Path, qtbot: QtBot
) -> None:
    """The name of a file that cannot be read would be told over the screen of who signs."""
    (tmp_path / "Peter de Wit.pdf").write_bytes(b"%PDF-")
    steps = console.page.steps
    console.model.act(lambda meeting: meeting.scales.add("Hoe veilig?", "niet", "heel", ScaleKind.SAFETY))
    gaps = {(gap.gap, gap.subject): "komt later" for gap in console.model.gaps}
    console.model.act(lambda meeting: meeting.deciding.decide(gaps))
    console.files.answer(tmp_path / "Peter de Wit.pdf")
    press(row_of(agreed), "Scan erbij …")
    assert steps.scanning.busy
    row_of(agreed, "mark").sign_button.click()
    steps.of(ScalePage).numbers_requested.emit(console.model.view.scales[0].id)
    steps.of(EvaluationPage).marks_requested.emit()
    assert steps.private.open_screen is None
    read(console, qtbot)
    assert "Peter de Wit.pdf" in console.messages.said[-1][2]
    row_of(agreed, "mark").sign_button.click()
    assert steps.private.open_screen is not None


def test_pages_in_files_of_their_own_come_as_one_counts(
    console: Console, agreed: DecidePage, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [tmp_path / name for name in ("scan 10.png", "scan 9.png", "Scan 2.png")]
    for bars, path in enumerate(paths):
        path.write_bytes(written(sheet(bars), "PNG"))
    assert drag(row_of(agreed), *(QUrl.fromLocalFile(str(path)) for path in paths))
    read(console, qtbot)
    assert console.service.scans.pages("peter") == read_scan(paths[::-1])


def test_reading_that_is_stopped_adds_nothing_and_tells_nothing(
    console: Console, agreed: DecidePage, paper: Path, qtbot: QtBot
) -> None:
    console.files.answer(paper)
    press(row_of(agreed), "Scan erbij …")
    (waiting,) = console.page.window().findChildren(QProgressDialog)
    waiting.canceled.emit()
    read(console, qtbot)
    assert "Scan erbij …" in texts(row_of(agreed))
    assert console.messages.said == []


@pytest.mark.parametrize("read_already", [False, True])
def test_leaving_the_meeting_while_it_is_read_keeps_nothing_and_breaks_nothing(
    console: Console, agreed: DecidePage, paper: Path, qtbot: QtBot, read_already: bool
) -> None:
    console.files.answer(paper)
    press(row_of(agreed), "Scan erbij …")
    if read_already:
        # Its thread is done, and the window was not told yet.
        for pool in console.page.window().findChildren(QThreadPool):
            pool.waitForDone()
    console.page.close_meeting()
    read(console, qtbot)
    assert console.messages.said == []


def _on_paper(row: AnswerRow) -> None:
    (which,) = in_sight(row, QComboBox)
    which.setCurrentIndex(which.findText("akkoord · papier"))


def _in_a_hundred_years(row: AnswerRow) -> None:
    field = moment(row, "Op welke dag?", DayField)
    day = field.day()
    assert day is not None
    field.show_day(day.replace(year=2126))


def test_an_answer_on_paper_and_its_scan_come_in_one_stroke(
    console: Console, agreed: DecidePage, paper: Path, qtbot: QtBot
) -> None:
    row = row_of(agreed, "lisa")
    press(row, "Anders …")
    assert "Bewaar, en scan erbij …" not in texts(row)
    _on_paper(row)
    console.files.answer(paper)
    press(row, "Bewaar, en scan erbij …")
    read(console, qtbot)
    assert "akkoord · op papier" in texts(row)
    assert "Scan bekijken (2 bladen)" in texts(row)


def test_an_answer_that_is_refused_asks_for_no_scan(console: Console, agreed: DecidePage) -> None:
    row = row_of(agreed, "lisa")
    press(row, "Anders …")
    _on_paper(row)
    _in_a_hundred_years(row)
    press(row, "Bewaar, en scan erbij …")
    assert [title for _kind, title, _text in console.messages.said] == ["Dit kan zo niet"]
    assert not console.page.steps.scanning.busy


def test_the_paper_of_an_answer_that_is_refused_is_not_laid_behind_the_answer_before(
    console: Console, agreed: DecidePage
) -> None:
    agree_on_something_else(console)
    row = row_of(agreed)
    press(row, "Anders …")
    _on_paper(row)
    _in_a_hundred_years(row)
    press(row, "Bewaar, en scan erbij …")
    assert [title for _kind, title, _text in console.messages.said] == ["Dit kan zo niet"]
    assert not console.page.steps.scanning.busy


# -- looking ------------------------------------------------------------------------------------------


@pytest.fixture
def shown(console: Console, agreed: DecidePage, paper: Path, qtbot: QtBot) -> ScanScreen:
    """The scan over the console."""
    add(console, agreed, paper, qtbot)
    the(row_of(agreed), "Scan bekijken (2 bladen)", QPushButton).setFocus()
    press(row_of(agreed), "Scan bekijken (2 bladen)")
    return screen_of(console)


def test_it_says_whose_it_is_and_which_code_belongs_at_the_foot(console: Console, shown: ScanScreen) -> None:
    words = texts(shown)
    assert "Op papier getekend door Peter" in words
    assert f"Onderaan het papier moet staan: Plan {console.service.deciding.code('peter')}-…" in words
    assert "blad 1 van 2" in words


def test_pages_are_turned_by_key_and_by_button(console: Console, shown: ScanScreen, qtbot: QtBot) -> None:
    assert QApplication.focusWidget() is shown.view
    qtbot.keyClick(shown.view, Qt.Key.Key_PageDown)
    assert (shown.at, shown.view.accessibleName()) == (1, "Het papier dat Peter tekende, blad 2 van 2")
    qtbot.keyClick(shown.view, Qt.Key.Key_PageDown)
    assert shown.at == 1
    press(shown, "Vorig blad")
    assert shown.at == 0
    qtbot.keyClick(shown.view, Qt.Key.Key_PageUp)
    assert shown.at == 0


def test_a_page_is_whole_first_and_can_be_as_wide_as_the_window(shown: ScanScreen, qtbot: QtBot) -> None:
    room = shown.view.viewport().size()
    assert shown.view.page_size.height() == room.height()
    qtbot.keyClick(shown.view, Qt.Key.Key_Plus)
    assert shown.view.page_size.width() > 0.95 * room.width()
    assert shown.view.page_size.height() > 2 * room.height()
    press(shown, "Heel blad")
    assert shown.view.page_size.height() <= room.height()


def test_the_page_shows_what_is_on_the_paper(shown: ScanScreen) -> None:
    picture = shown.view.grab().toImage()
    page, view = shown.view.page_size, shown.view.viewport().size()
    left = (view.width() - page.width()) // 2
    corner = picture.pixelColor(left + page.width() // 10, page.height() // 16)
    white = picture.pixelColor(left + page.width() * 9 // 10, page.height() * 9 // 10)
    assert (corner.red() > 150, corner.green() < 60) == (True, True)
    assert white.lightness() > 240


def test_the_edge_says_that_the_keyboard_is_on_the_page(shown: ScanScreen) -> None:
    edge = QPoint(0, 9)
    with_keyboard = shown.view.widget().grab().toImage().pixelColor(edge)
    the(shown, "Groter", QPushButton).setFocus()
    without = shown.view.widget().grab().toImage().pixelColor(edge)
    theme = Theme.current()
    assert (with_keyboard, without) == (theme.colour("focus"), theme.colour("field_line"))


def test_escape_goes_back_to_the_row(console: Console, shown: ScanScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(shown.view, Qt.Key.Key_Escape)
    assert console.page.steps.private.open_screen is None
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Scan bekijken (2 bladen)"


def test_it_stands_in_the_window_of_the_console_and_the_wall_shows_the_same(
    console: Console, agreed: DecidePage, paper: Path, qtbot: QtBot
) -> None:
    console.wall.resize(960, 540)
    console.wall.show()
    console.page.activateWindow()
    before = console.wall.grab().toImage()
    windows = set(QApplication.topLevelWidgets())
    add(console, agreed, paper, qtbot)
    press(row_of(agreed), "Scan bekijken (2 bladen)")
    screen = screen_of(console)
    assert screen.window() is console.page.window()
    assert not [item for item in set(QApplication.topLevelWidgets()) - windows if item.isVisible()]
    assert console.wall.grab().toImage() == before
    assert screen.grab().toImage() != before


def test_taken_away_it_is_gone_and_undo_brings_it_back(
    console: Console, agreed: DecidePage, shown: ScanScreen
) -> None:
    press(shown, "Weghalen")
    assert console.page.steps.private.open_screen is None
    assert "Scan erbij …" in texts(row_of(agreed))
    assert act_label(console.model.undoable, DUTCH) == "Scan weggehaald"
    console.model.undo()
    assert "Scan bekijken (2 bladen)" in texts(row_of(agreed))


def test_pages_can_be_added_from_the_screen(
    console: Console, agreed: DecidePage, shown: ScanScreen, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "nog.png").write_bytes(written(sheet(3), "PNG"))
    console.files.answer(tmp_path / "nog.png")
    press(shown, "Blad erbij …")
    read(console, qtbot)
    assert "Scan bekijken (3 bladen)" in texts(row_of(agreed))


def test_one_page_needs_no_turning(
    console: Console, agreed: DecidePage, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "een.png").write_bytes(written(sheet(1), "PNG"))
    add(console, agreed, tmp_path / "een.png", qtbot)
    press(row_of(agreed), "Scan bekijken (1 blad)")
    assert "Volgend blad" not in texts(screen_of(console))


def test_who_is_asked_anew_keeps_the_old_scan_in_sight_until_the_new_answer(
    console: Console, agreed: DecidePage, paper: Path, qtbot: QtBot
) -> None:
    add(console, agreed, paper, qtbot)
    agree_on_something_else(console)
    assert "opnieuw vragen" in texts(row_of(agreed))
    assert "Scan bekijken (2 bladen)" in texts(row_of(agreed))
    console.model.act(lambda meeting: meeting.deciding.answer("peter", Decision.AGREE, on_paper=True))
    assert "Scan erbij …" in texts(row_of(agreed))
