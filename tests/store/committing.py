"""Forks a child for each line on its input; it commits numbered rows and says each number after its commit.

The control (`first` as second argument) says each number before its commit and then waits for ever: what
it said must be found missing. Every commit changes two rows, so that half a commit would be seen.
"""

import os
import sys
import threading
from pathlib import Path

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
            unit.commit()
            os.write(1, f"{number}\n".encode())


def main() -> None:
    """Read wishes, fork, wait."""
    folder, speak_first = Path(sys.argv[1]), sys.argv[2:] == ["first"]
    for _wish in sys.stdin:
        child = os.fork()
        if child == 0:
            commit_for_ever(folder, speak_first=speak_first)
        os.write(1, f"child {child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"ended\n")


if __name__ == "__main__":
    main()
