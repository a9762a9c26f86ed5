"""From the command that users type, `beraad --data DIR`, to its painted window, against a bare Qt window.

Targets: at most 3 times the bare window, and at most 2.2 times its memory. All are whole processes, started
by the installed command or by the same Python, in turn; medians are compared. Time counts until the window is
painted, memory is the most that the process held until then.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from beraad import assets

RUNS = 7
TIMES, MEMORY = 3.0, 2.2

COMMAND = Path(sys.executable).with_name("beraad")
# The code is compiled once, in the first round, as an installer does.
ENVIRONMENT = {"QT_QPA_PLATFORM": "offscreen"} | {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
CASE = assets.example_case("de-wit")

BARE = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, say)
        return False

def say():
    sys.stdout.write("shown\\n")
    sys.stdout.flush()
    app.quit()

app = QApplication(["bare"])
window = QWidget()
window.resize(1366, 768)
painted = Painted()
window.installEventFilter(painted)
window.show()
app.exec()
"""


def start(*command: str | Path) -> tuple[float, float]:
    """One process: seconds until it says that its window is painted, and the most MiB it held."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command],
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with process:
        said = process.stdout.readline() if process.stdout else b""
        needed = time.perf_counter() - begun
        if said != b"shown\n":
            raise SystemExit(f"no window: {command[0]}")
        _, process.returncode, used = os.wait4(process.pid, 0)
    # Linux counts in KiB, macOS in bytes.
    return needed, used.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)


def main() -> None:
    """Print the medians and their ratios."""
    with tempfile.TemporaryDirectory() as empty, tempfile.TemporaryDirectory() as kept:
        make_store(kept)
        arms: dict[str, tuple[str | Path, ...]] = {
            "a bare window": (sys.executable, "-c", BARE),
            "no cases yet": (COMMAND, "--data", empty, "--until-shown"),
            "cases there": (COMMAND, "--data", kept, "--until-shown"),
        }
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in arms}
        # In turn, so that a busy moment hits all alike; the first round warms the disk.
        for turn in range(RUNS + 1):
            for name, command in arms.items():
                measured = start(*command)
                if turn:
                    taken[name].append(measured)
    medians = {name: tuple(map(statistics.median, zip(*runs, strict=True))) for name, runs in taken.items()}
    print(f"targets: at most {TIMES:.0f} × the bare window, at most {MEMORY} × its memory")
    bare_seconds, bare_mib = medians["a bare window"]
    for name, (seconds, mib) in medians.items():
        times, memory = seconds / bare_seconds, mib / bare_mib
        met = "yes" if times <= TIMES and memory <= MEMORY else "NO"
        print(f"{name:14} {seconds * 1000:6.0f} ms {times:4.1f} ×  {mib:5.0f} MiB {memory:4.1f} ×  {met}")


def make_store(folder: str) -> None:
    """A store in this folder, so that the window asks for its passphrase.

    By the command: what this process itself held would count as memory of those that it starts.
    """
    passphrase = Path(folder) / "passphrase"
    passphrase.write_text("een wachtzin om mee te meten", "utf-8")
    given = ["--data", folder, "--passphrase-file", str(passphrase)]
    subprocess.run([str(COMMAND), "import", str(CASE), *given], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
