"""Keeping the screens on while the wall is shown: the room looks at it, and nobody touches it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager

from PySide6.QtCore import QObject, Qt, Signal

from beraad.ui.garbage_collection import hold_collecting

_log = logging.getLogger(__name__)
_WAIT_AT_MOST = 3.0
"""Most seconds that closing the window waits for a desktop that does not answer."""

Hold = Callable[[], AbstractContextManager[object]]


class StayAwake(QObject):
    """Inhibitor of the screen saver and the sleep of the screens while that is wanted.

    The desktop is asked on a separate thread: if it does not answer it must not block the windows. The same
    thread has to release it. Nothing depends on it: a refusal is logged.
    """

    _settled = Signal()

    def __init__(self, parent: QObject | None = None, *, hold: Hold | None = None) -> None:
        super().__init__(parent)
        self._hold = hold or _presenting
        self._wished, self._stopping = False, False
        self._thread: threading.Thread | None = None
        self._go = threading.Semaphore(0)
        self._collect_again: list[Callable[[], None]] = []
        self._settled.connect(self._on_settled, Qt.ConnectionType.QueuedConnection)

    @property
    def wished(self) -> bool:
        """True while the screens should stay on."""
        return self._wished

    def set(self, *, on: bool) -> None:
        """Keep the screens on, or let them sleep again."""
        if on is self._wished or self._stopping:
            return
        self._wished = on
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="stay-awake", daemon=True)
            self._thread.start()
        self._begin()

    def stop(self) -> None:
        """Release for good and wait for that, as the program ends."""
        self.set(on=False)
        self._stopping = True
        if self._thread is not None:
            self._begin()
            self._thread.join(_WAIT_AT_MOST)
            while self._collect_again:
                self._on_settled()

    def _begin(self) -> None:
        # No window may be destroyed on the other thread.
        self._collect_again.append(hold_collecting())
        self._go.release()

    def _on_settled(self) -> None:
        if self._collect_again:
            self._collect_again.pop()()

    def _run(self) -> None:
        held: AbstractContextManager[object] | None = None
        while not self._stopping or held is not None:
            self._go.acquire()
            if self._wished and held is None:
                held = _entered(self._hold)
            elif not self._wished and held is not None:
                _leave(held)
                held = None
            if not self._stopping:
                self._settled.emit()


def _presenting() -> AbstractContextManager[object]:
    from wakepy import keep  # noqa: PLC0415 - only where a wall comes on

    return keep.presenting(on_fail="error")


def _entered(hold: Hold) -> AbstractContextManager[object] | None:
    """Enter `hold` and return it; None if the desktop refuses."""
    try:
        held = hold()
        held.__enter__()
    except Exception:  # noqa: BLE001 - whatever a desktop answers, the meeting goes on
        _log.warning("awake.refused")
        return None
    return held


def _leave(held: AbstractContextManager[object]) -> None:
    try:
        held.__exit__(None, None, None)
    except Exception:  # noqa: BLE001 - it lets go by itself when this program ends
        _log.warning("awake.not_let_go")
