"""What is being written down between meetings, before it is a check."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from beraad import assets
from beraad.exchange import read_case_file
from beraad.places import Place
from beraad.readers import Readers
from beraad.services.case_undo import CaseUndo
from beraad.services.cases import CaseService
from beraad.services.errors import NotThere
from beraad.services.follow_up import CheckWish, Followed
from beraad.services.meeting import KeptDraft
from beraad.store.store import Store
from beraad.terms import CheckResult
from tests.store.samples import CHEAP, PASSPHRASE

DE_WIT = "IT-2026-014"
TODAY = dt.date(2026, 11, 21)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Store with the example cases, closed."""
    store, _code = Store.create(tmp_path / "data", PASSPHRASE, policy=CHEAP)
    with store:
        service = CaseService(store)
        for path in assets.example_cases():
            service.import_file(path)
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """That store, open."""
    with Store.open(folder, PASSPHRASE, policy=CHEAP) as store:
        yield store


@pytest.fixture
def undo(store: Store) -> CaseUndo:
    """What can be taken back."""
    return CaseUndo(store)


@pytest.fixture
def service(store: Store, undo: CaseUndo) -> CaseService:
    """The cases in it."""
    return CaseService(store, undo=undo)


def first(service: CaseService) -> Followed:
    return service.follow_up.followed(DE_WIT)[0]


def draft(item: Followed, text: str = "geen benz") -> KeptDraft:
    """A note begun on the telephone with Kees."""
    return KeptDraft(
        Place.check(item.agreement, asked="kees"),
        text,
        kind=CheckResult.NOT_KEPT.value,
        by="kees",
        visible_to=Readers.only("sanne"),
    )


def begin(service: CaseService, text: str = "geen benz") -> Followed:
    item = first(service)
    service.note_drafts.keep(DE_WIT, item.meeting, draft(item, text))
    return item


def found(service: CaseService) -> KeptDraft | None:
    item = first(service)
    return service.note_drafts.at(DE_WIT, item.meeting, draft(item).place)


def test_a_note_that_was_begun_is_there_after_the_store_closed(folder: Path) -> None:
    with Store.open(folder, PASSPHRASE, policy=CHEAP) as store:
        item = begin(CaseService(store))
    with Store.open(folder, PASSPHRASE, policy=CHEAP) as store:
        assert found(CaseService(store)) == draft(item)
        assert first(CaseService(store)).begun


def test_it_is_no_act_and_the_plan_stays_agreed(service: CaseService, undo: CaseUndo) -> None:
    before = service.case(DE_WIT).meetings
    assert any(meeting.agreed_at for meeting in before)
    begin(service)
    assert undo.undoable is None
    assert service.case(DE_WIT).meetings == before


def test_without_words_it_is_gone(service: CaseService) -> None:
    begin(service)
    begin(service, " ")
    assert found(service) is None
    assert not first(service).begun


def test_a_check_ends_it_in_the_same_act_and_undo_brings_it_back(
    service: CaseService, undo: CaseUndo
) -> None:
    item = begin(service)
    wish = CheckWish(TODAY, CheckResult.NOT_KEPT, "geen benzine", said_by="kees")
    service.follow_up.check(DE_WIT, item.meeting, item.agreement, wish, ends=draft(item).place)
    assert found(service) is None
    undo.undo()
    assert found(service) == draft(item)
    assert first(service).checks == item.checks


def test_each_who_is_called_has_an_own_one(service: CaseService) -> None:
    item = begin(service)
    other = Place.check(item.agreement, asked="mark")
    assert service.note_drafts.at(DE_WIT, item.meeting, other) is None


def test_of_an_agreement_that_is_not_there_none_is_kept(service: CaseService) -> None:
    item = first(service)
    with pytest.raises(NotThere):
        service.note_drafts.keep(DE_WIT, item.meeting, KeptDraft(Place.check("x9", asked="kees"), "benzine"))


def test_it_travels_in_the_case_file(service: CaseService, tmp_path: Path) -> None:
    item = begin(service)
    service.export_file(DE_WIT, tmp_path / "zaak.json")
    meeting = read_case_file(tmp_path / "zaak.json").meeting(item.meeting)
    assert meeting is not None
    assert [row.text for row in meeting.drafts if Place.parse(row.place).is_check] == ["geen benz"]
