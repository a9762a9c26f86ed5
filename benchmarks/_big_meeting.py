"""The big case open in the real console, with its wall on a screen: for the figures of the meeting."""

from __future__ import annotations

import datetime as dt
import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from _big_case import document
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from beraad.services.cases import CaseService
from beraad.services.meeting import MeetingService
from beraad.store.store import Store
from beraad.ui.console import MeetingPage
from beraad.ui.garbage_collection import collect_seldom
from beraad.ui.messages import ScriptedMessages
from beraad.ui.projector import WallWindow
from beraad.ui.theme import Theme

REFERENCE, MEETING = "BENCH-1", "b1"
STATEMENTS = 100
CONSOLE, WALL = (1366, 768), (1920, 1080)


class Clock:
    """Local time that passes when the script says so."""

    def __init__(self) -> None:
        self.now = dt.datetime(2026, 11, 21, 14, 0)  # noqa: DTZ001 - local time, as a meeting has it

    def __call__(self) -> dt.datetime:
        return self.now


class WatchedWall(WallWindow):
    """Says when it was painted last: on the clock, and by processor time, in seconds."""

    painted = (0.0, 0.0)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        self.painted = moment()


class WatchedPage(MeetingPage):
    """Says when it was painted first."""

    painted: tuple[float, float] | None = None

    @override
    def event(self, event: QEvent, /) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest and self.painted is None:
            self.painted = moment()
        return done


class Meeting:
    """The big case, open; in a console that stood `ready`, as in the program soon after a case is shown."""

    def __init__(self, store: Store, *, ready: bool = True) -> None:
        self.clock = Clock()
        self.wall = WatchedWall()
        self.wall.resize(*WALL)
        self.wall.show()
        settle()
        begun = moment()
        self.page = WatchedPage(messages=ScriptedMessages(), wall=self.wall)
        if ready:
            self.page.make_ready(QSize(*CONSOLE))
            settle()
            self.made_ready_in = since(begun)
            begun = moment()
        self.page.resize(*CONSOLE)
        self.service = MeetingService(store, REFERENCE, MEETING, self.clock)
        self.page.open(self.service)
        self.page.show()
        self.page.painted = None
        settle()
        if self.page.painted is None:
            raise SystemExit("the console was not painted")
        self.opened_in = between(begun, self.page.painted)
        self.filled_in = since(begun)
        self.page.activateWindow()
        settle()

    def close(self) -> None:
        """Close it and let everything go."""
        self.page.close_meeting()
        for widget in (self.page, self.wall):
            widget.close()
            widget.deleteLater()
        settle()


def application() -> QApplication:
    """Qt, dressed."""
    app = QApplication([])
    Theme.load("light").apply(app)
    collect_seldom()
    return app


@contextmanager
def filled(folder: str) -> Iterator[Store]:
    """An unlocked store that holds the big case."""
    store, _code = Store.create(Path(folder) / "data", "een wachtzin om mee te meten")
    file = Path(folder) / "big.json"
    file.write_text(json.dumps(document(STATEMENTS)), encoding="utf-8")
    with store:
        CaseService(store).import_file(file)
        yield store


def moment() -> tuple[float, float]:
    """Seconds on the clock and of the processor."""
    return time.perf_counter(), time.process_time()


def since(begun: tuple[float, float]) -> tuple[float, float]:
    """Milliseconds on the clock and of the processor since a moment."""
    return between(begun, moment())


def between(begun: tuple[float, float], done: tuple[float, float]) -> tuple[float, float]:
    """Milliseconds on the clock and of the processor from one moment to another."""
    return (done[0] - begun[0]) * 1000, (done[1] - begun[1]) * 1000


def settle() -> None:
    """Let the windows lay themselves out and paint."""
    for _turn in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def share(values: Sequence[float], part: float) -> float:
    """The value that this part of `values` does not pass, e.g. 0.99."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, round(part * (len(ranked) - 1)))]


def row(name: str, taken: Sequence[tuple[float, float]], target: float | None = None) -> None:
    """Print p50 and p99, of the processor and on the clock; the target is for p99 of the processor."""
    clock, processor = [one[0] for one in taken], [one[1] for one in taken]
    last = share(processor, 0.99)
    says = f"   target {target:5.1f}: {'yes' if last <= target else 'NO'}" if target is not None else ""
    print(
        f"{name:44} {share(processor, 0.5):6.1f} {last:6.1f}   {share(clock, 0.5):6.1f} "
        f"{share(clock, 0.99):6.1f}{says}",
        flush=True,
    )
