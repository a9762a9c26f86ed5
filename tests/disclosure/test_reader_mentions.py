"""Where the plan names its reader: in which agreement, in which of its texts, and in which step."""

from __future__ import annotations

import pytest

from beraad.disclosure.reader_mentions import named_in
from beraad.disclosure.views import (
    AgreementView,
    EmergencyStepView,
    NamedView,
    PersonView,
    PlanBody,
    TimeOutView,
    TimingView,
)
from beraad.models import Person
from beraad.terms import Circle, TimingKind
from tests.export.samples import ANS, KEES

TIMING = TimingView(TimingKind.ALWAYS)
AGENT = Person(
    id="peter",
    name="Peter Smits",
    called="Peter",
    circle="professional",
    relation="wijkagent",
    organisation="politie Breda",
)
GRAN = Person(id="ans", name="Ans de Wit-Bakker", called="oma Ans", circle="network", relation="oma")

MARK = Person(id="mark", name="Mark Jansen", called="Mark", circle="family")
LISA = Person(id="lisa", name="Lisa Jansen", called="Lisa", circle="family")


def named(person: Person, what: str, **texts: str) -> tuple[tuple[int, str], ...]:
    agreement = AgreementView(1, what, (KEES,), TIMING, **texts)
    return named_in(PlanBody(agreements=(agreement,)), person, person.called).agreements


@pytest.mark.parametrize("what", ["Kees belt oma Ans.", "Ans belt.", "OMA ANS belt", "Bel Ans\nnog eens"])
def test_whoever_is_called_so_is_named(what: str) -> None:
    assert named(GRAN, what) == ((1, "what"),)


@pytest.mark.parametrize(
    ("person", "what"),
    [
        (MARK, "Kees bewaart Marks telefoon."),
        (MARK, "Kees bewaart Mark's telefoon."),
        (GRAN, "Kees slaapt in oma Ans' huis."),
        (GRAN, "Kees slaapt in Ans’ huis."),
        (AGENT, "Kees belt de wijkagents collega."),
        (LISA, "Kees brengt Lisa's tas."),
    ],
)
def test_whose_something_is_is_named(person: Person, what: str) -> None:
    assert named(person, what) == ((1, "what"),)


def test_whoever_the_plan_calls_so_is_meant_and_not_who_is_called_nearly_so() -> None:
    marks = PersonView("Marks", Circle.NETWORK)
    own, hers = (AgreementView(1, "Marks belt.", owners, TIMING) for owners in ((marks,), (KEES,)))
    assert named_in(PlanBody(agreements=(own,)), MARK, "Mark").agreements == ()
    assert named_in(PlanBody(agreements=(hers,)), MARK, "Mark").agreements == ((1, "what"),)


@pytest.mark.parametrize("what", ["Kees belt zijn oma.", "Hans belt.", "Kees belt Ansje."])
def test_another_word_names_nobody(what: str) -> None:
    assert named(GRAN, what) == ()


def test_each_text_that_names_somebody_is_told_and_the_check() -> None:
    found = named(
        GRAN, "Kees belt.", measured_by="Ans ziet het", fallback="oma Ans komt", checked_by="oma Ans"
    )
    assert found == ((1, "measured_by"), (1, "fallback"), (1, "checked_by"))


@pytest.mark.parametrize("what", ["De wijkagent rijdt langs.", "De politie komt meteen.", "Peter belt."])
def test_a_professional_is_named_by_office_too(what: str) -> None:
    assert named(AGENT, what) == ((1, "what"),)


def test_a_step_and_a_time_out_that_name_somebody_are_told() -> None:
    steps = (EmergencyStepView(1, "Bel 112."), EmergencyStepView(2, "Sanne gaat naar oma Ans."))
    outs = (
        TimeOutView("stop", KEES, "buiten", 9, "straks"),
        TimeOutView("stop", KEES, "oma Ans", 9, "straks"),
    )
    body = PlanBody(emergency=steps, time_out=outs[0], more_time_outs=outs[1:])
    assert named_in(body, GRAN, "oma Ans") == NamedView(steps=(2,), time_outs=(2,))


def test_what_somebody_is_to_the_family_names_only_professionals() -> None:
    friend = Person(id="kees", name="Kees", called="Kees", circle=Circle.NETWORK.value, relation="vriend")
    assert named(friend, "Een vriend van Mark belt.") == ()
    assert ANS.called == GRAN.called
