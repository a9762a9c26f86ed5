"""What the forms of the unlock page share: a title, a sentence, fields, what is wrong, one thing to do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.announcing import announce
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.text_label import TextLabel

_WIDTH = 460
"""Pixels at 100 %, where there is room."""

_LONGEST = 2_000
"""Characters; longer than any sentence somebody remembers."""


class UnlockForm(QFrame):
    """A panel in the middle of the page. Enter in a field does the one thing."""

    submitted = Signal()

    def __init__(self, title: str, text: str, verb: str, *, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        theme = Theme.current()
        wide = theme.size("space", "page")
        self.setMaximumWidth(round(_WIDTH * theme.scale))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(wide, wide, wide, wide)
        self.column.setSpacing(theme.size("space", "medium"))
        head = QHBoxLayout()
        picture = TextLabel(wrap=False)
        set_icon(picture, icon, "soft")
        head.addWidget(picture)
        head.addWidget(TextLabel(title, "title"), 1)
        self.column.addLayout(head)
        self._text = TextLabel(text, "soft")
        self.column.addWidget(self._text)
        self._text.setVisible(bool(text))  # with its place: else it would be a window of its own
        self.fields = QVBoxLayout()
        self.fields.setSpacing(theme.size("space", "tight"))
        self.column.addLayout(self.fields)
        self._trouble = TextLabel(role="strong", tone="danger")
        self._trouble.hide()
        self.column.addWidget(self._trouble)
        self.submit = QPushButton(verb)
        self.submit.setProperty("role", "primary")
        self.column.addWidget(self.submit)
        self.submit.clicked.connect(self.submitted)
        self.setAccessibleName(title)
        self._fields: list[QLineEdit] = []

    @override
    def sizeHint(self) -> QSize:
        width = round(_WIDTH * Theme.current().scale)
        return QSize(width, self.column.totalHeightForWidth(width))

    def explain(self, text: str) -> None:
        """Say below the title what this is about."""
        self._text.setText(text)
        self._text.setVisible(bool(text))

    def say(self, text: str) -> None:
        """Say what is wrong, or nothing any more."""
        self._trouble.setText(text)
        self._trouble.setAccessibleName(text)
        self._trouble.setVisible(bool(text))
        announce(self._trouble, text, urgent=True)

    def said(self) -> str:
        """What is wrong, if something is."""
        return self._trouble.text()

    def clear(self) -> None:
        """Leave nothing of what was typed."""
        for field in self._fields:
            field.clear()
        self.say("")

    def add_field(self, label: str, *, secret: bool = True) -> QLineEdit:
        """One line to type in; a passphrase is hidden, and never learnt by an input method."""
        field = LineEdit(longest=_LONGEST, keeps=_passphrase) if secret else LineEdit()
        if secret:
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setInputMethodHints(
                Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
            )
        field.setAccessibleName(label)
        name = TextLabel(label, "strong")
        name.setBuddy(field)
        self.fields.addWidget(name)
        self.fields.addWidget(field)
        self._fields.append(field)
        self.fields.addSpacing(Theme.current().size("space", "small"))
        field.returnPressed.connect(self.submit.click)
        return field

    def fields_in_order(self) -> list[QLineEdit]:
        """The fields from top to bottom."""
        return self._fields

    def add_link(self, text: str) -> QPushButton:
        """Another way on, under the one thing to do."""
        link = QPushButton(text)
        link.setProperty("role", "link")
        self.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return link


def _passphrase(text: str) -> str:
    """A passphrase as it was typed; what was copied with it from a list may end with the line."""
    return text.strip("\r\n")
