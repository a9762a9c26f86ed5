"""Form for an answer that is not given on this screen: told to the facilitator, or signed on paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from beraad.answer_rules import NEEDS_REMARK, NEEDS_SIGNATURE, says_why
from beraad.disclosure.console_views import ConsolePerson
from beraad.i18n import N_, _, spoken
from beraad.places import Place
from beraad.readers import EVERYONE, FACILITATOR
from beraad.services.meeting import KeptDraft
from beraad.terms import AnswerShows, Decision
from beraad.ui.meeting.model import MeetingModel
from beraad.ui.signing import AnswerGiven, ReadersChoice
from beraad.ui.steps.shared.draft_field import DraftField
from beraad.ui.steps.shared.fields import Labelled, narrow_combo, show_text
from beraad.ui.steps.shared.text_warnings import TextWarnings
from beraad.ui.theme import Theme
from beraad.ui.widgets.buttons import button
from beraad.ui.widgets.day_field import DayField
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.text_label import TextLabel
from beraad.words.answers import decision_label

_CHOICES = (Decision.UNABLE, Decision.AGREE, Decision.AGREE_WITH_REMARK, Decision.DISAGREE)

REASONS = (
    N_("Was er niet bij."),
    N_("Moest weg."),
    N_("Was te moe of te overstuur."),
    N_("Wil er eerst over nadenken."),
    N_("Verstond het niet goed genoeg."),
)
"""Suggested reasons why somebody could not answer: what happened, and no judgement."""


class AnswerElsewhere(QWidget):
    """Form for the answer, the reason and the day; with a paper signature also the code at its foot."""

    told = Signal(object, object)
    """`AnswerGiven`, and its `datetime.date`."""
    scan_wanted = Signal()
    """Emitted after the answer was told: the paper is at hand to scan."""

    def __init__(
        self,
        model: MeetingModel,
        person: ConsolePerson,
        *,
        code_of: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._person, self._code_of = model, person, code_of
        self._build()
        self._connect()

    def begin(self) -> None:
        """Show the form for today and focus it: empty, or with the draft that waits."""
        # No answer is given by forgetting to choose one.
        place, shows = 0, AnswerShows.DECISION
        show_text(self._remark, "")
        draft = self._model.drafting.find(self._draft.at)
        if draft is not None and draft.kind:
            chosen, _slash, reads = draft.kind.partition("/")
            shows = AnswerShows(reads)
            place = _CHOICES.index(Decision(chosen)) + 1 if chosen else 0
        self._which.setCurrentIndex(place)
        self._readers.choose(shows)
        self._day.suggested = dt.date.today()  # noqa: DTZ011 - the local day of who sits at the table
        self._day.show_day(self._day.suggested)
        self._code.setText(
            _("Onderaan het papier moet staan: Plan {code}-…").format(code=self._code_of(self._person.id))
        )
        self._refresh()
        self.show()
        self._which.setFocus()

    def _build(self) -> None:
        theme = Theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.size("space", "small"))
        column.setSpacing(theme.size("space", "small"))
        self._which = narrow_combo()
        name = self._person.called
        self._which.setAccessibleName(_("Wat antwoordt {person}?").format(person=name))
        self._which.addItem(_("kies een antwoord"))
        for decision in _CHOICES:
            words = decision_label(decision, spoken())
            if decision in NEEDS_SIGNATURE:
                words = _("{answer} · papier").format(answer=words)
            self._which.addItem(words, decision)
        column.addWidget(Labelled(_("Wat antwoordt {person}?").format(person=name), self._which))
        # Before there is anything to write, as on the signing screen.
        self._readers = ReadersChoice(words=_("ook de woorden erbij"))
        column.addWidget(self._readers)
        self._why = QWidget()
        why = QVBoxLayout(self._why)
        why.setContentsMargins(0, 0, 0, 0)
        self._remark = GrowingTextEdit(label=_("Waarom, of wat {person} erbij zegt").format(person=name))
        place = Place.answer(self._person.id) / "remark"
        self._draft = DraftField(self._model.drafting, self._remark, place)
        self._draft.choices = self._with_choices
        why.addWidget(Labelled(_("Waarom?"), self._remark))
        self._warnings = TextWarnings(self._model, self._remark, promise=False)
        why.addWidget(self._warnings)
        self._offered = QWidget()
        offered = FlowLayout(self._offered, gap=theme.size("space", "tight"))
        for reason in map(_, REASONS):
            offered.addWidget(button(reason, partial(self._remark.setPlainText, reason)))
        why.addWidget(self._offered)
        column.addWidget(self._why)
        self._day = DayField(label=_("Op welke dag?"))
        column.addWidget(Labelled(_("Op welke dag?"), self._day))
        self._code = TextLabel(role="small")
        column.addWidget(self._code)
        foot = FlowLayout(gap=theme.size("space", "small"))
        self._keep = button(_("Bewaar"), self._tell)
        self._scan = button(_("Bewaar, en scan erbij …"), self._tell_with_scan)
        self._scan.setToolTip(_("Met een foto of pdf van het papier. Dat kan ook later nog."))
        foot.addWidget(self._keep)
        foot.addWidget(self._scan)
        foot.addWidget(button(_("Toch niet"), self.hide, role="quiet"))
        column.addLayout(foot)

    def _connect(self) -> None:
        self._which.currentIndexChanged.connect(self._refresh)
        self._remark.textChanged.connect(self._refresh)
        self._readers.changed.connect(self._refresh)
        for chosen in (self._which.activated, self._readers.changed):
            chosen.connect(lambda _change=None: self._draft.choose())
        self._day.day_changed.connect(self._refresh)

    def _with_choices(self, draft: KeptDraft) -> KeptDraft:
        """The answer that the words are said with, and who reads them."""
        return replace(draft, kind="/".join((self._decision() or "", self._readers.chosen())))

    def _decision(self) -> Decision | None:
        """The answer that was chosen."""
        place = self._which.currentIndex() - 1
        return _CHOICES[place] if place >= 0 else None

    def _refresh(self, _change: object = None) -> None:
        decision = self._decision()
        self._readers.setVisible(decision is not None)
        if decision is not None:
            self._readers.show_for(decision)
        words = self._readers.chosen() is AnswerShows.WORDS
        self._warnings.set_readers(EVERYONE if words else FACILITATOR)
        self._why.setVisible(decision in NEEDS_REMARK)
        self._offered.setVisible(decision is Decision.UNABLE)
        self._code.setVisible(decision in NEEDS_SIGNATURE)
        self._scan.setVisible(decision in NEEDS_SIGNATURE)
        explained = decision is not None and says_why(decision, self._remark.text())
        for keep in (self._keep, self._scan):
            keep.setEnabled(explained and self._day.day() is not None)

    def _tell(self) -> None:
        decision = self._decision()
        if decision is None:
            return
        remark = self._remark.text().strip() if decision in NEEDS_REMARK else ""
        self.hide()
        on_paper = decision in NEEDS_SIGNATURE
        answer = AnswerGiven(decision, remark or None, (), on_paper, self._readers.chosen())
        self.told.emit(answer, self._day.day())

    def _tell_with_scan(self) -> None:
        self._tell()
        self.scan_wanted.emit()
