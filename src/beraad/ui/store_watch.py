"""Detection of a swap of the file of the unlocked cases while nothing was being saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from beraad.services.vault import Vault

_LOOK_EVERY = 2_000
"""Milliseconds between two looks at the file."""


class StoreWatch(QObject):
    """Watcher that looks at the file every two seconds, except while a job uses the store."""

    swapped = Signal()

    def __init__(self, vault: Vault, *, busy: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._vault, self._busy = vault, busy
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> bool:
        """Look now; if the file was swapped, emit `swapped` and return True."""
        found = not self._busy() and self._vault.look_at_file() is not None
        if found:
            self.swapped.emit()
        return found
