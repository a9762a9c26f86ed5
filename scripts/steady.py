"""Runs a suite many times in a row beside busy loops, and stops at the first run that is not green.

`steady.py --times 10 --loops 4 -- make test`. A line a run tells its time and its counts; all that a run said
is kept in `build/steady`, with each test by its name. Ends with 1 when a run failed. The loops end with this
program, however it ends.
"""

import argparse
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

KEPT = Path(__file__).resolve().parents[1] / "build" / "steady"

# Nobody has to end it: it looks whether whoever started it is still there.
LOOP = """
import os, sys
while os.getppid() == int(sys.argv[1]):
    for _ in range(1_000_000):
        pass
"""

SUMMARY = re.compile(r"^(?:=+ )?(\d+ \w+(?:, \d+ \w+)*) in [\d.]+s\b", re.MULTILINE)
"""The last line of a run of pytest; the suite has one for each of its halves."""

SHOWN = 60
"""Lines at the end of a red run that are shown."""


@contextmanager
def ended(command: list[str], output: int | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """A program that is ended with all that it started.

    It stays in this session: Linux gives each session an equal share of the processors, and four loops with
    sessions of their own would leave the suite a fifth, however many processes it has.
    """
    told = os.environ | {"PYTEST_ADDOPTS": "-vv"}
    program = subprocess.Popen(command, stdout=output, stderr=output, process_group=0, env=told)
    try:
        yield program
    finally:
        with suppress(ProcessLookupError):
            os.killpg(program.pid, signal.SIGKILL)
        program.wait()


def run(command: list[str], file: Path) -> tuple[int, str]:
    """The exit code of one run, and what it counted."""
    with file.open("wb") as said, ended(command, said.fileno()) as program:
        code = program.wait()
    counts = "; ".join(SUMMARY.findall(file.read_text(errors="replace")))
    return code, counts or "nothing counted"


def all_green(command: list[str], times: int, kept: Path) -> bool:
    """Whether that many runs were green; none follows a red one."""
    kept.mkdir(parents=True, exist_ok=True)
    for number in range(1, times + 1):
        file, begun = kept / f"{number}.txt", time.monotonic()
        code, counts = run(command, file)
        colour = "green" if code == 0 else "RED"
        print(f"{number} of {times}: {colour} in {time.monotonic() - begun:.0f} s: {counts}", flush=True)
        if code != 0:
            print("\n".join(file.read_text(errors="replace").splitlines()[-SHOWN:]))
            print(f"All of it: {file}", flush=True)
            return False
    return True


def main() -> int:
    """Read the wishes, start the loops, run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--loops", type=int, default=4)
    parser.add_argument("--kept", type=Path, default=KEPT)
    parser.add_argument("command", nargs="+")
    wished = parser.parse_args()
    # Also SIGINT: who starts this in the background has it ignored.
    for ends in (signal.SIGTERM, signal.SIGINT):
        signal.signal(ends, lambda *_: sys.exit(1))
    with ExitStack() as loops:
        for _ in range(wished.loops):
            loops.enter_context(ended([sys.executable, "-c", LOOP, str(os.getpid())]))
        return 0 if all_green(wished.command, wished.times, wished.kept) else 1


if __name__ == "__main__":
    sys.exit(main())
