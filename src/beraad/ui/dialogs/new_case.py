"""Dialog for a new case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.ui.dialogs.form_dialog import FormDialog
from beraad.ui.widgets.line_edit import LineEdit


@dataclass(frozen=True, slots=True)
class NewCase:
    """First data of a new case."""

    reference: str
    family_name: str
    municipality: str | None


class NewCaseDialog(FormDialog):
    """Number, name of the family and municipality."""

    def __init__(self, save: Callable[[NewCase], None], *, parent: QWidget | None = None) -> None:
        super().__init__(_("Nieuwe zaak"), _("Zaak maken"), width=480, parent=parent)
        self._save = save
        self.family_name = LineEdit()
        self.reference = LineEdit()
        self.municipality = LineEdit()
        self.add_field(_("Naam van het gezin"), self.family_name, _("Bijvoorbeeld: De Wit"))
        self.add_field(
            _("Nummer van de zaak"),
            self.reference,
            _("Dit nummer komt in namen van bestanden. Gebruik geen namen van mensen."),
        )
        self.add_field(_("Gemeente"), self.municipality)
        self.family_name.setFocus()

    @classmethod
    def ask(cls, save: Callable[[NewCase], None], *, parent: QWidget | None = None) -> NewCase | None:
        """Return the new case once `save` accepted it; None if the user cancelled."""
        dialog = cls(save, parent=parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        wish = dialog.wish() if accepted else None
        dialog.deleteLater()
        return wish

    def wish(self) -> NewCase:
        """Return what is filled in now."""
        return NewCase(
            self.reference.text().strip(),
            self.family_name.text().strip(),
            self.municipality.text().strip() or None,
        )

    @override
    def objection(self) -> str:
        wish = self.wish()
        if not wish.family_name:
            return _("Vul de naam van het gezin in.")
        return "" if wish.reference else _("Vul een nummer voor de zaak in.")

    @override
    def save(self) -> None:
        self._save(self.wish())
