"""Panel that asks about each item of the last plan."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleCarry
from beraad.i18n import _, format_date_weekday, spoken
from beraad.places import Place
from beraad.terms import CarryKind, CarryOver
from beraad.ui.meeting.drafting import Drafting
from beraad.ui.steps.shared.draft_field import DraftField
from beraad.ui.steps.shared.fields import show_text
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.keyed_rows import KeyedRows
from beraad.ui.widgets.pill import Pill
from beraad.ui.widgets.result_mark import result_mark
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.plan import carry_kind_title, carry_over_label


class LastTime(QFrame):
    """Panel with one question per item: stays, changes or stops. Hidden when all was asked."""

    carry_decided = Signal(object, object, str)
    """`ConsoleCarry`, `CarryOver`, and the reason (or empty)."""
    rest_kept = Signal(object)
    """Items that all stay, a tuple of `ConsoleCarry`."""

    def __init__(self, drafting: Drafting, *, wide: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafting, self._wide = drafting, wide
        self._items: tuple[ConsoleCarry, ...] = ()
        self.setProperty("role", "panel")
        theme = Theme.current()
        column = QVBoxLayout(self)
        gap = theme.size("space", "medium")
        column.setContentsMargins(gap, gap, gap, gap)
        column.setSpacing(theme.size("space", "small"))
        self._heading = SectionHeading(_("Vorige keer"))
        self._heading.add_beside(button(_("Alles blijft"), self._keep_all), right=True)
        column.addWidget(self._heading)
        self._rows: KeyedRows[ConsoleCarry, _Row] = KeyedRows(
            column, key=lambda item: (item.kind, item.subject), make=self._make, show=_Row.show_item, offset=1
        )
        self.hide()

    def show_items(self, items: tuple[ConsoleCarry, ...]) -> None:
        """Ask about these items."""
        self._items = items
        self._heading.set_text(_("Vorige keer · nog {count}").format(count=len(items)))
        self._rows.show(items)
        if not items:
            self._leave_keyboard_to_console()
        self.setVisible(bool(items))

    def _leave_keyboard_to_console(self) -> None:
        """Give the focus to the console.

        Qt would give it to whatever comes next: a field for notes, say, where letter keys are words.
        """
        focus, around = QApplication.focusWidget(), self.parentWidget()
        if focus is None or not self.isAncestorOf(focus):
            return
        while around is not None and around.focusPolicy() is not Qt.FocusPolicy.ClickFocus:
            around = around.parentWidget()
        if around is not None:
            around.setFocus()

    def _make(self, item: ConsoleCarry) -> _Row:
        row = _Row(self._drafting, item, wide=self._wide)
        row.decided.connect(self.carry_decided)
        return row

    def _keep_all(self) -> None:
        self.rest_kept.emit(self._items)


class _Row(QWidget):
    """One item with its three answers."""

    decided = Signal(object, object, str)

    def __init__(self, drafting: Drafting, item: ConsoleCarry, *, wide: bool) -> None:
        super().__init__()
        self._item = item
        theme = Theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "tight"))
        line = QFrame()
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        self._text, self._detail = TextLabel(), TextLabel(role="small")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._text)
        words.addWidget(self._detail)
        self._went = FlowLayout(gap=theme.size("space", "tight"))
        words.addLayout(self._went)
        inside = QBoxLayout(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        inside.addLayout(words, 1)
        inside.addLayout(self._build_buttons(item.text, wide=wide))
        column.addWidget(line)
        column.addLayout(inside)
        asks = _("Waarom stopt dit?")
        self._reason = GrowingTextEdit(label=asks, placeholder=asks, enter_finishes=True)
        self._reason.entered.connect(self._on_entered)
        DraftField(drafting, self._reason, Place.carried(item.kind, item.subject) / "because")
        self._end_form = QWidget()
        form = QHBoxLayout(self._end_form)
        form.setContentsMargins(0, 0, 0, 0)
        form.addWidget(self._reason, 1)
        form.addWidget(button(_("Stop hiermee"), partial(self._tell, CarryOver.ENDED)))
        self._end_form.hide()
        column.addWidget(self._end_form)

    def _build_buttons(self, about: str, *, wide: bool) -> FlowLayout:
        row = FlowLayout(gap=Theme.current().size("space", "tight"), wide=wide)
        for decision in (CarryOver.KEPT, CarryOver.CHANGED, CarryOver.ENDED):
            words, role = carry_over_label(decision, spoken()), "" if decision is CarryOver.KEPT else "quiet"
            made = button(words, partial(self._decide, decision), role=role)
            made.setAccessibleName(f"{words}: {about}")
            row.addWidget(made)
        return row

    def show_item(self, item: ConsoleCarry) -> None:
        self._item = item
        kind = carry_kind_title(item.kind, spoken())
        self._text.setText(item.text)
        self._detail.setText(" · ".join(part for part in (kind, item.detail) if part))
        self._detail.setVisible(bool(self._detail.text()))
        self._went.clear()
        for mark in _marks(item):
            self._went.addWidget(mark)
        show_text(self._reason, "")
        if self._reason.text():
            self._end_form.show()

    def _decide(self, decision: CarryOver) -> None:
        # Why an agreement stops is printed, because an old copy at home is false safety.
        if (
            decision is CarryOver.ENDED
            and self._item.kind is CarryKind.AGREEMENT
            and self._end_form.isHidden()
        ):
            self._end_form.show()
            self._reason.setFocus()
            return
        self._tell(decision)

    def _on_entered(self) -> None:
        if self._reason.text().strip():
            self._tell(CarryOver.ENDED)

    def _tell(self, decision: CarryOver) -> None:
        self.decided.emit(self._item, decision, self._reason.text().strip())


def _marks(item: ConsoleCarry) -> Iterator[Pill]:
    """Make the marks of how an agreement went since the last meeting, newest first."""
    if item.repeated is not None:
        note, count = item.repeated
        yield Pill(_("{count} keer niet: {note}").format(count=count, note=note), "danger")
    for check in item.checks:
        day = format_date_weekday(check.on) if check.on else ""
        mark = result_mark(check.result, " · ".join(part for part in (day, check.note) if part))
        if check.said_by:
            mark.setToolTip(_("zei {called}").format(called=check.said_by))
        yield mark
