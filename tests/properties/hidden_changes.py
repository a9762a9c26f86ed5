"""Another case that this audience cannot tell from the first: what it may not see is changed by chance."""

import copy
import datetime as dt
import random

from tests.properties.marked_cases import Author, Document
from tests.properties.oracle import Oracle, Who

LISTS = ("statements", "scales", "agreements", "emergency")


class HiddenChanges:
    """Changes, drops and adds what `who` may not see; `wall` changes what only a copy shows too."""

    def __init__(self, document: Document, who: list[str], seed: int, *, wall: bool = False) -> None:
        self.document = copy.deepcopy(document)
        self.who, self.wall = who, wall
        self.chance = random.Random(seed)
        self.author = Author(self.chance, len(document["people"]), 1, 2)
        self.author.marks = self.author.marks.__class__(after=50_000)
        self.author.text = self.author.marks.next
        self.added = 0

    def make(self) -> Document:
        """The other case."""
        self._case()
        for person in self.document["people"]:
            self._person(person)
        for meeting in self.document["meetings"]:
            self._meeting(meeting)
        return self.document

    def _case(self) -> None:
        text, yes = self.author.text, self.author.yes
        self.document["municipality"] = text()
        self.document["secrets"] = [
            {"text": text(), "visible_to": []} for _ in range(self.chance.randrange(3))
        ]
        self.document["registration"] = {"organisations": [text()]} if yes() else {}
        self.document["help_evaluation"] = [{"person": None, "trust": 3}] if yes() else []
        self.document["phases"] = [{"phase": "monitor", "from": None}] if yes() else []

    def _person(self, person: Document) -> None:
        text = self.author.text
        person["name"] = text()
        person["interpreter"], person["paper_note"] = text(), text()
        person["paper"] = self.chance.choice(("yes", "no", "elsewhere"))
        if self.wall or person["id"] not in self.who:
            # Who is under twelve is not asked to sign: that is seen on every copy.
            year = 2020 if (person.get("birth_date") or "") > "2014-11-12" else 2010
            person["birth_date"] = dt.date(year, 1, 1 + self.chance.randrange(28)).isoformat()
            person["large_print"], person["plain_language"] = self.author.yes(), self.author.yes()
        contact = person.get("contact", [])
        kept = [item for item in contact if self._sees(item.get("visible_to", "facilitator"))]
        others = [item for item in contact if not any(item is one for one in kept)]
        for item in others:
            item["value"] = text()
        more = {"kind": "other", "value": text(), "visible_to": self._hidden_group()}
        person["contact"] = self._mixed(kept, [*others, more])

    def _meeting(self, meeting: Document) -> None:
        author = self.author
        oracle = self._oracle(meeting)
        for kind in LISTS:
            hidden = [item for item in oracle.hidden(kind) if author.yes()]
            for item in hidden:
                self._change(item)
            if author.yes():
                hidden.append(self._new(kind))
            meeting[kind] = self._mixed(oracle.visible(kind), hidden)
        self._shown_answers(meeting)
        time_out = meeting.get("time_out")
        if time_out is None or not self._sees(time_out.get("visible_to", "everyone")):
            hidden_one = {**author.time_out(), "visible_to": self._hidden_group()}
            meeting["time_out"] = author.chance.choice((None, hidden_one))
        for item in (*meeting["statements"], *meeting["agreements"]):
            for key in ("by", "about", "covers", "origin"):
                item.pop(key, None)
        self._readiness_and_time_outs(meeting)
        meeting["note_taker"] = author.maybe(author.anyone)
        self._facilitators_own(meeting)
        meeting["evaluations"] = [{"person": None, "trust": 9}] if author.yes() else []
        meeting["overrides"] = [{"gap": "no_check", "reason": author.text()}] if author.yes() else []
        for item in [] if self.wall else oracle.visible("scales"):
            self._answers_of_others(item)
        self._answers(meeting)
        if not self.wall:
            meeting["agenda"] = [{"step": "welcome", "planned_minutes": 5}] if author.yes() else []
            for item in meeting["participants"]:
                item["room"] = self.chance.choice((1, 2, None))

    def _shown_answers(self, meeting: Document) -> None:
        """What a room saw goes with its question; no copy depends on it."""
        there = {item["id"] for item in meeting["scales"]}
        shown = [row for row in meeting.get("shown_answers", []) if row["scale"] in there]
        meeting["shown_answers"] = shown if self.wall else [row for row in shown if self.author.yes()]

    def _facilitators_own(self, meeting: Document) -> None:
        """What is for the facilitator alone, always."""
        author = self.author
        for item in meeting["statements"]:
            item["from"] = author.maybe(lambda: [author.anyone()])
        meeting["notes"] = [{"text": author.text()}]
        draft = {"place": "statements/new/danger", "text": author.text(), "by": author.anyone()}
        meeting["drafts"] = [draft | {"from": [author.anyone()], "disputed_by": [author.anyone()]}]

    def _answers_of_others(self, scale: Document) -> None:
        """Others give other numbers and words, or none, or for the first time."""
        own = [item for item in scale["scores"] if item["person"] in self.who]
        others = [item for item in self.author.scale("x")["scores"] if item["person"] not in self.who]
        scale["scores"] = self._mixed(own, others)

    def _answers(self, meeting: Document) -> None:
        """What a reader answered for is the reader's; what another answered for may hold what is hidden."""
        for item in meeting.get("answers", []):
            if self.wall or item["person"] not in self.who:
                self._words_of(item)
                item["digest"] = self.author.maybe(lambda: self.chance.randbytes(32).hex())
            if self.wall:
                item["remark"] = self.author.text()

    def _words_of(self, answer: Document) -> None:
        """What others do not read of an answer is another, or gone."""
        reads, yes = answer.get("shows", "decision"), self.author.yes()
        absent = answer["decision"] == "absent"
        if reads != "words":
            answer["remark"] = self.author.maybe(self.author.text)
        if reads == "decision" and answer["decision"] in ("agree", "agree_with_remark"):
            answer["decision"] = "agree" if yes else "agree_with_remark"
        if reads == "answered" and not absent:
            answer["decision"] = self.chance.choice(("agree", "agree_with_remark", "disagree", "unable"))
            answer["on_paper"], answer["strokes"] = yes, [[[0.1, 0.2]]] if yes else []

    def _readiness_and_time_outs(self, meeting: Document) -> None:
        """Leave what helps the one reader, and the other time-outs that are seen."""
        for item in meeting["agreements"]:
            mine = [name for name in self.who if len(self.who) == 1 and name in item.get("owners", [])]
            item["readiness"] = [one for one in item.get("readiness", []) if one["person"] in mine]
        for out in meeting.get("more_time_outs", []):
            if not self._sees(out.get("visible_to", "everyone")):
                out |= {**self.author.time_out(), "visible_to": self._hidden_group()}

    def _change(self, item: Document) -> None:
        text = self.author.text
        for key in ("text", "question", "what", "fallback", "number"):
            if isinstance(item.get(key), str):
                item[key] = text()
        if "column" in item:
            item["column"] = self.chance.choice(("danger", "safety", "next_step"))
        if "ended" in item:
            item["ended"] = self.author.maybe(lambda: {"on": None, "because": text()})
        if "scores" in item:
            item["scores"] = self.author.scale("x")["scores"]

    def _new(self, kind: str) -> Document:
        """A new item that nobody of the audience may see, nor owns."""
        self.added += 1
        name = f"new{self.added}"
        made = {
            "statements": lambda: self.author.statement(name),
            "scales": lambda: self.author.scale(name),
            "agreements": lambda: {
                **self.author.agreement(name),
                "owners": [one for one in self.author.people if one not in self.who][:1],
            },
            "emergency": lambda: {"order": self.chance.randrange(9), "text": self.author.text()},
        }[kind]()
        return {**made, "visible_to": self._hidden_group()}

    def _hidden_group(self) -> object:
        """Facilitator, or people of whom one in the audience is missing."""
        outside = [person["id"] for person in self.document["people"] if person["id"] not in self.who]
        if not self.who:
            return self.chance.choice(("facilitator", outside))
        left_out = {"everyone_but": [self.chance.choice(list(self.who)), *outside[:1]]}
        return self.chance.choice(("facilitator", outside, left_out))

    def _sees(self, visible_to: object) -> bool:
        return Oracle(self.document, {}, self.who).sees(visible_to)

    def _oracle(self, meeting: Document) -> Oracle:
        who: Who = self.who
        return Oracle(self.document, meeting, who)

    def _mixed(self, kept: list[Document], others: list[Document]) -> list[Document]:
        """The kept in their order, the others anywhere between them."""
        mixed = list(kept)
        for item in others:
            mixed.insert(self.chance.randint(0, len(mixed)), item)
        return mixed
