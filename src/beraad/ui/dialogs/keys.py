"""The sheet of keys: what can be done without a mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from beraad.i18n import _
from beraad.ui.theme import Theme
from beraad.ui.widgets.pill import Pill
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.ui.widgets.text_label import TextLabel

KeyTable = tuple[tuple[str, str], ...]
"""Keys, and what they do."""


class KeysSheet(QDialog):
    """Every key of the program, by where it works."""

    def __init__(self, parts: tuple[tuple[str, KeyTable], ...], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self.setWindowTitle("Beraad")
        wide = theme.size("space", "wide")
        column = QVBoxLayout(self)
        column.setContentsMargins(wide, wide, wide, wide)
        column.setSpacing(theme.size("space", "medium"))
        column.addWidget(TextLabel(_("Toetsen"), "title"))
        row = QHBoxLayout()
        row.setSpacing(theme.size("space", "large"))
        for heading, keys in parts:
            row.addWidget(_part(heading, keys), 1)
        column.addLayout(row)
        close = QPushButton(_("Sluiten"))
        close.setProperty("role", "primary")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)
        close.setFocus()


def _part(heading: str, keys: KeyTable) -> QFrame:
    theme = Theme.current()
    panel = QFrame()
    panel.setProperty("role", "panel")
    column = QVBoxLayout(panel)
    column.addWidget(SectionHeading(heading))
    grid = QGridLayout()
    grid.setVerticalSpacing(theme.size("space", "small"))
    grid.setColumnStretch(1, 1)
    for row, (key, means) in enumerate(keys):
        pill = Pill(key)
        pill.setWordWrap(False)
        grid.addWidget(pill, row, 0, Qt.AlignmentFlag.AlignLeft)
        label = TextLabel(means, wrap=False)
        label.setAccessibleName(f"{key}: {means}")
        grid.addWidget(label, row, 1)
    column.addLayout(grid)
    column.addStretch(1)
    return panel


def window_keys() -> KeyTable:
    """The keys that work everywhere in the main window."""
    return (
        ("F1", _("deze toetsen")),
        ("Ctrl + N", _("nieuwe zaak")),
        ("Ctrl + O", _("zaak inlezen")),
        ("Ctrl + K", _("zoeken in de zaken")),
        ("Ctrl + P", _("printen")),
        ("Ctrl + L", _("vergrendelen")),
        ("Ctrl + +", _("tekst groter")),
        ("Ctrl + −", _("tekst kleiner")),
        ("Alt + ←", _("terug")),
        ("Tab", _("volgende veld of knop")),
        ("Enter", _("openen")),
    )
