"""`make steady` tells each run, stops at the first that is red, and leaves no loop behind."""

import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "scripts" / "steady.py"
GREEN = "print('7 passed, 1 skipped in 0.25s'); print('== 2 passed in 1.02s (0:00:01) ==')"
SECOND_IS_RED = (
    "import pathlib; f = pathlib.Path('seen'); again = f.exists(); f.touch();"
    "print('1 failed in 0.10s' if again else '1 passed in 0.10s'); raise SystemExit(again)"
)

FOR_EVER = (
    "import os, pathlib, time; mother = os.getppid(); pathlib.Path('begun').touch()\n"
    "while os.getppid() == mother: time.sleep(0.05)"
)


def start(folder: Path, code: str, times: int) -> subprocess.Popen[str]:
    """The script, in a folder, with a suite of one line."""
    wished = ["--times", str(times), "--loops", "1", "--kept", str(folder / "kept")]
    return subprocess.Popen(
        [sys.executable, str(SCRIPT), *wished, "--", sys.executable, "-uc", code],
        stdout=subprocess.PIPE,
        text=True,
        cwd=folder,
    )


def test_each_run_is_told_with_what_both_halves_counted(tmp_path: Path) -> None:
    with start(tmp_path, GREEN, 2) as script:
        told, _ = script.communicate()
    assert script.returncode == 0
    assert [line.partition(": ")[0] for line in told.splitlines()] == ["1 of 2", "2 of 2"]
    assert all(line.endswith(" s: 7 passed, 1 skipped; 2 passed") for line in told.splitlines())


def test_it_stops_at_the_first_red_run(tmp_path: Path) -> None:
    with start(tmp_path, SECOND_IS_RED, 3) as script:
        told, _ = script.communicate()
    assert script.returncode == 1
    assert "2 of 3: RED" in told
    assert "3 of 3" not in told


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_no_loop_outlives_it(how: signal.Signals, tmp_path: Path) -> None:
    with start(tmp_path, FOR_EVER, 1) as script:
        while not (tmp_path / "begun").exists():
            assert script.poll() is None
            threading.Event().wait(0.01)
        script.send_signal(how)
        # The loop has the same output: it is read to its end when nobody can write to it any more.
        script.communicate(timeout=60)
    assert script.returncode != 0
