"""Whom a child may call is chosen in the meeting; who is feared stands on paper with a reason only."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from beraad.i18n import DUTCH
from beraad.services.errors import NotValid, UnknownPerson
from beraad.services.meeting import ActKind, MeetingService
from beraad.services.people import CallLine, PersonLine
from beraad.services.printing import PrintingService
from beraad.store.store import Store
from beraad.terms import Column, Gap, StatementKind
from beraad.words.acts import act_label
from beraad.words.copies import left_off_sentence
from beraad.words.gaps import gap_sentence
from tests.services.conftest import DE_WIT, Opened
from tests.services.test_printing import text_of

OMA, PAPA, KEES = CallLine("ans", "oma"), CallLine("mark", "papa"), CallLine("kees")
KEES_NUMBER, PAPAS_NUMBER = "06 1234 0004", "06 1234 0002"


def lisa(service: MeetingService) -> PersonLine:
    """Lisa, as her form asks about her."""
    return service.course.childs_form("lisa")[0]


def choose(service: MeetingService, *calls: CallLine, **more: object) -> None:
    """Keep whom Lisa may call."""
    service.course.put_childs_paper(replace(lisa(service), may_call=calls, **more))  # type: ignore[arg-type]


def feared_gaps(service: MeetingService) -> list[tuple[str, str | None]]:
    """The sentence and the reason of each."""
    names = {person.id: person.called for person in service.console().people}
    return [
        (gap_sentence(gap.gap, gap.text, [names[who] for who in gap.people], DUTCH), gap.reason)
        for gap in service.gaps()
        if gap.gap is Gap.CHILD_CALLS_FEARED
    ]


def printed(store: Store, meeting: str | None = None) -> str:
    return text_of(PrintingService(store).copies(DE_WIT, meeting).one("lisa").data)


def test_it_is_kept_shown_and_printed_and_the_plan_stays_agreed(opened: Opened, store: Store) -> None:
    service = opened(meeting="b1")
    agreed = service.console().agreed_at
    choose(service, OMA, KEES, own_words="Ik wil slapen.", own_words_may_be_read=True)
    (child,) = service.console().children
    assert [(call.person, call.said, call.feared) for call in child.calls] == [
        ("ans", "oma", False),
        ("kees", None, False),
    ]
    assert agreed is not None
    assert service.console().agreed_at == agreed
    service.close()
    assert lisa(opened(meeting="b1")).may_call == (OMA, KEES)
    assert KEES_NUMBER in printed(store)
    assert "Ik wil slapen." in printed(store)


def test_nothing_else_of_the_child_changes_by_it(opened: Opened) -> None:
    service = opened()
    before = lisa(service)
    service.course.put_childs_paper(replace(before, name="Iemand anders", called="Piet", may_call=(OMA,)))
    assert lisa(service) == replace(before, may_call=(OMA,))


def test_it_is_taken_back_and_done_again_by_its_name(opened: Opened, store: Store) -> None:
    service = opened()
    choose(service, OMA)
    choose(service, OMA, KEES, own_words="Ik wil slapen.", own_words_may_be_read=True)
    after = lisa(service)
    assert service.undoable is ActKind.CHILDS_PAPER_CHANGED
    assert act_label(ActKind.CHILDS_PAPER_CHANGED, DUTCH) == "Papier van een kind veranderd"
    service.undo()
    assert lisa(service).may_call == (OMA,)
    assert lisa(service).own_words is None
    assert not lisa(service).own_words_may_be_read
    assert KEES_NUMBER not in printed(store, "b2")
    service.undo()
    assert lisa(service).may_call == ()
    service.redo()
    service.redo()
    assert lisa(service) == after
    service.close()
    assert lisa(opened()) == after


def test_taking_back_something_else_leaves_it(opened: Opened) -> None:
    service = opened()
    service.statements.add(Column.DANGER, "Er is iets.")
    choose(service, OMA)
    service.statements.add(Column.DANGER, "Er is nog iets.")
    service.undo()
    assert lisa(service).may_call == (OMA,)


def test_nobody_of_another_case_is_chosen_and_nothing_changes(opened: Opened) -> None:
    service = opened()
    with pytest.raises(UnknownPerson):
        choose(service, OMA, CallLine("niemand"))
    with pytest.raises(UnknownPerson):
        service.course.put_childs_paper(replace(lisa(service), id="niemand"))
    with pytest.raises(NotValid):
        choose(service, OMA, own_words="x" * 30_000)
    assert lisa(service).may_call == ()


# -- somebody who is feared --------------------------------------------------------------------------


def test_who_is_named_as_feared_after_the_child_chose_is_a_gap_and_off_the_paper(
    opened: Opened, store: Store
) -> None:
    service = opened()
    choose(service, OMA, KEES)
    assert KEES_NUMBER in printed(store, "b2")
    assert feared_gaps(service) == []
    fear = StatementKind.DANGER_STATEMENT
    service.statements.add(Column.DANGER, "Kees kan Lisa slaan.", kind=fear, harm_from=["kees"])
    told = (
        "Lisa mag Kees bellen, en van Kees kan gevaar komen. "
        "Zonder reden staat Kees niet op het papier van Lisa"
    )
    assert feared_gaps(service) == [(told, None)]
    (child,) = service.console().children
    assert [(call.person, call.feared, call.reason) for call in child.calls] == [
        ("ans", False, False),
        ("kees", True, False),
    ]
    assert KEES_NUMBER not in printed(store, "b2")


def test_the_plan_in_force_sends_no_child_to_who_is_feared_since(opened: Opened, store: Store) -> None:
    service = opened(meeting="b1")
    choose(service, KEES)
    service.deciding.decide({(gap.gap, gap.subject): "later" for gap in service.gaps()})
    assert KEES_NUMBER in printed(store)
    fear = StatementKind.DANGER_STATEMENT
    service.statements.add(Column.DANGER, "Kees kan Lisa slaan.", kind=fear, harm_from=["kees"])
    copies = PrintingService(store).copies(DE_WIT)
    assert copies.is_being_changed
    assert KEES_NUMBER not in text_of(copies.one("lisa").data)
    # The control: what was said since is not in that plan.
    assert "Kees kan Lisa slaan." not in text_of(copies.one("mark").data)


def test_with_a_reason_the_plan_is_agreed_and_the_number_printed(opened: Opened, store: Store) -> None:
    service = opened()
    service.carrying.keep_the_rest()
    choose(service, OMA, PAPA)
    assert PAPAS_NUMBER not in printed(store, "b2")
    service.deciding.decide({(gap.gap, gap.subject): "Lisa wil het zelf." for gap in service.gaps()})
    assert [reason for _told, reason in feared_gaps(service)] == ["Lisa wil het zelf."]
    assert PAPAS_NUMBER in printed(store)
    (child,) = service.console().children
    assert child.calls[1].reason


# -- told before it is printed -----------------------------------------------------------------------


def test_what_is_left_off_is_told_before_printing_and_listed(
    opened: Opened, store: Store, tmp_path: Path
) -> None:
    service = opened(meeting="b1")
    choose(service, OMA, PAPA)
    copies = PrintingService(store).copies(DE_WIT)
    assert [left_off_sentence(item, copies.names[item.child], DUTCH) for item in copies.left_off()] == [
        "Mark staat niet op het papier van Lisa: van Mark kan gevaar komen.",
        (
            "Niet op het papier van Lisa: „Mark gaat op dinsdag naar Novadic-Kentron.” "
            "(zo heet niemand in deze zaak: Novadic-Kentron)."
        ),
    ]
    assert copies.left_off(["mark"]) == ()
    copies.write_all(tmp_path)
    listed = json.loads((tmp_path / "copies.json").read_bytes())["left_off"]
    assert listed == [
        {"person": "lisa", "where": "people/lisa/may_call/2", "why": "feared", "words": []},
        {
            "person": "lisa",
            "where": "meetings/b1/agreements/a3",
            "why": "unknown_name",
            "words": ["Novadic-Kentron"],
        },
    ]
