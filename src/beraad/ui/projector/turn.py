"""Strip at the foot of every page of the wall that says who is speaking."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import chain

from PySide6.QtCore import QRectF

from beraad.disclosure.views import WallView
from beraad.i18n import _
from beraad.ui.projector.frame import fitted
from beraad.ui.projector.marks import Later, Mark, Page, Panel, Token
from beraad.ui.projector.measure import Measure


def with_turn(pages: Sequence[Page], view: WallView, measure: Measure) -> tuple[Page, ...]:
    """Add `Sanne is aan het woord` at the left of the foot if it is somebody's turn."""
    if view.turn is None:
        return tuple(pages)
    marks = _strip(view, measure)
    return tuple(Later(partial(chain, page, marks)) for page in pages)


def _strip(view: WallView, measure: Measure) -> list[Mark]:
    if view.turn is None:
        return []
    unit = measure.unit
    height = 1.9 * unit
    # As far from the edge as the page number, since a projector may cut off a little.
    box = QRectF(measure.left, measure.height - 2.3 * unit, 0, height)
    token = QRectF(box.x() + 0.4 * unit, box.y() + 0.2 * unit, 1.5 * unit, 1.5 * unit)
    words = fitted(
        _("{name} is aan het woord").format(name=view.turn.called),
        # The number of the page stands at the right.
        width=(measure.width - 2 * measure.left) * 0.68,
        height=height,
        measure=measure,
        times=1.2,
        colour="next",
    )
    box.setWidth(words.natural_width + 3.2 * unit)
    # A name on two lines grows upward: the edge of the wall is below.
    box.setTop(min(box.top(), box.bottom() - words.height))
    return [
        Panel(box, "next_wash", "", "line", height / 2, 0),
        Token(token, view.turn),
        words.at(token.right() + 0.5 * unit, box.center().y() - words.height / 2),
    ]
