"""What a screen reader is given, asked from outside: AT-SPI, on a virtual screen, by another process."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON = "/usr/bin/python3"
WAIT = 120
"""Seconds for all of it together."""

CAN_DO = {
    "push button",
    "check box",
    "radio button",
    "combo box",
    "text",
    "spin button",
    "slider",
    "toggle button",
}

PRIVATE = ("Voor de gespreksleider", "Dit ziet niemand anders")
"""What stands on the console alone."""

Node = dict[str, Any]

_SCRIPT = """
set -e
"$LAUNCHER" --launch-immediately &
mkfifo "$FOLDER/in"
exec 9<> "$FOLDER/in"
"$PYTHON" "$HERE/opened_meeting.py" < "$FOLDER/in" > "$FOLDER/out" &
program=$!
tries=0
until grep -q ready "$FOLDER/out"; do
    tries=$((tries + 1)); test $tries -lt 600; kill -0 $program; sleep 0.1
done
"$SYSTEM_PYTHON" "$HERE/look_from_outside.py" > "$FOLDER/tree.json"
kill $program
"""


def _why_not() -> str:
    if not LAUNCHER.exists():
        return "at-spi2-core is not here"
    if not (shutil.which("Xvfb") and shutil.which("xvfb-run") and shutil.which("dbus-run-session")):
        return "no virtual screen or session bus here"
    asked = "import gi; gi.require_version('Atspi', '2.0')"
    known = subprocess.run([SYSTEM_PYTHON, "-c", asked], capture_output=True, check=False)
    return "" if known.returncode == 0 else "the system's Python cannot speak AT-SPI"


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Node:
    """The open meeting as a screen reader has it."""
    if why := _why_not():
        pytest.skip(why)
    folder = tmp_path_factory.mktemp("atspi")
    source = HERE.parents[2] / "src"
    said = {
        "LAUNCHER": str(LAUNCHER),
        "FOLDER": str(folder),
        "HERE": str(HERE),
        "PYTHON": sys.executable,
        "SYSTEM_PYTHON": SYSTEM_PYTHON,
        "PYTHONPATH": str(source),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24"]
    command = ["dbus-run-session", "--", *screen, "bash", "-c", _SCRIPT]
    ran = subprocess.run(
        command, env=os.environ | said, capture_output=True, text=True, timeout=WAIT, check=False
    )
    told = folder / "tree.json"
    assert told.exists(), ran.stderr
    programs: list[Node] = json.loads(told.read_text("utf-8"))
    assert len(programs) == 1, ran.stderr
    return programs[0]


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node["children"]:
        yield from _walk(child)


def _frame(tree: Node) -> Node:
    return next(child for child in tree["children"] if child["role"] == "frame")


def _wall(tree: Node) -> Node:
    return next(child for child in tree["children"] if child["role"] != "frame")


def test_everything_one_can_reach_has_a_name(tree: Node) -> None:
    reached = [node for node in _walk(_frame(tree)) if node["focusable"] and node["showing"]]
    assert len(reached) > 50
    assert [node["role"] for node in reached if not node["name"].strip()] == []


def test_what_one_can_do_says_what_it_is(tree: Node) -> None:
    roles = {node["role"] for node in _walk(_frame(tree)) if node["focusable"] and node["showing"]}
    assert roles - CAN_DO - {"list item", "list", "menu item", "filler", "panel"} == set()


def test_the_steps_come_in_the_order_in_which_one_reads(tree: Node) -> None:
    names = [node["name"] for node in _walk(_frame(tree)) if node["showing"]]
    steps = [name for name in names if name.startswith("Stap ")]
    assert [name.split(":")[0] for name in steps] == [f"Stap {number}" for number in range(1, 10)]
    assert names.index(steps[-1]) < names.index("Welkom")


def test_the_people_come_from_top_to_bottom(tree: Node) -> None:
    here = [node for node in _walk(_frame(tree)) if node["name"].endswith(": aanwezig")]
    tops = [node["place"][1] for node in here]
    assert len(here) > 5
    assert tops == sorted(tops)


def test_the_wall_tells_a_screen_reader_nothing_that_is_not_on_it(tree: Node) -> None:
    """One picture with one name: no field, no note, nobody's address."""
    wall = list(_walk(_wall(tree)))
    said = " ".join(f"{node['name']} {node['says']}" for node in wall)
    assert len(wall) == 1
    assert said.startswith("Gezin De Wit")
    for private in PRIVATE:
        assert private not in said


def test_the_console_does_tell_what_the_wall_may_not(tree: Node) -> None:
    """The control: what is looked for on the wall is there to be found."""
    said = " ".join(node["name"] for node in _walk(_frame(tree)))
    for private in PRIVATE:
        assert private in said
