"""Printed copies, read back: what a reader, and whoever finds the file, can know from it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdf


class Copy:
    """A printed copy, read back."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.data = path.read_bytes()
        reader = pypdf.PdfReader(BytesIO(self.data))
        self.text = "\n".join(page.extract_text() for page in reader.pages)
        self.metadata = "\n".join(f"{name} {value}" for name, value in (reader.metadata or {}).items())
        # Last on each page; in the language of its reader. A child's copy says only whose it is.
        lines = self.text.splitlines()[::-1]
        feet = [line for line in lines if line.startswith(("alleen voor ", "only for "))]
        foot = next(iter(feet), "") or next(line for line in lines if line.startswith("van "))
        self.reader = foot.removeprefix("alleen voor ").removeprefix("only for ").removeprefix("van ")

    def says(self, text: str) -> bool:
        """Whether these words stand in it, however its lines are broken."""
        return _in_one_line(text) in _in_one_line(self.text)

    def part(self, begins: str, ends: str) -> str:
        """The words from one heading to another (or to the end), in one line."""
        after = _in_one_line(self.text).partition(begins)[2]
        assert after, f"no heading „{begins}”"
        return after.partition(ends)[0] if ends else after


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def copies_in(folder: Path) -> dict[str, Copy]:
    """The copies in a folder, by what the plan calls their readers; not the exchange slips beside them."""
    copies = (path for path in sorted(folder.glob("*.pdf")) if "_wissel_" not in path.name)
    return {copy.reader: copy for copy in map(Copy, copies)}
