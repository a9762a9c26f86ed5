"""What is being typed: kept at once for the facilitator alone, and no part of the plan until it is placed."""

import json
from dataclasses import replace

import pytest

from beraad.disclosure.audience import File, Reader
from beraad.exchange import read_case, write_case
from beraad.places import Place
from beraad.readers import EVERYONE, Readers
from beraad.services.meeting import ActKind, KeptDraft, MeetingService
from beraad.services.meeting.draft_rows import drafts_of
from beraad.store.store import Store
from beraad.terms import Column, Step
from tests.inside import rows_of
from tests.services.conftest import DE_WIT, HADDAD, Opened

TYPED = "Rima woont nu aan de"


def card(service: MeetingService, text: str = "Op 3 mei sloeg de deur.") -> str:
    return service.statements.add(Column.DANGER, text)


def text_of(service: MeetingService, statement: str) -> str:
    return next(item.text for item in service.console().statements if item.id == statement)


def typed_on(service: MeetingService, text: str = TYPED) -> tuple[str, Place]:
    """A card, and the place of what was typed on it."""
    made = card(service)
    place = Place.statement(made) / "text"
    service.drafts.keep(KeptDraft(place, text))
    return made, place


NEW_CARD = KeptDraft(
    Place.parse("statements/new/danger/text"),
    TYPED,
    "danger_statement",
    by="mark",
    about=("kees",),
    disputed_by=("ans",),
    harm_from=("mark",),
    visible_to=Readers.only("mark", "ans"),
)
NOBODY = replace(NEW_CARD, by="", about=(), disputed_by=(), harm_from=(), visible_to=EVERYONE)
NOTHING_CHOSEN = KeptDraft(NEW_CARD.place, TYPED)


@pytest.mark.parametrize("draft", [NEW_CARD, NOBODY, NOTHING_CHOSEN], ids=["chosen", "nobody", "nothing"])
def test_a_draft_is_given_back_after_the_meeting_was_closed(opened: Opened, draft: KeptDraft) -> None:
    """With all that was chosen beside it: that somebody chose nobody is a choice too."""
    first = opened()
    first.drafts.keep(draft)
    first.close()
    again = opened()
    assert again.drafts.all() == (draft,)
    assert again.drafts.at(draft.place) == draft


@pytest.mark.parametrize("draft", [NEW_CARD, NOBODY, NOTHING_CHOSEN], ids=["chosen", "nobody", "nothing"])
def test_a_draft_travels_whole_with_the_case_file(opened: Opened, store: Store, draft: KeptDraft) -> None:
    opened().drafts.keep(draft)
    with store.unit_of_work() as unit:
        meeting = read_case(write_case(unit.cases.get(DE_WIT)), "a file").meeting("b2")
    assert meeting is not None
    assert drafts_of(meeting) == {draft.place: draft}


def test_a_note_of_between_the_meetings_stays_and_waits_on_the_page_of_the_case(opened: Opened) -> None:
    """Also once the meeting was open and another text waits in it."""
    first = opened(meeting="b1")
    note = KeptDraft(Place.check(first.console().agreements[0].id, asked="kees"), "geen benz", "niet")
    first.drafts.keep(note)
    first.drafts.keep(NEW_CARD)
    first.close()
    again = opened(meeting="b1")
    assert again.drafts.all() == (NEW_CARD,)
    assert again.drafts.at(note.place) == note


def test_a_draft_is_no_act(opened: Opened) -> None:
    """Nothing to undo, the same views, the same wall, and a plan that was agreed stays agreed."""
    service = opened(meeting="b1")
    made = service.console().statements[0].id
    assert service.console().agreed_at, "the control: it was agreed"
    before = service.console(), service.wall(), service.undoable, service.on_wall()
    service.drafts.keep(KeptDraft(Place.statement(made) / "text", TYPED))
    after = service.console(), service.wall(), service.undoable, service.on_wall()
    assert before == after
    assert before[1] is after[1], "not even made anew"
    service.statements.change(made, text=TYPED)
    assert service.console().agreed_at is None, "the control: placed, the plan is a concept again"


@pytest.mark.parametrize("kept", ["Rima woont", "Rima woont aan de Kade 3"])
def test_the_last_text_at_a_place_is_the_draft(opened: Opened, kept: str) -> None:
    service = opened()
    _made, place = typed_on(service)
    service.drafts.keep(KeptDraft(place, kept))
    assert [draft.text for draft in service.drafts.all()] == [kept]


def test_without_text_there_is_no_draft(opened: Opened) -> None:
    service = opened()
    _made, place = typed_on(service)
    service.drafts.keep(KeptDraft(place, ""))
    assert service.drafts.all() == ()
    service.close()
    assert opened().drafts.all() == ()


def test_placing_is_one_act_that_takes_the_draft_away(opened: Opened) -> None:
    service = opened()
    made, place = typed_on(service)
    service.drafts.place((place,), lambda: service.statements.change(made, text=TYPED))
    assert text_of(service, made) == TYPED
    assert service.drafts.all() == ()
    service.undo()
    assert text_of(service, made) == "Op 3 mei sloeg de deur."
    assert service.drafts.all() == (), "what was placed can be had back by redo"
    service.redo()
    assert text_of(service, made) == TYPED


def test_a_draft_that_was_placed_leaves_no_row_behind(opened: Opened, store: Store) -> None:
    service = opened()
    made, place = typed_on(service)
    service.drafts.place((place,), lambda: service.statements.change(made, text=TYPED))
    with store.unit_of_work() as unit:
        assert TYPED in write_case(unit.cases.get(DE_WIT)).decode(), "the control"
        assert "drafts" not in write_case(unit.cases.get(DE_WIT)).decode()
    service.close()
    with store.unit_of_work() as unit:
        meeting = unit.cases.get(DE_WIT).meeting("b2")
        assert meeting is not None
        assert meeting.drafts == []


def test_what_is_thrown_away_comes_back_by_undo(opened: Opened) -> None:
    service = opened()
    _made, place = typed_on(service)
    service.drafts.discard(place)
    assert service.drafts.all() == ()
    assert service.undoable is ActKind.DRAFT_DISCARDED
    service.undo()
    assert service.drafts.at(place) == KeptDraft(place, TYPED)
    service.redo()
    assert service.drafts.at(place) is None


def test_undo_does_not_write_over_what_was_typed_since(opened: Opened) -> None:
    service = opened()
    _made, place = typed_on(service)
    service.drafts.discard(place)
    service.drafts.keep(KeptDraft(place, "Iets anders"))
    service.undo()
    assert service.drafts.at(place) == KeptDraft(place, "Iets anders")


def test_a_draft_goes_with_its_card_and_comes_back_with_it(opened: Opened) -> None:
    service = opened()
    made, place = typed_on(service)
    service.statements.remove(made)
    assert service.drafts.all() == ()
    service.undo()
    assert service.drafts.at(place) == KeptDraft(place, TYPED)
    service.redo()
    assert service.drafts.all() == ()


@pytest.mark.usefixtures("same_id")
def test_a_draft_of_what_undo_takes_back_comes_back_by_redo(opened: Opened) -> None:
    """If the next card had the same id, it must not find the words of another."""
    service = opened()
    made, place = typed_on(service)
    assert service.undo() is ActKind.DANGER_ADDED
    assert service.drafts.all() == ()
    service.redo()
    assert service.drafts.at(place) == KeptDraft(place, TYPED)
    service.undo()
    assert card(service, "Een andere kaart") == made, "the control: the id is taken again"
    assert service.drafts.at(place) is None


def test_drafts_of_emergency_steps_move_with_them(opened: Opened) -> None:
    service = opened()
    while service.console().emergency:
        service.emergency.remove(0)
    for text in ("een", "twee", "drie"):
        service.emergency.add(text)
    for number in (1, 3):
        service.drafts.keep(KeptDraft(Place.emergency_step(number) / "text", f"typed in {number}"))

    def stand() -> dict[str, str]:
        return {str(draft.place): draft.text for draft in service.drafts.all()}

    service.emergency.move(0, 2)
    assert stand() == {"emergency/3/text": "typed in 1", "emergency/2/text": "typed in 3"}
    service.undo()
    assert stand() == {"emergency/1/text": "typed in 1", "emergency/3/text": "typed in 3"}
    service.emergency.remove(0)
    assert stand() == {"emergency/2/text": "typed in 3"}
    service.undo()
    assert stand() == {"emergency/1/text": "typed in 1", "emergency/3/text": "typed in 3"}
    service.redo()
    assert stand() == {"emergency/2/text": "typed in 3"}


def test_a_draft_is_in_no_copy_on_no_wall_and_in_no_answered_plan(opened: Opened, store: Store) -> None:
    """It travels with the case as a note does: its file has it, and what was agreed has not."""
    service = opened()
    typed_on(service)
    service.course.note(99, "Eigen notitie")
    for step in Step:
        service.go_to(step)
        assert TYPED not in repr(service.wall())
    assert TYPED not in repr(service.console()), "it is asked for apart"
    disclosure = rows_of(service).disclosure
    readers = [File(), *(Reader(seat.person) for seat in disclosure.meeting.participants)]
    assert all(TYPED not in repr(disclosure.copy(reader)) for reader in readers)
    gaps = {(gap.gap, gap.subject): "zo" for gap in service.gaps()}
    service.deciding.decide(gaps)
    assert TYPED not in rows_of(service).meeting.plan_versions[-1].content
    service.close()
    with store.unit_of_work() as unit:
        written = write_case(unit.cases.get(DE_WIT))
    meeting = next(item for item in json.loads(written)["meetings"] if item["id"] == "b2")
    assert [item["text"] for item in meeting["drafts"]] == [TYPED], "the control"
    assert "Eigen notitie" in [item["text"] for item in meeting["notes"]], "it goes where notes go"
    assert json.loads(written) == json.loads(write_case(read_case(written, "terug")))


def test_what_was_begun_in_one_room_stays_for_that_room(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    there = service.console().readers_now
    place = Place.parse("statements/new/danger/text")
    service.drafts.keep(KeptDraft(place, TYPED, visible_to=there))
    service.show_half(2)
    here = service.console().readers_now
    assert there != here, "the control: other people sit here"
    service.go_to(Step.WORRIES)
    made = service.drafts.place(
        (place,), lambda: service.statements.add(Column.DANGER, TYPED, visible_to=there)
    )
    assert TYPED not in repr(service.wall())
    assert service.console().waits_in(Place.statement(made)) == 1, "it waits to be released"
    service.show_half(1)
    assert TYPED in repr(service.wall())


def test_it_is_known_that_a_draft_was_begun_in_the_other_room(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    _made, place = typed_on(service)
    assert not service.drafts.is_from_elsewhere(place)
    service.show_half(2)
    assert service.drafts.is_from_elsewhere(place)
    service.show_half(1)
    assert not service.drafts.is_from_elsewhere(place)
    service.close()
    again = opened(HADDAD, "b1")
    assert again.drafts.is_from_elsewhere(place), "nobody knows any more"
    together = opened()
    _made, place = typed_on(together)
    assert not together.drafts.is_from_elsewhere(place)


def test_notes_that_are_written_on_are_undone_together(opened: Opened) -> None:
    service = opened()
    before = service.console().notes
    place = len(before)
    for length in range(1, 6):
        service.course.note(place, "Opletten"[:length], goes_on=length > 1)
    assert service.console().notes == (*before, "Oplet")
    assert service.undo() is ActKind.NOTE_CHANGED
    assert service.console().notes == before
    service.redo()
    assert service.console().notes == (*before, "Oplet")
    service.course.note(place, "Iets anders")
    service.undo()
    assert service.console().notes == (*before, "Oplet"), "the control: another time is another step"


def test_a_draft_that_both_rooms_typed_on_is_of_neither_alone(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    _made, place = typed_on(service)
    service.show_half(2)
    service.drafts.keep(KeptDraft(place, f"{TYPED} En wat de tweede kamer zei."))
    assert service.drafts.is_from_elsewhere(place)
    service.show_half(1)
    assert service.drafts.is_from_elsewhere(place), "the first room has not heard the end of it"


def test_a_draft_from_before_is_from_elsewhere_while_nobody_said_who_is_here(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    _made, place = typed_on(service)
    service.close()
    again = opened(HADDAD, "b1", half=None)
    assert again.rooms.asks_half, "the control"
    assert again.drafts.is_from_elsewhere(place)
    fresh = Place.parse("statements/new/danger/text")
    again.drafts.keep(KeptDraft(fresh, TYPED))
    assert not again.drafts.is_from_elsewhere(fresh), "the control: nobody came in since it was typed"
