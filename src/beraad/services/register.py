"""Service for the register: which papers were handed out, which are old, and who must still get one.

A paper is old if the plan of its own reader is another since: version numbers count per reader. So a change
that a reader may not see makes no paper of that reader old.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

from beraad.codes import ActKind, NoCopy
from beraad.models import Case, HandedPaper
from beraad.models.handed_paper import HandedPaperDraft
from beraad.models.names import told_apart
from beraad.services.drafts import checked
from beraad.services.errors import NotThere
from beraad.services.printing import Copies
from beraad.services.rows import blank_to_none
from beraad.terms import PaperPlace, PaperState


@dataclass(frozen=True, slots=True)
class PaperLine:
    """Paper that was handed out."""

    number: int
    """Its place in the register, from 0."""
    person: str
    called: str
    card: bool
    version: int
    """As its reader counts versions, from 1."""
    code: str
    on: dt.date | None
    where: PaperPlace
    where_note: str | None
    state: PaperState
    state_on: dt.date | None
    old: bool
    """True if it no longer says what its reader's paper says now."""

    @property
    def is_out(self) -> bool:
        """True if nobody brought it back or destroyed it."""
        return self.state is PaperState.OUT


@dataclass(frozen=True, slots=True)
class ReaderPapers:
    """Papers of one reader, the newest first."""

    person: str
    called: str
    version: int
    """Version that counts for this reader; 0 if there is no agreed plan."""
    in_plan: bool
    """False for somebody whose paper is out and who is no reader of the plan in force."""
    why_none: NoCopy | None
    """Reason why this reader gets no paper now."""
    lacks: bool
    """True if the paper that counts, or the card that belongs to it, was not handed out yet."""
    papers: tuple[PaperLine, ...]

    @property
    def old_out(self) -> tuple[PaperLine, ...]:
        """Old papers that are still out."""
        return tuple(paper for paper in self.papers if paper.old and paper.is_out)


class Register:
    """Register of the papers of each case; each wish is one transaction."""

    def __init__(
        self,
        reading: Callable[[str], AbstractContextManager[Case]],
        changing: Callable[[ActKind, str], AbstractContextManager[Case]],
    ) -> None:
        """`reading` and `changing` open a case by its reference, the second for an act of a kind."""
        self._reading, self._changing = reading, changing

    def papers(self, reference: str) -> tuple[PaperLine, ...]:
        """Return every paper in the register of a case, as it was written down. Raises UnknownCase."""
        with self._reading(reference) as case:
            return tuple(_lines(case, _agreed(case)))

    def readers(self, reference: str) -> tuple[ReaderPapers, ...]:
        """Return the readers of the plan in force, then others whose paper is out. Raises UnknownCase."""
        with self._reading(reference) as case:
            copies = _agreed(case)
            lines = tuple(reversed([*_lines(case, copies)]))
            readers = [line.person for line in copies.readers()] if copies else []
            others = [line.person for line in lines if line.is_out]
            held = {item.person: item.reason for item in copies.withheld()} if copies else {}
            names = told_apart(case.people)
            return tuple(
                _reader(
                    person,
                    names.get(person, person),
                    tuple(line for line in lines if line.person == person),
                    copies,
                    in_plan=person in readers,
                    why_none=held.get(person),
                )
                for person in dict.fromkeys((*readers, *others))
            )

    def set_state(self, reference: str, number: int, state: PaperState, on: dt.date | None) -> None:
        """Set what became of a paper, by its place in the register, and on which day.

        Raises UnknownCase, NotThere, and what a commit raises.
        """
        with self._changing(ActKind.PAPER_CHANGED, reference) as case:
            row = _row(case, number)
            row.state, row.state_on = state, None if state is PaperState.OUT else on

    def move(self, reference: str, number: int, where: PaperPlace, note: str = "") -> None:
        """Set where a paper lies. Raises UnknownCase, NotThere, NotValid, and what a commit raises."""
        with self._changing(ActKind.PAPER_CHANGED, reference) as case:
            row = _row(case, number)
            kept = {name: getattr(row, name) for name in HandedPaperDraft.model_fields}
            draft = checked(
                HandedPaperDraft, **kept | {"where": where, "where_note": blank_to_none(note.strip())}
            )
            row.where, row.where_note = draft.where, draft.where_note

    def strike(self, reference: str, number: int) -> None:
        """Remove a paper that was never handed out. Raises UnknownCase, NotThere, what a commit raises."""
        with self._changing(ActKind.PAPER_STRUCK, reference) as case:
            case.handed_papers.remove(_row(case, number))
            for position, row in enumerate(case.handed_papers):
                row.position = position


def _agreed(case: Case) -> Copies | None:
    """Return the copies of the plan in force; None if no plan was agreed."""
    plan = case.current_plan()
    return Copies(case) if plan is not None and plan.was_agreed else None


def _lines(case: Case, copies: Copies | None) -> Iterator[PaperLine]:
    names = told_apart(case.people)
    for number, row in enumerate(case.handed_papers):
        now = copies.handing_out.version_of(row.person, card=row.card) if copies else row.version
        yield PaperLine(
            number,
            row.person,
            names.get(row.person, row.person),
            row.card,
            row.version,
            row.code,
            row.on,
            PaperPlace(row.where),
            row.where_note,
            PaperState(row.state),
            row.state_on,
            old=row.version < now,
        )


def _reader(
    person: str,
    called: str,
    papers: tuple[PaperLine, ...],
    copies: Copies | None,
    *,
    in_plan: bool,
    why_none: NoCopy | None,
) -> ReaderPapers:
    version = copies.handing_out.version_of(person) if copies else 0
    lacks = False
    if copies and in_plan and why_none is None:
        given = {(paper.card, paper.old) for paper in papers if paper.is_out}
        wanted = (False, True) if copies.handing_out.has_card(person) else (False,)
        lacks = any((card, False) not in given for card in wanted)
    return ReaderPapers(person, called, version, in_plan, why_none, lacks, papers)


def _row(case: Case, number: int) -> HandedPaper:
    if not 0 <= number < len(case.handed_papers):
        raise NotThere(id=str(number))
    return case.handed_papers[number]
