"""Limits of texts and their stored form: the same at import, in the windows and in the schema."""

import re
from string import Formatter

LONGEST_LINE = 500
"""Most characters of a text on one line: a name, a telephone number, a reference."""

LONGEST_TEXT = 20_000
"""Most characters of a text on several lines: a card, an agreement, a remark."""

MOST_PEOPLE = 200
"""Most people of one case."""

MOST_ITEMS = 2_000
"""Most things in any other list of a case."""

_OTHER_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_BREAKS = re.compile("[ \t]*[\n\t\u2028\u2029][ \t\n\u2028\u2029]*")
_MARKS, _ENDS = (".", ",", ";", ":"), ("!", "?", "…", "...")
_HALF = re.compile("[\ud800-\udfff]")


def on_lines(text: str) -> str:
    """Return a text of several lines as stored: line ends as line feeds, no control codes but tabs."""
    if text.isprintable():
        return text
    return _CONTROLS.sub("", _OTHER_LINE_ENDS.sub("\n", text))


def on_one_line(text: str) -> str:
    """Return a text of one line as stored: a line break with spaces around it, or a tab, becomes a space."""
    if text.isprintable():
        return text
    lines = on_lines(text)
    return _BREAKS.sub(" ", lines.strip("\n\t\u2028\u2029")) if _BREAKS.search(lines) else lines


def is_broken(text: str) -> bool:
    """Return True if it holds half of a surrogate pair: JSON can spell one, a database cannot store it."""
    return _HALF.search(text) is not None


def set_in(sentence: str, **texts: str) -> str:
    """Put texts that people wrote into a sentence of ours, without two marks where one ends in the other.

    It is used as `str.format`. A full stop at the end of a text is dropped if the sentence goes on with a
    mark. A full stop of the sentence is dropped if the text ends with another mark.
    """
    made = ""
    for words, name, _spec, _conversion in Formatter().parse(sentence):
        if made.endswith(_ENDS):
            made += words.removeprefix(".")
        elif words.startswith(_MARKS):
            made = made.removesuffix(".") + words
        else:
            made += words
        if name is not None:
            made += texts[name].strip()
    return made
