"""What is on paper: every letter that may be seen, as it was written, on pages that can be read."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator
from enum import Enum

import pytest

from beraad.disclosure.views import PlanView
from beraad.export.copies import copy_for
from beraad.export.document import (
    Answer,
    Answers,
    Document,
    Emphasis,
    PageStyle,
    Prose,
    Span,
    Table,
    TableRow,
)
from beraad.export.pdf import faces, render
from beraad.export.pdf.scripts import SCRIPTS
from beraad.export.pdf.styles import MM, PAGE_HEIGHT, PAGE_WIDTH
from beraad.terms import ContactKind
from tests.export import samples
from tests.export.reading import letters, read, squeezed, text_of

COPIES = {
    "Mark": samples.with_last_time(samples.de_wit(samples.MARK)),
    "oma Ans, large": samples.de_wit(samples.ANS, large=True),
    "Peter": samples.de_wit(samples.PETER),
    "Lisa, a child": samples.de_wit(samples.LISA, child=True),
    "the file": samples.with_last_time(samples.de_wit()),
    "a concept": samples.concept(samples.de_wit(samples.KEES)),
    "Rima": samples.haddad(samples.RIMA),
    "a big plan": samples.big(),
}
ARABIC = "ريما"


def document(*texts: str, style: PageStyle = PageStyle.NORMAL) -> Document:
    lines = tuple((Span(text),) for text in texts)
    return Document(
        "Veiligheidsplan X", "nl", "links", "rechts", "", "{page} van {pages}", (Prose(lines),), style
    )


def written(value: object) -> Iterator[str]:
    """Every text that people wrote, and every name, in a view."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from written(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.name not in ("rule", "at", "answered_at", "starts_at", "relation", "organisation"):
                yield from written(getattr(value, field.name))


# -- every letter, as it was written ---------------------------------------------------------------


@pytest.mark.parametrize("name", ["Mark", "oma Ans, large", "Peter", "Rima", "a big plan"])
def test_everything_of_the_plan_that_the_reader_may_see_is_on_the_copy(name: str) -> None:
    view: PlanView = COPIES[name]
    text = squeezed(text_of(copy_for(view)))
    own = dataclasses.replace(
        view.body,
        scales=tuple(
            dataclasses.replace(item, scores=tuple(one for one in item.scores if one.person == reader))
            for item in view.body.scales
            if (reader := view.reader and view.reader.person) in {one.person for one in item.scores}
        ),
    )
    seen = [*written(own), *written(view.answers), *written(view.next_meeting)]
    assert len(seen) > 30
    for wanted in seen:
        assert squeezed(wanted) in text


@pytest.mark.parametrize("name", ["Mark", "oma Ans, large", "Peter", "Rima", "a big plan"])
def test_every_number_but_the_own_and_no_address_is_on_the_copy(name: str) -> None:
    view: PlanView = COPIES[name]
    text = squeezed(text_of(copy_for(view)))
    for contact in view.contacts:
        for detail in contact.details:
            if detail.kind is ContactKind.ADDRESS:
                assert squeezed(detail.value) not in text
            elif view.reader and contact.person != view.reader.person:
                assert squeezed(detail.value) in text


@pytest.mark.parametrize("attack", samples.ATTACKS)
def test_markup_is_printed_as_it_was_typed(attack: str) -> None:
    text = squeezed(text_of(copy_for(samples.with_texts((attack,)))))
    assert text.count(squeezed(attack)) >= 5


def test_nothing_of_the_machine_gets_into_a_copy() -> None:
    reader = read(copy_for(samples.with_texts(samples.ATTACKS)))
    assert not any(page.images for page in reader.pages)
    assert not any("/Annots" in page for page in reader.pages)


def test_letters_no_face_has_are_three_dots_and_never_a_code() -> None:
    text = text_of(document("中文 ok 👍\u200d🏽 en \ud83d."))
    assert "… ok …" in text
    assert "en …." in text
    assert "U+" not in text


def test_a_letter_composed_of_parts_is_printed_whole() -> None:
    assert "é" in text_of(document("e\u0301"))


@pytest.mark.parametrize(
    "code", ["\x00", "\x07", "\x1b", "\x9b", "\u202e", "\u2066", "\u200f", "\ufeff", "\u00ad"]
)
def test_codes_that_cannot_be_seen_are_left_out(code: str) -> None:
    assert "links" in text_of(document(f"Ja{code}nee"))
    assert "Janee" in text_of(document(f"Ja{code}nee"))


def test_a_line_feed_begins_a_new_line() -> None:
    (page,) = letters(document("boven\nzzz"))
    tops = {char["text"]: float(str(char["top"])) for char in page if char["text"] in ("b", "z")}
    assert tops["z"] > tops["b"]


def test_arabic_is_joined_and_reads_back() -> None:
    text = text_of(document(ARABIC))
    assert squeezed(ARABIC) in squeezed(text)
    assert ARABIC not in text


def test_a_telephone_number_keeps_its_order_among_arabic() -> None:
    (page,) = letters(document(f"{ARABIC} تتصل بسميرة 06 7700 1103 كل يوم"))
    digits = sorted(
        (char for char in page if str(char["text"]).isdigit()), key=lambda char: float(str(char["x0"]))
    )
    assert "".join(str(char["text"]) for char in digits if float(str(char["top"])) < 100) == "0677001103"


def test_a_dutch_line_with_an_arabic_name_begins_at_the_left_and_an_arabic_one_at_the_right() -> None:
    dutch, arabic = (letters(document(text))[0] for text in (f"Bel {ARABIC} nu", ARABIC))
    assert min(float(str(char["x0"])) for char in dutch) == pytest.approx(15 * MM, abs=1)
    above = [char for char in arabic if float(str(char["top"])) < 100]
    assert max(float(str(char["x1"])) for char in above) == pytest.approx(PAGE_WIDTH - 15 * MM, abs=1)


def test_a_word_wider_than_the_page_is_cut_and_nothing_of_it_is_lost() -> None:
    word = "".join(chr(ord("a") + n % 26) for n in range(300))
    assert word in squeezed(text_of(document(word)))
    assert max(float(str(char["x1"])) for char in letters(document(word))[0]) <= PAGE_WIDTH - 15 * MM + 0.1


def test_a_text_of_a_quarter_million_letters_is_printed_to_its_end() -> None:
    words = [f"woord{n}" for n in range(24_000)]
    view = samples.with_texts((" ".join(words),))
    view = dataclasses.replace(view, answers=(), body=dataclasses.replace(view.body, danger=(), scales=()))
    rows = (TableRow((((Span("1"),),), ((Span(" ".join(words)),),))),)
    long = dataclasses.replace(document(), blocks=(Table("Lang", ("", "Wat"), (1, 9), rows),))
    text = text_of(long).split()
    assert [word for word in text if word.startswith("woord")] == words


# -- pages that can be read ------------------------------------------------------------------------


@pytest.mark.parametrize("name", COPIES)
def test_every_letter_is_within_the_margins(name: str) -> None:
    for page in letters(copy_for(COPIES[name])):
        for char in page:
            assert float(str(char["x0"])) > 14 * MM
            assert float(str(char["x1"])) < PAGE_WIDTH - 14 * MM
            assert float(str(char["top"])) > 10 * MM
            assert float(str(char["bottom"])) < PAGE_HEIGHT - 10 * MM


@pytest.mark.parametrize("name", COPIES)
def test_every_page_says_which_page_it_is_for_whom_and_of_which_copy(name: str) -> None:
    made = copy_for(COPIES[name])
    pages = read(made).pages
    for number, page in enumerate(pages, start=1):
        text = page.extract_text()
        assert f"{made.footer_right} · {number} van {len(pages)}" in text
        assert made.footer_left in text


@pytest.mark.parametrize("count", [2, 5, 9, 13])
def test_no_signature_stands_alone_in_its_row(count: int) -> None:
    signed = tuple(Answer(f"N{number}", ((Span("akkoord"),),)) for number in range(count))
    block = Answers("Getekend", (Span("wat het betekent"),), signed)
    (page,) = letters(dataclasses.replace(document("x"), blocks=(block,)))
    rows = Counter(round(float(str(char["top"]))) for char in page if char["text"] == "N")
    assert sum(rows.values()) == count
    assert min(rows.values()) > 1


def test_the_number_of_pages_is_known_without_reading_them() -> None:
    made = copy_for(COPIES["a big plan"])
    assert render(made).pages == len(read(made).pages) > 5


def test_a_concept_says_so_on_every_page() -> None:
    pages = read(copy_for(samples.concept(samples.big()))).pages
    assert len(pages) > 5
    assert all("Concept – nog niet vastgesteld" in page.extract_text() for page in pages)


def test_a_table_repeats_its_header_on_every_page() -> None:
    rows = tuple(TableRow((((Span(f"rij {n}"),),),)) for n in range(200))
    made = dataclasses.replace(document(), blocks=(Table("Alles", ("Kop",), (1,), rows),))
    texts = [page.extract_text() for page in read(made).pages]
    assert len(texts) > 2
    assert all(text.count("Kop") == 1 for text in texts)
    assert texts[0].startswith("Alles\n")
    assert all(text.startswith("Alles") for text in texts)


@pytest.mark.parametrize("filler", range(40, 60))
def test_a_title_is_never_the_last_on_its_page(filler: int) -> None:
    before = Prose(tuple((Span("regel"),) for _ in range(filler)))
    table = Table("Titel", ("Kop",), (1,), (TableRow((((Span("cel"),),),)),))
    made = dataclasses.replace(document(), blocks=(before, table))
    for page in read(made).pages:
        text = page.extract_text()
        assert ("Titel" in text) == ("cel" in text) == ("Kop" in text)


@pytest.mark.parametrize("style", [PageStyle.NORMAL, PageStyle.LARGE, PageStyle.CHILD])
def test_large_letters_are_large(style: PageStyle) -> None:
    view = samples.de_wit(samples.ANS, large=style is PageStyle.LARGE, child=style is PageStyle.CHILD)
    made = copy_for(view)
    assert made.style is style
    sizes = [
        float(str(char["size"]))
        for page in letters(made)
        for char in page
        if 60 < float(str(char["top"])) < PAGE_HEIGHT - 70
    ]
    assert min(sizes) >= {PageStyle.NORMAL: 7, PageStyle.LARGE: 13, PageStyle.CHILD: 15}[style]


def test_what_stands_out_does_so_without_colour() -> None:
    line = (Span("gewoon "), Span("vet", Emphasis.STRONG))
    made = dataclasses.replace(document(), blocks=(Prose((line,)),))
    above = [char for char in letters(made)[0] if float(str(char["top"])) < 100]
    fonts = {char["text"]: str(char["fontname"]) for char in above}
    assert fonts["v"].endswith("NotoSans-Bold")
    assert fonts["w"].endswith("NotoSans-Regular")


# -- the file itself -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", COPIES)
def test_no_name_is_in_the_metadata(name: str) -> None:
    view = COPIES[name]
    reader = read(copy_for(view))
    assert reader.metadata is not None
    whole = f"Veiligheidsplan {view.reference}"
    assert reader.metadata.title == ("Mijn plan" if view.reader else whole)
    words = " ".join(str(value) for value in reader.metadata.values())
    assert not any(item.person.called in words for item in view.meeting.participants)
    assert view.family_name not in words
    assert reader.xmp_metadata is None
    assert reader.outline == []


def test_the_file_says_its_language() -> None:
    assert read(copy_for(COPIES["Mark"])).trailer["/Root"]["/Lang"] == "nl"


@pytest.mark.parametrize("texts", [("Şahin Łukasz ễ",), (ARABIC, "mixed ريما")])
def test_every_font_is_embedded_and_only_what_is_used(texts: tuple[str, ...]) -> None:
    fonts = {}
    for page in read(copy_for(samples.with_texts(texts))).pages:
        for font in page["/Resources"]["/Font"].values():
            found = font.get_object()
            fonts[found["/BaseFont"]] = found
    fonts.pop("/Helvetica", None)
    assert all("NotoSans" in name and "+" in name for name in fonts)
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts.values())


def test_helvetica_writes_nothing() -> None:
    for view in COPIES.values():
        assert all("NotoSans" in str(char["fontname"]) for page in letters(copy_for(view)) for char in page)


@pytest.mark.parametrize("name", COPIES)
def test_the_same_copy_gives_the_same_bytes(name: str) -> None:
    made = copy_for(COPIES[name])
    assert render(made).data == render(made).data


def test_what_was_printed_before_changes_no_bytes() -> None:
    # ReportLab hands out codes to glyphs without a letter in the order it meets them: leave none.
    for script in ("", *SCRIPTS):
        for weight in ("Regular", "Bold"):
            table = faces._registered(f"NotoSans{script}-{weight}").face
            assert set(range(table.numGlyphs)) <= set(table.glyphToChar)
