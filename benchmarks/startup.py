"""From the start of the process to the unlock window on screen, against a bare Qt window in the same run.

Target: at most 3 times the bare window. Both are whole processes, in turn; medians are compared.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from beraad.services.vault import Vault

RUNS = 7
TARGET = 3.0

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(["bare"])
window = QWidget()
window.resize(1366, 768)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""

BERAAD = """
import sys
from beraad.app import main
sys.exit(main(["--data", sys.argv[1], "--until-shown"]))
"""


def seconds(code: str, *arguments: str) -> float:
    """One process, from its start until it says that its window was shown and ends."""
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")},
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"no window: {done.stderr.decode()}")
    return time.perf_counter() - begun


def main() -> None:
    """Print the medians and their ratio."""
    with tempfile.TemporaryDirectory() as empty, tempfile.TemporaryDirectory() as kept:
        make_store(kept)
        arms = {"a bare window": (BARE,), "no cases yet": (BERAAD, empty), "cases there": (BERAAD, kept)}
        taken: dict[str, list[float]] = {name: [] for name in arms}
        # In turn, so that a busy moment hits all alike; the first round warms the disk.
        for turn in range(RUNS + 1):
            for name, command in arms.items():
                needed = seconds(*command)
                if turn:
                    taken[name].append(needed)
    medians = {name: statistics.median(times) for name, times in taken.items()}
    floor = medians["a bare window"]
    print(f"target: at most {TARGET:.0f} × the bare window")
    for name, median in medians.items():
        print(f"{name:14} {median * 1000:6.0f} ms  {median / floor:4.1f} ×")


def make_store(folder: str) -> None:
    """A store in this folder, so that the window asks for its passphrase."""
    vault = Vault(Path(folder))
    vault.create("een wachtzin om mee te meten")
    vault.lock()


if __name__ == "__main__":
    main()
