"""Each command loads its own rooms and no more: a window waits for what it loads (benchmarks/startup.py)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from beraad import assets

DE_WIT = str(assets.example_case("de-wit"))

LOADED = """
import sys
from beraad.cli import main
code = main(sys.argv[1:])
print("modules", *sys.modules)
sys.exit(code)
"""

BEHIND_THE_LOCK = {
    "sqlalchemy",
    "sqlmodel",
    "pydantic",
    "alembic",
    "sqlcipher3",
    "reportlab",
    "babel",
    "argon2",
    "cryptography",
    "decimal",
    "platformdirs",
    "beraad.models",
    "beraad.disclosure",
    "beraad.exchange",
    "beraad.export",
    "beraad.services.cases",
    "beraad.services.meeting",
    "beraad.services.printing",
    "beraad.store.store",
    "beraad.ui.unlocked_pages",
    "beraad.ui.console",
    "beraad.ui.meeting",
    "beraad.ui.printing",
    "beraad.ui.projector",
    "beraad.ui.steps",
}
"""What is loaded while somebody types the passphrase, and not before the window stands."""


def loaded(*arguments: str) -> set[str]:
    """Every module of a process that ran this command."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split()[1:])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The options for a store with one case."""
    folder = tmp_path_factory.mktemp("store")
    (folder / "passphrase").write_text("een lange wachtzin\n", "utf-8")
    given = ["--data", str(folder / "data"), "--passphrase-file", str(folder / "passphrase")]
    loaded("import", DE_WIT, *given)
    return given


def test_the_window_stands_before_anything_behind_the_lock_is_loaded(
    store: list[str], tmp_path: Path
) -> None:
    for data in (store[1], str(tmp_path)):
        assert loaded("--data", data, "--until-shown") & BEHIND_THE_LOCK == set()


def test_what_the_window_leaves_out_would_be_seen(store: list[str]) -> None:
    """The control: where the passphrase is given along, the store is opened before the window."""
    found = loaded(*store, "--until-shown") & BEHIND_THE_LOCK
    assert {"sqlcipher3", "beraad.models", "beraad.store.store", "beraad.ui.unlocked_pages"} <= found


@pytest.mark.parametrize(
    ("verb", "not_needed"),
    [
        (["--version"], {"PySide6", "sqlalchemy", "reportlab", "babel", "beraad.store", "beraad.models"}),
        (["check"], {"PySide6", "reportlab", "beraad.export", "beraad.app"}),
        (["export", "IT-2026-014", "--out", "/dev/null/x"], {"PySide6", "reportlab", "beraad.export"}),
    ],
    ids=["version", "check", "export"],
)
def test_a_command_loads_no_room_of_another(verb: list[str], not_needed: set[str], store: list[str]) -> None:
    program = LOADED.replace("sys.exit(code)", "")
    done = subprocess.run(
        [sys.executable, "-c", program, *verb, *store], capture_output=True, text=True, check=True
    )
    assert set(done.stdout.splitlines()[-1].split()) & not_needed == set()


IN_SLICES = """
import linecache, sys
from beraad import app
from beraad.settings import Settings
from beraad.ui.work import Progress
app.make_application(Settings())
if sys.argv[1] == "kept":
    linecache.clearcache = lambda: None
app._load(Progress(lambda *_step: None))
print(len(linecache.cache), "beraad.ui.unlocked_pages" in sys.modules)
"""


@pytest.mark.parametrize(("how", "few"), [("emptied", True), ("kept", False)])
def test_the_source_of_what_is_loaded_beside_the_window_is_not_kept(how: str, few: bool) -> None:
    """PySide6 has it read; the control is without emptying it."""
    done = subprocess.run(
        [sys.executable, "-c", IN_SLICES, how],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    sources, loaded = done.stdout.split()
    assert (int(sources) < 50) is few
    assert loaded == "True"
