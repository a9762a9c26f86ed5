"""What fits a small screen: rows of which a part grows, words that end in …, dialogs of its size."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from beraad.ui.theme import Theme
from beraad.ui.widgets.dialog_frame import DialogFrame
from beraad.ui.widgets.elided_label import ElidedLabel
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.text_label import LineLabel, TextLabel
from beraad.ui.widgets.wrapping_button import WrappingButton

NAME = "Abdulrahman Muhammad al-Hassan van der Meulen-Verschuuren"
ONE_WORD = "Hubert" * 10


class Box(QWidget):
    """A holder of one row, shown at a width."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        qtbot.addWidget(self)
        self.row = FlowLayout(self, gap=10)

    def standing(self, width: int) -> list[tuple[int, int, int]]:
        """Left, top and width of each part, this wide."""
        self.resize(width, self.row.heightForWidth(width))
        self.show()
        return [(part.x(), part.y(), part.width()) for part in self.row.widgets()]


def fixed(width: int = 50, height: int = 20) -> QWidget:
    """A part of this size."""
    part = QWidget()
    part.setFixedSize(width, height)
    return part


def growing(widest: int | None = None) -> QWidget:
    """A part that may be as wide as this."""
    part = QWidget()
    part.setFixedHeight(20)
    if widest is not None:
        part.setMaximumWidth(widest)
    return part


def test_what_grows_takes_what_its_line_leaves(qtbot: QtBot) -> None:
    box = Box(qtbot)
    box.row.addWidget(fixed())
    box.row.add_growing(growing(), 100)
    box.row.addWidget(fixed())
    assert box.standing(300) == [(0, 0, 50), (60, 0, 180), (250, 0, 50)]


def test_what_grows_goes_to_the_next_line_where_less_than_its_least_is_left(qtbot: QtBot) -> None:
    box = Box(qtbot)
    box.row.addWidget(fixed())
    box.row.add_growing(growing(), 100)
    assert box.standing(160) == [(0, 0, 50), (60, 0, 100)]
    assert box.standing(159) == [(0, 0, 50), (0, 30, 159)]


def test_what_needs_more_takes_more_of_what_is_left(qtbot: QtBot) -> None:
    box = Box(qtbot)
    box.row.add_growing(growing(), 100)
    box.row.add_growing(growing(), 50)
    assert box.standing(310) == [(0, 0, 200), (210, 0, 100)]


def test_what_may_not_grow_so_far_leaves_the_rest_to_the_others(qtbot: QtBot) -> None:
    box = Box(qtbot)
    box.row.add_growing(growing(), 50)
    box.row.add_growing(growing(widest=80), 50)
    assert box.standing(300) == [(0, 0, 210), (220, 0, 80)]


def test_what_was_taken_out_of_a_row_grows_no_more_in_it(qtbot: QtBot) -> None:
    box, part = Box(qtbot), growing()
    box.row.add_growing(part, 100)
    box.row.clear(keep=[part])
    box.row.addWidget(part)
    part.show()
    assert box.standing(300) != [(0, 0, 300)]


def test_a_part_of_a_fixed_width_is_as_tall_as_it_is_then(qtbot: QtBot) -> None:
    """What holds a row would like the height of its narrowest."""
    box, end = Box(qtbot), QWidget()
    end.setFixedWidth(190)
    inner = FlowLayout(end, gap=0)
    box.row.addWidget(end)
    for _number in range(3):
        inner.addWidget(fixed())
    assert end.sizeHint().height() == 3 * 20
    assert box.row.heightForWidth(900) == 20


def test_a_button_of_a_sentence_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    button = WrappingButton("Ja, dit gaat daarover, en iedereen mag het weten")
    holder = QWidget()
    qtbot.addWidget(holder)
    QVBoxLayout(holder).addWidget(button)
    wide, narrow = button.sizeHint().width(), button.minimumSizeHint().width()
    assert button.heightForWidth(narrow) > button.heightForWidth(wide) == button.sizeHint().height()
    holder.resize(narrow + 60, 300)
    holder.show()
    shown = QPushButton.text(button)
    assert "\n" in shown
    assert button.text() == button.accessibleName() == " ".join(shown.split())
    holder.resize(wide + 60, 300)
    assert QPushButton.text(button) == button.text()


def test_a_button_breaks_a_word_that_is_very_long(qtbot: QtBot) -> None:
    button = WrappingButton(f"Ik ben {ONE_WORD}&&{ONE_WORD}")
    qtbot.addWidget(button)
    least = button.minimumSizeHint().width()
    assert least < button.sizeHint().width() // 3
    button.resize(least, button.heightForWidth(least))
    button.show()
    lines = QPushButton.text(button).split("\n")
    assert len(lines) > 3
    assert "".join(lines).replace(" ", "") == f"Ikben{ONE_WORD}&&{ONE_WORD}"
    assert max(map(button.fontMetrics().horizontalAdvance, lines)) < least
    assert button.accessibleName() == f"Ik ben {ONE_WORD}&{ONE_WORD}"


def test_a_name_that_was_given_to_a_button_stays_when_its_words_change(qtbot: QtBot) -> None:
    button = WrappingButton("Neem over")
    qtbot.addWidget(button)
    button.setAccessibleName("Neem over van Lisa")
    button.setText("Neem dit over")
    assert button.accessibleName() == "Neem over van Lisa"


def test_words_without_room_are_said_shorter_then_end_in_dots_and_are_told_whole(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.set_words("Familie <De Wit>", "De Wit")
    shown = []
    for room in (label.needed, label.needed - 3, 25):
        label.resize(room, 30)
        label.show()
        shown.append(label.text())
    assert shown[:2] == ["Familie <De Wit>", "De Wit"]
    assert shown[2].endswith("…")
    assert (label.words, label.accessibleName()) == ("Familie <De Wit>", "Familie <De Wit>")
    assert label.toolTip() == "Familie &lt;De Wit&gt;"


def test_a_line_that_takes_what_is_left_asks_for_nothing(qtbot: QtBot) -> None:
    takes, asks = ElidedLabel(), ElidedLabel(takes=False)
    for label in (takes, asks):
        qtbot.addWidget(label)
        label.set_words(NAME)
    assert takes.minimumSizeHint().width() == 1
    assert asks.minimumSizeHint().width() == asks.needed == asks.sizeHint().width()


def test_a_label_that_was_cleared_says_nothing_and_takes_the_same_words_anew(qtbot: QtBot) -> None:
    label = TextLabel(ONE_WORD)
    qtbot.addWidget(label)
    tall = label.heightForWidth(120)
    label.clear()
    assert label.text() == ""
    assert label.heightForWidth(120) < tall


def test_words_of_one_line_ask_for_one_line_and_wrap_where_it_is_not_there(qtbot: QtBot) -> None:
    line, block = LineLabel(NAME), TextLabel(NAME)
    for label in (line, block):
        qtbot.addWidget(label)
    assert line.sizeHint().width() > block.sizeHint().width()
    assert line.heightForWidth(line.sizeHint().width()) == line.sizeHint().height()
    assert line.heightForWidth(120) > line.sizeHint().height()


@pytest.fixture
def dialog(qtbot: QtBot) -> DialogFrame:
    """A dialog that would like to be larger than any screen, with more buttons than fit in one line."""
    dialog = DialogFrame(NAME)
    qtbot.addWidget(dialog)
    inside = QVBoxLayout(dialog.inside)
    for _number in range(60):
        inside.addWidget(TextLabel(f"{NAME} {ONE_WORD}"))
    for words in ("Ga terug", "Print nog niets", "Print alleen deze", "Print alle exemplaren", "Meer"):
        dialog.foot.addWidget(QPushButton(words))
    return dialog


def test_a_dialog_is_never_larger_than_the_screen(dialog: DialogFrame) -> None:
    room = dialog.room()
    assert QSize(5000, 5000).boundedTo(room) == room
    dialog.take(QSize(5000, 5000))
    assert dialog.size() == room
    dialog.take_width(5000)
    assert dialog.size() == room


def test_a_dialog_that_scrolls_keeps_its_buttons_in_sight(dialog: DialogFrame) -> None:
    dialog.take_width(round(260 * Theme.current().scale))
    dialog.show()
    across, down = dialog.area.horizontalScrollBar(), dialog.area.verticalScrollBar()
    assert (across.maximum(), down.maximum() > 0) == (0, True)
    rows = {button.y() for button in dialog.foot.widgets()}
    assert len(rows) > 1
    for button in dialog.foot.widgets():
        assert dialog.rect().contains(QRect(button.mapTo(dialog, QPoint()), button.size()))


def test_a_dialog_that_is_only_read_turns_its_pages_by_keys(dialog: DialogFrame, qtbot: QtBot) -> None:
    dialog.take_width(400)
    dialog.show()
    first, down = dialog.foot.widgets()[0], dialog.area.verticalScrollBar()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_PageDown)
    assert down.value() == down.pageStep()
    qtbot.keyClick(first, Qt.Key.Key_PageUp)
    assert down.value() == 0


def test_a_dialog_is_as_tall_as_what_it_holds(qtbot: QtBot) -> None:
    dialog = DialogFrame("Weet u het zeker?")
    qtbot.addWidget(dialog)
    words = TextLabel("Wat er stond blijft bewaard. " * 20)
    QVBoxLayout(dialog.inside).addWidget(words)
    dialog.foot.addWidget(QPushButton("Ga terug"))
    dialog.take_width(400)
    dialog.show()
    assert dialog.area.verticalScrollBar().maximum() == 0
    assert dialog.area.height() == dialog._whole.totalHeightForWidth(dialog.area.width())
    assert words.height() == words.heightForWidth(words.width())
    # Wider than the screen it counts lines as on the screen.
    words.setText(words.text() * 3)
    dialog.take_width(50_000)
    assert dialog.width() == dialog.room().width()
    assert dialog.area.verticalScrollBar().maximum() == 0


def test_a_dialog_of_what_has_one_height_is_that_tall(qtbot: QtBot) -> None:
    dialog = DialogFrame()
    qtbot.addWidget(dialog)
    QVBoxLayout(dialog.inside).addWidget(fixed(height=300))
    dialog.take_width(400)
    dialog.show()
    assert dialog.area.height() >= dialog.inside.sizeHint().height() > 300
