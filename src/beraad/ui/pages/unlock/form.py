"""Base of the forms of the unlock page: title, sentence, fields, a line for what is wrong, one button."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.announcing import announce
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.text_label import TextLabel

_WIDTH = 460
"""Width in pixels at 100 %, if there is room."""

_LONGEST = 2_000
"""Most characters; longer than any sentence that people remember."""


class UnlockForm(QFrame):
    """Panel in the middle of the page. Enter in a field presses the button."""

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
        """Show below the title what this form is about."""
        self._text.setText(text)
        self._text.setVisible(bool(text))

    def say(self, text: str) -> None:
        """Show what is wrong; an empty text clears it."""
        self._trouble.setText(text)
        self._trouble.setAccessibleName(text)
        self._trouble.setVisible(bool(text))
        announce(self._trouble, text, urgent=True)

    def said(self) -> str:
        """Return what is wrong; empty if nothing is."""
        return self._trouble.text()

    def clear(self) -> None:
        """Clear everything that was typed."""
        for field in self._fields:
            field.clear()
        self.say("")

    def add_field(self, label: str, *, secret: bool = True) -> QLineEdit:
        """Add a field of one line; a passphrase is hidden, and not learnt by an input method."""
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
        """Return the fields from top to bottom."""
        return self._fields

    def add_link(self, text: str) -> QPushButton:
        """Add a link to another form below the button."""
        link = QPushButton(text)
        link.setProperty("role", "link")
        self.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return link


def _passphrase(text: str) -> str:
    """Return a passphrase as it was typed, without the line ends that copying may add."""
    return text.strip("\r\n")
