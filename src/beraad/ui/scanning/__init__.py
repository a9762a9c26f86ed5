"""Scanned sheets: read from a file, looked at, and laid behind an answer."""

from beraad.ui.scanning.reading import PATTERN, read_scan

__all__ = ["PATTERN", "read_scan"]
