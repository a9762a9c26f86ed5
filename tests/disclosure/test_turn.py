"""Who has the turn: named to the room this person is in, and to no other eye."""

from beraad.disclosure.audience import Room
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.views import PersonView, WallView
from beraad.disclosure.wall import wall_of
from beraad.models import Case
from beraad.terms import Step
from tests.disclosure.small_cases import case, people


def wall(case: Case, *room: str, turn: str | None) -> WallView:
    """The wall of the welcome, with these people looking."""
    seen = Disclosure(case, case.meetings[0])
    return wall_of(seen, Step.WELCOME, Room(frozenset(room)), turn=turn).view


def called(view: WallView) -> str | None:
    return view.turn.called if isinstance(view.turn, PersonView) else None


def test_somebody_in_the_room_is_named() -> None:
    assert called(wall(case(), "rima", "noor", turn="rima")) == "Rima"


def test_somebody_in_another_room_is_not() -> None:
    assert called(wall(case(), "yousef", "noor", turn="rima")) is None


def test_nobody_is_named_to_an_empty_room() -> None:
    assert called(wall(case(), turn="rima")) is None


def test_an_id_that_nobody_has_names_nobody() -> None:
    assert called(wall(case(), "rima", turn="iemand")) is None


def test_what_the_name_is_to_the_family_or_where_this_person_works_is_not_told_with_the_turn() -> None:
    known = people()
    known[2] |= {"relation": "hulp", "organisation": "Opvang De Boei"}
    view = wall(case(people=known), "rima", "noor", turn="noor")
    assert view.turn is not None
    assert (view.turn.relation, view.turn.organisation) == (None, None)


def test_a_name_that_would_tell_a_secret_is_not_shown_and_the_same_name_is_without_the_secret() -> None:
    """The second arm shows that it is the search that keeps it away."""
    known = people()
    known[2]["called"] = "Noor van De Boei"
    secret = [{"text": "De Boei", "visible_to": ["rima", "noor"]}]
    room = ("rima", "yousef", "noor")
    hidden = case(people=known, secrets=secret)
    seen = Disclosure(hidden, hidden.meetings[0])
    view = wall_of(seen, Step.WORRIES, Room(frozenset(room)), turn="noor").view
    assert "Boei" not in repr(view)
    open_case = case(people=known)
    seen = Disclosure(open_case, open_case.meetings[0])
    assert "Boei" in repr(wall_of(seen, Step.WORRIES, Room(frozenset(room)), turn="noor").view)
