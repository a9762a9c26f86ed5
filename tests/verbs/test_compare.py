"""`beraad compare`: what two papers betray by lying together, as JSON and in words."""

import json
from pathlib import Path
from typing import Any

import pytest

from beraad import assets
from beraad.cli import main

HADDAD, DE_WIT = str(assets.example_case("haddad")), str(assets.example_case("de-wit"))


def betrayed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    """What the verb gives as JSON."""
    capsys.readouterr()
    assert main(["compare", *arguments, "--json"]) == 0
    return list(json.loads(capsys.readouterr().out))


def test_four_emergency_steps_beside_three_are_found(capsys: pytest.CaptureFixture[str]) -> None:
    found = betrayed(capsys, HADDAD, "--readers", "rima", "yousef")
    steps = [item for item in found if "/emergency/" in item["place"]]
    assert steps == [{"place": "meetings/b1/emergency/2", "in": "rima", "not_in": "yousef", "why": "hidden"}]
    places = [item["place"] for item in found]
    assert {"meetings/b1/agreements/a4", "meetings/b1/statements/s2", "people/samira/contact/1"} <= {*places}
    assert len(places) == len({*places})
    assert not [item for item in found if item["in"] == "yousef"], "he has nothing that she has not"


def test_the_other_way_round_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    found = betrayed(capsys, HADDAD, "--readers", "samira", "agent")
    turned = betrayed(capsys, HADDAD, "--readers", "agent", "samira")
    assert sorted(map(str, found)) == sorted(map(str, turned)) != []


def test_papers_that_hold_the_same_betray_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert betrayed(capsys, DE_WIT, "--readers", "sanne", "mark") == [], "the own numbers do not count"
    assert betrayed(capsys, HADDAD, "--readers", "rima", "rima") == []
    assert main(["compare", DE_WIT, "--readers", "sanne", "mark"]) == 0
    assert capsys.readouterr().out == "Naast elkaar verraden deze twee papieren niets.\n"


def test_it_is_said_why_an_item_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    without_answer = betrayed(capsys, DE_WIT, "--readers", "mark", "peter")
    assert {"place": "meetings/b1/scales/v1", "in": "mark", "not_in": "peter", "why": "no_answer"} in (
        without_answer
    )
    beside_a_child = betrayed(capsys, DE_WIT, "--readers", "mark", "lisa")
    assert {item["why"] for item in beside_a_child} == {"childs_copy"}
    places = {item["place"] for item in beside_a_child}
    assert "meetings/b1/emergency/1" in places
    assert "meetings/b1/emergency/2" not in places, "where she can go stands in both"
    assert "meetings/b1/agreements/a2" not in places, "so does what grandmother promised"


def test_words_name_places_and_kinds_and_no_text_of_the_plan(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", HADDAD, "--readers", "rima", "yousef"]) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.split("  ")[0] == "Wat"
    assert any(line.startswith("noodplan, stap 2 ") and "meetings/b1/emergency/2" in line for line in lines)
    assert any(line.startswith("telefoon of e-mail van Samira ") for line in lines)
    assert not any("paraplu" in line or "06 77" in line for line in lines)


def test_a_stored_case_is_compared_as_its_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "passphrase").write_text("een lange wachtzin\n", "utf-8")
    store = ["--data", str(tmp_path / "data"), "--passphrase-file", str(tmp_path / "passphrase")]
    assert main(["import", HADDAD, *store]) == 0
    pair = ["--readers", "rima", "yousef"]
    assert betrayed(capsys, "IT-2026-021", *pair, *store) == betrayed(capsys, HADDAD, *pair) != []
    assert main(["compare", "IT-2026-999", *pair, *store]) == 2


def test_a_wrong_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", HADDAD, "--readers", "rima", "nobody"]) == 2
    for wrong in ([], ["--readers", "rima"]):
        with pytest.raises(SystemExit) as stopped:
            main(["compare", HADDAD, *wrong])
        assert stopped.value.code == 2
    assert "rima" not in capsys.readouterr().out
