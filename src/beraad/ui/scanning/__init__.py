"""Scanned sheets: read from a file, viewed, and kept with an answer."""

from beraad.ui.scanning.reading import PATTERN, read_scan, turn_page

__all__ = ["PATTERN", "read_scan", "turn_page"]
