"""The words for people and their answers."""

from __future__ import annotations

from beraad.disclosure.views import PersonView, ScoreView
from beraad.export import wording
from beraad.i18n import DUTCH
from beraad.terms import Circle


def test_not_wanting_to_say_is_an_answer() -> None:
    person = PersonView("Omar", Circle.NETWORK)
    assert wording.score(ScoreView(person, None, declined=True), DUTCH) == "zegt het liever niet"
    assert wording.score(ScoreView(person, 0), DUTCH) == "0"
