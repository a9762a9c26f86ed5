"""Scan of a signed sheet, shown over the console: for the facilitator, and never on the wall."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.ui.console.over.page_view import PageView
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.text_label import TextLabel


class ScanScreen(QWidget):
    """Screen that shows one page at a time.

    Page Down and Page Up turn pages, + makes the page larger, - shows it whole, and Escape goes back.
    """

    back_requested = Signal()
    more_requested = Signal()
    """Emitted to add pages."""
    removal_requested = Signal()
    turn_requested = Signal(int)
    """Number of the page, from 0, to turn a quarter clockwise."""

    def __init__(
        self, called: str, words: str, pages: Sequence[bytes], *, parent: QWidget | None = None
    ) -> None:
        """Show JPEG `pages`; `words` say what is known of the answer."""
        super().__init__(parent)
        self._called, self._pages, self._at = called, list(pages), 0
        self._build(words)
        self.setFocusProxy(self._view)
        self.show_page(0)

    @property
    def view(self) -> PageView:
        """View that shows the page."""
        return self._view

    @property
    def at(self) -> int:
        """Number of the page shown, from 0."""
        return self._at

    @property
    def page(self) -> bytes:
        """Page that is shown, as JPEG."""
        return self._pages[self._at]

    def replace_page(self, number: int, page: bytes) -> None:
        """Replace page `number`, from 0, by this one, and show it."""
        self._pages[number] = page
        self.show_page(number)

    def show_page(self, number: int) -> None:
        """Show a page, from 0; do nothing if there is no such page."""
        if not 0 <= number < len(self._pages):
            return
        self._at = number
        self._view.show_page(QImage.fromData(self._pages[number]))
        count = len(self._pages)
        place = _("blad {number} van {count}").format(number=number + 1, count=count)
        self._place.setText(place)
        self._view.setAccessibleName(
            _("Het papier dat {person} tekende, {place}").format(person=self._called, place=place)
        )
        self._previous.setEnabled(number > 0)
        self._next.setEnabled(number < count - 1)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.back_requested.emit()
            case Qt.Key.Key_PageDown:
                self.show_page(self._at + 1)
            case Qt.Key.Key_PageUp:
                self.show_page(self._at - 1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._set_large(large=True)
            case Qt.Key.Key_Minus:
                self._set_large(large=False)
            case _:
                super().keyPressEvent(event)

    def _build(self, words: str) -> None:
        theme = Theme.current()
        wide, medium = theme.size("space", "wide"), theme.size("space", "medium")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        head = QFrame()
        head.setProperty("role", "bar")
        row = QHBoxLayout(head)
        row.setContentsMargins(wide, medium, wide, medium)
        row.setSpacing(theme.size("space", "small"))
        mark = QLabel()
        set_icon(mark, "private", "private")
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        title = _("Op papier getekend door {person}").format(person=self._called)
        column.addWidget(TextLabel(title, "heading"))
        column.addWidget(TextLabel(words, "soft"))
        row.addLayout(column, 1)
        outer.addWidget(head)
        self._view = PageView()
        middle = QHBoxLayout()
        middle.setContentsMargins(medium, medium, medium, medium)
        middle.addWidget(self._view)
        outer.addLayout(middle, 1)
        outer.addWidget(self._build_foot())

    def _build_foot(self) -> QFrame:
        theme = Theme.current()
        wide, medium = theme.size("space", "wide"), theme.size("space", "medium")
        foot = QFrame()
        foot.setProperty("role", "foot")
        around = QHBoxLayout(foot)
        around.setContentsMargins(wide, medium, wide, medium)
        row = FlowLayout(gap=theme.size("space", "small"))
        around.addLayout(row, 1)
        self._previous = button(_("Vorig blad"), lambda: self.show_page(self._at - 1), icon="back")
        self._previous.setToolTip("Page Up")
        self._place = TextLabel(wrap=False)
        self._next = button(_("Volgend blad"), lambda: self.show_page(self._at + 1), icon="forward")
        self._next.setToolTip("Page Down")
        self._zoom = button("", lambda: self._set_large(large=not self._view.large))
        turn = button(_("Draaien"), lambda: self.turn_requested.emit(self._at), icon="turn")
        turn.setAccessibleName(_("Dit blad een kwart draaien"))
        remove = button(_("Weghalen"), self.removal_requested.emit, role="danger", icon="remove")
        set_icon(remove, "remove", "danger")
        remove.setAccessibleName(_("De scan weghalen"))
        remove.setToolTip(_("De hele scan. Daarna kunt u het nog ongedaan maken."))
        back = button(_("Terug naar het beraad"), self.back_requested.emit, role="primary")
        back.setToolTip("Esc")
        turning = (self._previous, self._place, self._next) if len(self._pages) > 1 else ()
        for widget in (
            back,
            *turning,
            self._zoom,
            turn,
            button(_("Blad erbij …"), self.more_requested.emit, icon="add"),
            remove,
        ):
            row.addWidget(widget)
        for widget in (self._previous, self._place, self._next):
            if widget not in turning:
                widget.setParent(foot)
                widget.hide()
        self._set_large(large=False)
        return foot

    def _set_large(self, *, large: bool) -> None:
        self._view.set_large(large=large)
        self._zoom.setText(_("Heel blad") if large else _("Groter"))
        self._zoom.setToolTip("-" if large else "+")
        set_icon(self._zoom, "zoom_out" if large else "zoom_in", "ink")
