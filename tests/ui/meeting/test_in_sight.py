"""Where the keyboard goes comes into sight, and the mouse presses on what stays where it is."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from beraad.terms import Step
from beraad.ui.steps.agreements.agreement_card import AgreementCard
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.decide.answer_elsewhere import AnswerElsewhere
from beraad.ui.steps.decide.page import DecidePage
from tests.ui.driving import in_sight, the
from tests.ui.opened_console import Console


@pytest.fixture
def many(console: Console) -> Console:
    """More agreements than the page has room for."""
    console.page.resize(1366, 768)
    for number in range(12):
        console.service.agreements.add(f"Ans belt op dag {number}.")
    console.model.refresh()
    console.page.go_to(Step.AGREEMENTS)
    return console


def cards(console: Console) -> tuple[AgreementCard, ...]:
    page = console.page.steps.of(AgreementsPage)
    return tuple(card for item in console.model.view.agreements if (card := page.card(item.id)) is not None)


def area_of(widget: QWidget) -> QScrollArea:
    holder = widget.parentWidget()
    while not isinstance(holder, QScrollArea):
        assert holder is not None
        holder = holder.parentWidget()
    return holder


def top_is_seen(widget: QWidget) -> bool:
    view = area_of(widget).viewport()
    return view.rect().contains(widget.mapTo(view, QPoint(0, 0)))


def test_an_agreement_that_is_opened_is_seen_from_its_top(many: Console) -> None:
    last = cards(many)[-1]
    assert not top_is_seen(last)
    many.page.steps.of(AgreementsPage).open_card(last.agreement.id)
    assert top_is_seen(last)


def test_a_new_agreement_is_seen_while_it_is_typed(many: Console) -> None:
    many.page.steps.of(AgreementsPage).begin()
    new = next(card for card in cards(many) if card.editor is not None)
    assert top_is_seen(new)


def test_arrows_walk_to_cards_that_come_into_sight(many: Console, qtbot: QtBot) -> None:
    cards(many)[0].setFocus()
    for place in range(1, len(cards(many))):
        qtbot.keyClick(cards(many)[place - 1], Qt.Key.Key_Down)
        assert cards(many)[place].hasFocus()
        assert top_is_seen(cards(many)[place])


def test_nothing_moves_under_the_mouse_while_it_presses(many: Console, qtbot: QtBot) -> None:
    area = area_of(cards(many)[0])
    half_seen = next(
        card
        for card in cards(many)
        if card.mapTo(area.viewport(), card.rect().bottomLeft()).y() > area.height()
    )
    before = area.verticalScrollBar().value()
    qtbot.mousePress(half_seen, Qt.MouseButton.LeftButton, pos=QPoint(200, 10))
    assert area.verticalScrollBar().value() == before
    qtbot.mouseRelease(half_seen, Qt.MouseButton.LeftButton, pos=QPoint(200, 10))
    assert half_seen.editor is not None


def test_the_form_of_who_answers_elsewhere_is_seen_whole(console: Console) -> None:
    console.service.carrying.keep_the_rest()
    console.page.go_to(Step.DECIDE_AND_SIGN)
    console.service.deciding.decide({(gap.gap, gap.subject): "besproken" for gap in console.model.gaps})
    console.model.refresh()
    row = console.page.steps.of(DecidePage).answer_row("peter")
    assert row
    the(row, "Anders …", QPushButton).click()
    (form,) = in_sight(row, AnswerElsewhere)
    view = area_of(row).viewport()
    assert view.rect().contains(QRect(row.mapTo(view, QPoint(0, 0)), row.size()))
    assert row.rect().contains(form.geometry())


def test_the_step_one_is_in_is_seen_on_a_rail_that_has_no_room_for_all(console: Console) -> None:
    console.page.resize(1366, 420)
    last = console.page.rail.steps.button(Step.EVALUATION)
    assert last is not None
    assert not top_is_seen(last)
    console.page.go_to(Step.EVALUATION)
    assert top_is_seen(last)
    console.page.go_to(Step.WELCOME)
    first = console.page.rail.steps.button(Step.WELCOME)
    assert first is not None
    assert top_is_seen(first)
    console.page.go_to(Step.EVALUATION)
    console.page.resize(1366, 380)
    assert top_is_seen(last)


def test_a_card_opens_that_was_not_made_yet(console: Console) -> None:
    for number in range(30):
        console.service.agreements.add(f"Ans belt op dag {number}.")
    console.model.refresh()
    console.page.go_to(Step.AGREEMENTS)
    page, last = console.page.steps.of(AgreementsPage), console.model.view.agreements[-1].id
    assert last not in {card.agreement.id for card in page.findChildren(AgreementCard)}
    page.open_card(last)
    card = page.card(last)
    assert card is not None
    assert card.editor is not None


def test_arrows_walk_in_the_order_one_sees_also_after_undo(many: Console, qtbot: QtBot) -> None:
    order = [item.id for item in many.model.view.agreements]
    many.model.act(lambda meeting: meeting.agreements.remove(order[0]))
    many.model.undo()
    assert [item.id for item in many.model.view.agreements] == order
    cards = [many.page.steps.of(AgreementsPage).card(item) for item in order]
    for one, other in pairwise(cards):
        assert one is not None
        assert other is not None
        one.setFocus()
        qtbot.keyClick(one, Qt.Key.Key_Down)
        assert other.hasFocus()
