"""Cases: in and out, people and their details, secrets, workers, and the next meeting."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from beraad import assets
from beraad.exchange import CaseFileError
from beraad.readers import EVERYONE, FACILITATOR, Readers
from beraad.services.cases import CaseService, ContactLine, PersonLine, SecretLine
from beraad.services.errors import NotValid, ReferenceTaken, UnknownPerson
from beraad.services.people import CallLine
from beraad.store.errors import UnknownCase
from beraad.terms import (
    Attendance,
    Circle,
    Colour,
    ContactKind,
    Decision,
    MeetingMode,
    Paper,
    Phase,
    Step,
)
from tests.services.conftest import DE_WIT, HADDAD, Opened


def example(folder: Path, name: str = "haddad", **changes: object) -> Path:
    """A case file with these values changed."""
    content = json.loads(assets.example_case(name).read_bytes()) | changes
    path = folder / "zaak.json"
    path.write_text(json.dumps(content))
    return path


# -- in and out -------------------------------------------------------------------------------------


def test_what_was_imported_is_exported_equal(cases: CaseService, tmp_path: Path) -> None:
    for name, reference in (("haddad", HADDAD), ("de-wit", DE_WIT)):
        cases.export_file(reference, tmp_path / "uit.json")
        assert json.loads((tmp_path / "uit.json").read_bytes()) == json.loads(
            assets.example_case(name).read_bytes()
        )


def test_the_same_case_is_not_imported_twice(cases: CaseService, tmp_path: Path) -> None:
    before = cases.case(HADDAD)
    with pytest.raises(ReferenceTaken):
        cases.import_file(example(tmp_path, family_name="Een ander"))
    assert cases.case(HADDAD) == before


def test_a_bad_file_leaves_nothing(cases: CaseService, tmp_path: Path) -> None:
    with pytest.raises(CaseFileError):
        cases.import_file(example(tmp_path, reference="T-9", workers=["niemand"]))
    assert {line.reference for line in cases.overview()} == {DE_WIT, HADDAD}


def test_an_unknown_case_is_told(cases: CaseService, tmp_path: Path) -> None:
    with pytest.raises(UnknownCase):
        cases.case("geen zaak")
    with pytest.raises(UnknownCase):
        cases.export_file("geen zaak", tmp_path / "uit.json")
    assert not (tmp_path / "uit.json").exists()


# -- the overview -----------------------------------------------------------------------------------


def test_a_line_says_where_a_case_stands(cases: CaseService) -> None:
    line = next(item for item in cases.overview() if item.reference == HADDAD)
    assert (line.family_name, line.phase, line.colour) == ("Haddad", Phase.INTENSIVE, Colour.RED)
    assert (line.days_in_phase(dt.date(2026, 11, 19)), line.contact_person, line.meeting) == (
        24,
        "Noor",
        "b1",
    )
    assert (line.agreed, line.to_answer, line.copies) == (True, 0, 6), "one leaks"
    assert line.trend == (pytest.approx(20 / 6),)


def test_a_declined_answer_counts_in_no_trend(opened: Opened, cases: CaseService) -> None:
    opened(HADDAD, "b1").scales.score("v1", "yousef", None, declined=True)
    line = next(item for item in cases.overview() if item.reference == HADDAD)
    assert line.trend == (pytest.approx(12 / 5),)


def test_who_must_answer_again_is_counted(opened: Opened, cases: CaseService) -> None:
    service = opened(HADDAD, "b1")
    service.agreements.change("a4", fallback="Samira belt Noor")
    service.deciding.decide()
    service.deciding.answer("rima", Decision.AGREE, on_paper=True)
    line = next(item for item in cases.overview() if item.reference == HADDAD)
    assert line.to_answer == 4


# -- making and changing ----------------------------------------------------------------------------


def test_a_new_case_begins_today_in_its_intensive_phase(cases: CaseService) -> None:
    cases.create(" T-1 ", " Jansen ", "  ")
    made = cases.case("T-1")
    assert (made.family_name, made.municipality, made.phase) == ("Jansen", None, Phase.INTENSIVE)
    assert made.opened_on == dt.date(2026, 11, 19)


def test_cases_stand_in_the_order_of_a_dutch_list(cases: CaseService) -> None:
    names = ("van Zanten", "Łuczak", "de Wit", "Lum", "'t Hooft", "Jansen", "Şahin", "Ørsted")
    for number, name in enumerate(names):
        cases.create(f"X-{number}", name)
    shown = [line.family_name for line in cases.overview() if line.reference.startswith("X-")]
    assert shown == ["'t Hooft", "Jansen", "Łuczak", "Lum", "Ørsted", "Şahin", "de Wit", "van Zanten"]


@pytest.mark.parametrize(("reference", "family"), [("", "Jansen"), ("T-1", "  ")])
def test_a_case_has_a_reference_and_a_name(cases: CaseService, reference: str, family: str) -> None:
    with pytest.raises(NotValid):
        cases.create(reference, family)


def test_a_reference_is_used_once(cases: CaseService) -> None:
    with pytest.raises(ReferenceTaken):
        cases.create(HADDAD, "Jansen")


def test_a_colour_is_added_never_replaced(cases: CaseService) -> None:
    cases.create("T-1", "Jansen")
    cases.colour("T-1", Colour.RED)
    cases.colour("T-1", Colour.YELLOW)
    assert cases.case("T-1").colour is Colour.YELLOW


def test_a_new_person_gets_a_plain_id_of_its_own(cases: CaseService) -> None:
    wish = PersonLine("", "Ans Jansen", "Oma Añs", Circle.NETWORK)
    assert cases.save_person(DE_WIT, wish) == "oma-a-s"
    assert cases.save_person(DE_WIT, wish) == "oma-a-s-2"
    assert cases.save_person(DE_WIT, replace(wish, called="ريما")) == "p"


def test_a_person_is_changed_with_all_contact_details(cases: CaseService) -> None:
    line = next(item for item in cases.case(HADDAD).people if item.id == "omar")
    phone = ContactLine(ContactKind.PHONE, " 06 1 ", Readers.only("rima"))
    wish = replace(line, paper=Paper.ELSEWHERE, birth_date=dt.date(1990, 1, 1), contact=(phone,))
    assert cases.save_person(HADDAD, wish) == "omar"
    saved = next(item for item in cases.case(HADDAD).people if item.id == "omar")
    assert saved == replace(wish, contact=(replace(phone, value="06 1"),))


def test_a_contact_detail_is_for_the_facilitator_unless_said_otherwise(
    opened: Opened, cases: CaseService
) -> None:
    line = next(item for item in cases.case(HADDAD).people if item.id == "omar")
    detail = ContactLine(ContactKind.EMAIL, "omar@example.nl", FACILITATOR)
    cases.save_person(HADDAD, replace(line, contact=(detail,)))
    service = opened(HADDAD, "b1")
    service.agreements.change("a2", fallback="Mail omar@example.nl")
    assert {leak.owner for leak in service.leaks()} == {"Omar", "Samira"}


@pytest.mark.parametrize(
    "change",
    [
        {"name": " "},
        {"called": ""},
        {"contact": (ContactLine(ContactKind.PHONE, " ", EVERYONE),)},
    ],
)
def test_a_person_that_is_none_is_refused_whole(cases: CaseService, change: dict[str, object]) -> None:
    before = cases.case(HADDAD)
    with pytest.raises(NotValid):
        cases.save_person(HADDAD, replace(before.people[0], **change))  # type: ignore[arg-type]
    assert cases.case(HADDAD) == before


def test_somebody_unknown_is_not_changed(cases: CaseService) -> None:
    with pytest.raises(UnknownPerson):
        cases.save_person(HADDAD, PersonLine("niemand", "x", "x", Circle.FAMILY))


def test_whom_a_child_may_call_and_its_own_words_are_kept_in_its_order(cases: CaseService) -> None:
    lisa = next(item for item in cases.case(DE_WIT).people if item.id == "lisa")
    calls = (CallLine("sanne", "mama"), CallLine("ans", " "), CallLine("kees"))
    wish = replace(lisa, may_call=calls, own_words="Ik wil slapen.", own_words_may_be_read=True)
    cases.save_person(DE_WIT, wish)
    kept = next(item for item in cases.case(DE_WIT).people if item.id == "lisa")
    assert kept == replace(wish, may_call=(CallLine("sanne", "mama"), CallLine("ans"), CallLine("kees")))
    with pytest.raises(UnknownPerson):
        cases.save_person(DE_WIT, replace(kept, may_call=(CallLine("niemand"),)))


def test_who_is_feared_is_named_by_id_for_the_form_of_a_child(cases: CaseService) -> None:
    assert cases.case(DE_WIT).feared == ("mark",)
    with pytest.raises(UnknownPerson):
        cases.save_workers(HADDAD, ["niemand"], None)
    with pytest.raises(UnknownPerson):
        cases.save_workers(HADDAD, [], "niemand")


def test_workers_and_the_fixed_contact_person_are_kept(cases: CaseService) -> None:
    cases.save_workers(HADDAD, ["piet", "agent"], "piet")
    saved = cases.case(HADDAD)
    assert (saved.workers, saved.contact_person) == (("piet", "agent"), "piet")


def test_a_secret_word_works_from_the_next_meeting_page_on(opened: Opened, cases: CaseService) -> None:
    wishes = (SecretLine(" regenboog ", Readers.only("rima"), "codewoord"), SecretLine("  ", EVERYONE, None))
    cases.save_secrets(HADDAD, wishes)
    assert [item.text for item in cases.case(HADDAD).secrets] == ["regenboog"]
    service = opened(HADDAD, "b1")
    service.agreements.change("a1", fallback="Rima zegt regenboog")
    leaks = {(str(leak.place), leak.kind) for leak in service.leaks()}
    assert ("meetings/b1/agreements/a1/fallback", None) in leaks


def test_a_meeting_is_planned_with_the_usual_steps(opened: Opened, cases: CaseService) -> None:
    name = cases.planning.plan(
        HADDAD,
        starts_at="2026-12-10T10:00",
        place="  ",
        facilitator="noor",
        invited=["rima", "yousef", "rima"],
        mode=MeetingMode.ALTERNATING,
    )
    assert name == "b2"
    shown = opened(HADDAD, "b2").console()
    assert (shown.number, shown.place) == (2, None)
    assert [item.step for item in shown.agenda] == list(Step)
    assert [item.id for item in shown.people if item.attendance is Attendance.INVITED] == ["rima", "yousef"]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"facilitator": "niemand"}, UnknownPerson),
        ({"invited": ["niemand"]}, UnknownPerson),
        ({"starts_at": "morgen"}, NotValid),
    ],
)
def test_a_meeting_that_cannot_be_is_not_planned(
    cases: CaseService, change: dict[str, object], error: type[Exception]
) -> None:
    wish = {"starts_at": None, "place": None, "facilitator": "noor", "invited": ["rima"], **change}
    with pytest.raises(error):
        cases.planning.plan(HADDAD, **wish)  # type: ignore[arg-type]
    assert len(cases.case(HADDAD).meetings) == 1
