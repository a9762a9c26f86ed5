"""Copies with names and numbers in other scripts, from the case to the paper."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pdfplumber
import pytest

from beraad.export.pdf.styles import MM, PAGE_WIDTH
from beraad.services.printing import Copies
from tests.disclosure.small_cases import agreement, case, detail, meeting, people, statement

LEFT = 15 * MM
PERSIAN = "۰۶ ۱۲۳۴ ۵۶۷۸"
NAMES = {"rima": ("محمد بن الأحمد", "محمد"), "yousef": ("ሰላማዊት ተስፋይ", "ሰላማዊት"), "noor": ("שרה כהן", "שרה")}


def copies() -> Copies:
    everybody = people(noor=[detail("phone", PERSIAN, "everyone")])
    for one in everybody:
        one["name"], one["called"] = NAMES[one["id"]]
    told = meeting(
        agreed_at="2026-11-12T12:00:00",
        statements=[statement("s1", "محمد بن الأحمد belt."), statement("s2", "שרה zag het.")],
        agreements=[
            agreement("a1", f"محمد belt {PERSIAN} om ۲۰:۳۰ uur.", owners=("rima",)),
            agreement("a2", "عمر يتصل على ٠٦١٢٣٤٥٦٧٨ الساعة ٢٠:٣٠.", owners=("yousef",)),
        ],
        emergency=[{"order": 1, "text": "שרה belt.", "number": PERSIAN}],
    )
    return Copies(case(told, people=everybody))


Letter = dict[str, object]


def lines(data: bytes) -> Iterator[list[Letter]]:
    """The letters of each printed line, from left to right."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            found: dict[int, list[Letter]] = {}
            for char in page.chars:
                found.setdefault(round(float(char["matrix"][5])), []).append(char)
            yield from (sorted(line, key=lambda one: float(str(one["x0"]))) for line in found.values())


def seen(line: list[Letter]) -> str:
    return "".join(str(char["text"]) for char in line)


@pytest.mark.parametrize("reader", ["rima", "yousef", "noor", ""])
def test_a_number_is_in_reading_order_on_every_copy(reader: str) -> None:
    made = copies().one(reader) if reader else copies().for_the_file()
    digits = ["".join(filter(str.isdigit, seen(line))) for line in lines(made.data)]
    for want in ("۰۶۱۲۳۴۵۶۷۸", "۰۶۱۲۳۴۵۶۷۸۲۰۳۰"[:10], "٠٦١٢٣٤٥٦٧٨٢٠٣٠"[:10]):
        assert any(want in found for found in digits)
        assert not any(want[::-1] in found for found in digits)
    assert "U+" not in "".join(map(seen, lines(made.data)))


@pytest.mark.parametrize("ends", ["belt.", "zag het."])
def test_a_dutch_line_that_begins_with_a_whole_name_begins_at_the_left(ends: str) -> None:
    made = copies().one("rima")
    found = [line for line in lines(made.data) if seen(line).rstrip().endswith(ends)]
    assert found
    for line in found:
        assert float(str(line[0]["x0"])) < PAGE_WIDTH / 2
        assert seen(line).rstrip().endswith(ends)


def test_nobody_is_asked_about_names_that_have_letters() -> None:
    assert copies().unwritable() == ()
