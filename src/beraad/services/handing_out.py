"""Hand out papers of one plan: the version of each, and what the register keeps of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from beraad.disclosure.disclose import Copy
from beraad.export.document import Document
from beraad.models import Case, HandedPaper, Person
from beraad.models.handed_paper import HandedPaperDraft
from beraad.services.case_origin import FromFile
from beraad.services.drafts import checked
from beraad.services.errors import UnknownPerson
from beraad.terms import Paper, PaperPlace, PaperState


class HandingOut:
    """Papers and cards of the people of a case, as their readers count versions."""

    def __init__(
        self,
        case: Case,
        origin: FromFile,
        papers: Mapping[bool, Callable[[Person], Copy | None]],
        document: Callable[[Copy], Document],
        *,
        agreed: bool,
    ) -> None:
        """`papers` makes the paper (False) or the card (True) of somebody, `document` what is drawn of it."""
        self._case, self._origin, self._papers, self._document = case, origin, papers, document
        self._agreed = agreed

    def version_of(self, person: str, *, card: bool = False) -> int:
        """Return the version of somebody's paper, or card, from 1.

        Of a card that there is no more, it is one more than the last. Raises UnknownPerson.
        """
        reader = self._reader(person)
        if made := self._papers[card](reader):
            return made.view.version
        return self.version_of(person) + 1

    def has_card(self, person: str) -> bool:
        """Return True if a part of what somebody may see stands on a card. Raises UnknownPerson."""
        return self._papers[True](self._reader(person)) is not None

    def already_out(self, person: str) -> tuple[HandedPaper, ...]:
        """Return the papers of somebody that were handed out and did not come back."""
        rows = self._case.handed_papers
        return tuple(row for row in rows if row.person == person and row.state == PaperState.OUT)

    def hand_out(self, papers: Sequence[tuple[str, bool]], on: dt.date) -> None:
        """Write papers in the register: of each the id of its reader, and True for the card.

        A concept is never handed out, nor is the copy for the file (an empty id): nothing is written of them.
        Raises UnknownPerson, and what a commit raises.
        """
        given = [self._handed(self._reader(person), on, card=card) for person, card in papers if person]
        if self._agreed and given:
            self._origin.hand_out(self._case, given)

    def _handed(self, reader: Person, on: dt.date, *, card: bool) -> HandedPaperDraft:
        made = self._papers[card](reader)
        if made is None:
            raise UnknownPerson(person=reader.id)
        # A card is never kept where the paper lies.
        elsewhere = card or reader.paper == Paper.ELSEWHERE
        return checked(
            HandedPaperDraft,
            person=reader.id,
            version=max(1, made.view.version),
            code=self._document(made).code,
            on=on,
            card=card,
            where=PaperPlace.ELSEWHERE if elsewhere else PaperPlace.HOME,
            where_note=reader.paper_note if elsewhere and not card else None,
        )

    def _reader(self, person: str) -> Person:
        if (found := self._case.person(person)) is None:
            raise UnknownPerson(person=person)
        return found
