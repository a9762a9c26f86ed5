"""What Qt says by itself, asking for a file or a printer, in menus of fields and in a calendar, is Dutch."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QFileDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QProgressDialog,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from beraad import i18n
from beraad.ui.qt_language import speak
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.value_fields import DayBox, NumberBox, TimeBox

THE_SAME = {"Type", "Type:", "Printer", "Computer", "april", "september", "november", "december"}
"""Words that are the same in both languages."""


def _file(mode: QFileDialog.FileMode, accept: QFileDialog.AcceptMode) -> QFileDialog:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    dialog.setAcceptMode(accept)
    return dialog


class _Printing(QPrintDialog):
    """With its printer, to which Qt's only points."""

    def __init__(self) -> None:
        printer = QPrinter()
        super().__init__(printer)
        self._printer = printer


def _menu_of(field: QLineEdit | GrowingTextEdit, holder: QWidget) -> QMenu:
    field.setParent(holder)
    menu = field.createStandardContextMenu()
    menu.setParent(holder)
    return menu


def _menus() -> QWidget:
    holder = QWidget()
    for field in (LineEdit("woorden"), GrowingTextEdit("woorden", label="veld")):
        _menu_of(field, holder)
    for box in (NumberBox(), DayBox(), TimeBox()):
        box.setParent(holder)
        _menu_of(box.lineEdit(), box)
    return holder


Modes, Ways = QFileDialog.FileMode, QFileDialog.AcceptMode
ASKED: dict[str, Callable[[], QWidget]] = {
    "a file to read": lambda: _file(Modes.ExistingFile, Ways.AcceptOpen),
    "files to read": lambda: _file(Modes.ExistingFiles, Ways.AcceptOpen),
    "a file to write": lambda: _file(Modes.AnyFile, Ways.AcceptSave),
    "a folder": lambda: _file(Modes.Directory, Ways.AcceptOpen),
    "a printer": _Printing,
    "the menus of fields": _menus,
    "a calendar": QCalendarWidget,
    "a job": QProgressDialog,
}


def words(root: QWidget) -> Iterator[str]:
    """All that can be read in it, but for names of files."""
    for action in root.findChildren(QAction):
        yield action.text()
    for widget in (root, *root.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.windowTitle())
        if isinstance(widget, QAbstractButton | QLabel):
            yield widget.text()
        elif isinstance(widget, QGroupBox):
            yield widget.title()
        elif isinstance(widget, QTabWidget):
            yield from map(widget.tabText, range(widget.count()))
        elif isinstance(widget, QComboBox) and not isinstance(root, QFileDialog):
            yield from map(widget.itemText, range(widget.count()))
        elif isinstance(widget, QHeaderView):
            model, along = widget.model(), widget.orientation()
            yield from (str(model.headerData(at, along) or "") for at in range(widget.count()))


def said(ask: Callable[[], QWidget], language: str, qtbot: QtBot) -> set[str]:
    """What can be read in this language, without the marks of its keys."""
    app = QApplication.instance()
    assert app is not None
    i18n.set_language(language)
    speak(app, language)
    dialog = ask()
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    found = {word.replace("&", "").split("\t")[0] for word in words(dialog)}
    dialog.close()
    return {word for word in found if any(letter.isalpha() for letter in word)}


@pytest.fixture(autouse=True)
def dutch_again() -> Iterator[None]:
    yield
    app = QApplication.instance()
    assert app is not None
    i18n.set_language("nl")
    speak(app, "nl")


@pytest.mark.parametrize("asked", ASKED)
def test_no_word_of_qt_is_left_in_english(asked: str, qtbot: QtBot) -> None:
    dutch, english = (said(ASKED[asked], language, qtbot) for language in ("nl", "en"))
    assert dutch | english or asked == "a job"
    assert (dutch & english) - THE_SAME == set()


def test_without_our_own_words_some_would_be(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    load = QTranslator.load

    def only_qt_s(self: QTranslator, name: str, folder: str) -> bool:
        return not name.startswith("qtbase_left") and load(self, name, folder)

    monkeypatch.setattr(QTranslator, "load", only_qt_s)
    dutch, english = (said(ASKED["a printer"], language, qtbot) for language in ("nl", "en"))
    assert "Double Sided Printing" in dutch & english
