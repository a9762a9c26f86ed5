"""Painter of the view on the wall and in its preview in the console."""

from __future__ import annotations

import functools
import itertools
import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter

from beraad.disclosure.views import WallView
from beraad.step_facts import FACTS, WallPicture
from beraad.ui.projector.aloud import aloud_pages
from beraad.ui.projector.columns import column_pages
from beraad.ui.projector.forward import forward_pages
from beraad.ui.projector.frame import with_page_numbers
from beraad.ui.projector.marks import Calm, Mark, Page, kept
from beraad.ui.projector.measure import Measure
from beraad.ui.projector.plan import plan_pages
from beraad.ui.projector.scale import scale_pages
from beraad.ui.projector.turn import with_turn
from beraad.ui.projector.welcome import closing_page, family_time_page, welcome_pages
from beraad.ui.theme import Theme

_log = logging.getLogger(__name__)


def compose(view: WallView | None, size: QSizeF) -> tuple[Page, ...]:
    """Return the pages, at least one, for a view on a wall of this size; a quiet picture without a view."""
    if view is None:
        return (quiet_page(size),)
    measure = Measure.of(size)
    forward = view.forward
    pages: Sequence[Page] = (
        _pages(view, measure) if forward is None else forward_pages(view, forward, measure)
    )
    return with_turn(with_page_numbers(pages, measure), view, measure)


def quiet_page(size: QSizeF) -> Page:
    """Return the page with the quiet picture."""
    return (Calm(QRectF(0, 0, max(1.0, size.width()), max(1.0, size.height()))),)


def paint_quiet(painter: QPainter, size: QSizeF) -> None:
    """Draw the quiet picture over anything drawn before; if that fails, a light grey ground."""
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), Qt.GlobalColor.lightGray)
    try:
        paint(quiet_page(size), painter, size)
    except Exception:  # noqa: BLE001 - there is nothing left to show instead
        _log.exception("wall.quiet_failed")


def paint(page: Page, painter: QPainter, size: QSizeF) -> tuple[str, ...]:
    """Draw one page on the ground of the wall and return exactly the texts that were drawn."""
    theme, letter = Theme.current(), Measure.of(size).unit
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), theme.colour("card"))
    texts: list[str] = []
    for mark in page:
        # Clip to the area that `changed_area` clears: marks stacked on a letter reach far above its line.
        with kept(painter):
            painter.setClipRect(_reach(mark.where, letter), Qt.ClipOperation.IntersectClip)
            texts.extend(mark.paint(painter, theme))
    return tuple(texts)


def changed_area(before: Page, now: Page, size: QSizeF) -> QRect:
    """Return the part of the wall to repaint when `now` replaces `before`; may be empty.

    The area is generous, since anybody could read a letter that is left over: it covers all from the first
    to the last mark that differs.
    """
    same = _same(before, now)
    rest = before[same:], now[same:]
    same = _same(*(marks[::-1] for marks in rest))
    changed = [mark.where for marks in rest for mark in marks[: len(marks) - same]]
    if not changed:
        return QRect()
    letter = Measure.of(size).unit
    return functools.reduce(QRectF.united, (_reach(where, letter) for where in changed)).toAlignedRect()


def _reach(where: QRectF, letter: float) -> QRectF:
    """Return how far a mark may reach: the height of a small letter further at each side."""
    return where.adjusted(-letter, -letter, letter, letter)


def _same(one: Sequence[Mark], other: Sequence[Mark]) -> int:
    """Return the number of equal marks at the start of both."""
    return sum(
        1 for _pair in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    )


def _pages(view: WallView, measure: Measure) -> Sequence[Page]:
    if view.aloud is not None:
        return aloud_pages(view, view.aloud, measure)
    return _PICTURES[FACTS[view.step].wall](view, measure)


_PICTURES: dict[WallPicture, Callable[[WallView, Measure], Sequence[Page]]] = {
    WallPicture.PEOPLE: welcome_pages,
    WallPicture.COLUMNS: column_pages,
    WallPicture.SCALES: scale_pages,
    WallPicture.MINUTES_LEFT: lambda view, measure: [family_time_page(view, measure)],
    WallPicture.PLAN: plan_pages,
    WallPicture.SIGNING: plan_pages,
    WallPicture.CLOSING: lambda view, measure: [closing_page(view, measure)],
}
