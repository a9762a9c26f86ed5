"""A meeting that is to come: as agreed at the table, changed, moved, called off, and taken back."""

import dataclasses
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from beraad.disclosure.audience import Reader
from beraad.disclosure.disclose import Disclosure
from beraad.i18n import DUTCH
from beraad.places import Place
from beraad.readers import Readers
from beraad.services.cases import CaseLine, CaseService
from beraad.services.errors import MeetingSettled, StillNeeded, UnknownMeeting
from beraad.services.meeting import KeptDraft
from beraad.services.people import ContactLine, PersonLine
from beraad.services.planning import AgreedNext
from beraad.store.store import Store
from beraad.terms import Attendance, Circle, Column, ContactKind, MeetingKind, MeetingMode
from beraad.words.errors import sentence
from tests.services.conftest import DE_WIT, HADDAD, Opened

WHEN, WHERE = "2026-12-10T10:00:00", "wijkcentrum"
LATER = "2026-12-17T19:30:00"


def agree(opened: Opened, starts_at: str | None = WHEN, place: str | None = WHERE, **more: Any) -> None:
    """Agree at the table of Haddad when the next meeting is."""
    service = opened(HADDAD, "b1")
    service.course.meet_again(starts_at, place, **more)
    service.close()


def wish(cases: CaseService, **changes: Any) -> dict[str, Any]:
    """What is asked of a meeting: everybody of Haddad, at what was agreed."""
    return {
        "starts_at": WHEN,
        "place": WHERE,
        "facilitator": "noor",
        "invited": [person.id for person in cases.case(HADDAD).people],
        "kind": MeetingKind.FAMILY_NETWORK,
        "mode": MeetingMode.ALTERNATING,
        **changes,
    }


def line(cases: CaseService) -> CaseLine:
    return cases.line(HADDAD)


# -- as agreed at the table --------------------------------------------------------------------------


def test_what_was_agreed_at_the_table_is_offered_and_named(opened: Opened, cases: CaseService) -> None:
    agree(opened)
    assert cases.case(HADDAD).agreed_next == AgreedNext(WHEN, WHERE, MeetingMode.ALTERNATING)
    assert (line(cases).agreed_next_at, line(cases).agreed_next_place) == (WHEN, WHERE)


def test_one_room_or_two_can_be_agreed_too(opened: Opened, cases: CaseService) -> None:
    agree(opened, mode=MeetingMode.TOGETHER)
    agreed = cases.case(HADDAD).agreed_next
    assert agreed is not None
    assert agreed.mode is MeetingMode.TOGETHER


def test_once_it_is_planned_it_is_offered_no_more(opened: Opened, cases: CaseService) -> None:
    agree(opened)
    cases.planning.plan(HADDAD, **wish(cases))
    assert cases.case(HADDAD).agreed_next is None
    assert not line(cases).agreed_next


def test_another_meeting_in_between_does_not_take_its_place(opened: Opened, cases: CaseService) -> None:
    agree(opened)
    cases.planning.plan(HADDAD, **wish(cases, starts_at="2026-12-01T09:00:00"))
    agreed = cases.case(HADDAD).agreed_next
    assert agreed is not None
    assert agreed.starts_at == WHEN


def test_nothing_agreed_is_nothing_offered(opened: Opened, cases: CaseService) -> None:
    agree(opened, None, None)
    assert cases.case(HADDAD).agreed_next is None


# -- changed -----------------------------------------------------------------------------------------


def test_a_planned_meeting_is_moved_and_what_was_agreed_follows(opened: Opened, cases: CaseService) -> None:
    agree(opened)
    planned = cases.planning.plan(HADDAD, **wish(cases))
    cases.planning.change(HADDAD, planned, **wish(cases, starts_at=LATER, place="school"))
    meeting = cases.case(HADDAD).meetings[-1]
    assert (meeting.starts_at, meeting.place) == (LATER, "school")
    before = opened(HADDAD, "b1").console()
    assert (before.next_starts_at, before.next_place) == (LATER, "school")
    assert cases.case(HADDAD).agreed_next is None


def test_where_it_is_now_is_not_told_to_a_table_with_somebody_who_is_not_invited(
    opened: Opened, cases: CaseService
) -> None:
    agree(opened)
    planned = cases.planning.plan(HADDAD, **wish(cases))
    few = ["rima", "noor"]
    cases.planning.change(HADDAD, planned, **wish(cases, place="opvanghuis", invited=few))
    before = opened(HADDAD, "b1").console()
    assert (before.next_starts_at, before.next_place) == (None, None)


def test_another_kind_room_and_people(cases: CaseService, opened: Opened) -> None:
    planned = cases.planning.plan(HADDAD, **wish(cases))
    changed = wish(
        cases,
        invited=["piet", "rima"],
        kind=MeetingKind.PROFESSIONALS,
        mode=MeetingMode.TOGETHER,
        facilitator="piet",
    )
    cases.planning.change(HADDAD, planned, **changed)
    meeting = cases.case(HADDAD).meetings[-1]
    assert (meeting.participants, meeting.kind, meeting.mode, meeting.facilitator) == (
        ("piet", "rima"),
        MeetingKind.PROFESSIONALS,
        MeetingMode.TOGETHER,
        "piet",
    )


def test_who_stays_keeps_room_and_attendance(cases: CaseService, opened: Opened) -> None:
    planned = cases.planning.plan(HADDAD, **wish(cases))
    service = opened(HADDAD, planned)
    service.course.sit_in("rima", 2)
    service.course.attend("rima", Attendance.PRESENT)
    service.close()
    cases.planning.change(HADDAD, planned, **wish(cases, invited=["noor", "rima"]))
    rima = next(item for item in opened(HADDAD, planned).console().people if item.id == "rima")
    assert (rima.attendance, rima.room) == (Attendance.PRESENT, 2)


def test_in_two_rooms_again_everybody_sits_where_he_sat(cases: CaseService, opened: Opened) -> None:
    before = {person.id: person.room for person in opened(HADDAD, "b1").console().people}
    made = cases.planning.plan(HADDAD, **wish(cases))
    service = opened(HADDAD, made, half=None)
    assert {person.id: person.room for person in service.console().people} == before
    assert before["rima"] != before["yousef"]
    service.close()
    together = cases.planning.plan(HADDAD, **wish(cases, mode=MeetingMode.TOGETHER))
    assert {person.room for person in opened(HADDAD, together).console().people} == {None}


def test_nobody_is_left_out_of_whom_something_stands_in_it(cases: CaseService, opened: Opened) -> None:
    planned = cases.planning.plan(HADDAD, **wish(cases))
    service = opened(HADDAD, planned)
    service.statements.add(Column.DANGER, "Er werd geschreeuwd.", by="rima")
    service.close()
    with pytest.raises(StillNeeded) as refused:
        cases.planning.change(HADDAD, planned, **wish(cases, invited=["noor"]))
    assert sentence(refused.value, DUTCH).startswith("Rima kan nog niet weg. Dit hangt eraan vast: een kaart")
    assert "rima" in cases.case(HADDAD).meetings[-1].participants


def test_what_was_agreed_is_not_moved(cases: CaseService) -> None:
    with pytest.raises(MeetingSettled):
        cases.planning.change(DE_WIT, "b1", **wish(cases, facilitator="joke", invited=["sanne"]))
    with pytest.raises(MeetingSettled):
        cases.planning.call_off(DE_WIT, "b1")
    with pytest.raises(UnknownMeeting):
        cases.planning.call_off(DE_WIT, "b9")


# -- called off --------------------------------------------------------------------------------------


def test_a_meeting_that_was_called_off_is_not_the_one_to_open(opened: Opened, cases: CaseService) -> None:
    planned = cases.planning.plan(HADDAD, **wish(cases))
    other = cases.planning.plan(HADDAD, **wish(cases, starts_at=LATER))
    assert planned in {line(cases).meeting, "b2"}
    cases.planning.call_off(HADDAD, planned, " iedereen is ziek ")
    meeting = next(item for item in cases.case(HADDAD).meetings if item.id == planned)
    assert (meeting.called_off, meeting.why_called_off) == (True, "iedereen is ziek")
    cases.planning.call_off(HADDAD, other)
    assert line(cases).meeting == "b1"
    cases.planning.take_back(HADDAD, planned)
    assert not cases.case(HADDAD).meetings[1].called_off
    assert cases.case(HADDAD).meetings[1].why_called_off is None


def test_nor_is_its_day_printed_as_the_next_and_taken_back_it_is_again(
    cases: CaseService, store: Store
) -> None:
    planned = cases.planning.plan(HADDAD, **wish(cases))

    def next_on_paper() -> bool:
        with store.unit_of_work() as work:
            case = work.cases.get(HADDAD)
            disclosure = Disclosure(case, case.meetings[0])
            views = [disclosure.copy(Reader(name)).view for name in ("rima", "noor")]
            return any(WHERE in repr(view.next_meeting) for view in views)

    assert next_on_paper()
    cases.planning.call_off(HADDAD, planned)
    assert not next_on_paper()
    assert cases.case(HADDAD).agreed_next is None, "nor offered"
    cases.planning.take_back(HADDAD, planned)
    assert next_on_paper()


def test_what_stands_in_it_is_kept_to_read_and_counts_for_nothing(opened: Opened, cases: CaseService) -> None:
    service = opened()
    service.carrying.keep_the_rest()
    service.statements.add(Column.DANGER, "Er werd geschreeuwd.")
    service.course.note(0, "Mark keek weg.")
    service.drafts.keep(KeptDraft(Place.parse("statements/new/danger"), "Er is nog"))
    last = service.last_plan()
    assert last
    asked = last.plan.scales[0]
    scale = service.scales.add(asked.question, asked.zero, asked.ten)
    service.scales.score(scale, "lisa", 0)
    service.close()
    assert cases.line(DE_WIT).fell == ("Lisa",), "control"
    plan = cases.gaps(DE_WIT)
    cases.planning.call_off(DE_WIT, "b2")
    (_held, off) = cases.case(DE_WIT).meetings
    assert (off.called_off, off.has_content) == (True, True)
    content = cases.content(DE_WIT, "b2")
    assert content.view.statements[-1].text == "Er werd geschreeuwd."
    assert (content.view.notes, content.not_placed) == (("Mark keek weg.",), ("Er is nog",))
    found = cases.line(DE_WIT)
    assert (found.fell, len(found.trend), found.meeting) == ((), 1, "b1")
    assert cases.scales_over_time(DE_WIT, DUTCH) == ()
    assert cases.gaps(DE_WIT) == plan
    following = cases.planning.plan(DE_WIT, **wish(cases, facilitator="fatima", invited=["fatima"]))
    assert "Er werd geschreeuwd." not in repr(opened(DE_WIT, following).last_plan())
    with pytest.raises(UnknownMeeting):
        cases.content(DE_WIT, "b9")


def test_a_meeting_in_which_nothing_stands_has_nothing_to_read(cases: CaseService) -> None:
    planned = cases.planning.plan(HADDAD, **wish(cases))
    cases.planning.call_off(HADDAD, planned)
    assert not cases.case(HADDAD).meetings[-1].has_content


def test_that_a_day_is_moved_asks_nobody_again(cases: CaseService, opened: Opened) -> None:
    def outdated() -> list[str]:
        service = opened(DE_WIT, "b1")
        found = [answer.person for answer in service.answers() if answer.outdated]
        service.close()
        return found

    before = outdated()
    service = opened(DE_WIT, "b1")
    service.course.meet_again("2026-12-24T14:00:00", "elders")
    assert service.console().agreed_at is not None
    service.close()
    assert outdated() == before


def test_that_it_was_called_off_travels_with_the_case(cases: CaseService, tmp_path: Path) -> None:
    planned = cases.planning.plan(HADDAD, **wish(cases))
    cases.planning.call_off(HADDAD, planned, "ziek")
    cases.export_file(HADDAD, tmp_path / "uit.json")
    written = json.loads((tmp_path / "uit.json").read_text())["meetings"][-1]
    assert written["cancelled_why"] == "ziek"
    assert dt.datetime.fromisoformat(written["cancelled_at"]).tzinfo is None


# -- people ------------------------------------------------------------------------------------------


def test_somebody_on_whom_nothing_hangs_is_removed_with_the_own_details(cases: CaseService) -> None:

    new = PersonLine("", "Tante Sita", "tante Sita", Circle.NETWORK)
    own = (ContactLine(ContactKind.PHONE, "06 5550 1234", Readers.only("noor")),)

    person = cases.save_person(HADDAD, dataclasses.replace(new, contact=own))
    planned = cases.planning.plan(HADDAD, **wish(cases))
    assert person in cases.case(HADDAD).meetings[-1].participants
    cases.remove_person(HADDAD, person)
    case = cases.case(HADDAD)
    assert person not in {item.id for item in case.people}
    assert person not in case.meetings[-1].participants
    assert planned == case.meetings[-1].id


def test_what_hangs_on_somebody_is_said_and_nobody_is_removed(cases: CaseService) -> None:
    with pytest.raises(StillNeeded) as refused:
        cases.remove_person(HADDAD, "noor")
    said = sentence(refused.value, DUTCH)
    assert "het vaste contact" in said
    assert "wie het gesprek leidt (1e beraad)" in said
    assert "noor" in {item.id for item in cases.case(HADDAD).people}


def test_who_may_see_or_may_not_see_something_is_still_needed(cases: CaseService, opened: Opened) -> None:

    person = cases.save_person(HADDAD, PersonLine("", "Sita", "Sita", Circle.NETWORK))
    service = opened(HADDAD, "b1")
    number = service.emergency.add(
        "Bel 112.",
        visible_to=Readers.everyone_but(person),
    )
    service.close()
    assert number is not None
    with pytest.raises(StillNeeded) as refused:
        cases.remove_person(HADDAD, person)
    assert "het noodplan (1e beraad)" in sentence(refused.value, DUTCH)
