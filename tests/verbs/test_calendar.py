"""`beraad calendar`: moments of cases in a file or a folder, and its exit codes."""

from pathlib import Path

import pytest

from beraad import assets
from beraad.cli import main


@pytest.fixture
def data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """A store with the example cases."""
    (tmp_path / "passphrase").write_text("een lange wachtzin\n", "utf-8")
    options = ["--data", str(tmp_path / "data"), "--passphrase-file", str(tmp_path / "passphrase")]
    assert (
        main(["import", str(assets.example_case("de-wit")), str(assets.example_case("haddad")), *options])
        == 0
    )
    capsys.readouterr()
    return options


def test_all_cases_or_those_that_are_named_go_into_a_file_or_a_folder(
    tmp_path: Path, data: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    everything, one, folder = tmp_path / "agenda.ics", tmp_path / "een.ICS", tmp_path / "map"
    assert main(["calendar", "--out", str(everything), *data]) == 0
    assert main(["calendar", "IT-2026-014", "--out", str(one), *data]) == 0
    assert main(["calendar", "IT-2026-014", "IT-2026-021", "--out", str(folder), *data]) == 0
    count = everything.read_bytes().count(b"BEGIN:VEVENT")
    assert count == len([*folder.glob("*.ics")]) > one.read_bytes().count(b"BEGIN:VEVENT") > 0
    assert f"{count} momenten staan in {everything}." in capsys.readouterr().out


def test_wrong_input_and_trouble_have_their_exit_codes(
    tmp_path: Path, data: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["calendar", "IT-0", "--out", str(tmp_path / "x.ics"), *data]) == 2
    assert main(["calendar", "--out", str(tmp_path / "nergens" / "x.ics"), *data]) == 1
    assert "die map is er niet" in capsys.readouterr().err
    with pytest.raises(SystemExit) as ended:
        main(["calendar", *data])
    assert ended.value.code == 2
