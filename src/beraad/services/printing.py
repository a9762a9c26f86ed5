"""Copies on paper: for each attendee their own, and the full plan for the file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from beraad.codes import ActKind, NoCopy, NotInPaper
from beraad.disclosure.audience import File, paper_of
from beraad.disclosure.childs_views import ConsoleLeftOff
from beraad.disclosure.console import in_console
from beraad.disclosure.console_views import ConsoleLeak
from beraad.disclosure.disclose import Copy, Disclosure
from beraad.disclosure.leaks import Leak
from beraad.disclosure.side_by_side import Betrayal, OnePaper, betrayals
from beraad.disclosure.views import PlanView
from beraad.exchange import read_case_file
from beraad.export.childs_copy import held_on_page
from beraad.export.copies import copy_for, full_plan
from beraad.export.document import Document
from beraad.export.in_letters import in_letters
from beraad.export.pdf import Rendered, render, unwritable
from beraad.models import Case, Person
from beraad.models.calling import feared_in
from beraad.paths import file_stem, replace_file
from beraad.places import Place
from beraad.services.agreed_plan import as_agreed, with_plan_of
from beraad.services.case_origin import FromFile, FromStore
from beraad.services.case_undo import CaseUndo
from beraad.services.differences import Differences
from beraad.services.errors import CopyLeaks, NoMeeting, NotValid, UnknownPerson
from beraad.services.exchange_slips import ExchangeSlips
from beraad.services.handing_out import HandingOut
from beraad.services.held_back import in_words, leaks_of
from beraad.services.old_versions import OldVersions
from beraad.services.older_copies import LIST, OlderCopies, read_list
from beraad.services.one_case import reading
from beraad.services.papers_together import pairs_together
from beraad.services.printed import CopyMade, Printed, ReaderLine, Remarked, Removed, Withheld, listing
from beraad.services.unwritable import Unwritable, letters_of, unwritable_in
from beraad.store.store import Store
from beraad.terms import Paper
from beraad.texts import on_one_line

Progress = Callable[[int, int], bool]
"""Function called with (copies done, copies in all) before each copy; False stops."""


def _go_on(_done: int, _total: int) -> bool:
    return True


class Copies:
    """Copies of the plan in force of one case, or of the given `meeting`; a concept is as it stands now.

    Scanned pages are only read for the copy for the file, and never for anybody else's.
    """

    def __init__(self, case: Case, meeting: str | None = None, origin: FromFile | None = None) -> None:
        chosen = case.meeting(meeting) if meeting else case.current_plan()
        if chosen is None:
            raise NoMeeting(reference=case.reference)
        self._whole, self._stored = case, chosen
        is_concept = meeting is not None and chosen.agreed_at is None
        self._case, self._meeting = (case, chosen) if is_concept else as_agreed(case, chosen)
        # Who was named since as feared is feared now, whatever the plan in force was when it was agreed.
        self._feared = feared_in(case)
        self._disclosure = self._disclosed()
        self._origin = origin or FromFile()
        self._papers: dict[str, Copy] = {}
        self._cards: dict[str, Copy | None] = {}
        self._documents: dict[int, Document] = {}
        """By the `id()` of their copies, which are kept as long."""

    @property
    def agreed_at(self) -> str | None:
        """Time at which this plan was agreed; None for a concept."""
        return self._meeting.agreed_at

    @property
    def is_being_changed(self) -> bool:
        """True if this is the plan in force and a newer one is being written in its meeting."""
        return self._meeting is not self._stored and self._stored.agreed_at is None

    @property
    def names(self) -> Mapping[str, str]:
        """Names the plan uses for everybody, by id, all different."""
        return self._disclosure.names

    def readers(self) -> tuple[ReaderLine, ...]:
        """Return everybody who was invited, in the order of the table."""
        return tuple(
            ReaderLine(
                person.id,
                self._disclosure.names[person.id],
                Paper(person.paper),
                person.paper_note,
                card=person.paper != Paper.NO and self._card(person) is not None,
            )
            for person in self._attendees()
        )

    def withheld(self) -> tuple[Withheld, ...]:
        """Return who of the readers gets no copy, and why: said before printing and after."""
        return tuple(held for reader in self._attendees() if (held := self._held(reader)))

    def remarks(self) -> tuple[ConsoleLeak, ...]:
        """Return texts that may tell a hidden detail to somebody who gets a copy: asked once before printing.

        `decide` saves the answer, and the copies follow it.
        """
        found: dict[tuple[Place, Place], tuple[Leak, list[str]]] = {}
        for reader in self._attendees():
            for leak in self._remarks_for(reader):
                told = found.setdefault((leak.place, leak.hidden.place), (leak, []))[1]
                told += self._disclosure.search.reached_by(leak, paper_of(reader))
        return tuple(
            in_console(self._case, leak, tuple(dict.fromkeys(readers))) for leak, readers in found.values()
        )

    def left_off(self, people: Sequence[str] | None = None) -> tuple[ConsoleLeftOff, ...]:
        """Return what is meant for the children among these readers (None: all) and left off their copies.

        It is said before printing, with the words that are the reason.
        """
        papers = [one for one in self._readers(people) if one.paper != Paper.NO]
        return tuple(item for one in papers for item in self._disclosure.left_off(one.id))

    def decide(self, leak: ConsoleLeak, *, is_about: bool) -> None:
        """Save whether a text is about the hidden detail: if so, it is withheld from now on.

        Raises what a commit raises, and then nothing changed.
        """
        self._origin.decide(self._case, leak, is_about=is_about)
        self._disclosure = self._disclosed()
        self._papers.clear()
        self._cards.clear()
        self._documents.clear()

    def one(self, person: str, *, card: bool = False) -> Rendered:
        """Return one person's copy, or the card beside it, not written anywhere.

        Raises UnknownPerson, also for the card of somebody without one, and CopyLeaks.
        """
        reader = self._not_leaking(person)
        made = self._card(reader) if card else self._paper(reader)
        if made is None:
            raise UnknownPerson(person=person)
        return render(self._document(made))

    @cached_property
    def slips(self) -> ExchangeSlips:
        """Slips for those whose own paper is another since the plan before; none for a concept."""
        differences = Differences(self._whole, self._disclosure)
        people = self._attendees() if self.agreed_at else []
        return ExchangeSlips(self, differences, [one for one in people if not self._held(one)])

    @cached_property
    def handing_out(self) -> HandingOut:
        """Hand out these papers and write them in the register; of a concept nothing is written."""
        papers = {False: self._paper, True: self._card}
        return HandingOut(self._whole, self._origin, papers, self._document, agreed=bool(self.agreed_at))

    def drawn_for(self, person: Person) -> Document:
        """Return the paper of somebody before ink, to whom it is known to tell nothing hidden."""
        return self._document(self._paper(person))

    def as_written(self, made: Document) -> Document:
        """Return a document with names in the letters of paper."""
        return self._named(made)

    def for_the_file(self) -> Rendered:
        """Return the full plan: everything but the facilitator's notes, with the scans of signed papers."""
        return render(self._file(with_scans=True))

    def betrayals(self, one: str, other: str, *, drawn: bool = True) -> tuple[Betrayal, ...]:
        """Return what the papers of two people (ids) betray by lying together. Raises UnknownPerson.

        Unless `drawn`, also what the one page of a child may have no room for counts as standing there.
        """
        papers = [self._one_paper(reader, drawn=drawn) for reader in self._readers((one, other))]
        return betrayals(self._case, papers[0], papers[-1], self._disclosure.found.place_of)

    def side_by_side(self) -> tuple[Betrayal, ...]:
        """Return what papers that may lie together betray, of those that are made: said before printing.

        That a child's copy leaves most out and that somebody gave no answer betrays nothing.
        """
        made = [reader for reader in self._attendees() if not self._held(reader)]
        pairs = pairs_together(made)
        found = (item for one, other in pairs for item in self.betrayals(one.id, other.id, drawn=False))
        return tuple(item for item in found if item.why in (NotInPaper.HIDDEN, NotInPaper.CARD))

    def unwritable(self, people: Sequence[str] | None = None) -> tuple[Unwritable, ...]:
        """Return what paper has no letters for in these readers' copies; None: of all, and the file's."""
        made = [one for one in self._readers(people) if not self._held(one)]
        papers = [
            self._document(copy) for one in made for copy in (self._paper(one), self._card(one)) if copy
        ]
        if people is None:
            papers.append(self._file())
        return unwritable_in(papers, self._case.people)

    def spell(self, person: str, letters: str) -> None:
        """Save how the name of somebody is written; the copies follow it.

        Raises NotValid for what paper cannot write either, UnknownPerson, and what a commit raises.
        """
        if self._case.person(person) is None:
            raise UnknownPerson(person=person)
        letters = on_one_line(letters).strip()
        if not letters or unwritable(letters):
            raise NotValid(field="in_letters", cause="unwritable")
        self._origin.spell(self._case, person, letters)
        self._documents.clear()

    def write_all(
        self,
        folder: Path,
        people: Sequence[str] | None = None,
        progress: Progress = _go_on,
    ) -> Printed:
        """Write one PDF per reader, and copies.json, into `folder`.

        copies.json names who was withheld and why: it is for the facilitator, and only its owner can read it.
        People with `paper: no` get none. A leak withholds that reader's copy and prints the others. Older
        copies of these readers are removed, also of who gets none now. The list of another case in the folder
        is renamed. Raises UnknownPerson, OSError.
        """
        readers = self._readers(people)
        folder.mkdir(parents=True, exist_ok=True)
        older = OlderCopies(folder, self._case.reference, file_stem(self._case.reference))
        made: list[CopyMade] = []
        removed: list[Removed] = []
        withheld: list[Withheld] = []
        remarks: list[Remarked] = []
        cancelled = False
        for done, reader in enumerate(readers):
            if not progress(done, len(readers)):
                cancelled = True
                break
            if held := self._held(reader):
                withheld.append(held)
            else:
                made += self._write(reader, folder)
            gone = older.remove(reader.id, self._number(reader), [item.file for item in made])
            removed += (Removed(reader.id, file) for file in gone)
            remarks += (Remarked(reader.id, leak.place, leak.words) for leak in self._remarks_for(reader))
        dates = (self._paper(reader).view.meeting.agreed_at for reader in readers)
        printed = Printed(
            self._case.reference,
            max(filter(None, dates), default=None),
            tuple(made),
            tuple(withheld),
            tuple(remarks),
            tuple(removed),
            self.unwritable([item.person for item in made]),
            self.left_off([item.person for item in made]),
            cancelled,
        )
        self._keep_list_of_another(folder)
        replace_file(folder / LIST, listing(printed))
        self.handed_out(ActKind.COPY_SAVED, [item.person for item in made])
        progress(len(readers), len(readers))
        return printed

    def handed_out(self, kind: ActKind, people: Collection[str]) -> None:
        """Put on record that these readers' copies left the program; an empty id is the one for the file.

        `write_all` does so itself. Raises what a commit raises.
        """
        self._origin.handed_out(kind, self._meeting.id, people)

    def _keep_list_of_another(self, folder: Path) -> None:
        """Give the list of another case in this folder a name of its own; what cannot be read goes."""
        reference = read_list(folder).get("reference")
        if isinstance(reference, str) and reference != self._case.reference:
            (folder / LIST).replace(folder / f"{file_stem(reference)}_{LIST}")

    def name_for(self, person: str | None, *, card: bool = False) -> str:
        """Return the file name for a reader, or a reader's card, or the file of the case (None).

        It holds the reference, the number of the person (`plan` for the file) and the date on this copy,
        which a change that is for others does not move: no name of the family.
        """
        reader = self._case.person(person) if person else None
        made = (self._card(reader) if card else None) or self._paper(reader) if reader else None
        agreed_at = made.view.meeting.agreed_at if made else self.agreed_at
        day = (agreed_at or self._meeting.starts_at or "")[:10] or "concept"
        number = f"{self._number(reader):02d}" if reader else "plan"
        kind = "_kaart" if card else ""
        return f"{file_stem(self._case.reference)}_{number}{kind}_{day}.pdf"

    def _write(self, reader: Person, folder: Path) -> Iterator[CopyMade]:
        """Write the paper and the card of a reader."""
        called, home = self._disclosure.names[reader.id], reader.paper != Paper.ELSEWHERE
        for made in filter(None, (self._paper(reader), self._card(reader))):
            card, document = made.view.card, self._document(made)
            rendered = render(document)
            name = self.name_for(reader.id, card=card)
            replace_file(folder / name, rendered.data)
            yield CopyMade(
                reader.id, called, name, rendered.pages, document.code, home and not card, card=card
            )

    def _document(self, made: Copy) -> Document:
        """A paper or card before ink, made once."""
        if id(made) not in self._documents:
            self._documents[id(made)] = self._named(copy_for(made.view))
        return self._documents[id(made)]

    def _one_paper(self, reader: Person, *, drawn: bool) -> OnePaper:
        """Return the views of this reader's paper and card."""
        made = [copy for copy in (self._paper(reader), self._card(reader)) if copy]
        return OnePaper(reader.id, *(self._drawn(copy) if drawn else copy.view for copy in made))

    def _drawn(self, made: Copy) -> PlanView:
        """Return the view as far as it stands on the page: that of a child may have no room for all of it."""
        view = made.view
        if view.child is None:
            return view
        return replace(view, child=held_on_page(view.child, render(self._document(made)).version))

    def _file(self, *, with_scans: bool = False) -> Document:
        view = self._disclosure.copy(File()).view
        return self._named(full_plan(view, self._pages_of(view) if with_scans else {}))

    def _named(self, made: Document) -> Document:
        """The document with names in letters where that was said, and with those by which no line turns."""
        names = tuple(name for person in self._case.people for name in (person.name, person.called))
        return in_letters(replace(made, names=names), letters_of(self._case.people))

    def _disclosed(self) -> Disclosure:
        return Disclosure(self._case, self._meeting, feared=self._feared, as_agreed=with_plan_of)

    def _leaks(self, reader: Person) -> tuple[Leak, ...]:
        made = filter(None, (self._paper(reader), self._card(reader)))
        return leaks_of(self._disclosure, tuple(leak for copy in made for leak in copy.leaks), reader)

    def _not_leaking(self, person: str) -> Person:
        """Return somebody whose copy tells nothing that it may not. Raises UnknownPerson, CopyLeaks."""
        reader = self._case.person(person)
        if reader is None:
            raise UnknownPerson(person=person)
        if leaks := self._leaks(reader):
            raise CopyLeaks(leaks=in_words(self._disclosure, leaks, reader))
        return reader

    def _number(self, reader: Person) -> int:
        return self._case.people.index(reader) + 1

    def _paper(self, reader: Person) -> Copy:
        """Return what stands in this reader's paper, computed once: nothing changes while it is printed."""
        if reader.id not in self._papers:
            self._papers[reader.id] = self._disclosure.paper(reader.id)
        return self._papers[reader.id]

    def _card(self, reader: Person) -> Copy | None:
        """Return the rest of what this reader may see, if there is any."""
        if reader.id not in self._cards:
            self._cards[reader.id] = self._disclosure.card(reader.id)
        return self._cards[reader.id]

    def _pages_of(self, view: PlanView) -> Mapping[str, bytes]:
        """The scanned pages that this view names: what the door let through, and nothing else."""
        named = [page for item in (view.proof.lines if view.proof else ()) for page in item.scan]
        return self._origin.pages(self._stored, named) if named else {}

    def _remarks_for(self, reader: Person) -> tuple[Leak, ...]:
        if reader.paper == Paper.NO:
            return ()
        card = self._card(reader)
        return (*self._paper(reader).remarks, *(card.remarks if card else ()))

    def _held(self, reader: Person) -> Withheld | None:
        called = self._disclosure.names[reader.id]
        if reader.paper == Paper.NO:
            return Withheld(reader.id, called, NoCopy.PAPER, Place.person(reader.id) / "paper")
        if not (found := self._leaks(reader)):
            return None
        leaks = in_words(self._disclosure, found, reader)
        return Withheld(reader.id, called, NoCopy.LEAK, found[0].place, leaks)

    def _attendees(self) -> list[Person]:
        people = (self._case.person(item.person) for item in self._meeting.participants)
        return [person for person in people if person is not None]

    def _readers(self, people: Sequence[str] | None) -> list[Person]:
        if people is None:
            return self._attendees()
        readers = []
        for person_id in dict.fromkeys(people):
            person = self._case.person(person_id)
            if person is None:
                raise UnknownPerson(person=person_id)
            readers.append(person)
        return readers


class PrintingService:
    """Service for the copies of cases in the store."""

    def __init__(self, store: Store, undo: CaseUndo | None = None) -> None:
        """With `undo`, what is answered before printing can be taken back."""
        self._store, self._undo = store, undo

    def copies(self, reference: str, meeting: str | None = None) -> Copies:
        """Return the copies of a case's plan in force, or of one meeting. Raises UnknownCase, NoMeeting."""
        with reading(self._store, reference) as case:
            return Copies(case, meeting, FromStore(self._store, reference, self._undo))

    def old_versions(self, reference: str) -> OldVersions:
        """Return the plans of a case that count no more. Raises UnknownCase."""
        with reading(self._store, reference) as case:
            return OldVersions(case, FromStore(self._store, reference, self._undo))


def copies_from_file(path: Path) -> Copies:
    """Return the copies of a case file's plan in force, without a store. Raises CaseFileError, NoMeeting."""
    return Copies(read_case_file(path))
