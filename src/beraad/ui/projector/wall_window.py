"""Window of the wall: what everybody in the room sees."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QRect, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from beraad.disclosure.views import AgreementView, StatementView, WallView
from beraad.ui.projector.blocks import standing
from beraad.ui.projector.marks import Page, PlacedWords
from beraad.ui.projector.painter import changed_area, compose, paint, paint_quiet, quiet_page

_log = logging.getLogger(__name__)

TURN_AFTER = 12_000
"""Milliseconds until the wall turns the page, if it turns pages by itself."""

_USUAL_SIZE = (1920, 1080)


class WallWindow(QWidget):
    """Window that paints the view it was given, or a quiet picture before the first view.

    `show_calm` shows the quiet picture at once and keeps it, whatever comes in, until `end_calm`. While
    frozen, the picture stays as it is and the newest view waits. The keys work where the wall covers the only
    screen: F11 leaves, B asks for calm, F8 for freezing, page up and down turn pages.

    It fails closed: any error while a picture is made or painted leaves the quiet picture, and never reaches
    the caller.
    """

    left = Signal()
    calm_requested = Signal()
    freeze_requested = Signal()
    changed = Signal()
    """Another picture stands on the wall; the preview repaints."""
    page_changed = Signal(int, int)
    """Number of the page that stands, from 1, and number of pages."""
    turning_changed = Signal(bool)
    """True if pages turn by themselves now."""
    failed = Signal()
    """An error occurred: the quiet picture stands until `end_calm`."""
    view_wanted = Signal()
    """Sent when calm ends after an error: the view is gone and has to be made again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._view: WallView | None = None
        self._waiting: WallView | None = None
        self._calm, self._frozen, self._failed = False, False, False
        self._page = 0
        self._pages: tuple[Page, ...] = ()
        self._stands: Page = ()
        """Page that stands."""
        self._changed = QRect()
        """Area that changed since a view was last painted."""
        # The last picture of each kind: its lines need not be set again when a step comes back.
        self._kept: dict[tuple[object, ...], tuple[Page, ...]] = {}
        self._left_at: dict[tuple[object, ...], int] = {}
        """Pages (from 0) at which pictures of this step were left, for when they come back."""
        self._new_card = ""
        """Words of the newest card, if it came while the wall was calm."""
        self._texts: tuple[str, ...] | None = None
        self._turn = QTimer(self, interval=TURN_AFTER)
        self._turn.setObjectName("page turn")
        self._turns = False
        # The room sees the task bar and the list of windows: no family name there.
        self.setWindowTitle("Beraad")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.resize(*_USUAL_SIZE)
        self._turn.timeout.connect(self.next_page)
        with self._failing_closed():
            self._compose()

    @property
    def calm(self) -> bool:
        """True while the quiet picture is kept on the wall."""
        return self._calm

    @property
    def frozen(self) -> bool:
        """True while the picture stays as it is."""
        return self._frozen

    @property
    def page(self) -> int:
        """Number of the page that stands, from 1."""
        return min(self._page, len(self._pages) - 1) + 1

    @property
    def pages(self) -> int:
        """Number of pages of this picture."""
        return len(self._pages)

    @property
    def takes_keys(self) -> bool:
        """True if the window manager may give the wall the keyboard."""
        return not self.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus

    def set_takes_keys(self, takes_keys: bool) -> None:
        """Let the wall take the keyboard where it covers the console, or leave the keyboard where it is.

        Call it while the wall is hidden.
        """
        if takes_keys is not self.takes_keys:
            self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus, not takes_keys)
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not takes_keys)

    def show_view(self, view: WallView, *, thaw: bool = False) -> None:
        """Show this view at once. The page stays while the step stays.

        A frozen wall keeps the view waiting; `thaw` ends the freeze.
        """
        self._waiting = view
        self._frozen = self._frozen and not thaw
        if not self._frozen:
            with self._failing_closed():
                self._take_waiting()

    def show_calm(self) -> None:
        """Show the quiet picture at once and keep it."""
        self._calm = True
        with self._failing_closed():
            self._compose()
            if self.isVisible():
                self.repaint()

    def end_calm(self) -> None:
        """Go back from the quiet picture to the view."""
        self._calm = False
        if self._failed:
            self._failed = False
            self.view_wanted.emit()
        with self._failing_closed():
            self._compose()
            if self._new_card:
                self._show_page_of(self._new_card)

    def set_frozen(self, frozen: bool) -> None:
        """Keep this picture, or go on with the newest view."""
        self._frozen = frozen
        with self._failing_closed():
            if not frozen:
                self._take_waiting()
            self._run_timer()

    def tell_minutes(self, left: int) -> None:
        """Update the minutes left on the picture, also while it is frozen."""
        if self._view is None or self._view.minutes_left in (None, left):
            return
        self._view = replace(self._view, minutes_left=left)
        with self._failing_closed():
            self._compose()

    @property
    def turning(self) -> bool:
        """True while pages turn by themselves."""
        return self._turns

    def set_turning(self, turning: bool) -> None:
        """Let pages turn by themselves, or only when the facilitator turns them (the default)."""
        if turning is not self._turns:
            self._turns = turning
            self._run_timer()
            self.turning_changed.emit(turning)

    def fail_closed(self) -> None:
        """Drop the picture, as what the room sees could not be made. Only `end_calm` tries again."""
        self._view = self._waiting = None
        self._calm, self._failed, self._frozen = True, True, False
        self._page, self._new_card = 0, ""
        self._kept.clear()
        self._left_at.clear()
        self._pages = (quiet_page(QSizeF(self.size())),)
        self._stands, self._texts = self._pages[0], ()
        self._turn.stop()
        self.update()
        # Send the signals later: this may be called during painting.
        QTimer.singleShot(0, self, self._tell_failed)

    def draw_anew(self) -> None:
        """Draw the same picture in the language that is spoken now."""
        self._kept.clear()
        standing.clear()
        with self._failing_closed():
            self._compose()

    def forget(self) -> None:
        """Drop every view, as the case was closed or the program locked."""
        self._view = self._waiting = None
        self._calm = self._frozen = self._failed = False
        self._page, self._new_card = 0, ""
        self._kept.clear()
        self._left_at.clear()
        with self._failing_closed():
            self._compose()

    def next_page(self) -> None:
        """Turn to the next page, or from the last to the first."""
        with self._failing_closed():
            self._turn_to((self._page + 1) % self.pages)

    def previous_page(self) -> None:
        """Turn to the previous page, or from the first to the last."""
        with self._failing_closed():
            self._turn_to((self._page - 1) % self.pages)

    def visible_texts(self) -> tuple[str, ...]:
        """Return exactly the texts that stand on the wall now, from the painter; none while it is hidden."""
        if not self.isVisible():
            return ()
        if self._texts is None:
            self.grab()  # paints now, also before the window system asked for it
        return self._texts or ()

    def paint_on(self, painter: QPainter) -> tuple[str, ...]:
        """Draw the picture as it stands in the wall's own pixels, and return its texts."""
        size, texts = QSizeF(self.size()), list[str]()
        with self._failing_closed():
            texts.extend(paint(self._stands, painter, size))
        if self._failed:
            # Paint over the part that was drawn already, before anybody sees it.
            paint_quiet(painter, size)
        return tuple(texts)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        self._texts = self.paint_on(painter)
        painter.end()
        self.setAccessibleName(" · ".join(self._texts) or "Beraad")

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._kept.clear()
        with self._failing_closed():
            self._compose()

    @override
    def closeEvent(self, event: QCloseEvent, /) -> None:
        super().closeEvent(event)
        self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        wishes = {
            Qt.Key.Key_F11: self.left.emit,
            Qt.Key.Key_B: self.calm_requested.emit,
            Qt.Key.Key_F8: self.freeze_requested.emit,
            Qt.Key.Key_PageDown: self.next_page,
            Qt.Key.Key_Right: self.next_page,
            Qt.Key.Key_PageUp: self.previous_page,
            Qt.Key.Key_Left: self.previous_page,
        }
        if wish := wishes.get(Qt.Key(event.key())):
            wish()
        else:
            super().keyPressEvent(event)

    @contextmanager
    def _failing_closed(self) -> Iterator[None]:
        """Show the quiet picture if anything goes wrong inside."""
        try:
            yield
        except Exception:  # noqa: BLE001 - whatever it is, the room must not see it
            _log.exception("wall.failed")
            self.fail_closed()

    def _tell_failed(self) -> None:
        self.changed.emit()
        self.page_changed.emit(self.page, self.pages)
        self.failed.emit()

    def _take_waiting(self) -> None:
        view = self._waiting
        if view is None or view == self._view:
            return
        before = self._view
        if before is None or before.step is not view.step:
            self._left_at.clear()
            self._page, self._new_card = 0, ""
        elif _whole(view) != _whole(before):
            self._left_at[_whole(before)] = self._page
            self._page = self._left_at.get(_whole(view), 0)
        self._view = view
        self._compose()
        if before is not None and (card := _only_new_card(view, before)) is not None:
            self._show_page_of(card)
        if self.isVisible() and not self._calm:
            self.repaint(self._changed)
            self._changed = QRect()

    def _show_page_of(self, words: str) -> None:
        """Turn to the page with this card, since the room looks for what is said now.

        On a calm wall the card is remembered until calm ends.
        """
        self._new_card = words if self._calm else ""
        if self._calm:
            return
        order = [self._page, *(place for place in range(len(self._pages)) if place != self._page)]
        found = (
            place
            for place in order
            if any(isinstance(mark, PlacedWords) and mark.words.text == words for mark in self._pages[place])
        )
        self._turn_to(next(found, self._page))

    def _turn_to(self, page: int) -> None:
        if self._calm or page == self._page:
            return
        self._page = page
        self._run_timer()
        self._tell()

    def _compose(self) -> None:
        view = None if self._calm else self._view
        self._pages = compose(view, QSizeF(self.size()))
        if view is not None:
            self._kept[_whole(view)] = self._pages
        if not self._calm:
            self._page = min(self._page, len(self._pages) - 1)
        self._run_timer()
        self._tell()

    def _run_timer(self) -> None:
        """Turn pages by itself only if that was asked for and there is more than one."""
        if self._turns and len(self._pages) > 1 and not self._frozen:
            self._turn.start()
        else:
            self._turn.stop()

    def _tell(self) -> None:
        self._texts = None
        before, self._stands = self._stands, tuple(self._pages[self.page - 1])
        changed = changed_area(before, self._stands, QSizeF(self.size()))
        self._changed = self._changed.united(changed)
        self.update(changed)
        self.changed.emit()
        self.page_changed.emit(self.page, self.pages)


def _only_new_card(view: WallView, before: WallView) -> str | None:
    """Return the words of the only card that is new or changed in the same picture, else None."""
    if _whole(view) != _whole(before):
        return None
    known = {id(item) for item in _cards(before)}
    fresh = [item for item in _cards(view) if id(item) not in known]
    if len(fresh) != 1:
        return None
    (card,) = fresh
    return card.what if isinstance(card, AgreementView) else card.text


def _cards(view: WallView) -> tuple[StatementView | AgreementView, ...]:
    return (*view.danger, *view.safety, *view.next_steps, *view.agreements)


def _whole(view: WallView) -> tuple[object, ...]:
    """Return what a picture shows. If this changes, the picture begins at its first page."""
    return view.step, view.aloud, view.forward is None
