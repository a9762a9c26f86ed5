"""What goes into a text field: words that fit, never a file, and nothing that stood there is cut."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from beraad.texts import LONGEST_LINE, LONGEST_TEXT
from beraad.ui.widgets.field_notice import FieldNotice
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.line_edit import LineEdit

UI = Path(__file__).parents[3] / "src/beraad/ui"
CONTROL = Qt.KeyboardModifier.ControlModifier
Field = GrowingTextEdit | LineEdit


@pytest.fixture(autouse=True)
def _empty_clipboard(qapp: QApplication) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture(params=["lines", "line"])
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Field]:
    """A field for ten characters in a window that it does not fill."""
    window = QWidget()
    qtbot.addWidget(window)
    made: Field = (
        GrowingTextEdit(label="Zorg", longest=10) if request.param == "lines" else LineEdit(longest=10)
    )
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addStretch()
    window.resize(600, 400)
    window.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made
    # Nobody else keeps the window.
    window.close()


def told(field: QWidget) -> str:
    """What stands under the field."""
    notices = field.window().findChildren(FieldNotice)
    return "".join(notice.text() for notice in notices if notice.isVisible())


def show(field: Field, text: str) -> None:
    if isinstance(field, GrowingTextEdit):
        field.set_text(text)
    else:
        field.setText(text)


def paste(field: Field, source: QMimeData | str, qtbot: QtBot) -> None:
    if isinstance(source, str):
        QGuiApplication.clipboard().setText(source)
    else:
        QGuiApplication.clipboard().setMimeData(source)
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)


def drop(field: Field, source: QMimeData) -> bool:
    """Drag over the field and let go; gives whether it was taken."""
    target = field.viewport() if isinstance(field, GrowingTextEdit) else field
    at = QPointF(5, 5)
    left = Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, source, left, none)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(target, QDropEvent(at, Qt.DropAction.CopyAction, source, left, none))
    return True


def files(*paths: str) -> QMimeData:
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile(path) for path in paths])
    # As file managers do, for who asks for text.
    source.setText("\n".join(paths))
    return source


def test_a_text_that_is_longer_than_its_field_is_never_cut(field: Field, qtbot: QtBot) -> None:
    """12,000 characters came with a file; the first key left 4,000 of them."""
    long = "x" * 30
    show(field, long)
    qtbot.keyClicks(field, "abc")
    assert field.text() == long
    assert "vol" in told(field)
    qtbot.keyClick(field, Qt.Key.Key_Home)
    qtbot.keyClicks(field, "abc")
    assert field.text() == long


def test_a_text_that_is_longer_than_its_field_can_be_made_shorter(field: Field, qtbot: QtBot) -> None:
    show(field, "x" * 30)
    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text() == "x" * 29
    assert told(field) == ""


def test_a_full_field_takes_no_more_and_says_so_until_the_next_key(field: Field, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "1234567890")
    qtbot.keyClick(field, "x")
    assert field.text() == "1234567890"
    assert "hoogstens 10 tekens" in told(field)
    qtbot.keyClick(field, Qt.Key.Key_Left)
    assert told(field) == ""
    qtbot.keyClick(field, "x")
    assert field.text() == "1234567890"


def test_the_last_character_is_said_before_the_field_is_full(field: Field, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "12345678")
    assert told(field) == ""
    qtbot.keyClick(field, "9")
    assert told(field) == "Nog 1 teken"


def test_a_paste_that_does_not_fit_puts_nothing_in_and_says_so(field: Field, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "abc")
    paste(field, "12345678", qtbot)
    assert field.text() == "abc"
    assert "8 tekens" in told(field)
    assert "plaats voor 7" in told(field)


def test_a_paste_that_fits_goes_in_also_in_place_of_what_is_selected(field: Field, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "abcde")
    field.selectAll()
    paste(field, "1234567890", qtbot)
    assert field.text() == "1234567890"


def test_words_that_are_dragged_within_a_full_field_are_not_lost(qtbot: QtBot) -> None:
    """Qt takes them out first, and then puts them in, in one go."""
    edit = GrowingTextEdit("abcde fghi", label="Zorg", longest=10)
    qtbot.addWidget(edit)
    words = QMimeData()
    words.setText("abcde")
    cursor = edit.textCursor()
    cursor.beginEditBlock()
    cursor.setPosition(0)
    cursor.setPosition(5, cursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.setPosition(5)
    edit.setTextCursor(cursor)
    edit.insertFromMimeData(words)
    cursor.endEditBlock()
    assert edit.text() == " fghiabcde"


def test_a_pasted_or_dropped_file_never_becomes_text(field: Field, qtbot: QtBot) -> None:
    paste(field, files("/a/scan.pdf"), qtbot)
    assert field.text() == ""
    assert "geen tekst" in told(field)
    assert not drop(field, files("/a/scan.pdf"))
    assert field.text() == ""


@pytest.mark.parametrize(
    "kind",
    ["x-special/gnome-copied-files", 'application/x-qt-windows-mime;value="FileGroupDescriptorW"', "text"],
)
def test_a_file_is_known_however_a_file_manager_says_it(field: Field, kind: str, qtbot: QtBot) -> None:
    source = QMimeData()
    source.setText("file:///a" if kind == "text" else "/a/b")
    if kind != "text":
        source.setData(kind, b"copy\nfile:///a/b")
    paste(field, source, qtbot)
    assert field.text() == ""


def test_dropped_words_and_the_address_of_a_page_are_text(field: Field, qtbot: QtBot) -> None:
    """The control of the tests above."""
    source = QMimeData()
    source.setText("http://a.b")
    source.setUrls([QUrl("http://a.b")])
    paste(field, source, qtbot)
    assert field.text() == "http://a.b"
    show(field, "")
    words = QMimeData()
    words.setText("woord")
    assert drop(field, words)
    assert field.text() == "woord"


def test_control_codes_are_not_pasted_and_a_line_is_one_line(field: Field, qtbot: QtBot) -> None:
    paste(field, "a\vb\x00c\r\nd", qtbot)
    assert field.text() == ("a\nbc\nd" if isinstance(field, GrowingTextEdit) else "a bc d")


def test_a_line_is_one_line_however_it_comes_in(qtbot: QtBot) -> None:
    line = LineEdit("bij oma,\nachterom")
    qtbot.addWidget(line)
    assert line.text() == "bij oma, achterom"
    line.setCursorPosition(3)
    line.insert(" de\n\u2028")
    assert line.text() == "bij de oma, achterom"
    assert line.cursorPosition() == 6


def test_a_field_holds_what_a_case_file_may_hold(qtbot: QtBot) -> None:
    text, line = GrowingTextEdit(label="Zorg"), LineEdit()
    for widget in (text, line):
        qtbot.addWidget(widget)
    text.insertPlainText("x" * LONGEST_TEXT)
    line.insert("x" * LONGEST_LINE)
    assert (len(text.text()), len(line.text())) == (LONGEST_TEXT, LONGEST_LINE)


def test_the_word_stands_in_the_window_and_takes_no_click(field: Field, qtbot: QtBot) -> None:
    field.window().resize(120, field.height() + 30)
    paste(field, "x" * 100, qtbot)
    notice = field.window().findChild(FieldNotice)
    assert notice is not None
    assert field.window().rect().contains(notice.geometry().topLeft())
    assert notice.geometry().right() <= field.window().rect().right()
    assert notice.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    field.clearFocus()
    assert told(field) == ""


BARE = re.compile(r"\bQ(LineEdit|TextEdit|PlainTextEdit)\(\w*\)(?!:)")


def test_every_field_to_type_in_is_one_of_ours() -> None:
    """A bare field of Qt takes a file for text, and a paste of any length."""
    for path in UI.rglob("*.py"):
        code = path.read_text("utf-8")
        assert not BARE.search(code), path
        assert "setEditable(True)" not in code or "setLineEdit(" in code, path


def test_a_bare_field_would_be_seen() -> None:
    assert BARE.search("self.name = QLineEdit()")
