"""The one way off the GUI thread: a job runs on a worker thread, and its result comes back by signal."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.ui.garbage_collection import hold_collecting
from beraad.ui.theme import Theme
from beraad.ui.when_released import WhenReleased

T = TypeVar("T")

_SHOW_AFTER = 400
"""Milliseconds before the progress dialog appears: short work shows nothing."""


class Cancelled(Exception):
    """The user stopped the job."""


class Progress:
    """Progress that a job reports from its own thread, and the request that it should stop."""

    def __init__(self, tell: Callable[[int, int, str], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()

    @property
    def cancelled(self) -> bool:
        """True if the user wants the job to stop."""
        return self._stop.is_set()

    def step(self, at: int, of: int, text: str = "") -> None:
        """Report that `at` out of `of` parts are done; raise Cancelled if the user wants to stop."""
        if self.cancelled:
            raise Cancelled
        self._tell(at, of, text)

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._stop.set()


class Work(QObject):
    """Runner of one job at a time on a worker thread. `busy_changed` is emitted at its start and end."""

    busy_changed = Signal(bool)
    _stepped = Signal(int, int, str)
    _ended = Signal(object, object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(1000)
        self._progress: Progress | None = None
        self._dialog: QProgressDialog | None = None
        self._done: Callable[[Any], None] = _ignore
        self._failed: Callable[[Exception], None] = _ignore
        self._collect_again: Callable[[], None] = _nothing
        self._outcome: tuple[object, Exception | None] = (None, None)
        self._telling = WhenReleased(self._tell, parent=self)
        self._connect()

    @property
    def busy(self) -> bool:
        """True while a job runs."""
        return self._progress is not None

    def run(
        self,
        title: str,
        job: Callable[[Progress], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        cancellable: bool = True,
    ) -> None:
        """Run `job` on a worker thread; then call `done(result)` or `failed(error)` on this one.

        A job without a title shows no progress. A job that was stopped ends in `failed(Cancelled())`.
        RuntimeError while another job runs.
        """
        if self.busy:
            raise RuntimeError("busy")
        self._done, self._failed = done, failed
        self._progress = Progress(self._stepped.emit)
        self._dialog = self._make_dialog(title, cancellable=cancellable) if title else None
        self._collect_again = hold_collecting()
        self.busy_changed.emit(True)
        self._pool.start(_Job(job, self._progress, self._ended.emit))

    def run_or_raise(self, title: str, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Run a job that should not fail and cannot be stopped; its errors are raised on this thread."""

        def failed(error: Exception) -> None:
            raise error

        self.run(title, lambda _progress: job(), done=done, failed=failed, cancellable=False)

    def finish(self) -> None:
        """Stop a running job and wait for its thread, before the window is deleted."""
        if self._progress is not None:
            self._progress.cancel()
        self._wait_for_thread()

    def _connect(self) -> None:
        # Queued: they are emitted on the job's thread and must arrive on the GUI thread.
        self._stepped.connect(self._on_stepped, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def _on_stepped(self, at: int, of: int, text: str) -> None:
        dialog = self._dialog
        if dialog is None or dialog.wasCanceled():
            return
        dialog.setMaximum(of)
        if text:
            dialog.setLabelText(text)
        # Last, since it lets Qt process events, one of which may be the end of the job.
        dialog.setValue(min(at, of - 1))

    def _on_ended(self, result: object, error: Exception | None) -> None:
        # Wait until the thread has ended, so that its objects are not destroyed during what follows.
        self._wait_for_thread()
        if self._dialog is not None:
            self._put_away(self._dialog)
        self._dialog = None
        self._outcome = (result, error)
        # The result is shown when no mouse button is down, since it may move widgets.
        self._telling.ask()

    def _tell(self) -> None:
        (result, error), self._outcome = self._outcome, (None, None)
        done, failed = self._done, self._failed
        self._done = self._failed = _ignore
        self._progress = None
        self.busy_changed.emit(False)
        if error is None:
            done(result)
        else:
            failed(error)

    def _wait_for_thread(self) -> None:
        self._pool.waitForDone()
        self._collect_again()
        self._collect_again = _nothing

    def _make_dialog(self, title: str, *, cancellable: bool) -> QProgressDialog:
        dialog = QProgressDialog(title, _("Stoppen") if cancellable else "", 0, 0, self._window)
        dialog.setWindowTitle("Beraad")
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumDuration(_SHOW_AFTER)
        dialog.setMinimumWidth(round(360 * Theme.current().scale))
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        if not cancellable:
            dialog.setCancelButton(None)
        # It appears by itself, perhaps during typing: a space or Enter must not press its button.
        dialog.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        dialog.setFocus()
        for stop in dialog.findChildren(QPushButton):
            stop.setAutoDefault(False)
        dialog.canceled.connect(self._on_cancelled)
        dialog.setValue(0)
        return dialog

    def _put_away(self, dialog: QProgressDialog) -> None:
        # A dialog that has only just appeared may still be waiting to become the active window.
        had_keyboard = dialog.isVisible() and QApplication.activeWindow() in {dialog, self._window.window()}
        # Otherwise the dialog could appear later, over a message.
        dialog.reset()
        dialog.canceled.disconnect()
        dialog.close()
        dialog.deleteLater()
        if had_keyboard:
            # Not every platform gives the keyboard back by itself.
            self._window.activateWindow()

    def _on_cancelled(self) -> None:
        if self._progress is not None:
            self._progress.cancel()


class _Job(QRunnable):
    """Job on its thread. Any error it raises is handed back, not lost.

    A quick job can end before the call that starts it has handed this object over to Qt; then this object
    is never freed (measured, PySide6 6.12). So it drops the references to its arguments itself.
    """

    def __init__(
        self,
        job: Callable[[Progress], object],
        progress: Progress,
        ended: Callable[[object, Exception | None], None],
    ) -> None:
        super().__init__()
        self._given = [(job, progress, ended)]

    @override
    def run(self) -> None:
        job, progress, ended = self._given.pop()
        try:
            result = job(progress)
        except Exception as error:  # noqa: BLE001 - the caller decides what it means, on its own thread
            ended(None, error)
        else:
            ended(result, None)


def _ignore(_outcome: object) -> None:
    """Do nothing with the outcome."""


def _nothing() -> None:
    """Do nothing."""
