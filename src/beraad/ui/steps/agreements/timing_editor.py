"""Editor of a timing: from when, until when, how often."""

from __future__ import annotations

import dataclasses
import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleTiming
from beraad.export.timing import rule_in_words
from beraad.i18n import _, format_date_weekday, spoken
from beraad.terms import Lack, TimingKind
from beraad.ui.steps.agreements.recurrence import WEEKDAYS, Recurrence, read_rule
from beraad.ui.steps.shared.fields import Labelled
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.day_field import DayField
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.widgets.time_field import TimeField
from beraad.ui.widgets.value_fields import ChoiceBox, NumberBox
from beraad.words.gaps import lack_label
from beraad.words.plan import timing_kind_label

_MONDAY = dt.date(2024, 1, 1)
_DAILY, _WEEKLY, _OWN_RULE = "daily", "weekly", "rule"


class TimingEditor(QWidget):
    """Once, repeated, or always. A rule from elsewhere that it cannot make stays, in words."""

    timing_changed = Signal(object)
    """A `ConsoleTiming`."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timing = ConsoleTiming(TimingKind.ALWAYS)
        self._build()
        self._connect()

    def show_timing(self, timing: ConsoleTiming, today: dt.date) -> None:
        """Show this without emitting a signal; an empty day begins at `today`."""
        self._timing = timing
        self._kind.setCurrentIndex(self._kind.findData(timing.kind.value))
        self._starts.suggested = today
        # What goes on from last time began long ago: no end is proposed that is over.
        self._ends.suggested = max(timing.starts_on or today, today) + dt.timedelta(weeks=6)
        self._starts.show_day(timing.starts_on)
        self._ends.show_day(timing.ends_on)
        self._at.show_time(timing.at)
        self._repeat.setVisible(timing.kind is TimingKind.RECURRING)
        self._show_rule(timing.rule or "")

    def focus_first(self) -> None:
        """Focus how often it is."""
        self._kind.setFocus()

    def _show_rule(self, rule: str) -> None:
        known = read_rule(rule)
        own = self._often.findData(_OWN_RULE)
        if rule and known is None:
            if own < 0:
                self._often.addItem("", _OWN_RULE)
                own = self._often.count() - 1
            self._often.setItemText(own, rule_in_words(rule, spoken()))
        elif own >= 0:
            self._often.removeItem(own)
        weekly = known is not None and not known.daily
        value = _OWN_RULE if rule and known is None else _WEEKLY if weekly else _DAILY
        self._often.setCurrentIndex(self._often.findData(value) if rule else -1)
        for part in self._of_a_week:
            part.setVisible(weekly)
        if known is not None and weekly:
            self._weeks.blockSignals(True)
            self._weeks.setValue(known.weeks)
            self._weeks.blockSignals(False)
            for day, choice in self._days.items():
                choice.setChecked(day in known.days)

    def _build(self) -> None:
        theme = Theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "small"))
        self._kind = ChoiceBox()
        self._kind.setAccessibleName(_("Hoe vaak geldt dit?"))
        for kind in (TimingKind.ONCE, TimingKind.RECURRING, TimingKind.ALWAYS):
            self._kind.addItem(timing_kind_label(kind, spoken()), kind.value)
        self._starts = DayField(label=_("Vanaf"))
        self._ends = DayField(label=_("Tot en met"))
        self._at = TimeField(label=_("Hoe laat"))
        fields = QWidget()
        flow = FlowLayout(fields, gap=theme.size("space", "medium"))
        for label, field in (
            (lack_label(Lack.NO_RULE, spoken()), self._kind),
            (_("Vanaf"), self._starts),
            (_("Tot en met"), self._ends),
            (_("Hoe laat"), self._at),
        ):
            flow.addWidget(Labelled(label, field))
        column.addWidget(fields)
        column.addWidget(self._build_repeat())

    def _build_repeat(self) -> QWidget:
        theme = Theme.current()
        self._repeat = QWidget()
        row = FlowLayout(self._repeat, gap=theme.size("space", "tight"))
        self._often = ChoiceBox()
        self._often.setAccessibleName(_("Welke dagen?"))
        self._often.setPlaceholderText(_("Welke dagen?"))
        self._often.addItem(_("elke dag"), _DAILY)
        self._often.addItem(_("op vaste dagen"), _WEEKLY)
        row.addWidget(self._often)
        self._days: dict[str, QPushButton] = {}
        for place, day in enumerate(WEEKDAYS):
            words = format_date_weekday(_MONDAY + dt.timedelta(days=place)).split()[0]
            choice = button(words, self._on_week)
            choice.setCheckable(True)
            choice.setProperty("role", "score")
            self._days[day] = choice
            row.addWidget(choice)
        self._weeks = NumberBox()
        self._weeks.setRange(1, 8)
        self._weeks.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._weeks.setAccessibleName(_("Om de hoeveel weken"))
        every = QWidget()
        week = QHBoxLayout(every)
        week.setContentsMargins(0, 0, 0, 0)
        week.setSpacing(theme.size("space", "tight"))
        week.addWidget(TextLabel(_("elke"), "soft", wrap=False))
        week.addWidget(self._weeks)
        week.addWidget(TextLabel(_("weken"), "soft", wrap=False))
        row.addWidget(every)
        self._of_a_week = (*self._days.values(), every)
        return self._repeat

    def _connect(self) -> None:
        self._kind.activated.connect(self._on_kind)
        self._starts.day_changed.connect(lambda day: self._tell(starts_on=day))
        self._ends.day_changed.connect(lambda day: self._tell(ends_on=day))
        self._at.time_changed.connect(lambda at: self._tell(at=at))
        self._often.activated.connect(self._on_often)
        self._weeks.valueChanged.connect(self._on_week)

    def _on_kind(self) -> None:
        kind = TimingKind(self._kind.currentData())
        rule = self._timing.rule if kind is TimingKind.RECURRING else None
        self._tell(kind=kind, rule=rule)

    def _on_often(self) -> None:
        match self._often.currentData():
            case "daily":
                self._tell(rule=Recurrence().rule())
            case "weekly":
                start = self._timing.starts_on or self._starts.suggested
                self._tell(rule=Recurrence(1, (WEEKDAYS[start.weekday()],)).rule())

    def _on_week(self) -> None:
        days = tuple(day for day, choice in self._days.items() if choice.isChecked())
        if days:
            self._tell(rule=Recurrence(self._weeks.value(), days).rule())

    def _tell(self, **changes: object) -> None:
        self._timing = dataclasses.replace(self._timing, **changes)  # type: ignore[arg-type]
        self.timing_changed.emit(self._timing)
