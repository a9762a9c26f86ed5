"""Hypothesis strategies for whole valid cases: `case_documents()` as files hold them, `cases()` as rows.

Every key of the format is drawn: absent, with its default, null where null is allowed, or with a value; every
reference is to somebody or something in the same case. `full=True` draws more people, meetings and items.
`texts` can be given where a test wants its own words in every text field.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

from beraad import terms
from beraad.exchange import read_case
from beraad.models import Case
from beraad.texts import on_one_line
from tests.case_values import (
    Strategy,
    codes,
    dates,
    local_times,
    named,
    nasty_texts,
    null_or,
    often_default,
    person_ids,
    strokes,
    times_of_day,
)

Document = dict[str, Any]


class CaseStrategies:
    """The strategies for one case, whose people and ids are already known."""

    def __init__(
        self, people: Sequence[str], meetings: Sequence[Document], texts: Strategy, most: int
    ) -> None:
        self.people = people
        self.meetings = meetings
        self.text = texts
        self.name = texts.map(named)
        self.most = most
        self.person: Strategy = st.sampled_from(people)
        self.statement_ids = [name for meeting in meetings for name in meeting["statements"]]
        self.agreement_ids = [name for meeting in meetings for name in meeting["agreements"]]

    def case(self) -> Strategy:
        """The whole document."""
        list_of = self.list_of
        required = {
            "format": st.just("beraad-case"),
            "version": st.just(2),
            "reference": self.name,
            "family_name": self.text,
            "people": st.tuples(*map(self.person_named, self.people)).map(list),
            "meetings": st.tuples(*map(self.meeting, self.meetings)).map(list),
        }
        optional = {
            "municipality": null_or(self.text),
            "opened_on": null_or(dates()),
            "phases": list_of(
                {"phase": codes(terms.Phase), "from": null_or(dates())},
                {
                    "why": null_or(self.text),
                    "client_safe": null_or(st.booleans()),
                    "network_safe": null_or(st.booleans()),
                    "workers_safe": null_or(st.booleans()),
                },
            ),
            "colours": list_of(
                {
                    "colour": codes(terms.Colour),
                    "on": null_or(dates()),
                    "moment": codes(terms.ColourMoment),
                }
            ),
            "workers": self.several(self.person),
            "contact_person": null_or(self.person),
            "registration": self.registration(),
            "selection": self.selection(),
            "secrets": list_of(
                {"text": self.text, "visible_to": self.visible_to("everyone")},
                {"why": null_or(self.text), **self.watch()},
            ),
            "help_evaluation": self.marks(
                "information clear_goals reachability relationship cooperation danger_and_worries safety_plan"
                " own_contribution children trust safety future_help overall",
                {"person": null_or(self.person), "on": null_or(dates())},
            ),
        }
        if self.agreement_ids:
            optional["checks"] = list_of(
                {
                    "agreement": st.sampled_from(self.agreement_ids),
                    "on": null_or(dates()),
                    "result": codes(terms.CheckResult),
                },
                {
                    "note": null_or(self.text),
                    "by": null_or(self.person),
                    "meeting": null_or(st.sampled_from([meeting["id"] for meeting in self.meetings])),
                    "said_by": null_or(self.person),
                    "visible_to": self.visible_to("facilitator"),
                    "next_on": null_or(dates()),
                    "corrected": self.corrected_checks(),
                },
            )
        optional["leak_decisions"] = list_of(
            {"text": self.text, "detail": self.text, "is_about": st.booleans()}
        )
        optional["handed_papers"] = list_of(
            {
                "person": self.person,
                "version": st.integers(1, 2**53) | st.integers(1, 9),
                "code": self.text,
                "on": null_or(dates()),
            },
            {
                "card": st.booleans(),
                "where": codes(terms.PaperPlace),
                "where_note": null_or(self.text),
                "state": codes(terms.PaperState),
                "state_on": null_or(dates()),
            },
        )
        optional["known_words"] = self.several(self.text)
        return st.fixed_dictionaries(required, optional=optional)

    def registration(self) -> Strategy:
        """Registration, empty too."""
        yes_or_no = null_or(st.booleans())
        return st.fixed_dictionaries(
            {},
            optional={
                "violence_type": null_or(codes(terms.ViolenceType)),
                "violence_natures": st.lists(codes(terms.ViolenceNature), max_size=2),
                "doer_sex": null_or(codes(terms.Sex)),
                "harmed_sex": null_or(codes(terms.Sex)),
                "children_present": yes_or_no,
                "problem_areas": st.lists(codes(terms.ProblemArea), max_size=2),
                "mild_intellectual_disability": yes_or_no,
                "earlier_help": self.several(self.text),
                "organisations": self.several(self.text),
                "ended_early_because": null_or(self.text),
            },
        )

    def selection(self) -> Strategy:
        """The selection checklist, empty too."""
        questions = "imminent_danger monthly_violence repetition_above_half scale_below_five".split()  # noqa: SIM905
        return st.fixed_dictionaries(
            {},
            optional={
                **{question: null_or(st.booleans()) for question in questions},
                "life_areas": self.several(codes(terms.LifeArea)),
                "no_progress": self.several(codes(terms.NoProgress)),
                "earlier_help": self.several(codes(terms.EarlierHelp)),
            },
        )

    def person_named(self, name: str) -> Strategy:
        """Somebody with this id."""
        required = {
            "id": st.just(name),
            "name": self.name,
            "called": self.name,
            "circle": codes(terms.Circle),
        }
        optional = {
            "birth_date": null_or(dates()),
            "relation": null_or(self.text),
            "organisation": null_or(self.text),
            "contact": self.list_of(
                {"kind": codes(terms.ContactKind), "value": self.text},
                {"visible_to": self.visible_to("facilitator"), **self.watch()},
            ),
            "language": often_default(st.sampled_from(("ar", "en", "pl", "x-onbekend")), "nl"),
            "plain_language": st.booleans(),
            "large_print": st.booleans(),
            "interpreter": null_or(self.text),
            "paper": often_default(codes(terms.Paper), "yes"),
            "paper_note": null_or(self.text),
            "paper_seen_by": self.several(self.person),
            "in_letters": null_or(self.text),
            "may_call": self.one_each({}, {"called": null_or(self.text)}),
            "own_words": null_or(self.text),
            "own_words_may_be_read": st.booleans(),
            "call_again_on": null_or(dates()),
        }
        return st.fixed_dictionaries(required, optional=optional)

    def meeting(self, ids: Document) -> Strategy:
        """The meeting with these ids for itself and what is in it."""
        required = {
            "id": st.just(ids["id"]),
            "number": st.just(ids["number"]),
            "kind": codes(terms.MeetingKind),
            "starts_at": null_or(local_times()),
            "facilitator": self.person,
            "participants": self.one_each(
                {"attendance": codes(terms.Attendance)},
                {"room": null_or(st.sampled_from((1, 2)))},
            ),
        }
        optional = {
            "mode": often_default(codes(terms.MeetingMode), "together"),
            "place": null_or(self.text),
            "note_taker": null_or(self.person),
            "statements": self.each_of(ids["statements"], self.statement),
            "scales": self.each_of(ids["scales"], self.scale),
            "agreements": self.each_of(ids["agreements"], self.agreement),
            "time_out": null_or(self.time_out()),
            "more_time_outs": self.several(self.time_out()),
            "agreed_at": null_or(local_times()),
            "cancelled_at": null_or(local_times()),
            "cancelled_why": null_or(self.text),
            "next_meeting": null_or(
                st.fixed_dictionaries(
                    {"starts_at": null_or(local_times())},
                    optional={"place": null_or(self.text), "mode": null_or(codes(terms.MeetingMode))},
                )
            ),
            **self.meeting_lists(),
        }
        if ids["scales"]:
            optional["shown_answers"] = self.shown_answers(ids["scales"])
        for kind in ("statements", "scales", "agreements"):
            if ids[kind]:  # others may refer to these; an empty list may be left out
                required[kind] = optional.pop(kind)
        return st.fixed_dictionaries(required, optional=optional)

    def meeting_lists(self) -> dict[str, Strategy]:
        """The plainer lists of a meeting."""
        minutes = st.integers(0, 2**53)
        return {
            "agenda": self.list_of(
                {"step": codes(terms.Step), "planned_minutes": minutes},
                {"spent_minutes": null_or(minutes), "skipped": st.booleans()},
            ),
            "overrides": self.list_of(
                {"gap": codes(terms.Gap) | self.text, "reason": self.text}, {"subject": null_or(self.text)}
            ),
            "emergency": self.list_of(
                {"order": st.integers(-(2**53), 2**53) | st.integers(1, 9), "text": self.text},
                {"number": null_or(self.text), "visible_to": self.visible_to("everyone")},
            ),
            "notes": self.list_of({"text": self.text}, {"by": self.person}),
            "revisions": self.list_of(
                {"on": dates(), "how": codes(terms.RevisionHow), "begun_at": local_times()},
                {"consulted": self.several(self.person)},
            ),
            "drafts": self.list_of(
                {"place": self.text, "text": self.text.map("Als {}".format)},
                {
                    "kind": null_or(codes(terms.StatementKind)),
                    "by": null_or(self.person),
                    "about": self.several(self.person),
                    "disputed_by": self.several(self.person),
                    "from": self.several(self.person),
                    "nobody": self.several(codes(terms.Whom)),
                    "visible_to": st.none() | self.readers(),
                    "at": null_or(local_times()),
                },
            ),
            "answers": self.one_each(
                {"decision": codes(terms.Decision)},
                {
                    "remark": null_or(self.text),
                    "answered_at": null_or(local_times()),
                    "digest": null_or(st.binary(min_size=32, max_size=32).map(bytes.hex)),
                    "on_paper": st.booleans(),
                    "strokes": strokes(),
                    "shows": often_default(codes(terms.AnswerShows), "decision"),
                    "document": null_or(st.binary(min_size=32, max_size=32).map(bytes.hex)),
                },
            ),
            "evaluations": self.marks(
                "respect trust cooperation voicing_worries safety_plan future_safety",
                {"person": null_or(self.person)},
            ),
        }

    def statement(self, name: str) -> Strategy:
        """The statement with this id, its kind not always one of its column."""
        required = {
            "id": st.just(name),
            "column": codes(terms.Column),
            "kind": codes(terms.StatementKind),
            "text": self.text,
        }
        optional = {
            "by": null_or(self.person),
            "about": self.several(self.person),
            "disputed_by": self.several(self.person),
            "from": null_or(self.several(self.person)),
            "origin": self.one_of_ids([*self.statement_ids, *self.agreement_ids]),
            "origin_meeting": self.one_of_ids([meeting["id"] for meeting in self.meetings]),
            "visible_to": self.visible_to("everyone"),
        }
        return st.fixed_dictionaries(required, optional=optional)

    def scale(self, name: str) -> Strategy:
        """The scale question with this id, and some answers."""
        required = {
            "id": st.just(name),
            "kind": codes(terms.ScaleKind),
            "question": self.text,
            "zero": self.text,
            "ten": self.text,
            "scores": self.one_each(
                {},
                {
                    "value": null_or(st.integers(0, 10)),
                    "declined": st.booleans(),
                    "because": null_or(self.text),
                    "one_up": null_or(self.text),
                    "spoken_by": null_or(self.person),
                },
            ),
        }
        return st.fixed_dictionaries(required, optional={"visible_to": self.visible_to("everyone")})

    def shown_answers(self, scales: Sequence[str]) -> Strategy:
        """What rooms saw of the answers to some of these scale questions."""
        return self.list_of(
            {"scale": st.sampled_from(scales), "sees": codes(terms.RoomSees)},
            {
                "circles": self.several(self.several(codes(terms.Circle))),
                "given_by": self.several(self.person),
                "shown_to": self.several(self.person),
                "at": null_or(local_times()),
            },
        )

    def agreement(self, name: str) -> Strategy:
        """The agreement with this id, whole or hardly begun."""
        readiness = null_or(st.integers(0, 10))
        timing = st.fixed_dictionaries(
            {"kind": codes(terms.TimingKind)},
            optional={
                "starts_on": null_or(dates()),
                "ends_on": null_or(dates()),
                "rule": null_or(st.sampled_from(("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=TU")) | self.text),
                "at": null_or(times_of_day()),
            },
        )
        required = {
            "id": st.just(name),
            "what": self.text,
            "owners": self.several(self.person),
            "timing": timing,
        }
        optional = {
            "measured_by": null_or(self.text),
            "checked_by": null_or(self.person),
            "fallback": null_or(self.text),
            "covers": self.several(st.sampled_from(self.statement_ids))
            if self.statement_ids
            else st.just([]),
            "visible_to": self.visible_to("everyone"),
            "accepted_by": self.several(self.person),
            "readiness": self.one_each(
                {},
                {
                    "willingness": readiness,
                    "confidence": readiness,
                    "capacity": readiness,
                    "remark": null_or(self.text),
                },
            ),
            "origin": self.one_of_ids([*self.statement_ids, *self.agreement_ids]),
            "origin_meeting": self.one_of_ids([meeting["id"] for meeting in self.meetings]),
            "ended": null_or(
                st.fixed_dictionaries({"on": null_or(dates())}, optional={"because": null_or(self.text)})
            ),
        }
        return st.fixed_dictionaries(required, optional=optional)

    def time_out(self) -> Strategy:
        """A time-out."""
        required = {
            "signal": self.text,
            "takes": self.person,
            "goes_to": self.text,
            "minutes": st.integers(-(2**53), 2**53) | st.integers(5, 240),
            "returns": self.text,
        }
        optional = {"signs": null_or(self.text), "visible_to": self.visible_to("everyone")}
        return st.fixed_dictionaries(required, optional=optional)

    def corrected_checks(self) -> Strategy:
        """Earlier forms of a check that somebody corrected."""
        return self.list_of(
            {"on": null_or(dates()), "result": codes(terms.CheckResult), "corrected_at": local_times()},
            {
                "note": null_or(self.text),
                "by": null_or(self.person),
                "said_by": null_or(self.person),
                "visible_to": self.visible_to("facilitator"),
            },
        )

    def watch(self) -> dict[str, Strategy]:
        """The watch words that were added and struck."""
        return {name: self.several(self.text) for name in ("watch_also", "watch_not")}

    def visible_to(self, default: str) -> Strategy:
        """A group, or some people, nobody but the facilitator by an empty list, or everyone but some."""
        return often_default(self.readers(), default)

    def readers(self) -> Strategy:
        """Every form that `visible_to` may have."""
        left_out = st.lists(self.person, min_size=1, max_size=self.most)
        everyone_but = st.fixed_dictionaries({"everyone_but": left_out})
        return codes(terms.VisibleTo) | self.several(self.person) | everyone_but

    def several(self, strategy: Strategy) -> Strategy:
        """A short list."""
        return st.lists(strategy, max_size=self.most)

    def list_of(self, required: dict[str, Strategy], optional: dict[str, Strategy] | None = None) -> Strategy:
        """A short list of objects."""
        return self.several(st.fixed_dictionaries(required, optional=optional or {}))

    def one_each(self, required: dict[str, Strategy], optional: dict[str, Strategy]) -> Strategy:
        """A list of objects about different people."""
        item = st.fixed_dictionaries({"person": self.person, **required}, optional=optional)
        return st.lists(item, max_size=self.most, unique_by=lambda document: document["person"])

    def each_of(self, names: Sequence[str], item: Callable[[str], Strategy]) -> Strategy:
        """A list with one object for each id."""
        return st.tuples(*map(item, names)).map(list)

    def one_of_ids(self, names: Sequence[str]) -> Strategy:
        """One of the ids, or null."""
        return null_or(st.sampled_from(names)) if names else st.none()

    def marks(self, items: str, extra: dict[str, Strategy]) -> Strategy:
        """Evaluations with some of these marks, from nothing filled in to everything."""
        mark = null_or(st.integers(1, 10))
        return self.list_of({}, {**extra, **dict.fromkeys(items.split(), mark)})


@st.composite
def case_documents(
    draw: st.DrawFn, *, full: bool = False, texts: st.SearchStrategy[str] | None = None
) -> Document:
    """A whole valid case as plain JSON values."""
    most = 5 if full else 2
    people = draw(st.lists(person_ids(), min_size=3 if full else 1, max_size=8 if full else 3, unique=True))
    names = nasty_texts() | st.sampled_from(("s1", "s2", "a1", "v1"))
    # Two that are kept as the same text are the same id.
    some_names = st.lists(names, min_size=1 if full else 0, max_size=most, unique_by=on_one_line)
    meeting_ids = st.fixed_dictionaries(
        {
            "id": names,
            "number": st.integers(1, 9) | st.integers(1, 2**53),
            "statements": some_names,
            "scales": some_names,
            "agreements": some_names,
        }
    )
    different = (lambda meeting: on_one_line(meeting["id"]), lambda meeting: meeting["number"])
    meetings = draw(
        st.lists(meeting_ids, min_size=2 if full else 0, max_size=3 if full else 2, unique_by=different)
    )
    strategies = CaseStrategies(people, meetings, nasty_texts() if texts is None else texts, most)
    return draw(strategies.case())


def cases(*, full: bool = False, texts: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Case]:
    """A whole valid case as rows that are not stored yet."""
    return case_documents(full=full, texts=texts).map(
        lambda document: read_case(json.dumps(document).encode(), "generated.json")
    )
