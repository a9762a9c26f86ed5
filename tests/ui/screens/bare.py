"""The quickest program there can be, without Qt: one window in the private colour. It goes at the first word.

What an eye sees of it while the screens change no program can prevent: the server shows windows where they
are before it tells anybody. Speaks over lines: `show`, `shown`.
"""

from __future__ import annotations

import ctypes as c
import json
import select
import sys

CHANGES = 0b111
PLACE = (84, 59, 1200, 650)


def main(private: str) -> None:
    """Obey the lines that come in, and hide at the first word of the screens."""
    x, randr = c.CDLL("libX11.so.6"), c.CDLL("libXrandr.so.2")
    x.XOpenDisplay.restype = c.c_void_p
    x.XDefaultRootWindow.restype = x.XCreateSimpleWindow.restype = c.c_ulong
    display = c.c_void_p(x.XOpenDisplay(None))
    root = c.c_ulong(x.XDefaultRootWindow(display))
    window = c.c_ulong(
        x.XCreateSimpleWindow(display, root, *PLACE, 0, c.c_ulong(0), c.c_ulong(int(private, 16)))
    )
    randr.XRRSelectInput(display, root, CHANGES)
    event, shown = c.create_string_buffer(256), False
    while True:
        ready = select.select([sys.stdin, x.XConnectionNumber(display)], [], [])[0]
        while x.XPending(display):
            x.XNextEvent(display, event)
            x.XUnmapWindow(display, window)
            x.XFlush(display)
            shown = False
        if sys.stdin in ready:
            wish = sys.stdin.readline().strip()
            if not wish:
                return
            if wish == "show":
                x.XMapRaised(display, window)
                x.XMoveWindow(display, window, *PLACE[:2])
                x.XSync(display, 0)
                shown = True
            sys.stdout.write(json.dumps(shown) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
