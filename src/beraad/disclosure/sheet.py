"""What stands where on the sheet of one reader: settled once, for the ink and for what searches it.

Nothing stands on it twice. An agreement of the reader, or one that names the reader, stands on the front and
no other does; a number that stands at a step is not among the other numbers.
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
"""A sheet that is found tells no place where somebody is: no address, school, work, nor a free field."""


ALARM = "112"
_MOST_LETTERS, _MOST_LETTERS_LARGE = 2_600, 1_000
"""On a front in the smallest letters, beside its head."""
_MOST_LINES_LARGE = 29.0
"""On a front in large letters, beside its head and its titles."""
_AROUND = 15
"""Letters that a text takes besides: the words before it, and what is left of its last line."""
_STEPS_ON_FRONT = 8
"""More than a normal plan has: the rest leaves the room on the front to what the reader does."""


@dataclasses.dataclass(frozen=True, slots=True)
class SheetStep:
    """An emergency step; `call` is the number, None where it stands at an earlier step, at `at_step`."""

    view: EmergencyStepView
    mine: bool
    """Whether it names the reader."""
    call: str | None
    whose: PersonView | None
    """Whose number it is, where it is somebody's that this reader may have."""
    at_step: int | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Signer:
    """Somebody under whose name a signature stands, or a line for it; without an answer only the line."""

    person: PersonView
    answer: AnswerView | None


@dataclasses.dataclass(frozen=True, slots=True)
class Unsigned:
    """Those who answered the same without a signature that can be printed; no answer: who was not there."""

    people: tuple[PersonView, ...]
    answer: AnswerView | None
    """The answer of the first; the others differ from it by their person, remark and strokes alone."""


FACTS = ("owners", "timing", "checked_by", "measured_by", "fallback", "readiness", "waiting")
"""What belongs to an agreement besides what it says, in the order in which it is read."""


class Sheet:
    """The sheet for the reader of a plan; ValueError where nobody is the reader."""

    def __init__(self, view: PlanView) -> None:
        if view.reader is None:
            raise ValueError("a personal copy is for somebody")
        self.view = view
        self.reader = view.reader
        self.person = view.reader.person

    # -- whom to call ----------------------------------------------------------------------------------

    @cached_property
    def fixed(self) -> ContactView | None:
        """The fixed contact of the family, as far as the reader may reach this person."""
        return next((contact for contact in self.view.contacts if contact.fixed_contact), None)

    @cached_property
    def fixed_number(self) -> DetailView | None:
        """The first number of the fixed contact."""
        details = self.fixed.details if self.fixed else ()
        return next((item for item in details if item.kind is ContactKind.PHONE), None)

    @cached_property
    def alarm_first(self) -> bool:
        """Whether 112 stands above the steps: it does not stand at the first of them."""
        steps = self.view.body.emergency
        return not (steps and dialled(steps[0].call or "") == ALARM)

    @cached_property
    def front_steps(self) -> tuple[SheetStep, ...]:
        """The first steps, and every one that names the reader."""
        return tuple(step for place, step in enumerate(self.steps) if place < _STEPS_ON_FRONT or step.mine)

    @cached_property
    def back_steps(self) -> tuple[SheetStep, ...]:
        """All other steps."""
        return tuple(step for step in self.steps if step not in self.front_steps)

    @cached_property
    def steps(self) -> tuple[SheetStep, ...]:
        """Every emergency step, each number once: the fixed contact's stands at the top of the page."""
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
        """The other numbers: not the reader's own, nor those that stand on the front."""
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
        """What the reader takes on."""
        return tuple(item for item in self.view.body.agreements if item.mine)

    @cached_property
    def named(self) -> tuple[AgreementView, ...]:
        """What others take on and in which the reader has a part; first where the sentence itself says so."""
        named = self.reader.named
        found = [item for item in self.view.body.agreements if not item.mine and named.names(item)]
        return tuple(sorted(found, key=lambda item: not named.names(item, "what")))

    @cached_property
    def front(self) -> tuple[AgreementView, ...]:
        """Those whose sentence stands on the front, in their order."""
        return tuple(sorted((*self.own, *self.named), key=lambda item: item.number))

    @cached_property
    def back(self) -> tuple[AgreementView, ...]:
        """Those of which something stands on the back, in their order."""
        return tuple(item for item in self.view.body.agreements if self.on_back(item))

    def on_front(self, agreement: AgreementView) -> tuple[str, ...]:
        """Which facts (of `FACTS`) of an agreement stand on the front.

        All of the reader's own, unless it is crowded. Of another that names the reader: what names this
        reader; who checks reads besides what to check and what if it fails, and who acts reads when. Where it
        is packed, only what names the reader.
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
        """Whether more concerns the reader than the front can hold: then it holds what names the reader."""
        return self._letters_on_front() > (_MOST_LETTERS_LARGE if self._is_large else _MOST_LETTERS)

    @cached_property
    def is_packed(self) -> bool:
        """Whether in large letters even that is too much: then the timing of own agreements is overleaf."""
        return self.is_crowded and self._is_large and self._lines_on_front() > _MOST_LINES_LARGE

    @property
    def _is_large(self) -> bool:
        return self.reader.large_print or self.reader.plain_language

    def _lines_on_front(self) -> float:
        """How many lines a crowded front takes in large letters, beside its head and its titles."""
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
        """Which facts of an agreement stand on the back."""
        front = self.on_front(agreement) if agreement in self.front else ()
        return tuple(fact for fact in self._there(agreement) if fact not in front)

    def _there(self, agreement: AgreementView) -> tuple[str, ...]:
        """Which facts are known. Timing counts as known: what it says is settled by who writes it."""
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
        """Whether the sentence does not begin with the one who does it."""
        alone = agreement.owners[0].called if len(agreement.owners) == 1 else ""
        return not alone or not agreement.what.casefold().startswith(f"{alone} ".casefold())

    def owners(self, agreement: AgreementView) -> tuple[PersonView, ...]:
        """Who takes it on, besides the reader."""
        return tuple(owner for owner in agreement.owners if owner != self.person)

    def waiting(self, agreement: AgreementView) -> tuple[PersonView, ...]:
        """Who of those who take it on has not said yes."""
        if agreement.accepted:
            return ()
        return tuple(owner for owner in agreement.owners if owner.called not in agreement.accepted_by)

    @cached_property
    def own_time_outs(self) -> tuple[TimeOutView, ...]:
        """The time-outs that the reader takes."""
        return tuple(item for item in self.view.body.time_outs if item.mine)

    @cached_property
    def front_time_outs(self) -> tuple[TimeOutView, ...]:
        """Those of others; where the front is crowded, those that name the reader, and none if packed."""
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
        """Who checks, by name; None where nobody does, or the reader."""
        return None if agreement.checked_by == self.person.called else agreement.checked_by

    def helps(self, agreement: AgreementView) -> str | None:
        """What helps the reader."""
        own = (item.remark for item in agreement.readiness if item.person == self.person)
        return next(own, None)

    # -- the own number, and the answers ---------------------------------------------------------------

    @cached_property
    def scales(self) -> tuple[tuple[ScaleView, ScoreView], ...]:
        """The questions that the reader answered, with a number or with words."""
        return tuple(
            (scale, score)
            for scale in self.view.body.scales
            for score in scale.scores
            if score.person == self.person
            and (score.value is not None or score.declined or score.because or score.one_up)
        )

    @cached_property
    def signers(self) -> tuple[Signer, ...]:
        """Those who signed on the screen, then those who may still sign, each on a line."""
        signed = [Signer(item.person, item) for item in self.view.answers if item.strokes]
        open_ones = [Signer(item.person, None) for item in self._unanswered if _may_sign(item)]
        return (*signed, *open_ones)

    @cached_property
    def remarks(self) -> tuple[AnswerView, ...]:
        """Answers with words that the reader may read, the own ones first."""
        said = [item for item in self.view.answers if item.remark]
        return tuple(sorted(said, key=lambda item: item.person != self.person))

    @cached_property
    def unsigned(self) -> tuple[Unsigned, ...]:
        """Everybody else under the plan, those together who answered the same."""
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
        """Who was invited and has not answered, once the plan is agreed."""
        if not self.view.meeting.agreed_at:
            return ()
        answered = {answer.person for answer in self.view.answers}
        return tuple(item for item in self.view.meeting.participants if item.person not in answered)


def _lines(text: str, letters: int) -> int:
    """How many lines a text takes with so many letters in each."""
    return -(-len(text) // letters)


def dialled(number: str) -> str:
    """The digits that are dialled from here: the same for +31 6 and 06."""
    digits = "".join(char for char in number if char.isdecimal())
    return re.sub(r"^(?:00)?31(?=[1-9]\d{8}$)", "0", digits)


def _may_sign(item: AttendanceView) -> bool:
    return item.signs and item.attendance is not Attendance.ABSENT


def _absent(answer: AnswerView | None) -> bool:
    return answer is not None and answer.decision is Decision.ABSENT


def relation_of(person: PersonView) -> str | None:
    """Who somebody is to the family, where the name does not say it already.

    Not the organisation: on a sheet that is found it would tell what the sheet is about, or where a child is.
    """
    said = person.relation and person.called.endswith(f"({person.relation})")
    return None if said else person.relation
