"""What was printed before goes when a new copy comes, and nothing else does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from beraad.services.printed import Printed
from beraad.services.printing import Copies
from tests.disclosure.small_cases import case, document, meeting, people, person, statement


def copies(agreed_at: str | None, *, reference: str = "T-1", **papers: Any) -> Copies:
    """The copies of Rima, Yousef and Noor, with how each has paper; what hides is Rima's number."""
    everybody = [dict(one, paper=papers.get(one["id"], "yes")) for one in people()]
    content = document(meeting(agreed_at=agreed_at), reference=reference, people=everybody)
    return Copies(case(**{key: content[key] for key in ("reference", "people", "meetings")}))


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def removed(printed: Printed) -> set[str]:
    return {item.file for item in printed.removed}


CONCEPT, AGREED = None, "2026-11-13T12:00:00"
OLD, NEW = "2026-11-12", "2026-11-13"


def test_older_copies_of_a_reader_go_and_are_named(tmp_path: Path) -> None:
    first = copies(CONCEPT).write_all(tmp_path)
    assert first.removed == ()
    second = copies(AGREED).write_all(tmp_path)
    assert files(tmp_path) == {*(f"T-1_0{number}_{NEW}.pdf" for number in (1, 2, 3)), "copies.json"}
    assert removed(second) == {f"T-1_0{number}_{OLD}.pdf" for number in (1, 2, 3)}
    listed = json.loads((tmp_path / "copies.json").read_bytes())["removed"]
    assert listed[0] == {"person": "rima", "file": f"T-1_01_{OLD}.pdf"}


@pytest.mark.parametrize("agreed_at", [CONCEPT, AGREED])
def test_a_reader_who_gets_no_paper_now_keeps_no_old_one(agreed_at: str | None, tmp_path: Path) -> None:
    copies(CONCEPT).write_all(tmp_path)
    printed = copies(agreed_at, rima="no").write_all(tmp_path)
    assert not [name for name in files(tmp_path) if name.startswith("T-1_01_")]
    assert f"T-1_01_{OLD}.pdf" in removed(printed)


def test_a_reader_whose_copy_would_leak_now_keeps_no_old_one(tmp_path: Path) -> None:
    copies(CONCEPT).write_all(tmp_path)
    hidden = people(rima=[{"kind": "phone", "value": "06 7700 1101", "visible_to": "facilitator"}])
    told = meeting(agreed_at=AGREED, statements=[statement("s1", "Bel 06 7700 1101.")])
    content = document(told, people=hidden)
    printed = Copies(case(**{key: content[key] for key in ("reference", "people", "meetings")})).write_all(
        tmp_path
    )
    assert [held.person for held in printed.withheld] == ["yousef", "noor"]
    assert removed(printed) >= {f"T-1_02_{OLD}.pdf", f"T-1_03_{OLD}.pdf"}
    assert files(tmp_path) == {f"T-1_01_{NEW}.pdf", "copies.json"}


def test_who_is_not_printed_for_keeps_the_old_copy(tmp_path: Path) -> None:
    copies(CONCEPT).write_all(tmp_path)
    copies(AGREED).write_all(tmp_path, ["yousef"])
    assert f"T-1_01_{OLD}.pdf" in files(tmp_path)
    assert f"T-1_02_{OLD}.pdf" not in files(tmp_path)


def test_copies_of_another_case_and_other_files_stay(tmp_path: Path) -> None:
    others = {
        "T-1_plan_2026-11-12.pdf",
        "T-1_01_2026-11-12.pdf.bak",
        "T-1_01_notes.pdf",
        "T-10_01_2026-11-12.pdf",
        "XT-1_01_2026-11-12.pdf",
        "T-1_011_2026-11-12.pdf",
    }
    for name in others:
        (tmp_path / name).write_text("x")
    copies(AGREED).write_all(tmp_path)
    copies(CONCEPT, reference="T-2").write_all(tmp_path)
    assert others | {f"T-1_01_{NEW}.pdf", f"T-2_01_{OLD}.pdf"} <= files(tmp_path)


def test_somebody_whose_number_moved_is_known_by_the_list_and_no_new_copy_goes(tmp_path: Path) -> None:
    copies(CONCEPT).write_all(tmp_path)
    # Rima left the case: Yousef, who was number 2, is now number 1, and Noor 2.
    two = meeting(participants=[{"person": name, "attendance": "present"} for name in ("yousef", "noor")])
    content = document(two, people=[person("yousef"), person("noor", "professional")])
    printed = Copies(case(**{key: content[key] for key in ("reference", "people", "meetings")})).write_all(
        tmp_path
    )
    assert files(tmp_path) == {f"T-1_01_{OLD}.pdf", f"T-1_02_{OLD}.pdf", "copies.json"}
    assert {item.file for item in printed.copies} == files(tmp_path) - {"copies.json"}
    assert f"T-1_03_{OLD}.pdf" in removed(printed)


@pytest.mark.parametrize(
    "content",
    [
        "[]",
        "{",
        '{"reference": "T-1", "copies": 3}',
        '{"reference": "T-1", "copies": [3, {"person": "rima"}]}',
        '{"reference": "T-1", "copies": [{"person": "rima", "file": "../outside.pdf"}]}',
    ],
)
def test_a_list_that_somebody_wrote_removes_nothing_outside(content: str, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "outside.pdf").write_text("x")
    (folder / "copies.json").write_text(content)
    copies(AGREED).write_all(folder)
    assert (tmp_path / "outside.pdf").is_file()
