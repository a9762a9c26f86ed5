"""One question, two meetings: the chart on the worker's screen is that of the file, and in nobody's copy."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtWidgets import QLabel, QTextEdit

from beraad.ui.pages.case.overview.scales_over_time import ScalesOverTime
from tests.stories.charts import Token, in_picture, is_painted, on_paper
from tests.stories.program import Program
from tests.stories.watching import read_aloud
from tests.ui.driving import click_line, in_sight, is_there, open_line, press, press_step, texts, type_into

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True),
]

QUESTION, ONCE = "Hoe veilig is het nu voor Lisa?", "Hoe ver zijn we met wat we samen willen?"
NOW = {"Sanne": 6, "Mark": 9, "Lisa": 3, "oma Ans": 5, "Kees": None, "Fatima": 4, "Joke": 4}
THEN = {("Sa", 5), ("Ma", 7), ("Li", 2), ("An", 3), ("Ke", 5), ("Fa", 2), ("Jo", 2)}


def test_a_question_of_two_meetings_is_one_chart_on_the_screen_and_in_the_file(
    program: Program, tmp_path: Path
) -> None:
    last_time_it_was_asked_once_and_there_is_no_chart(program)
    the_question_is_asked_again_and_another_for_the_first_time(program)
    the_plan_is_agreed(program)
    printed = the_copies_are_printed(program, tmp_path)
    the_chart_stands_with_the_case(program)
    on_the_screen_and_on_paper_it_is_the_same(program, printed)
    nobody_takes_it_home(tmp_path)


def last_time_it_was_asked_once_and_there_is_no_chart(program: Program) -> None:
    program.begin_with("de-wit")
    open_line(program.page, "Gezin De Wit")
    assert not is_there(program.page, "Schaalvragen door de tijd", QLabel)
    press(program.page, "2e beraad openen")
    program.switch_the_wall_on()
    press(program.page, "Iedereen is er")
    press(program.page, "Peter: afwezig")


def the_question_is_asked_again_and_another_for_the_first_time(program: Program) -> None:
    page = program.page
    press_step(page, "Schaalvraag")
    for question in (QUESTION, ONCE):
        press(page, question)
        press(page, "Vraag iedereen om de beurt")
        for person, number in NOW.items():
            assert f"{person}, welk cijfer geef je?" in texts(page)
            if number is None:
                press(page, f"Cijfer van {person}: zeg ik liever niet")
            else:
                press(page, f"Cijfer van {person}: {number}")
            press(page, "Volgende →")


def the_plan_is_agreed(program: Program) -> None:
    program.keep_the_last_plan()
    page = program.page
    asked = [field.accessibleName() for field in in_sight(page, QTextEdit)]
    for gap in (name for name in asked if name.endswith("waarom mag dit zo blijven?")):
        type_into(page, gap, "Dat spraken we zo af.")
    press(page, "Vaststellen")


def the_copies_are_printed(program: Program, folder: Path) -> Path:
    """Everybody's own in one folder; gives the copy for the file."""
    press_step(program.page, "Evaluatie en vervolg")
    press(program.page, "Exemplaren printen …")
    (folder / "copies").mkdir()
    program.save_the_copies(folder / "copies")
    click_line(program.print_dialog, "Dossier")
    path = folder / "dossier.pdf"
    program.answer(path)
    press(program.print_dialog, "Opslaan als…")
    program.close_the_print_dialog()
    press(program.page, "Terug naar de zaak")
    return path


def the_chart_stands_with_the_case(program: Program) -> None:
    (charts,) = in_sight(program.page, ScalesOverTime)
    assert "Schaalvragen door de tijd" in texts(charts)
    assert QUESTION in texts(charts)
    assert ONCE not in texts(charts), "what was asked once has nothing beside it"
    said = read_aloud(charts)
    assert "Beraad 1: gezin 2 tot 7, netwerk 3 tot 5, hulpverleners 2" in said
    assert "Beraad 2: gezin 3 tot 9, netwerk 5, hulpverleners 4" in said


def on_the_screen_and_on_paper_it_is_the_same(program: Program, printed: Path) -> None:
    (charts,) = in_sight(program.page, ScalesOverTime)
    (chart,) = [item for item in charts.children() if hasattr(item, "svg")]
    assert is_painted(chart, chart.svg)
    seen = in_picture(chart.svg)
    assert {(token.letters, token.value) for token in seen if token.meeting == "Beraad 1"} == THEN
    letters = {name: name.removeprefix("oma ")[:2] for name in NOW}
    now = {(letters[name], number) for name, number in NOW.items() if number is not None}
    assert {(token.letters, token.value) for token in seen if token.meeting == "Beraad 2"} == now
    assert on_paper(printed, f"Door de tijd: {QUESTION}") == seen
    assert Token("Beraad 2", 9, "Ma") in seen


def nobody_takes_it_home(folder: Path) -> None:
    copies = list((folder / "copies").glob("*.pdf"))
    assert copies
    told = {path.name for path in copies for page in pypdf.PdfReader(path).pages if QUESTION in _line(page)}
    assert told, "the question of now is in a copy: it is looked for rightly"
    for path in copies:
        assert not any("Door de tijd" in _line(page) for page in pypdf.PdfReader(path).pages), path.name


def _line(page: pypdf.PageObject) -> str:
    return " ".join(page.extract_text().split())
