"""Boxes on pages: nothing is lost, nothing is drawn twice, nothing runs over the edge."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from beraad.export.document import Emphasis, PageStyle, Span
from beraad.export.pdf.boxes import Box, Framed, Row, Space, Stack, Text, Titled
from beraad.export.pdf.pages import Turn, paginate
from beraad.export.pdf.styles import SIZES

STYLE = SIZES[PageStyle.NORMAL].style(10)
WIDTH, PAGE = 300.0, 400.0


def words(count: int) -> str:
    return " ".join(f"w{n}" for n in range(count))


texts = st.integers(min_value=1, max_value=600).map(lambda count: Text(words(count), STYLE))
boxes: st.SearchStrategy[Box] = st.recursive(
    texts,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=5).map(lambda parts: Stack(parts, 4)),
        st.lists(inner, min_size=1, max_size=5).map(lambda parts: Stack(parts, 4, lead=Text("kop", STYLE))),
        inner.map(lambda body: Titled(Text("titel", STYLE), body, 4)),
        inner.map(lambda body: Framed(body, pad=10)),
        st.tuples(inner, inner).map(lambda pair: Row(pair, [-1, -1], between=8, pad=2)),
        st.lists(inner, min_size=1, max_size=5).map(lambda parts: Stack(parts, 4, keep=2)),
        inner.map(
            lambda body: Framed(
                Titled(Text("titel", STYLE), body, 4, Text("titel", STYLE)), pad=8, onward=Text("kop", STYLE)
            )
        ),
    ),
    max_leaves=8,
)


def printed(box: Box) -> list[str]:
    """The words of a box, cell by cell."""
    match box:
        case Text():
            lines = box._lines(_width_of(box))
            return [word for line in lines for run in line.runs for word in run.text.split()]
        case Stack():
            return [word for part in box.boxes for word in printed(part)]
        case Titled():
            return [*printed(box.title), *printed(box.body)]
        case Row():
            return [word for cell in box.cells for word in printed(cell)]
        case Framed():
            return printed(box.body)
    return []


def _width_of(text: Text) -> float:
    return next(iter(text._broken), WIDTH)


@given(st.lists(boxes, min_size=1, max_size=4))
def test_every_word_is_printed_once_whatever_the_pages(drawn: list[Box]) -> None:
    for box in drawn:
        box.height(WIDTH)
    before = sorted(word for box in drawn for word in printed(box) if word not in ("kop", "titel"))
    pages = paginate(drawn, WIDTH, PAGE, 12)
    for page in pages:
        for box, _ in page:
            box.height(WIDTH)
    after = sorted(
        word for page in pages for box, _ in page for word in printed(box) if word not in ("kop", "titel")
    )
    assert after == before


@given(st.lists(boxes, min_size=1, max_size=4))
def test_nothing_runs_over_the_edge_of_a_page(drawn: list[Box]) -> None:
    for page in paginate(drawn, WIDTH, PAGE, 12):
        for box, down in page:
            assert down + box.height(WIDTH) <= PAGE + 0.1


@given(st.lists(boxes, min_size=1, max_size=4))
def test_no_page_is_empty(drawn: list[Box]) -> None:
    assert all(paginate(drawn, WIDTH, PAGE, 12))


def test_a_paragraph_leaves_no_single_line_behind() -> None:
    text = Text(words(120), STYLE)
    lines = round(text.height(WIDTH) / STYLE.leading)
    for room in range(lines):
        part, rest = text.split(WIDTH, room * STYLE.leading, PAGE)
        if part is not None:
            assert part.height(WIDTH) >= 2 * STYLE.leading
            assert rest.height(WIDTH) >= 2 * STYLE.leading


def test_a_box_that_no_page_can_hold_is_placed_all_the_same() -> None:
    assert len(paginate([Space(PAGE * 2), Text("na", STYLE)], WIDTH, PAGE, 12)) == 2


def test_no_box_goes_on_alone() -> None:
    rows = [Space(100) for _ in range(5)]
    (first, second) = paginate([Stack(rows, keep=2)], WIDTH, PAGE, 12)
    assert [len(page[0][0].boxes) for page in (first, second)] == [3, 2]  # type: ignore[attr-defined]


def test_a_box_that_is_cut_says_where_it_goes_on_and_what_goes_on_says_what_it_is() -> None:
    body = Titled(Text("titel", STYLE), Stack([Space(150) for _ in range(4)]), 4, Text("vervolg", STYLE))
    frame = Framed(body, pad=10, onward=Text("verder", STYLE))
    pages = paginate([frame], WIDTH, PAGE, 12)
    assert [printed(page[0][0]) for page in pages] == [["titel", "verder"], ["vervolg"]]


def test_what_is_for_the_back_never_stands_on_the_first_page() -> None:
    assert len(paginate([Space(10), Turn(), Space(10)], WIDTH, PAGE, 12)) == 2
    assert len(paginate([Space(390), Space(20), Turn(), Space(10)], WIDTH, PAGE, 12)) == 2
    assert len(paginate([Space(10), Turn()], WIDTH, PAGE, 12)) == 1


def test_spans_that_touch_stay_one_word() -> None:
    line = (Span("("), Span("Mark", Emphasis.STRONG), Span(")"))
    text = Text((Span("aaaa "), *line), STYLE)
    narrow = Text("(Mark)", STYLE).natural_width() + 6
    assert [len(line.runs) for line in text._lines(narrow)] == [1, 3]
