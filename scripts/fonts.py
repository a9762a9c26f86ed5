"""Make the small faces in resources/fonts anew: `python scripts/fonts.py [FOLDER]`.

FOLDER holds Noto's faces; without it those of Debian's `fonts-noto-core` are taken. Of each only the letters
of one script are kept, with all that joins them; names are written on paper with these, no books.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from beraad.export.pdf.scripts import SCRIPTS

SOURCE = Path("/usr/share/fonts/truetype/noto")
TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"
ALWAYS = (0x20, 0xA0, 0x25CC, 0x200C, 0x200D)
"""Spaces, the circle under a mark without a letter, and what joins letters or keeps them apart."""
MADE = 3_692_217_600
"""Said as the moment of making (seconds since 1904: 1 January 2021): the same letters give the same file."""


def options() -> subset.Options:
    """Everything that shapes, nothing that hints or names."""
    chosen = subset.Options()
    chosen.hinting = False
    chosen.notdef_outline = True
    chosen.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    chosen.recalc_timestamp = False
    return chosen


def main() -> None:
    """Write the two weights of every script; of Arabic the whole faces are kept."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE
    for script, ranges in SCRIPTS.items():
        for weight in ("Regular", "Bold") if script != "Arabic" else ():
            name = f"NotoSans{script}-{weight}.ttf"
            font = TTFont(source / name, recalcTimestamp=False)
            small = subset.Subsetter(options())
            small.populate(unicodes=[*ALWAYS, *(code for span in ranges for code in span)])
            small.subset(font)
            font["head"].modified = font["head"].created = MADE
            font.save(TARGET / name)
            print(f"{name}: {(TARGET / name).stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
