"""Calendars: moments of cases for another program, which say nothing of a case."""

import datetime as dt
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from icalendar import Calendar

from beraad.codes import ActKind
from beraad.exchange import case_document
from beraad.export.calendar import CalendarEntry, calendar, read_written
from beraad.i18n import DUTCH
from beraad.models import Case, Meeting
from beraad.services.calendars import entries_of
from beraad.services.cases import CaseService
from beraad.services.errors import CalendarNotWritten
from beraad.services.one_case import changing, reading
from beraad.store.errors import UnknownCase
from beraad.store.store import Store
from beraad.terms import MeetingKind, Phase
from tests.cases import cases
from tests.services.conftest import DE_WIT, HADDAD, Clock

NOW = dt.datetime(2026, 11, 19, 9, tzinfo=dt.UTC)
KEY = bytes(32)
AGREED = dt.datetime.fromisoformat("2027-05-03T16:00")


def events(path: Path) -> list[Any]:
    """Entries in a file."""
    return [*Calendar.from_ical(path.read_bytes()).walk("VEVENT")]


def by_id(path: Path) -> dict[str, Any]:
    return {str(event["uid"]): event for event in events(path)}


def save(service: CaseService, path: Path, *references: str) -> int:
    return service.save_calendar(path, references, DUTCH)


@pytest.fixture
def service(store: Store, clock: Clock) -> CaseService:
    """Cases, at a time set by hand."""
    return CaseService(store, today=lambda: clock().date(), now=clock)


def planned(service: CaseService, starts_at: str) -> str:
    """A next meeting in the first example."""
    line = service.case(DE_WIT).meetings[-1]
    return service.planning.plan(
        DE_WIT, starts_at=starts_at, place="De Brug", facilitator=line.facilitator, invited=line.participants
    )


def moved(service: CaseService, meeting: str, starts_at: str) -> None:
    line = next(item for item in service.case(DE_WIT).meetings if item.id == meeting)
    service.planning.change(
        DE_WIT,
        meeting,
        starts_at=starts_at,
        place=line.place,
        facilitator=line.facilitator,
        invited=line.participants,
        kind=line.kind,
        mode=line.mode,
    )


def the(path: Path, title: str) -> Any:
    (found,) = [event for event in events(path) if event["summary"] == title]
    return found


def test_meetings_and_days_to_ask_stand_in_it_by_their_time_alone(
    service: CaseService, tmp_path: Path
) -> None:
    path = tmp_path / "agenda.ics"
    count = save(service, path, DE_WIT)
    starts = [item.starts_at for item in service.case(DE_WIT).meetings if item.starts_at]
    titles = [str(event["summary"]) for event in events(path)]
    assert len(titles) == count > len(starts) > 1
    assert {f"afspraak {at[11:16]}" for at in starts} <= {*titles}
    assert all(re.fullmatch(r"afspraak( \d\d:\d\d)?", title) for title in titles)
    whole_days = [event for event in events(path) if event["summary"] == "afspraak"]
    assert whole_days, "an agreement is looked at again"
    assert all(type(event["dtstart"].dt) is dt.date for event in whole_days)


@pytest.mark.parametrize(("day", "hour"), [("2027-03-26", 13), ("2027-03-29", 12), ("2027-11-01", 13)])
def test_the_time_is_right_over_summer_time(
    service: CaseService, tmp_path: Path, day: str, hour: int
) -> None:
    planned(service, f"{day}T14:05")
    save(service, tmp_path / "agenda.ics", DE_WIT)
    starts = the(tmp_path / "agenda.ics", "afspraak 14:05")["dtstart"].dt
    assert starts.astimezone(dt.UTC).isoformat() == f"{day}T{hour}:05:00+00:00"


def test_a_meeting_that_moves_or_is_called_off_stays_the_same_entry(
    service: CaseService, tmp_path: Path, clock: Clock
) -> None:
    path = tmp_path / "agenda.ics"
    meeting = planned(service, "2027-02-01T14:05")
    save(service, path, DE_WIT)
    first, others = the(path, "afspraak 14:05"), by_id(path)
    clock.later(hours=1)
    moved(service, meeting, "2027-02-02T15:05")
    save(service, path, DE_WIT)
    second = the(path, "afspraak 15:05")
    clock.later(hours=1)
    service.planning.call_off(DE_WIT, meeting, "Oma Ans is ziek")
    save(service, path, DE_WIT)
    third = by_id(path).pop(str(first["uid"]))
    assert [str(event["uid"]) for event in (second, third)] == [str(first["uid"])] * 2
    assert [event["sequence"] for event in (first, second, third)] == [0, 1, 2]
    assert first["dtstamp"].dt < second["dtstamp"].dt < third["dtstamp"].dt
    assert [event["status"] for event in (first, second, third)] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert b"ziek" not in path.read_bytes()
    for uid, event in by_id(path).items():
        if uid != str(first["uid"]):
            assert event == others[uid], "what did not change is said as before"


def test_what_did_not_change_is_written_the_same(service: CaseService, tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "agenda.ics"
    save(service, path)
    before = path.read_bytes()
    clock.later(days=1)
    save(service, path)
    assert path.read_bytes() == before


def test_a_date_that_was_agreed_is_the_meeting_that_is_planned_for_it(case: Case) -> None:
    case.meetings[-1].next_meeting.starts_at = "2027-05-03T16:00"  # type: ignore[union-attr]
    agreed = {entry.starts: entry.uid for entry in entries_of(case, KEY)}[AGREED]
    planned = Meeting(
        id="b9", number=9, kind=MeetingKind.FAMILY_NETWORK, starts_at="2027-05-03T16:00", facilitator="x"
    )
    case.meetings.append(planned)
    later = [entry.uid for entry in entries_of(case, KEY) if entry.starts == AGREED]
    assert later == [agreed]


def test_ids_tell_nothing_without_the_key(case: Case) -> None:
    here, elsewhere = entries_of(case, KEY), entries_of(case, bytes(31) + b"1")
    assert [entry.starts for entry in here] == [entry.starts for entry in elsewhere]
    assert not {entry.uid for entry in here} & {entry.uid for entry in elsewhere}
    assert len({entry.uid for entry in here}) == len(here)


@pytest.fixture
def case(store: Store) -> Iterator[Case]:
    with reading(store, DE_WIT) as found:
        if found.meetings[-1].next_meeting is None:
            found.meetings[-1].next_meeting = found.meetings[0].next_meeting
        yield found


def test_a_folder_loses_what_holds_no_more_and_nothing_else(
    service: CaseService, store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "agenda"
    save(service, folder, HADDAD)
    of_haddad = {path.name for path in folder.iterdir()}
    (folder / "vakantie.ics").write_text("van iemand anders")
    count = save(service, folder, DE_WIT)
    mine = {path.name for path in folder.iterdir()} - of_haddad - {"vakantie.ics"}
    assert len(mine) == count
    days = [
        path for path in folder.iterdir() if path.name in mine and b"SUMMARY:afspraak\r" in path.read_bytes()
    ]
    assert days, "the control: days to ask"
    close(store, DE_WIT)
    save(service, folder, DE_WIT)
    assert not [path for path in days if path.exists()]
    assert of_haddad | {"vakantie.ics"} < {path.name for path in folder.iterdir()}
    assert not [path for path in folder.iterdir() if path.suffix != ".ics"], "no half file"


def close(store: Store, reference: str) -> None:
    """End every phase: nothing is asked any more."""
    with changing(store, ActKind.COLOUR_GIVEN, reference) as case:
        case.phases[-1].phase = Phase.CLOSED


def test_nothing_is_written_for_a_case_that_is_not_there(service: CaseService, tmp_path: Path) -> None:
    with pytest.raises(UnknownCase):
        save(service, tmp_path / "agenda.ics", DE_WIT, "IT-0")
    assert not [*tmp_path.glob("*.ics")]


def test_where_nothing_can_be_written_is_said(service: CaseService, tmp_path: Path) -> None:
    with pytest.raises(CalendarNotWritten) as told:
        save(service, tmp_path / "nergens" / "agenda.ics", DE_WIT)
    assert told.value.facts == {"file": "agenda.ics", "reason": "ENOENT"}


@pytest.mark.parametrize(
    "content", [b"", b"\xff\x00", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR"]
)
def test_what_is_not_ours_is_written_over(content: bytes) -> None:
    assert read_written(content) == {}


# -- nothing of a case -------------------------------------------------------------------------------


def words_of(case: Case) -> set[str]:
    """Every word and text of a case, without days and times."""
    found: set[str] = set()
    waiting: list[object] = [case_document(case)]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            waiting += item.values()
        elif isinstance(item, list):
            waiting += item
        elif isinstance(item, str) and len(item) > 2 and not re.fullmatch(r"[\d:T-]+", item):
            found.add(item)
    return found


def told(content: bytes, words: set[str]) -> set[str]:
    """Those of these words that stand in a calendar."""
    unfolded = content.replace(b"\r\n ", b"").decode()
    return {word for word in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", unfolded, re.IGNORECASE)}


@pytest.mark.parametrize("reference", [DE_WIT, HADDAD])
def test_nothing_of_a_case_stands_in_its_bytes(
    service: CaseService, store: Store, tmp_path: Path, reference: str
) -> None:
    save(service, tmp_path / "agenda.ics", reference)
    save(service, tmp_path / "map", reference)
    with reading(store, reference) as case:
        words = words_of(case)
    assert len(words) > 40
    names = "\n".join(path.name for path in (tmp_path / "map").iterdir()).encode()
    content = b"".join(path.read_bytes() for path in tmp_path.rglob("*.ics"))
    assert told(content + names, words) == set()
    leaky = CalendarEntry(f"x-{reference}", dt.date(2026, 1, 1))
    assert told(calendar((leaky,), {}, NOW, DUTCH), words) == {reference}, "the control: it is found"


@pytest.mark.slow
@given(case=cases())
def test_whatever_a_case_holds_a_calendar_is_made_of_it_and_says_times_alone(case: Case) -> None:
    entries = entries_of(case, KEY)
    written = calendar(entries, {}, NOW, DUTCH)
    read = read_written(written)
    assert {uid: found.entry for uid, found in read.items()} == {entry.uid: entry for entry in entries}
    titles = re.findall(rb"SUMMARY:(.*)\r\n", written)
    assert all(re.fullmatch(rb"afspraak( \d\d:\d\d)?", title) for title in titles)
    assert len(titles) == len(entries)
    assert calendar(entries, read, NOW + dt.timedelta(days=1), DUTCH) == written


# -- another program ---------------------------------------------------------------------------------


def khal(home: Path, *arguments: str) -> str:
    """Output of khal, with the folder as its calendar."""
    config = home / "khal.conf"
    config.write_text(
        f"[calendars]\n[[beraad]]\npath = {home / 'map'}\n[locale]\nlocal_timezone = Europe/Amsterdam\n"
        "default_timezone = Europe/Amsterdam\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n"
        "longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {home / 'khal.db'}\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", "from khal.cli import main_khal; main_khal()", "-c", str(config), *arguments],
        env={**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.slow
def test_another_program_opens_the_folder_and_the_file(service: CaseService, tmp_path: Path) -> None:
    meeting = planned(service, "2027-03-29T14:05")
    save(service, tmp_path / "map", DE_WIT)
    listed = "list", "--format", "{start} {end} {title} {status}", "2027-03-28", "3d"
    assert "2027-03-29 14:05 2027-03-29" in khal(tmp_path, *listed)
    assert "afspraak 14:05" in khal(tmp_path, *listed)
    service.planning.call_off(DE_WIT, meeting)
    save(service, tmp_path / "map", DE_WIT)
    assert "CANCELLED" in khal(tmp_path, *listed)
    save(service, tmp_path / "agenda.ics")
    shown = khal(tmp_path, "printics", str(tmp_path / "agenda.ics"))
    assert shown.count("afspraak") >= len(events(tmp_path / "agenda.ics"))
