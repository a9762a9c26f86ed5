"""The words for the method's terms."""

from __future__ import annotations

from enum import StrEnum

import pytest

from beraad import terms
from beraad.disclosure.views import PersonView, ScoreView
from beraad.export import wording
from beraad.i18n import DUTCH
from beraad.terms import Attendance, Circle, Decision, Gap

VOCABULARIES = (
    terms.Circle,
    terms.Column,
    terms.StatementKind,
    terms.Decision,
    terms.Attendance,
    terms.ContactKind,
    terms.MeetingKind,
    terms.MeetingMode,
    terms.ScaleKind,
    terms.Phase,
    terms.Colour,
    terms.CheckResult,
    terms.EvaluationItem,
    terms.Gap,
)


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_term_of_a_vocabulary_has_words(vocabulary: type[StrEnum]) -> None:
    words = [wording.label(term, DUTCH) for term in vocabulary]
    assert all(words)
    assert len(set(words)) == len(words)


def test_terms_with_the_same_code_keep_words_of_their_own() -> None:
    assert wording.label(Decision.ABSENT, DUTCH) != wording.label(Attendance.ABSENT, DUTCH)


def test_a_gap_of_a_later_version_is_given_as_its_code() -> None:
    assert wording.gap("new_gap", DUTCH) == "new_gap"
    assert wording.gap(Gap.NO_DATE.value, DUTCH) == "een afspraak zonder datum"


@pytest.mark.parametrize(("values", "words"), [([], ""), ([5], "5"), ([5, 5], "5"), ([7, 2, 5], "2 tot 7")])
def test_a_spread_goes_from_low_to_high(values: list[int], words: str) -> None:
    assert wording.spread(values, DUTCH) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 minuut"), (45, "45 minuten"), (120, "2 uur"), (90, "1 uur en 30 minuten"), (0, "0 minuten")],
)
def test_how_long_is_said_in_hours_and_minutes(count: int, words: str) -> None:
    assert wording.minutes(count, DUTCH) == words


def test_not_wanting_to_say_is_an_answer() -> None:
    person = PersonView("Omar", Circle.NETWORK)
    assert wording.score(ScoreView(person, None, declined=True), DUTCH) == "zegt het liever niet"
    assert wording.score(ScoreView(person, 0), DUTCH) == "0"


@pytest.mark.parametrize(
    ("people", "words"),
    [(("Mark",), "Mark ziet dit anders"), (("Mark", "Sanne"), "Mark en Sanne zien dit anders")],
)
def test_who_sees_it_differently_is_said_of_one_or_of_several(people: tuple[str, ...], words: str) -> None:
    assert wording.differs(people, DUTCH) == words
