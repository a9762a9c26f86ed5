"""Nothing is done but by an act (`beraad.services.acts`): above the store nobody else commits.

Who comes in, and what leaves the program, is on record as an act too, though no case changes by it.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "beraad"
MAY_COMMIT = {
    "services/acts.py",
    "services/overview.py",  # lines that were stale, made anew: nothing of a case changes
}
DOORS = {
    "Store.create",
    "Store.open",
    "Store.open_with_recovery",
    "store.change_passphrase",
    "store.keep_code",
    "store.recovery_code",
    "store.replace_recovery_code",
    "print_all",
    "replace_file",
    "write_case_file",
}
"""Names of what opens the store, changes or shows its keys, or lets something out of the program."""

NAMES = (ast.Name, ast.Attribute)
ON_RECORD = {
    "record",
    "self._record",
    "self._enter",
    "self.handed_out",
    "self._copies.handed_out",
    "self._versions.handed_out",
}
"""Names of what puts that on record."""

ELSEWHERE = {
    "exchange/writing.py write_case_file",  # is itself the door
    "services/exchange_slips.py write_all",  # its papers put them on record
    "services/printing.py _write",  # a copy of write_all, which puts all of them on record
    "settings.py save",  # choices and
    "ui/console/guide/own_guide.py offer_own_guide",  # words for the facilitator: no case is in them
}


NO_ACT = {
    "services/meeting/open_rows.py beside",  # drafts
    "services/one_case.py keeping",  # drafts between meetings
    "services/meeting/open_rows.py close",  # empty rows and pages that nothing names
}
"""Functions that keep what is no act."""


def above_the_store() -> dict[str, str]:
    """The source of each module, by its path."""
    modules = {str(path.relative_to(SOURCE)): path.read_text("utf-8") for path in SOURCE.rglob("*.py")}
    return {name: text for name, text in modules.items() if not name.startswith("store/")}


def commits(source: str) -> bool:
    """Whether a module calls something that is called `commit`."""
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "commit"
        for node in ast.walk(ast.parse(source))
    )


def functions(source: str) -> Iterator[tuple[str, set[str]]]:
    """Each function of a module, and the dotted names in it."""
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, ast.FunctionDef):
            nodes = (node for part in function.body for node in ast.walk(part))
            yield function.name, {ast.unparse(node) for node in nodes if isinstance(node, NAMES)}


def off_the_record(source: str) -> Iterator[str]:
    """The functions of a module that go through a door, and put no act on record."""
    return (name for name, used in functions(source) if used & DOORS and not used & ON_RECORD)


def keeps_no_act(source: str) -> Iterator[str]:
    """The functions of a module that keep something without an act."""
    return (name for name, used in functions(source) if used & {"acts.keep", "self._acts.keep"})


def test_above_the_store_only_acts_commit_and_lines_that_are_made_anew() -> None:
    assert {name for name, text in above_the_store().items() if commits(text)} == MAY_COMMIT


def test_a_commit_is_seen() -> None:
    assert commits("def wish(work):\n    work.commit()\n")
    assert not commits("def wish(acts):\n    acts.keep()\n")


def test_who_comes_in_and_what_goes_out_is_on_record() -> None:
    modules = above_the_store().items()
    assert {f"{name} {found}" for name, text in modules for found in off_the_record(text)} == ELSEWHERE


def test_a_door_without_a_record_is_seen() -> None:
    body = "        store = Store.open(folder)\n        self._store = store\n"
    assert [*off_the_record(f"class Vault:\n    def unlock(self):\n{body}")] == ["unlock"]
    record = "        self._record(store, ActKind.UNLOCKED)\n"
    assert [*off_the_record(f"class Vault:\n    def unlock(self):\n{body}{record}")] == []
    assert [*off_the_record("def export(case, path):\n    write_case_file(case, path)\n")] == ["export"]


def test_nobody_but_drafts_is_kept_without_an_act() -> None:
    modules = above_the_store().items()
    assert {f"{name} {found}" for name, text in modules for found in keeps_no_act(text)} == NO_ACT


def test_what_is_kept_without_an_act_is_seen() -> None:
    assert [*keeps_no_act("class OpenRows:\n    def undo(self):\n        self._acts.keep()\n")] == ["undo"]
    assert [*keeps_no_act("class OpenRows:\n    def undo(self):\n        self._acts.act(kind)\n")] == []
