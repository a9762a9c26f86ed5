"""The whole copy of one person, to read before answering."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from beraad.disclosure.views import AgreementView, PlanView, TimeOutView
from beraad.export.timing import moment, timing_in_words
from beraad.export.wording import names, score
from beraad.i18n import _, spoken
from beraad.terms import Column
from beraad.texts import set_in
from beraad.ui.theme import Theme
from beraad.ui.tones import column_tone
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.people import contact_kind_label
from beraad.words.plan import column_title, differs, minutes


class WholeCopy(QScrollArea):
    """Everything that this person answers for, in the order of the printed copy."""

    def __init__(self, plan: PlanView, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Mijn hele exemplaar"))
        inside = QWidget()
        inside.setProperty("role", "inside")
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(Theme.current().size("space", "small"))
        self._plan = plan
        self._build()
        self._column.addStretch(1)
        self.setWidget(inside)

    def _build(self) -> None:
        body = self._plan.body
        steps = [
            f"{step.number}. {step.text}" + (f"  {step.call}" if step.call else "") for step in body.emergency
        ]
        self._section(_("Als het misgaat"), "emergency", "danger", steps)
        for time_out in body.time_outs:
            self._section(_("Time-out"), "timeout", "next", _time_out(time_out))
        self._section(
            _("Alle afspraken"), "agreement", "next", map(_agreement, body.agreements), first_bold=True
        )
        ended = [
            _("{what} ({who})").format(what=item.what, who=names(item.owners, spoken()))
            for item in body.ended
        ]
        self._section(_("Dit telt niet meer"), "remove", "soft", ended)
        for column in Column:
            texts = (
                f"{item.text} – {differs(item.disputed_by, spoken())}" if item.disputed_by else item.text
                for item in body.column(column)
            )
            self._section(column_title(column, spoken()), column_tone(column), column_tone(column), texts)
        for scale in body.scales:
            ends = set_in(_("0 = {zero}. 10 = {ten}."), zero=scale.zero, ten=scale.ten)
            answers = [f"{item.person.called}: {score(item, spoken())}" for item in scale.scores]
            self._section(scale.question, "scale", "ink", [ends, *answers])
        contacts = [
            f"{contact.person.called}: "
            + ", ".join(f"{contact_kind_label(item.kind, spoken())} {item.value}" for item in contact.details)
            for contact in self._plan.contacts
        ]
        self._section(_("Zo bereik je elkaar"), "phone", "ink", contacts)
        coming = self._plan.next_meeting
        if coming and coming.starts_at:
            when = [moment(coming.starts_at, spoken()), *([coming.place] if coming.place else [])]
            self._section(_("We zien elkaar weer"), "calendar", "ink", when)

    def _section(
        self, title: str, icon: str, tone: str, texts: Iterable[str], *, first_bold: bool = False
    ) -> None:
        """A heading with its lines; nothing at all where there are no lines."""
        lines = list(texts)
        if not lines:
            return
        self._column.addSpacing(Theme.current().size("space", "medium"))
        self._column.addWidget(SectionHeading(title, icon=icon, tone=tone))
        for line in lines:
            first, _end, rest = line.partition("\n") if first_bold else ("", "", line)
            if first:
                self._column.addWidget(TextLabel(first, "heading"))
            self._column.addWidget(TextLabel(rest, "large"))


def _agreement(agreement: AgreementView) -> str:
    parts = [
        _("{number}. {what}").format(number=agreement.number, what=agreement.what),
        _("Wie: {who}. Wanneer: {when}.").format(
            who=names(agreement.owners, spoken()), when=timing_in_words(agreement.timing, spoken())
        ),
    ]
    if agreement.measured_by:
        parts.append(_("Hoe zien we dat? {how}").format(how=agreement.measured_by))
    if agreement.fallback:
        parts.append(_("Lukt het niet? {fallback}").format(fallback=agreement.fallback))
    return "\n".join(parts)


def _time_out(time_out: TimeOutView) -> list[str]:
    lines = [time_out.signs] if time_out.signs else []
    return [
        *lines,
        _("Het teken: {signal}").format(signal=time_out.signal),
        _("{name} gaat naar: {place}").format(name=time_out.takes.called, place=time_out.goes_to)
        + f" · {minutes(time_out.minutes, spoken())}",
        _("Daarna: {returns}").format(returns=time_out.returns),
    ]
