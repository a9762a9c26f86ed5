"""Places: one path, built by name, asked by its parts, and one text form."""

import pytest

from beraad.places import CASE, COPY, NEW, Place

STORED = (
    (CASE, ""),
    (Place.meeting("b1"), "meetings/b1"),
    (Place.person("ans") / "paper", "people/ans/paper"),
    (Place.contact("ans", 2), "people/ans/contact/2"),
    (Place.secret(1), "secrets/1"),
    (Place.meeting("b1") / Place.statement("s3") / "text", "meetings/b1/statements/s3/text"),
    (Place.statement(NEW) / "danger" / "text", "statements/new/danger/text"),
    (Place.agreement("a1") / "readiness" / "ans", "agreements/a1/readiness/ans"),
    (Place.score("q1", "p1") / "because", "scales/q1/scores/p1/because"),
    (Place.time_out(1) / "signal", "time_out/signal"),
    (Place.time_out(2), "time_out-2"),
    (Place.emergency_step(2), "emergency/2"),
    (Place.answer("ans") / "remark", "answers/ans/remark"),
    (COPY / "reader", "case/reader"),
)
"""Places, and the text under which a store or a file of today knows them."""


@pytest.mark.parametrize(("place", "text"), STORED)
def test_the_text_form_is_the_one_that_is_stored_and_reads_back(place: Place, text: str) -> None:
    assert str(place) == text
    assert Place.parse(text) == place
    assert hash(Place.parse(text)) == hash(place)
    assert isinstance(Place.parse(text), Place)


@pytest.mark.parametrize(
    ("inner", "outer", "within"),
    [
        ("statements/s1/text", "statements/s1", True),
        ("statements/s1", "statements/s1", True),
        ("statements/s11", "statements/s1", False),
        ("statements", "statements/s1", False),
        ("time_out-2/signal", "time_out", False),
        ("people/ans", "", True),
    ],
)
def test_within_goes_by_whole_parts(inner: str, outer: str, *, within: bool) -> None:
    assert Place.parse(inner).is_within(Place.parse(outer)) is within


@pytest.mark.parametrize(
    ("text", "kind", "of_id", "item", "of_meeting"),
    [
        ("meetings/b1/agreements/a4/what", "meetings", "b1", 4, "agreements/a4/what"),
        ("meetings/b1/time_out-2/signs", "meetings", "b1", 3, "time_out-2/signs"),
        ("meetings/b1/next_meeting/place", "meetings", "b1", 3, "next_meeting/place"),
        ("meetings/b1", "meetings", "b1", 2, ""),
        ("time_out-2/signs", "time_out", "signs", 1, ""),
        ("people/ans/contact/1/value", "people", "ans", 4, ""),
        ("emergency/2/number", "emergency", "2", 2, ""),
        ("", "", "", 0, ""),
    ],
)
def test_a_place_says_what_it_is_of(text: str, kind: str, of_id: str, item: int, of_meeting: str) -> None:
    place = Place.parse(text)
    assert (place.kind, place.id, str(place.of_meeting)) == (kind, of_id, of_meeting)
    assert place.item == place[:item], "so many of its parts name the item"


@pytest.mark.parametrize(
    ("place", "number"),
    [
        (Place.time_out(1) / "signs", 1),
        (Place.time_out(2), 2),
        (Place.emergency_step(3) / "text", 3),
        (Place.statement("3"), None),
        (CASE, None),
    ],
)
def test_what_has_no_id_has_a_number(place: Place, number: int | None) -> None:
    assert place.number == number


def test_a_place_moves_with_what_holds_it() -> None:
    typed = Place.emergency_step(3) / "text"
    assert typed.moved(Place.emergency_step(3), Place.emergency_step(1)) == Place.emergency_step(1) / "text"
    assert typed.parent == Place.emergency_step(3)


def test_a_place_is_of_its_class_whatever_is_asked_of_it() -> None:
    place = Place.meeting("b1") / Place.statement("s1")
    for made in (place.parent, place.item, place.of_meeting, place / "text", place.moved(CASE, COPY)):
        assert type(made) is Place
