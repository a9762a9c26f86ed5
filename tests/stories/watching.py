"""The eyes: what can be read in a window and on the wall, now and at any time before."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)

from beraad.ui.console import MeetingPage
from beraad.ui.projector import WallWindow
from beraad.ui.projector.painter import paint
from tests.ui.driving import in_sight, pages_of


def read_aloud(where: QWidget) -> str:
    """Every name and hint that a screen reader or a tooltip tells in `where`, a line each."""
    parts = [where, *in_sight(where, QWidget)]
    said = [text for part in parts for text in (part.accessibleName(), part.accessibleDescription())]
    return "\n".join(filter(None, [*said, *(part.toolTip() for part in parts)]))


def on_the_wall(wall: WallWindow) -> tuple[str, ...]:
    """Every text on every page of the wall, as its painter tells it."""
    found: list[str] = []
    for _page in range(wall.pages):
        found += wall.visible_texts()
        wall.next_page()
    return tuple(found)


class Witness:
    """Sits before the wall all the time: forgets nothing that ever stood there, nor who was looking."""

    def __init__(self, wall: WallWindow, page: MeetingPage) -> None:
        self._wall, self._page = wall, page
        self._seen: dict[frozenset[str], set[str]] = {}
        wall.changed.connect(self._look)
        # Somebody may also come in before a wall that stands still.
        page.model.changed.connect(self._look)

    def seen_by(self, *people: str) -> list[str]:
        """Everything that stood there while one of these people could look; nobody named: ever."""
        return [
            text
            for room, seen in self._seen.items()
            if not people or room & set(people)
            for text in sorted(seen)
        ]

    def _look(self, _view: object = None) -> None:
        if not self._wall.isVisible():
            return
        paper = QImage(1, 1, QImage.Format.Format_RGB32)
        seen = self._seen.setdefault(self._room(), set())
        for page in pages_of(self._wall):
            painter = QPainter(paper)
            seen.update(paint(page, painter, QSizeF(self._wall.size())))
            painter.end()

    def _room(self) -> frozenset[str]:
        model = self._page.model
        here = (
            person
            for person in model.view.at_table
            if model.half is None or person.room in (model.half, None)
        )
        return frozenset(person.called for person in here)


class Titles:
    """Every title that a window had, and the name of its file: what a bar of tasks shows.

    It looks whenever the keyboard goes somewhere, which a window that opens takes, and at each change of a
    title of a window that it saw.
    """

    def __init__(self) -> None:
        self.seen: set[str] = set()
        self._windows: set[QWidget] = set()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusWindowChanged.connect(self._look)
        app.focusChanged.connect(self._look)
        self._look()

    def end(self) -> None:
        """Look no more."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusWindowChanged.disconnect(self._look)
        app.focusChanged.disconnect(self._look)

    def _look(self, *_where: object) -> None:
        for window in QApplication.topLevelWidgets():
            if window not in self._windows:
                self._windows.add(window)
                window.windowTitleChanged.connect(self._take)
            if window.isVisible():
                self._take(window.windowTitle())
                self._take(window.windowFilePath())

    def _take(self, title: str) -> None:
        self.seen |= {title} - {""}


def folded(text: str) -> str:
    """Letters and digits only, without case and accents: how a fact is heard."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in plain if sign.isalnum())


def told(facts: Iterable[str], texts: Iterable[str]) -> list[str]:
    """Which of these facts the texts tell; a telephone number in any of its spellings."""
    heard = folded("\n".join(texts))
    return [fact for fact in facts if _as_heard(fact) in heard]


def _as_heard(fact: str) -> str:
    heard = folded(fact)
    assert heard
    return heard.lstrip("0") if heard.isdigit() and len(heard) > 3 else heard
