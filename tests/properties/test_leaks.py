"""A hidden detail written by mistake into any text that a reader may see is found, in any usual spelling."""

import random
import string

from hypothesis import assume, given
from hypothesis import strategies as st

from beraad.disclosure.audience import File, Reader, Room
from beraad.disclosure.console import console_leaks
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.leaks import LeakSearch
from beraad.disclosure.paper import printed
from beraad.disclosure.wall import wall_of
from beraad.places import COPY
from beraad.terms import RoomSees, Step
from tests.properties.marked_cases import Document, Slot, marked_documents, read
from tests.properties.oracle import Oracle

SEEDS = st.integers(0, 2**32)
STREETS = ("Lindestraat", "Kade", "Oude Markt", "Burgemeester Prinsenlaan", "Zandweg", "Sint Jansplein")
NAMES = ("De Watermolen", "Het Palet", "Van Hees", "Albert Heijn", "’t Sonneveld Lyceum")
OF_ORDINARY_WORDS = ("De Watermolen", "Het Palet")
"""In small letters and without what they are, these are not surely a name."""
WORDS = ("paraplu", "groene tas", "rode trui", "tante Toos")
ADDRESSES = (
    "{street} {number}",
    "{street}, nr. {number}",
    "{street}{number}",
    "{street} nummer {number}",
    "{street} {number}b",
    "{number} {street}",
    "{street} op {number}",
    "{street} {number}-2",
)
SCRIPTS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９", "०१२३४५६७८९")
BETWEEN = ("", " ", "-", ".", "/", "  ", "\u00a0", "\u200b", " - ", "\n", "\u202f")


class Slip:
    """A detail, and one of the ways in which somebody writes it down by mistake."""

    def __init__(self, seed: int, kind: str = "") -> None:
        self.chance = random.Random(seed)
        self.kind = kind or self.chance.choice(("phone", "address", "email", "school", "work", "secret"))
        make = {
            "phone": self._phone,
            "address": self._address,
            "email": self._email,
            "school": self._name,
            "work": self._name,
            "secret": self._secret,
        }
        self.value, self.written = make[self.kind]()

    def put_in(self, document: Document, owner: str, visible_to: object) -> None:
        """Make it a hidden detail of this case."""
        if self.kind == "secret":
            document["secrets"] = [{"text": self.value, "visible_to": visible_to}]
            return
        detail = {"kind": self.kind, "value": self.value, "visible_to": visible_to}
        person = next(item for item in document["people"] if item["id"] == owner)
        person["contact"] = [*person["contact"], detail]

    def _phone(self) -> tuple[str, str]:
        digits = "06" + "".join(self.chance.choices(string.digits, k=8))
        stored = self.chance.choice((digits, f"{digits[:2]} {digits[2:6]} {digits[6:]}", f"+31{digits[1:]}"))
        start = self.chance.choice(("06", "+31 6", "+31(0)6", "0031 6", "+316", "6", "O6", ""))
        script = str.maketrans(string.digits, self.chance.choice(SCRIPTS))
        groups = digits[2:4], digits[4:6], digits[6:8], digits[8:]
        return stored, (start + self._between() + self._between().join(groups)).translate(script)

    def _address(self) -> tuple[str, str]:
        street, number = self.chance.choice(STREETS), str(self.chance.randrange(1, 400))
        stored = f"{street} {number}, {self.chance.choice(('Roosendaal', '4701 AB Roosendaal'))}"
        form = self.chance.choice(ADDRESSES)
        asked = street in ("Kade", "Oude Markt") and " op " in form
        return stored, self._case(form.format(street=street, number=number), lower=not asked)

    def _email(self) -> tuple[str, str]:
        name = "".join(self.chance.choices(string.ascii_lowercase, k=7))
        stored = f"{name}.h@example.nl"
        return stored, self._case(self.chance.choice((stored, stored.replace("@", " at "), f"<{stored}>")))

    def _name(self) -> tuple[str, str]:
        name = self.chance.choice(NAMES)
        what = self.chance.choice(("", "basisschool ", "Bakkerij "))
        written = self.chance.choice((name, what + name, name.replace(" ", "  ")))
        bare = name in OF_ORDINARY_WORDS and not (what and written.startswith(what))
        return what + name, self._case(written, lower=not bare)

    def _secret(self) -> tuple[str, str]:
        word = self.chance.choice(WORDS)
        return word, self._case(
            self.chance.choice((word, f"‘{word}’s", word.replace(" ", "-"), "\u200b".join(word)))
        )

    def _between(self) -> str:
        return self.chance.choice(BETWEEN)

    def _case(self, text: str, *, lower: bool = True) -> str:
        return self.chance.choice((str, str.upper, str.lower if lower else str))(text)


def is_shown(slot: Slot, step: Step) -> bool:
    """Whether the wall writes it out: of who does something only the name, of a rule nothing."""
    item, key = slot
    if step in (Step.AGREEMENTS, Step.DECIDE_AND_SIGN) and key in ("relation", "organisation"):
        return False
    return key != "rule" or item["kind"] == "recurring"


def write(slot: Slot, words: str) -> None:
    """Put these words into a text, between what stood there and more."""
    item, key = slot
    item[key] = f"{item[key]} {words} einde"


@given(marked_documents(), SEEDS, SEEDS)
def test_a_slip_in_any_text_of_a_copy_withholds_that_copy(document: Document, seed: int, where: int) -> None:
    chance, slip = random.Random(where), Slip(seed)
    people = [person["id"] for person in document["people"]]
    assume(len(people) > 1)
    owner, reader, *others = chance.sample(people, len(people))
    slip.put_in(document, owner, chance.choice(("facilitator", others, {"everyone_but": [reader]})))
    for meeting in document["meetings"]:
        # An address among the reader's own: then it is the reader's own address.
        own = next(person for person in document["people"] if person["id"] == reader)["contact"]
        slots = list(Oracle(document, meeting, [reader]).paper())
        slot = chance.choice([slot for slot in slots if not any(slot[0] is item for item in own)])
        was = slot[0][slot[1]]
        index = document["meetings"].index(meeting)
        case = read(document)
        assert Disclosure(case, case.meetings[index]).copy(Reader(reader)).leaks == ()
        write(slot, slip.written)
        case = read(document)
        copy = Disclosure(case, case.meetings[index]).copy(Reader(reader))
        leaks = copy.leaks
        if not leaks and copy.view.child is not None:
            # A promise with the name of a place or an institution is none that a child's copy prints.
            assert not any(slip.written in run.text for run in printed(copy.view, lambda _view: COPY))
            slot[0][slot[1]] = was
            continue
        assert leaks, (slip.value, slip.written)
        assert {leak.hidden.owner for leak in leaks} == {None if slip.kind == "secret" else owner}
        assert Disclosure(case, case.meetings[index]).copy(File()).leaks == ()
        if slip.kind != "secret":
            assert Disclosure(case, case.meetings[index]).copy(Reader(owner)).leaks == ()
        slot[0][slot[1]] = was


@given(marked_documents(), SEEDS, SEEDS)
def test_a_slip_in_any_text_of_the_wall_keeps_it_from_the_wall(
    document: Document, seed: int, where: int
) -> None:
    chance, slip = random.Random(where), Slip(seed)
    people = [person["id"] for person in document["people"]]
    room = frozenset(chance.sample(people, chance.randint(0, len(people))))
    slip.put_in(document, people[0], [])
    # Somebody else than the owner is in the room, or nobody is.
    assume(room != {people[0]} or slip.kind == "secret")
    for number, meeting in enumerate(document["meetings"]):
        sees = {scale["id"]: chance.choice(list(RoomSees)) for scale in meeting["scales"]}
        for step in Step:
            slots = list(Oracle(document, meeting, sorted(room)).wall(step, sees))
            slot = chance.choice([slot for slot in slots if is_shown(slot, step)])
            was = slot[0][slot[1]]
            write(slot, slip.written)
            written = repr(slot[0][slot[1]])
            case = read(document)
            wall = wall_of(Disclosure(case, case.meetings[number]), step, Room(room), sees)
            slot[0][slot[1]] = was
            assert wall.withheld, (step, slip.value, slip.written)
            assert written not in repr(wall.view)


@given(marked_documents(), SEEDS, SEEDS)
def test_the_console_names_exactly_those_whose_whole_copy_would_tell_too_much(
    document: Document, seed: int, where: int
) -> None:
    chance, slip = random.Random(where), Slip(seed)
    people = [person["id"] for person in document["people"]]
    slip.put_in(document, people[-1], [])
    for number, meeting in enumerate(document["meetings"]):
        slot = chance.choice(list(Oracle(document, meeting, [people[0]]).paper()))
        was = slot[0][slot[1]]
        write(slot, slip.written)
        case = read(document)
        disclosure = Disclosure(case, case.meetings[number])
        told = {name for leak in console_leaks(disclosure) for name in leak.reaches}
        leaking = {
            person.called
            for item in disclosure.meeting.participants
            for person in case.people
            if person.id == item.person and disclosure.signing(person.id)[1]
        }
        slot[0][slot[1]] = was
        assert told == leaking


@given(marked_documents(), SEEDS)
def test_without_a_slip_nothing_is_withheld(document: Document, seed: int) -> None:
    slip = Slip(seed)
    slip.put_in(document, document["people"][0]["id"], "facilitator")
    case = read(document)
    for meeting in case.meetings:
        disclosure = Disclosure(case, meeting)
        assert all(disclosure.copy(Reader(person.id)).leaks == () for person in case.people)
        for step in Step:
            assert wall_of(disclosure, step, Room(frozenset())).withheld == ()


@given(SEEDS, SEEDS)
def test_another_telephone_number_is_let_pass(one: int, another: int) -> None:
    hidden, harmless = Slip(one, "phone"), Slip(another, "phone")
    assume(hidden.value[-8:] != harmless.value[-8:])
    owner = {"id": "p1", "name": "P.", "called": "P.", "circle": "family", "contact": []}
    document = {
        "format": "beraad-case",
        "version": 2,
        "reference": "T-1",
        "family_name": "",
        "people": [owner],
        "meetings": [],
    }
    hidden.put_in(document, "p1", "facilitator")
    assert LeakSearch(read(document)).told_by(harmless.written, Room(frozenset())) == ()
