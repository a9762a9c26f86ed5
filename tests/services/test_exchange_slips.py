"""Exchange slips: who gets one, what it says of the change, and what it never says."""

import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from beraad import assets
from beraad.disclosure.disclose import Disclosure
from beraad.exchange import read_case_file
from beraad.models import Case, Ending, Meeting, Secret
from beraad.readers import FACILITATOR, Readers
from beraad.services.agreed_plan import freeze
from beraad.services.errors import UnknownPerson
from beraad.services.printing import Copies
from beraad.terms import Paper

SECOND = "2026-12-03T11:00:00"


def revised(change: Callable[[Meeting], None]) -> Case:
    """De Wit, whose plan was agreed a second time after a change."""
    case = read_case_file(assets.example_case("de-wit"))
    plan = case.current_plan()
    assert plan is not None
    assert plan.agreed_at is not None
    del plan.plan_versions[:]
    freeze(Disclosure(case, plan), plan.agreed_at)
    change(plan)
    plan.agreed_at = SECOND
    freeze(Disclosure(case, plan), SECOND)
    return case


def calls_later(plan: Meeting) -> None:
    """Grandmother calls half an hour later."""
    plan.agreements[1].timing.at = "20:30"


def seen_by_all_but(person: str) -> Readers:
    """Readers among whom one person is not."""
    return Readers.everyone_but(person)


def text_of(copies: Copies, person: str) -> str:
    """What stands on somebody's slip, on one line."""
    pages = pypdf.PdfReader(io.BytesIO(copies.slips.one(person).data)).pages
    assert len(pages) == 1
    return " ".join(pages[0].extract_text().split())


def who(copies: Copies) -> list[str]:
    """Those who get a slip."""
    return [line.person for line in copies.slips.lines()]


def test_the_new_hour_stands_first_and_the_old_one_in_words() -> None:
    told = text_of(Copies(revised(calls_later)), "ans")
    assert "Je oude papier telt niet meer voor oma Ans" in told
    assert "om 20:30 uur – in plaats van om 20:00 uur" in told
    assert "» Veranderd" in told
    assert "+ Nieuw" not in told
    assert "× Gestopt" not in told
    assert "Gebruik nu versie 2. Geef versie 1 terug aan Fatima." in told


def test_an_own_agreement_that_stays_is_told_and_those_of_others_are_not() -> None:
    told = text_of(Copies(revised(calls_later)), "ans")
    stays = told.partition("= Blijft zo")[2]
    assert "Sanne en Lisa slapen het weekend bij oma Ans" in stays
    assert "Novadic-Kentron" not in told


def test_what_was_ended_or_taken_out_has_stopped() -> None:
    def stops(plan: Meeting) -> None:
        plan.agreements[2].ended = Ending(because="De behandeling is klaar.")
        plan.emergency.pop()

    told = text_of(Copies(revised(stops)), "mark")
    stopped = told.partition("× Gestopt")[2]
    assert "Mark gaat op dinsdag naar Novadic-Kentron" in stopped
    assert "Als het misgaat:" in stopped
    assert "behandeling" not in told


def test_a_new_step_is_told_with_its_number() -> None:
    def step(plan: Meeting) -> None:
        plan.emergency[0].text = "Eerst bellen we de buurvrouw."

    told = text_of(Copies(revised(step)), "ans")
    new = told.partition("+ Nieuw")[2].partition("× Gestopt")[0]
    assert "Als het misgaat: Eerst bellen we de buurvrouw." in new
    assert "112" in new


def test_nobody_gets_a_slip_if_nothing_changed() -> None:
    assert who(Copies(revised(lambda _plan: None))) == []


def test_only_those_get_a_slip_whose_own_paper_changed() -> None:
    def hidden_change(plan: Meeting) -> None:
        plan.agreements[1].visible_to = seen_by_all_but("mark")
        plan.agreements[1].timing.at = "20:30"

    case = read_case_file(assets.example_case("de-wit"))
    plan = case.current_plan()
    assert plan is not None
    assert plan.agreed_at is not None
    plan.agreements[1].visible_to = seen_by_all_but("mark")
    del plan.plan_versions[:]
    freeze(Disclosure(case, plan), plan.agreed_at)
    hidden_change(plan)
    plan.agreed_at = SECOND
    freeze(Disclosure(case, plan), SECOND)
    copies = Copies(case)
    assert "mark" not in who(copies)
    assert {"sanne", "ans"} <= {*who(copies)}
    with pytest.raises(UnknownPerson):
        copies.slips.one("mark")


def test_somebody_without_paper_gets_no_slip() -> None:
    case = revised(calls_later)
    assert "kees" in who(Copies(case))
    kees = case.person("kees")
    assert kees is not None
    kees.paper = Paper.NO
    assert "kees" not in who(Copies(case))


def test_a_slip_that_would_quote_something_hidden_is_not_made() -> None:
    case = revised(lambda plan: setattr(plan.agreements[1], "what", "Oma Ans belt Lisa elke avond."))
    assert "kees" in who(Copies(case))
    secret = Secret(text="acht uur", visible_to=FACILITATOR)
    case.secrets.append(secret)
    assert "kees" not in who(Copies(case))


def test_what_happened_is_not_told_on_a_paper_that_may_hang_on_a_fridge() -> None:
    def worse(plan: Meeting) -> None:
        plan.statements[0].text = "Mark sloeg een ruit in."

    told = text_of(Copies(revised(worse)), "ans")
    assert "ruit" not in told
    assert "Ook in de rest van je plan is iets anders." in told


def test_the_strip_holds_a_number_and_both_codes_and_no_name() -> None:
    copies = Copies(revised(calls_later))
    strip = text_of(copies, "ans").partition("Voor de coördinator")[2].partition("alleen voor")[0]
    before, now = strip.split("nr. 04 · ")[1].split()[0], strip.split(" wordt ")[1].split()[0]
    code = pypdf.PdfReader(io.BytesIO(copies.one("ans").data)).pages[0].extract_text()
    assert now in code
    assert now[:4] != before
    assert not any(name in strip for name in copies.names.values())


def test_ever_so_many_changes_stand_on_one_page() -> None:
    def much(plan: Meeting) -> None:
        for number, row in enumerate(plan.agreements):
            row.what = f"Afspraak {number}: " + "wij doen dit nu elke dag op een heel andere manier. " * 12
        for number, step in enumerate(plan.emergency):
            step.text = f"Stap {number}: " + "wij gaan nu eerst naar de buren en bellen dan. " * 12

    told = text_of(Copies(revised(much)), "ans")
    assert "Er is nog meer veranderd. Lees je nieuwe papier." in told
    assert "Voor de coördinator" in told


def test_the_slips_are_written_under_names_that_hold_no_name(tmp_path: Path) -> None:
    copies = Copies(revised(calls_later))
    made = copies.slips.write_all(tmp_path, ["ans"])
    assert [item.file for item in made] == ["IT-2026-014_04_wissel_2026-12-03.pdf"]
    assert [path.name for path in tmp_path.iterdir()] == ["IT-2026-014_04_wissel_2026-12-03.pdf"]
    assert pypdf.PdfReader(tmp_path / made[0].file).metadata.title == "Mijn plan"  # type: ignore[union-attr]


def test_a_concept_has_no_slips() -> None:
    case = revised(calls_later)
    case.meetings[-1].agreed_at = None
    assert who(Copies(case, case.meetings[-1].id)) == []
