"""A damaged file is refused or still a valid case: never a crash, never half of it.

Control: what is cut or flipped is the real file, which is accepted untouched, and most damage is noticed.
"""

import json
import random
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad import assets
from beraad.exchange import read_case, write_case
from tests.exchange.documents import as_kept, example, paths, refusal, replaced

NAMES = ("de-wit", "haddad")


def outcomes(damaged: Iterable[bytes]) -> list[bool]:
    """Whether each was refused; what was not refused is a case that exports as it stands in the file."""
    result = []
    for data in damaged:
        refused = refusal(data) is not None
        if not refused:
            assert json.loads(write_case(read_case(data, "x.json"))) == as_kept(
                json.loads(data.decode("utf-8-sig"))
            )
        result.append(refused)
    return result


def flipped(data: bytes, chance: random.Random) -> bytes:
    """A copy with one to three bytes changed by one bit, or to any other byte."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        place = chance.randrange(len(data))
        changed[place] ^= chance.choice((1 << chance.randrange(8), chance.randrange(1, 256)))
    return bytes(changed)


@pytest.mark.parametrize("name", NAMES)
def test_the_file_itself_is_accepted(name: str) -> None:
    assert refusal(assets.example_case(name).read_bytes()) is None


@pytest.mark.parametrize("name", NAMES)
def test_a_file_cut_off_anywhere_is_refused(name: str) -> None:
    data = assets.example_case(name).read_bytes().rstrip()
    lengths = random.Random(7).sample(range(len(data)), 300)
    assert all(outcomes(data[:length] for length in lengths))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_with_flipped_bytes_is_refused_or_whole(name: str) -> None:
    data = assets.example_case(name).read_bytes()
    chance = random.Random(8)
    refused = outcomes(flipped(data, chance) for _ in range(300))
    assert 100 < sum(refused) < 300


def any_json() -> st.SearchStrategy[Any]:
    """Any value that Python can put in JSON, half characters and NaN among them."""
    texts = st.text(st.characters(), max_size=5) | st.sampled_from(("sanne", "s1", "2026-01-01", "12:00"))
    values = st.none() | st.booleans() | st.integers() | st.floats() | texts
    return st.recursive(values, lambda inner: st.lists(inner) | st.dictionaries(texts, inner), max_leaves=4)


@settings(max_examples=200)
@given(st.data(), st.sampled_from(NAMES), any_json())
def test_any_value_anywhere_is_refused_or_kept(data: st.DataObject, name: str, value: object) -> None:
    document = example(name)
    path = data.draw(st.sampled_from(list(paths(document))))
    outcomes([json.dumps(replaced(document, path, value)).encode()])


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("name", NAMES)
def test_a_file_cut_off_at_every_byte_is_refused(name: str) -> None:
    data = assets.example_case(name).read_bytes().rstrip()
    assert all(outcomes(data[:length] for length in range(len(data))))


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("name", NAMES)
def test_a_file_with_2000_random_flips_is_refused_or_whole(name: str) -> None:
    data = assets.example_case(name).read_bytes()
    chance = random.Random(9)
    refused = outcomes(flipped(data, chance) for _ in range(2_000))
    assert 1_000 < sum(refused) < 2_000
