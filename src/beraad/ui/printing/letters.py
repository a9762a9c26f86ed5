"""Dialog before printing that asks how to write a name with letters that paper does not have."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.services.unwritable import Unwritable
from beraad.ui.dialogs.form_dialog import FormDialog, hint_label
from beraad.ui.theme import Theme
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.text_label import TextLabel

Spell = Callable[[str, str], None]
"""Callback that keeps how to write the name of a person (id)."""


class LettersDialog(FormDialog):
    """Field for each name, and every other text as it is. For an empty field paper shows dots."""

    def __init__(self, found: Sequence[Unwritable], spell: Spell, *, parent: QWidget | None = None) -> None:
        super().__init__(_("Hoe is dit in letters?"), _("Verder"), width=620, height=520, parent=parent)
        self._spell = spell
        self.form.addWidget(
            hint_label(
                _(
                    "Hiervoor zijn op papier geen letters. Vraag hoe het wordt geschreven, bijvoorbeeld "
                    "zoals in het paspoort. Vult u niets in, dan staan er op papier puntjes."
                )
            )
        )
        self.fields: dict[str, LineEdit] = {}
        for item in found:
            if item.person is not None:
                self.fields[item.person] = LineEdit()
                label = _("{name}, zo in letters:").format(name=item.text)
                self.add_field(label, self.fields[item.person])
        if texts := [item for item in found if item.person is None]:
            self.form.addWidget(_texts(texts))
        self.form.addStretch(1)

    @classmethod
    def ask(cls, found: Sequence[Unwritable], spell: Spell, *, parent: QWidget | None = None) -> bool:
        """Keep what was filled in, and return True to go on to printing."""
        dialog = cls(found, spell, parent=parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted

    @override
    def save(self) -> None:
        for person, field in self.fields.items():
            if written := field.text().strip():
                self._spell(person, written)


def _texts(found: Sequence[Unwritable]) -> QFrame:
    """Return a box with texts that contain signs paper does not have, to correct where they were written."""
    box = QFrame()
    box.setProperty("role", "panel")
    box.setProperty("tone", "amber")
    gap = Theme.current().size("space", "small")
    column = QVBoxLayout(box)
    column.setContentsMargins(gap, gap, gap, gap)
    column.addWidget(TextLabel(_("Pas deze teksten zelf aan, of laat ze zo:")))
    for item in found:
        column.addWidget(TextLabel(f"„{item.text}” ({item.words})", "soft"))
    return box
