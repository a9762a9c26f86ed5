"""Make resources/dictionaries anew: `python scripts/dictionaries.py`.

Before it `apt-get install wdutch hunspell-nl`: the dictionary for spelling is copied as it is.

The Dutch words are OpenTaal's, as Debian packages them; the names of places come from Faker (towns of the
Netherlands and Belgium) and from Babel (countries, in Dutch). Both packages are needed here alone.
"""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel import Locale
from faker.providers.address.nl_BE import Provider as Belgium
from faker.providers.address.nl_NL import Provider as Netherlands

from beraad.disclosure.watch.dictionary import BLOCK, SHARED

SOURCE = Path("/usr/share/dict/dutch")
SPELLING = Path("/usr/share/hunspell/nl")
SHORTER = ("Den Bosch", "Den Haag", "Bergen", "Etten", "Leur", "Engeland", "Amerika", "Holland")
"""What towns and countries are called in talking."""
TARGET = Path(__file__).resolve().parent.parent / "resources" / "dictionaries"


def front_coded(words: Iterable[str]) -> Iterator[str]:
    """Lines of words in the order of their bytes; after the first: how much is shared, and the rest."""
    ordered = sorted({unicodedata.normalize("NFC", word) for word in words}, key=str.encode)
    for start in range(0, len(ordered), BLOCK):
        first, *others = ordered[start : start + BLOCK]
        parts, last = [first], first
        for word in others:
            same = 0
            while same < min(len(last), len(word), len(SHARED) - 1) and last[same] == word[same]:
                same += 1
            parts.append(SHARED[same] + word[same:])
            last = word
        yield "\t".join(parts)


def main() -> None:
    """Write both lists, and copy the dictionary."""
    for form in ("aff", "dic"):
        shutil.copyfile(SPELLING.with_suffix(f".{form}"), TARGET / f"nl.{form}")
    words = SOURCE.read_text("utf-8").split("\n")
    countries = (name for code, name in Locale("nl").territories.items() if code.isalpha())
    places = (name.lower() for name in (*Netherlands.cities, *Belgium.cities, *countries, *SHORTER))
    for name, entries in (("dutch-words", filter(None, words)), ("places", places)):
        path = TARGET / f"{name}.txt"
        path.write_text("\n".join(front_coded(entries)) + "\n", "utf-8")
        print(f"{path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
