"""Finding something in the meeting, and going to it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from beraad.services.meeting import MeetingService
from beraad.terms import Column, Step
from beraad.ui.console.finding.find_sheet import FindSheet
from beraad.ui.console.finding.finder import Finder, Hit, HitKind
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.scale.page import ScalePage
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from tests.ui.driving import in_sight, is_there, note_fields, the
from tests.ui.opened_console import Console


@pytest.fixture
def talked(console: Console) -> Console:
    """The last plan gone through, and some things with accents said."""
    act = console.model.act
    act(lambda meeting: meeting.carrying.keep_the_rest())
    act(lambda meeting: meeting.statements.add(Column.DANGER, "De ruzie bij het café Élysée.", by="kees"))
    act(lambda meeting: meeting.agreements.add("Kees belt elke avond om acht uur."))
    act(lambda meeting: meeting.course.note(0, "In de pauze naar het café vragen."))
    return console


def found(console: Console, words: str) -> tuple[Hit, ...]:
    return Finder(console.model.view, console.model.step).find(words)


def kinds(console: Console, words: str) -> list[HitKind]:
    return [hit.kind for hit in found(console, words)]


@pytest.mark.parametrize("words", ["cafe elysee", "CAFÉ", "élysée ruzie", "Elyse"])
def test_accents_and_capitals_and_the_order_of_words_make_no_difference(talked: Console, words: str) -> None:
    assert HitKind.STATEMENT in kinds(talked, words)


@pytest.mark.parametrize("words", ["lukasz", "ŁUKASZ", "dordevic", "æble orsted", "aeble"])
def test_letters_that_are_not_on_the_keyboard_make_no_difference(talked: Console, words: str) -> None:
    talked.model.act(
        lambda meeting: meeting.statements.add(
            Column.SAFETY, "Łukasz Đorđević at æble met Ørsted.", by="kees"
        )
    )
    assert HitKind.STATEMENT in kinds(talked, words)


def test_every_word_must_be_there(talked: Console) -> None:
    assert found(talked, "café zwembad") == ()


@pytest.mark.parametrize("words", ["", "   ", "…!"])
def test_nothing_typed_finds_nothing(talked: Console, words: str) -> None:
    assert found(talked, words) == ()


@pytest.mark.parametrize(
    ("words", "kind", "step"),
    [
        ("élysée", HitKind.STATEMENT, Step.WORRIES),
        ("acht uur", HitKind.AGREEMENT, Step.AGREEMENTS),
        ("112", HitKind.EMERGENCY, Step.AGREEMENTS),
        ("in de pauze vragen", HitKind.NOTE, Step.WELCOME),
        ("wijkagent", HitKind.PERSON, Step.WELCOME),
    ],
)
def test_cards_agreements_emergency_notes_and_people_are_found_at_their_step(
    talked: Console, words: str, kind: HitKind, step: Step
) -> None:
    assert (kind, step) in [(hit.kind, hit.step) for hit in found(talked, words)]


def test_who_said_it_finds_a_card_too(talked: Console) -> None:
    assert any("Élysée" in hit.words for hit in found(talked, "kees café"))


# -- the window --------------------------------------------------------------------------------------


def in_sheet(act: Callable[[FindSheet], None]) -> None:
    """Do something in the window as soon as it stands."""

    def look() -> None:
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, FindSheet)
        try:
            act(sheet)
        finally:
            if sheet.isVisible():
                sheet.reject()

    QTimer.singleShot(0, look)


def field_of(sheet: FindSheet) -> QLineEdit:
    (field,) = in_sight(sheet, QLineEdit)
    return field


def find(console: Console, qtbot: QtBot, words: str, downs: int = 0) -> None:
    """Find with the keyboard alone."""

    def act(sheet: FindSheet) -> None:
        qtbot.keyClicks(field_of(sheet), words)
        for _ in range(downs):
            qtbot.keyClick(field_of(sheet), Qt.Key.Key_Down)
        qtbot.keyClick(field_of(sheet), Qt.Key.Key_Return)

    in_sheet(act)
    qtbot.keyClick(console.page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)


def test_a_card_is_found_and_opened_with_the_keyboard(talked: Console, qtbot: QtBot) -> None:
    find(talked, qtbot, "ruzie elysee")
    statement = next(item for item in talked.model.view.statements if "Élysée" in item.text)
    card = talked.page.steps.of(ColumnsPage).column(Column.DANGER).card(statement.id)
    assert talked.model.step is Step.WORRIES
    assert card
    assert card.editor is not None


def test_an_agreement_is_opened(talked: Console, qtbot: QtBot) -> None:
    find(talked, qtbot, "acht uur avond")
    agreement = next(item for item in talked.model.view.agreements if "acht uur" in item.what)
    card = talked.page.steps.of(AgreementsPage).card(agreement.id)
    assert card
    assert card.editor is not None


def test_an_emergency_step_opens_the_emergency_plan(talked: Console, qtbot: QtBot) -> None:
    find(talked, qtbot, talked.model.view.emergency[0].text)
    assert talked.page.steps.of(AgreementsPage).emergency.isVisible()


def test_an_emergency_step_gets_the_keyboard(talked: Console, qtbot: QtBot) -> None:
    find(talked, qtbot, talked.model.view.emergency[1].text)
    row = talked.page.steps.of(AgreementsPage).emergency.row(1)
    assert row
    assert row.isAncestorOf(talked.page.focusWidget())


def test_the_time_out_gets_the_keyboard(talked: Console, qtbot: QtBot) -> None:
    time_out = next(iter(talked.model.view.time_outs), None)
    assert time_out
    find(talked, qtbot, time_out.returns)
    assert talked.page.steps.of(AgreementsPage).emergency.time_out.isAncestorOf(talked.page.focusWidget())


def _asked(console: Console) -> str:
    def ask(meeting: MeetingService) -> str:
        scale = meeting.scales.add("Hoe veilig is het?", "niet", "heel")
        meeting.scales.give(scale, "kees", 4, one_up="als hij ook op zondag komt")
        return scale

    made = console.model.act(ask)
    assert made
    return made


def test_a_question_gets_the_keyboard(talked: Console, qtbot: QtBot) -> None:
    scale = _asked(talked)
    find(talked, qtbot, "hoe veilig")
    panel = talked.page.steps.of(ScalePage).panel(scale)
    assert panel
    assert talked.page.focusWidget() is the(panel, "De vraag", GrowingTextEdit)


def test_what_somebody_said_at_a_number_is_opened(talked: Console, qtbot: QtBot) -> None:
    scale = _asked(talked)
    find(talked, qtbot, "ook op zondag")
    panel = talked.page.steps.of(ScalePage).panel(scale)
    assert panel
    assert panel.entry
    assert panel.entry.person == "kees"
    assert talked.page.focusWidget() is the(panel, "Wat is er anders als het één hoger is?", GrowingTextEdit)


def test_answers_that_are_covered_stay_so(talked: Console, qtbot: QtBot) -> None:
    """Somebody of the table may still stand at the keyboard."""
    scale = _asked(talked)
    talked.page.go_to(Step.SCALE)
    panel = talked.page.steps.of(ScalePage).panel(scale)
    assert panel
    panel.cover()
    find(talked, qtbot, "ook op zondag")
    assert panel.entry is None


def test_a_note_gets_the_keyboard(talked: Console, qtbot: QtBot) -> None:
    find(talked, qtbot, "in de pauze vragen")
    field = note_fields(talked.page.guide)[0]
    assert field
    assert talked.page.focusWidget() is field


def test_arrows_walk_along_what_was_found(talked: Console, qtbot: QtBot) -> None:
    def act(sheet: FindSheet) -> None:
        qtbot.keyClicks(field_of(sheet), "mark")
        first = sheet.chosen()
        qtbot.keyClick(field_of(sheet), Qt.Key.Key_Down)
        assert sheet.chosen() not in (None, first)
        qtbot.keyClick(field_of(sheet), Qt.Key.Key_Up)
        assert sheet.chosen() == first

    in_sheet(act)
    talked.page.navigation.find()


def test_finding_is_called_off_and_nothing_moves(talked: Console, qtbot: QtBot) -> None:
    in_sheet(lambda sheet: qtbot.keyClick(field_of(sheet), Qt.Key.Key_Escape))
    talked.page.navigation.find()
    assert talked.model.step is Step.WELCOME


def test_the_window_says_when_nothing_is_found(talked: Console, qtbot: QtBot) -> None:
    def act(sheet: FindSheet) -> None:
        qtbot.keyClicks(field_of(sheet), "zwembad")
        assert is_there(sheet, "Niets gevonden.", QLabel)
        qtbot.keyClick(field_of(sheet), Qt.Key.Key_Return)
        assert sheet.isVisible()

    in_sheet(act)
    talked.page.navigation.find()
