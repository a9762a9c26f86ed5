"""Agreeing and signing: read the plan, name the gaps, agree, and let everybody answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Self

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QRadioButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleGap, ConsoleLeak, ConsolePerson, ConsoleView
from beraad.export.plan_to_read import plan_aloud
from beraad.export.timing import clock, day_of
from beraad.i18n import _, ngettext, spoken
from beraad.places import Place
from beraad.step_facts import AGREEING
from beraad.terms import Gap
from beraad.ui.document_view import DocumentView
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.open_point import PointGroup
from beraad.ui.meeting.waiting_texts import waiting_texts
from beraad.ui.signing import AnswerGiven
from beraad.ui.steps.decide.answer_row import AnswerRow
from beraad.ui.steps.decide.gap_row import GapRow
from beraad.ui.steps.decide.leak_row import LeakRow
from beraad.ui.steps.decide.open_points import answers_to_come, waiting_for_release
from beraad.ui.steps.decide.waiting_panel import WaitingPanel
from beraad.ui.steps.shared.leak_points import point_of
from beraad.ui.steps.shared.read_aloud import ReadAloud
from beraad.ui.steps.shared.step_host import StepHost
from beraad.ui.steps.shared.step_page import StepPage, bring_to_top, scrolling_column
from beraad.ui.theme import Theme
from beraad.ui.when_released import WhenReleased
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.keyed_rows import KeyedRows
from beraad.ui.widgets.pill import Pill
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.ui.widgets.text_label import LineLabel, TextLabel
from beraad.words import headings
from beraad.words.answers import Voice, voice_label

_BESIDE = 660
"""Pixels at 100 % from which the plan stands beside what is asked about it."""


class DecidePage(StepPage):
    """Page with the plan to read aloud on the left; on the right open points, *Vaststellen*, and answers."""

    signing_requested = Signal(str)
    scan_wanted = Signal(str, object)
    """Id of who signed on paper, and the paths of the files; none: ask for them."""
    scan_requested = Signal(str)
    """Id of the person whose scan is to be shown."""
    step_requested = Signal(object)
    point_requested = Signal(object)
    """`OpenPoint` to go to."""
    voice_chosen = Signal(str)
    """Grammatical person in which the signing screen speaks: first or second."""

    def __init__(self, model: MeetingModel, *, parent: QWidget | None = None) -> None:
        super().__init__(model, parent=parent)
        self._next_one = ""
        self._build()

    @classmethod
    @override
    def of(cls, host: StepHost) -> Self:
        page = cls(host.model, parent=host.parent)
        page.signing_requested.connect(host.sign)
        page.scan_wanted.connect(host.add_scan)
        page.scan_requested.connect(host.show_scan)
        page.show_voice(host.voice())
        page.voice_chosen.connect(host.speak_in)
        page.step_requested.connect(host.go_to)
        page.point_requested.connect(host.show_point)
        return page

    @classmethod
    @override
    def open_points(cls, model: MeetingModel) -> Iterable[PointGroup]:
        return (
            (_("Nog niet geplaatst"), waiting_texts(model)),
            (_("Wat niet iedereen mag weten"), (point_of(model.view, leak) for leak in model.told)),
            (_("Twee kamers"), waiting_for_release(model)),
            (_(headings.DECIDE_AND_SIGN), answers_to_come(model)),
        )

    @property
    @override
    def keys(self) -> Mapping[MeetingKey, Callable[[], object]]:
        return {MeetingKey.READ_ALOUD: self.read_aloud}

    def gap_row(self, gap: ConsoleGap) -> GapRow | None:
        """Return the row of a gap."""
        return self._gaps.get((gap.gap, gap.subject))

    def answer_row(self, person: str) -> AnswerRow | None:
        """Return the row of somebody who answers."""
        return self._answers.get(person)

    @property
    def aloud(self) -> ReadAloud:
        """Widget that reads the agreements aloud."""
        return self._aloud

    def read_aloud(self) -> None:
        """Read the agreements aloud, one at a time."""
        if self._aloud.begin():
            self._stack.setCurrentWidget(self._aloud)
            self._aloud.setFocus()

    @override
    def leave(self) -> None:
        self._aloud.stop()

    @override
    def show_view(self, view: ConsoleView) -> None:
        self._aloud.show_view(view)
        running = [Place.agreement(item.id) for item in view.agreements if not item.ended]
        self._to_aloud.setEnabled(any(map(self.model.is_on_wall, running)))
        self._reading.show_document(plan_aloud(self.model.plan, spoken()))
        self._banner.setVisible(view.changed_since_agreed)
        self._leaks.show(self.model.told)
        self._gaps.show(self.model.gaps)
        self._show_state(view)
        self._show_waiting()
        self._given = {item.person: item for item in self.model.answers}
        answered = {item.person for item in self._given.values() if not item.outdated}
        self._next_one = next((person.id for person in self.model.in_room if person.id not in answered), "")
        self._answers.show([person for person in view.people if person.attendance is not None])
        self._signing_hint.setText(
            _("Ieder ziet alleen het eigen exemplaar.")
            if view.agreed_at
            else _("Eerst vaststellen, dan tekent ieder voor het eigen deel.")
        )

    def _show_state(self, view: ConsoleView) -> None:
        left = self._open_gaps()
        for row in self._gaps.all():
            row.offer_sharing(len(self._without_reason(row.subject[0])))
        still_open = left + len(self._leaks)
        if view.agreed_at:
            day, at = view.agreed_at.split("T")[0], view.agreed_at[11:16]
            words = _("vastgesteld {day}, {clock}").format(
                day=day_of(day, spoken()), clock=clock(at, spoken())
            )
            tone = "safety"
        elif still_open:
            words = ngettext("nog {count} open", "nog {count} open", still_open).format(count=still_open)
            tone = "amber"
        else:
            words, tone = _("klaar om vast te stellen"), "safety"
        self._state.setText(words)
        self._state.set_tone(tone)
        self._gap_head.setVisible(bool(self.model.gaps or len(self._leaks)))
        self._decide.setVisible(view.agreed_at is None)
        self._decide.setEnabled(not left and bool(view.agreements))
        self._why_not.setVisible(view.agreed_at is None and bool(left))

    def _show_waiting(self) -> None:
        """Show unplaced drafts, except those of this page: its own button places them."""
        if self.isVisible() or not self._waiting.isHidden():
            points = waiting_texts(self.model)
            self._waiting.show_points(tuple(it for it in points if it.step is not AGREEING))

    def _open_gaps(self) -> int:
        rows = (self._gaps.get((gap.gap, gap.subject)) for gap in self.model.gaps)
        return sum(row is not None and not row.reason() for row in rows)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        # What is asked comes first, where there is no room for it beside the plan.
        beside = self.width() >= _BESIDE * Theme.current().scale
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.BottomToTop)
        super().resizeEvent(event)

    def _build(self) -> None:
        theme = Theme.current()
        self._stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        page = QWidget()
        self._stack.addWidget(page)
        self._aloud = ReadAloud(self.model)
        self._aloud.closed.connect(self._on_aloud_closed)
        self._stack.addWidget(self._aloud)
        column = scrolling_column(page)
        head = SectionHeading(_(headings.DECIDE_AND_SIGN), large=True)
        self._state = Pill()
        self._state.setWordWrap(False)
        self._state.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        head.add_beside(self._state)
        self._to_aloud = button(_("Voorlezen"), self.read_aloud)
        self._to_aloud.setToolTip(MeetingKey.READ_ALOUD.words)
        head.add_beside(self._to_aloud, right=True)
        column.addWidget(head)
        self._banner = QFrame()
        self._banner.setProperty("role", "panel")
        self._banner.setProperty("tone", "amber")
        inside = QVBoxLayout(self._banner)
        inside.addWidget(
            TextLabel(_("Het plan is veranderd nadat het was vastgesteld. Stel het opnieuw vast."), "strong")
        )
        inside.addWidget(
            TextLabel(_("Alleen wie zelf iets anders te zien krijgt, wordt opnieuw gevraagd."), "soft")
        )
        column.addWidget(self._banner)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(theme.size("space", "wide"))
        self._reading = DocumentView()
        left = QVBoxLayout()
        left.addWidget(self._reading)
        left.addStretch(1)
        row.addLayout(left, 1)
        row.addLayout(self._build_right(), 1)
        column.addLayout(row)
        column.addStretch(1)

    def _build_right(self) -> QVBoxLayout:
        theme = Theme.current()
        column = QVBoxLayout()
        column.setSpacing(theme.size("space", "medium"))
        self._gap_head = SectionHeading(_("Nog open"))
        column.addWidget(self._gap_head)
        leaks, gaps = QVBoxLayout(), QVBoxLayout()
        leaks.setSpacing(theme.size("space", "small"))
        gaps.setSpacing(theme.size("space", "small"))
        self._leaks: KeyedRows[ConsoleLeak, LeakRow] = KeyedRows(
            leaks, key=lambda leak: leak, make=self._make_leak, show=self._show_leak
        )
        column.addLayout(leaks)
        self._gaps: KeyedRows[ConsoleGap, GapRow] = KeyedRows(
            gaps, key=lambda gap: (gap.gap, gap.subject), make=self._make_gap, show=self._show_gap
        )
        column.addLayout(gaps)
        self._waiting = WaitingPanel()
        self._waiting.point_requested.connect(self.point_requested)
        self.model.drafting.changed.connect(WhenReleased(self._show_waiting, parent=self).ask)
        column.addWidget(self._waiting)
        self._why_not = TextLabel(
            _("Vul aan wat ontbreekt, of schrijf op waarom het zo mag blijven."), "small"
        )
        self._decide = button(_("Vaststellen"), self._on_decide, role="primary")
        column.addWidget(self._why_not)
        column.addWidget(self._decide)
        self._signing = SectionHeading(_("Tekenen"))
        column.addWidget(self._signing)
        self._signing_hint = TextLabel(role="soft")
        column.addWidget(self._signing_hint)
        column.addLayout(self._build_voice())
        answers = QVBoxLayout()
        answers.setSpacing(0)
        self._answers: KeyedRows[ConsolePerson, AnswerRow] = KeyedRows(
            answers, key=lambda person: person.id, make=self._make_answer, show=self._show_answer
        )
        column.addLayout(answers)
        column.addStretch(1)
        return column

    def _build_voice(self) -> FlowLayout:
        row = FlowLayout(gap=Theme.current().size("space", "medium"))
        row.addWidget(LineLabel(_("Op het tekenscherm staat:"), "soft"))
        self._voices = {
            voice: QRadioButton(voice_label(voice, spoken())) for voice in (Voice.SECOND, Voice.FIRST)
        }
        for voice, choice in self._voices.items():
            choice.clicked.connect(lambda _on, voice=voice: self.voice_chosen.emit(voice.value))
            row.addWidget(choice)
        self.show_voice(Voice.SECOND)
        return row

    def show_voice(self, voice: Voice) -> None:
        """Show in which grammatical person the signing screen speaks."""
        self._voices[voice].setChecked(True)

    def _make_leak(self, leak: ConsoleLeak) -> LeakRow:
        row = LeakRow(self.model, leak)
        row.go_requested.connect(lambda told: self.point_requested.emit(point_of(self.model.view, told)))
        return row

    def _show_leak(self, row: LeakRow, leak: ConsoleLeak) -> None:
        row.show_leak(self.model.view, leak)

    def _make_gap(self, gap: ConsoleGap) -> GapRow:
        row = GapRow(self.model.drafting, gap)
        row.reason_changed.connect(lambda: self._show_state(self.model.view))
        row.step_requested.connect(self.step_requested)
        row.sharing_requested.connect(lambda: self._share_reason(row))
        row.reason_finished.connect(self._on_reason_finished)
        return row

    def _on_reason_finished(self) -> None:
        """On to the next gap without a reason, or to what agrees the plan once it can be pressed."""
        row = next((row for row in self._gaps.all() if not row.reason()), None)
        if row is not None:
            row.focus_reason()
        elif self._decide.isEnabled():
            self._decide.setFocus()

    def _share_reason(self, of: GapRow) -> None:
        for row in self._without_reason(of.subject[0]):
            row.write_reason(of.reason())

    def _without_reason(self, kind: Gap) -> list[GapRow]:
        return [row for row in self._gaps.all() if row.subject[0] is kind and not row.reason()]

    def _show_gap(self, row: GapRow, gap: ConsoleGap) -> None:
        row.show_gap(self.model.view, gap)

    def _make_answer(self, person: ConsolePerson) -> AnswerRow:
        row = AnswerRow(self.model, person, code_of=self._code_of)
        row.signing_requested.connect(self.signing_requested)
        row.answer_told.connect(self._on_told)
        row.scan_wanted.connect(self.scan_wanted)
        row.scan_requested.connect(self.scan_requested)
        return row

    def _show_answer(self, row: AnswerRow, person: ConsolePerson) -> None:
        view = self.model.view
        row.show_answer(
            person,
            self._given.get(person.id),
            agreed=view.agreed_at is not None,
            is_next=person.id == self._next_one,
        )

    def _on_aloud_closed(self) -> None:
        self._stack.setCurrentIndex(0)
        self._to_aloud.setFocus()

    def _on_decide(self) -> None:
        reasons = {row.subject: row.reason() for row in self._gaps.all() if row.reason()}
        kept = {(gap.gap, gap.subject) for gap in self.model.gaps if gap.reason}
        given = {subject: reason for subject, reason in reasons.items() if subject not in kept}
        self.model.act(lambda meeting: meeting.deciding.decide(given))
        if self.model.view.agreed_at:
            # With large letters the page looks finished where the answers begin.
            bring_to_top(self._signing)

    def _on_told(self, person: str, answer: AnswerGiven, day: dt.date) -> None:
        # Of an answer of today the hour is known.
        on = day if day != dt.date.today() else None  # noqa: DTZ011 - the local day
        self.model.drafting.take(
            Place.answer(person) / "remark",
            by=lambda meeting: meeting.deciding.answer(
                person,
                answer.decision,
                remark=answer.remark,
                on_paper=answer.on_paper,
                on=on,
                shows=answer.shows,
            ),
        )

    def _code_of(self, person: str) -> str:
        return self.model.ask(lambda meeting: meeting.deciding.code(person)) or ""
