"""The wall never follows a sentence being written: it is kept, and placed by Enter or by going on."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from beraad.places import Place
from beraad.readers import EVERYONE, FACILITATOR, PROFESSIONALS
from beraad.services.meeting import KeptDraft, MeetingService
from beraad.store.errors import DiskFull
from beraad.terms import Column, Said, Step
from beraad.ui import when_released
from beraad.ui.console.finding.open_points import open_points
from beraad.ui.meeting import drafting
from beraad.ui.scoring import ScoringScreen
from beraad.ui.signing import SigningScreen
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.columns.statement_fields import StatementFields
from beraad.ui.steps.decide.page import DecidePage
from beraad.ui.steps.decide.waiting_panel import WaitingPanel
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.person_picker import PersonPicker
from tests.inside import end_as_killed, rows_of, store_of
from tests.ui.driving import note_fields, pick, the, timer
from tests.ui.opened_console import HADDAD, Console, Opener, press, texts

NUMBER = "Bel Peter op 076-5550103"


@pytest.fixture
def worries(console: Console) -> Console:
    """In step 2, with nothing of the last plan left to ask."""
    console.service.carrying.keep_the_rest()
    console.page.go_to(Step.WORRIES)
    return console


def _focus() -> GrowingTextEdit:
    field = QApplication.focusWidget()
    assert isinstance(field, GrowingTextEdit)
    return field


def _open(console: Console, place: int = 0) -> GrowingTextEdit:
    """The field of a card that stands on the wall."""
    card = console.model.view.column(Column.DANGER)[place]
    console.page.steps.of(ColumnsPage).open_card(card.id)
    return _focus()


def _adding(console: Console, column: Column = Column.DANGER) -> GrowingTextEdit:
    console.page.steps.of(ColumnsPage).begin(column)
    return _focus()


def _wall(console: Console) -> str:
    return str(console.model.wall_view)


def _kept(console: Console, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not console.model.drafting.typing)


def test_a_pause_in_typing_shows_the_room_nothing(worries: Console, qtbot: QtBot) -> None:
    """Each letter of the detail was on the wall as soon as one paused behind it."""
    field = _open(worries)
    before = worries.model.wall_view
    seen: list[object] = []
    worries.model.wall_changed.connect(seen.append)
    for letter in f" {NUMBER}":
        qtbot.keyClicks(field, letter)
        worries.model.drafting.keep_all()
    _kept(worries, qtbot)
    assert worries.model.drafts[0].text.endswith(NUMBER)
    for _letter in NUMBER:
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
    _kept(worries, qtbot)
    assert seen == [], "the wall was not even made anew"
    assert worries.model.wall_view is before
    qtbot.keyClicks(field, "Buiten ook.")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "Buiten ook." in _wall(worries), "the control"


def test_backspacing_a_withheld_card_never_shows_its_digits(worries: Console, qtbot: QtBot) -> None:
    made = worries.model.act(lambda meeting: meeting.statements.add(Column.DANGER, NUMBER))
    assert NUMBER not in _wall(worries), "it is withheld"
    worries.page.steps.of(ColumnsPage).open_card(str(made))
    field = _focus()
    for _letter in range(3):
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
        worries.model.drafting.keep_all()
        worries.model.refresh()
        assert "076" not in _wall(worries)


LEAVE: dict[str, Callable[[Console], object]] = {
    "another step": lambda console: console.page.go_to(Step.GOING_WELL),
    "a pause": lambda console: console.page.pausing.pause(),
    "the end": lambda console: console.page.navigation.call_last(),
    "another window": lambda console: console.window.activateWindow(),
    "the lock": lambda console: console.page.steps.leave(),
    "a timer": lambda console: console.model.refresh(),
    "undo": lambda console: console.model.undo(),
}


@pytest.mark.parametrize("leave", LEAVE)
@pytest.mark.parametrize("begin", [_open, _adding])
def test_half_a_sentence_is_placed_by_nothing_but_a_wish(
    worries: Console, qtbot: QtBot, begin: Callable[[Console], GrowingTextEdit], leave: str
) -> None:
    worries.window.show()
    texts_before = [item.text for item in worries.model.view.statements]
    worries.model.act(lambda meeting: meeting.statements.add(Column.SAFETY, "Voor undo."))
    field = begin(worries)
    qtbot.keyClicks(field, " Half een zin")
    LEAVE[leave](worries)
    _kept(worries, qtbot)
    now = [item.text for item in worries.model.view.statements if item.text != "Voor undo."]
    assert now == texts_before
    assert "Half een zin" not in _wall(worries)
    assert [draft.text.endswith("Half een zin") for draft in worries.model.drafts] == [True]


def test_it_is_offered_again_after_the_step_and_after_closing(
    worries: Console, open_console: Opener, qtbot: QtBot
) -> None:
    place = worries.model.view.column(Column.DANGER)[0].id
    qtbot.keyClicks(_open(worries), " Half.")
    worries.page.go_to(Step.GOING_WELL)
    card = worries.page.steps.of(ColumnsPage).card(place)
    assert card
    assert "nog niet geplaatst" in texts(card)
    worries.page.go_to(Step.WORRIES)
    assert _open(worries).text().endswith(" Half.")
    qtbot.keyClick(_focus(), Qt.Key.Key_Escape)
    qtbot.keyClick(_focus(), Qt.Key.Key_Escape)
    adding = worries.page.steps.of(ColumnsPage).column(Column.DANGER).add_statement
    adding.begin()
    (fields,) = adding.findChildren(StatementFields)
    pick(fields, "Wie zegt dit?", "Kees")
    fields.set_readers(PROFESSIONALS)
    qtbot.keyClicks(_focus(), "Een nieuwe zorg")
    worries.page.close_meeting()
    again = open_console()
    again.page.go_to(Step.WORRIES)
    adding = again.page.steps.of(ColumnsPage).column(Column.DANGER).add_statement
    assert (adding.is_open, adding.field.text()) == (True, "Een nieuwe zorg")
    assert adding.field.waits
    (fields,) = adding.findChildren(StatementFields)
    assert (fields.by(), fields.readers()) == ("kees", PROFESSIONALS)
    assert not adding.field.hasFocus(), "the keyboard stays where it is"
    adding.field.setFocus()
    qtbot.keyClick(adding.field, Qt.Key.Key_Return)
    made = again.model.view.column(Column.DANGER)[-1]
    assert (made.text, made.by, made.visible_to) == ("Een nieuwe zorg", "kees", PROFESSIONALS)
    assert again.model.drafts == ()


def test_going_on_to_another_field_of_the_step_places(worries: Console, qtbot: QtBot) -> None:
    field = _adding(worries)
    qtbot.keyClicks(field, "Lisa was bang.")
    _open(worries)
    assert worries.model.view.column(Column.DANGER)[-1].text == "Lisa was bang."
    qtbot.keyClicks(_focus(), " Toen.")
    _adding(worries, Column.SAFETY)
    assert worries.model.view.column(Column.DANGER)[0].text.endswith(" Toen.")
    assert worries.model.drafts == ()


def test_what_is_typed_in_the_next_field_right_after_the_click_is_not_placed(
    worries: Console, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was left is placed when the button is up: by then another field was typed in last."""
    worries.page.go_to(Step.AGREEMENTS)
    agreement = worries.model.view.agreements[0].id
    worries.page.steps.of(AgreementsPage).open_card(agreement)
    card = worries.page.steps.of(AgreementsPage).card(agreement)
    assert card
    assert card.editor
    left = the(card, "Hoe zien de anderen dat het gebeurt?", GrowingTextEdit)
    following = the(card, "Als het niet lukt: wie doet dan wat?", GrowingTextEdit)
    left.setFocus()
    qtbot.keyClicks(left, "Joke hoort het.")
    with monkeypatch.context() as held:
        held.setattr(when_released, "is_pressed", lambda: True)
        following.setFocus()
        qtbot.keyClicks(following, "Half een")
        assert "Joke hoort het." not in str(worries.model.view.agreements), "nothing moves under the button"
    qtbot.waitUntil(lambda: "Joke hoort het." in str(worries.model.view.agreements))
    assert "Half een" not in str(worries.model.view.agreements)
    assert following.text().endswith("Half een")
    qtbot.keyClick(following, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Half een" in str(worries.model.view.agreements), "the control"


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Wat voor kaart is dit?", QComboBox),
        ("Wie zei dit?", PersonPicker),
        ("Over wie gaat dit?", PersonPicker),
        ("Wie ziet dit anders?", PersonPicker),
        ("Wie mag dit zien?", QComboBox),
    ],
)
def test_kind_speaker_and_readers_belong_to_the_draft(
    worries: Console, qtbot: QtBot, label: str, kind: type[QWidget]
) -> None:
    field = _open(worries)
    before = worries.model.view.column(Column.DANGER)[0].text
    qtbot.keyClicks(field, " Half.")
    card = worries.page.steps.of(ColumnsPage).card(worries.model.view.column(Column.DANGER)[0].id)
    assert card
    assert card.editor
    (fields,) = card.editor.findChildren(StatementFields)
    fields.unfold()
    target = the(fields, label, kind)
    inside = [item for item in target.findChildren(QWidget) if item.focusPolicy() & Qt.FocusPolicy.TabFocus]
    (target if target.focusPolicy() & Qt.FocusPolicy.TabFocus else inside[0]).setFocus()
    assert not field.hasFocus()
    assert worries.model.view.column(Column.DANGER)[0].text == before
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert worries.model.view.column(Column.DANGER)[0].text == f"{before} Half."


def test_readers_chosen_for_words_that_wait_are_placed_with_them(worries: Console, qtbot: QtBot) -> None:
    """Chosen at once they would show the old words to people who were chosen for the new ones."""
    made = worries.model.act(
        lambda meeting: meeting.statements.add(
            Column.DANGER, "Rima woont aan de Kade.", visible_to=FACILITATOR
        )
    )
    worries.page.steps.of(ColumnsPage).open_card(str(made))
    field = _focus()
    field.selectAll()
    qtbot.keyClicks(field, "Rima is veilig.")
    card = worries.page.steps.of(ColumnsPage).card(str(made))
    assert card
    assert card.editor
    (fields,) = card.editor.findChildren(StatementFields)
    fields.readers_chosen.emit(EVERYONE)
    worries.model.refresh()
    assert "Rima" not in _wall(worries)
    undo_before = worries.model.undoable
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "Rima is veilig." in _wall(worries)
    worries.model.undo()
    assert worries.model.undoable is undo_before, "words and readers are one step"
    assert "Rima" not in _wall(worries)


def test_readers_of_words_that_were_taken_back_are_chosen_all_the_same(
    worries: Console, qtbot: QtBot
) -> None:
    field = _open(worries)
    qtbot.keyClicks(field, "x")
    card = worries.page.steps.of(ColumnsPage).card(worries.model.view.column(Column.DANGER)[0].id)
    assert card
    assert card.editor
    (fields,) = card.editor.findChildren(StatementFields)
    fields.readers_chosen.emit(FACILITATOR)
    assert worries.model.view.column(Column.DANGER)[0].visible_to == EVERYONE
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert worries.model.view.column(Column.DANGER)[0].visible_to == FACILITATOR


def test_the_line_says_saved_only_when_every_character_is_on_disk(worries: Console, qtbot: QtBot) -> None:
    """340 characters typed, eight seconds, green, and nothing on disk: so it was."""
    line = worries.page.status.save_state
    field = _adding(worries)
    assert line.text().startswith("Opgeslagen")
    qtbot.keyClicks(field, "E")
    assert line.text() == "Wordt opgeslagen …"
    for word in range(40):
        qtbot.keyClicks(field, f"woord{word} ")
        assert line.text() == "Wordt opgeslagen …" or _on_disk(worries) == field.text()
    qtbot.waitUntil(lambda: "nog niet geplaatst" in line.text())
    assert line.text().startswith("Opgeslagen")
    assert _on_disk(worries) == field.text()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: line.text().startswith("Opgeslagen"))
    assert "nog niet geplaatst" not in line.text()


def _on_disk(console: Console) -> str:
    """What another reader of the database finds."""
    with store_of(console.service).unit_of_work() as unit:
        meeting = unit.cases.get("IT-2026-014").meeting("b2")
        assert meeting is not None
        return next((row.text for row in meeting.drafts if row.text), "")


def test_typing_on_without_a_pause_puts_writing_off_no_longer(
    worries: Console, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A throttle, not a debounce: the clock begins with the first key."""
    field = _adding(worries)
    begun: list[int] = []
    keep = timer(worries.page, "keep")
    monkeypatch.setattr(keep, "start", lambda: begun.append(1))
    monkeypatch.setattr(keep, "isActive", lambda: bool(begun))
    qtbot.keyClicks(field, "zonder ophouden")
    assert begun == [1], "no further key begins it anew"
    assert keep.interval() == drafting.KEEP_WITHIN <= 300


def test_a_full_disk_is_red_and_loses_nothing(
    worries: Console, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = worries.page.status.save_state
    field = _adding(worries)

    def full(_draft: object) -> None:
        raise DiskFull(reason="full")

    with monkeypatch.context() as patched:
        patched.setattr(worries.service.drafts, "keep", full)
        qtbot.keyClicks(field, "Wat er gezegd werd")
        qtbot.waitUntil(lambda: line.text() == "Niet opgeslagen")
        qtbot.keyClicks(field, ", en nog iets")
        worries.page.go_to(Step.GOING_WELL)
        assert line.text() == "Niet opgeslagen"
        assert worries.model.unsaved
    worries.model.retry()
    qtbot.waitUntil(lambda: "nog niet geplaatst" in line.text())
    assert _on_disk(worries) == "Wat er gezegd werd, en nog iets"


def test_what_was_chosen_on_a_full_disk_is_written_once_it_can_be(
    console: Console, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when its screen is gone by then; until it is, nothing says that all is saved."""
    console.service.carrying.keep_the_rest()
    console.service.deciding.decide({(gap.gap, gap.subject): "zo" for gap in console.service.gaps()})
    console.model.refresh()
    private = console.page.steps.private
    keep = console.service.begun.keep

    def full(*_what: object) -> None:
        raise DiskFull(reason="full")

    with monkeypatch.context() as patched:
        patched.setattr(console.service.begun, "keep", full)
        private.sign("sanne")
        screen = private.open_screen
        assert isinstance(screen, SigningScreen)
        press(screen, "Ik ga niet akkoord")
        qtbot.waitUntil(lambda: console.page.status.save_state.text() == "Niet opgeslagen")
        press(console.page, "Later")
        qtbot.waitUntil(lambda: not isValid(screen))
        assert console.model.unsaved
        patched.setattr(console.service.begun, "keep", keep)
        console.model.retry()
    assert not console.model.unsaved
    (row,) = rows_of(console.service).meeting.begun_answers
    assert (row.place, row.chosen["decision"]) == ("answers/sanne", "disagree")


def test_notes_are_kept_as_typed_and_need_no_placing(worries: Console, qtbot: QtBot) -> None:
    before = worries.model.view.notes
    field = note_fields(worries.page.guide)[len(before)]
    field.setFocus()
    qtbot.keyClicks(field, "Let op ")
    _kept(worries, qtbot)
    qtbot.keyClicks(field, "Lisa")
    _kept(worries, qtbot)
    assert worries.service.console().notes == (*before, "Let op Lisa")
    assert not field.waits
    assert worries.model.drafts == ()
    worries.model.undo()
    assert worries.model.view.notes == before, "what was typed in one go is one step"


def test_what_waits_is_named_before_closing_and_before_it_is_agreed(worries: Console, qtbot: QtBot) -> None:
    qtbot.keyClicks(_open(worries), " Half.")
    worries.page.go_to(Step.DECIDE_AND_SIGN)
    heads = dict(open_points(worries.model))
    (point,) = heads["Nog niet geplaatst"]
    assert " … " in point.words
    assert "Half.”" in point.words, "what was typed stands behind what is in the plan already"
    assert point.step is Step.WORRIES
    (panel,) = worries.page.steps.of(DecidePage).findChildren(WaitingPanel)
    assert "Deze tekst staat niet in het plan" in texts(panel)
    press(panel, "Ga erheen")
    assert worries.model.step is Step.WORRIES
    assert _focus().text().endswith(" Half.")
    qtbot.keyClick(_focus(), Qt.Key.Key_Return)
    worries.page.go_to(Step.DECIDE_AND_SIGN)
    assert not panel.isVisible()
    assert "Nog niet geplaatst" not in dict(open_points(worries.model))


def test_what_a_participant_writes_is_kept_and_never_shown_to_the_next(
    console: Console, qtbot: QtBot
) -> None:
    console.service.carrying.keep_the_rest()
    console.service.deciding.decide({(gap.gap, gap.subject): "zo" for gap in console.service.gaps()})
    console.model.refresh()
    console.page.go_to(Step.DECIDE_AND_SIGN)
    private = console.page.steps.private
    private.sign("sanne")
    screen = private.open_screen
    assert isinstance(screen, SigningScreen)
    press(screen, "Ik ga niet akkoord")
    screen.remark.setFocus()
    qtbot.keyClicks(screen.remark, "Ik ben bang voor Mark")
    _kept(console, qtbot)
    (draft,) = console.model.drafts
    assert (str(draft.place), draft.text) == ("answers/sanne/remark", "Ik ben bang voor Mark")
    private.pass_on("sanne")
    private.sign("mark")
    theirs = private.open_screen
    assert isinstance(theirs, SigningScreen)
    assert theirs.remark.text() == ""
    private.pass_on("mark")
    private.sign("sanne")
    press(console.page, "Verder met mijn antwoord")
    own = private.open_screen
    assert isinstance(own, SigningScreen)
    assert own.remark.text() == "Ik ben bang voor Mark", "the control: it is offered to who wrote it"
    press(own, "Dit is mijn antwoord")
    assert console.model.drafts == ()
    assert next(item.remark for item in console.model.answers if item.person == "sanne")


def test_own_words_with_a_number_are_kept_and_nothing_is_kept_of_who_goes_back(
    console: Console, qtbot: QtBot
) -> None:
    console.page.go_to(Step.SCALE)
    scale = str(console.model.act(lambda meeting: meeting.scales.add("Hoe veilig?", "niet", "wel")))
    private = console.page.steps.private
    private.give_numbers(scale)
    screen = private.open_screen
    assert isinstance(screen, ScoringScreen)
    for goes_back in (True, False):
        screen.take(0)
        page = screen.score_page
        assert page
        press(page, "6")
        assert page.words[Said.BECAUSE].text() == "", "it begins empty each time"
        page.words[Said.BECAUSE].setFocus()
        qtbot.keyClicks(page.words[Said.BECAUSE], "omdat oma er is")
        _kept(console, qtbot)
        assert [draft.text for draft in console.model.drafts] == ["omdat oma er is"]
        if goes_back:
            page.back_requested.emit()
        else:
            press(page, "Klaar")
        _kept(console, qtbot)
        assert console.model.drafts == ()
    (score,) = next(item.scores for item in console.model.view.scales if item.id == scale)
    assert score.because == "omdat oma er is"


def test_who_takes_the_keyboard_and_goes_back_takes_nothing_along_of_before(
    console: Console, qtbot: QtBot
) -> None:
    """Words that a crash left are not shown on the empty page: they may be somebody else's."""
    console.page.go_to(Step.SCALE)
    scale = str(console.model.act(lambda meeting: meeting.scales.add("Hoe veilig?", "niet", "wel")))
    private = console.page.steps.private
    kept = KeptDraft(Place.score(scale, "sanne") / "because", "omdat oma er is")
    console.model.keep(lambda meeting: meeting.drafts.keep(kept))
    private.give_numbers(scale)
    screen = private.open_screen
    assert isinstance(screen, ScoringScreen)
    for typed, left in (("", ["omdat oma er is"]), ("iets anders", [])):
        screen.take(0)
        page = screen.score_page
        assert page
        press(page, "6")
        qtbot.keyClicks(page.words[Said.BECAUSE], typed)
        press(page, "Terug, niets bewaren (Esc)")
        _kept(console, qtbot)
        assert [draft.text for draft in console.model.drafts] == left


def test_words_of_the_other_room_are_placed_here_only_on_request(open_console: Opener, qtbot: QtBot) -> None:
    console = open_console(HADDAD, "b1")
    console.page.go_to(Step.WORRIES)
    model = console.model
    made = str(model.act(lambda meeting: meeting.statements.add(Column.DANGER, "Voor iedereen.")))
    model.act(lambda meeting: meeting.statements.change(made, visible_to=EVERYONE))
    console.page.steps.of(ColumnsPage).open_card(made)
    qtbot.keyClicks(_focus(), " Rima huilde.")
    console.page.wishes.choose_half(2)
    console.page.steps.of(ColumnsPage).open_card(made)
    field = _focus()
    assert field.text().endswith(" Rima huilde.")
    console.messages.answer(False)
    field.entered.emit()
    assert "Rima huilde." not in str(model.wall_view)
    console.page.steps.of(ColumnsPage).open_card(made)
    console.messages.answer(True)
    _focus().entered.emit()
    assert "Rima huilde." in str(model.wall_view), "the control: asked for"


def test_opening_finds_what_a_crash_left(open_console: Opener, qtbot: QtBot) -> None:
    """The service is not closed: as after a kill, only what is on disk counts."""
    first = open_console()
    first.page.go_to(Step.WORRIES)
    qtbot.keyClicks(_adding(first), "Tot hier kwam ik")
    first.model.drafting.keep_all()
    store = store_of(first.service)
    second = MeetingService(store, "IT-2026-014", "b2", first.clock)
    assert [draft.text for draft in second.drafts.all()] == ["Tot hier kwam ik"]
    end_as_killed(second)


def test_the_keys_under_a_new_card_never_name_escape_twice(worries: Console) -> None:
    """It said "Esc: klaar" under a field that said "Weggooien (Esc)"."""
    field = _adding(worries)
    column = worries.page.steps.of(ColumnsPage)
    assert "Esc: klaar" in texts(column)
    field.setPlainText("Mark riep hard.")
    assert "Esc: klaar" not in texts(column)
    field.setPlainText("")
    assert "Esc: klaar" in texts(column)
