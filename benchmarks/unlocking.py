"""From the right passphrase to the lines of the list, at 100 to 10,000 cases, and the backup after it.

`python benchmarks/unlocking.py [--cases 10000]`, processor time. The floor is the key derivation: nothing is
unlocked without it. Targets: at most 300 ms more at 1,000 cases and 600 at 10,000. Every page of the database
is read before anything is written to it; those of the newest backup are read when the list stands.
"""

from __future__ import annotations

import argparse
import dataclasses
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from beraad import assets
from beraad.services.vault import Vault
from beraad.store.keys import PRODUCTION, KeyFile
from beraad.store.sqlite.places import Places

ROUNDS = 5
MORE = {100: 300.0, 1_000: 300.0, 10_000: 600.0}
AT_ONCE = 100
"""Number of cases that one commit makes."""
_SENTENCE = "een wachtzin om mee te meten"
_COPY_LINE = """
INSERT INTO overview_lines (case_pk, made_by, line, stale)
SELECT cases.pk, of.made_by, replace(of.line, ?, cases.reference), 0
FROM cases, overview_lines AS of JOIN cases AS first ON first.pk = of.case_pk
WHERE first.reference = ? AND cases.pk <> first.pk
"""


def filled(folder: Path, count: int) -> Vault:
    """Make a store with so many times the example De Wit, each with its line; return it locked."""
    vault = Vault(folder)
    vault.create(_SENTENCE)
    reference = vault.cases().import_file(assets.example_case("de-wit"))
    store = vault._opened()  # noqa: SLF001 - no wish makes so many
    with store.unit_of_work() as work:
        whole = work.cases.whole(reference)
    for begin in range(1, count, AT_ONCE):
        with store.unit_of_work() as work:
            for number in range(begin, min(begin + AT_ONCE, count)):
                [row] = whole.rows["cases"]
                name = {**row, "reference": f"BENCH-{number}"}
                copied = {**whole.rows, "cases": (name,)}
                work.cases.replace(dataclasses.replace(whole, reference=f"BENCH-{number}", rows=copied))
            work.commit()
    with store.unit_of_work() as work:
        work.raw.execute(_COPY_LINE, (reference, reference))
    vault.lock()
    return vault


def milliseconds(job: Callable[[], object]) -> float:
    """Return the processor time of one job."""
    begun = time.process_time()
    job()
    return (time.process_time() - begun) * 1000


def measured(vault: Vault) -> tuple[float, float, float]:
    """Return the key derivation, unlocking with the lines of the list, and the backup after it."""
    key_file = KeyFile.read(Places(vault.folder).live.key_file)
    derived = milliseconds(lambda: key_file.unlock(_SENTENCE, PRODUCTION).wipe())

    def listed() -> None:
        vault.unlock(_SENTENCE, back_up_later=True)
        vault.cases().overview()

    opened = milliseconds(listed)
    if (job := vault.backup_job()) is None:
        raise SystemExit("no backup waits")
    backed_up = milliseconds(job)
    vault.lock()
    return derived, opened, backed_up


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, nargs="*", default=[100, 1_000])
    print(f"{'milliseconds of the processor':30} {'key':>7} {'to the list':>12} {'more':>7} {'backup':>8}")
    for count in parser.parse_args().cases:
        with tempfile.TemporaryDirectory() as folder:
            vault = filled(Path(folder) / "data", count)
            size = Places(vault.folder).live.database.stat().st_size / 1e6
            rounds = [measured(vault) for _round in range(ROUNDS)]
        key, opened, backup = (statistics.median(part) for part in zip(*rounds, strict=True))
        more = opened - key
        wanted = MORE.get(count)
        says = "" if wanted is None else f"   target {wanted:.0f}: {'yes' if more <= wanted else 'NO'}"
        name = f"{count:,} cases, {size:.0f} MB"
        print(f"{name:30} {key:7.0f} {opened:12.0f} {more:7.0f} {backup:8.0f}{says}")


if __name__ == "__main__":
    main()
