"""Tab with the papers of a case: who has which, and which old ones must come back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import _, spoken
from beraad.services.register import PaperLine, ReaderPapers
from beraad.terms import PaperPlace, PaperState
from beraad.ui.pages.case.case_tab import CaseTab
from beraad.ui.pages.case.open_case import OpenCase
from beraad.ui.pages.case.paper.move_dialog import MoveDialog
from beraad.ui.pages.case.paper.reader_card import ReaderCard
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.empty_state import EmptyState
from beraad.ui.widgets.panels import fact_panel
from beraad.ui.widgets.reading_order import keep_reading_order
from beraad.ui.widgets.replacing import replace_in
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.register import paper_label


class PaperTab(CaseTab):
    """A card for each reader on the left; what must be done on the right."""

    print_requested = Signal(str)
    """A meeting; empty means the plan in force."""

    def __init__(self, case: OpenCase, *, parent: QWidget | None = None) -> None:
        # Above the cards, what must be done is in sight where there is no room beside them.
        super().__init__(case, beside_first=True, parent=parent)
        self._register = case.service.register

    @override
    def refresh(self) -> None:
        readers = self._register.readers(self._case.reference)
        if not any(reader.papers for reader in readers):
            self.beside.hide()
            replace_in(self.main, self._empty())
            return
        self.beside.show()
        cards = [ReaderCard(reader) for reader in readers]
        for card in cards:
            # Not while its own button is still being pressed.
            queued = Qt.ConnectionType.QueuedConnection
            card.state_wanted.connect(self.set_state, queued)
            card.move_requested.connect(self.ask_place, queued)
            card.strike_requested.connect(self.strike, queued)
        replace_in(self.main, *cards)
        replace_in(self.beside, self._to_do(readers))
        keep_reading_order(self)

    def set_state(self, number: int, state: PaperState) -> None:
        """Write down what became of a paper."""
        case = self._case
        case.attempt(lambda: self._register.set_state(case.reference, number, state, case.today))
        self.changed.emit()

    def ask_place(self, paper: PaperLine) -> None:
        """Ask where a paper lies."""

        def save(where: PaperPlace, note: str) -> None:
            self._register.move(self._case.reference, paper.number, where, note)

        if MoveDialog.ask(save, paper, parent=self):
            self.changed.emit()

    def strike(self, paper: PaperLine) -> None:
        """Remove a paper that was printed and never handed out; undo brings it back."""
        case = self._case
        case.attempt(lambda: self._register.strike(case.reference, paper.number))
        self.changed.emit()

    def _empty(self) -> EmptyState:
        printable = not all(meeting.called_off for meeting in self._case.view.meetings)
        empty = EmptyState(
            _("Nog niets uitgedeeld"),
            _("Wie een exemplaar krijgt, staat hier: met welke versie, en waar het ligt.")
            if printable
            else _("Er is nog geen beraad. Daarna kunt u hier voor ieder een exemplaar printen."),
            action=_("Printen…") if printable else "",
        )
        empty.action_requested.connect(lambda: self.print_requested.emit(""))
        return empty

    def _to_do(self, readers: tuple[ReaderPapers, ...]) -> QFrame:
        panel, column = fact_panel(_("Nog te doen"), "print")
        old = [paper for reader in readers for paper in reader.old_out]
        lacking = [reader.called for reader in readers if reader.lacks]
        if old:
            column.addWidget(TextLabel(_("Oud papier dat nog niet terug is"), "strong"))
            _list(column, [f"{paper.called} · {paper_label(paper, spoken())}" for paper in old])
        if lacking:
            column.addWidget(TextLabel(_("Nog een exemplaar geven aan"), "strong"))
            _list(column, lacking)
        if not (old or lacking):
            column.addWidget(TextLabel(_("Ieder heeft het papier dat geldt."), "soft"))
        column.addWidget(
            button(
                _("Printen…"),
                lambda: self.print_requested.emit(""),
                role="primary" if lacking else "",
                icon="print",
            )
        )
        return panel


def _list(column: QVBoxLayout, lines: list[str]) -> None:
    for line in lines:
        column.addWidget(TextLabel(line))
