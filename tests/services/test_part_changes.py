"""What undo and redo need of an act: only the rows that it changed."""

import copy
import gc
import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from beraad import assets
from beraad.services.cases import CaseService
from beraad.services.meeting import MeetingService
from beraad.services.meeting.part_changes import PartChanged, RowsChanged, changes
from beraad.store.store import Store
from beraad.terms import Column
from tests.inside import undo_list

ROWS = st.lists(
    st.builds(
        lambda name, text: {"id": name, "text": text}, st.sampled_from("abcdefgh"), st.text(max_size=1)
    ),
    unique_by=lambda row: row["id"],
)


def rows(*names: str) -> list[dict[str, Any]]:
    """Rows that say no more than who they are."""
    return [{"id": name, "text": name} for name in names]


def changed(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> RowsChanged:
    """The one change of a list of rows."""
    (change,) = changes({"statements": before}, {"statements": after})
    assert isinstance(change, RowsChanged)
    return change


def test_of_a_list_in_which_one_row_changed_that_row_is_kept_alone() -> None:
    before = rows("a", "b", "c")
    after = [before[0], {"id": "b", "text": "B"}, before[2]]
    change = changed(before, after)
    assert (change.before, change.after) == ((before[1],), (after[1],))


def test_of_a_list_in_which_a_row_came_or_went_that_row_is_kept_alone() -> None:
    before, after = rows("a", "c"), rows("a", "b", "c")
    assert (changed(before, after).before, changed(before, after).after) == ((), (after[1],))
    assert (changed(after, before).before, changed(after, before).after) == ((after[1],), ())


@given(ROWS, ROWS)
def test_whatever_changed_in_a_list_comes_back_exactly(
    before: list[dict[str, Any]], after: list[dict[str, Any]]
) -> None:
    for change in changes({"agreements": before}, {"agreements": after}):
        assert change.undone(after) == before
        assert change.redone(before) == after


def test_what_changed_since_without_undo_is_not_taken_for_what_the_act_changed() -> None:
    before, after = rows("a", "b", "c"), rows("a", "c")
    since = [*rows("new"), {"id": "a", "text": "other words"}, *rows("c")]
    assert changed(before, after).undone(since) == [since[0], before[1], since[1], since[2]]
    assert changed(before, after).redone(since) == since


def test_rows_without_an_id_of_their_own_are_kept_as_a_whole() -> None:
    before, after = [{"order": 1}, {"order": 2}], [{"order": 1}]
    assert list(changes({"emergency": before}, {"emergency": after})) == [
        PartChanged("emergency", before, after)
    ]


def test_a_part_that_stayed_is_not_kept() -> None:
    assert not list(changes({"notes": ["x"]}, {"notes": ["x"]}))


def test_an_act_keeps_no_more_of_a_long_plan_than_what_it_changed(store: Store, tmp_path: Path) -> None:
    acts, cards = 10, 150
    with_cards = long_plan(store, tmp_path, cards)
    service = MeetingService(store, with_cards, "b1")
    for number in range(acts):
        service.statements.change(f"s{number + 1}", text=f"Nu anders {number}")
    for number in range(acts):
        service.statements.remove(service.statements.add(Column.DANGER, f"Even {number}"))
    # A changed card is a row before and one after, of some ten fields; one that came or went is one.
    assert places_kept_by(undo_list(service)) < 3 * acts * 20
    service.close()


def long_plan(store: Store, folder: Path, cards: int) -> str:
    """A case with so many cards; gives its reference."""
    document = json.loads(assets.example_case("haddad").read_bytes())
    document["reference"] = "LONG-1"
    meeting = document["meetings"][0]
    for key in ("agreed_at", "answers", "plan_versions"):
        meeting.pop(key, None)
    card = meeting["statements"][0]
    meeting["statements"] = [copy.deepcopy(card) | {"id": f"s{number + 1}"} for number in range(cards)]
    file = folder / "long.json"
    file.write_text(json.dumps(document))
    return CaseService(store).import_file(file)


def places_kept_by(holder: object) -> int:
    """How many places there are in all lists, tuples and dictionaries that `holder` keeps."""
    seen: dict[int, object] = {}
    left = [holder]
    while left:
        item = left.pop()
        if id(item) in seen or isinstance(item, type):
            continue
        seen[id(item)] = item
        left += gc.get_referents(item)
    return sum(len(item) for item in seen.values() if isinstance(item, list | tuple | dict))
