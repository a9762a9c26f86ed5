"""Why a file is no scan that can be kept. Each has the fact `file`, a name; nothing was kept of it."""

from __future__ import annotations

from beraad.errors import BeraadError


class ScanUnreadable(BeraadError):
    """The file cannot be opened (any more)."""

    code = "scan_unreadable"


class NoScan(BeraadError):
    """Neither a PDF nor a picture of a kind that is read."""

    code = "no_scan"


class ScanDamaged(BeraadError):
    """A picture or PDF that cannot be read to its end."""

    code = "scan_damaged"


class ScanLocked(BeraadError):
    """A PDF that asks for a password."""

    code = "scan_locked"


class ScanTooBig(BeraadError):
    """A file of more megabytes than is read: fact `most`."""

    code = "scan_too_big"


class ScanTooFine(BeraadError):
    """A picture of more points than is read, whatever the size of its file: fact `most`, in millions."""

    code = "scan_too_fine"
