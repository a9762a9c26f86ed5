"""Tests use what a user sees: they reach into private names only where nothing public tells the same."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]

MUST: dict[str, dict[str, int]] = {
    "a name of Python or of the ORM, that looks private and is documented": {
        "committing.py": 1,
        "fields_made.py": 1,
        "forking.py": 1,
        "importing.py": 1,
        "conftest.py": 1,
        "test_reading_only.py": 1,
        "test_rows.py": 1,
        "test_schema.py": 2,
    },
    "rows, undo list and database under a service: no view tells what is hidden or in memory": {
        "conftest.py": 2,
        "inside.py": 8,
        "samples.py": 1,
        "test_case_undo.py": 2,
        "test_scans.py": 2,
        "test_showing.py": 1,
        "test_standing_aside.py": 3,
        "test_steps.py": 2,
        "test_undo.py": 2,
        "test_search.py": 1,
        "test_traces.py": 1,
    },
    "keys of the store and where they lie: nothing public gives them out": {
        "test_backup_later.py": 1,
        "test_memory.py": 2,
        "test_recovery_again.py": 1,
    },
    "fixtures that nobody asks for by name, of which a second folder has need": {"conftest.py": 1},
    "migrations as Alembic finds them": {"test_migrations.py": 6},
    "a failure or a delay, put where it would happen: nothing public fails on request": {
        "test_backup.py": 2,
        "slow_jobs.py": 4,
        "test_backup_later.py": 2,
        "test_clipboard.py": 3,
        "test_cli_wrong.py": 2,
        "test_hands_off.py": 1,
        "test_keys.py": 1,
        "test_locking.py": 2,
        "test_memory.py": 1,
        "test_read_aloud.py": 1,
        "test_recovery_again.py": 4,
        "test_swapped.py": 2,
        "test_sentence.py": 1,
        "test_unexpected.py": 2,
        "test_unlock_checks.py": 2,
        "program.py": 1,
        "test_the_wall.py": 1,
    },
    "a limit that is made small, so that a test need not wait or be large": {
        "test_files.py": 1,
        "test_fit.py": 1,
        "test_moves.py": 1,
        "test_reading.py": 1,
        "test_case_file.py": 1,
        "test_errors.py": 1,
        "test_when_released.py": 3,
        "test_work.py": 2,
    },
    "lines, sizes and colours as they are laid out: a picture tells less": {
        "cut_words.py": 1,
        "driving.py": 1,
        "test_fit.py": 2,
        "test_fitting.py": 1,
        "test_letters.py": 1,
        "test_no_colour_alone.py": 2,
        "test_pages.py": 3,
        "test_print.py": 1,
        "test_signing.py": 2,
    },
    "the computer, that a test stands in for: its dumps, a bus, an X server, a compositor": {
        "conftest.py": 1,
        "test_cables.py": 9,
        "test_sleep_notice.py": 2,
        "test_window_manager.py": 1,
        "test_wall_stand.py": 5,
        "test_words_in_memory.py": 1,
        "test_window_place.py": 1,
    },
    "a cache that is emptied, as at a start": {"test_inputs.py": 2, "test_languages.py": 2},
    "what a window may not hold any more, or not show yet": {
        "being_handed_over.py": 2,
        "test_case_list.py": 1,
        "test_case_search.py": 2,
        "test_ends_on_a_cover.py": 1,
        "test_held_back.py": 1,
        "test_spelling.py": 3,
        "test_undoing.py": 2,
    },
}
"""Most lines that reach inside, by name of the file (it may move), under why nothing public will do."""

SETS = ("getattr", "setattr", "hasattr", "delattr", "object")
"""Functions that name an attribute in their second argument; `object` is `mock.patch.object`."""


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name != "_"


def _is_own(node: ast.expr) -> bool:
    """Return True for `self`, `cls` and `super()`: a class may use what is its own."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "super"
    return isinstance(node, ast.Name) and node.id in ("self", "cls")


def _private_in(node: ast.AST) -> str:
    """Return the private name that a node takes from something else; empty if it takes none."""
    match node:
        case ast.Attribute():
            return node.attr if _is_private(node.attr) and not _is_own(node.value) else ""
        case ast.Call(args=[_, ast.Constant(value=str() as name), *_]):
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            return name if called in SETS and _is_private(name) else ""
        case ast.ImportFrom():
            return next((item.name for item in node.names if _is_private(item.name)), "")
    return ""


def _reaching(text: str) -> dict[int, str]:
    """Return the lines that reach for a private name of something else, with that name."""
    found = ((node, _private_in(node)) for node in ast.walk(ast.parse(text)))
    return {node.lineno: name for node, name in found if name and isinstance(node, ast.expr | ast.stmt)}


def _reaches() -> Iterator[tuple[str, str]]:
    """Yield the name of the file and what stands there, for each line of the tests that reaches inside."""
    for path in sorted(TESTS.rglob("*.py")):
        for line, name in sorted(_reaching(path.read_text("utf-8")).items()):
            yield path.name, f"{path.relative_to(TESTS)}:{line}: {name}"


def _over(reaches: list[tuple[str, str]], allowed: Counter[str]) -> list[str]:
    """Return what stands in files that reach inside more often than they must."""
    times = Counter(name for name, _where in reaches)
    return [where for name, where in reaches if times[name] > allowed[name]]


def _allowed() -> Counter[str]:
    return sum((Counter(files) for files in MUST.values()), Counter[str]())


def test_no_test_reaches_inside_more_often_than_it_must() -> None:
    """Look for the words, the accessible name or the signal first: `tests/ui/driving.py` finds them."""
    assert _over(list(_reaches()), _allowed()) == []


def test_nothing_is_allowed_that_is_not_needed_any_more() -> None:
    times = Counter(name for name, _where in _reaches())
    assert {name: most for name, most in _allowed().items() if most > times[name]} == {}


def test_one_line_more_is_noticed() -> None:
    reaches = [*_reaches(), ("inside.py", "inside.py:99: _work"), ("test_new.py", "test_new.py:1: _field")]
    found = _over(reaches, _allowed())
    assert "test_new.py:1: _field" in found
    assert "inside.py:99: _work" in found


@pytest.mark.parametrize(
    "text",
    [
        "page._clock.timeout.emit()",
        "texts = [item._text for item in rows]",
        "getattr(form, '_field').setFocus()",
        "monkeypatch.setattr(wall, '_turn', None)",
        "mock.patch.object(WallPlacement, '_look').start()",
        "from beraad.ui.steps.shared.last_time import _Row",
        "row().first._button.click()",
        "form._which.setCurrentIndex(form._which.findData(1))",
    ],
)
def test_a_line_that_reaches_inside_is_counted_once(text: str) -> None:
    assert len(_reaching(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "self._page.go_to(Step.SCALE)",
        "super()._grab(widget, name)",
        "page.clock.timeout.emit()",
        "_helper(page)",
        "i18n._('Zorgen')",
        "self.__dict__",
        "setattr(row, 'text', '_')",
    ],
)
def test_what_is_ones_own_or_public_is_not_counted(text: str) -> None:
    assert _reaching(text) == {}
