"""Remarks under what is typed: when they come, that they stop nobody, and how they go."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from beraad.readers import FACILITATOR
from beraad.terms import Column, Step
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.columns.add_statement import AddStatement
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.emergency.time_out_form import TimeOutForm
from beraad.ui.steps.evaluation.page import EvaluationPage
from beraad.ui.steps.scale.page import ScalePage
from beraad.ui.steps.shared.text_warnings import TextWarnings
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.readers_picker import ReadersPicker
from tests.ui.driving import in_sight, is_there, the, timer
from tests.ui.opened_console import Console, Opener, chord, press, texts

PHONE = "Bel Peter: 076-5550103."
WHY = "Waarom mag dit zo blijven?"


@pytest.fixture
def worries(console: Console) -> Console:
    """In step 2, with nothing of the last plan left to ask."""
    console.service.carrying.keep_the_rest()
    console.page.go_to(Step.WORRIES)
    return console


def _adding(console: Console, qtbot: QtBot, text: str) -> AddStatement:
    """A card that is being typed, with the pause after it over."""
    chord(console.page, MeetingKey.DANGER)
    adding = console.page.steps.of(ColumnsPage).column(Column.DANGER).add_statement
    qtbot.keyClicks(adding.field, text)
    _pause(adding, qtbot)
    return adding


def _remarks(adding: AddStatement) -> TextWarnings:
    (found,) = adding.findChildren(TextWarnings)
    return found


def _pause(adding: AddStatement, qtbot: QtBot) -> None:
    """Until nobody typed for a while."""
    qtbot.waitUntil(lambda: not timer(_remarks(adding), "pause").isActive())


def _reason_field(adding: AddStatement) -> GrowingTextEdit:
    return the(_remarks(adding), WHY, GrowingTextEdit)


def _said(warnings: TextWarnings) -> str:
    return texts(warnings) if warnings.isVisible() else ""


def test_a_hidden_detail_is_said_before_enter_with_whom_it_would_reach(
    worries: Console, qtbot: QtBot
) -> None:
    adding = _adding(worries, qtbot, PHONE)
    said = _said(_remarks(adding))
    assert "In deze tekst staat „076-5550103”: het telefoonnummer van Peter" in said
    assert "Mark" in said
    assert worries.model.view.column(Column.DANGER)[-1].text != PHONE


def test_an_ordinary_text_is_left_in_peace(worries: Console, qtbot: QtBot) -> None:
    adding = _adding(worries, qtbot, "Mark sloeg met de deur.")
    assert not _remarks(adding).isVisible()


def test_who_is_kept_from_the_card_is_not_reached(worries: Console, qtbot: QtBot) -> None:
    adding = _adding(worries, qtbot, PHONE)
    (picker,) = in_sight(adding, ReadersPicker)
    picker.set_readers(FACILITATOR)
    picker.readers_changed.emit(FACILITATOR)
    _pause(adding, qtbot)
    assert _said(_remarks(adding)) == ""


def test_a_label_is_pointed_out_and_enter_adds_the_card_all_the_same(worries: Console, qtbot: QtBot) -> None:
    adding = _adding(worries, qtbot, "Mark is agressief.")
    assert "„agressief” zegt wat iemand is. Wat deed iemand?" in _said(_remarks(adding))
    qtbot.keyClick(adding.field, Qt.Key.Key_Return)
    assert worries.model.view.column(Column.DANGER)[-1].text == "Mark is agressief."
    assert not _remarks(adding).isVisible()


def test_who_typed_too_fast_to_see_it_finds_a_mark_on_the_card(worries: Console, qtbot: QtBot) -> None:
    chord(worries.page, MeetingKey.DANGER)
    column = worries.page.steps.of(ColumnsPage).column(Column.DANGER)
    qtbot.keyClicks(column.add_statement.field, "Mark is agressief.")
    qtbot.keyClick(column.add_statement.field, Qt.Key.Key_Return)
    card = column.card(column.ids()[-1])
    assert card
    assert "let op" in texts(card)


def test_a_key_itself_does_not_look_at_the_text(worries: Console, qtbot: QtBot) -> None:
    """Only a pause does: a keystroke has to stay within a frame."""
    chord(worries.page, MeetingKey.DANGER)
    adding = worries.page.steps.of(ColumnsPage).column(Column.DANGER).add_statement
    qtbot.keyClicks(adding.field, "Mark is agressief.")
    assert timer(_remarks(adding), "pause").isActive()
    assert _said(_remarks(adding)) == ""


def test_a_remark_goes_with_a_reason_and_stays_away_while_one_types_on(
    worries: Console, qtbot: QtBot
) -> None:
    adding = _adding(worries, qtbot, "Mark is agressief")
    press(_remarks(adding), "Laat zo …")
    qtbot.keyClicks(QApplication.focusWidget(), "zo zei hij het zelf")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert QApplication.focusWidget() is adding.field
    assert "Zo gelaten: zo zei hij het zelf" in _said(_remarks(adding))
    qtbot.keyClicks(adding.field, " als hij drinkt.")
    _pause(adding, qtbot)
    assert "zegt wat iemand is" not in _said(_remarks(adding))
    qtbot.keyClick(adding.field, Qt.Key.Key_Return)
    column = worries.page.steps.of(ColumnsPage).column(Column.DANGER)
    card = column.card(column.ids()[-1])
    assert card
    assert "let op" not in texts(card)


def test_without_a_reason_it_stays(worries: Console, qtbot: QtBot) -> None:
    adding = _adding(worries, qtbot, "Mark is agressief")
    press(_remarks(adding), "Laat zo …")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is adding.field
    assert adding.is_open
    assert "zegt wat iemand is" in _said(_remarks(adding))


def test_what_was_let_stand_can_be_shown_again(worries: Console, qtbot: QtBot) -> None:
    adding = _adding(worries, qtbot, "Mark is agressief")
    press(_remarks(adding), "Laat zo …")
    qtbot.keyClicks(QApplication.focusWidget(), "zo zei hij het zelf")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    press(_remarks(adding), "Toon weer")
    assert "zegt wat iemand is" in _said(_remarks(adding))


def test_a_hidden_detail_that_was_let_stand_is_still_kept_from_the_wall(
    worries: Console, qtbot: QtBot
) -> None:
    adding = _adding(worries, qtbot, PHONE)
    press(_remarks(adding), "Laat zo …")
    qtbot.keyClicks(QApplication.focusWidget(), "dit kan geen kwaad")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(adding.field, Qt.Key.Key_Return)
    assert worries.model.view.column(Column.DANGER)[-1].text == PHONE
    assert "Bel Peter" not in str(worries.model.wall_view)


def test_an_open_card_is_looked_at_as_well(worries: Console, qtbot: QtBot) -> None:
    key = worries.model.act(lambda meeting: meeting.statements.add(Column.DANGER, "Mark is agressief."))
    assert key
    worries.page.steps.of(ColumnsPage).open_card(key)
    card = worries.page.steps.of(ColumnsPage).card(key)
    assert card
    assert card.editor
    (warnings,) = card.editor.findChildren(TextWarnings)
    qtbot.waitUntil(lambda: "zegt wat iemand is" in _said(warnings))


def test_a_screen_reader_hears_the_remark_with_the_field(worries: Console, qtbot: QtBot) -> None:
    adding = _adding(worries, qtbot, "Mark is agressief.")
    assert "zegt wat iemand is" in adding.field.accessibleDescription()


@pytest.mark.parametrize(
    "label",
    ["Wat precies?", "Hoe zien de anderen dat het gebeurt?", "Als het niet lukt: wie doet dan wat?"],
)
def test_every_text_of_an_agreement_is_looked_at_as_a_promise(
    worries: Console, qtbot: QtBot, label: str
) -> None:
    worries.page.go_to(Step.AGREEMENTS)
    worries.page.steps.of(AgreementsPage).begin()
    card = worries.page.steps.of(AgreementsPage).card(worries.model.view.agreements[-1].id)
    assert card
    assert card.editor
    editor = card.editor
    field = the(editor, label, GrowingTextEdit)
    field.setFocus()
    qtbot.keyClicks(field, "Mark probeert te luisteren.")
    found = editor.findChildren(TextWarnings)
    (own,) = [one for one in found if one.field is field]
    qtbot.waitUntil(lambda: "„probeert” is vaag" in _said(own))
    assert [_said(one) for one in found if one is not own] == ["", "", ""]


# -- the other fields of the plan ---------------------------------------------------------------------


def _typed(console: Console, qtbot: QtBot, field: GrowingTextEdit, text: str) -> str:
    """What is pointed out under a field after the pause."""
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    (remarks,) = [one for one in console.page.findChildren(TextWarnings) if one.field is field]
    qtbot.waitUntil(lambda: not timer(remarks, "pause").isActive())
    return _said(remarks)


@pytest.fixture
def emergency(worries: Console) -> Console:
    """The emergency plan and the time-out stand open."""
    worries.page.go_to(Step.AGREEMENTS)
    worries.page.steps.of(AgreementsPage).show_emergency()
    return worries


def test_an_emergency_step_tells_a_hidden_detail_while_it_is_typed(emergency: Console, qtbot: QtBot) -> None:
    row = emergency.page.steps.of(AgreementsPage).emergency.row(1)
    assert row
    assert "telefoonnummer van Peter" in _typed(
        emergency, qtbot, the(row, "Stap 2: Wie doet wat als het misgaat?", GrowingTextEdit), PHONE
    )


@pytest.mark.parametrize(
    "label",
    [
        "Waaraan merk je dat de spanning oploopt?",
        "Welk woord en welk gebaar?",
        "Waarheen?",
        "Hoe gaat het terugkomen?",
    ],
)
def test_so_does_every_field_of_the_time_out(emergency: Console, qtbot: QtBot, label: str) -> None:
    form = emergency.page.steps.of(AgreementsPage).emergency.time_out
    assert "telefoonnummer van Peter" in _typed(emergency, qtbot, the(form, label, GrowingTextEdit), PHONE)


@pytest.mark.parametrize("label", ["De vraag", "0 betekent", "10 betekent"])
def test_so_do_the_words_of_a_scale_question(worries: Console, qtbot: QtBot, label: str) -> None:
    scale = worries.model.act(lambda meeting: meeting.scales.add("Hoe gaat het?", "slecht", "goed"))
    assert scale
    worries.page.go_to(Step.SCALE)
    panel = worries.page.steps.of(ScalePage).panel(scale)
    assert panel
    assert "telefoonnummer van Peter" in _typed(worries, qtbot, the(panel, label, GrowingTextEdit), PHONE)


@pytest.mark.parametrize("label", ["Wat maakt het dit cijfer?", "Wat is er anders als het één hoger is?"])
def test_so_do_the_words_at_a_number(worries: Console, qtbot: QtBot, label: str) -> None:
    scale = worries.model.act(lambda meeting: meeting.scales.add("Hoe gaat het?", "slecht", "goed"))
    assert scale
    worries.page.go_to(Step.SCALE)
    panel = worries.page.steps.of(ScalePage).panel(scale)
    assert panel
    panel.ask("kees")
    assert "telefoonnummer van Peter" in _typed(
        worries, qtbot, the(panel.entry, label, GrowingTextEdit), PHONE
    )


def test_so_does_the_place_of_the_next_meeting(worries: Console, qtbot: QtBot) -> None:
    worries.page.go_to(Step.EVALUATION)
    place = the(worries.page.steps.of(EvaluationPage), "Plaats", GrowingTextEdit)
    assert "telefoonnummer van Peter" in _typed(worries, qtbot, place, PHONE)


def _reason(console: Console, qtbot: QtBot) -> AddStatement:
    adding = _adding(console, qtbot, "Mark was agressief.")
    qtbot.waitUntil(_remarks(adding).isVisible)
    press(_remarks(adding), "Laat zo …")
    qtbot.keyClicks(_reason_field(adding), "zo zei hij het")
    return adding


def test_a_reason_that_is_being_typed_is_a_draft_too(
    worries: Console, open_console: Opener, qtbot: QtBot
) -> None:
    """It was written nowhere, and a kill lost it. Only what is on disk counts: the first is never closed."""
    _reason(worries, qtbot)
    worries.model.drafting.keep_all()
    again = open_console()
    assert {draft.text for draft in again.model.drafts} == {"Mark was agressief.", "zo zei hij het"}
    again.page.go_to(Step.WORRIES)
    adding = again.page.steps.of(ColumnsPage).column(Column.DANGER).add_statement
    qtbot.waitUntil(lambda: is_there(adding, WHY, GrowingTextEdit), timeout=5000)
    assert _reason_field(adding).text() == "zo zei hij het"
    qtbot.keyClick(_reason_field(adding), Qt.Key.Key_Return)
    assert "Zo gelaten: zo zei hij het" in texts(adding)
    assert {draft.text for draft in again.model.drafts} == {"Mark was agressief."}


@pytest.mark.parametrize("way", ["let stand", "Escape", "mended"])
def test_a_reason_goes_with_what_it_was_for(worries: Console, qtbot: QtBot, way: str) -> None:
    adding = _reason(worries, qtbot)
    if way == "mended":
        adding.field.selectAll()
        qtbot.keyClicks(adding.field, "Mark sloeg op tafel.")
        qtbot.waitUntil(lambda: not is_there(adding, WHY, GrowingTextEdit), timeout=5000)
    else:
        key = Qt.Key.Key_Escape if way == "Escape" else Qt.Key.Key_Return
        qtbot.keyClick(_reason_field(adding), key)
    worries.model.drafting.keep_all()
    assert "zo zei hij het" not in {draft.text for draft in worries.model.drafts}
    assert adding.field.text() in {draft.text for draft in worries.model.drafts}


def test_after_a_reason_going_on_still_places_the_words(worries: Console, qtbot: QtBot) -> None:
    adding = _reason(worries, qtbot)
    qtbot.keyClick(_reason_field(adding), Qt.Key.Key_Return)
    assert worries.model.drafting.current is not None
    assert worries.model.drafting.current.field is adding.field


def test_another_hour_than_the_chosen_one_is_pointed_out_while_one_types(
    console: Console, qtbot: QtBot
) -> None:
    """An agreement said nine o'clock in words beside 20:00, and nobody saw it."""
    console.service.carrying.keep_the_rest()
    console.page.go_to(Step.AGREEMENTS)
    daily = next(item for item in console.model.view.agreements if item.timing.at == "20:00")
    page = console.page.steps.of(AgreementsPage)
    page.open_card(daily.id)
    card = page.card(daily.id)
    assert card
    assert card.editor
    the(card, "Wat precies?", GrowingTextEdit).setPlainText("Oma Ans belt Lisa elke avond om negen uur.")
    words = "„negen uur” is niet de tijd die erbij is gekozen. Wat klopt?"
    qtbot.waitUntil(lambda: words in texts(card), timeout=5000)
    the(card, "Wat precies?", GrowingTextEdit).setPlainText("Oma Ans belt Lisa elke avond om acht uur.")
    qtbot.waitUntil(lambda: "de tijd die erbij is gekozen" not in texts(card), timeout=5000)


def test_another_length_than_the_chosen_one_is_pointed_out_in_the_time_out(
    console: Console, qtbot: QtBot
) -> None:
    console.service.carrying.keep_the_rest()
    console.page.go_to(Step.AGREEMENTS)
    page = console.page.steps.of(AgreementsPage)
    page.show_emergency()
    form = page.findChild(TimeOutForm)
    assert isinstance(form, TimeOutForm)
    the(form, "Waarheen?", GrowingTextEdit).setPlainText("Naar Kees, vijf uur.")
    qtbot.waitUntil(lambda: "„vijf uur” is niet de tijd" in texts(form), timeout=5000)
