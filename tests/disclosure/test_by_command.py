"""What the command line withholds (it ends with 3), what it prints, and what it lists as asked about."""

import json
from pathlib import Path
from typing import Any

import pytest

from beraad.cli import main
from tests.disclosure.small_cases import Document, agreement, detail, document, meeting, people, statement

WITHHELD, PRINTED = 3, 0
AT = "meetings/b1/statements/s1/text"


def printed(folder: Path, content: Document, person: str = "yousef") -> tuple[int, dict[str, Any]]:
    """The exit code, and what copies.json says."""
    (folder / "zaak.json").write_text(json.dumps(content), "utf-8")
    code = main(["print", str(folder / "zaak.json"), "--out", str(folder / "uit"), "--person", person])
    listing: dict[str, Any] = json.loads((folder / "uit" / "copies.json").read_text("utf-8"))
    assert len(list((folder / "uit").glob("*.pdf"))) == len(listing["copies"])
    return code, listing


def told(kind: str, value: str, text: str, **more: Any) -> Document:
    """A detail of Rima that Yousef may not have, and a text that he reads."""
    return document(
        meeting(statements=[statement("s1", text)]), people=people(rima=[detail(kind, value)]), **more
    )


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("address", "Huize Zonnewende, Molenstraat 8, Goes", "Zij slaapt in Huize Zonnewende."),
        ("email", "rima.k@example.nl, rk81@example.org", "Mail naar rk81@example.org."),
        ("school", "basisschool de Klimroos", "Adam zit op de Klimroos."),
        ("school", "De Klimroos", "Adam zit op de Klimroos."),
        ("work", "Broodhuis Zeeland Goes", "Zij werkt bij Broodhuis Zeeland."),
        ("other", "logeert: Veerweg 7, Goes", "Hij stond op Veerweg 7."),
        ("phone", "06 5120 3344", "Eerst 06 5120 en dan 3344."),
        ("phone", "bij tante, Veerweg 7", "Hij stond op Veerweg 7."),
    ],
)
def test_a_copy_that_would_tell_is_withheld(tmp_path: Path, kind: str, value: str, text: str) -> None:
    code, listing = printed(tmp_path, told(kind, value, text))
    assert code == WITHHELD
    assert listing["withheld"] == [{"person": "yousef", "reason": "leak", "where": AT}]
    assert (listing["copies"], listing["remarks"]) == ([], [])


def test_a_number_over_two_lines_that_are_printed_behind_each_other_is_withheld(tmp_path: Path) -> None:
    split = agreement("a1", "Bel niet naar 06 5120", ("yousef",), fallback="3344 is van Rima")
    content = document(
        meeting(agreements=[split]), people=people(rima=[detail("phone", "06 5120 3344", ["noor"])])
    )
    code, listing = printed(tmp_path, content)
    assert (code, [held["person"] for held in listing["withheld"]]) == (WITHHELD, ["yousef"])


@pytest.mark.parametrize(
    ("kind", "value", "text", "asked"),
    [
        ("address", "Veerweg 7, Goes", "De gemeente Goes betaalt.", []),
        ("phone", "geen", "Er is geen afspraak.", []),
        ("phone", "0800-2000", "Bel 0800-2000 of 112.", []),
        ("phone", "06 1835 2015", "Hij belt tussen 18:35 en 20:15.", []),
        ("work", "kapper Blond, Haven 4", "Hij komt in de haven op 4 december.", ["haven"]),
        ("address", "Veerweg 7, Goes", "Hij reed door de Veerweg.", ["Veerweg"]),
        ("school", "De Klimboom", "Een klimboom in de tuin.", []),
        ("school", "De Klimboom", "Hij wacht bij de klimboom.", ["klimboom"]),
    ],
)
def test_what_is_about_something_else_is_printed_and_what_may_be_is_listed(
    tmp_path: Path, kind: str, value: str, text: str, asked: list[str]
) -> None:
    code, listing = printed(tmp_path, told(kind, value, text))
    assert (code, listing["withheld"]) == (PRINTED, [])
    assert [copy["person"] for copy in listing["copies"]] == ["yousef"]
    expected = [{"person": "yousef", "where": AT, "words": asked}] if asked else []
    assert listing["remarks"] == expected


@pytest.mark.parametrize(
    ("text", "code"), [("De samenwerking is goed.", PRINTED), ("Over de werking.", WITHHELD)]
)
def test_a_word_that_holds_a_secret_one_is_printed(tmp_path: Path, text: str, code: int) -> None:
    secrets = [{"text": "werking", "visible_to": ["rima"]}]
    content = document(meeting(statements=[statement("s1", text)]), secrets=secrets)
    assert printed(tmp_path, content)[0] == code


@pytest.mark.parametrize(("what", "code"), [("Hij belt.", PRINTED), ("Hij belt elke week.", WITHHELD)])
def test_a_rule_that_no_eye_reads_is_not_searched(tmp_path: Path, what: str, code: int) -> None:
    rhythm = {"kind": "recurring", "starts_on": "2026-11-13", "rule": "FREQ=WEEKLY;BYDAY=TU"}
    content = document(
        meeting(agreements=[agreement("a1", what, ("yousef",)) | {"timing": rhythm}]),
        secrets=[{"text": "week", "visible_to": ["rima"]}],
    )
    assert printed(tmp_path, content)[0] == code


def test_a_child_gets_a_copy_that_leaves_out_the_worry_that_tells(tmp_path: Path) -> None:
    content = told("school", "De Klimroos", "Hij stond bij De Klimroos.")
    kid = {"id": "kid", "name": "Kid", "called": "Kid", "circle": "family", "birth_date": "2018-01-01"}
    content["people"].append(kid)
    content["meetings"][0]["participants"].append({"person": "kid", "attendance": "present"})
    assert printed(tmp_path, content)[0] == WITHHELD, "the control: Yousef reads the worry"
    code, listing = printed(tmp_path, content, "kid")
    assert (code, [copy["person"] for copy in listing["copies"]]) == (PRINTED, ["kid"])


@pytest.mark.parametrize("is_about", [True, False])
def test_an_answer_in_the_case_file_is_followed(tmp_path: Path, is_about: bool) -> None:
    text = "Hij wacht bij de klimboom."
    answer = {"text": text, "detail": "De Klimboom", "is_about": is_about}
    content = told("school", "De Klimboom", text, version=2, leak_decisions=[answer])
    code, listing = printed(tmp_path, content)
    assert (code, listing["remarks"]) == (WITHHELD if is_about else PRINTED, [])
