"""Whether a meeting of three hours stays as light as it began: the memory of the process.

`python benchmarks/long_meeting.py`: twenty minutes of a scripted meeting on the big case, in the real console
with its wall: edits, cards added and removed, undo and redo, steps, answers shown and hidden, cards put
forward, the quiet picture, pages turned. `--long`: three hours, an act every four seconds (2,700 acts). Flat
means that the last hour (the last third in the short form) adds less than 1 MB in ten minutes.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import random
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from _big_meeting import Meeting, application, filled, moment, settle, since

from beraad.terms import Column, RoomSees, Step

EVERY = 4
"""Seconds between two acts."""
FLAT = 1.0
"""MB in ten minutes of the meeting."""


def main() -> None:
    """Play, and print the memory every ten minutes of the meeting (two in the short form)."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--long", action="store_true", help="three hours instead of twenty minutes")
    minutes, sample = (180, 10) if parser.parse_args().long else (20, 2)
    app = application()
    with tempfile.TemporaryDirectory() as folder, filled(folder) as store:
        meeting = Meeting(store)
        begun = moment()
        print("minute   acts   memory")
        samples = list(play(meeting, minutes, sample))
        clock, processor = since(begun)
        meeting.close()
    per_ten = slope(samples[-(len(samples) // 3) - 1 :]) * 10
    print(f"processor {processor / 1000:.0f} s, clock {clock / 1000:.0f} s")
    print(f"the last third adds {per_ten:+.2f} MB in ten minutes   target {FLAT}: {_yes(per_ten <= FLAT)}")
    del app


def play(meeting: Meeting, minutes: int, sample: int) -> Iterator[tuple[int, float]]:
    """The meeting; gives (minute, MB) every `sample` minutes."""
    chance = random.Random(7)  # noqa: S311 - a script, not a secret
    acts = wishes(meeting, chance)
    number = 0
    for minute in range(1, minutes + 1):
        for _turn in range(60 // EVERY):
            meeting.clock.now += dt.timedelta(seconds=EVERY)
            chance.choices(acts, weights=(30, 8, 8, 4, 3, 3, 2, 2, 2))[0]()
            settle()
            number += 1
        if minute % sample == 0:
            gc.collect()
            memory = resident()
            print(f"{minute:6} {number:6} {memory:8.1f} MB", flush=True)
            yield minute, memory


def wishes(meeting: Meeting, chance: random.Random) -> list[Callable[[], object]]:
    """What happens in a meeting."""
    page, model, wall = meeting.page, meeting.page.model, meeting.wall
    known = [item.id for item in model.view.statements]

    def edit() -> None:
        key, text = chance.choice(known), f"Op dag {chance.randrange(10_000)} liep iemand boos weg."
        model.act(lambda service: service.statements.change(key, text=text))

    def add_and_remove() -> None:
        made = model.act(lambda service: service.statements.add(Column.DANGER, "Even erbij."))
        settle()
        model.act(lambda service: service.statements.remove(str(made)))

    def undo_and_redo() -> None:
        if model.undo():
            settle()
            model.redo()

    def reveal() -> None:
        scale, sees = model.view.scales[0].id, chance.choice((RoomSees.ALL, RoomSees.NOTHING))
        model.show(lambda service: service.reveal(scale, sees))

    def calm() -> None:
        wall.show_calm()
        settle()
        wall.end_calm()

    def freeze() -> None:
        wall.set_frozen(True)
        edit()
        wall.set_frozen(False)

    return [
        edit,
        add_and_remove,
        undo_and_redo,
        lambda: page.go_to(chance.choice(list(Step))),
        reveal,
        lambda: model.bring_forward(f"statements/{chance.choice(known)}"),
        calm,
        freeze,
        wall.next_page,
    ]


def slope(samples: list[tuple[int, float]]) -> float:
    """MB a minute: the line through the samples with the least squares."""
    middle = sum(minute for minute, _ in samples) / len(samples)
    level = sum(memory for _, memory in samples) / len(samples)
    spread = sum((minute - middle) ** 2 for minute, _ in samples)
    return sum((minute - middle) * (memory - level) for minute, memory in samples) / spread


def resident() -> float:
    """MB of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def _yes(fine: bool) -> str:
    return "yes" if fine else "NO"


if __name__ == "__main__":
    main()
