"""Evaluation: the next meeting, six marks each, and the copies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Self

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from beraad.clock import not_on_sunday
from beraad.disclosure.console_views import ConsoleView
from beraad.i18n import _, format_list, spoken
from beraad.places import Place
from beraad.step_facts import STEP_OF_KIND
from beraad.terms import MeetingMode, Paper
from beraad.ui.meeting.drafting import Wish
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.open_point import OpenPoint, PointGroup
from beraad.ui.steps.shared.draft_field import DraftField
from beraad.ui.steps.shared.fields import Labelled, narrow_combo, show_text
from beraad.ui.steps.shared.step_host import StepHost
from beraad.ui.steps.shared.step_page import StepPage, scrolling_column
from beraad.ui.steps.shared.text_warnings import TextWarnings
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.day_field import DayField
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.panels import panel
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.time_field import TimeField
from beraad.words import headings
from beraad.words.meeting import meeting_mode_title

_USUAL_TIME = "14:00"
_PLACE = 240
"""Pixels at 100 % that words need beside fields or a button."""


class EvaluationPage(StepPage):
    """Page with three panels, in the order in which the meeting ends."""

    marks_requested = Signal()
    print_requested = Signal()

    def __init__(self, model: MeetingModel, *, parent: QWidget | None = None) -> None:
        super().__init__(model, parent=parent)
        self._build()
        self._connect()

    @classmethod
    @override
    def of(cls, host: StepHost) -> Self:
        page = cls(host.model, parent=host.parent)
        page.marks_requested.connect(host.mark)
        page.print_requested.connect(host.print_copies)
        return page

    @classmethod
    @override
    def open_points(cls, model: MeetingModel) -> Iterable[PointGroup]:
        return ((_("Daarna"), _without_next_date(model.view)),)

    @override
    def show_view(self, view: ConsoleView) -> None:
        day, _separator, at = (view.next_starts_at or "").partition("T")
        self._day.suggested = _in_six_weeks(view)
        self._day.show_day(dt.date.fromisoformat(day) if day else None)
        self._time.suggested = (view.starts_at or "")[11:16] or _USUAL_TIME
        self._time.show_time(at[:5] if day else None)
        self._time.setEnabled(bool(day))
        show_text(self._place, view.next_place)
        self._mode.setCurrentIndex(self._mode.findData(view.next_mode.value if view.next_mode else ""))
        self._marks_count.setText(
            _("{count} van {all} gaven cijfers").format(count=len(view.evaluations), all=len(view.at_table))
        )
        self._print.setEnabled(view.agreed_at is not None or view.versions > 0)
        self._copies.setText(_copies(view))

    def _build(self) -> None:
        theme = Theme.current()
        column = scrolling_column(self)
        column.addWidget(SectionHeading(_(headings.EVALUATION), large=True))
        box, inside = panel(_("Volgende keer"))
        self._day, self._time = DayField(label=_("Dag")), TimeField(label=_("Tijd"))
        self._place = GrowingTextEdit(
            label=_("Plaats"), placeholder=_("Waar komen we bij elkaar?"), enter_finishes=True
        )
        line = FlowLayout(gap=theme.size("space", "medium"))
        line.addWidget(Labelled(_("Dag"), self._day))
        line.addWidget(Labelled(_("Tijd"), self._time))
        line.add_growing(Labelled(_("Plaats"), self._place), round(_PLACE * theme.scale))
        inside.addLayout(line)
        self._mode = narrow_combo()
        self._mode.setAccessibleName(_("Hoe"))
        self._mode.addItem(_("Zoals nu"), "")
        for mode in MeetingMode:
            self._mode.addItem(meeting_mode_title(mode, spoken()), mode.value)
        inside.addWidget(Labelled(_("Hoe"), self._mode))
        inside.addWidget(TextWarnings(self.model, self._place, promise=False))
        column.addWidget(box)
        box, inside = panel(_("Hoe vond je dit gesprek?"))
        inside.addWidget(
            TextLabel(
                _("Ieder geeft zes cijfers, zonder naam. Geef het scherm door; niemand kijkt mee."), "soft"
            )
        )
        line = FlowLayout(gap=theme.size("space", "medium"))
        self._marks_count = TextLabel()
        line.add_growing(self._marks_count, round(_PLACE * theme.scale))
        line.addWidget(button(_("Iemand geeft cijfers"), self.marks_requested.emit))
        inside.addLayout(line)
        column.addWidget(box)
        box, inside = panel(_("Exemplaren meegeven"))
        self._copies = TextLabel()
        inside.addWidget(self._copies)
        row = QHBoxLayout()
        row.addStretch(1)
        self._print = button(
            _("Exemplaren printen …"), self.print_requested.emit, role="primary", icon="print"
        )
        row.addWidget(self._print)
        inside.addLayout(row)
        column.addWidget(box)
        column.addStretch(1)

    def _connect(self) -> None:
        self._day.day_changed.connect(self._on_day)
        self._time.time_changed.connect(lambda at: self._tell(self._day.day(), at))
        self._mode.activated.connect(lambda _index: self._tell(self._day.day(), self._time.time()))
        DraftField(
            self.model.drafting,
            self._place,
            Place(("next_meeting", "place")),
            lambda text: self._meeting_again(self._day.day(), self._time.time(), text),
        )

    def _on_day(self, day: dt.date | None) -> None:
        self._tell(day, self._time.time())

    def _tell(self, day: dt.date | None, at: str | None) -> None:
        self.model.act(self._meeting_again(day, at, self.model.view.next_place or ""))

    def _meeting_again(self, day: dt.date | None, at: str | None, place: str) -> Wish:
        starts_at = f"{day.isoformat()}T{at or self._time.suggested}:00" if day else None
        chosen = str(self._mode.currentData())
        mode = MeetingMode(chosen) if chosen else None
        return lambda meeting: meeting.course.meet_again(starts_at, place.strip() or None, mode)


def _without_next_date(view: ConsoleView) -> Iterator[OpenPoint]:
    if view.next_starts_at is None:
        yield OpenPoint(_("Er is nog geen datum voor de volgende keer"), STEP_OF_KIND["next_meeting"])


def _in_six_weeks(view: ConsoleView) -> dt.date:
    """Six weeks after this meeting, the usual pace of evaluating."""
    today = dt.date.today()  # noqa: DTZ011 - the local day of who sits at the table
    held = dt.datetime.fromisoformat(view.starts_at).date() if view.starts_at else today
    return not_on_sunday(held + dt.timedelta(weeks=6))


def _copies(view: ConsoleView) -> str:
    if not view.versions and not view.agreed_at:
        return _("Printen kan als het plan is vastgesteld.")
    invited = [person for person in view.people if person.attendance is not None]
    takes = [person.called for person in invited if person.paper is Paper.YES]
    lines = [_("Ieder een eigen exemplaar: {people}.").format(people=format_list(takes))] if takes else []
    none = [person.called for person in invited if person.paper is Paper.NO]
    if none:
        lines.append(_("Geen papier voor {people}.").format(people=format_list(none)))
    elsewhere = [person.called for person in invited if person.paper is Paper.ELSEWHERE]
    if elsewhere:
        lines.append(
            _("Niet mee naar huis, maar ergens anders neerleggen: {people}.").format(
                people=format_list(elsewhere)
            )
        )
    return "\n".join(lines)
