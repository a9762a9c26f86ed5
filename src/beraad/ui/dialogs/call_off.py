"""Dialog that asks for the reason to cancel a planned meeting."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.ui.dialogs.form_dialog import FormDialog, hint_label
from beraad.ui.widgets.line_edit import LineEdit


class CallOffDialog(FormDialog):
    """Reason for the cancellation, for whoever plans; it may stay empty."""

    def __init__(
        self,
        save: Callable[[str], None],
        *,
        when: str,
        has_content: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`has_content` is True if something was written down in the meeting already."""
        super().__init__(_("Beraad afzeggen"), _("Afzeggen"), height=320, parent=parent)
        self._save = save
        self.form.addWidget(hint_label(when))
        if has_content:
            kept = _(
                "In dit beraad is al iets opgeschreven. Dat blijft bewaard, om te lezen. Het is geen plan."
            )
            self.form.addWidget(hint_label(kept))
        self.why = LineEdit()
        hint = _("Beraad stuurt geen bericht: zeg het zelf tegen iedereen. U kunt dit later terugdraaien.")
        self.add_field(_("Waarom gaat het niet door?"), self.why, hint)

    @classmethod
    def ask(
        cls,
        save: Callable[[str], None],
        *,
        when: str,
        has_content: bool = False,
        parent: QWidget | None = None,
    ) -> str | None:
        """Return the reason, maybe empty, once `save` accepted it; None if the meeting goes on."""
        dialog = cls(save, when=when, has_content=has_content, parent=parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        why = dialog.why.text().strip() if accepted else None
        dialog.deleteLater()
        return why

    @override
    def save(self) -> None:
        self._save(self.why.text().strip())
