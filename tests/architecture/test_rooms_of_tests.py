"""Tests of the windows stand in the room of what they test."""

from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
OF_ALL_WINDOWS = Path("everywhere")


def _without_a_room(tests: Path, package: Path) -> set[Path]:
    """Folders with tests for which the package has no folder of that name."""
    folders = {test.parent.relative_to(tests) for test in tests.rglob("test_*.py")}
    return {folder for folder in folders if not any((package / folder).glob("*.py"))}


def test_each_folder_of_window_tests_is_a_room_of_the_windows() -> None:
    tests, package = CHECKOUT / "tests" / "ui", CHECKOUT / "src" / "beraad" / "ui"
    assert _without_a_room(tests, package) == {OF_ALL_WINDOWS}


def test_a_folder_without_a_room_is_seen(tmp_path: Path) -> None:
    for name in ("tests/shell/test_one.py", "tests/wall/test_two.py", "package/wall/__init__.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert _without_a_room(tmp_path / "tests", tmp_path / "package") == {Path("shell")}
