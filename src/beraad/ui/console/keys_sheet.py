"""Contents of the key sheet for a meeting."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from beraad.i18n import _
from beraad.ui.dialogs.keys import KeysSheet, KeyTable, window_keys
from beraad.ui.steps.table import PAGES


def show_keys(parent: QWidget, *, everywhere_first: bool = False) -> None:
    """Show every key, those of the meeting first, until the sheet is closed.

    A letter that is pressed alone is in lower case; with Ctrl or Alt it is as it stands on the key.
    """
    parts = ((_("In het beraad"), key_table()), (_("Overal"), window_keys()))
    KeysSheet.show_over(parts[::-1] if everywhere_first else parts, parent=parent)


def key_table() -> KeyTable:
    """Return keys and what they do, grouped by where one is: one key may differ between groups."""
    return (*_anywhere(), *_on_cards(), *_while_writing(), *_elsewhere())


def _anywhere() -> KeyTable:
    """Keys that work wherever the keyboard is in a meeting."""
    return (
        ("Ctrl + 1 2 3", _("Kaart toevoegen: zorgen, wat goed gaat, wat moet gebeuren")),
        ("Ctrl + Shift + A", _("Afspraak toevoegen")),
        ("Ctrl + Shift + L", _("Afspraken voorlezen, één voor één; pijltjes bladeren, Esc stopt")),
        ("v", _("Vorig plan ernaast, alleen om te lezen")),
        ("Ctrl + Z", _("Ongedaan maken")),
        ("Ctrl + Shift + Z", _("Opnieuw doen")),
        ("Ctrl + → · Alt + PageDown", _("Volgende stap")),
        ("Ctrl + ← · Alt + PageUp", _("Vorige stap")),
        ("Ctrl + T", _("Beurt aan wie nog niet aan het woord is geweest")),
        ("Ctrl + Shift + P", _("Pauze, en weer verder")),
        ("Ctrl + F", _("Zoeken in dit beraad")),
        ("Ctrl + G", _("Deze kaart groot op het scherm, en weer terug")),
        ("Ctrl + PageDown · Ctrl + PageUp", _("Volgende of vorige bladzijde op het scherm")),
        ("Ctrl + Shift + R", _("Pendelend: geef deze kaart vrij aan de andere kamer")),
        ("Ctrl + R", _("Pendelend: alles wat op vrijgeven wacht")),
        ("F8", _("Scherm stilzetten")),
        ("F11", _("Scherm aan of uit")),
        ("Shift + F11", _("Wissel schermen: dit venster en het beeld voor de kamer")),
        ("b", _("Scherm rustig maken")),
        ("Ctrl + B", _("Scherm weer tonen na het rustige beeld")),
        ("Esc", _("Twee keer: scherm rustig maken")),
        ("?", _("Deze lijst")),
    )


def _on_cards() -> KeyTable:
    """Keys on the cards of each kind of page."""
    return tuple(line for page in dict.fromkeys(PAGES.values()) for line in page.key_lines())


def _while_writing() -> KeyTable:
    """Keys in a text, and for who takes the laptop back."""
    return (
        ("", _("Terwijl u typt")),
        ("Enter", _("Bij toevoegen: volgende kaart")),
        ("↑", _("In een leeg veld: terug naar de kaarten")),
        ("Alt + K G O T Z", _("Soort, wie zei het, over wie, tegenspraak, wie ziet het")),
        ("Esc", _("Terug naar de tekst, of klaar")),
        ("Ctrl + Enter", _("Woorden bij een cijfer: maak er een kaart van")),
        ("F7", _("Naar een woord dat misschien fout is, met suggesties")),
        ("", _("Als iemand anders de laptop had")),
        ("Ctrl + Enter", _("Terug naar het beraad, voor de gespreksleider")),
    )


def _elsewhere() -> KeyTable:
    """Keys in a row to choose from, in the list of steps and on the wall."""
    return (
        ("", _("In een rij namen of cijfers")),
        ("← →", _("Naar het volgende; een letter of een cijfer springt ernaartoe")),
        ("Enter", _("Kiezen")),
        ("", _("Op een stap in de lijst links")),
        ("↑ ↓", _("Naar een andere stap")),
        ("Alt + ↑ ↓", _("Stap eerder of later")),
        ("Ctrl + Delete", _("Stap weglaten, of toch houden")),
        ("", _("Met het toetsenbord op het scherm voor de kamer")),
        ("PageDown · →", _("Volgende bladzijde")),
        ("PageUp · ←", _("Vorige bladzijde")),
        ("F11", _("Het scherm sluiten")),
    )
