"""Page of one case for its worker: everything about it that is not a meeting."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from beraad.codes import FoundIn
from beraad.errors import BeraadError
from beraad.i18n import _, spoken
from beraad.paths import file_stem
from beraad.services.attention import attention_of
from beraad.services.case_undo import CaseUndo
from beraad.services.cases import CaseService
from beraad.services.search import Part
from beraad.ui.dialogs.files import Files
from beraad.ui.messages import Messages
from beraad.ui.pages.attention import attention_pill
from beraad.ui.pages.case.agreements import AgreementsTab
from beraad.ui.pages.case.case_tab import CaseTab
from beraad.ui.pages.case.open_case import OpenCase
from beraad.ui.pages.case.overview import OverviewTab
from beraad.ui.pages.case.paper import PaperTab
from beraad.ui.pages.case.people import PeopleTab
from beraad.ui.pages.case.preparing import PreparingTab
from beraad.ui.pages.colour_mark import ColourMark
from beraad.ui.pages.undo_line import UndoLine
from beraad.ui.steps.shared.step_page import settle_layouts
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.focus_kept import focus_kept
from beraad.ui.widgets.replacing import replace_in
from beraad.ui.widgets.scroll_column import ScrollColumn, scroll_all_to
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.work import Work
from beraad.words.case import family_title
from beraad.words.case_file import scans_left_out
from beraad.words.course import colour_label, phase_label
from beraad.words.errors import sentence

_LOWEST = 120
"""Least height in pixels at 100 % of the part that scrolls, before the page scrolls as a whole."""

_NAMED = 300
"""Width in pixels at 100 % that the family name and the facts of the case need beside the buttons."""


class CasePage(QWidget):
    """Five tabs: how it stands, its people, the meetings to come, its agreements, its copies."""

    back_requested = Signal()
    meeting_requested = Signal(str, str)
    print_requested = Signal(str, str)
    versions_requested = Signal(str)
    """A case and a meeting of it; an empty one means the plan in force."""

    def __init__(
        self,
        service: CaseService,
        reference: str,
        *,
        messages: Messages,
        files: Files,
        work: Work,
        today: dt.date,
        undo: CaseUndo,
        parent: QWidget | None = None,
    ) -> None:
        """`undo` is the list of acts of the service, as long as this case is shown."""
        super().__init__(parent)
        self._service, self._reference = service, reference
        self._messages, self._files, self._work = messages, files, work
        self._case = case = OpenCase(service, reference, messages, today, service.case(reference))
        self.overview, self.people, self.preparing = OverviewTab(case), PeopleTab(case), PreparingTab(case)
        self.agreements, self.paper = AgreementsTab(case), PaperTab(case)
        self._all_tabs: tuple[CaseTab, ...] = (
            self.overview,
            self.people,
            self.preparing,
            self.agreements,
            self.paper,
        )
        self._areas: list[ScrollColumn] = []
        self._stale: set[CaseTab] = set()
        """Tabs that do not show the case as it was read last."""
        self.undoing = UndoLine(undo, self, messages=messages, unless=lambda: work.busy)
        self._build()
        self._connect()
        self._show_case()

    @property
    def reference(self) -> str:
        """Reference of the case."""
        return self._reference

    def refresh(self) -> None:
        """Read the case again, and keep the place on the page."""
        self._case.read()
        bar = self._areas[self.tab].verticalScrollBar()
        at = bar.value()
        with focus_kept(self):
            self._show_case()
            self.undoing.refresh()
        bar.setValue(at)

    def show_day(self, today: dt.date) -> None:
        """Show the page for another day."""
        self._case.today = today
        self.refresh()

    def go_to(self, part: Part) -> None:
        """Focus a person or a meeting of the case, and scroll to it."""
        tabs: tuple[CaseTab, ...] = self.overview, self.preparing
        name = f"meeting-{part.id}"
        if part.kind is FoundIn.PERSON:
            tabs, name = (self.people,), f"person-{part.id}"
        for tab in tabs:
            self.show_tab(tab)
            settle_layouts()
            found = tab.findChild(QWidget, name)
            if found is not None:
                found.setFocus(Qt.FocusReason.OtherFocusReason)
                settle_layouts()
                scroll_all_to(found)
                return

    @property
    def tab(self) -> int:
        """Index of the tab that is shown, from 0."""
        return self._tabs.currentIndex()

    def show_tab(self, tab: CaseTab | int) -> None:
        """Show one of the tabs, or the one with this index."""
        self._tabs.setCurrentIndex(tab if isinstance(tab, int) else self._all_tabs.index(tab))

    # -- wishes --------------------------------------------------------------------------------------

    def export(self) -> None:
        """Warn that anybody can read a case file; then ask for a place, and write it."""
        if self._work.busy or not self._messages.ask(
            _("Zaak exporteren"),
            _(
                "Het bestand is niet versleuteld: wie het heeft, kan alles lezen. Ook wat niemand anders mag "
                "zien. Zet het alleen op een veilige plek."
            ),
            yes=_("Kies een plek …"),
            no=_("Niet exporteren"),
        ):
            return
        path = self._files.to_write(f"{file_stem(self._reference)}.json", _("Zaak"), "*.json")
        if path is None:
            return
        self._work.run(
            _("De zaak wordt weggeschreven…"),
            lambda _progress: self._service.export_file(self._reference, path),
            done=self._on_exported,
            failed=self._on_not_exported,
            cancellable=False,
        )

    # -- building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = Theme.current()
        page, large = theme.size("space", "page"), theme.size("space", "large")
        column = QVBoxLayout(self)
        column.setContentsMargins(page, theme.size("space", "wide"), page, large)
        column.setSpacing(large)
        column.addLayout(self._build_head())
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.setAccessibleName(_("Delen van de zaak"))
        for tab, title in (
            (self.overview, _("Overzicht")),
            (self.people, _("Mensen")),
            (self.preparing, _("Voorbereiden")),
            (self.agreements, _("Afspraken")),
            (self.paper, _("Papier")),
        ):
            self._tabs.addTab(area := ScrollColumn(tab), title)
            self._areas.append(area)
        self._tabs.setMinimumHeight(round(_LOWEST * theme.scale))
        column.addWidget(self._tabs, 1)
        column.addWidget(self.undoing)

    def _build_head(self) -> FlowLayout:
        theme = Theme.current()
        self._back = QPushButton(_("Zaken"))
        self._back.setProperty("role", "quiet")
        self._back.setAccessibleName(_("Terug naar de zaken"))
        set_icon(self._back, "back", "soft")
        self._mark = QFrame()
        mark = QHBoxLayout(self._mark)
        mark.setContentsMargins(0, 0, 0, 0)
        self._title = TextLabel(role="title")
        self._course = TextLabel(role="soft")
        self._export = QPushButton(_("Exporteren…"))
        set_icon(self._export, "export")
        self._print = QPushButton(_("Printen…"))
        set_icon(self._print, "print")
        row = FlowLayout(gap=theme.size("space", "medium"))
        row.addWidget(self._back)
        row.addWidget(self._mark)
        named = QWidget()
        names = QVBoxLayout(named)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._course)
        self._attention = QWidget()
        self._asking = FlowLayout(self._attention)
        self._asking.setContentsMargins(0, theme.size("space", "tight"), 0, 0)
        names.addWidget(self._attention)
        row.add_growing(named, round(_NAMED * theme.scale))
        row.addWidget(self._export)
        row.addWidget(self._print)
        return row

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_requested)
        for tab in self._all_tabs:
            tab.changed.connect(self.refresh)
        self._tabs.currentChanged.connect(self._fill)
        self.overview.meeting_requested.connect(
            lambda item: self.meeting_requested.emit(self.reference, item)
        )
        self.overview.versions_requested.connect(partial(self.versions_requested.emit, self._reference))
        for printed in (self.overview, self.paper):
            printed.print_requested.connect(partial(self.print_requested.emit, self._reference))
        self._export.clicked.connect(self.export)
        self.undoing.put_back.connect(self.refresh)
        self._print.clicked.connect(lambda: self.print_requested.emit(self._reference, ""))

    def _show_case(self) -> None:
        case = self._case.view
        self._title.setText(family_title(case.family_name, spoken()))
        parts = (
            colour_label(case.colour, spoken()) if case.colour else "",
            phase_label(case.phase, spoken()) if case.phase else "",
            case.municipality or "",
            case.reference,
        )
        self._course.setText(" · ".join(part for part in parts if part))
        replace_in(self._mark, ColourMark(case.colour))
        asking = attention_of(self._service.line(self._reference), self._case.today)
        self._asking.clear()
        for item in asking:
            self._asking.addWidget(attention_pill(item))
        self._attention.setVisible(bool(asking))
        self._print.setEnabled(not all(meeting.called_off for meeting in case.meetings))
        self._stale = set(self._all_tabs)
        self._fill()

    def _fill(self) -> None:
        """Fill the tab that is shown, if it was not since the case was read."""
        tab = self._all_tabs[self.tab]
        if tab in self._stale:
            self._stale.discard(tab)
            tab.refresh()

    # -- keeping -------------------------------------------------------------------------------------

    def _on_exported(self, scans: int) -> None:
        told = _("Bewaar het bestand veilig: het is niet versleuteld.")
        self._messages.tell(
            _("De zaak is weggeschreven"), " ".join(filter(None, (told, scans_left_out(scans, spoken()))))
        )

    def _on_not_exported(self, error: Exception) -> None:
        if not isinstance(error, BeraadError):
            raise error
        self._messages.warn(_("De zaak is niet weggeschreven"), sentence(error, spoken()))
