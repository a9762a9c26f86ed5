"""Everybody's copy keeps the rules of paper, in the examples, at tables by chance and in large families."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings

from beraad.exchange import read_case_file
from beraad.export.document import (
    Answer,
    Answers,
    Document,
    Head,
    NewPage,
    Overleaf,
    OwnScale,
    PageStyle,
    Panel,
    Prose,
    Span,
    Tone,
)
from tests.export import normal_plans
from tests.export import rules_of_paper as rules
from tests.export.rules_of_paper import Paper, faults, papers

EXAMPLES = sorted((Path(__file__).parents[2] / "resources" / "cases").glob("*[a-z].json"))
EXAMPLES = [path for path in EXAMPLES if "schema" not in path.name]
FOUND = sorted((Path(__file__).parent / "found").glob("*.json"))
NORMAL = 8
"""So many agreements and people are a normal plan."""
ONE_SENTENCE = {("child-undated", "werk")}
"""Whose back holds one sentence, and no letters fill a quarter of a page with that."""


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest) -> list[Paper]:
    """Everybody's copy of an example, printed and read once."""
    return list(papers(read_case_file(request.param), children=True))


@pytest.mark.parametrize("rule", rules.OF_A_NORMAL_PLAN, ids=lambda rule: rule.__name__)
def test_every_copy_of_the_examples_keeps_the_rule(rule: rules.Rule, example: list[Paper]) -> None:
    grown_up = [paper for paper in example if paper.view.child is None]
    assert [fault for paper in grown_up for fault in faults(paper, (rule,))] == []


@pytest.mark.parametrize("rule", rules.OF_EVERY_COPY, ids=lambda rule: rule.__name__)
def test_every_copy_of_the_examples_for_a_child_keeps_the_rule(
    rule: rules.Rule, example: list[Paper]
) -> None:
    children = [paper for paper in example if paper.view.child is not None]
    assert children
    assert [fault for paper in children for fault in faults(paper, (rule,))] == []


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_every_copy_of_a_family_that_once_went_wrong_keeps_the_rules(path: Path) -> None:
    case = read_case_file(path)
    for paper in papers(case, children=True):
        held = rules.OF_EVERY_COPY if paper.view.child else rules.OF_EVERY_PLAN
        if len(paper.meeting.agreements) <= NORMAL and not paper.view.child:
            held = rules.OF_A_NORMAL_PLAN
        if (path.stem, paper.person.id) in ONE_SENTENCE:
            held = tuple(
                rule for rule in held if rule is not rules.pages_are_filled_and_go_on_under_their_title
            )
        assert faults(paper, held) == []


@pytest.mark.first
@settings(max_examples=6)
@given(normal_plans.normal_plans())
def test_every_copy_of_a_normal_plan_keeps_the_rules(document: normal_plans.Document) -> None:
    made = papers(normal_plans.read(document))
    assert [fault for paper in made for fault in faults(paper, rules.OF_A_NORMAL_PLAN)] == []


@pytest.mark.parametrize("seed", [9, 10, 34])
def test_page_one_in_large_letters_holds_all_that_is_mine(seed: int) -> None:
    """At these tables somebody has most of the plan to do: what went on overleaf."""
    document = normal_plans.Table(seed, normal_plans.PEOPLE, NORMAL).case()
    for person in document["people"]:
        person["large_print"] = person["id"] in ("mark", "peter")
    large = [paper for paper in papers(normal_plans.read(document)) if paper.person.large_print]
    assert [fault for paper in large for fault in faults(paper, rules.OF_A_NORMAL_PLAN)] == []
    assert not any("verder op bladzijde 2" in paper.pages[0] for paper in large)


@pytest.mark.first
@settings(max_examples=2)
@given(normal_plans.large_families())
def test_every_copy_of_a_large_family_keeps_the_rules(document: normal_plans.Document) -> None:
    for paper in papers(normal_plans.read(document)):
        assert faults(paper, rules.OF_EVERY_PLAN) == []
        missing = list(rules.what_is_mine_is_on_page_one(paper))
        assert not missing or "verder op bladzijde 2" in paper.pages[0]


@pytest.mark.long
@settings(max_examples=300)
@given(normal_plans.normal_plans())
def test_every_copy_of_many_normal_plans_keeps_the_rules(document: normal_plans.Document) -> None:
    made = papers(normal_plans.read(document))
    assert [fault for paper in made for fault in faults(paper, rules.OF_A_NORMAL_PLAN)] == []


# -- and the rules see what breaks them -----------------------------------------------------------

MARK = normal_plans.read(normal_plans.Table(1, normal_plans.PEOPLE, 8).case())


@cache
def whole() -> Paper:
    """A copy without a fault."""
    paper = next(item for item in papers(MARK) if item.person.id == "mark")
    assert faults(paper, rules.OF_A_NORMAL_PLAN) == []
    return paper


def broken(change: Callable[[Document], Document]) -> Paper:
    paper = whole()
    return dataclasses.replace(paper, document=change(paper.document))


def _each(document: Document, kind: type, change: Callable[[object], object]) -> Document:
    blocks = tuple(change(block) if isinstance(block, kind) else block for block in document.blocks)
    return dataclasses.replace(document, blocks=blocks)


def _without_own_items(document: Document) -> Document:
    return _each(document, Panel, lambda panel: dataclasses.replace(panel, items=panel.items[:1]))


def _without_contact(document: Document) -> Document:
    return _each(document, Head, lambda head: dataclasses.replace(head, side_label="", side_name=""))


def _listed_twice(document: Document) -> Document:
    return _each(document, Panel, lambda panel: dataclasses.replace(panel, items=panel.items * 2))


def _with_filler(lines: int) -> Callable[[Document], Document]:
    filler = Prose(tuple((Span("regel"),) for _ in range(lines)), "Nog meer")
    return lambda document: dataclasses.replace(document, blocks=(*document.blocks, NewPage(), filler))


def _in_the_letters_of_the_file(document: Document) -> Document:
    return dataclasses.replace(document, style=PageStyle.FILE)


def _all_on_the_front(document: Document) -> Document:
    blocks = tuple(block for block in document.blocks if not isinstance(block, Overleaf))
    head, *rest = blocks
    return dataclasses.replace(document, blocks=(head, *rest[::-1]))


def _with_two_tones_for_one_title(document: Document) -> Document:
    (panel,) = (block for block in document.blocks if isinstance(block, Panel) and block.tone is Tone.NEXT)
    again = dataclasses.replace(panel, tone=Tone.SAFETY, items=panel.items[:1])
    return dataclasses.replace(document, blocks=(*document.blocks, again))


def _with_a_tone_without_words(document: Document) -> Document:
    return _each(document, Panel, lambda panel: dataclasses.replace(panel, title=""))


def _told_by_a_mark_alone(document: Document) -> Document:
    def plain(panel: Panel) -> Panel:
        items = (dataclasses.replace(item, lines=((Span("Mark belt."),),)) for item in panel.items)
        return dataclasses.replace(panel, items=tuple(items))

    return _each(document, Panel, plain)


def _with_an_empty_line(document: Document) -> Document:
    empty = Answer("Peter", ())
    return _each(document, Answers, lambda block: dataclasses.replace(block, answers=(*block.answers, empty)))


def _with_the_family_name(document: Document) -> Document:
    return _each(document, Head, lambda head: dataclasses.replace(head, subtitle="Gezin Vogelenzang"))


def _with_a_title_of_its_own(document: Document) -> Document:
    return dataclasses.replace(document, title="Veiligheidsplan")


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        (rules.what_is_mine_is_on_page_one, _without_own_items),
        (rules.page_one_says_whom_to_call_and_when_we_meet, _without_contact),
        (rules.nothing_stands_twice, _listed_twice),
        (rules.it_is_one_sheet, _with_filler(60)),
        (rules.pages_are_filled_and_go_on_under_their_title, _with_filler(3)),
        (rules.page_one_does_not_tell_what_happened, _all_on_the_front),
        (rules.nothing_stands_empty, _with_an_empty_line),
        (rules.letters_are_large_enough, _in_the_letters_of_the_file),
        (rules.a_colour_only_repeats_words, _with_two_tones_for_one_title),
        (rules.a_colour_only_repeats_words, _with_a_tone_without_words),
        (rules.a_colour_only_repeats_words, _told_by_a_mark_alone),
        (rules.it_may_be_found, _with_the_family_name),
        (rules.it_may_be_found, _with_a_title_of_its_own),
    ],
)
def test_each_rule_sees_what_breaks_it(rule: rules.Rule, change: Callable[[Document], Document]) -> None:
    assert list(rule(broken(change)))


def test_a_question_without_an_answer_is_seen() -> None:
    paper = next(item for item in papers(MARK) if item.person.id == "mark")
    scales = tuple(dataclasses.replace(item, scores=()) for item in paper.view.body.scales)
    view = dataclasses.replace(paper.view, body=dataclasses.replace(paper.view.body, scales=scales))
    asked = OwnScale(scales[0].question, 3, (), "", "")
    document = dataclasses.replace(paper.document, blocks=(*paper.document.blocks, asked))
    assert list(rules.nothing_stands_empty(dataclasses.replace(paper, view=view, document=document)))
