"""The documents that the tests of the case file start from, and small cuts into them."""

import copy
import json
from collections.abc import Iterator
from typing import Any

from beraad import assets
from beraad.exchange import CaseFileError, read_case
from beraad.exchange.structure import shape_of
from beraad.models import Case, Row
from beraad.models.tidying import rules_of

Steps = tuple[str | int, ...]


def example(name: str = "de-wit") -> dict[str, Any]:
    """A fresh copy of an example case as plain JSON values."""
    document: dict[str, Any] = json.loads(assets.example_case(name).read_bytes())
    return document


def smallest() -> dict[str, Any]:
    """The smallest case there is."""
    return {
        "format": "beraad-case",
        "version": 2,
        "reference": "IT-1",
        "family_name": "",
        "people": [],
        "meetings": [],
    }


def at(document: Any, path: Steps) -> Any:
    """What stands at a path."""
    for step in path:
        document = document[step]
    return document


def replaced(document: Any, path: Steps, value: object) -> Any:
    """A copy with another value at a path."""
    if not path:
        return value
    result = copy.deepcopy(document)
    at(result, path[:-1])[path[-1]] = value
    return result


def without(document: Any, path: Steps) -> Any:
    """A copy without what stands at a path."""
    result = copy.deepcopy(document)
    del at(result, path[:-1])[path[-1]]
    return result


def place_of(path: Steps) -> str:
    """A path as errors spell it."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)[1:]


def as_kept(document: Any, kind: type[Row] = Case) -> Any:
    """A copy with every text as it is kept: without control codes, and folded in a field of one line."""
    kept = copy.deepcopy(document)
    rules = rules_of(kind)
    for key in shape_of(kind).keys:
        value = kept.get(key.name)
        if value is None:
            continue
        if key.child is not None:
            kept[key.name] = (
                [as_kept(item, key.child) for item in value] if key.many else as_kept(value, key.child)
            )
        elif key.attribute in rules:
            rule = rules[key.attribute]
            kept[key.name] = [rule(item) for item in value] if isinstance(value, list) else rule(value)
    return kept


def paths(value: Any, path: Steps = ()) -> Iterator[Steps]:
    """Every place of a document, outermost first."""
    yield path
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, child in steps:
        yield from paths(child, (*path, step))


def refusal(data: object) -> CaseFileError | None:
    """Why this file or document is refused, or None if it is not. Any other exception is a fault."""
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    try:
        read_case(raw, "zaak.json")
    except CaseFileError as error:
        return error
    return None
