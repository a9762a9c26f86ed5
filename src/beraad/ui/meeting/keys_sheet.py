"""The sheet of keys."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from beraad.i18n import _
from beraad.ui.meeting.parts.buttons import button
from beraad.ui.theme import Theme
from beraad.ui.widgets.text_label import TextLabel


class KeysSheet(QDialog):
    """Every key of the console with what it does."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Beraad")
        theme = Theme.current()
        column = QVBoxLayout(self)
        gap = theme.size("space", "wide")
        column.setContentsMargins(gap, gap, gap, gap)
        column.setSpacing(theme.size("space", "medium"))
        column.addWidget(TextLabel(_("Toetsen"), "title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(gap)
        grid.setVerticalSpacing(theme.size("space", "small"))
        for row, (keys, does) in enumerate(key_table()):
            grid.addWidget(TextLabel(keys, "strong", wrap=False), row, 0)
            grid.addWidget(TextLabel(does, wrap=False), row, 1)
        column.addLayout(grid)
        column.addWidget(button(_("Sluiten"), self.accept, role="primary"))

    @classmethod
    def show_over(cls, parent: QWidget) -> None:
        """Show it until it is closed."""
        sheet = cls(parent=parent)
        sheet.exec()
        sheet.deleteLater()


def key_table() -> tuple[tuple[str, str], ...]:
    """Keys and what they do."""
    return (
        ("1 · 2 · 3", _("Kaart toevoegen: zorgen, wat goed gaat, wat moet gebeuren")),
        ("A", _("Afspraak toevoegen")),
        ("L", _("Afspraken voorlezen, één voor één; pijltjes bladeren, Esc stopt")),
        (_("Enter"), _("Kaart openen; bij toevoegen: volgende kaart")),
        (_("↑ ↓ ← →"), _("Naar een andere kaart; ↑ in een leeg veld: terug naar de kaarten")),
        (_("Alt + ↑ ↓"), _("Kaart omhoog of omlaag")),
        (_("Alt + ← →"), _("Kaart naar een andere kolom")),
        ("K · G · O · T · Z", _("Op een kaart: soort, wie zei het, over wie, tegenspraak, wie ziet het")),
        ("Alt + K · G · O · T · Z", _("Hetzelfde terwijl u typt; Esc gaat terug naar de tekst")),
        ("D · A", _("Op een kaart: maak er een doel van, maak er een afspraak bij")),
        ("V", _("Vorig plan ernaast, alleen om te lezen")),
        (_("Delete"), _("Kaart verwijderen (Ctrl+Z haalt terug)")),
        ("Ctrl + Enter", _("Woorden bij een cijfer: maak er een kaart van")),
        ("Ctrl + Z", _("Ongedaan maken")),
        ("Ctrl + Shift + Z", _("Opnieuw doen")),
        ("Ctrl + → · Alt + PageDown", _("Volgende stap")),
        ("Ctrl + ← · Alt + PageUp", _("Vorige stap")),
        ("N", _("Beurt aan wie nog niet aan het woord is geweest")),
        ("P", _("Pauze, en weer verder")),
        (_("Alt + ↑ ↓ op een stap"), _("Stap eerder of later; Delete laat hem weg")),
        ("Ctrl + F", _("Zoeken in dit beraad")),
        (_("B · twee keer Esc"), _("Scherm rustig maken; B zet het terug")),
        ("F8", _("Scherm stilzetten")),
        ("F", _("Deze kaart groot op het scherm, en weer terug")),
        (_("PageDown op het scherm"), _("Volgende bladzijde op het scherm")),
        ("?", _("Deze lijst")),
    )
