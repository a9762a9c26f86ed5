"""Make text fit for paper: composed letters, no control codes, nothing that turns the reading round."""

from __future__ import annotations

import unicodedata

_LINE_ENDS = {
    "\r\n": "\n",
    "\r": "\n",
    "\u0085": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\v": "\n",
    "\f": "\n",
}
JOINERS = "\u200c\u200d"
"""Joiners, which matter only within a Persian or Arabic word; the drawing code decides about them."""


def plain(text: str) -> str:
    """Return `text` in NFC, without C0 and C1 codes, bidirectional controls and other invisible format codes.

    Line ends become line feeds, a tab becomes a space. Everything else stays as the person wrote it.
    """
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text
    for end, line_feed in _LINE_ENDS.items():
        text = text.replace(end, line_feed)
    text = unicodedata.normalize("NFC", text.replace("\t", " "))
    return "".join(char for char in text if _is_visible(char))


def _is_visible(char: str) -> bool:
    return char == "\n" or char in JOINERS or unicodedata.category(char) not in ("Cc", "Cf")
