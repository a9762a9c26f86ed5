"""A case file is written whole or not at all, in one readable form."""

import errno
import json
import os
from pathlib import Path

import pytest

from beraad import assets
from beraad.exchange import (
    CaseNotWritten,
    MeetingDocuments,
    meeting_document,
    read_case_file,
    read_meeting,
    write_case,
    write_case_file,
)
from beraad.models import Answer, Case, Note, Score, Statement
from beraad.places import Place


@pytest.fixture
def case() -> Case:
    return read_case_file(assets.example_case("haddad"))


def test_a_written_file_is_read_back(case: Case, tmp_path: Path) -> None:
    write_case_file(case, tmp_path / "zaak.json")
    assert (tmp_path / "zaak.json").read_bytes() == write_case(case)
    assert write_case(read_case_file(tmp_path / "zaak.json")) == write_case(case)


def test_a_file_is_utf8_with_one_space_a_level_and_the_format_first(case: Case) -> None:
    case.family_name = "Łukasz حداد"
    lines = write_case(case).decode().splitlines()
    assert lines[:5] == [
        "{",
        ' "format": "beraad-case",',
        ' "version": 2,',
        ' "reference": "IT-2026-021",',
        ' "family_name": "Łukasz حداد",',
    ]


def test_an_older_file_is_replaced_whole(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "zaak.json"
    path.write_bytes(b"x" * 1_000_000)
    write_case_file(case, path)
    assert json.loads(path.read_bytes())["reference"] == "IT-2026-021"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_full_disk_leaves_the_older_file_and_no_other(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    path = tmp_path / "zaak.json"
    path.write_bytes(b"older")

    def full(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CaseNotWritten) as caught:
        write_case_file(case, path)
    assert caught.value.facts == {"file": "zaak.json", "reason": errno.errorcode[number]}
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_told(case: Case, tmp_path: Path) -> None:
    with pytest.raises(CaseNotWritten) as caught:
        write_case_file(case, tmp_path / "weg" / "zaak.json")
    assert caught.value.facts["reason"] == "ENOENT"


def test_a_name_that_no_file_can_have_is_told(case: Case, tmp_path: Path) -> None:
    with pytest.raises(CaseNotWritten):
        write_case_file(case, tmp_path / "nul\x00.json")


def test_a_case_that_cannot_be_written_leaves_the_older_file(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "zaak.json"
    path.write_bytes(b"older")
    case.meetings[0].answers[0].strokes = [[[float("nan"), 0]]]
    with pytest.raises(ValueError, match="not JSON compliant"):
        write_case_file(case, path)
    assert path.read_bytes() == b"older"


def test_what_comes_goes_moves_and_changes_is_written_as_it_stands(case: Case) -> None:
    meeting = case.meetings[-1]
    scores, statements = meeting.scales[0].scores, meeting.statements
    written = MeetingDocuments()
    for turn in range(3):
        scores.extend(Score(person="rima", value=number) for number in range(8))
        written.forget([Place.scale(meeting.scales[0].id)])
        assert written.of(meeting) == meeting_document(meeting)
        del scores[-8:]
        statements.extend(Statement(id=f"n{n}", column="danger", kind="worry", text="Een.") for n in range(8))
        written.forget([Place.scale(meeting.scales[0].id), *(Place.statement(f"n{n}") for n in range(8))])
        assert written.of(meeting) == meeting_document(meeting)
        statements[-1].text = f"Twee {turn}."
        statements.insert(0, statements.pop())
        written.forget([Place.statement("n7")])
        assert written.of(meeting) == meeting_document(meeting)
        meeting.notes[:] = [Note(text=f"let op {turn}")]
        written.forget([Place(("notes",))])
        assert written.of(meeting) == meeting_document(meeting)
        statements[:] = [row for row in statements if not row.id.startswith("n")]
        written.forget(Place.statement(f"n{n}") for n in range(8))


def test_what_is_not_said_to_have_changed_is_not_looked_at(case: Case) -> None:
    """The control of the test above."""
    meeting = case.meetings[-1]
    written = MeetingDocuments()
    before = written.of(meeting)
    meeting.statements[0].text = "Anders."
    assert written.of(meeting)["statements"] is before["statements"]
    assert before["statements"] != meeting_document(meeting)["statements"]


def test_two_rows_of_one_person_are_not_taken_for_each_other(case: Case) -> None:
    meeting = case.meetings[-1]
    written = MeetingDocuments()
    written.of(meeting)
    person = meeting.answers[0].person
    meeting.answers.append(Answer(person=person, decision="agree", digest="x" * 64, remark="later"))
    written.forget([Place.answer("somebody")])
    assert written.of(meeting) == meeting_document(meeting)


def test_documents_of_a_meeting_are_made_anew_only_where_something_changed(case: Case) -> None:
    """Also where other rows came for the same, as when something is taken back."""
    meeting = case.meetings[-1]
    written = MeetingDocuments()
    before = written.of(meeting)["statements"]
    again = read_meeting(json.loads(json.dumps(meeting_document(meeting))))
    again.statements[0].text = "Iets anders."
    meeting.statements = again.statements
    written.forget(Place.statement(row.id) for row in again.statements)
    after = written.of(meeting)["statements"]
    assert after == meeting_document(meeting)["statements"]
    assert [one is other for one, other in zip(before, after, strict=True)] == [
        False,
        *[True] * (len(after) - 1),
    ]
