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
        (_("Enter"), _("Kaart openen; bij toevoegen: volgende kaart")),
        (_("Alt + ↑ ↓"), _("Kaart omhoog of omlaag")),
        (_("Delete"), _("Kaart verwijderen (Ctrl+Z haalt terug)")),
        ("Ctrl + Z", _("Ongedaan maken")),
        ("Ctrl + Shift + Z", _("Opnieuw doen")),
        ("Ctrl + → · Alt + PageDown", _("Volgende stap")),
        ("Ctrl + ← · Alt + PageUp", _("Vorige stap")),
        (_("B · twee keer Esc"), _("Scherm rustig maken; B zet het terug")),
        ("F8", _("Scherm stilzetten")),
        ("F", _("Deze kaart groot op het scherm, en weer terug")),
        (_("PageDown op het scherm"), _("Volgende bladzijde op het scherm")),
        ("?", _("Deze lijst")),
    )
