"""What deciding who may see what costs, as a share of the time to print the same copies.

`python benchmarks/disclosure.py`: 25 readers of a plan with 25 attendees, 60 statements and 40 agreements.
Both arms run in this process, in turns, by processor time; the best of the rounds counts. Disclosure begins
each round with nothing prepared: every text is folded and searched anew. Target: under 5 % of the whole.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable

from _big_case import document

from beraad.disclosure.audience import Reader, Room
from beraad.disclosure.console import console
from beraad.disclosure.disclose import Copy, Disclosure
from beraad.disclosure.wall import wall_of
from beraad.exchange import read_case
from beraad.export.copies import copy_for
from beraad.export.pdf import render
from beraad.models import Case
from beraad.terms import Step

TARGET = 0.05


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    case = read_case(json.dumps(document()).encode(), "big_case.json")
    copies = disclosed(case)
    render(copy_for(copies[0].view))  # fonts and hyphens are loaded once
    door = best(lambda: disclosed(case), rounds)
    ink = best(lambda: [render(copy_for(copy.view)) for copy in copies], rounds)
    share = door / (door + ink)
    print(f"readers           {len(copies)}, leaks {sum(len(copy.leaks) for copy in copies)}")
    print(f"disclosure        {door * 1000:7.1f} ms   ({door / len(copies) * 1000:.1f} ms a copy)")
    print(f"printing          {ink * 1000:7.1f} ms   ({ink / len(copies) * 1000:.1f} ms a copy)")
    print(
        f"share             {share:7.1%}      target under {TARGET:.0%}: {'yes' if share < TARGET else 'NO'}"
    )
    meeting = case.meetings[0]
    room = Room(frozenset(person.id for person in case.people))
    seen = Disclosure(case, meeting)
    wall_of(seen, Step.AGREEMENTS, room)
    for name, what in (
        ("wall, one step", lambda: wall_of(Disclosure(case, meeting, seen.search), Step.AGREEMENTS, room)),
        ("console, whole", lambda: console(Disclosure(case, meeting, seen.search), room)),
    ):
        print(f"{name}    {best(what, rounds) * 1000:7.1f} ms   after each edit")


def disclosed(case: Case) -> list[Copy]:
    """Everybody's copy, searched for leaks."""
    disclosure = Disclosure(case, case.meetings[0])
    return [disclosure.copy(Reader(person.id)) for person in case.people]


def best(what: Callable[[], object], rounds: int) -> float:
    """Processor seconds of the fastest round."""
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        what()
        times.append(time.process_time() - begun)
    return min(times)


if __name__ == "__main__":
    main()
