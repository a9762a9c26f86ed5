"""A language is one entry in a table and one catalogue: nothing else has to know it."""

import dataclasses
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo

from beraad import assets, i18n
from beraad.export.copies import copy_for
from beraad.i18n import Language
from beraad.languages import LANGUAGES, LanguageFacts
from beraad.terms import StatementKind
from beraad.words.plan import kind_label
from tests.export import samples


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Language]:
    """German, with a catalogue of two sentences."""
    catalogue = Catalog(locale="de")
    catalogue.add("Mijn plan", "Mein Plan")
    catalogue.add("bodemeis", "Bedingung")
    written = BytesIO()
    write_mo(written, catalogue)
    place = tmp_path / "de" / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / "beraad.mo").write_bytes(written.getvalue())
    monkeypatch.setattr(assets, "locale_dir", lambda: tmp_path)
    monkeypatch.setitem(LANGUAGES, "de", LanguageFacts("Deutsch", "de_DE"))  # type: ignore[arg-type]
    i18n._catalogue.cache_clear()
    yield Language("de")
    i18n._catalogue.cache_clear()


def test_a_copy_is_in_a_language_that_was_added(german: Language) -> None:
    view = samples.de_wit(samples.MARK)
    assert view.reader is not None
    reads = dataclasses.replace(view, reader=dataclasses.replace(view.reader, language="de-AT"))
    document = copy_for(reads)
    assert (document.title, document.language) == ("Mein Plan", german.code)
    assert copy_for(view).title == "Mijn plan", "the control: who reads Dutch"


def test_its_words_dates_and_lists_are_of_that_language(german: Language) -> None:
    assert kind_label(StatementKind.BOTTOM_LINE, german) == "Bedingung"
    assert german.weekday("2026-11-21") == "Samstag"
    assert german.listed(["Mark", "Sanne"]) == "Mark und Sanne"


def test_a_sentence_that_is_not_translated_yet_is_dutch(german: Language) -> None:
    assert kind_label(StatementKind.STRENGTH, german) == "kracht"


def test_a_language_without_a_guide_has_the_dutch_one() -> None:
    assert assets.guide_path("de") == assets.guide_path("nl")
    assert assets.guide_path("en") != assets.guide_path("nl"), "the control"


def test_a_language_that_is_not_in_the_table_is_refused() -> None:
    with pytest.raises(ValueError, match="de"):
        Language("de")
