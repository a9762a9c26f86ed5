"""Right side of the console: help for the facilitator, and a small picture of the wall."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.disclosure.console_views import ConsoleView
from beraad.i18n import _, format_list
from beraad.step_facts import FACTS, FIRST_STEP
from beraad.terms import Paper, Step
from beraad.ui.console.guide.guide_texts import GuideTexts, Part
from beraad.ui.console.guide.notes import Notes
from beraad.ui.console.guide.notes_panel import NotesPanel
from beraad.ui.console.wall.wall_pages import WallPages
from beraad.ui.meeting.drafting import Drafting
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.projector import WallPreview, WallWindow
from beraad.ui.steps.shared.step_page import bring_into_sight, scrolling
from beraad.ui.steps.shared.wall_reasons import leak_words
from beraad.ui.theme import Theme
from beraad.ui.widgets.reading_order import keep_reading_order
from beraad.ui.widgets.scroll_column import ScrollColumn
from beraad.ui.widgets.text_label import TextLabel

_WIDTH = 280
"""Pixels at 100 %."""

_NO_BOUND = (1 << 24) - 1
"""No bound, as Qt has it."""


_NOTES_AT_MOST = 0.26
"""Of the height of the column, for the private notes: the words for the step keep the most of it."""

_REASONS_AT_MOST = 0.16
"""Of the height of the column, for why texts are not on the wall; more of them scroll."""

_LOW = 480
"""Pixels at 100 %; in a column lower than this the notes do not stand apart, but scroll with all else."""


class Guide(QFrame):
    """Column with words for the step, private notes, who may have paper, who had no turn, and the wall."""

    note_changed = Signal(int, str, bool)

    def __init__(
        self, wall: WallWindow, texts: GuideTexts, drafting: Drafting, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._drafting = drafting
        self._step: Step = FIRST_STEP
        self._asked: list[_Prompt] = []
        self._notes_apart = True
        self._wall, self._texts = wall, texts
        self._preview = WallPreview(wall)
        self._build()
        self._show_words(FIRST_STEP)
        self._notes.note_changed.connect(self.note_changed)

    def show_meeting(self, model: MeetingModel) -> None:
        """Show what fits this step."""
        view, step = model.view, model.step
        if step is not self._step:
            self._step = step
            self._show_words(step)
        self._notes.show_notes(view.notes)
        silent = [person.called for person in model.silent]
        self._silent.setText(
            _("Nog niet aan het woord geweest in deze stap: {people}").format(people=format_list(silent))
        )
        self._silent.setVisible(bool(silent) and FACTS[step].in_turns)
        self._paper.setText(_paper_words(view))
        self._paper.setVisible(bool(self._paper.text()))
        self._withheld.setText("\n".join(leak_words(view, leak) for leak in model.withheld))
        self._withheld_box.setVisible(bool(model.withheld))

    def set_wide(self, *, wide: bool) -> None:
        """Take the whole width, or that of a column beside the page."""
        width = round(_WIDTH * Theme.current().scale)
        self.setMinimumWidth(width)
        self.setMaximumWidth(_NO_BOUND if wide else width)
        # As wide as all the room, the picture would be as high, and leave none for the words.
        self._preview.setMaximumWidth(width)

    def show_note(self, place: int) -> None:
        """Bring a note into sight and focus it."""
        if (field := self._notes.field(place)) is not None:
            field.setFocus()
            bring_into_sight(field)

    @override
    def hasHeightForWidth(self) -> bool:
        # What it holds scrolls: no width makes it taller.
        return False

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._notes_panel.setMaximumHeight(round(_NOTES_AT_MOST * self.height()))
        self._reasons.setMaximumHeight(round(_REASONS_AT_MOST * self.height()))
        self._place_notes(apart=self.height() >= _LOW * Theme.current().scale)

    def _place_notes(self, *, apart: bool) -> None:
        """Between the words and the wall, where the height allows it; else under the questions."""
        if apart is self._notes_apart:
            return
        self._notes_apart = apart
        self._edge.setVisible(apart)
        if apart:
            self._column.removeWidget(self._notes)
            self._notes_panel.take_back()
        else:
            self._column.insertWidget(self._column.indexOf(self._mind_box), self._notes_panel.lend())
            self._notes.show()

    def _show_words(self, step: Step) -> None:
        opening = self._texts.lines(step, Part.OPENING)
        self._opening.setText("\n".join(opening))
        self._opening_box.setVisible(bool(opening))
        questions = self._texts.lines(step, Part.QUESTIONS)
        while len(self._asked) < len(questions):
            self._asked.append(_Prompt())
            self._prompts.addWidget(self._asked[-1])
            keep_reading_order(self._asked[-1])
        for place, prompt in enumerate(self._asked):
            # Kept from step to step: dressing new ones takes longer than all that is said in them.
            prompt.words.setText(questions[place] if place < len(questions) else "")
            prompt.setVisible(place < len(questions))
        mind = self._texts.lines(step, Part.WATCH_FOR)
        self._mind.setText("\n".join(f"· {line}" for line in mind))
        self._mind_box.setVisible(bool(mind))

    def _build(self) -> None:
        theme = Theme.current()
        large, medium = theme.size("space", "large"), theme.size("space", "medium")
        self.setProperty("role", "guide")
        self.set_wide(wide=False)
        inside = QWidget()
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(large, medium, large, medium)
        column.setSpacing(medium)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(TextLabel(_("Voor de gespreksleider"), "heading"))
        head.addWidget(TextLabel(_("Dit ziet niemand anders"), "soft"))
        trouble = TextLabel(self._texts.trouble, "small", tone="danger")
        trouble.setVisible(bool(self._texts.trouble))
        self._opening, self._mind = TextLabel(), TextLabel(role="soft")
        self._opening_box = _titled(_("Zo begint u"), self._opening)
        self._mind_box = _titled(_("Let op"), self._mind)
        self._prompts = QVBoxLayout()
        self._prompts.setSpacing(theme.size("space", "small"))
        self._notes = Notes(self._drafting)
        self._notes_panel = NotesPanel(self._notes)
        self._silent, self._paper = TextLabel(role="soft"), TextLabel(role="soft")
        column.addLayout(head)
        column.addWidget(trouble)
        column.addWidget(self._opening_box)
        column.addLayout(self._prompts)
        for widget in (self._mind_box, self._silent, self._paper):
            column.addWidget(widget)
        column.addStretch(1)
        self._area = scrolling(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._area, 1)
        self._edge = QFrame()
        self._edge.setProperty("role", "line")
        self._edge.setFixedHeight(1)
        outer.addWidget(self._edge)
        outer.addWidget(self._notes_panel)
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
        self._reasons = _Reasons(self._withheld)
        inside.addWidget(self._reasons)
        column.addWidget(self._withheld_box)
        column.addWidget(TextLabel(_("Dit ziet de kamer"), "small"))
        column.addWidget(self._preview)
        column.addWidget(WallPages(self._wall))
        return box


class _Reasons(ScrollColumn):
    """As high as its words, up to its maximum height; from there on they scroll, and none is cut off."""

    def __init__(self, words: TextLabel) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(words)
        super().__init__(inside)
        self._words = words
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        return self._words.heightForWidth(width)

    @override
    def sizeHint(self) -> QSize:
        width = self.width() or self._words.sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())


class _Prompt(QFrame):
    """A question to ask."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "prompt")
        gap = Theme.current().size("space", "small")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(gap + 2, gap, gap, gap)
        self.words = TextLabel()
        inside.addWidget(self.words)


def _titled(title: str, words: TextLabel) -> QWidget:
    """Words under a small title; both go together."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(TextLabel(title, "small"))
    column.addWidget(words)
    return box


def _paper_words(view: ConsoleView) -> str:
    """Say who cannot safely have paper at home, and for whom it waits somewhere else."""
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
