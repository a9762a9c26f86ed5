"""Telephone numbers of the plan: which are the same, whose they are, and which are nobody's own."""

from __future__ import annotations

import re

from beraad.models.case import Case
from beraad.models.person import Person
from beraad.terms import ContactKind

_PUBLIC = re.compile(r"(?:112|113|144|14\d{3,4}|116\d{3}|0[89]00\d{4,7})")
"""Emergency numbers, and those of helplines, of municipalities, and that are free or paid per call."""

_NUMBER_IN_TEXT = re.compile(r"(?<![\d+])\+?\d(?:[\s().-]?\d){2,14}(?!\d)")


def same_number(number: str) -> str:
    """The number in one spelling (E.164 where it can be read as a number from here), to compare by."""
    import phonenumbers  # noqa: PLC0415 - its tables take long to load, and few plans need them

    try:
        parsed = phonenumbers.parse(number, "NL")
    except phonenumbers.NumberParseException:
        return _digits(number)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def is_public(number: str) -> bool:
    """Whether it is a number such as 112 or 0800-2000, which reaches a service and no person."""
    return _PUBLIC.fullmatch(_digits(number)) is not None


def holds_public_number(text: str) -> bool:
    """Whether such a number stands in the text."""
    return any(is_public(found.group()) for found in _NUMBER_IN_TEXT.finditer(text))


def numbers_of(person: Person | None) -> frozenset[str]:
    """Somebody's telephone numbers, as `same_number` writes them."""
    if person is None:
        return frozenset()
    return frozenset(
        same_number(detail.value)
        for detail in person.contact
        if detail.kind == ContactKind.PHONE and _digits(detail.value)
    )


def owners_of_number(case: Case, number: str) -> tuple[str, ...]:
    """Ids of those of the case whose number it is."""
    wanted = same_number(number)
    return tuple(person.id for person in case.people if wanted in numbers_of(person))


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdecimal())
