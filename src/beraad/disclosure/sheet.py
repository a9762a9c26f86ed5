"""Layout of the sheet of one reader, decided once for the printed page and for the search for leaks.

Nothing stands on it twice. The front holds the reader's own agreements and those that name the reader, and no
others. A number that stands at a step is not repeated among the other numbers.
"""

from __future__ import annotations

import dataclasses
import re
from functools import cached_property

from beraad.disclosure.views import (
    AgreementView,
    AnswerView,
    AttendanceView,
    ContactView,
    DetailView,
    EmergencyStepView,
    PersonView,
    PlanView,
    ScaleView,
    ScoreView,
    TimeOutView,
)
from beraad.terms import Attendance, ContactKind, Decision

PRINTED_CONTACTS = (ContactKind.PHONE, ContactKind.EMAIL)
"""Contact details on paper. No address, school, work or free field: a lost sheet must not tell a place."""


ALARM = "112"
_MOST_LETTERS, _MOST_LETTERS_LARGE = 2_600, 1_000
"""Most letters on a front in the smallest print and in large print, beside its head."""
_MOST_LINES_LARGE = 29.0
"""Most lines on a front in large print, beside its head and its titles."""
_AROUND = 15
"""Letters added to each text: the words before it, and the rest of its last line."""
_STEPS_ON_FRONT = 8
"""Number of first steps on the front, more than a normal plan has; the reader's tasks need the rest."""


@dataclasses.dataclass(frozen=True, slots=True)
class SheetStep:
    """Emergency step; `call` is its number, None if that stands at an earlier step already, at `at_step`."""

    view: EmergencyStepView
    mine: bool
    """True if it names the reader."""
    call: str | None
    whose: PersonView | None
    """Owner of the number, if this reader may have it from that person."""
    at_step: int | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Signer:
    """Person with a signature, or with a line for one if there is no answer."""

    person: PersonView
    answer: AnswerView | None


@dataclasses.dataclass(frozen=True, slots=True)
class Unsigned:
    """People with the same answer and no signature to print; without an answer, those who were not there."""

    people: tuple[PersonView, ...]
    answer: AnswerView | None
    """Answer of the first; the others differ only by person, remark and strokes."""


FACTS = ("owners", "timing", "checked_by", "measured_by", "fallback", "readiness", "waiting")
"""Facts of an agreement besides its sentence, in reading order."""


class Sheet:
    """Sheet for the reader of a plan; raises ValueError if the plan has no reader."""

    def __init__(self, view: PlanView) -> None:
        if view.reader is None:
            raise ValueError("a personal copy is for somebody")
        self.view = view
        self.reader = view.reader
        self.person = view.reader.person

    # -- whom to call ----------------------------------------------------------------------------------

    @cached_property
    def fixed(self) -> ContactView | None:
        """Fixed contact of the family, if the reader may reach this person."""
        return next((contact for contact in self.view.contacts if contact.fixed_contact), None)

    @cached_property
    def fixed_number(self) -> DetailView | None:
        """First telephone number of the fixed contact."""
        details = self.fixed.details if self.fixed else ()
        return next((item for item in details if item.kind is ContactKind.PHONE), None)

    @cached_property
    def alarm_first(self) -> bool:
        """True if 112 stands above the steps: it is not the number of the first step."""
        steps = self.view.body.emergency
        return not (steps and dialled(steps[0].call or "") == ALARM)

    @cached_property
    def front_steps(self) -> tuple[SheetStep, ...]:
        """First steps, and every later one that names the reader."""
        return tuple(step for place, step in enumerate(self.steps) if place < _STEPS_ON_FRONT or step.mine)

    @cached_property
    def back_steps(self) -> tuple[SheetStep, ...]:
        """All other steps."""
        return tuple(step for step in self.steps if step not in self.front_steps)

    @cached_property
    def steps(self) -> tuple[SheetStep, ...]:
        """Every emergency step, each number once; the fixed contact's stands at the top of the page."""
        whose = {
            dialled(detail.value): contact.person
            for contact in self.view.contacts
            for detail in contact.details
            if detail.kind is ContactKind.PHONE
        }
        at = {dialled(self.fixed_number.value): 0} if self.fixed_number else {}
        if self.alarm_first:
            at[ALARM] = 0
        found = []
        for step in self.view.body.emergency:
            number = dialled(step.call or "")
            earlier = at.get(number) if number else None
            if number and earlier is None:
                at[number] = step.number
            mine = step.number in self.reader.named.steps
            call = step.call if earlier is None else None
            found.append(SheetStep(step, mine, call, whose.get(number), earlier))
        return tuple(found)

    @cached_property
    def numbers(self) -> tuple[tuple[ContactView, tuple[DetailView, ...]], ...]:
        """Other numbers: not the reader's own, nor those that stand on the front."""
        known = {dialled(step.call) or step.call for step in self.steps if step.call}
        if self.fixed_number:
            known.add(dialled(self.fixed_number.value) or self.fixed_number.value)
        found = []
        for contact in self.view.contacts:
            if contact.person == self.person:
                continue
            details: list[DetailView] = []
            for detail in contact.details:
                phone = detail.kind is ContactKind.PHONE
                way = (dialled(detail.value) if phone else "") or detail.value
                if detail.kind in PRINTED_CONTACTS and way not in known:
                    known.add(way)
                    details.append(detail)
            if details:
                found.append((contact, tuple(details)))
        return tuple(found)

    # -- agreements ------------------------------------------------------------------------------------

    @cached_property
    def own(self) -> tuple[AgreementView, ...]:
        """Agreements that the reader takes on."""
        return tuple(item for item in self.view.body.agreements if item.mine)

    @cached_property
    def named(self) -> tuple[AgreementView, ...]:
        """Agreements of others that name the reader; first those whose sentence does."""
        named = self.reader.named
        found = [item for item in self.view.body.agreements if not item.mine and named.names(item)]
        return tuple(sorted(found, key=lambda item: not named.names(item, "what")))

    @cached_property
    def front(self) -> tuple[AgreementView, ...]:
        """Agreements whose sentence stands on the front, in order of number."""
        return tuple(sorted((*self.own, *self.named), key=lambda item: item.number))

    @cached_property
    def back(self) -> tuple[AgreementView, ...]:
        """Agreements with at least one fact on the back, in order of number."""
        return tuple(item for item in self.view.body.agreements if self.on_back(item))

    def on_front(self, agreement: AgreementView) -> tuple[str, ...]:
        """Return the facts (of `FACTS`) of an agreement that stand on the front.

        For an own agreement all facts, unless the front is crowded. For another that names the reader: the
        facts that name this reader. A reader who checks also reads what to check and what to do if it fails;
        a reader who acts also reads when. On a packed front, only the facts that name the reader.
        """
        if agreement.mine and not self.is_crowded:
            return self._there(agreement)
        named = self.reader.named
        wanted = {text for text in ("measured_by", "fallback") if named.names(agreement, text)}
        if agreement.mine and not self.is_packed:
            wanted |= {"timing", "readiness"}
        if named.names(agreement, "checked_by"):
            wanted |= {"checked_by"} if self.is_packed else {"checked_by", "measured_by"}
        if not self.is_crowded and named.names(agreement, "checked_by"):
            wanted |= {"timing", "fallback"}
        if not self.is_crowded and named.names(agreement, "what"):
            wanted.add("timing")
        return tuple(fact for fact in self._there(agreement) if fact in wanted)

    @cached_property
    def is_crowded(self) -> bool:
        """True if more concerns the reader than fits on the front: then it has only what names the reader."""
        return self._letters_on_front() > (_MOST_LETTERS_LARGE if self._is_large else _MOST_LETTERS)

    @cached_property
    def is_packed(self) -> bool:
        """True if even that is too much in large print: then the timing of own agreements goes overleaf."""
        return self.is_crowded and self._is_large and self._lines_on_front() > _MOST_LINES_LARGE

    @property
    def _is_large(self) -> bool:
        return self.reader.large_print or self.reader.plain_language

    def _lines_on_front(self) -> float:
        """Return how many lines a crowded front takes in large print, beside its head and its titles."""
        lines = sum(1.25 * _lines(step.view.text, 44) for step in self.front_steps)
        named = self.reader.named.time_outs
        for place, out in enumerate(self.view.body.time_outs, start=1):
            if not (out.mine or place in named):
                continue
            lines += 1.3 + _lines(f"{out.signs} {out.signal} {out.goes_to} {out.returns}", 42)
        for item in (*self.own, *self.named):
            names = self.reader.named.names
            facts = ["When it is, from which day until when"] if item.mine else []
            facts += [self.helps(item) or "" if item.mine else ""]
            checks = names(item, "checked_by")
            facts += [item.measured_by or "" if checks or names(item, "measured_by") else ""]
            facts += [item.fallback or "" if names(item, "fallback") else ""]
            lines += 0.35 + _lines(item.what, 54) + _lines((" " * 18).join(filter(None, facts)), 54)
        return lines

    def _letters_on_front(self) -> int:
        texts: list[str | None] = []
        for step in self.front_steps:
            texts += [step.view.text, step.call]
        for out in self.view.body.time_outs:
            texts += [out.signs, out.signal, out.goes_to, out.returns]
        for item in (*self.own, *self.named):
            texts.append(item.what)
        for item in self.own:
            texts += [item.measured_by, item.fallback, item.checked_by, self.helps(item)]
        for item in self.named:
            names = self.reader.named.names
            checks = names(item, "checked_by")
            texts += [item.measured_by if checks or names(item, "measured_by") else None]
            texts += [item.fallback if checks or names(item, "fallback") else None]
        return sum(len(text) + _AROUND for text in texts if text)

    def on_back(self, agreement: AgreementView) -> tuple[str, ...]:
        """Return the facts of an agreement that stand on the back."""
        front = self.on_front(agreement) if agreement in self.front else ()
        return tuple(fact for fact in self._there(agreement) if fact not in front)

    def _there(self, agreement: AgreementView) -> tuple[str, ...]:
        """Return the facts that are known. Timing always counts as known: its writer decides what it says."""
        known = {
            "owners": self.owners(agreement) or not agreement.owners if self._asks_who(agreement) else None,
            "timing": True,
            "checked_by": agreement.checked_by,
            "measured_by": agreement.measured_by,
            "fallback": agreement.fallback,
            "readiness": self.helps(agreement),
            "waiting": self.waiting(agreement),
        }
        return tuple(fact for fact in FACTS if known[fact])

    @staticmethod
    def _asks_who(agreement: AgreementView) -> bool:
        """Return True if the sentence does not begin with the one person who does it."""
        alone = agreement.owners[0].called if len(agreement.owners) == 1 else ""
        return not alone or not agreement.what.casefold().startswith(f"{alone} ".casefold())

    def owners(self, agreement: AgreementView) -> tuple[PersonView, ...]:
        """Return the owners other than the reader."""
        return tuple(owner for owner in agreement.owners if owner != self.person)

    def waiting(self, agreement: AgreementView) -> tuple[PersonView, ...]:
        """Return the owners who have not said yes."""
        if agreement.accepted:
            return ()
        return tuple(owner for owner in agreement.owners if owner.called not in agreement.accepted_by)

    @cached_property
    def own_time_outs(self) -> tuple[TimeOutView, ...]:
        """Time-outs that the reader takes."""
        return tuple(item for item in self.view.body.time_outs if item.mine)

    @cached_property
    def front_time_outs(self) -> tuple[TimeOutView, ...]:
        """Time-outs of others; on a crowded front only those that name the reader, on a packed one none."""
        named = self.reader.named.time_outs
        others = ((place, item) for place, item in enumerate(self.view.body.time_outs, 1) if not item.mine)
        if self.is_packed:
            return ()
        return tuple(item for place, item in others if not self.is_crowded or place in named)

    @cached_property
    def back_time_outs(self) -> tuple[TimeOutView, ...]:
        """All other time-outs."""
        front = (*self.own_time_outs, *self.front_time_outs)
        return tuple(item for item in self.view.body.time_outs if item not in front)

    def checker(self, agreement: AgreementView) -> str | None:
        """Return the name of the person who checks; None if nobody or the reader does."""
        return None if agreement.checked_by == self.person.called else agreement.checked_by

    def helps(self, agreement: AgreementView) -> str | None:
        """Return what helps the reader; None if nothing is written down."""
        own = (item.remark for item in agreement.readiness if item.person == self.person)
        return next(own, None)

    # -- the own number, and the answers ---------------------------------------------------------------

    @cached_property
    def scales(self) -> tuple[tuple[ScaleView, ScoreView], ...]:
        """Questions that the reader answered, with a number or with words."""
        return tuple(
            (scale, score)
            for scale in self.view.body.scales
            for score in scale.scores
            if score.person == self.person
            and (score.value is not None or score.declined or score.because or score.one_up)
        )

    @cached_property
    def signers(self) -> tuple[Signer, ...]:
        """People who signed on the screen, then those who may still sign, each on a line."""
        signed = [Signer(item.person, item) for item in self.view.answers if item.strokes]
        open_ones = [Signer(item.person, None) for item in self._unanswered if _may_sign(item)]
        return (*signed, *open_ones)

    @cached_property
    def remarks(self) -> tuple[AnswerView, ...]:
        """Answers with words that the reader may read; the own ones come first."""
        said = [item for item in self.view.answers if item.remark]
        return tuple(sorted(said, key=lambda item: item.person != self.person))

    @cached_property
    def unsigned(self) -> tuple[Unsigned, ...]:
        """All others under the plan, grouped by equal answers."""
        groups: dict[object, list[AnswerView]] = {}
        for answer in self.view.answers:
            if not answer.strokes:
                day = (answer.answered_at or "")[:10]
                key = answer.decision, answer.on_paper, answer.outdated, day
                groups.setdefault(key, []).append(answer)
        found = [Unsigned(tuple(item.person for item in group), group[0]) for group in groups.values()]
        absent = tuple(item.person for item in self._unanswered if item.attendance is Attendance.ABSENT)
        with_word = next((place for place, item in enumerate(found) if _absent(item.answer)), None)
        if absent and with_word is not None:
            found[with_word] = Unsigned((*found[with_word].people, *absent), found[with_word].answer)
        elif absent:
            found.append(Unsigned(absent, None))
        return tuple(found)

    @cached_property
    def _unanswered(self) -> tuple[AttendanceView, ...]:
        """People who were invited and have not answered; empty until the plan is agreed."""
        if not self.view.meeting.agreed_at:
            return ()
        answered = {answer.person for answer in self.view.answers}
        return tuple(item for item in self.view.meeting.participants if item.person not in answered)


def _lines(text: str, letters: int) -> int:
    """Return how many lines a text takes with `letters` letters in each."""
    return -(-len(text) // letters)


def dialled(number: str) -> str:
    """Return the digits to dial from within the Netherlands: the same for +31 6 and 06."""
    digits = "".join(char for char in number if char.isdecimal())
    return re.sub(r"^(?:00)?31(?=[1-9]\d{8}$)", "0", digits)


def _may_sign(item: AttendanceView) -> bool:
    return item.signs and item.attendance is not Attendance.ABSENT


def _absent(answer: AnswerView | None) -> bool:
    return answer is not None and answer.decision is Decision.ABSENT


def relation_of(person: PersonView) -> str | None:
    """Return what somebody is to the family; None if the name says it already.

    The organisation is left out: on a lost sheet it would tell what the sheet is about, or where a child is.
    """
    said = person.relation and person.called.endswith(f"({person.relation})")
    return None if said else person.relation
