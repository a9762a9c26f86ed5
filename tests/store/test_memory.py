"""Where keys are in memory, and what is left of them there; and that no crash writes memory to a disk."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from pathlib import Path

import pytest

from beraad import memory
from beraad.memory import LockedMemory, wipe_made
from beraad.store.keys import DataKey
from tests.inside import key_of
from tests.store.samples import make_store, open_store

pytestmark = pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs Linux")
ROOT = Path(__file__).parents[2]


def locked_kilobytes() -> int:
    """What the system says of this process."""
    found = re.search(r"VmLck:\s+(\d+)", Path("/proc/self/status").read_text())
    assert found is not None
    return int(found[1])


def test_a_key_is_locked_in_memory_until_it_is_wiped() -> None:
    before = locked_kilobytes()
    key = DataKey.random()
    assert locked_kilobytes() == before + 4
    key.wipe()
    assert locked_kilobytes() == before


def test_a_wiped_key_is_overwritten_and_opens_no_more() -> None:
    key = DataKey.random()
    page = key._memory._page
    assert page is not None
    seen: list[bytes] = []

    class Watched:
        """What happens to the page."""

        def __len__(self) -> int:
            return len(page)

        def __setitem__(self, place: slice, value: bytes) -> None:
            page[place] = value
            seen.append(bytes(page))

        def close(self) -> None:
            page.close()

    key._memory._page = Watched()  # type: ignore[assignment]
    key.wipe()
    key.wipe()
    assert seen == [bytes(4096)]
    with pytest.raises(ValueError, match="wiped"), key.open():
        pass


def test_the_store_wipes_its_key_when_it_closes(tmp_path: Path) -> None:
    store = make_store(tmp_path / "data")
    key = key_of(store)
    store.close()
    with pytest.raises(ValueError, match="wiped"), key.open():
        pass


def test_where_memory_cannot_be_locked_it_is_logged_and_everything_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(memory, "_lock", lambda _address, _size: False)
    with caplog.at_level(logging.WARNING, "beraad"):
        make_store(tmp_path / "data").close()
        open_store(tmp_path / "data").close()
    assert {record.message for record in caplog.records} == {"memory.not_locked"}
    assert not LockedMemory(32).locked


def test_what_a_library_made_is_overwritten() -> None:
    made = bytes(byte ^ 1 for byte in range(32))
    wipe_made(made)
    assert made == bytes(32)


def test_no_copy_of_the_key_is_left_in_the_process_after_locking(tmp_path: Path) -> None:
    """Unlocked it stands there once: the control of the search."""
    make_store(tmp_path / "data").close()
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.holding_keys", str(tmp_path / "data")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    assert done.stdout.split("\n")[:4] == ["1 0", "0 0", "1 0", "0 0"]


CRASH = """
import os, resource, sys
from beraad.memory import refuse_dumps
_soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
if sys.argv[1] == "refused":
    refuse_dumps()
os.abort()
"""


def _crash(folder: Path, how: str) -> list[Path]:
    subprocess.run(
        [sys.executable, "-c", CRASH, how], cwd=folder, capture_output=True, timeout=300, check=False
    )
    return sorted(folder.glob("core*"))


def _cores_are_files() -> bool:
    import resource  # noqa: PLC0415

    pattern = Path("/proc/sys/kernel/core_pattern").read_text().strip()
    return not pattern.startswith(("|", "/")) and resource.getrlimit(resource.RLIMIT_CORE)[1] != 0


@pytest.mark.skipif(not _cores_are_files(), reason="this computer writes no core files where a test can look")
def test_a_crash_leaves_no_core_file(tmp_path: Path) -> None:
    for how in ("allowed", "refused"):
        (tmp_path / how).mkdir()
    assert len(_crash(tmp_path / "allowed", "allowed")) == 1, "the control: without it there is one"
    assert _crash(tmp_path / "refused", "refused") == []


@pytest.mark.parametrize("start", ["from beraad.cli import main", "from beraad.app import main"])
def test_both_ways_to_start_refuse_dumps(start: str) -> None:
    script = f"""
import resource, sys
{start}
import beraad.app, beraad.cli
beraad.app.run_app = lambda *_args, **_more: 0
try:
    main(["--help"])
except SystemExit:
    pass
print(resource.getrlimit(resource.RLIMIT_CORE), open("/proc/self/coredump_filter").read())
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=300, check=True
    )
    assert done.stdout.split("\n")[-3:] == ["(0, 0) 00000000", "", ""]
