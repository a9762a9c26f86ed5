"""Dialog before printing that asks whether texts are about a hidden detail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QButtonGroup, QDialog, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleLeak
from beraad.i18n import _, spoken
from beraad.ui.dialogs.form_dialog import FormDialog, hint_label
from beraad.ui.theme import Theme
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.remarks import leak_sentence


class Decide(Protocol):
    """Callback that keeps whether a text is about the hidden detail."""

    def __call__(self, leak: ConsoleLeak, *, is_about: bool) -> None:
        """Keep the answer."""


class RemarksDialog(FormDialog):
    """Question for each text that may tell a hidden detail. A text without an answer is printed as it is."""

    def __init__(
        self, remarks: Sequence[ConsoleLeak], decide: Decide, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Gaat dit over …?"), _("Verder"), width=620, height=520, parent=parent)
        self._decide = decide
        self.form.addWidget(
            hint_label(
                _(
                    "In deze teksten staan woorden die ook bij een verborgen gegeven horen. Zegt u ja, dan "
                    "komt de tekst niet bij wie het niet mag weten. Zegt u niets, dan wordt de tekst geprint."
                )
            )
        )
        self.rows = [_Row(leak) for leak in remarks]
        for row in self.rows:
            self.form.addWidget(row)

    @classmethod
    def ask(cls, remarks: Sequence[ConsoleLeak], decide: Decide, *, parent: QWidget | None = None) -> bool:
        """Keep the answers, and return True to go on to printing."""
        dialog = cls(remarks, decide, parent=parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted

    @override
    def save(self) -> None:
        for row in self.rows:
            if (answer := row.answer()) is not None:
                self._decide(row.leak, is_about=answer)


class _Row(QFrame):
    """One text: its words, whose detail it may tell, and whom it would reach."""

    def __init__(self, leak: ConsoleLeak) -> None:
        super().__init__()
        self.leak = leak
        self.setProperty("role", "panel")
        self.setProperty("tone", "amber")
        gap = Theme.current().size("space", "small")
        words = leak_sentence(leak, spoken())
        self._yes, self._no = QRadioButton(_("Ja, dit gaat daarover")), QRadioButton(_("Nee, iets anders"))
        group = QButtonGroup(self)
        choices = QHBoxLayout()
        for choice in (self._no, self._yes):
            choice.setAccessibleName(f"{choice.text()}: {words}")
            group.addButton(choice)
            choices.addWidget(choice)
        choices.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(gap, gap, gap, gap)
        column.addWidget(TextLabel(words))
        column.addWidget(TextLabel(f"„{leak.text}”", "soft"))
        column.addLayout(choices)

    def answer(self) -> bool | None:
        """Return True if it is about the hidden detail; None without an answer."""
        return self._yes.isChecked() if self._yes.isChecked() or self._no.isChecked() else None
