"""The one way to tell or ask the user something in a box. Tests replace it by scripted answers."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.dialog_frame import DialogFrame
from beraad.ui.widgets.text_label import TextLabel

_WIDE = 460
"""Width in pixels at 100 %."""


class MessageBox(DialogFrame):
    """Box with a sentence in bold, an explanation, and one or two buttons. All of it is plain text."""

    def __init__(self, title: str, text: str, *, icon: str, tone: str, parent: QWidget | None) -> None:
        super().__init__(parent=parent)
        theme = Theme.current()
        self.title, self.text = TextLabel(title, "strong"), TextLabel(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        picture = TextLabel(wrap=False)
        set_icon(picture, icon, tone)
        words = QVBoxLayout()
        words.setSpacing(theme.size("space", "small"))
        words.addWidget(self.title)
        words.addWidget(self.text)
        self.text.setVisible(bool(text))
        words.addStretch(1)
        row = QHBoxLayout(self.inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("space", "medium"))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def add(self, verb: str, wish: Callable[[], None], *, role: str = "", default: bool = False) -> None:
        """Add a button; Enter presses the one that is `default`."""
        made = QPushButton(verb)
        made.setProperty("role", role)
        made.setDefault(default)
        made.clicked.connect(wish)
        self.foot.addWidget(made)
        if default:
            made.setFocus()

    def asked(self) -> bool:
        """Show the box until it is answered; return True for yes. Escape is no."""
        self.take_width(round(_WIDE * Theme.current().scale))
        agreed = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return agreed


class Messages:
    """Boxes over a window. Titles and texts are plain text, whatever people wrote in them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._parent = parent

    def tell(self, title: str, text: str) -> None:
        """Show something that is good to know."""
        self._show("info", "soft", title, text)

    def warn(self, title: str, text: str) -> None:
        """Show that something went wrong: what happened, what was kept, what to do."""
        self._show("error", "danger", title, text)

    def ask(self, title: str, text: str, *, yes: str, no: str = "", danger: bool = False) -> bool:
        """Ask a question whose answers are verbs. Escape is `no`; with `danger` Enter is `no` as well."""
        box = MessageBox(title, text, icon="help", tone="soft", parent=self._parent)
        box.add(no or _("Annuleren"), box.reject, default=danger)
        box.add(yes, box.accept, role="danger" if danger else "primary", default=not danger)
        return box.asked()

    def _show(self, icon: str, tone: str, title: str, text: str) -> None:
        box = MessageBox(title, text, icon=icon, tone=tone, parent=self._parent)
        box.add(_("Sluiten"), box.reject, role="primary", default=True)
        box.asked()


class ScriptedMessages(Messages):
    """Answers from a script, with a record of what was shown, as (kind, title, text)."""

    def __init__(self, answers: Iterable[bool] = ()) -> None:
        super().__init__()
        self._answers = deque(answers)
        self.said: list[tuple[str, str, str]] = []

    def answer(self, *answers: bool) -> None:
        """Add answers to the next questions, in their order."""
        self._answers.extend(answers)

    @override
    def tell(self, title: str, text: str) -> None:
        self.said.append(("tell", title, text))

    @override
    def warn(self, title: str, text: str) -> None:
        self.said.append(("warn", title, text))

    @override
    def ask(self, title: str, text: str, *, yes: str, no: str = "", danger: bool = False) -> bool:
        """Return the next answer of the script; IndexError for a question that was not expected."""
        self.said.append(("ask", title, text))
        return self._answers.popleft()
