"""Make a child's copy: whom the child may call, where it can go, and what grown-ups promised.

Never on it: a worry, a score, a signature, an institution, the family's name, a task of the child for the
safety of somebody else, or somebody from whom harm may come. Whatever is uncertain is left off, because
this paper lies in a child's room. The facilitator is told what was left off, and which words were in the way.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping

from beraad.disclosure.audience import Eye, Reader
from beraad.disclosure.childs_views import ConsoleLeftOff
from beraad.disclosure.childs_words import WORD, ChildsWords, Unfit, as_we
from beraad.disclosure.shared_views import ViewMaker
from beraad.disclosure.views import CallView, ChildView, GoView, PromiseView, TimingView
from beraad.models import Agreement, ContactDetail, EmergencyStep, Person
from beraad.models.calling import MOST_CALLS, feared_in, may_call_all_the_same
from beraad.models.names import told_apart
from beraad.models.person import gets_child_copy
from beraad.places import Place
from beraad.terms import ContactKind, LeftOff, TimingKind

_LONGEST_NUMBER = 40
"""Number of characters; longer texts hold more than a number to dial."""

_GOES = frozenset(("gaan", "gaat", "mag", "mogen", "kan", "kunnen", "slaapt", "slapen"))
_TO = frozenset(("naar", "bij"))


def childs_copy(maker: ViewMaker, eye: Eye, feared: Collection[str] = ()) -> ChildView | None:
    """Return all that the copy of the child with this `eye` holds; None for a person who gets another copy.

    `feared` are ids of people who are feared besides those whom the case itself names so.
    """
    made = _made_for(maker, eye, feared)
    return made.view if made else None


def left_off(maker: ViewMaker, eye: Eye, feared: Collection[str] = ()) -> tuple[ConsoleLeftOff, ...]:
    """Return what is meant for this child and left off its copy, for the facilitator alone."""
    made = _made_for(maker, eye, feared)
    return tuple(made.left_off) if made else ()


def _made_for(maker: ViewMaker, eye: Eye, feared: Collection[str]) -> _ChildsCopy | None:
    reader = eye.audience.person if isinstance(eye.audience, Reader) else ""
    child = maker.case.person(reader)
    if child is None or not gets_child_copy(child, maker.meeting.day_of_ages):
        return None
    known = maker.known_to(eye, agreed=maker.meeting.was_agreed)
    return _ChildsCopy(maker, child, eye, known, {*feared_in(maker.case), *feared})


@dataclasses.dataclass(frozen=True, slots=True)
class _Named:
    """Person as this child's copy may name them."""

    id: str
    name: str
    called: str
    relation: str | None


class _ChildsCopy:
    """Copy of a child; `known` are the ids of those whom this child knows, `feared` of those feared."""

    def __init__(
        self, maker: ViewMaker, child: Person, eye: Eye, known: Collection[str], feared: Collection[str]
    ) -> None:
        case, self._meeting, self._found = maker.case, maker.meeting, maker.found
        self._child, self._eye, self._feared = child, eye, feared
        self._base = Place.meeting(self._meeting.id)
        self._people = {person.id: person for person in case.people}
        self._words = ChildsWords(case, child, known, feared)
        self._said = {item.person: item.called for item in child.may_call if item.called}
        self.left_off: list[ConsoleLeftOff] = []
        self.view = self._view()

    def _view(self) -> ChildView:
        child = self._child
        calls, promises = list(self._calls())[:MOST_CALLS], list(self._promises())
        owners = (self._people[owner] for item, _text in promises for owner in item.owners)
        names = self._names((*(person for person, *_rest in calls), *owners))
        view = ChildView(
            name=self._words.without_family(child.called),
            calls=tuple(
                self._found.at(place, CallView(names[person.id], detail.value))
                for person, place, detail in calls
            ),
            goes=tuple(dict.fromkeys(self._goes())),
            promises=tuple(self._promise(item, text, names) for item, text in promises),
            own_words=child.own_words if child.own_words_may_be_read else None,
        )
        return self._found.at(Place.person(child.id), view)

    def _names(self, people: Iterable[Person]) -> Mapping[str, str]:
        """Return people's names on this copy: as the child calls them, else as in the plan; no two alike."""
        people = {person.id: person for person in (self._child, *people)}.values()
        named = (_Named(it.id, self._plain(it.name), self._called(it), self._relation(it)) for it in people)
        return told_apart(list(named))

    def _calls(self) -> Iterator[tuple[Person, Place, ContactDetail]]:
        chosen = dict.fromkeys(item.person for item in self._child.may_call)
        for number, who in enumerate(chosen, start=1):
            person, place = self._people[who], Place.person(self._child.id) / "may_call" / number
            if who == self._child.id:
                continue
            if who in self._feared and not may_call_all_the_same(self._meeting, self._child.id, who):
                self._leave_off(LeftOff.FEARED, place, person.called)
            elif phone := self._phone_of(person):
                yield person, *phone
            else:
                self._leave_off(LeftOff.NO_NUMBER, place, person.called)

    def _phone_of(self, person: Person) -> tuple[Place, ContactDetail] | None:
        """Return the first number of somebody that this child may have, with its place; None without one."""
        for index, detail in enumerate(person.contact, start=1):
            fits = detail.kind == ContactKind.PHONE and len(detail.value) <= _LONGEST_NUMBER
            if fits and self._eye.may_see(detail.visible_to):
                return Place.contact(person.id, index), detail
        return None

    def _goes(self) -> Iterator[GoView]:
        steps: list[EmergencyStep] = sorted(self._meeting.emergency, key=lambda step: step.order)
        for number, step in enumerate(steps, start=1):
            words = {word.lower() for word in WORD.findall(step.text)}
            goes = bool(words & _GOES) and bool(words & _TO) and self._words.is_about(step.text)
            if goes and self._eye.may_see(step.visible_to):
                place = self._base / Place.emergency_step(number)
                if (text := self._told(step.text, place, goes=True)) is not None:
                    yield self._found.at(place, GoView(as_we(text)))

    def _promises(self) -> Iterator[tuple[Agreement, str]]:
        # A page holds few: what is about the child comes first.
        for item in sorted(self._meeting.agreements, key=lambda one: not self._words.is_about(one.what)):
            owners = set(item.owners)
            agreed = bool(owners) and owners <= set(item.accepted_by) and item.ended is None
            if agreed and item.what.strip() and self._eye.may_see(item.visible_to, frozenset(owners)):
                place = self._base / Place.agreement(item.id)
                if self._child.id in owners:
                    self._leave_off(LeftOff.TASK, place, item.what, (self._child.called,))
                elif text := self._told(item.what, place):
                    yield item, text

    def _promise(self, item: Agreement, text: str, names: Mapping[str, str]) -> PromiseView:
        when = item.timing
        view = PromiseView(
            text,
            TimingView(TimingKind(when.kind), when.starts_on, when.ends_on, when.rule, when.at),
            tuple(names[owner] for owner in dict.fromkeys(item.owners)),
        )
        return self._found.at(self._base / Place.agreement(item.id), view)

    def _told(self, text: str, place: Place, *, goes: bool = False) -> str | None:
        """Return a text as it is told to the child; note the reason and return None if it cannot be told."""
        try:
            self._words.require_no_fear(text, anywhere=goes)
            return self._words.told(text)
        except Unfit as unfit:
            self._leave_off(unfit.why, place, text, unfit.words)
            return None

    def _leave_off(self, why: LeftOff, place: Place, text: str, words: tuple[str, ...] = ()) -> None:
        self.left_off.append(ConsoleLeftOff(self._child.id, why, place, text, words))

    def _called(self, person: Person) -> str:
        """Return the child's name for somebody, else the name in the plan."""
        return self._plain(self._said.get(person.id) or person.called)

    def _relation(self, person: Person) -> str | None:
        """Return what somebody is to the family; None if that names an institution."""
        try:
            return self._words.told(person.relation) if person.relation else None
        except Unfit:
            return None

    def _plain(self, text: str) -> str:
        return self._words.without_family(text)
