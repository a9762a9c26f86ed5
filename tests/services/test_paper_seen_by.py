"""A paper that others may see holds what all of them may see; the rest stands on a card kept elsewhere."""

import io
import json
import re
from pathlib import Path
from typing import Any

import pypdf
import pytest

from beraad import assets
from beraad.cli import main
from beraad.disclosure.console import console_leaks
from beraad.disclosure.disclose import Disclosure
from beraad.exchange import meeting_document, read_case
from beraad.models import Case, PlanVersion
from beraad.services.printing import Copies

Document = dict[str, Any]


def haddad() -> Document:
    """The example: Rima and Samira know of the fourth step, Yousef does not."""
    document: Document = json.loads(assets.example_case("haddad").read_bytes())
    return document


def seen_by(document: Document, person: str, *others: str) -> Document:
    """The same case, in which others may see somebody's paper."""
    next(item for item in document["people"] if item["id"] == person)["paper_seen_by"] = list(others)
    return document


def case_of(document: Document) -> Case:
    return read_case(json.dumps(document).encode(), "case.json")


def text(data: bytes) -> str:
    """The text of a PDF, with one space between words."""
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages).split())


def papers(document: Document, person: str) -> tuple[str, str]:
    """The text of somebody's paper and of the card; an empty text without a card."""
    copies = Copies(case_of(document))
    card = person in {reader.person for reader in copies.readers() if reader.card}
    return text(copies.one(person).data), text(copies.one(person, card=True).data) if card else ""


def test_a_paper_that_nobody_else_sees_is_whole_and_has_no_card() -> None:
    paper, card = papers(haddad(), "rima")
    assert "paraplu" in paper
    assert "Samira haalde Rima" in paper
    assert card == ""


def test_what_somebody_may_not_see_stands_on_the_card_and_leaves_no_trace_in_the_paper() -> None:
    paper, card = papers(seen_by(haddad(), "rima", "yousef"), "rima")
    for hidden in ("paraplu", "Samira haalde Rima", "gaan naar Samira", "06 7700 1103"):
        assert hidden not in paper
        assert hidden in card
    steps = re.findall(r"\b(\d) (?:Bij direct|Rima appt|Yousef belt Omar|Veilig Thuis)", paper)
    assert steps == ["1", "2", "3"], "no gap in the numbers"
    assert "kaart" not in paper.casefold()
    assert "Yousef belt en appt Rima niet" in paper
    assert "Yousef belt en appt Rima niet" not in card


def test_the_card_has_the_steps_for_when_it_goes_wrong_in_their_order() -> None:
    _paper, card = papers(seen_by(haddad(), "rima", "yousef"), "rima")
    order = [card.index(step) for step in ("bellen we de politie", "paraplu", "Yousef belt Omar")]
    assert order == sorted(order)


def test_two_papers_side_by_side_betray_nothing_when_each_may_see_the_other() -> None:
    apart = Copies(case_of(haddad())).betrayals("rima", "yousef")
    assert apart, "control: they do when nobody said so"
    document = seen_by(seen_by(haddad(), "rima", "yousef"), "yousef", "rima")
    assert not Copies(case_of(document)).betrayals("rima", "yousef")


def test_beside_a_whole_paper_it_is_said_that_the_rest_stands_on_the_card() -> None:
    found = Copies(case_of(seen_by(haddad(), "rima", "yousef"))).betrayals("rima", "samira")
    whys = {str(item.place): item.why for item in found}
    assert whys["meetings/b1/emergency/2"] == "card"


def test_the_own_number_and_own_words_are_for_nobody_else() -> None:
    document = json.loads(assets.example_case("de-wit").read_bytes())
    alone, _none = papers(document, "sanne")
    paper, card = papers(seen_by(document, "sanne", "mark"), "sanne")
    given = next(s for s in document["meetings"][0]["scales"][0]["scores"] if s["person"] == "sanne")
    own = f"Ik gaf een {given['value']}"
    assert own in alone
    assert own not in paper
    assert own in card


def test_a_child_has_a_page_for_all_and_a_card_with_the_rest() -> None:
    document = json.loads(assets.example_case("de-wit").read_bytes())
    agreement = next(item for item in document["meetings"][0]["agreements"] if item["id"] == "a2")
    agreement["visible_to"] = ["lisa", "ans", "sanne"]
    paper, card = papers(document, "lisa")
    assert "elke avond" in paper
    assert card == ""
    paper, card = papers(seen_by(document, "lisa", "mark"), "lisa")
    assert "elke avond" not in paper
    assert "elke avond" in card
    assert "Mijn kaart" in card
    assert "Hier kan ik naartoe" in paper
    assert "Hier kan ik naartoe" not in card


def test_a_hidden_change_that_was_agreed_gives_the_paper_no_later_date_and_no_new_version() -> None:
    def agreed(*, again: bool) -> Copies:
        case = case_of(seen_by(haddad(), "rima", "yousef"))
        (plan,) = case.meetings
        agree(case, "2026-11-12T12:10:00")
        if again:
            next(item for item in plan.statements if item.id == "s5").text = "Er is iets anders gebeurd."
            agree(case, "2026-11-20T09:00:00")
        return Copies(case)

    once, twice = agreed(again=False), agreed(again=True)
    assert once.one("rima").data == twice.one("rima").data
    assert once.name_for("rima") == twice.name_for("rima")
    card = text(twice.one("rima", card=True).data)
    assert "versie 2" in card, "control: she may see that it changed"
    assert "versie 2" in text(twice.one("noor").data)
    assert "versie 1" in text(twice.one("rima").data)


def agree(case: Case, moment: str) -> None:
    """Agree on the plan as it stands."""
    (plan,) = case.meetings
    plan.agreed_at = moment
    content = json.dumps(meeting_document(plan))
    digests = Disclosure(case, plan).digests()
    plan.plan_versions.append(PlanVersion(agreed_at=moment, digests=digests, content=content))


@pytest.mark.parametrize("change", ["text", "gone"])
def test_a_change_that_stands_on_the_card_alone_leaves_the_paper_as_it_was(change: str) -> None:
    def agreed_twice(then: str) -> bytes:
        document = seen_by(haddad(), "rima", "yousef")
        (hidden,) = (s for s in document["meetings"][0]["statements"] if s["id"] == "s5")
        if then == "text":
            hidden["text"] = "Er is iets anders gebeurd."
        elif then == "gone":
            document["meetings"][0]["statements"].remove(hidden)
        return Copies(case_of(document)).one("rima").data

    assert agreed_twice(change) == agreed_twice("")


def test_a_text_that_tells_what_one_of_them_may_not_know_withholds_the_paper(tmp_path: Path) -> None:
    document = seen_by(haddad(), "samira", "agent")
    for person in document["people"]:
        if person["id"] == "samira":
            person["contact"][1]["visible_to"] = ["rima", "noor", "piet", "yousef", "omar"]
    told = {"id": "s77", "column": "danger", "kind": "harm", "text": "Het was bij Kade 77."}
    document["meetings"][0]["statements"].append({**told, "visible_to": ["samira", "agent"]})
    held = {item.person: item for item in Copies(case_of(document)).withheld()}
    reached = {name for leak in held["samira"].leaks for name in leak.readers}
    assert reached == {"agent"}, "she knows her own address; who may see her paper does not"
    control = {item.person for item in Copies(case_of(seen_by(document, "samira"))).withheld()}
    assert "samira" not in control


def test_a_meeting_says_what_a_paper_would_tell_somebody_who_is_not_at_the_table() -> None:
    def said(*seers: str) -> list[tuple[str, tuple[str, ...]]]:
        document = seen_by(haddad(), "samira", *seers)
        document["people"].append({"id": "nico", "name": "Nico", "called": "Nico", "circle": "network"})
        told = {"id": "s77", "column": "danger", "kind": "harm", "text": "Het was bij Kade 77."}
        document["meetings"][0]["statements"].append({**told, "visible_to": ["samira", "nico"]})
        case = case_of(document)
        leaks = console_leaks(Disclosure(case, case.meetings[0]))
        return [(leak.place.id, leak.readers) for leak in leaks if "s77" in leak.place]

    assert said() == [], "control: she may know her own address"
    assert said("nico") == [("b1", ("nico",))]


def test_cards_are_files_of_their_own_and_go_when_they_are_not_needed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, file = tmp_path / "out", tmp_path / "case.json"
    file.write_text(json.dumps(seen_by(haddad(), "rima", "yousef")), "utf-8")
    assert main(["print", str(file), "--out", str(out)]) in (0, 3)
    assert "Aparte kaart, niet bij het papier bewaren: Rima." in capsys.readouterr().out
    cards = [path.name for path in out.glob("*_kaart_*.pdf")]
    assert cards == ["IT-2026-021_01_kaart_2026-11-12.pdf"]
    listed = json.loads((out / "copies.json").read_bytes())["copies"]
    assert [item["file"] for item in listed if "card" in item] == cards
    assert not any(item["take_home"] for item in listed if "card" in item)
    for path in out.glob("*_01_*.pdf"):
        about = str(pypdf.PdfReader(path).metadata)
        assert "Mijn plan" in about
        assert "Haddad" not in about
    file.write_text(json.dumps(haddad()), "utf-8")
    assert main(["print", str(file), "--out", str(out)]) in (0, 3)
    assert not list(out.glob("*_kaart_*.pdf"))
    assert list(out.glob("*_01_*.pdf"))
