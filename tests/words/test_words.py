"""The words for the terms of the method, in every language."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

import pytest

from beraad import codes, terms
from beraad.i18n import DUTCH, Language
from beraad.languages import LANGUAGES
from beraad.readers import EVERYONE, Readers
from beraad.terms import Attendance, Circle, Decision, Gap, StatementKind, VisibleTo
from beraad.words import answers, copies, course, gaps, meeting, people, plan, remarks, scale

Words = Callable[[Any, Language], str]


def a_gap(gap: Gap, language: Language) -> str:
    """The sentence about a gap."""
    return gaps.gap_sentence(gap, "Noor belt.", ["Noor"], language)


def a_detail(kind: terms.ContactKind, language: Language) -> str:
    """Whose detail it is."""
    return people.detail_of(kind, "Noor", language)


def a_doubt(doubt: codes.CallDoubt, language: Language) -> str:
    """The doubt about somebody."""
    return people.call_doubt_sentence(doubt, "Noor", language)


def a_way_out(way: codes.WayOut, language: Language) -> str:
    """The way out for a text that would reach one person."""
    return remarks.way_out_label(way, ["Noor"], language)


VOCABULARIES: list[tuple[type[StrEnum], Words]] = [
    (terms.Phase, course.phase_label),
    (terms.Colour, course.colour_label),
    (terms.Colour, course.colour_meaning),
    (terms.Step, meeting.step_title),
    (terms.MeetingKind, meeting.meeting_kind_label),
    (terms.MeetingKind, meeting.meeting_kind_in_full),
    (terms.MeetingMode, meeting.meeting_mode_title),
    (terms.MeetingMode, meeting.meeting_mode_label),
    (terms.EvaluationItem, meeting.evaluation_label),
    (terms.Circle, people.circle_label),
    (terms.ContactKind, people.contact_kind_label),
    (terms.Attendance, people.attendance_label),
    (terms.Paper, people.paper_label),
    (terms.VisibleTo, people.visible_to_label),
    (terms.Column, plan.column_title),
    (terms.StatementKind, plan.kind_label),
    (terms.StatementKind, plan.room_kind_label),
    (terms.StatementKind, plan.kind_title),
    (terms.Decision, answers.decision_label),
    (terms.Decision, answers.decision_said),
    (terms.Gap, gaps.gap_label),
    (terms.Gap, a_gap),
    (terms.Lack, gaps.lack_label),
    (terms.ContactKind, a_detail),
    (terms.Lamp, gaps.lamp_title),
    (terms.TimingKind, plan.timing_kind_label),
    (terms.Column, plan.adding_label),
    (terms.CarryOver, plan.carry_over_label),
    (terms.RoomSees, scale.room_sees_sentence),
    (terms.Said, scale.said_question),
    (terms.Said, scale.said_to_column),
    (terms.Said, scale.said_in_column),
    (answers.Voice, answers.voice_label),
    (codes.NotInPaper, copies.not_in_paper_label),
    (codes.CallDoubt, a_doubt),
    (codes.WayOut, a_way_out),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("vocabulary", "words"), VOCABULARIES, ids=lambda one: one.__name__)
def test_every_term_of_a_vocabulary_has_words_of_its_own(
    vocabulary: type[StrEnum], words: Words, language: str
) -> None:
    said = [words(term, Language(language)) for term in vocabulary]
    assert all(said)
    assert len(set(said)) == len(said)


def test_terms_with_the_same_code_keep_words_of_their_own() -> None:
    assert answers.decision_label(Decision.ABSENT, DUTCH) != people.attendance_label(Attendance.ABSENT, DUTCH)


def test_several_circles_are_taken_together() -> None:
    circles = (Circle.NETWORK, Circle.PROFESSIONAL)
    assert people.circles_title(circles, DUTCH) == "Netwerk en hulpverleners"
    assert people.circles_title(circles, Language("en")) == "Network and professionals"


def test_the_room_reads_no_term_that_nobody_uses_at_home() -> None:
    assert plan.room_kind_label(StatementKind.EXCEPTION, DUTCH) == "toen ging het goed"
    assert plan.room_kind_label(StatementKind.HARM, DUTCH) == plan.kind_label(StatementKind.HARM, DUTCH)


def test_a_gap_of_a_later_version_is_given_as_its_code() -> None:
    assert gaps.gap_label("new_gap", DUTCH) == "new_gap"
    assert gaps.gap_label(Gap.NO_DATE.value, DUTCH) == "een afspraak zonder datum"


@pytest.mark.parametrize(("values", "words"), [([], ""), ([5], "5"), ([5, 5], "5"), ([7, 2, 5], "2 tot 7")])
def test_a_spread_goes_from_low_to_high(values: list[int], words: str) -> None:
    assert plan.spread(values, DUTCH) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 minuut"), (45, "45 minuten"), (120, "2 uur"), (90, "1 uur en 30 minuten"), (0, "0 minuten")],
)
def test_how_long_is_said_in_hours_and_minutes(count: int, words: str) -> None:
    assert plan.minutes(count, DUTCH) == words


@pytest.mark.parametrize(
    ("people", "words"),
    [(("Mark",), "Mark ziet dit anders"), (("Mark", "Sanne"), "Mark en Sanne zien dit anders")],
)
def test_who_sees_it_differently_is_said_of_one_or_of_several(people: tuple[str, ...], words: str) -> None:
    assert plan.differs(people, DUTCH) == words


@pytest.mark.parametrize(
    ("readers", "label", "only"),
    [
        (EVERYONE, "iedereen", "iedereen"),
        (Readers.only("mark", "sanne"), "Mark en Sanne", "alleen Mark en Sanne"),
        (Readers.only("nobody"), "nobody", "alleen nobody"),
        (Readers.everyone_but("mark"), "iedereen behalve Mark", "iedereen behalve Mark"),
        (Readers(VisibleTo.PROFESSIONALS), "alleen hulpverleners", "alleen hulpverleners"),
    ],
    ids=str,
)
def test_readers_are_named_as_the_plan_does(readers: Readers, label: str, only: str) -> None:
    called = {"mark": "Mark", "sanne": "Sanne"}
    assert people.readers_label(readers, called, DUTCH) == label
    assert people.only_readers_label(readers, called, DUTCH) == only
