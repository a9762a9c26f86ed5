"""Whose papers may lie together, and what of it is said before printing."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from beraad import assets
from beraad.cli import main
from beraad.exchange import read_case
from beraad.services.papers_together import pairs_together
from beraad.services.printing import Copies
from tests.services.test_paper_seen_by import case_of, haddad, seen_by

Document = dict[str, Any]
BREDA, ELSEWHERE = "Vogelstraat 8, Breda", "Kade 77, Bergen op Zoom"


@dataclass
class Who:
    """Somebody as far as it matters where the paper lies."""

    id: str
    circle: str = "family"
    paper: str = "yes"
    address: str = ""
    paper_seen_by: list[str] = field(default_factory=list)

    def document(self) -> Document:
        contact = [{"kind": "address", "value": self.address}] if self.address else []
        named = {"id": self.id, "name": self.id, "called": self.id, "circle": self.circle}
        return {**named, "paper": self.paper, "paper_seen_by": self.paper_seen_by, "contact": contact}


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (Who("a"), Who("b"), True),
        (Who("a", "network"), Who("b"), False),
        (Who("a"), Who("b", paper="elsewhere"), False),
        (Who("a", address=BREDA), Who("b"), True),
        (Who("a", address=BREDA), Who("b", address=ELSEWHERE), False),
        (Who("a", "network", address=BREDA), Who("b", address="vogelstraat 8 Breda"), True),
        (Who("a", "network", address=BREDA), Who("b", paper="elsewhere", address=BREDA), False),
        (Who("a", "network", paper_seen_by=["b"]), Who("b", paper="elsewhere"), True),
        (Who("a", "professional"), Who("b", "professional", paper_seen_by=["a"]), True),
    ],
)
def test_papers_may_lie_together_where_that_is_said_or_where_people_live(
    one: Who, other: Who, together: bool
) -> None:
    document = {"format": "beraad-case", "version": 2, "reference": "x", "family_name": "x", "meetings": []}
    document["people"] = [one.document(), other.document()]
    people = read_case(json.dumps(document).encode(), "case.json").people
    assert bool(list(pairs_together(people))) is together


def test_what_they_betray_is_said_of_those_alone() -> None:
    assert not Copies(case_of(haddad())).side_by_side(), "her paper lies with Samira"
    found = Copies(case_of(seen_by(haddad(), "yousef", "rima"))).side_by_side()
    assert {item.pair for item in found} == {("rima", "yousef")}
    assert "Rima appt 'paraplu' aan Samira." in {item.text for item in found}
    assert {item.held_by for item in found} == {"rima"}


def test_made_safe_nothing_is_said() -> None:
    document = seen_by(seen_by(haddad(), "rima", "yousef"), "yousef", "rima")
    assert not Copies(case_of(document)).side_by_side()


def test_a_childs_short_page_betrays_nothing() -> None:
    document = json.loads(assets.example_case("de-wit").read_bytes())
    assert Copies(case_of(document)).betrayals("sanne", "lisa"), "control: it has less"
    assert not Copies(case_of(document)).side_by_side()


def test_the_command_line_names_the_pairs_and_no_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "case.json"
    file.write_text(json.dumps(seen_by(haddad(), "yousef", "rima")), "utf-8")
    print_to = ["print", str(file), "--out", str(tmp_path / "out")]
    assert main([*print_to, "--person", "rima", "--person", "yousef"]) == 0
    said = capsys.readouterr().out
    assert "Naast elkaar verraden papieren iets: Rima en Yousef." in said
    assert "paraplu" not in said
    assert main([*print_to, "--person", "noor"]) == 0
    assert "Naast elkaar" not in capsys.readouterr().out
