"""Names and numbers in other scripts: in the order of reading, in letters that people know."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pytest
from PIL import Image, ImageDraw, ImageFont, features
from reportlab.lib.units import mm

from beraad import assets
from beraad.export.direction import from_right, words_of
from beraad.export.document import Document, Prose, Span
from beraad.export.pdf import render
from beraad.export.pdf.faces import BOLD, REGULAR, face, shaped, unwritable
from beraad.export.pdf.scripts import SCRIPTS, script_of
from beraad.export.pdf.styles import PAGE_HEIGHT, PAGE_WIDTH

NAMES = {
    "Arabic": "محمد الأحمد",
    "Armenian": "Աննա Սարգսյան",
    "Devanagari": "प्रिया शर्मा",
    "Ethiopic": "ሰላማዊት ተስፋይ",
    "Georgian": "ნინო ბერიძე",
    "Gurmukhi": "ਗੁਰਪ੍ਰੀਤ ਕੌਰ",
    "Hebrew": "שרה כהן",
    "Thai": "สมชาย ใจดี",
}
PERSIAN, ARABIC = "۰۶۱۲۳۴۵۶۷۸", "٠٦١٢٣٤٥٦٧٨"
LEFT, RIGHT = 15 * mm, PAGE_WIDTH - 15 * mm


def document(*lines: str | Sequence[str], names: tuple[str, ...] = ()) -> Document:
    spans = (tuple(map(Span, [line] if isinstance(line, str) else line)) for line in lines)
    return Document("X", "nl", "", "", "", "", (Prose(tuple(spans)),), names=names)


def chars(made: Document) -> list[dict[str, object]]:
    """The letters of the first line, from left to right."""
    with pdfplumber.open(io.BytesIO(render(made).data)) as pdf:
        found = pdf.pages[0].chars
    top = min(float(char["top"]) for char in found)
    return sorted(
        (char for char in found if abs(float(char["bottom"]) - top) < 30), key=lambda one: one["x0"]
    )


def seen(made: Document) -> str:
    """The first line as the eye finds it from left to right."""
    return "".join(str(char["text"]) for char in chars(made))


def digits(made: Document) -> str:
    return "".join(char for char in seen(made) if char.isdigit())


# -- digits ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [PERSIAN, ARABIC, "۰۶ ۱۲۳۴ ۵۶۷۸", "٠٦-١٢٣٤٥٦٧٨", "0612345678"])
@pytest.mark.parametrize(
    "line",
    ["{}", "Zahra belt {} om zes uur.", "زهرا به {} زنگ می‌زند.", "عمر يتصل على {}", "{} عمر", "{} belt"],
)
def test_a_number_is_read_from_the_left_whatever_its_digits(number: str, line: str) -> None:
    assert digits(document(line.format(number))) == "".join(filter(str.isdigit, number))


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("Zahra belt om ۲۰:۳۰ uur.", "۲۰:۳۰"),
        ("زهرا ساعت ۲۰:۳۰ زنگ می‌زند.", "۲۰:۳۰"),
        ("عمر يتصل الساعة ٢٠:٣٠.", "٢٠:٣٠"),
        ("عمر يتصل الساعة 20:30.", "20:30"),
        ("۲۰:۳۰", "۲۰:۳۰"),
    ],
)
def test_a_time_is_read_from_the_left(line: str, time: str) -> None:
    assert time in seen(document(line))


def test_what_stands_behind_a_number_keeps_its_space() -> None:
    line = chars(document(f"Zahra belt {PERSIAN} om zes uur."))
    last = next(at for at, char in enumerate(line) if char["text"] == PERSIAN[-1])
    following = next(char for char in line[last:] if char["text"] == "o")
    assert float(str(following["x0"])) - float(str(line[last]["x1"])) > 2


# -- the direction of a line -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "names", "turned"),
    [
        ("محمد belt de buren.", ("محمد",), False),
        ("محمد الأحمد belt.", ("محمد الأحمد",), False),
        ("زهرا en محمد bellen Werker om 20:00 uur.", ("زهرا", "محمد"), False),
        ("Werker زنگ می‌زند.", ("Werker",), True),
        ("Mark يتصل على الشرطة", ("Mark",), True),
        ("112 اتصل بالشرطة", (), True),
        ("محمد", ("محمد",), None),
        ("06 1234 5678", (), None),
        ("شرה zag het", ("שרה",), False),
    ],
)
def test_the_words_of_a_line_tell_its_direction_and_names_do_not(
    text: str, names: tuple[str, ...], turned: bool | None
) -> None:
    assert from_right(text, words_of(names)) is turned


def test_a_dutch_line_that_begins_with_an_arabic_name_begins_at_the_left() -> None:
    line = chars(document("محمد belt Werker.", names=("محمد", "Werker")))
    assert float(str(line[0]["x0"])) == pytest.approx(LEFT, abs=1)
    assert seen(document("محمد belt Werker.", names=("محمد", "Werker"))).endswith("belt Werker.")


def test_an_arabic_line_that_begins_with_a_dutch_name_begins_at_the_right() -> None:
    line = chars(document("Werker يتصل على الشرطة", names=("Werker",)))
    assert float(str(line[-1]["x1"])) == pytest.approx(RIGHT, abs=1)
    assert seen(document("Werker يتصل على الشرطة", names=("Werker",))).endswith("Werker")


def test_a_name_alone_stands_where_the_language_of_the_document_begins() -> None:
    line = chars(document("محمد الأحمد", names=("محمد الأحمد",)))
    assert float(str(line[0]["x0"])) == pytest.approx(LEFT, abs=1)


def test_a_dutch_label_does_not_turn_the_answer_behind_it_nor_is_turned() -> None:
    line = chars(document(["Lukt het niet? ", "عمر يتصل على الشرطة."]))
    assert "".join(str(char["text"]) for char in line).startswith("Lukt het niet? .")
    assert float(str(line[0]["x0"])) == pytest.approx(LEFT, abs=1)


@pytest.mark.parametrize(
    "spans",
    [
        ["Lukt het niet? ", "112 اتصل بالشرطة", " · Nog geen ja"],
        ["Lukt het niet? ", "عمر يتصل على الشرطة", " ", "عمر يتصل", " · Nog geen ja"],
        ["عمر يتصل على الشرطة ", "06 1234", " ثم يعود إلى البيت"],
    ],
)
def test_between_texts_in_two_directions_stands_one_space(spans: list[str]) -> None:
    line = [char for char in chars(document(spans)) if not str(char["text"]).isspace()]
    words = [word for span in spans for word in span.split()]
    gaps = [float(str(right["x0"])) - float(str(left["x1"])) for left, right in pairwise(line)]
    wide = [gap for gap in gaps if gap > 1.5]
    assert len(wide) == len(words) - 1
    assert max(wide) < 1.5 * min(wide)


@pytest.mark.parametrize("text", [*NAMES.values(), PERSIAN, "Jan"])
def test_a_page_stands_upright_whatever_is_on_it(text: str) -> None:
    with pdfplumber.open(io.BytesIO(render(document(text)).data)) as pdf:
        (page,) = pdf.pages
    assert (page.width, page.height) == pytest.approx((PAGE_WIDTH, PAGE_HEIGHT), abs=0.1)
    assert not page.rotation


# -- letters ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("script", NAMES)
@pytest.mark.parametrize("name", [REGULAR, BOLD])
def test_a_name_of_each_script_has_letters_in_each_weight(script: str, name: str) -> None:
    assert set(NAMES) == set(SCRIPTS)
    own = face(name)
    weight = name.partition("-")[2]
    faces = {own.drawn_by(char) for char in NAMES[script] if not char.isspace()}
    assert faces == {f"NotoSans{script}-{weight}"}
    assert own.drawable(NAMES[script]) == NAMES[script]
    assert not unwritable(NAMES[script])


@pytest.mark.parametrize("text", ["小明", "ok 👍", "김민준", "안녕", "さくら", "\ud83d"])
def test_what_no_face_has_is_known_before_it_is_printed(text: str) -> None:
    assert unwritable(text)


@pytest.mark.parametrize(
    "text", ["Nguyễn Thị Ngọc Ánh", "Şükrü Işık", "Łucja", "Олександра", "e\u0301", "❤"[:0]]
)
def test_what_can_be_printed_is_not_asked_about(text: str) -> None:
    assert not unwritable(text)


def test_every_letter_belongs_to_one_script() -> None:
    for script, spans in SCRIPTS.items():
        for span in spans:
            assert script_of(chr(span.start)) == script_of(chr(span.stop - 1)) == script
    assert script_of("a") == script_of("中") == ""


@pytest.mark.skipif(not features.check("raqm"), reason="needs a second shaper to compare with")
@pytest.mark.parametrize("script", ["Devanagari", "Gurmukhi", "Thai", "Hebrew", "Arabic"])
def test_letters_are_joined_as_another_shaper_joins_them(script: str) -> None:
    """The width of a shaped name is that of the same face drawn by Pillow's shaper."""
    path = assets.font_path(f"NotoSans{script}-Regular")
    font = ImageFont.truetype(str(path), 1000, layout_engine=ImageFont.Layout.RAQM)
    image = ImageDraw.Draw(Image.new("L", (8, 8)))
    for word in NAMES[script].split():
        wide = image.textlength(word, font)
        turned = script in ("Hebrew", "Arabic")
        assert shaped(word, f"NotoSans{script}-Regular", from_right=turned)[1] == pytest.approx(wide, abs=2)


def test_the_vowel_that_is_drawn_before_its_letter_stands_before_it() -> None:
    """Unshaped, the short i of Hindi would stand behind the letter that it is read after."""
    letters = shaped("कि", "NotoSansDevanagari-Regular", from_right=False)[0]
    assert letters[-1] == "क"


def test_a_conjunct_is_one_glyph() -> None:
    # प + ् + र becomes one sign; unshaped it would be three.
    assert len(shaped("प्र", "NotoSansDevanagari-Regular", from_right=False)[0]) == 1


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler")
@pytest.mark.parametrize("script", ["Armenian", "Devanagari", "Ethiopic", "Georgian", "Gurmukhi", "Thai"])
def test_a_name_that_is_copied_from_the_file_is_that_name(script: str, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(render(document(f"{NAMES[script]} belt oma.")).data)
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()
    assert text.split() == [*NAMES[script].split(), "belt", "oma."]


def test_a_copy_with_every_script_has_every_face_embedded() -> None:
    with pdfplumber.open(io.BytesIO(render(document(*NAMES.values())).data)) as pdf:
        used = {str(char["fontname"]).partition("+")[2] for char in pdf.pages[0].chars}
    assert {f"NotoSans{script}-Regular" for script in SCRIPTS} <= used
