"""What the facilitator waits for, in a case of 100 statements, 40 agreements and 25 people at the table.

`python benchmarks/meeting.py`: the real console (1366 × 768) and the wall (1920 × 1080), off-screen, on a
real encrypted store. Work is counted by processor time, p50 and p99; beside it stands the clock, which also
counts the disk and whatever else the machine does. Targets: a letter, and Enter to the painted wall, 16.7 ms
(one frame), another step 50 ms, opening a meeting 100 ms, an edit to its durable commit at most twice a bare
encrypted commit of the same row in the same run, in turns, on the clock.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from _big_meeting import STATEMENTS, Meeting, application, filled, moment, row, settle, share, since
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from beraad.places import Place
from beraad.services.meeting import ActKind
from beraad.store.keys import DataKey
from beraad.store.sqlite.database import connect, new_database
from beraad.store.store import Store
from beraad.terms import Column, Step
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.columns.statement_editor import StatementEditor
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit

FRAME, STEP, OPEN, COMMITS = 16.7, 50.0, 100.0, 2.0
EDITS = (ActKind.DANGER_CHANGED, ActKind.SAFETY_CHANGED, ActKind.NEXT_STEP_CHANGED)
_IN_SIGHT = 5
"""Cards that stand on the first page of the wall."""
Taken = list[tuple[float, float]]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=200)
    rounds = parser.parse_args().rounds
    app = application()
    with tempfile.TemporaryDirectory() as folder, filled(folder) as store:
        print(
            f"{'milliseconds':44}    of the processor    on the clock\n{'':44}    p50    p99      p50    p99"
        )
        opening(store)
        meeting = Meeting(store)
        typing(meeting, rounds)
        keeping(meeting, rounds)
        adding(meeting, rounds // 2)
        steps(meeting, rounds // 10)
        calm(meeting, rounds // 4)
        commits(meeting, Path(folder), rounds)
        meeting.close()
        made_ahead(store)
    del app


def opening(store: Store) -> None:
    """Read the case and show it, console and wall, in a console that stood ready.

    What is in sight counts; the rows below it come after. The first time also loads code and fonts.
    """
    first: Taken = []
    unready: Taken = []
    ready: Taken = []
    taken: Taken = []
    filled: Taken = []
    for turn in range(12):
        meeting = Meeting(store, ready=False)
        meeting.close()
        (unready.append if turn else first.append)(meeting.opened_in)
        meeting = Meeting(store)
        meeting.close()
        ready.append(meeting.made_ready_in)
        taken.append(meeting.opened_in)
        filled.append(meeting.filled_in)
    row("opening a meeting, to the painted console", taken, OPEN)
    row("  and until what is out of sight stands too", filled)
    row("  before: making that console ready", ready)
    row("  where none stood ready", unready)
    row("  where none stood ready, the very first", first)


def typing(meeting: Meeting, rounds: int) -> None:
    """Change a card on the wall: a letter to the painted console, and Enter to the painted wall."""
    page = meeting.page
    page.go_to(Step.WORRIES)
    settle()
    letters: Taken = []
    painted: Taken = []
    whole: Taken = []
    cards = [
        item.id
        for item in page.model.view.column(Column.DANGER)
        if page.model.is_on_wall(Place.statement(item.id))
    ][:_IN_SIGHT]
    for turn in range(rounds + 1):
        page.steps.of(ColumnsPage).open_card(cards[turn % len(cards)])
        settle()
        editor = page.findChild(StatementEditor).findChild(GrowingTextEdit)
        begun = moment()
        QTest.keyClicks(editor, "x")
        settle()
        letter = since(begun)
        begun = moment()
        QTest.keyClick(editor, Qt.Key.Key_Return)
        settle()
        spent = since(begun)
        clock, processor = meeting.wall.painted
        if clock < begun[0]:
            raise SystemExit("the wall was not painted")
        if turn:  # the first one only warms up
            letters.append(letter)
            whole.append(spent)
            painted.append(((clock - begun[0]) * 1000, (processor - begun[1]) * 1000))
    row("a letter typed, to the painted console", letters, FRAME)
    row("Enter places it, to the painted wall", painted, FRAME)
    row("  and until the console is painted too", whole)


def keeping(meeting: Meeting, rounds: int) -> None:
    """Type on in a card on the wall: each key painted, and how long until its draft is on disk.

    The time to disk holds the moment that one waits for the next key; the wall must not be painted.
    """
    page, drafting = meeting.page, meeting.page.model.drafting
    page.go_to(Step.WORRIES)
    settle()
    keys: Taken = []
    kept: Taken = []
    card = next(
        item.id
        for item in page.model.view.column(Column.DANGER)
        if page.model.is_on_wall(Place.statement(item.id))
    )
    page.steps.of(ColumnsPage).open_card(card)
    settle()
    editor = page.findChild(StatementEditor).findChild(GrowingTextEdit)
    wall = meeting.wall.painted
    for turn in range(rounds):
        begun = moment()
        QTest.keyClicks(editor, "abcde fghi"[turn % 10])
        settle()
        keys.append(since(begun))
        while drafting.unsaved:
            each = moment()
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            keys.append((since(each)[1], since(each)[1]))
        kept.append(since(begun))
    if meeting.wall.painted != wall:
        raise SystemExit("the wall followed what was typed")
    row("a letter typed, painted, or written beside", keys, FRAME)
    row("  and until it is on disk (clock: 300)", kept)
    drafting.rest()
    editor.discard_requested.emit()
    settle()


def adding(meeting: Meeting, rounds: int) -> None:
    """Enter adds a card, undo takes it away."""
    page = meeting.page
    page.steps.of(ColumnsPage).open_card("")
    field = page.steps.of(ColumnsPage).column(Column.DANGER).add_statement
    painted: Taken = []
    whole: Taken = []
    for turn in range(rounds + 1):
        field.begin()
        field.field.set_text(f"Op dag {turn} liep iemand boos weg.")
        settle()
        begun = moment()
        QTest.keyClick(field.field, Qt.Key.Key_Return)
        settle()
        spent = since(begun)
        clock, processor = meeting.wall.painted
        if turn:  # as with typing, the first one only warms up
            whole.append(spent)
            painted.append(((clock - begun[0]) * 1000, (processor - begun[1]) * 1000))
        page.model.undo()
        settle()
    if len(page.model.view.statements) != STATEMENTS:
        raise SystemExit("undo left something")
    row("Enter adds a card, to the painted wall", painted, FRAME)
    row("  and until the console is painted too", whole)


def steps(meeting: Meeting, rounds: int) -> None:
    """From step to step, through the whole meeting; the first time makes each page at once.

    In a meeting that was open for a quarter of a minute all pages were made ahead.
    """
    first: Taken = []
    later: Taken = []
    for turn in range(rounds + 1):
        for step in Step:
            begun = moment()
            meeting.page.go_to(step)
            settle()
            (later if turn else first).append(since(begun))
    row("another step, its page made at once", first)
    row("another step", later, STEP)


def made_ahead(store: Store) -> None:
    """Pages made while nobody does anything: each moment of it, and what is left when one goes there."""
    parts: Taken = []
    shown: Taken = []
    for _turn in range(3):
        meeting = Meeting(store)
        while meeting.page.ahead.busy:
            # Most of it is waiting, which takes nothing of the processor.
            begun = moment()
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            spent = since(begun)[1]
            parts.append((spent, spent))
        for step in Step:
            begun = moment()
            meeting.page.go_to(step)
            settle()
            shown.append(since(begun))
        meeting.close()
    row("another step for the first time, made ahead", shown, STEP)
    row("  before: a moment in which a part is made", parts)


def calm(meeting: Meeting, rounds: int) -> None:
    """B: the quiet picture, painted within the event of the key."""
    meeting.page.go_to(Step.WORRIES)
    meeting.page.setFocus()
    settle()
    taken: Taken = []
    for _turn in range(rounds):
        begun = moment()
        QTest.keyClick(meeting.page, Qt.Key.Key_B)
        clock, processor = meeting.wall.painted
        if not meeting.wall.calm or clock < begun[0]:
            raise SystemExit("the quiet picture was not painted within the event")
        taken.append(((clock - begun[0]) * 1000, (processor - begun[1]) * 1000))
        meeting.wall.end_calm()
        settle()
    row("B, to the quiet picture", taken, FRAME)


def commits(meeting: Meeting, folder: Path, rounds: int) -> None:
    """An edit to its durable commit, in turns with a bare commit of such a row; compared on the clock."""
    service = meeting.service
    texts = {item.id: item.text for item in meeting.page.model.view.statements}
    bare = bare_database(folder, texts)
    ours: Taken = []
    floor: Taken = []
    keys = list(texts)
    for turn in range(rounds):
        key = keys[turn % len(keys)]
        text = f"{texts[key]} {turn}"
        begun = moment()
        bare.execute("BEGIN")
        bare.execute("UPDATE statement SET text = ? WHERE id = ?", (text, key))
        number = bare.execute("PRAGMA user_version").fetchone()[0]
        bare.execute(f"PRAGMA user_version = {number + 1}")
        bare.execute("COMMIT")
        floor.append(since(begun))
        begun = moment()
        service.statements.change(key, text=text)
        ours.append(since(begun))
        # The console asks for it once the wall stands; until then what the act changed is not looked for.
        if service.undoable not in EDITS:
            raise SystemExit("undo does not know the edit")
    bare.close()
    row("a bare encrypted commit", floor)
    row("an edit, to its durable commit", ours)
    for name, kind in (("of the processor", 1), ("on the clock", 0)):
        mid = [share([one[kind] for one in arm], 0.5) for arm in (ours, floor)]
        ratio = mid[0] / mid[1]
        says = f"   target {COMMITS:.1f}: {'yes' if ratio <= COMMITS else 'NO'}" if kind == 0 else ""
        print(f"  ratio of the p50, {name:26} {ratio:6.2f}{says}")


def bare_database(folder: Path, texts: dict[str, str]) -> Any:
    """An encrypted database of the same kind with nothing in it but such rows."""
    path, key = folder / "bare.db", DataKey.random()
    new_database(path, key)
    connection = connect(path, key)
    connection.execute("CREATE TABLE statement (id TEXT PRIMARY KEY, text TEXT NOT NULL)")
    connection.executemany("INSERT INTO statement VALUES (?, ?)", texts.items())
    return connection


if __name__ == "__main__":
    main()
