"""Reads the agreements aloud: one at a time, large, the same for the facilitator and on the wall."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleAgreement, ConsoleView
from beraad.disclosure.views import AgreementView
from beraad.export.wording import facts_aloud
from beraad.i18n import _, format_list, spoken
from beraad.initials import initials_apart
from beraad.places import Place
from beraad.terms import MeetingMode
from beraad.texts import set_in
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.steps.shared.people import short
from beraad.ui.steps.shared.step_page import scrolling_column
from beraad.ui.steps.shared.wall_reasons import why_not_on_wall
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.card import Card
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.text_label import LineLabel, TextLabel
from beraad.words import headings

_FACTS = 4
"""Facts of an agreement that are read: see `facts_aloud`."""

_ON = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown})
_BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp})


class ReadAloud(QWidget):
    """Page that shows what stands on the wall, never more, so that nothing is read aloud by accident.

    Agreements that somebody in the room may not know are left out, and named underneath with the reason.
    Arrows, page keys and the space bar turn over; Escape stops.
    """

    closed = Signal()

    def __init__(self, model: MeetingModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._reading = ""
        self._build()
        self._connect()

    @property
    def reading(self) -> str:
        """Id of the agreement that is read; empty while none is."""
        return self._reading

    def begin(self, agreement: str = "") -> bool:
        """Begin with `agreement`, or with the first; return False if the room may hear none."""
        readable = self._readable()
        if not readable:
            return False
        self._show(agreement if agreement in readable else readable[0])
        self.setFocus()
        return True

    def stop(self) -> None:
        """Stop reading; the wall shows all agreements again."""
        if self._reading:
            self._reading = ""
            self._model.show(lambda meeting: meeting.read_aloud(""))
            self.closed.emit()

    def turn(self, places: int) -> None:
        """Go to the next (1) or previous (-1) agreement; stay at the ends."""
        readable = self._readable()
        if self._reading in readable:
            at = readable.index(self._reading) + places
            if 0 <= at < len(readable):
                self._show(readable[at])

    def show_view(self, view: ConsoleView) -> None:
        """Show what stands on the wall now; if that may no longer be heard, begin with the first."""
        if not self._reading:
            return
        agreement = self._model.wall_view.aloud
        if agreement is None:
            readable = self._readable()
            if readable:
                self._show(readable[0])
            else:
                self.stop()
            return
        self._show_agreement(agreement, len(self._model.wall_view.agreements))
        self._show_left_out(view)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _ON:
            self.turn(1)
        elif plain and key in _BACK:
            self.turn(-1)
        elif key == Qt.Key.Key_Escape:
            self.stop()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        theme = Theme.current()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("print", "large")
        column = scrolling_column(self)
        column.setSpacing(theme.size("space", "large"))
        column.addLayout(self._build_head())
        self._card = Card(tone="next")
        self._what = TextLabel(role="display")
        self._card.body.addWidget(self._what)
        column.addWidget(self._card)
        self._names = TextLabel(role="title")
        owners = QHBoxLayout()
        owners.setSpacing(theme.size("space", "medium"))
        self._owners = QHBoxLayout()
        self._owners.setSpacing(theme.size("space", "small"))
        owners.addLayout(self._owners)
        owners.addWidget(self._names, 1)
        column.addLayout(owners)
        column.addLayout(self._build_facts())
        column.addStretch(1)
        column.addWidget(TextLabel(_("Ieder hier mag dit horen. Pijltjes bladeren, Esc stopt."), tone="soft"))
        self._left_out_box = QFrame()
        self._left_out_box.setProperty("role", "panel")
        self._left_out_box.setProperty("tone", "private")
        inside = QVBoxLayout(self._left_out_box)
        inside.addWidget(
            TextLabel(_("Niet voorlezen: niet iedereen hier mag dit weten"), "strong", tone="private")
        )
        self._left_out = TextLabel()
        inside.addWidget(self._left_out)
        column.addWidget(self._left_out_box)

    def _build_head(self) -> FlowLayout:
        gap = Theme.current().size("space", "small")
        self._where = LineLabel(role="title")
        buttons = QWidget()
        row = FlowLayout(buttons, gap=gap, wide=True)
        self._before = button(_("Vorige"), lambda: self.turn(-1), icon="back")
        self._next = button(_("Volgende"), lambda: self.turn(1), role="primary")
        self._close = button(_("Klaar met voorlezen"), self.stop)
        for made in (self._before, self._next, self._close):
            row.addWidget(made)
        head = FlowLayout(gap=gap)
        head.add_growing(self._where)
        head.addWidget(buttons)
        return head

    def _build_facts(self) -> QGridLayout:
        theme = Theme.current()
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.size("space", "large"))
        grid.setVerticalSpacing(theme.size("space", "small"))
        grid.setColumnStretch(1, 1)
        self._facts = [
            (TextLabel(role="large", tone="soft", wrap=False), TextLabel(role="large"))
            for _fact in range(_FACTS)
        ]
        for row, pair in enumerate(self._facts):
            for column, label in enumerate(pair):
                grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        return grid

    def _connect(self) -> None:
        for made in (self._before, self._next):
            # The page keeps the keys: an arrow turns over, wherever one clicked.
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _show(self, agreement: str) -> None:
        self._reading = agreement
        self._model.show(lambda meeting: meeting.read_aloud(agreement))
        self.show_view(self._model.view)

    def _show_agreement(self, agreement: AgreementView, count: int) -> None:
        where = _("Afspraak {number} van {count}").format(number=agreement.number, count=count)
        self._where.setText(where)
        self._what.setText(agreement.what)
        self._show_owners(agreement)
        facts = facts_aloud(agreement, spoken())
        for (label, text), (said, words) in zip(self._facts, facts, strict=True):
            label.setText(said)
            text.setText(words)
            for part in (label, text):
                part.setVisible(bool(words))
        self._before.setEnabled(agreement.number > 1)
        self._next.setEnabled(agreement.number < count)
        told = [set_in("{said}: {words}.", said=said, words=words) for said, words in facts if words]
        self.setAccessibleName(" ".join((f"{where}.", agreement.what, self._names.text(), *told)))

    def _show_owners(self, agreement: AgreementView) -> None:
        while (item := self._owners.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._names.setText(
            format_list([owner.called for owner in agreement.owners]) or _(headings.NOBODY_YET)
        )
        letters = initials_apart(owner.called for owner in agreement.owners)
        for owner in agreement.owners:
            token = PersonToken(owner.called, owner.circle, letters=letters[owner.called], diameter=44)
            self._owners.addWidget(token)

    def _show_left_out(self, view: ConsoleView) -> None:
        leaks = self._model.leaks
        lines = [
            f"{item.number}. {short(item.what)} – "
            + why_not_on_wall(view, Place.agreement(item.id), item.visible_to, leaks)
            for item in _running(view)
            if self._is_of_this_room(item) and not self._model.is_on_wall(Place.agreement(item.id))
        ]
        self._left_out.setText("\n".join(lines))
        self._left_out_box.setVisible(bool(lines))

    def _is_of_this_room(self, item: ConsoleAgreement) -> bool:
        """Of two rooms what is for people of the other alone is not even named: this screen is large."""
        readers = item.visible_to
        if self._model.view.mode is not MeetingMode.ALTERNATING:
            return True
        room = self._model.room
        if readers.left_out:
            return bool(room - {*readers.left_out} | room & {*item.owners})
        return not readers.are_named or bool(room & {*readers.people, *item.owners})

    def _readable(self) -> list[str]:
        running = _running(self._model.view)
        return [item.id for item in running if self._model.is_on_wall(Place.agreement(item.id))]


def _running(view: ConsoleView) -> list[ConsoleAgreement]:
    return [item for item in view.agreements if not item.ended]
