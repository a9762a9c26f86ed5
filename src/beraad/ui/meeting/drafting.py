"""Drafts: text is on disk within moments of a keystroke, and in the plan only when it is placed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid
from typing_extensions import override

from beraad.places import CASE, Place
from beraad.services.meeting import KeptDraft, MeetingService
from beraad.ui.when_released import WhenReleased
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit

KEEP_WITHIN = 150
"""Milliseconds from a keystroke until it is written, whether one types on or not."""

AT_REST = 400
"""Milliseconds after the last keystroke until it is said that all is on disk: sooner it would flicker."""

Wish = Callable[[MeetingService], object]
TextField = GrowingTextEdit | QLineEdit


class Keeper(Protocol):
    """Interface that saves and places drafts; see `DraftKeeper`."""

    def find_draft(self, place: Place) -> KeptDraft | None:
        """Return the draft at this place."""

    def keep_draft(self, draft: KeptDraft) -> bool:
        """Save the draft; return False if it could not be written."""

    def place_drafts(self, places: tuple[Place, ...], wish: Wish, *, waits: bool) -> bool:
        """Run `wish`, which places the drafts; return False if it failed. With `waits` it is tried again."""

    def discard_draft(self, place: Place) -> None:
        """Throw the draft away; undo brings it back."""

    def may_place(self, place: Place, *, ask: bool) -> bool:
        """Return True if it may be placed in this room; with `ask`, ask the facilitator when in doubt."""


class Written(Protocol):
    """Input that is saved while somebody is at it: a text field, or choices and drawing on a screen."""

    at: Place
    """Place of its draft; `CASE`: it is no draft."""

    def keep(self) -> None:
        """Save it as it stands."""


class SavedField(QObject):
    """Text field whose words are saved while one types."""

    def __init__(self, drafting: Drafting, field: TextField, at: Place = CASE) -> None:
        super().__init__(field)
        self.drafting, self.field, self.at = drafting, field, at
        field.installEventFilter(self)
        if isinstance(field, QLineEdit):
            field.textEdited.connect(self._on_typed)
        else:
            field.typed.connect(self._on_typed)

    def show(self, text: str) -> None:
        """Show the saved text; what is being typed stays."""
        raise NotImplementedError

    def keep(self) -> None:
        """Save what stands in the field."""
        raise NotImplementedError

    def place(self, *, ask: bool = True) -> None:
        """Put what was typed into the plan."""

    def goes_on_to(self, _new: QWidget) -> bool:
        """Return True if what was typed here is placed when the focus goes to `_new`."""
        return False

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in (QEvent.Type.Hide, QEvent.Type.FocusOut, QEvent.Type.DeferredDelete):
            # It may be gone the next moment.
            self.drafting.keep_all()
        return super().eventFilter(watched, event)

    def _on_typed(self) -> None:
        self.drafting.on_typed(self)


class Drafting(QObject):
    """Saves what is typed in the fields of a meeting, and notices when one goes on to another field.

    Going on to another field of the same page places what was typed in the one before. `rest` ends that
    whenever the step, the room or the window changes: nothing else is placed by itself.
    """

    changed = Signal()
    """Emitted when a draft came or went."""
    state_changed = Signal()
    """Emitted when `unsaved` or `half_typed` may have changed."""

    def __init__(self, keeper: Keeper, *, parent: QObject) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._unsaved: dict[Place, KeptDraft] = {}
        """Drafts that could not be written; they are tried again."""
        self._unwritten: dict[Written, None] = {}
        """Inputs with something typed, chosen or drawn that is not written yet."""
        self._unkept: list[QObject] = []
        """Visible fields that hold something which is written nowhere."""
        self.current: SavedField | None = None
        """Field that was typed in last and is not placed, until `rest`."""
        self._left: dict[SavedField, None] = {}
        """Fields that were left for another; they are placed once no mouse button is down."""
        self._going_on = WhenReleased(self._place_left, parent=self)
        self._soon = QTimer(self, singleShot=True, interval=KEEP_WITHIN)
        self._soon.setObjectName("keep")
        self._rest = QTimer(self, singleShot=True, interval=AT_REST)
        self._soon.timeout.connect(self.keep_all)
        self._rest.timeout.connect(self.state_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @property
    def unsaved(self) -> bool:
        """True while something that was typed is not on disk."""
        return bool(self._unwritten or self._unsaved)

    @property
    def typing(self) -> bool:
        """True if a key was pressed in a field a moment ago, or something is unsaved."""
        return self._rest.isActive() or self.unsaved

    @property
    def half_typed(self) -> bool:
        """True while a number, time or day is half typed; leaving the field takes it or puts it back."""
        return any(isValid(field) for field in self._unkept)

    def show_unkept(self, field: QObject, *, there: bool) -> None:
        """Note whether something that is not written stands in this field."""
        if there is not (field in self._unkept):
            self._unkept = [one for one in self._unkept if isValid(one) and one is not field]
            if there:
                self._unkept.append(field)
            self.state_changed.emit()

    @contextmanager
    def form_over(self, page: QObject) -> Iterator[None]:
        """Mark `page` as unkept while a form is open: its text is written when the form is kept."""
        self.show_unkept(page, there=True)
        try:
            yield
        finally:
            self.show_unkept(page, there=False)

    def find(self, place: Place) -> KeptDraft | None:
        """Return the draft at this place, also while it could not be written yet."""
        return self._unsaved.get(place) or self._keeper.find_draft(place)

    def is_unwritten(self, field: SavedField) -> bool:
        """Return True if something was typed there that is not written yet."""
        return field in self._unwritten

    def on_typed(self, field: Written) -> None:
        """Note that something was typed, chosen or drawn, and save it soon."""
        self._unwritten[field] = None
        if not self._soon.isActive():
            # Begun with the first key, and not put off by the next.
            self._soon.start()
        told = self._rest.isActive()
        self._rest.start()
        if not told:
            self.state_changed.emit()

    def keep_later(self, field: Written) -> None:
        """Try again later to save `field`, which could not be written."""
        self._unwritten[field] = None

    def keep_all(self) -> bool:
        """Write everything that was typed, now; return False if not all could be written."""
        self._soon.stop()
        if not self.unsaved:
            return True
        unwritten, self._unwritten = self._unwritten, {}
        for field in unwritten:
            if isValid(field):
                field.keep()
        for place, draft in tuple(self._unsaved.items()):
            if self._keeper.keep_draft(draft):
                self._unsaved.pop(place, None)
        self.state_changed.emit()
        return not self.unsaved

    def write(self, draft: KeptDraft) -> None:
        """Save this draft; a failed write is tried again."""
        was_there = self.find(draft.place) is not None
        self._unsaved[draft.place] = draft
        if self._keeper.keep_draft(draft):
            self._unsaved.pop(draft.place, None)
        if was_there is not bool(draft.text):
            self.changed.emit()

    def rest(self) -> None:
        """Write everything; from now on place nothing of it unless that is asked for."""
        self.current, self._left = None, {}
        self.keep_all()

    def stop(self) -> None:
        """Stop as the meeting closes; drafts that could not be written are lost."""
        self.current, self._left = None, {}
        self._unwritten, self._unsaved = {}, {}
        for timer in (self._soon, self._rest):
            timer.stop()

    def go_on(self) -> None:
        """Place what was typed last, as one goes on to something else on the same page."""
        if self.current is not None:
            self._left[self.current] = None
        self._place_left()

    def take(self, *places: Place, by: Wish, waits: bool = True) -> bool:
        """Run `by`, which puts the words at these places into the plan, and end their drafts.

        Return True if it succeeded. With `waits`, a failed write is tried again.
        """
        done = self._keeper.place_drafts(places, by, waits=waits)
        if done or waits:
            # What is in the plan, or will be, is no draft any more, typed a moment ago or not.
            self._unwritten = {field: None for field in self._unwritten if field.at not in places}
            self._unsaved = {at: draft for at, draft in self._unsaved.items() if at not in places}
        self.changed.emit()
        self.state_changed.emit()
        return done

    def forget(self, field: SavedField) -> None:
        """Forget the draft that was typed there."""
        self._unwritten.pop(field, None)
        self._left.pop(field, None)
        if self.current is field:
            self.current = None

    def discard(self, place: Place) -> None:
        """Throw the draft at this place away; undo brings it back."""
        self._unsaved.pop(place, None)
        self._keeper.discard_draft(place)
        self.changed.emit()
        self.state_changed.emit()

    def may_place(self, place: Place, *, ask: bool) -> bool:
        """Return True if it may be placed in this room; see `Keeper.may_place`."""
        return self._keeper.may_place(place, ask=ask)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        field = self.current
        if field is not None and isValid(field) and new is not None and field.goes_on_to(new):
            # By the time the button is up, it may be another field in which something was typed last.
            self._left[field] = None
            self._going_on.ask()

    def _place_left(self) -> None:
        left, self._left = self._left, {}
        for field in left:
            if isValid(field):
                field.place(ask=False)
