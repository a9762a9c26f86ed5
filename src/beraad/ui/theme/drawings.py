"""Pictures for the style sheet, which takes them by a name alone: kept in memory, so that no file is written.

What follows is the binary form of Qt's resources, version 1: a tree of a root and one file, its name with the
hash by which Qt looks for it, and its bytes after their length.
"""

from __future__ import annotations

import struct

from PySide6.QtCore import qRegisterResourceData

_VERSION, _FOLDER, _FILE, _ANYWHERE, _ANY_LANGUAGE = 1, 2, 0, 0, 1
_kept: dict[str, tuple[bytes, bytes, bytes]] = {}
"""Qt reads where these stand, as long as the program runs."""


def keep_drawing(name: str, svg: bytes) -> str:
    """The address by which the sheet finds this drawing; the same name is the same drawing, once for all.

    OSError where Qt does not take it.
    """
    if name not in _kept:
        tree = struct.pack(">IHII", 0, _FOLDER, 1, 1)
        tree += struct.pack(">IHHHI", 0, _FILE, _ANYWHERE, _ANY_LANGUAGE, 0)
        names = struct.pack(">HI", len(name), _hash(name)) + name.encode("utf-16-be")
        data = struct.pack(">I", len(svg)) + svg
        _kept[name] = tree, names, data
        if not qRegisterResourceData(_VERSION, tree, names, data):
            raise OSError(name)
    return f":/{name}"


def _hash(name: str) -> int:
    found = 0
    for letter in name:
        found = (found << 4) + ord(letter)
        found ^= (found & 0xF0000000) >> 23
        found &= 0x0FFFFFFF
    return found
