"""The eyes: what can be read in a window and on the wall, now and at any time before."""

from __future__ import annotations

import traceback
import unicodedata
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QTextEdit,
    QWidget,
)
from typing_extensions import override

from beraad.ui.projector import WallWindow
from beraad.ui.projector.painter import paint
from tests.stories.driving import in_sight


def texts(where: QWidget) -> str:
    """Every word that one can see in `where`, a line each."""
    said = [item.text() for item in in_sight(where, QLabel)]
    said += [item.text() for item in in_sight(where, QAbstractButton)]
    said += [box.item(row).text() for box in in_sight(where, QListWidget) for row in range(box.count())]
    said += [item.text() for item in in_sight(where, QLineEdit)]
    said += [item.toPlainText() for item in in_sight(where, QTextEdit)]
    return "\n".join(filter(None, said))


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
    """Sits in the room all the time, and forgets nothing that ever stood on the wall, nor who was there."""

    def __init__(self, wall: WallWindow, room: Callable[[], object]) -> None:
        self._wall, self._room = wall, room
        self.seen: dict[object, set[str]] = {}
        wall.changed.connect(self._look)

    def _look(self) -> None:
        if not self._wall.isVisible():
            return
        paper = QImage(1, 1, QImage.Format.Format_RGB32)
        for page in self._wall._pages:
            painter = QPainter(paper)
            self.seen.setdefault(self._room(), set()).update(paint(page, painter, QSizeF(self._wall.size())))
            painter.end()


class StrayWindows(QObject):
    """Notices every window that opens by itself: a part shown before it has its place flashes somewhere."""

    def __init__(self, *expected: type[QWidget]) -> None:
        super().__init__()
        self._expected = expected
        self.seen: list[str] = []
        QApplication.instance().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            popup = watched.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
            if not popup and not isinstance(watched, self._expected):
                opened = [frame for frame in traceback.extract_stack() if "/beraad/ui/" in frame.filename]
                self.seen.append(f"{type(watched).__name__} from {opened[-1:]}")
        return False


def folded(text: str) -> str:
    """Letters and digits only, without case and accents: how a fact is heard."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in plain if sign.isalnum())


def told(facts: Iterable[str], texts: Iterable[str]) -> list[str]:
    """Which of these facts the texts tell; a telephone number in any of its spellings."""
    heard = folded("\n".join(texts))
    return [fact for fact in facts if _needle(fact) in heard]


def _needle(fact: str) -> str:
    heard = folded(fact)
    assert heard
    return heard.lstrip("0") if heard.isdigit() and len(heard) > 3 else heard
