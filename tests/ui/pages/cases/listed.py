"""The list of cases as somebody sees, hears and presses it."""

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from beraad.i18n import _
from beraad.ui.pages.cases.case_lines import LINE as LINE_ROLE
from beraad.ui.pages.cases.case_lines import WORDS
from beraad.ui.pages.cases.case_list import CaseList
from beraad.ui.pages.cases.row_layout import Part, Piece, RowLayout
from beraad.ui.pages.cases.row_painter import RowPainter


def said_in_lists(where: QWidget) -> list[str]:
    """What each line of the lists of cases says that can be seen in `where`."""
    lists = [view for view in where.findChildren(CaseList) if view.isVisible()]
    return [sentence for view in lists for sentence in Listed(view).sentences()]


def search_field(where: QWidget) -> QLineEdit:
    """The field above the list that searches in it."""
    name = _("Zoek een zaak op naam, nummer, gemeente of hulpverlener")
    (found,) = [item for item in where.findChildren(QLineEdit) if item.accessibleName() == name]
    return found


class Listed:
    """The list in a page."""

    def __init__(self, where: QWidget) -> None:
        (self.view,) = [where] if isinstance(where, CaseList) else where.findChildren(CaseList)

    def references(self) -> list[str]:
        """The cases that the search lets through."""
        return [index.data(LINE_ROLE).reference for index in self._indexes()]

    def chosen(self) -> str | None:
        """The case that is chosen."""
        index = self.view.currentIndex()
        return index.data(LINE_ROLE).reference if index.isValid() else None

    def sentences(self) -> list[str]:
        """What a screen reader says of each."""
        return [str(index.data(Qt.ItemDataRole.AccessibleTextRole)) for index in self._indexes()]

    def sentence(self, reference: str) -> str:
        """What a screen reader says of this one."""
        return str(self._index(reference).data(Qt.ItemDataRole.AccessibleTextRole))

    def pieces(self, reference: str) -> list[Piece]:
        """What is painted of a case, and where."""
        index = self._index(reference)
        return self._layout().pieces(index.data(WORDS), self.view.visualRect(index))

    def reads(self, reference: str) -> list[str]:
        """The words that can be read in its row."""
        return [piece.text for piece in self.pieces(reference) if piece.text]

    def offers_meeting(self, reference: str) -> bool:
        """Whether its row has a button to the meeting."""
        return any(piece.part is Part.BUTTON for piece in self.pieces(reference))

    def leads_on(self, reference: str) -> bool:
        """Whether that button is the one that leads on: its meeting is today."""
        return bool(self._index(reference).data(WORDS).is_today)

    def in_sight(self, reference: str) -> bool:
        """Whether the whole row can be seen."""
        return self.view.viewport().rect().contains(self.view.visualRect(self._index(reference)))

    def click(self, reference: str) -> None:
        """Click on the row, not on its button."""
        self._click(reference, self._rect(reference).topLeft() + QPoint(4, 4))

    def click_meeting(self, reference: str) -> None:
        """Click on the button of the row."""
        self._rect(reference)
        self._click(reference, self.button(self._index(reference)).center())

    def button(self, index: QModelIndex) -> QRect:
        """Where the button of this row stands."""
        button = self._layout().button(index.data(WORDS), self.view.visualRect(index))
        assert button.isValid(), "it offers no meeting"
        return button

    def _layout(self) -> RowLayout:
        painter = self.view.itemDelegate()
        assert isinstance(painter, RowPainter)
        return painter.layout

    def key(self, key: Qt.Key) -> None:
        """Press a key in the list."""
        QTest.keyClick(self.view, key)

    def _click(self, reference: str, at: QPoint) -> None:
        assert self.in_sight(reference)
        # What stands there takes it: the list, or the button in the chosen row.
        target = self.view.viewport().childAt(at) or self.view.viewport()
        place = target.mapFrom(self.view.viewport(), at)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def _rect(self, reference: str) -> QRect:
        self.view.scrollTo(self._index(reference))
        return self.view.visualRect(self._index(reference))

    def _indexes(self) -> list[QModelIndex]:
        model = self.view.model()
        return [model.index(row, 0) for row in range(model.rowCount())]

    def _index(self, reference: str) -> QModelIndex:
        (found,) = [index for index in self._indexes() if index.data(LINE_ROLE).reference == reference]
        return found
