"""A yes to "Gaat dit over …?" goes with its text and its detail; a no does not."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from beraad.codes import WayOut
from beraad.places import Place
from beraad.readers import Readers
from beraad.services.cases import CaseService, ContactLine, SecretLine
from beraad.services.meeting import MeetingService
from beraad.services.meeting.text_drafts import KeptDraft
from beraad.store.store import Store
from beraad.terms import Column, ContactKind, Strength
from tests.disclosure.small_cases import agreement, case, detail, meeting, people, statement

WATERMOLEN = "basisschool De Watermolen"
FIRST, MENDED = "Adam zit bij de watermolen.", "Adam zit bij de watermolen, elke dag."
AT = "meetings/b1/statements/s1/text"
Opened = Callable[..., MeetingService]


@pytest.fixture
def opened(store: Store) -> Iterator[Opened]:
    """Opens the meeting of a small case."""
    services: list[MeetingService] = []

    def open_it(*texts: str, **more: Any) -> MeetingService:
        cards = [statement(f"s{number}", text) for number, text in enumerate(texts, start=1)]
        CaseService(store).add(
            case(
                meeting(statements=cards, **more),
                people=people(rima=[detail("school", WATERMOLEN, ["noor"])]),
                secrets=[{"text": "paraplu", "visible_to": ["rima"]}],
            )
        )
        services.append(MeetingService(store, "T-1", "b1"))
        return services[-1]

    yield open_it
    for service in services:
        service.close()


def answer(service: MeetingService, *, is_about: bool) -> None:
    service.hidden.decide(service.hidden.remarks()[0], is_about=is_about)


def change(service: MeetingService, text: str) -> None:
    """Mend the first card."""
    service.statements.change("s1", text=text)


def withheld(service: MeetingService) -> list[str]:
    return [str(leak.place) for leak in service.leaks()]


def asked(service: MeetingService) -> list[str]:
    return [str(leak.place) for leak in service.hidden.remarks()]


def test_a_yes_follows_what_its_text_becomes_and_undo_and_redo(opened: Opened) -> None:
    service = opened(FIRST)
    answer(service, is_about=True)
    for text in (MENDED, "Adam zit nu bij de watermolen!", "Adam zit daar.", "Adam: de watermolen"):
        change(service, text)
        assert (withheld(service), asked(service)) == ([AT] if "watermolen" in text else [], [])
    for _ in range(4):
        service.undo()
        assert asked(service) == []
    assert withheld(service) == [AT]
    service.undo()
    assert (withheld(service), asked(service)) == ([], [AT]), "the answer itself was taken back"
    for _ in range(2):
        service.redo()
        assert (withheld(service), asked(service)) == ([AT], [])


def test_a_no_is_about_these_words_alone(opened: Opened) -> None:
    service = opened(FIRST)
    answer(service, is_about=False)
    assert asked(service) == []
    change(service, MENDED)
    assert (withheld(service), asked(service)) == ([], [AT])
    change(service, FIRST)
    assert (withheld(service), asked(service)) == ([], [])


def test_a_yes_can_be_taken_back_and_then_follows_no_more(opened: Opened) -> None:
    service = opened(FIRST)
    answer(service, is_about=True)
    change(service, "De watermolen in Kinderdijk is mooi.")
    (leak,) = service.leaks()
    assert WayOut.ABOUT_SOMETHING_ELSE in service.hidden.ways(leak)
    service.hidden.decide(leak, is_about=False)
    assert (withheld(service), asked(service)) == ([], [])
    change(service, FIRST)
    assert (withheld(service), asked(service)) == ([], [AT])


def test_what_is_certain_by_itself_cannot_be_answered_away(opened: Opened) -> None:
    service = opened("Adam zit op De Watermolen.")
    (leak,) = service.leaks()
    assert WayOut.ABOUT_SOMETHING_ELSE not in service.hidden.ways(leak)


def test_two_cards_that_said_the_same_keep_the_answer_when_one_is_mended(opened: Opened) -> None:
    service = opened(FIRST, FIRST)
    answer(service, is_about=True)
    change(service, MENDED)
    assert (withheld(service), asked(service)) == ([AT, "meetings/b1/statements/s2/text"], [])


def test_a_yes_in_an_agreement_follows_its_field(opened: Opened) -> None:
    service = opened(agreements=[agreement("a1", "Rima belt.", ("rima",), fallback="Naar de watermolen.")])
    answer(service, is_about=True)
    service.agreements.change("a1", fallback="Dan naar de watermolen.")
    assert (withheld(service), asked(service)) == (["meetings/b1/agreements/a1/fallback"], [])


def test_what_was_answered_while_typing_holds_for_what_is_placed(opened: Opened) -> None:
    service = opened()
    place = Place.parse("statements/new/danger/text")
    service.drafts.keep(KeptDraft(place, FIRST))
    (typed,) = (it.leak for it in service.wording.remarks(FIRST, promise=False) if it.leak)
    service.hidden.decide(typed, is_about=True)
    for end in range(len(FIRST), len(MENDED) + 1):
        service.drafts.keep(KeptDraft(place, MENDED[:end] + " "))
    service.drafts.keep(KeptDraft(place, MENDED + " "))
    (typed,) = (it.leak for it in service.wording.remarks(MENDED, promise=False) if it.leak)
    assert typed.strength is Strength.CERTAIN
    made = service.drafts.place((place,), lambda: service.statements.add(Column.DANGER, MENDED))
    at = f"meetings/b1/statements/{made}/text"
    assert (withheld(service), asked(service)) == ([at], [])
    service.undo()
    service.redo()
    assert (withheld(service), asked(service)) == ([at], [])


def test_while_one_types_a_yes_leaves_no_row_for_each_letter(opened: Opened, store: Store) -> None:
    service = opened()
    service.drafts.keep(KeptDraft(Place.parse("statements/new/danger/text"), FIRST))
    (typed,) = (it.leak for it in service.wording.remarks(FIRST, promise=False) if it.leak)
    service.hidden.decide(typed, is_about=True)
    for letters in range(30):
        service.drafts.keep(KeptDraft(Place.parse("statements/new/danger/text"), FIRST + "x" * letters))
    service.close()
    with store.unit_of_work() as work:
        (kept,) = work.cases.get("T-1").leak_decisions
    assert kept.text == FIRST + "x" * 29


@pytest.mark.parametrize("is_about", [True, False])
def test_a_yes_follows_the_new_value_of_a_detail_and_a_no_does_not(
    opened: Opened, store: Store, is_about: bool
) -> None:
    service = opened(FIRST)
    answer(service, is_about=is_about)
    service.close()
    cases = CaseService(store)
    (rima,) = (person for person in cases.case("T-1").people if person.id == "rima")
    new = ContactLine(ContactKind.SCHOOL, "obs De Watermolen, Breda", Readers.only("noor"))
    other = ContactLine(ContactKind.PHONE, "06 7700 1101", Readers.only("noor"))
    cases.save_person("T-1", replace(rima, contact=(other, *rima.contact)))
    cases.save_person("T-1", replace(rima, contact=(other, new)))
    again = MeetingService(store, "T-1", "b1")
    assert (withheld(again), asked(again)) == (([AT], []) if is_about else ([], [AT]))
    again.close()


def test_a_detail_that_came_in_between_has_no_answer(opened: Opened, store: Store) -> None:
    service = opened(FIRST, "Bij de regenboog.")
    answer(service, is_about=True)
    service.close()
    cases = CaseService(store)
    (rima,) = (person for person in cases.case("T-1").people if person.id == "rima")
    came = ContactLine(ContactKind.SCHOOL, "obs De Regenboog", Readers.only("noor"))
    cases.save_person("T-1", replace(rima, contact=(came, *rima.contact)))
    again = MeetingService(store, "T-1", "b1")
    assert (withheld(again), asked(again)) == ([AT], ["meetings/b1/statements/s2/text"])
    again.close()


def test_a_yes_follows_a_secret_phrase(opened: Opened, store: Store) -> None:
    opened("Op Wissel is het stil, zegt de wisselaar.").close()
    cases = CaseService(store)
    cases.save_secrets("T-1", [SecretLine("vlucht", Readers.only("rima"), None)])
    service = MeetingService(store, "T-1", "b1")
    service.statements.change("s1", text="Zij vluchtte.")
    answer(service, is_about=True)
    assert withheld(service) == [AT]
    service.close()
    cases.save_secrets("T-1", [SecretLine("de vlucht", Readers.only("rima"), None)])
    service = MeetingService(store, "T-1", "b1")
    assert (withheld(service), asked(service)) == ([AT], [])
    service.close()


def test_a_yes_travels_in_the_case_file_and_follows_there(
    opened: Opened, store: Store, tmp_path: Path
) -> None:
    service = opened(FIRST)
    answer(service, is_about=True)
    service.close()
    cases = CaseService(store)
    cases.export_file("T-1", file := tmp_path / "zaak.json")
    file.write_text(file.read_text("utf-8").replace('"T-1"', '"T-2"'), "utf-8")
    cases.import_file(file)
    again = MeetingService(store, "T-2", "b1")
    change(again, MENDED)
    assert (withheld(again), asked(again)) == ([AT], [])
    again.close()
