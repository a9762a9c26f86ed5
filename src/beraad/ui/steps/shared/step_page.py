"""Base of the step pages: a page listens to the model while it is visible."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Self

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleView
from beraad.places import Place
from beraad.terms import Step
from beraad.ui.dialogs.keys import KeyTable
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.meeting.open_point import PointGroup
from beraad.ui.steps.shared.step_host import StepHost
from beraad.ui.theme import Theme
from beraad.ui.when_released import is_pressed
from beraad.ui.widgets.focus_moves import STEP_PAGE

_LEVELS = 3
"""Most layouts that ask the one around them for another size, until the whole console is laid out."""


class StepPage(QWidget):
    """Page of one or more steps. Subclasses build themselves, and show the meeting in `show_view`."""

    def __init__(self, model: MeetingModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.setProperty(STEP_PAGE, True)
        self._shown: ConsoleView | None = None
        model.changed.connect(self._on_changed)

    @classmethod
    def of(cls, host: StepHost) -> Self:
        """Make the page for a console; subclasses connect it with what they ask of `host`."""
        return cls(host.model, parent=host.parent)

    @classmethod
    def key_lines(cls) -> KeyTable:
        """Return the lines for the sheet of keys about the cards of this page."""
        return ()

    @classmethod
    def open_points(cls, model: MeetingModel) -> Iterable[PointGroup]:  # noqa: ARG003 – for subclasses
        """Return the points of this page that the meeting has not discussed yet, under headings."""
        return ()

    @property
    def keys(self) -> Mapping[MeetingKey, Callable[[], object]]:
        """Keys of the meeting that mean something on this page, and what they do."""
        return {}

    def show_view(self, view: ConsoleView) -> None:
        """Show the meeting as it is; widgets are updated in place."""
        raise NotImplementedError

    def enter(self, step: Step) -> None:
        """Prepare the page when this step begins."""

    def show_card(self, card: Place) -> None:
        """Open the card at a place and focus it, where the page has cards.

        The place is of a person, statement, agreement, scale question or answer to it, emergency step or
        time-out, or of a text of these.
        """

    def leave(self) -> None:
        """Close what is open when another step or room comes. An unplaced text stays a draft."""

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        self.refresh()
        super().showEvent(event)

    def refresh(self) -> None:
        """Show the current view of the meeting, unless it is shown already."""
        if self._shown is not self.model.view:
            self._shown = self.model.view
            self.show_view(self._shown)

    def _on_changed(self, _view: ConsoleView) -> None:
        if self.isVisible():
            self.refresh()


class _Area(QScrollArea):
    """Follows the keyboard: where it goes comes into sight. What the mouse presses must stay under it."""

    def __init__(self) -> None:
        super().__init__()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and not is_pressed() and self.isVisible() and self.isAncestorOf(new):
            bring_into_sight(new)


def settle_layouts() -> None:
    """Lay out now everything that waits for it; else it is painted, moved, and painted again."""
    for _level in range(_LEVELS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def bring_into_sight(widget: QWidget) -> None:
    """Scroll so that `widget` is seen; its top, where it is higher than the view."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is None or (inside := area.widget()) is None:
        return
    settle_layouts()
    area.ensureWidgetVisible(widget)
    corner = widget.mapTo(inside, QPoint(0, 0))
    area.ensureVisible(corner.x(), corner.y(), 0, Theme.current().size("space", "small"))


def bring_to_top(widget: QWidget) -> None:
    """Scroll so that `widget` is seen with what follows it; do nothing if all of that is in sight."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is None or (inside := area.widget()) is None:
        return
    settle_layouts()
    top = widget.mapTo(inside, QPoint(0, 0)).y() - Theme.current().size("space", "small")
    area.verticalScrollBar().setValue(max(area.verticalScrollBar().value(), top))


def scrolling(widget: QWidget) -> QScrollArea:
    """Put `widget` in a view that scrolls up and down, and follows the focus."""
    area = _Area()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    # A stop of the Tab key that does nothing would only be in the way; the fields scroll themselves in sight.
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    widget.setProperty("role", "inside")
    area.setWidget(widget)
    return area


def scrolling_column(page: QWidget, *, widest: int = 0) -> QVBoxLayout:
    """Make a scrolling column that fills `page`; return its layout. `widest` is in pixels at 100 %."""
    theme = Theme.current()
    inside = QWidget()
    column = QVBoxLayout(inside)
    margin = theme.size("space", "large") + theme.size("space", "tight")
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(theme.size("space", "medium"))
    if widest:
        inside.setMaximumWidth(round(widest * theme.scale))
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(scrolling(inside))
    return column
