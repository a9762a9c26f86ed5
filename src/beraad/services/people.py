"""People of a case: returned, saved, and removed while nothing refers to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from beraad.models import Case, ContactDetail, MayCall, Person
from beraad.models.base import Draft
from beraad.models.person import ContactDetailDraft, MayCallDraft, PersonDraft
from beraad.readers import Readers
from beraad.services.drafts import checked
from beraad.services.errors import NotValid, StillNeeded, UnknownPerson
from beraad.services.naming import told_apart
from beraad.services.person_references import references_to
from beraad.services.rows import blank_to_none, in_order
from beraad.services.shown_answers import forget_as_one_circle
from beraad.services.watching import is_placeholder
from beraad.terms import Circle, ContactKind, Paper
from beraad.texts import MOST_PEOPLE, on_one_line


@dataclass(frozen=True, slots=True)
class ContactLine:
    """Contact detail as the case page edits it."""

    kind: ContactKind
    value: str
    visible_to: Readers
    watch_also: tuple[str, ...] = ()
    """Watch words that the facilitator added; see `services.watching`."""
    watch_not: tuple[str, ...] = ()
    """Watch words that the facilitator struck."""


@dataclass(frozen=True, slots=True)
class CallLine:
    """Id of somebody whom a child chose to call, and what the child calls this person."""

    person: str
    called: str | None = None


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Person as the case page edits it."""

    id: str
    name: str
    called: str
    circle: Circle
    birth_date: dt.date | None = None
    relation: str | None = None
    organisation: str | None = None
    language: str = "nl"
    plain_language: bool = False
    large_print: bool = False
    interpreter: str | None = None
    paper: Paper = Paper.YES
    paper_note: str | None = None
    paper_seen_by: tuple[str, ...] = ()
    """People (ids) who may see this person's paper."""
    own_words: str | None = None
    own_words_may_be_read: bool = False
    in_letters: str | None = None
    call_again_on: dt.date | None = None
    contact: tuple[ContactLine, ...] = ()
    may_call: tuple[CallLine, ...] = ()
    """People whom a child chose to call, in its order."""


def put_person(case: Case, wish: PersonLine) -> str:
    """Add (empty id) or change a person with all contact details; return the id. Raises NotValid."""
    values = {name: getattr(wish, name) for name in PersonDraft.model_fields if name != "id"}
    for field in ("name", "called"):
        if not on_one_line(values[field]).strip():
            raise NotValid(field=field, cause="missing")
    person = case.person(wish.id) if wish.id else None
    if wish.id and person is None:
        raise UnknownPerson(person=wish.id)
    for seer in wish.paper_seen_by:
        if case.person(seer) is None:
            raise UnknownPerson(person=seer)
    person_id = wish.id or _person_id(wish.called, {item.id for item in case.people})
    draft = checked(PersonDraft, id=person_id, **values)
    if person is None and len(case.people) >= MOST_PEOPLE:
        raise NotValid(field="people", cause="too_many", most=MOST_PEOPLE)
    # What came with a case file stays as it is.
    kept = {detail.value for detail in person.contact} if person else set()
    contact = [_contact(line, place, kept) for place, line in enumerate(wish.contact)]
    if person is None:
        person = Person(**draft.values(), position=len(case.people))
        case.people.append(person)
    else:
        if person.circle != draft.circle:
            forget_as_one_circle(case, person_id)
        _assign(person, draft)
    person.contact = contact
    _put_calls(case, person, wish)
    return person_id


def put_childs_paper(case: Case, wish: PersonLine) -> None:
    """Change what only the copy of a child holds: whom it may call, and its own words.

    Raises NotValid, UnknownPerson.
    """
    person = case.person(wish.id)
    if person is None:
        raise UnknownPerson(person=wish.id)
    values = {name: getattr(wish, name) for name in PersonDraft.model_fields}
    draft = checked(PersonDraft, **values)
    person.own_words, person.own_words_may_be_read = draft.own_words, draft.own_words_may_be_read
    _put_calls(case, person, wish)


def put_childs_paper_of(person: Person, then: Person) -> None:
    """Restore what the child's copy holds for `person` from the earlier state `then`."""
    if _childs_paper(person) != _childs_paper(then):
        person.own_words, person.own_words_may_be_read = then.own_words, then.own_words_may_be_read
        person.may_call = [*then.may_call]


def _childs_paper(person: Person) -> tuple[object, ...]:
    return _calls(person), person.own_words, person.own_words_may_be_read


def require_free(case: Case, person_id: str) -> Person:
    """Return somebody to whom nothing refers. Raises UnknownPerson, StillNeeded."""
    person = case.person(person_id)
    if person is None:
        raise UnknownPerson(person=person_id)
    if found := references_to(case, person_id):
        raise StillNeeded(called=told_apart(case.people)[person_id], references=found)
    return person


def remove_person(case: Case, person_id: str) -> None:
    """Remove somebody to whom nothing refers, with their own details and seats at plans not yet agreed.

    Raises UnknownPerson, StillNeeded.
    """
    person = require_free(case, person_id)
    for meeting in case.meetings:
        meeting.participants[:] = [seat for seat in meeting.participants if seat.person != person_id]
        in_order(meeting.participants)
        # What this person began to answer and did not give goes along.
        meeting.begun_answers[:] = [row for row in meeting.begun_answers if row.person != person_id]
    case.people.remove(person)
    in_order(case.people)


def _put_calls(case: Case, person: Person, wish: PersonLine) -> None:
    if wish.may_call == _calls(person):
        return
    for line in wish.may_call:
        if case.person(line.person) is None:
            raise UnknownPerson(person=line.person)
    drafts = [
        checked(MayCallDraft, person=line.person, called=blank_to_none(line.called)) for line in wish.may_call
    ]
    person.may_call = [MayCall(**draft.values(), position=n) for n, draft in enumerate(drafts)]


def _calls(person: Person) -> tuple[CallLine, ...]:
    return tuple(CallLine(item.person, item.called) for item in person.may_call)


def person_line(person: Person) -> PersonLine:
    """Return what is known of somebody, to be changed."""
    values = {name: getattr(person, name) for name in PersonDraft.model_fields}
    values |= {"circle": Circle(person.circle), "paper": Paper(person.paper)}
    values["paper_seen_by"] = tuple(person.paper_seen_by)
    return PersonLine(
        **values,
        contact=tuple(map(_contact_line, person.contact)),
        may_call=_calls(person),
    )


def _contact_line(item: ContactDetail) -> ContactLine:
    watched = tuple(item.watch_also), tuple(item.watch_not)
    return ContactLine(ContactKind(item.kind), item.value, item.visible_to, *watched)


def _contact(line: ContactLine, position: int, kept: Collection[str]) -> ContactDetail:
    if not line.value.strip():
        raise NotValid(field="contact", cause="missing")
    if line.value not in kept and is_placeholder(line.value):
        raise NotValid(field="contact", cause="placeholder")
    draft = checked(
        ContactDetailDraft,
        kind=line.kind,
        value=line.value.strip(),
        visible_to=line.visible_to,
        watch_also=list(line.watch_also),
        watch_not=list(line.watch_not),
    )
    return ContactDetail(**draft.values(), position=position)


def _person_id(called: str, taken: set[str]) -> str:
    """A plain id from what the plan calls somebody, e.g. oma-ans; a number where it is taken."""
    plain = (
        "".join(c if c.isascii() and c.isalnum() else "-" for c in called.casefold()).strip("-")[:34] or "p"
    )
    if plain not in taken:
        return plain
    return next(f"{plain}-{n}" for n in range(2, len(taken) + 3) if f"{plain}-{n}" not in taken)


def _assign(row: Person, draft: Draft) -> None:
    for name in type(draft).model_fields:
        setattr(row, name, getattr(draft, name))
