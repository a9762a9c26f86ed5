"""Errors for a file that is no usable scan. Each has the fact `file`, a name; nothing of it was kept."""

from __future__ import annotations

from beraad.errors import BeraadError


class ScanUnreadable(BeraadError):
    """The file cannot be opened, or no longer."""

    code = "scan_unreadable"


class NoScan(BeraadError):
    """The file is neither a PDF nor a picture of a supported kind."""

    code = "no_scan"


class ScanDamaged(BeraadError):
    """A picture or PDF cannot be read to its end."""

    code = "scan_damaged"


class ScanLocked(BeraadError):
    """A PDF asks for a password."""

    code = "scan_locked"


class ScanTooBig(BeraadError):
    """The file is larger than is read: fact `most`, in megabytes."""

    code = "scan_too_big"


class ScanTooFine(BeraadError):
    """A picture has more points than are read, whatever the size of its file: fact `most`, in millions."""

    code = "scan_too_fine"
