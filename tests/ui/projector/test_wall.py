"""The wall says exactly what it was given, large enough, and nothing else."""

import dataclasses
import datetime as dt

import pytest
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from beraad.disclosure.views import AgreementView, AttendanceView, TimingView, WallView
from beraad.terms import Attendance, Column, RoomSees, Step, TimingKind
from beraad.ui.projector import WallPreview, WallWindow
from tests.ui.driving import timer
from tests.ui.projector.conftest import (
    AGREEMENTS,
    ANS,
    DANGER,
    FATIMA,
    MARK,
    OWN_WORDS,
    PER_CIRCLE,
    SCALE,
    VIEWS,
    WAITING,
    step,
)


def all_texts(wall: WallWindow) -> list[str]:
    """The texts of every page."""
    texts: list[str] = []
    for _page in range(wall.pages):
        texts += wall.visible_texts()
        wall.next_page()
    return texts


def test_before_the_first_view_there_is_a_quiet_picture_without_a_word(wall: WallWindow) -> None:
    assert wall.visible_texts() == ()


def test_a_wall_that_is_hidden_shows_no_text(wall: WallWindow) -> None:
    wall.show_view(VIEWS[Step.WORRIES])
    wall.hide()
    assert wall.visible_texts() == ()


def test_the_title_of_its_window_names_nobody(wall: WallWindow) -> None:
    wall.show_view(VIEWS[Step.WORRIES])
    assert wall.windowTitle() == "Beraad"


def test_columns_show_what_was_said_and_who_sees_it_differently(wall: WallWindow) -> None:
    wall.show_view(VIEWS[Step.WORRIES])
    assert wall.visible_texts() == (
        "Gezin De Wit",
        "Stap 2 van 9 · Zorgen",
        "Zorgen",
        "Op 3 mei sloeg Mark Sanne in de keuken.",
        "wat er is gebeurd",
        "Hij kan haar weer slaan.",
        "waar we bang voor zijn · Mark ziet dit anders",
        "Wat gaat goed",
        "Lisa kan altijd bij oma terecht.",
        "wat helpt",
        "Wat moet er gebeuren",
        "Niet alleen samen met drank.",
        "bodemeis: dit moet",
    )


def test_welcome_shows_who_is_here_and_who_listens_by_phone(wall: WallWindow) -> None:
    wall.show_view(VIEWS[Step.WELCOME])
    texts = wall.visible_texts()
    assert {"Sanne", "oma Ans", "oma, aan de telefoon"} <= set(texts)
    assert "Mark" not in texts


def test_no_score_is_on_the_wall_before_the_reveal(wall: WallWindow) -> None:
    wall.show_view(step(Step.SCALE, scales=(WAITING,)))
    texts = wall.visible_texts()
    assert "Iedereen kiest zelf een cijfer. We laten ze straks samen zien." in texts
    assert not {"Sa", "Ma", "An", "Gezin"} & set(texts)


def test_scores_given_too_early_stay_hidden(wall: WallWindow) -> None:
    """The door leaves them out; should it ever not, the wall still waits for the reveal."""
    early = dataclasses.replace(SCALE, sees=RoomSees.NOTHING)
    wall.show_view(step(Step.SCALE, scales=(early,)))
    assert not {"Sa", "Ma", "An"} & set(wall.visible_texts())


def test_a_question_that_is_not_revealed_waits_beside_one_that_is(wall: WallWindow) -> None:
    waiting = dataclasses.replace(WAITING, question="Gaat het beter?")
    wall.show_view(step(Step.SCALE, scales=(SCALE, waiting)))
    wall.next_page()
    texts = wall.visible_texts()
    assert "Iedereen kiest zelf een cijfer. We laten ze straks samen zien." in texts
    assert "Netwerk" not in texts


def test_after_the_reveal_tokens_stand_on_the_line_with_the_spread_of_each_circle(wall: WallWindow) -> None:
    wall.show_view(VIEWS[Step.SCALE])
    texts = wall.visible_texts()
    assert {"Sa", "Ma", "An", "3 – 8", "5", "vorige keer 2 – 7", "1 zegt het liever niet"} <= set(texts)
    assert "Fa" not in texts


def test_twenty_tokens_on_one_number_are_counted(wall: WallWindow) -> None:
    wall.show_view(step(Step.SCALE, scales=(dataclasses.replace(SCALE, given=((MARK, 4),) * 20),)))
    texts = wall.visible_texts()
    more = next(text for text in texts if text.startswith("+"))
    assert texts.count("Ma") + int(more[1:]) == 20


def test_per_circle_it_shows_a_band_from_lowest_to_highest_and_no_token(wall: WallWindow) -> None:
    wall.show_view(step(Step.SCALE, scales=(PER_CIRCLE,)))
    texts = wall.visible_texts()
    assert {"Gezin", "3 – 8", "vorige keer 2 – 7", "Netwerk en hulpverleners", "4"} <= set(texts)
    assert not {"Sa", "Ma", "An"} & set(texts)


def test_own_words_stand_without_a_number_or_a_name(wall: WallWindow) -> None:
    wall.show_view(step(Step.SCALE, scales=(OWN_WORDS,)))
    texts = wall.visible_texts()
    assert {"Hij belt eerst.", "Lisa slaapt weer in haar bed."} <= set(texts)
    assert not any(text.isdigit() for text in texts)
    assert not {"Sanne", "Sa"} & set(texts)


def test_more_own_words_than_go_on_a_page_go_on_the_next(wall: WallWindow) -> None:
    many = tuple(f"Dit is de reden met het teken {letter}." for letter in "abcdefghijklmnopqrst")
    wall.show_view(step(Step.SCALE, scales=(dataclasses.replace(OWN_WORDS, because=many),)))
    texts = set(all_texts(wall))
    assert set(many) <= texts
    assert "Lisa slaapt weer in haar bed." in texts


def test_agreements_show_number_what_who_and_when(wall: WallWindow) -> None:
    wall.show_view(VIEWS[Step.AGREEMENTS])
    texts = all_texts(wall)
    assert {"1", "Mark gaat naar Kees.", "Mark en Sanne", "altijd, vanaf 5 okt 2026", "112"} <= set(texts)


def test_when_an_agreement_counts_takes_one_line_or_one_for_the_rhythm_and_one_for_the_dates(
    wall: WallWindow,
) -> None:
    dates = dt.date(2026, 10, 5), dt.date(2027, 1, 15)
    often = TimingView(TimingKind.RECURRING, *dates, "FREQ=WEEKLY;BYDAY=TU", "10:30")
    long = AgreementView(3, "Mark gaat naar de cursus.", (MARK,), often)
    wall.show_view(step(Step.AGREEMENTS, agreements=(AGREEMENTS[0], long)))
    shown = wall.visible_texts()
    assert "altijd, vanaf 5 okt 2026" in shown
    at = shown.index("elke week op dinsdag om 10:30 uur")
    assert shown[at + 1] == "5 okt 2026 – 15 jan 2027"


def test_at_signing_it_shows_who_has_answered_beside_the_plan(wall: WallWindow) -> None:
    wall.show_view(VIEWS[Step.DECIDE_AND_SIGN])
    assert {"Mark gaat naar Kees.", "Wie heeft geantwoord", "Sanne", "Mark"} <= set(wall.visible_texts())


def test_the_end_says_when_we_meet_again(wall: WallWindow) -> None:
    wall.show_view(VIEWS[Step.EVALUATION])
    assert "We zien elkaar weer: vrijdag 15 januari 2027, om 14:00 uur" in wall.visible_texts()


def test_a_withheld_family_name_leaves_the_step(wall: WallWindow) -> None:
    wall.show_view(WallView("", Step.WORRIES, 2, 9))
    assert wall.visible_texts()[:2] == ("Zorgen", "Stap 2 van 9 · Zorgen")


def test_calm_comes_at_once_and_stays_whatever_comes_in(wall: WallWindow) -> None:
    wall.show_view(VIEWS[Step.WORRIES])
    wall.show_calm()
    wall.show_view(VIEWS[Step.AGREEMENTS])
    assert wall.visible_texts() == ()
    wall.end_calm()
    assert "Mark gaat naar Kees." in wall.visible_texts()


def test_while_frozen_the_picture_stays_and_the_newest_view_waits(wall: WallWindow) -> None:
    wall.show_view(VIEWS[Step.WORRIES])
    wall.set_frozen(True)
    before = wall.visible_texts()
    wall.show_view(VIEWS[Step.GOING_WELL])
    wall.show_view(VIEWS[Step.AGREEMENTS])
    assert wall.visible_texts() == before
    wall.set_frozen(False)
    assert "Mark gaat naar Kees." in wall.visible_texts()


def test_a_locked_program_leaves_no_view_on_the_wall(wall: WallWindow) -> None:
    wall.show_view(VIEWS[Step.WORRIES])
    wall.set_frozen(True)
    wall.forget()
    assert wall.visible_texts() == ()
    wall.set_frozen(False)
    assert wall.visible_texts() == ()


LONG = tuple(
    dataclasses.replace(DANGER[0], text=f"Zin nummer {number} over wat er gebeurde.") for number in range(20)
)


def test_a_column_that_is_full_goes_on_on_a_next_page_and_loses_nothing(wall: WallWindow) -> None:
    wall.show_view(step(Step.WORRIES, focus=Column.DANGER, danger=LONG))
    assert wall.pages > 1
    assert f"Bladzijde 1 van {wall.pages}" in wall.visible_texts()
    texts = all_texts(wall)
    assert [text for text in texts if text.startswith("Zin")] == [item.text for item in LONG]


def test_a_statement_higher_than_the_wall_is_divided_and_not_cut(wall: WallWindow) -> None:
    words = [f"woord{number}" for number in range(600)]
    wall.show_view(
        step(
            Step.WORRIES, focus=Column.DANGER, danger=(dataclasses.replace(DANGER[0], text=" ".join(words)),)
        )
    )
    texts = " ".join(text for text in all_texts(wall) if text.startswith("woord"))
    assert texts.split() == words


def test_many_people_go_on_on_a_next_page(wall: WallWindow) -> None:
    people = tuple(
        AttendanceView(dataclasses.replace(person, called=f"{person.called} {number}"), Attendance.PRESENT)
        for number in range(12)
        for person in (MARK, ANS, FATIMA)
    )
    wall.show_view(step(Step.WELCOME, people=people))
    assert {item.person.called for item in people} <= set(all_texts(wall))


def test_pages_turn_when_the_facilitator_turns_them(wall: WallWindow) -> None:
    wall.show_view(step(Step.WORRIES, focus=Column.DANGER, danger=LONG))
    assert wall.pages > 1
    assert not timer(wall, "page turn").isActive()
    wall.next_page()
    assert wall.page == 2
    assert not timer(wall, "page turn").isActive()


def test_pages_turn_by_themselves_where_that_is_switched_on(wall: WallWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(wall.turning_changed):
        wall.set_turning(True)
    wall.show_view(step(Step.WORRIES, focus=Column.DANGER, danger=LONG))
    with qtbot.waitSignal(wall.page_changed) as told:
        timer(wall, "page turn").timeout.emit()
    assert told.args == [2, wall.pages]
    wall.previous_page()
    wall.previous_page()
    assert wall.page == wall.pages
    wall.set_turning(False)
    assert not timer(wall, "page turn").isActive()


def test_one_page_needs_no_timer_and_a_frozen_wall_turns_nothing(wall: WallWindow) -> None:
    wall.set_turning(True)
    wall.show_view(VIEWS[Step.WORRIES])
    assert not timer(wall, "page turn").isActive()
    wall.show_view(step(Step.WORRIES, focus=Column.DANGER, danger=LONG))
    assert timer(wall, "page turn").isActive()
    wall.set_frozen(True)
    assert not timer(wall, "page turn").isActive()


def test_the_page_stays_while_the_step_stays(wall: WallWindow) -> None:
    view = step(Step.WORRIES, focus=Column.DANGER, danger=LONG)
    wall.show_view(view)
    wall.next_page()
    wall.show_view(dataclasses.replace(view, danger=LONG[:-1]))
    assert wall.page == 2
    wall.show_view(VIEWS[Step.GOING_WELL])
    assert wall.page == 1


def test_a_new_card_is_seen_at_once_on_whichever_page_it_stands(wall: WallWindow) -> None:
    view = step(Step.WORRIES, focus=Column.DANGER, danger=LONG)
    wall.show_view(view)
    new = dataclasses.replace(DANGER[0], text="Dit is zojuist gezegd.")
    assert "Dit is zojuist gezegd." not in wall.visible_texts()
    wall.show_view(dataclasses.replace(view, danger=(*LONG, new)))
    assert "Dit is zojuist gezegd." in wall.visible_texts()
    assert wall.page == wall.pages


def test_a_card_that_is_changed_is_seen_at_once(wall: WallWindow) -> None:
    view = step(Step.WORRIES, focus=Column.DANGER, danger=LONG)
    wall.show_view(view)
    changed = dataclasses.replace(LONG[-1], text="Zin die nu anders is.")
    wall.show_view(dataclasses.replace(view, danger=(*LONG[:-1], changed)))
    assert "Zin die nu anders is." in wall.visible_texts()
    before = wall.page
    wall.show_view(dataclasses.replace(view, danger=(*LONG[:-1], dataclasses.replace(changed, text="Weer."))))
    assert wall.page == before


def test_a_picture_that_comes_back_stands_at_the_page_at_which_it_was_left(wall: WallWindow) -> None:
    view = step(Step.WORRIES, focus=Column.DANGER, danger=LONG)
    wall.show_view(view)
    wall.next_page()
    wall.show_view(dataclasses.replace(view, forward=LONG[0]))
    assert wall.page == wall.pages == 1
    wall.show_view(view)
    assert wall.page == 2
    wall.show_calm()
    wall.next_page()
    assert wall.page == wall.pages == 1
    wall.end_calm()
    assert wall.page == 2


def test_many_new_cards_at_once_turn_no_page(wall: WallWindow) -> None:
    view = step(Step.WORRIES, focus=Column.DANGER, danger=LONG[:-2])
    wall.show_view(view)
    wall.show_view(dataclasses.replace(view, danger=LONG))
    assert wall.page == 1


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_F11, "left"),
        (Qt.Key.Key_B, "calm_requested"),
        (Qt.Key.Key_F8, "freeze_requested"),
        (Qt.Key.Key_PageDown, "page_changed"),
        (Qt.Key.Key_PageUp, "page_changed"),
    ],
)
def test_its_keys_work_where_it_covers_the_only_screen(
    key: Qt.Key, signal: str, wall: WallWindow, qtbot: QtBot
) -> None:
    wall.show_view(step(Step.WORRIES, focus=Column.DANGER, danger=LONG))
    with qtbot.waitSignal(getattr(wall, signal)):
        qtbot.keyClick(wall, key)


def test_the_preview_shows_the_same_picture(wall: WallWindow, qtbot: QtBot) -> None:
    preview = WallPreview(wall)
    qtbot.addWidget(preview)
    preview.resize(320, 180)
    preview.show()
    wall.show_view(VIEWS[Step.SCALE])
    assert preview.visible_texts() == wall.visible_texts() != ()


def test_the_preview_goes_on_while_the_wall_is_on_no_screen(qtbot: QtBot) -> None:
    wall = WallWindow()
    preview = WallPreview(wall)
    for widget in (wall, preview):
        qtbot.addWidget(widget)
    preview.show()
    wall.show_view(VIEWS[Step.WORRIES])
    assert "Hij kan haar weer slaan." in preview.visible_texts()


def test_a_screen_reader_hears_what_stands_on_the_wall(wall: WallWindow) -> None:
    wall.show_view(VIEWS[Step.EVALUATION])
    texts = wall.visible_texts()
    assert wall.accessibleName() == " · ".join(texts)


@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(1366, 768), QSize(1024, 768), QSize(800, 600)])
@pytest.mark.parametrize("view", VIEWS.values(), ids=lambda view: view.step.value)
def test_every_step_fits_every_screen(size: QSize, view: WallView, wall: WallWindow) -> None:
    wall.resize(size)
    wall.show_view(view)
    assert all_texts(wall)
