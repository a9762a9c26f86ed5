"""`beraad import` of many files: each all or nothing, and a bad one holds up no other."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from beraad import assets
from beraad.cli import main
from beraad.services.cases import CaseService
from beraad.services.vault import Vault

EXAMPLES = assets.example_cases()


@pytest.fixture
def data(tmp_path: Path) -> list[str]:
    """The options for a store that is not there yet."""
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("een lange wachtzin\n", "utf-8")
    return ["--data", str(tmp_path / "data"), "--passphrase-file", str(passphrase)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three cases, a broken file between them, and one that is no case file by its name."""
    made = tmp_path / "cases"
    made.mkdir()
    case = json.loads(EXAMPLES[0].read_bytes())
    for number in (1, 2, 3):
        (made / f"{number}.json").write_text(json.dumps(case | {"reference": f"IT-{number}"}), "utf-8")
    (made / "1b.JSON").write_text('{"format": "beraad-case"', "utf-8")
    (made / "note.txt").write_text("geen zaak", "utf-8")
    return made


@pytest.fixture
def stored(data: list[str]) -> Callable[[], list[str]]:
    """The references that are in the store."""

    def references() -> list[str]:
        vault = Vault(Path(data[1]))
        vault.unlock("een lange wachtzin")
        try:
            return [line.reference for line in vault.cases().overview()]
        finally:
            vault.lock()

    return references


def test_a_folder_is_read_and_what_is_refused_holds_up_nothing(
    folder: Path, data: list[str], stored: Callable[[], list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(folder), *data]) == 2
    said = capsys.readouterr()
    assert "3 zaken zijn ingelezen." in said.out
    assert "1b.JSON" in said.err
    assert "1 bestand niet." in said.err
    assert "note.txt" not in said.err
    assert stored() == ["IT-1", "IT-2", "IT-3"]


def test_files_and_folders_are_read_together_and_a_case_that_is_there_is_refused(
    folder: Path, data: list[str], stored: Callable[[], list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "1b.JSON").unlink()
    assert main(["import", str(EXAMPLES[0]), str(folder), *data]) == 0
    assert "4 zaken zijn ingelezen." in capsys.readouterr().out
    assert main(["import", str(folder), str(EXAMPLES[1]), *data]) == 2
    said = capsys.readouterr()
    assert "1 zaak is ingelezen." in said.out
    assert "3 bestanden niet." in said.err
    assert len(stored()) == 5


def test_where_every_file_is_bad_no_store_is_made(
    folder: Path, data: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for name in "123":
        (folder / f"{name}.json").write_text("geen json", "utf-8")
    assert main(["import", str(folder), *data]) == 2
    said = capsys.readouterr()
    assert "Herstelcode" not in said.out
    assert "4 bestanden niet." in said.err
    assert not Path(data[1], "database").exists()


def test_a_folder_without_a_case_file_is_told(
    tmp_path: Path, data: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["import", str(tmp_path / "empty"), *data]) == 2
    assert "geen bestand dat op .json eindigt" in capsys.readouterr().err
    assert not Path(data[1], "database").exists()


def test_one_that_is_stopped_half_way_keeps_and_says_what_was_read(
    folder: Path,
    data: list[str],
    stored: Callable[[], list[str]],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add, done = CaseService.add, []

    def stop_at_the_third(self: CaseService, case: object) -> str:
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(add(self, case))  # type: ignore[arg-type]
        return done[-1]

    monkeypatch.setattr(CaseService, "add", stop_at_the_third)
    assert main(["import", str(folder), *data]) == 1
    said = capsys.readouterr()
    assert "2 zaken zijn ingelezen." in said.out
    assert "Gestopt" in said.err
    assert stored() == ["IT-1", "IT-2"]


def test_of_one_file_the_reference_is_said(data: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(EXAMPLES[0]), *data]) == 0
    said = capsys.readouterr().out
    assert "Zaak IT-2026-014 is ingelezen." in said
    assert "zaken" not in said
