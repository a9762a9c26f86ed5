"""Menus of the main window, with their keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from beraad.i18n import _, ngettext
from beraad.languages import LANGUAGES
from beraad.settings import CALM_AFTER, LOCK_AFTER, Settings
from beraad.ui.choices import Choices

Entry = tuple[str, str, str | QKeySequence.StandardKey]
"""Name of the action, words, key."""


class Menus:
    """Menus with every action by name, in `actions`; `allow` sets which of them are enabled."""

    def __init__(self, bar: QMenuBar, chosen: Settings) -> None:
        self.actions: dict[str, QAction] = {}
        self._bar = bar
        self._add_file(bar)
        self.undo = bar.addMenu(_("Bewe&rken"))
        self._add_view(bar)
        self._add_help(bar)
        for names in (("light", "dark"), tuple(LANGUAGES)):
            self._make_choice(bar, names)
        self.show_chosen(chosen)

    def allow(
        self, *, unlocked: bool, case: bool, cases: bool, anew: bool, handed_over: bool = False
    ) -> None:
        """Enable the actions for a state: unlocked, on a case, on the list, on a page that can be made again.

        While the laptop is handed over to somebody who answers, no menu opens and no key of a menu works:
        each of them may lead to what only the facilitator may see.
        """
        self._bar.setVisible(not handed_over)
        for name, action in self.actions.items():
            # Locking shows nothing, and must always be possible.
            action.setEnabled(not handed_over or name == "lock")
        self.wall_screens.setEnabled(not handed_over)
        self.undo.setEnabled(unlocked and not handed_over)
        if handed_over:
            return
        for name in ("new_case", "import", "code", "lock", "guide"):
            self.actions[name].setEnabled(unlocked)
        for name in ("export", "print", "back"):
            self.actions[name].setEnabled(unlocked and case)
        self.actions["calendar"].setEnabled(unlocked and (case or cases))
        self.actions["search"].setEnabled(unlocked and (case or cases))
        self.actions["search_list"].setEnabled(unlocked and cases)
        for name in (*LANGUAGES, "larger", "smaller", "usual"):
            self.actions[name].setEnabled(anew)

    def connect_wishes(self, wishes: Mapping[str, Callable[[], object]]) -> None:
        """Connect actions, by name, to callbacks."""
        for name, wish in wishes.items():
            self.actions[name].triggered.connect(lambda _checked=False, do=wish: do())

    def connect_choices(self, choices: Choices) -> None:
        """Connect the actions that change a setting."""
        wishes: dict[str, Callable[[], object]] = {
            "light": lambda: choices.look("light"),
            "dark": lambda: choices.look("dark"),
            "larger": lambda: choices.write_larger(1),
            "smaller": lambda: choices.write_larger(-1),
            "usual": lambda: choices.write_larger(0),
            "spelling": lambda: choices.check_spelling(not choices.chosen.spelling),
            **{code: partial(choices.speak, code) for code in LANGUAGES},
        }
        for minutes in LOCK_AFTER:
            wishes[f"lock_after {minutes}"] = partial(choices.lock_after, minutes)
        for minutes in CALM_AFTER:
            wishes[f"calm_after {minutes}"] = partial(choices.calm_after, minutes)
        self.connect_wishes(wishes)

    def show_chosen(self, chosen: Settings) -> None:
        """Tick the present settings."""
        self.actions[chosen.theme].setChecked(True)
        self.actions[chosen.language].setChecked(True)
        self.actions["spelling"].setChecked(chosen.spelling)
        self.actions[f"lock_after {chosen.lock_after}"].setChecked(True)
        self.actions[f"calm_after {chosen.calm_after}"].setChecked(True)

    def _add_file(self, bar: QMenuBar) -> None:
        keys = QKeySequence.StandardKey
        file = bar.addMenu(_("&Bestand"))
        self._add(
            file,
            ("new_case", _("Nieuwe zaak…"), keys.New),
            ("import", _("Zaak inlezen…"), keys.Open),
            ("export", _("Zaak exporteren…"), ""),
            ("calendar", _("Agenda opslaan…"), ""),
            ("print", _("Printen…"), keys.Print),
            ("search", _("Zoeken in alle zaken…"), "Ctrl+K"),
            ("search_list", _("Zoeken in de lijst"), keys.Find),
            ("back", _("Terug naar de zaken"), "Alt+Left"),
            ("code", _("Herstelcode…"), ""),
            ("lock", _("Vergrendelen"), "Ctrl+L"),
        )
        self._add_minutes(bar, file.addMenu(_("Vergrendelen na")), "lock_after", LOCK_AFTER)
        self._add_minutes(bar, file.addMenu(_("Na vergrendelen: scherm rustig na")), "calm_after", CALM_AFTER)
        self._add(file, ("quit", _("Afsluiten"), "Ctrl+Q"))

    def _add_view(self, bar: QMenuBar) -> None:
        keys = QKeySequence.StandardKey
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
        self._add(view, ("spelling", _("Spelling nakijken (F7)"), ""))
        self.actions["spelling"].setCheckable(True)
        # A language is named in itself, for a user who cannot read the present one.
        view.addSeparator()
        self._add(view, *((code, facts.name, "") for code, facts in LANGUAGES.items()))
        self.actions["larger"].setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])

    def _add_help(self, bar: QMenuBar) -> None:
        self._add(
            bar.addMenu(_("&Help")),
            ("manual", _("Handleiding"), ""),
            ("keys", _("Toetsen"), QKeySequence.StandardKey.HelpContents),
            ("guide", _("Eigen woorden voor de gespreksleider…"), ""),
            ("about", _("Over Beraad"), ""),
        )
        self.actions["keys"].setShortcut(QKeySequence("F1"))

    def _add(self, menu: QMenu, *entries: Entry) -> None:
        for name, words, key in entries:
            action = menu.addAction(words)
            if key:
                action.setShortcut(QKeySequence(key))
            self.actions[name] = action

    def _add_minutes(self, bar: QMenuBar, menu: QMenu, name: str, choices: tuple[int, ...]) -> None:
        words = [
            (f"{name} {count}", ngettext("{count} minuut", "{count} minuten", count).format(count=count), "")
            for count in choices
        ]
        self._add(menu, *words)
        self._make_choice(bar, tuple(entry[0] for entry in words))

    def _make_choice(self, bar: QMenuBar, names: tuple[str, ...]) -> None:
        group = QActionGroup(bar)
        for name in names:
            self.actions[name].setCheckable(True)
            group.addAction(self.actions[name])
