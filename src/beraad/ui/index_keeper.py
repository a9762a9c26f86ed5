"""Reads the index of the search in all cases on a worker thread, and stops at the lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from beraad.errors import BeraadError
from beraad.services.vault import Vault
from beraad.ui.work import Cancelled, Progress, Work

if TYPE_CHECKING:
    from beraad.services.search import CatchUp, Found

_REST = 1_000
"""Delay in milliseconds between showing the list of cases and reading the index."""


class IndexKeeper(QObject):
    """Keeper of the index of the open store. `changed` reports progress, success and failure."""

    changed = Signal()
    _read = Signal(int, int)

    def __init__(self, window: QWidget, vault: Vault) -> None:
        super().__init__(window)
        self._vault = vault
        self._work = Work(window)
        self._job: CatchUp | None = None
        self.progress = (0, 0)
        """Number of cases read, and of all."""
        self.trouble: BeraadError | None = None
        """Error of the last reading, if it failed."""
        self._timer = QTimer(self, interval=_REST, singleShot=True)
        self._timer.timeout.connect(self.catch_up)
        self._read.connect(self._on_read, Qt.ConnectionType.QueuedConnection)

    @property
    def is_ready(self) -> bool:
        """True if a search finds what the store holds now."""
        return self._vault.unlocked and not self._work.busy and self._vault.search.is_current

    def catch_up_soon(self) -> None:
        """Read the changed cases a little later, when the window has been painted."""
        self._timer.start()

    def catch_up(self) -> None:
        """Start reading the changed cases on a worker thread; the first time, all cases."""
        self._timer.stop()
        if not self._vault.unlocked or self._work.busy or self._vault.search.is_current:
            return
        self.trouble, self.progress = None, (0, 0)
        try:
            job = self._job = self._vault.search.catch_up()
        except BeraadError as error:
            self._on_failed(error)
            return

        def read(progress: Progress) -> None:
            def tell(at: int, of: int) -> None:
                progress.step(at, of)
                self._read.emit(at, of)

            job(tell)

        self._work.run("", read, done=lambda _result: self._on_done(), failed=self._on_failed)

    def stop(self) -> None:
        """Stop reading and wait for the worker thread; a half-read index is not used."""
        self._timer.stop()
        self._work.finish()
        self._close_job()

    def find(self, words: str, most: int) -> tuple[Found, ...]:
        """Return the texts that hold all these words; none while the index is not ready."""
        return self._vault.search.find(words, most) if self.is_ready else ()

    def _close_job(self) -> None:
        if self._job is not None:
            self._job.close()
            self._job = None

    def _on_read(self, at: int, of: int) -> None:
        self.progress = at, of
        self.changed.emit()

    def _on_done(self) -> None:
        self._close_job()
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._close_job()
        if isinstance(error, Cancelled) or not self._vault.unlocked:
            return
        if not isinstance(error, BeraadError):
            raise error
        self.trouble = error
        self.changed.emit()
