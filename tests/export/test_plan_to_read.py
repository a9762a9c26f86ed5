"""What the facilitator reads of a plan on screen."""

import dataclasses

from beraad.disclosure.views import EndedAgreementView, PlanBody
from beraad.export.document import Columns, Document, Facts, Panel, Table
from beraad.export.in_letters import texts_of
from beraad.export.plan_to_read import plan_aloud, whole_plan
from beraad.i18n import DUTCH, Language
from tests.export.samples import de_wit

STOPPED = EndedAgreementView("Kees haalt Mark op.", (), None, None)
PLAN = dataclasses.replace(de_wit().body, ended=(STOPPED,))


def titles(document: Document) -> list[str]:
    """The titles of what stands below each other, columns by their own."""
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, Columns):
            found += [column.title for column in block.columns]
        if isinstance(block, Table | Facts | Panel):
            found.append(block.title)
    return found


def test_the_whole_plan_is_read_in_the_order_of_the_method() -> None:
    assert titles(whole_plan(PLAN, DUTCH)) == [
        "Zorgen",
        "Wat gaat goed",
        "Wat moet er gebeuren",
        "Alle afspraken",
        "Deze afspraken zijn gestopt",
        "Time-out",
        "Als het misgaat",
    ]


def test_before_it_is_agreed_only_what_the_agreements_are_for_is_read_of_the_columns() -> None:
    read = plan_aloud(PLAN, DUTCH)
    (columns,) = (block for block in read.blocks if isinstance(block, Columns))
    assert [group.label for column in columns.columns for group in column.groups] == [
        "Waar we bang voor zijn",
        "Bodemeis: dit moet",
    ]
    assert titles(read)[2:] == titles(whole_plan(PLAN, DUTCH))[3:]


def test_who_said_yes_and_how_ready_everybody_is_are_not_read() -> None:
    agreement = dataclasses.replace(PLAN.agreements[0], accepted=False, accepted_by=("Mark",))
    open_still = dataclasses.replace(PLAN, agreements=(agreement,))
    said = list(texts_of(whole_plan(open_still, DUTCH)))
    assert agreement.what in said
    assert not any("Ja gezegd" in text or "Nog geen ja" in text or "Hoe klaar" in text for text in said)


def test_a_plan_in_which_nothing_stands_has_nothing_to_read() -> None:
    assert whole_plan(PlanBody(), DUTCH).blocks == plan_aloud(PlanBody(), DUTCH).blocks == ()


def test_it_is_in_the_language_that_is_asked_for() -> None:
    assert titles(whole_plan(PLAN, Language("en")))[0] == "Worries"
