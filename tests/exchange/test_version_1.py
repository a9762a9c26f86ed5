"""A case file of version 1 is read for ever, and what it does not say is filled in where it follows."""

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from beraad import assets
from beraad.codes import Cause
from beraad.exchange import read_case, write_case
from tests.exchange.documents import refusal

FILES = sorted((Path(__file__).parent / "version_1").glob("*.json"))


def document(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((Path(__file__).parent / "version_1" / f"{name}.json").read_text())
    return found


def written(content: dict[str, Any]) -> dict[str, Any]:
    result: dict[str, Any] = json.loads(write_case(read_case(json.dumps(content).encode(), "zaak.json")))
    return result


def statement(**values: object) -> dict[str, Any]:
    return {"id": "s1", "column": "danger", "kind": "danger_statement", "text": "", **values}


def agreement(**values: object) -> dict[str, Any]:
    return {"id": "a1", "what": "bellen", "owners": [], "timing": {"kind": "always"}, **values}


def case_of(*meetings: dict[str, Any], **more: Any) -> dict[str, Any]:
    people = [
        {"id": "rima", "name": "Rima Haddad", "called": "Rima", "circle": "family"},
        {"id": "yousef", "name": "Yousef Karimi", "called": "Yousef", "circle": "family"},
        {"id": "jan1", "name": "Jan Bos", "called": "opa Jan", "circle": "network"},
        {"id": "jan2", "name": "Jan Kok", "called": "Jan Kok", "circle": "network"},
    ]
    frame = {"kind": "family_network", "facilitator": "rima", "participants": []}
    listed = [
        {"id": f"b{number}", "number": number, "starts_at": f"2026-0{number}-01T14:00", **frame, **meeting}
        for number, meeting in enumerate(meetings, 1)
    ]
    head = {"format": "beraad-case", "version": 1, "reference": "x", "family_name": "x"}
    return {**head, "people": people, "meetings": listed, **more}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_of_version_1_is_valid_by_its_own_schema(path: Path) -> None:
    schema = json.loads(assets.case_schema(version=1).read_bytes())
    jsonschema.Draft202012Validator(schema).validate(json.loads(path.read_bytes()))


@pytest.mark.parametrize("name", ["de-wit", "haddad"])
def test_what_a_file_of_version_1_says_comes_out_as_version_2_with_additions_alone(name: str) -> None:
    before = document(name)
    after = written(before)
    assert after.pop("version") == before.pop("version") + 1
    for meeting in after["meetings"]:
        for item in meeting.get("statements", []):
            item.pop("from", None)
    for check in after.get("checks", []):
        check.pop("meeting", None)
    assert after == before


def test_the_example_of_version_1_gets_what_follows_from_it() -> None:
    after = written(document("de-wit"))
    first = next(item for item in after["meetings"][0]["statements"] if item["kind"] == "danger_statement")
    assert first["about"] == ["sanne", "lisa"]
    assert first["from"] == ["mark"]
    assert {check["meeting"] for check in after["checks"]} == {"b1"}


@pytest.mark.parametrize(
    "change",
    [
        {"meetings": [{"more_time_outs": []}]},
        {"meetings": [{"drafts": []}]},
        {"meetings": [{"statements": [statement(**{"from": ["rima"]})]}]},
        {"leak_decisions": []},
    ],
    ids=lambda change: json.dumps(change)[:40],
)
def test_a_key_of_version_2_is_unknown_in_version_1_and_known_in_2(change: dict[str, Any]) -> None:
    meetings = change.pop("meetings", [])
    content = case_of(*copy.deepcopy(meetings), **change)
    refused = refusal(content)
    assert refused is not None
    assert refused.cause is Cause.UNKNOWN_KEY
    assert refusal(content | {"version": 2}) is None


@pytest.mark.parametrize(
    ("text", "about", "named"),
    [
        ("Rima is bang dat Yousef komt.", ["rima"], ["yousef"]),
        ("Yousef Karimi kan weer komen.", ["rima"], ["yousef"]),
        ("YOUSEF slaat.", ["rima"], ["yousef"]),
        ("Yousefs broer komt.", ["rima"], None),
        ("Rima is bang.", ["rima"], None),
        ("Yousef komt.", [], None),
        ("Jan komt.", ["rima"], None),
        ("Jan Bos komt.", ["rima"], ["jan1"]),
        ("Opa Jan komt.", ["rima"], ["jan1"]),
        ("Yousef en Jan Kok komen.", ["rima"], ["yousef", "jan2"]),
    ],
)
def test_from_whom_harm_may_come_is_who_is_named_and_not_harmed(
    text: str, about: list[str], named: list[str] | None
) -> None:
    after = written(case_of({"statements": [statement(text=text, about=about)]}))
    assert after["meetings"][0]["statements"][0].get("from") == named


def test_of_other_statements_nobody_is_said_to_be_feared() -> None:
    after = written(case_of({"statements": [statement(kind="harm", text="Yousef sloeg.", about=["rima"])]}))
    assert "from" not in after["meetings"][0]["statements"][0]


@pytest.mark.parametrize(
    ("on", "meeting"), [("2026-01-20", "b1"), ("2026-02-01", "b2"), ("2026-02-20", "b2"), (None, "b2")]
)
def test_a_check_means_the_newest_meeting_before_it(on: str | None, meeting: str) -> None:
    same = {"agreements": [agreement()]}
    check = {"agreement": "a1", "on": on, "result": "kept"}
    assert written(case_of(same, copy.deepcopy(same), checks=[check]))["checks"][0]["meeting"] == meeting


def test_a_check_before_every_meeting_means_the_newest_that_has_the_agreement() -> None:
    check = {"agreement": "a1", "on": "2025-12-01", "result": "kept"}
    after = written(case_of({"agreements": [agreement()]}, {}, checks=[check]))
    assert after["checks"][0]["meeting"] == "b1"


def test_an_origin_stands_in_the_newest_meeting_before() -> None:
    after = written(
        case_of(
            {"agreements": [agreement()]},
            {"agreements": [agreement()]},
            {"agreements": [agreement(origin="a1")]},
        )
    )
    assert after["meetings"][2]["agreements"][0]["origin_meeting"] == "b2"


def test_an_agreement_that_came_from_a_statement_of_its_own_meeting_says_so() -> None:
    one = {"statements": [statement()], "agreements": [agreement(origin="s1")]}
    after = written(case_of(copy.deepcopy(one), one))
    assert [meeting["agreements"][0]["origin_meeting"] for meeting in after["meetings"]] == ["b1", "b2"]
