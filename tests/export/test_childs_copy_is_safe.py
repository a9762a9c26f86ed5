"""A child is sent to nobody who is feared and reads no wrong sentence; what is left off is told."""

import json
import random
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beraad.disclosure.audience import Reader
from beraad.disclosure.childs_views import ConsoleLeftOff
from beraad.disclosure.disclose import Disclosure
from beraad.exchange import read_case
from beraad.export.copies import copy_for
from beraad.models import Case
from beraad.places import Place
from beraad.terms import LeftOff
from tests.export.reading import read, squeezed
from tests.export.test_childs_copy import FOUR, Document, example, large_family, lisa, meeting, paper, person

PAPA = {"person": "mark", "called": "papa"}
PAPAS = "06 1234 0002"


def reason(who: str) -> Document:
    """Why Lisa may call somebody who is feared."""
    return {"gap": "child_calls_feared", "subject": f"may_call:lisa:{who}", "reason": "Lisa wil het zelf."}


def case_of(content: Document) -> Case:
    return read_case(json.dumps(content).encode(), "test")


def told_of(content: Document, child: str = "lisa") -> tuple[ConsoleLeftOff, ...]:
    """What the facilitator is told about the copy of this child."""
    case = case_of(content)
    return Disclosure(case, case.meetings[0]).left_off(child)


def with_promise(what: str, **more: Any) -> Document:
    """The family De Wit, in which oma promises this."""
    content = lisa()
    meeting(content)["agreements"][1] |= {"what": what, **more}
    return content


def why(content: Document) -> list[tuple[LeftOff, tuple[str, ...]]]:
    """Why what is agreement a2 does not stand on Lisa's copy."""
    return [
        (item.why, item.words) for item in told_of(content) if item.place.of_meeting == Place.agreement("a2")
    ]


# -- who is feared ---------------------------------------------------------------------------------


def test_who_is_feared_stands_there_only_where_a_reason_for_this_person_was_written_down() -> None:
    content = lisa(may_call=[*FOUR[:2], PAPA])
    for overrides, stands in (([], False), ([reason("ans")], False), ([reason("mark")], True)):
        meeting(content)["overrides"] = overrides
        assert (PAPAS in paper(content)) is stands
        assert "06 1234 0003" in paper(content), "the control"
        told = [item for item in told_of(content) if item.why is LeftOff.FEARED]
        assert [item.text for item in told] == ([] if stands else ["Mark"])


def test_a_fear_that_was_named_at_another_meeting_counts() -> None:
    content = lisa(may_call=[PAPA])
    fear = meeting(content)["statements"]
    feared = [item for item in fear if item.get("from")]
    for item in feared:
        item["from"] = []
    assert PAPAS in paper(content), "the control: nobody is feared"
    content["meetings"][1]["statements"] = [{**feared[0], "id": "s99", "origin": None, "from": ["mark"]}]
    assert PAPAS not in paper(content)


@pytest.mark.parametrize(
    ("what", "stands"),
    [
        ("Sanne brengt Lisa op zaterdag naar Mark.", False),
        ("Sanne en Lisa slapen op zaterdag bij papa.", False),
        ("Lisa mag op zaterdag naar het huis van vader.", False),
        ("De kinderen gaan op zaterdag met Mark mee.", False),
        ("Mark en Lisa gaan op zaterdag naar zee.", False),
        ("Op zaterdag gaan Lisa en papa naar zee.", False),
        ("Sanne en Lisa slapen bij oma Ans als Mark boos is.", True),
        ("Mark komt op zaterdag met een taart.", True),
    ],
)
def test_no_promise_sends_a_child_to_who_is_feared(what: str, stands: bool) -> None:
    content = with_promise(what)
    assert (what.rsplit(maxsplit=1)[-1] in paper(content)) is stands
    assert why(content) == ([] if stands else [(LeftOff.FEARED, (feared_word(what),))])


def feared_word(what: str) -> str:
    return next(word for word in re.findall(r"\w+", what) if word in ("Mark", "papa", "vader"))


@pytest.mark.parametrize("text", ["Lisa gaat naar Mark.", "De kinderen gaan met papa naar huis en naar oma."])
def test_a_step_that_leads_to_who_is_feared_is_told(text: str) -> None:
    content = lisa()
    meeting(content)["emergency"] = [{"order": 1, "text": text}]
    assert "naartoe" not in paper(content)
    assert [
        (item.why, item.text) for item in told_of(content) if item.place.of_meeting == Place.emergency_step(1)
    ] == [(LeftOff.FEARED, text)]


def test_who_is_feared_and_called_like_another_is_feared_all_the_same() -> None:
    content = with_promise("Sanne brengt Lisa op zaterdag naar Mark.")
    person(content, "kees")["called"] = "Mark"
    assert why(content) == [(LeftOff.FEARED, ("Mark",))]


# -- what does not stand there is told ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("Mark praat met Novadic-Kentron.", (LeftOff.UNKNOWN_NAME, ("Novadic-Kentron",))),
        ("Tante Riet haalt Lisa op bij de GGZ.", (LeftOff.UNKNOWN_NAME, ("Riet", "GGZ"))),
        ("Lisa belt oma als papa boos is.", (LeftOff.TASK, ("Lisa",))),
        ("Oma Ans haalt Lisa op als zij bang is.", (LeftOff.NOT_TOLD, ("zij",))),
        ("Ik haal Lisa op.", (LeftOff.NOT_TOLD, ("Ik",))),
        ("Oma Ans haalt haar van school.", (LeftOff.NOT_TOLD, ("haar",))),
        ("Hij komt elke avond.", (LeftOff.NOT_TOLD, ("Hij",))),
    ],
)
def test_a_promise_that_is_left_off_is_told_with_the_words(
    what: str, expected: tuple[LeftOff, tuple[str, ...]]
) -> None:
    content = with_promise(what)
    assert squeezed(what) not in squeezed(paper(content))
    assert why(content) == [expected]


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("De kinderen slapen in hun eigen bed.", "De kinderen slapen in hun eigen bed."),
        ("De wijkagent belt als hij in de straat is.", "De wijkagent belt als hij in de straat is."),
    ],
)
def test_where_somebody_is_named_by_a_word_it_is_clear_who_is_meant(what: str, told: str) -> None:
    content = with_promise(what)
    assert told in paper(content)
    assert why(content) == []


def test_a_promise_of_the_organisation_of_somebody_is_told() -> None:
    content = with_promise("Oma Ans belt met het wijkteam De Linde.")
    person(content, "joke")["organisation"] = "wijkteam De Linde"
    assert why(content) == [(LeftOff.ORGANISATION, ("wijkteam De Linde",))]


@pytest.mark.parametrize(
    "change",
    [{"accepted_by": []}, {"visible_to": ["mark"], "owners": ["mark"], "accepted_by": ["mark"]}],
)
def test_what_nobody_promised_it_is_not_told(change: Document) -> None:
    """Another gap tells of the first; of the second this child may not know."""
    assert why(with_promise("Oma praat met Novadic.", **change)) == []


def test_a_chosen_one_without_a_number_for_it_is_told() -> None:
    content = lisa(may_call=FOUR)
    person(content, "sanne")["contact"][0]["visible_to"] = "facilitator"
    assert [(it.why, it.text) for it in told_of(content) if it.place.kind == "people"] == [
        (LeftOff.NO_NUMBER, "Sanne")
    ]


def test_of_who_gets_another_copy_nothing_is_told() -> None:
    assert told_of(lisa(), "sanne") == ()


# -- who is who ------------------------------------------------------------------------------------


def test_two_whom_the_child_calls_alike_are_told_apart() -> None:
    content = lisa(may_call=[{"person": "ans", "called": "oma"}, {"person": "joke", "called": "oma"}])
    person(content, "joke")["relation"] = "moeder van Mark"
    text = paper(content)
    assert "oma (oma) 06 1234 0003" in text
    assert "oma (moeder van Mark) 076 555 0102" in text
    assert "Beloofd door oma (oma)." in text


def test_told_apart_nobody_gets_the_name_of_an_institution() -> None:
    content = lisa(may_call=[{"person": "ans", "called": "Jo"}, {"person": "joke", "called": "Jo"}])
    person(content, "joke")["relation"] = "werkt bij Novadic"
    text = paper(content)
    assert "Novadic" not in text
    assert len(set(re.findall(r"(\S+(?: \S+)?) 0\d+ ?\d+", text))) > 1


def test_where_somebody_else_has_the_name_of_the_child_no_sentence_is_told_to_it() -> None:
    content = with_promise("Oma Ans belt Lisa elke avond.")
    person(content, "kees")["called"] = "Lisa"
    assert "Oma Ans belt" not in paper(content)
    assert why(content) == [(LeftOff.NOT_TOLD, ("Lisa",))]


# -- a place to draw ---------------------------------------------------------------------------------


def test_there_is_room_to_draw_only_where_all_else_stands() -> None:
    assert "Hier mag ik tekenen." in paper(lisa())
    content = lisa(own_words="Ik wil slapen.", own_words_may_be_read=True)
    one = meeting(content)["agreements"][1]
    meeting(content)["agreements"] = [
        one | {"id": f"a{place}", "what": f"Oma Ans komt {place} keer langs en brengt dan iets lekkers mee."}
        for place in range(1, 9)
    ]
    text = paper(content)
    assert "Ik wil slapen" in text
    assert "tekenen" not in text


# -- whatever a plan says ----------------------------------------------------------------------------

PROMISES = (
    "{a} belt Lisa elke avond.",
    "{a} haalt Lisa op als zij bang is.",
    "Als {a} boos is, gaat hij naar {b}.",
    "Ik haal Lisa op.",
    "Lisa slaapt bij {a}.",
    "{b} brengt Lisa naar {a}.",
    "Hij komt elke dag.",
    "{a} belt haar.",
    "{a} gaat naar Novadic.",
    "Lisa voelt zich thuis bij {a}.",
    "{a} en Lisa gaan met {b} naar zee.",
    "Elke avond leest {a} Lisa voor.",
    "Als Lisa zich niet veilig voelt, komt {a}.",
    "{a} brengt Lisa naar haar bed en {b} leest haar voor.",
    "De kinderen eten op dinsdag bij {a}.",
    "Lisa belt {a} als {b} drinkt.",
)
OTHERS = ("sanne", "mark", "ans", "kees", "joke")


@st.composite
def families(draw: st.DrawFn) -> Document:
    """The family De Wit with other promises, another choice of Lisa's, and others who are feared."""
    chance = random.Random(draw(st.integers(0, 2**32)))
    content = lisa()
    chosen = chance.sample(OTHERS, chance.randint(0, 5))
    person(content, "lisa")["may_call"] = [
        {"person": who, "called": chance.choice(("oma", "papa", None))} for who in chosen
    ]
    names = {item["id"]: item["called"] for item in content["people"]}
    if chance.random() < 0.3:
        names["kees"] = person(content, "kees")["called"] = chance.choice(("Mark", "Lisa", "Joke"))
    first = meeting(content)
    for item in first["statements"]:
        if item["kind"] == "danger_statement":
            item["from"] = chance.sample(OTHERS, chance.randint(0, 2))
            item["about"] = ["lisa"]
    first["overrides"] = [reason(who) for who in chance.sample(OTHERS, chance.randint(0, 2))]
    base = first["agreements"][1]
    first["agreements"] = []
    for number in range(chance.randint(0, 5)):
        a, b = chance.sample(OTHERS, 2)
        what = chance.choice(PROMISES).format(a=names[a], b=names[b])
        first["agreements"].append(
            {
                **base,
                "id": f"a{number}",
                "what": what[0].upper() + what[1:],
                "owners": [a],
                "accepted_by": [a],
            }
        )
    first["emergency"] = [
        {"order": 1, "text": f"De kinderen gaan naar {names[chance.choice(OTHERS)]}."},
        {"order": 2, "text": f"Lisa mag naar {names[chance.choice(OTHERS)]} als zij wil."},
    ]
    return content


def is_safe(content: Document) -> None:
    """Every rule, read back from the PDF."""
    case = case_of(content)
    door = Disclosure(case, case.meetings[0])
    view = door.copy(Reader("lisa")).view
    (page,) = read(copy_for(view)).pages
    text = " ".join(page.extract_text().split())
    told = door.left_off("lisa")
    feared = {who for item in meeting(content)["statements"] for who in item.get("from") or ()}
    numbers_are_safe(content, text, feared)
    sends_to_none_of(content, text, feared)
    # Whose paper it is, above and below; anywhere else it would be about her and not to her.
    alike = any(item["called"] == "Lisa" for item in content["people"] if item["id"] != "lisa")
    assert alike or text.count("Lisa") == 2
    assert view.child is not None
    called = [call.called.casefold() for call in view.child.calls]
    assert len(set(called)) == len(called)
    whats = {item["id"]: item["what"] for item in meeting(content)["agreements"]}
    printed = {door.found.place_of(promise)[-1] for promise in view.child.promises}
    off = {item.place[-1] for item in told if "agreements" in item.place}
    assert printed | off == set(whats), "each is printed, or told"
    assert not printed & off
    for name in off:
        assert whats[name] in {whats[other] for other in printed} or squeezed(whats[name]) not in squeezed(
            text
        )


def numbers_are_safe(content: Document, text: str, feared: set[str]) -> None:
    """The numbers of those whom Lisa chose and who are not feared, or of whom it was said why."""
    reasons = {item["subject"].rpartition(":")[2] for item in meeting(content)["overrides"]}
    chosen = [item["person"] for item in person(content, "lisa")["may_call"]]
    may_stand = [who for who in chosen if who not in feared or who in reasons]
    for who in OTHERS:
        number = squeezed(person(content, who)["contact"][0]["value"])
        assert (number in squeezed(text)) is (who in may_stand[:4]), who


def sends_to_none_of(content: Document, text: str, feared: set[str]) -> None:
    """No sentence to Lisa leads to who is feared."""
    headings = "Hier kan ik praten|Deze mensen heb ik gekozen|Hier kan ik naartoe|Hier mag ik tekenen"
    for sentence in re.split(rf"[.!?]|{headings}", text):
        if re.search(r"\b(?:mij|me|ik|wij|kinderen)\b", sentence, re.IGNORECASE):
            for who in feared:
                called = person(content, who)["called"]
                assert not re.search(rf"\b(?:naar|bij|met) {called}\b|\b{called} en ik\b", sentence), sentence


@settings(max_examples=60)
@given(families())
def test_whatever_a_plan_says_a_childs_copy_is_safe_and_what_is_left_off_is_told(
    content: Document,
) -> None:
    is_safe(content)


@pytest.mark.parametrize("name", ["de-wit", "haddad"])
def test_of_the_examples_only_what_names_an_institution_is_left_off(name: str) -> None:
    content = example(name)
    children = [item["id"] for item in content["people"] if (item.get("birth_date") or "") > "2013-12"]
    assert children
    for child in children:
        assert {item.why for item in told_of(content, child)} <= {LeftOff.UNKNOWN_NAME, LeftOff.TASK}


def test_of_a_large_family_what_is_left_off_is_told() -> None:
    told = {item.place[-1]: item.why for item in told_of(large_family(), "elif")}
    assert told == {"a4": LeftOff.ORGANISATION}
