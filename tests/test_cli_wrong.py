"""Whatever is given on the command line, it ends in a sentence and the right exit code."""

import json
import os
import random
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from beraad import assets, cli
from beraad.cli import main
from beraad.verbs import opening, storing
from tests.exchange.documents import example, replaced

DE_WIT = assets.example_case("de-wit")
HADDAD = assets.example_case("haddad")
LONG = "A" * 5_000
STEERS = "IT\x1b[31m\u202e\n-1"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one case in it, and its passphrase beside it."""
    folder = tmp_path_factory.mktemp("store")
    (folder / "passphrase").write_text("een lange wachtzin\n", "utf-8")
    code = main(["import", str(DE_WIT), *options(folder)])
    assert code == 0
    return folder


def options(folder: Path) -> list[str]:
    return ["--data", str(folder / "data"), "--passphrase-file", str(folder / "passphrase")]


def run(*arguments: str) -> int:
    """The exit code of the command, also where the arguments themselves are not understood."""
    try:
        return main(arguments)
    except SystemExit as ending:
        return int(str(ending.code))


def raw(text: str) -> list[str]:
    """Characters in the output that steer a terminal or turn its reading round."""
    return [char for char in text if char != "\n" and unicodedata.category(char) in ("Cc", "Cf", "Cs")]


# -- exit codes ---------------------------------------------------------------------------------------


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert re.fullmatch(r"beraad \d+\.\d+\.\d+\S*\n", capsys.readouterr().out)


@pytest.mark.parametrize("verb", [["export", "X", "--out", "x"], ["print", "X", "--out", "x"], ["check"]])
def test_the_folder_is_looked_at_before_a_passphrase_is_asked(
    verb: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def ask(*_arguments: object) -> str:
        raise AssertionError

    for room in (opening, storing):
        monkeypatch.setattr(room, "passphrase", ask)
    assert run(*verb, "--data", str(tmp_path / "data")) == 1
    assert capsys.readouterr().err.startswith("Hier staan nog geen zaken.")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("verb", [["export", "X", "--out", "x"], ["print", "X", "--out", "x"], ["check"]])
def test_without_a_terminal_no_passphrase_is_asked(
    verb: list[str], store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*verb, *options(store)[:2]) == 1
    assert "kan geen wachtzin worden gevraagd" in capsys.readouterr().err


def test_without_a_terminal_no_store_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", str(DE_WIT), "--data", str(tmp_path / "data")) == 1
    assert "kan geen wachtzin worden gevraagd" in capsys.readouterr().err
    assert not (tmp_path / "data").exists()


def test_an_input_that_ends_before_the_passphrase_is_none(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def ended(_prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", ended)
    assert run("check", *options(store)[:2]) == 1
    assert "kan geen wachtzin worden gevraagd" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["import", "{folder}"], 2, "geen bestand dat op .json eindigt"),
        (["import", "{folder}/nergens.json"], 2, "dit bestand is er niet"),
        (["import", "/dev/null"], 2, "map of iets anders"),
        (["import", LONG], 2, "kan niet worden geopend"),
        (["import", ""], 2, "Deze opdracht klopt niet"),
        (["print", "{folder}", "--out", "{folder}/uit"], 2, "map of iets anders"),
        (["print", LONG, "--out", "{folder}/uit"], 2, "Er is geen zaak met nummer AAA"),
        (["print", STEERS, "--out", "{folder}/uit"], 2, "Er is geen zaak met nummer IT\\x1b[31m\\u202e\\n-1"),
        (["print", "\udcff", "--out", "{folder}/uit"], 2, "Er is geen zaak met nummer \\udcff"),
        (["print", "", "--out", "{folder}/uit"], 2, "map of iets anders"),
        (["print", str(DE_WIT), "--out", "{folder}/a_file"], 1, "is niet alles opgeslagen"),
        (["print", str(DE_WIT), "--out", f"/{LONG}"], 1, "is niet alles opgeslagen"),
        (["print", str(DE_WIT), "--out", "{folder}/uit", "--person", STEERS], 2, "IT\\x1b[31m"),
        (["print", str(DE_WIT), "--out", "{folder}/uit", "--person", LONG], 2, "niemand met de code"),
        (["export", LONG, "--out", "{folder}/x.json"], 2, "Er is geen zaak met nummer AAA"),
        (["export", STEERS, "--out", "{folder}/x.json"], 2, "IT\\x1b[31m"),
        (["export", "IT-2026-014", "--out", "{folder}"], 1, "er is al een map met die naam"),
        (["export", "IT-2026-014", "--out", "{folder}/nergens/x.json"], 1, "die map is er niet"),
        (["export", "IT-2026-014", "--out", f"/{LONG}"], 1, "niet opgeslagen"),
        (["check", "--data", "~nergensiemand/x"], 2, "zo'n gebruiker heeft deze computer niet"),
        (["--data", "~nergensiemand"], 2, "zo'n gebruiker heeft deze computer niet"),
        (["print", "X", "--out", "~nergensiemand/uit"], 2, "zo'n gebruiker heeft deze computer niet"),
        (
            ["export", "IT-2026-014", "--out", "~nergensiemand/x"],
            2,
            "zo'n gebruiker heeft deze computer niet",
        ),
        (["demo", "--out", "~nergensiemand/uit"], 2, "zo'n gebruiker heeft deze computer niet"),
        (["print", str(DE_WIT), "--out", ""], 2, "Deze opdracht klopt niet"),
        (["export", "IT-2026-014", "--out", ""], 2, "Deze opdracht klopt niet"),
        (["check", "--data", ""], 2, "Deze opdracht klopt niet"),
        (["check", "--data", "{folder}/a_file"], 1, ""),
        (["check", "--data", f"/{LONG}"], 1, ""),
        (["check", "--passphrase-file", "{folder}"], 2, "kan niet worden gelezen"),
        (["check", "--passphrase-file", "/nergens"], 2, "kan niet worden gelezen"),
        (["check", "--passphrase-file", ""], 2, "kan niet worden gelezen"),
        (["check", "--passphrase-file", LONG], 2, "kan niet worden gelezen"),
        (["check", "--passphrase-file", "/dev/zero"], 1, "Deze wachtzin past niet"),
        (["check", "--passphrase-file", "/dev/null"], 1, "Deze wachtzin past niet"),
        (["check", "--passphrase-file", "{folder}/latin"], 2, "kan niet worden gelezen"),
        (["prent\x1b[31m"], 2, "Deze opdracht klopt niet"),
        ([LONG], 2, "Deze opdracht klopt niet"),
        (["check", "\udcff"], 2, "Deze opdracht klopt niet"),
    ],
)
def test_a_wrong_argument_ends_in_a_sentence(
    arguments: list[str], code: int, says: str, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (store / "a_file").write_text("a file, not a folder", "utf-8")
    (store / "latin").write_bytes(b"wachtz\xedn\n")
    given = [argument.replace("{folder}", str(store)) for argument in arguments]
    assert run(*options(store), *given) == code
    said = capsys.readouterr()
    assert says in said.err
    assert said.out == ""
    assert raw(said.err) == []
    assert len(said.err) < 2_000
    assert (store / "a_file").read_text("utf-8") == "a file, not a folder"
    assert not (store / "uit").exists()


def test_a_home_in_front_of_where_to_write_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No shell reads it behind `--out=`: the copies would lie in a folder called ~, wherever one is."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    assert run("print", str(DE_WIT), "--out=~/uit", "--person", "sanne") == 0
    assert str(tmp_path / "home" / "uit") in capsys.readouterr().out
    assert (tmp_path / "home" / "uit" / "copies.json").exists()
    assert not (tmp_path / "~").exists()


def test_an_error_that_nobody_expected_is_a_sentence_and_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_arguments: object) -> int:
        raise RuntimeError("Sanne de Wit")

    monkeypatch.setattr(storing, "check", broken)
    assert run("check") == 1
    said = capsys.readouterr().err
    assert said.startswith("Er ging iets mis dat Beraad niet kent.")
    assert "Sanne" not in said


WORDS = (
    *("import", "export", "print", "list", "search", "check", "demo"),
    *("--out", "--person", "--all", "--json", "--new-store", "--version", "--help"),
)
VALUES = (
    "IT-2026-014", "uit", "x.json", ".", "", "-", "--", "~niemand", "\x00", "\x1b", "\udcff", "/dev/null",
    "/dev/full", LONG, "sanne", "a\nb", "\u202e",
)  # fmt: skip


def test_no_chance_combination_of_arguments_leaves_a_traceback(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bounded run through verbs, options and values, right and wrong, in any order."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli, "_window", lambda *_arguments: 0)
    monkeypatch.setattr(cli, "_demo", lambda *_arguments: 0)
    values = [str(DE_WIT), str(store / "passphrase"), *VALUES]
    chance = random.Random(11)
    codes = set()
    for _ in range(150):
        given = [chance.choice(WORDS), *chance.choices([*values, *WORDS], k=chance.randrange(5))]
        if chance.random() < 0.5:
            given += ["--data", chance.choice([str(store / "data"), *values])]
        given += ["--passphrase-file", chance.choice([str(store / "passphrase"), *values])]
        code = run(*given)
        said = capsys.readouterr()
        assert code in (0, 1, 2, 3), given
        assert "Traceback" not in said.err, given
        assert raw(said.out + said.err) == [], given
        assert code == 0 or said.err, given
        codes.add(code)
    assert {0, 1, 2} <= codes


# -- terminals ----------------------------------------------------------------------------------------


def leaking(folder: Path) -> Path:
    """A case with a leak, told with names that few terminals can write."""
    path = folder / "lek.json"
    document = example("haddad")
    for index in range(len(document["people"])):
        name = document["people"][index]["called"]
        document = replaced(document, ("people", index, "called"), f"{name} Şağıroğlu حداد")
    path.write_text(json.dumps(document), "utf-8")
    return path


def program(
    *arguments: str, behind: str = "", variables: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the whole program; `behind` is what a shell puts behind the command."""
    command = [sys.executable, "-m", "beraad", *arguments]
    given = ["bash", "-c", f'"$@" {behind}', "beraad", *command] if behind else command
    # Without a buffer of its own Python has nothing left to write, and to fail at, when it ends.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    environment |= variables or {}
    return subprocess.run(given, capture_output=True, env=environment, stdin=subprocess.DEVNULL, check=False)


@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=["ascii", "C"],
)
def test_a_terminal_that_cannot_write_a_name_escapes_it(variables: dict[str, str], tmp_path: Path) -> None:
    out = tmp_path / "uit"
    done = program("print", str(leaking(tmp_path)), "--out", str(out), variables=variables)
    assert done.returncode == 3
    # Who gets no paper is said on the output, who gets no copy beside it.
    assert rb"\u015ea\u011f\u0131ro\u011flu" in done.stderr
    assert rb"\u015ea\u011f\u0131ro\u011flu" in done.stdout
    assert b"krijgt geen papier" in done.stdout
    assert b"Traceback" not in done.stderr
    assert json.loads((out / "copies.json").read_bytes())["copies"]


@pytest.mark.parametrize(
    "behind",
    [
        ">&-",
        "2>&-",
        ">&- 2>&-",
        "<&- >&- 2>&-",
        "> /dev/full",
        "2> /dev/full",
        "2>&1 > /dev/full | true; exit ${PIPESTATUS[0]}",
        "| true; exit ${PIPESTATUS[0]}",
    ],
)
def test_an_output_that_takes_nothing_leaves_the_exit_code(behind: str, tmp_path: Path) -> None:
    out = tmp_path / "uit"
    done = program("print", str(leaking(tmp_path)), "--out", str(out), behind=behind)
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr
    assert len(json.loads((out / "copies.json").read_bytes())["copies"]) == len(list(out.glob("*.pdf")))


def test_no_file_gets_the_number_of_a_closed_output(tmp_path: Path) -> None:
    """Whatever a library writes on it would stand in that file."""
    code = (
        f"from beraad import terminal; terminal.prepare(); print(open({str(tmp_path / 'x')!r}, 'w').fileno())"
    )
    given = ["bash", "-c", '"$@" <&- 2>&-', "beraad", sys.executable, "-W", "ignore", "-c", code]
    done = subprocess.run(given, capture_output=True, check=True)
    assert int(done.stdout) > 2


def test_the_recovery_code_goes_the_other_way_where_the_output_takes_nothing(tmp_path: Path) -> None:
    (tmp_path / "passphrase").write_text("een lange wachtzin\n", "utf-8")
    done = program("import", str(DE_WIT), *options(tmp_path), behind="> /dev/full")
    assert done.returncode == 0
    assert b"Herstelcode: " in done.stderr


def test_a_reference_cannot_steer_the_terminal(tmp_path: Path, store: Path) -> None:
    path = tmp_path / "zaak.json"
    document = replaced(example(), ("reference",), "IT\u202e\u2066-9")
    path.write_text(json.dumps(document), "utf-8")
    done = program("import", str(path), *options(store))
    assert done.returncode == 0
    assert "Zaak IT\\u202e\\u2066-9 is ingelezen." in done.stdout.decode()
