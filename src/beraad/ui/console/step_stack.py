"""Middle of the console: one page per step, made when first needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.places import Place
from beraad.step_facts import FACTS
from beraad.terms import Step
from beraad.ui.console.over.private_screens import PrivateScreens
from beraad.ui.console.over.scanning import Scanning
from beraad.ui.dialogs.files import Files
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.messages import Messages
from beraad.ui.steps.shared.step_host import StepHost
from beraad.ui.steps.shared.step_page import StepPage
from beraad.ui.steps.table import PAGES
from beraad.ui.theme import Theme
from beraad.ui.widgets.empty_state import EmptyState
from beraad.ui.widgets.reading_order import keep_reading_order

P = TypeVar("P", bound=StepPage)


class StepStack(QStackedWidget):
    """Stack that shows the page of a step, and passes on what pages ask for."""

    print_requested = Signal()
    step_requested = Signal(object)
    point_requested = Signal(object)
    """`OpenPoint` to go to."""

    def __init__(
        self,
        model: MeetingModel,
        messages: Messages,
        screens: QStackedWidget,
        *,
        files: Files,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._messages = model, messages
        self.private = PrivateScreens(model, messages, screens)
        self.scanning = Scanning(model, messages=messages, files=files, private=self.private, parent=self)
        self._pages: dict[type[StepPage], StepPage] = {}
        self._host = StepHost(
            parent=self,
            model=model,
            messages=messages,
            sign=self._unless_reading(self.private.sign),
            give_numbers=self._unless_reading(self.private.give_numbers),
            mark=self._unless_reading(self.private.mark),
            cover=self.private.cover,
            add_scan=self.scanning.add,
            show_scan=self.scanning.show,
            voice=lambda: self.private.voice,
            speak_in=self.private.speak_in,
            print_copies=self.print_requested.emit,
            go_to=self.step_requested.emit,
            show_point=self.point_requested.emit,
        )
        model.changed.connect(self._on_changed)
        # Pages scroll; the widest of them must not make the window wider than the screen.
        self.setMinimumWidth(round(320 * Theme.current().scale))

    @override
    def hasHeightForWidth(self) -> bool:
        # What it holds scrolls: no width makes it taller.
        return False

    def current(self) -> StepPage:
        """Return the page of the current step."""
        return self.page(self._model.step)

    def page(self, step: Step) -> StepPage:
        """Return the page of this step; make it if needed."""
        return self.of(PAGES[step])

    def of(self, kind: type[P]) -> P:
        """Return the page of this kind; make it if needed."""
        page = self._pages.get(kind)
        if not isinstance(page, kind):
            self._pages[kind] = page = kind.of(self._host)
            self.addWidget(page)
            # A page comes last of all that stands; the Tab key comes to it where it is seen.
            keep_reading_order(page)
        return page

    def open(self, step: Step) -> None:
        """Show the page of this step; of two rooms, only once it was said which one is here.

        The welcome page shows at once: there one says who sits where.
        """
        if self._asks:
            self.setCurrentWidget(self._nobody_known)
            return
        page = self.page(step)
        self.setCurrentWidget(page)
        page.enter(step)

    def leave(self) -> None:
        """Leave the page for another step or room, or none: what is being typed stays a draft."""
        self._model.drafting.rest()
        self.current().leave()

    def press(self, key: MeetingKey) -> None:
        """Carry out a key of this step; at other steps it does nothing."""
        if not self._asks and (wish := self.current().keys.get(key)) is not None:
            wish()

    def show_card(self, card: Place) -> None:
        """Open a card of this step and focus it, as `StepPage.show_card` does; `CASE`: none."""
        if card and not self._asks:
            self.current().show_card(card)

    @property
    def _asks(self) -> bool:
        """True while nothing can be said at this step, because nobody said which room is here."""
        return self._model.asks_half and not FACTS[self._model.step].seats

    @cached_property
    def _nobody_known(self) -> QWidget:
        """Stands in place of a page until it was said who is in the room."""
        page = EmptyState(
            _("Zeg eerst wie er in de kamer zit"),
            _("Dan weet het programma voor wie is wat hier gezegd wordt, en wat het scherm mag tonen."),
        )
        self.addWidget(page)
        return page

    def _on_changed(self) -> None:
        stands = self.currentWidget() is self.__dict__.get("_nobody_known")
        if stands is not self._asks:
            self.open(self._model.step)

    def _unless_reading(self, hand_over: Callable[..., None]) -> Callable[..., None]:
        """While a scan is read nobody else gets the keyboard: how that ends is for the facilitator."""
        return lambda *asked: None if self.scanning.busy else hand_over(*asked)
