"""Slow work runs beside the windows, and comes back whole."""

import gc
import threading
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QProgressDialog, QWidget
from pytestqt.qtbot import QtBot

from beraad.ui.work import _SHOW_AFTER, Cancelled, Progress, Work, _Job


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
    assert started.wait(60)
    window.findChild(QProgressDialog).canceled.emit()
    qtbot.waitUntil(lambda: outcome.error is not None)
    assert isinstance(outcome.error, Cancelled)


def test_progress_is_shown_while_it_runs(work: Work, window: QWidget, qtbot: QtBot) -> None:
    outcome, seen, go_on = Outcome(), threading.Event(), threading.Event()

    def job(progress: Progress) -> str:
        progress.step(3, 10, "Exemplaar 3")
        seen.set()
        go_on.wait(60)
        return "klaar"

    work.run("Printen", job, done=outcome.done, failed=outcome.failed)
    assert seen.wait(60)
    dialog = window.findChild(QProgressDialog)
    qtbot.waitUntil(lambda: (dialog.value(), dialog.maximum()) == (3, 10))
    assert dialog.labelText() == "Exemplaar 3"
    go_on.set()
    qtbot.waitUntil(lambda: outcome.result == "klaar")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_A])
def test_who_is_typing_when_the_progress_comes_up_does_not_stop_the_job(
    work: Work, window: QWidget, qtbot: QtBot, key: Qt.Key
) -> None:
    go_on, outcome = threading.Event(), Outcome()
    field = QLineEdit(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()

    def job(progress: Progress) -> str:
        progress.step(1, 4)
        go_on.wait(60)
        progress.step(2, 4)
        return "printed"

    work.run("Printen", job, done=outcome.done, failed=outcome.failed)
    dialog = window.findChild(QProgressDialog)
    qtbot.waitUntil(dialog.isVisible)
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget() or dialog, key)
    go_on.set()
    qtbot.waitUntil(lambda: not work.busy)
    assert outcome.result == "printed"


@pytest.mark.parametrize("just_appeared", [False, True])
def test_the_window_has_the_keyboard_again_when_the_progress_goes(
    work: Work, window: QWidget, qtbot: QtBot, just_appeared: bool
) -> None:
    go_on, outcome = threading.Event(), Outcome()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    work.run("Printen", lambda _progress: go_on.wait(60), done=outcome.done, failed=outcome.failed)
    dialog = window.findChild(QProgressDialog)
    if just_appeared:
        # It ends before the dialog was told that it is the active window.
        dialog.show()
        assert not dialog.isActiveWindow()
        go_on.set()
        work.finish()
    else:
        qtbot.waitUntil(dialog.isActiveWindow)
        go_on.set()
    qtbot.waitUntil(lambda: not work.busy)
    QApplication.processEvents()
    assert window.isActiveWindow()


@pytest.mark.parametrize("keys", [(Qt.Key.Key_Escape,), (Qt.Key.Key_Tab, Qt.Key.Key_Space)])
def test_keys_can_stop_it(work: Work, window: QWidget, qtbot: QtBot, keys: tuple[Qt.Key, ...]) -> None:
    go_on, outcome = threading.Event(), Outcome()

    def job(progress: Progress) -> None:
        progress.step(1, 4)
        go_on.wait(60)
        progress.step(2, 4)

    window.show()
    work.run("Printen", job, done=outcome.done, failed=outcome.failed)
    dialog = window.findChild(QProgressDialog)
    qtbot.waitUntil(dialog.isVisible)
    qtbot.waitUntil(dialog.isActiveWindow)
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget() or dialog, key)
    go_on.set()
    qtbot.waitUntil(lambda: not work.busy)
    assert isinstance(outcome.error, Cancelled)


def test_one_job_at_a_time(work: Work, qtbot: QtBot) -> None:
    outcome, go_on = Outcome(), threading.Event()
    work.run("Printen", lambda _progress: go_on.wait(60), done=outcome.done, failed=outcome.failed)
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


class HoldsItself:
    """As a window and its slots do: only Python's collector takes it away."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collected_on(work: Work) -> Iterator[Callable[[], set[str]]]:
    """On which threads things like that were taken away since; collecting is as eager as can be."""
    found: set[str] = set()
    before = gc.get_threshold()

    def note(phase: str, _facts: dict[str, int]) -> None:
        if phase == "start":
            main = threading.current_thread() is threading.main_thread()
            found.add("of the windows" if main else "of the job")

    gc.callbacks.append(note)
    gc.set_threshold(1, 1, 1)
    yield lambda: set(found)
    gc.set_threshold(*before)
    gc.callbacks.remove(note)


def _make_much(_progress: Progress | None = None) -> None:
    for _ in range(1_000):
        HoldsItself()


def test_no_job_takes_away_what_belongs_to_the_windows(
    work: Work, collected_on: Callable[[], set[str]], qtbot: QtBot
) -> None:
    outcome = Outcome()
    work.run("Printen", _make_much, done=outcome.done, failed=outcome.failed)
    qtbot.waitUntil(lambda: outcome.thread is not None)
    assert "of the job" not in collected_on()
    _make_much()
    assert "of the windows" in collected_on()


def test_a_thread_that_comes_by_another_door_would_take_it_away(collected_on: Callable[[], set[str]]) -> None:
    """The control. When this fails, Python or PySide6 keeps them apart, and `garbage_collection` can go."""
    thread = threading.Thread(target=_make_much)
    thread.start()
    thread.join()
    assert "of the job" in collected_on()


class GoesSlowly:
    """Says when it is gone, and takes its time for it."""

    def __init__(self, said: list[str]) -> None:
        self._said = said

    def __del__(self) -> None:
        threading.Event().wait(0.2)
        self._said.append("gone")


def test_what_a_job_held_is_let_go_before_its_result_is_told(work: Work, qtbot: QtBot) -> None:
    said: list[str] = []
    work.run(
        "Printen",
        partial(lambda _held, _progress: None, GoesSlowly(said)),
        done=lambda _result: said.append("told"),
        failed=Outcome().failed,
    )
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said == ["gone", "told"]


def test_a_job_lets_go_of_what_it_was_given_also_where_it_stays_itself(work: Work) -> None:
    """A quick job that ended before Qt took it over stays for good."""
    said: list[str] = []
    job = _Job(partial(lambda _held, _progress: None, GoesSlowly(said)), Progress(print), lambda *_out: None)
    job.run()
    assert said == ["gone"]


def test_a_job_that_nobody_waits_for_any_more_lets_python_collect_again(work: Work) -> None:
    outcome = Outcome()
    work.run("Printen", lambda _progress: None, done=outcome.done, failed=outcome.failed)
    work.finish()
    assert gc.isenabled()


def test_what_was_made_is_shown_when_no_mouse_button_is_down(qtbot: QtBot) -> None:
    """It would move what somebody is pressing."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(80, 40)
    with qtbot.waitExposed(window):
        window.show()
    work, done = Work(window), []
    QTest.mousePress(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    work.run("", lambda _progress: 7, done=done.append, failed=done.append)
    qtbot.waitUntil(lambda: work._outcome == (7, None))
    assert (work.busy, done) == (True, [])
    QTest.mouseRelease(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.waitUntil(lambda: done == [7])
    assert not work.busy


def test_the_progress_of_short_work_never_comes_up_over_what_is_told(work: Work, qtbot: QtBot) -> None:
    """Its clock went on while a box told the outcome: a progress that never ended stood over it."""
    seen: list[bool] = []

    def done(_result: object) -> None:
        loop = QEventLoop()
        QTimer.singleShot(_SHOW_AFTER + 200, loop.quit)
        loop.exec()
        seen.append(any(item.isVisible() for item in QApplication.topLevelWidgets() if _is_progress(item)))

    work.run("Exporteren", lambda _progress: None, done=done, failed=Outcome().failed)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [False]


def _is_progress(widget: QWidget) -> bool:
    return isinstance(widget, QProgressDialog)
