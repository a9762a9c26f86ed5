"""The menus of the main window, with their keys."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from beraad.i18n import _
from beraad.settings import Settings

Entry = tuple[str, str, str | QKeySequence.StandardKey]
"""Name of the action, words, key."""


class Menus:
    """Every action by name, in `actions`; which of them can be done now is told by `allow`."""

    def __init__(self, bar: QMenuBar, chosen: Settings) -> None:
        self.actions: dict[str, QAction] = {}
        self._bar = bar
        keys = QKeySequence.StandardKey
        self._add(
            bar.addMenu(_("&Bestand")),
            ("new_case", _("Nieuwe zaak…"), keys.New),
            ("import", _("Zaak inlezen…"), keys.Open),
            ("export", _("Zaak exporteren…"), ""),
            ("print", _("Printen…"), keys.Print),
            ("search", _("Zoeken"), "Ctrl+K"),
            ("back", _("Terug naar de zaken"), "Alt+Left"),
            ("lock", _("Vergrendelen"), "Ctrl+L"),
            ("quit", _("Afsluiten"), "Ctrl+Q"),
        )
        view = bar.addMenu(_("B&eeld"))
        self._add(view, ("light", _("Licht"), ""), ("dark", _("Donker"), ""))
        view.addSeparator()
        self._add(
            view,
            ("larger", _("Tekst groter"), keys.ZoomIn),
            ("smaller", _("Tekst kleiner"), keys.ZoomOut),
            ("usual", _("Tekst gewoon"), "Ctrl+0"),
        )
        view.addSeparator()
        self.wall_screens = view.addMenu(_("Scherm voor de kamer"))
        # A language says its own name, so that whoever cannot read the other one finds it.
        view.addSeparator()
        self._add(view, ("nl", "Nederlands", ""), ("en", "English", ""))
        self._add(
            bar.addMenu(_("&Help")),
            ("keys", _("Toetsen"), keys.HelpContents),
            ("guide", _("Eigen woorden voor de gespreksleider…"), ""),
            ("about", _("Over Beraad"), ""),
        )
        self.actions["larger"].setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.actions["keys"].setShortcut(QKeySequence("F1"))
        for names in (("light", "dark"), ("nl", "en")):
            self._make_choice(bar, names)
        self.show_chosen(chosen)

    def allow(
        self, *, unlocked: bool, case: bool, cases: bool, anew: bool, handed_over: bool = False
    ) -> None:
        """Which actions can be done: cases unlocked, on a case, on the list, where a page is made anew.

        While the laptop is handed over to somebody who answers, no menu opens and no key of a menu works:
        each of them may lead to what only the facilitator may see.
        """
        self._bar.setVisible(not handed_over)
        for action in self.actions.values():
            action.setEnabled(not handed_over)
        self.wall_screens.setEnabled(not handed_over)
        if handed_over:
            return
        for name in ("new_case", "import", "lock", "guide"):
            self.actions[name].setEnabled(unlocked)
        for name in ("export", "print", "back"):
            self.actions[name].setEnabled(unlocked and case)
        self.actions["search"].setEnabled(unlocked and cases)
        for name in ("nl", "en", "larger", "smaller", "usual"):
            self.actions[name].setEnabled(anew)

    def show_chosen(self, chosen: Settings) -> None:
        """Tick what is chosen now."""
        self.actions[chosen.theme].setChecked(True)
        self.actions[chosen.language].setChecked(True)

    def _add(self, menu: QMenu, *entries: Entry) -> None:
        for name, words, key in entries:
            action = menu.addAction(words)
            if key:
                action.setShortcut(QKeySequence(key))
            self.actions[name] = action

    def _make_choice(self, bar: QMenuBar, names: tuple[str, ...]) -> None:
        group = QActionGroup(bar)
        for name in names:
            self.actions[name].setCheckable(True)
            group.addAction(self.actions[name])
