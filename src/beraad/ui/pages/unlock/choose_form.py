"""Form to choose a passphrase: typed twice, with a hint about its strength."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QProgressBar, QWidget

from beraad.i18n import _
from beraad.ui.pages.unlock.form import UnlockForm
from beraad.ui.pages.unlock.strength import SHORTEST, Strength, strength_of
from beraad.ui.theme import Theme
from beraad.ui.widgets.text_label import TextLabel


class ChooseForm(UnlockForm):
    """Two fields that must be equal. With `recovery` it asks for the printed code first."""

    def __init__(self, *, recovery: bool = False, parent: QWidget | None = None) -> None:
        title = _("Nieuwe wachtzin kiezen") if recovery else _("Welkom bij Beraad")
        text = (
            _("Typ de herstelcode van het papier. Kies dan een nieuwe wachtzin.")
            if recovery
            else _(
                "Alles wat u opschrijft, wordt versleuteld bewaard op deze computer. Kies een wachtzin: "
                "een zin die u onthoudt en die niemand raadt. Vier losse woorden is goed."
            )
        )
        verb = _("Openen") if recovery else _("Beginnen")
        super().__init__(title, text, verb, icon="key" if recovery else "lock", parent=parent)
        self.code = self.add_field(_("Herstelcode"), secret=False) if recovery else None
        self.first = self.add_field(_("Wachtzin"))
        self._meter = QProgressBar()
        self._meter.setRange(0, int(Strength.GOOD))
        self._meter.setTextVisible(False)
        self._meter.setAccessibleName(_("Hoe sterk de wachtzin is"))
        self._hint = TextLabel(role="small")
        self.fields.addWidget(self._meter)
        self.fields.addWidget(self._hint)
        self.fields.addSpacing(Theme.current().size("space", "small"))
        self.second = self.add_field(_("Nog een keer"))
        self._show = QCheckBox(_("Wachtzin laten zien"))
        self.fields.addWidget(self._show)
        self.first.textChanged.connect(self._on_typed)
        self._show.toggled.connect(self._on_show)
        self._on_typed("")

    def objection(self) -> str:
        """Return a sentence why this passphrase is refused; empty if it is accepted."""
        if strength_of(self.first.text()) is Strength.TOO_SHORT or not self.first.text().strip():
            return _("Deze wachtzin is te kort. Gebruik ten minste {count} tekens.").format(count=SHORTEST)
        if self.first.text() != self.second.text():
            return _("De twee wachtzinnen zijn niet gelijk. Typ ze nog eens.")
        return ""

    def _on_typed(self, text: str) -> None:
        strength = strength_of(text)
        self._meter.setValue(int(strength))
        self._hint.setText(
            {
                Strength.TOO_SHORT: _("Ten minste {count} tekens. Langer is beter.").format(count=SHORTEST),
                Strength.WEAK: _("Makkelijk te raden. Maak hem langer."),
                Strength.FAIR: _("Redelijk. Eén woord erbij maakt hem sterk."),
                Strength.GOOD: _("Sterk."),
            }[strength]
        )

    def _on_show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.first.setEchoMode(mode)
        self.second.setEchoMode(mode)
