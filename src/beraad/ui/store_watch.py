"""Tells when somebody swapped the file of the unlocked cases while nobody was saving anything."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from beraad.services.vault import Vault

_LOOK_EVERY = 2_000
"""Milliseconds."""


class StoreWatch(QObject):
    """Looks at the file every other second, but for when a job has the store."""

    swapped = Signal()

    def __init__(self, vault: Vault, *, busy: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._vault, self._busy = vault, busy
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> bool:
        """Look now; True, and told, when it was swapped."""
        found = not self._busy() and self._vault.look_at_file() is not None
        if found:
            self.swapped.emit()
        return found
