"""A member of `Step` is named in the tables of the steps, in their words and in the example meeting only."""

import ast
from pathlib import Path

import pytest

from beraad.terms import Step

PACKAGE = Path(__file__).parents[2] / "src" / "beraad"
NAMED_IN = {
    "demo/player.py",
    "demo/two_rooms.py",
    "step_facts.py",
    "ui/steps/table.py",
    "words/meeting.py",
}
"""Modules that a new step may touch because of its name; the others ask the tables."""


def _members_in(source: str) -> set[str]:
    """Members of `Step` that are named, however the enumeration was imported, and even by their code."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(value=ast.Name(id="Step") | ast.Attribute(attr="Step"), attr=name):
                found |= {name} & Step.__members__.keys()
            case ast.Call(func=ast.Name(id="Step"), args=[ast.Constant(value=str(code))]):
                found.add(Step(code).name)
            case ast.Subscript(value=ast.Name(id="Step"), slice=ast.Constant(value=str(name))):
                found.add(name)
    return found


def test_only_the_tables_name_a_step() -> None:
    named = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if _members_in(path.read_text("utf-8"))
    }
    assert named == NAMED_IN


@pytest.mark.parametrize(
    "source",
    [
        "if step is Step.SCALE:\n    pass",
        "match step:\n    case Step.SCALE | Step.WELCOME:\n        pass",
        "minutes = {terms.Step.SCALE: 15}",
        'shown = Step("scale")',
        'shown = Step["SCALE"]',
    ],
)
def test_a_step_that_is_named_is_seen(source: str) -> None:
    assert "SCALE" in _members_in(source)


def test_to_ask_for_any_step_names_none() -> None:
    assert _members_in("for step in Step:\n    show(FACTS[step], Step(item.step))") == set()
