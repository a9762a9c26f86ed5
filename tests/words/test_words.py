"""The words for the terms of the method, in every language."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from beraad import terms
from beraad.i18n import DUTCH, LANGUAGES, Language
from beraad.terms import Attendance, Circle, Decision, Gap, StatementKind
from beraad.words import course, gaps, meeting, people, plan

Words = Callable[[Any, Language], str]


def a_gap(gap: Gap, language: Language) -> str:
    """The sentence about a gap."""
    return gaps.gap_sentence(gap, "Noor belt.", ["Noor"], language)


def a_detail(kind: terms.ContactKind, language: Language) -> str:
    """Whose detail it is."""
    return people.detail_of(kind, "Noor", language)


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
    (terms.Decision, plan.decision_label),
    (terms.Decision, plan.decision_said),
    (terms.Gap, gaps.gap_label),
    (terms.Gap, a_gap),
    (terms.Lack, gaps.lack_label),
    (terms.ContactKind, a_detail),
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
    assert plan.decision_label(Decision.ABSENT, DUTCH) != people.attendance_label(Attendance.ABSENT, DUTCH)


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


# -- once -----------------------------------------------------------------------------------------

SOURCE = Path(__file__).parents[2] / "src" / "beraad"
LOOKS_UP = {"_", "N_", "pgettext"}


def vocabularies_in(source: str) -> Iterator[str]:
    """The enumerations of which a table in this module gives every term its words."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Dict) or not node.keys:
            continue
        keys = {ast.unparse(key) for key in node.keys if isinstance(key, ast.Attribute)}
        owners = {key.partition(".")[0] for key in keys}
        calls = [value.func for value in node.values if isinstance(value, ast.Call)]
        said = [call for call in calls if ast.unparse(call).rpartition(".")[2] in LOOKS_UP]
        if len(owners) == 1 and len(said) == len(node.keys):
            (owner,) = owners
            found = getattr(terms, owner, None)
            if isinstance(found, type) and {f"{owner}.{term.name}" for term in found} == keys:
                yield owner


ELSEWHERE = {"ui/steps/columns/add_statement.py": {"Column"}}
"""What a button does, not the words for a term."""


def test_a_vocabulary_has_its_words_in_one_room() -> None:
    named = {vocabulary.__name__ for vocabulary, _words in VOCABULARIES}
    found = {}
    for path in SOURCE.rglob("*.py"):
        module = path.relative_to(SOURCE).as_posix()
        if words := named.intersection(vocabularies_in(path.read_text(encoding="utf-8"))):
            found[module] = words
    found = {module: words for module, words in found.items() if not module.startswith("words/")}
    assert found == ELSEWHERE


def test_a_second_table_would_be_seen() -> None:
    source = 'X = {MeetingMode.TOGETHER: N_("samen"), MeetingMode.ALTERNATING: _("apart")}'
    assert list(vocabularies_in(source)) == ["MeetingMode"]
