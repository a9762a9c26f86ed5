"""Scanned sheets: read from a file, looked at, and laid behind an answer."""

from beraad.ui.scanning.reading import PATTERN, read_scan, turn_page

__all__ = ["PATTERN", "read_scan", "turn_page"]
