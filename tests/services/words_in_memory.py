"""A process that reads all cases of a store, locks it, and looks into its own memory for a word of theirs.

It prints how often the word stands there. The word is given XORed, so that asking for it does not add to it.
"""

from __future__ import annotations

import gc
import sys
from contextlib import nullcontext
from pathlib import Path

from beraad.services import vault as rooms
from beraad.services.vault import Vault
from tests.store.holding_keys import times
from tests.store.samples import CHEAP, PASSPHRASE


def main(folder: Path, word: bytes, how: str) -> None:
    """Read every case, and lock."""
    if how == "left":
        rooms.wiping_what_is_freed = nullcontext  # type: ignore[assignment]
    vault = Vault(folder, policy=CHEAP)
    vault.unlock(PASSPHRASE)
    cases = vault.cases()
    for line in cases.overview():
        cases.case(line.reference)
    gc.collect()
    vault.lock()
    sys.stdout.write(f"{times(word)}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), sys.argv[3])
