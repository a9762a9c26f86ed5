"""Processor time of importing a case, against what no import can do without.

The floor parses the same bytes with `json` and commits them as one blob to the same kind of encrypted
database. Targets: 20 ms for the example De Wit, and a file costs the same however many came before it.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path

import sqlcipher3.dbapi2 as driver

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks._big_case import document
from beraad import assets
from beraad.exchange import case_document, read_case
from beraad.services.cases import CaseService
from beraad.services.vault import Vault

ROUNDS = 15
MANY, SHARE = 400, 50
"""Number of files imported in a row; the first and the last so many are compared."""
TARGET, GROWTH = 20.0, 1.15


def milliseconds(job: Callable[[], object]) -> float:
    """Return the processor time of one job."""
    begun = time.process_time()
    job()
    return (time.process_time() - begun) * 1000


def median(job: Callable[[], object]) -> float:
    """Return the median processor time of a job, after one to warm up."""
    job()
    return statistics.median(milliseconds(job) for _round in range(ROUNDS))


def keep(cases: CaseService, data: bytes, numbers: Iterator[int]) -> None:
    """Import the case under a reference of its own."""
    case = read_case(data, "bench.json")
    case.reference = f"BENCH-{next(numbers)}"
    cases.add(case)


def floor(connection: driver.Connection, data: bytes) -> None:
    """Parse the bytes and commit them as they are."""
    json.loads(data)
    connection.execute("INSERT INTO blobs VALUES (?)", (data,))
    connection.commit()


def main() -> None:
    """Print the figures."""
    numbers = count()
    with tempfile.TemporaryDirectory() as folder:
        connection = driver.connect(str(Path(folder) / "floor.db"))
        for pragma in (f"key = \"x'{'00' * 32}'\"", "journal_mode = WAL", "synchronous = FULL"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("CREATE TABLE blobs (content BLOB)")
        vault = Vault(Path(folder) / "data")
        vault.create("een wachtzin om mee te meten")
        cases = vault.cases()
        example = assets.example_case("de-wit").read_bytes()
        for name, data in (("De Wit", example), ("the big case", json.dumps(document()).encode())):
            bare = median(partial(floor, connection, data))
            case = read_case(data, "bench.json")
            print(f"{name}, {len(data) / 1000:.0f} kB, milliseconds of the processor")
            for what, taken in (
                ("floor (json and one encrypted commit)", bare),
                ("read and check", median(partial(read_case, data, "bench.json"))),
                ("read, freeze and keep", median(partial(keep, cases, data, numbers))),
                ("to a case document", median(partial(case_document, case))),
            ):
                print(f"  {what:38} {taken:7.1f} ms  {taken / bare:5.1f} × the floor")
        row = [milliseconds(partial(keep, cases, example, numbers)) for _file in range(MANY)]
        first, last = (statistics.median(part) for part in (row[:SHARE], row[-SHARE:]))
        vault.lock()
        connection.close()
    print(f"De Wit: {first:.1f} ms   target {TARGET:.0f}: {'yes' if first <= TARGET else 'NO'}")
    says = "yes" if last / first <= GROWTH else "NO"
    print(f"the last of {MANY} files: {last / first:.2f} × the first   target {GROWTH}: {says}")


if __name__ == "__main__":
    main()
