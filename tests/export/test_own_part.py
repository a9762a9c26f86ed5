"""What somebody reads before signing is out of the own copy, and holds all that this person takes on."""

import dataclasses

import pytest

from beraad.disclosure.sheet import Sheet
from beraad.disclosure.views import PlanView
from beraad.export.copies import copy_for, own_part, signing_copy
from beraad.export.document import Answers, Item, Listing, Panel
from beraad.export.in_letters import texts_of
from tests.export.samples import LISA, MARK, SANNE, big, de_wit

CROWDED = big(people=3)


def items(view: PlanView) -> list[Item]:
    return [item for block in own_part(view).blocks if isinstance(block, Panel) for item in block.items]


@pytest.mark.parametrize("view", [de_wit(MARK), de_wit(SANNE), CROWDED], ids=["Mark", "Sanne", "crowded"])
def test_it_holds_every_text_of_the_own_agreements(view: PlanView) -> None:
    said = list(texts_of(own_part(view)))
    for agreement in view.body.agreements:
        if agreement.mine:
            parts = (agreement.what, agreement.measured_by, agreement.fallback)
            assert all(part in said for part in parts if part)


def test_a_crowded_front_is_tried() -> None:
    assert Sheet(CROWDED).is_crowded
    assert not Sheet(de_wit(MARK)).is_crowded


def test_each_sentence_and_each_fact_is_as_it_stands_on_the_copy() -> None:
    for view in (de_wit(MARK), CROWDED):
        blocks = [block for block in copy_for(view).blocks if isinstance(block, Panel | Listing)]
        on_copy = [item for block in blocks for item in block.items]
        lines = [item.lines for item in on_copy]
        facts = [(item.mark, fact) for item in on_copy for fact in item.facts]
        assert items(view)
        for item in items(view):
            assert item.lines in lines
            assert all((item.mark, fact) in facts for fact in item.facts)


def test_of_the_copy_that_is_signed_only_the_answers_are_left_out() -> None:
    copy, signed = copy_for(de_wit(MARK)), signing_copy(de_wit(MARK))
    left = [block for block in copy.blocks if block not in signed.blocks]
    assert [type(block) for block in left] == [Answers]
    assert [block for block in copy.blocks if block in signed.blocks] == list(signed.blocks)


def test_a_child_reads_all_of_its_copy() -> None:
    child = de_wit(LISA, child=True)
    assert own_part(child) == signing_copy(child)
    assert own_part(child).blocks == copy_for(child).blocks


def test_the_names_by_which_lines_do_not_turn_are_those_that_the_reader_knows() -> None:
    view = de_wit(MARK)
    assert MARK.called in signing_copy(view).names
    alone = dataclasses.replace(view, contacts=(), body=dataclasses.replace(view.body, agreements=()))
    assert "oma Ans" in signing_copy(view).names
    assert "oma Ans" not in signing_copy(alone).names
