"""What is copied here is kept out of histories, and goes; what another program copied stays.

The off-screen platform has a clipboard of its own. Those of X11 are tried in `test_copied_x11`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

import beraad
from beraad.ui import clipboard as own_clipboard
from beraad.ui.clipboard import ClipboardGuard, put
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from tests.ui.opened_window import DE_WIT, Shell

CTRL = Qt.KeyboardModifier.ControlModifier
HINT = "x-kde-passwordManagerHint"
SECRET = "Bredaseweg 12"


def clipboard() -> QClipboard:
    return QGuiApplication.clipboard()


def another_program_copies(text: str) -> None:
    """The keyboard is not in a field where this is selected, so it was not copied here."""
    clipboard().setText(text)


@pytest.fixture(autouse=True)
def _empty(qapp: QApplication) -> None:
    clipboard().clear()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window whose clipboard is watched."""
    window = QWidget()
    qtbot.addWidget(window)
    ClipboardGuard(window)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def _copied(window: QWidget) -> ClipboardGuard:
    return window.findChild(ClipboardGuard)


def _line(window: QWidget) -> QWidget:
    field = QLineEdit(SECRET, window)
    field.selectAll()
    return field


def _text(window: QWidget) -> QWidget:
    field = GrowingTextEdit(SECRET, label="Tekst", parent=window)
    field.selectAll()
    return field


def _plain(window: QWidget) -> QWidget:
    field = QPlainTextEdit(SECRET, window)
    field.selectAll()
    return field


def _label(window: QWidget) -> QWidget:
    label = QLabel(SECRET, window)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
    label.setSelection(0, len(SECRET))
    return label


FIELDS = [_line, _text, _plain, _label]


@pytest.fixture(params=FIELDS)
def field(request: pytest.FixtureRequest, window: QWidget, qtbot: QtBot) -> QWidget:
    """With the secret selected, and the keyboard in it."""
    field: QWidget = request.param(window)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return field


def test_what_is_copied_by_key_asks_histories_to_leave_it_out(field: QWidget, qtbot: QtBot) -> None:
    qtbot.keyClick(field, Qt.Key.Key_C, CTRL)
    assert clipboard().text() == SECRET
    assert bytes(clipboard().mimeData().data(HINT).data()) == b"secret"
    assert clipboard().mimeData().formats() == ["text/plain", HINT]


def test_what_is_cut_does_too(window: QWidget, qtbot: QtBot) -> None:
    for make in (_line, _text):
        field = make(window)
        field.show()
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_X, CTRL)
        assert clipboard().text() == SECRET
        assert clipboard().mimeData().hasFormat(HINT)
        clipboard().clear()


@pytest.mark.parametrize("kind", [QLineEdit, QTextEdit])
def test_and_what_a_menu_or_code_copies(window: QWidget, qtbot: QtBot, kind: type) -> None:
    field = kind(window)
    field.setText(SECRET)
    field.show()
    field.setFocus()
    field.selectAll()
    field.copy()
    assert clipboard().mimeData().hasFormat(HINT)
    clipboard().clear()
    put(SECRET)
    assert clipboard().mimeData().hasFormat(HINT)


def test_clearing_takes_it_off(field: QWidget, window: QWidget, qtbot: QtBot) -> None:
    qtbot.keyClick(field, Qt.Key.Key_C, CTRL)
    _copied(window).clear()
    assert clipboard().text() == ""


def test_after_its_time_it_goes_by_itself(field: QWidget, window: QWidget, qtbot: QtBot) -> None:
    qtbot.keyClick(field, Qt.Key.Key_C, CTRL)
    timer = _copied(window)._timers[QClipboard.Mode.Clipboard]
    assert timer.isActive()
    assert timer.interval() == 30_000
    timer.setInterval(1)
    qtbot.waitUntil(lambda: clipboard().text() == "")


def test_what_another_program_put_there_since_stays(field: QWidget, window: QWidget, qtbot: QtBot) -> None:
    qtbot.keyClick(field, Qt.Key.Key_C, CTRL)
    another_program_copies("van een ander programma")
    assert not clipboard().mimeData().hasFormat(HINT)
    _copied(window).clear()
    assert clipboard().text() == "van een ander programma"


def test_what_another_program_put_there_before_stays(window: QWidget) -> None:
    another_program_copies("van een ander programma")
    _copied(window).clear()
    assert clipboard().text() == "van een ander programma"


@pytest.fixture
def _shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clipboard that other programs share, of which Qt says that it is ours."""
    monkeypatch.setattr(own_clipboard, "_nobody_owns", lambda: False)
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: True)


@pytest.mark.usefixtures("_shared")
def test_what_another_put_there_unheard_stays(window: QWidget) -> None:
    """X11: taken within the same millisecond, Qt tells nobody and goes on saying that it is ours."""
    put(SECRET)
    clipboard().blockSignals(True)
    another_program_copies("van een ander programma")
    clipboard().blockSignals(False)
    _copied(window).clear()
    assert clipboard().text() == "van een ander programma"


@pytest.mark.usefixtures("_shared")
def test_what_is_still_ours_goes(window: QWidget) -> None:
    """The control."""
    put(SECRET)
    _copied(window).clear()
    assert clipboard().text() == ""


def test_where_what_is_read_is_a_copy_ours_is_known_by_its_hint(
    window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on macOS, where Qt names no owner either."""
    put(SECRET)
    with monkeypatch.context() as held:
        held.setattr(ClipboardGuard, "_data", lambda _copied, _mode: own_clipboard._marked(SECRET))
        _copied(window).clear()
    assert clipboard().text() == ""


# -- in the program ----------------------------------------------------------------------------------


def _copy_in(shell: Shell, qtbot: QtBot) -> None:
    with qtbot.waitActive(shell.window):
        shell.window.activateWindow()
    field = QLineEdit(SECRET, shell.window)
    field.show()
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_C, CTRL)
    assert clipboard().text() == SECRET


def test_locking_clears_what_was_copied(shell: Shell, qtbot: QtBot) -> None:
    shell.window.show_case(DE_WIT)
    _copy_in(shell, qtbot)
    shell.window.lock()
    assert clipboard().text() == ""
    shell.wait()


def test_closing_clears_what_was_copied(shell: Shell, qtbot: QtBot) -> None:
    _copy_in(shell, qtbot)
    shell.window.close()
    assert clipboard().text() == ""


@pytest.mark.parametrize("how", ["lock", "close"])
def test_neither_touches_what_another_program_copied(shell: Shell, qtbot: QtBot, how: str) -> None:
    _copy_in(shell, qtbot)
    another_program_copies("van een ander programma")
    if how == "lock":
        shell.window.lock()
        shell.wait()
    else:
        shell.window.close()
    assert clipboard().text() == "van een ander programma"


def test_the_clipboard_has_one_door() -> None:
    """Only one module puts anything there; the others may read it, to paste."""
    root = Path(beraad.__file__).parent
    used = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if re.search(r"clipboard(\(\))?\.(set|clear)|QClipboard", path.read_text("utf-8"))
    }
    assert used == {"ui/clipboard.py"}
