"""Screen on which one person answers to their own part of the plan."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from beraad.disclosure.signing_views import SigningView
from beraad.export.copies import signing_copy
from beraad.export.document import PageStyle
from beraad.i18n import _
from beraad.ui.document_view import DocumentView
from beraad.ui.signing.answer_form import AnswerForm
from beraad.ui.signing.own_part import OwnPart
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.reading_order import keep_reading_order
from beraad.ui.widgets.scroll_column import ScrollColumn
from beraad.words.answers import Voice

_BESIDE = 1_000
"""Pixels at 100 %: below this the answer stands under what is answered."""

_LOW = 768
"""Pixels at 100 %: a window lower than this has no height to spare."""

_ENOUGH_SEEN = 90
"""Pixels at 100 % of the answer in sight, from which one sees that more follows."""

_SCROLL_BAR = 12
"""Pixels kept free for one."""


class SigningScreen(QWidget):
    """Screen for one view: on the left the own part (or the whole copy), on the right the answer."""

    answer_given = Signal(object)
    """`AnswerGiven`."""
    later_requested = Signal()
    changed = Signal()
    """Emitted when something was chosen, written or drawn."""

    def __init__(
        self, view: SigningView, *, voice: Voice = Voice.SECOND, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.view = view
        self._voice = voice
        self._own = QScrollArea()
        self._document = signing_copy(view.plan, view.letters)
        self._copy = QScrollArea()
        self._left = QStackedWidget()
        self._read = QPushButton()
        self._form = AnswerForm(voice=voice)
        self._build()
        self._connect()
        self._show_own()

    @property
    def shows(self) -> SigningView:
        """View that the screen was made for: an answer goes on with this view only."""
        return self.view

    @property
    def remark(self) -> GrowingTextEdit:
        """Field where this person writes."""
        return self._form.remark

    @property
    def begun(self) -> bool:
        """True if an answer was begun."""
        return self._form.begun

    def chosen(self) -> dict[str, Any]:
        """Return the choices and drawing so far, as JSON holds them; empty if there are none."""
        return self._form.chosen()

    def go_on_with(self, chosen: dict[str, Any]) -> None:
        """Show the choices that `chosen` returned before."""
        self._form.go_on_with(chosen)

    def _build(self) -> None:
        theme = Theme.current()
        self.setProperty("role", "sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        if self._document.style is not PageStyle.NORMAL:
            self.setProperty("print", "large")
        self._own.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._own.setWidget(OwnPart(self.view, voice=self._voice))
        self._copy.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._copy.setAccessibleName(_("Mijn hele exemplaar"))
        for part in (self._own, self._copy):
            part.setWidgetResizable(True)
            self._left.addWidget(part)
        inside = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        page = theme.size("space", "page")
        self._row.setContentsMargins(page, page, page, page)
        self._row.setSpacing(page)
        left = QVBoxLayout()
        left.addWidget(self._left, 1)
        left.addWidget(self._read, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addLayout(left, 14)
        self._row.addWidget(self._form, 10)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = ScrollColumn(inside)
        outer.addWidget(self._area)
        self._on = QPushButton(_("Naar mijn antwoord ↓"))
        self._on.setProperty("role", "primary")
        self._foot = QWidget()
        beside = QHBoxLayout(self._foot)
        beside.setContentsMargins(page, theme.size("space", "small"), page, theme.size("space", "small"))
        beside.addWidget(self._on)
        beside.addStretch(1)
        self._foot.hide()
        outer.addWidget(self._foot)
        keep_reading_order(inside)
        self.setFocusProxy(self._form)
        reader = self.view.plan.reader
        self.setAccessibleName(reader.person.called if reader else _("Tekenen"))

    def _connect(self) -> None:
        self._read.setVisible(self.view.plan.child is None)
        self._read.clicked.connect(self._on_read)
        self._form.answer_given.connect(self.answer_given)
        self._form.later_requested.connect(self.later_requested)
        self._form.changed.connect(self.changed)
        self._on.clicked.connect(self._go_to_answer)
        bar = self._area.verticalScrollBar()
        bar.valueChanged.connect(self._offer_answer)
        # Once all that moves has found its place.
        bar.rangeChanged.connect(lambda: QTimer.singleShot(0, self, self._offer_answer))

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        self._make_room()
        super().resizeEvent(event)

    def _make_room(self) -> None:
        """Beside each other, or, with large letters on a small screen, the answer under what is answered."""
        stacked = self.width() < _BESIDE * Theme.current().scale
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self._spare_height(low=self.height() < _LOW * Theme.current().scale)
        read = self._left.currentWidget()
        inside = read.widget() if isinstance(read, QScrollArea) else None
        if stacked and inside is not None:
            # The page scrolls as a whole then, and not a part of it by itself.
            margins = self._row.contentsMargins()
            # Room for the scroll bar of the page, and for the frame that shows the keyboard.
            width = self.width() - margins.left() - margins.right() - 2 * _SCROLL_BAR
            self._left.setMinimumHeight(inside.heightForWidth(width) + 2 * _SCROLL_BAR)
        else:
            self._left.setMinimumHeight(0)

    def _spare_height(self, *, low: bool) -> None:
        """On a small laptop the usual edges leave too little for an answer with words and strokes."""
        page = Theme.current().size("space", "page")
        edge = Theme.current().size("space", "small") if low else page
        self._row.setContentsMargins(page, edge, page, edge)

    def _offer_answer(self) -> None:
        """Say that there is more, while what is answered fills the screen and looks finished."""
        bar = self._area.verticalScrollBar()
        # By the height of the screen: that of the view changes with this line itself.
        seen = bar.value() + self.height() - round(_ENOUGH_SEEN * Theme.current().scale)
        self._foot.setVisible(bar.maximum() > 0 and self._form.y() > seen)

    def _go_to_answer(self) -> None:
        self._area.verticalScrollBar().setValue(self._form.y() - self._row.spacing())
        self._form.setFocus()

    def _on_read(self) -> None:
        if self._left.currentWidget() is self._copy:
            self._show_own()
        else:
            if self._copy.widget() is None:
                copy, gap = DocumentView(self._document, large=True), Theme.current().size("space", "small")
                copy.setContentsMargins(gap, gap, gap, gap)
                self._copy.setWidget(copy)
            self._left.setCurrentWidget(self._copy)
            self._read.setText(_("Terug naar mijn deel"))
            set_icon(self._read, "back")
            self._copy.setFocus()
            self._make_room()

    def _show_own(self) -> None:
        self._left.setCurrentWidget(self._own)
        self._read.setText(_("Mijn hele exemplaar lezen"))
        set_icon(self._read, "preview")
        self._make_room()
