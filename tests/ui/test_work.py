"""Slow work runs beside the windows, and comes back whole."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QProgressDialog, QWidget
from pytestqt.qtbot import QtBot

from beraad.ui.work import Cancelled, Progress, Work


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Over which the progress appears."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def work(window: QWidget) -> Iterator[Work]:
    """The doorway."""
    work = Work(window)
    yield work
    work.finish()


class Outcome:
    """What came back."""

    def __init__(self) -> None:
        self.result: object = None
        self.error: Exception | None = None
        self.thread: int | None = None

    def done(self, result: object) -> None:
        self.result, self.thread = result, threading.get_ident()

    def failed(self, error: Exception) -> None:
        self.error, self.thread = error, threading.get_ident()


def test_a_job_runs_on_another_thread_and_its_result_comes_back_here(work: Work, qtbot: QtBot) -> None:
    outcome = Outcome()
    with qtbot.waitSignal(work.busy_changed, check_params_cb=lambda busy: not busy):
        work.run("Printen", lambda _progress: threading.get_ident(), done=outcome.done, failed=outcome.failed)
    qtbot.waitUntil(lambda: outcome.thread is not None)
    assert outcome.thread == threading.main_thread().ident
    assert outcome.result != threading.main_thread().ident


def test_an_error_comes_back_with_its_type(work: Work, qtbot: QtBot) -> None:
    outcome = Outcome()

    def job(_progress: Progress) -> None:
        raise FileNotFoundError("plan.pdf")

    work.run("Printen", job, done=outcome.done, failed=outcome.failed)
    qtbot.waitUntil(lambda: outcome.error is not None)
    assert isinstance(outcome.error, FileNotFoundError)
    assert not work.busy


def test_a_job_that_is_stopped_ends_at_its_next_step(work: Work, window: QWidget, qtbot: QtBot) -> None:
    outcome, started = Outcome(), threading.Event()

    def job(progress: Progress) -> None:
        for at in range(1_000_000):
            progress.step(at, 1_000_000, "Exemplaar")
            started.set()
            threading.Event().wait(0.001)

    work.run("Printen", job, done=outcome.done, failed=outcome.failed)
    assert started.wait(5)
    window.findChild(QProgressDialog).canceled.emit()
    qtbot.waitUntil(lambda: outcome.error is not None)
    assert isinstance(outcome.error, Cancelled)


def test_progress_is_shown_while_it_runs(work: Work, window: QWidget, qtbot: QtBot) -> None:
    outcome, seen, go_on = Outcome(), threading.Event(), threading.Event()

    def job(progress: Progress) -> str:
        progress.step(3, 10, "Exemplaar 3")
        seen.set()
        go_on.wait(5)
        return "klaar"

    work.run("Printen", job, done=outcome.done, failed=outcome.failed)
    assert seen.wait(5)
    dialog = window.findChild(QProgressDialog)
    qtbot.waitUntil(lambda: (dialog.value(), dialog.maximum()) == (3, 10))
    assert dialog.labelText() == "Exemplaar 3"
    go_on.set()
    qtbot.waitUntil(lambda: outcome.result == "klaar")


def test_one_job_at_a_time(work: Work, qtbot: QtBot) -> None:
    outcome, go_on = Outcome(), threading.Event()
    work.run("Printen", lambda _progress: go_on.wait(5), done=outcome.done, failed=outcome.failed)
    with pytest.raises(RuntimeError, match="busy"):
        work.run("Printen", lambda _progress: None, done=outcome.done, failed=outcome.failed)
    go_on.set()
    qtbot.waitUntil(lambda: outcome.result is True)


def test_closing_stops_the_job_and_waits_for_its_thread(work: Work, qtbot: QtBot) -> None:
    ended = threading.Event()

    def job(progress: Progress) -> None:
        while not progress.cancelled:
            threading.Event().wait(0.001)
        ended.set()

    outcome = Outcome()
    work.run("Printen", job, done=outcome.done, failed=outcome.failed)
    work.finish()
    assert ended.is_set()
    qtbot.waitUntil(lambda: outcome.thread is not None)
