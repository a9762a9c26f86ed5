"""The rooms and the rules between them (docs/architecture.md), checked, and each check seen to fail once."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import grimp
import pytest

CHECKOUT = Path(__file__).parents[2]
PACKAGE = CHECKOUT / "src" / "beraad"
CONTRACTS = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
    "contracts"
]

FAULTS = {
    "the vocabulary knows a room": ("layers", {"terms.py": "from beraad import paths"}),
    "a room without a place": ("layers", {"helpers.py": ""}),
    "two neighbours know each other": ("layers", {"export/__init__.py": "import beraad.exchange"}),
    "a window knows the example meeting": ("layers", {"ui/__init__.py": "import beraad.demo"}),
    "Qt in a service": ("qt", {"services/__init__.py": "from PySide6 import QtCore"}),
    "ReportLab outside export.pdf": ("reportlab", {"export/__init__.py": "from reportlab.lib import units"}),
    "the driver outside the store": ("driver", {"services/__init__.py": "import sqlcipher3"}),
    "the driver elsewhere in the store": ("driver", {"store/unit_of_work.py": "import sqlcipher3"}),
    "SQL in a service": ("tables", {"services/__init__.py": "from sqlmodel import select"}),
    "a window reads rows": ("windows", {"ui/__init__.py": "from beraad import models"}),
    "a window opens the store": ("windows", {"ui/__init__.py": "import beraad.store"}),
    "the wall reaches a service by a detour": (
        "wall",
        {
            "ui/detour.py": "import beraad.services",
            "ui/projector/__init__.py": "from beraad.ui import detour",
        },
    ),
    "the signing screen reaches a case": ("wall", {"ui/signing/__init__.py": "import beraad.models"}),
    "the screen for a number reaches a case": (
        "wall",
        {"ui/scoring/__init__.py": "import beraad.services.meeting"},
    ),
    "a document on screen reaches a case": (
        "wall",
        {"ui/document_view/__init__.py": "import beraad.services.meeting"},
    ),
    "the place of the wall reaches a case": (
        "wall",
        {"ui/screens/__init__.py": "import beraad.services.meeting"},
    ),
    "a view knows the door": ("views", {"disclosure/views.py": "from beraad.disclosure import disclose"}),
    "paper reads rows": ("paper", {"export/__init__.py": "from beraad.models import case"}),
    "a model speaks": ("language", {"models/__init__.py": "from beraad.i18n import _"}),
    "one step knows another": (
        "steps",
        {"ui/steps/welcome/page.py": "from beraad.ui.steps.scale import scale_examples"},
    ),
    "what steps share knows a step": (
        "steps",
        {"ui/steps/shared/people.py": "from beraad.ui.steps.scale import scale_examples"},
    ),
    "more of a step than its page knows its sub-page": (
        "steps",
        {"ui/steps/agreements/recurrence.py": "from beraad.ui.steps.emergency import number_words"},
    ),
    "a bar of the console knows the whole of it": (
        "console",
        {"ui/console/bars/__init__.py": "from beraad.ui.console import navigation"},
    ),
    "two modules know each other": (
        "cycles",
        {"paths.py": "from beraad import assets", "assets.py": "from beraad import paths"},
    ),
}


def _lint(source: Path, cache: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the package in `source`, with the contracts of this checkout."""
    options = [option for contract in contracts for option in ("--contract", contract)]
    program = (
        f"import sys; sys.path.insert(0, {str(source)!r}); from importlinter.cli import lint_imports_command"
    )
    return subprocess.run(
        [
            sys.executable,
            "-c",
            f"{program}; lint_imports_command()",
            "--no-logo",
            "--cache-dir",
            str(cache),
            "--config",
            str(CHECKOUT / "pyproject.toml"),
            *options,
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=source,
        env={**os.environ, "COLUMNS": "200", "NO_COLOR": "1"},
    )


def test_every_rule_between_rooms_holds(tmp_path: Path) -> None:
    outcome = _lint(PACKAGE.parent, tmp_path)
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in outcome.stdout, outcome.stdout + outcome.stderr


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_rule_is_seen(fault: str, tmp_path: Path) -> None:
    """A copy of the package with one forbidden import in it."""
    contract, lines = FAULTS[fault]
    shutil.copytree(PACKAGE, tmp_path / "beraad", ignore=shutil.ignore_patterns("__pycache__"))
    for name, line in lines.items():
        module = tmp_path / "beraad" / name
        before = module.read_text("utf-8") if module.exists() else ""
        module.write_text(f"{before}\n{line}\n", "utf-8")
    outcome = _lint(tmp_path, tmp_path / "cache", contract)
    assert "Contracts: 0 kept, 1 broken." in outcome.stdout, outcome.stdout + outcome.stderr


def test_every_rule_has_been_seen_to_fail() -> None:
    assert {contract for contract, _ in FAULTS.values()} == {contract["id"] for contract in CONTRACTS}


DIALECT = re.compile(r"\b(pragma|sqlite_\w+|sqlite:|fts5|rowid|cipher_\w+|user_version)\b", re.IGNORECASE)
"""Words that only SQLite and SQLCipher understand."""


def _dialect_in(source: str) -> list[str]:
    """The texts of a module, but for its docstrings, in which such a word stands."""
    tree = ast.parse(source)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in told)
    return [text.value for text in texts if isinstance(text.value, str) and DIALECT.search(text.value)]


def test_no_module_outside_its_folder_speaks_the_dialect_of_sqlite() -> None:
    outside = (path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE / "store" / "sqlite")
    assert {str(path): found for path in outside if (found := _dialect_in(path.read_text("utf-8")))} == {}


def test_the_dialect_of_sqlite_would_be_seen() -> None:
    """The control: a statement, and the folder where it belongs."""
    assert _dialect_in('"""Told of PRAGMA."""\nrun("PRAGMA user_version")') == ["PRAGMA user_version"]
    inside = (PACKAGE / "store" / "sqlite").glob("*.py")
    assert len([path for path in inside if _dialect_in(path.read_text("utf-8"))]) >= 5


def _loaded_with(name: str, graph: grimp.ImportGraph) -> set[str]:
    """Every module of ours that Python loads to import `name`; a package on the way loads what it imports."""
    loaded: set[str] = set()
    waiting = {name}
    while waiting:
        module = waiting.pop()
        loaded.add(module)
        parent = module.rpartition(".")[0]
        waiting |= (
            graph.find_modules_directly_imported_by(module) | ({parent} if parent else set())
        ) - loaded
    return loaded


def _rooms(modules: set[str]) -> set[str]:
    return {module.split(".")[1] for module in modules if "." in module}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("beraad", cache_dir=None)


@pytest.mark.parametrize("room", ["projector", "screens", "signing", "scoring", "document_view"])
def test_the_wall_and_the_signing_screen_do_not_even_load_a_case(room: str, graph: grimp.ImportGraph) -> None:
    """A contract sees what a module imports; this sees what its packages pull in besides."""
    name = f"beraad.ui.{room}"
    modules = {name, *graph.find_descendants(name)}
    loaded = set().union(*(_loaded_with(module, graph) for module in modules))
    assert _rooms(loaded) & {"models", "store", "services", "exchange", "demo", "app", "cli"} == set()


def test_loading_a_case_would_be_seen(graph: grimp.ImportGraph) -> None:
    assert "models" in _rooms(_loaded_with("beraad.store.repositories", graph))


def _imported(tree: ast.Module) -> set[str]:
    """Every name that comes in by `from … import name`, as `package.name`."""
    return {
        f"{node.module.partition('.')[0]}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }


SESSIONS = {
    f"{package}.{name}"
    for package in ("sqlmodel", "sqlalchemy")
    for name in ("Session", "sessionmaker", "scoped_session", "Engine", "create_engine", "select")
}


def test_only_the_store_opens_a_session() -> None:
    """Models declare tables and the exchange reads their shape; import-linter cannot tell names apart."""
    found = {
        f"{path.relative_to(PACKAGE)}: {name}"
        for path in PACKAGE.rglob("*.py")
        if path.relative_to(PACKAGE).parts[0] != "store"
        for name in _imported(ast.parse(path.read_text("utf-8"))) & SESSIONS
    }
    assert found == set()


def test_a_session_elsewhere_would_be_seen() -> None:
    assert _imported(ast.parse("from sqlmodel import Session")) & SESSIONS


WITHOUT_QT = """
import importlib, importlib.abc, pkgutil, sys

class NoQt(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, NoQt())
import beraad
for module in pkgutil.walk_packages(beraad.__path__, "beraad."):
    room = module.name.split(".")[1]
    if room not in ("ui", "demo", "app", "__main__") and ".migrations." not in module.name:
        importlib.import_module(module.name)
        print(module.name)
try:
    import PySide6
except ModuleNotFoundError:
    print("no Qt")
"""


def test_everything_but_the_windows_works_on_a_computer_without_qt() -> None:
    """Each module is imported where PySide6 cannot be; Alembic alone can import a migration."""
    outcome = subprocess.run(
        [sys.executable, "-W", "error", "-c", WITHOUT_QT], capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 0, outcome.stderr
    imported = outcome.stdout.splitlines()
    assert {"beraad.terms", "beraad.store", "beraad.disclosure.views", "no Qt"} <= set(imported)
