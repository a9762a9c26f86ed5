"""What the sheet of keys says of the meeting."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from beraad.i18n import _
from beraad.ui.dialogs.keys import KeysSheet, window_keys


def show_keys(parent: QWidget) -> None:
    """Every key that works in a meeting, until the sheet is closed."""
    KeysSheet.show_over(((_("In het beraad"), key_table()), (_("Overal"), window_keys())), parent=parent)


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
