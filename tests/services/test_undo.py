"""Every wish of a meeting can be taken back and done again, exactly; what is kept is kept on disk."""

import dataclasses
import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from beraad import assets
from beraad.disclosure.audience import Reader
from beraad.disclosure.console import console
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.leaks import LeakSearch
from beraad.disclosure.numbers import offered_numbers
from beraad.disclosure.wall import wall_of
from beraad.exchange import case_document, meeting_document, read_case
from beraad.models import Case
from beraad.readers import Readers
from beraad.services.acts import PLAN_PARTS
from beraad.services.cases import CaseService
from beraad.services.meeting import MeetingService
from beraad.services.meeting.parts import MeetingParts
from beraad.store.store import Store
from beraad.terms import Column, Step
from tests.inside import rows_of
from tests.services.conftest import Clock
from tests.services.wishes import Facilitator
from tests.store.samples import CHEAP, PASSPHRASE

SEEDS = st.integers(0, 2**32)
LENGTHS = st.integers(1, 25)
FRESH = itertools.count(1)
MEETINGS = {"de-wit": ("b1", "b2"), "haddad": ("b1",)}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for all examples; each puts a case of its own in it."""
    opened, _code = Store.create(tmp_path_factory.mktemp("shelf") / "data", PASSPHRASE, policy=CHEAP)
    with opened:
        yield opened


def put(shelf: Store, folder: Path, name: str) -> str:
    """A fresh copy of an example; gives its reference."""
    document = json.loads(assets.example_case(name).read_bytes())
    document["reference"] = f"{name}-{next(FRESH)}"
    path = folder / "case.json"
    path.write_text(json.dumps(document))
    return CaseService(shelf).import_file(path)


def state_of(case: Case) -> dict[str, Any]:
    """The whole case, with what a case file does not hold."""
    decided = [
        [(item.kind, item.subject, item.decision) for item in meeting.carry_decisions]
        for meeting in case.meetings
    ]
    scans = [
        [(item.person, item.digest, item.pages) for item in sorted(meeting.scans, key=lambda one: one.person)]
        for meeting in case.meetings
    ]
    frozen = [
        [(item.agreed_at, item.digests, item.content) for item in meeting.plan_versions]
        for meeting in case.meetings
    ]
    return {**case_document(case), "decided": decided, "frozen": frozen, "scans": scans}


def on_disk(shelf: Store, reference: str) -> dict[str, Any]:
    """The case as somebody else would read it now."""
    with shelf.unit_of_work() as work:
        return state_of(work.cases.get(reference))


@settings(max_examples=20, phases=(Phase.reuse, Phase.generate))  # a seed does not shrink
@given(seed=SEEDS, length=LENGTHS, name=st.sampled_from(sorted(MEETINGS)), last=st.booleans())
def test_undo_goes_back_step_by_step_and_redo_comes_again(
    shelf: Store, tmp_path_factory: pytest.TempPathFactory, seed: int, length: int, name: str, last: bool
) -> None:
    reference = put(shelf, tmp_path_factory.getbasetemp(), name)
    service = MeetingService(shelf, reference, MEETINGS[name][-1 if last else 0], Clock())
    facilitator = Facilitator(service, seed)
    states = [state_of(rows_of(service).case)]
    for _ in range(length):
        facilitator.wish(facilitator.undoable_wishes)
        now = state_of(rows_of(service).case)
        if now != states[-1]:
            states.append(now)
    assert on_disk(shelf, reference) == states[-1]
    for state in reversed(states[:-1]):
        assert service.undo() is not None
        assert state_of(rows_of(service).case) == state
    assert service.undo() is None
    assert on_disk(shelf, reference) == states[0]
    for state in states[1:]:
        assert service.redo() is not None
        assert state_of(rows_of(service).case) == state
    assert service.redo() is None
    assert on_disk(shelf, reference) == states[-1]
    service.close()


def parts(service: MeetingService) -> str:
    """The meeting in parts, as undo keeps it, and not as any cache has it."""
    fresh = MeetingParts(rows_of(service).case, rows_of(service).meeting)
    return json.dumps(fresh.now(), default=str, sort_keys=True)


def kept_parts(service: MeetingService) -> str:
    return json.dumps(rows_of(service)._parts.now(), default=str, sort_keys=True)


@settings(max_examples=20, phases=(Phase.reuse, Phase.generate))  # a seed does not shrink
@given(seed=SEEDS, length=LENGTHS, name=st.sampled_from(sorted(MEETINGS)), last=st.booleans())
def test_what_an_act_touched_is_all_that_changed_of_the_meeting(
    shelf: Store, tmp_path_factory: pytest.TempPathFactory, seed: int, length: int, name: str, last: bool
) -> None:
    reference = put(shelf, tmp_path_factory.getbasetemp(), name)
    service = MeetingService(shelf, reference, MEETINGS[name][-1 if last else 0], Clock())
    facilitator = Facilitator(service, seed)
    rows_of(service).make_ready()
    for turn in range(length):
        facilitator.wish(facilitator.all_wishes)
        assert kept_parts(service) == parts(service)
        if turn % 3 == 2:
            service.undo()
            assert kept_parts(service) == parts(service)
    service.close()


def test_a_place_that_an_act_forgets_to_say_is_missed(
    shelf: Store, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the test above."""
    reference = put(shelf, tmp_path_factory.getbasetemp(), "haddad")
    service = MeetingService(shelf, reference, "b1", Clock())
    rows_of(service).make_ready()
    monkeypatch.setattr(MeetingParts, "forget", lambda *_given: None)
    service.statements.add(Column.SAFETY, "Oma is er.")
    assert kept_parts(service) != parts(service)
    service.close()


@settings(max_examples=20, phases=(Phase.reuse, Phase.generate))  # a seed does not shrink
@given(seed=SEEDS, length=LENGTHS, name=st.sampled_from(sorted(MEETINGS)), last=st.booleans())
def test_whatever_was_wished_the_case_stays_whole(
    shelf: Store, tmp_path_factory: pytest.TempPathFactory, seed: int, length: int, name: str, last: bool
) -> None:
    reference = put(shelf, tmp_path_factory.getbasetemp(), name)
    service = MeetingService(shelf, reference, MEETINGS[name][-1 if last else 0], Clock())
    facilitator = Facilitator(service, seed)
    for _ in range(length):
        before = state_of(rows_of(service).case)
        if not facilitator.wish(facilitator.all_wishes):
            assert state_of(rows_of(service).case) == before
        agreed_plans_are_as_they_were_frozen(rows_of(service).case)
    left = state_of(rows_of(service).case)
    service.close()
    assert on_disk(shelf, reference) == left
    exported = tmp_path_factory.getbasetemp() / "out.json"
    CaseService(shelf).export_file(reference, exported)
    again = case_document(read_case(exported.read_bytes(), "out.json"))
    written = on_disk(shelf, reference)
    del written["decided"], written["frozen"], written["scans"]
    assert again == written == json.loads(exported.read_bytes())


def agreed_plans_are_as_they_were_frozen(case: Case) -> None:
    """What is called agreed is what was agreed, to the last word."""
    for meeting in case.meetings:
        if meeting.agreed_at:
            content, frozen = meeting_document(meeting), json.loads(meeting.plan_versions[-1].content)
            assert meeting.agreed_at == meeting.plan_versions[-1].agreed_at
            for part in PLAN_PARTS:
                assert (frozen.get(part) or None) == (content.get(part) or None)


@settings(max_examples=15, phases=(Phase.reuse, Phase.generate))  # a seed does not shrink
@given(seed=SEEDS, length=LENGTHS, name=st.sampled_from(sorted(MEETINGS)))
def test_whatever_was_kept_on_the_way_all_that_is_seen_is_as_if_it_was_made_anew(
    shelf: Store, tmp_path_factory: pytest.TempPathFactory, seed: int, length: int, name: str
) -> None:
    reference = put(shelf, tmp_path_factory.getbasetemp(), name)
    service = MeetingService(shelf, reference, MEETINGS[name][-1], Clock())
    facilitator = Facilitator(service, seed)
    for _ in range(length):
        service.go_to(facilitator.chance.choice(list(Step)))
        facilitator.wish(facilitator.all_wishes)
        service.wall()
        service.console()
    with shelf.unit_of_work() as work:
        case = work.cases.get(reference)
        meeting = case.meeting(MEETINGS[name][-1])
        assert meeting is not None
        kept = rows_of(service)._parts.now()
        assert meeting_document(meeting).items() <= kept.items()
        anew = Disclosure(case, meeting, LeakSearch(case))
        # Minutes pass without anything of the plan being another.
        seen = dataclasses.replace(service.wall(), minutes_left=None)
        assert seen == wall_of(anew, service.step, service.room, {}).view
        halves = service.rooms.halves
        assert service.console() == console(
            anew, service.room, kept=service.scales.kept, half=service.half, halves=halves
        )
        for person in case.people:
            assert rows_of(service).disclosure.copy(Reader(person.id)) == anew.copy(Reader(person.id))
            numbers = tuple(offered_numbers(anew, Readers.only(person.id)))
            assert service.emergency.numbers(Readers.only(person.id)) == numbers
    service.close()
