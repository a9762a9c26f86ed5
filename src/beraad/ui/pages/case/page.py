"""Page of one case for its worker: everything about it that is not a meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.codes import FoundIn
from beraad.errors import BeraadError
from beraad.i18n import _, spoken
from beraad.paths import file_stem
from beraad.services.attention import attention_of
from beraad.services.case_undo import CaseUndo
from beraad.services.cases import CaseService, PersonLine, SecretLine
from beraad.services.naming import told_apart
from beraad.services.search import Part
from beraad.terms import Circle, Colour
from beraad.ui.dialogs.files import Files
from beraad.ui.dialogs.person import PersonDialog
from beraad.ui.dialogs.secrets import SecretsDialog
from beraad.ui.dialogs.workers import Workers, WorkersDialog
from beraad.ui.messages import Messages
from beraad.ui.pages.attention import attention_pill
from beraad.ui.pages.case.agreements import AgreementsTab
from beraad.ui.pages.case.called_off import CalledOffDialog
from beraad.ui.pages.case.facts import Facts
from beraad.ui.pages.case.meeting_forms import MeetingForms, people_of
from beraad.ui.pages.case.meetings import Meetings
from beraad.ui.pages.case.people import People
from beraad.ui.pages.case.scales_over_time import ScalesOverTime
from beraad.ui.pages.colour_mark import ColourMark
from beraad.ui.pages.undo_line import UndoLine
from beraad.ui.steps.shared.step_page import settle_layouts
from beraad.ui.theme import Theme, set_icon
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.focus_kept import focus_kept
from beraad.ui.widgets.person_choice import PersonChoice
from beraad.ui.widgets.replacing import replace_in
from beraad.ui.widgets.scroll_column import ScrollColumn, scroll_all_to
from beraad.ui.widgets.text_label import TextLabel
from beraad.ui.work import Work
from beraad.words.case import family_title
from beraad.words.case_file import scans_left_out
from beraad.words.course import colour_label, phase_label
from beraad.words.errors import sentence

_BESIDE = 330
_LOWEST = 120
"""Least height in pixels at 100 % of the part that scrolls, before the page scrolls as a whole."""

_ROOM_FOR_TWO = 900
_NAMED = 300
"""Width in pixels at 100 % that the family name and the facts of the case need beside the buttons."""


class CasePage(QWidget):
    """People by circle on the left; meetings, course, workers and secrets on the right."""

    back_requested = Signal()
    meeting_requested = Signal(str, str)
    print_requested = Signal(str, str)
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
        self._messages, self._files, self._work, self._today = messages, files, work, today
        self._case = service.case(reference)
        self._forms = MeetingForms(service, reference, messages=messages, over=self)
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
        self._case = self._service.case(self._reference)
        at = self._area.verticalScrollBar().value()
        with focus_kept(self):
            self._show_case()
            self._agreements.refresh()
            self.undoing.refresh()
        self._area.verticalScrollBar().setValue(at)

    def show_day(self, today: dt.date) -> None:
        """Show the page for another day."""
        self._today = today
        self._agreements.show_day(today)
        self.refresh()

    def go_to(self, part: Part) -> None:
        """Focus a person or a meeting of the case, and scroll to it."""
        name = f"person-{part.id}" if part.kind is FoundIn.PERSON else f"meeting-{part.id}"
        found = self.findChild(QWidget, name)
        if found is not None:
            self._tabs.setCurrentIndex(0)
            found.setFocus(Qt.FocusReason.OtherFocusReason)
            settle_layouts()
            scroll_all_to(found)

    def show_agreements(self) -> AgreementsTab:
        """Show the agreements that run; return their tab."""
        self._tabs.setCurrentIndex(1)
        return self._agreements

    # -- wishes --------------------------------------------------------------------------------------

    def change_person(self, person: str) -> None:
        """Open what is known of a person."""
        line = next(line for line in self._case.people if line.id == person)
        self._ask_person(line)

    def add_person(self, circle: Circle) -> None:
        """Ask for a new person in a circle."""
        self._ask_person(PersonLine("", "", "", circle))

    def change_secrets(self) -> None:
        """Ask for the secret words."""
        asked = SecretsDialog.ask(
            self._save_secrets,
            secrets=self._case.secrets,
            people=self._choices(),
            names=tuple(name for person in self._case.people for name in (person.name, person.called)),
            parent=self,
        )
        self._after(asked)

    def change_workers(self) -> None:
        """Ask for the fixed workers."""
        asked = WorkersDialog.ask(
            self._save_workers,
            chosen=Workers(self._case.workers, self._case.contact_person),
            people=self._choices(Circle.PROFESSIONAL),
            parent=self,
        )
        self._after(asked)

    def plan_meeting(self) -> None:
        """Ask for time, place and people of the next meeting, starting with what was agreed at the table."""
        self._after(self._forms.plan(self._case, self._today))

    def change_meeting(self, meeting: str) -> None:
        """Ask for another time, place or people of a planned meeting."""
        self._after(self._forms.change(self._case, meeting, self._today))

    def call_off(self, meeting: str) -> None:
        """Ask for the reason why a planned meeting does not go on."""
        self._after(self._forms.call_off(self._case, meeting, self._today))

    def take_back(self, meeting: str) -> None:
        """Let a meeting that was called off go on after all."""
        self._attempt(lambda: self._service.planning.take_back(self._reference, meeting))

    def read_meeting(self, meeting: str) -> None:
        """Show what was written in a meeting that was called off."""
        CalledOffDialog.show_over(self, self._service.content(self._reference, meeting))

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

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        theme = Theme.current()
        wide = self.width() >= _ROOM_FOR_TWO * theme.scale
        self._columns.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        self._beside.setMaximumWidth(round(_BESIDE * theme.scale) if wide else self.width())
        self._beside.setMinimumWidth(self._beside.maximumWidth() if wide else 0)
        super().resizeEvent(event)

    # -- building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = Theme.current()
        page, large = theme.size("space", "page"), theme.size("space", "large")
        column = QVBoxLayout(self)
        column.setContentsMargins(page, theme.size("space", "wide"), page, large)
        column.setSpacing(large)
        column.addLayout(self._build_head())
        inside = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._columns.setContentsMargins(0, theme.size("space", "small"), theme.size("space", "small"), 0)
        self._columns.setSpacing(theme.size("space", "wide"))
        self._main, self._beside = QWidget(), QWidget()
        for widget in (self._main, self._beside):
            parts = QVBoxLayout(widget)
            parts.setContentsMargins(0, 0, 0, 0)
            parts.setSpacing(theme.size("space", "medium"))
        self._columns.addWidget(self._main, 1)
        self._columns.addWidget(self._beside)
        self._area = ScrollColumn(inside)
        self._agreements = AgreementsTab(
            self._service,
            self._reference,
            people=self._choices,
            messages=self._messages,
            today=self._today,
        )
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.setAccessibleName(_("Delen van de zaak"))
        self._tabs.addTab(self._area, _("Zaak"))
        self._tabs.addTab(ScrollColumn(self._agreements), _("Afspraken"))
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
        self._agreements.changed.connect(self.refresh)
        self._export.clicked.connect(self.export)
        self.undoing.put_back.connect(self.refresh)
        self._print.clicked.connect(lambda: self.print_requested.emit(self._reference, ""))

    def _show_case(self) -> None:
        case = self._case
        self._title.setText(family_title(case.family_name, spoken()))
        parts = (
            colour_label(case.colour, spoken()) if case.colour else "",
            phase_label(case.phase, spoken()) if case.phase else "",
            case.municipality or "",
            case.reference,
        )
        self._course.setText(" · ".join(part for part in parts if part))
        replace_in(self._mark, ColourMark(case.colour))
        asking = attention_of(self._service.line(self._reference), self._today)
        self._asking.clear()
        for item in asking:
            self._asking.addWidget(attention_pill(item))
        self._attention.setVisible(bool(asking))
        self._print.setEnabled(not all(meeting.called_off for meeting in case.meetings))
        people = People(case.people, today=self._today)
        people.person_requested.connect(self.change_person)
        people.person_wanted.connect(self.add_person)
        charts = self._service.scales_over_time(self._reference, spoken())
        replace_in(self._main, people, *((ScalesOverTime(charts),) if charts else ()))
        meetings = Meetings(case.meetings, case.agreed_next, today=self._today)
        meetings.meeting_requested.connect(lambda item: self.meeting_requested.emit(self._reference, item))
        meetings.print_requested.connect(lambda item: self.print_requested.emit(self._reference, item))
        meetings.planning_requested.connect(self.plan_meeting)
        meetings.change_requested.connect(self.change_meeting)
        meetings.calling_off_requested.connect(self.call_off)
        meetings.taking_back_requested.connect(self.take_back)
        meetings.reading_requested.connect(self.read_meeting)
        facts = Facts(case)
        facts.colour_chosen.connect(self._on_colour)
        facts.workers_requested.connect(self.change_workers)
        facts.secrets_requested.connect(self.change_secrets)
        replace_in(self._beside, meetings, facts)

    # -- keeping -------------------------------------------------------------------------------------

    def _ask_person(self, person: PersonLine) -> None:
        # Nobody needs permission to see the own number. A choice that a case file holds stays visible.
        own = any(person.id in line.visible_to.people for line in person.contact)
        others = tuple(choice for choice in self._choices() if own or choice.id != person.id)
        asked = PersonDialog.ask(
            self._save_person,
            person=person,
            people=others,
            known=self._case.people,
            remove=(lambda: self._remove_person(person)) if person.id else None,
            feared=self._case.feared,
            parent=self,
        )
        self._after(asked)
        if asked is not None and asked.another:
            self.add_person(asked.person.circle)

    def _remove_person(self, person: PersonLine) -> bool:
        """Remove a person after a question; raises the BeraadError that says what depends on this person."""
        self._service.may_remove(self._reference, person.id)
        called = told_apart(self._case.people)[person.id]
        if not self._messages.ask(
            _("{called} uit de zaak verwijderen?").format(called=called),
            _("De gegevens van {called} gaan weg. Ctrl+Z haalt ze terug, zolang deze zaak open is.").format(
                called=called
            ),
            yes=_("Verwijderen"),
            danger=True,
        ):
            return False
        self._service.remove_person(self._reference, person.id)
        self.refresh()
        return True

    def _save_person(self, person: PersonLine) -> None:
        self._service.save_person(self._reference, person)

    def _save_secrets(self, secrets: Sequence[SecretLine]) -> None:
        self._service.save_secrets(self._reference, secrets)

    def _save_workers(self, wish: Workers) -> None:
        self._service.save_workers(self._reference, wish.workers, wish.contact_person)

    def _on_colour(self, colour: Colour) -> None:
        self._attempt(lambda: self._service.colour(self._reference, colour))

    def _attempt(self, wish: Callable[[], None]) -> None:
        try:
            wish()
        except BeraadError as error:
            self._messages.warn(_("Dit is niet opgeslagen"), sentence(error, spoken()))
        self.refresh()

    def _on_exported(self, scans: int) -> None:
        told = _("Bewaar het bestand veilig: het is niet versleuteld.")
        self._messages.tell(
            _("De zaak is weggeschreven"), " ".join(filter(None, (told, scans_left_out(scans, spoken()))))
        )

    def _on_not_exported(self, error: Exception) -> None:
        if not isinstance(error, BeraadError):
            raise error
        self._messages.warn(_("De zaak is niet weggeschreven"), sentence(error, spoken()))

    def _after(self, asked: object | None) -> None:
        if asked is not None:
            self.refresh()

    def _choices(self, circle: Circle | None = None) -> tuple[PersonChoice, ...]:
        return people_of(self._case, circle)
