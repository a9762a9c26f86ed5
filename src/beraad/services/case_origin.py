"""Origin of a case that is printed, a store or a case file, and what is kept there."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager

from typing_extensions import override

from beraad.codes import ActKind
from beraad.disclosure.console_views import ConsoleLeak
from beraad.models import Case, HandedPaper, Meeting
from beraad.models.handed_paper import HandedPaperDraft
from beraad.places import Place
from beraad.services.acts import record
from beraad.services.case_undo import CaseUndo
from beraad.services.errors import UnknownPerson
from beraad.services.hidden_rows import decide
from beraad.services.one_case import changing
from beraad.store.store import Store


class FromFile:
    """Case that stands in no store: it has no scanned pages, and nothing is kept of it."""

    def pages(self, _meeting: Meeting, _identities: Collection[str]) -> Mapping[str, bytes]:
        """Return scanned pages of a meeting as JPEG, by their SHA-256."""
        return {}

    def decide(self, case: Case, leak: ConsoleLeak, *, is_about: bool) -> None:
        """Save an answer to "Gaat dit over …?", and put it in the case. Raises what a commit raises."""
        decide(case, leak, is_about=is_about)

    def spell(self, case: Case, person: str, letters: str) -> None:
        """Save how the name of a person is written. Raises UnknownPerson, and what a commit raises."""
        _spell(case, person, letters)

    def handed_out(self, kind: ActKind, meeting: str, people: Collection[str]) -> None:
        """Put on record that copies of a meeting left the program; an empty id is the copy for the file."""

    def hand_out(self, case: Case, papers: Sequence[HandedPaperDraft]) -> None:
        """Write papers in the register, and put them in the case. Raises what a commit raises."""
        _register(case, papers)


class FromStore(FromFile):
    """Case of a store. What is answered about it is kept there, and what is handed out is an act."""

    def __init__(self, store: Store, reference: str, undo: CaseUndo | None = None) -> None:
        """With `undo`, what is answered can be taken back."""
        self._store, self._reference, self._undo = store, reference, undo

    @override
    def pages(self, meeting: Meeting, identities: Collection[str]) -> Mapping[str, bytes]:
        with self._store.unit_of_work() as work:
            return work.scan_pages.read(meeting, identities)

    @override
    def decide(self, case: Case, leak: ConsoleLeak, *, is_about: bool) -> None:
        with self._changing(ActKind.HIDDEN_DECIDED) as stored:
            decide(stored, leak, is_about=is_about)
        super().decide(case, leak, is_about=is_about)

    @override
    def spell(self, case: Case, person: str, letters: str) -> None:
        with self._changing(ActKind.LETTERS_CHOSEN) as stored:
            _spell(stored, person, letters)
        super().spell(case, person, letters)

    @override
    def handed_out(self, kind: ActKind, meeting: str, people: Collection[str]) -> None:
        record(self._store, kind, self._reference, places=(Place.meeting(meeting),), people=people)

    @override
    def hand_out(self, case: Case, papers: Sequence[HandedPaperDraft]) -> None:
        with self._changing(ActKind.HANDED_OUT) as stored:
            _register(stored, papers)
        super().hand_out(case, papers)

    def _changing(self, kind: ActKind) -> AbstractContextManager[Case]:
        return changing(self._store, kind, self._reference, undo=self._undo)


def _spell(case: Case, person: str, letters: str) -> None:
    if (named := case.person(person)) is None:
        raise UnknownPerson(person=person)
    named.in_letters = letters


def _register(case: Case, papers: Sequence[HandedPaperDraft]) -> None:
    for draft in papers:
        case.handed_papers.append(HandedPaper(**draft.values(), position=len(case.handed_papers)))
