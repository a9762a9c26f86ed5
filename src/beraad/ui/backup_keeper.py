"""Makes the backup that unlocking left, on a worker thread once the list of cases stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from beraad.errors import BeraadError
from beraad.i18n import _, spoken
from beraad.services.vault import Vault
from beraad.ui.messages import Messages
from beraad.ui.work import Work
from beraad.words.errors import sentence

_REST = 500
"""Delay in milliseconds between showing the list of cases and reading the backups."""


class BackupKeeper(QObject):
    """Maker of one backup each time that the store is unlocked. It tells when there is none."""

    def __init__(
        self, window: QWidget, vault: Vault, *, messages: Messages, may_tell: Callable[[], bool]
    ) -> None:
        """`may_tell` says whether a message may come now; one that may not comes with the next list."""
        super().__init__(window)
        self._vault, self._messages, self._may_tell = vault, messages, may_tell
        self._work = Work(window)
        self._untold = False
        self._timer = QTimer(self, interval=_REST, singleShot=True)
        self._timer.timeout.connect(self._begin)

    def make_soon(self) -> None:
        """Begin a little later, when the window has been painted; nothing happens if the backup is there."""
        self._timer.start()

    def stop(self) -> None:
        """Begin nothing more. What runs goes on to its end: closing the store waits for it."""
        self._timer.stop()

    def finish(self) -> None:
        """Wait for the worker thread, before the window is deleted."""
        self._work.finish()

    def _begin(self) -> None:
        if self._work.busy:
            self._timer.start()
            return
        try:
            job = self._vault.backup_job()
        except BeraadError:
            return  # The file was swapped: whoever looks at it leads on.
        if job is not None:
            self._work.run_or_raise("", job, lambda _result: self._on_made())
        elif self._untold:
            self._tell()

    def _on_made(self) -> None:
        self._untold = True
        self._tell()

    def _tell(self) -> None:
        if not self._may_tell():
            return
        self._untold = False
        if (trouble := self._vault.backup_trouble) is not None:
            self._messages.warn(_("Bij het ontgrendelen viel iets op"), sentence(trouble, spoken()))
