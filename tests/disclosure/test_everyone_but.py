"""For everyone but some: who is added later sees it, who is left out does not, nor a room with one."""

from typing import Any

import pytest

from beraad.disclosure.audience import Facilitator, File, Reader, Room, may_see
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.wall import wall_of
from beraad.readers import Readers
from beraad.terms import Step
from tests.disclosure.small_cases import agreement, case, detail, meeting, people, person, statement

NOT_YOUSEF = {"everyone_but": ["yousef"]}
SECRET = "Tante weet waar de sleutel ligt."


def small(readers: Any = NOT_YOUSEF, *, contacts: dict[str, Any] | None = None, **plan: Any) -> Disclosure:
    everybody = [*people(**(contacts or {})), person("later", "network")]
    made = case(
        meeting(**(plan or {"statements": [statement("s1", SECRET, visible_to=readers)]})),
        people=everybody,
        version=2,
    )
    return Disclosure(made, made.meetings[0])


@pytest.mark.parametrize("name", ["rima", "noor", "later"])
def test_everyone_else_reads_it_also_who_was_added_later(name: str) -> None:
    assert SECRET in repr(small().copy(Reader(name)).view)


def test_who_is_left_out_never_reads_it_and_would_if_it_were_for_everyone() -> None:
    assert SECRET not in repr(small().copy(Reader("yousef")).view)
    assert SECRET in repr(small("everyone").copy(Reader("yousef")).view)


@pytest.mark.parametrize(
    ("here", "seen"),
    [
        ({"rima", "noor"}, True),
        ({"rima", "noor", "yousef"}, False),
        ({"yousef"}, False),
        (set(), False),
        ({"rima", "nobody"}, False),
    ],
)
def test_a_room_sees_it_while_nobody_in_it_is_left_out(here: set[str], seen: bool) -> None:
    wall = wall_of(small(), Step.WORRIES, Room(frozenset(here)))
    assert (SECRET in repr(wall.view)) is seen


def test_the_facilitator_and_the_file_see_it() -> None:
    made = small().case
    assert may_see(made, Readers.everyone_but("yousef"), Facilitator())
    assert may_see(made, Readers.everyone_but("yousef"), File())


def test_an_owner_sees_the_own_agreement_though_left_out() -> None:
    plan = {"agreements": [agreement("a1", SECRET, ("yousef",), visible_to=NOT_YOUSEF)]}
    assert SECRET in repr(small(**plan).copy(Reader("yousef")).view)


@pytest.mark.parametrize(
    "unknown",
    [
        {},
        {"everyone_but": []},
        {"everyone_but": "yousef"},
        {"everyone_but": [1]},
        {"everyone_but": None},
        {"everyone": []},
        "somebody",
        [1],
        {"everyone_but": ["yousef"], "more": 1},
        7,
        None,
    ],
)
def test_what_is_not_understood_names_no_readers(unknown: Any) -> None:
    assert Readers.parse(unknown) is None


def test_readers_are_kept_as_they_were() -> None:
    for kept in ("everyone", "professionals", "facilitator", ["rima"], ["rima", "rima"], [], NOT_YOUSEF):
        readers = Readers.parse(kept)
        assert readers is not None
        assert readers.kept == kept
    assert Readers.parse(NOT_YOUSEF) == Readers.everyone_but("yousef")


def test_a_text_that_tells_it_is_a_leak_to_who_is_left_out_alone() -> None:
    hidden = {"rima": [detail("phone", "06 7700 1101", NOT_YOUSEF)]}
    told = {"statements": [statement("s1", "Bel 06 7700 1101.")]}
    assert [str(leak.place) for leak in small(contacts=hidden, **told).copy(Reader("yousef")).leaks] == [
        "meetings/b1/statements/s1/text"
    ]
    assert not small(contacts=hidden, **told).copy(Reader("later")).leaks
    known = {"rima": [detail("phone", "06 7700 1101", "everyone")]}
    assert not small(contacts=known, **told).copy(Reader("yousef")).leaks
