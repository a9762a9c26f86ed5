"""The quick question before a screen is made gives the same leaks as the signing screen itself."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from beraad import assets
from beraad.disclosure.audience import Reader
from beraad.disclosure.disclose import Disclosure
from beraad.exchange import read_case

SECRET = "het paarse tuinhuis"
FREE_TEXT = (
    "text",
    "what",
    "measured_by",
    "fallback",
    "question",
    "zero",
    "ten",
    "because",
    "one_up",
    "remark",
)
FREE_TEXT += ("signal", "goes_to", "returns", "signs", "place", "called", "relation", "organisation")


def documents() -> list[dict[str, Any]]:
    return [json.loads(Path(path).read_bytes()) for path in assets.example_cases()]


def texts(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where free text stands in a case."""
    if isinstance(value, dict):
        return [
            found
            for key, item in value.items()
            if key not in ("secrets", "checks")
            for found in (
                [(*path, key)] if key in FREE_TEXT and isinstance(item, str) else texts(item, (*path, key))
            )
        ]
    if isinstance(value, list):
        return [found for index, item in enumerate(value) for found in texts(item, (*path, index))]
    return []


def with_secret_at(document: dict[str, Any], path: tuple[Any, ...]) -> dict[str, Any]:
    changed = copy.deepcopy(document)
    some = [person["id"] for person in changed["people"]][:2]
    changed.setdefault("secrets", []).append({"text": SECRET, "visible_to": some})
    holder: Any = changed
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] += f" {SECRET}"
    return changed


@pytest.mark.parametrize("number", range(2))
def test_whatever_text_holds_a_secret_both_ways_find_the_same(number: int) -> None:
    document = documents()[number]
    leaked = 0
    for path in texts(document)[::9]:
        case = read_case(json.dumps(with_secret_at(document, path)).encode(), "case.json")
        for meeting in case.meetings:
            disclosure = Disclosure(case, meeting)
            for person in case.people:
                anew = Disclosure(case, meeting, disclosure.search)
                _view, whole = anew.signing(person.id)
                assert disclosure.leaks_to(person.id) == whole
                assert {leak.hidden for leak in anew.copy(Reader(person.id)).leaks} <= {
                    leak.hidden for leak in whole
                }
                leaked += bool(whole)
    assert leaked > 10


def test_of_an_older_answer_only_the_number_is_printed_and_its_words_hold_no_copy_back() -> None:
    """The file shows the last time; who may not see that one gets the time before."""
    document = documents()[0]
    base = document["meetings"][-1]
    scale = {"id": "v9", "kind": "safety", "question": "Gaat het?", "zero": "nee", "ten": "ja"}
    first = document["people"][0]["id"]
    older, last, now = (copy.deepcopy(base) | {"id": f"m{number}", "number": number} for number in (7, 8, 9))
    for meeting in (older, last, now):
        for part in ("statements", "agreements", "emergency", "answers", "overrides", "evaluations"):
            meeting.pop(part, None)
        meeting.pop("agreed_at", None)
    score = {"person": first, "value": 4}
    older["scales"] = [scale | {"id": "v7", "scores": [score | {"because": SECRET}]}]
    last["scales"] = [scale | {"id": "v8", "scores": [score], "visible_to": "facilitator"}]
    now["scales"] = [scale | {"scores": [score]}]
    document["meetings"] = [older, last, now]
    document["checks"] = []
    document["secrets"] = [{"text": SECRET, "visible_to": "facilitator"}]
    case = read_case(json.dumps(document).encode(), "case.json")
    disclosure = Disclosure(case, case.meetings[-1])
    assert disclosure.leaks_to(first) == disclosure.copy(Reader(first)).leaks == ()
    document["meetings"][-1]["scales"][0]["scores"][0]["because"] = SECRET
    case = read_case(json.dumps(document).encode(), "case.json")
    assert Disclosure(case, case.meetings[-1]).leaks_to(first) != ()
