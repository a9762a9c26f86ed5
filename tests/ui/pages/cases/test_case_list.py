"""The list of cases: going through it, searching in it, and what is painted of a case."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from itertools import pairwise, product

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from beraad.app import make_application
from beraad.services.cases import CaseLine
from beraad.services.overview import Running
from beraad.settings import TEXT_SIZES, Settings
from beraad.ui.pages.attention import attention_words
from beraad.ui.pages.case import CasePage
from beraad.ui.pages.cases import CasesPage
from beraad.ui.pages.cases.case_list import CaseList
from beraad.ui.pages.cases.line_words import words_of
from beraad.ui.pages.cases.row_layout import Part, Piece, RowLayout
from beraad.ui.pages.cases.row_painter import RowPainter, meeting_button
from beraad.ui.sentence_guard import SentenceGuard
from beraad.ui.theme import Theme
from tests.services.case_lines import LINE
from tests.ui.opened_window import DE_WIT, HADDAD, TODAY, Shell
from tests.ui.pages.cases.listed import Listed, search_field

DAY_BEFORE = TODAY - dt.timedelta(days=1)
BUSY = dataclasses.replace(
    LINE,
    reference="IT-busy",
    family_name="Van Oostenbrugge-Vanderschaeghe tot Nieuwenhuizen en Zuidwijk",
    contact_person="Maximiliaan van Buren-Bosch (Veilig Thuis West-Brabant)",
    meeting_starts_at="2026-11-03T14:00:00",
    changed_since_agreed=True,
    to_answer=12,
    fell=("Sanne", "Mark", "Lisa"),
    fell_on=TODAY,
    running=(Running(DAY_BEFORE, None), Running(None, DAY_BEFORE)),
)
"""A case with long names, and with as much as can ask for attention."""
BARE = dataclasses.replace(
    LINE, reference="IT-bare", colour=None, phase=None, phase_began=None, meeting=None, trend=(), agreed=False
)
"""A case of which nothing is known."""
WIDTHS = (380, 620, 760, 966, 1280, 1530)
"""Of a row, in pixels at 100 %."""


def many(count: int) -> tuple[CaseLine, ...]:
    """So many cases; only the third of four has a meeting that can be opened."""
    return tuple(
        dataclasses.replace(
            LINE, reference=f"IT-{number}", family_name=f"Gezin{number:03}", meeting_agreed=number % 4 != 2
        )
        for number in range(count)
    )


@pytest.fixture
def listed(qtbot: QtBot) -> Iterator[Listed]:
    """A list of a hundred cases with the keyboard, and a field behind it."""
    page = QWidget()
    column = QVBoxLayout(page)
    view = CaseList()
    column.addWidget(view)
    column.addWidget(QPushButton("verder"))
    view.show_lines(many(100), TODAY)
    page.resize(900, 500)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    view.go_in()
    yield Listed(view)
    page.close()


# -- going through it --------------------------------------------------------------------------------


def test_arrows_go_from_case_to_case_and_enter_opens_it(listed: Listed) -> None:
    opened: list[str] = []
    listed.view.case_requested.connect(opened.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_Enter):
        listed.key(key)
    assert opened == ["IT-1", "IT-99"]
    assert listed.in_sight("IT-99")


def test_the_tab_key_goes_to_the_button_of_the_line_and_on_out_of_the_list(listed: Listed) -> None:
    opened: list[tuple[str, str]] = []
    listed.view.meeting_requested.connect(lambda *wanted: opened.append(wanted))
    listed.key(Qt.Key.Key_Tab)
    assert said_with_keyboard() == "verder", "the first case offers no meeting"
    listed.view.setFocus()
    for _step in range(2):
        listed.key(Qt.Key.Key_Down)
    listed.key(Qt.Key.Key_Tab)
    assert said_with_keyboard() == "Beraad openen van Gezin Gezin002"
    press_here(Qt.Key.Key_Space)
    press_here(Qt.Key.Key_Tab)
    assert said_with_keyboard() == "verder"
    press_here(Qt.Key.Key_Backtab)
    press_here(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is listed.view
    assert opened == [("IT-2", "b2")]


def test_from_the_button_the_arrows_go_on_in_the_list(listed: Listed) -> None:
    for _step in range(2):
        listed.key(Qt.Key.Key_Down)
    listed.key(Qt.Key.Key_Tab)
    press_here(Qt.Key.Key_Down)
    assert (listed.chosen(), QApplication.focusWidget()) == ("IT-3", listed.view)


@pytest.fixture
def _letters_belong_together(qapp: QApplication) -> Iterator[None]:
    """However long a busy computer takes from one key to the next."""
    usual = qapp.keyboardInputInterval()
    qapp.setKeyboardInputInterval(1_000_000)
    yield
    qapp.setKeyboardInputInterval(usual)


@pytest.mark.usefixtures("_letters_belong_together")
def test_letters_go_to_the_family_that_begins_so_also_with_a_space(listed: Listed) -> None:
    # As in the program, where it takes the spaces of a sentence that is typed beside a field.
    SentenceGuard.begin()
    opened: list[str] = []
    listed.view.case_requested.connect(opened.append)
    families = ("De Groot", "De Wit", "Dekker")
    listed.view.show_lines(
        [dataclasses.replace(LINE, reference=name, family_name=name) for name in families], TODAY
    )
    QTest.keyClicks(listed.view, "de w")
    assert (listed.chosen(), opened) == ("De Wit", [])


def test_a_click_opens_the_case_and_on_the_button_its_meeting(listed: Listed) -> None:
    cases: list[str] = []
    meetings: list[str] = []
    listed.view.case_requested.connect(cases.append)
    listed.view.meeting_requested.connect(lambda reference, _meeting: meetings.append(reference))
    for _again in range(2):
        # The second time the line is chosen, and its button a widget.
        listed.click_meeting("IT-2")
    listed.click("IT-3")
    assert (cases, meetings) == (["IT-3"], ["IT-2", "IT-2"])


def said_with_keyboard() -> str:
    """The name of what has the keyboard."""
    widget = QApplication.focusWidget()
    assert isinstance(widget, QPushButton)
    return widget.accessibleName() or widget.text()


def press_here(key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget(), key)


# -- the place in it ---------------------------------------------------------------------------------


def test_what_is_chosen_and_in_sight_stays_when_the_cases_are_read_again(listed: Listed) -> None:
    listed.view.setCurrentIndex(listed.view.model().index(50, 0))
    bar = listed.view.verticalScrollBar()
    bar.setValue(bar.value() - 30)
    before, top = bar.value(), listed.view.place().top
    listed.view.show_lines(many(100), TODAY)
    assert (listed.chosen(), bar.value()) == ("IT-50", before)
    listed.view.show_lines((dataclasses.replace(LINE, reference="IT-new"), *many(100)), TODAY)
    assert (listed.chosen(), listed.view.place().top) == ("IT-50", top)
    listed.view.show_lines(many(10), TODAY)
    assert listed.chosen() is None


def test_few_cases_take_no_more_room_than_they_need_and_no_bar(listed: Listed) -> None:
    listed.view.show_lines(many(2), TODAY)
    QApplication.processEvents()
    assert listed.view.verticalScrollBar().maximum() == 0
    last = listed.view.visualRect(listed.view.model().index(1, 0))
    assert listed.view.viewport().height() == last.bottom() + 1


def test_search_goes_to_the_first_hit_and_without_it_the_case_stays_in_sight(listed: Listed) -> None:
    bar = listed.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    listed.view.search("gezin00")
    assert listed.references() == [f"IT-{number}" for number in range(10)]
    assert listed.chosen() == "IT-0"
    assert listed.in_sight("IT-0")
    listed.view.search("gezin077")
    listed.view.search("")
    assert listed.chosen() == "IT-77"
    assert listed.in_sight("IT-77")


def test_from_the_field_enter_opens_the_first_hit_and_the_arrow_goes_to_the_list(shell: Shell) -> None:
    page = shell.window.page
    assert isinstance(page, CasesPage)
    field = search_field(page)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert shell.window.page is page, "an Enter without words opens nothing"
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert shell.window.focusWidget() is Listed(page).view
    QTest.keyClicks(field, "wit")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert isinstance(shell.window.page, CasePage)
    assert shell.window.page.reference == DE_WIT


def test_coming_back_from_a_case_one_is_where_one_was(shell: Shell) -> None:
    shell.window.resize(1000, 330)
    for number in range(20):
        shell.vault.cases().create(f"X-{number}", f"Xander {number}")
    shell.window.show_cases()
    page = shell.window.page
    assert isinstance(page, CasesPage)
    search_field(page).setText("xander")
    listed = Listed(page)
    listed.click("X-15")
    before = listed.view.place()
    assert isinstance(shell.window.page, CasePage)
    shell.window.page.back_requested.emit()
    page = shell.window.page
    assert isinstance(page, CasesPage)
    QApplication.processEvents()
    there = Listed(page)
    assert search_field(page).text() == "xander"
    assert there.chosen() == "X-15"
    assert there.view.place() == before
    assert shell.window.focusWidget() is there.view


def test_after_the_lock_nothing_tells_what_was_searched(shell: Shell, qtbot: QtBot) -> None:
    page = shell.window.page
    assert isinstance(page, CasesPage)
    search_field(page).setText("haddad")
    shell.window.lock()
    shell.wait()
    assert shell.window._pages._place is None


# -- what is painted ---------------------------------------------------------------------------------


@pytest.fixture(params=TEXT_SIZES)
def scale(request: pytest.FixtureRequest) -> Iterator[float]:
    """Letters of each size."""
    make_application(Settings(text_size=request.param))
    yield request.param / 100
    make_application(Settings())


def test_no_part_of_a_row_stands_outside_it_or_on_another_and_no_word_is_cut_to_nothing(scale: float) -> None:
    layout = RowLayout(meeting_button(today=True).sizeHint())
    for line, wide in product((LINE, BUSY, BARE), WIDTHS):
        layout.fit(round(wide * scale))
        row = QRect(7, 11, round(wide * scale), layout.height)
        words = words_of(line, TODAY)
        pieces = layout.pieces(words, row)
        assert all(row.contains(piece.box) for piece in pieces), (line.reference, wide)
        for place, piece in enumerate(pieces):
            assert not [one for one in pieces[:place] if one.box.intersects(piece.box)], (wide, piece)
        for piece in pieces:
            if piece.part in (Part.STRONG, Part.BODY, Part.SOFT, Part.PILL):
                assert fits(piece), (line.reference, wide, piece)
                cut = piece.text.endswith("…")
                assert not cut or (piece.told and piece.box.width() >= 110 * scale), (wide, piece)


def fits(piece: Piece) -> bool:
    """Whether its words have room in its box."""
    theme = Theme.current()
    fonts = {Part.STRONG: theme.font(bold=True), Part.PILL: theme.font("small")}
    return (
        QFontMetrics(fonts.get(piece.part, theme.font())).horizontalAdvance(piece.text) <= piece.box.width()
    )


@pytest.mark.parametrize("wide", WIDTHS)
def test_what_asks_for_attention_is_all_said_in_the_row_or_by_its_tooltips(
    wide: int, qapp: QApplication
) -> None:
    layout = RowLayout(meeting_button(today=True).sizeHint())
    layout.fit(wide)
    words = words_of(BUSY, TODAY)
    pills = [
        piece for piece in layout.pieces(words, QRect(0, 0, wide, layout.height)) if piece.part is Part.PILL
    ]
    said = "\n".join(piece.told or piece.text for piece in pills).split("\n")
    assert said == [attention_words(item) for item in words.attention]
    assert len(said) == 6
    lefts = [(piece.box.top(), piece.box.left()) for piece in pills]
    assert all(one < other for one, other in pairwise(lefts))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("chosen", [False, True])
def test_nothing_is_painted_outside_the_row(theme: str, chosen: bool, qtbot: QtBot) -> None:
    make_application(Settings(theme=theme))
    view = CaseList()
    qtbot.addWidget(view)
    view.show_lines((BUSY, BARE), TODAY)
    try:
        for wide, row in product((380, 966, 1530), (0, 1)):
            view.resize(wide, 400)
            painter = view.itemDelegate()
            assert isinstance(painter, RowPainter)
            painter.layout.fit(wide)
            box = QRect(20, 20, wide, painter.layout.height)
            picture = painted(view, painter, row, box, chosen=chosen)
            outside = {
                picture.pixelColor(x, y).name()
                for x, y in product(range(0, picture.width(), 2), range(picture.height()))
                if not box.contains(x, y)
            }
            assert outside == {"#ff00ff"}
    finally:
        make_application(Settings())


def painted(view: CaseList, painter: RowPainter, row: int, box: QRect, *, chosen: bool) -> QImage:
    """A picture of a row on a ground that no theme has."""
    picture = QImage(box.size() + QSize(40, 40), QImage.Format.Format_RGB32)
    picture.fill(QColor("#ff00ff"))
    option = QStyleOptionViewItem()
    option.rect = box  # type: ignore[assignment]
    if chosen:
        option.state |= QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus  # type: ignore[assignment]
    ink = QPainter(picture)
    painter.paint(ink, option, view.model().index(row, 0))
    ink.end()
    return picture


def test_what_is_cut_is_said_whole_where_the_pointer_rests(listed: Listed) -> None:
    listed.view.show_lines((BUSY,), TODAY)
    index = listed.view.model().index(0, 0)
    row = listed.view.visualRect(index)
    delegate = listed.view.itemDelegate()
    assert isinstance(delegate, RowPainter)
    (title,) = [piece for piece in listed.pieces("IT-busy") if piece.part is Part.STRONG]
    assert title.text.endswith("…")
    assert delegate.told_at(title.box.center(), row, index) == f"Gezin {BUSY.family_name}"
    assert delegate.told_at(row.topLeft() + QPoint(1, 1), row, index) == ""
    (mark,) = [piece for piece in listed.pieces("IT-busy") if piece.part is Part.MARK]
    assert delegate.told_at(mark.box.center(), row, index) == "geel: gevaar op langere termijn"


def test_the_case_of_another_day_is_told_to_a_screen_reader_in_one_sentence(listed: Listed) -> None:
    listed.view.show_lines((LINE, BARE), TODAY)
    assert listed.sentences()[0].startswith("Gezin Yılmaz, geel · intensieve fase · sinds 23 jul 2026")
    assert "wo 2 dec 14:00 · 2e beraad" in listed.sentences()[0]
    assert "nog geen beraad gepland" in listed.sentence("IT-bare")
    assert HADDAD not in listed.references()
