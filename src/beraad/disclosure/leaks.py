"""Searches free text for contact details and phrases that the audience may not have.

A hidden fact also leaks through a sentence. Text and details are folded first, so that "+31 6 77…" finds
"06 77…" and "lindestraat  14" finds "Lindestraat 14". What is looked for is in `needles`; what this search
does not find is in docs/disclosure.md.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from beraad.disclosure.audience import Audience, may_see
from beraad.disclosure.folding import fold
from beraad.disclosure.needles import Needle, Sign, needles_for, needles_for_phrase
from beraad.models import Case
from beraad.terms import ContactKind

_NAME_IN_CASE = {"call": "number"}
"""Fields that a view names otherwise than the case file."""
_SHARED = (ContactKind.ADDRESS, ContactKind.SCHOOL)
"""What people have in common who live or learn together. One number with two people is a slip of the pen."""


@dataclasses.dataclass(frozen=True, slots=True)
class Hidden:
    """Something that not everybody may have: a contact detail (`owner`, `kind`) or a phrase (`kind` None)."""

    owner: str | None
    kind: ContactKind | None
    visible_to: object = dataclasses.field(hash=False)
    needles: tuple[Needle | Sign, ...]
    place: str
    """Where in the case it stands, e.g. people/rima/contact/1."""
    known_to: frozenset[str] = frozenset()
    """Whose own detail it is too: people who live together have one address."""


@dataclasses.dataclass(frozen=True, slots=True)
class Leak:
    """A text that would tell the audience what it may not have."""

    place: str
    """Which text, as a path in the case, e.g. meetings/b1/agreements/a4/what; an item where it takes two."""
    hidden: Hidden


class LeakSearch:
    """Everything hidden in one case, and which of it each text tells. Texts are folded once."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._hidden = _with_who_knows(tuple(_hidden_in(case)))
        self._told: dict[str, tuple[Hidden, ...]] = {}

    def told_by(self, text: str, audience: Audience) -> tuple[Hidden, ...]:
        """What `text` tells that `audience` may not have. People always may have their own details."""
        told = self._told.get(text)
        if told is None:
            folded = fold(text)
            told = tuple(item for item in self._hidden if any(n.found_in(folded) for n in item.needles))
            self._told[text] = told
        return tuple(
            item for item in told if not may_see(self._case, item.visible_to, audience, item.known_to)
        )

    def leaks(self, texts: Iterable[tuple[str, str]], audience: Audience) -> tuple[Leak, ...]:
        """Leaks in (place, text) pairs; an item as a whole is named only where none of its texts is."""
        found: list[Leak] = []
        for place, text in texts:
            for hidden in self.told_by(text, audience):
                inside = f"{place}/"
                if not any(leak.hidden is hidden and leak.place.startswith(inside) for leak in found):
                    found.append(Leak(place, hidden))
        return tuple(found)


def _hidden_in(case: Case) -> Iterator[Hidden]:
    for person in case.people:
        for index, detail in enumerate(person.contact):
            place = f"people/{person.id}/contact/{index + 1}"
            needles = needles_for(detail.kind, detail.value)
            yield Hidden(person.id, ContactKind(detail.kind), detail.visible_to, needles, place)
    for index, secret in enumerate(case.secrets):
        needles = needles_for_phrase(secret.text)
        yield Hidden(None, None, secret.visible_to, needles, f"secrets/{index + 1}")


def _with_who_knows(hidden: tuple[Hidden, ...]) -> tuple[Hidden, ...]:
    """Each detail with the people who have it as their own: its owner, and whoever has the same."""
    shared = [(item.owner, item.kind, frozenset(item.needles)) for item in hidden if item.kind in _SHARED]
    known: list[Hidden] = []
    for item in hidden:
        others = (
            owner
            for owner, kind, needles in shared
            if owner and kind is item.kind and needles.issuperset(item.needles)
        )
        owners = frozenset((item.owner, *others) if item.owner else ())
        known.append(dataclasses.replace(item, known_to=owners))
    return tuple(known)


def texts_in(
    view: object, places: dict[str, str], path: str = "", place: str = ""
) -> Iterator[tuple[str, str]]:
    """Every text in a view, with the place in the case that it comes from.

    It walks the whole view, so that a field added later is searched without anybody thinking of it. After
    the texts of an item come these texts as one: a number can be written half here and half there.
    """
    here = places.get(path)
    if here is not None:
        place = here
    if isinstance(view, str):
        # Codes are texts too, but ours: only what people wrote can leak.
        if type(view) is str and view:
            yield place, view
    elif dataclasses.is_dataclass(view):
        own: list[str] = []
        for field in dataclasses.fields(view):
            value = getattr(view, field.name)
            inner = f"{path}.{field.name}" if path else field.name
            name = _NAME_IN_CASE.get(field.name, field.name)
            yield from texts_in(value, places, inner, f"{place}/{name}")
            if type(value) is str and value:
                own.append(value)
        if len(own) > 1:
            yield place, "\n".join(own)
    elif isinstance(view, tuple):
        for index, item in enumerate(view):
            yield from texts_in(item, places, f"{path}[{index}]", place)
