"""Pictures for the style sheet, kept in memory so that no file is written.

A style sheet refers to a picture by name only. The data has the binary form of Qt's resources, version 1: a
tree with a root and one file, its name with the hash by which Qt finds it, and its bytes after their length.
"""

from __future__ import annotations

import struct

from PySide6.QtCore import qRegisterResourceData

_VERSION, _FOLDER, _FILE, _ANYWHERE, _ANY_LANGUAGE = 1, 2, 0, 0, 1
_kept: dict[str, tuple[bytes, bytes, bytes]] = {}
"""Data of each drawing. Qt reads it in place for as long as the program runs."""


def keep_drawing(name: str, svg: bytes) -> str:
    """Return the address of this drawing for the sheet; each name is registered once.

    Raises OSError if Qt does not accept it.
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
