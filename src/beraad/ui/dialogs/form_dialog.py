"""Base of the dialogs: a heading, a form that scrolls, a line for what is wrong, and two buttons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from beraad.errors import BeraadError
from beraad.i18n import _, spoken
from beraad.ui.theme import Theme
from beraad.ui.widgets.announcing import announce
from beraad.ui.widgets.dialog_frame import DialogFrame
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.reading_order import keep_reading_order, stops_in
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.errors import sentence

_HEIGHT = 420
_COLUMN = 215
"""Width in pixels at 100 % that a short field needs beside another."""


class FormDialog(DialogFrame):
    """Form that saves itself. If saving fails, the dialog says why, and nothing typed is lost."""

    def __init__(
        self, heading: str, verb: str, *, width: int = 560, height: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(heading, parent=parent)
        theme = Theme.current()
        # Mark it as a form: if the program locks, its text is lost and the user is told.
        self.setProperty("form", True)
        self._trouble = TextLabel(role="strong", tone="danger")
        self._trouble.hide()
        self._cancel = QPushButton(_("Annuleren"))
        self._accept = QPushButton(verb)
        self._accept.setProperty("role", "primary")
        self._accept.setDefault(True)
        self.form = QVBoxLayout()
        self._lay_out(theme)
        self.take(QSize(width, height or _HEIGHT) * theme.scale)
        self._cancel.clicked.connect(self.reject)
        self._accept.clicked.connect(self.accept)

    def save(self) -> None:
        """Save what was filled in. If it raises BeraadError, the dialog stays open and shows the reason."""
        raise NotImplementedError

    def objection(self) -> str:
        """Return a sentence about what must be filled in first; empty if the form can be saved."""
        return ""

    @override
    def accept(self) -> None:
        if objection := self.objection():
            self.say(objection)
            return
        try:
            self.save()
        except BeraadError as error:
            self.say(sentence(error, spoken()))
        else:
            super().accept()

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        keep_reading_order(self)
        super().showEvent(event)
        if self.focusWidget() is None:
            self._begin()

    def add_verb(self, verb: QPushButton) -> None:
        """Add another button beside the one that saves the form."""
        verb.setAutoDefault(False)
        self.foot.insertWidget(self.foot.count() - 1, verb)

    def say(self, text: str) -> None:
        """Say above the buttons what is wrong."""
        self._trouble.setText(text)
        self._trouble.setVisible(bool(text))
        self._trouble.setAccessibleName(text)
        announce(self._trouble, text, urgent=True)

    def said(self) -> str:
        """Return what is wrong; empty if nothing is."""
        return self._trouble.text() if not self._trouble.isHidden() else ""

    def add_field(
        self, label: str, field: QWidget, hint: str = "", *, into: QVBoxLayout | None = None
    ) -> None:
        """Add a field below its label, with a hint below it. `into` is a column of `add_pair`."""
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
        """Return two columns for short fields: side by side, or under each other if there is little room."""
        theme = Theme.current()
        row = FlowLayout(gap=theme.size("space", "large"), top=True)
        columns = []
        for _side in range(2):
            held = QWidget()
            column = QVBoxLayout(held)
            column.setContentsMargins(0, 0, 0, 0)
            column.addStretch(1)
            row.add_growing(held, round(_COLUMN * theme.scale))
            columns.append(column)
        self.form.addLayout(row)
        left, right = columns
        return left, right

    def _begin(self) -> None:
        """Focus the first field: Qt would focus the button, and Enter would then save the form."""
        if (first := next(filter(_takes_keyboard, stops_in(self.area)), None)) is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self, theme: Theme) -> None:
        medium = theme.size("space", "medium")
        self.form.setSpacing(theme.size("space", "large"))
        self.form.setContentsMargins(2, 2, medium, 2)
        filled = QVBoxLayout(self.inside)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.addLayout(self.form)
        filled.addStretch(1)
        self.column.insertWidget(1, self._trouble)
        for verb in (self._cancel, self._accept):
            self.foot.addWidget(verb)


def _takes_keyboard(field: QWidget) -> bool:
    by_tab = bool(field.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and field.isVisible() and field.isEnabled()


def hint_label(text: str) -> QLabel:
    """Return a label with a sentence of help below a heading."""
    return TextLabel(text, "soft")
