"""Case that a verb was given: a file or a reference."""

from __future__ import annotations

import argparse
from pathlib import Path


def case_file(wish: argparse.Namespace) -> Path | None:
    """Return the file that was given as the case; None if it is a reference."""
    path = Path(wish.case)
    return path if path.suffix.lower() == ".json" or _is_there(path) else None


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        # The name is too long for a file.
        return False
