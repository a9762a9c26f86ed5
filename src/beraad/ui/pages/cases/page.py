"""Page with the overview of cases, to find one, start one or import one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from beraad import assets
from beraad.codes import ActKind
from beraad.errors import BeraadError
from beraad.i18n import _, ngettext, spoken
from beraad.services.case_undo import CaseUndo
from beraad.services.cases import CaseLine, CaseService
from beraad.ui.dialogs.files import Files
from beraad.ui.dialogs.new_case import NewCase, NewCaseDialog
from beraad.ui.messages import Messages
from beraad.ui.pages.cases.case_list import CaseList, ListPlace
from beraad.ui.pages.cases.this_week import ThisWeek
from beraad.ui.pages.undo_line import UndoLine
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.empty_state import EmptyState
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.focus_kept import focus_kept
from beraad.ui.widgets.line_edit import LineEdit
from beraad.ui.widgets.pill import Pill
from beraad.ui.widgets.scroll_column import ScrollColumn
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.work import Progress, Work
from beraad.words.errors import sentence
from beraad.words.people import not_watched_sentence

_LOWEST = 120
"""Height in pixels at 100 % of what stands beside the list, before the page scrolls as a whole."""

_ROOM_FOR_TWO = 1080
_BESIDE = 300
_SEARCH = 300
"""Width in pixels at 100 % of the search field."""


@dataclass(frozen=True, slots=True)
class CasesPlace:
    """Place of the user on the page of the cases."""

    searched: str = ""
    list: ListPlace = field(default_factory=ListPlace)


class CasesPage(QWidget):
    """All cases, with what asks for attention; a search filters them during typing."""

    case_requested = Signal(str)
    meeting_requested = Signal(str, str)
    print_requested = Signal(str)

    def __init__(
        self,
        service: CaseService,
        *,
        messages: Messages,
        files: Files,
        work: Work,
        today: dt.date,
        undo: CaseUndo,
        parent: QWidget | None = None,
    ) -> None:
        """`undo` is the list of acts of the service, as long as the cases are shown."""
        super().__init__(parent)
        self._service, self._messages, self._files = service, messages, files
        self._work, self._today = work, today
        self.undoing = UndoLine(
            undo, self, messages=messages, unless=lambda: work.busy, may_undo=self._may_undo
        )
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the cases again. The focus stays where it is."""
        with focus_kept(self):
            self._show_cases(self._service.overview())
            self.undoing.refresh()

    def _show_cases(self, lines: tuple[CaseLine, ...]) -> None:
        self._list.show_lines(lines, self._today)
        self._show_beside(lines)
        count = len(lines)
        self._count.setText(ngettext("{count} zaak", "{count} zaken", count).format(count=count))
        # Without cases the middle of the page shows what can be done.
        for widget in (self._count, self._search, self._import_button, self._new):
            widget.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        self._body.setVisible(bool(lines))
        self._show_whether_found()

    def show_day(self, today: dt.date) -> None:
        """Show the page for another day. The focus stays where it is."""
        self._today = today
        self.refresh()

    def place(self) -> CasesPlace:
        """Return the place of the user: the search, and the place in the list."""
        return CasesPlace(self._search.text(), self._list.place())

    def go_to(self, place: CasesPlace) -> None:
        """Restore a place; the list gets the focus if a case was chosen there."""
        self._search.setText(place.searched)
        self._list.go_to(place.list)
        if place.list.chosen is not None and self._list.count:
            self._list.go_in()

    def search(self) -> None:
        """Focus the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def new_case(self) -> None:
        """Ask for a new case and open it."""
        made = NewCaseDialog.ask(self._create, parent=self)
        if made is not None:
            self.case_requested.emit(made.reference)

    def import_case(self) -> None:
        """Ask for a case file and import it: all or nothing."""
        path = self._files.to_read(_("Zaak"), "*.json")
        if path is not None:
            self._import((path,), self._tell_imported)

    def open_examples(self) -> None:
        """Import the shipped examples: made-up families to practise with."""
        self._import(assets.example_cases(), lambda _not_watched: None)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        wide = self.width() >= _ROOM_FOR_TWO * Theme.current().scale
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        # Beside the other column it is aligned at the top; above it, it takes no more height than it needs.
        self._columns.setAlignment(self._list, Qt.AlignmentFlag.AlignTop if wide else Qt.AlignmentFlag(0))
        self._beside.setMaximumWidth(round(_BESIDE * Theme.current().scale) if wide else self.width())
        self._beside.setMinimumWidth(self._beside.maximumWidth() if wide else 0)
        super().resizeEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Go from the search field into the list on the down arrow."""
        down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if watched is self._search and down and event.type() is QEvent.Type.KeyPress and self._list.count:
            self._list.go_in()
            return True
        return super().eventFilter(watched, event)

    def _create(self, case: NewCase) -> None:
        self._service.create(case.reference, case.family_name, case.municipality)

    def _import(self, paths: Iterable[Path], then: Callable[[tuple[str, ...]], None]) -> None:
        """Import case files on a worker thread, since a large one takes time.

        `then` gets the names of people with a detail that says there is none (geen), so not watched for.
        """
        if self._work.busy:
            return

        def read(_progress: Progress) -> tuple[str, ...]:
            references = [self._service.import_file(path) for path in paths]
            return tuple(name for one in references for name in self._service.not_watched(one))

        def done(not_watched: tuple[str, ...]) -> None:
            self.refresh()
            then(not_watched)

        title = _("De zaak wordt ingelezen…")
        self._work.run(title, read, done=done, failed=self._on_not_imported, cancellable=False)

    def _may_undo(self, act: ActKind) -> bool:
        """Ask before a whole case goes."""
        return act is not ActKind.CASE_IMPORTED or self._messages.ask(
            _("De ingelezen zaak weer weghalen?"),
            _("Alles van deze zaak gaat uit Beraad. Het bestand zelf blijft staan waar het stond."),
            yes=_("Weghalen"),
            danger=True,
        )

    def _on_not_imported(self, error: Exception) -> None:
        if not isinstance(error, BeraadError):
            raise error
        self.refresh()
        self._messages.warn(_("Deze zaak is niet ingelezen"), sentence(error, spoken()))

    def _tell_imported(self, not_watched: tuple[str, ...]) -> None:
        told = _("Het bestand zelf is niet versleuteld. Bewaar het veilig of gooi het weg.")
        besides = not_watched_sentence(not_watched, spoken())
        self._messages.tell(_("De zaak is ingelezen"), f"{told}\n\n{besides}" if besides else told)

    def _build(self) -> None:
        theme = Theme.current()
        page, medium = theme.size("space", "page"), theme.size("space", "medium")
        column = QVBoxLayout(self)
        column.setContentsMargins(page, theme.size("space", "wide"), page, theme.size("space", "large"))
        column.setSpacing(theme.size("space", "large"))
        column.addLayout(self._build_head(medium))
        self._empty = self._build_empty()
        column.addWidget(self._empty, 1)
        column.addWidget(self._build_body(), 1)
        column.addWidget(self.undoing)

    def _build_body(self) -> QWidget:
        theme = Theme.current()
        self._body = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(theme.size("space", "wide"))
        self._list = CaseList()
        self._none = TextLabel(
            _("Geen zaak gevonden. Zoek op iets anders. Ctrl+K zoekt ook in kaarten en afspraken."), "soft"
        )
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        for widget in (self._list, self._none):
            self._columns.addWidget(widget, 3)
        inside = QWidget()
        self._beside_column = QVBoxLayout(inside)
        self._beside_column.setContentsMargins(0, 0, 0, 0)
        self._beside = ScrollColumn(inside)
        self._beside.setMinimumHeight(round(_LOWEST * theme.scale))
        self._columns.addWidget(self._beside, 1)
        return self._body

    def _build_head(self, gap: int) -> FlowLayout:
        self._count = Pill()
        self._count.setWordWrap(False)
        self._search = LineEdit()
        self._search.setPlaceholderText(_("Zoek op naam of nummer   Ctrl+F"))
        self._search.setAccessibleName(_("Zoek een zaak op naam, nummer, gemeente of hulpverlener"))
        self._search.setFixedWidth(round(_SEARCH * Theme.current().scale))
        self._import_button = QPushButton(_("Zaak inlezen…"))
        set_icon(self._import_button, "import")
        self._new = QPushButton(_("Nieuwe zaak"))
        self._new.setProperty("role", "primary")
        set_icon(self._new, "add", "on_strong")
        name = QWidget()
        named = FlowLayout(name, gap=gap, wide=True)
        named.addWidget(TextLabel(_("Zaken"), "title", wrap=False))
        named.addWidget(self._count)
        line = FlowLayout(gap=gap)
        line.add_growing(name)
        for widget in (self._search, self._import_button, self._new):
            line.addWidget(widget)
        return line

    def _build_empty(self) -> QWidget:
        empty = QWidget()
        column = QVBoxLayout(empty)
        self._start = EmptyState(
            _("Hier staan straks uw zaken"),
            _("Maak een nieuwe zaak of lees een zaak in. Of oefen eerst met een verzonnen gezin."),
            action=_("Nieuwe zaak"),
        )
        column.addStretch(1)
        column.addWidget(self._start)
        self._empty_import = QPushButton(_("Zaak inlezen…"))
        self._examples = QPushButton(_("Voorbeeld openen"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._empty_import)
        row.addWidget(self._examples)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        return empty

    def _connect(self) -> None:
        self._search.textChanged.connect(self._on_search)
        self._search.returnPressed.connect(self._on_search_entered)
        self._search.installEventFilter(self)
        self._list.case_requested.connect(self.case_requested)
        self._list.meeting_requested.connect(self.meeting_requested)
        self._new.clicked.connect(self.new_case)
        self._start.action_requested.connect(self.new_case)
        for button in (self._import_button, self._empty_import):
            button.clicked.connect(self.import_case)
        self._examples.clicked.connect(self.open_examples)
        self.undoing.put_back.connect(self.refresh)

    def _show_beside(self, lines: tuple[CaseLine, ...]) -> None:
        while (item := self._beside_column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        week = ThisWeek(lines, today=self._today)
        week.print_requested.connect(self.print_requested)
        self._beside_column.addWidget(week)
        self._beside_column.addStretch(1)

    def _on_search(self, text: str) -> None:
        self._list.search(text)
        self._show_whether_found()

    def _on_search_entered(self) -> None:
        if self._search.text().strip() and self._list.count:
            self._list.open_chosen()

    def _show_whether_found(self) -> None:
        self._list.setVisible(bool(self._list.count))
        self._none.setVisible(not self._list.count)
