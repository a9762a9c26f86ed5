"""In two rooms every screen that is handed over, and what stands at the table, names this room alone."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from beraad.readers import Readers
from beraad.terms import Column, Decision, Step
from beraad.ui.console.over.cover_page import CoverPage
from beraad.ui.meeting.keys import MeetingKey
from beraad.ui.scoring import ScoringScreen
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.columns.add_statement import AddStatement
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.decide.page import DecidePage
from beraad.ui.steps.scale.page import ScalePage
from beraad.ui.widgets.person_picker import PersonPicker
from beraad.ui.widgets.person_token import PersonToken
from tests.inside import rows_of
from tests.ui.driving import in_sight, the
from tests.ui.opened_console import HADDAD, Console, Opener, texts

CALLED = {1: ("Rima", "Samira", "Noor", "Chantal"), 2: ("Yousef", "Omar", "Piet")}
FIRST = {1: "rima", 2: "yousef"}


@pytest.fixture(params=[1, 2])
def half(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def rooms(open_console: Opener, half: int) -> Console:
    """The plan is agreed, nobody answered for it, and one room is here."""
    console = open_console(HADDAD, "b1", half=half)
    rows_of(console.service).meeting.answers.clear()
    console.model.act(lambda meeting: meeting.scales.add("Hoe veilig is het nu?", "niet", "heel"))
    reasons = {(gap.gap, gap.subject): "besproken" for gap in console.model.gaps}
    console.model.act(lambda meeting: meeting.deciding.decide(reasons))
    return console


def named(widget: QWidget | None, half: int, *, in_words: bool = True) -> set[str]:
    """Whom of the people of this half a widget names: in words, on tokens, to choose from."""
    assert widget is not None
    said = [texts(widget)] if in_words else []
    said += [token.toolTip() for token in widget.findChildren(PersonToken) if token.isVisible()]
    said += [token.accessibleName() for token in widget.findChildren(PersonToken) if token.isVisible()]
    pickers = (picker for picker in widget.findChildren(PersonPicker) if picker.isVisible())
    said += [chip.text() for picker in pickers for chip in in_sight(picker, QAbstractButton)]
    return {name for name in CALLED[half] if name in "\n".join(said)}


def lend(console: Console, which: str, half: int) -> None:
    private = console.page.steps.private
    if which == "signing":
        private.sign(FIRST[half])
    elif which == "pass on":
        private.pass_on(FIRST[half])
    elif which == "marks":
        private.mark()
    else:
        private.give_numbers(console.model.view.scales[-1].id)
        screen = private.open_screen
        assert isinstance(screen, ScoringScreen)
        if which == "number":
            screen.take(0)


@pytest.mark.parametrize("which", ["signing", "pass on", "hand over", "number", "marks"])
def test_a_screen_that_is_handed_over_names_nobody_of_the_other_room(
    rooms: Console, half: int, which: str
) -> None:
    private = rooms.page.steps.private
    lend(rooms, which, half)
    # What somebody signs for is the own copy, whoever its agreements name.
    in_words = which != "signing"
    assert named(private.open_screen, 3 - half, in_words=in_words) == set()
    if which != "marks":
        assert named(private.open_screen, half, in_words=in_words), "the control: it names who sits here"


@pytest.mark.parametrize(("other", "told"), [("yousef", False), ("noor", True)])
def test_a_screen_that_is_handed_over_tells_nothing_of_somebody_called_alike_in_the_other_room(
    open_console: Opener, other: str, told: bool
) -> None:
    """Noor sits in this room, and is the control."""
    console = open_console(HADDAD, "b1", half=1)
    called = {"samira": "dochter", other: "iemand anders"}
    for person in rows_of(console.service).case.people:
        if person.id in called:
            person.called, person.relation = "Samira", called[person.id]
    meeting = rows_of(console.service).meeting
    for item in (*meeting.statements, *meeting.agreements):
        # Nothing that both rooms see names the other one.
        item.visible_to = Readers.only("yousef")
    for agreement in meeting.agreements:
        agreement.owners, agreement.checked_by = [], None
    meeting.time_out = None
    meeting.answers.clear()
    console.model.act(lambda wish: wish.scales.add("Hoe veilig is het nu?", "niet", "heel"))
    reasons = {(gap.gap, gap.subject): "besproken" for gap in console.model.gaps}
    console.model.act(lambda wish: wish.deciding.decide(reasons))
    private = console.page.steps.private
    for which in ("pass on", "hand over", "number"):
        lend(console, which, 1)
        screen = private.open_screen
        if which == "number" and isinstance(screen, ScoringScreen):
            screen.take([one.id for one in console.model.in_room].index("samira"))
        assert screen is not None
        assert "Samira" in texts(screen)
        assert ("Samira (dochter)" in texts(screen)) is told
        private.take_back()
    names = {person.id: person.called for person in console.model.view.people}
    assert names["samira"] == "Samira (dochter)", "the facilitator reads of both"


def test_when_this_room_has_signed_the_laptop_goes_to_the_facilitator(rooms: Console, half: int) -> None:
    for person in rooms.model.in_room:
        rooms.model.act(
            lambda meeting, who=person.id: meeting.deciding.answer(who, Decision.AGREE, on_paper=True)
        )
    rooms.page.steps.private.pass_on(FIRST[half])
    page = rooms.page.steps.private.open_screen
    assert isinstance(page, CoverPage)
    assert "Geef de laptop terug aan de gespreksleider." in texts(page)
    assert named(page, 3 - half) == set()


def test_no_screen_opens_for_who_sits_in_the_other_room(rooms: Console, half: int) -> None:
    rooms.page.go_to(Step.DECIDE_AND_SIGN)
    rooms.page.steps.private.sign(FIRST[3 - half])
    assert rooms.page.steps.private.open_screen is None
    assert "zit niet in deze kamer" in rooms.messages.said[-1][2]
    for number in (1, 2):
        row = rooms.page.steps.of(DecidePage).answer_row(FIRST[number])
        assert row is not None
        assert row.sign_button.isEnabled() is (number == half)


def test_tokens_and_turns_are_of_this_room(rooms: Console, half: int) -> None:
    rooms.page.go_to(Step.SCALE)
    assert named(rooms.page.rail, 3 - half) == set()
    panel = rooms.page.steps.of(ScalePage).panel(rooms.model.view.scales[-1].id)
    assert panel is not None
    tokens = {token.person_id for token in in_sight(panel, PersonToken)}
    assert tokens == {person.id for person in rooms.model.in_room}
    here = len(CALLED[half])
    assert f"0 van {here} gaven antwoord" in texts(panel)


def test_an_answer_that_is_being_entered_goes_with_the_room(rooms: Console, half: int) -> None:
    rooms.page.go_to(Step.SCALE)
    panel = rooms.page.steps.of(ScalePage).panel(rooms.model.view.scales[-1].id)
    assert panel is not None
    panel.ask(FIRST[half])
    assert panel.entry is not None
    rooms.model.show(lambda meeting: meeting.show_half(3 - half))
    assert panel.entry is None


def test_who_said_it_is_somebody_of_this_room(rooms: Console, half: int) -> None:
    rooms.page.go_to(Step.WORRIES)
    rooms.page.wishes.press(MeetingKey.DANGER)
    (add,) = rooms.page.steps.of(ColumnsPage).column(Column.DANGER).findChildren(AddStatement)
    offered = {chip.text() for chip in in_sight(the(add, "Wie zegt dit?", PersonPicker), QAbstractButton)}
    assert offered == set(CALLED[half])


def test_reading_aloud_names_no_agreement_of_the_other_room(rooms: Console, half: int) -> None:
    other = "Alleen de andere groep weet dit."
    rooms.model.show(lambda meeting: meeting.show_half(3 - half))
    rooms.model.act(lambda meeting: meeting.agreements.add(other))
    rooms.model.show(lambda meeting: meeting.show_half(half))
    rooms.model.act(
        lambda meeting: meeting.agreements.add("Voor één van ons.", visible_to=Readers.only(FIRST[half]))
    )
    rooms.page.go_to(Step.AGREEMENTS)
    rooms.page.wishes.press(MeetingKey.READ_ALOUD)
    seen = texts(rooms.page.steps.of(AgreementsPage))
    assert other[:20] not in seen
    assert "Voor één van ons." in seen, "the control: of this room, and not for all in it"


def test_while_nobody_said_who_is_here_nothing_is_handed_over(rooms: Console, half: int) -> None:
    rooms.model.show(lambda meeting: meeting.show_half(None))
    private = rooms.page.steps.private
    for which in ("signing", "hand over"):
        if which == "signing":
            private.sign(FIRST[half])
        else:
            private.give_numbers(rooms.model.view.scales[-1].id)
        assert private.open_screen is None
    private.pass_on(FIRST[half])
    cover = private.open_screen
    assert cover is not None
    assert [item.text() for item in cover.findChildren(QPushButton)] == ["Terug naar de gespreksleider"]
