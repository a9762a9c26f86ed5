"""What is chosen beside words that wait comes back with them: who it is, nobody too, whatever happened."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from beraad.disclosure.console_views import ConsoleStatement
from beraad.readers import FACILITATOR, Readers
from beraad.terms import AnswerShows, Column, Decision, StatementKind, Step
from beraad.ui.signing.readers_choice import ReadersChoice
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.columns.statement_fields import StatementFields
from beraad.ui.steps.decide.answer_elsewhere import AnswerElsewhere
from beraad.ui.steps.decide.page import DecidePage
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.person_picker import PersonPicker
from tests.ui.driving import in_sight, the
from tests.ui.opened_console import Console, Opener, press

KIND = StatementKind.DANGER_STATEMENT
Chosen = tuple[object, ...]
SOMEBODY: Chosen = (KIND, "kees", ("lisa",), ("mark",), ("ans",), Readers.only("sanne", "kees"))
NOBODY: Chosen = (KIND, "", (), (), (), FACILITATOR)


def _close(console: Console, opener: Opener) -> Console:
    console.page.close_meeting()
    return opener()


def _kill(console: Console, opener: Opener) -> Console:
    """Only what is on disk counts: the first is never closed."""
    console.model.drafting.keep_all()
    return opener()


def _step(console: Console, _opener: Opener) -> Console:
    console.page.go_to(Step.GOING_WELL)
    return console


def _left(console: Console, _opener: Opener) -> Console:
    """Left as the lock leaves it, with the last key a moment ago."""
    console.page.steps.leave()
    return console


HAPPENS: dict[str, Callable[[Console, Opener], Console]] = {
    "another step": _step,
    "left": _left,
    "closed": _close,
    "killed": _kill,
}


def _choose(fields: StatementFields, chosen: Chosen) -> None:
    """One after the other, each as somebody does it."""
    kind, by, about, harm_from, disputed_by, readers = chosen
    assert isinstance(kind, StatementKind)
    fields.set_kind(kind)
    fields.kind_chosen.emit()
    pickers = {picker.accessibleName(): picker for picker in fields.findChildren(PersonPicker)}
    said_by = "Wie zegt dit?" if "Wie zegt dit?" in pickers else "Wie zei dit?"
    for label, people in (
        (said_by, (by,) if by else ()),
        ("Over wie gaat dit?", about),
        ("Van wie? Alleen u ziet dit", harm_from),
        ("Wie ziet dit anders?", disputed_by),
    ):
        picker = pickers[label]
        assert isinstance(people, tuple)
        picker.set_chosen(people)
        picker.chosen_changed.emit(people)
    assert isinstance(readers, Readers)
    fields.set_readers(readers)
    fields.readers_chosen.emit(readers)


def _shown(fields: StatementFields) -> Chosen:
    readers = fields.readers()
    return (
        fields.kind,
        fields.by(),
        fields.about(),
        fields.harm_from(),
        fields.disputed_by(),
        _sorted(readers),
    )


def _sorted(readers: Readers) -> Readers:
    return replace(readers, people=tuple(sorted(readers.people, reverse=True)))


def _of(card: ConsoleStatement) -> Chosen:
    readers = card.visible_to
    return (
        card.kind,
        card.by or "",
        card.about,
        card.harm_from or (),
        card.disputed_by,
        _sorted(readers),
    )


def _began(console: Console) -> None:
    if console.model.view.carry:
        console.service.carrying.keep_the_rest()
        console.model.refresh()
    console.page.go_to(Step.WORRIES)


def _fields(where: QWidget) -> StatementFields:
    (found,) = where.findChildren(StatementFields)
    return found


def _new(console: Console) -> tuple[GrowingTextEdit, StatementFields]:
    _began(console)
    adding = console.page.steps.of(ColumnsPage).column(Column.DANGER).add_statement
    if not adding.is_open:
        adding.begin()
    return adding.field, _fields(adding)


def _there(console: Console) -> tuple[GrowingTextEdit, StatementFields]:
    """A card that says something of everybody."""
    _began(console)
    first = console.model.view.column(Column.DANGER)[0]
    console.page.steps.of(ColumnsPage).open_card(first.id)
    card = console.page.steps.of(ColumnsPage).card(first.id)
    assert card
    assert card.editor
    return the(card, "Tekst van deze kaart", GrowingTextEdit), _fields(card.editor)


def _full(console: Console) -> None:
    """The card that is there names people, so that nobody is a change."""
    _began(console)
    first = console.model.view.column(Column.DANGER)[0].id
    console.model.act(
        lambda meeting: meeting.statements.change(
            first,
            kind=StatementKind.DANGER_STATEMENT,
            by="sanne",
            about=["sanne"],
            harm_from=["mark"],
            disputed_by=["mark"],
        )
    )


@pytest.mark.parametrize("chosen", [SOMEBODY, NOBODY], ids=["somebody", "nobody"])
@pytest.mark.parametrize("begin", [_new, _there])
@pytest.mark.parametrize("happens", HAPPENS)
def test_all_that_was_chosen_beside_words_comes_back_with_them(
    console: Console,
    open_console: Opener,
    qtbot: QtBot,
    happens: str,
    begin: Callable[[Console], tuple[GrowingTextEdit, StatementFields]],
    chosen: Chosen,
) -> None:
    _full(console)
    before = [_of(card) for card in console.model.view.column(Column.DANGER)]
    field, fields = begin(console)
    field.setFocus()
    qtbot.keyClicks(field, " Half.")
    _choose(fields, chosen)
    again = HAPPENS[happens](console, open_console)
    assert [_of(card) for card in again.model.view.column(Column.DANGER)] == before, "nothing was placed"
    field, fields = begin(again)
    assert field.text().endswith("Half.")
    assert field.waits
    assert _shown(fields) == chosen
    field.setFocus()
    field.entered.emit()
    placed = next(card for card in again.model.view.column(Column.DANGER) if card.text.endswith("Half."))
    assert _of(placed) == chosen
    assert again.model.drafts == ()


def test_a_form_that_closes_behind_words_gives_them_to_no_others(console: Console, qtbot: QtBot) -> None:
    """It went back to everyone as it closed, and what was typed a moment before was kept so."""
    field, fields = _new(console)
    field.setFocus()
    qtbot.keyClicks(field, "Rima woont hier.")
    _choose(fields, SOMEBODY)
    console.page.steps.of(ColumnsPage).column(Column.DANGER).add_statement.finish()
    (draft,) = console.model.drafts
    assert draft.visible_to is not None
    assert set(draft.visible_to.people) == {"sanne", "kees"}
    QApplication.processEvents()
    console.model.refresh()
    assert draft.visible_to == console.model.drafts[0].visible_to
    assert set(draft.visible_to.people) == {"sanne", "kees"}


def test_the_next_card_begins_with_nobody_about_it(console: Console, qtbot: QtBot) -> None:
    field, fields = _new(console)
    field.setFocus()
    qtbot.keyClicks(field, "Rima was bang.")
    _choose(fields, SOMEBODY)
    field.setFocus()
    field.entered.emit()
    assert (fields.about(), fields.harm_from(), fields.disputed_by()) == ((), (), ())
    assert (fields.kind, fields.by()) == (KIND, "kees"), "the control: kind and speaker stay"


ANSWERS, REMARK = "Wat antwoordt Kees?", "Waarom, of wat Kees erbij zegt"


def _answering(console: Console) -> AnswerElsewhere:
    if console.model.view.carry:
        console.service.carrying.keep_the_rest()
    console.model.refresh()
    console.page.go_to(Step.DECIDE_AND_SIGN)
    page = console.page.steps.of(DecidePage)
    if console.model.view.agreed_at is None:
        for gap in console.model.gaps:
            if (gap_row := page.gap_row(gap)) is not None:
                gap_row.write_reason("Dat bespreken we maandag.")
        press(page, "Vaststellen")
    row = page.answer_row("kees")
    assert row
    press(row, "Anders …")
    form = row.findChild(AnswerElsewhere)
    assert isinstance(form, AnswerElsewhere)
    return form


@pytest.mark.parametrize("happens", [*HAPPENS, "put away"])
def test_an_answer_told_elsewhere_comes_back_as_it_was_chosen(
    happens: str, console: Console, open_console: Opener, qtbot: QtBot
) -> None:
    """The words came back alone, under another answer and for other readers."""
    form = _answering(console)
    which = the(form, ANSWERS, QComboBox)
    which.setCurrentIndex(which.findData(Decision.DISAGREE))
    which.activated.emit(which.currentIndex())
    qtbot.keyClicks(the(form, REMARK, GrowingTextEdit), "Hij wil eerst bellen.")
    the(form, "ook de woorden erbij", QRadioButton).click()
    if happens == "put away":
        press(form, "Toch niet")
    else:
        console = HAPPENS[happens](console, open_console)
    again = _answering(console)
    assert the(again, REMARK, GrowingTextEdit).text() == "Hij wil eerst bellen."
    assert the(again, ANSWERS, QComboBox).currentData() == Decision.DISAGREE
    (readers,) = in_sight(again, ReadersChoice)
    assert readers.chosen() is AnswerShows.WORDS
