"""Turning of a picture by its recorded orientation: Qt does so for JPEG and TIFF, not for PNG and WebP."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTransform

_ORIENTATION = 0x0112
_MOST = 1_000_000
"""Most bytes of metadata that are read; larger ones are not about orientation."""
_IN_WORDS = re.compile(rb"tiff:Orientation(?:\s*=\s*[\"']|>)\s*([1-8])")
_TURNS = {3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270}
_MIRRORED = (2, 4, 5, 7)


def orientation(data: bytes, kind: str) -> int:
    """Return the EXIF orientation of a `png` or `webp`, 1 to 8; 1 (upright) if there is none."""
    for name, content in _told(data) if kind in ("png", "webp") else ():
        found = _of_words(content) if name == "words" else _of_exif(content)
        if found:
            return found
    return 1


def turned_upright(picture: QImage, lies: int) -> QImage:
    """Return the picture as it was meant to be seen, given its `orientation`."""
    if lies in _MIRRORED:
        picture = picture.flipped(Qt.Orientation.Horizontal)
    return turned(picture, _TURNS.get(lies, 0))


def turned(picture: QImage, degrees: int) -> QImage:
    """Return the picture turned clockwise by 0, 90, 180 or 270 degrees, point for point."""
    return picture.transformed(QTransform().rotate(degrees)) if degrees else picture


def _told(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Iterate over its metadata: EXIF, and the XMP text that may give the same."""
    if data.startswith(b"\x89PNG"):
        for name, content in _png_parts(data):
            if name == b"eXIf":
                yield "exif", content
            elif name == b"iTXt" and content.startswith(b"XML:com.adobe.xmp\0"):
                yield "words", _itxt(content)
            elif name == b"zTXt" and content.startswith(b"Raw profile type exif\0"):
                yield "exif", _profile(_inflated(content.partition(b"\0")[2][1:]))
            elif name == b"tEXt" and content.startswith(b"Raw profile type exif\0"):
                yield "exif", _profile(content.partition(b"\0")[2])
        return
    for name, content in _webp_parts(data):
        if name == b"EXIF":
            yield "exif", content.removeprefix(b"Exif\0\0")
        elif name == b"XMP ":
            yield "words", content


def _png_parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at + 12 <= len(data):
        size = int.from_bytes(data[at : at + 4])
        name = data[at + 4 : at + 8]
        if size <= _MOST:
            yield name, data[at + 8 : at + 8 + size]
        at += 12 + size


def _webp_parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if size <= _MOST:
            yield data[at : at + 4], data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _itxt(content: bytes) -> bytes:
    """Return the text of an iTXt chunk, after its flag and method of compression, language and keyword."""
    rest = content.partition(b"\0")[2]
    words = rest[2:].partition(b"\0")[2].partition(b"\0")[2]
    return _inflated(words) if rest[:1] == b"\1" else words


def _inflated(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _MOST)
    except zlib.error:
        return b""


def _profile(written: bytes) -> bytes:
    """Return EXIF as ImageMagick writes it into a PNG: a name, a length, and bytes in hexadecimal."""
    try:
        return bytes.fromhex(b"".join(written.split()[2:]).decode("ascii")).removeprefix(b"Exif\0\0")
    except ValueError:
        return b""


def _of_words(words: bytes) -> int:
    found = _IN_WORDS.search(words)
    return int(found[1]) if found else 0


def _of_exif(exif: bytes) -> int:
    """Return the orientation from the first directory; 0 if it has none."""
    order = {b"II*\0": "little", b"MM\0*": "big"}.get(exif[:4])
    if order is None:
        return 0

    def number(at: int, size: int) -> int:
        return int.from_bytes(exif[at : at + size], "little" if order == "little" else "big")

    folder = number(4, 4)
    for entry in range(number(folder, 2)):
        at = folder + 2 + 12 * entry
        if at + 12 > len(exif):
            break
        if number(at, 2) == _ORIENTATION:
            value = number(at + 8, 2)
            return value if 1 <= value <= 8 else 0
    return 0
