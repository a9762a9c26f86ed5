"""What is written down between meetings, and what may be asked of whom."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from beraad import assets
from beraad.exchange import read_case_file
from beraad.models import Case
from beraad.readers import Readers
from beraad.services.cases import CaseService
from beraad.services.errors import NotThere, UnknownPerson
from beraad.services.follow_up import CheckWish, Followed
from beraad.store.store import Store
from beraad.terms import CheckResult
from tests.store.samples import CHEAP, PASSPHRASE

DE_WIT, HADDAD = "IT-2026-014", "IT-2026-021"
TODAY = dt.date(2026, 11, 21)
NOT_KEPT = CheckWish(TODAY, CheckResult.NOT_KEPT, "geen benzine", said_by="kees")


@pytest.fixture
def service(tmp_path: Path) -> Iterator[CaseService]:
    """Both example cases in a store."""
    store, _code = Store.create(tmp_path / "data", PASSPHRASE, policy=CHEAP)
    with store:
        service = CaseService(store, now=lambda: dt.datetime(2026, 11, 21, 14, 0))  # noqa: DTZ001
        for path in assets.example_cases():
            service.import_file(path)
        yield service


def exported(service: CaseService, folder: Path) -> Case:
    service.export_file(DE_WIT, folder / "zaak.json")
    return read_case_file(folder / "zaak.json")


def first(service: CaseService) -> Followed:
    return service.follow_up.followed(DE_WIT)[0]


def write(service: CaseService, wish: CheckWish) -> None:
    item = first(service)
    service.follow_up.check(DE_WIT, item.meeting, item.agreement, wish)


def test_a_check_says_who_said_it_and_stands_with_its_agreement(service: CaseService, tmp_path: Path) -> None:
    write(service, NOT_KEPT)
    line = first(service).checks[-1]
    assert (line.result, line.note, line.called, line.on) == (
        CheckResult.NOT_KEPT,
        "geen benzine",
        "Kees",
        TODAY,
    )
    kept = exported(service, tmp_path).checks[-1]
    assert (kept.said_by, kept.visible_to.kept, kept.by) == ("kees", "facilitator", None)


def test_the_word_of_an_owner_is_marked(service: CaseService) -> None:
    write(service, dataclasses.replace(NOT_KEPT, said_by="mark"))
    write(service, dataclasses.replace(NOT_KEPT, said_by="sanne"))
    assert [line.own_word for line in first(service).checks[-2:]] == [True, False]


def test_a_reason_that_comes_again_is_counted(service: CaseService) -> None:
    write(service, NOT_KEPT)
    assert first(service).repeated is None
    write(service, NOT_KEPT)
    assert first(service).repeated == ("geen benzine", 2)
    write(service, dataclasses.replace(NOT_KEPT, note="Geen  benzine."))
    assert first(service).repeated == ("geen benzine", 3)
    write(service, dataclasses.replace(NOT_KEPT, note="geen zin"))
    assert first(service).repeated == ("geen benzine", 3)


def test_a_correction_keeps_what_was_said_before(service: CaseService, tmp_path: Path) -> None:
    write(service, NOT_KEPT)
    number = first(service).checks[-1].number
    service.follow_up.correct(DE_WIT, number, dataclasses.replace(NOT_KEPT, result=CheckResult.KEPT, note=""))
    line = first(service).checks[-1]
    assert (line.result, line.note, line.corrected) == (CheckResult.KEPT, None, (CheckResult.NOT_KEPT,))
    (before,) = exported(service, tmp_path).checks[-1].corrected
    assert (before.note, before.said_by, before.corrected_at) == (
        "geen benzine",
        "kees",
        "2026-11-21T14:00:00",
    )


def test_who_wrote_it_down_stays_unless_somebody_else_corrects_it(
    service: CaseService, tmp_path: Path
) -> None:
    """The first check of the example was written down by Joke."""
    wish = dataclasses.replace(NOT_KEPT, result=CheckResult.PARTLY)
    number = next(n for n, check in enumerate(exported(service, tmp_path).checks) if check.by == "joke")
    service.follow_up.correct(DE_WIT, number, wish)
    assert exported(service, tmp_path).checks[number].by == "joke"
    service.follow_up.correct(DE_WIT, number, wish, by="fatima")
    assert exported(service, tmp_path).checks[number].by == "fatima"


def test_a_check_moves_the_next_look(service: CaseService) -> None:
    before = first(service).look
    write(service, NOT_KEPT)
    assert first(service).look.on == TODAY + dt.timedelta(weeks=1) != before.on
    write(service, dataclasses.replace(NOT_KEPT, next_on=TODAY + dt.timedelta(days=2)))
    assert first(service).look.on == TODAY + dt.timedelta(days=2)


def test_what_is_not_in_the_case_is_refused(service: CaseService) -> None:
    with pytest.raises(NotThere):
        service.follow_up.check(DE_WIT, "b1", "a99", NOT_KEPT)
    with pytest.raises(NotThere):
        service.follow_up.correct(DE_WIT, 99, NOT_KEPT)
    with pytest.raises(UnknownPerson):
        write(service, dataclasses.replace(NOT_KEPT, said_by="niemand"))
    with pytest.raises(UnknownPerson):
        write(service, dataclasses.replace(NOT_KEPT, visible_to=Readers.only("niemand")))


def test_a_round_asks_only_what_the_one_on_the_telephone_may_know(service: CaseService) -> None:
    """The control: somebody else is asked about what is hidden from this person."""
    agreements = {item.agreement for item in service.follow_up.followed(HADDAD)}
    asked = {
        person: {item.agreement for item in service.follow_up.round(HADDAD, person)}
        for person in ("yousef", "samira")
    }
    assert asked["yousef"] < agreements
    assert asked["samira"] - asked["yousef"]


def test_a_text_that_tells_something_hidden_is_not_asked(service: CaseService) -> None:
    """The control: it was asked before the text of the agreement became secret from Yousef."""
    before = service.follow_up.round(HADDAD, "yousef")
    word = before[0].view.what.split()[0].strip(".,")
    case = service.case(HADDAD)
    secret = dataclasses.replace(
        case.secrets[0], text=before[0].view.what, visible_to=Readers.only("samira"), why=None
    )
    service.save_secrets(HADDAD, (*case.secrets, secret))
    after = service.follow_up.round(HADDAD, "yousef")
    assert word
    assert {item.agreement for item in after} == {item.agreement for item in before} - {before[0].agreement}


def test_children_are_not_called(service: CaseService) -> None:
    called = [caller.called for caller in service.follow_up.callers(DE_WIT, TODAY)]
    assert "Kees" in called
    assert "Lisa" not in called


def test_whom_to_call_again_is_kept_for_the_worker_alone(service: CaseService, tmp_path: Path) -> None:
    service.follow_up.call_again(DE_WIT, "kees", TODAY)
    (kees,) = [item for item in service.follow_up.callers(DE_WIT, TODAY) if item.person == "kees"]
    assert kees.call_again_on == TODAY
    assert exported(service, tmp_path).person("kees").call_again_on == TODAY  # type: ignore[union-attr]
    service.follow_up.call_again(DE_WIT, "kees", None)
    assert exported(service, tmp_path).person("kees").call_again_on is None  # type: ignore[union-attr]


def test_a_check_changes_no_plan(service: CaseService) -> None:
    before = service.line(DE_WIT)
    write(service, NOT_KEPT)
    after = service.line(DE_WIT)
    assert (after.agreed, after.changed_since_agreed, after.to_answer) == (
        before.agreed,
        before.changed_since_agreed,
        before.to_answer,
    )
