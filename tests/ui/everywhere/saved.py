"""Types in every text field there is, and looks whether the line below tells the truth about it."""

from itertools import count

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QScrollBar, QTextEdit, QWidget
from shiboken6 import isValid

from beraad.exchange.writing import write_case
from beraad.ui.console import MeetingPage
from beraad.ui.console.finding.find_sheet import FindSheet
from beraad.ui.main_window import MainWindow
from beraad.ui.widgets.save_state import SaveState
from tests.inside import store_of
from tests.ui.everywhere.fields_made import made_at
from tests.ui.everywhere.press import named, parents

_NOT_TEXT = (QAbstractSpinBox, FindSheet)
"""Numbers, and words one looks for."""


class Saver:
    """Says in which fields something stands that is not on disk, while a line says that all is.

    A field with the same name on the same page, made at the same place, is tried once, and once more over a
    meeting: there a line says what is saved.
    """

    def __init__(self) -> None:
        self.tried: set[tuple[str, str, bool]] = set()
        self._marks = (f"Zq{number}vx" for number in count())

    @property
    def places(self) -> set[str]:
        """Where in the program the fields that were tried are made."""
        return {place for _name, place, _over in self.tried}

    def __call__(self, window: QWidget) -> list[str]:
        """Type in each field of a window, and leave it scrolled as it was."""
        found = []
        scrolled = [(bar, bar.value()) for bar in window.findChildren(QScrollBar)]
        window.activateWindow()
        for field in _texts(window):
            if not isValid(field) or not field.isVisible():
                continue
            case = named(field), made_at(field), bool(_meetings())
            if case in self.tried or any(isinstance(at, _NOT_TEXT) for at in parents(field)):
                continue
            field.setFocus()
            QApplication.processEvents()
            if isValid(field) and field.hasFocus():
                self.tried.add(case)
                found += self._type(window, field, case[0])
        for bar, value in scrolled:
            if isValid(bar):
                bar.setValue(value)
        return found

    def _type(self, window: QWidget, field: QWidget, name: str) -> list[str]:
        mark, page = next(self._marks), window.page if isinstance(window, MainWindow) else None
        QTest.keyClicks(field, mark)
        _rest(page)
        found = [f"saved {name}"] if _said_to_be_saved() and not _on_disk(mark) else []
        # Taken back as it came: what another way puts there is not typed, and the draft would stay.
        for _letter in mark:
            if isValid(field):
                QTest.keyClick(field, Qt.Key.Key_Backspace)
        _rest(page)
        return found


def _texts(window: QWidget) -> list[QTextEdit | QLineEdit]:
    """Those that stand, also where one has to scroll to them."""
    fields = [*window.findChildren(QTextEdit), *window.findChildren(QLineEdit)]
    return [item for item in fields if item.isVisible() and item.isEnabled() and not item.isReadOnly()]


def _rest(page: QWidget | None) -> None:
    """What a line says is what it says once nothing is being typed any more."""
    while isinstance(page, MeetingPage) and page.model.drafting.typing:
        QTest.qWait(1)


def _meetings() -> list[MeetingPage]:
    """The meetings that stand, also behind a dialog."""
    windows = [item for item in QApplication.topLevelWidgets() if isinstance(item, MainWindow)]
    pages = [item.page for item in windows if item.isVisible()]
    return [page for page in pages if isinstance(page, MeetingPage)]


def _said_to_be_saved() -> bool:
    """Whether any line says that all is on disk."""
    lines = [line.text() for page in _meetings() for line in page.findChildren(SaveState)]
    return any(words.startswith("Opgeslagen") and not words.endswith(_NOT_ALL) for words in lines)


_NOT_ALL = "half getypt nog niet"


def _on_disk(mark: str) -> bool:
    """Whether somebody else who reads the database finds it."""
    for page in _meetings():
        with store_of(page.service).unit_of_work() as work:
            names = work.cases.references()
            if any(mark.encode() in write_case(work.cases.get(name)) for name in names):
                return True
    return False
