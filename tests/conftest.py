"""What every test starts with: Dutch, an empty home, and no Qt where none is needed."""

import importlib.abc
import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

import hypothesis
import pytest
from sqlalchemy import Connection, Engine, event

from beraad import i18n, logs, memory

T = TypeVar("T")

WITH_WINDOWS = ("ui", "stories")

# No test is timed, nor what makes its examples: on a busy computer all of it is slow.
UNTIMED: dict[str, Any] = {"deadline": None, "suppress_health_check": [hypothesis.HealthCheck.too_slow]}
hypothesis.settings.register_profile("every day", **UNTIMED, max_examples=60)
hypothesis.settings.register_profile("long", **UNTIMED, max_examples=2_000)
hypothesis.settings.load_profile("every day")


class NoQt(importlib.abc.MetaPathFinder):
    """Stands before every other finder and says that there is no PySide6."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Refuse Qt, leave the rest to the others."""
        if fullname.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(f"{fullname} is not to be had in this run", name=fullname)
        return None


def pytest_addoption(parser: pytest.Parser) -> None:
    """Two ways to choose: all but the windows, with PySide6 not importable; and the long loops alone."""
    parser.addoption("--without-qt", action="store_true", help="PySide6 cannot be imported; no window tests")
    parser.addoption("--long", action="store_true", help="run the tests marked long, and only those")


def pytest_configure(config: pytest.Config) -> None:
    """Take Qt away before anything is collected, or at least off the desktop."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if config.getoption("--without-qt"):
        sys.meta_path.insert(0, NoQt())
    if config.getoption("--long"):
        hypothesis.settings.load_profile("long")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The windows are tested in the other half."""
    tests = Path(__file__).parent
    if config.getoption("--without-qt") and collection_path.parent == tests:
        return collection_path.name in WITH_WINDOWS or None
    return None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Long loops run when they are asked for, and then alone. What takes a minute begins first."""
    wanted = bool(config.getoption("--long"))
    left_out = [item for item in items if (item.get_closest_marker("long") is not None) != wanted]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if (item.get_closest_marker("long") is not None) == wanted]
    workers = getattr(config, "workerinput", {}).get("workercount", 1)
    items[:] = begun_first(items, lambda item: item.get_closest_marker("first") is not None, workers)


def begun_first(items: list[T], is_first: Callable[[T], bool], workers: int) -> list[T]:
    """The same items, each worker's share with some of the first ones in front, else in their order.

    pytest-xdist gives each worker a stretch of the list, and what is left of one to who has done all. All
    would wait for a long test that somebody comes to at the end.
    """
    first, rest = [item for item in items if is_first(item)], [item for item in items if not is_first(item)]
    ordered: list[T] = []
    for worker in range(workers):
        share = first[worker::workers]
        others = (len(items) - len(ordered)) // (workers - worker) - len(share)
        ordered += share + rest[: max(0, others)]
        del rest[: max(0, others)]
    return ordered + rest


@pytest.fixture(autouse=True, scope="session")
def _dumps_stay_possible() -> Iterator[None]:
    """Commands run in this process too; whether they refuse dumps is tested in processes of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(memory, "_no_dumps", lambda: None)
        yield


@pytest.fixture(autouse=True, scope="session")
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test finds, or touches, what the person at this computer keeps."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as monkeypatch:
        for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            monkeypatch.setenv(variable, str(home / variable.lower()))
        yield


@pytest.fixture(autouse=True, scope="session")
def _compiled_once() -> Iterator[None]:
    """A store that a test opens has no statement compiled that was compiled for one before it.

    SQLAlchemy remembers them for each engine apart, and compiling is most of what a small test costs.
    """
    statements = Statements()

    def share(connection: Connection) -> None:
        connection.execution_options(compiled_cache=statements)

    event.listen(Engine, "engine_connect", share)
    yield
    event.remove(Engine, "engine_connect", share)


class Statements(dict[tuple[Any, ...], Any]):
    """Compiled statements; those of one engine are as good for another, which is made in the same way."""

    def get(self, key: tuple[Any, ...], default: Any = None) -> Any:
        """The statement, for whichever dialect of the same kind it was compiled."""
        return super().get((type(key[0]), *key[1:]), default)

    def __setitem__(self, key: tuple[Any, ...], compiled: Any) -> None:
        """Remember it for every dialect of that kind."""
        super().__setitem__((type(key[0]), *key[1:]), compiled)


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    """Language, log and hooks are put back after each test."""
    hooks = sys.excepthook, threading.excepthook, logging.raiseExceptions
    yield
    i18n.set_language("nl")
    logs.stop()
    sys.excepthook, threading.excepthook, logging.raiseExceptions = hooks


@pytest.fixture(autouse=True)
def _no_mistake_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a window catches to stay safe is a mistake all the same: the test fails, unless it made it."""
    seen = _Errors()
    windows = logging.getLogger("beraad.ui")
    windows.addHandler(seen)
    yield
    windows.removeHandler(seen)
    if "errors_expected" not in request.fixturenames:
        assert seen.told == []


@pytest.fixture
def qtbot(request: pytest.FixtureRequest) -> object:
    """The one of pytest-qt, which waits longer."""
    request.getfixturevalue("_window_manager")
    # Only here: half of the suite runs where Qt cannot be imported.
    return import_module("tests.patience").PatientBot(request)


@pytest.fixture(scope="session")
def _window_manager(qapp: object) -> object:
    """Window manager that gives the keyboard back when a dialog closes."""
    return import_module("tests.window_manager").WindowManager(qapp)


@pytest.fixture
def errors_expected() -> None:
    """This test makes a mistake on purpose."""


class _Errors(logging.Handler):
    """Notes every error that is logged."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Note it, with where it came from."""
        self.told.append(logging.Formatter().format(record))
