"""A document is drawn block by block; what people wrote is drawn as text, in the direction of its words."""

import itertools
from typing import get_args

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from beraad.export.document import (
    Alarm,
    Answer,
    Answers,
    Beside,
    Block,
    Columns,
    Contacts,
    Document,
    Emphasis,
    EmptyFrame,
    Entries,
    Facts,
    Head,
    Item,
    Line,
    Listing,
    Mark,
    NewPage,
    Numbers,
    Overleaf,
    OwnScale,
    Panel,
    Prose,
    Replaced,
    ScaleChart,
    Sheet,
    Span,
    Table,
    TableRow,
    TearOff,
    TextColumn,
    Token,
    Tone,
    TrendChart,
    TrendColumn,
)
from beraad.terms import Circle
from beraad.ui.document_view import DocumentView
from beraad.ui.document_view.scan_picture import ScanPicture
from beraad.ui.document_view.signature_picture import SignaturePicture
from beraad.ui.widgets.card import Card
from beraad.ui.widgets.chart_picture import ChartPicture
from tests.scanned import jpeg
from tests.ui.document_view.two_inks import on_screen, places

STEP = Item(((Span("Bel de politie"),),), mark="1", aside="112", whose="oma Ans", style=Mark.FULL)


def line(*spans: str) -> Line:
    return tuple(Span(text) for text in spans)


PANEL = Panel("Als het misgaat", Tone.DANGER, (STEP,), outlined=True)
BLOCKS: tuple[tuple[Block, list[str]], ...] = (
    (Head("Mijn plan", "voor oma Ans", "Vast contact:", "06 1"), ["Mijn plan", "voor oma Ans"]),
    (Prose((line("Het is niet ", "jouw schuld."),)), ["Het is niet jouw schuld."]),
    (PANEL, ["Als het misgaat", "1", "Bel de politie", "oma Ans", "112"]),
    (Alarm("Gevaar?", "Zeg hoe je heet.", "112"), ["Gevaar?", "Zeg hoe je heet.", "112"]),
    (Listing("Dit doen anderen", (STEP,), "Zie voor."), ["Dit doen anderen", "Zie voor.", "Bel de politie"]),
    (Numbers("Hier kan ik praten", Tone.NEXT, (("oma", "06 1"),)), ["Hier kan ik praten", "oma", "06 1"]),
    (Beside(PANEL, Panel("maandag", Tone.INK, (Item((line("Dan."),)),))), ["Bel de politie", "Dan."]),
    (EmptyFrame("Hier mag ik tekenen.", 100.0), []),
    (
        Columns((TextColumn("Zorgen", Tone.DANGER, (Entries("Wat er is", ((line("Er is."),),)),)),)),
        ["Zorgen", "Wat er is", "Er is."],
    ),
    (
        Table("Gestopt", ("Wat", "Wie"), (1, 1), (TableRow(((line("Bellen"),), (line("Kees"),))),)),
        ["Gestopt", "Bellen", "Wie: Kees"],
    ),
    (
        ScaleChart("Nu?", "a", "b", (Token("An", Circle.FAMILY, 4),), (), "", ((Circle.FAMILY, "Gezin 4"),)),
        ["Nu?", "An", "0 = a", "10 = b", "Gezin 4"],
    ),
    (OwnScale("Nu?", 3, (line("Ik gaf een 3."),), "a", "b"), ["Nu?", "Ik gaf een 3.", "0 = a", "10 = b"]),
    (
        TrendChart(
            "Nu?",
            "a",
            "b",
            (TrendColumn("Beraad 1", "5 okt", (Token("An", Circle.FAMILY, 4),)),),
            ((Circle.FAMILY, "Gezin"),),
            ("Beraad 1: 4",),
        ),
        ["Nu?", "10 = b", "Beraad 1", "An", "0 = a", "Gezin"],
    ),
    (Facts("Time-out", Tone.AMBER, (("Waarheen", line("Kees")),)), ["Time-out", "Waarheen: Kees"]),
    (
        Answers("Getekend", line("Het betekent."), (Answer("Kees", (line("akkoord"),)),), (line("Mark."),)),
        ["Getekend", "Het betekent.", "Kees", "akkoord", "Mark."],
    ),
    (Contacts("Andere nummers", ((line("Kees"), (line("06 2"),)),)), ["Andere nummers", "Kees", "06 2"]),
    (Sheet("Getekend blad", line("5 oktober"), b""), ["Getekend blad", "5 oktober"]),
    (Replaced(("versie", "1", "5 okt"), ("versie", "2", "3 dec"), (line("Gebruik nu versie 2."),)), []),
    (TearOff("Voor de coördinator", "nr. 04", ("versie 1 terug",), ("datum",)), []),
    (NewPage(), []),
    (Overleaf(), []),
)


def document(*blocks: Block, names: tuple[str, ...] = ()) -> Document:
    return Document("Mijn plan", "nl", "", "{code}", "7f3a", "", blocks, names=names)


@pytest.mark.parametrize(("block", "said"), BLOCKS, ids=[type(block).__name__ for block, _ in BLOCKS])
def test_each_kind_of_block_is_drawn_and_says_its_texts_in_order(block: Block, said: list[str]) -> None:
    found = iter(on_screen(document(block)))
    assert all(text in found for text in said)


def test_every_kind_of_block_is_tried() -> None:
    assert [type(block) for block, _said in BLOCKS] == list(get_args(Block))


def test_a_table_that_stays_one_is_drawn_in_columns(qtbot: QtBot) -> None:
    row = TableRow(((line("Mark"),), (line("5"),)))
    view = DocumentView(document(Table("Cijfers", ("Wie", "Nu"), (3, 1), (row,), stays_table=True)))
    qtbot.addWidget(view)
    at = dict(places(view, 600))
    assert at["Wie"].x() == at["Mark"].x() < at["Nu"].x() == at["5"].x()
    assert at["Wie"].y() == at["Nu"].y() < at["Mark"].y() == at["5"].y()


def test_what_somebody_wrote_is_never_taken_for_markup(qtbot: QtBot) -> None:
    written = '<b>Jan</b> & <img src="/a">'
    view = DocumentView(document(Prose(((Span("Zei: ", Emphasis.STRONG), Span(written)), line(written)))))
    qtbot.addWidget(view)
    both = view.findChildren(QLabel)
    assert [label.text() for label in both] == [f"Zei: {written}", written]
    strong, plain = (QLabel.text(label) for label in both)
    assert "&lt;b&gt;Jan&lt;/b&gt; &amp;" in strong
    assert "<b>Zei: </b>" in strong, "control"
    assert plain == written


def test_a_number_stands_beside_what_it_belongs_to_and_under_it_where_there_is_no_room(qtbot: QtBot) -> None:
    view = DocumentView(document(PANEL))
    qtbot.addWidget(view)
    for width, beside in ((700, True), (180, False)):
        at = dict(places(view, width))
        said, number = at["Bel de politie"], at["112"]
        assert (said.y() == number.y() and said.x() < number.x()) is beside
        assert (said.y() < number.y()) is not beside


def test_a_card_says_all_of_it_to_a_screen_reader(qtbot: QtBot) -> None:
    view = DocumentView(document(PANEL))
    qtbot.addWidget(view)
    assert view.findChild(Card).accessibleName() == "Als het misgaat 1 Bel de politie oma Ans 112"


def test_a_chart_says_its_answers_to_a_screen_reader(qtbot: QtBot) -> None:
    charts = [block for block, _said in BLOCKS if isinstance(block, ScaleChart | TrendChart)]
    view = DocumentView(document(*charts))
    qtbot.addWidget(view)
    said = [picture.accessibleDescription() for picture in view.findChildren(ChartPicture)]
    assert said == ["Gezin 4", "", "Beraad 1: 4", ""]


def test_a_scale_without_an_answer_has_no_picture(qtbot: QtBot) -> None:
    view = DocumentView(document(ScaleChart("Nu?", "a", "b", (), (), "", ())))
    qtbot.addWidget(view)
    assert not view.findChildren(ChartPicture)
    assert on_screen(document(ScaleChart("Nu?", "a", "b", (), (), "", ()))) == ["Nu?", "0 = a", "10 = b"]


def test_a_scanned_page_is_drawn_in_its_own_proportions_and_what_is_none_is_not(qtbot: QtBot) -> None:
    page = jpeg(2, (400, 600))
    view = DocumentView(document(Sheet("Blad", line("5 oktober"), page), Sheet("Blad", line("6"), b"geen")))
    qtbot.addWidget(view)
    (picture,) = view.findChildren(ScanPicture)
    assert (picture.accessibleName(), picture.heightForWidth(200)) == ("Blad", 300)
    picture.resize(200, 300)
    seen = picture.grab().toImage()
    assert QColor(seen.pixel(10, 10)).red() > 150 > QColor(seen.pixel(10, 10)).green(), "its red corner"
    assert QColor(seen.pixel(150, 30)) == QColor("white")


def test_a_signature_is_drawn_as_it_was(qtbot: QtBot) -> None:
    signed = Answer("Kees", (line("akkoord"),), strokes=(((0.0, 0.5), (1.0, 0.5)),))
    view = DocumentView(document(Answers("Getekend", line("Het betekent."), (signed, Answer("Mark", ())))))
    qtbot.addWidget(view)
    (picture,) = view.findChildren(SignaturePicture)
    assert picture.accessibleName() == "Handtekening van Kees"
    alone = SignaturePicture(picture.strokes, "Kees")
    qtbot.addWidget(alone)
    alone.resize(100, 30)
    seen = alone.grab().toImage()
    drawn = [y for y in range(30) if seen.pixel(50, y) != seen.pixel(50, 0)]
    assert drawn
    assert all(13 <= y <= 17 for y in drawn)


def test_what_is_not_agreed_says_so_on_top() -> None:
    concept = Document("Mijn plan", "nl", "", "", "", "", (Head("Mijn plan", ""),), banner="Concept")
    assert on_screen(concept) == ["Concept", "Mijn plan"]


def test_another_document_takes_the_place_of_the_first_and_the_same_one_stays(qtbot: QtBot) -> None:
    first, other = document(Head("Een", "")), document(Head("Twee", ""))
    view = DocumentView(first)
    qtbot.addWidget(view)
    (label,) = view.findChildren(QLabel)
    view.show_document(document(Head("Een", "")))
    assert view.findChildren(QLabel) == [label]
    view.show_document(other)
    qtbot.waitUntil(lambda: [one.text() for one in view.findChildren(QLabel)] == ["Twee"])


# -- lines from the right ----------------------------------------------------------------------------------

YOUSEF = "يوسف"


@pytest.mark.parametrize(
    ("words", "names", "from_right"),
    [
        (f"{YOUSEF} belt oma.", (YOUSEF,), False),
        ("سأتصل بجدتي الليلة", (), True),
        ("oma belt", (), False),
    ],
    ids=["a name first", "Arabic", "Dutch"],
)
@pytest.mark.parametrize("emphasis", [Emphasis.PLAIN, Emphasis.STRONG])
def test_a_line_begins_on_the_side_of_its_words_and_not_of_a_name(
    words: str, names: tuple[str, ...], from_right: bool, emphasis: Emphasis, qtbot: QtBot
) -> None:
    view = DocumentView(document(Prose(((Span(words, emphasis),),)), names=names))
    qtbot.addWidget(view)
    places(view, 600)
    drawn = inked_columns(view)
    assert (drawn[0] > 300) is from_right
    assert (drawn[-1] < 300) is not from_right


def test_a_number_in_a_line_from_the_right_keeps_its_figures_in_order(qtbot: QtBot) -> None:
    view = DocumentView(document(Prose((line("اتصل بالرقم 06 12 34"),))))
    qtbot.addWidget(view)
    (label,) = view.findChildren(QLabel)
    assert "\u206606 12 34\u2069" in QLabel.text(label)
    assert label.text() == "اتصل بالرقم 06 12 34"


def inked_columns(view: DocumentView) -> list[int]:
    """The columns of pixels in which something is drawn."""
    view.show()
    picture = view.grab().toImage()
    view.hide()
    ground = QColor(picture.pixel(picture.width() // 2, picture.height() - 1))
    return [
        x
        for x in range(picture.width())
        if any(QColor(picture.pixel(x, y)) != ground for y in range(picture.height()))
    ]


def test_a_text_is_below_or_at_the_right_of_the_one_before_it(qtbot: QtBot) -> None:
    view = DocumentView(document(*(block for block, _said in BLOCKS)))
    qtbot.addWidget(view)
    at = [place for _text, place in places(view, 600)]
    assert all(is_after(one, other) for one, other in itertools.pairwise(at))
    assert not is_after(at[-1], at[0]), "control"


def is_after(one: QPoint, other: QPoint) -> bool:
    return other.y() > one.y() or other.x() > one.x()
