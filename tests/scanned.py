"""Pages as a scanner or a telephone makes them: a made-up signature, and what such a file knows besides."""

import io

from PIL import Image, ImageDraw

A4_100_DPI = (827, 1169)


def sheet(number: int, size: tuple[int, int] = A4_100_DPI) -> Image.Image:
    """A white page with a thick black number of bars on it, at the top left a red corner."""
    page = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(page)
    across, down = size
    pen.rectangle((0, 0, across // 5, down // 8), fill=(200, 0, 0))
    for bar in range(number):
        top = down // 3 + bar * down // 20
        pen.rectangle((across // 5, top, across * 4 // 5, top + down // 40), fill="black")
    return page


def jpeg(number: int = 1, size: tuple[int, int] = A4_100_DPI) -> bytes:
    """A page as the program keeps it."""
    return written(sheet(number, size), "JPEG", quality=80)


def written(page: Image.Image, kind: str, **how: object) -> bytes:
    """The picture in a file format."""
    file = io.BytesIO()
    page.save(file, kind, **how)
    return file.getvalue()
