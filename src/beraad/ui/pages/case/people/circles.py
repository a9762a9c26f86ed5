"""People of a case, circle by circle."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import _, spoken
from beraad.services.cases import PersonLine
from beraad.services.naming import told_apart
from beraad.terms import Circle
from beraad.ui.pages.case.people.person_card import PersonCard
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.words.people import circle_title

_CARD_WIDTH = 250


class Circles(QWidget):
    """Family, network and professionals; each circle with a button to add a person."""

    person_requested = Signal(str)
    person_wanted = Signal(object)
    """The circle to which somebody is to be added."""

    def __init__(
        self, people: tuple[PersonLine, ...], *, today: dt.date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme = Theme.current()
        called = told_apart(people)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "small"))
        self._grids: list[tuple[QGridLayout, list[QWidget]]] = []
        for circle in Circle:
            column.addWidget(SectionHeading(circle_title(circle, spoken()), icon=circle.value, tone=""))
            widgets: list[QWidget] = []
            for person in people:
                if person.circle is circle:
                    card = PersonCard(person, called=called, today=today)
                    card.opened.connect(lambda chosen=person.id: self.person_requested.emit(chosen))
                    widgets.append(card)
            widgets.append(self._add_button(circle))
            grid = QGridLayout()
            grid.setSpacing(theme.size("space", "small"))
            column.addLayout(grid)
            column.addSpacing(theme.size("space", "medium"))
            self._grids.append((grid, widgets))
        column.addStretch(1)
        self._across = 0
        self._arrange(2)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._arrange(max(1, min(3, int(self.width() / (_CARD_WIDTH * Theme.current().scale)))))
        super().resizeEvent(event)

    def _arrange(self, across: int) -> None:
        """Set the cards in this number of columns."""
        if across == self._across:
            return
        self._across = across
        for grid, widgets in self._grids:
            while grid.takeAt(0) is not None:
                pass
            for index, widget in enumerate(widgets):
                grid.addWidget(widget, index // across, index % across)
            grid.setAlignment(widgets[-1], Qt.AlignmentFlag.AlignTop)
            for column in range(3):
                grid.setColumnStretch(column, 1 if column < across else 0)

    def _add_button(self, circle: Circle) -> QPushButton:
        button = QPushButton(_("Iemand toevoegen"))
        button.setProperty("role", "add")
        button.setAccessibleName(
            _("Iemand toevoegen bij {circle}").format(circle=circle_title(circle, spoken()))
        )
        set_icon(button, "add", "soft")
        button.clicked.connect(lambda: self.person_wanted.emit(circle))
        return button
