"""Runs the tests of the screens under each window system that is here, and says which were not run.

`python -m tests.ui.screens.every`: each in a process of its own and within a time of its own. Ends with 1
when one of them failed.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass

from tests.ui.screens.two_screens import what_is_missing
from tests.ui.screens.wayland import EVERY

HERE = "tests/ui/screens"
MINUTES = 60
"""Seconds."""


@dataclass(frozen=True)
class Run:
    """One window system, or one length of it."""

    name: str
    missing: str
    """Why it cannot be run here."""
    arguments: tuple[str, ...]
    within: int
    """Seconds."""

    def outcome(self) -> str:
        """Run it and say what came of it."""
        if self.missing:
            return f"not run: {self.missing}"
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *self.arguments]
        # In a group of its own, so that its servers end with it.
        process = subprocess.Popen(command, start_new_session=True)
        try:
            failed = process.wait(self.within)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return f"FAILED: not done within {self.within // MINUTES} minutes"
        return "FAILED" if failed else "passed"


def runs() -> list[Run]:
    """What there is to run."""
    long = ("--long", "-o", "timeout=3600")
    wayland = f"{HERE}/test_wayland.py"
    found = [
        Run("Xorg, openbox", what_is_missing(), (HERE,), 15 * MINUTES),
        Run("Xorg, openbox, 50 times", what_is_missing(), (*long, HERE, "--ignore", wayland), 45 * MINUTES),
    ]
    found += [
        Run(
            kind.name,
            kind.what_is_missing(),
            (*long, "-s", wayland, "-k", kind.name.split()[0]),
            10 * MINUTES,
        )
        for kind in EVERY
    ]
    return found


def main() -> int:
    """Run each and print a table."""
    told = []
    for run in runs():
        sys.stdout.write(f"\n== {run.name}\n")
        sys.stdout.flush()
        told.append((run.name, run.outcome()))
    sys.stdout.write("\n" + "".join(f"{name:<26} {outcome}\n" for name, outcome in told))
    return int(any(outcome.startswith("FAILED") for _name, outcome in told))


if __name__ == "__main__":
    sys.exit(main())
