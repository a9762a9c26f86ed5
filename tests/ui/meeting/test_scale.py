"""Step 4: numbers given hidden, shown together."""

import pytest
from pytestqt.qtbot import QtBot

from beraad.terms import Step
from beraad.ui.meeting.parts.scale_panel import ScalePanel
from tests.ui.meeting.conftest import Console, press, texts

QUESTION = "Hoe veilig is het nu voor Lisa?"


@pytest.fixture
def panel(console: Console) -> ScalePanel:
    """The question of last time, asked again."""
    console.page.go_to(Step.SCALE)
    press(console.page.steps.scale, QUESTION)
    made = console.page.steps.scale.panel(console.model.view.scales[0].id)
    assert made
    return made


def test_the_question_of_last_time_is_offered_with_its_own_words(console: Console, panel: ScalePanel) -> None:
    scale = console.model.view.scales[0]
    assert (scale.question, scale.ten) == (QUESTION, "Lisa is veilig en de hulp kan weg")
    assert [score.value for score in scale.before] == [2, 5, 7, 3, 5, 2, 2]


def test_one_is_asked_after_another_in_the_order_of_the_table(console: Console, panel: ScalePanel) -> None:
    press(panel, "Vraag iedereen om de beurt")
    assert panel.entry
    assert panel.entry.person == "sanne"
    press(panel.entry, "6")
    press(panel.entry, "Volgende →")
    assert panel.entry.person == "mark"
    assert console.model.view.scales[0].scores[0].value == 6


def test_i_would_rather_not_say_is_an_answer(console: Console, panel: ScalePanel) -> None:
    panel.ask("sanne")
    assert panel.entry
    press(panel.entry, "zeg ik liever niet")
    score = console.model.view.scales[0].scores[0]
    assert (score.value, score.declined) == (None, True)
    assert "1 van 8 gaven antwoord" in texts(panel)


def test_a_child_can_be_spoken_for(console: Console, panel: ScalePanel) -> None:
    panel.ask("lisa")
    assert panel.entry
    assert "Wie spreekt voor Lisa?" in texts(panel.entry)
    press(panel.entry, "3")
    panel.entry._spoken_by.set_chosen(("ans",))
    panel.entry._spoken_by.chosen_changed.emit(("ans",))
    score = console.model.view.scales[0].scores[0]
    assert (score.value, score.spoken_by) == (3, "ans")


def test_nobody_speaks_for_a_grown_up(panel: ScalePanel) -> None:
    panel.ask("mark")
    assert panel.entry
    assert "Wie spreekt voor" not in texts(panel.entry)


def test_what_makes_it_this_number_is_kept_as_one_types(
    console: Console, panel: ScalePanel, qtbot: QtBot
) -> None:
    panel.ask("kees")
    assert panel.entry
    press(panel.entry, "6")
    field = panel.entry._because
    field.setFocus()
    with qtbot.waitSignal(console.model.saved):
        qtbot.keyClicks(field, "hij belt mij")
    assert console.model.view.scales[0].scores[0].because == "hij belt mij"


def test_the_room_sees_no_number_until_it_is_shown(console: Console, panel: ScalePanel) -> None:
    panel.ask("sanne")
    assert panel.entry
    press(panel.entry, "6")
    assert console.model.wall_view.scales[0].scores == ()
    press(panel, "Toon aan iedereen")
    assert [score.value for score in console.model.wall_view.scales[0].scores] == [6]
    press(panel, "Verberg de cijfers weer")
    assert console.model.wall_view.scales[0].scores == ()


def test_the_spread_per_circle_stands_beside_last_time(panel: ScalePanel) -> None:
    for person, value in (("sanne", "6"), ("mark", "8")):
        panel.ask(person)
        assert panel.entry
        press(panel.entry, value)
    assert "6 – 8" in texts(panel)
    assert "vorige keer 2 – 7" in texts(panel)


def test_a_question_in_own_words_begins_empty(console: Console) -> None:
    console.page.go_to(Step.SCALE)
    press(console.page.steps.scale, "Eigen vraag")
    assert console.model.view.scales[0].question == ""
