"""What is written in a case can be shown and printed, and fits; else a sentence says why not."""

import json
from pathlib import Path

import pytest

from beraad.errors import BeraadError
from beraad.i18n import DUTCH
from beraad.services.cases import CaseService, PersonLine
from beraad.services.errors import NotValid
from beraad.terms import Circle, Column
from beraad.texts import LONGEST_LINE, LONGEST_TEXT, MOST_PEOPLE
from beraad.words.errors import sentence
from tests.services.conftest import HADDAD, Opened
from tests.services.test_cases import example


def test_a_card_is_kept_without_control_codes(opened: Opened) -> None:
    service = opened(HADDAD, "b1")
    made = service.statements.add(Column.DANGER, "een\vtwee\x00")
    (card,) = [item for item in service.console().column(Column.DANGER) if item.id == made]
    assert card.text == "een\ntwee"


@pytest.mark.parametrize(
    ("text", "why"),
    [("x" * (LONGEST_TEXT + 1), "te lang voor dit veld"), ("half \ud83d", "een half teken")],
)
def test_a_card_that_cannot_be_kept_is_told_and_the_next_is_kept(opened: Opened, text: str, why: str) -> None:
    service = opened(HADDAD, "b1")
    before = service.console().column(Column.DANGER)
    with pytest.raises(BeraadError) as refused:
        service.statements.add(Column.DANGER, text)
    assert why in sentence(refused.value, DUTCH)
    assert service.console().column(Column.DANGER) == before
    service.statements.add(Column.DANGER, "Deze wel.")
    assert service.console().column(Column.DANGER)[-1].text == "Deze wel."


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("x" * 240_000, "te lang voor dit veld"),
        ("\ud83d", "een half teken"),
        ("\x00\n", "kan niet leeg blijven"),
    ],
)
def test_a_name_that_is_none_is_told(cases: CaseService, name: str, why: str) -> None:
    with pytest.raises(NotValid) as refused:
        cases.save_person(HADDAD, PersonLine("", name, "Iemand", Circle.FAMILY))
    assert why in sentence(refused.value, DUTCH)


def test_a_name_is_kept_on_one_line(cases: CaseService) -> None:
    made = cases.save_person(HADDAD, PersonLine("", "Jan\nBos", "Jan", Circle.FAMILY, paper_note="bij\noma"))
    (person,) = [item for item in cases.case(HADDAD).people if item.id == made]
    assert (person.name, person.paper_note) == ("Jan Bos", "bij oma")


def test_a_case_holds_so_many_people_and_no_more(cases: CaseService, tmp_path: Path) -> None:
    people = [
        {"id": f"p{number}", "name": "P", "called": "P", "circle": "network"} for number in range(MOST_PEOPLE)
    ]
    path = tmp_path / "groot.json"
    content = {"format": "beraad-case", "version": 2, "reference": "GROOT", "family_name": "Groot"}
    path.write_text(json.dumps(content | {"people": people, "meetings": []}), "utf-8")
    cases.import_file(path)
    with pytest.raises(NotValid) as refused:
        cases.save_person("GROOT", PersonLine("", "Nog een", "Nog een", Circle.FAMILY))
    assert f"Meer dan {MOST_PEOPLE} mensen" in sentence(refused.value, DUTCH)
    assert len(cases.case("GROOT").people) == MOST_PEOPLE
    cases.save_person("GROOT", PersonLine("p0", "Anders", "P", Circle.FAMILY))


def test_a_reference_of_other_spelling_is_the_same_reference(cases: CaseService, tmp_path: Path) -> None:
    """Kept without control codes, it would be another case with the same name."""
    with pytest.raises(BeraadError) as refused:
        cases.import_file(example(tmp_path, reference=f"{HADDAD}\n"))
    assert refused.value.code == "reference_taken"


def test_the_longest_line_is_kept(cases: CaseService) -> None:
    made = cases.save_person(HADDAD, PersonLine("", "x" * LONGEST_LINE, "Jan", Circle.FAMILY))
    assert any(item.id == made for item in cases.case(HADDAD).people)
