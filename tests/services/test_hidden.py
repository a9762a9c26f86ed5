"""What the open meeting may tell somebody, what is asked about it, and the ways out."""

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from beraad.codes import WayOut
from beraad.places import Place
from beraad.readers import EVERYONE, FACILITATOR, Readers
from beraad.services.cases import CaseService, ContactLine, PersonLine, SecretLine
from beraad.services.errors import NotThere, NotValid, OwnerCannotSee
from beraad.services.meeting import MeetingService
from beraad.services.printing import PrintingService
from beraad.store.store import Store
from beraad.terms import Circle, Column, ContactKind, Strength
from tests.disclosure.small_cases import agreement, case, detail, meeting, people, statement

WATERMOLEN = [detail("school", "basisschool De Watermolen", ["noor"])]
Opened = Callable[..., MeetingService]


@pytest.fixture
def opened(store: Store) -> Iterator[Opened]:
    """Opens the meeting of a small case."""
    services: list[MeetingService] = []

    def open_it(
        *statements: dict[str, Any], rima: Any = WATERMOLEN, version: int = 1, **more: Any
    ) -> MeetingService:
        plan = meeting(statements=list(statements), **more)
        CaseService(store).add(case(plan, people=people(rima=rima), version=version))
        services.append(MeetingService(store, "T-1", "b1"))
        return services[-1]

    yield open_it
    for service in services:
        service.close()


def test_an_ordinary_word_is_asked_about_and_held_from_nobody(opened: Opened) -> None:
    service = opened(statement("s1", "Vader stond bij de watermolen."))
    (remark,) = service.hidden.remarks()
    assert (remark.owner, remark.words, remark.reaches) == ("Rima", ("watermolen",), ("Yousef",))
    assert remark.strength is Strength.POSSIBLE
    assert service.leaks() == ()
    assert WayOut.ABOUT_SOMETHING_ELSE in service.hidden.ways(remark)


def test_what_is_about_something_else_is_not_asked_again_but_another_text_is(opened: Opened) -> None:
    service = opened(statement("s1", "Bij de watermolen."), statement("s2", "Weer bij de watermolen."))
    first = service.hidden.remarks()[0]
    service.hidden.decide(first, is_about=False)
    assert [str(item.place) for item in service.hidden.remarks()] == ["meetings/b1/statements/s2/text"]
    assert service.leaks() == ()


def test_what_is_about_it_is_withheld_and_undo_takes_the_answer_back(opened: Opened) -> None:
    service = opened(statement("s1", "Bij de watermolen."))
    (remark,) = service.hidden.remarks()
    service.hidden.decide(remark, is_about=True)
    (leak,) = service.leaks()
    assert (leak.place, leak.strength) == (remark.place, Strength.CERTAIN)
    assert service.hidden.remarks() == ()
    service.undo()
    assert service.leaks() == ()
    assert service.hidden.remarks() == (remark,)


def test_an_answer_is_there_again_after_the_meeting_was_closed(opened: Opened, store: Store) -> None:
    service = opened(statement("s1", "Bij de watermolen."))
    service.hidden.decide(service.hidden.remarks()[0], is_about=False)
    service.close()
    again = MeetingService(store, "T-1", "b1")
    assert again.hidden.remarks() == ()
    again.close()


def test_who_would_be_reached_can_be_let_know_it(opened: Opened) -> None:
    service = opened(statement("s1", "Bij De Watermolen."))
    (leak,) = service.leaks()
    service.hidden.let_know(leak)
    assert service.leaks() == ()
    service.undo()
    assert service.leaks() == (leak,)


def test_a_text_can_be_kept_to_who_may_know_it(opened: Opened) -> None:
    service = opened(statement("s1", "Bij De Watermolen."))
    (leak,) = service.leaks()
    assert WayOut.ONLY_WHO_MAY_KNOW in service.hidden.ways(leak)
    service.hidden.keep_to_who_may_know(leak)
    assert service.leaks() == ()
    (card,) = service.console().statements
    assert card.visible_to == Readers.only("rima", "noor")
    service.undo()
    assert service.leaks() == (leak,)


def test_an_agreement_cannot_be_kept_from_its_owner(opened: Opened) -> None:
    service = opened(agreements=[agreement("a1", "Yousef gaat niet naar De Watermolen.", ("yousef",))])
    (leak,) = service.leaks()
    assert service.hidden.ways(leak) == (WayOut.CHANGE_TEXT, WayOut.LET_KNOW)
    with pytest.raises(OwnerCannotSee):
        service.hidden.keep_to_who_may_know(leak)
    assert service.leaks() == (leak,)


def test_a_way_out_of_a_detail_that_is_another_by_now_changes_nothing(opened: Opened) -> None:
    service = opened(statement("s1", "Bij De Watermolen."))
    (leak,) = service.leaks()
    with pytest.raises(NotThere):
        service.hidden.let_know(dataclasses.replace(leak, detail="De Wissel"))
    assert service.leaks() == (leak,)


def test_while_it_is_typed_the_same_is_said_as_when_it_stands(opened: Opened) -> None:
    service = opened()
    text = "Bij de watermolen."
    (typed,) = (item.leak for item in service.wording.remarks(text, promise=False) if item.leak)
    service.statements.add(Column.DANGER, text)
    (kept,) = service.hidden.remarks()
    assert (typed.words, typed.reaches, typed.strength) == (kept.words, kept.reaches, kept.strength)
    service.hidden.decide(kept, is_about=False)
    assert not [item for item in service.wording.remarks(text, promise=False) if item.leak]


@pytest.mark.parametrize("value", ["geen", "Onbekend", "nvt", "n.v.t.", "-", "?", " – ", "GEEN."])
def test_a_detail_that_says_that_there_is_none_is_refused(store: Store, value: str) -> None:
    service = CaseService(store)
    service.add(case(people=people()))
    wish = PersonLine("rima", "Rima", "Rima", Circle.FAMILY, contact=(line(ContactKind.PHONE, value),))
    with pytest.raises(NotValid) as refused:
        service.save_person("T-1", wish)
    assert refused.value.facts["cause"] == "placeholder"


@pytest.mark.parametrize("value", ["112", "Geenstraat 4", "@onbekend88", "🌂"])
def test_a_detail_that_only_begins_like_it_is_taken(store: Store, value: str) -> None:
    service = CaseService(store)
    service.add(case(people=people()))
    wish = PersonLine("rima", "Rima", "Rima", Circle.FAMILY, contact=(line(ContactKind.OTHER, value),))
    assert service.save_person("T-1", wish) == "rima"


def test_a_placeholder_of_a_case_file_is_kept_told_and_not_watched(store: Store) -> None:
    service = CaseService(store)
    plan = meeting(statements=[statement("s1", "Er is geen contact.")])
    service.add(case(plan, people=people(rima=[detail("phone", "geen")])))
    assert service.not_watched("T-1") == ("Rima",)
    (rima,) = (person for person in service.case("T-1").people if person.id == "rima")
    assert rima.contact[0].value == "geen"
    assert service.save_person("T-1", rima) == "rima"
    open_meeting = MeetingService(store, "T-1", "b1")
    assert (open_meeting.leaks(), open_meeting.hidden.remarks()) == ((), ())
    open_meeting.close()


def test_watch_words_that_were_added_and_struck_are_kept_and_followed(store: Store) -> None:
    service = CaseService(store)
    plan = meeting(
        statements=[statement("s1", "Bij de molen in Breda."), statement("s2", "Bij Albert Heijn.")]
    )
    service.add(case(plan, people=people()))
    contact = ContactLine(
        ContactKind.WORK,
        "Albert Heijn Breda",
        Readers.only("noor"),
        watch_also=("Breda",),
        watch_not=("Albert Heijn",),
    )
    service.save_person("T-1", PersonLine("rima", "Rima", "Rima", Circle.FAMILY, contact=(contact,)))
    (rima,) = (person for person in service.case("T-1").people if person.id == "rima")
    assert rima.contact == (contact,)
    service.save_secrets(
        "T-1", [SecretLine("paraplu", Readers.only("noor"), None, ("regenjas",), ("paraplu",))]
    )
    assert service.case("T-1").secrets[0].watch_also == ("regenjas",)
    open_meeting = MeetingService(store, "T-1", "b1")
    assert [str(leak.place) for leak in open_meeting.leaks()] == ["meetings/b1/statements/s1/text"]
    open_meeting.close()


def line(kind: ContactKind, value: str) -> ContactLine:
    """A detail that only the facilitator may see."""
    return ContactLine(kind, value, FACILITATOR)


@pytest.mark.parametrize("is_about", [True, False])
def test_before_printing_it_is_asked_once_and_the_copies_follow(
    opened: Opened, store: Store, is_about: bool
) -> None:
    opened(statement("s1", "Vader stond bij de watermolen."))
    copies = PrintingService(store).copies("T-1")
    (remark,) = copies.remarks()
    assert copies.withheld() == ()
    copies.decide(remark, is_about=is_about)
    for asked in (copies, PrintingService(store).copies("T-1")):
        assert asked.remarks() == ()
        assert [held.person for held in asked.withheld()] == (["yousef"] if is_about else [])


def test_what_is_kept_to_who_may_know_is_not_released_to_the_other_room_with_the_rest(opened: Opened) -> None:
    seats = [
        {"person": name, "attendance": "present", "room": room}
        for name, room in (("rima", 1), ("noor", 1), ("yousef", 2))
    ]
    cards = (
        statement("s1", "Bij de watermolen."),
        statement("s2", "Iets anders.", visible_to=["rima", "noor"]),
    )
    service = opened(*cards, mode="alternating", participants=seats)
    service.show_half(1)
    (remark,) = service.hidden.remarks()
    assert remark.reaches == ("Yousef",), "the control"
    service.hidden.keep_to_who_may_know(remark)
    console = service.console()
    assert console.statements[0].visible_to == Readers.only("rima", "noor")
    waits = [it.place for it in console.waiting]
    assert Place.statement("s1") not in waits, "it is no word of that room: somebody chose its readers"
    service.rooms.release([Place.statement("s1")])
    assert service.console().statements[0].visible_to == Readers.only("rima", "noor")


def test_who_is_left_out_may_know_it_and_who_is_added_later_still_does(opened: Opened, store: Store) -> None:
    left_out = {"everyone_but": ["yousef", "noor"]}
    number = [detail("phone", "06 7700 1101", left_out)]
    service = opened(statement("s1", "Bel 06 7700 1101.", visible_to=["yousef"]), rima=number, version=2)
    (leak,) = service.leaks()
    assert leak.readers == ("yousef",)
    service.hidden.let_know(leak)
    assert service.leaks() == ()
    service.close()
    rima = CaseService(store).case("T-1").people[0]
    assert rima.contact[0].visible_to == Readers.everyone_but("noor")


def test_when_nobody_is_left_out_any_more_it_is_for_everyone(opened: Opened, store: Store) -> None:
    number = [detail("phone", "06 7700 1101", {"everyone_but": ["yousef"]})]
    service = opened(statement("s1", "Bel 06 7700 1101."), rima=number, version=2)
    (leak,) = service.leaks()
    service.hidden.let_know(leak)
    service.close()
    assert CaseService(store).case("T-1").people[0].contact[0].visible_to == EVERYONE
