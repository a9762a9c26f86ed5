"""Fields of a statement beside its words: kind, giver, about whom, who disagrees, who may see it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleStatement
from beraad.i18n import _, spoken
from beraad.readers import EVERYONE, FACILITATOR, Readers
from beraad.terms import KINDS_IN, USUAL_KIND, Column, StatementKind
from beraad.ui.steps.shared.draft_field import BESIDE
from beraad.ui.steps.shared.fields import Labelled, narrow_combo
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.person_choice import PersonChoice
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.readers_picker import ReadersPicker
from beraad.words.plan import column_title, kind_label


class StatementField(StrEnum):
    """Field of a statement; the value is its key."""

    KIND = "K"
    BY = "G"
    ABOUT = "O"
    DISPUTED = "T"
    READERS = "Z"


class StatementFields(QWidget):
    """Fields with kind and giver; the rest behind "Meer", unless some of it is filled in or asked for.

    With `others` the kinds of the other columns are offered too. With `adding` who may see it is always
    shown: a new card goes to the wall at once, so that is said before.
    """

    kind_chosen = Signal()
    by_chosen = Signal(object)
    about_chosen = Signal(object)
    harm_from_chosen = Signal(object)
    disputed_chosen = Signal(object)
    readers_chosen = Signal(object)
    left = Signal()
    """Emitted on Escape: back to the words."""

    def __init__(
        self,
        column: Column,
        *,
        others: bool = False,
        adding: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._column, self._others, self._adding = column, others, adding
        self._speakers: tuple[PersonChoice, ...] = ()
        self._agencies: tuple[PersonChoice, ...] = ()
        # It belongs to the words: going here does not place them.
        self.setProperty(BESIDE, True)
        self._build()
        self._connect()

    # -- what is chosen --------------------------------------------------------------------------------

    @property
    def kind(self) -> StatementKind:
        """Kind of statement that is chosen."""
        return StatementKind(self._kind.currentData())

    def by(self) -> str:
        """Return the id of who said it, or empty."""
        return next(iter(self._by.chosen()), "")

    def about(self) -> tuple[str, ...]:
        """Return the ids of the people it is about."""
        return self._about.chosen()

    def harm_from(self) -> tuple[str, ...]:
        """Return the ids of the people from whom harm may come."""
        return self._harm_from.chosen()

    def disputed_by(self) -> tuple[str, ...]:
        """Return the ids of the people who disagree."""
        return self._disputed.chosen()

    def readers(self) -> Readers:
        """Return who may see it; the facilitator alone while nobody is chosen."""
        return self._visible.readers() or FACILITATOR

    # -- showing ---------------------------------------------------------------------------------------

    def set_people(
        self,
        speakers: tuple[PersonChoice, ...],
        everybody: tuple[PersonChoice, ...],
        agencies: tuple[PersonChoice, ...],
    ) -> None:
        """Offer these people: possible speakers, everybody, and who may ask for a bottom line."""
        self._speakers, self._agencies = speakers, agencies
        self._ask_by()
        self._about.set_people(everybody)
        self._harm_from.set_people(everybody)
        self._disputed.set_people(everybody)
        self._visible.set_people(everybody)

    def show_statement(self, statement: ConsoleStatement) -> None:
        """Show the saved statement."""
        self.set_kind(statement.kind)
        self.set_who(
            statement.by, statement.about, statement.disputed_by, harm_from=statement.harm_from or ()
        )
        self._visible.set_readers(statement.visible_to)

    def set_kind(self, kind: StatementKind) -> None:
        """Show this kind without emitting a signal."""
        self._kind.setCurrentIndex(self._kind.findData(kind.value))
        self._ask_for_kind()

    def set_who(
        self,
        by: str | None,
        about: tuple[str, ...],
        disputed_by: tuple[str, ...],
        *,
        harm_from: tuple[str, ...],
    ) -> None:
        """Show who said it, about whom, and who disagrees, without emitting a signal."""
        self._by.set_chosen((by,) if by else ())
        self._about.set_chosen(about)
        self._disputed.set_chosen(disputed_by)
        self._harm_from.set_chosen(harm_from)

    def forget_who(self) -> None:
        """Clear about whom, from whom and who disagrees: these belong to one card only."""
        self.set_who(self.by(), (), (), harm_from=())

    def set_readers(self, readers: Readers) -> None:
        """Show who may see it, without emitting a signal."""
        self._visible.set_readers(readers)

    def fold(self) -> None:
        """Reset to everyone as readers, clear the people of one card, and hide what is behind "Meer"."""
        self.forget_who()
        self._visible.set_readers(EVERYONE)
        self.unfold(shown=False)

    def unfold(self, *, shown: bool = True) -> None:
        """Show what is behind "Meer", or hide it."""
        self._more.setVisible(shown)
        self._more_button.setVisible(not shown)

    def next_kind(self) -> None:
        """Choose the next kind of this column; after the last comes the first."""
        self._kind.setCurrentIndex((self._kind.currentIndex() + 1) % len(KINDS_IN[self._column]))
        self.kind_chosen.emit()

    def go_to(self, field: StatementField) -> None:
        """Focus a field."""
        if field in (StatementField.ABOUT, StatementField.DISPUTED) or (
            field is StatementField.READERS and not self._adding
        ):
            self.unfold()
        match field:
            case StatementField.KIND:
                self._kind.setFocus()
            case StatementField.BY:
                self._by.focus_chosen()
            case StatementField.ABOUT:
                self._about.focus_chosen()
            case StatementField.DISPUTED:
                self._disputed.focus_chosen()
            case StatementField.READERS:
                self._visible.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # -- inside ----------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._kind = narrow_combo()
        self._kind.setAccessibleName(_("Wat voor kaart is dit?"))
        self._fill_kinds()
        self._said_by = _("Wie zegt dit?") if self._adding else _("Wie zei dit?")
        self._by = PersonPicker(label=self._said_by, single=True)
        self._about = PersonPicker(label=_("Over wie gaat dit?"))
        harm_from = _("Van wie? Alleen u ziet dit")
        self._harm_from = PersonPicker(label=harm_from)
        self._asked_from = Labelled(harm_from, self._harm_from)
        self._asked_from.hide()
        self._disputed = PersonPicker(label=_("Wie ziet dit anders?"))
        self._visible = ReadersPicker(label=_("Wie mag dit zien?"))
        self._who = Labelled(self._said_by, self._by)
        readers = Labelled(_("Wie mag dit zien?"), self._visible)
        self._more_button = button(_("Meer …"), self._on_more, role="link")
        self._more_button.setAccessibleName(_("Meer: over wie, wie ziet het anders, wie mag het zien"))
        gap = Theme.current().size("space", "small")
        self._more = QWidget()
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(gap)
        more.addWidget(Labelled(_("Over wie gaat dit?"), self._about))
        more.addWidget(Labelled(_("Wie ziet dit anders?"), self._disputed))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        always = (self._kind, self._who, *((readers,) if self._adding else ()), self._asked_from)
        for widget in (*always, self._more_button, self._more):
            column.addWidget(widget)
        if not self._adding:
            more.addWidget(readers)
        self._more.hide()
        self.set_kind(USUAL_KIND[self._column])

    def _fill_kinds(self) -> None:
        """The kinds of its own column first; choosing one of another column moves the card there."""
        rest = [item for item in Column if item is not self._column] if self._others else []
        for column in (self._column, *rest):
            if column is not self._column:
                self._kind.insertSeparator(self._kind.count())
                # A line says nothing to who listens: it says which column follows.
                said = Qt.ItemDataRole.AccessibleTextRole
                self._kind.setItemData(self._kind.count() - 1, column_title(column, spoken()), said)
            for kind in KINDS_IN[column]:
                words = kind_label(kind, spoken())
                if column is not self._column:
                    words = f"{column_title(column, spoken())}: {words}"
                self._kind.addItem(words, kind.value)

    def _connect(self) -> None:
        self._kind.activated.connect(lambda _index: self.kind_chosen.emit())
        self.kind_chosen.connect(self._ask_for_kind)
        self._by.chosen_changed.connect(self.by_chosen)
        self._about.chosen_changed.connect(self.about_chosen)
        self._harm_from.chosen_changed.connect(self.harm_from_chosen)
        self._disputed.chosen_changed.connect(self.disputed_chosen)
        self._visible.readers_changed.connect(self.readers_chosen)

    def _ask_for_kind(self) -> None:
        """Of a danger statement it is asked from whom harm may come, of a bottom line who asks for it."""
        self._ask_by()
        self._asked_from.setVisible(self.kind is StatementKind.DANGER_STATEMENT)

    def _ask_by(self) -> None:
        asks = self.kind is StatementKind.BOTTOM_LINE
        words = _("Wie eist dit?") if asks else self._said_by
        self._who.set_label(words)
        self._by.setAccessibleName(words)
        self._by.set_people(self._agencies if asks else self._speakers)

    def _on_more(self) -> None:
        self.unfold()
        self._about.focus_chosen()
