"""Whole window for the person who gives a number, and for handing the keyboard on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from beraad.disclosure.views import AskingView
from beraad.ui.scoring.hand_over import HandOver
from beraad.ui.scoring.number_given import NumberGiven
from beraad.ui.scoring.score_page import ScorePage


class ScoringScreen(QWidget):
    """Screen made for these views. It keeps no score: a page is deleted as soon as its number is given."""

    number_given = Signal(int, object)
    """Place of the person among the views, and the `NumberGiven`."""
    taken = Signal(object, int)
    """`ScorePage` of the person who takes the keyboard, and the place of this person among the views."""
    taken_back = Signal()
    """The facilitator has the keyboard again."""

    def __init__(
        self, views: tuple[AskingView, ...], answered: frozenset[int], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._views, self._answered = views, answered
        self._now: int | None = None
        self._pages = QStackedWidget()
        self._hand_over = HandOver(tuple(view.person.called for view in views))
        self._build()
        self._connect()
        self._show_hand_over(self._following(-1), thanks=False)

    @property
    def score_page(self) -> ScorePage | None:
        """Page of the person who has the keyboard, or None."""
        page = self._pages.currentWidget()
        return page if isinstance(page, ScorePage) else None

    @property
    def shows(self) -> tuple[AskingView, ...]:
        """Views for which it was made."""
        return self._views

    @property
    def begun(self) -> bool:
        """True while an answer was begun and not given."""
        return self.score_page is not None and self.score_page.begun

    def ask_for_facilitator(self) -> None:
        """Say, between two people, how the facilitator takes the keyboard back."""
        self._hand_over.ask_for_facilitator()

    def take(self, place: int) -> None:
        """Give the keyboard to the person at this place among the views."""
        self._now = place
        page = ScorePage(self._views[place])
        page.given.connect(self._on_given)
        page.back_requested.connect(self._on_back)
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        page.setFocus()
        self.taken.emit(page, place)

    def _build(self) -> None:
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self._pages.addWidget(self._hand_over)
        self.setFocusProxy(self._hand_over)

    def _connect(self) -> None:
        self._hand_over.taken.connect(self.take)
        self._hand_over.taken_back.connect(self.taken_back)

    def _on_given(self, number: NumberGiven) -> None:
        if (place := self._now) is None:
            return
        self._answered |= {place}
        self._show_hand_over(self._following(place), thanks=True)
        self.number_given.emit(place, number)

    def _on_back(self) -> None:
        self._show_hand_over(self._now, thanks=False)

    def _show_hand_over(self, following: int | None, *, thanks: bool) -> None:
        page = self.score_page
        self._pages.setCurrentWidget(self._hand_over)
        if page is not None:
            self._pages.removeWidget(page)
            page.deleteLater()
        self._now = None
        self._hand_over.show_next(following, self._answered, thanks=thanks)

    def _following(self, place: int) -> int | None:
        """Return the next person after `place` in the order of the table without an answer, or None."""
        order = (*range(place + 1, len(self._views)), *range(place + 1))
        return next((item for item in order if item not in self._answered), None)
