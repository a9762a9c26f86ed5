"""Tells as JSON the first thing that a program has a screen reader say. Run with the system's Python.

It says `listening` on its errors when it can hear, and gives up after a while.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

_SECONDS = 20


def main() -> None:
    """Listen, and tell."""
    heard: list[str] = []

    def hear(event: "Atspi.Event", *_rest: object) -> None:
        heard.append(str(event.any_data))
        Atspi.event_quit()

    listener = Atspi.EventListener.new(hear)
    listener.register("object:announcement")
    GLib.timeout_add_seconds(_SECONDS, Atspi.event_quit)
    sys.stderr.write("listening\n")
    sys.stderr.flush()
    Atspi.event_main()
    json.dump(heard, sys.stdout)


if __name__ == "__main__":
    main()
