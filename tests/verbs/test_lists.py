"""`beraad list` and `beraad search`: in words, and as JSON for another program."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from beraad import assets
from beraad.cli import main

Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The options for a store with the examples, and one case that is over."""
    folder = tmp_path_factory.mktemp("lists")
    (folder / "passphrase").write_text("een lange wachtzin\n", "utf-8")
    over = json.loads(assets.example_case("de-wit").read_bytes())
    over |= {"reference": "IT-2020-001", "family_name": "Łuczak"}
    over["phases"].append({"phase": "closed", "from": "2021-03-01"})
    (folder / "over.json").write_text(json.dumps(over), "utf-8")
    options = ["--data", str(folder / "data"), "--passphrase-file", str(folder / "passphrase")]
    assert main(["import", *map(str, assets.example_cases()), str(folder / "over.json"), *options]) == 0
    return options


@pytest.fixture
def ask(data: list[str], capsys: pytest.CaptureFixture[str]) -> Ask:
    """What a verb gives as JSON."""

    def asked(*arguments: str) -> Any:
        capsys.readouterr()
        assert main([*arguments, "--json", *data]) == 0
        return json.loads(capsys.readouterr().out)

    return asked


def test_every_case_that_is_not_over_is_listed_with_what_is_known_of_it(ask: Ask) -> None:
    lines = {line["reference"]: line for line in ask("list")}
    assert set(lines) == {"IT-2026-014", "IT-2026-021"}
    de_wit = lines["IT-2026-014"]
    attention = de_wit.pop("attention")
    assert de_wit == {
        "reference": "IT-2026-014",
        "family_name": "De Wit",
        "phase": "intensive",
        "since": "2026-09-18",
        "colour": "orange",
        "next_meeting": "2026-11-21T14:00:00",
    }
    assert {"kind", "text", "since"} == set(attention[0])
    assert "check_overdue" in {item["kind"] for item in attention}


def test_cases_that_are_over_are_listed_last_where_they_are_asked(ask: Ask) -> None:
    lines = ask("list", "--all")
    assert [line["reference"] for line in lines][-1] == "IT-2020-001"
    assert lines[-1]["attention"] == []


def test_a_list_in_words_is_a_line_a_case(data: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["list", *data]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("IT-2026-014 · De Wit · intensieve fase · oranje · 2026-11-21 14:00:00 · ")


def test_words_are_found_wherever_they_stand(ask: Ask) -> None:
    found = ask("search", "verstopte", "trap")
    assert {item["reference"] for item in found} == {"IT-2026-014", "IT-2020-001"}
    assert {item["place"].split("/")[2] for item in found} == {"statements"}
    assert all("trap" in item["text"] for item in found)


@pytest.mark.parametrize(
    ("words", "reference", "place"),
    [
        ("2026-021", "IT-2026-021", "reference"),
        ("luczak", "IT-2020-001", "family_name"),
        ("HADDAD", "IT-2026-021", "family_name"),
        ("oma", "IT-2026-014", "people/ans/called"),
        ("samir", "IT-2026-021", "people/samira/name"),
    ],
)
def test_names_and_references_are_found_by_how_they_begin(
    ask: Ask, words: str, reference: str, place: str
) -> None:
    assert (reference, place) in {(item["reference"], item["place"]) for item in ask("search", words)}


def test_agreements_are_found(ask: Ask) -> None:
    places = {item["place"] for item in ask("search", "112")}
    assert any("/agreements/" in place for place in places)


@pytest.mark.parametrize("words", ["bestaatniet", '"', "* OR 1", "NEAR(", "–—", "ma NOT oma-zegt-nee"])
def test_what_stands_nowhere_is_not_found_and_no_sign_means_anything(ask: Ask, words: str) -> None:
    assert ask("search", words) == []


def test_a_search_in_words_says_where_or_that_there_is_nothing(
    data: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["search", "haddad", *data]) == 0
    assert "IT-2026-021" in capsys.readouterr().out
    assert main(["search", "bestaatniet", *data]) == 0
    assert capsys.readouterr().out.startswith("Niets gevonden.")


def test_an_empty_store_has_no_line_and_without_a_store_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", "--data", str(tmp_path / "none")]) == 1
    assert "nog geen zaken" in capsys.readouterr().err


def test_check_rebuilds_the_overview_where_it_is_asked(
    data: list[str], ask: Ask, capsys: pytest.CaptureFixture[str]
) -> None:
    before = ask("list", "--all")
    assert main(["check", *data]) == 0
    assert "opnieuw gemaakt" not in capsys.readouterr().out
    assert main(["check", "--rebuild", *data]) == 0
    assert "Het overzicht is opnieuw gemaakt: 3 zaken." in capsys.readouterr().out
    assert ask("list", "--all") == before
