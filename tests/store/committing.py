"""Forks a child for each line on its input (a data folder, or `go` for the first argument).

It commits numbered rows and says each number after its commit.

The control (`first` as second argument) says each number before its commit and then waits for ever: what
it said must be found missing. Every commit changes two rows, so that half a commit would be seen.

When somebody swaps the file under it, a child says where the rescue copy is, and ends; the control
(`unwatched`) looks at no file before it says a number.
"""

import os
import sys
import threading
from pathlib import Path

from beraad.store.errors import FileReplaced
from beraad.store.sqlite.watch import FileWatch
from tests.store.samples import a_statement, open_store


def commit_for_ever(folder: Path, *, speak_first: bool) -> None:
    """Add one numbered statement a commit, until killed."""
    with open_store(folder) as store, store.unit_of_work() as unit:
        case = unit.cases.get("2026-0007")
        while True:
            number = len(case.meetings[0].statements)
            case.meetings[0].statements.append(a_statement(number))
            case.municipality = str(number)
            if speak_first:
                os.write(1, f"{number}\n".encode())
                threading.Event().wait()
            try:
                unit.commit()
            except FileReplaced as error:
                os.write(1, f"rescued {error.facts['rescue']}\n".encode())
                return
            os.write(1, f"{number}\n".encode())


def main() -> None:
    """Read wishes, fork, wait."""
    folder, speak_first = Path(sys.argv[1]), sys.argv[2:] == ["first"]
    if sys.argv[2:] == ["unwatched"]:
        FileWatch.look = lambda _watch: None  # type: ignore[method-assign]
    for wish in sys.stdin:
        child = os.fork()
        if child == 0:
            asked = wish.strip()
            commit_for_ever(folder if asked == "go" else Path(asked), speak_first=speak_first)
            os._exit(0)
        os.write(1, f"child {child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"ended\n")


if __name__ == "__main__":
    main()
