"""Step 7: agreements with all their fields, what they leave open, and the emergency plan."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from beraad.disclosure.console_views import ConsoleAgreement, ConsoleTiming
from beraad.readers import Readers
from beraad.terms import CarryKind, Column, Lamp, StatementKind, Step, TimingKind
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.steps.agreements.agreement_editor import AgreementEditor
from beraad.ui.steps.agreements.agreement_words import missing
from beraad.ui.steps.agreements.covers_picker import CoversPicker
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.agreements.timing_editor import TimingEditor
from beraad.ui.steps.shared.step_page import settle_layouts
from beraad.ui.theme import Theme
from beraad.ui.widgets.day_field import DayField
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.readers_picker import ReadersPicker
from beraad.ui.widgets.score_pad import ScorePad
from beraad.ui.widgets.smart_lamps import SmartLamps
from beraad.ui.widgets.time_field import TimeField
from tests.ui.driving import choose, choose_in, in_sight, moment, pick, the
from tests.ui.opened_console import Console, Opener, chord, press, texts

WHAT, OWNERS, WHY = "Wat precies?", "Wie doet het?", "Waarom stopt dit?"
SIGNAL, TAKES = "Welk woord en welk gebaar?", "Wie neemt de time-out?"


@pytest.fixture
def agreements(console: Console) -> Console:
    """In step 7, with everything of the last plan kept."""
    console.service.carrying.keep_the_rest()
    console.page.go_to(Step.AGREEMENTS)
    return console


@pytest.fixture
def editor(agreements: Console, qtbot: QtBot) -> AgreementEditor:
    """A new, empty agreement, opened with its key."""
    chord(agreements.page, MeetingKey.AGREEMENT)
    return _editor(agreements)


def _newest(console: Console) -> ConsoleAgreement:
    return console.model.view.agreements[-1]


def _editor(console: Console) -> AgreementEditor:
    card = console.page.steps.of(AgreementsPage).card(_newest(console).id)
    assert card
    assert card.editor
    return card.editor


def field(where: QWidget, label: str) -> GrowingTextEdit:
    return the(where, label, GrowingTextEdit)


def _readers(editor: AgreementEditor) -> ReadersPicker:
    (found,) = in_sight(editor, ReadersPicker)
    return found


def _place(field: GrowingTextEdit, text: str) -> None:
    field.setFocus()
    field.setPlainText(text)
    field.entered.emit()


def test_a_key_makes_an_agreement_and_one_types_what_it_is(
    agreements: Console, editor: AgreementEditor, qtbot: QtBot
) -> None:
    field = QApplication.focusWidget()
    assert isinstance(field, GrowingTextEdit)
    qtbot.keyClicks(field, "Kees haalt Mark op.")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert _newest(agreements).what == "Kees haalt Mark op."


def test_every_field_is_kept(agreements: Console, editor: AgreementEditor) -> None:
    _place(field(editor, WHAT), "Kees haalt Mark op.")
    pick(editor, OWNERS, "Kees")
    _place(field(editor, "Hoe zien de anderen dat het gebeurt?"), "Joke krijgt een bericht")
    pick(editor, "Wie kijkt het na?", "Joke")
    _place(field(editor, "Als het niet lukt: wie doet dan wat?"), "Sanne belt oma")
    _readers(editor).readers_changed.emit(Readers.only("kees", "joke"))
    made = _newest(agreements)
    assert (made.what, made.owners, made.measured_by) == (
        "Kees haalt Mark op.",
        ("kees",),
        "Joke krijgt een bericht",
    )
    assert (made.checked_by, made.fallback, made.visible_to) == (
        "joke",
        "Sanne belt oma",
        Readers.only("kees", "joke"),
    )


def test_five_lamps_say_what_is_missing_and_words_say_what(
    agreements: Console, editor: AgreementEditor
) -> None:
    card = agreements.page.steps.of(AgreementsPage).card(_newest(agreements).id)
    assert card
    (lamps,) = in_sight(card, SmartLamps)
    assert not lamps.is_on(Lamp.SPECIFIC)
    assert lamps.is_on(Lamp.TIMED)
    assert "Hoe merken de anderen het?" in texts(card)


def test_an_owner_says_yes_and_three_numbers(agreements: Console, editor: AgreementEditor) -> None:
    pick(editor, OWNERS, "Kees")
    the(editor, "Kees zei zelf ja aan tafel", QCheckBox).click()
    for pad, words in zip(in_sight(editor, ScorePad), ("9", "8", "4"), strict=True):
        press(pad, words)
    made = _newest(agreements)
    assert made.accepted_by == ("kees",)
    assert (made.readiness[0].willingness, made.readiness[0].confidence, made.readiness[0].capacity) == (
        9,
        8,
        4,
    )
    card = agreements.page.steps.of(AgreementsPage).card(made.id)
    assert card
    assert "Kees geeft vermogen een 4 — wat helpt?" in texts(card)


def test_each_word_of_the_method_stands_with_the_plain_question(
    agreements: Console, editor: AgreementEditor
) -> None:
    pick(editor, OWNERS, "Kees")
    said = texts(editor).splitlines()
    for word, plain in (
        ("Bereidheid", "Wil je dit doen?"),
        ("Vertrouwen", "Denk je dat het lukt?"),
        ("Vermogen", "Kun je dit?"),
    ):
        assert said[said.index(word) + 1] == plain
        (pad,) = (it for it in editor.findChildren(ScorePad) if it.accessibleName() == f"Kees, {word}")
        assert pad.accessibleDescription() == plain


def test_what_helps_puts_the_lamp_of_a_low_number_on(agreements: Console, editor: AgreementEditor) -> None:
    pick(editor, OWNERS, "Kees")
    for pad in in_sight(editor, ScorePad):
        press(pad, "5")
    _place(field(editor, "Wat helpt Kees?"), "Sanne rijdt mee")
    assert Lamp.REALISTIC not in missing(_newest(agreements))


def test_a_child_as_owner_is_questioned(agreements: Console, editor: AgreementEditor) -> None:
    pick(editor, OWNERS, "Lisa")
    card = agreements.page.steps.of(AgreementsPage).card(_newest(agreements).id)
    assert card
    assert "Een kind draagt hier de veiligheid. Kan een volwassene dit doen?" in texts(card)


def test_a_vague_word_is_pointed_out(agreements: Console, editor: AgreementEditor) -> None:
    _place(field(editor, WHAT), "Mark probeert rustig te blijven.")
    card = agreements.page.steps.of(AgreementsPage).card(_newest(agreements).id)
    assert card
    assert "„probeert” is vaag: wat precies?" in texts(card)


def test_an_owner_who_could_not_see_it_is_refused_and_the_fields_show_what_is_kept(
    agreements: Console, editor: AgreementEditor
) -> None:
    _readers(editor).readers_changed.emit(Readers.only("joke"))
    pick(editor, OWNERS, "Kees")
    assert "Kees doet mee aan deze afspraak" in agreements.messages.said[-1][2]
    assert the(editor, OWNERS, PersonPicker).chosen() == ()


def test_a_weekday_and_a_time_become_a_rule(agreements: Console, editor: AgreementEditor) -> None:
    choose(editor, "Hoe vaak geldt dit?", "steeds weer")
    choose(editor, "Welke dagen?", "op vaste dagen")
    (timing,) = in_sight(editor, TimingEditor)
    press(timing, "di")  # it began with the day of the meeting, a Saturday
    press(timing, "za")
    the(timing, "Om de hoeveel weken", QSpinBox).setValue(2)
    moment(timing, "Hoe laat", TimeField).time_changed.emit("10:30")
    moment(timing, "Tot en met", DayField).day_changed.emit(dt.date(2027, 1, 12))
    assert _newest(agreements).timing == ConsoleTiming(
        TimingKind.RECURRING,
        dt.date(2026, 11, 21),
        dt.date(2027, 1, 12),
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        "10:30",
    )


def test_a_rule_from_elsewhere_stays_and_is_said_in_words(
    agreements: Console, editor: AgreementEditor
) -> None:
    rule = "FREQ=MONTHLY;BYDAY=1MO"
    kept = ConsoleTiming(TimingKind.RECURRING, dt.date(2026, 11, 21), None, rule)
    agreements.model.act(lambda meeting: meeting.agreements.change(_newest(agreements).id, timing=kept))
    assert the(editor, "Welke dagen?", QComboBox).currentText() == "elke maand op de eerste maandag"
    moment(editor, "Hoe laat", TimeField).time_changed.emit("09:00")
    assert _newest(agreements).timing.rule == rule


def test_an_end_before_the_start_is_refused(agreements: Console, editor: AgreementEditor) -> None:
    moment(editor, "Tot en met", DayField).day_changed.emit(dt.date(2026, 11, 1))
    assert agreements.messages.said[-1][2] == "De einddatum ligt voor de begindatum."
    assert _newest(agreements).timing.ends_on is None


def test_what_it_answers_is_ticked(agreements: Console, editor: AgreementEditor) -> None:
    box = editor.findChildren(CoversPicker)[0].findChildren(QCheckBox)[0]
    box.click()
    assert len(_newest(agreements).covers) == 1


def test_a_worry_without_an_agreement_is_named_and_gets_one(agreements: Console) -> None:
    key = agreements.model.act(
        lambda meeting: meeting.statements.add(
            Column.DANGER, "Mark kan de sleutel nog hebben.", StatementKind.DANGER_STATEMENT
        )
    )
    page = agreements.page.steps.of(AgreementsPage)
    assert "Bij deze zorg hoort nog geen afspraak: „Mark kan de sleutel nog hebben.”" in texts(page)
    press(page, "Maak afspraak")
    assert _newest(agreements).covers == (key,)
    assert "Mark kan de sleutel nog hebben.”" not in texts(page)


def test_an_agreement_stops_with_a_reason(agreements: Console) -> None:
    first = agreements.model.view.agreements[0]
    page = agreements.page.steps.of(AgreementsPage)
    page.open_card(first.id)
    card = page.card(first.id)
    assert card
    press(card, "Afspraak stopt …")
    assert card.editor
    field(card, "Waarom stopt deze afspraak?").setPlainText("Kees verhuist")
    press(card, "Stop deze afspraak")
    assert agreements.model.view.agreements[-1].ended_because == "Kees verhuist"
    assert [item.number for item in agreements.model.view.agreements] == [1, 2, 3, 0]
    assert "gestopt: Kees verhuist" in texts(card)


def test_the_last_agreements_are_asked_about_before_gaps_are_named(console: Console) -> None:
    console.service.carrying.keep_the_rest(
        {
            (item.kind, item.subject)
            for item in console.service.console().carry
            if item.kind is CarryKind.STATEMENT
        }
    )
    console.page.go_to(Step.AGREEMENTS)
    page = console.page.steps.of(AgreementsPage)
    assert "Vorige keer · nog 4" in texts(page)
    assert "hoort nog geen afspraak" not in texts(page)


def test_what_is_asked_about_last_time_says_how_it_went(console: Console) -> None:
    console.page.go_to(Step.AGREEMENTS)
    words = texts(console.page.steps.of(AgreementsPage))
    assert "✗ niet · di 20 okt 2026 · geen benzine; Kees rijdt de volgende keer mee" in words
    assert not any("geen benzine" in item for item in texts(console.wall))


def test_what_stops_says_why(console: Console) -> None:
    console.page.go_to(Step.AGREEMENTS)
    page = console.page.steps.of(AgreementsPage)
    press(page, "Stopt")
    field(page, WHY).setPlainText("niet meer nodig")
    press(page, "Stop hiermee")
    assert (console.model.view.agreements[0].ended, console.model.view.agreements[0].ended_because) == (
        True,
        "niet meer nodig",
    )


def test_enter_after_why_it_stops_stops_it(console: Console, qtbot: QtBot) -> None:
    """Where Enter made a line, who went on lost the reason; Shift+Enter still makes one."""
    console.page.go_to(Step.AGREEMENTS)
    page = console.page.steps.of(AgreementsPage)
    press(page, "Stopt")
    reason = field(page, WHY)
    qtbot.keyClicks(reason, "niet meer")
    qtbot.keyClick(reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(reason, "nodig")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    ended = console.model.view.agreements[0]
    assert (ended.ended, ended.ended_because) == (True, "niet meer\nnodig")
    assert console.model.drafts == ()


def test_enter_after_why_an_agreement_stops_stops_it(agreements: Console, qtbot: QtBot) -> None:
    page = agreements.page.steps.of(AgreementsPage)
    first = agreements.model.view.agreements[0].id
    page.open_card(first)
    press(page, "Afspraak stopt …")
    reason = next(item for item in page.findChildren(GrowingTextEdit) if item.hasFocus())
    qtbot.keyClicks(reason, "is gelukt")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    assert "is gelukt" in {item.ended_because for item in agreements.model.view.agreements}


def test_the_emergency_plan_of_last_time_is_asked_about_on_its_own_page(console: Console) -> None:
    console.page.go_to(Step.AGREEMENTS)
    page = console.page.steps.of(AgreementsPage)
    press(page, "Noodplan en time-out · nog 5")
    press(page, "Alles blijft")
    assert len(console.model.view.emergency) == 4
    assert console.model.view.time_outs


def test_a_number_is_offered_from_peoples_telephones(agreements: Console) -> None:
    agreements.page.steps.of(AgreementsPage).show_emergency()
    row = agreements.page.steps.of(AgreementsPage).emergency.row(1)
    assert row
    number = the(row, "Stap 2: Welk nummer wordt gebeld?", QComboBox)
    assert "oma Ans: 06 1234 0003" in [number.itemText(place) for place in range(number.count())]
    choose_in(number, "Kees: 06 1234 0004")
    assert agreements.model.view.emergency[1].number == "06 1234 0004"


def test_a_step_is_added_typed_moved_and_removed(agreements: Console, qtbot: QtBot) -> None:
    page = agreements.page.steps.of(AgreementsPage)
    page.show_emergency()
    press(page, "+ Stap toevoegen")
    begun = QApplication.focusWidget()
    assert isinstance(begun, GrowingTextEdit)
    qtbot.keyClicks(begun, "Peter belt terug.")
    row = page.emergency.row(4)
    assert row
    qtbot.keyClick(row, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    moved = page.emergency.row(3)
    assert moved
    text = field(moved, "Stap 4: Wie doet wat als het misgaat?")
    assert text.text() == "Peter belt terug.", "what waits moves along"
    assert field(row, "Stap 5: Wie doet wat als het misgaat?").text() != "Peter belt terug."
    assert [step.text for step in agreements.model.view.emergency][3] == ""
    text.entered.emit()
    assert [step.text for step in agreements.model.view.emergency][3] == "Peter belt terug."
    row = page.emergency.row(3)
    assert row
    the(row, "Stap 4: Verwijderen (Ctrl+Z haalt terug)", QAbstractButton).click()
    assert len(agreements.model.view.emergency) == 4


def test_who_may_see_a_step_is_asked_on_the_line_of_the_box(agreements: Console) -> None:
    agreements.page.steps.of(AgreementsPage).show_emergency()
    row = agreements.page.steps.of(AgreementsPage).emergency.row(0)
    assert row
    (readers,) = in_sight(row, ReadersPicker)
    readers.set_readers(Readers.only("kees"))  # people stand under the box now
    settle_layouts()
    (label,) = (it for it in row.findChildren(QLabel) if it.text() == "Wie mag dit zien?" and it.isVisible())
    box = readers.focusProxy()
    assert box
    middles = [it.mapTo(row, it.rect().center()).y() for it in (label, box)]
    assert abs(middles[0] - middles[1]) <= 1


def test_the_time_out_is_kept_field_by_field(agreements: Console) -> None:
    page = agreements.page.steps.of(AgreementsPage)
    page.show_emergency()
    form = page.emergency.time_out
    _place(field(form, SIGNAL), "het woord 'pauze'")
    the(form, "Hoe lang?", QSpinBox).setValue(45)
    kept = next(iter(agreements.model.view.time_outs), None)
    assert kept
    assert (kept.signal, kept.minutes, kept.takes) == ("het woord 'pauze'", 45, "mark")


def test_a_time_out_begins_with_who_takes_it(console: Console) -> None:
    console.page.go_to(Step.AGREEMENTS)
    console.page.steps.of(AgreementsPage).show_emergency()
    pick(console.page.steps.of(AgreementsPage).emergency.time_out, TAKES, "Mark")
    kept = next(iter(console.model.view.time_outs), None)
    assert kept
    assert (kept.takes, kept.minutes) == ("mark", 60)


def test_each_partner_may_have_an_own_time_out(agreements: Console, qtbot: QtBot) -> None:
    page = agreements.page.steps.of(AgreementsPage)
    page.show_emergency()
    panel = page.emergency
    assert [form.isVisible() for form in panel.time_outs] == [True]
    press(panel, "+ Nog een time-out")
    begun = panel.time_outs[1]
    assert begun.isVisible()
    pick(begun, TAKES, "Sanne")
    _place(field(begun, SIGNAL), "twee handen")
    assert [item.takes for item in agreements.model.view.time_outs] == ["mark", "sanne"]
    assert agreements.model.view.time_outs[1].signal == "twee handen"
    agreements.model.act(lambda meeting: meeting.emergency.remove_time_out(1))
    assert len(panel.time_outs) == 1
    assert field(panel.time_out, SIGNAL).text() == "twee handen"
    agreements.model.undo()
    qtbot.waitUntil(panel.time_outs[1].isVisible)
    assert [field(form, SIGNAL).text() for form in panel.time_outs][1] == "twee handen"


def test_with_doubled_letters_the_names_of_who_does_it_stand_in_one_line(
    open_console: Opener, qapp: QApplication
) -> None:
    Theme.load(scale=2.0).apply(qapp)
    console = open_console()
    console.service.carrying.keep_the_rest()
    console.page.resize(1366, 712)
    console.page.go_to(Step.AGREEMENTS)
    settle_layouts()
    first = console.model.view.agreements[0]
    card = console.page.steps.of(AgreementsPage).card(first.id)
    assert card
    (names,) = (label for label in card.findChildren(QLabel) if label.text() == "Mark en Kees")
    assert names.heightForWidth(names.width()) < 2 * names.fontMetrics().lineSpacing()
