"""A process that unlocks a store and locks it again, and looks into its own memory for the key.

It prints how often the key stands there as it is, and spelled in hexadecimal: unlocked, and locked again.
"""

from __future__ import annotations

import sys
from pathlib import Path

from beraad.services.vault import Vault
from tests.inside import key_of, store_in
from tests.store.samples import CHEAP, PASSPHRASE

SHADE = 0x5A
"""What is looked for is not itself in memory: it is kept as something else."""


def shaded(vault: Vault) -> tuple[bytes, bytes]:
    """The key, and its spelling, as they are not."""
    digits = b"0123456789abcdef"
    store = store_in(vault)
    assert store is not None
    with key_of(store).open() as raw:
        as_it_is = bytes(byte ^ SHADE for byte in raw)
        spelled = bytes(digit ^ SHADE for byte in raw for digit in (digits[byte >> 4], digits[byte & 15]))
    return as_it_is, spelled


def times(wanted: bytes) -> int:
    """How often it stands in this process."""
    found = 0
    with Path("/proc/self/maps").open() as maps, Path("/proc/self/mem").open("rb", 0) as memory:
        for line in maps:
            place, rights, *_rest = line.split()
            begin, end = (int(number, 16) for number in place.split("-"))
            if "r" not in rights or "[v" in line:
                continue
            memory.seek(begin)
            held = memory.read(end - begin)
            clear = bytearray(byte ^ SHADE for byte in wanted)
            found += held.count(clear)
            clear[:] = bytes(len(clear))
    return found


def main(folder: Path) -> None:
    """Twice, as a day goes."""
    vault = Vault(folder, policy=CHEAP)
    for _time in range(2):
        vault.unlock(PASSPHRASE)
        wanted = shaded(vault)
        sys.stdout.write(" ".join(str(times(one)) for one in wanted) + "\n")
        vault.lock()
        sys.stdout.write(" ".join(str(times(one)) for one in wanted) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
