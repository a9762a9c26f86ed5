"""The one way to ask for a file or folder; tests put scripted answers in its place."""

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
"""What the dialog of Qt writes down for every program that uses Qt."""


class Files:
    """Asks where something is, or where it may go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._parent = parent

    def to_read(self, kind: str, pattern: str) -> Path | None:
        """A file that exists, such as `to_read("Zaak", "*.json")`; None when it was called off."""
        with _not_remembered():
            name, _filter = QFileDialog.getOpenFileName(
                self._parent, _("Kies een bestand"), "", f"{kind} ({pattern})"
            )
        return Path(name) if name else None

    def to_read_several(self, kind: str, pattern: str) -> list[Path]:
        """Files that exist, in any order; none when it was called off."""
        with _not_remembered():
            names, _filter = QFileDialog.getOpenFileNames(
                self._parent, _("Kies een of meer bestanden"), "", f"{kind} ({pattern})"
            )
        return list(map(Path, names))

    def to_write(self, suggested: str, kind: str, pattern: str) -> Path | None:
        """Where a file may go; Qt asked already before an existing one is replaced."""
        with _not_remembered():
            name, _filter = QFileDialog.getSaveFileName(
                self._parent, _("Opslaan als"), suggested, f"{kind} ({pattern})"
            )
        return Path(name) if name else None

    def folder(self) -> Path | None:
        """A folder to write into."""
        with _not_remembered():
            name = QFileDialog.getExistingDirectory(self._parent, _("Kies een map"))
        return Path(name) if name else None

    def show_folder(self, folder: Path) -> None:
        """Open a folder in the program of this computer for files."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


@contextmanager
def _not_remembered() -> Iterator[None]:
    """A folder may be called after a family, and these settings are read by anybody who finds them."""
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
