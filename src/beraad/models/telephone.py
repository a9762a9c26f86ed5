"""Telephone numbers of the plan: compare them, and find their owners and the public ones."""

from __future__ import annotations

import re

from beraad.models.case import Case
from beraad.models.person import Person
from beraad.terms import ContactKind

_PUBLIC = re.compile(r"(?:112|113|144|14\d{3,4}|116\d{3}|0[89]00\d{4,7})")
"""Pattern for emergency numbers, helplines, municipalities, and numbers that are free or paid per call."""

_NUMBER_IN_TEXT = re.compile(r"(?<![\d+])\+?\d(?:[\s().-]?\d){2,14}(?!\d)")


def same_number(number: str) -> str:
    """Return the number in one spelling to compare by: E.164 if it can be parsed, else its digits."""
    import phonenumbers  # noqa: PLC0415 - its tables take long to load, and few plans need them

    try:
        parsed = phonenumbers.parse(number, "NL")
    except phonenumbers.NumberParseException:
        return _digits(number)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def is_public(number: str) -> bool:
    """Return True if it is a number such as 112 or 0800-2000, which reaches a service and no person."""
    return _PUBLIC.fullmatch(_digits(number)) is not None


def holds_public_number(text: str) -> bool:
    """Return True if a public number stands in the text."""
    return any(is_public(found.group()) for found in _NUMBER_IN_TEXT.finditer(text))


def numbers_of(person: Person | None) -> frozenset[str]:
    """Return somebody's telephone numbers, in the spelling of `same_number`."""
    if person is None:
        return frozenset()
    return frozenset(
        same_number(detail.value)
        for detail in person.contact
        if detail.kind == ContactKind.PHONE and _digits(detail.value)
    )


def owners_of_number(case: Case, number: str) -> tuple[str, ...]:
    """Return the ids of those in the case whose number it is."""
    wanted = same_number(number)
    return tuple(person.id for person in case.people if wanted in numbers_of(person))


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdecimal())
