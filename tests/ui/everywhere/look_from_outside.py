"""Tells as JSON what a screen reader is given of the program named `beraad`. Run with the system's Python."""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

_MOST = 4_000


def tell(item: "Atspi.Accessible", left: list[int]) -> dict[str, object]:
    """Role, name, whether it takes the focus, where it stands, and what is in it."""
    left[0] -= 1
    states = item.get_state_set()
    try:
        box = item.get_extents(Atspi.CoordType.SCREEN)
        place = [box.x, box.y, box.width, box.height]
    except Exception:  # noqa: BLE001 - not everything has a place
        place = [0, 0, 0, 0]
    children = []
    for at in range(item.get_child_count()):
        child = item.get_child_at_index(at) if left[0] > 0 else None
        if child is not None:
            children.append(tell(child, left))
    return {
        "role": item.get_role_name(),
        "name": item.get_name() or "",
        "says": item.get_description() or "",
        "focusable": states.contains(Atspi.StateType.FOCUSABLE),
        "showing": states.contains(Atspi.StateType.SHOWING),
        "place": place,
        "children": children,
    }


def main() -> None:
    """Look for the program and tell."""
    desktop = Atspi.get_desktop(0)
    programs = [desktop.get_child_at_index(at) for at in range(desktop.get_child_count())]
    found = [
        tell(program, [_MOST]) for program in programs if program and "beraad" in program.get_name().lower()
    ]
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
