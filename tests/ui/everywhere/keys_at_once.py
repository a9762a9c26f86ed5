"""Which keys work at the same time in a window, and which of them would start two things."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenuBar, QWidget

from beraad.ui.main_window import MainWindow

Owner = QAction | QShortcut | QWidget
Sheet = dict[str, list[str]]
"""Lines of keys as the sheet says them, by the heading over them."""

_AS_QT_SAYS = {
    "→": "Right",
    "←": "Left",
    "↑": "Up",
    "↓": "Down",
    "PageDown": "PgDown",
    "PageUp": "PgUp",
    "−": "-",
}


def keys_of_line(line: str) -> list[str]:
    """The keys of one line, as Qt says them: `Alt + ← →` are two with Alt; `·` stands between other keys.

    A letter alone is a small one, which Qt says as it stands on the key.
    """
    found = []
    for part in line.split("·"):
        *before, last = part.strip().rsplit(" + ", 1)
        held = "".join(f"{key.replace(' ', '')}+" for key in before)
        found += [held + _AS_QT_SAYS.get(key, key.upper() if len(key) == 1 else key) for key in last.split()]
    return found


def differences(working: set[str], sheet: Sheet, by_the_focus: dict[str, dict[str, str]]) -> list[str]:
    """Where what works differs from what the sheet says.

    `working` are the shortcuts and actions; `by_the_focus` are keys of a group that a widget takes itself,
    each with the reason why it is not one of those. Such a key says nothing of the same key elsewhere.
    """
    said = {group: {key for line in lines for key in keys_of_line(line)} for group, lines in sheet.items()}
    found = []
    for group, reasons in by_the_focus.items():
        missing = reasons.keys() - said.get(group, set())
        found += [f"not in the sheet, {group}: {key}" for key in sorted(missing)]
    shortcuts = {key for group, keys in said.items() for key in keys - by_the_focus.get(group, {}).keys()}
    found += [f"not in the sheet: {key}" for key in sorted(working - shortcuts)]
    return found + [f"does not work: {key}" for key in sorted(shortcuts - working)]


def keys_at_once(window: QWidget) -> dict[str, list[Owner]]:
    """Every key that works in this state of the window, with who listens. `Alt+B` for an underlined B."""
    found: dict[str, list[Owner]] = {}

    def note(key: QKeySequence, owner: Owner) -> None:
        if not key.isEmpty():
            found.setdefault(key.toString(), []).append(owner)

    for shortcut in _shortcuts(window):
        for key in shortcut.keys():  # noqa: SIM118 - no dict
            note(key, shortcut)
    for action in _actions(window):
        if action.isEnabled():
            for key in action.shortcuts():
                note(key, action)
    seen = (item for item in window.findChildren(QWidget) if item.isVisibleTo(window))
    for widget in seen:
        for words in _underlined(widget) if widget.window() is window else ():
            note(QKeySequence.mnemonic(words), widget)
    return found


def ambiguous_keys(window: QWidget) -> list[str]:
    """The keys that two things would listen to."""
    return [
        f"{key}: {', '.join(map(_named, owners))}"
        for key, owners in keys_at_once(window).items()
        if _overlap(owners)
    ]


def _shortcuts(window: QWidget) -> list[QShortcut]:
    return [
        shortcut
        for shortcut in window.findChildren(QShortcut)
        if shortcut.isEnabled()
        and isinstance(listening := shortcut.parent(), QWidget)
        and listening.isVisibleTo(window)
    ]


def _actions(window: QWidget) -> list[QAction]:
    # Not what stands under the menu bar: the menus of another language may still be there, and go later.
    return list(window.menus.actions.values()) if isinstance(window, MainWindow) else window.actions()


def _underlined(widget: QWidget) -> list[str]:
    if isinstance(widget, QMenuBar):
        return [action.text() for action in widget.actions() if action.isEnabled()]
    if isinstance(widget, QAbstractButton) and widget.isEnabled():
        return [widget.text()]
    if isinstance(widget, QLabel) and widget.buddy() and widget.textFormat() is not Qt.TextFormat.PlainText:
        return [widget.text()]
    return []


def _overlap(owners: list[Owner]) -> bool:
    return any(_both(one, other) for place, one in enumerate(owners) for other in owners[place + 1 :])


def _both(one: Owner, other: Owner) -> bool:
    """Whether there is a place of the focus in which both would listen."""
    here, there = _reach(one), _reach(other)
    return here is None or there is None or here is there or _holds(here, there) or _holds(there, here)


def _reach(owner: Owner) -> QWidget | None:
    """The widget in which the focus has to be; None for the whole window."""
    bound = (Qt.ShortcutContext.WidgetShortcut, Qt.ShortcutContext.WidgetWithChildrenShortcut)
    if isinstance(owner, QShortcut) and owner.context() in bound:
        parent = owner.parent()
        return parent if isinstance(parent, QWidget) else None
    return None


def _holds(outer: QWidget, inner: QWidget) -> bool:
    return outer.isAncestorOf(inner)


def _named(owner: Owner) -> str:
    if isinstance(owner, QAction):
        return f"menu {owner.text()}"
    holder = owner.parent() if isinstance(owner, QShortcut) else owner
    return type(holder).__name__
