"""The one way to tell or ask the user something in a box; tests put scripted answers in its place."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget
from typing_extensions import override

from beraad.i18n import _


class Messages:
    """Boxes over a window. Titles and texts are plain text, whatever people wrote in them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._parent = parent

    def tell(self, title: str, text: str) -> None:
        """Say something that is good to know."""
        self._show(QMessageBox.Icon.Information, title, text)

    def warn(self, title: str, text: str) -> None:
        """Say that something went wrong: what happened, what was kept, what to do."""
        self._show(QMessageBox.Icon.Warning, title, text)

    def ask(self, title: str, text: str, *, yes: str, no: str = "", danger: bool = False) -> bool:
        """Ask a question whose answers are verbs. Escape is `no`; with `danger` Enter is `no` as well."""
        box = self._box(QMessageBox.Icon.Question, title, text)
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        refuse = box.addButton(no or _("Annuleren"), QMessageBox.ButtonRole.RejectRole)
        agree.setProperty("role", "danger" if danger else "primary")
        box.setDefaultButton(refuse if danger else agree)
        box.setEscapeButton(refuse)
        box.exec()
        agreed = box.clickedButton() is agree
        box.deleteLater()
        return agreed

    def _show(self, icon: QMessageBox.Icon, title: str, text: str) -> None:
        box = self._box(icon, title, text)
        button = box.addButton(_("Sluiten"), QMessageBox.ButtonRole.AcceptRole)
        button.setProperty("role", "primary")
        box.setEscapeButton(button)
        box.exec()
        box.deleteLater()

    def _box(self, icon: QMessageBox.Icon, title: str, text: str) -> QMessageBox:
        box = QMessageBox(self._parent)
        box.setIcon(icon)
        box.setTextFormat(Qt.TextFormat.PlainText)
        # The task bar and the projector's window list show titles of windows: no words of the case there.
        box.setWindowTitle("Beraad")
        box.setText(title)
        box.setInformativeText(text)
        return box


class ScriptedMessages(Messages):
    """Answers questions from a script and remembers what was said, as (kind, title, text)."""

    def __init__(self, answers: Iterable[bool] = ()) -> None:
        super().__init__()
        self._answers = deque(answers)
        self.said: list[tuple[str, str, str]] = []

    @override
    def tell(self, title: str, text: str) -> None:
        self.said.append(("tell", title, text))

    @override
    def warn(self, title: str, text: str) -> None:
        self.said.append(("warn", title, text))

    @override
    def ask(self, title: str, text: str, *, yes: str, no: str = "", danger: bool = False) -> bool:
        """The next answer of the script; IndexError for a question that nobody expected."""
        self.said.append(("ask", title, text))
        return self._answers.popleft()
