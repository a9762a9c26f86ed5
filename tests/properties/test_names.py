"""People called alike are told apart where one eye reads of both, and by nothing that it does not read of."""

import copy
import random

from hypothesis import given
from hypothesis import strategies as st

from beraad.disclosure.audience import Audience, Facilitator, File, Reader, Room
from beraad.disclosure.console import console
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.paper import printed
from beraad.disclosure.wall import wall_of
from beraad.export.copies import copy_for
from beraad.models import Case, PlanVersion
from beraad.models.names import told_apart
from beraad.places import COPY
from beraad.terms import MeetingMode, RoomSees, Step
from tests.disclosure import small_cases as small
from tests.properties.marked_cases import Document, marked_documents, read
from tests.properties.oracle import Oracle

SEEDS = st.integers(0, 2**32)
CALLED = ("Jan", "jan", "Piet")
STEPS = (Step.WELCOME, Step.WORRIES, Step.SCALE, Step.AGREEMENTS, Step.DECIDE_AND_SIGN)
ALTERNATING = MeetingMode.ALTERNATING.value
MORE = "p0"
"""The id of who is added."""


def with_names(document: Document, seed: int) -> Document:
    """The same case, in which many are called alike and each is somebody else to the family."""
    named = copy.deepcopy(document)
    chance = random.Random(seed)
    for number, person in enumerate(named["people"]):
        person["called"] = chance.choice(CALLED)
        person["relation"] = f"oom {number}"
    return named


def with_one_more(document: Document, who: list[str], seed: int) -> Document:
    """Somebody more, called like another, about whom nobody of `who` reads."""
    more = copy.deepcopy(document)
    chance = random.Random(seed)
    others = [person["id"] for person in more["people"] if person["id"] not in who]
    hidden = [MORE, *others] if who else [MORE]
    one = copy.deepcopy(chance.choice(more["people"]))
    one |= {"id": MORE, "name": "Jan Ander", "relation": "buurman", "birth_date": None}
    one["contact"] = [{"kind": "other", "value": "achter", "visible_to": hidden}]
    more["people"].append(one)
    for meeting in more["meetings"]:
        agreed = meeting.get("agreed_at") is not None
        if not agreed and chance.random() < 0.7:
            # Nobody reads yet who was invited: it is printed where one signs.
            meeting["participants"].append({"person": MORE, "attendance": "invited"})
        meeting["note_taker"] = MORE
        _hide_in(meeting, hidden)
    return more


def _hide_in(meeting: Document, hidden: list[str]) -> None:
    """What names this person, for others alone. It stands last: numbers of the rest stay the same."""
    unseen = {"visible_to": hidden}
    meeting["statements"].append(
        {"id": "s0", "column": "danger", "kind": "harm", "text": "Iets.", "disputed_by": [MORE], **unseen}
    )
    timing = {"kind": "always"}
    for name, ended in (("a0", None), ("a00", {"on": None, "because": "Klaar."})):
        wanted = {"id": name, "what": "Iets.", "owners": [MORE], "timing": timing, "ended": ended, **unseen}
        meeting["agreements"].append({**wanted, "checked_by": MORE, "accepted_by": [MORE]})
    own = {"person": MORE, "value": 3}
    meeting["scales"].append(
        {
            "id": "v0",
            "kind": "other",
            "question": "Nieuw?",
            "zero": "a",
            "ten": "b",
            "scores": [own],
            **unseen,
        }
    )
    # Of two rooms the other one's answers are not seen; else the wall of the test shows those to the first.
    for scale in meeting["scales"][0 if meeting["mode"] == ALTERNATING else 1 :]:
        # A number is on the own copy alone.
        scale["scores"] = [*scale["scores"], own] if own not in scale["scores"] else scale["scores"]
    if meeting.get("time_out") is None:
        out = {"signal": "Stop.", "takes": MORE, "goes_to": "Thuis", "minutes": 9, "returns": "Straks"}
        meeting["time_out"] = {**out, **unseen}


def people(document: Document) -> list[str]:
    return [person["id"] for person in document["people"]]


def doors(case: Case) -> list[Disclosure]:
    """Each meeting of the case at the door."""
    return [Disclosure(case, meeting) for meeting in case.meetings]


def freeze(case: Case) -> Case:
    """The case with every agreed plan as it stands kept."""
    for door in doors(case):
        if door.meeting.agreed_at:
            version = PlanVersion(agreed_at=door.meeting.agreed_at, digests=door.digests())
            door.meeting.plan_versions.append(version)
    return case


@given(marked_documents(), SEEDS)
def test_a_copy_tells_nothing_of_somebody_called_alike_whom_its_reader_does_not_see(
    document: Document, seed: int
) -> None:
    document = with_names(document, seed)
    name = random.Random(seed).choice(people(document))
    one, other = freeze(read(document)), freeze(read(with_one_more(document, [name], seed)))
    for before, after in zip(doors(one), doors(other), strict=True):
        mine, theirs = before.copy(Reader(name)).view, after.copy(Reader(name)).view
        assert _on_paper(before, name) == _on_paper(after, name)
        assert (copy_for(mine).code, mine.version) == (copy_for(theirs).code, theirs.version)
        assert mine.body == theirs.body
        assert before.digest(name) == after.digest(name)


@given(marked_documents(), SEEDS)
def test_the_wall_tells_nothing_of_somebody_called_alike_whom_the_room_does_not_see(
    document: Document, seed: int
) -> None:
    document = with_names(document, seed)
    everybody = people(document)
    who = random.Random(seed).choice(([], everybody[:1], everybody[1:], everybody))
    room = Room(frozenset(who))
    one, other = read(document), read(with_one_more(document, who, seed))
    for before, after in zip(doors(one), doors(other), strict=True):
        sees = _sees(before)
        for step in STEPS:
            assert _on_wall(before, step, room, sees) == _on_wall(after, step, room, sees)
        _all_apart(before, room)
        _all_apart(after, room)


@given(marked_documents(), SEEDS)
def test_two_called_alike_on_one_paper_are_told_apart(document: Document, seed: int) -> None:
    document = with_names(document, seed)
    case = read(document)
    for door, meeting in zip(doors(case), document["meetings"], strict=True):
        for name in people(document):
            oracle = Oracle(document, meeting, [name])
            if oracle.is_child(name):
                # Of a child's copy the oracle knows what may stand there, not which promises do: see below.
                continue
            slots = [item for item, key in oracle.paper() if key == "called"]
            there = {item["id"] for item in slots}
            names = [text for text in set(_on_paper(door, name)) if _is_name(text)]
            assert len(names) == len(there)


@given(marked_documents(), SEEDS)
def test_two_called_alike_on_one_childs_copy_are_told_apart(document: Document, seed: int) -> None:
    """Whom it chose, whatever it calls them, and who promised."""
    document = with_names(document, seed)
    chance = random.Random(seed)
    for person in document["people"]:
        person["birth_date"] = "2016-03-03"
        person["contact"] = [{"kind": "phone", "value": f"06 {person['id']}", "visible_to": "everyone"}]
        person["may_call"] = [
            {"person": who, "called": chance.choice(("opa", "Jan", None))} for who in people(document)
        ]
    for meeting in document["meetings"]:
        for item in meeting["agreements"]:
            item |= {
                "accepted_by": item["owners"],
                "visible_to": "everyone",
                "what": "Elke dag is er tijd om te fietsen.",
            }
    case = read(document)
    for door in doors(case):
        agreements = {item.id: item for item in door.meeting.agreements}
        for name in people(document):
            child = door.copy(Reader(name)).view.child
            assert child is not None
            called: dict[str, set[str]] = {}
            for call in child.calls:
                called.setdefault(_key(call.called), set()).add(door.found.place_of(call).id)
            for promise in child.promises:
                item = agreements[door.found.place_of(promise).of_meeting.id]
                for owner, by in zip(dict.fromkeys(item.owners), promise.by, strict=True):
                    called.setdefault(_key(by), set()).add(owner)
            assert all(len(who) == 1 for who in called.values()), called


@given(marked_documents(), SEEDS)
def test_the_facilitator_and_the_file_tell_apart_everybody_of_the_case(document: Document, seed: int) -> None:
    document = with_names(document, seed)
    case = read(document)
    names = told_apart(case.people)
    for door in doors(case):
        view = console(door, Room(frozenset()))
        assert {person.id: person.called for person in view.people} == names
        assert door.names == names
        whole: tuple[Audience, ...] = (File(), Facilitator())
        for audience in whole:
            seats = door.copy(audience).view.meeting.participants
            assert [seat.person.called for seat in seats] == [
                names[item.person] for item in door.meeting.participants
            ]


def test_who_is_added_is_seen_where_it_is_for_everyone() -> None:
    """Without this, the tests above could be about nothing."""
    family = [
        small.person("rima", called="Jan", relation="opa"),
        small.person("yousef"),
        small.person("noor"),
        small.person("kees", called="Jan", relation="buurman"),
    ]
    for readers, called in (("everyone", "Jan (opa)"), (["noor"], "Jan")):
        plan = small.meeting(
            agreements=[
                small.agreement("a1", owners=("rima",)),
                small.agreement("a2", owners=("kees",), visible_to=readers),
            ]
        )
        content = small.case(plan, people=family)
        door = Disclosure(content, content.meetings[0])
        assert door.copy(Reader("yousef")).view.body.agreements[0].owners[0].called == called
        on_wall = wall_of(door, Step.AGREEMENTS, Room(frozenset({"rima", "yousef"}))).view
        assert on_wall.agreements[0].owners[0].called == called


def _on_paper(door: Disclosure, reader: str) -> list[str]:
    """Every text of this reader's paper."""
    view = door.copy(Reader(reader)).view
    return [run.text for run in printed(view, lambda _view: COPY)]


def _sees(door: Disclosure) -> dict[str, RoomSees]:
    """All answers to the first question and to the one that is added; of two rooms, to every question."""
    scales = door.meeting.scales if door.meeting.mode == ALTERNATING else door.meeting.scales[:1]
    return dict.fromkeys(("v0", *(scale.id for scale in scales)), RoomSees.ALL)


def _on_wall(door: Disclosure, step: Step, room: Room, sees: dict[str, RoomSees]) -> object:
    return wall_of(door, step, room, sees, turn=min(room.people, default=None)).view


def _all_apart(door: Disclosure, room: Room) -> None:
    """Everybody who is named beside each other on the wall has another name."""
    shown = {scale.id: RoomSees.ALL for scale in door.meeting.scales}
    here = [item for item in door.meeting.participants if item.person in room.people]
    welcome = wall_of(door, Step.WELCOME, room).view.people
    assert len({_key(seat.person.called) for seat in welcome}) == len(here)
    for scale in wall_of(door, Step.SCALE, room, shown).view.scales:
        assert len({_key(person.called) for person, _ in scale.given}) == len(scale.given)


def _key(name: str) -> str:
    return name.casefold()


def _is_name(text: str) -> bool:
    return text.casefold().startswith(("jan", "piet"))
