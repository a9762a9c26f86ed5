"""How long importing a large case takes, against what no import can do without.

The floor parses the same bytes with `json` and commits them as one blob to the same kind of encrypted
database. There is no target: the figure is for noticing when it changes.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import sqlcipher3.dbapi2 as driver

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks._big_case import document
from beraad.exchange import case_document, read_case
from beraad.services.vault import Vault

ROUNDS = 7


def seconds(job: Callable[[], object]) -> float:
    """Median processor and waiting time of one job."""
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        job()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def main() -> None:
    """Print the figures."""
    data = json.dumps(document()).encode()
    with tempfile.TemporaryDirectory() as folder:
        connection = driver.connect(str(Path(folder) / "floor.db"))
        for pragma in (f"key = \"x'{'00' * 32}'\"", "journal_mode = WAL", "synchronous = FULL"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("CREATE TABLE blobs (content BLOB)")

        def floor() -> None:
            json.loads(data)
            connection.execute("INSERT INTO blobs VALUES (?)", (data,))
            connection.commit()

        vault = Vault(Path(folder) / "data")
        vault.create("een wachtzin om mee te meten")
        cases = vault.cases()
        count = iter(range(ROUNDS + 1))

        def whole() -> None:
            case = read_case(data, "bench.json")
            case.reference = f"BENCH-{next(count)}"
            cases.add(case)

        whole()
        bare, reading, importing = (
            seconds(floor),
            seconds(lambda: read_case(data, "bench.json")),
            seconds(whole),
        )
        case = read_case(data, "bench.json")
        writing = seconds(lambda: case_document(case))
        vault.lock()
        connection.close()
    print(f"a case of {len(data) / 1000:.0f} kB: 25 people, 60 statements, 40 agreements")
    for what, taken in (
        ("floor (json and one encrypted commit)", bare),
        ("read and check", reading),
        ("read, freeze and keep", importing),
        ("to a case document", writing),
    ):
        print(f"{what:38} {taken * 1000:7.1f} ms  {taken / bare:5.1f} × the floor")


if __name__ == "__main__":
    main()
