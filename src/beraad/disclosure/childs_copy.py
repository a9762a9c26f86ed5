"""What a child's copy holds: whom it chose to call, where it can go, and what grown-ups promised.

Never a worry, a score, a signature, an institution, the family's name, or what the child should do for the
safety of somebody else. What is not certain is left out: this paper lies in a child's room.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from beraad.disclosure.audience import Eye, Reader
from beraad.disclosure.first_person import in_first_person
from beraad.disclosure.made import Making
from beraad.disclosure.views import CallView, ChildView, PromiseView, TimingView
from beraad.disclosure.watch.dictionary import is_ordinary
from beraad.models import Agreement, EmergencyStep, Person
from beraad.models.mentions import Mentions, genitive
from beraad.models.person import gets_child_copy
from beraad.terms import ContactKind, TimingKind

MOST_CALLS = 4
_LONGEST_NUMBER = 40
"""Letters: what is longer is more than a number to be dialled."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_WHOSE = re.compile(r"['’]s$", re.IGNORECASE)
_BEGINS = re.compile(r"(?:^|[.!?:;\n])[\s'\"‘’“”„(]*$")
_GOES = frozenset(("gaan", "gaat", "mag", "mogen", "kan", "kunnen", "slaapt", "slapen"))
_TO = frozenset(("naar", "bij"))
_THE_CHILDREN = re.compile(r"\bde kinderen\b", re.IGNORECASE)


def childs_copy(making: Making, eye: Eye) -> ChildView | None:
    """All that the copy of the child holds whose `eye` it is; None for who gets another copy."""
    reader = eye.audience.person if isinstance(eye.audience, Reader) else ""
    child = making.case.person(reader)
    if child is None or not gets_child_copy(child, making.meeting.day_of_ages):
        return None
    known = making.known_to(eye, agreed=making.meeting.was_agreed)
    return _ChildsCopy(making, child, eye, known).view()


class _ChildsCopy:
    """The copy of a child; `known` are the ids of those whom this child knows."""

    def __init__(self, making: Making, child: Person, eye: Eye, known: Collection[str]) -> None:
        case, self._meeting, self._found = making.case, making.meeting, making.found
        self._case, self._child, self._eye = case, child, eye
        self._people = {person.id: person for person in case.people}
        self._mentions = Mentions([person for person in case.people if person.id in known])
        self._names = tuple(
            name
            for name in dict.fromkeys((child.name, child.called, child.name.partition(" ")[0]))
            if self._mentions.named_in(name) == [child.id]
        )
        whose = map(genitive, self._names)
        self._whose = tuple(form for form in whose if form and self._mentions.named_in(form) == [child.id])
        names = [name for person in case.people for name in (person.name, person.called)]
        forms = [genitive(name) or "" for whole in names for name in (whole, whole.partition(" ")[0])]
        self._words = {word.lower() for name in (*names, *forms) for word in _WORD.findall(name)}
        self._organisations = [
            re.compile(rf"(?<!\w){re.escape(person.organisation.strip())}(?!\w)", re.IGNORECASE)
            for person in case.people
            if person.organisation and person.organisation.strip()
        ]
        name = re.escape(case.family_name.strip())
        before, behind = r"(?:(?<!\w)(\w+)\s+|\s*)(?<!\w)", r"(s|['’]s|['’](?!\w))?(?!\w)"
        self._family = re.compile(f"{before}{name}{behind}", re.IGNORECASE)
        self._said = {item.person: item.called for item in child.may_call if item.called}

    def view(self) -> ChildView:
        """All of it."""
        child = self._child
        view = ChildView(
            name=self._without_family(child.called),
            calls=tuple(self._calls())[:MOST_CALLS],
            goes=tuple(dict.fromkeys(self._goes())),
            promises=tuple(self._promises()),
            own_words=child.own_words if child.own_words_may_be_read else None,
        )
        return self._found.at(f"people/{child.id}", view)

    def _calls(self) -> Iterator[CallView]:
        chosen = dict.fromkeys(item.person for item in self._child.may_call)
        for person in (self._people[who] for who in chosen if who != self._child.id):
            for index, detail in enumerate(person.contact, start=1):
                fits = detail.kind == ContactKind.PHONE and len(detail.value) <= _LONGEST_NUMBER
                if fits and self._eye.may_see(detail.visible_to):
                    view = CallView(self._called(person), detail.value)
                    yield self._found.at(f"people/{person.id}/contact/{index}", view)
                    break

    def _goes(self) -> Iterator[str]:
        feared = {who for item in self._meeting.statements for who in item.from_ or ()}
        steps: list[EmergencyStep] = sorted(self._meeting.emergency, key=lambda step: step.order)
        for step in steps:
            words = {word.lower() for word in _WORD.findall(step.text)}
            goes = bool(words & _GOES) and bool(words & _TO) and self._is_about(step.text)
            to_feared = feared & set(Mentions(self._case.people).named_in(step.text))
            if (
                goes
                and not to_feared
                and self._eye.may_see(step.visible_to)
                and self._is_for_a_child(step.text)
            ):
                text = re.sub(r"^De kinderen (?=gaan|mogen|kunnen|slapen)", "Wij ", step.text)
                yield self._told(text)

    def _promises(self) -> Iterator[PromiseView]:
        # A page holds few: what is about the child comes first.
        for item in sorted(self._meeting.agreements, key=lambda one: not self._is_about(one.what)):
            if self._is_promise(item) and self._eye.may_see(item.visible_to, frozenset(item.owners)):
                when = item.timing
                view = PromiseView(
                    self._told(item.what),
                    TimingView(TimingKind(when.kind), when.starts_on, when.ends_on, when.rule, when.at),
                    tuple(self._called(self._people[owner]) for owner in dict.fromkeys(item.owners)),
                )
                yield self._found.at(f"meetings/{self._meeting.id}/agreements/{item.id}", view)

    def _is_about(self, text: str) -> bool:
        named = self._child.id in self._mentions.named_in(text)
        return named or _THE_CHILDREN.search(text) is not None

    def _is_promise(self, item: Agreement) -> bool:
        """Whether grown-ups promised it, each of them said yes, and a child may read it."""
        owners = set(item.owners)
        agreed = bool(owners) and owners <= set(item.accepted_by) and item.ended is None
        return agreed and self._child.id not in owners and self._is_for_a_child(item.what)

    def _is_for_a_child(self, text: str) -> bool:
        """Whether a text gives this child no task, and names no institution."""
        if not text.strip() or self._child.id in self._mentions.acting_in(text):
            return False
        plain = self._without_family(text)
        if any(name.search(plain) for name in self._organisations):
            return False
        return not any(
            self._may_be_institution(found, plain[: found.start()]) for found in _WORD.finditer(plain)
        )

    def _may_be_institution(self, found: re.Match[str], before: str) -> bool:
        """A name that is nobody's of this case: where a sentence begins an ordinary word is none."""
        word = _WHOSE.sub("", found.group())
        if not word[0].isupper() or all(part.lower() in self._words for part in re.split(r"-", word)):
            return False
        if len(word) > 1 and word.isupper():
            return True
        return not (_BEGINS.search(before) and is_ordinary(word.lower()))

    def _told(self, text: str) -> str:
        return in_first_person(self._without_family(text).strip(), self._names, self._whose)

    def _called(self, person: Person) -> str:
        """How the child calls somebody; else as the plan does."""
        return self._without_family(self._said.get(person.id) or person.called)

    def _without_family(self, text: str) -> str:
        """The text without the family's name; where nothing else is left, as it was."""
        if not self._case.family_name.strip():
            return text
        return self._family.sub(_first_name, text).strip() or text


def _first_name(found: re.Match[str]) -> str:
    """What is left of a whole name: Mark of Mark Jansen, and Marks of Mark Jansens."""
    before, whose = found[1] or "", found[2] or ""
    return before + whose if before[:1].isupper() else before
