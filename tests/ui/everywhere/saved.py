"""Types in every text field of a meeting, and looks whether the line below tells the truth about it."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QTextEdit, QWidget
from shiboken6 import isValid

from beraad.exchange.writing import write_case
from beraad.ui.main_window import MainWindow
from beraad.ui.meeting import MeetingPage
from beraad.ui.meeting.find_sheet import FindSheet
from tests.ui.everywhere.press import named, parents, write, written_in

MARK = "Zq7vx"
_NOT_TEXT = (QAbstractSpinBox, FindSheet)
"""Numbers, and words one looks for."""


class Saver:
    """Says in which fields something stands that is not on disk, while the line says that all is.

    A field with the same name on the same page is tried once.
    """

    def __init__(self) -> None:
        self.tried: set[str] = set()

    def __call__(self, window: QWidget) -> list[str]:
        """Type in each field of the meeting in a window."""
        page = window.page if isinstance(window, MainWindow) else None
        if not isinstance(page, MeetingPage) or not page.isVisible():
            return []
        found = []
        for field in _texts(page):
            if not isValid(field):
                continue
            name = named(field)
            if name in self.tried:
                continue
            if any(isinstance(at, _NOT_TEXT) for at in parents(field)):
                continue
            field.setFocus()
            if not field.hasFocus():
                continue
            self.tried.add(name)
            written = written_in(field)
            found += _type(page, field, name)
            if isValid(field):
                write(field, written)
        return found


def _texts(page: MeetingPage) -> list[QTextEdit | QLineEdit]:
    """Those that stand, also where one has to scroll to them."""
    fields = [*page.findChildren(QTextEdit), *page.findChildren(QLineEdit)]
    return [item for item in fields if item.isVisible() and item.isEnabled() and not item.isReadOnly()]


def _type(page: MeetingPage, field: QWidget, name: str) -> list[str]:
    QTest.keyClicks(field, MARK)
    line = page.status.save_state
    # What it says once nothing is being typed any more.
    while page.model.drafting.typing:
        QTest.qWait(1)
    return [f"saved {name}"] if _says_all(line.text()) and not _on_disk(page) else []


def _says_all(words: str) -> bool:
    return words.startswith("Opgeslagen") and "de reden nog niet" not in words


def _on_disk(page: MeetingPage) -> bool:
    desk = page._service._desk
    with desk._store.unit_of_work() as work:
        return any(MARK.encode() in write_case(work.cases.get(name)) for name in work.cases.references())
