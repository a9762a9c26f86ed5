"""A copy on disk: all of it or nothing, under a name without names."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path

import pytest

from beraad.export.files import file_name, write_whole
from tests.export import samples


def test_a_file_is_named_by_reference_number_of_the_person_and_date() -> None:
    assert file_name(samples.de_wit(samples.ANS)) == "IT-2026-014-4-2026-10-05.pdf"


def test_the_full_plan_is_named_plan() -> None:
    assert file_name(samples.de_wit()) == "IT-2026-014-plan-2026-10-05.pdf"


@pytest.mark.parametrize("reference", ["../../etc/passwd", "a/b\\c:d*?", "", "..", "Fam. <Jansen>\n"])
def test_a_reference_cannot_lead_out_of_the_folder(reference: str, tmp_path: Path) -> None:
    name = file_name(dataclasses.replace(samples.de_wit(), reference=reference))
    assert (tmp_path / name).parent == tmp_path
    assert set(name) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.")
    assert not name.startswith((".", "-"))


def test_a_copy_is_written_and_an_older_one_replaced(tmp_path: Path) -> None:
    path = tmp_path / "copy.pdf"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="rights are set otherwise there")
def test_only_its_owner_may_read_a_copy(tmp_path: Path) -> None:
    write_whole(tmp_path / "copy.pdf", b"x")
    assert (tmp_path / "copy.pdf").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failing_disk_leaves_the_old_copy_and_nothing_else(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "copy.pdf"
    write_whole(path, b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
