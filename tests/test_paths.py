"""Where things are kept, and how a file is replaced."""

import os
import stat
import sys
from pathlib import Path

import pytest

from beraad.paths import Folders, replace_file


def test_everything_is_in_the_folder_that_was_asked_for(tmp_path: Path) -> None:
    folders = Folders.find(tmp_path / "stick")
    assert (folders.data, folders.settings, folders.logs) == (
        tmp_path / "stick",
        tmp_path / "stick",
        tmp_path / "stick/logs",
    )


def test_looking_for_the_folders_makes_none(tmp_path: Path) -> None:
    Folders.find(tmp_path / "stick")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="other platforms have no such variable")
def test_the_platform_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert Folders.find() == Folders(data=tmp_path / "data/beraad", settings=tmp_path / "config/beraad")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_nobody_else_may_look_into_the_folders(tmp_path: Path) -> None:
    folders = Folders.find(tmp_path / "stick")
    folders.make()
    assert stat.S_IMODE(folders.data.stat().st_mode) == 0o700


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "plan"
    target.write_bytes(b"old")
    replace_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "plan"
    target.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace_file(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
