"""A child's copy, read back from its PDF: what stands on it, how large, and what never does."""

import dataclasses
import io
import json
import random
import re
from collections.abc import Iterator
from typing import Any

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad import assets
from beraad.disclosure.audience import Reader
from beraad.disclosure.disclose import Disclosure
from beraad.disclosure.views import ChildView, GoView, PlanView
from beraad.exchange import read_case
from beraad.export.childs_copy import CHILD_LINE, childs_copy
from beraad.export.copies import copy_for
from beraad.export.pdf import render
from beraad.i18n import DUTCH
from beraad.models.person import gets_child_copy
from tests.export import samples
from tests.export.reading import read, squeezed, text_of

Document = dict[str, Any]

FOUR = [
    {"person": "ans", "called": "oma"},
    {"person": "sanne", "called": "mama"},
    {"person": "joke"},
    {"person": "kees", "called": "ome Kees"},
]
FATIMAS = "076 555 0101"
WISH = "Ik wil weer slapen zonder wakker te worden."


def example(name: str = "de-wit") -> Document:
    """An example case, as a file of version 2."""
    content: Document = json.loads(assets.example_case(name).read_bytes())
    content.pop("checks", None)
    return content | {"version": 2}


def person(content: Document, name: str) -> Document:
    """Somebody of a case file."""
    return next(item for item in content["people"] if item["id"] == name)


def meeting(content: Document) -> Document:
    """The first meeting of a case file."""
    found: Document = content["meetings"][0]
    return found


def view_of(content: Document, child: str) -> PlanView:
    """What this child may see of the first meeting."""
    case = read_case(json.dumps(content).encode(), "test")
    return Disclosure(case, case.meetings[0]).copy(Reader(child)).view


def paper(content: Document, child: str = "lisa") -> str:
    """The words of the printed copy on one line."""
    return " ".join(text_of(copy_for(view_of(content, child))).split())


def lisa(**more: Any) -> Document:
    """The family De Wit, with this about Lisa."""
    content = example()
    person(content, "lisa").update(more)
    return content


# -- first and largest -----------------------------------------------------------------------------


def letters_of(content: Document, child: str) -> list[dict[str, Any]]:
    """Every letter of the printed copy with its size and place."""
    data = render(copy_for(view_of(content, child))).data
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [char for page in pdf.pages for char in page.chars]


def test_112_is_the_first_number_and_larger_than_anything_else() -> None:
    letters = letters_of(lisa(may_call=FOUR), "lisa")
    largest = max(letters, key=lambda char: float(char["size"]))["size"]
    assert "".join(char["text"] for char in letters if char["size"] == largest) == "112"
    assert float(largest) > 40
    assert next(char["text"] for char in letters if char["text"].isdigit()) == "1"


def test_no_letter_is_smaller_than_fifteen_points_and_the_page_stands_upright() -> None:
    assert min(float(char["size"]) for char in letters_of(lisa(may_call=FOUR), "lisa")) > 15
    (page,) = read(copy_for(view_of(lisa(may_call=FOUR), "lisa"))).pages
    assert page.mediabox.width < page.mediabox.height


# -- whom it may call --------------------------------------------------------------------------------


def test_nobody_stands_on_it_whom_the_child_did_not_choose() -> None:
    text = paper(lisa())
    assert re.findall(r"0[\d -]{7,}\d", text) == [CHILD_LINE]
    assert "Kindertelefoon" in text


def test_whom_it_chose_stands_there_in_its_order_and_in_its_words() -> None:
    text = paper(lisa(may_call=FOUR))
    places = [
        text.index(words) for words in ("oma 06", "mama 06", "Joke 076", "ome Kees 06", "Kindertelefoon")
    ]
    # Two stand beside each other: the page is read row by row or column by column.
    assert sorted(places[::2]) == places[::2]
    numbers = ["06 1234 0003", "06 1234 0001", "076 555 0102", "06 1234 0004", CHILD_LINE]
    assert sorted(re.findall(r"0[\d -]{7,}\d", text)) == sorted(numbers)


def test_of_more_than_four_the_first_four_stand_there() -> None:
    text = paper(lisa(may_call=[*FOUR, {"person": "fatima"}]))
    assert FATIMAS not in text
    assert "06 1234 0004" in text


@pytest.mark.parametrize("visible_to", ["facilitator", "professionals", ["mark"]])
def test_a_number_that_the_child_may_not_have_is_not_there_and_the_next_chosen_is(visible_to: Any) -> None:
    content = lisa(may_call=[*FOUR, {"person": "fatima"}])
    assert "06 1234 0001" in paper(content), "the control"
    person(content, "sanne")["contact"][0]["visible_to"] = visible_to
    text = paper(content)
    assert "06 1234 0001" not in text
    assert FATIMAS in text


# -- what was promised -------------------------------------------------------------------------------


def test_what_every_owner_accepted_is_promised_and_nothing_else() -> None:
    content = lisa(may_call=FOUR)
    assert "Oma Ans belt mij elke avond om acht uur." in paper(content)
    for accepted, stands in ((["ans"], True), ([], False)):
        meeting(content)["agreements"][1]["accepted_by"] = accepted
        assert ("Oma Ans belt" in paper(content)) is stands
    both = meeting(content)["agreements"][0]
    assert both["owners"] == ["mark", "kees"]
    both["accepted_by"] = ["mark"]
    assert "time-out" not in paper(content)


def test_it_says_who_said_yes_in_the_words_of_the_child() -> None:
    assert "Beloofd door mama en oma." in paper(lisa(may_call=FOUR))


def test_without_a_promise_no_heading_promises_one() -> None:
    content = lisa()
    meeting(content)["agreements"] = []
    assert "beloofd" not in paper(content)
    assert "beloofd" in paper(lisa()), "the control"


def test_a_promise_for_once_says_its_day() -> None:
    content = lisa()
    meeting(content)["agreements"][1]["timing"] = {"kind": "once", "starts_on": "2026-10-14", "at": "20:00"}
    assert "Eén keer, op woensdag 14 oktober 2026, om 20:00 uur." in paper(content)


def test_it_speaks_to_the_child_and_not_about_it() -> None:
    text = paper(lisa(may_call=FOUR))
    assert "Sanne en ik slapen het weekend bij oma Ans" in text
    assert "Sanne en ik gaan naar oma Ans." in text
    assert text.count("Lisa") == 2, "whose plan it is, above and below"


@pytest.mark.parametrize(
    ("what", "stands"),
    [
        ("Mark gaat op dinsdag naar de praatgroep.", True),
        ("Mark gaat op dinsdag naar Novadic-Kentron.", False),
        ("Novadic belt Mark.", False),
        ("Mark praat met de GGZ.", False),
        ("Kees belt Veilig Thuis als het misgaat.", False),
        ("Veilig Thuis belt Mark.", False),
        ("Joke van het interventieteam belt Mark.", False),
        ("Juf Els vraagt hoe het was.", False),
        ("Oma Ans komt elke dag.", True),
        ("Elke avond leest Sanne voor.", True),
    ],
)
def test_institutions_are_not_named(what: str, stands: bool) -> None:
    """A name that is nobody's of this family may be one."""
    content = lisa()
    meeting(content)["agreements"][1]["what"] = what
    assert (what in paper(content)) is stands


@pytest.mark.parametrize(
    ("change", "stands"),
    [
        ({"what": "Lisa belt oma als papa boos is."}, False),
        ({"what": "Als papa boos is, haalt Lisa Sanne."}, False),
        (
            {"what": "Oma Ans haalt Lisa op.", "owners": ["ans", "lisa"], "accepted_by": ["ans", "lisa"]},
            False,
        ),
        ({"what": "Oma Ans haalt Lisa op."}, True),
    ],
)
def test_what_the_child_should_do_is_not_there(change: Document, stands: bool) -> None:
    content = lisa()
    meeting(content)["agreements"][1].update(change)
    text = paper(content)
    assert ("Oma Ans haalt mij op." in text) is stands
    assert not re.search(r"(Lisa|ik) (belt|bel|haalt|haal)|(haalt|haal) (Lisa|ik)", text)


# -- where it can go -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Sanne en Lisa gaan naar oma Ans.", True),
        ("De kinderen gaan naar oma Ans.", True),
        ("Lisa gaat naar Mark.", False),
        ("Lisa rent naar oma en belt 112.", False),
        ("Oma Ans belt Kees.", False),
        ("Lisa gaat naar Stichting Valkenhorst.", False),
    ],
)
def test_where_it_can_go_is_never_to_who_is_feared(text: str, stands: bool) -> None:
    content = lisa()
    meeting(content)["emergency"] = [{"order": 1, "text": text}]
    assert ("Hier kan ik naartoe" in paper(content)) is stands


# -- own words, and when we talk again -------------------------------------------------------------------


def test_own_words_stand_there_only_if_the_child_said_so() -> None:
    assert WISH in paper(lisa(own_words=WISH, own_words_may_be_read=True))
    for more in ({}, {"own_words_may_be_read": False}):
        text = paper(lisa(own_words=WISH, **more))
        assert "slapen zonder" not in text
        assert "zelf gezegd" not in text


def test_own_words_are_in_nobody_elses_copy_nor_in_the_plan_for_the_file() -> None:
    content = lisa(own_words=WISH, own_words_may_be_read=True)
    case = read_case(json.dumps(content).encode(), "test")
    for item in case.people:
        view = Disclosure(case, case.meetings[0]).copy(Reader(item.id)).view
        assert ("slapen zonder" in str(view)) is (item.id == "lisa")


def test_it_says_on_which_day_we_talk_again_and_not_where() -> None:
    text = paper(lisa())
    assert "zaterdag 21 november Dan praten we weer." in text
    assert meeting(lisa())["next_meeting"]["place"] not in text


# -- what is never on it ---------------------------------------------------------------------------------


def never(content: Document, child: str) -> Iterator[str]:
    """Texts of a case file that may not stand on the copy of this child."""
    yield content["family_name"]
    for item in content["people"]:
        yield item.get("organisation") or ""
        yield from (detail["value"] for detail in item.get("contact", []) if detail["kind"] != "phone")
    for held in content["meetings"]:
        yield from (item["text"] for item in held.get("statements", []))
        for scale in held.get("scales", []):
            yield from (scale["question"], scale["zero"], scale["ten"])
            yield from (score.get("because") or "" for score in scale["scores"])
        for answer in held.get("answers", []):
            yield answer.get("remark") or ""
        for item in held.get("agreements", []):
            if set(item["owners"]) - set(item.get("accepted_by", [])):
                yield item["what"]


def holds_what_it_may(content: Document, child: str) -> None:
    """Every rule about the copy of this child, read back from its PDF."""
    view = view_of(content, child)
    printed = read(copy_for(view))
    assert len(printed.pages) == 1
    text = squeezed(printed.pages[0].extract_text())
    told = " ".join(str(value) for value in (printed.metadata or {}).values())
    assert "Mijn plan" in told
    assert content["reference"] not in told
    chosen = [item["person"] for item in person(content, child).get("may_call", [])]
    for item in content["people"]:
        for detail in item.get("contact", []):
            if item["id"] not in chosen and detail["kind"] == "phone":
                assert squeezed(detail["value"]) not in text
    for hidden in never(content, child):
        assert not hidden or squeezed(hidden) not in text, hidden
    assert "Getekend" not in text
    assert "Veiligheidsplan" not in text
    assert text.index("112") < text.index("Kindertelefoon")
    assert min(float(char["size"]) for char in letters_of(content, child)) > 15


@pytest.mark.parametrize(("name", "child"), [("de-wit", "lisa"), ("haddad", "adam")])
def test_the_copies_of_the_examples_hold_what_they_may(name: str, child: str) -> None:
    holds_what_it_may(example(name), child)
    holds_what_it_may(large_family(), "elif")


def test_a_worry_on_it_would_be_seen() -> None:
    """The control: the same looks, with a worry where the own words stand."""
    worry = meeting(example())["statements"][0]["text"]
    with pytest.raises(AssertionError, match=re.escape(worry[:20])):
        holds_what_it_may(lisa(own_words=worry, own_words_may_be_read=True), "lisa")


def large_family() -> Document:
    """Thirteen people of all ages, a father who is feared, and one-off promises without a hint of a child."""
    names = ["Kemal", "Selin", "Deniz", "Elif", "Ömer", "babaanne Gül", "tante Ayşe", "buurman Henk", "Naima"]
    people: list[Document] = [
        {
            "id": name.split()[-1].lower().replace("ö", "o").replace("ü", "u").replace("ş", "s"),
            "name": f"{name.split()[-1]} Kaya-Öztürk",
            "called": name,
            "circle": "family" if place < 5 else "network",
            "contact": [{"kind": "phone", "value": f"06 5511 00{place:02d}", "visible_to": "everyone"}],
        }
        for place, name in enumerate(names)
    ]
    people += [
        {
            "id": f"pro{place}",
            "name": f"Werker {place}",
            "called": called,
            "circle": "professional",
            "organisation": organisation,
            "contact": [{"kind": "phone", "value": f"076 551 00{place:02d}", "visible_to": "everyone"}],
        }
        for place, (called, organisation) in enumerate(
            [("Loes", "Sociaal Wijkteam Oost"), ("Bram", "GGZ De Linde"), ("Yara", "basisschool De Zwaluw")]
        )
    ]
    next(item for item in people if item["id"] == "elif")["birth_date"] = "2016-03-03"

    def agreement(number: int, what: str, *owners: str, once: bool = False) -> Document:
        timing = {"kind": "once", "starts_on": "2026-12-04"} if once else {"kind": "always"}
        who = list(owners)
        return {"id": f"a{number}", "what": what, "owners": who, "accepted_by": who, "timing": timing}

    what = [
        agreement(1, "Als Kemal boos wordt, gaat hij naar buurman Henk.", "kemal", "henk"),
        agreement(2, "Babaanne Gül haalt Elif en Ömer op vrijdag uit school.", "gul"),
        agreement(3, "Selin en Loes gaan met Elif naar het stadhuis.", "selin", "pro0", once=True),
        agreement(4, "Kemal praat elke week met Bram van GGZ De Linde.", "kemal"),
        agreement(5, "Tante Ayşe slaapt in het weekend bij Selin en de kinderen.", "ayse"),
        agreement(6, "Yara vraagt Elif elke maandag hoe het was.", "pro2"),
        agreement(7, "Henk klopt elke avond aan de deur van de familie Kaya-Öztürk.", "henk"),
        agreement(8, "Naima brengt Elif woensdag naar turnen.", "naima"),
    ]
    fear = {"id": "s1", "column": "danger", "kind": "danger_statement", "from": ["kemal"], "about": ["selin"]}
    return {
        "format": "beraad-case",
        "version": 2,
        "reference": "IT-9",
        "family_name": "Kaya-Öztürk",
        "people": people,
        "meetings": [
            {
                "id": "b1",
                "number": 1,
                "kind": "family_network",
                "starts_at": "2026-11-02T10:00",
                "facilitator": "pro0",
                "participants": [{"person": item["id"], "attendance": "present"} for item in people],
                "statements": [fear | {"text": "Kemal kan Selin weer slaan als hij gegokt heeft."}],
                "agreements": what,
                "emergency": [{"order": 1, "text": "De kinderen gaan naar buurman Henk."}],
                "next_meeting": {"starts_at": "2026-12-14T10:00", "place": "kantoor Sociaal Wijkteam Oost"},
            }
        ],
    }


def test_in_a_large_family_she_reads_the_promises_that_are_hers_to_know() -> None:
    text = paper(large_family(), "elif")
    assert "Selin en Loes gaan met mij naar het stadhuis." in text
    assert "Babaanne Gül haalt mij en Ömer op vrijdag uit school." in text
    assert "Eén keer, op vrijdag 4 december 2026." in text
    assert "Wij gaan naar buurman Henk." in text
    assert "GGZ" not in text
    assert "06 5511" not in text


# -- whatever there is -----------------------------------------------------------------------------------

LONG = st.text(st.sampled_from("abc déf Ω نص ."), max_size=4000)


@st.composite
def children(draw: st.DrawFn) -> ChildView:
    """What a copy may hold: nothing of it, and far more than fits."""
    number = random.Random(draw(st.integers(0, 2**20)))
    base = samples.LISAS
    promises = [
        samples.PromiseView(
            draw(LONG) or "x", samples.EVERY_EVENING, tuple("naam" * 40 for _ in range(number.randint(1, 9)))
        )
        for _ in range(draw(st.integers(0, 14)))
    ]
    return ChildView(
        draw(st.text(max_size=500)) or "x",
        base.calls[: draw(st.integers(0, 3))],
        tuple(map(GoView, draw(st.lists(LONG, max_size=3)))),
        tuple(promises),
        draw(st.none() | LONG),
    )


@settings(max_examples=40)
@given(children())
def test_it_is_always_one_page(child: ChildView) -> None:
    view = dataclasses.replace(samples.de_wit(samples.LISA, child=True), child=child)
    assert render(childs_copy(view, "Concept", DUTCH)).pages == 1


def test_where_not_all_fits_it_says_that_there_is_more() -> None:
    content = lisa()
    one = meeting(content)["agreements"][1]
    meeting(content)["agreements"] = [
        one | {"id": f"a{place}", "what": f"Oma Ans komt {place} keer langs en brengt dan iets lekkers mee."}
        for place in range(1, 14)
    ]
    text = paper(content)
    assert "Er is nog meer beloofd. Vraag het maar." in text
    assert "Dan praten we weer." in text
    assert "Oma Ans komt 1 keer" in text


def test_only_who_is_twelve_or_younger_gets_it() -> None:
    case = read_case(json.dumps(example()).encode(), "test")
    found = [item.id for item in case.people if gets_child_copy(item, case.meetings[0].day_of_ages)]
    assert found == ["lisa"]


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("Kees bewaart Marks telefoon.", "Kees bewaart Marks telefoon."),
        ("Kees bewaart Mark Jansens telefoon.", "Kees bewaart Mark Jansens telefoon."),
        ("Kees haalt Lisa's tas.", "Kees haalt mijn tas."),
        ("Kees haalt Sanne de Wits tas.", "Kees haalt Sannes tas."),
        ("Kees haalt de tas bij de Wits op.", ""),
    ],
)
def test_whose_something_is_is_told_without_the_name_of_the_family(what: str, told: str) -> None:
    content = lisa()
    meeting(content)["agreements"][1]["what"] = what
    assert told in paper(content)
    assert "Wit" not in paper(content)


def test_nobody_is_sent_to_the_house_of_who_is_feared() -> None:
    content = lisa()
    meeting(content)["emergency"] = [
        {"order": 1, "text": "Lisa gaat naar Marks huis."},
        {"order": 2, "text": "Lisa gaat naar oma Ans' huis."},
    ]
    danger = next(item for item in meeting(content)["statements"] if item["kind"] == "danger_statement")
    danger["from"] = ["mark"]
    assert "naar oma Ans' huis" in paper(content)
    assert "Marks huis" not in paper(content)
