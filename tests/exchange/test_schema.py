"""The models, the reader and the generator agree with the JSON schema that ships."""

import copy
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad import assets
from beraad.codes import Cause
from beraad.exchange.references import PEOPLE_KEYS
from beraad.exchange.structure import shape_of
from beraad.models import Case, Row
from beraad.models.base import TooLongError, _local_time, _name, _person_id, _readers
from beraad.models.tidying import rules_of
from beraad.texts import LONGEST_LINE, LONGEST_TEXT, MOST_ITEMS, MOST_PEOPLE
from tests.cases import Document, case_documents
from tests.exchange.documents import at, example, paths, refusal, replaced, without


@cache
def schema() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(assets.case_schema().read_bytes()))


def object_schemas(
    kind: type[Row] = Case, part: dict[str, Any] | None = None
) -> Iterator[tuple[type[Row], dict[str, Any]]]:
    """Each table that is exchanged, with the part of the schema about its objects."""
    part = part or schema().schema
    yield kind, part
    for key in shape_of(kind).keys:
        if key.child is not None and key.name in part["properties"]:
            inner = part["properties"][key.name]
            inner = inner["items"] if key.many else inner
            yield from object_schemas(key.child, inner["anyOf"][1] if "anyOf" in inner else inner)


OBJECTS = list(object_schemas())


@pytest.fixture(params=OBJECTS, ids=lambda pair: pair[0].__name__)
def pair(request: pytest.FixtureRequest) -> tuple[type[Row], dict[str, Any]]:
    found: tuple[type[Row], dict[str, Any]] = request.param
    return found


def own_keys(kind: type[Row], part: dict[str, Any]) -> list[str]:
    head = ("format", "version") if kind is Case else ()
    return [name for name in part["properties"] if name not in head]


def test_an_object_has_the_keys_of_the_schema_in_its_order(pair: tuple[type[Row], dict[str, Any]]) -> None:
    kind, part = pair
    keys = [key.name for key in shape_of(kind).keys]
    if kind.__name__ in ("Case", "Person", "Meeting", "Scale", "Agreement"):
        assert keys == own_keys(kind, part)
    else:
        assert sorted(keys) == sorted(own_keys(kind, part))


def test_an_object_needs_the_keys_that_the_schema_needs(pair: tuple[type[Row], dict[str, Any]]) -> None:
    kind, part = pair
    needed = {key.name for key in shape_of(kind).keys if key.required}
    of_the_file = {"format", "version"} if kind is Case else set()
    assert needed == set(part["required"]) - of_the_file


def longest(value: dict[str, Any]) -> int | None:
    """The most characters of a text by the schema, also where it may be null or stands in a list."""
    inner = value.get("items", value)
    limit: int | None = inner.get("maxLength")
    return limit


def test_a_text_is_as_long_as_the_schema_says(pair: tuple[type[Row], dict[str, Any]]) -> None:
    kind, part = pair
    for key in shape_of(kind).fields:
        rule = rules_of(kind).get(key.attribute)
        expected = None
        if rule is not None:
            rule("x" * LONGEST_LINE)
            try:
                rule("x" * (LONGEST_LINE + 1))
                expected = LONGEST_TEXT
            except TooLongError as error:
                expected = error.limit
        assert longest(part["properties"][key.name]) == expected, key.name


PATTERNS = {
    _person_id: ["rima", "r-1_b"],
    _readers: ["rima"],
    _local_time: ["2026-01-01T10:00", "2026-01-01T10:00:59.5"],
    _name: ["Rima", "x", "\u202eRima"],
}
REFUSED = {
    _person_id: ["", "Rima", "rima!", "r" * 41],
    _readers: ["", "Rima"],
    _local_time: ["2026-01-01", "2026-01-01T10:00Z", "2026-01-01T10:00+01:00", "morgen"],
    _name: ["", "  ", "\x00\x1f", "\n\t", "\x85\xa0"],
}


def rule_in(annotation: Any, metadata: Any) -> Any:
    """What the reader looks at a value with, also where it may be missing or stands in a list."""
    if found := next((item.func for item in metadata if getattr(item, "func", None) in PATTERNS), None):
        return found
    if inner := getattr(annotation, "__metadata__", ()):
        return rule_in(None, inner)
    return next(filter(None, (rule_in(arg, ()) for arg in get_args(annotation))), None)


@pytest.mark.parametrize("version", [None, 1])
def test_what_the_reader_asks_of_a_value_the_schema_asks_too(version: int | None) -> None:
    """Ids of people, local times, and names in which something stands."""
    document = json.loads(assets.case_schema(version).read_bytes())
    seen = set()
    for kind, part in object_schemas(Case, document):
        for name, field in shape_of(kind).draft.model_fields.items():
            rule = rule_in(field.annotation, field.metadata)
            if rule is None or (field.alias or name) not in part["properties"]:
                continue
            seen.add(rule)
            told = json.dumps(part["properties"][field.alias or name])
            (pattern,) = {json.loads(found) for found in re.findall(r'"pattern": ("[^"]*")', told)}
            assert all(re.search(pattern, value) for value in PATTERNS[rule]), (kind, name)
            assert not any(re.search(pattern, value) for value in REFUSED[rule]), (kind, name)
    assert seen == set(PATTERNS)


@pytest.mark.parametrize("value", REFUSED[_name])
@pytest.mark.parametrize("at_", [("reference",), ("people", 0, "name"), ("people", 0, "called")])
def test_a_name_in_which_nothing_stands_is_refused(at_: tuple[Any, ...], value: str) -> None:
    assert refusal(replaced(example("de-wit"), at_, value)).cause is Cause.NO_NAME


def test_a_list_is_as_long_as_the_schema_says(pair: tuple[type[Row], dict[str, Any]]) -> None:
    kind, part = pair
    lists = {name: value for name, value in part["properties"].items() if "items" in value}
    own = {"violence_natures": 2, "problem_areas": 2, "people": MOST_PEOPLE}
    for name, value in lists.items():
        if kind is Case or name != "people":
            assert value["maxItems"] == own.get(name, MOST_ITEMS), name


def test_every_table_but_our_own_is_exchanged() -> None:
    tables = {kind.__name__ for kind in Row.__subclasses__()} | {
        mapper.class_.__name__ for mapper in Row._sa_registry.mappers
    }
    assert tables - {kind.__name__ for kind, _part in OBJECTS} == {
        "BegunAnswer",
        "Bookmark",
        "CarryDecision",
        "PlanVersion",
        "Scan",
        "ScanPage",
    }


def test_every_field_that_names_people_is_looked_up() -> None:
    naming = {
        field.alias or name
        for kind, _part in OBJECTS
        for name, field in shape_of(kind).draft.model_fields.items()
        if name != "id" and names_people(field.annotation, field.metadata)
    }
    assert naming == PEOPLE_KEYS


def names_people(annotation: Any, metadata: Any) -> bool:
    if any(getattr(item, "func", None) in (_person_id, _readers) for item in metadata):
        return True
    inner = getattr(annotation, "__metadata__", ())
    return names_people(None, inner) if inner else any(names_people(arg, ()) for arg in get_args(annotation))


@pytest.mark.parametrize("name", ["de-wit", "haddad"])
def test_an_example_is_valid_by_the_schema(name: str) -> None:
    schema().validate(example(name))


@given(case_documents())
def test_a_generated_case_is_valid_by_the_schema(document: Document) -> None:
    schema().validate(document)


@settings(max_examples=10)
@given(case_documents(full=True))
def test_a_large_generated_case_is_valid_by_the_schema(document: Document) -> None:
    schema().validate(document)


ODD_VALUES = (
    None,
    True,
    0,
    1,
    -1,
    11,
    2**60,
    0.5,
    "",
    "banaan",
    "everyone",
    "sanne",
    [],
    [[]],
    ["sanne"],
    [None],
    {},
    {"id": "x"},
    {"on": None},
)


@settings(max_examples=250)
@given(st.data(), st.sampled_from(("de-wit", "haddad")))
def test_what_the_schema_refuses_is_refused(data: st.DataObject, name: str) -> None:
    document = example(name)
    path = data.draw(st.sampled_from([path for path in paths(document) if path]))
    change = data.draw(st.sampled_from(("replace", "remove", "add")))
    if change == "remove":
        changed = without(document, path)
    elif change == "add" and isinstance(at(document, path), dict):
        changed = replaced(document, (*path, data.draw(st.sampled_from(("onbekend", "id", "by")))), "x")
    else:
        changed = replaced(document, path, copy.deepcopy(data.draw(st.sampled_from(ODD_VALUES))))
    if not schema().is_valid(changed):
        assert refusal(changed) is not None


@pytest.mark.parametrize("name", ["de-wit", "haddad"])
def test_null_is_refused_wherever_the_schema_refuses_it(name: str) -> None:
    document = example(name)
    each_kind = {
        tuple("[]" if isinstance(step, int) else step for step in path): path for path in paths(document)
    }
    for path in filter(None, each_kind.values()):
        holder = at(document, path[:-1])
        before, holder[path[-1]] = holder[path[-1]], None
        if refusal(document) is None:
            schema().validate(document)
        holder[path[-1]] = before


@pytest.mark.parametrize(("key", "value"), [("registration", None), ("selection", None)])
def test_null_is_refused_where_only_absence_is_allowed(key: str, value: object) -> None:
    changed = example() | {key: value}
    assert not schema().is_valid(changed)
    assert refusal(changed) is not None


def test_a_note_by_null_is_refused_as_the_schema_does() -> None:
    changed = replaced(example(), ("meetings", 0, "notes", 0, "by"), None)
    assert not schema().is_valid(changed)
    assert refusal(changed) is not None
