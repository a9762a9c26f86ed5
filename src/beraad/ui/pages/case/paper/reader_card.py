"""Card with the papers of one reader."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from beraad.i18n import _, format_date_short, spoken
from beraad.services.register import PaperLine, ReaderPapers
from beraad.terms import PaperState
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.pill import Pill
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.copies import no_copy_in_short
from beraad.words.register import paper_label, place_label, state_label, state_name


class ReaderCard(QFrame):
    """Name, the version that counts for this reader, and each paper with what can be said of it."""

    state_wanted = Signal(int, object)
    """A paper (its number) and its new `PaperState`."""
    move_requested = Signal(object)
    """A `PaperLine`."""
    strike_requested = Signal(object)
    """A `PaperLine`."""

    def __init__(self, reader: ReaderPapers, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        theme = Theme.current()
        large = theme.size("space", "large")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(large, large, large, large)
        self._column.setSpacing(theme.size("space", "small"))
        head = FlowLayout(gap=theme.size("space", "small"))
        head.addWidget(TextLabel(reader.called, "strong", wrap=False))
        for words, tone in _pills(reader):
            head.addWidget(Pill(words, tone))
        self._column.addLayout(head)
        if reader.why_none is not None:
            self._column.addWidget(
                TextLabel(no_copy_in_short(reader.why_none, reader.called, spoken()), "soft")
            )
        for paper in reader.papers:
            self._show(paper)

    def _show(self, paper: PaperLine) -> None:
        rule = QFrame()
        rule.setProperty("role", "line")
        self._column.addWidget(rule)
        parts = (
            paper_label(paper, spoken()),
            format_date_short(paper.on) if paper.on else "",
            place_label(paper, spoken()),
        )
        row = FlowLayout(gap=Theme.current().size("space", "small"))
        row.addWidget(TextLabel(" · ".join(part for part in parts if part), wrap=False))
        row.addWidget(Pill(*_state(paper)))
        row.addWidget(TextLabel(paper.code, "small", wrap=False))
        self._column.addLayout(row)
        self._column.addLayout(self._buttons(paper))

    def _buttons(self, paper: PaperLine) -> FlowLayout:
        row = FlowLayout(gap=Theme.current().size("space", "small"))
        named = f"{paper.called}, {paper_label(paper, spoken())}"
        if paper.is_out:
            for state in (PaperState.RETURNED, PaperState.DESTROYED):
                row.addWidget(self._state_button(paper, state, state_name(state, spoken()), named))
            moved = button(_("Ligt ergens anders…"), lambda: self.move_requested.emit(paper), icon="edit")
            moved.setAccessibleName(_("{paper}: ligt ergens anders").format(paper=named))
            row.addWidget(moved)
            strike = button(_("Niet uitgedeeld"), lambda: self.strike_requested.emit(paper), role="quiet")
            strike.setAccessibleName(_("{paper}: niet uitgedeeld").format(paper=named))
            row.addWidget(strike)
        else:
            row.addWidget(self._state_button(paper, PaperState.OUT, _("Toch niet terug"), named))
        return row

    def _state_button(self, paper: PaperLine, state: PaperState, words: str, named: str) -> QWidget:
        made = button(words[:1].upper() + words[1:], lambda: self.state_wanted.emit(paper.number, state))
        made.setAccessibleName(f"{named}: {words}")
        return made


def _pills(reader: ReaderPapers) -> list[tuple[str, str]]:
    """Return the words and tones for how it stands with this reader."""
    pills = []
    if reader.version and reader.in_plan and reader.why_none is None:
        pills.append((_("versie {version} geldt").format(version=reader.version), ""))
    if not reader.in_plan:
        pills.append((_("staat niet meer in het plan"), ""))
    if reader.lacks:
        pills.append((_("nog geven"), "amber"))
    if reader.old_out:
        pills.append((_("oud papier niet terug"), "danger"))
    return pills


def _state(paper: PaperLine) -> tuple[str, str]:
    """Return the words and tone for the state of a paper."""
    if paper.is_out and paper.old:
        return _("oud, nog niet terug"), "danger"
    return state_label(paper, spoken()), "safety" if paper.is_out else ""
