"""Dialog that asks where a paper lies."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from beraad.i18n import _, spoken
from beraad.services.register import PaperLine
from beraad.terms import PaperPlace
from beraad.ui.dialogs.form_dialog import FormDialog, hint_label
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.value_fields import ChoiceBox
from beraad.words.register import paper_label, place_name


class MoveDialog(FormDialog):
    """Kind of place, and the place in words."""

    def __init__(
        self, save: Callable[[PaperPlace, str], None], paper: PaperLine, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Waar ligt dit papier?"), _("Opslaan"), height=340, parent=parent)
        self._save = save
        self.form.addWidget(hint_label(f"{paper.called} · {paper_label(paper, spoken())}"))
        self.where = ChoiceBox()
        for place in PaperPlace:
            self.where.addItem(place_name(place, spoken()), place.value)
        self.where.setCurrentIndex(self.where.findData(paper.where.value))
        self.note = LineEdit(paper.where_note or "")
        self.add_field(_("Waar?"), self.where)
        self.add_field(_("Bij wie, of op welke plek?"), self.note, _("Alleen de gespreksleider leest dit."))

    @classmethod
    def ask(
        cls,
        save: Callable[[PaperPlace, str], None],
        paper: PaperLine,
        *,
        parent: QWidget | None = None,
    ) -> bool:
        """Return True once `save` accepted it; False if the user cancelled."""
        dialog = cls(save, paper, parent=parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted

    @override
    def save(self) -> None:
        self._save(PaperPlace(str(self.where.currentData())), self.note.text())
