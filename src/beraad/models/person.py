"""People of a case, their contact details, and the secret phrases."""

import datetime as dt

from sqlmodel import JSON, Field

from beraad.models.base import (
    Date,
    Draft,
    Flag,
    Line,
    Name,
    PersonId,
    ReadersColumn,
    Row,
    Text,
    VisibleToReaders,
    children,
    codes,
    no_items,
    parent,
)
from beraad.readers import FACILITATOR
from beraad.terms import CHILD_COPY_UP_TO_AGE, Circle, ContactKind, Paper


class ContactDetailDraft(Draft):
    """Contact detail of somebody. Hidden until somebody says who may have it."""

    kind: ContactKind = Field(sa_type=codes(ContactKind))
    value: Line
    visible_to: VisibleToReaders = Field(default=FACILITATOR, sa_type=ReadersColumn)
    watch_also: list[Line] = Field(default_factory=no_items, sa_type=JSON)
    """Watch words that the facilitator added to those from the value itself."""
    watch_not: list[Line] = Field(default_factory=no_items, sa_type=JSON)
    """Watch words of the value that the facilitator removed."""


class ContactDetail(ContactDetailDraft, Row, table=True):
    """Stored contact detail of a `Person`."""

    __tablename__ = "contact_details"
    person_pk: int | None = parent("people")


class MayCallDraft(Draft):
    """Person whom a child chose to call, named as the child does."""

    person: PersonId
    called: Line | None = None
    """Child's name for this person, e.g. oma; None: as in the plan."""


class MayCall(MayCallDraft, Row, table=True):
    """Stored choice of a child, a `Person`."""

    __tablename__ = "may_call"
    person_pk: int | None = parent("people")


class PersonDraft(Draft):
    """Person of the family, the network or the professionals."""

    id: PersonId
    name: Name
    called: Name
    """Name of this person in the plan, e.g. oma Ans."""
    in_letters: Line | None = None
    """That name as paper prints it, if no font that ships has letters for it."""
    birth_date: Date | None = None
    circle: Circle = Field(sa_type=codes(Circle))
    relation: Line | None = None
    organisation: Line | None = None
    language: Line = "nl"
    """Language tag, BCP 47."""
    plain_language: Flag = False
    large_print: Flag = False
    interpreter: Line | None = None
    paper: Paper = Field(default=Paper.YES, sa_type=codes(Paper))
    paper_note: Line | None = None
    paper_seen_by: list[PersonId] = Field(default_factory=no_items, sa_type=JSON)
    """Ids of people who may see this person's paper: it then holds only what each of them may see too."""
    own_words: Text | None = None
    """Child's own words. For its own copy alone, and only if it said so."""
    own_words_may_be_read: Flag = False
    """True if the child said that its own words may be read on its copy."""
    call_again_on: Date | None = None
    """Day on which to call this person again, where a call could not go on; for the facilitator alone."""


class Person(PersonDraft, Row, table=True):
    """Stored person of a `Case`; `position + 1` is the number that file names use."""

    __tablename__ = "people"
    case_pk: int | None = parent("cases")
    contact: list[ContactDetail] = children("ContactDetail")
    may_call: list[MayCall] = children("MayCall")

    def age_on(self, day: dt.date) -> int | None:
        """Return the age in whole years on `day`, or None if the birth date is not known."""
        if self.birth_date is None:
            return None
        had_birthday = (day.month, day.day) >= (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - (0 if had_birthday else 1)


class SecretDraft(Draft):
    """Word or phrase that only `visible_to` may know, wherever it is typed."""

    text: Line
    visible_to: VisibleToReaders = Field(sa_type=ReadersColumn)
    why: Line | None = None
    watch_also: list[Line] = Field(default_factory=no_items, sa_type=JSON)
    """Watch words that the facilitator added to those from the phrase itself."""
    watch_not: list[Line] = Field(default_factory=no_items, sa_type=JSON)
    """Watch words of the phrase that the facilitator removed."""


class Secret(SecretDraft, Row, table=True):
    """Stored secret phrase of a `Case`."""

    __tablename__ = "secrets"
    case_pk: int | None = parent("cases")


def gets_child_copy(person: Person, day: dt.date) -> bool:
    """Return True if `person` is twelve or younger on `day`; False if the birth date is not known."""
    age = person.age_on(day)
    return age is not None and age <= CHILD_COPY_UP_TO_AGE


def is_child(person: Person | None, day: dt.date) -> bool:
    """Return True if `person` is under 18 on `day`; False if the birth date is not known."""
    if person is None:
        return False
    age = person.age_on(day)
    return age is not None and age < 18
