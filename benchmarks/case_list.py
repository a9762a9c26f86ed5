"""The list of cases at 100, 1,000 and 10,000: how long until it is painted, and what a search takes.

The floor is a plain `QListView` of as many names, all rows of one height, in a window of the same size.
Targets: showing 10,000 cases takes at most four times as long as showing 10,000 names, and at most a fifth of
a second longer than showing 100 cases. Medians of windows made in turn.
"""

import dataclasses
import datetime as dt
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QListView, QWidget

sys.path.insert(0, str(Path(__file__).parents[1]))

from beraad.app import make_application
from beraad.services.cases import CaseLine
from beraad.settings import Settings
from beraad.terms import Colour
from beraad.ui.pages.cases.case_list import CaseList
from tests.services.case_lines import LINE

ROUNDS = 7
TIMES, MORE = 4.0, 0.2
TODAY = dt.date(2026, 11, 21)
COLOURS = tuple(Colour)


def cases(count: int) -> tuple[CaseLine, ...]:
    """So many cases, which ask for attention in turn."""
    return tuple(
        dataclasses.replace(
            LINE,
            reference=f"IT-{number}",
            family_name=f"Van Dam {number}",
            colour=COLOURS[number % len(COLOURS)],
            to_answer=number % 3,
            meeting_agreed=number % 4 == 0,
        )
        for number in range(count)
    )


def seconds(job: Callable[[], object]) -> float:
    """What a job takes, with all that Qt does after it."""
    begun = time.perf_counter()
    job()
    QApplication.processEvents()
    return time.perf_counter() - begun


def shown(view: QWidget) -> QWidget:
    """Show it in a window, painted."""
    view.resize(966, 650)
    view.show()
    QApplication.processEvents()
    view.grab()
    return view


def plain(names: list[str]) -> QWidget:
    """The floor."""
    view = QListView()
    view.setUniformItemSizes(True)
    view.setModel(QStringListModel(names, view))
    return shown(view)


def ours(lines: tuple[CaseLine, ...]) -> CaseList:
    """The list of cases."""
    view = CaseList()
    view.show_lines(lines, TODAY)
    shown(view)
    return view


def one_round(lines: tuple[CaseLine, ...]) -> dict[str, float]:
    """What each thing takes once, in seconds."""
    names = [line.family_name for line in lines]
    views: list[CaseList] = []
    taken = {"floor": seconds(lambda: plain(names)), "shown": seconds(lambda: views.append(ours(lines)))}
    (view,) = views
    for what, words in (("first key", "d"), ("next key", "da"), ("cleared", "")):
        taken[what] = seconds(partial(view.search, words))
    taken["read again"] = seconds(lambda: view.show_lines(lines, TODAY))
    return taken


def measured(count: int) -> dict[str, float]:
    """Medians for so many cases, in seconds."""
    rounds = [one_round(cases(count)) for _round in range(ROUNDS)]
    return {what: statistics.median(one[what] for one in rounds) for what in rounds[0]}


def main() -> None:
    """Print the figures; exit 1 where a target is missed."""
    make_application(Settings())
    plain(["warm"])
    ours(cases(1))
    found = {count: measured(count) for count in (100, 1_000, 10_000)}
    print(f"{'ms':12}" + "".join(f"{count:>10,}" for count in found))
    for what in found[100]:
        print(f"{what:12}" + "".join(f"{times[what] * 1000:10.0f}" for times in found.values()))
    most, least = found[10_000], found[100]["shown"]
    times, more = most["shown"] / most["floor"], most["shown"] - least
    met = times <= TIMES and more <= MORE
    print(f"10,000 cases: {times:.1f} × the floor (at most {TIMES}); {more * 1000:.0f} ms more than 100")
    print("met" if met else "NOT MET")
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
