"""The anatomy that every dialog shares: a heading, a form that scrolls, what is wrong, and two verbs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from beraad.errors import BeraadError
from beraad.i18n import _
from beraad.services.sentences import sentence
from beraad.ui.theme import Theme
from beraad.ui.widgets.announcing import announce
from beraad.ui.widgets.reading_order import keep_reading_order, stops_in
from beraad.ui.widgets.scroll_column import ScrollColumn
from beraad.ui.widgets.text_label import TextLabel

_LARGE = 1.4
"""Size of text, 1.0 = 100 %, from which a line holds less."""


class FormDialog(QDialog):
    """A form that keeps itself. What cannot be kept is said in the dialog, and nothing typed is lost."""

    def __init__(
        self, heading: str, verb: str, *, width: int = 560, height: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme = Theme.current()
        # The task bar shows titles of windows: no words of the case there.
        self.setWindowTitle("Beraad")
        # What was typed in it is lost when the program locks, and that is told.
        self.setProperty("form", True)
        self._heading = TextLabel(heading, "title")
        self.setAccessibleName(heading)
        self._trouble = TextLabel(role="strong", tone="danger")
        self._trouble.hide()
        self._cancel = QPushButton(_("Annuleren"))
        self._accept = QPushButton(verb)
        self._accept.setProperty("role", "primary")
        self._accept.setDefault(True)
        self.form = QVBoxLayout()
        self._lay_out(theme)
        self._resize(round(width * theme.scale), round(height * theme.scale))
        self._cancel.clicked.connect(self.reject)
        self._accept.clicked.connect(self.accept)

    def save(self) -> None:
        """Keep what was filled in. Raises BeraadError, and the dialog stays open with the sentence for it."""
        raise NotImplementedError

    def objection(self) -> str:
        """What must be filled in first, as a sentence; nothing when it can be kept."""
        return ""

    @override
    def accept(self) -> None:
        if objection := self.objection():
            self.say(objection)
            return
        try:
            self.save()
        except BeraadError as error:
            self.say(sentence(error))
        else:
            super().accept()

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        keep_reading_order(self)
        super().showEvent(event)
        if self.focusWidget() is None:
            self._begin()

    def add_verb(self, verb: QPushButton) -> None:
        """Put another verb beside the one that keeps the form."""
        verb.setAutoDefault(False)
        self._buttons.insertWidget(self._buttons.count() - 1, verb)

    def say(self, text: str) -> None:
        """Say above the buttons what is wrong."""
        self._trouble.setText(text)
        self._trouble.setVisible(bool(text))
        self._trouble.setAccessibleName(text)
        announce(self._trouble, text, urgent=True)

    def said(self) -> str:
        """What is wrong, if something is."""
        return self._trouble.text() if not self._trouble.isHidden() else ""

    def add_field(
        self, label: str, field: QWidget, hint: str = "", *, into: QVBoxLayout | None = None
    ) -> None:
        """Put a field under its label, and a hint under it. `into` is a column of `add_pair`."""
        column = QVBoxLayout()
        column.setSpacing(Theme.current().size("space", "tight"))
        name = TextLabel(label, "strong")
        name.setBuddy(field)
        column.addWidget(name)
        column.addWidget(field)
        if not field.accessibleName():
            field.setAccessibleName(label)
        if hint:
            column.addWidget(TextLabel(hint, "small"))
            field.setAccessibleDescription(hint)
        if into is None:
            self.form.addLayout(column)
        else:
            into.insertLayout(into.count() - 1, column)

    def add_pair(self) -> tuple[QVBoxLayout, QVBoxLayout]:
        """Two columns for short fields: side by side, or with large letters one under the other."""
        theme = Theme.current()
        beside = theme.scale < _LARGE
        ways = QBoxLayout.Direction
        row = QBoxLayout(ways.LeftToRight if beside else ways.TopToBottom)
        row.setSpacing(theme.size("space", "large"))
        columns = (QVBoxLayout(), QVBoxLayout())
        for column in columns:
            # Not by alignment: the layout would then not ask how tall words are at this width.
            column.addStretch(1)
            row.addLayout(column, 1)
        self.form.addLayout(row)
        return columns

    def _begin(self) -> None:
        """Give the keyboard to the first field: with Qt the verb has it, and Enter keeps the form."""
        if (first := next(filter(_takes_keyboard, stops_in(self._area)), None)) is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self, theme: Theme) -> None:
        wide, medium = theme.size("space", "wide"), theme.size("space", "medium")
        inside = QWidget()
        self.form.setSpacing(theme.size("space", "large"))
        self.form.setContentsMargins(2, 2, medium, 2)
        filled = QVBoxLayout(inside)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.addLayout(self.form)
        filled.addStretch(1)
        self._area = ScrollColumn(inside)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        self._buttons = buttons
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(wide, wide, wide, wide)
        column.setSpacing(medium)
        column.addWidget(self._heading)
        column.addWidget(self._area, 1)
        column.addWidget(self._trouble)
        column.addLayout(buttons)

    def _resize(self, width: int, height: int) -> None:
        screen = self.screen().availableGeometry()
        self.setMinimumWidth(min(width, screen.width() - 40))
        self.resize(min(width, screen.width() - 40), min(height or 420, screen.height() - 60))


def _takes_keyboard(field: QWidget) -> bool:
    by_tab = bool(field.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and field.isVisible() and field.isEnabled()


def hint_label(text: str) -> QLabel:
    """A sentence of help under a heading."""
    return TextLabel(text, "soft")
