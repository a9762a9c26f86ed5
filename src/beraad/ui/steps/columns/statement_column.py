"""One of the three columns: its head, what stood there last time, its cards, and adding one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleCarry, ConsoleStatement, ConsoleView
from beraad.i18n import _, ngettext, spoken
from beraad.terms import CarryKind, CarryOver, Column
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.steps.columns.add_statement import AddStatement
from beraad.ui.steps.columns.statement_card import StatementCard
from beraad.ui.steps.shared.last_time import LastTime
from beraad.ui.steps.shared.step_page import bring_into_sight, scrolling
from beraad.ui.theme import Theme
from beraad.ui.tones import column_tone
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.keyed_rows import KeyedRows
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.plan import column_title


class StatementColumn(QWidget):
    """Cards of one column. With `set_in_focus` it also asks about the last plan."""

    open_requested = Signal(str)
    """Id of the statement to open; empty: none."""
    card_made = Signal(object)
    """New `StatementCard`, for whoever listens to all of them."""
    plan_requested = Signal()
    """Emitted to show the last plan beside the columns, or hide it."""

    def __init__(self, model: MeetingModel, column: Column, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._column, self._in_focus = model, column, False
        self._build()
        self._connect()

    @property
    def add_statement(self) -> AddStatement:
        """Form where cards are added."""
        return self._add

    def card(self, statement: str) -> StatementCard | None:
        """Return the card of a statement, if it stands here."""
        return self._cards.get(statement)

    def cards(self) -> tuple[StatementCard, ...]:
        """Return every card, in no particular order."""
        return self._cards.all()

    def set_in_focus(self, in_focus: bool) -> None:
        """Set if this is the column of the step."""
        self._in_focus = in_focus
        self._plan_button.setVisible(in_focus and self._model.has_last_plan)
        self._show_last_time(self._model.view)

    def show_view(self, view: ConsoleView) -> None:
        """Show the cards as they are."""
        self._cards.show(view.column(self._column))
        self._add.show_people(view)
        self._show_last_time(view)

    def _show_last_time(self, view: ConsoleView) -> None:
        """Ask what stood here last time in the step of this column; elsewhere, only count it."""
        carry = tuple(
            item for item in view.carry if item.kind is CarryKind.STATEMENT and item.column is self._column
        )
        self._last_time.show_items(carry if self._in_focus else ())
        self._waiting.setVisible(bool(carry) and not self._in_focus)
        words = ngettext("Vorige keer: {count} kaart", "Vorige keer: {count} kaarten", len(carry))
        self._waiting.setText(words.format(count=len(carry)))

    def open_card(self, statement: str) -> None:
        """Open this card and close every other; an empty id closes all."""
        opened = self._cards.get(statement)
        for card in self._cards.made():
            card.set_open(card is opened)
        if opened:
            bring_into_sight(opened)

    def begin(self) -> None:
        """Begin a new card."""
        self._add.begin()
        self._keep_adding_in_sight()

    def ids(self) -> tuple[str, ...]:
        """Return the ids of its cards, from top to bottom."""
        return tuple(item.id for item in self._model.view.column(self._column))

    def focus_place(self, place: int) -> None:
        """Focus the card at a place, or the last if there are fewer; with no cards, the add button."""
        ids = self.ids()
        card = self._cards.get(ids[min(max(place, 0), len(ids) - 1)]) if ids else None
        if card is None:
            self._add.focus_button()
        else:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(card)

    def remove(self, statement: str) -> None:
        """Remove a card and focus the one that takes its place."""
        place = self.ids().index(statement)
        self._model.act(lambda meeting: meeting.statements.remove(statement))
        self.focus_place(place)

    def place_at(self, at: QPoint) -> tuple[str | None, int]:
        """Return the id that a card dropped at `at` (in this widget) comes in front of, and the height.

        The id is None at the end of the column.
        """
        for key in self.ids():
            card = self._cards.get(key)
            if card is not None:
                top = card.mapTo(self, QPoint(0, 0)).y()
                if at.y() < top + card.height() // 2:
                    return key, top
        return None, self._add.mapTo(self, QPoint(0, 0)).y()

    def scroll_along(self, at: QPoint) -> None:
        """Scroll a little while something is dragged along the upper or lower edge."""
        inside = self._area.mapFrom(self, at).y()
        near = Theme.current().size("space", "page")
        bar = self._area.verticalScrollBar()
        if inside < near:
            bar.setValue(bar.value() - near // 2)
        elif inside > self._area.height() - near:
            bar.setValue(bar.value() + near // 2)

    def _build(self) -> None:
        theme = Theme.current()
        tone = column_tone(self._column)
        head = SectionHeading(column_title(self._column, spoken()), icon=tone, tone=tone, underline=True)
        self._plan_button = button("", self.plan_requested.emit, role="link", icon="preview")
        self._plan_button.setToolTip(_("Vorig plan ernaast (v)"))
        self._plan_button.setAccessibleName(_("Vorig plan ernaast (v)"))
        # So that the heads of the three columns stand at one height.
        keeps_its_room = self._plan_button.sizePolicy()
        keeps_its_room.setRetainSizeWhenHidden(True)
        self._plan_button.setSizePolicy(keeps_its_room)
        self._plan_button.hide()
        head.add_beside(self._plan_button, right=True)
        self._inside = QWidget()
        self._list = QVBoxLayout(self._inside)
        gap = theme.size("space", "small")
        self._list.setContentsMargins(0, gap, gap // 2, gap)
        self._list.setSpacing(gap)
        self._last_time = LastTime(self._model.drafting)
        self._waiting = TextLabel(role="small")
        self._waiting.hide()
        self._add = AddStatement(self._model, self._column)
        for widget in (self._last_time, self._waiting, self._add):
            self._list.addWidget(widget)
        self._list.addStretch(1)
        self._area: QScrollArea = scrolling(self._inside)
        self.setMinimumWidth(round(120 * theme.scale))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(head)
        outer.addWidget(self._area, 1)
        self._cards: KeyedRows[ConsoleStatement, StatementCard] = KeyedRows(
            self._list, key=lambda item: item.id, make=self._make_card, show=self._show_card, offset=2
        )

    def _connect(self) -> None:
        self._add.opened.connect(lambda: self.open_requested.emit(""))
        self._add.resized.connect(self._keep_adding_in_sight)
        self._add.up_requested.connect(lambda: self.focus_place(len(self.ids()) - 1))
        self._last_time.carry_decided.connect(self._on_decided)
        self._last_time.rest_kept.connect(self._on_rest_kept)

    def _make_card(self, statement: ConsoleStatement) -> StatementCard:
        card = StatementCard(self._model, statement)
        card.open_requested.connect(self.open_requested)
        card.close_requested.connect(lambda: self._on_close(card))
        card.remove_requested.connect(self.remove)
        self.card_made.emit(card)
        return card

    def _show_card(self, card: StatementCard, statement: ConsoleStatement) -> None:
        card.show_statement(self._model.view, statement)

    def _on_close(self, card: StatementCard) -> None:
        self.open_requested.emit("")
        card.setFocus()

    def _keep_adding_in_sight(self) -> None:
        """Scroll to the typed words and the remarks on them, and to the fields below as far as they fit."""
        if not self._add.is_open:
            return
        words = self._add.words_area()
        for lowest in (self._add.rect().bottom(), words.bottom(), words.top()):
            at = self._add.mapTo(self._inside, QPoint(0, lowest))
            self._area.ensureVisible(at.x(), at.y(), 0, Theme.current().size("space", "small"))

    def _on_decided(self, item: ConsoleCarry, decision: CarryOver, because: str) -> None:
        made = self._model.act(
            lambda meeting: meeting.carrying.carry(item.kind, item.subject, decision, because or None)
        )
        if made and decision is CarryOver.CHANGED:
            self.open_requested.emit(made)

    def _on_rest_kept(self, items: tuple[ConsoleCarry, ...]) -> None:
        only = {(item.kind, item.subject) for item in items}
        self._model.act(lambda meeting: meeting.carrying.keep_the_rest(only))
