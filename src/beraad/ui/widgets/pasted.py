"""Tells words that are pasted or dropped from files: a file never becomes the text of its path."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QUrl

_FILES = (
    "x-special/gnome-copied-files",
    "x-special/mate-copied-files",
    "application/x-kde-cutselection",
    'application/x-qt-windows-mime;value="FileNameW"',
    'application/x-qt-windows-mime;value="FileGroupDescriptorW"',
)
"""What file managers say beside the address of a file, and a mail program of an attachment."""


def holds_file(source: QMimeData) -> bool:
    """Whether a file, a folder or an attachment is pasted or dropped. A link of a web page is words."""
    if any(map(source.hasFormat, _FILES)) or any(url.isLocalFile() for url in source.urls()):
        return True
    words = source.text().split()
    return bool(words) and all(QUrl(word).isLocalFile() for word in words)
