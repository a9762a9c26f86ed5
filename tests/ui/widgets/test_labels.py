"""Words of people are never taken for markup; everything has a name for a screen reader."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from beraad.terms import Circle, Lamp
from beraad.ui.widgets.card import Card
from beraad.ui.widgets.empty_state import EmptyState
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.person_choice import initials_of
from beraad.ui.widgets.person_token import PersonToken
from beraad.ui.widgets.pill import Pill
from beraad.ui.widgets.save_state import SaveState
from beraad.ui.widgets.section_heading import SectionHeading
from beraad.ui.widgets.smart_lamps import SmartLamps
from beraad.ui.widgets.text_label import TextLabel

MARKUP = "<img src='/etc/passwd'> <b>Jan & Piet"


def test_a_label_shows_tags_as_they_were_written(qtbot: QtBot) -> None:
    label = TextLabel(MARKUP)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == MARKUP


def test_a_card_with_a_lead_escapes_both(qtbot: QtBot) -> None:
    card = Card(MARKUP, lead="<i>Bodemeis")
    qtbot.addWidget(card)
    shown = [label.text() for label in card.findChildren(QLabel) if "Bodemeis" in label.text()]
    assert shown == [
        "<b>&lt;i&gt;Bodemeis</b> &lt;img src=&#x27;/etc/passwd&#x27;&gt; &lt;b&gt;Jan &amp; Piet"
    ]


def test_a_token_escapes_the_name_on_hover_and_says_the_circle(qtbot: QtBot) -> None:
    token = PersonToken("<b>oma Ans", Circle.NETWORK)
    qtbot.addWidget(token)
    assert token.toolTip() == "&lt;b&gt;oma Ans, Netwerk"
    assert token.accessibleName() == "<b>oma Ans, Netwerk"


@pytest.mark.parametrize(("called", "initials"), [("oma Ans", "An"), ("Kees", "Ke"), ("", "?"), ("ö", "Ö")])
def test_initials_come_from_the_last_word(called: str, initials: str) -> None:
    assert initials_of(called) == initials


def test_a_token_that_is_marked_says_what_the_tick_means(qtbot: QtBot) -> None:
    token = PersonToken("Kees", Circle.NETWORK)
    qtbot.addWidget(token)
    token.set_marked(True, "heeft gesproken")
    assert token.accessibleName() == "Kees, Netwerk, heeft gesproken"


def test_a_clickable_token_tells_whose_it_is(qtbot: QtBot) -> None:
    token = PersonToken("Kees", Circle.NETWORK, person_id="kees", clickable=True)
    qtbot.addWidget(token)
    with qtbot.waitSignal(token.chosen) as told:
        token.click()
    assert told.args == ["kees"]


def test_a_token_only_to_look_at_takes_no_focus_and_tells_nothing(qtbot: QtBot) -> None:
    token = PersonToken("Kees", Circle.NETWORK, person_id="kees")
    qtbot.addWidget(token)
    with qtbot.assertNotEmitted(token.chosen):
        token.click()
    assert token.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_card_opens_by_click_and_by_enter(qtbot: QtBot) -> None:
    card = Card("Lisa belt oma.", clickable=True)
    qtbot.addWidget(card)
    card.show()
    with qtbot.waitSignal(card.opened):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(card.opened):
        qtbot.keyClick(card, Qt.Key.Key_Return)


def test_a_card_shows_its_kind_its_tokens_and_its_pills_and_lets_the_old_ones_go(qtbot: QtBot) -> None:
    card = Card("Lisa belt oma.", kind="hulpbron")
    qtbot.addWidget(card)
    card.set_foot(kind="hulpbron", pills=[Pill("1 afspraak")])
    token = PersonToken("Ans", Circle.NETWORK)
    card.set_foot(tokens=[token], kind="hulpbron", pills=[Pill("2 afspraken", "danger")])
    card.show()
    texts = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert texts == ["Lisa belt oma.", "hulpbron", "2 afspraken"]
    assert token.isVisible()


def test_lamps_say_what_is_missing(qtbot: QtBot) -> None:
    lamps = SmartLamps()
    qtbot.addWidget(lamps)
    lamps.set_missing({Lamp.MEASURABLE: ("wie kijkt er?",), Lamp.TIMED: ()})
    assert lamps.accessibleName() == "SMART: SART in orde. Nog nodig: M: wie kijkt er?"
    assert not lamps.is_on(Lamp.MEASURABLE)
    assert lamps.is_on(Lamp.TIMED)


def test_lamps_that_are_off_differ_in_shape(qtbot: QtBot) -> None:
    """In shades of grey the two still differ: one is full, one is a dashed outline."""
    lamps = SmartLamps()
    qtbot.addWidget(lamps)
    lamps.show()
    on = lamps.grab().toImage()
    lamps.set_missing({Lamp.SPECIFIC: ("wat?",)})
    off = lamps.grab().toImage()
    assert on.pixelColor(5, 5).lightness() < 128 < off.pixelColor(5, 5).lightness()


def test_the_save_line_says_how_it_stands(qtbot: QtBot) -> None:
    state = SaveState()
    qtbot.addWidget(state)
    said = [state.text()]
    state.set_saved(dt.time(14, 38, 7))
    said.append(state.text())
    state.set_failed()
    said.append(state.text())
    assert said == ["Wordt opgeslagen …", "Opgeslagen 14:38:07", "Niet opgeslagen"]


def test_a_failed_save_can_be_tried_again(qtbot: QtBot) -> None:
    state = SaveState()
    qtbot.addWidget(state)
    state.set_failed()
    with qtbot.waitSignal(state.retry_requested):
        state.findChild(QPushButton).click()


def test_an_empty_page_offers_the_one_thing_to_do(qtbot: QtBot) -> None:
    empty = EmptyState("Nog geen zaken", action="Nieuwe zaak")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.action_requested):
        empty.findChild(QPushButton).click()


def test_a_heading_can_carry_something_beside_it(qtbot: QtBot) -> None:
    heading = SectionHeading("Zorgen", icon="danger", tone="danger", underline=True)
    qtbot.addWidget(heading)
    heading.add_beside(Pill("3"))
    heading.add_beside(QPushButton("Nieuw"), right=True)
    heading.resize(400, 40)
    heading.show()
    assert heading.findChild(Pill).x() < heading.findChild(QPushButton).x()


def test_a_row_that_is_full_goes_on_below(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    row = FlowLayout(box, gap=4)
    for _number in range(6):
        field = QWidget()
        field.setFixedSize(50, 20)
        row.addWidget(field)
    assert row.heightForWidth(400) == 20
    assert row.heightForWidth(110) == 3 * 20 + 2 * 4
    box.resize(110, 100)
    box.show()
    assert [row.itemAt(at).geometry().topLeft().toTuple() for at in range(3)] == [(0, 0), (54, 0), (0, 24)]


def test_a_long_pill_wraps_where_there_is_no_room(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    inner = QWidget()
    row = FlowLayout(inner)
    pill = Pill("Een kind draagt hier de veiligheid. Kan een volwassene dit doen?", "danger")
    row.addWidget(pill)
    column.addWidget(inner)
    box.resize(200, 200)
    box.show()
    assert pill.width() <= 200
    assert pill.height() >= 2 * pill.fontMetrics().height()
