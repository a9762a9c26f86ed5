"""A draft takes what the case file allows and refuses the rest, field by field."""

import datetime as dt
from typing import Any

import pytest
from pydantic import ValidationError

from beraad.models.agreement import AgreementDraft, ReadinessDraft, TimingDraft
from beraad.models.answer import AnswerDraft
from beraad.models.base import Draft
from beraad.models.case import CaseDraft, PhaseEntryDraft
from beraad.models.emergency import TimeOutDraft
from beraad.models.evaluation import HelpEvaluationDraft, MeetingEvaluationDraft
from beraad.models.meeting import AgendaItemDraft, MeetingDraft, ParticipantDraft
from beraad.models.person import ContactDetailDraft, PersonDraft
from beraad.models.registration import RegistrationDraft
from beraad.models.scale import ScaleDraft, ScoreDraft
from beraad.models.statement import StatementDraft
from beraad.readers import EVERYONE, FACILITATOR
from beraad.terms import Circle, Column, MeetingMode, Paper, StatementKind
from beraad.texts import LONGEST_LINE, LONGEST_TEXT

PERSON = {"id": "ans", "name": "Ans", "called": "oma Ans", "circle": "network"}
MEETING = {
    "id": "b1",
    "number": 1,
    "kind": "family_network",
    "starts_at": "2026-10-05T14:00:00",
    "facilitator": "ans",
}
STATEMENT = {"id": "s1", "column": "danger", "kind": "harm", "text": "Op 3 mei …"}
ANSWER = {"person": "ans", "decision": "agree"}
TIME_OUT = {"signal": "hand", "takes": "mark", "goes_to": "Kees", "minutes": 30, "returns": "belt"}
SCALE = {"id": "v1", "kind": "safety", "question": "?", "zero": "0", "ten": "10"}
AGREEMENT: dict[str, Any] = {"id": "a1", "what": "bellen", "owners": []}
STEP = {"step": "welcome", "planned_minutes": 10}


@pytest.mark.parametrize(
    ("draft", "values", "field", "value"),
    [
        (PersonDraft, PERSON, "id", "a" * 40),
        (PersonDraft, PERSON, "birth_date", "2024-02-29"),
        (PersonDraft, PERSON, "birth_date", "0001-01-01"),
        (PersonDraft, PERSON, "relation", ""),
        (PersonDraft, PERSON, "relation", "\x00"),
        (PersonDraft, PERSON, "name", "x" * LONGEST_LINE),
        (StatementDraft, STATEMENT, "text", "x" * LONGEST_TEXT),
        (MeetingDraft, MEETING, "starts_at", "2026-10-05T14:00"),
        (MeetingDraft, MEETING, "starts_at", "2026-10-05T14:00:00.25"),
        (MeetingDraft, MEETING, "starts_at", None),
        (MeetingDraft, MEETING, "number", 2**53),
        (StatementDraft, STATEMENT, "kind", "strength"),
        (StatementDraft, STATEMENT, "visible_to", ["ans", "everyone"]),
        (StatementDraft, STATEMENT, "visible_to", []),
        (StatementDraft, STATEMENT, "visible_to", {"everyone_but": ["ans"]}),
        (ScoreDraft, {"person": "ans"}, "value", 0),
        (ScoreDraft, {"person": "ans"}, "value", 10),
        (ReadinessDraft, {"person": "ans"}, "capacity", 0),
        (MeetingEvaluationDraft, {}, "trust", 1),
        (HelpEvaluationDraft, {}, "overall", 10),
        (TimingDraft, {"kind": "once"}, "at", "00:00"),
        (TimingDraft, {"kind": "once"}, "at", "23:59"),
        (TimeOutDraft, TIME_OUT, "minutes", -(2**53)),
        (AnswerDraft, ANSWER, "strokes", []),
        (AnswerDraft, ANSWER, "strokes", [[], [[0, 1], [0.5, 0.25]]]),
        (RegistrationDraft, {}, "violence_natures", ["threat", "other"]),
        (AgendaItemDraft, STEP, "spent_minutes", 0),
    ],
)
def test_a_value_at_the_edge_is_taken(
    draft: type[Draft], values: dict[str, Any], field: str, value: object
) -> None:
    draft.model_validate(values | {field: value})


@pytest.mark.parametrize(
    ("draft", "values", "field", "value"),
    [
        (PersonDraft, PERSON, "id", ""),
        (PersonDraft, PERSON, "id", "a" * 41),
        (PersonDraft, PERSON, "id", "Ans"),
        (PersonDraft, PERSON, "id", "ans\n"),
        (PersonDraft, PERSON, "id", "às"),
        (PersonDraft, PERSON, "id", "٣"),
        (PersonDraft, PERSON, "name", ""),
        (PersonDraft, PERSON, "name", "\x00"),
        (PersonDraft, PERSON, "name", None),
        (PersonDraft, PERSON, "name", 5),
        (PersonDraft, PERSON, "name", "\ud83d"),
        (PersonDraft, PERSON, "name", "x" * (LONGEST_LINE + 1)),
        (StatementDraft, STATEMENT, "text", "x" * (LONGEST_TEXT + 1)),
        (PersonDraft, PERSON, "birth_date", "2025-02-29"),
        (PersonDraft, PERSON, "birth_date", "2025-2-9"),
        (PersonDraft, PERSON, "birth_date", "٢٠٢٥-٠١-٠١"),
        (PersonDraft, PERSON, "birth_date", "2025-01-01T00:00:00"),
        (PersonDraft, PERSON, "birth_date", dt.datetime(2025, 1, 1)),  # noqa: DTZ001 - a case file holds none
        (PersonDraft, PERSON, "birth_date", 0),
        (PersonDraft, PERSON, "circle", "friends"),
        (PersonDraft, PERSON, "large_print", "yes"),
        (PersonDraft, PERSON, "large_print", 1),
        (PersonDraft, PERSON, "paper", None),
        (PersonDraft, PERSON, "shoe_size", 40),
        (MeetingDraft, MEETING, "starts_at", "2026-10-05T14:00:00Z"),
        (MeetingDraft, MEETING, "starts_at", "2026-10-05T14:00+01:00"),
        (MeetingDraft, MEETING, "starts_at", "2026-10-05 14:00"),
        (MeetingDraft, MEETING, "starts_at", "2026-10-32T14:00"),
        (MeetingDraft, MEETING, "number", 0),
        (MeetingDraft, MEETING, "number", True),
        (MeetingDraft, MEETING, "number", "1"),
        (MeetingDraft, MEETING, "number", 2**53 + 1),
        (ParticipantDraft, {"person": "ans", "attendance": "present"}, "room", 1.0),
        (StatementDraft, STATEMENT, "visible_to", "somebody"),
        (StatementDraft, STATEMENT, "visible_to", None),
        (StatementDraft, STATEMENT, "visible_to", ["Ans"]),
        (StatementDraft, STATEMENT, "visible_to", [1]),
        (StatementDraft, STATEMENT, "about", "ans"),
        (ScoreDraft, {"person": "ans"}, "value", -1),
        (ScoreDraft, {"person": "ans"}, "value", 11),
        (ScoreDraft, {"person": "ans"}, "value", 5.0),
        (ReadinessDraft, {"person": "ans"}, "willingness", 11),
        (MeetingEvaluationDraft, {}, "trust", 0),
        (HelpEvaluationDraft, {}, "overall", 11),
        (TimingDraft, {"kind": "once"}, "at", "24:00"),
        (TimingDraft, {"kind": "once"}, "at", "9:00"),
        (AnswerDraft, ANSWER, "strokes", [[[0, 1.01]]]),
        (AnswerDraft, ANSWER, "strokes", [[[0, float("nan")]]]),
        (AnswerDraft, ANSWER, "strokes", [[[0, False]]]),
        (AnswerDraft, ANSWER, "strokes", [[[0, 0, 0]]]),
        (AnswerDraft, ANSWER, "strokes", [[0, 0]]),
        (RegistrationDraft, {}, "violence_natures", ["threat", "other", "sexual"]),
        (RegistrationDraft, {}, "problem_areas", ["work", "health", "other"]),
        (AgendaItemDraft, STEP, "planned_minutes", -1),
        (AgendaItemDraft, STEP, "spent_minutes", -1),
        (CaseDraft, {"reference": "x", "family_name": "y"}, "workers", [None]),
    ],
)
def test_a_value_over_the_edge_is_refused(
    draft: type[Draft], values: dict[str, Any], field: str, value: object
) -> None:
    draft.model_validate(values)
    with pytest.raises(ValidationError):
        draft.model_validate(values | {field: value})


@pytest.mark.parametrize(
    ("draft", "values"),
    [
        (PersonDraft, PERSON),
        (MeetingDraft, MEETING),
        (StatementDraft, STATEMENT),
        (ScaleDraft, SCALE),
        (AgreementDraft, AGREEMENT),
        (TimeOutDraft, TIME_OUT),
        (AnswerDraft, ANSWER),
        (AgendaItemDraft, STEP),
    ],
)
def test_each_required_field_is_missed(draft: type[Draft], values: dict[str, Any]) -> None:
    for field in values:
        with pytest.raises(ValidationError):
            draft.model_validate({name: value for name, value in values.items() if name != field})


def test_a_contact_detail_is_hidden_unless_it_was_said_who_may_have_it() -> None:
    detail = ContactDetailDraft.model_validate({"kind": "phone", "value": "06"})
    assert detail.visible_to == FACILITATOR


def test_what_is_said_and_agreed_is_for_everyone_unless_it_was_said() -> None:
    drafts = (
        StatementDraft.model_validate(STATEMENT),
        AgreementDraft.model_validate(AGREEMENT),
        ScaleDraft.model_validate(SCALE),
        TimeOutDraft.model_validate(TIME_OUT),
    )
    assert [draft.visible_to for draft in drafts] == [EVERYONE] * 4


def test_somebody_speaks_dutch_and_has_paper_unless_it_was_said() -> None:
    person = PersonDraft.model_validate(PERSON)
    assert (person.language, person.paper, person.circle) == ("nl", Paper.YES, Circle.NETWORK)


def test_a_meeting_is_in_one_room_unless_it_was_said() -> None:
    assert MeetingDraft.model_validate(MEETING).mode is MeetingMode.TOGETHER


def test_codes_become_members() -> None:
    statement = StatementDraft.model_validate(STATEMENT)
    assert (statement.column, statement.kind) == (Column.DANGER, StatementKind.HARM)


def test_a_time_is_kept_exactly_as_written() -> None:
    meeting = MeetingDraft.model_validate(MEETING | {"starts_at": "2026-10-05T14:00"})
    assert meeting.starts_at == "2026-10-05T14:00"


def test_a_phase_begins_on_the_day_under_from() -> None:
    assert PhaseEntryDraft.model_validate({"phase": "monitor", "from": "2026-01-02"}).from_ == dt.date(
        2026, 1, 2
    )


def test_two_drafts_do_not_share_a_list() -> None:
    one, other = (AgreementDraft.model_validate(AGREEMENT) for _ in range(2))
    one.covers.append("s1")
    assert other.covers == []
