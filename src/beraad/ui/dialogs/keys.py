"""Sheet of keys: what can be done without a mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from beraad.i18n import _
from beraad.ui.theme import Theme
from beraad.ui.widgets.dialog_frame import DialogFrame
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.pill import Pill
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.ui.widgets.text_label import LineLabel

_HALF, _MEANS, _WANTED = 410, 150, 520
"""Pixels at 100 %: minimum width of a half beside the other, of its words, and preferred width of a half."""

KeyTable = tuple[tuple[str, str], ...]
"""Keys with what they do. A line without a key is the heading of a new group.

`Alt + ← →` are two keys with Alt; `·` stands between keys that are not alike.
"""


def groups(heading: str, keys: KeyTable) -> list[tuple[str, KeyTable]]:
    """Return a table in its groups, each under its heading; the first under `heading`."""
    found: list[tuple[str, KeyTable]] = [(heading, ())]
    for key, means in keys:
        if key:
            name, lines = found[-1]
            found[-1] = (name, (*lines, (key, means)))
        else:
            found.append((means, ()))
    return found


class KeysSheet(DialogFrame):
    """Every key of the program, by where it works."""

    def __init__(self, parts: tuple[tuple[str, KeyTable], ...], *, parent: QWidget | None = None) -> None:
        super().__init__(_("Toetsen"), parent=parent)
        theme = Theme.current()
        between = theme.size("space", "large")
        row = FlowLayout(self.inside, gap=between, top=True)
        row.setContentsMargins(0, 0, theme.size("space", "small"), 0)
        for beside in _halves([group for heading, keys in parts for group in groups(heading, keys)]):
            held = QWidget()
            half = QVBoxLayout(held)
            half.setContentsMargins(0, 0, 0, 0)
            half.setSpacing(theme.size("space", "medium"))
            for heading, keys in beside:
                half.addWidget(_part(heading, keys))
            half.addStretch(1)
            row.add_growing(held, round(_HALF * theme.scale))
        close = QPushButton(_("Sluiten"))
        close.setProperty("role", "primary")
        close.clicked.connect(self.accept)
        self.foot.addWidget(close)
        around = 3 * theme.size("space", "wide") + 2 * between
        self.take_width(2 * round(_WANTED * theme.scale) + around)
        close.setFocus()

    @classmethod
    def show_over(cls, parts: tuple[tuple[str, KeyTable], ...], parent: QWidget) -> None:
        """Show the sheet until it is closed."""
        sheet = cls(parts, parent=parent)
        sheet.exec()
        sheet.deleteLater()


def _halves(every: list[tuple[str, KeyTable]]) -> tuple[list[tuple[str, KeyTable]], ...]:
    """Return two columns of about the same length, in the same order."""
    lengths = [len(keys) + 2 for _heading, keys in every]
    at = min(range(len(every) + 1), key=lambda place: abs(sum(lengths[:place]) - sum(lengths[place:])))
    return every[:at], every[at:]


def _part(heading: str, keys: KeyTable) -> QFrame:
    theme = Theme.current()
    panel = QFrame()
    panel.setProperty("role", "panel")
    column = QVBoxLayout(panel)
    column.addWidget(SectionHeading(heading))
    grid = QGridLayout()
    grid.setVerticalSpacing(theme.size("space", "small"))
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(1, round(_MEANS * theme.scale))
    for row, (key, means) in enumerate(keys):
        pill = Pill(key)
        pill.setWordWrap(False)
        grid.addWidget(pill, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        label = LineLabel(means)
        label.setAccessibleName(f"{key}: {means}")
        grid.addWidget(label, row, 1)
    column.addLayout(grid)
    column.addStretch(1)
    return panel


def window_keys() -> KeyTable:
    """Return the keys that work everywhere in the main window."""
    return (
        ("F1", _("deze toetsen")),
        ("Ctrl + N", _("nieuwe zaak")),
        ("Ctrl + O", _("zaak inlezen")),
        ("Ctrl + K", _("zoeken in alle zaken: namen, kaarten, afspraken")),
        ("Ctrl + Z", _("ongedaan maken, zolang deze bladzijde open is")),
        ("Ctrl + Shift + Z", _("opnieuw doen")),
        ("Ctrl + P", _("printen")),
        ("Ctrl + L", _("vergrendelen")),
        ("Ctrl + +", _("tekst groter")),
        ("Ctrl + −", _("tekst kleiner")),
        ("Ctrl + 0", _("tekst gewoon")),
        ("Ctrl + Q", _("afsluiten")),
        ("Alt + ←", _("terug")),
        ("Tab", _("volgende veld of knop")),
        ("Enter", _("openen")),
        ("", _("In de lijst met zaken")),
        ("Ctrl + F", _("naar het zoekveld van de lijst")),
        ("↑ ↓", _("andere zaak; vanuit het zoekveld: naar de lijst")),
        ("Enter", _("de zaak openen")),
        ("Tab", _("naar Beraad openen")),
    )
