"""The right side of the console: help for the facilitator, and the wall in small."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from beraad.disclosure.console_views import ConsoleLeak, ConsoleView
from beraad.i18n import _, format_list
from beraad.terms import Paper, Step
from beraad.ui.meeting.guide_texts import prompts, to_mind
from beraad.ui.meeting.notes import Notes
from beraad.ui.meeting.parts.step_page import scrolling
from beraad.ui.meeting.parts.wall_reasons import leak_words
from beraad.ui.projector import WallPreview, WallWindow
from beraad.ui.theme import Theme
from beraad.ui.widgets.text_label import TextLabel

ROUNDS = frozenset(
    {Step.WELCOME, Step.WORRIES, Step.GOING_WELL, Step.SCALE, Step.WHAT_MUST_HAPPEN, Step.AGREEMENTS}
)
"""Steps in which everybody gets a turn."""


class Guide(QFrame):
    """Prompts of the step, private notes, who may have paper, who had no turn yet, and the wall."""

    note_changed = Signal(int, str)

    def __init__(self, wall: WallWindow, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: Step | None = None
        self._wall = wall
        self._build()
        self._notes.note_changed.connect(self.note_changed)

    def show_view(
        self, view: ConsoleView, step: Step, spoken: frozenset[str], withheld: tuple[ConsoleLeak, ...]
    ) -> None:
        """Show what fits this step."""
        if step is not self._step:
            self._step = step
            self._show_prompts(step)
        self._notes.show_notes(view.notes)
        silent = [person.called for person in view.at_table if person.id not in spoken]
        self._silent.setText(
            _("Nog niet aan het woord geweest in deze stap: {people}").format(people=format_list(silent))
        )
        self._silent.setVisible(bool(silent) and step in ROUNDS)
        self._paper.setText(_paper_words(view))
        self._paper.setVisible(bool(self._paper.text()))
        self._withheld.setText("\n".join(leak_words(view, leak) for leak in withheld))
        self._withheld_box.setVisible(bool(withheld))

    def _show_prompts(self, step: Step) -> None:
        while (item := self._prompts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        gap = Theme.current().size("space", "small")
        for text in prompts(step):
            frame = QFrame()
            frame.setProperty("role", "prompt")
            inside = QVBoxLayout(frame)
            inside.setContentsMargins(gap + 2, gap, gap, gap)
            inside.addWidget(TextLabel(text))
            self._prompts.addWidget(frame)
        self._mind.setText(to_mind(step))

    def _build(self) -> None:
        theme = Theme.current()
        large, medium = theme.size("space", "large"), theme.size("space", "medium")
        self.setProperty("role", "guide")
        self.setFixedWidth(round(280 * theme.scale))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(large, medium, large, medium)
        column.setSpacing(medium)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(TextLabel(_("Voor de gespreksleider"), "heading"))
        head.addWidget(TextLabel(_("Dit ziet niemand anders"), "soft"))
        self._prompts = QVBoxLayout()
        self._prompts.setSpacing(theme.size("space", "small"))
        self._mind = TextLabel(role="soft")
        self._notes = Notes()
        self._silent = TextLabel(role="soft")
        self._paper = TextLabel(role="soft")
        column.addLayout(head)
        column.addLayout(self._prompts)
        for widget in (self._mind, self._notes, self._silent, self._paper):
            column.addWidget(widget)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scrolling(inside), 1)
        outer.addWidget(self._build_wall())

    def _build_wall(self) -> QWidget:
        theme = Theme.current()
        large, small = theme.size("space", "large"), theme.size("space", "small")
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(large, small, large, theme.size("space", "medium"))
        column.setSpacing(small)
        self._withheld_box = QFrame()
        self._withheld_box.setProperty("role", "panel")
        self._withheld_box.setProperty("tone", "danger")
        inside = QVBoxLayout(self._withheld_box)
        inside.setContentsMargins(small, small, small, small)
        inside.addWidget(TextLabel(_("Niet op het scherm gezet"), "strong", tone="danger"))
        self._withheld = TextLabel(role="small")
        inside.addWidget(self._withheld)
        column.addWidget(self._withheld_box)
        column.addWidget(TextLabel(_("Dit ziet de kamer"), "small"))
        column.addWidget(WallPreview(self._wall))
        return box


def _paper_words(view: ConsoleView) -> str:
    """Who cannot safely have paper at home, and for whom it waits somewhere else."""
    lines = []
    invited = [person for person in view.people if person.attendance is not None]
    none = [person.called for person in invited if person.paper is Paper.NO]
    if none:
        lines.append(_("Geen papier mee: {people}").format(people=format_list(none)))
    for person in invited:
        if person.paper is Paper.ELSEWHERE:
            where = person.paper_note or _("ligt ergens anders klaar")
            lines.append(_("Papier van {person}: {where}").format(person=person.called, where=where))
    return "\n".join(lines)
