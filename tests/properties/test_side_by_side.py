"""The difference told between two papers is that between the texts of their PDFs."""

import copy
import io
import itertools
import json
import random

import pypdf
import pytest
from hypothesis import given, settings

from beraad import assets
from beraad.disclosure.disclose import Disclosure
from beraad.exchange import read_case_file
from beraad.export.copies import copy_for
from beraad.export.pdf import render
from beraad.models import Case, Meeting
from beraad.services.printing import Copies
from beraad.texts import on_one_line
from tests.properties.marked_cases import (
    Author,
    Document,
    Marks,
    any_marked_document,
    marked_documents,
    marks_in,
    read,
)

Apart = set[tuple[str, str, str]]
"""Place of an item, the person in whose paper it stands, and the one in whose it does not."""


def ink(case: Case, meeting: Meeting, person: str) -> str:
    """Every letter of a PDF, without spacing: a word may be broken over lines."""
    view = Disclosure(case, meeting).paper(person).view
    pdf = pypdf.PdfReader(io.BytesIO(render(copy_for(view)).data))
    return "".join("".join(page.extract_text() for page in pdf.pages).split())


def items(document: Document, meeting: Document) -> dict[str, str]:
    """The text by which each item of a case is known on paper, by the place of the item."""
    base = f"meetings/{on_one_line(meeting['id'])}"
    known_by = {"statements": "text", "agreements": "what", "scales": "question"}
    found = {
        f"{base}/{kind}/{on_one_line(item['id'])}": item[key]
        for kind, key in known_by.items()
        for item in meeting.get(kind, [])
    }
    steps = sorted(meeting.get("emergency", []), key=lambda step: step["order"])
    found |= {f"{base}/emergency/{number}": step["text"] for number, step in enumerate(steps, start=1)}
    first = meeting.get("time_out")
    outs = [first] if first else []
    for number, item in enumerate([*outs, *meeting.get("more_time_outs", [])], start=1):
        found[f"{base}/time_out" + (f"-{number}" if number > 1 else "")] = item["signal"]
    for person in document["people"]:
        for number, item in enumerate(person.get("contact", []), start=1):
            if item["kind"] in ("phone", "email"):
                found[f"people/{person['id']}/contact/{number}"] = item["value"]
    return found


def apart_in_ink(document: Document, meeting: Document, inks: dict[str, str]) -> Apart:
    """Differences between two PDFs, but for numbers of the two themselves."""
    found: Apart = set()
    for place, text in items(document, meeting).items():
        for one, other in itertools.permutations(inks, 2):
            own = place.startswith((f"people/{one}/", f"people/{other}/"))
            if text in inks[one] and text not in inks[other] and not own:
                found.add((place, one, other))
    return found


def apart_as_said(case: Case, meeting: Meeting, people: list[str]) -> Apart:
    """Differences told of each two papers."""
    copies = Copies(case, meeting.id)
    pairs = itertools.combinations(people, 2)
    found = [item for one, other in pairs for item in copies.betrayals(one, other)]
    return {(str(item.place), item.held_by, item.lacked_by) for item in found}


def both_ways(document: Document) -> tuple[Apart, Apart]:
    """What differs between the papers of the last meeting: as it is said, and in ink."""
    if not document["meetings"]:
        return set(), set()
    document = copy.deepcopy(document)
    content = document["meetings"][-1]
    marks = Marks(after=80_000)
    for item in content.get("scales", []):
        item["question"] = marks.next()  # else two questions may be worded alike
    case = read(document)
    meeting, people = case.meetings[-1], [person.id for person in case.people]
    inks = {person: ink(case, meeting, person) for person in people}
    return apart_as_said(case, meeting, people), apart_in_ink(document, content, inks)


@settings(max_examples=6)
@given(marked_documents())
def test_two_papers_betray_what_their_ink_does(document: Document) -> None:
    said, inked = both_ways(document)
    assert said == inked


@pytest.mark.long
@settings(max_examples=300)
@given(marked_documents() | any_marked_document())
def test_two_papers_of_many_cases_betray_what_their_ink_does(document: Document) -> None:
    said, inked = both_ways(document)
    assert said == inked


def test_a_whole_case_has_each_kind_of_difference_and_one_that_was_not_said_would_be_seen() -> None:
    said: Apart = set()
    for seed in range(3):
        one, inked = both_ways(Author(random.Random(seed), 5, 1, 6).case())
        assert one == inked
        said |= one
    kinds = {place.split("/")[2].partition("-")[0] for place, _in, _not_in in said}
    assert kinds == {"statements", "agreements", "scales", "emergency", "time_out", "contact"}


def test_a_page_of_a_child_that_is_full_is_compared_as_it_is_drawn() -> None:
    author = Author(random.Random(1), 2, 1, 0)
    document = author.case()
    child, other = (person["id"] for person in document["people"])
    document["people"][0] |= {"birth_date": "2018-01-01", "own_words": None}
    document["people"][1]["birth_date"] = "1990-01-01"
    content = document["meetings"][0]
    long = " ".join(["belt", "elke", "avond"] * 12)
    content["agreements"] = [
        {**author.agreement(f"a{number}"), "what": f"{author.text()} {long}", "owners": [other]}
        | {"accepted_by": [other], "ended": None, "visible_to": "everyone"}
        for number in range(1, 14)
    ]
    case = read(document)
    inks = {person: ink(case, case.meetings[0], person) for person in (child, other)}
    held = {item["id"] for item in content["agreements"] if marks_in(item["what"]) & marks_in(inks[child])}
    assert 0 < len(held) < 10, "control: the page has room for some of them"
    said = {place for place, _in, not_in in apart_as_said(case, case.meetings[0], [child, other])}
    lacked = {item["id"] for item in content["agreements"]} - held
    assert {place.split("/")[3] for place in said if "/agreements/" in place} == lacked


@pytest.mark.parametrize("name", ["haddad", "de-wit"])
def test_the_papers_of_the_examples_betray_what_their_ink_does(name: str) -> None:
    path = assets.example_case(name)
    document, case = json.loads(path.read_bytes()), read_case_file(path)
    meeting = case.meetings[0]
    people = [person.id for person in case.people if person.id not in ("lisa", "adam")]
    inks = {person: ink(case, meeting, person) for person in people}
    document = json.loads("".join(json.dumps(document, ensure_ascii=False).split(" ")))  # as the ink is read
    said = apart_as_said(case, meeting, people)
    assert said == apart_in_ink(document, document["meetings"][0], inks)
    assert said or name == "de-wit", "control: in Haddad papers differ"
