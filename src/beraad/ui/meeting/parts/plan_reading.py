"""Plan to read aloud before it is agreed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleAgreement, ConsoleView
from beraad.i18n import _, ngettext, spoken
from beraad.terms import Column, StatementKind
from beraad.texts import set_in
from beraad.ui.meeting.parts.agreement_words import timing_words
from beraad.ui.meeting.parts.people import called, names
from beraad.ui.theme import Theme
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.plan import column_title, kind_label, minutes

_READ = (StatementKind.DANGER_STATEMENT, StatementKind.BOTTOM_LINE)


class PlanReading(QWidget):
    """Text with worries, what must happen, agreements, time-out and emergency plan, as sentences.

    With `whole` every statement of the three columns is read.
    """

    def __init__(self, *, whole: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = whole
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Theme.current().size("space", "tight"))
        self._shown: tuple[tuple[str, str], ...] = ()

    def show_view(self, view: ConsoleView) -> None:
        """Show the plan as it is; do nothing where nothing changed."""
        lines = (*(_columns(view) if self._whole else _reminders(view)), *_lines(view))
        if lines == self._shown:
            return
        self._shown = lines
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for role, text in lines:
            label = TextLabel(text, "heading" if role == "section" else role)
            if role in ("section", "strong") and self._column.count():
                # What belongs together stands together.
                label.setContentsMargins(0, Theme.current().size("space", "small"), 0, 0)
            self._column.addWidget(label)


def _reminders(view: ConsoleView) -> list[tuple[str, str]]:
    """(role, text): what the agreements are for."""
    lines: list[tuple[str, str]] = []
    for kind, title in zip(_READ, (_("Waar we bang voor zijn"), _("Dit moet")), strict=True):
        texts = [item.text for item in view.statements if item.kind is kind]
        lines += [("section", title), *(("body", text) for text in texts)] if texts else []
    return lines


def _columns(view: ConsoleView) -> list[tuple[str, str]]:
    """(role, text): the three columns, each statement with what it is."""
    lines: list[tuple[str, str]] = []
    for column in Column:
        lines.append(("section", column_title(column, spoken())))
        for item in view.column(column):
            lines += [("body", item.text), ("small", kind_label(item.kind, spoken()))]
    return lines


def _lines(view: ConsoleView) -> list[tuple[str, str]]:
    """(role, text), in the order of reading."""
    lines: list[tuple[str, str]] = []
    running = [item for item in view.agreements if not item.ended]
    lines.append(
        (
            "section",
            ngettext("{count} afspraak", "{count} afspraken", len(running)).format(count=len(running)),
        )
    )
    for item in running:
        lines += _agreement(view, item)
    if view.time_outs:
        lines.append(("section", _("Time-out")))
    for out in view.time_outs:
        words = set_in(
            _("{person}: {signal}. Naar {place}, {minutes}. Terug: {returns}"),
            person=called(view, out.takes),
            signal=out.signal,
            place=out.goes_to,
            minutes=minutes(out.minutes, spoken()),
            returns=out.returns,
        )
        lines.append(("body", words))
    if view.emergency:
        lines.append(("section", _("Als het misgaat")))
        lines += [
            ("body", f"{step.index + 1}. {step.text}" + (f"  ({step.number})" if step.number else ""))
            for step in view.emergency
        ]
    return lines


def _agreement(view: ConsoleView, item: ConsoleAgreement) -> list[tuple[str, str]]:
    who = names(view, item.owners) or _("nog niemand")
    lines = [("strong", f"{item.number}. {item.what}"), ("soft", f"{who} · {timing_words(item.timing)}")]
    if item.measured_by:
        lines.append(("soft", _("Hoe zien we dat? {text}").format(text=item.measured_by)))
    if item.fallback:
        lines.append(("soft", _("Als het niet lukt: {text}").format(text=item.fallback)))
    return lines
