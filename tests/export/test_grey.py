"""What a colour means is said without it too, by words, weight, shape or lightness: it survives grey."""

from __future__ import annotations

import dataclasses
import enum
import io
import re
import typing
from collections.abc import Iterator

import pypdf
import pytest

from beraad.export import document as d
from beraad.export.pdf import render
from beraad.terms import Circle

LINE: d.Line = (d.Span("Kees belt."),)
TOKEN = d.Token("Ke", Circle.FAMILY, 4)
LEGEND: tuple[tuple[Circle | None, str], ...] = ((Circle.FAMILY, "familie"),)


def of_block(block: d.Block) -> d.Document:
    return d.Document("x", "nl", "voor", "", "", "{page}", (block,))


def of_item(**choice: typing.Any) -> d.Document:
    item = dataclasses.replace(d.Item((LINE,), "1", "112"), **choice)
    return of_block(d.Panel("Dit doe ik", d.Tone.NEXT, (item,)))


def of_panel(**choice: typing.Any) -> d.Document:
    return of_block(dataclasses.replace(d.Panel("Dit doe ik", d.Tone.NEXT, (d.Item((LINE,)),)), **choice))


def of_span(emphasis: d.Emphasis) -> d.Document:
    return of_block(d.Prose(((d.Span("Kees belt.", emphasis),),)))


def of_scale(circle: Circle, *, before: bool = False) -> d.Document:
    tokens = (dataclasses.replace(TOKEN, circle=circle),)
    shown = ((), tokens) if before else (tokens, ())
    return of_block(d.ScaleChart("Hoe veilig?", "niet", "wel", *shown, "vorige keer", LEGEND))


def of_trend(circle: Circle) -> d.Document:
    """Two meetings with the same numbers."""
    tokens = (dataclasses.replace(TOKEN, circle=circle, initials=""),)
    columns = tuple(d.TrendColumn(title, "", tokens) for title in ("1", "2"))
    return of_block(d.TrendChart("Hoe veilig?", "niet", "wel", columns, LEGEND, ()))


def of_answer(*, line: bool) -> d.Document:
    strokes = () if line else (((0.1, 0.5), (0.9, 0.5)),)
    return of_block(d.Answers("Getekend", LINE, (d.Answer("Kees", (LINE,), strokes),)))


def of_own_scale(value: int) -> d.Document:
    return of_block(d.OwnScale("Hoe veilig?", value, (), "niet", "wel"))


CHOICES: dict[str, list[d.Document]] = {
    "Mark": [of_item(style=mark) for mark in d.Mark],
    "Emphasis": [of_span(emphasis) for emphasis in d.Emphasis],
    "Circle": [of_scale(circle) for circle in Circle],
    "Circle over meetings": [of_trend(circle) for circle in Circle],
    "before": [of_scale(Circle.FAMILY), of_scale(Circle.FAMILY, before=True)],
    "outlined": [of_panel(outlined=outlined) for outlined in (False, True)],
    "loud": [of_item(loud=loud) for loud in (False, True)],
    "strokes": [of_answer(line=line) for line in (False, True)],
    "value": [of_own_scale(value) for value in (3, 4)],
}
"""Documents that differ in one thing that ink says."""

NOT_BY_COLOUR = {"Tone", "PageStyle"}
"""What has words beside its colour (see the rule of paper), or no colour."""


def in_grey(document: d.Document) -> list[bytes]:
    """What is drawn on each page, with a step of lightness in the place of each colour."""
    pages = pypdf.PdfReader(io.BytesIO(render(document).data)).pages
    return [_COLOUR.sub(_lightness, page.get_contents().get_data()) for page in pages]


_COLOUR = re.compile(rb"([\d.]+) ([\d.]+) ([\d.]+) (rg|RG)\b")
_STEPS = 6
"""Of lightness that an eye tells apart on a cheap printer."""


def _lightness(found: re.Match[bytes]) -> bytes:
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in _rgb(found)
    ]
    luminance = sum(part * share for part, share in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))
    return b"%d %s" % (round(luminance ** (1 / 3) * _STEPS), found[4])


def _rgb(found: re.Match[bytes]) -> list[float]:
    return [float(found[place]) for place in (1, 2, 3)]


def without_code(document: d.Document) -> d.Document:
    """The code at its foot follows what is printed, and would tell them apart by itself."""
    return dataclasses.replace(document, code_words="")


@pytest.mark.parametrize("choice", CHOICES)
def test_what_differs_in_meaning_differs_in_grey(choice: str) -> None:
    drawn = [in_grey(without_code(document)) for document in CHOICES[choice]]
    for place, one in enumerate(drawn):
        assert one not in drawn[place + 1 :]


def test_what_differs_in_colour_only_is_seen() -> None:
    tones = (d.Tone.DANGER, d.Tone.SAFETY)
    coloured = [without_code(of_panel(tone=tone, outlined=True)) for tone in tones]
    assert render(coloured[0]).data != render(coloured[1]).data
    assert in_grey(coloured[0]) == in_grey(coloured[1])


def test_every_choice_that_a_document_knows_is_looked_at() -> None:
    kinds = {kind for kind in _choices() if kind.__name__ not in NOT_BY_COLOUR}
    assert {kind.__name__ for kind in kinds} <= set(CHOICES)


def _choices() -> Iterator[type[enum.Enum]]:
    """The vocabularies of the parts of a document."""
    for part in vars(d).values():
        if isinstance(part, type) and issubclass(part, enum.Enum) and len(part):
            yield part
