"""Signal from the desktop that the computer is about to sleep, so that the program locks first."""

from __future__ import annotations

import logging
import sys
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_log = logging.getLogger(__name__)
_MANAGER = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
_SLOT: Any = SLOT("_on_prepare(bool)")
"""Name of the slot as text, although its type says bytes."""


class SleepNotice(QObject):
    """Listener to logind's PrepareForSleep on the system bus, if there is one.

    Nothing depends on it: without it, or if the computer sleeps before the lock is complete, the program
    locks at waking. It delays nothing.
    """

    falls_asleep = Signal()

    def __init__(self, parent: QObject | None = None, *, bus: str = "") -> None:
        """`bus` is an address instead of the system's own."""
        super().__init__(parent)
        self._bus = bus
        self._hears: bool | None = None

    def begin(self) -> bool:
        """Start to listen; return True if that succeeds. It is tried once."""
        if self._hears is None:
            self._hears = sys.platform.startswith("linux") and self._listen()
        return self._hears

    def _listen(self) -> bool:
        try:
            # Loaded here: it is needed only once something is open that has to be locked.
            from PySide6.QtDBus import QDBusConnection as Bus  # noqa: PLC0415

            bus = Bus.connectToBus(self._bus, self._bus) if self._bus else Bus.systemBus()
            heard = bool(bus.connect(*_MANAGER, "PrepareForSleep", self, _SLOT))
        except (ImportError, TypeError, ValueError):
            # The module may be missing from a package, or its interface may have changed.
            heard = False
        if not heard:
            _log.info("sleep_notice.not_heard")
        return heard

    @Slot(bool)
    def _on_prepare(self, begins: bool) -> None:
        if begins:
            self.falls_asleep.emit()
