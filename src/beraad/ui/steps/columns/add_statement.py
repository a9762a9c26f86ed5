"""Adding cards by typing: Enter places one and waits for the next."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsolePerson, ConsoleView
from beraad.i18n import _, spoken
from beraad.places import NEW, Place
from beraad.readers import EVERYONE, Readers
from beraad.services.meeting import KeptDraft
from beraad.terms import USUAL_KIND, Column, StatementKind
from beraad.ui.meeting.drafting import Wish
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.steps.columns.statement_fields import StatementField, StatementFields
from beraad.ui.steps.shared.draft_field import DraftField
from beraad.ui.steps.shared.people import agencies, at_the_table, everybody
from beraad.ui.steps.shared.text_warnings import TextWarnings
from beraad.ui.theme import Theme
from beraad.ui.when_released import WhenReleased
from beraad.ui.widgets.fitting_button import FittingButton
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.plan import adding_label

KEY_OF = {
    Column.DANGER: MeetingKey.DANGER,
    Column.SAFETY: MeetingKey.SAFETY,
    Column.NEXT_STEP: MeetingKey.NEXT_STEPS,
}
"""The key that begins a card in a column."""


class AddStatement(QWidget):
    """Dashed button that becomes a field. Kind, speaker and readers stay as they are for the next card.

    Who may see a card is said before Enter, since the wall shows it at once. Closing the field resets the
    readers. An unplaced draft is offered again, with what was chosen beside it.
    """

    opened = Signal()
    resized = Signal()
    """Emitted when it became higher or lower: a remark came, or another line."""
    up_requested = Signal()
    """Emitted on arrow up in an empty field: go back to the card that was added last."""

    def __init__(self, model: MeetingModel, column: Column, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._column = model, column
        self._people: tuple[tuple[ConsolePerson, ...], tuple[ConsolePerson, ...]] | None = None
        self._offered: Readers = EVERYONE
        """Readers that are offered, until somebody chooses others."""
        self._of_before = False
        """True if the text in the field was begun another time, maybe in the other room."""
        self._build()
        self._connect()
        self._retranslate()

    @property
    def field(self) -> GrowingTextEdit:
        """Field to type in."""
        return self._field

    @property
    def is_open(self) -> bool:
        """True while a card is being typed."""
        return not self._form.isHidden()

    def show_people(self, view: ConsoleView) -> None:
        """Offer the people at the table, and say who may see what is added now."""
        offered = view.people, self._model.in_room
        if offered != self._people:
            self._people = offered
            self._fields.set_people(at_the_table(view, self._model.in_room), everybody(view), agencies(view))
        if self.is_open and self._is_offered() and not self._draft.waits:
            self._offer_readers(view)
        self._draft.show("")

    def begin(self) -> None:
        """Open the field and focus it."""
        self._open()
        self._field.setFocus()
        self.opened.emit()

    def finish(self) -> None:
        """Close the form; an unplaced text stays a draft, with what was chosen beside it."""
        if not self.is_open:
            return
        if not self._draft.waits:
            self._fields.fold()
            self._tell_readers()
        self._form.hide()
        self._button.show()

    def focus_button(self) -> None:
        """Put the keyboard on the button."""
        self._button.setFocus()

    def go_to(self, field: StatementField) -> None:
        """Focus a field; Escape comes back to the words."""
        self._fields.go_to(field)

    def next_kind(self) -> None:
        """Choose the next kind of the column, while one types on."""
        self._fields.next_kind()

    def words_area(self) -> QRect:
        """Return the rectangle of the words and the remarks on them, in this widget."""
        below = self._warnings if self._warnings.isVisible() else self._field
        top = self._field.mapTo(self, QPoint(0, 0))
        return QRect(top, below.mapTo(self, below.rect().bottomRight()))

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self._close()
        elif event.key() == Qt.Key.Key_Up and not self.is_open:
            self.up_requested.emit()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        # A text field takes the arrow for itself, also where there is nothing to move in.
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Up
            and not event.modifiers()
            and not self._field.text()
        ):
            self.up_requested.emit()
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        theme = Theme.current()
        self._button = FittingButton(role="add")
        self._button.setMinimumWidth(1)  # words may be cut off sooner than the column grows
        self._form = QFrame()
        self._form.setProperty("role", "panel")
        inside = QVBoxLayout(self._form)
        gap = theme.size("space", "small")
        inside.setContentsMargins(gap, gap, gap, gap)
        inside.setSpacing(gap)
        self._field = GrowingTextEdit(label=_("Nieuwe kaart"), enter_finishes=True)
        promise = self._column is Column.NEXT_STEP
        self._warnings = TextWarnings(self._model, self._field, promise=promise)
        self._fields = StatementFields(self._column, adding=True)
        self._hint = TextLabel(role="small")
        for widget in (self._field, self._warnings, self._fields, self._hint):
            inside.addWidget(widget)
        self._form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._button)
        column.addWidget(self._form)

    def _connect(self) -> None:
        self._button.clicked.connect(self.begin)
        self._leaving = WhenReleased(self._leave, parent=self)
        place = Place.statement(NEW) / self._column / "text"
        self._draft = DraftField(self._model.drafting, self._field, place, self._placing)
        self._draft.choices = self._with_choices
        self._draft.offered.connect(self._on_offered)
        self._draft.placed.connect(self._on_placed)
        self._draft.discarded.connect(self._close)
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._tell_keys)
        self._fields.left.connect(self._field.setFocus)
        self._fields.by_chosen.connect(lambda _people: self._field.setFocus())
        self._fields.readers_chosen.connect(lambda _value: self._tell_readers())
        self._warnings.offer_readers()
        self._warnings.readers_wished.connect(self._on_readers_wished)
        for chosen in (
            self._fields.kind_chosen,
            self._fields.by_chosen,
            self._fields.about_chosen,
            self._fields.harm_from_chosen,
            self._fields.disputed_chosen,
            self._fields.readers_chosen,
        ):
            chosen.connect(self._draft.choose)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _retranslate(self) -> None:
        words = adding_label(self._column, spoken())
        self._button.set_wordings(f"+ {words}   {KEY_OF[self._column].words}", f"+ {words}")
        self._button.setAccessibleName(words)
        next_step = self._column is Column.NEXT_STEP
        asks = _("Schrijf op wat er moet gebeuren") if next_step else _("Schrijf op wat iemand deed of zei")
        self._field.setPlaceholderText(asks)
        self._tell_keys()

    def _tell_keys(self) -> None:
        """Name the keys; of words that wait the field itself says what Enter and Escape do."""
        if self._field.toPlainText():
            self._hint.setText(_("Alt+K: soort · Alt+G: wie"))
        else:
            self._hint.setText(_("Enter: volgende kaart · Esc: klaar · Alt+K: soort · Alt+G: wie"))

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Finish when the focus goes elsewhere in the window; an unplaced text stays visible."""
        if new is None or not self.is_open or self._draft.waits or self.isAncestorOf(new):
            return
        if new.window() is self.window():
            self._leaving.ask()

    def _leave(self) -> None:
        """Close, unless something was typed, or the keyboard came back."""
        focus = QApplication.focusWidget()
        if not self._draft.waits and (focus is None or not self.isAncestorOf(focus)):
            self.finish()

    def _open(self) -> None:
        if self._form.isHidden() and not self._draft.waits:
            # What one room says reaches the other when the facilitator releases it.
            self._offer_readers(self._model.view)
        self._button.hide()
        self._form.show()

    def _close(self) -> None:
        self.finish()
        self._button.setFocus()

    def _on_offered(self, draft: KeptDraft) -> None:
        """Put back a draft of another time, with its choices; the focus stays where it is.

        The button is hidden. If it had the focus (the words were thrown away and are wanted back), they get
        it.
        """
        was_on_button = self.window().focusWidget() is self._button
        self._open()
        if was_on_button:
            self._field.setFocus()
        self._of_before = True
        if draft.kind is not None:
            self._fields.set_kind(StatementKind(draft.kind))
        self._fields.set_who(
            draft.by, draft.about or (), draft.disputed_by or (), harm_from=draft.harm_from or ()
        )
        if draft.about or draft.disputed_by:
            self._fields.unfold()
        self._offer_readers(self._model.view)
        if draft.visible_to is not None:
            self._fields.set_readers(draft.visible_to)
            self._tell_readers()

    def _offer_readers(self, view: ConsoleView) -> None:
        self._offered = view.readers_now
        self._fields.set_readers(self._offered)
        self._tell_readers()

    def _is_offered(self) -> bool:
        """Return True if the form still shows the readers it began with."""
        return self._fields.readers().same_as(self._offered)

    def _on_readers_wished(self, value: Readers) -> None:
        """Fewer readers, as if they were chosen in the form."""
        self._fields.set_readers(value)
        self._fields.readers_chosen.emit(value)

    def _tell_readers(self) -> None:
        self._warnings.set_readers(self._fields.readers())

    def _with_choices(self, draft: KeptDraft) -> KeptDraft:
        """Its readers too, where these are not all as usual: another room may be here next."""
        fields = self._fields
        as_usual = fields.readers() == EVERYONE and self._is_offered()
        readers = fields.readers()
        return replace(
            draft,
            kind=fields.kind.value,
            by=fields.by(),
            about=fields.about(),
            disputed_by=fields.disputed_by(),
            harm_from=self._harm_from(),
            visible_to=None if as_usual else readers,
        )

    def _harm_from(self) -> tuple[str, ...] | None:
        """From whom harm may come; None: it was not asked, or there is nothing to be asked."""
        asked = self._fields.kind is StatementKind.DANGER_STATEMENT
        return (self._fields.harm_from() or None) if asked else None

    def _placing(self, text: str) -> Wish:
        fields, view, harm_from = self._fields, self._model.view, self._harm_from()
        kind, by, about, disputed = fields.kind, fields.by(), fields.about(), fields.disputed_by()
        as_usual = self._is_offered() and self._offered == view.readers_now
        readers = None if as_usual else fields.readers()
        if by:
            self._model.mark_spoken(by)
        return lambda meeting: meeting.statements.add(
            self._column,
            text,
            kind,
            by or None,
            readers,
            about=about,
            harm_from=harm_from,
            disputed_by=disputed,
        )

    def _on_placed(self) -> None:
        self._field.set_text("")
        self._draft.show("")
        self._fields.forget_who()
        if self._column is Column.NEXT_STEP:
            # A bottom line is chosen for each: the next card is none by forgetting.
            self._fields.set_kind(USUAL_KIND[self._column])
        if self._of_before:
            self._of_before = False
            self._offer_readers(self._model.view)
        self._leave()
