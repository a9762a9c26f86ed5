"""Agreements: all of the plan, what they leave uncovered, and the emergency plan behind a button."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import (
    ConsoleAgreement,
    ConsoleCarry,
    ConsoleStatement,
    ConsoleView,
)
from beraad.i18n import _
from beraad.places import CASE, Place
from beraad.services.meeting import MeetingService
from beraad.terms import CarryKind, CarryOver, PlanPart
from beraad.ui.dialogs.keys import KeyTable
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.open_point import PointGroup
from beraad.ui.steps.agreements.agreement_card import AgreementCard
from beraad.ui.steps.agreements.agreement_editor import AgreementField
from beraad.ui.steps.agreements.open_points import open_gaps
from beraad.ui.steps.agreements.uncovered_row import UncoveredRow
from beraad.ui.steps.emergency.panel import EmergencyPanel
from beraad.ui.steps.shared.last_time import LastTime
from beraad.ui.steps.shared.read_aloud import ReadAloud
from beraad.ui.steps.shared.step_page import StepPage, bring_into_sight, scrolling_column
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.keyed_rows import KeyedRows
from beraad.ui.widgets.pill import Pill
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.ui.widgets.text_label import TextLabel
from beraad.words import headings


class AgreementsPage(StepPage):
    """Page with one agreement open at a time; the emergency plan and the time-out are a page of their own."""

    def __init__(self, model: MeetingModel, *, parent: QWidget | None = None) -> None:
        super().__init__(model, parent=parent)
        self._build()
        self._connect()

    @classmethod
    @override
    def key_lines(cls) -> KeyTable:
        return (
            ("", _("Op een afspraak")),
            ("Enter", _("Afspraak openen")),
            ("↑ ↓", _("Naar een andere afspraak")),
            ("Alt + ↑ ↓", _("Afspraak omhoog of omlaag")),
            (
                "w · t · j · k · z",
                _("Wie doet het, hoe vaak en wanneer, wie zei ja, wie kijkt na, wie ziet het"),
            ),
            ("Alt + M O", _("Hoe zien we dat, als het niet lukt")),
            ("Alt + W T J K Z", _("Hetzelfde als de letters, terwijl de afspraak open is")),
            ("Ctrl + Delete", _("Afspraak verwijderen (Ctrl+Z haalt terug)")),
        )

    @classmethod
    @override
    def open_points(cls, model: MeetingModel) -> Iterable[PointGroup]:
        return (
            (_("Van vorige keer"), open_gaps(model, last_time=True)),
            (_("Het plan"), open_gaps(model, last_time=False)),
        )

    @property
    @override
    def keys(self) -> Mapping[MeetingKey, Callable[[], object]]:
        return {MeetingKey.AGREEMENT: self.begin, MeetingKey.READ_ALOUD: self.read_aloud}

    @property
    def emergency(self) -> EmergencyPanel:
        """Panel of the emergency plan and the time-out."""
        return self._emergency

    def card(self, agreement: str) -> AgreementCard | None:
        """Return the card of an agreement."""
        return self._cards.get(agreement)

    @property
    def aloud(self) -> ReadAloud:
        """Widget that reads the agreements aloud."""
        return self._aloud

    def begin(self) -> None:
        """Add an agreement and open it."""
        self._aloud.stop()
        self._show_emergency(shown=False)
        self._open_new(lambda meeting: meeting.agreements.add(""))

    def open_card(self, agreement: str) -> None:
        """Open one card and close the others; empty: close all."""
        if agreement:
            self.model.drafting.go_on()
        opened = self._cards.get(agreement)
        for card in self._cards.made():
            card.set_open(card is opened)
        if opened:
            bring_into_sight(opened)

    def show_emergency(self, part: Place = CASE) -> None:
        """Show the emergency plan and the time-out, with the focus in a step or a time-out, if given."""
        self._show_emergency(shown=True)
        self._emergency.focus_part(part)

    @override
    def show_card(self, card: Place) -> None:
        # Whom a child may call is asked beside the emergency plan.
        if card.kind in (PlanPart.EMERGENCY, PlanPart.TIME_OUT, "people"):
            self.show_emergency(card)
        else:
            self.open_card(card.id)

    @override
    def leave(self) -> None:
        self.open_card("")
        self._show_emergency(shown=False)
        self._aloud.stop()

    def read_aloud(self) -> None:
        """Read the agreements aloud, one at a time: the open one first."""
        first = next((card.agreement.id for card in self._cards.made() if card.editor is not None), "")
        self.open_card("")
        self._show_emergency(shown=False)
        if self._aloud.begin(first):
            self._stack.setCurrentWidget(self._aloud)
            self._aloud.setFocus()

    @override
    def show_view(self, view: ConsoleView) -> None:
        running = [item for item in view.agreements if not item.ended]
        complete = sum(not item.lacks and not item.children for item in running)
        words = _("{complete} van {count} compleet").format(complete=complete, count=len(running))
        self._complete.setText(words)
        self._complete.set_tone("safety" if running and complete == len(running) else "")
        self._complete.setVisible(bool(running))
        asking = _to_ask(view, CarryKind.AGREEMENT)
        self._empty.setVisible(not view.agreements and not asking)
        self._cards.show(view.agreements)
        self._last_time.show_items(asking)
        self._last_time_emergency.show_items(_to_ask(view, CarryKind.EMERGENCY_STEP, CarryKind.TIME_OUT))
        # What the last agreements cover is known when all of them were asked about.
        uncovered = [item for item in view.statements if item.must_be_covered and not item.covered_by]
        self._uncovered.show([] if asking else uncovered)
        self._emergency.show_view(view)
        self._aloud.show_view(view)
        self._to_aloud.setEnabled(any(self.model.is_on_wall(Place.agreement(item.id)) for item in running))
        waiting = len(_to_ask(view, CarryKind.EMERGENCY_STEP, CarryKind.TIME_OUT))
        title = _("Noodplan en time-out")
        self._to_emergency.setText(
            _("{title} · nog {count}").format(title=title, count=waiting) if waiting else title
        )

    def _build(self) -> None:
        self._stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._stack.addWidget(self._build_list())
        self._stack.addWidget(self._build_emergency())
        self._aloud = ReadAloud(self.model)
        self._stack.addWidget(self._aloud)

    def _build_list(self) -> QWidget:
        theme = Theme.current()
        page = QWidget()
        column = scrolling_column(page)
        head = SectionHeading(_(headings.AGREEMENTS), large=True)
        self._complete = Pill()
        self._complete.setWordWrap(False)
        self._complete.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._to_emergency = button("", lambda: self._show_emergency(shown=True))
        self._to_aloud = button(_("Voorlezen"), self.read_aloud)
        self._to_aloud.setToolTip(MeetingKey.READ_ALOUD.words)
        head.add_beside(self._complete)
        head.add_beside(self._to_aloud, right=True)
        head.add_beside(self._to_emergency, right=True)
        add = button(_("+ Afspraak"), self.begin, role="primary")
        add.setToolTip(MeetingKey.AGREEMENT.words)
        head.add_beside(add, right=True)
        self._last_time = LastTime(self.model.drafting, wide=True)
        self._empty = TextLabel(_("Nog geen afspraken. Wat precies, wie, en vanaf wanneer?"), "soft")
        self._list, self._open_ends = QVBoxLayout(), QVBoxLayout()
        for layout in (self._list, self._open_ends):
            layout.setSpacing(theme.size("space", "small"))
        column.addWidget(head)
        column.addWidget(self._last_time)
        column.addWidget(self._empty)
        column.addLayout(self._list)
        column.addLayout(self._open_ends)
        column.addStretch(1)
        self._cards: KeyedRows[ConsoleAgreement, AgreementCard] = KeyedRows(
            self._list, key=lambda item: item.id, make=self._make_card, show=self._show_card
        )
        self._uncovered: KeyedRows[ConsoleStatement, UncoveredRow] = KeyedRows(
            self._open_ends,
            key=lambda item: item.id,
            make=self._make_uncovered,
            show=UncoveredRow.show_statement,
        )
        return page

    def _build_emergency(self) -> QWidget:
        page = QWidget()
        column = scrolling_column(page)
        row = QHBoxLayout()
        row.addWidget(TextLabel(_("Noodplan en time-out"), "title"), 1)
        self._back = button(
            _("Terug naar de afspraken"), lambda: self._show_emergency(shown=False), icon="back"
        )
        row.addWidget(self._back)
        column.addLayout(row)
        column.addWidget(TextLabel(_("De kamer ziet elk stuk zodra het geplaatst is."), "soft"))
        self._last_time_emergency = LastTime(self.model.drafting, wide=True)
        self._emergency = EmergencyPanel(self.model)
        column.addWidget(self._last_time_emergency)
        column.addWidget(self._emergency)
        column.addStretch(1)
        return page

    def _connect(self) -> None:
        for panel in (self._last_time, self._last_time_emergency):
            panel.carry_decided.connect(self._on_decided)
            panel.rest_kept.connect(self._on_rest_kept)
        self._aloud.closed.connect(self._on_aloud_closed)

    def _on_aloud_closed(self) -> None:
        self._stack.setCurrentIndex(0)
        self._to_aloud.setFocus()

    def _make_card(self, agreement: ConsoleAgreement) -> AgreementCard:
        card = AgreementCard(self.model, agreement)
        card.open_requested.connect(self.open_card)
        card.close_requested.connect(lambda: self._on_close(card))
        card.field_requested.connect(self._on_field)
        card.walk_requested.connect(self._on_walk)
        return card

    def _show_card(self, card: AgreementCard, agreement: ConsoleAgreement) -> None:
        card.show_agreement(self.model.view, agreement)

    def _make_uncovered(self, statement: ConsoleStatement) -> UncoveredRow:
        row = UncoveredRow(statement)
        row.agreement_requested.connect(self._on_cover)
        return row

    def _show_emergency(self, *, shown: bool) -> None:
        if shown is (self._stack.currentIndex() == 1):
            return
        self._aloud.stop()
        self._stack.setCurrentIndex(1 if shown else 0)
        # The button that was pressed is gone; Qt would go to the next one, up to the way out of the meeting.
        (self._back if shown else self._to_emergency).setFocus()

    def _open_new(self, wish: Callable[[MeetingService], str]) -> None:
        """Make an agreement and open it; the room sees it when its words are placed."""
        self.model.drafting.go_on()
        self.open_card("")
        if made := self.model.act(wish):
            self.open_card(made)

    def _on_close(self, card: AgreementCard) -> None:
        self.open_card("")
        card.setFocus()

    def _on_field(self, agreement: str, field: AgreementField) -> None:
        self.open_card(agreement)
        card = self._cards.get(agreement)
        if card is not None and card.editor is not None:
            card.editor.go_to(field)

    def _on_walk(self, agreement: str, down: int) -> None:
        order = [item.id for item in self.model.view.agreements]
        place = order.index(agreement) + down
        if 0 <= place < len(order) and (card := self._cards.get(order[place])):
            card.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_cover(self, statement: str) -> None:
        self._open_new(lambda meeting: meeting.agreements.add_for(statement))

    def _on_decided(self, item: ConsoleCarry, decision: CarryOver, because: str) -> None:
        made = self.model.act(
            lambda meeting: meeting.carrying.carry(item.kind, item.subject, decision, because or None)
        )
        if made and decision is CarryOver.CHANGED:
            self.open_card(made)

    def _on_rest_kept(self, items: tuple[ConsoleCarry, ...]) -> None:
        only = {(item.kind, item.subject) for item in items}
        self.model.act(lambda meeting: meeting.carrying.keep_the_rest(only))


def _to_ask(view: ConsoleView, *kinds: CarryKind) -> tuple[ConsoleCarry, ...]:
    return tuple(item for item in view.carry if item.kind in kinds)
