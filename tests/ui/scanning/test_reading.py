"""A scan is read whole and upright, and nothing of the file but its points."""

import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PIL import Image, ImageStat
from PIL.PngImagePlugin import PngInfo
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from beraad.errors import BeraadError
from beraad.i18n import DUTCH
from beraad.services.errors import TooManyPages
from beraad.services.meeting.scans import MOST_PAGES
from beraad.ui.scanning import reading
from beraad.ui.scanning.errors import (
    NoScan,
    ScanDamaged,
    ScanLocked,
    ScanTooBig,
    ScanTooFine,
    ScanUnreadable,
)
from beraad.ui.scanning.reading import LONGEST, read_scan, turn_page
from beraad.words.errors import sentence
from tests.scanned import A4_100_DPI, sheet, written

CAMERA = "Telefoon van Peter"
PLACE = (52.0, 5.0, 24.0)

Put = Callable[[str, bytes], Path]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Writes a file and gives its path."""

    def write(name: str, data: bytes) -> Path:
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    return write


def seen(jpeg: bytes) -> Image.Image:
    """A page that came out."""
    page = Image.open(io.BytesIO(jpeg))
    assert page.format == "JPEG"
    return page.convert("RGB")


def is_red(page: Image.Image, at: tuple[float, float]) -> bool:
    """Whether the page is red there; places are parts of its width and height."""
    x, y = round(at[0] * (page.width - 1)), round(at[1] * (page.height - 1))
    red, green, blue = ImageStat.Stat(page.crop((x - 3, y - 3, x + 3, y + 3))).mean
    return red > 150 and green < 60 and blue < 60


def upright(page: Image.Image) -> bool:
    """Whether the red corner is at the top left, and nowhere else."""
    corners = [(0.05, 0.05), (0.95, 0.05), (0.05, 0.95), (0.95, 0.95)]
    return [is_red(page, corner) for corner in corners] == [True, False, False, False]


def pdf(pages: int, *, rotated: int = 0, password: str = "") -> bytes:
    """A PDF with a picture on each page."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    canvas.setAuthor(CAMERA)
    for number in range(pages):
        canvas.drawImage(ImageReader(sheet(number + 1)), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    if not (rotated or password):
        return file.getvalue()
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(file))
    for page in writer.pages:
        page.rotate(rotated)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def photograph(orientation: int = 1) -> bytes:
    """A page as a telephone takes it: lying on its side, with what a telephone writes down."""
    turns = {
        1: None,
        3: Image.Transpose.ROTATE_180,
        6: Image.Transpose.ROTATE_90,
        8: Image.Transpose.ROTATE_270,
    }
    page = sheet(2)
    if (turn := turns[orientation]) is not None:
        page = page.transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = CAMERA
    place = exif.get_ifd(0x8825)
    place.update({1: "N", 2: PLACE, 3: "E", 4: PLACE})
    return written(page, "JPEG", quality=90, exif=exif, comment=CAMERA.encode())


# -- what comes out -----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_picture_of_each_kind_is_one_page_whatever_its_name(put: Put, kind: str) -> None:
    (page,) = read_scan([put("scan.bin", written(sheet(2), kind))])
    assert seen(page).size == A4_100_DPI
    assert upright(seen(page))


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_photograph_is_turned_as_it_says_itself(put: Put, orientation: int) -> None:
    (page,) = read_scan([put("foto.jpg", photograph(orientation))])
    assert seen(page).size == A4_100_DPI
    assert upright(seen(page))


TRANSPOSED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""What to do to an upright page so that it lies as EXIF counts."""


def lying(kind: str, lies: int, **how: object) -> bytes:
    """A page that lies, and says so in EXIF."""
    page = sheet(2)
    exif = Image.Exif()
    exif[0x010F] = CAMERA
    exif[0x0112] = lies
    lossless = {"lossless": True} if kind == "WEBP" else {}
    return written(page.transpose(TRANSPOSED[lies]) if lies > 1 else page, kind, exif=exif, **lossless, **how)


@pytest.mark.parametrize("lies", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_scan_of_each_kind_is_turned_as_it_says_itself(put: Put, kind: str, lies: int) -> None:
    (page,) = read_scan([put("scan", lying(kind, lies))])
    assert seen(page).size == A4_100_DPI
    assert upright(seen(page))


XMP = '<x:xmpmeta><rdf:Description {} tiff:Make="x"/></x:xmpmeta>'


@pytest.mark.parametrize("said", ['tiff:Orientation="6"', "><tiff:Orientation>6</tiff:Orientation"])
@pytest.mark.parametrize("packed", [False, True])
def test_a_png_is_turned_by_what_its_xmp_says(put: Put, said: str, packed: bool) -> None:
    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", XMP.format(said), zip=packed)
    data = written(sheet(2).transpose(TRANSPOSED[6]), "PNG", pnginfo=info)
    assert upright(seen(read_scan([put("scan.png", data)])[0]))


def test_a_webp_is_turned_by_what_its_xmp_says(put: Put) -> None:
    xmp = XMP.format('tiff:Orientation="8"').encode()
    data = written(sheet(2).transpose(TRANSPOSED[8]), "WEBP", xmp=xmp, lossless=True)
    assert upright(seen(read_scan([put("scan.webp", data)])[0]))


@pytest.mark.parametrize("packed", [False, True])
def test_a_png_is_turned_by_exif_as_imagemagick_writes_it(put: Put, packed: bool) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    raw = exif.tobytes().hex()
    info = PngInfo()
    info.add_text("Raw profile type exif", f"\nexif\n{len(raw) // 2:8}\n{raw}\n", zip=packed)
    data = written(sheet(2).transpose(TRANSPOSED[6]), "PNG", pnginfo=info)
    assert upright(seen(read_scan([put("scan.png", data)])[0]))


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_says_nothing_that_can_be_read_stays_as_it_is(put: Put, kind: str) -> None:
    for exif in (
        b"",
        b"Exif\0\0II*\0",
        b"II*\0\xff\xff\xff\x7f",
        b"MM\0*\0\0\0\x08\xff\xff" + b"\x01\x12" * 40,
    ):
        (page,) = read_scan([put("scan", written(sheet(2), kind, exif=exif))])
        assert upright(seen(page))


def test_a_page_is_turned_a_quarter_with_the_clock() -> None:
    page = written(sheet(2), "JPEG", quality=80)
    for _ in range(4):
        page = turn_page(page)
        if seen(page).size != A4_100_DPI:
            assert not upright(seen(page))
    assert upright(seen(page))
    right = seen(turn_page(written(sheet(2), "JPEG", quality=80)))
    assert is_red(right, (0.95, 0.05))


def test_the_turned_photograph_is_really_turned() -> None:
    """The control of the test before."""
    assert not upright(Image.open(io.BytesIO(photograph(6))).convert("RGB"))


def test_nothing_is_left_of_where_when_and_with_what_it_was_taken(put: Put) -> None:
    taken = photograph(6)
    assert Image.open(io.BytesIO(taken)).getexif().get_ifd(0x8825)[2] == PLACE
    assert b"Exif" in taken
    assert taken.count(CAMERA.encode()) == 2
    (page,) = read_scan([put("foto.jpg", taken)])
    kept = Image.open(io.BytesIO(page))
    assert dict(kept.getexif()) == {}
    assert set(kept.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
    for told in (b"Exif", CAMERA.encode(), b"ICC_PROFILE", b"http", b"Adobe"):
        assert told not in page


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP"])
def test_nothing_is_left_of_what_other_kinds_carry(put: Put, kind: str) -> None:
    info = PngInfo()
    info.add_text("Author", CAMERA)
    exif = Image.Exif()
    exif[0x010F] = CAMERA
    source = written(sheet(1), kind, exif=exif, **({"pnginfo": info} if kind == "PNG" else {}))
    assert CAMERA.encode() in source
    (page,) = read_scan([put("scan", source)])
    assert CAMERA.encode() not in page
    assert dict(Image.open(io.BytesIO(page)).getexif()) == {}


def test_the_same_file_gives_the_same_bytes(put: Put) -> None:
    path = put("foto.jpg", photograph(6))
    assert read_scan([path]) == read_scan([path])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_fine_scan_becomes_no_longer_than_is_needed(put: Put, kind: str) -> None:
    (page,) = read_scan([put("scan", written(sheet(2, (2480, 3508)), kind))])
    assert seen(page).size == (1240, LONGEST)
    assert upright(seen(page))


def test_a_sheet_that_lies_is_as_long_too(put: Put) -> None:
    (page,) = read_scan([put("scan.png", written(sheet(2, (3508, 2480)), "PNG"))])
    assert seen(page).size == (LONGEST, 1240)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_whatever_the_colours_white_paper_is_white_and_ink_is_dark(put: Put, mode: str) -> None:
    page = sheet(3).convert("RGB")
    if mode == "I;16":
        grey = page.convert("L")
        page = Image.frombytes("I;16", grey.size, b"".join(bytes((v, v)) for v in grey.tobytes()))
    elif mode in ("LA", "RGBA"):
        page.putalpha(page.convert("L").point(lambda value: 255 - value))
        page = page.convert(mode)
    else:
        page = page.convert(mode)
    (made,) = read_scan(
        [put("scan", written(page, "JPEG" if mode == "CMYK" else "TIFF" if mode != "P" else "PNG"))]
    )
    grey = seen(made).convert("L")
    white = grey.getpixel((grey.width * 9 // 10, grey.height * 9 // 10))
    ink = grey.getpixel((grey.width // 2, grey.height // 3 + grey.height // 80))
    assert white > 245
    assert ink < 90


def test_every_picture_of_a_tiff_is_a_page(put: Put) -> None:
    rest = [sheet(2), sheet(3)]
    path = put("fax.tif", written(sheet(1), "TIFF", save_all=True, append_images=rest))
    pages = read_scan([path])
    assert len(set(pages)) == 3
    assert all(upright(seen(page)) for page in pages)


def test_every_page_of_a_pdf_is_a_page_in_order(put: Put) -> None:
    pages = read_scan([put("scan.pdf", pdf(3))])
    assert [seen(page).size for page in pages] == [(1239, LONGEST)] * 3
    dark = [sum(value < 60 for value in seen(page).convert("L").tobytes()) for page in pages]
    assert dark == sorted(dark)
    assert dark[0] < dark[1] < dark[2]
    assert not any(CAMERA.encode() in page for page in pages)


def test_a_page_that_the_pdf_turns_is_turned(put: Put) -> None:
    (page,) = read_scan([put("scan.pdf", pdf(1, rotated=180))])
    assert is_red(seen(page), (0.95, 0.95))


def test_a_pdf_that_only_forbids_to_print_is_read(put: Put) -> None:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(pdf(1))))
    writer.encrypt(user_password="", owner_password="geheim", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert len(read_scan([put("scan.pdf", out.getvalue())])) == 1


def test_several_files_are_one_scan_in_their_order(put: Put) -> None:
    steps: list[tuple[int, int]] = []
    first, second = put("1.pdf", pdf(2)), put("2.jpg", photograph())
    pages = read_scan([first, second], lambda at, of: steps.append((at, of)))
    assert steps == [(0, 3), (1, 3), (2, 3)]
    assert pages == (*read_scan([first]), *read_scan([second]))


def test_nothing_is_written_beside_it(put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    paths = [put("scan.pdf", pdf(2)), put("foto.jpg", photograph(6)), put("s.tif", written(sheet(1), "TIFF"))]
    read_scan(paths)
    assert list(temporary.iterdir()) == []
    assert {path.name for path in tmp_path.iterdir()} == {"tmp", "scan.pdf", "foto.jpg", "s.tif"}


# -- what is refused ----------------------------------------------------------------------------------


def refused(paths: list[Path], kind: type[BeraadError]) -> BeraadError:
    """The error with which these are refused; its sentence says that nothing was added."""
    with pytest.raises(kind) as caught:
        read_scan(paths)
    assert "Er is niets toegevoegd." in sentence(caught.value, DUTCH)
    assert "?" not in sentence(caught.value, DUTCH)
    return caught.value


@pytest.mark.parametrize("data", [b"", b"geen beeld", b"GIF89a" + bytes(50), b"PK\x03\x04" + bytes(90)])
def test_what_is_no_scan_is_told_by_name(put: Put, data: bytes) -> None:
    error = refused([put("brief.docx", data)], NoScan)
    assert "brief.docx" in sentence(error, DUTCH)


@pytest.mark.qt_log_ignore("Bogus", "Read error on strip")
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_file_that_ends_too_soon_is_damaged(put: Put, kind: str, part: float) -> None:
    noise = Image.effect_noise((600, 800), 80).convert("RGB")
    data = written(noise, kind)
    refused([put("scan", data[: int(len(data) * part)])], ScanDamaged)


@pytest.mark.parametrize("progressive", [False, True])
def test_what_a_telephone_writes_behind_its_picture_does_not_make_it_damaged(
    put: Put, progressive: bool
) -> None:
    data = written(sheet(1), "JPEG", progressive=progressive)
    for behind in (
        b"\0\0Image_UTC_Data1764224295000SEFHk\0\0\0SEFT",
        b"\0\0\0\x18ftypmp42" + bytes(range(256)),
    ):
        assert len(read_scan([put("scan.jpg", data + behind)])) == 1


def test_the_end_of_the_small_picture_within_is_not_taken_for_the_end(put: Put) -> None:
    small = written(sheet(1, (60, 80)), "JPEG")
    data = written(Image.effect_noise((600, 800), 80).convert("RGB"), "JPEG", comment=small)
    assert data[: len(data) // 2].count(b"\xff\xd9") == 1
    assert len(read_scan([put("scan.jpg", data)])) == 1
    refused([put("scan.jpg", data[: len(data) // 2])], ScanDamaged)


def test_a_pdf_of_which_half_is_missing_is_damaged(put: Put) -> None:
    refused([put("scan.pdf", pdf(2)[:300])], ScanDamaged)


def test_a_pdf_with_a_password_is_told_apart(put: Put) -> None:
    refused([put("scan.pdf", pdf(1, password="geheim"))], ScanLocked)


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    refused([tmp_path / "weg.pdf"], ScanUnreadable)
    refused([tmp_path], ScanUnreadable)


def test_a_file_that_is_too_big_is_not_read_to_its_end(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put("scan.jpg", photograph())
    monkeypatch.setattr(reading, "_MEGABYTE", 100)
    assert refused([path], ScanTooBig).facts["most"] == 30


def test_a_small_file_that_would_be_gigabytes_is_refused_before_it_is_unpacked(
    put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = written(Image.new("1", (30_000, 30_000)), "PNG", optimize=True)
    assert len(bomb) < 200_000
    path = put("bom.png", bomb)

    def unpack(_reader: object) -> None:
        raise AssertionError("it was unpacked")

    monkeypatch.setattr("PySide6.QtGui.QImageReader.read", unpack)
    assert refused([path], ScanTooFine).facts["most"] == reading.MOST_MILLIONS


@pytest.mark.parametrize("name", ["pdf", "tif", "files"])
def test_an_eleventh_page_is_refused(put: Put, name: str) -> None:
    many = MOST_PAGES + 1
    if name == "files":
        paths = [put(f"{number}.png", written(sheet(1, (90, 120)), "PNG")) for number in range(many)]
    elif name == "pdf":
        paths = [put("scan.pdf", pdf(many))]
    else:
        rest = [sheet(number, (90, 120)) for number in range(1, many)]
        paths = [put("scan.tif", written(sheet(0, (90, 120)), "TIFF", save_all=True, append_images=rest))]
    assert refused(paths, TooManyPages).facts == {"count": many, "most": MOST_PAGES}


def test_ten_pages_are_read(put: Put) -> None:
    assert len(read_scan([put("scan.pdf", pdf(MOST_PAGES))])) == MOST_PAGES
