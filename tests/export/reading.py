"""Reads printed copies back."""

from __future__ import annotations

import io
import unicodedata

import pdfplumber
import pypdf

from beraad.export.document import Document
from beraad.export.pdf import render


def read(document: Document) -> pypdf.PdfReader:
    """The printed document, opened."""
    return pypdf.PdfReader(io.BytesIO(render(document).data))


def text_of(document: Document) -> str:
    """All text of the printed document in the order in which it was drawn."""
    return "\n".join(page.extract_text() for page in read(document).pages)


def squeezed(text: str) -> str:
    """Without white space, with joined letters taken apart: where a line ends is no difference."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def letters(document: Document) -> list[list[dict[str, object]]]:
    """For each page, every letter with its place (`x0`, `x1`, `top`, `bottom` in points), size and font."""
    with pdfplumber.open(io.BytesIO(render(document).data)) as pdf:
        return [list(page.chars) for page in pdf.pages]
