"""What is being typed: on disk within moments of a keystroke, and in the plan only when it is placed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid
from typing_extensions import override

from beraad.services.meeting import KeptDraft, MeetingService
from beraad.ui.pressed import WhenReleased
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit

KEEP_WITHIN = 150
"""Milliseconds from a keystroke until it is written, whether one types on or not."""

AT_REST = 400
"""Milliseconds after the last keystroke until it is said that all is on disk: sooner it would flicker."""

Wish = Callable[[MeetingService], object]
TextField = GrowingTextEdit | QLineEdit


class Keeper(Protocol):
    """What keeps and places drafts; see `MeetingModel`."""

    def find_draft(self, place: str) -> KeptDraft | None:
        """The draft at this place."""

    def keep_draft(self, draft: KeptDraft) -> bool:
        """Keep it; False where it could not be written."""

    def place_drafts(self, places: tuple[str, ...], wish: Wish, *, waits: bool) -> bool:
        """Run the wish that places them; False where it did not succeed. With `waits` it is tried again."""

    def discard_draft(self, place: str) -> None:
        """Throw it away; undo brings it back."""

    def may_place(self, place: str, *, ask: bool) -> bool:
        """Whether it may be placed in this room; with `ask` that is asked where it is not sure."""


class Written(Protocol):
    """Something that is written while somebody is at it: a field, or what is chosen and drawn on a screen."""

    at: str
    """Its place."""

    def keep(self) -> None:
        """Write it as it stands."""


class Typed(QObject):
    """A text field whose words are written while one types."""

    def __init__(self, drafting: Drafting, field: TextField, at: str = "") -> None:
        super().__init__(field)
        self.drafting, self.field, self.at = drafting, field, at
        field.installEventFilter(self)
        if isinstance(field, QLineEdit):
            field.textEdited.connect(self._on_typed)
        else:
            field.typed.connect(self._on_typed)

    def show(self, text: str) -> None:
        """Show what is kept; what is being typed stays."""
        raise NotImplementedError

    def keep(self) -> None:
        """Write what stands in the field."""
        raise NotImplementedError

    def place(self, *, ask: bool = True) -> None:
        """Put what was typed into the plan."""

    def goes_on_to(self, _new: QWidget) -> bool:
        """Whether what was typed here is placed when the keyboard goes to this widget."""
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
    """Writes what is typed in the fields of a meeting, and notices when one goes on to another.

    Who goes on to another field of the same page places what was typed in the one before. `rest` ends that,
    whenever the step, the room or the window becomes another: by itself nothing else is placed.
    """

    changed = Signal()
    """A draft came or went."""
    state_changed = Signal()
    """Whether everything that was typed is on disk may be another."""

    def __init__(self, keeper: Keeper, *, parent: QObject) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._unsaved: dict[str, KeptDraft] = {}
        """What could not be written; it is tried again."""
        self._typed: dict[Written, None] = {}
        """Where something was typed, chosen or drawn that is not written yet."""
        self._unkept: list[QObject] = []
        """The fields in sight in which something stands that is written nowhere."""
        self.current: Typed | None = None
        """The field in which something was typed last and not placed, until one rests."""
        self._left: dict[Typed, None] = {}
        """The fields from which one went on to another: they are placed once no button is down."""
        self._going_on = WhenReleased(self._place_left, parent=self)
        self._soon = QTimer(self, singleShot=True, interval=KEEP_WITHIN)
        self._rest = QTimer(self, singleShot=True, interval=AT_REST)
        self._soon.timeout.connect(self.keep_all)
        self._rest.timeout.connect(self.state_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @property
    def unsaved(self) -> bool:
        """Whether something that was typed is not on disk."""
        return bool(self._typed or self._unsaved)

    @property
    def typing(self) -> bool:
        """Whether a key was pressed in a field a moment ago."""
        return self._rest.isActive() or self.unsaved

    @property
    def half_typed(self) -> bool:
        """Whether a number, time or day is half typed: it is taken, or goes back, when it is left."""
        return any(isValid(field) for field in self._unkept)

    def show_unkept(self, field: QObject, *, there: bool) -> None:
        """Say whether something stands in this field, which is not written."""
        if there is not (field in self._unkept):
            self._unkept = [one for one in self._unkept if isValid(one) and one is not field]
            if there:
                self._unkept.append(field)
            self.state_changed.emit()

    @contextmanager
    def form_over(self, page: QObject) -> Iterator[None]:
        """A form is asked for inside: what is typed in it is written when the form is kept, not before."""
        self.show_unkept(page, there=True)
        try:
            yield
        finally:
            self.show_unkept(page, there=False)

    def find(self, place: str) -> KeptDraft | None:
        """The draft at this place, also while it could not be written yet."""
        return self._unsaved.get(place) or self._keeper.find_draft(place)

    def is_typed(self, typed: Typed) -> bool:
        """Whether something was typed there that is not written yet."""
        return typed in self._typed

    def on_typed(self, typed: Written) -> None:
        """Something was typed, chosen or drawn: not all that is in sight is on disk."""
        self._typed[typed] = None
        if not self._soon.isActive():
            # Begun with the first key, and not put off by the next.
            self._soon.start()
        told = self._rest.isActive()
        self._rest.start()
        if not told:
            self.state_changed.emit()

    def keep_later(self, typed: Written) -> None:
        """It could not be written: it is tried again."""
        self._typed[typed] = None

    def keep_all(self) -> bool:
        """Write everything that was typed, now; False where it could not all be written."""
        self._soon.stop()
        if not self.unsaved:
            return True
        typed, self._typed = self._typed, {}
        for field in typed:
            if isValid(field):
                field.keep()
        for place, draft in tuple(self._unsaved.items()):
            if self._keeper.keep_draft(draft):
                self._unsaved.pop(place, None)
        self.state_changed.emit()
        return not self.unsaved

    def write(self, draft: KeptDraft) -> None:
        """Keep this draft; what cannot be written is tried again."""
        was_there = self.find(draft.place) is not None
        self._unsaved[draft.place] = draft
        if self._keeper.keep_draft(draft):
            self._unsaved.pop(draft.place, None)
        if was_there is not bool(draft.text):
            self.changed.emit()

    def rest(self) -> None:
        """Write everything, and place nothing of it any more unless that is asked for."""
        self.current, self._left = None, {}
        self.keep_all()

    def stop(self) -> None:
        """The meeting closes: what could not be written is let go."""
        self.current, self._left = None, {}
        self._typed, self._unsaved = {}, {}
        for timer in (self._soon, self._rest):
            timer.stop()

    def go_on(self) -> None:
        """Place what was typed last: one goes on to something else of the same page."""
        if self.current is not None:
            self._left[self.current] = None
        self._place_left()

    def take(self, *places: str, by: Wish, waits: bool = True) -> bool:
        """Run a wish that puts the words at these places into the plan: their drafts go with it.

        Gives whether it succeeded. With `waits` it is tried again where it could not be written.
        """
        done = self._keeper.place_drafts(places, by, waits=waits)
        if done or waits:
            # What is in the plan, or will be, is no draft any more, typed a moment ago or not.
            self._typed = {typed: None for typed in self._typed if typed.at not in places}
            self._unsaved = {at: draft for at, draft in self._unsaved.items() if at not in places}
        self.changed.emit()
        self.state_changed.emit()
        return done

    def forget(self, typed: Typed) -> None:
        """What was typed there is no draft any more."""
        self._typed.pop(typed, None)
        self._left.pop(typed, None)
        if self.current is typed:
            self.current = None

    def discard(self, place: str) -> None:
        """Throw the draft at this place away; undo brings it back."""
        self._unsaved.pop(place, None)
        self._keeper.discard_draft(place)
        self.changed.emit()
        self.state_changed.emit()

    def may_place(self, place: str, *, ask: bool) -> bool:
        """Whether it may be placed in this room."""
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
