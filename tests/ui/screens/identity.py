"""Gives an output of the X server a name, as a screen with a plug has one: a process of its own, no Qt.

Arguments: the output, and of its screen the maker (three letters), the model, the serial number. They are
written where a real server puts what a screen says of itself (its EDID).
"""

from __future__ import annotations

import ctypes as c
import struct
import sys

HEADER = b"\x00\xff\xff\xff\xff\xff\xff\x00"
NAME, SERIAL = 0xFC, 0xFF
SRGB = bytes.fromhex("ee91a3544c99260f5054")
"""The colours of an ordinary screen."""
INTEGER = 19
"""The X atom."""


def said(maker: str, model: str, serial: str) -> bytes:
    """What a screen says of itself: 128 bytes (VESA Enhanced EDID 1.3)."""
    letters = [ord(letter) - ord("A") + 1 for letter in maker]
    code = letters[0] << 10 | letters[1] << 5 | letters[2]
    start = HEADER + struct.pack(">H", code) + bytes(6) + bytes([1, 30, 1, 3]) + bytes(5) + SRGB
    blank = bytes([0, 0, 0, 0x10]) + bytes(14)
    told = start.ljust(54, b"\0") + _words(NAME, model) + _words(SERIAL, serial) + blank + blank + b"\0"
    return told + bytes([-sum(told) % 256])


def _words(kind: int, text: str) -> bytes:
    return bytes([0, 0, 0, kind, 0]) + (text.encode() + b"\n").ljust(13)


def give(output: str, told: bytes) -> None:
    """Let this output say so from now on; LookupError where there is no such output."""
    x, randr = c.CDLL("libX11.so.6"), c.CDLL("libXrandr.so.2")
    x.XOpenDisplay.restype = c.c_void_p
    display = c.c_void_p(x.XOpenDisplay(None))
    x.XDefaultRootWindow.restype = x.XInternAtom.restype = c.c_ulong
    randr.XRRGetScreenResourcesCurrent.restype = c.POINTER(Resources)
    randr.XRRGetOutputInfo.restype = c.POINTER(Output)
    resources = randr.XRRGetScreenResourcesCurrent(display, c.c_ulong(x.XDefaultRootWindow(display)))
    for number in resources.contents.outputs[: resources.contents.noutput]:
        if randr.XRRGetOutputInfo(display, resources, c.c_ulong(number)).contents.name.decode() == output:
            atom = c.c_ulong(x.XInternAtom(display, b"EDID", 0))
            randr.XRRChangeOutputProperty(
                display, c.c_ulong(number), atom, c.c_ulong(INTEGER), 8, 0, told, len(told)
            )
            x.XSync(display, 0)
            x.XCloseDisplay(display)
            return
    raise LookupError(output)


class Resources(c.Structure):
    """The beginning of an XRRScreenResources."""

    _fields_ = [
        ("timestamp", c.c_ulong),
        ("configTimestamp", c.c_ulong),
        ("ncrtc", c.c_int),
        ("crtcs", c.POINTER(c.c_ulong)),
        ("noutput", c.c_int),
        ("outputs", c.POINTER(c.c_ulong)),
    ]


class Output(c.Structure):
    """The beginning of an XRROutputInfo."""

    _fields_ = [("timestamp", c.c_ulong), ("crtc", c.c_ulong), ("name", c.c_char_p)]


if __name__ == "__main__":
    give(sys.argv[1], said(*sys.argv[2:5]))
