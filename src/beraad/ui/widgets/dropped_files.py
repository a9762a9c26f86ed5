"""Test for pasted or dropped files, so that a file never becomes the text of its path."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QUrl

_FILES = (
    "x-special/gnome-copied-files",
    "x-special/mate-copied-files",
    "application/x-kde-cutselection",
    'application/x-qt-windows-mime;value="FileNameW"',
    'application/x-qt-windows-mime;value="FileGroupDescriptorW"',
)
"""Formats that file managers add for a file, and mail programs for an attachment."""


def holds_file(source: QMimeData) -> bool:
    """Return True if a file, folder or attachment is pasted or dropped. A link to a web page is text."""
    if any(map(source.hasFormat, _FILES)) or any(url.isLocalFile() for url in source.urls()):
        return True
    words = source.text().split()
    return bool(words) and all(QUrl(word).isLocalFile() for word in words)
