"""Head and page number of each page of the wall."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import chain

from PySide6.QtCore import Qt

from beraad.disclosure.views import WallView
from beraad.i18n import _, spoken
from beraad.ui.projector.marks import Later, Mark, Page, Words
from beraad.ui.projector.measure import Measure
from beraad.words.case import family_title
from beraad.words.meeting import step_title


def wall_title(view: WallView) -> str:
    """Return the title with the family's name; the title of the step where the name is withheld."""
    return family_title(view.family_name, spoken()) if view.family_name else step_title(view.step, spoken())


def head(view: WallView, measure: Measure, title: str) -> list[Mark]:
    """Return the title at the left and the step at the right; on an upright wall under the title."""
    whole, upright = measure.width - 2 * measure.left, measure.upright
    if view.step_number:
        where = _("Stap {number} van {steps} · {title}").format(
            number=view.step_number, steps=view.steps, title=step_title(view.step, spoken())
        )
    else:
        where = step_title(view.step, spoken())
    step = Words(
        where,
        width=whole if upright else whole * 0.45,
        size=measure.letters(),
        colour="soft",
        align=Qt.AlignmentFlag.AlignLeft if upright else Qt.AlignmentFlag.AlignRight,
    )
    # A title is one line in the case: a line end in it would only cost room.
    name = fitted(
        " ".join(title.split()),
        width=whole if upright else whole * 0.53,
        height=3.0 * measure.unit,
        measure=measure,
        times=1.7,
    )
    middle, foot = 2.7 * measure.unit, measure.content.y() - 0.1 * measure.unit
    if upright:
        top = min(middle - name.height / 2, foot - step.height - name.height)
        return [name.at(measure.left, top), step.at(measure.left, top + name.height)]
    return [
        name.at(measure.left, min(middle - name.height / 2, foot - name.height)),
        step.at(measure.left + whole * 0.55, min(middle - step.height / 2, foot - step.height)),
    ]


def fitted(
    text: str, *, width: float, height: float, measure: Measure, times: float, colour: str = "ink"
) -> Words:
    """Return bold words as large as fit, from `times` units down to the smallest letters."""
    while True:
        words = Words(text, width=width, size=measure.letters(times), bold=True, colour=colour)
        if words.height <= height or times <= 1.0:
            return words
        times -= 0.1


def with_page_numbers(pages: Sequence[Page], measure: Measure) -> tuple[Page, ...]:
    """Add the page number at the foot of each page if there is more than one."""
    if len(pages) <= 1:
        return tuple(tuple(page) for page in pages)
    numbered = []
    for number, page in enumerate(pages, 1):
        words = Words(
            _("Bladzijde {number} van {pages}").format(number=number, pages=len(pages)),
            width=measure.width - 2 * measure.left,
            size=measure.letters(),
            colour="soft",
            align=Qt.AlignmentFlag.AlignRight,
        )
        number_at = words.at(measure.left, measure.height - 1.9 * measure.unit)
        numbered.append(Later(partial(chain, page, (number_at,))))
    return tuple(numbered)
