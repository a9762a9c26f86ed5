"""One agreement in the list: a card that opens in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleAgreement, ConsoleView
from beraad.i18n import _
from beraad.places import Place
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.steps.agreements.agreement_editor import AgreementEditor, AgreementField
from beraad.ui.steps.agreements.agreement_words import covered_words, missing, remarks, short_timing
from beraad.ui.steps.shared.draft_pills import draft_pills
from beraad.ui.steps.shared.forward import forward_pills, stands_at
from beraad.ui.steps.shared.people import names, tokens
from beraad.ui.steps.shared.release_line import room_marks
from beraad.ui.steps.shared.wall_reasons import why_not_on_wall
from beraad.ui.theme import Theme
from beraad.ui.widgets.card import Card
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.pill import Pill
from beraad.ui.widgets.reading_order import keep_reading_order
from beraad.ui.widgets.smart_lamps import SmartLamps
from beraad.ui.widgets.text_label import TextLabel
from beraad.words import headings

_SAID, _WHO, _OFTEN = 240, 150, 120
"""Pixels at 100 % that what was agreed, who does it and when need at least beside each other."""


class AgreementCard(Card):
    """Card with number, what, who, when and five lamps; under it what is missing, in words."""

    open_requested = Signal(str)
    close_requested = Signal()
    field_requested = Signal(str, object)
    """Id, and the `AgreementField` to open it at."""
    walk_requested = Signal(str, int)
    """Id of the card that loses the focus, and how many cards down to go."""

    def __init__(
        self, model: MeetingModel, agreement: ConsoleAgreement, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(clickable=True, parent=parent)
        self._model, self._agreement = model, agreement
        self._editor: AgreementEditor | None = None
        self._owner_ids: tuple[str, ...] = ()
        self._seen: object = None
        self._build_card()
        self._at = Place.agreement(agreement.id)
        stands_at(self, self._at)
        self.opened.connect(self._on_opened)

    @property
    def agreement(self) -> ConsoleAgreement:
        """Agreement that it shows."""
        return self._agreement

    @property
    def editor(self) -> AgreementEditor | None:
        """Editor with the fields, while the card is open; else None."""
        return self._editor

    def show_agreement(self, view: ConsoleView, agreement: ConsoleAgreement) -> None:
        """Show the saved agreement."""
        self._agreement = agreement
        if self._editor is not None:
            self._editor.show_agreement(view, agreement)
        covered = covered_words(view, agreement)
        place, model = self._at, self._model
        wall = model.is_on_wall(place), model.forward == place
        room = view.waits_in(place), model.half
        waits = self._editor is None and model.has_draft(place)
        seen = (agreement, covered, view.people, model.leaks, wall, room, waits)
        if seen == self._seen:
            return
        self._seen = seen
        self._number.setText(str(agreement.number) if agreement.number else "–")
        self._what.setText(agreement.what or _("(nog leeg: wat precies?)"))
        self.setAccessibleName(f"{self._number.text()} {agreement.what}")
        self._measure.setText(_("Hoe zien we dat? {text}").format(text=agreement.measured_by or "—"))
        self._fallback.setText(_("Als het niet lukt: {text}").format(text=agreement.fallback or "—"))
        self._owners.setText(names(view, agreement.owners) or _(headings.NOBODY_YET))
        self._show_tokens(view, agreement.owners)
        often, dates = short_timing(agreement.timing)
        self._often.setText(often)
        self._dates.setText(dates)
        self._lamps.set_missing(missing(agreement))
        self._lamps.setVisible(not agreement.ended)
        self.set_foot(pills=self._make_pills(view, covered))

    def _show_tokens(self, view: ConsoleView, owners: tuple[str, ...]) -> None:
        if owners == self._owner_ids:
            return
        self._owner_ids = owners
        while (item := self._token_row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for token in tokens(view, owners, diameter=28):
            self._token_row.addWidget(token)

    def set_open(self, is_open: bool) -> None:
        """Open the card to change it, or close it."""
        if is_open is (self._editor is not None):
            return
        if is_open:
            self._editor = AgreementEditor(self._model, self._agreement)
            self._editor.close_requested.connect(self.close_requested)
            self.body.addWidget(self._editor)
            self._editor.show()
            keep_reading_order(self._editor)
            self._editor.focus_text()
        elif self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
        for line in (self._measure, self._fallback):
            line.setVisible(not is_open)
        self.show_agreement(self._model.view, self._agreement)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key, alt = self._agreement.id, bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Escape and self._editor is not None:
            self.close_requested.emit()
        elif alt and event.key() in _WAYS:
            places = _WAYS[Qt.Key(event.key())]
            self._model.act(lambda meeting: meeting.agreements.move(key, places))
        elif event.key() in (_WITH_ALT if alt else _LETTERS) and (alt or self._editor is None):
            self.field_requested.emit(key, _WITH_ALT[event.key()])
        elif self._editor is None and not event.modifiers() and event.key() in _WAYS:
            self.walk_requested.emit(key, _WAYS[Qt.Key(event.key())])
        elif self._editor is None and MeetingKey.REMOVE.asked_by(event):
            self._model.act(lambda meeting: meeting.agreements.remove(key))
        else:
            super().keyPressEvent(event)

    def _build_card(self) -> None:
        theme = Theme.current()
        line = FlowLayout(gap=theme.size("space", "medium"), top=True)
        self._number = TextLabel(role="heading", tone="next", wrap=False)
        self._number.setMinimumWidth(theme.size("space", "wide"))
        said = QWidget()
        words = QVBoxLayout(said)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        self._what = TextLabel(role="strong")
        self._measure, self._fallback = TextLabel(role="soft"), TextLabel(role="soft")
        for label in (self._what, self._measure, self._fallback):
            words.addWidget(label)
        words.addStretch(1)
        who = QWidget()
        row = QHBoxLayout(who)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("space", "tight"))
        self._token_row = QHBoxLayout()
        self._token_row.setSpacing(0)
        self._owners = TextLabel()
        row.addLayout(self._token_row)
        row.addWidget(self._owners, 1)
        often = QWidget()
        when = QVBoxLayout(often)
        when.setContentsMargins(0, 0, 0, 0)
        when.setSpacing(0)
        self._often, self._dates = TextLabel(), TextLabel(role="small")
        when.addWidget(self._often)
        when.addWidget(self._dates)
        when.addStretch(1)
        self._lamps = SmartLamps()
        line.addWidget(self._number)
        for part, least in ((said, _SAID), (who, _WHO), (often, _OFTEN)):
            line.add_growing(part, round(least * theme.scale))
        line.addWidget(self._lamps)
        self.body.addLayout(line)

    def _make_pills(self, view: ConsoleView, covered: list[tuple[str, str]]) -> list[QWidget]:
        item = self._agreement
        pills = room_marks(self._model, self._at)
        if self._editor is None:  # open, its fields say so
            pills += draft_pills(self._model, self._at)
        if item.ended:
            because = item.ended_because or _("geen reden opgeschreven")
            return [*pills, Pill(_("gestopt: {because}").format(because=because), "amber")]
        pills += forward_pills(self._model, self._at)
        pills += [Pill(words, tone) for words, tone in (*remarks(view, item), *covered)]
        if not self._model.is_on_wall(self._at):
            why = why_not_on_wall(view, self._at, item.visible_to, self._model.leaks)
            pills.append(Pill(_("niet op het scherm: {why}").format(why=why), "private"))
        return pills

    def _on_opened(self) -> None:
        if self._editor is None:
            self.open_requested.emit(self._agreement.id)


_WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_WITH_ALT = {ord(field.value): field for field in AgreementField}
_LETTERS = _WITH_ALT.keys() - {ord(AgreementField.MEASURE.value), ord(AgreementField.FALLBACK.value)}
"""On a closed card a letter opens it at a field; at words only with Alt, or a sentence would go on there."""
