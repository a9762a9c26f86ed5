"""An eye on the projector: a process of its own that looks at its pixels, whatever the program does.

Speaks over lines: `look` gives one frame, `look DUMMY0` one of that screen; between `start` and `stop` it
looks again and again, `EVERY` so often. No Qt, so that no fault of Qt hides itself. It does not hold the
server still: that would hold up the program that it watches.
"""

from __future__ import annotations

import ctypes as c
import hashlib
import json
import select
import sys
import time

PROJECTOR = "DUMMY1"
ALL_PLANES = c.c_ulong(-1)
Z_PIXMAP = 2
EVERY = 0.008
"""Seconds between two looks."""


class Image(c.Structure):
    """The beginning of an XImage."""

    _fields_ = [
        ("width", c.c_int),
        ("height", c.c_int),
        ("xoffset", c.c_int),
        ("format", c.c_int),
        ("data", c.POINTER(c.c_char)),
        ("byte_order", c.c_int),
        ("bitmap_unit", c.c_int),
        ("bitmap_bit_order", c.c_int),
        ("bitmap_pad", c.c_int),
        ("depth", c.c_int),
        ("bytes_per_line", c.c_int),
    ]


class Monitor(c.Structure):
    """An XRRMonitorInfo."""

    _fields_ = [
        ("name", c.c_ulong),
        ("primary", c.c_int),
        ("automatic", c.c_int),
        ("outputs", c.c_int),
        ("x", c.c_int),
        ("y", c.c_int),
        ("width", c.c_int),
        ("height", c.c_int),
        ("mwidth", c.c_int),
        ("mheight", c.c_int),
        ("output", c.c_void_p),
    ]


class Eye:
    """Looks at the projector, and at another screen only where it is named."""

    def __init__(self, private: bytes) -> None:
        self._private = private
        self._x, self._randr = c.CDLL("libX11.so.6"), c.CDLL("libXrandr.so.2")
        self._x.XOpenDisplay.restype = c.c_void_p
        self._x.XDefaultRootWindow.restype = c.c_ulong
        self._x.XDefaultRootWindow.argtypes = [c.c_void_p]
        self._x.XGetImage.restype = c.POINTER(Image)
        self._x.XGetImage.argtypes = [
            c.c_void_p,
            c.c_ulong,
            *([c.c_int] * 2),
            *([c.c_uint] * 2),
            c.c_ulong,
            c.c_int,
        ]
        self._x.XGetAtomName.restype = c.c_void_p
        self._x.XGetAtomName.argtypes = [c.c_void_p, c.c_ulong]
        self._randr.XRRGetMonitors.restype = c.POINTER(Monitor)
        self._randr.XRRGetMonitors.argtypes = [c.c_void_p, c.c_ulong, c.c_int, c.POINTER(c.c_int)]
        self._randr.XRRFreeMonitors.argtypes = [c.c_void_p]
        self._x.XFree.argtypes = [c.c_void_p]
        self._display = self._x.XOpenDisplay(None)
        self._root = self._x.XDefaultRootWindow(self._display)

    def look(self, screen: str = PROJECTOR) -> tuple[int, int, bytes]:
        """Width, height and pixels (four bytes each) of a screen now; nothing where it is off."""
        while True:
            x, y, width, height = place = self._place(screen)
            if not width:
                return 0, 0, b""
            pixels = self._pixels(x, y, width, height)
            # A frame counts only where the projector was in one place all the while.
            if self._place(screen) == place:
                return width, height, pixels

    def sees_private(self, pixels: bytes) -> bool:
        """Whether one pixel of what is private is in these."""
        at = pixels.find(self._private)
        while at >= 0 and at % 4:
            at = pixels.find(self._private, at + 1)
        return at >= 0

    def _place(self, screen: str) -> tuple[int, int, int, int]:
        count = c.c_int()
        monitors = self._randr.XRRGetMonitors(self._display, self._root, 1, c.byref(count))
        try:
            for monitor in monitors[: count.value] if count.value > 0 else ():
                if self._name(monitor.name) == screen:
                    return monitor.x, monitor.y, monitor.width, monitor.height
        finally:
            if monitors:
                self._randr.XRRFreeMonitors(monitors)
        return 0, 0, 0, 0

    def _name(self, atom: int) -> str:
        pointer = self._x.XGetAtomName(self._display, atom)
        name = c.string_at(pointer).decode()
        self._x.XFree(pointer)
        return name

    def _pixels(self, x: int, y: int, width: int, height: int) -> bytes:
        image = self._x.XGetImage(self._display, self._root, x, y, width, height, ALL_PLANES, Z_PIXMAP)
        pixels = c.string_at(image.contents.data, image.contents.bytes_per_line * height)
        self._x.XDestroyImage(image)
        return pixels


def main(private: str) -> None:
    """Obey the lines that come in; answer each in one line of JSON."""
    # Red, green, blue as the server keeps them: blue first.
    eye = Eye(bytes.fromhex(private)[::-1])
    frames, leaks, looking = 0, [], False
    while True:
        if looking:
            frames += 1
            began = time.monotonic()
            if eye.sees_private(eye.look()[2]):
                leaks.append(began)
            # So that the program gets its turn as well.
            ready = select.select([sys.stdin], [], [], EVERY)[0]
            if not ready:
                continue
        wish = sys.stdin.readline().strip()
        answer: object = "?"
        if wish == "start":
            frames, leaks, looking, answer = 0, [], True, "looking"
        elif wish == "stop":
            looking, answer = False, {"frames": frames, "leaks": leaks}
        elif wish.startswith("look"):
            width, height, pixels = eye.look(*wish.split()[1:])
            digest = hashlib.sha256(b"".join(pixels[i::4] for i in range(3))).hexdigest()
            answer = {"size": [width, height], "private": eye.sees_private(pixels), "digest": digest}
        elif not wish:
            return
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
