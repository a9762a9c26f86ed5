"""Who may see what, worked out anew from the table of the design, on the case file alone.

It shares nothing with the program: no rows, no `may_see`, no views.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from tests.properties.marked_cases import Document, Slot

Who = list[str] | None
"""The ids of everybody who looks at once; None for the file, which sees everything."""


class Oracle:
    """What one audience may see of one meeting of a case file."""

    def __init__(self, document: Document, meeting: Document, who: Who) -> None:
        self.document, self.meeting, self.who = document, meeting, who
        self.people = {person["id"]: person for person in document["people"]}

    def sees(self, visible_to: Any, owners: list[str] | None = None) -> bool:
        """The row of the table for this audience."""
        if self.who is None or visible_to == "everyone":
            return True
        for one in self.who:
            named = isinstance(visible_to, list) and one in visible_to
            if isinstance(visible_to, dict):
                named = one not in visible_to["everyone_but"]
            colleague = visible_to == "professionals" and self.people[one]["circle"] == "professional"
            if not (named or colleague or one in (owners or [])):
                return False
        return bool(self.who)

    def reads(self, answer: Document) -> str:
        """What this audience reads of somebody's answer; who gave it, and the file, read all of it."""
        if self.who is None or answer["person"] in self.who:
            return "words"
        return str(answer.get("shows", "decision"))

    def decision(self, answer: Document) -> str | None:
        """The decision as this audience reads it; None: no more than that this person answered."""
        reads, decision = self.reads(answer), str(answer["decision"])
        if decision == "absent" or reads == "words":
            return decision
        if reads == "answered":
            return None
        return "agree" if decision == "agree_with_remark" else decision

    # -- the texts of an audience, as slots: where they stand in the case file ------------------------

    def copy(self) -> Iterator[Slot]:
        """Every text of the printed copy."""
        yield from texts(self.document, "reference", "family_name")
        yield from texts(self.meeting, "place")
        yield from self.named(self.meeting["facilitator"])
        # A plan that was not agreed yet names nobody who was invited, but to the file.
        for item in self.meeting["participants"] if self.who is None or self.meeting.get("agreed_at") else ():
            yield from self.person(item["person"])
        if self.who and len(self.who) == 1:
            yield from self.person(self.who[0])
            if self.is_child(self.who[0]):
                yield from self.paper_of_a_child(self.people[self.who[0]])
        yield from self.statements()
        yield from self.scales()
        yield from self.agreements(ended=False)
        yield from self.agreements(ended=True)
        yield from self.time_out()
        yield from self.emergency()
        yield from self.contacts()
        for item in self.meeting.get("answers", []):
            yield from self.person(item["person"])
            if self.reads(item) == "words":
                yield from texts(item, "remark")
        yield from self.next_meeting()
        if self.who is None:
            for item in self.meeting.get("overrides", []):
                yield from texts(item, "gap", "reason")
            yield from self.history()

    def paper(self) -> Iterator[Slot]:
        """Every text that is printed on the one reader's paper: less than what the reader may see."""
        (reader,) = self.who or []
        yield from self.named(reader)
        if self.is_child(reader):
            yield from self.paper_of_a_child(self.people[reader])
            return
        yield from texts(self.document, "reference")
        yield from self.statements()
        for item in self.visible("scales"):
            yield from self.own_answers_on_paper(item, reader)
        for item in self.visible("agreements"):
            yield from self.agreement_on_paper(item, reader)
        for item in self.time_outs():
            yield from texts(item, "signal", "goes_to", "returns", "signs")
            yield from self.named(item["takes"])
        yield from self.emergency()
        yield from self.contacts_on_paper(reader)
        yield from self.next_meeting()
        yield from self.signatures()

    def own_answers_on_paper(self, scale: Document, reader: str) -> Iterator[Slot]:
        """The question with the own answer, if there is one; what 0 and 10 mean only beside a number."""
        for answer in scale["scores"]:
            number = answer.get("value") is not None and not answer.get("declined")
            said = number or answer.get("declined") or answer.get("because") or answer.get("one_up")
            if answer["person"] == reader and said:
                yield from texts(scale, "question")
                yield from texts(answer, "because", "one_up")
                yield from self.named(answer.get("spoken_by"))
                yield from texts(scale, "zero", "ten") if number else ()

    def agreement_on_paper(self, item: Document, reader: str) -> Iterator[Slot]:
        """Those who do it are only named; what helps is for who is helped."""
        yield from texts(item, "what")
        for owner in item["owners"]:
            yield from self.named(owner)
        if item.get("ended"):
            yield from texts(item["ended"], "because")
        else:
            yield from texts(item, "measured_by", "fallback")
            yield from self.rule_on_paper(item)
            yield from self.named(item.get("checked_by"))
            yield from self.helps(item, [reader])

    def helps(self, agreement: Document, who: Who) -> Iterator[Slot]:
        """What helps these owners; None: everybody."""
        for item in agreement.get("readiness", []):
            if who is None:
                yield from self.person(item["person"])
                yield from texts(item, "remark")
            elif item["person"] in who and item["person"] in agreement["owners"]:
                yield from texts(item, "remark")

    def contacts_on_paper(self, reader: str) -> Iterator[Slot]:
        """Numbers and addresses for mail of others, and the own number of the fixed contact."""
        for person in self.document["people"]:
            name, fixed = person["id"], person["id"] == self.document.get("contact_person")
            seen = [
                item for item in person.get("contact", []) if self.sees(item.get("visible_to", "facilitator"))
            ]
            phones = [item for item in seen if item["kind"] == "phone"]
            top = phones[:1] if fixed else []
            rest = [item for item in seen if item["kind"] in ("phone", "email") and item not in top]
            rest = [] if name == reader else rest
            for item in (*top, *rest):
                yield from self.named(name)
                yield from texts(item, "value")
            if rest:
                yield from texts(person, "relation")

    def rule_on_paper(self, item: Document) -> Iterator[Slot]:
        """A rule that is none of a calendar is printed as it was written."""
        if item["timing"]["kind"] == "recurring":
            yield from texts(item["timing"], "rule")

    def signatures(self) -> Iterator[Slot]:
        """Everybody's answer, and once it is agreed a line for who has not signed yet."""
        for item in self.meeting.get("answers", []):
            yield from self.named(item["person"])
            if self.reads(item) == "words":
                yield from texts(item, "remark")
        for item in self.meeting["participants"] if self.meeting.get("agreed_at") else ():
            asked = item["attendance"] == "absent" or not self.is_at_most(item["person"], 11)
            yield from self.named(item["person"]) if asked else ()

    def paper_of_a_child(self, child: Document) -> Iterator[Slot]:
        """Whom it chose to call, what grown-ups promised and said yes to, and its own words if it said so."""
        chosen = {item["person"]: item for item in child.get("may_call", []) if item["person"] != child["id"]}
        with_number = [
            (item, number) for item in chosen.values() if (number := self.number_of(item["person"]))
        ]
        for item, number in with_number[:4]:
            yield from texts(number, "value")
            yield from self.called_by(child, item["person"])
        for item in self.visible("agreements"):
            owners = set(item["owners"])
            said_yes = bool(owners) and owners <= set(item.get("accepted_by", []))
            if said_yes and child["id"] not in owners and not item.get("ended"):
                yield from texts(item, "what")
                yield from self.rule_on_paper(item)
                for owner in owners:
                    yield from self.called_by(child, owner)
        if child.get("own_words_may_be_read"):
            yield from texts(child, "own_words")

    def number_of(self, name: str) -> Document | None:
        """The first telephone number of somebody that this audience may have."""
        for item in self.people[name].get("contact", []):
            if item["kind"] == "phone" and self.sees(item.get("visible_to", "facilitator")):
                return dict(item)
        return None

    def called_by(self, child: Document, name: str) -> Iterator[Slot]:
        """What the child calls somebody, or else the plan."""
        for item in child.get("may_call", []):
            if item["person"] == name and item.get("called"):
                yield item, "called"
                return
        yield from self.named(name)

    def is_child(self, name: str) -> bool:
        """Whether this person gets a child's copy."""
        return self.is_at_most(name, 12)

    def is_at_most(self, name: str, age: int) -> bool:
        """Whether this person is so old or younger on the day of the meeting, or today where it has none."""
        born = self.people[name].get("birth_date")
        held = self.meeting.get("starts_at") or self.meeting.get("agreed_at")
        day = (held or dt.date.today().isoformat())[:10]  # noqa: DTZ011
        if not born:
            return False
        years = int(day[:4]) - int(born[:4]) - (day[5:] < born[5:])
        return years <= age

    def time_outs(self) -> Iterator[Document]:
        """The time-outs that this audience may see."""
        first = [self.meeting["time_out"]] if self.meeting.get("time_out") else []
        for item in (*first, *self.meeting.get("more_time_outs", [])):
            if self.sees(item.get("visible_to", "everyone")):
                yield item

    def history(self) -> Iterator[Slot]:
        """The questions that were asked at two meetings or more, up to this one, with who gave a number."""
        asked: dict[tuple[str, str], dict[int, Document]] = {}
        for number, meeting in enumerate(self.document["meetings"]):
            for item in meeting.get("scales", []):
                asked.setdefault((item["kind"], item["question"]), {}).setdefault(number, item)
            if meeting is self.meeting:
                break
        for times in asked.values():
            if len(times) < 2:
                continue
            yield from texts(list(times.values())[-1], "question", "zero", "ten")
            for item in times.values():
                for answer in item["scores"]:
                    if answer.get("value") is not None and not answer.get("declined"):
                        yield from self.person(answer["person"])

    def statements(self) -> Iterator[Slot]:
        """The three columns: not who said it, nor whom it is about."""
        for item in self.visible("statements"):
            yield from texts(item, "text")
            for person in item.get("disputed_by", []):
                yield from self.named(person)

    def scales(self) -> Iterator[Slot]:
        """The questions with all answers; for one person with this person's own."""
        for item in self.visible("scales"):
            yield from texts(item, "question", "zero", "ten")
            yield from self.scores(item)
            before = self.asked_before(item)
            yield from self.scores(before) if before else ()

    def scales_for_the_room(self, sees: dict[str, str]) -> Iterator[Slot]:
        """The questions; of the answers what was chosen to be seen, of two rooms only those of this one."""
        apart = self.meeting.get("mode") == "alternating"
        for item in self.visible("scales"):
            yield from texts(item, "question", "zero", "ten")
            for answer in item["scores"]:
                if apart and answer["person"] not in (self.who or []):
                    continue
                if sees.get(item["id"]) == "words":
                    yield from texts(answer, "because", "one_up")
                number = answer.get("value") is not None and not answer.get("declined")
                if sees.get(item["id"]) == "all" and number:
                    yield from self.person(answer["person"])

    def scores(self, scale: Document) -> Iterator[Slot]:
        """Everybody's answer to one question."""
        for item in scale["scores"]:
            if self.who is not None and item["person"] not in self.who:
                continue
            yield from self.person(item["person"])
            yield from texts(item, "because", "one_up")
            if item.get("spoken_by"):
                yield from self.named(item["spoken_by"])

    def asked_before(self, scale: Document) -> Document | None:
        """The last earlier time that the same question was asked and may be seen."""
        found = None
        for meeting in self.document["meetings"]:
            if meeting is self.meeting:
                break
            same = [
                item
                for item in meeting.get("scales", [])
                if (item["kind"], item["question"]) == (scale["kind"], scale["question"])
                and self.sees(item.get("visible_to", "everyone"))
            ]
            found = same[0] if same else found
        return found

    def agreements(self, *, ended: bool, wall: bool = False) -> Iterator[Slot]:
        """Those that count, or those that no longer do."""
        for item in self.visible("agreements"):
            if bool(item.get("ended")) is not ended:
                continue
            yield from texts(item, "what")
            for owner in item["owners"]:
                yield from self.person(owner)
            if ended:
                yield from texts(item["ended"], "because")
                continue
            yield from texts(item, "measured_by", "fallback")
            yield from texts(item["timing"], "rule")
            for person in [item.get("checked_by"), *item.get("accepted_by", [])]:
                yield from self.named(person) if person else ()
            yield from self.helps(item, self.who) if not wall else ()

    def time_out(self) -> Iterator[Slot]:
        """The time-outs, each all or nothing."""
        for item in self.time_outs():
            yield from texts(item, "signal", "goes_to", "returns", "signs")
            yield from self.person(item["takes"])

    def emergency(self) -> Iterator[Slot]:
        """The emergency steps."""
        for item in self.visible("emergency"):
            yield from texts(item, "text", "number")

    def contacts(self) -> Iterator[Slot]:
        """Who can be reached, and how: nobody without a detail."""
        for person in self.document["people"]:
            details = [
                item for item in person.get("contact", []) if self.sees(item.get("visible_to", "facilitator"))
            ]
            for item in details:
                yield from texts(item, "value")
            if details:
                yield from self.person(person["id"])

    def next_meeting(self) -> Iterator[Slot]:
        """Where the next meeting is."""
        yield from texts(self.meeting.get("next_meeting") or {}, "place")

    def visible(self, kind: str) -> list[Document]:
        """The items of this kind that this audience may see."""
        return [
            item
            for item in self.meeting.get(kind, [])
            if self.sees(item.get("visible_to", "everyone"), item.get("owners"))
        ]

    def hidden(self, kind: str) -> list[Document]:
        """The others."""
        shown = self.visible(kind)
        return [item for item in self.meeting.get(kind, []) if not any(item is one for one in shown)]

    # -- the wall -------------------------------------------------------------------------------------

    def wall(self, step: str, sees: dict[str, str]) -> Iterator[Slot]:
        """Every text of the wall at one step."""
        yield from texts(self.document, "family_name")
        here = [item for item in self.meeting["participants"] if item["person"] in (self.who or [])]
        if step == "welcome":
            for item in here:
                yield from self.person(item["person"])
        elif step in ("worries", "going_well", "what_must_happen"):
            yield from self.statements()
        elif step == "scale":
            yield from self.scales_for_the_room(sees)
        elif step in ("agreements", "decide_and_sign"):
            yield from self.agreements(ended=False, wall=True)
            yield from self.time_out()
            yield from self.emergency()
            if step == "decide_and_sign":
                for item in here:
                    present = item["attendance"] in ("present", "by_phone")
                    yield from self.person(item["person"]) if present else ()
        elif step == "evaluation":
            yield from self.next_meeting()

    # -- people ---------------------------------------------------------------------------------------

    def person(self, name: str) -> Iterator[Slot]:
        """How the plan names somebody with what this person is to the family: never the full name."""
        yield from texts(self.people[name], "called", "relation", "organisation")

    def named(self, name: str | None) -> Iterator[Slot]:
        """How the plan calls somebody."""
        if name:
            yield from texts(self.people[name], "called")


def texts(item: Document, *keys: str) -> Iterator[Slot]:
    """The texts under these keys, where there are any."""
    for key in keys:
        if isinstance(item.get(key), str):
            yield item, key


def room_of(meeting: Document, half: int | None) -> list[str]:
    """Who is in the room: present or by phone, and in this half if the meeting alternates."""
    here = [item for item in meeting["participants"] if item["attendance"] in ("present", "by_phone")]
    if meeting.get("mode") == "alternating" and half is not None:
        here = [item for item in here if item.get("room") in (half, None)]
    return [item["person"] for item in here]
