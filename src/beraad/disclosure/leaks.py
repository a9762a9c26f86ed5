"""Searches free text for contact details and phrases that the audience may not have.

A hidden fact also leaks through a sentence. Text and details are folded first, so that "+31 6 77…" finds
"06 77…" and "lindestraat  14" finds "Lindestraat 14". What is looked for is in `needles`; what this search
does not find is in docs/disclosure.md.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator
from typing import TypeVar, cast

from beraad.disclosure.audience import Audience, Eye
from beraad.disclosure.folding import Folded, fold
from beraad.disclosure.needles import Needle, Sign, needles_for, needles_for_phrase
from beraad.disclosure.views import field_names
from beraad.models import Case
from beraad.terms import ContactKind

V = TypeVar("V")

_NAME_IN_CASE = {"call": "number"}
"""Fields that a view names otherwise than the case file."""
_FIRST_LETTERS = 4
"""By so many first letters of what is looked for, a text says what may be in it."""
_FIRST_DIGITS = re.compile(rf"(?=([0-9]{{{_FIRST_LETTERS}}}))")
_REMEMBERED = 2_000
"""Texts of which it is kept what they tell: the largest plan has a few hundred."""
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


class _Sought:
    """All that is looked for, by its first letters: most is nowhere in a text, and is not even tried."""

    def __init__(self, hidden: tuple[Hidden, ...]) -> None:
        self._hidden = hidden
        self._begins: dict[str, list[tuple[int, Needle]]] = {}
        self._always: list[tuple[int, Needle | Sign]] = []
        """What is too short to have so many first letters."""
        for index, item in enumerate(hidden):
            for needle in item.needles:
                if isinstance(needle, Needle) and len(needle.letters) >= _FIRST_LETTERS:
                    self._begins.setdefault(needle.letters[:_FIRST_LETTERS], []).append((index, needle))
                else:
                    self._always.append((index, needle))

    def found_in(self, text: Folded) -> tuple[Hidden, ...]:
        """What this text tells, in the order of the case."""
        letters = text.letters
        begins = {letters[at : at + _FIRST_LETTERS] for at in range(len(letters) - _FIRST_LETTERS + 1)}
        # What is a number is looked for in letters read as digits.
        begins.update(_FIRST_DIGITS.findall(text.numbers))
        near = [tried for begin in begins & self._begins.keys() for tried in self._begins[begin]]
        told = {index for index, needle in (*self._always, *near) if needle.found_in(text)}
        return tuple(self._hidden[index] for index in sorted(told))


class LeakSearch:
    """Everything hidden in one case, and which of it each text tells. Texts are folded once."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._hidden = _with_who_knows(tuple(_hidden_in(case)))
        self._sought = _Sought(self._hidden)
        self._told: dict[str, tuple[Hidden, ...]] = {}
        self._eyes: dict[Audience, Eye] = {}
        self._kept: dict[Audience, frozenset[int]] = {}
        self.contacts_leak: dict[str, bool] = {}
        """Whether the contact details that this person (by id) may have would tell one that is hidden."""

    def told_by(self, text: str, audience: Audience) -> tuple[Hidden, ...]:
        """What `text` tells that `audience` may not have. People always may have their own details."""
        kept = self._kept_from(audience)
        return tuple(item for item in self.told(text) if id(item) in kept)

    def told(self, text: str) -> tuple[Hidden, ...]:
        """What `text` tells that somebody may not have."""
        told = self._told.get(text)
        if told is None:
            if len(self._told) >= _REMEMBERED:
                # Three hours of typing make many texts; those that still stand are folded once more.
                self._told.clear()
            told = self._told[text] = self._sought.found_in(fold(text))
        return told

    def leaks(self, told: Iterable[Leak], audience: Audience) -> tuple[Leak, ...]:
        """Those of `told` that `audience` may not have; an item is named only where none of its texts is."""
        found: list[Leak] = []
        if told == ():
            # Nearly every text of a plan, and all of them are asked about at each edit.
            return ()
        kept = self._kept_from(audience)
        for leak in told:
            if id(leak.hidden) in kept:
                inside = f"{leak.place}/"
                if not any(one.hidden is leak.hidden and one.place.startswith(inside) for one in found):
                    found.append(leak)
        return tuple(found)

    def eye(self, audience: Audience) -> Eye:
        """This audience, which remembers what it may see as long as the people stay the same."""
        if audience not in self._eyes:
            self._eyes[audience] = Eye(self._case, audience)
        return self._eyes[audience]

    def _kept_from(self, audience: Audience) -> frozenset[int]:
        """What `audience` may not have of all that is hidden, by identity."""
        if audience not in self._kept:
            eye = self.eye(audience)
            self._kept[audience] = frozenset(
                id(item) for item in self._hidden if not eye.may_see(item.visible_to, item.known_to)
            )
        return self._kept[audience]


@dataclasses.dataclass(slots=True, eq=False)
class Placed:
    """A view that was given its place, and what is known about it."""

    view: object
    place: str
    told: tuple[Leak, ...] | None = None
    """What it tells that somebody may not have; None: not searched yet."""
    in_json: str | None = None
    """Its canonical JSON; None: not asked for yet."""


class ViewSearch:
    """Searches the views of one state of a case: each view that was given its place is searched once.

    It walks whole views, so that a field added later is searched without anybody thinking of it. After the
    texts of an item come these texts as one: a number can be written half here and half there.

    With the views of the state `before`, searched by the same `search`, an equal view at the same place is
    the very one that stood there, and is not searched again.
    """

    def __init__(self, search: LeakSearch, before: ViewSearch | None = None) -> None:
        self._search = search
        self.known: dict[tuple[str, object], Placed] = {}
        """What was given a place, by place and view."""
        self._before = before.known if before is not None else {}
        # By identity; the views are kept, so that no other comes in their place.
        self._placed: dict[int, Placed] = {}

    def at(self, place: str, view: V) -> V:
        """An equal view; from now on it is known where it stands, e.g. meetings/b1/agreements/a4."""
        key = place, view
        known = self.known.setdefault(key, self._before.get(key) or Placed(view, place))
        self._placed[id(known.view)] = known
        return cast("V", known.view)

    def placed(self, view: object) -> Placed | None:
        """What is known about this very view, if it was given its place."""
        return self._placed.get(id(view))

    def leaks(self, view: object, audience: Audience, place: str = "") -> tuple[Leak, ...]:
        """Every leak of a view to an audience."""
        return self._search.leaks(self._told_in(view, place), audience)

    def told(self, view: object) -> Iterable[Leak]:
        """What a view tells that somebody may not have."""
        return self._told_in(view, "")

    def _told_in(self, view: object, place: str) -> Iterable[Leak]:
        placed = self._placed.get(id(view))
        if placed is None:
            return self._walk(view, place)
        if placed.told is None:
            placed.told = tuple(self._walk(view, placed.place))
        return placed.told

    def _walk(self, view: object, place: str) -> Iterator[Leak]:
        # Codes are texts too, but ours: only what people wrote can leak.
        if type(view) is str:
            yield from (Leak(place, hidden) for hidden in self._search.told(view))
        elif isinstance(view, tuple):
            for item in view:
                yield from self._told_in(item, place)
        elif dataclasses.is_dataclass(view):
            own: list[str] = []
            kind: type = type(view)
            for name in field_names(kind):
                value = getattr(view, name)
                if value is None:
                    continue
                yield from self._told_in(value, f"{place}/{_NAME_IN_CASE.get(name, name)}")
                if type(value) is str and value:
                    own.append(value)
            if len(own) > 1:
                yield from self._walk("\n".join(own), place)


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
    shared = [(item, frozenset(item.needles)) for item in hidden if item.kind in _SHARED and item.owner]
    known = {id(item): frozenset((item.owner,) if item.owner else ()) for item in hidden}
    for item, own in shared:
        others = (other.owner for other, needles in shared if other.kind is item.kind and needles >= own)
        known[id(item)] = frozenset(filter(None, (item.owner, *others)))
    return tuple(dataclasses.replace(item, known_to=known[id(item)]) for item in hidden)
