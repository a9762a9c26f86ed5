"""A case is changed by an act alone (`beraad.services.acts`): above the store nobody else commits."""

import ast
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "beraad"
MAY_COMMIT = {
    "services/acts.py",
    "services/overview.py",  # lines that were stale, made anew: nothing of a case changes
}


def commits(source: str) -> bool:
    """Whether a module calls something that is called `commit`."""
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "commit"
        for node in ast.walk(ast.parse(source))
    )


def test_above_the_store_only_acts_commit_and_lines_that_are_made_anew() -> None:
    modules = {str(path.relative_to(SOURCE)): path.read_text("utf-8") for path in SOURCE.rglob("*.py")}
    above = {name: text for name, text in modules.items() if not name.startswith("store/")}
    assert {name for name, text in above.items() if commits(text)} == MAY_COMMIT


def test_a_commit_is_seen() -> None:
    assert commits("def wish(work):\n    work.commit()\n")
    assert not commits("def wish(acts):\n    acts.keep()\n")
