"""Whole cases in which every text is a mark of its own: wherever a text turns up, it is known whose it is.

`marked_documents` draws a size and a seed and fills the case from these: hundreds of whole cases in a few
seconds. `any_marked_document` draws every key by itself, in every form that a case file allows, and is slow.
"""

import copy
import datetime as dt
import json
import random
import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from hypothesis import strategies as st

from beraad import terms
from beraad.exchange import read_case
from beraad.models import Case
from tests.cases import case_documents

Document = dict[str, Any]
Slot = tuple[Document, str]
"""An object of a case file and the key of one of its texts."""

T = TypeVar("T")

MARK = re.compile(r"q\d{5}q")

_TEXTS = frozenset(
    (
        "because",
        "called",
        "ended_early_because",
        "fallback",
        "family_name",
        "goes_to",
        "interpreter",
        "measured_by",
        "municipality",
        "name",
        "note",
        "number",
        "one_up",
        "organisation",
        "own_words",
        "paper_note",
        "place",
        "question",
        "reason",
        "reference",
        "relation",
        "remark",
        "returns",
        "rule",
        "signal",
        "signs",
        "ten",
        "text",
        "value",
        "what",
        "why",
        "zero",
    )
)


class Marks:
    """Gives out marks, no two the same and none inside another."""

    def __init__(self, after: int = 0) -> None:
        self._given = after

    def next(self) -> str:
        """A mark that was not given before."""
        self._given += 1
        return f"q{self._given:05d}q"


def marks_in(value: object) -> set[str]:
    """Every mark in whatever this is."""
    return set(MARK.findall(repr(value)))


def mark(document: Any, marks: Marks) -> None:
    """Put a mark in every text below here."""
    if isinstance(document, list):
        for item in document:
            mark(item, marks)
    elif isinstance(document, dict):
        for key, value in document.items():
            if key in _TEXTS and isinstance(value, str):
                document[key] = marks.next()
            else:
                mark(value, marks)


def read(document: Document) -> Case:
    """A document as rows."""
    return read_case(json.dumps(document).encode(), "marked.json")


class Author:
    """Fills a case of a given size by chance."""

    def __init__(self, chance: random.Random, people: int, meetings: int, most: int) -> None:
        self.chance, self.most = chance, most
        self.marks = Marks()
        self.text = self.marks.next
        self.people = [f"p{number}" for number in range(1, people + 1)]
        self.meetings = [f"b{number}" for number in range(1, meetings + 1)]
        self.questions: list[tuple[str, str]] = []

    def case(self) -> Document:
        """The whole case file."""
        document = {
            "format": "beraad-case",
            "version": 2,
            "reference": self.text(),
            "family_name": self.text(),
            "people": [self.person(name) for name in self.people],
            "contact_person": self.maybe(self.anyone),
            "secrets": self.some(lambda _: {"text": self.text(), "visible_to": self.visible_to()}),
        }
        document["meetings"] = [self.meeting(name) for name in self.meetings]
        return document

    def person(self, name: str) -> Document:
        """Somebody, often a colleague, with a few ways to be reached."""
        return {
            "id": name,
            "name": self.text(),
            "called": self.text(),
            "circle": self.code(terms.Circle),
            "relation": self.maybe(self.text),
            "organisation": self.maybe(self.text),
            "birth_date": self.maybe(self.day),
            "paper_note": self.maybe(self.text),
            "large_print": self.yes(),
            "contact": self.some(
                lambda _: {
                    "kind": self.code(terms.ContactKind),
                    "value": self.text(),
                    "visible_to": self.visible_to(),
                }
            ),
        }

    def meeting(self, name: str) -> Document:
        """A meeting with some of everything, and what its room saw of the answers."""
        made = self.meeting_alone(name)
        made["shown_answers"] = [self.shown(scale) for scale in made["scales"] for _time in range(2)]
        return made

    def meeting_alone(self, name: str) -> Document:
        """A meeting of which nothing says that any answer was shown."""
        return {
            "id": name,
            "number": self.meetings.index(name) + 1,
            "kind": self.code(terms.MeetingKind),
            "mode": self.code(terms.MeetingMode),
            "starts_at": "2026-11-12T10:00:00",
            "place": self.maybe(self.text),
            "facilitator": self.anyone(),
            "agreed_at": self.maybe(lambda: f"2026-11-12T12:{self.chance.randrange(10, 60)}:00"),
            "participants": [
                {
                    "person": person,
                    "attendance": self.code(terms.Attendance),
                    "room": self.chance.choice((1, 2, None)),
                }
                for person in self.several(self.people)
            ],
            "overrides": self.some(lambda _: {"gap": self.code(terms.Gap), "reason": self.text()}),
            "statements": self.some(lambda number: self.statement(f"{name}s{number}")),
            "scales": self.some(lambda number: self.scale(f"{name}v{number}")),
            "agreements": self.some(lambda number: self.agreement(f"{name}a{number}")),
            "time_out": self.maybe(self.time_out),
            "more_time_outs": self.some(lambda _: self.time_out()) if self.yes() else [],
            "emergency": self.some(
                lambda _: {
                    "order": self.chance.randrange(9),
                    "text": self.text(),
                    "number": self.maybe(self.text),
                    "visible_to": self.visible_to(),
                }
            ),
            "notes": self.some(lambda _: {"text": self.text()}),
            "answers": [
                {
                    "person": person,
                    "decision": self.code(terms.Decision),
                    "remark": self.maybe(self.text),
                    "shows": self.code(terms.AnswerShows),
                    "on_paper": self.yes(),
                    "strokes": [[[0.25, 0.5], [0.5, 0.25]]] if self.yes() else [],
                    "digest": self.maybe(lambda: self.chance.randbytes(32).hex()),
                }
                for person in self.several(self.people)
            ],
            "evaluations": self.some(
                lambda _: {"person": self.anyone(), "trust": self.chance.randrange(1, 11)}
            ),
            "next_meeting": self.maybe(lambda: {"starts_at": None, "place": self.maybe(self.text)}),
        }

    def statement(self, name: str) -> Document:
        """Something in one of the columns."""
        return {
            "id": name,
            "column": self.code(terms.Column),
            "kind": self.code(terms.StatementKind),
            "text": self.text(),
            "by": self.maybe(self.anyone),
            "about": self.several(self.people),
            "disputed_by": self.several(self.people),
            "visible_to": self.visible_to(),
        }

    def scale(self, name: str) -> Document:
        """A question, sometimes one that was asked before."""
        kind, question = self.code(terms.ScaleKind), self.text()
        if self.questions and self.yes():
            kind, question = self.chance.choice(self.questions)
        self.questions.append((kind, question))
        return {
            "id": name,
            "kind": kind,
            "question": question,
            "zero": self.text(),
            "ten": self.text(),
            "scores": [
                {
                    "person": person,
                    "value": self.maybe(lambda: self.chance.randrange(11)),
                    "declined": self.yes(),
                    "because": self.maybe(self.text),
                    "one_up": self.maybe(self.text),
                    "spoken_by": self.maybe(self.anyone),
                }
                for person in self.several(self.people)
            ],
            "visible_to": self.visible_to(),
        }

    def shown(self, scale: Document) -> Document:
        """That some people saw something of the answers to a scale."""
        sees = self.code(terms.RoomSees)
        return {
            "scale": scale["id"],
            "sees": sees,
            "circles": [list(terms.Circle)] if sees == terms.RoomSees.CIRCLES else [],
            "given_by": self.several(self.people) if self.yes() else list(self.people),
            "shown_to": self.several(self.people) if self.yes() else list(self.people),
        }

    def agreement(self, name: str) -> Document:
        """An agreement, sometimes one that was ended."""
        timing = {
            "kind": self.code(terms.TimingKind),
            "starts_on": self.maybe(self.day),
            "rule": self.maybe(self.text),
        }
        return {
            "id": name,
            "what": self.text(),
            "owners": self.several(self.people),
            "timing": timing,
            "measured_by": self.maybe(self.text),
            "checked_by": self.maybe(self.anyone),
            "fallback": self.maybe(self.text),
            "visible_to": self.visible_to(),
            "accepted_by": self.several(self.people),
            "readiness": [{"person": person, "remark": self.text()} for person in self.several(self.people)],
            "ended": self.maybe(lambda: {"on": None, "because": self.maybe(self.text)}),
        }

    def time_out(self) -> Document:
        """A time-out."""
        return {
            "signal": self.text(),
            "takes": self.anyone(),
            "goes_to": self.text(),
            "minutes": self.chance.randrange(5, 90),
            "returns": self.text(),
            "signs": self.maybe(self.text),
            "visible_to": self.visible_to(),
        }

    def visible_to(self) -> Any:
        """A group, or some people, or nobody at all, or everyone but some."""
        groups = (*terms.VisibleTo, terms.VisibleTo.EVERYONE)
        return self.chance.choice((*groups, self.several(self.people), self.everyone_but()))

    def everyone_but(self) -> Document:
        """Everyone but one or more."""
        return {"everyone_but": self.chance.sample(self.people, self.chance.randint(1, len(self.people)))}

    def several(self, items: Sequence[T]) -> list[T]:
        """Some of these, in any order."""
        return self.chance.sample(items, self.chance.randint(0, len(items)))

    def some(self, make: Callable[[int], T]) -> list[T]:
        """Between none and the most of these."""
        return [make(number) for number in range(1, self.chance.randint(0, self.most) + 1)]

    def maybe(self, make: Callable[[], T]) -> T | None:
        """This, or nothing."""
        return make() if self.yes() else None

    def yes(self) -> bool:
        """Heads or tails."""
        return self.chance.random() < 0.5

    def anyone(self) -> str:
        """Somebody of the case."""
        return self.chance.choice(self.people)

    def day(self) -> str:
        """A day on which somebody may have been born, or something begins."""
        return (dt.date(2026, 11, 12) - dt.timedelta(days=self.chance.randrange(20_000))).isoformat()

    def code(self, vocabulary: type[StrEnum]) -> str:
        """A code of the case file."""
        return self.chance.choice(list(vocabulary)).value


def marked_documents() -> st.SearchStrategy[Document]:
    """A whole case with a mark in every text, small ones first."""
    return st.builds(
        lambda people, meetings, most, seed: Author(random.Random(seed), people, meetings, most).case(),
        st.integers(1, 5),
        st.integers(1, 3),
        st.integers(1, 4),
        st.integers(0, 2**32),
    )


@st.composite
def any_marked_document(draw: st.DrawFn) -> Document:
    """The same with every key in every form that a case file allows."""
    document = copy.deepcopy(draw(case_documents(texts=st.just("tekst"))))
    mark(document, Marks())
    return document
