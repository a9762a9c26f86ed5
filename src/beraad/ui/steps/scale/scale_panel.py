"""Panel of one scale question: its words, one person after another, the spread, and showing it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsolePerson, ConsoleScale, ConsoleView
from beraad.i18n import _
from beraad.places import Place
from beraad.readers import Readers
from beraad.terms import MeetingMode, RoomSees, Said
from beraad.ui.meeting.drafting import Wish
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.steps.scale.circle_spread import CircleSpread
from beraad.ui.steps.scale.own_words import OwnWords
from beraad.ui.steps.scale.room_choice import RoomChoice
from beraad.ui.steps.scale.score_entry import ScoreEntry
from beraad.ui.steps.scale.spread_line import Given, SpreadLine
from beraad.ui.steps.shared.draft_field import DraftField
from beraad.ui.steps.shared.draft_readers import DraftReaders
from beraad.ui.steps.shared.fields import Labelled, show_text
from beraad.ui.steps.shared.forward import stands_at
from beraad.ui.steps.shared.people import choice, everybody, token_of
from beraad.ui.steps.shared.release_line import ReleaseLine
from beraad.ui.steps.shared.text_warnings import TextWarnings
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import button, icon_button
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.readers_picker import ReadersPicker
from beraad.ui.widgets.reading_order import keep_reading_order
from beraad.ui.widgets.text_label import TextLabel

_WORDS = 190
"""Pixels at 100 % that words need beside other things."""


class ScalePanel(QFrame):
    """Panel where answers are entered hidden, one person at a time, and shown together."""

    numbers_requested = Signal(str)
    """Id of this question, to which everybody gives a number on this screen."""

    def __init__(self, model: MeetingModel, scale: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._id = model, scale
        self._entry: ScoreEntry | None = None
        self._people: tuple[ConsolePerson, ...] | None = None
        self._tokens: dict[str, PersonToken] = {}
        self._build()
        self._connect()
        stands_at(self, Place.scale(scale))

    @property
    def entry(self) -> ScoreEntry | None:
        """Form for the answer that is being entered, or None."""
        return self._entry

    def show_scale(self, view: ConsoleView, scale: ConsoleScale) -> None:
        """Show the saved question and answers."""
        for field, text in (
            (self._question, scale.question),
            (self._zero, scale.zero),
            (self._ten, scale.ten),
        ):
            show_text(field, text)
        self._visible.set_people(everybody(view))
        self._readers.show(scale.visible_to)
        self._release.show_view(view)
        self._show_tokens(scale)
        if self._entry is not None and self._model.is_elsewhere(self._entry.person):
            self.ask("")
        if self._entry is not None:
            self._entry.show_scale(scale)
        people = {person.id: person for person in view.people}
        self._line.show_given(
            tuple(
                Given(choice(people[item.person]), item.value)
                for item in scale.scores
                if item.value is not None and item.person in people
            )
        )
        self._spread.show_scale(view, scale)
        self._words.show_scale(view, scale)
        self._room.show_scale(
            scale,
            self._model.room_sees(self._id),
            hidden_again=self._model.is_hidden_again(self._id),
        )
        self._room.show_two_rooms(
            there=view.mode is MeetingMode.ALTERNATING, released=self._model.scores_released(self._id)
        )

    def ask(self, person: str) -> None:
        """Enter the answer of this person; empty: nobody."""
        if self._entry is not None:
            self._entry_place.removeWidget(self._entry)
            self._entry.hide()
            self._entry.deleteLater()
            self._entry = None
        if not person:
            return
        self._entry = ScoreEntry(self._model, self._id, self._model.view.person(person))
        self._entry.next_requested.connect(self._on_next)
        self._entry_place.addWidget(self._entry)
        self._entry.show()
        keep_reading_order(self._entry)
        self._entry.show_scale(self._scale())
        self._entry.focus_pad()

    def go_to(self, person: str) -> None:
        """Focus this person's answer, or the question while the numbers are covered or `person` is empty."""
        if person and self._cover.isHidden():
            self.ask(person)
            if self._entry is not None:
                self._entry.focus_words()
        else:
            self._question.setFocus()

    def cover(self) -> None:
        """Cover the numbers until the facilitator asks to see them."""
        self._set_covered(True)

    def focus_begin(self) -> None:
        """Focus the button that asks everybody in turn, or the question while nothing can be asked."""
        (self._question if self._begin.isHidden() else self._begin).setFocus()

    def _scale(self) -> ConsoleScale:
        return next(item for item in self._model.view.scales if item.id == self._id)

    def _show_tokens(self, scale: ConsoleScale) -> None:
        here = self._model.in_room
        if here != self._people:
            self._people = here
            self._flow.clear()
            self._tokens = {}
            for person in here:
                token = token_of(person, diameter=34, clickable=True)
                token.chosen.connect(self.ask)
                self._tokens[person.id] = token
                self._flow.addWidget(token)
                token.show()
        answered = _answered(scale)
        for person_id, token in self._tokens.items():
            token.set_marked(person_id in answered, _("gaf antwoord"))
        left = [person.called for person in here if person.id not in answered]
        self._count.setText(
            _("{count} van {all} gaven antwoord").format(
                count=len(self._tokens) - len(left), all=len(self._tokens)
            )
        )
        self._begin.setVisible(bool(left) and self._entry is None)

    def _build(self) -> None:
        theme = Theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "medium"))
        column.addWidget(self._build_words())
        tokens = QWidget()
        self._flow = FlowLayout(tokens, gap=theme.size("space", "tight"))
        column.addWidget(tokens)
        column.addWidget(self._build_asking())
        self._entry_place = QVBoxLayout()
        column.addLayout(self._entry_place)
        self._cover = self._build_cover()
        self._seen = QWidget()
        seen = QVBoxLayout(self._seen)
        seen.setContentsMargins(0, 0, 0, 0)
        self._line, self._spread, self._words = SpreadLine(), CircleSpread(), OwnWords()
        seen.addWidget(self._line)
        seen.addWidget(self._spread)
        self._room = RoomChoice()
        seen.addWidget(self._room)
        seen.addWidget(self._words)
        column.addWidget(self._cover)
        column.addWidget(self._seen)
        self._set_covered(False)

    def _build_asking(self) -> QWidget:
        """The two ways to ask everybody, and how far one is; they go under each other where it is narrow."""
        asking = QWidget()
        row = FlowLayout(asking, gap=Theme.current().size("space", "small"))
        self._begin = button(_("Vraag iedereen om de beurt"), self._on_next)
        self._own = button(_("Ieder kiest zelf"), self._on_own_numbers, icon="private")
        self._own.setToolTip(_("Ieder neemt het toetsenbord. Niemand ziet het cijfer van een ander."))
        self._count = TextLabel(role="soft", wrap=False)
        for part in (self._begin, self._own, self._count):
            row.addWidget(part)
        return asking

    def _build_cover(self) -> QWidget:
        """In the place of the numbers, while somebody at the table may still stand at the keyboard."""
        cover, gap = QFrame(), Theme.current().size("space", "small")
        cover.setProperty("role", "panel")
        row = FlowLayout(cover, gap=gap)
        row.setContentsMargins(gap, gap, gap, gap)
        says = TextLabel(_("De cijfers zijn bedekt. Kijk als alleen u het scherm ziet."), "soft")
        row.add_growing(says, round(_WORDS * Theme.current().scale))
        row.addWidget(button(_("Laat mij de cijfers zien"), self._on_uncovered, icon="reveal"))
        return cover

    def _build_words(self) -> QWidget:
        theme = Theme.current()
        box = QFrame()
        box.setProperty("role", "panel")
        column = QVBoxLayout(box)
        gap = theme.size("space", "medium")
        column.setContentsMargins(gap, gap, gap, gap)
        column.setSpacing(theme.size("space", "small"))
        self._question = GrowingTextEdit(label=_("De vraag"))
        self._zero = GrowingTextEdit(label=_("0 betekent"))
        self._ten = GrowingTextEdit(label=_("10 betekent"))
        self._visible = ReadersPicker()
        top = QHBoxLayout()
        top.addWidget(Labelled(_("De vraag"), self._question), 1)
        remove = icon_button("remove", _("Vraag verwijderen (Ctrl+Z haalt terug)"), self._remove)
        top.addWidget(remove, 0, Qt.AlignmentFlag.AlignBottom)
        self._remarks = [
            TextWarnings(self._model, field, promise=False)
            for field in (self._question, self._zero, self._ten)
        ]
        column.addLayout(top)
        column.addWidget(self._remarks[0])
        ends = FlowLayout(gap=gap, top=True)
        for label, field in (
            (_("0 betekent"), self._zero),
            (_("10 betekent"), self._ten),
            (_("Wie mag dit zien?"), self._visible),
        ):
            ends.add_growing(Labelled(label, field), round(_WORDS * theme.scale))
        column.addLayout(ends)
        self._release = ReleaseLine(self._model, Place.scale(self._id))
        column.addWidget(self._release)
        for remarks in self._remarks[1:]:
            column.addWidget(remarks)
        return box

    def _connect(self) -> None:
        here = Place.scale(self._id)
        drafts = tuple(
            DraftField(self._model.drafting, field, here / name, partial(self._placing, name))
            for name, field in (("question", self._question), ("zero", self._zero), ("ten", self._ten))
        )
        self._readers = DraftReaders(self._visible, drafts, self._on_visible)
        for remarks in self._remarks:
            self._readers.changed.connect(remarks.set_readers)
        self._room.shown.connect(self._on_shown)
        self._room.release_changed.connect(self._on_released)
        self._words.keep_requested.connect(self._on_keep)

    def _placing(self, name: str, text: str) -> Wish:
        key, words, readers = self._id, {name: text}, self._readers.chosen
        return lambda meeting: meeting.scales.change(key, visible_to=readers, **words)

    def _on_visible(self, readers: Readers) -> None:
        self._model.act(lambda meeting: meeting.scales.change(self._id, visible_to=readers))

    def _on_shown(self, sees: RoomSees) -> None:
        self._model.reveal(self._id, sees)

    def _on_released(self, released: bool) -> None:
        self._model.show(lambda meeting: meeting.release_scores(self._id, released=released))

    def _on_keep(self, person: str, said: Said) -> None:
        self._model.act(lambda meeting: meeting.scales.keep(self._id, person, said))

    def _on_own_numbers(self) -> None:
        self.ask("")
        self.cover()
        self.numbers_requested.emit(self._id)

    def _set_covered(self, covered: bool) -> None:
        self._cover.setVisible(covered)
        self._seen.setVisible(not covered)

    def _on_uncovered(self) -> None:
        self._set_covered(False)
        self._room.focus_choice()

    def _on_next(self) -> None:
        """The next at the table who gave no answer yet, seen from who is asked now."""
        order = [person.id for person in self._model.in_room]
        answered = _answered(self._scale())
        at = order.index(self._entry.person) + 1 if self._entry and self._entry.person in order else 0
        following = next((item for item in (*order[at:], *order[:at]) if item not in answered), "")
        self.ask(following)
        self.show_scale(self._model.view, self._scale())

    def _remove(self) -> None:
        self._model.act(lambda meeting: meeting.scales.remove(self._id))


def _answered(scale: ConsoleScale) -> set[str]:
    return {item.person for item in scale.scores if item.value is not None or item.declined}
