"""The words for the facilitator: those that ship, and a team's own in a plain text file."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from beraad import assets, i18n
from beraad.services.meeting import MeetingService
from beraad.store.store import Store
from beraad.terms import Step
from beraad.ui.console import MeetingPage
from beraad.ui.console.guide.guide_texts import LARGEST, Part, guide_texts, own_file
from beraad.ui.console.guide.own_guide import offer_own_guide
from beraad.ui.dialogs.files import ScriptedFiles
from beraad.ui.messages import ScriptedMessages
from beraad.ui.projector import WallWindow
from beraad.words.meeting import step_title
from tests.ui.opened_console import DE_WIT, Console, texts


def write(folder: Path, text: str, code: str = "utf-8") -> Path:
    """A team's own words."""
    path = own_file(folder, "nl")
    path.write_bytes(text.encode(code))
    return path


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("part", list(Part))
@pytest.mark.parametrize("step", list(Step))
def test_every_step_has_words_in_both_languages(language: str, part: Part, step: Step) -> None:
    assert guide_texts(language, None).lines(step, part)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_file_names_steps_as_the_screen_does(language: str) -> None:
    titles = [
        line.strip("= ")
        for line in assets.guide_path(language).read_text("utf-8").splitlines()
        if line.startswith("==")
    ]
    assert titles[0] == {"nl": "Welkom", "en": "Welcome"}[language]
    i18n.set_language(language)
    assert titles == [step_title(step, i18n.spoken()) for step in Step]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_words_that_ship_name_nobody_a_culprit_or_a_victim(language: str) -> None:
    told = assets.guide_path(language).read_text("utf-8").casefold()
    assert not [
        word for word in ("dader", "slachtoffer", "offender", "victim", "perpetrator") if word in told
    ]


def test_own_words_take_the_place_of_those_that_ship(tmp_path: Path) -> None:
    write(tmp_path, "== Zorgen ==\nVragen:\n- Wat zag je?\n• Wat hoorde je?\n")
    found = guide_texts("nl", tmp_path)
    assert found.trouble == ""
    assert found.lines(Step.WORRIES, Part.QUESTIONS) == ("Wat zag je?", "Wat hoorde je?")


def test_what_is_left_out_stays_as_it_ships(tmp_path: Path) -> None:
    write(tmp_path, "== Zorgen ==\nVragen:\n- Wat zag je?\n")
    found, shipped = guide_texts("nl", tmp_path), guide_texts("nl", None)
    for step, part in ((Step.WORRIES, Part.OPENING), (Step.SCALE, Part.QUESTIONS)):
        assert found.lines(step, part) == shipped.lines(step, part) != ()


def test_a_part_that_is_there_and_empty_is_empty(tmp_path: Path) -> None:
    write(tmp_path, "== Zorgen ==\nBegin:\nVragen:\n- Wat zag je?\n")
    assert guide_texts("nl", tmp_path).lines(Step.WORRIES, Part.OPENING) == ()


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_editor_may_write_it(tmp_path: Path, code: str) -> None:
    write(tmp_path, "== ZORGEN ==\r\n  let  OP :\r\nHeeft hij een idée?\r\n", code)
    found = guide_texts("nl", tmp_path)
    assert found.trouble == ""
    assert found.lines(Step.WORRIES, Part.WATCH_FOR) == ("Heeft hij een idée?",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "# uitleg\n== Zorgn ==\n",
            "In guide-nl.txt, regel 2: „Zorgn” is geen stap van het beraad. U ziet nu de gewone tekst.",
        ),
        (
            "== Zorgen ==\nVragen:\n- a\n\n== zorgen ==\n",
            "In guide-nl.txt, regel 5: de stap „zorgen” staat er twee keer. U ziet nu de gewone tekst.",
        ),
        (
            "Wat zag je?\n",
            "In guide-nl.txt, regel 1: boven „Wat zag je?” staat geen stap. U ziet nu de gewone tekst.",
        ),
        (
            "== Zorgen ==\nVrgaen:\n- Wat zag je?\n",
            (
                "In guide-nl.txt, regel 2: „Vrgaen:” is niet „Begin:”, „Vragen:” of „Let op:”. "
                "U ziet nu de gewone tekst."
            ),
        ),
        (
            "== Zorgen ==\nVragen:\n- Wat zag je?\nLt op:\n- Iets\n",
            (
                "In guide-nl.txt, regel 4: „Lt op:” is niet „Begin:”, „Vragen:” of „Let op:”. "
                "U ziet nu de gewone tekst."
            ),
        ),
        (
            "== Zorgen ==\nBegin:\n" + "woord " * 200,
            (
                "In guide-nl.txt, regel 3: de regel „woord woord woord woord woord woord woo…” is te lang. "
                "U ziet nu de gewone tekst."
            ),
        ),
        ("a\0b", "In guide-nl.txt: dit is geen gewone tekst. U ziet nu de gewone tekst."),
        ("x" * (LARGEST + 1), "In guide-nl.txt: het bestand is te groot. U ziet nu de gewone tekst."),
    ],
)
def test_a_mistake_is_told_with_place_and_cause_and_the_words_that_ship_are_used(
    tmp_path: Path, text: str, told: str
) -> None:
    write(tmp_path, text)
    found = guide_texts("nl", tmp_path)
    assert found.trouble == told
    assert found.told == guide_texts("nl", None).told


def test_a_file_that_cannot_be_read_is_told_too(tmp_path: Path) -> None:
    own_file(tmp_path, "nl").mkdir()
    assert "het bestand kan niet worden gelezen" in guide_texts("nl", tmp_path).trouble


def test_each_language_has_its_own_file(tmp_path: Path) -> None:
    write(tmp_path, "== Zorgen ==\nVragen:\n- Wat zag je?\n")
    assert guide_texts("en", tmp_path).told == guide_texts("en", None).told


# -- making them -------------------------------------------------------------------------------------


def test_a_copy_is_put_down_to_be_changed_and_its_folder_shown(tmp_path: Path) -> None:
    messages, files, folder = ScriptedMessages(), ScriptedFiles(), tmp_path / "beraad"
    offer_own_guide(folder, messages, files)
    assert own_file(folder, "nl").read_bytes() == assets.guide_path("nl").read_bytes()
    assert files.shown == [folder]
    assert "guide-nl.txt" in messages.said[0][2]


def test_the_copy_is_understood_as_it_is(tmp_path: Path) -> None:
    offer_own_guide(tmp_path, ScriptedMessages(), ScriptedFiles())
    found = guide_texts("nl", tmp_path)
    assert (found.trouble, found.told) == ("", guide_texts("nl", None).told)


def test_what_a_team_wrote_is_never_written_over_and_its_mistake_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, "== Zorgn ==\n")
    messages = ScriptedMessages()
    offer_own_guide(tmp_path, messages, ScriptedFiles())
    assert path.read_text() == "== Zorgn ==\n"
    assert "regel 1: „Zorgn” is geen stap" in messages.said[0][2]


def test_in_the_example_there_is_nowhere_to_keep_them(tmp_path: Path) -> None:
    messages, files = ScriptedMessages(), ScriptedFiles()
    offer_own_guide(None, messages, files)
    assert messages.said[0][1] == "Dit kan niet in het voorbeeld"
    assert files.shown == []


# -- on the console ----------------------------------------------------------------------------------


def test_the_console_shows_how_to_begin_what_to_ask_and_what_to_mind(console: Console) -> None:
    console.page.go_to(Step.WORRIES)
    said = texts(console.page.guide)
    assert "We beginnen met de zorgen." in said
    assert "Wat merkten de kinderen ervan?" in said
    assert "· Schrijf op wat iemand deed, niet wat iemand is." in said


def test_own_words_and_what_is_wrong_with_them_stand_on_the_console(
    store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    window = QWidget()
    wall = WallWindow()
    for widget in (window, wall):
        qtbot.addWidget(widget)
    seen = []
    for text in ("== Welkom ==\nBegin:\nDag allemaal.\n", "== Welkm ==\n"):
        write(tmp_path, text)
        page = MeetingPage(messages=ScriptedMessages(), wall=wall, guide_folder=tmp_path)
        page.open(MeetingService(store, DE_WIT, "b2"))
        qtbot.addWidget(page)
        page.resize(1366, 768)
        page.show()
        seen.append(texts(page.guide))
        page.close_meeting()
    assert "Dag allemaal." in seen[0]
    assert "regel 1: „Welkm” is geen stap" in seen[1]
    assert "Fijn dat jullie er zijn." in seen[1]
