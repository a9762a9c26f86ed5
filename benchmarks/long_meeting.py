"""Whether a meeting of three hours stays as light as it began: the memory of the process.

`python benchmarks/long_meeting.py`: twenty minutes of a scripted meeting on the big case, in the real
console with its wall: edits, cards added, removed and opened, answers given, shown and hidden, undo and redo,
steps, screens for one person, cards put forward, the quiet picture, pages turned. `--long`: three hours, an
act every four seconds (2,700 acts).

First everything is done some times that happens later: pages are made when they are first visited, and caches
fill up to their bound. That is told apart. Then memory is read every few minutes, and a line laid through it
says how many MB an hour of meeting adds. Of the long form the second and the third hour count, each by
itself: a leak goes on in the third. `--control` keeps every view of the console that was ever shown, and must
be found out.
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

from beraad.places import Place
from beraad.terms import Column, RoomSees, Step

EVERY = 4
"""Seconds between two acts."""
FLAT, FLAT_IN_SHORT = 3.0, 6.0
"""MB that an hour of the meeting may add. In twenty minutes one step of the heap is MB an hour by itself."""
REHEARSALS = 3
"""How often everything is done at every step before memory counts."""
LIKELY = {
    "edit": 30,
    "add and remove": 8,
    "undo and redo": 8,
    "agreement": 6,
    "number": 4,
    "step": 4,
    "open card": 3,
    "reveal": 3,
    "forward": 3,
    "private screen": 1,
    "calm": 2,
    "freeze": 2,
    "next page": 2,
}
"""How often each kind of act happens against the others."""

Sample = tuple[int, float]
"""Minute, and MB."""


def main() -> None:
    """Play, and print the memory every ten minutes of the meeting (two in the short form)."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--long", action="store_true", help="three hours instead of twenty minutes")
    parser.add_argument("--control", action="store_true", help="keep something on purpose: must not be flat")
    wanted = parser.parse_args()
    minutes, sample = (180, 10) if wanted.long else (20, 2)
    app = application()
    with tempfile.TemporaryDirectory() as folder, filled(folder) as store:
        meeting = Meeting(store)
        if wanted.control:
            keep_views(meeting)
        begun = moment()
        opened = resident()
        acts = wishes(meeting, random.Random(7))  # noqa: S311 - a script, not a secret
        rehearse(meeting, acts)
        ready = resident()
        print(f"opened with {opened:.1f} MB; doing everything {REHEARSALS} times adds {ready - opened:.1f}")
        print("minute   acts   memory")
        samples = [(0, ready), *play(meeting, acts, minutes, sample)]
        clock, processor = since(begun)
        meeting.close()
    print(f"processor {processor / 1000:.0f} s, clock {clock / 1000:.0f} s")
    if wanted.long:
        tell("the second hour", [one for one in samples if 60 <= one[0] <= 120], FLAT)
        tell("the third hour", [one for one in samples if one[0] >= 120], FLAT)
    else:
        tell("after the first third", [one for one in samples if 3 * one[0] >= minutes], FLAT_IN_SHORT)
    del app


def tell(when: str, samples: list[Sample], target: float) -> None:
    """Print what an hour of meeting adds, by these samples."""
    per_hour = slope(samples) * 60
    print(f"{when:22} {per_hour:+6.2f} MB an hour   target {target}: {_yes(per_hour <= target)}")


def keep_views(meeting: Meeting) -> None:
    """A leak as one makes them: somebody listens, and keeps what was told."""
    kept: list[object] = []
    meeting.page.model.changed.connect(kept.append)


def rehearse(meeting: Meeting, acts: dict[str, Callable[[], object]]) -> None:
    """Everything that happens later, at every step."""
    for _time in range(REHEARSALS):
        for step in Step:
            meeting.page.go_to(step)
            for act in acts.values():
                act()
                settle()
    gc.collect()


def play(
    meeting: Meeting, acts: dict[str, Callable[[], object]], minutes: int, sample: int
) -> Iterator[Sample]:
    """The meeting; gives (minute, MB) every `sample` minutes."""
    chance = random.Random(8)  # noqa: S311 - a script, not a secret
    kinds, weights = list(LIKELY), list(LIKELY.values())
    number = 0
    for minute in range(1, minutes + 1):
        for _turn in range(60 // EVERY):
            meeting.clock.now += dt.timedelta(seconds=EVERY)
            acts[chance.choices(kinds, weights=weights)[0]]()
            settle()
            number += 1
        if minute % sample == 0:
            gc.collect()
            memory = resident()
            print(f"{minute:6} {number:6} {memory:8.1f} MB", flush=True)
            yield minute, memory


def wishes(meeting: Meeting, chance: random.Random) -> dict[str, Callable[[], object]]:
    """What happens in a meeting, by the names of `LIKELY`."""
    return {**_changes(meeting, chance), **_shown(meeting, chance)}


def _changes(meeting: Meeting, chance: random.Random) -> dict[str, Callable[[], object]]:
    """What changes the plan."""
    model, wall = meeting.page.model, meeting.wall
    known = [item.id for item in model.view.statements]
    agreements = [item.id for item in model.view.agreements]
    scale, people = model.view.scales[0].id, [person.id for person in model.view.people]

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

    def agreement() -> None:
        key, text = chance.choice(agreements), f"We bellen elkaar op dag {chance.randrange(10_000)}."
        model.act(lambda service: service.agreements.change(key, what=text))

    def number() -> None:
        person, value = chance.choice(people), chance.randrange(11)
        model.act(lambda service: service.scales.score(scale, person, value))

    def freeze() -> None:
        wall.set_frozen(True)
        edit()
        wall.set_frozen(False)

    return {
        "edit": edit,
        "add and remove": add_and_remove,
        "undo and redo": undo_and_redo,
        "agreement": agreement,
        "number": number,
        "freeze": freeze,
    }


def _shown(meeting: Meeting, chance: random.Random) -> dict[str, Callable[[], object]]:
    """What only changes what is seen."""
    page, model, wall = meeting.page, meeting.page.model, meeting.wall
    known = [item.id for item in model.view.statements]
    agreements = [item.id for item in model.view.agreements]
    scale = model.view.scales[0].id

    def open_card() -> None:
        page.go_to(chance.choice((Step.AGREEMENTS, Step.WORRIES)))
        settle()
        page.steps.show_card(chance.choice(agreements if model.step is Step.AGREEMENTS else known))

    def private_screen() -> None:
        page.steps.private.give_numbers(scale)
        settle()
        page.steps.private.take_back()

    def reveal() -> None:
        sees = chance.choice((RoomSees.ALL, RoomSees.NOTHING))
        model.show(lambda service: service.reveal(scale, sees))

    def calm() -> None:
        wall.show_calm()
        settle()
        wall.end_calm()

    return {
        "step": lambda: page.go_to(chance.choice(list(Step))),
        "open card": open_card,
        "reveal": reveal,
        "forward": lambda: model.bring_forward(Place.statement(chance.choice(known))),
        "private screen": private_screen,
        "calm": calm,
        "next page": wall.next_page,
    }


def slope(samples: list[Sample]) -> float:
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
