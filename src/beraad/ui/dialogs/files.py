"""The one way to ask for a file or folder. Tests replace it by scripted answers."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from beraad.i18n import _

_REMEMBERED = ("FileDialog/history", "FileDialog/lastVisited")
"""Settings that Qt's dialog writes, shared by every program that uses Qt."""


class Files:
    """Dialogs that ask where a file is, or where it may go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._parent = parent

    def to_read(self, kind: str, pattern: str) -> Path | None:
        """Return an existing file, as in `to_read("Zaak", "*.json")`; None if the user cancelled."""
        with _not_remembered():
            name, _filter = QFileDialog.getOpenFileName(
                self._parent, _("Kies een bestand"), "", f"{kind} ({pattern})"
            )
        return Path(name) if name else None

    def to_read_several(self, kind: str, pattern: str) -> list[Path]:
        """Return existing files, in any order; none if the user cancelled."""
        with _not_remembered():
            names, _filter = QFileDialog.getOpenFileNames(
                self._parent, _("Kies een of meer bestanden"), "", f"{kind} ({pattern})"
            )
        return list(map(Path, names))

    def to_write(self, suggested: str, kind: str, pattern: str) -> Path | None:
        """Return where a file may go, or None; Qt asks before it replaces an existing file."""
        with _not_remembered():
            name, _filter = QFileDialog.getSaveFileName(
                self._parent, _("Opslaan als"), suggested, f"{kind} ({pattern})"
            )
        return Path(name) if name else None

    def folder(self) -> Path | None:
        """Return a folder to write into, or None."""
        with _not_remembered():
            name = QFileDialog.getExistingDirectory(self._parent, _("Kies een map"))
        return Path(name) if name else None

    def show_folder(self, folder: Path) -> None:
        """Open a folder in this computer's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


@contextmanager
def _not_remembered() -> Iterator[None]:
    """Restore Qt's settings of recent folders.

    A folder may be named after a family, and anybody who finds these settings can read them.
    """
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    before = {key: settings.value(key) for key in _REMEMBERED}
    try:
        yield
    finally:
        for key, value in before.items():
            if value is None:
                settings.remove(key)
            else:
                settings.setValue(key, value)
        settings.sync()


class ScriptedFiles(Files):
    """Answers from a script."""

    def __init__(self, answers: Iterable[Path | None] = ()) -> None:
        super().__init__()
        self._answers = deque(answers)
        self.suggested: list[str] = []
        self.shown: list[Path] = []

    def answer(self, *answers: Path | None) -> None:
        """Add answers to the next dialogs, in their order; None for one that is cancelled."""
        self._answers.extend(answers)

    @override
    def to_read(self, kind: str, pattern: str) -> Path | None:
        return self._answers.popleft()

    @override
    def to_read_several(self, kind: str, pattern: str) -> list[Path]:
        chosen = self._answers.popleft()
        return [chosen] if chosen is not None else []

    @override
    def to_write(self, suggested: str, kind: str, pattern: str) -> Path | None:
        self.suggested.append(suggested)
        return self._answers.popleft()

    @override
    def folder(self) -> Path | None:
        return self._answers.popleft()

    @override
    def show_folder(self, folder: Path) -> None:
        self.shown.append(folder)
