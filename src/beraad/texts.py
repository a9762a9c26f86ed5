"""How long a text may be, and what is kept of it: the same at import, in the windows and in the schema."""

import re
from string import Formatter

LONGEST_LINE = 500
"""Characters of what stands on one line: a name, a telephone number, a reference."""

LONGEST_TEXT = 20_000
"""Characters of what may take several lines: a card, an agreement, a remark."""

MOST_PEOPLE = 200
"""People of one case."""

MOST_ITEMS = 2_000
"""Things in any other list of a case."""

_OTHER_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_BREAKS = re.compile("[ \t]*[\n\t\u2028\u2029][ \t\n\u2028\u2029]*")
_MARKS, _ENDS = (".", ",", ";", ":"), ("!", "?", "…", "...")
_HALF = re.compile("[\ud800-\udfff]")


def on_lines(text: str) -> str:
    """A text of several lines as it is kept: line ends as line feeds, no other control codes but tabs."""
    if text.isprintable():
        return text
    return _CONTROLS.sub("", _OTHER_LINE_ENDS.sub("\n", text))


def on_one_line(text: str) -> str:
    """A text of one line as it is kept: a line break, with the spaces round it, and a tab become a space."""
    if text.isprintable():
        return text
    lines = on_lines(text)
    return _BREAKS.sub(" ", lines.strip("\n\t\u2028\u2029")) if _BREAKS.search(lines) else lines


def is_broken(text: str) -> bool:
    """Whether half of a surrogate pair stands in it: JSON can spell one, a database cannot hold it."""
    return _HALF.search(text) is not None


def set_in(sentence: str, **texts: str) -> str:
    """Put texts that somebody wrote into a sentence of ours, without two marks where one ends in the other.

    As `str.format`. A full stop at the end of a text goes where the sentence goes on with a mark; a full stop
    of the sentence goes where the text ends with another mark than that.
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
