"""The scale questions over the meetings: on the worker's screen and in the file's copy, for nobody else."""

import io
from xml.etree import ElementTree as ET

import pypdf
import pytest

from beraad.i18n import DUTCH
from beraad.services.cases import CaseService
from beraad.services.printing import PrintingService
from beraad.store.store import Store
from tests.services.conftest import DE_WIT, Opened

QUESTION = "Hoe veilig is het nu voor Lisa?"


@pytest.fixture
def asked_again(opened: Opened) -> None:
    """The question of the first meeting, asked again at the second; Kees would rather not say."""
    service = opened()
    service.course.all_present()
    first = service.console().earlier_scales[0]
    scale = service.scales.add(first.question, first.zero, first.ten, first.kind)
    for person, number in (("sanne", 6), ("mark", 9), ("fatima", 4)):
        service.scales.give(scale, person, number, because="Dit staat niet in een grafiek.")
    service.scales.give(scale, "kees", None, declined=True)
    service.close()


def printed(store: Store, person: str = "") -> str:
    """The text of the file's copy, or of somebody's own."""
    copies = PrintingService(store).copies(DE_WIT, "b2")
    made = copies.one(person) if person else copies.for_the_file()
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made.data)).pages)


def letters(picture: bytes) -> list[str]:
    """The words in an SVG picture."""
    root = ET.fromstring(picture)  # noqa: S314 - we made it ourselves
    return [item.text or "" for item in root.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.usefixtures("asked_again")
def test_a_question_that_was_asked_twice_is_a_chart(store: Store) -> None:
    (chart,) = CaseService(store).scales_over_time(DE_WIT, DUTCH)
    assert QUESTION in chart.question
    assert chart.in_words == (
        "Beraad 1: gezin 2 tot 7, netwerk 3 tot 5, hulpverleners 2",
        "Beraad 2: gezin 6 tot 9, hulpverleners 4",
    )
    words = letters(chart.picture)
    assert {"Beraad 1", "Beraad 2", "Sa", "Ma", "Fa", "0", "10"} <= set(words)
    assert words.count("Ke") == 1, "who would rather not say has no place the second time"


@pytest.mark.usefixtures("asked_again")
def test_it_stands_in_the_file_and_in_nobodys_own_copy(store: Store) -> None:
    assert f"Door de tijd: {QUESTION}" in printed(store)
    for person in ("sanne", "mark", "lisa", "fatima"):
        assert "Door de tijd" not in printed(store, person)


def test_a_question_that_was_asked_once_is_no_chart(store: Store) -> None:
    assert CaseService(store).scales_over_time(DE_WIT, DUTCH) == ()


@pytest.mark.usefixtures("asked_again")
def test_the_picture_is_in_the_typeface_that_ships(store: Store) -> None:
    (chart,) = CaseService(store).scales_over_time(DE_WIT, DUTCH)
    assert b"font-family: 'Noto Sans'" in chart.picture
    assert b"NotoSans-" not in chart.picture
