"""The user's few choices."""

import json
from pathlib import Path

import pytest

from beraad import settings
from beraad.settings import Settings

EPSON = ("Epson", "EB-X49", "X8AB", "HDMI-1")


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    chosen = Settings(
        "en",
        "dark",
        text_size=150,
        window="AdnQywAD",
        wall_screen=EPSON,
        wall_turns=True,
    )
    assert settings.save(chosen, tmp_path / "new/settings.json")
    assert settings.load(tmp_path / "new/settings.json") == chosen


def test_without_a_file_everything_is_as_it_comes(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "settings.json") == Settings()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"7",
        b"[" * 100_000,
        b'{"language": ["nl"], "theme": {}, "text_size": 7, "window": 7, "wall_screen": 7}',
        b'{"wall_turns": 1}',
        b'{"window": "\\ud800"}',
    ],
    ids=[
        "empty",
        "cut off",
        "a list",
        "not text",
        "a number",
        "nested",
        "wrong types",
        "no truth",
        "half a character",
    ],
)
def test_a_damaged_file_never_stops_the_program(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert settings.load(path) == Settings()


@pytest.mark.parametrize("screen", [[], ["HDMI-1"], ["", "", "", 7], ["x" * 201, "", "", ""], {"a": 1}])
def test_a_screen_that_makes_no_sense_is_not_taken(tmp_path: Path, screen: object) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"theme": "dark", "wall_screen": screen}))
    assert settings.load(path) == Settings(theme="dark")


def test_one_bad_value_does_not_lose_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"language": "tlh", "theme": "dark", "from a newer version": 1}))
    assert settings.load(path) == Settings(theme="dark")


def test_a_disk_that_will_not_take_them_is_told_and_not_raised(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert not settings.save(Settings(), tmp_path / "file/settings.json")
