"""What a screen reader is given, asked from outside: AT-SPI, on a virtual screen, by another process."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
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

PLACES = ("worries", "scale", "agreements", "decide_and_sign", "sign:sanne", "evaluation")
"""Where one goes after the welcome; last but one a screen on which somebody signs."""

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
times=0
stands() {
    times=$((times + 1)); tries=0
    until [ "$(grep -c ready "$FOLDER/out")" -ge $times ]; do
        tries=$((tries + 1)); test $tries -lt 600; kill -0 $program; sleep 0.1
    done
}
stands
"$SYSTEM_PYTHON" "$HERE/look_from_outside.py" > "$FOLDER/welcome.json"
for place in $PLACES; do
    echo "$place" >&9
    stands
    "$SYSTEM_PYTHON" "$HERE/look_from_outside.py" > "$FOLDER/$place.json"
done
"$SYSTEM_PYTHON" "$HERE/listen_from_outside.py" > "$FOLDER/heard.json" 2> "$FOLDER/listens" &
listener=$!
tries=0
until grep -q listening "$FOLDER/listens"; do
    tries=$((tries + 1)); test $tries -lt 600; kill -0 $listener; sleep 0.1
done
echo pause >&9
wait $listener
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
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what another process was given of the open meeting."""
    if why := _why_not():
        pytest.skip(why)
    folder = tmp_path_factory.mktemp("atspi")
    source = HERE.parents[2] / "src"
    said = {
        "LAUNCHER": str(LAUNCHER),
        "FOLDER": str(folder),
        "HERE": str(HERE),
        "PLACES": " ".join(PLACES),
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
    assert ran.returncode == 0, ran.stderr
    return folder


@pytest.fixture(scope="module")
def trees(outside: Path) -> dict[str, Node]:
    """The open meeting as a screen reader has it, at each place."""
    trees = {}
    for place in ("welcome", *PLACES):
        programs: list[Node] = json.loads((outside / f"{place}.json").read_text("utf-8"))
        assert len(programs) == 1, place
        trees[place] = programs[0]
    return trees


@pytest.fixture
def tree(trees: dict[str, Node]) -> Node:
    """The welcome."""
    return trees["welcome"]


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node["children"]:
        yield from _walk(child)


def _frame(tree: Node) -> Node:
    return next(child for child in tree["children"] if child["role"] == "frame")


def _wall(tree: Node) -> Node:
    return next(child for child in tree["children"] if child["role"] != "frame")


def _reached(tree: Node) -> list[Node]:
    return [node for node in _walk(_frame(tree)) if node["focusable"] and node["showing"]]


def _said(tree: Node) -> str:
    """All that is told of what can be seen in the window."""
    shown = (node for node in _walk(_frame(tree)) if node["showing"])
    return "\n".join(f"{node['name']}\n{node['says']}" for node in shown)


@pytest.mark.parametrize("place", ["welcome", *PLACES])
def test_everything_one_can_reach_has_a_name(trees: dict[str, Node], place: str) -> None:
    reached = _reached(trees[place])
    assert len(reached) >= 5
    assert [node["role"] for node in reached if not node["name"].strip()] == []


@pytest.mark.parametrize("place", ["welcome", *PLACES])
def test_what_one_can_do_says_what_it_is(trees: dict[str, Node], place: str) -> None:
    roles = {node["role"] for node in _reached(trees[place])}
    assert roles - CAN_DO - {"list item", "list", "menu item", "filler", "panel"} == set()


@pytest.mark.parametrize("place", ["welcome", *PLACES])
def test_what_stands_together_is_told_as_one_reads_it(trees: dict[str, Node], place: str) -> None:
    assert [told for node in _walk(_frame(trees[place])) for told in _told_back(node)] == []


def _told_back(holder: Node) -> Iterator[str]:
    """Where the next child that is told stands above, or before on the same line."""
    if holder["role"] in ("combo box", "list"):
        return
    shown = [node for node in holder["children"] if node["showing"] and node["role"] != "menu bar"]
    for one, other in pairwise(shown):
        (left, top, width, height), (at, above, wide, high) = one["place"], other["place"]
        same_line = min(top + height, above + high) - max(top, above) > 0
        if (
            (at + wide <= left)
            if same_line
            else (above + high <= top and at < left + width and left < at + wide)
        ):
            yield f"{one['role']} {one['name'][:40]!r} {one['place']} -> {other['role']} {other['place']}"


def test_while_somebody_signs_nothing_of_the_console_is_told(trees: dict[str, Node]) -> None:
    said, before = _said(trees["sign:sanne"]), _said(trees["decide_and_sign"])
    assert "Sanne, dit neem jij op je" in said
    for private in (*PRIVATE, "Mark: Teken", "Stap 2: Zorgen"):
        assert private in before, "the control: it is told where the facilitator looks"
        assert private not in said


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


def test_a_pause_is_said_aloud_wherever_the_keyboard_is(outside: Path) -> None:
    (said,) = json.loads((outside / "heard.json").read_text("utf-8"))
    assert said.startswith("Pauze sinds ")
