"""Replace names that no font can print by their spelling in other letters."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import TypeVar, cast

from beraad.export.document import Document, Token

T = TypeVar("T")


def in_letters(document: Document, letters: Mapping[str, str]) -> Document:
    """Return the document with every name in it as `letters` gives it, also in texts that people wrote."""
    return (
        _written(document, dict(sorted(letters.items(), key=lambda one: -len(one[0]))))
        if letters
        else document
    )


def texts_of(part: object) -> Iterator[str]:
    """Yield every text of a document, in order; not the initials on a scale, which a dot can replace."""
    if isinstance(part, str) and not isinstance(part, Enum):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from texts_of(item)
    elif dataclasses.is_dataclass(part) and not isinstance(part, Token):
        for field in dataclasses.fields(part):
            yield from texts_of(getattr(part, field.name))


def _written(part: T, letters: Mapping[str, str]) -> T:
    changed: object = part
    if isinstance(part, str) and not isinstance(part, Enum):
        for name, written in letters.items():
            changed = str(changed).replace(name, written)
    elif isinstance(part, tuple):
        items = tuple(_written(item, letters) for item in part)
        changed = items if any(new is not old for new, old in zip(items, part, strict=True)) else part
    elif isinstance(part, Token):
        changed = dataclasses.replace(part, initials=_initials(part.initials, letters))
    elif dataclasses.is_dataclass(part):
        old = {field.name: getattr(part, field.name) for field in dataclasses.fields(part)}
        new = {name: _written(value, letters) for name, value in old.items()}
        if any(new[name] is not old[name] for name in old):
            changed = dataclasses.replace(cast("Document", part), **new)
    return cast("T", changed)


def _initials(initials: str, letters: Mapping[str, str]) -> str:
    """Return the initials of the name in other letters, if these are the initials of the name."""
    known = (written for name, written in letters.items() if name.split()[-1][:2].capitalize() == initials)
    return next((written.split()[-1][:2].capitalize() for written in known), initials)
