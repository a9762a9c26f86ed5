"""The command line: what each verb does, says and gives back."""

import datetime as dt
import errno
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from beraad import assets
from beraad.cli import main

DE_WIT = assets.example_case("de-wit")
HADDAD = assets.example_case("haddad")


@pytest.fixture
def data(tmp_path: Path) -> list[str]:
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("een lange wachtzin\n", "utf-8")
    return ["--data", str(tmp_path / "data"), "--passphrase-file", str(passphrase)]


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_was_imported_is_exported_equal_and_checked_whole(
    tmp_path: Path, data: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(DE_WIT), *data]) == 0
    assert "Herstelcode: " in capsys.readouterr().out
    assert main([*data, "import", str(HADDAD)]) == 0
    assert "Herstelcode" not in capsys.readouterr().out
    for path, reference in ((DE_WIT, "IT-2026-014"), (HADDAD, "IT-2026-021")):
        out = tmp_path / "out.json"
        assert main(["export", reference, "--out", str(out), *data]) == 0
        assert json.loads(out.read_bytes()) == json.loads(path.read_bytes())
    before = everything_in(tmp_path / "data" / "database")
    assert main(["check", *data]) == 0
    assert "in orde" in capsys.readouterr().out
    assert everything_in(tmp_path / "data" / "database") == before


def test_a_damaged_page_is_found_by_check_and_nothing_is_changed(
    tmp_path: Path, data: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(DE_WIT), *data]) == 0
    database = tmp_path / "data" / "database" / "beraad.db"
    content = bytearray(database.read_bytes())
    content[4096 * 5 + 100] ^= 1
    database.write_bytes(content)
    assert main(["check", *data]) == 1
    said = capsys.readouterr().out
    assert "beschadigde bladzijden: 6" in said
    assert database.read_bytes() == content


def test_the_same_case_is_not_imported_twice(data: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(DE_WIT), *data]) == 0
    assert main(["import", str(DE_WIT), *data]) == 2
    assert "IT-2026-014" in capsys.readouterr().err


def test_a_wrong_passphrase_changes_nothing(
    tmp_path: Path, data: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(DE_WIT), *data]) == 0
    before = everything_in(tmp_path / "data" / "database")
    wrong = tmp_path / "wrong"
    wrong.write_text("een andere wachtzin", "utf-8")
    assert main(["check", *data[:2], "--passphrase-file", str(wrong)]) == 1
    assert (
        capsys.readouterr().err == "Deze wachtzin past niet. Er is niets veranderd. Probeer het nog eens.\n"
    )
    assert everything_in(tmp_path / "data" / "database") == before


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"format": "beraad-case"}']
)
@pytest.mark.parametrize("verb", ["import", "print"])
def test_a_bad_file_is_one_sentence_and_leaves_nothing(
    verb: str, content: bytes, tmp_path: Path, data: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "kapot.json"
    bad.write_bytes(content)
    out = ["--out", str(tmp_path / "copies")] if verb == "print" else []
    assert main([verb, str(bad), *out, *data]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "kapot.json" in said.err
    assert said.err.count("\n") == 1
    assert not (tmp_path / "data").exists()
    assert not (tmp_path / "copies").exists()


@pytest.mark.parametrize(
    "arguments", [["prent"], ["print"], ["export", "X"], ["import"], ["print", "a", "--out"]]
)
def test_a_command_that_is_not_understood_ends_with_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ending:
        main(arguments)
    assert ending.value.code == 2
    assert "Deze opdracht klopt niet" in capsys.readouterr().err


def test_every_attendee_gets_the_own_copy_named_without_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "copies"
    assert main(["print", str(DE_WIT), "--out", str(out)]) == 0
    told = "(zo heet niemand in deze zaak: Novadic-Kentron)"
    assert told in capsys.readouterr().out, "what a child's copy leaves off is told"
    listing = json.loads((out / "copies.json").read_text("utf-8"))
    assert listing["reference"] == "IT-2026-014"
    assert listing["agreed_at"] == "2026-10-05T16:20:00"
    assert listing["withheld"] == []
    people = ["sanne", "mark", "lisa", "ans", "kees", "fatima", "joke", "peter"]
    assert [copy["person"] for copy in listing["copies"]] == people
    for number, copy in enumerate(listing["copies"], start=1):
        assert copy["file"] == f"IT-2026-014_{number:02d}_2026-10-05.pdf"
        reader = pypdf.PdfReader(out / copy["file"])
        assert len(reader.pages) == copy["pages"]
        assert copy["code"] in reader.pages[0].extract_text()


def test_a_leak_withholds_that_copy_alone_and_says_whose_detail(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "copies"
    out.mkdir()
    old = out / "IT-2026-021_08_2026-11-12.pdf"
    old.write_bytes(b"a copy from before the detail was hidden")
    assert main(["print", str(HADDAD), "--out", str(out)]) == 3
    listing = json.loads((out / "copies.json").read_text("utf-8"))
    assert listing["withheld"] == [
        {"person": "agent", "reason": "leak", "where": "meetings/b1/emergency/2/number"},
        {"person": "adam", "reason": "paper", "where": "people/adam/paper"},
    ]
    assert [copy["person"] for copy in listing["copies"]] == [
        "rima",
        "yousef",
        "samira",
        "omar",
        "noor",
        "piet",
    ]
    output, said = capsys.readouterr()
    assert "Niet mee naar huis: Rima." in output
    assert "Chantal krijgt geen exemplaar" in said
    assert "noodplan, stap 2" in said
    assert "het telefoonnummer van Samira" in said
    assert "7700" not in said
    assert not old.exists()
    assert sorted(path.name for path in out.glob("*.pdf")) == sorted(c["file"] for c in listing["copies"])


def test_older_copies_that_went_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "IT-2026-014_04_2025-01-01.pdf").write_text("x")
    assert main(["print", str(DE_WIT), "--out", str(tmp_path), "--person", "ans"]) == 0
    assert "uit de map gehaald: IT-2026-014_04_2025-01-01.pdf." in capsys.readouterr().out
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".json", ".pdf"]


def test_a_copy_for_one_person(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "copies"
    assert main(["print", str(DE_WIT), "--out", str(out), "--person", "ans", "--person", "mark"]) == 0
    assert {path.name for path in out.iterdir()} == {
        "IT-2026-014_04_2026-10-05.pdf",
        "IT-2026-014_02_2026-10-05.pdf",
        "copies.json",
    }
    assert main(["print", str(DE_WIT), "--out", str(tmp_path / "none"), "--person", "niemand"]) == 2
    assert "niemand" in capsys.readouterr().err
    assert not (tmp_path / "none").exists()


def test_nobody_gets_a_slip_for_a_first_version(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", str(DE_WIT), "--out", str(tmp_path), "--person", "ans", "--slips"]) == 0
    assert "Er zijn geen wisselbriefjes: niemands papier is veranderd." in capsys.readouterr().out
    assert not [path for path in tmp_path.iterdir() if "wissel" in path.name]


def test_the_register_says_which_papers_were_handed_out(
    tmp_path: Path, data: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(DE_WIT), *data]) == 0
    assert main(["register", "IT-2026-014", "--json", *data]) == 0
    assert capsys.readouterr().out.endswith("[]\n")
    made = tmp_path / "made"
    assert main(["print", "IT-2026-014", "--out", str(made), "--person", "ans", "--hand-out", *data]) == 0
    capsys.readouterr()
    assert main(["register", "IT-2026-014", "--json", *data]) == 0
    (code,) = [copy["code"] for copy in json.loads((made / "copies.json").read_text())["copies"]]
    assert json.loads(capsys.readouterr().out) == [
        {
            "person": "ans",
            "version": 1,
            "code": code,
            "day": dt.date.today().isoformat(),  # noqa: DTZ011 - the day of the user
            "where": "home",
            "state": "out",
        }
    ]
    assert main(["register", "IT-2026-014", *data]) == 0
    assert f"oma Ans · versie 1 · {code}" in capsys.readouterr().out


def test_of_a_file_nothing_is_handed_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", str(DE_WIT), "--out", str(tmp_path / "made"), "--hand-out"]) == 2
    assert "Noem het nummer van de zaak" in capsys.readouterr().err
    assert not (tmp_path / "made").exists()


def test_copies_from_the_store_are_the_copies_from_the_file(tmp_path: Path, data: list[str]) -> None:
    assert main(["import", str(HADDAD), *data]) == 0
    assert main(["print", "IT-2026-021", "--out", str(tmp_path / "store"), *data]) == 3
    assert main(["print", str(HADDAD), "--out", str(tmp_path / "file")]) == 3
    from_store = {path.name: path.read_bytes() for path in (tmp_path / "store").iterdir()}
    assert from_store == {path.name: path.read_bytes() for path in (tmp_path / "file").iterdir()}


def test_an_unknown_case_is_told(tmp_path: Path, data: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(DE_WIT), *data]) == 0
    assert main(["export", "IT-0", "--out", str(tmp_path / "x.json"), *data]) == 2
    assert main(["print", "IT-0", "--out", str(tmp_path / "x"), *data]) == 2
    assert capsys.readouterr().err.count("Er is geen zaak met nummer IT-0.") == 2
    assert not (tmp_path / "x.json").exists()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file, not a folder", "utf-8")
    assert main(["print", str(DE_WIT), "--out", str(taken)]) == 1
    assert "daar staat een bestand, en geen map" in capsys.readouterr().err
    assert taken.read_text("utf-8") == "a file, not a folder"


def test_the_whole_works_as_a_program_without_a_screen(tmp_path: Path) -> None:
    environment = {**os.environ, "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "beraad", "print", str(DE_WIT), "--out", str(tmp_path / "out")],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "8 exemplaren gemaakt" in done.stdout


@pytest.mark.parametrize("left", ["the key file", "nothing", "a folder that was put aside"])
def test_a_store_that_is_gone_becomes_a_new_one_only_when_asked_for(
    left: str, tmp_path: Path, data: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(DE_WIT), *data]) == 0
    database = tmp_path / "data" / "database"
    if left == "the key file":
        (database / "beraad.db").unlink()
    else:
        database.rename(tmp_path / ("data/oud" if left != "nothing" else "elders"))
    before = everything_in(tmp_path / "data")
    capsys.readouterr()
    assert main(["import", str(HADDAD), *data]) == 1
    assert "reservekopie" in capsys.readouterr().err
    assert everything_in(tmp_path / "data") == before
    assert main(["import", str(HADDAD), "--new-store", *data]) == 0
    assert "Herstelcode: " in capsys.readouterr().out
    assert main(["export", "IT-2026-021", "--out", str(tmp_path / "out.json"), *data]) == 0


def test_a_new_store_is_never_made_in_place_of_one_that_is_there(tmp_path: Path, data: list[str]) -> None:
    assert main(["import", str(DE_WIT), *data]) == 0
    assert main(["import", str(HADDAD), "--new-store", *data]) == 0
    assert main(["export", "IT-2026-014", "--out", str(tmp_path / "out.json"), *data]) == 0


@pytest.mark.parametrize("content", [b"", b"\x00"])
def test_an_empty_backup_is_named_by_check_and_made_anew_at_the_next_unlock(
    content: bytes, tmp_path: Path, data: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(DE_WIT), *data]) == 0
    backups = sorted((tmp_path / "data" / "backups").rglob("*.db"))
    backups[-1].write_bytes(content)
    capsys.readouterr()
    assert main(["check", *data]) == 1
    said = capsys.readouterr().out
    assert f"{backups[-1].parent.name}: 0 bladzijden gelezen, niet in orde: het bestand is leeg." in said
    assert "De zaken: " in said
    assert main(["export", "IT-2026-014", "--out", str(tmp_path / "out.json"), *data]) == 0
    assert main(["check", *data]) == 0


def gone(data: Path) -> None:
    shutil.rmtree(data / "backups")


def emptied(data: Path) -> None:
    gone(data)
    (data / "backups").mkdir()


def a_file(data: Path) -> None:
    gone(data)
    (data / "backups").write_bytes(b"x")


def garbage_log(data: Path) -> None:
    (data / "database" / "beraad.db-wal").write_bytes(b"no log at all" * 400)


def short_log(data: Path) -> None:
    (data / "database" / "beraad.db-wal").write_bytes(b"x")


@pytest.mark.parametrize(
    ("spoil", "says", "mended"),
    [
        (gone, "Er is geen reservekopie. Bij het ontgrendelen maakt Beraad er een.", True),
        (emptied, "Er is geen reservekopie. Bij het ontgrendelen maakt Beraad er een.", True),
        (a_file, "Er is geen reservekopie: waar de map „backups” hoort, staat iets anders", False),
        (garbage_log, "het bestand ernaast met de laatste wijzigingen is er geen van Beraad", True),
        (short_log, "het bestand ernaast met de laatste wijzigingen is er geen van Beraad", True),
    ],
)
def test_check_names_missing_backups_and_a_log_that_is_none(
    spoil: Callable[[Path], None],
    says: str,
    mended: bool,
    tmp_path: Path,
    data: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["import", str(DE_WIT), *data]) == 0
    assert main(["check", *data]) == 0
    spoil(tmp_path / "data")
    capsys.readouterr()
    assert main(["check", *data]) == 1
    assert says in capsys.readouterr().out
    assert main(["export", "IT-2026-014", "--out", str(tmp_path / "out.json"), *data]) == 0
    assert main(["check", *data]) == (0 if mended else 1)


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "het bestand is leeg"), (b"x", "het bestand is leeg"), (None, "er is geen bestand met zaken")],
)
@pytest.mark.parametrize("key_file", [True, False])
def test_check_reports_on_the_backups_where_the_database_is_empty_or_gone(
    content: bytes | None,
    says: str,
    key_file: bool,
    tmp_path: Path,
    data: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["import", str(DE_WIT), *data]) == 0
    live = tmp_path / "data" / "database"
    if content is None:
        (live / "beraad.db").unlink()
    else:
        (live / "beraad.db").write_bytes(content)
    if not key_file:
        (live / "beraad.key").unlink()
    before = everything_in(tmp_path / "data")
    capsys.readouterr()
    assert main(["check", *data]) == 1
    said = capsys.readouterr().out
    assert f"De zaken: 0 bladzijden gelezen, niet in orde: {says}" in said
    assert re.search(r"Reservekopie \S+: [1-9]\d* bladzijden gelezen, in orde\.", said)
    assert said.rstrip().endswith("Ga verder met een reservekopie die in orde is.")
    assert everything_in(tmp_path / "data") == before


def test_printing_on_a_full_disk_says_so_in_dutch(
    tmp_path: Path, data: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    assert main(["import", str(DE_WIT), *data]) == 0
    monkeypatch.setattr("beraad.services.printing.Copies.write_all", full)
    capsys.readouterr()
    assert main(["print", "IT-2026-014", "--out", str(tmp_path / "out"), *data]) == 1
    said = capsys.readouterr().err
    assert "No space" not in said
    assert said.strip().endswith("de schijf van die map is vol. Wat al klaar was, is bewaard.")


def test_a_case_with_somebody_without_a_name_is_bad_input(
    tmp_path: Path, data: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    case = json.loads(DE_WIT.read_text("utf-8"))
    case["people"][0]["name"] = "\u0007"
    (tmp_path / "case.json").write_text(json.dumps(case), "utf-8")
    assert main(["import", str(tmp_path / "case.json"), *data]) == 2
    assert "bij „people[0].name” staat niets" in capsys.readouterr().err


# -- gaps --------------------------------------------------------------------------------------------


def with_child_that_checks(folder: Path, reason: str | None = None) -> Path:
    """The example, with Lisa as who checks the second agreement, in a file."""
    case = json.loads(DE_WIT.read_bytes())
    plan = case["meetings"][0]
    plan["agreements"][1]["checked_by"] = "lisa"
    if reason:
        plan["overrides"] = [{"gap": "child_checks", "subject": "a2", "reason": reason}]
    path = folder / "case.json"
    path.write_text(json.dumps(case), "utf-8")
    return path


def gaps_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    assert main(["gaps", *arguments, "--json"]) == 0
    return list(json.loads(capsys.readouterr().out))


@pytest.mark.parametrize("reason", [None, "Lisa wil het zelf, oma kijkt mee. É\u2028"])
def test_gaps_of_the_plan_in_force_are_listed_with_why_they_may_stand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], reason: str | None
) -> None:
    expected = {"gap": "child_checks", "subject": "a2", "people": ["lisa"], "reason": reason}
    path = with_child_that_checks(tmp_path, reason)
    assert gaps_of(capsys, str(path)) == [expected]
    assert main(["gaps", str(path)]) == 0
    said = capsys.readouterr().out
    assert "Lisa" in said
    assert ("mag zo" in said) is bool(reason)


def test_gaps_of_a_stored_case_are_those_of_its_file(
    tmp_path: Path, data: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = with_child_that_checks(tmp_path)
    assert main(["import", str(path), *data]) == 0
    capsys.readouterr()
    assert gaps_of(capsys, "IT-2026-014", *data) == gaps_of(capsys, str(path))
    assert main(["gaps", "IT-2026-999", *data]) == 2


def test_gaps_of_another_meeting_are_asked_for_by_its_id(capsys: pytest.CaptureFixture[str]) -> None:
    assert gaps_of(capsys, str(DE_WIT)) == [], "control: its plan is whole"
    found = gaps_of(capsys, str(DE_WIT), "--meeting", "b2")
    assert {gap["gap"] for gap in found} == {"not_reviewed"}, "b2 asked about nothing of b1 yet"
    assert main(["gaps", str(DE_WIT), "--meeting", "b9\x1b"]) == 2
    said = capsys.readouterr().err
    assert "b9" in said
    assert "\x1b" not in said


def test_gaps_of_a_case_without_a_plan_are_those_of_its_newest_meeting(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = json.loads(DE_WIT.read_bytes())
    case["meetings"][0]["agreed_at"] = None
    case["meetings"][0]["answers"] = []
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case), "utf-8")
    assert gaps_of(capsys, str(path)) == []
    case["meetings"][0]["agreements"][0]["fallback"] = None
    case["meetings"] = case["meetings"][:1]
    path.write_text(json.dumps(case), "utf-8")
    assert [gap["gap"] for gap in gaps_of(capsys, str(path))] == ["no_fallback"]
    case["meetings"] = []
    path.write_text(json.dumps(case), "utf-8")
    assert main(["gaps", str(path)]) == 2
