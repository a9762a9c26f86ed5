"""The log: what and when, never whom."""

import logging
import sys
import threading
from pathlib import Path

import pytest

from beraad import logs

SECRET = "Lindestraat 14"


def _written(folder: Path) -> str:
    return (folder / "beraad.log").read_text("utf-8")


def test_our_own_codes_and_their_numbers_are_written(tmp_path: Path) -> None:
    logs.start(tmp_path)
    logging.getLogger("beraad.store").info("backup.made %d", 12)
    assert "INFO beraad.store backup.made 12" in _written(tmp_path)


@pytest.mark.parametrize(
    ("name", "message", "values"),
    [
        ("beraad.store", f"She lives in {SECRET}", ()),
        ("beraad.store", "case.opened %s", (SECRET,)),
        ("beraad.store", "case.opened %(where)s", ({"where": SECRET},)),
        ("beraad.store", f"case.opened {SECRET}", ()),
        ("beraadslaging", "case.opened %d", (1,)),
        ("sqlalchemy.engine", "INSERT %s", (SECRET,)),
    ],
)
def test_anything_else_is_left_out(
    tmp_path: Path, name: str, message: str, values: tuple[object, ...]
) -> None:
    logs.start(tmp_path)
    logging.getLogger(name).warning(message, *values)
    written = _written(tmp_path)
    assert SECRET not in written
    assert f"{name} text.left_out line" in written


def test_an_exception_leaves_its_type_and_place_but_not_its_text(tmp_path: Path) -> None:
    logs.start(tmp_path)
    try:
        raise ValueError(SECRET)
    except ValueError:
        logging.getLogger("beraad.store").exception("store.failed")
    written = _written(tmp_path)
    assert SECRET not in written
    assert "ValueError" in written
    assert "test_logs.py:" in written


def test_an_uncaught_exception_shows_its_text_nowhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.start(tmp_path)
    error = ValueError(SECRET)
    sys.excepthook(ValueError, error, None)
    shown = capsys.readouterr().err
    assert "program.uncaught" in _written(tmp_path)
    assert SECRET not in _written(tmp_path) + shown
    assert shown == "beraad: ValueError\n"


def test_an_uncaught_exception_in_a_thread_is_logged_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.start(tmp_path)
    threading.excepthook(threading.ExceptHookArgs((ValueError, ValueError(SECRET), None, None)))
    assert "program.uncaught" in _written(tmp_path)
    assert SECRET not in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_does_not_stop_the_program(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    logs.start(tmp_path / "file")
    logging.getLogger("beraad.store").warning("store.failed")
    assert capsys.readouterr().err == ""


def test_starting_twice_writes_every_line_once(tmp_path: Path) -> None:
    logs.start(tmp_path)
    logs.start(tmp_path)
    logging.getLogger("beraad.store").info("store.opened")
    assert _written(tmp_path).count("store.opened") == 1
