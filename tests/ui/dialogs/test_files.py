"""The dialogs that ask for a file leave nothing behind."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QToolButton,
    QTreeView,
)
from pytestqt.qtbot import QtBot

from beraad.ui.dialogs import files
from beraad.ui.dialogs.files import Files
from beraad.ui.qt_language import speak

FAMILY = "Familie De Wit"


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Path]:
    """Where Qt writes down what its programs remember, for as long as this test goes on."""

    def write_to(folder: str) -> None:
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, folder)

    write_to(str(tmp_path / "settings"))
    yield tmp_path / "settings"
    write_to(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation))


def choose(folder: Path, ask: Callable[[], object], qtbot: QtBot) -> object:
    """Look in this folder and choose the scan in it, in the dialog that `ask` opens."""
    (folder / FAMILY).mkdir()
    (folder / FAMILY / "scan.pdf").write_bytes(b"%PDF-")
    timer = QTimer(interval=10)

    def answer() -> None:
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QFileDialog) and dialog.isVisible():
                timer.stop()
                dialog.setDirectory(str(folder / FAMILY))
                dialog.findChild(QLineEdit, "fileNameEdit").setText(str(folder / FAMILY / "scan.pdf"))
                dialog.accept()

    timer.timeout.connect(answer)
    timer.start()
    return ask()


def written(folder: Path) -> str:
    """Everything in these settings."""
    return "\n".join(path.read_text() for path in folder.rglob("*") if path.is_file())


def test_no_settings_remember_where_a_scan_was(settings: Path, tmp_path: Path, qtbot: QtBot) -> None:
    elsewhere = QSettings(QSettings.Scope.UserScope, "QtProject")
    elsewhere.setValue("FileDialog/lastVisited", "file:///elsewhere")
    chosen = choose(tmp_path, lambda: Files().to_read_several("Scan", "*.pdf"), qtbot)
    assert chosen == [tmp_path / FAMILY / "scan.pdf"]
    assert "sidebarWidth" in written(settings), "the dialog wrote down nothing at all"
    assert "lastVisited=file:///elsewhere" in written(settings)
    assert "De%20Wit" not in written(settings)


def test_qt_itself_would_remember(
    settings: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_REMEMBERED", ())
    choose(tmp_path, lambda: Files().to_read_several("Scan", "*.pdf"), qtbot)
    QSettings(QSettings.Scope.UserScope, "QtProject").sync()
    assert "De%20Wit" in written(settings)


def test_the_small_buttons_of_qt_s_own_dialog_have_room_for_their_picture(qtbot: QtBot) -> None:
    """With the padding of the program's own buttons a dot was left of each."""
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    buttons = [button for button in dialog.findChildren(QToolButton) if button.isVisible()]
    assert buttons
    assert all(button.minimumSizeHint().width() <= button.width() for button in buttons)


_ENGLISH = {
    "Look",
    "Files",
    "of",
    "File",
    "name",
    "Back",
    "Forward",
    "Cancel",
    "Save",
    "Open",
    "Date",
    "Size",
}


def _words_in_a_file_dialog(qtbot: QtBot) -> set[str]:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setDirectory("/")
    qtbot.addWidget(dialog)
    dialog.show()
    said = [label.text() for label in dialog.findChildren(QLabel)]
    said += [button.text() or button.toolTip() for button in dialog.findChildren(QAbstractButton)]
    model = dialog.findChild(QTreeView).model()
    said += [
        str(model.headerData(column, Qt.Orientation.Horizontal)) for column in range(model.columnCount())
    ]
    return set(re.findall(r"\w+", " ".join(said).replace("&", "")))


def test_the_file_dialog_speaks_dutch(qapp: QApplication, qtbot: QtBot) -> None:
    speak(qapp, "nl")
    said = _words_in_a_file_dialog(qtbot)
    assert {"Zoeken", "Bestandstype", "Bestandsnaam", "Annuleren", "Grootte"} <= said
    assert not said & _ENGLISH


def test_and_english_where_that_was_chosen(qapp: QApplication, qtbot: QtBot) -> None:
    """The control."""
    speak(qapp, "en")
    try:
        assert {"Look", "Files", "Cancel"} <= _words_in_a_file_dialog(qtbot)
    finally:
        speak(qapp, "nl")
