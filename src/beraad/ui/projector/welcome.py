"""Quiet pages: welcome, family time and the closing of the meeting."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from beraad.disclosure.views import AttendanceView, WallView
from beraad.export.timing import moment
from beraad.i18n import _, ngettext, spoken
from beraad.terms import IN_THE_ROOM, Attendance, Circle
from beraad.ui.projector.blocks import Block, CardBlock, Cell, HeadingBlock, fill_pages
from beraad.ui.projector.frame import head, wall_title
from beraad.ui.projector.marks import Calm, Mark, Words
from beraad.ui.projector.measure import Measure
from beraad.words import headings
from beraad.words.people import attendance_label, circle_title


def welcome_pages(view: WallView, measure: Measure) -> list[list[Mark]]:
    """Return pages with the people here, in a column for each circle, and how we talk."""
    content, gap = measure.content, 1.2 * measure.unit
    rules = Words(
        _("Iedereen komt aan het woord. We laten elkaar uitpraten. Een pauze mag altijd."),
        width=content.width(),
        size=measure.letters(1.15),
        colour="soft",
    )
    top = rules.height + measure.unit
    beside = 1 if measure.upright else len(Circle)
    width = (content.width() - gap * (beside - 1)) / beside
    circles = [_circle(view, circle, width, measure) for circle in Circle]
    if measure.upright:
        circles = [[block for circle in circles for block in circle]]
    filled = [fill_pages(circle, content.height() - top, 0.5 * measure.unit) for circle in circles]
    pages = []
    for number in range(max(len(column) for column in filled)):
        marks = head(view, measure, wall_title(view))
        marks.append(rules.at(content.x(), content.y()))
        for index, column in enumerate(filled):
            for y, block in column[number] if number < len(column) else ():
                marks += block.place(content.x() + index * (width + gap), content.y() + top + y)
        pages.append(marks)
    return pages


def _circle(view: WallView, circle: Circle, width: float, measure: Measure) -> list[Block]:
    here = [item for item in view.people if item.person.circle is circle and item.attendance in IN_THE_ROOM]
    if not here:
        return []
    title = Words(
        circle_title(circle, spoken()),
        width=width,
        size=measure.letters(1.25),
        bold=True,
        colour=circle.value,
    )
    return [HeadingBlock(title), *(_person(item, width, measure) for item in here)]


def _person(item: AttendanceView, width: float, measure: Measure) -> Block:
    pad, side = 0.45 * measure.unit, 2.35 * measure.unit
    left = pad + side + 0.6 * measure.unit
    room = width - left - pad
    person = item.person
    about = list(person.role)
    if item.attendance is Attendance.BY_PHONE:
        about.append(attendance_label(Attendance.BY_PHONE, spoken()))
    lines = [Words(person.called, width=room, size=measure.letters(1.1), bold=True)]
    if about:
        lines.append(Words(", ".join(about), width=room, size=measure.letters(), colour="soft"))
    return CardBlock(
        width,
        (Cell(left, tuple(lines)),),
        "card",
        line="line",
        padding=pad,
        tokens=((pad, side, person),),
        centred=True,
    )


def family_time_page(view: WallView, measure: Measure) -> list[Mark]:
    """Return a quiet picture for when family and network talk alone, with the minutes left."""
    lines = [_("Gezin en netwerk praten nu samen.")]
    if view.minutes_left:
        left = ngettext("Nog {count} minuut", "Nog {count} minuten", view.minutes_left)
        lines.append(left.format(count=view.minutes_left))
    elif view.minutes_left == 0:
        lines.append(_("De tijd is om."))
    return [
        Calm(QRectF(0, 0, measure.width, measure.height)),
        *_middle(_(headings.FAMILY_TIME), lines, measure),
    ]


def closing_page(view: WallView, measure: Measure) -> list[Mark]:
    """Return a page with thanks and the moment and place of the next meeting."""
    lines = []
    if view.next_meeting and view.next_meeting.starts_at:
        lines.append(
            _("We zien elkaar weer: {moment}").format(moment=moment(view.next_meeting.starts_at, spoken()))
        )
        if view.next_meeting.place:
            lines.append(view.next_meeting.place)
    return [*head(view, measure, wall_title(view)), *_middle(_("Dank jullie wel"), lines, measure)]


def _middle(title: str, lines: list[str], measure: Measure) -> list[Mark]:
    width = measure.content.width()
    centre = Qt.AlignmentFlag.AlignHCenter
    words = [Words(title, width=width, size=measure.letters(2.4), bold=True, align=centre)]
    words += [Words(line, width=width, size=measure.letters(1.4), align=centre) for line in lines]
    y = measure.height * 0.3
    marks: list[Mark] = []
    for part in words:
        marks.append(part.at(measure.content.x(), y))
        y += part.height + 0.5 * measure.unit
    return marks
